//! How a row is read: by position, one cell at a time, whatever the driver.
//!
//! A driver implements [`Cells`] for its row; generated code reads a model from it. Nothing here
//! looks a column up by name.

use std::any::Any;
use std::net::IpAddr;

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::Error;
use crate::field::read_joined;
use crate::keys::Keys;
use crate::meta;

/// The cells of one row, read by position from 0. `None` is `NULL`.
///
/// # Errors
///
/// Each method fails when the cell holds something that its type cannot take.
#[allow(missing_docs, reason = "one method for each type that a cell can be read as")]
#[allow(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Cells {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The name of a column, where the database tells.
    fn name(&self, at: usize) -> Option<&str>;
    fn is_null(&self, at: usize) -> Result<bool, CellError>;
    fn bool(&self, at: usize) -> Result<Option<bool>, CellError>;
    fn int(&self, at: usize) -> Result<Option<i64>, CellError>;
    /// An integer of an unsigned column; above [`i64::MAX`] only MySQL has one.
    fn uint(&self, at: usize) -> Result<Option<u64>, CellError>;
    fn float(&self, at: usize) -> Result<Option<f64>, CellError>;
    fn decimal(&self, at: usize) -> Result<Option<Decimal>, CellError>;
    /// Whether a decimal number comes with the places of its column.
    fn keeps_places(&self) -> bool {
        true
    }
    fn text(&self, at: usize) -> Result<Option<String>, CellError>;
    fn date(&self, at: usize) -> Result<Option<civil::Date>, CellError>;
    /// A moment, as clocks in UTC show it.
    fn datetime(&self, at: usize) -> Result<Option<civil::DateTime>, CellError>;
    fn time(&self, at: usize) -> Result<Option<civil::Time>, CellError>;
    fn duration(&self, at: usize) -> Result<Option<SignedDuration>, CellError>;
    fn uuid(&self, at: usize) -> Result<Option<Uuid>, CellError>;
    fn json(&self, at: usize) -> Result<Option<serde_json::Value>, CellError>;
    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, CellError>;
    fn ip(&self, at: usize) -> Result<Option<IpAddr>, CellError>;
    /// Gives `read` the items of an array, each in a cell of its own; `false` is `NULL`. Only PostgreSQL has
    /// arrays.
    fn items(
        &self,
        at: usize,
        read: &mut dyn FnMut(&dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        let _ = read;
        match self.is_null(at)? {
            true => Ok(false),
            false => Err(CellError::new("an array", "a value of a database without arrays")),
        }
    }
    /// Gives `read` the bounds of a range, the lower one in cell 0 and the upper one in cell 1, `NULL` where
    /// there is none, with whether each belongs to it; nothing of the empty range. `false` is `NULL`. Only
    /// PostgreSQL has ranges.
    fn bounds(
        &self,
        at: usize,
        read: &mut dyn FnMut([bool; 2], &dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        let _ = read;
        match self.is_null(at)? {
            true => Ok(false),
            false => Err(CellError::new("a range", "a value of a database without ranges")),
        }
    }
}

/// A cell that could not be read as the type that was asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CellError {
    /// It holds something of another type.
    #[error("expected {expected}, found {found}")]
    Mismatch {
        /// The type that was asked for, in words.
        expected: &'static str,
        /// What the cell holds: its type and, where short, its value.
        found: String,
    },
    /// The field's own type refused the value: see [`FieldValue::from_base`](crate::FieldValue::from_base).
    #[error("{0}")]
    Refused(String),
}

impl CellError {
    /// A cell that holds `found` where `expected` was asked for.
    #[must_use]
    pub fn new(expected: &'static str, found: impl Into<String>) -> Self {
        Self::Mismatch { expected, found: found.into() }
    }
}

/// Takes the rows of a statement, one by one, where the connection lives.
///
/// It is the only thing that a driver knows about what the rows become, so no driver code is
/// compiled again for another type of row.
pub trait Sink: Send {
    /// Takes one row.
    ///
    /// # Errors
    ///
    /// When the row cannot be read; the statement then stops.
    fn row(&mut self, row: &dyn Cells) -> Result<(), Error>;

    /// Rows taken so far.
    fn len(&self) -> usize;

    /// Whether no row was taken.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes out the values that were read beside the rows, a list for each place.
    #[doc(hidden)]
    fn take_beside(&mut self) -> Vec<Keys> {
        Vec::new()
    }

