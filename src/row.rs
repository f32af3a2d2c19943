//! [`row!`](crate::row): rows as structs of a user's own.

use crate::context::{Context, Merge, Merged};
use crate::decode::Cells;
use crate::error::Error;
use crate::model::Just;
use crate::selection::Selectable;
use crate::state::Node;

/// Expressions one behind the other, as [`row!`](crate::row) lists them.
#[derive(Clone, Copy, Debug)]
pub struct Chain<F, R>(#[doc(hidden)] pub F, #[doc(hidden)] pub R);

/// The last of some expressions.
#[derive(Clone, Copy, Debug)]
pub struct Last<F>(#[doc(hidden)] pub F);

/// A list of expressions, each for a field of a struct: [`Chain`]s, and a [`Last`] one.
pub trait Columns {
    /// The models whose fields it names, as a list.
    type Models;
    /// What it needs from around it.
    type Context: Context;
    /// Which of them are computed from several rows, as a list.
    type Depths;
    /// Their values, as pairs.
    type Values: Send + 'static;

    #[doc(hidden)]
    fn nodes(&self, all: &mut Vec<Node>);

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Values, Error>;
}

impl<F: Selectable> Columns for Last<F> {
    type Models = Just<F::Model>;
    type Context = F::Context;
    type Depths = F::Depth;
    type Values = (F::Value, ());

    fn nodes(&self, all: &mut Vec<Node>) {
        all.push(self.0.node_of());
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Values, Error> {
        Ok((F::read(cells, at)?, ()))
    }
}

impl<F, R> Columns for Chain<F, R>
where
    F: Selectable,
    R: Columns,
    F::Context: Merge<R::Context>,
{
    type Models = (Just<F::Model>, R::Models);
    type Context = Merged<F::Context, R::Context>;
    type Depths = (F::Depth, R::Depths);
    type Values = (F::Value, R::Values);

    fn nodes(&self, all: &mut Vec<Node>) {
        all.push(self.0.node_of());
        self.1.nodes(all);
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Values, Error> {
        Ok((F::read(cells, at)?, R::read(cells, at)?))
    }
}

/// What [`values_as()`](crate::QuerySet::values_as) takes: the struct `T`, and an expression for each of
/// its fields. [`row!`](crate::row) makes it.
#[must_use = "it does nothing until `values_as()` takes it"]
pub struct RowOf<C: Columns, T> {
    pub(crate) columns: C,
    pub(crate) make: fn(C::Values) -> T,
}

/// What [`row!`](crate::row) makes.
#[doc(hidden)]
pub fn row_of<C: Columns, T>(columns: C, make: fn(C::Values) -> T) -> RowOf<C, T> {
    RowOf { columns, make }
}

/// Says which expression each field of a struct of your own is read from, for
/// [`values_as()`](crate::QuerySet::values_as).
///
/// A field that is left out does not compile, nor does one of another type: a column that may be `NULL`
/// needs an `Option`. There can be as many fields as you like.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// #[derive(serde::Serialize)]
/// struct Row {
///     headline: String,
///     blog: String,
///     rating: Option<i32>,
/// }
///
/// # tokio_test(async |db| {
/// let row = row!(Row { headline: entry::headline, blog: entry::blog().name, rating: entry::rating });
/// let rows: Vec<Row> = Entry::objects().order_by(entry::id).values_as(row).all(&db).await?;
/// assert_eq!(
///     serde_json::to_value(&rows[0]).unwrap(),
///     serde_json::json!({ "headline": "Yesterday", "blog": "Beatles Blog", "rating": 5 })
/// );
/// # Ok(()) });
/// ```
#[macro_export]
macro_rules! row {
    (@columns $last:expr,) => { $crate::Last($last) };
    (@columns $first:expr, $($rest:expr,)+) => { $crate::Chain($first, $crate::row!(@columns $($rest,)+)) };
    (@values) => { () };
    (@values $first:ident $($rest:ident)*) => { ($first, $crate::row!(@values $($rest)*)) };
    ($($name:ident)::+ { $($field:ident: $column:expr),+ $(,)? }) => {
        $crate::row_of(
            $crate::row!(@columns $($column,)+),
            |$crate::row!(@values $($field)+)| $($name)::+ { $($field: $crate::fitted($field)),+ },
        )
    };
}
