//! [`PgCells`]: a row of PostgreSQL, cell by cell.
//!
//! The type of each column is looked up once for all rows. A cell is then read from its bytes, so
//! that an expression whose type is not quite the declared one (`SUM` of `bigint` is `numeric`)
//! still reads as what the query says it is.

use std::net::IpAddr;
use std::str::FromStr;

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use sqlx::postgres::{PgRow, PgTypeInfo, PgTypeKind};
use sqlx::{Column as _, Row, TypeInfo, ValueRef};
use uuid::Uuid;

use super::numeric::Numeric;
use super::temporal;
use crate::decode::{CellError, Cells};
use crate::driver::server::owned_text;

/// The cells of a [`Source`].
pub(super) struct PgCells<S>(S);

/// What has cells.
pub(super) trait Source {
    /// The bytes of a cell, if it is not `NULL`, and how to read them.
    fn cell(&self, at: usize) -> Result<Option<(Column, &[u8])>, CellError>;

    fn len(&self) -> usize;

    fn name(&self, at: usize) -> Option<&str>;

    /// The type of a cell, as people read it.
    fn type_name(&self, at: usize) -> String;
}

/// A row, and how its columns are read.
pub(super) struct RowOf<'r> {
    row: &'r PgRow,
    columns: &'r [Column],
}

/// The items of an array, or the bounds of a range.
struct Items<'r> {
    column: Column,
    items: &'r [Option<&'r [u8]>],
}

/// The form of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Bool,
    Int2,
    Int4,
    Int8,
    Oid,
    Float4,
    Float8,
    Numeric,
    Text,
    Bytes,
    Date,
    Time,
    Timestamp,
    Timestamptz,
    Interval,
    Uuid,
    Json,
    Jsonb,
    Inet,
    /// A range of values that are read so.
    Range(&'static Column),
    Other,
}

pub(super) fn columns(row: &PgRow) -> Box<[Column]> {
    row.columns().iter().map(|column| Column::of(column.type_info())).collect()
}

impl Column {
    fn of(type_info: &PgTypeInfo) -> Self {
        if let Some(built_in) = type_info.oid().and_then(|oid| Self::of_oid(oid.0)) {
            return built_in;
        }
        match type_info.kind() {
            PgTypeKind::Domain(base) => Self::of(base),
            PgTypeKind::Enum(_) => Self::Text,
            _ if type_info.name().eq_ignore_ascii_case("citext") => Self::Text,
            _ => Self::Other,
        }
    }

    /// The numbers of the built-in types, which never change.
    fn of_oid(oid: u32) -> Option<Self> {
        Some(match oid {
            16 => Self::Bool,
            17 => Self::Bytes,
            20 => Self::Int8,
            21 => Self::Int2,
            23 => Self::Int4,
            26 => Self::Oid,
            // "char", name, text, xml, unknown, character, character varying
            18 | 19 | 25 | 142 | 705 | 1042 | 1043 => Self::Text,
            114 => Self::Json,
            700 => Self::Float4,
            701 => Self::Float8,
            // cidr, inet
            650 | 869 => Self::Inet,
            1082 => Self::Date,
            1083 => Self::Time,
            1114 => Self::Timestamp,
            1184 => Self::Timestamptz,
            1186 => Self::Interval,
            1700 => Self::Numeric,
            2950 => Self::Uuid,
            3904 => Self::Range(&Self::Int4),
            3906 => Self::Range(&Self::Numeric),
            3908 => Self::Range(&Self::Timestamp),
            3910 => Self::Range(&Self::Timestamptz),
            3912 => Self::Range(&Self::Date),
            3926 => Self::Range(&Self::Int8),
            3802 => Self::Jsonb,
            _ => return None,
        })
    }
}

impl<'r> PgCells<RowOf<'r>> {
    pub(super) fn new(row: &'r PgRow, columns: &'r [Column]) -> Self {
        Self(RowOf { row, columns })
    }
}

