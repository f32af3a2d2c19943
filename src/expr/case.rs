//! `case().when(…, …).otherwise(…)`.

use std::marker::PhantomData;
use std::sync::Arc;

use super::{Computed, Expr, Source, Term};
use crate::context::{Context, Merge, Merged, Plain};
use crate::depth::{Depth, PerRow};
use crate::kind::{Kind, Unites};
use crate::model::{AllAre, Model};
use crate::path::{Nullability, Nullable};
use crate::predicate::{Conditional, Predicate};
use crate::state::{self, Node};

/// Begins a choice between values: that of the first branch whose predicate is true.
///
/// With a branch it is an expression, `NULL` where no predicate is true; `otherwise()` says what it is
/// then. The values of all branches are of one kind; integers go with floats and with decimals.
///
/// Django: `Case(When(rating=5, then=Value("top")), default=Value("low"))`. SQL: `CASE WHEN … END`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let stars = case().when(entry::rating.exact(5), "top").when(entry::rating.gte(3), "mid").otherwise("low");
/// let query = Entry::objects().values_list(stars);
/// assert_sql!(
///     query,
///     r#"SELECT (CASE WHEN ("blog_entry"."rating" = ?) THEN ? WHEN ("blog_entry"."rating" >= ?) THEN ? ELSE ? END) FROM "blog_entry""#
/// );
/// ```
#[doc(alias = "Case")]
#[doc(alias = "When")]
#[must_use]
pub fn case() -> Case {
    Case(())
}

/// A choice without a branch: see [`case()`].
#[derive(Clone, Copy, Debug)]
pub struct Case(());

/// The source of a choice with branches; the values of those are nullable by `N`.
pub struct Branches<N, M, X = Plain, D = PerRow> {
    node: Arc<Node>,
    branches: PhantomData<fn() -> (N, M, X, D)>,
}

impl<N, M, X, D> Clone for Branches<N, M, X, D> {
    fn clone(&self) -> Self {
        Self { node: Arc::clone(&self.node), branches: PhantomData }
    }
}

impl<N: 'static, M: Model, X: Context, D: Depth> Source for Branches<N, M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn name() -> &'static str {
        "case"
    }

    fn node(&self) -> Node {
        Node::Shared(Arc::clone(&self.node))
    }
}

impl<N, M, X, D> Branches<N, M, X, D> {
    fn new(case: state::Case) -> Self {
        Self { node: Arc::new(Node::Case(Box::new(case))), branches: PhantomData }
    }

    fn into_case(self) -> state::Case {
        match Arc::unwrap_or_clone(self.node) {
            Node::Case(case) => *case,
            _ => unreachable!("branches are made of a case"),
        }
    }
}

impl Case {
    /// Adds a branch: where `predicate` is true, it is `then`.
    ///
    /// Django: `When(rating=5, then=…)`.
    pub fn when<P, T>(
        self,
        predicate: P,
        then: T,
    ) -> Expr<
        Branches<T::Null, P::Model, Merged<P::Context, T::Context>, <T::Depth as Depth>::Max<P::Depth>>,
        T::Kind,
        Nullable,
    >
    where
        P: Conditional,
        T: Term<P::Model, Models: AllAre<P::Model>>,
        P::Context: Merge<T::Context>,
    {
        let branches = vec![(predicate.conditional(), then.term())];
        let kind = <T::Kind as Kind>::TYPE;
        Expr::from_source(Branches::new(state::Case { branches, otherwise: None, kind }))
    }
}

impl<N: Nullability, M: Model, X: Context, D: Depth, K: Kind> Expr<Branches<N, M, X, D>, K, Nullable> {
    /// Adds a branch: where `predicate` is true, and none before it, it is `then`.
    ///
    /// Django: `When(rating=5, then=…)`.
    pub fn when<P, T>(
        self,
        predicate: P,
        then: T,
    ) -> Expr<
        Branches<
            N::Or<T::Null>,
            M,
            Merged<Merged<X, P::Context>, T::Context>,
            <D::Max<T::Depth> as Depth>::Max<P::Depth>,
        >,
        K::Out,
        Nullable,
    >
    where
        P: Predicate<M>,
        T: Term<M, Models: AllAre<M>>,
        K: Unites<T::Kind>,
        X: Merge<P::Context>,
        Merged<X, P::Context>: Merge<T::Context>,
    {
        let mut case = self.into_source().into_case();
        case.branches.push((predicate.predicate(), then.term()));
        Expr::from_source(Branches::new(state::Case { kind: K::Out::TYPE, ..case }))
    }

    /// What it is where no predicate is true.
    ///
    /// Django: `default=…`. SQL: `ELSE`.
    pub fn otherwise<T>(
        self,
        value: T,
    ) -> Expr<Computed<M, Merged<X, T::Context>, D::Max<T::Depth>>, K::Out, N::Or<T::Null>>
    where
        T: Term<M, Models: AllAre<M>>,
        K: Unites<T::Kind>,
        X: Merge<T::Context>,
    {
        let case = self.into_source().into_case();
        let otherwise = Some(value.term());
        Expr::computed(Node::Case(Box::new(state::Case { otherwise, kind: K::Out::TYPE, ..case })))
    }
}
