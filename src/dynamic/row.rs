//! [`DynamicRow`]: a row whose fields are known at run time only.

use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::decode::{Cells, TakeRow};
use crate::error::Error;
use crate::field::{CellOf, read_as};
use crate::serialize::Stored;
use crate::value::{Value, ValueType};

/// A field of rows that are read by name.
#[derive(Clone, Debug)]
pub(super) struct RowField {
    pub(super) name: String,
    pub(super) kind: ValueType,
    /// Whether its integers may be above [`i64::MAX`].
    pub(super) unsigned: bool,
    /// The column that it is, or is made of.
    pub(super) of: CellOf,
}

impl RowField {
    fn read(&self, cells: &dyn Cells, at: usize) -> Result<Value, Error> {
        let value = read_as(cells, at, self.kind, self.unsigned, self.of)?;
        Ok(value.unwrap_or(Value::Null(self.kind)))
    }
}

/// A row whose fields are known at run time only: their names, and a [`Value`] for each.
///
/// It serializes as a map with the names that were asked for: `{"headline": …, "blog__name": …}`.
#[derive(Clone, PartialEq)]
pub struct DynamicRow {
    names: Arc<[String]>,
    values: Vec<Value>,
}

impl DynamicRow {
    /// The names of the fields, as they were asked for.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The values, in the order of the names.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The value of a field that was asked for by this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let at = self.names.iter().position(|other| other == name)?;
        self.values.get(at)
    }

    /// The values without their names.
    #[must_use]
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }
}

impl fmt::Debug for DynamicRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.names.iter().zip(&self.values)).finish()
    }
}

impl Serialize for DynamicRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.names.len()))?;
        for (name, value) in self.names.iter().zip(&self.values) {
            map.serialize_entry(name, &Stored(value))?;
        }
        map.end()
    }
}

/// Reads rows, each cell as the kind of its field.
pub(super) struct ReadRows {
    fields: Vec<RowField>,
    names: Arc<[String]>,
    pub(super) rows: Vec<DynamicRow>,
}

impl ReadRows {
    pub(super) fn new(fields: Vec<RowField>) -> Self {
        let names = fields.iter().map(|field| field.name.clone()).collect();
        Self { fields, names, rows: Vec::new() }
    }
}

impl TakeRow for ReadRows {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        let values = self.fields.iter().enumerate().map(|(at, field)| field.read(row, at));
        self.rows
            .push(DynamicRow { names: Arc::clone(&self.names), values: values.collect::<Result<_, _>>()? });
        Ok(())
    }

    fn taken(&self) -> usize {
        self.rows.len()
    }
}
