//! [`MySqlCells`]: a row of MySQL or MariaDB, cell by cell.
//!
//! The type of each column is looked up once for all rows. A cell is then read from its bytes:
//! much comes in another type than it went (`SUM` and `AVG` are `DECIMAL`, a comparison is an
//! integer, JSON and UUID are text, and text may come as bytes).

use std::net::IpAddr;
use std::str::FromStr;

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sqlx::mysql::{MySqlRow, MySqlTypeInfo};
use sqlx::{Column as _, Decode, MySql, Row, Type, TypeInfo, ValueRef};
use uuid::Uuid;

use super::temporal;
use crate::decode::{CellError, Cells};
use crate::driver::server::owned_text;

/// A row, and how its columns are read.
pub(super) struct MySqlCells<'r> {
    pub(super) row: &'r MySqlRow,
    pub(super) columns: &'r [Column],
}

/// The form of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Int,
    UInt,
    Float,
    Double,
    Decimal,
    /// Text or bytes: the server does not always tell them apart.
    Text,
    /// `DATE`, `DATETIME`, `TIMESTAMP`.
    DateTime,
    Time,
    Bit,
    Other,
}

pub(super) fn columns(row: &MySqlRow) -> Box<[Column]> {
    row.columns().iter().map(|column| Column::of(column.type_info())).collect()
}

impl Column {
    fn of(type_info: &MySqlTypeInfo) -> Self {
        match type_info.name() {
            // `TINYINT(1)`, whose name does not tell whether it has a sign.
            "BOOLEAN" if *type_info == <u8 as Type<MySql>>::type_info() => Self::UInt,
            "BOOLEAN" | "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INT" | "BIGINT" => Self::Int,
            "YEAR" | "TINYINT UNSIGNED" | "SMALLINT UNSIGNED" | "MEDIUMINT UNSIGNED" | "INT UNSIGNED"
            | "BIGINT UNSIGNED" => Self::UInt,
            "FLOAT" => Self::Float,
            "DOUBLE" => Self::Double,
            "DECIMAL" => Self::Decimal,
            "DATE" | "DATETIME" | "TIMESTAMP" => Self::DateTime,
            "TIME" => Self::Time,
            "BIT" => Self::Bit,
            "CHAR" | "VARCHAR" | "TINYTEXT" | "TEXT" | "MEDIUMTEXT" | "LONGTEXT" | "BINARY" | "VARBINARY"
            | "TINYBLOB" | "BLOB" | "MEDIUMBLOB" | "LONGBLOB" | "ENUM" | "SET" | "JSON" => Self::Text,
            _ => Self::Other,
        }
    }
}

impl<'r> MySqlCells<'r> {
    /// The bytes of a cell, if it is not `NULL`, and how to read them.
    #[inline(always)]
    fn cell(&self, at: usize) -> Result<Option<(Column, &'r [u8])>, CellError> {
        match self.row.try_get_raw(at) {
            Ok(value) if value.is_null() => Ok(None),
            Ok(value) => {
                Ok(<&[u8] as Decode<MySql>>::decode(value).ok().map(|bytes| (self.columns[at], bytes)))
            }
            Err(_) => Err(self.no_column(at)),
        }
    }

    #[cold]
    fn no_column(&self, at: usize) -> CellError {
        CellError::new("a column", format!("a row of {} columns, and no position {at}", self.columns.len()))
    }

    #[cold]
    fn mismatch(&self, expected: &'static str, at: usize) -> CellError {
        let name = self.row.column(at).type_info().name().to_ascii_lowercase();
        let Ok(Some((column, bytes))) = self.cell(at) else { return CellError::new(expected, name) };
        let value = match column {
            Column::Int | Column::UInt | Column::Bit => int(column, bytes).map(|value| value.to_string()),
            Column::Float | Column::Double => float(column, bytes).map(|value| value.to_string()),
            Column::Decimal => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Column::Text => std::str::from_utf8(bytes).ok().map(|text| format!("{text:?}")),
            _ => None,
        };
        match value {
            Some(value) if value.len() <= 40 => CellError::new(expected, format!("{name} {value}")),
            _ => CellError::new(expected, name),
        }
    }

    /// Reads a cell that is not `NULL` with `read`, which says `None` for what it cannot take.
    #[inline]
    fn read<T>(
        &self,
        at: usize,
        expected: &'static str,
        read: impl FnOnce(Column, &'r [u8]) -> Option<T>,
    ) -> Result<Option<T>, CellError> {
        match self.cell(at)? {
            None => Ok(None),
            Some((column, bytes)) => match read(column, bytes) {
                Some(value) => Ok(Some(value)),
                None => Err(self.mismatch(expected, at)),
            },
        }
    }
}

impl Cells for MySqlCells<'_> {
    fn len(&self) -> usize {
        self.columns.len()
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.row.columns().get(at).map(sqlx::Column::name)
    }

    fn is_null(&self, at: usize) -> Result<bool, CellError> {
        Ok(self.cell(at)?.is_none())
    }

    fn bool(&self, at: usize) -> Result<Option<bool>, CellError> {
        self.read(at, "a boolean", |column, bytes| Some(int(column, bytes)? != 0))
    }

    fn int(&self, at: usize) -> Result<Option<i64>, CellError> {
        self.read(at, "an integer", |column, bytes| match (column, <[u8; 8]>::try_from(bytes)) {
            (Column::Int, Ok(bytes)) => Some(i64::from_le_bytes(bytes)),
            _ => small_int(column, bytes),
        })
    }

