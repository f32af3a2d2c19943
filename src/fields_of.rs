//! [`FieldTuple`]: the values of all fields of an instance, as one tuple.
//!
//! Generated code takes instances apart and puts them together. What is done with each field, from reading it to
//! comparing it, is written once, here: a method with a line for each field would be checked for each model.

use std::convert::Infallible;
use std::fmt::{self, DebugStruct};

use crate::decode::Cells;
use crate::error::Error;
use crate::field::{self, Base, FieldValue};
use crate::meta;
use crate::model::Model;
use crate::value::Value;

/// The value of a field: an `Option` where it may be `NULL`.
pub trait FieldOf: Clone + fmt::Debug + 'static {
    /// Reads it from the cell at `at`.
    fn read(cells: &dyn Cells, at: usize, column: &'static meta::Column) -> Result<Self, Error>;

    /// Takes it out of the value that is bound for it.
    fn of_value(value: Value, column: &'static meta::Column) -> Result<Self, Error>;

    /// The value that is bound for it.
    fn value(&self) -> Value;
}

impl<T: FieldValue> FieldOf for T {
    #[inline]
    fn read(cells: &dyn Cells, at: usize, column: &'static meta::Column) -> Result<Self, Error> {
        field::read(cells, at, column)
    }

    #[inline]
    fn of_value(value: Value, column: &'static meta::Column) -> Result<Self, Error> {
        match field::of_value(value, column)? {
            Some(value) => Ok(value),
            None => Err(field::missing(column)),
        }
    }

    #[inline]
    fn value(&self) -> Value {
        field::value_of(self)
    }
}

impl<T: FieldValue> FieldOf for Option<T> {
    #[inline]
    fn read(cells: &dyn Cells, at: usize, column: &'static meta::Column) -> Result<Self, Error> {
        field::read_nullable(cells, at, column)
    }

    #[inline]
    fn of_value(value: Value, column: &'static meta::Column) -> Result<Self, Error> {
        field::of_value(value, column)
    }

    #[inline]
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null(<T::Base as Base>::VALUE_TYPE), field::value_of)
    }
}

/// The values of a row on their way into an instance, in the order of its columns.
pub struct RowValues<'v> {
    values: &'v mut std::vec::IntoIter<Value>,
    /// A key that is not among them, and how many are before it.
    key: Option<(usize, i64)>,
}

impl<'v> RowValues<'v> {
    pub(crate) fn new(values: &'v mut std::vec::IntoIter<Value>) -> Self {
        Self { values, key: None }
    }

    /// Those of a row with a key at `place` that is not among the values.
    pub(crate) fn with_key(values: &'v mut std::vec::IntoIter<Value>, place: usize, key: i64) -> Self {
        Self { values, key: Some((place, key)) }
    }

    /// The next one.
    #[inline]
    pub(crate) fn take(&mut self) -> Value {
        match &mut self.key {
            Some((0, key)) => {
                let key = *key;
                self.key = None;
                Value::Int(key)
            }
            Some((before, _)) => {
                *before -= 1;
                self.value()
            }
            None => self.value(),
        }
    }

    #[inline]
    fn value(&mut self) -> Value {
        self.values.next().expect("a row has a value for each of its columns")
    }
}