    /// Gives the sink back to the caller that knows its type.
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send>;
}

/// What takes rows, without the pointer games of a [`Sink`].
pub(crate) trait TakeRow: Send + 'static {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error>;

    /// Rows taken so far.
    fn taken(&self) -> usize;

    /// Takes out the values that were read beside the rows, a list for each place.
    fn take_beside(&mut self) -> Vec<Keys> {
        Vec::new()
    }
}

/// A [`TakeRow`] as a [`Sink`].
pub(crate) struct RowSink<T>(pub(crate) T);

impl<T: TakeRow> Sink for RowSink<T> {
    fn row(&mut self, row: &dyn Cells) -> Result<(), Error> {
        self.0.take(row)
    }

    fn len(&self) -> usize {
        self.0.taken()
    }

    fn take_beside(&mut self) -> Vec<Keys> {
        self.0.take_beside()
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

/// The values of a place in the rows.
#[derive(Clone)]
pub(crate) enum Beside {
    /// Integers that the rows hold.
    InRows(usize),
    /// What is read beside the rows, of a column.
    Read(usize, &'static meta::Column, Keys),
}

/// Rows that are kept in one list. What grows beyond it is moved once, in the end, and not each time that the
/// list grows.
const KEPT: usize = 512;

/// The integer in a place of a row that was read.
pub(crate) type Int<T> = fn(&T, usize) -> Option<i64>;

/// Decodes every row and keeps it, with the values of some columns beside it.
pub(crate) struct Collect<T> {
    /// Lists of [`KEPT`] rows, one behind the other.
    full: Vec<Vec<T>>,
    rows: Vec<T>,
    decode: fn(&dyn Cells) -> Result<T, Error>,
    int: Int<T>,
    beside: Vec<Beside>,
}

impl<T: Send + 'static> Collect<T> {
    pub(crate) fn boxed(decode: fn(&dyn Cells) -> Result<T, Error>) -> Box<dyn Sink> {
        Self::beside(decode, |_, _| None, &[])
    }

    /// One that keeps the values at some places, too.
    pub(crate) fn beside(
        decode: fn(&dyn Cells) -> Result<T, Error>,
        int: Int<T>,
        beside: &[Beside],
    ) -> Box<dyn Sink> {
        let (full, rows, beside) = (Vec::new(), Vec::new(), beside.to_vec());
        Box::new(RowSink(Self { full, rows, decode, int, beside }))
    }

    /// The rows of a sink that this has made.
    pub(crate) fn rows(sink: Box<dyn Sink>) -> Vec<T> {
        let Self { mut full, rows, .. } = Self::of(sink);
        if full.is_empty() {
            return rows;
        }
        full.push(rows);
        let mut all = Vec::with_capacity(full.iter().map(Vec::len).sum());
        full.into_iter().for_each(|rows| all.extend(rows));
        all
    }

    /// The same one by one, from where they are.
    pub(crate) fn each(sink: Box<dyn Sink>) -> impl Iterator<Item = T> + Send + use<T> {
        let Self { full, rows, .. } = Self::of(sink);
        full.into_iter().chain([rows]).flatten()
    }

    fn of(sink: Box<dyn Sink>) -> Self {
        let sink = sink.into_any().downcast::<RowSink<Self>>();
        sink.expect("the driver gives back the sink that it was given").0
    }
}

impl<T: Send + 'static> TakeRow for Collect<T> {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        if self.rows.len() == KEPT {
            self.full.push(std::mem::replace(&mut self.rows, Vec::with_capacity(KEPT)));
        }
        self.rows.push((self.decode)(row)?);
        for beside in &mut self.beside {
            if let Beside::Read(place, column, keys) = beside {
                keys.push(read_joined(row, *place, column)?);
            }
        }
        Ok(())
    }

    fn taken(&self) -> usize {
        self.full.len() * KEPT + self.rows.len()
    }

    fn take_beside(&mut self) -> Vec<Keys> {
        let beside = std::mem::take(&mut self.beside);
        let keys = |beside| match beside {
            Beside::InRows(place) => {
                let mut keys = Vec::with_capacity(self.taken());
                let rows = self.full.iter().chain([&self.rows]).flatten();
                keys.extend(rows.map(|row| (self.int)(row, place)));
                Keys::Ints(keys)
            }
            Beside::Read(.., keys) => keys,
        };
        beside.into_iter().map(keys).collect()
    }
}
