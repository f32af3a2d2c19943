//! What `order_by()` takes.

use std::fmt;
use std::marker::PhantomData;

use crate::context::{Context, Merge, Merged, Plain};
use crate::expr::{Expr, Source};
use crate::kind::Kind;
use crate::model::{Just, Model};
use crate::path::Path;
use crate::predicate::Q;
use crate::query_set::{Either, Ordered, Unordered};
use crate::related::{Follows, Related, related_node};
use crate::state::{Node, Nulls, OrderTerm};

/// One part of an ordering: an expression and its direction.
#[must_use = "an ordering does nothing until `order_by` takes it"]
pub struct Order<M, X = Plain> {
    term: OrderTerm,
    context: PhantomData<fn() -> (M, X)>,
}

impl<M, X> Clone for Order<M, X> {
    fn clone(&self) -> Self {
        Self { term: self.term.clone(), context: PhantomData }
    }
}

impl<M, X> fmt::Debug for Order<M, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.term, f)
    }
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// The smallest first. An expression without a direction means the same.
    ///
    /// `NULL` stands where the database puts it: first on SQLite and MySQL, last on PostgreSQL.
    ///
    /// Django: `order_by("field")`. SQL: `ASC`.
    #[doc(alias = "ascending")]
    pub fn asc(&self) -> Order<E::Model, E::Context> {
        Order::new(self.node(), false)
    }

    /// The greatest first.
    ///
    /// `NULL` stands where the database puts it: last on SQLite and MySQL, first on PostgreSQL.
    ///
    /// Django: `order_by("-field")`. SQL: `DESC`.
    #[doc(alias = "descending")]
    pub fn desc(&self) -> Order<E::Model, E::Context> {
        Order::new(self.node(), true)
    }
}

impl<P: Path> Related<P> {
    /// In the order of the related model; by its key, where it has none. A relation without a
    /// direction means the same.
    ///
    /// Django: `order_by("blog")`. SQL: the related model's `ordering`, with its joins.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().order_by((blog::theme(), blog::id)).values_list(blog::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" ORDER BY "blog_theme"."order" ASC, "blog_theme"."name" ASC, "blog_blog"."id" ASC"#
    /// );
    /// ```
    pub fn asc(&self) -> Order<P::Root> {
        Order::new(related_node::<P>(), false)
    }

    /// In the reverse order of the related model; by its key, where it has none.
    ///
    /// Django: `order_by("-blog")`.
    pub fn desc(&self) -> Order<P::Root> {
        Order::new(related_node::<P>(), true)
    }
}

impl<M: Model, X: Context, D> Q<M, X, D> {
    /// The rows for which it is false first, those for which it is true after them.
    ///
    /// `NULL` stands where the database puts it: first on SQLite and MySQL, last on PostgreSQL.
    ///
    /// Django: `order_by(Exists(…).asc())`, `order_by(GreaterThan(F("rating"), 3).asc())`.
    pub fn asc(&self) -> Order<M, X> {
        Order::new(self.node(), false)
    }

    /// The rows for which it is true first, those for which it is false after them.
    ///
    /// `NULL` stands where the database puts it: last on SQLite and MySQL, first on PostgreSQL.
    ///
    /// Django: `order_by(Exists(…).desc())`, `order_by(GreaterThan(F("rating"), 3).desc())`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let details = Event::objects().filter(event::parent_id.exact(outer(event::id)));
    /// let query = Event::objects().order_by((exists(details).desc(), event::name)).values_list(event::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_event"."id" FROM "blog_event" ORDER BY EXISTS(SELECT 1 FROM "blog_event" AS "U0" WHERE "U0"."parent_id" = "blog_event"."id") DESC, "blog_event"."name" ASC"#
    /// );
    /// ```
    pub fn desc(&self) -> Order<M, X> {
        Order::new(self.node(), true)
    }
}

impl<M, X> Order<M, X> {
    fn new(node: Node, descending: bool) -> Self {
        Self { term: OrderTerm { node, descending, nulls: None }, context: PhantomData }
    }

    /// Puts `NULL` before everything else, on every database.
    ///
    /// Django: `F("field").asc(nulls_first=True)`.
    pub fn nulls_first(mut self) -> Self {
        self.term.nulls = Some(Nulls::First);
        self
    }

    /// Puts `NULL` after everything else, on every database.
    ///
    /// Django: `F("field").asc(nulls_last=True)`.
    pub fn nulls_last(mut self) -> Self {
        self.term.nulls = Some(Nulls::Last);
        self
    }
}

