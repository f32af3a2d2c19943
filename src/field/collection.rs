//! Arrays and ranges, which PostgreSQL has: what they are read as, and bound as.

use std::fmt;
use std::ops::Bound;

use jiff::civil;
use rust_decimal::Decimal;

use super::{Base, FieldValue, read_typed, sealed};
use crate::decode::{CellError, Cells};
use crate::kind;
use crate::range::Range;
use crate::value::{Value, ValueType};

/// An item of an array: a field's value, or an `Option` of one where it may be `NULL`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an item of an array",
    label = "not a type that a field can hold"
)]
pub trait ArrayItem: Clone + fmt::Debug + Send + Sync + 'static {
    /// Its type, without the `Option`.
    type Value: FieldValue;

    /// What is bound for it.
    #[doc(hidden)]
    fn to_item(&self) -> Value;

    /// Reads it from a cell.
    ///
    /// # Errors
    ///
    /// When the cell holds something else.
    fn read(cells: &dyn Cells, at: usize) -> Result<Self, CellError>
    where
        Self: Sized;
}

impl<T: FieldValue> ArrayItem for T {
    type Value = T;

    fn to_item(&self) -> Value {
        self.to_value()
    }

    fn read(cells: &dyn Cells, at: usize) -> Result<Self, CellError> {
        match <Option<T> as ArrayItem>::read(cells, at)? {
            Some(value) => Ok(value),
            None => Err(CellError::new("a value", "`NULL`")),
        }
    }
}

impl<T: FieldValue> ArrayItem for Option<T> {
    type Value = T;

    fn to_item(&self) -> Value {
        self.as_ref().map_or(Value::Null(<T::Base as Base>::VALUE_TYPE), FieldValue::to_value)
    }

    fn read(cells: &dyn Cells, at: usize) -> Result<Self, CellError> {
        let base = <T::Base as Base>::read(cells, at)?;
        base.map(|base| T::from_base(base).map_err(CellError::Refused)).transpose()
    }
}

/// What an array of PostgreSQL is read as, and bound as.
pub struct Items<I>(Vec<I>);

/// A [`Base`] that has items: an array.
pub trait HasItems: Base {
    /// What they are.
    type Item: ArrayItem;
}

impl<I: ArrayItem> HasItems for Items<I> {
    type Item = I;
}

impl<I: ArrayItem> sealed::Sealed for Items<I> {}

impl<I: ArrayItem> Base for Items<I> {
    const VALUE_TYPE: ValueType = ValueType::Array(&<<I::Value as FieldValue>::Base as Base>::VALUE_TYPE);

    type Sort = kind::Array<<<I::Value as FieldValue>::Base as Base>::Sort>;
    type Kind<T: FieldValue<Base = Self>> = kind::Array<T>;

    fn into_value(self) -> Value {
        let items = self.0.iter().map(ArrayItem::to_item).collect();
        Value::Array(&<<I::Value as FieldValue>::Base as Base>::VALUE_TYPE, items)
    }

    fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError> {
        let mut items = Vec::new();
        let found = cells.items(at, &mut |cells| {
            items.reserve(cells.len());
            for at in 0..cells.len() {
                items.push(I::read(cells, at)?);
            }
            Ok(())
        })?;
        Ok(found.then_some(Self(items)))
    }
}

impl<I: ArrayItem> FieldValue for Vec<I> {
    type Base = Items<I>;

    fn from_base(base: Items<I>) -> Result<Self, String> {
        Ok(base.0)
    }

    fn to_base(&self) -> Items<I> {
        Items(self.clone())
    }
}

/// A [`Base`] that has bounds: a range.
pub trait HasBounds: Base {
    /// What they are.
    type Bound: FieldValue;
}

/// What ranges of PostgreSQL have for bounds. Sealed.
pub trait BoundBase: Base {}

impl BoundBase for i32 {}
impl BoundBase for i64 {}
impl BoundBase for Decimal {}
impl BoundBase for civil::Date {}
impl BoundBase for civil::DateTime {}

impl<T: FieldValue<Base: BoundBase>> HasBounds for Range<T> {
    type Bound = T;
}

impl<T: FieldValue<Base: BoundBase>> sealed::Sealed for Range<T> {}

impl<T: FieldValue<Base: BoundBase>> Base for Range<T> {
    const VALUE_TYPE: ValueType = ValueType::Range(&<T::Base as Base>::VALUE_TYPE);

    type Sort = kind::Range<T::Base>;
    type Kind<R: FieldValue<Base = Self>> = kind::Range<R>;

    fn into_value(self) -> Value {
        let bounds = self.into_bounds();
        let bounds = bounds
            .map(|(lower, upper)| (lower.map(|value| value.to_value()), upper.map(|value| value.to_value())));
        Value::Range(&<T::Base as Base>::VALUE_TYPE, Box::new(Range::from_bounds(bounds)))
    }

    fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError> {
        read_bounds(cells, at, &mut |cells, at| <Option<T> as ArrayItem>::read(cells, at))
    }
}

impl<T: FieldValue<Base: BoundBase>> FieldValue for Range<T> {
    type Base = Self;

    fn from_base(base: Self) -> Result<Self, String> {
        Ok(base)
    }

    fn to_base(&self) -> Self {
        self.clone()
    }
}

/// Reads a range, each of its bounds by `read`.
fn read_bounds<T>(
    cells: &dyn Cells,
    at: usize,
    read: &mut dyn FnMut(&dyn Cells, usize) -> Result<Option<T>, CellError>,
) -> Result<Option<Range<T>>, CellError> {
    let mut range = Range::empty();
    let found = cells.bounds(at, &mut |included, cells| {
        let mut bound = |at: usize| -> Result<Bound<T>, CellError> {
            Ok(match read(cells, at)? {
                None => Bound::Unbounded,
                Some(value) if included[at] => Bound::Included(value),
                Some(value) => Bound::Excluded(value),
            })
        };
        range = Range::between(bound(0)?, bound(1)?);
        Ok(())
    })?;
    Ok(found.then_some(range))
}

/// Reads an array of values of a type that is known at run time.
pub(super) fn read_array(
    cells: &dyn Cells,
    at: usize,
    of: &'static ValueType,
) -> Result<Option<Value>, CellError> {
    let mut items = Vec::new();
    let found = cells.items(at, &mut |cells| {
        for at in 0..cells.len() {
            items.push(read_typed(cells, at, *of, false)?.unwrap_or(Value::Null(*of)));
        }
        Ok(())
    })?;
    Ok(found.then(|| Value::Array(of, items.into())))
}

/// Reads a range of values of a type that is known at run time.
pub(super) fn read_range(
    cells: &dyn Cells,
    at: usize,
    of: &'static ValueType,
) -> Result<Option<Value>, CellError> {
    let range = read_bounds(cells, at, &mut |cells, at| read_typed(cells, at, *of, false))?;
    Ok(range.map(|range| Value::Range(of, Box::new(range))))
}
