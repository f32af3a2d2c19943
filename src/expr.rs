//! [`Expr`]: anything with a value in SQL, from a column to arithmetic.

mod arithmetic;
mod case;
mod function;
mod json;
mod raw;
mod term;
mod value;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

pub use self::case::{Branches, Case, case};
pub use self::function::{Arguments, DateUnit, Function, Outcome, TimeUnit, Unit, now, pi, random};
pub(crate) use self::function::{DATE_UNITS, TIME_UNITS, argument};
pub use self::json::{Document, DocumentFields, DocumentItems, DocumentWith, json_array, json_object};
pub use self::raw::{RawExpr, RawPredicate, raw_sql, raw_sql_predicate};
pub use self::term::Term;
pub use self::value::{null, value};
use crate::context::{Context, Merged, OnPostgres, Plain};
use crate::depth::{Depth, PerRow};
use crate::field::CellOf;
use crate::model::{Column, Model};
use crate::path::{NotNull, Path};
use crate::related::{Follows, Related};
use crate::state::{ColumnRef, Node};

/// An expression: of the source `E`, of the kind `K`, nullable or not by `N`.
///
/// The constants of the generated modules are expressions (`entry::headline`), paths have more
/// (`entry::blog().name`), and methods make new ones (`entry::pub_date.year()`). The kind decides
/// which lookups an expression has: see [`Text`](crate::kind::Text), [`Date`](crate::kind::Date)
/// and the other [kinds](crate::kind).
pub struct Expr<E, K, N = NotNull> {
    source: E,
    kind: PhantomData<fn() -> (K, N)>,
}

impl<E: Clone, K, N> Clone for Expr<E, K, N> {
    fn clone(&self) -> Self {
        Self { source: self.source.clone(), kind: PhantomData }
    }
}

impl<E: Copy, K, N> Copy for Expr<E, K, N> {}

impl<E: Source, K, N> fmt::Debug for Expr<E, K, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.source.node(), f)
    }
}

/// Where the value of an expression comes from: a column, or something computed.
pub trait Source: Clone + Send + Sync + 'static {
    /// The root model of the query that it belongs to.
    type Model: Model;
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is a value of each row, or computed from several of them.
    type Depth: Depth;

    /// What messages call it: the column, or `expression`.
    #[doc(hidden)]
    fn name() -> &'static str;

    /// What is read for it.
    #[doc(hidden)]
    fn cell() -> CellOf {
        CellOf::value(Self::Model::META.name, Self::name())
    }

    /// What to write into the query state.
    #[doc(hidden)]
    fn node(&self) -> Node;
}

/// An expression as what a row knows it by.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a field", label = "not a field of a model")]
pub trait Field {
    /// What it is known by.
    type Key;
}

impl<E: Source, K, N> Field for Expr<E, K, N> {
    type Key = E;
}

/// A relation is known by its path.
impl<F: Follows> Field for F {
    type Key = Related<F::Path>;
}

impl<E: Source, K, N> Field for &Expr<E, K, N> {
    type Key = E;
}

/// The source of a column: the column `C`, reached by the path `P`.
// Like the paths, it does not ask that its parameters be `Sized`: the compiler would prove it for each column.
pub struct At<P: ?Sized, C: ?Sized>(PhantomData<fn(&P, &C)>);

impl<P, C> Clone for At<P, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, C> Copy for At<P, C> {}

impl<P: Path, C: Column> Source for At<P, C> {
    type Model = P::Root;
    type Context = Plain;
    type Depth = PerRow;

    fn name() -> &'static str {
        C::meta().name
    }

    fn cell() -> CellOf {
        // The model is the query's: so are its messages.
        CellOf { model: P::Root::META.name, ..CellOf::column(C::meta()) }
    }

    fn node(&self) -> Node {
        Node::Column(ColumnRef { steps: P::STEPS, column: C::meta() })
    }
}

