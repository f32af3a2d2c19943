//! [`Filterable`]: what methods of your own stand on.

use super::{IsOneQuery, IsWhole, QuerySet, Stages};
use crate::context::{Context, Plain};
use crate::model::Model;
use crate::predicate::Predicate;
use crate::state::{Call, Node};

/// A query set on `M` that can still be filtered, whatever its rows and its order: what a trait with
/// methods of your own stands on.
///
/// Such methods follow each other, and everything else, as the methods of [`QuerySet`] do. The rows keep
/// their type. A method that changes what the rows are is a function of its own, which takes a query set.
///
/// Django: the methods of `ProductQuerySet(models.QuerySet)`, with `objects = ProductQuerySet.as_manager()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Filterable;
///
/// trait ProductQuery: Filterable<Product> {
///     fn active(self) -> Self {
///         self.filter(product::is_active)
///     }
///
///     fn dearer_than(self, price: i64) -> Self {
///         self.filter(product::price.gt(price))
///     }
/// }
///
/// impl<Q: Filterable<Product>> ProductQuery for Q {}
///
/// let query = Product::objects().active().values_list(product::name).dearer_than(100).order_by(product::id);
/// assert_sql!(
///     query,
///     r#"SELECT "shop_product"."name" FROM "shop_product" WHERE "shop_product"."is_active" = ? AND "shop_product"."price" > ? ORDER BY "shop_product"."id" ASC"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "this method filters query sets on `{M}`, and this is another one, or sliced, or a union",
    label = "call it before `limit()`, `offset()`, `slice()` and `union()`",
    note = "Django raises TypeError: Cannot filter a query once a slice has been taken, or AttributeError for another model"
)]
#[doc(alias = "as_manager")]
#[doc(alias = "Manager")]
pub trait Filterable<M: Model>: Sized {
    /// Keeps the rows for which `predicate` is true, as [`QuerySet::filter`] does.
    #[must_use = "a query set does nothing until it is run, by `all(&db)` and the like"]
    fn filter<P: Predicate<M, Context = Plain>>(self, predicate: P) -> Self {
        self.called(Call::Filter, predicate.predicate())
    }

    /// Drops the rows for which `predicate` is true, as [`QuerySet::exclude`] does.
    #[must_use = "a query set does nothing until it is run, by `all(&db)` and the like"]
    fn exclude<P: Predicate<M, Context = Plain>>(self, predicate: P) -> Self {
        self.called(Call::Exclude, predicate.predicate())
    }

    #[doc(hidden)]
    fn called(self, call: fn(Node) -> Call, node: Node) -> Self;
}

#[diagnostic::do_not_recommend]
impl<M: Model, R, S: Stages, X: Context> Filterable<M> for QuerySet<M, R, S, X>
where
    S::Origin: IsOneQuery,
    S::Slice: IsWhole,
{
    fn called(mut self, call: fn(Node) -> Call, node: Node) -> Self {
        self.state.call(call, node);
        self
    }
}