impl Source for RowOf<'_> {
    #[inline(always)]
    fn cell(&self, at: usize) -> Result<Option<(Column, &[u8])>, CellError> {
        // By reference: to move the value out of its `Result` takes longer than to read it.
        match &self.row.try_get_raw(at) {
            Ok(value) if value.is_null() => Ok(None),
            Ok(value) => Ok(value.as_bytes().ok().map(|bytes| (self.columns[at], bytes))),
            Err(_) => Err(no_column(self.len(), at)),
        }
    }

    fn len(&self) -> usize {
        self.columns.len()
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.row.columns().get(at).map(sqlx::Column::name)
    }

    fn type_name(&self, at: usize) -> String {
        self.row.column(at).type_info().name().to_ascii_lowercase()
    }
}

impl Source for Items<'_> {
    fn cell(&self, at: usize) -> Result<Option<(Column, &[u8])>, CellError> {
        match self.items.get(at) {
            Some(item) => Ok(item.map(|bytes| (self.column, bytes))),
            None => Err(no_column(self.len(), at)),
        }
    }

    fn len(&self) -> usize {
        self.items.len()
    }

    fn name(&self, _at: usize) -> Option<&str> {
        None
    }

    fn type_name(&self, _at: usize) -> String {
        format!("{:?} in an array", self.column).to_ascii_lowercase()
    }
}

#[cold]
fn no_column(columns: usize, at: usize) -> CellError {
    CellError::new("a column", format!("a row of {columns} columns, and no position {at}"))
}

impl<S: Source> PgCells<S> {
    #[cold]
    fn mismatch(&self, expected: &'static str, at: usize) -> CellError {
        let name = self.0.type_name(at);
        let Ok(Some((column, bytes))) = self.0.cell(at) else { return CellError::new(expected, name) };
        let value = match column {
            Column::Bool | Column::Int2 | Column::Int4 | Column::Int8 | Column::Oid => {
                int(column, bytes).map(|value| value.to_string())
            }
            Column::Float4 | Column::Float8 => float(column, bytes).map(|value| value.to_string()),
            Column::Numeric => Numeric::new(bytes).map(|value| value.to_text()),
            Column::Text | Column::Json => std::str::from_utf8(bytes).ok().map(|text| format!("{text:?}")),
            _ => None,
        };
        match value {
            Some(value) if value.len() <= 40 => CellError::new(expected, format!("{name} {value}")),
            _ => CellError::new(expected, name),
        }
    }

    /// Reads a cell that is not `NULL` with `read`, which says `None` for what it cannot take.
    #[inline]
    fn read<'c, T>(
        &'c self,
        at: usize,
        expected: &'static str,
        read: impl FnOnce(Column, &'c [u8]) -> Option<T>,
    ) -> Result<Option<T>, CellError> {
        match self.0.cell(at)? {
            None => Ok(None),
            Some((column, bytes)) => match read(column, bytes) {
                Some(value) => Ok(Some(value)),
                None => Err(self.mismatch(expected, at)),
            },
        }
    }
}

