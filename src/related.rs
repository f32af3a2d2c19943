//! [`Related`]: what every relation path has, beside the columns of the model it leads to.

use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use crate::context::{Context, Inside, NoOuter, Plain, Shifted};
use crate::meta;
use crate::model::{Column, Model};
use crate::path::Path;
use crate::predicate::Q;
use crate::query_set::{Annotated, Instances, PartialRows, QuerySet};
use crate::state::{ColumnRef, LookupName, Node, Right};
use crate::value::Value;

/// A relation path, as a value: `entry::blog()`, `blog::entry().authors()`.
///
/// The structs that generated relation functions give dereference to it.
pub struct Related<P>(PhantomData<fn() -> P>);

impl<P> Clone for Related<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Related<P> {}

impl<P> Related<P> {
    /// The path. Generated code calls it.
    #[doc(hidden)]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<P> Default for Related<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P: Path> Related<P> {
    /// True where it leads to `instance`.
    ///
    /// Its key is compared as a field: `entry::blog_id.exact(1)`, `entry::authors().id.exact(1)`.
    ///
    /// Django: `blog=instance`. SQL: the key is compared, without a join where that is possible.
    pub fn exact<T: RelatedInstance<P::Target>>(&self, instance: T) -> Q<P::Root> {
        let value = instance.instance().value(P::Key::meta().position);
        self.lookup(LookupName::Exact, Right::One(Node::Value(value)))
    }

    /// True where it leads to one of `items`: instances, or the rows of a query set.
    ///
    /// Django: `blog__in=[…]`, `blog__in=queryset`. SQL: `IN (…)`.
    pub fn in_<
        T: RelatedItems<
                P::Root,
                P::Target,
                Model: Leads<P::Target>,
                Rows: AreInstances,
                Parent: Inside<P::Root>,
            >,
    >(
        &self,
        items: T,
    ) -> Q<P::Root, T::Context> {
        let right = items.keys(P::Key::meta());
        Q::lookup(LookupName::In, key_node::<P>(), right)
    }

    /// True where it leads to no row, or with `false` where it leads to one.
    ///
    /// Django: `blog__isnull=True`. SQL: `IS NULL`, with an outer join where the key is elsewhere.
    pub fn isnull(&self, null: bool) -> Q<P::Root> {
        self.lookup(LookupName::IsNull, Right::Flag(null))
    }

    fn lookup(&self, name: LookupName, right: Right) -> Q<P::Root> {
        Q::lookup(name, key_node::<P>(), right)
    }
}

/// The key of the row at the end of a path.
pub(crate) fn key_node<P: Path>() -> Node {
    Node::Column(ColumnRef { steps: P::STEPS, column: P::Key::meta() })
}

/// The row at the end of a path.
pub(crate) fn related_node<P: Path>() -> Node {
    Node::Related(ColumnRef { steps: P::STEPS, column: P::Key::meta() })
}

/// A relation path as generated relation functions give it: `entry::blog()`. Implemented by generated
/// code.
pub trait Follows {
    /// The path.
    type Path: Path;
    /// The same model at the end of another path.
    type By<Q: Path<Target = <Self::Path as Path>::Target>>: Follows<Path = Q>;

    /// The way by that path.
    #[doc(hidden)]
    fn by<Q: Path<Target = <Self::Path as Path>::Target>>() -> Self::By<Q>;
}

/// What [`Related::exact`] takes: an instance of `T`, by reference.
#[diagnostic::on_unimplemented(
    message = "a relation to `{T}` is compared with a `&{T}`, not with `{Self}`",
    label = "not an instance of `{T}`",
    note = "compare the key: `entry::blog_id.exact(1)`, over several relations `entry::authors().id.exact(1)`",
    note = "Django takes a key there as well, and raises ValueError for an instance of another model: Must be \"Blog\" instance."
)]
pub trait RelatedInstance<T> {
    #[doc(hidden)]
    fn instance(&self) -> &T;
}

#[diagnostic::do_not_recommend]
impl<T: Model> RelatedInstance<T> for &T {
    fn instance(&self) -> &T {
        self
    }
}

macro_rules! instances_behind {
    ($($ty:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: Model> RelatedInstance<T> for $ty {
                fn instance(&self) -> &T {
                    self
                }
            }
        )*
    };
}

instances_behind! { &&T &&mut T &mut T &Box<T> &Rc<T> &Arc<T> }