/// The values of fields that stand side by side: a tuple of up to 16, or [`More`].
pub trait FieldTuple: Sized + 'static {
    /// The same by reference.
    type Refs<'i>;

    /// How many they are.
    const COUNT: usize;

    /// Reads them from the cells that begin at `at`.
    fn read(cells: &dyn Cells, at: usize, columns: &'static [meta::Column]) -> Result<Self, Error>;

    /// Takes them out of the values that are bound for them.
    fn of_values(values: &mut RowValues<'_>, columns: &'static [meta::Column]) -> Result<Self, Error>;

    /// The values themselves.
    fn cloned(refs: Self::Refs<'_>) -> Self;

    /// The value that is bound for the one at `at`.
    fn value(refs: Self::Refs<'_>, at: usize) -> Value;

    /// Shows each under the name of its column.
    fn show(refs: Self::Refs<'_>, columns: &[meta::Column], shown: &mut DebugStruct<'_, '_>);
}

/// Says that the values of fields can be compared.
pub trait SameFields: FieldTuple {
    /// Whether all are equal.
    fn same(left: Self::Refs<'_>, right: Self::Refs<'_>) -> bool;
}

/// Values of fields, and those behind them: what is more than a tuple of them.
pub struct More<F, R>(pub F, pub R);

impl<F: FieldTuple, R: FieldTuple> FieldTuple for More<F, R> {
    type Refs<'i> = More<F::Refs<'i>, R::Refs<'i>>;

    const COUNT: usize = F::COUNT + R::COUNT;

    #[inline]
    fn read(cells: &dyn Cells, at: usize, columns: &'static [meta::Column]) -> Result<Self, Error> {
        let (first, rest) = columns.split_at(F::COUNT);
        Ok(More(F::read(cells, at, first)?, R::read(cells, at + F::COUNT, rest)?))
    }

    #[inline]
    fn of_values(values: &mut RowValues<'_>, columns: &'static [meta::Column]) -> Result<Self, Error> {
        let (first, rest) = columns.split_at(F::COUNT);
        Ok(More(F::of_values(values, first)?, R::of_values(values, rest)?))
    }

    #[inline]
    fn cloned(refs: Self::Refs<'_>) -> Self {
        More(F::cloned(refs.0), R::cloned(refs.1))
    }

    #[inline]
    fn value(refs: Self::Refs<'_>, at: usize) -> Value {
        match at.checked_sub(F::COUNT) {
            Some(at) => R::value(refs.1, at),
            None => F::value(refs.0, at),
        }
    }

    fn show(refs: Self::Refs<'_>, columns: &[meta::Column], shown: &mut DebugStruct<'_, '_>) {
        let (first, rest) = columns.split_at(F::COUNT);
        F::show(refs.0, first, shown);
        R::show(refs.1, rest, shown);
    }
}

impl<F: SameFields, R: SameFields> SameFields for More<F, R> {
    #[inline]
    fn same(left: Self::Refs<'_>, right: Self::Refs<'_>) -> bool {
        F::same(left.0, right.0) && R::same(left.1, right.1)
    }
}

/// Of rows that have no instances.
impl FieldTuple for Infallible {
    type Refs<'i> = Self;

    const COUNT: usize = 0;

    fn read(_cells: &dyn Cells, _at: usize, _columns: &'static [meta::Column]) -> Result<Self, Error> {
        Err(no_instances())
    }

    fn of_values(_values: &mut RowValues<'_>, _columns: &'static [meta::Column]) -> Result<Self, Error> {
        Err(no_instances())
    }

    fn cloned(refs: Self) -> Self {
        refs
    }

    fn value(refs: Self, _at: usize) -> Value {
        match refs {}
    }

    fn show(refs: Self, _columns: &[meta::Column], _shown: &mut DebugStruct<'_, '_>) {
        match refs {}
    }
}

fn no_instances() -> Error {
    Error::InvalidQuery { message: "the rows of a common table expression are no instances".to_owned() }
}

/// The columns of a tuple. Their number is looked at once, not for each of them.
#[inline]
fn each<const COUNT: usize>(columns: &'static [meta::Column]) -> &'static [meta::Column; COUNT] {
    columns.first_chunk().expect("a field has a column")
}

macro_rules! tuples {
    ($($count:literal: $($name:ident $other:ident $index:tt)+;)*) => {
        $(
            #[allow(non_snake_case, reason = "one name for the type and its value")]
            impl<$($name: FieldOf),+> FieldTuple for ($($name,)+) {
                type Refs<'i> = ($(&'i $name,)+);

                const COUNT: usize = $count;

                #[inline]
                fn read(cells: &dyn Cells, at: usize, columns: &'static [meta::Column]) -> Result<Self, Error> {
                    let columns = each::<$count>(columns);
                    Ok(($($name::read(cells, at + $index, &columns[$index])?,)+))
                }

                #[inline]
                fn of_values(
                    values: &mut RowValues<'_>,
                    columns: &'static [meta::Column],
                ) -> Result<Self, Error> {
                    let columns = each::<$count>(columns);
                    Ok(($($name::of_value(values.take(), &columns[$index])?,)+))
                }

                #[inline]
                fn cloned(($($name,)+): Self::Refs<'_>) -> Self {
                    ($($name.clone(),)+)
                }

                #[inline]
                fn value(($($name,)+): Self::Refs<'_>, at: usize) -> Value {
                    match at {
                        $($index => $name.value(),)+
                        _ => unreachable!("the model has no such column"),
                    }
                }

                fn show(
                    ($($name,)+): Self::Refs<'_>,
                    columns: &[meta::Column],
                    shown: &mut DebugStruct<'_, '_>,
                ) {
                    $(shown.field(columns[$index].name, $name);)+
                }
            }

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            impl<$($name: FieldOf + PartialEq),+> SameFields for ($($name,)+) {
                #[inline]
                fn same(($($name,)+): Self::Refs<'_>, ($($other,)+): Self::Refs<'_>) -> bool {
                    $($name == $other)&&+
                }
            }
        )*
    };
}

tuples! {
    1: A A2 0;
    2: A A2 0 B B2 1;
    3: A A2 0 B B2 1 C C2 2;
    4: A A2 0 B B2 1 C C2 2 D D2 3;
    5: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4;
    6: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5;
    7: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6;
    8: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7;
    9: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8;
    10: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9;
    11: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10;
    12: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10 L L2 11;
    13: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10 L L2 11 M M2 12;
    14: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10 L L2 11 M M2 12 N N2 13;
    15: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10 L L2 11 M M2 12 N N2 13 O O2 14;
    16: A A2 0 B B2 1 C C2 2 D D2 3 E E2 4 F F2 5 G G2 6 H H2 7 I I2 8 J J2 9 K K2 10 L L2 11 M M2 12 N N2 13 O O2 14 P P2 15;
}

/// The fields of an instance by reference.
pub type FieldsOf<'i, M> = <<M as Model>::Row as FieldTuple>::Refs<'i>;

/// A copy of an instance.
#[inline]
pub fn cloned<M: Model>(instance: &M) -> M {
    M::of_fields(M::Row::cloned(instance.by_fields()))
}

/// Whether two instances have the same values.
#[inline]
pub fn same<M: Model<Row: SameFields>>(left: &M, right: &M) -> bool {
    M::Row::same(left.by_fields(), right.by_fields())
}

/// Shows an instance as the struct that it is.
///
/// # Errors
///
/// Those of the formatter.
pub fn show<M: Model>(instance: &M, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(M::META.name);
    M::Row::show(instance.by_fields(), M::META.columns, &mut shown);
    shown.finish()
}