impl<S: Source> Cells for PgCells<S> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.0.name(at)
    }

    fn is_null(&self, at: usize) -> Result<bool, CellError> {
        Ok(self.0.cell(at)?.is_none())
    }

    fn bool(&self, at: usize) -> Result<Option<bool>, CellError> {
        self.read(at, "a boolean", |column, bytes| match column {
            Column::Bool => Some(*bytes.first()? != 0),
            _ => Some(int(column, bytes)? != 0),
        })
    }

    fn int(&self, at: usize) -> Result<Option<i64>, CellError> {
        self.read(at, "an integer", |column, bytes| match column {
            Column::Numeric => integral(bytes),
            _ => int(column, bytes),
        })
    }

    fn uint(&self, at: usize) -> Result<Option<u64>, CellError> {
        self.read(at, "an integer that is not negative", |column, bytes| match column {
            Column::Numeric => u64::try_from(Numeric::new(bytes)?.to_i128()?).ok(),
            _ => u64::try_from(int(column, bytes)?).ok(),
        })
    }

    fn float(&self, at: usize) -> Result<Option<f64>, CellError> {
        self.read(at, "a floating point number", |column, bytes| match column {
            Column::Numeric => Some(Numeric::new(bytes)?.to_f64()),
            _ => float(column, bytes).or_else(|| Some(int(column, bytes)? as f64)),
        })
    }

    fn decimal(&self, at: usize) -> Result<Option<Decimal>, CellError> {
        self.read(at, "a decimal number of at most 28 digits", |column, bytes| match column {
            Column::Numeric => Numeric::new(bytes)?.to_decimal(),
            Column::Float4 | Column::Float8 => Decimal::try_from(float(column, bytes)?).ok(),
            _ => int(column, bytes).map(Decimal::from),
        })
    }

    fn text(&self, at: usize) -> Result<Option<String>, CellError> {
        self.read(at, "text", |column, bytes| owned_text(text_bytes(column, bytes)?))
    }

    fn date(&self, at: usize) -> Result<Option<civil::Date>, CellError> {
        self.read(at, "a date", |column, bytes| match column {
            Column::Date => date(bytes),
            _ => Some(moment(column, bytes)?.date()),
        })
    }

    fn datetime(&self, at: usize) -> Result<Option<civil::DateTime>, CellError> {
        self.read(at, "a date and time", |column, bytes| match column {
            Column::Date => Some(date(bytes)?.to_datetime(civil::Time::midnight())),
            _ => moment(column, bytes),
        })
    }

    fn time(&self, at: usize) -> Result<Option<civil::Time>, CellError> {
        self.read(at, "a time of day", |column, bytes| match column {
            Column::Time => temporal::time(i64::from_be_bytes(bytes.try_into().ok()?)),
            _ => Some(moment(column, bytes)?.time()),
        })
    }

    fn duration(&self, at: usize) -> Result<Option<SignedDuration>, CellError> {
        self.read(at, "a duration", |column, bytes| match column {
            Column::Interval => {
                let (microseconds, rest) = bytes.split_first_chunk::<8>()?;
                let (days, months) = rest.split_first_chunk::<4>()?;
                temporal::duration(
                    i32::from_be_bytes(months.try_into().ok()?),
                    i32::from_be_bytes(*days),
                    i64::from_be_bytes(*microseconds),
                )
            }
            _ => None,
        })
    }

    fn uuid(&self, at: usize) -> Result<Option<Uuid>, CellError> {
        self.read(at, "a uuid", |column, bytes| match column {
            Column::Uuid => Uuid::from_slice(bytes).ok(),
            _ => Uuid::parse_str(text(column, bytes)?).ok(),
        })
    }

    fn json(&self, at: usize) -> Result<Option<serde_json::Value>, CellError> {
        self.read(at, "a json document", |column, bytes| serde_json::from_str(text(column, bytes)?).ok())
    }

    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, CellError> {
        self.read(at, "bytes", |column, bytes| (column == Column::Bytes).then(|| bytes.to_vec()))
    }

    fn items(
        &self,
        at: usize,
        read: &mut dyn FnMut(&dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        let items = self.read(at, "an array", |_, bytes| items(bytes))?;
        let Some((column, items)) = items else { return Ok(false) };
        read(&PgCells(Items { column, items: &items }))?;
        Ok(true)
    }

    fn bounds(
        &self,
        at: usize,
        read: &mut dyn FnMut([bool; 2], &dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        let bounds = self.read(at, "a range", |column, bytes| match column {
            Column::Range(of) => Some((*of, bounds(bytes)?)),
            _ => None,
        })?;
        let Some((column, bounds)) = bounds else { return Ok(false) };
        if let Some((included, bounds)) = bounds {
            read(included, &PgCells(Items { column, items: &bounds }))?;
        }
        Ok(true)
    }

    fn ip(&self, at: usize) -> Result<Option<IpAddr>, CellError> {
        self.read(at, "an ip address", |column, bytes| match column {
            Column::Inet => ip(bytes),
            _ => IpAddr::from_str(text(column, bytes)?).ok(),
        })
    }
}

/// Takes a number from the front.
fn number(bytes: &mut &[u8]) -> Option<i32> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    Some(i32::from_be_bytes(*number))
}

/// Takes as many bytes from the front as the number there says.
fn sized<'r>(bytes: &mut &'r [u8]) -> Option<&'r [u8]> {
    let length = usize::try_from(number(bytes)?).ok()?;
    let (sized, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(sized)
}

/// The bounds of a range, and whether they belong to it; `None` inside is the empty one.
type Bounds<'r> = Option<([bool; 2], [Option<&'r [u8]>; 2])>;