/// The source of what is computed, on the model `M`; aggregated as deep as `D` says.
///
/// Clones of one expression are the same expression: they share its identity.
pub struct Computed<M, X = Plain, D = PerRow> {
    node: Arc<Node>,
    context: PhantomData<fn() -> (M, X, D)>,
}

/// What is computed from an expression of the source `E` alone.
pub type Made<E> = Computed<<E as Source>::Model, <E as Source>::Context, <E as Source>::Depth>;

/// What is computed from an expression of the source `E` alone, on PostgreSQL.
pub type MadeOnPostgres<E> =
    Computed<<E as Source>::Model, Merged<<E as Source>::Context, OnPostgres>, <E as Source>::Depth>;

/// What is computed from an expression of the source `E` and the term `T`.
pub type MadeWith<E, T> = Computed<
    <E as Source>::Model,
    Merged<<E as Source>::Context, <T as Term<<E as Source>::Model>>::Context>,
    <<E as Source>::Depth as Depth>::Max<<T as Term<<E as Source>::Model>>::Depth>,
>;

/// What is computed from an expression of the source `E` and the terms `T` and `U`.
pub type MadeWithTwo<E, T, U> = Computed<
    <E as Source>::Model,
    Merged<
        Merged<<E as Source>::Context, <T as Term<<E as Source>::Model>>::Context>,
        <U as Term<<E as Source>::Model>>::Context,
    >,
    <<<E as Source>::Depth as Depth>::Max<<T as Term<<E as Source>::Model>>::Depth> as Depth>::Max<
        <U as Term<<E as Source>::Model>>::Depth,
    >,
>;

impl<M, X, D> Clone for Computed<M, X, D> {
    fn clone(&self) -> Self {
        Self { node: Arc::clone(&self.node), context: PhantomData }
    }
}

impl<M: Model, X: Context, D: Depth> Source for Computed<M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn name() -> &'static str {
        "expression"
    }

    fn node(&self) -> Node {
        Node::Shared(Arc::clone(&self.node))
    }
}

/// A column, as an expression of the type that is expected of it. Generated code calls it for each constant.
#[must_use]
pub const fn column<P, C, K, N>() -> Expr<At<P, C>, K, N> {
    Expr { source: At(PhantomData), kind: PhantomData }
}

impl<M: Model, X: Context, D: Depth, K, N> Expr<Computed<M, X, D>, K, N> {
    pub(crate) fn computed(node: Node) -> Self {
        Self { source: Computed { node: Arc::new(node), context: PhantomData }, kind: PhantomData }
    }
}

impl<E: Source, K, N> Expr<E, K, N> {
    pub(crate) fn from_source(source: E) -> Self {
        Self { source, kind: PhantomData }
    }

    pub(crate) fn into_source(self) -> E {
        self.source
    }

    pub(crate) fn node(&self) -> Node {
        self.source.node()
    }
}

/// A reference to an expression of the query around this one, made by [`outer()`].
#[derive(Clone, Copy, Debug)]
pub struct OuterRef<T>(T);

/// What [`outer()`] refers to, and what it makes of it.
pub(crate) trait Referred {
    fn node(&self) -> Node;
}

impl<E: Source, K, N> Referred for Expr<E, K, N> {
    fn node(&self) -> Node {
        self.source.node()
    }
}

impl<T: Referred> Referred for &T {
    fn node(&self) -> Node {
        T::node(self)
    }
}

impl<T: Referred> Referred for OuterRef<T> {
    fn node(&self) -> Node {
        Node::Outer(Box::new(self.0.node()))
    }
}

/// Refers to an expression of the query around this one, inside [`exists()`](crate::exists) or a
/// query on the right of `in_`.
///
/// `outer(outer(…))` refers to the query around that.
///
/// Django: `OuterRef("pk")`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
/// let query = Blog::objects().filter(exists(entries)).values_list(blog::name);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_blog"."name" FROM "blog_blog" WHERE EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id")"#
/// );
/// ```
#[doc(alias = "OuterRef")]
pub fn outer<T>(expression: T) -> OuterRef<T> {
    OuterRef(expression)
}
