//! `contains()`, `in_bulk()`, `in_bulk_by()`: whether instances are there, and instances by their keys.

use std::borrow::Cow;
use std::hash::Hash;
use std::ops::RangeFull;

use indexmap::IndexMap;

use super::prefetch::Plan;
use super::{
    AllowedIn, Annotated, Fetch, Instances, IsOneQuery, NestedRows, OfAllRows, PartialRows, QuerySet, Rows,
    Stages,
};
use crate::backend::RunsOn;
use crate::compile;
use crate::context::{Closed, Context};
use crate::db::{Executor, Reader};
use crate::decode::Collect;
use crate::dialect::Dialect;
use crate::driver::Statement;
use crate::error::Error;
use crate::expr::{At, Expr};
use crate::field::{FieldValue, of_value, value_of};
use crate::kind::Kind;
use crate::literal::{Fits, Item};
use crate::meta;
use crate::model::{Is, Model, Unique};
use crate::operand::List;
use crate::path::{Path, Root};
use crate::record::{Find, LoadedField, Partial};
use crate::state::{ColumnRef, Node, State};
use crate::value::Value;

/// Says that rows are instances of the model, whole or in part, so that they have keys.
#[diagnostic::on_unimplemented(
    message = "the rows of this query set are values, and `contains()` and `in_bulk()` are about instances",
    label = "not after `values()` or `values_list()`",
    note = "Django raises TypeError: Cannot call QuerySet.contains() after .values() or .values_list(), and in_bulk() cannot be used with values() or values_list()."
)]
pub trait HoldsInstances {}

#[diagnostic::do_not_recommend]
impl HoldsInstances for Instances {}
#[diagnostic::do_not_recommend]
impl<L> HoldsInstances for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<B: HoldsInstances, T> HoldsInstances for Annotated<B, T> {}
#[diagnostic::do_not_recommend]
impl<R: HoldsInstances> HoldsInstances for NestedRows<R> {}

/// An instance of `M`, whole or in part.
#[diagnostic::on_unimplemented(
    message = "a query set on `{M}` contains instances of `{M}`, not `{Self}`",
    label = "not an instance of `{M}`",
    note = "to ask by its key, write `filter(entry::id.exact(key)).exists(&db)`",
    note = "Django returns False for an instance of another model, and raises TypeError for the rest: 'obj' must be a model instance."
)]
pub trait InstanceOf<M> {
    /// The value of its primary key.
    #[doc(hidden)]
    fn key(&self) -> Value;
}

#[diagnostic::do_not_recommend]
impl<M: Model> InstanceOf<M> for M {
    fn key(&self) -> Value {
        self.pk()
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, L> InstanceOf<M> for Partial<M, L>
where
    L: Find<KeyOf<M>, M::KeyPlace>,
    L::Slot: LoadedField<KeyOf<M>, Value: FieldValue>,
{
    fn key(&self) -> Value {
        value_of(self.get::<Expr<KeyOf<M>, M::Key>, M::KeyPlace>(crate::expr::column()))
    }
}

/// What the primary key of `M` is known by.
type KeyOf<M> = At<Root<M>, <M as Model>::KeyColumn>;

/// What `in_bulk()` takes for a field of the kind `K`: a list of values, or `..` for all rows.
#[diagnostic::on_unimplemented(
    message = "`in_bulk()` takes a list of keys, or `..` for all rows, not `{Self}`",
    label = "not a list of `{K}` values",
    note = "a list is an array, a `Vec`, a slice or a set",
    note = "Django raises TypeError: 'int' object is not iterable"
)]
pub trait BulkKeys<K> {
    /// The Rust type of a key.
    type Value;

    /// The keys; `None` asks for all rows.
    #[doc(hidden)]
    fn keys(self) -> Option<Vec<Value>>;
}

#[diagnostic::do_not_recommend]
impl<K, L: List> BulkKeys<K> for L {
    type Value = <L::Item as Item>::Value;

    fn keys(self) -> Option<Vec<Value>> {
        Some(self.values())
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind> BulkKeys<K> for RangeFull {
    type Value = K::Value;

    fn keys(self) -> Option<Vec<Value>> {
        None
    }
}

/// Says that a path stays where it is, so that its columns are those of the model itself.
#[diagnostic::on_unimplemented(
    message = "`in_bulk_by()` takes a field of its own model, and this one is reached over a relation",
    label = "a field of a related model",
    note = "Django raises FieldDoesNotExist: Entry has no field named 'blog__name'"
)]
pub trait IsOwn {}

#[diagnostic::do_not_recommend]
impl<M> IsOwn for Root<M> {}

