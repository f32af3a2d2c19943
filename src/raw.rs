//! [`RawQuery`]: a whole query in SQL of your own, with typed rows.

use std::marker::PhantomData;
use std::sync::Arc;

use crate::check::check_parameter;
use crate::db::{Executor, Runner};
use crate::decode::{Cells, RowSink};
use crate::dialect::Dialect;
use crate::driver::Statement;
use crate::error::Error;
use crate::literal::Literal;
use crate::model::Model;
use crate::query_set::Fetch;
use crate::value::Value;

/// A query in SQL of your own whose rows are instances of `M`.
///
/// The text is fixed when the program is compiled; each `?` in it stands for one value, on every
/// database. The rows must have a column for each field of the model, in any order; other columns
/// are ignored.
///
/// Django: `Model.objects.raw()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let blogs = Blog::raw("SELECT * FROM blog_blog WHERE LENGTH(name) > ? ORDER BY id").bind(5).all(&db).await?;
/// # let _ = blogs;
/// # Ok(()) });
/// ```
#[must_use = "a query does nothing until it is run, by `all(&db)`"]
pub struct RawQuery<M> {
    sql: &'static str,
    values: Vec<Value>,
    model: PhantomData<fn() -> M>,
}

impl<M> Clone for RawQuery<M> {
    fn clone(&self) -> Self {
        Self { sql: self.sql, values: self.values.clone(), model: PhantomData }
    }
}

impl<M: Model> RawQuery<M> {
    /// A query of this text. Generated code calls it for `Model::raw()`.
    #[doc(hidden)]
    pub fn new(sql: &'static str) -> Self {
        Self { sql, values: Vec::new(), model: PhantomData }
    }

    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Literal) -> Self {
        self.values.push(value.into_value());
        self
    }

    /// All rows.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] when the number of values is not that of the `?`, or when the rows
    /// lack a column of the model; any other of the database.
    pub fn all<'d, D: Executor<'d>>(self, db: D) -> Fetch<'d, Vec<M>> {
        let runner = db.runner();
        let statement = self.statement(runner.dialect());
        Fetch::new(M::META, async move { run(statement?, runner).await })
    }

    fn statement(self, dialect: Dialect) -> Result<Statement, Error> {
        for value in &self.values {
            check_parameter(value)?;
        }
        let (sql, placeholders) = dialect.number_placeholders(self.sql);
        if placeholders != self.values.len() {
            return Err(Error::InvalidQuery {
                message: format!(
                    "`{}` has {placeholders} `?`, but {} values are bound",
                    self.sql,
                    self.values.len()
                ),
            });
        }
        Ok(Statement { sql: Arc::from(sql), values: self.values, zones: Vec::new() })
    }
}

async fn run<M: Model>(statement: Statement, runner: Runner<'_>) -> Result<Vec<M>, Error> {
    let sink = ByName::<M> { rows: Vec::new(), places: None };
    let sink = runner.fetch_into(statement, Box::new(RowSink(sink))).await?;
    let sink = sink.into_any().downcast::<RowSink<ByName<M>>>();
    Ok(sink.expect("the driver gives back the sink that it was given").0.rows)
}

/// Reads instances from rows whose columns stand in any order.
struct ByName<M> {
    rows: Vec<M>,
    /// For each field, the place of its column.
    places: Option<Vec<usize>>,
}

impl<M: Model> crate::decode::TakeRow for ByName<M> {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        if self.places.is_none() {
            self.places = Some(places::<M>(row)?);
        }
        let places = self.places.as_deref().expect("it was set above");
        self.rows.push(M::decode(&Reordered { cells: row, places }, 0)?);
        Ok(())
    }

    fn taken(&self) -> usize {
        self.rows.len()
    }
}

fn places<M: Model>(row: &dyn Cells) -> Result<Vec<usize>, Error> {
    let place = |column: &str| (0..row.len()).find(|at| row.name(*at) == Some(column));
    let columns = M::META.columns.iter().map(|column| {
        place(column.column).ok_or_else(|| Error::InvalidQuery {
            message: format!(
                "the rows of the raw query have no column `{}`, which `{}.{}` is read from",
                column.column, column.model, column.name
            ),
        })
    });
    columns.collect()
}

/// A row whose cells are asked for in another order.
struct Reordered<'r> {
    cells: &'r dyn Cells,
    places: &'r [usize],
}

macro_rules! reordered {
    ($($method:ident -> $ty:ty;)*) => {
        $(
            fn $method(&self, at: usize) -> Result<$ty, crate::decode::CellError> {
                self.cells.$method(self.places[at])
            }
        )*
    };
}

impl Cells for Reordered<'_> {
    fn len(&self) -> usize {
        self.places.len()
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.cells.name(self.places[at])
    }

    reordered! {
        is_null -> bool;
        bool -> Option<bool>;
        int -> Option<i64>;
        uint -> Option<u64>;
        float -> Option<f64>;
        decimal -> Option<rust_decimal::Decimal>;
        text -> Option<String>;
        date -> Option<jiff::civil::Date>;
        datetime -> Option<jiff::civil::DateTime>;
        time -> Option<jiff::civil::Time>;
        duration -> Option<jiff::SignedDuration>;
        uuid -> Option<uuid::Uuid>;
        json -> Option<serde_json::Value>;
        bytes -> Option<Vec<u8>>;
        ip -> Option<std::net::IpAddr>;
    }
}