/// A range: whether it is empty, which bounds belong to it, and which there are, as bits; then each bound
/// with its length before it.
fn bounds(bytes: &[u8]) -> Option<Bounds<'_>> {
    const EMPTY: u8 = 0x01;
    const INCLUDED: [u8; 2] = [0x02, 0x04];
    const INFINITE: [u8; 2] = [0x08, 0x10];
    let (flags, mut rest) = bytes.split_first()?;
    if flags & EMPTY != 0 {
        return Some(None);
    }
    let mut bounds = [None; 2];
    for (bound, infinite) in bounds.iter_mut().zip(INFINITE) {
        if flags & infinite == 0 {
            *bound = Some(sized(&mut rest)?);
        }
    }
    Some(Some((INCLUDED.map(|included| flags & included != 0), bounds)))
}

/// An array of one dimension: how many dimensions, whether there is a `NULL`, the type; where there are
/// items, how many, and the number of the first; then each with its length before it, -1 for `NULL`.
fn items(bytes: &[u8]) -> Option<(Column, Vec<Option<&[u8]>>)> {
    let mut rest = bytes;
    let (dimensions, _has_null) = (number(&mut rest)?, number(&mut rest)?);
    let column = Column::of_oid(number(&mut rest)?.cast_unsigned())?;
    let count = match dimensions {
        0 => 0,
        1 => {
            let (count, _first) = (number(&mut rest)?, number(&mut rest)?);
            usize::try_from(count).ok()?
        }
        _ => return None,
    };
    let mut items = Vec::new();
    for _ in 0..count {
        match number(&mut rest)? {
            -1 => items.push(None),
            length => {
                let (item, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
                items.push(Some(item));
                rest = after;
            }
        }
    }
    Some((column, items))
}

#[inline]
fn int(column: Column, bytes: &[u8]) -> Option<i64> {
    match column {
        Column::Int8 => Some(i64::from_be_bytes(bytes.try_into().ok()?)),
        Column::Int4 => Some(i64::from(i32::from_be_bytes(bytes.try_into().ok()?))),
        Column::Int2 => Some(i64::from(i16::from_be_bytes(bytes.try_into().ok()?))),
        Column::Oid => Some(i64::from(u32::from_be_bytes(bytes.try_into().ok()?))),
        Column::Bool => Some(i64::from(*bytes.first()? != 0)),
        _ => None,
    }
}

/// A `numeric` without a fraction. Apart, so that other integers are read without its registers.
#[inline(never)]
fn integral(bytes: &[u8]) -> Option<i64> {
    i64::try_from(Numeric::new(bytes)?.to_i128()?).ok()
}

fn float(column: Column, bytes: &[u8]) -> Option<f64> {
    match column {
        Column::Float8 => Some(f64::from_be_bytes(bytes.try_into().ok()?)),
        Column::Float4 => Some(f64::from(f32::from_be_bytes(bytes.try_into().ok()?))),
        _ => None,
    }
}

#[inline]
fn text(column: Column, bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(text_bytes(column, bytes)?).ok()
}

#[inline]
fn text_bytes(column: Column, bytes: &[u8]) -> Option<&[u8]> {
    match column {
        Column::Text | Column::Json => Some(bytes),
        // The first byte is the version of the form, which is 1.
        Column::Jsonb => bytes.strip_prefix(&[1]),
        _ => None,
    }
}

fn date(bytes: &[u8]) -> Option<civil::Date> {
    temporal::date(i32::from_be_bytes(bytes.try_into().ok()?))
}

/// A `timestamp` without a time zone is in UTC, as the session is.
fn moment(column: Column, bytes: &[u8]) -> Option<civil::DateTime> {
    match column {
        Column::Timestamptz | Column::Timestamp => {
            temporal::datetime(i64::from_be_bytes(bytes.try_into().ok()?))
        }
        _ => None,
    }
}

/// Family, bits of the mask, whether it is a network, length, address. Django reads the address
/// alone, whatever the mask.
fn ip(bytes: &[u8]) -> Option<IpAddr> {
    let address = bytes.get(4..)?;
    if let Ok(address) = <[u8; 4]>::try_from(address) {
        return Some(IpAddr::from(address));
    }
    <[u8; 16]>::try_from(address).ok().map(IpAddr::from)
}