impl<M: Model, R: Rows<M>, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Whether `instance` is among the rows: whether a row has its primary key.
    ///
    /// Django: `contains(instance)`. SQL: `SELECT 1 … WHERE id = … LIMIT 1`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entry = Entry::objects().earliest_by(entry::id, &db).await?;
    /// assert!(Entry::objects().filter(entry::blog().name.startswith("Beatles")).contains(&entry, &db).await?);
    /// # Ok(()) });
    /// ```
    pub fn contains<'d, I: InstanceOf<M>, D: Executor<'d>>(&self, instance: &I, db: D) -> Fetch<'d, bool>
    where
        S::Origin: IsOneQuery,
        R: HoldsInstances,
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let mut state = self.state.clone();
        state.filter(Node::exact(M::META.pk(), instance.key()));
        let runner = db.runner();
        let compiled = compile::exists(&state, runner.dialect());
        Fetch::new(M::META, async move { Ok(!runner.fetch(compiled, |_| Ok(())).await?.is_empty()) })
    }

    /// The rows with these primary keys, by their keys, in the order of the query set; `..` asks for
    /// all rows.
    ///
    /// A key without a row is left out. With no keys nothing is sent to the database, and with more
    /// than one statement can bind there are several statements.
    ///
    /// Django: `in_bulk([1, 2])`, `in_bulk()`. SQL: `WHERE id IN (…)`.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entries = Entry::objects().in_bulk([1, 2, 99], &db).await?;
    /// assert_eq!(entries[&1].headline, "Yesterday");
    /// assert!(entries.get(&99).is_none());
    ///
    /// let all = Entry::objects().in_bulk(.., &db).await?;
    /// assert_eq!(all.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn in_bulk<'d, K, D>(&self, keys: K, db: D) -> Fetch<'d, IndexMap<<M::Key as Kind>::Value, R::Row>>
    where
        S::Origin: IsOneQuery,
        R: HoldsInstances,
        K: BulkKeys<M::Key, Value: Fits<M::Key>>,
        D: Executor<'d>,
        <M::Key as Kind>::Value: Eq + Hash,
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.bulk(M::META.pk(), keys.keys(), db)
    }

    /// The rows with these values of a unique field, by the values; `..` asks for all rows.
    ///
    /// As [`in_bulk()`](Self::in_bulk) otherwise. Of all rows, those where the field is `NULL` are left
    /// out; Django keeps one of them, under `None`.
    ///
    /// Django: `in_bulk(["zero"], field_name="label")`. SQL: `WHERE label IN (…)`.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// # use queryset::demo::blog::{Specimen, specimen};
    /// let specimens = Specimen::objects().in_bulk_by(specimen::label, ["zero", "one"], &db).await?;
    /// assert!(specimens.get("zero").is_none());
    /// # Ok(()) });
    /// ```
    pub fn in_bulk_by<'d, P, C, T, N, K, D>(
        &self,
        _field: Expr<At<P, C>, T, N>,
        keys: K,
        db: D,
    ) -> Fetch<'d, IndexMap<T::Value, R::Row>>
    where
        S::Origin: IsOneQuery,
        R: HoldsInstances,
        P: Path<Root: Is<M>> + IsOwn,
        C: Unique,
        T: Kind<Value: Eq + Hash>,
        K: BulkKeys<T, Value: Fits<T>>,
        D: Executor<'d>,
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.bulk(C::meta(), keys.keys(), db)
    }

    fn bulk<'d, V: FieldValue + Eq + Hash, D: Executor<'d>>(
        &self,
        column: &'static meta::Column,
        keys: Option<Vec<Value>>,
        db: D,
    ) -> Fetch<'d, IndexMap<V, R::Row>> {
        let runner = db.runner();
        let mut state = Cow::Borrowed(&self.state);
        let mut plan = Plan::new(&mut state, self.rows.parts());
        plan.read(state.to_mut(), Node::Column(ColumnRef { steps: None, column }), column);
        let statements = match keys {
            None => compile::select(&state, runner.dialect()).map(Vec::from_iter),
            Some(keys) => {
                let filter = |keys: &[Value]| Node::among(column, keys);
                statements_of_keys(&state, &keys, &filter, runner.dialect())
            }
        };
        let (sink, shape) = (plan.sink(&self.rows), self.rows.clone());
        Fetch::new(M::META, async move {
            let (sink, mut loaded, keys) = plan.run_each(statements?, sink, Reader::After(runner)).await?;
            let rows = Collect::rows(sink).into_iter().map(|row| shape.finish(row, &mut loaded));
            let mut by_key = IndexMap::new();
            for (key, row) in keys.into_values().into_iter().zip(rows) {
                if let Some(key) = of_value(key, column)? {
                    by_key.insert(key, row);
                }
            }
            Ok(by_key)
        })
    }
}

/// The statements that give the rows of a query with some keys, which `filter` asks for: as many as the
/// database's limit of values makes of them.
pub(super) fn statements_of_keys(
    state: &State,
    keys: &[Value],
    filter: &dyn Fn(&[Value]) -> Node,
    dialect: Dialect,
) -> Result<Vec<Statement>, Error> {
    let of_keys = |keys: &[Value]| {
        let mut state = state.clone();
        state.filter(filter(keys));
        compile::select(&state, dialect)
    };
    // It is an error where one statement cannot bind them.
    if let Ok(statement) = of_keys(keys) {
        return Ok(statement.into_iter().collect());
    }
    let others = compile::select(state, dialect)?.map_or(0, |statement| statement.values.len());
    let size = dialect.max_values().saturating_sub(others).max(1);
    keys.chunks(size).filter_map(|keys| of_keys(keys).transpose()).collect()
}