    fn uint(&self, at: usize) -> Result<Option<u64>, CellError> {
        self.read(at, "an integer that is not negative", |column, bytes| {
            u64::try_from(int(column, bytes)?).ok()
        })
    }

    fn float(&self, at: usize) -> Result<Option<f64>, CellError> {
        self.read(at, "a floating point number", |column, bytes| match column {
            Column::Decimal => f64::from_str(std::str::from_utf8(bytes).ok()?).ok(),
            _ => float(column, bytes).or_else(|| Some(int(column, bytes)? as f64)),
        })
    }

    fn decimal(&self, at: usize) -> Result<Option<Decimal>, CellError> {
        self.read(at, "a decimal number of at most 28 digits", |column, bytes| match column {
            Column::Decimal => decimal(bytes),
            Column::Float | Column::Double => Decimal::try_from(float(column, bytes)?).ok(),
            _ => int(column, bytes).map(Decimal::from),
        })
    }

    fn text(&self, at: usize) -> Result<Option<String>, CellError> {
        self.read(at, "text", |column, bytes| match column {
            Column::Text => owned_text(bytes),
            _ => None,
        })
    }

    fn date(&self, at: usize) -> Result<Option<civil::Date>, CellError> {
        self.read(at, "a date", |column, bytes| match column {
            Column::DateTime => Some(temporal::read_datetime(bytes)?.date()),
            // `STR_TO_DATE` and the like, whose type depends on the data.
            _ => civil::Date::from_str(text(column, bytes)?).ok(),
        })
    }

    fn datetime(&self, at: usize) -> Result<Option<civil::DateTime>, CellError> {
        self.read(at, "a date and time", |column, bytes| match column {
            Column::DateTime => temporal::read_datetime(bytes),
            _ => civil::DateTime::from_str(text(column, bytes)?).ok(),
        })
    }

    fn time(&self, at: usize) -> Result<Option<civil::Time>, CellError> {
        self.read(at, "a time of day", |column, bytes| match column {
            Column::Time => temporal::time_of_day(temporal::read_time(bytes)?),
            Column::DateTime => Some(temporal::read_datetime(bytes)?.time()),
            _ => civil::Time::from_str(text(column, bytes)?).ok(),
        })
    }

    fn duration(&self, at: usize) -> Result<Option<SignedDuration>, CellError> {
        self.read(at, "a duration", |column, bytes| match column {
            Column::Time => temporal::read_time(bytes),
            // `AVG` of microseconds has a fraction.
            Column::Decimal => decimal(bytes)?.round().to_i64().map(SignedDuration::from_micros),
            _ => i64::try_from(int(column, bytes)?).ok().map(SignedDuration::from_micros),
        })
    }

    fn uuid(&self, at: usize) -> Result<Option<Uuid>, CellError> {
        self.read(at, "a uuid", |column, bytes| match (column, bytes.len()) {
            (Column::Text, 16) => Uuid::from_slice(bytes).ok(),
            _ => Uuid::parse_str(text(column, bytes)?).ok(),
        })
    }

    fn json(&self, at: usize) -> Result<Option<serde_json::Value>, CellError> {
        self.read(at, "a json document", |column, bytes| match column {
            Column::Text => serde_json::from_slice(bytes).ok(),
            _ => None,
        })
    }

    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, CellError> {
        self.read(at, "bytes", |column, bytes| {
            matches!(column, Column::Text | Column::Bit).then(|| bytes.to_vec())
        })
    }

    fn ip(&self, at: usize) -> Result<Option<IpAddr>, CellError> {
        self.read(at, "an ip address", |column, bytes| IpAddr::from_str(text(column, bytes)?).ok())
    }
}

/// An integer of 64 bits. Apart, so that the most frequent form is read without its registers.
#[inline(never)]
fn small_int(column: Column, bytes: &[u8]) -> Option<i64> {
    i64::try_from(int(column, bytes)?).ok()
}

/// An integer of any width, with or without a sign, or a decimal number without a fraction.
#[inline]
fn int(column: Column, bytes: &[u8]) -> Option<i128> {
    match (column, bytes.len()) {
        (Column::Int, 8) => Some(i128::from(i64::from_le_bytes(bytes.try_into().ok()?))),
        (Column::Int, 4) => Some(i128::from(i32::from_le_bytes(bytes.try_into().ok()?))),
        (Column::Int, 2) => Some(i128::from(i16::from_le_bytes(bytes.try_into().ok()?))),
        (Column::Int, 1) => Some(i128::from(bytes[0].cast_signed())),
        (Column::UInt, 1..=8) => {
            Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | i128::from(*byte)))
        }
        (Column::Bit, 1..=8) => Some(bytes.iter().fold(0, |number, byte| number << 8 | i128::from(*byte))),
        (Column::Decimal, _) => {
            let text = std::str::from_utf8(bytes).ok()?;
            let (integral, fraction) = text.split_once('.').unwrap_or((text, ""));
            if fraction.bytes().all(|digit| digit == b'0') { integral.parse().ok() } else { None }
        }
        _ => None,
    }
}

fn float(column: Column, bytes: &[u8]) -> Option<f64> {
    match column {
        Column::Double => Some(f64::from_le_bytes(bytes.try_into().ok()?)),
        Column::Float => Some(f64::from(f32::from_le_bytes(bytes.try_into().ok()?))),
        _ => None,
    }
}

fn decimal(bytes: &[u8]) -> Option<Decimal> {
    Decimal::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

#[inline]
fn text(column: Column, bytes: &[u8]) -> Option<&str> {
    match column {
        Column::Text => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}
