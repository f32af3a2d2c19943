//! [`Model`]: what generated code says about each model.

use std::marker::PhantomData;

use crate::decode::Cells;
use crate::error::Error;
use crate::kind::Kind;
use crate::meta;
use crate::path::Nullability;
use crate::record::{FieldList, Marked};
use crate::value::Value;

/// A model: a Rust struct whose fields are the columns of a table. Implemented by generated code.
pub trait Model: Clone + Send + Sync + 'static {
    /// What the schema says about it.
    const META: &'static meta::Model;

    /// The kind of its primary key.
    type Key: Kind;

    /// Its columns as a list of types, in their order.
    type Fields: FieldList + Marked;

    /// The column of its primary key.
    type KeyColumn: Column<Model = Self>;

    /// The place of the primary key in [`Fields`](Self::Fields).
    type KeyPlace;

    /// Reads an instance from the cells that begin at `at`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] and [`Error::UnexpectedNull`], naming the field.
    fn decode(cells: &dyn Cells, at: usize) -> Result<Self, Error>;

    /// The value of the column at position `at` of [`meta::Model::columns`].
    ///
    /// # Panics
    ///
    /// When the model has no such column.
    fn value(&self, at: usize) -> Value;

    /// The value of the primary key.
    fn pk(&self) -> Value {
        self.value(Self::META.primary_key)
    }
}

/// A column of a model, as a type. Implemented by generated code.
pub trait Column: 'static {
    /// The model that has it.
    type Model: Model;
    /// Its kind.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null: Nullability;
    /// What the schema says about it.
    const META: &'static meta::Column;
}

/// Says that the schema names what the rows of a model are compared by. Implemented by generated code.
#[diagnostic::on_unimplemented(
    message = "the schema gives `{Self}` no `get_latest_by`, so `latest()` and `earliest()` have nothing to compare",
    label = "write `latest_by(…, &db)` or `earliest_by(…, &db)`",
    note = "or write `get_latest_by = \"…\"` under `[models.{Self}]` in the schema",
    note = "Django raises ValueError: earliest() and latest() require either fields as positional arguments or 'get_latest_by' in the model's Meta."
)]
pub trait HasLatest: Model {}

/// Says that no two rows share a value of this column. Implemented by generated code.
#[diagnostic::on_unimplemented(
    message = "`in_bulk_by()` needs a unique field, and the column `{Self}` is not unique",
    label = "several rows may have the same value of it",
    note = "ask for the rows by `filter(….in_(…)).all(&db)`, or declare the field `unique`",
    note = "Django raises ValueError: in_bulk()'s field_name must be a unique field but it isn't."
)]
pub trait Unique: Column {}

/// Says that two models are the same one.
#[diagnostic::on_unimplemented(
    message = "a field of `{Self}` cannot be used in a query on `{M}`",
    label = "reached from `{Self}`, not from `{M}`",
    note = "follow a relation from `{M}`, as in `entry::blog().name`, or compare with an outer query by `outer(…)`; Django raises FieldError: Cannot resolve keyword into field"
)]
pub trait Is<M> {}

#[diagnostic::do_not_recommend]
impl<M: Model> Is<M> for M {}

/// Says that two models are the same one, as [`Is`] does. Here the model of the query is known first,
/// so that the other can be inferred from it.
#[diagnostic::on_unimplemented(
    message = "a field of `{T}` cannot be used in a query on `{Self}`",
    label = "reached from `{T}`, not from `{Self}`",
    note = "follow a relation from `{Self}`, as in `entry::blog().name`, or compare with an outer query by `outer(…)`; Django raises FieldError: Cannot resolve keyword into field"
)]
pub trait Reads<T> {}

#[diagnostic::do_not_recommend]
impl<M: Model> Reads<M> for M {}

/// Says that all models of a list are the same one.
pub trait AllAre<M> {}

/// In a list of models: one.
pub struct Just<M>(PhantomData<fn() -> M>);

#[diagnostic::do_not_recommend]
impl<M> AllAre<M> for () {}
impl<M, T: Is<M>> AllAre<M> for Just<T> {}
impl<M, F: AllAre<M>, R: AllAre<M>> AllAre<M> for (F, R) {}