/// Says that a path ends with a field.
#[diagnostic::on_unimplemented(
    message = "a relation has no order: `{Self}` is a model",
    label = "take a field of the related row: `entry::blog_id.gt(1)`, `entry::blog().name.gt(\"M\")`",
    note = "Django compares the keys of the related rows"
)]
pub trait IsComparable {}

/// For the message alone: a path would otherwise be told that it is no iterator.
#[doc(hidden)]
impl<P: Path> Related<P> {
    pub fn gt<T>(&self, _value: T)
    where
        P::Target: IsComparable,
    {
    }

    pub fn lt<T>(&self, _value: T)
    where
        P::Target: IsComparable,
    {
    }

    pub fn gte<T>(&self, _value: T)
    where
        P::Target: IsComparable,
    {
    }

    pub fn lte<T>(&self, _value: T)
    where
        P::Target: IsComparable,
    {
    }
}

/// Says that a relation to `T` leads to this model.
#[diagnostic::on_unimplemented(
    message = "a relation to `{T}` is not compared with `{Self}`",
    label = "not of the model `{T}`",
    note = "Django raises ValueError: Cannot query \"…\": Must be \"…\" instance."
)]
pub trait Leads<T> {}

#[diagnostic::do_not_recommend]
impl<T> Leads<T> for T {}

/// Says that rows are instances.
#[diagnostic::on_unimplemented(
    message = "a relation is compared with instances, and the rows of this query set are values",
    label = "not a query set of instances",
    note = "leave `values()` or `values_list()` out, or compare the key: `entry::blog_id.in_(…)`",
    note = "Django raises ValueError: The QuerySet value for the 'in' lookup must have 1 selected fields"
)]
pub trait AreInstances {}

#[diagnostic::do_not_recommend]
impl AreInstances for Instances {}
#[diagnostic::do_not_recommend]
impl<L> AreInstances for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<B: AreInstances, T> AreInstances for Annotated<B, T> {}

/// What [`Related::in_`] takes: instances of `T`, or a query set of them.
#[diagnostic::on_unimplemented(
    message = "`in_` of a relation to `{T}` does not take `{Self}`",
    label = "neither a list of `{T}` nor a query set of `{T}`",
    note = "compare the keys: `entry::blog_id.in_([1, 2])`, over several relations `entry::authors().id.in_([1, 2])`",
    note = "Django raises ValueError: Cannot use QuerySet for another model"
)]
pub trait RelatedItems<M, T> {
    /// The model of the items.
    type Model: Model;
    /// What the items are.
    type Rows;
    /// The query around it that it refers to.
    type Parent;
    /// What it needs from around it.
    type Context: Context;

    #[doc(hidden)]
    fn keys(self, key: &'static meta::Column) -> Right;
}

fn keys<'a, T: Model>(instances: impl IntoIterator<Item = &'a T>, key: &'static meta::Column) -> Right {
    let values = instances.into_iter().map(|instance| instance.value(key.position));
    Right::values(values.filter(|value| !Value::is_null(value)))
}

#[diagnostic::do_not_recommend]
impl<M, T, U: Model> RelatedItems<M, T> for &[U] {
    type Model = U;
    type Rows = Instances;
    type Parent = NoOuter;
    type Context = Plain;

    fn keys(self, key: &'static meta::Column) -> Right {
        keys(self, key)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T, U: Model> RelatedItems<M, T> for &Vec<U> {
    type Model = U;
    type Rows = Instances;
    type Parent = NoOuter;
    type Context = Plain;

    fn keys(self, key: &'static meta::Column) -> Right {
        keys(self, key)
    }
}

#[diagnostic::do_not_recommend]
impl<M, T, U: Model, const LENGTH: usize> RelatedItems<M, T> for [&U; LENGTH] {
    type Model = U;
    type Rows = Instances;
    type Parent = NoOuter;
    type Context = Plain;

    fn keys(self, key: &'static meta::Column) -> Right {
        keys(self, key)
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, T: Model, U: Model, R, S, X: Context> RelatedItems<M, T> for QuerySet<U, R, S, X> {
    type Model = U;
    type Rows = R;
    type Parent = X::Parent;
    type Context = Shifted<X>;

    fn keys(self, key: &'static meta::Column) -> Right {
        let mut state = self.into_state();
        state.select_values(vec![Node::Column(ColumnRef { steps: None, column: key })]);
        Right::Query(Box::new(state))
    }
}