/// Says that an order has no direction yet.
#[diagnostic::on_unimplemented(
    message = "an order has one direction, and this one has it already",
    label = "`asc()` or `desc()` came before",
    note = "write `entry::rating.desc()`; `reverse()` turns the order of a whole query set around",
    note = "Django raises AttributeError: 'OrderBy' object has no attribute 'desc'"
)]
pub trait HasNoDirection {}

/// Says that an order has a direction.
#[diagnostic::on_unimplemented(
    message = "where `NULL` stands is said of an order, and a field is none yet",
    label = "`asc()` or `desc()` comes before",
    note = "write `entry::rating.asc().nulls_last()`",
    note = "Django raises AttributeError: 'F' object has no attribute 'nulls_last'"
)]
pub trait HasDirection {}

/// For the message alone.
#[doc(hidden)]
impl<M, X> Order<M, X> {
    pub fn asc(self)
    where
        M: HasNoDirection,
    {
    }

    pub fn desc(self)
    where
        M: HasNoDirection,
    {
    }
}

/// For the message alone.
#[doc(hidden)]
impl<E: Source, K: Kind, N> Expr<E, K, N> {
    pub fn nulls_first(&self)
    where
        K: HasDirection,
    {
    }

    pub fn nulls_last(&self)
    where
        K: HasDirection,
    {
    }
}

/// What orders a query set: an expression, a relation, [`random()`](crate::random), an [`Order`], a tuple of them or a
/// `Vec` of orders, or `()` for no order.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not order a query set",
    label = "neither a field nor an order by one",
    note = "write `entry::rating`, `entry::rating.desc()`, `predicate.desc()`, or a tuple of up to 16 of them; Django raises FieldError: Invalid order_by arguments"
)]
pub trait OrderBy {
    /// The models whose fields it names, as a list.
    type Models;
    /// Whether there is an order afterwards: not after `()`.
    type Order: Either;
    /// What it needs from around it.
    type Context: Context;

    /// What to write into the query state.
    #[doc(hidden)]
    fn terms(self, terms: &mut Vec<OrderTerm>);
}

#[diagnostic::do_not_recommend]
impl<M: Model, X: Context> OrderBy for Order<M, X> {
    type Models = Just<M>;
    type Order = Ordered;
    type Context = X;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.push(self.term);
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, K: Kind, N> OrderBy for Expr<E, K, N> {
    type Models = Just<E::Model>;
    type Order = Ordered;
    type Context = E::Context;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.push(self.asc().term);
    }
}

#[diagnostic::do_not_recommend]
impl<F: Follows> OrderBy for F {
    type Models = Just<<F::Path as Path>::Root>;
    type Order = Ordered;
    type Context = Plain;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.push(Related::<F::Path>::new().asc().term);
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, K: Kind, N> OrderBy for &Expr<E, K, N> {
    type Models = Just<E::Model>;
    type Order = Ordered;
    type Context = E::Context;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.push(self.asc().term);
    }
}

/// Clears the order, the model's own one included.
#[diagnostic::do_not_recommend]
impl OrderBy for () {
    type Models = ();
    type Order = Unordered;
    type Context = Plain;

    fn terms(self, _terms: &mut Vec<OrderTerm>) {}
}

#[diagnostic::do_not_recommend]
impl<M: Model> OrderBy for Vec<Order<M>> {
    type Models = Just<M>;
    type Order = Ordered;
    type Context = Plain;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.extend(self.into_iter().map(|order| order.term));
    }
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$first: OrderBy, $($rest: OrderBy),*> OrderBy for ($first, $($rest,)*)
            where
                ($($rest,)*): OrderBy,
                $first::Context: Merge<<($($rest,)*) as OrderBy>::Context>,
            {
                type Models = ($first::Models, <($($rest,)*) as OrderBy>::Models);
                type Order = Ordered;
                type Context = Merged<$first::Context, <($($rest,)*) as OrderBy>::Context>;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn terms(self, terms: &mut Vec<OrderTerm>) {
                    let ($first, $($rest,)*) = self;
                    $first.terms(terms);
                    $($rest.terms(terms);)*
                }
            }
        )*
    };
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
    A B C D E F G H I J K L N;
    A B C D E F G H I J K L N O;
    A B C D E F G H I J K L N O P;
    A B C D E F G H I J K L N O P R;
}
