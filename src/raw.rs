//! [`RawQuery`]: a whole query in SQL of your own, with typed rows.

use std::marker::PhantomData;

use crate::check::check_parameter;
use crate::db::{Executor, Runner};
use crate::decode::{Cells, RowSink, TakeRow};
use crate::dialect::Dialect;
use crate::driver::Statement;
use crate::error::Error;
use crate::literal::Literal;
use crate::meta;
use crate::model::Model;
use crate::query_set::{
    Annotated, Behind, Fetch, HasRoom, Instances, IsRow, Loaded, Part, PartialRows, Rows,
};
use crate::record::{Load, PartialList, Slot, loaded_columns};
use crate::selection::{KeyOf, Marks, Name};
use crate::value::Value;

/// A query in SQL of your own whose rows are instances of `M`.
///
/// The text is fixed when the program is compiled; each `?` in it stands for one value, on every
/// database. The rows must have a column for each field of the model, in any order, or for those that
/// [`only()`](Self::only) names; other columns are ignored, unless [`column()`](Self::column) asks for
/// them. What Django's `translations` do is done by `AS`.
///
/// [`Model::raw`] begins it. Django: `Model.objects.raw()`.
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
pub struct RawQuery<M, R = Instances> {
    sql: &'static str,
    values: Vec<Value>,
    rows: R,
    /// What is read: fields, then other columns by their names.
    fields: Vec<&'static meta::Column>,
    columns: Vec<&'static str>,
    model: PhantomData<fn() -> M>,
}

impl<M, R: Clone> Clone for RawQuery<M, R> {
    fn clone(&self) -> Self {
        Self {
            sql: self.sql,
            values: self.values.clone(),
            rows: self.rows.clone(),
            fields: self.fields.clone(),
            columns: self.columns.clone(),
            model: PhantomData,
        }
    }
}

/// Says that the rows of a raw query can have one more column of the Rust type `V`.
#[diagnostic::on_unimplemented(
    message = "a row of a raw query has 16 values at most, and `{V}` is none that a column can hold",
    label = "name its type: `column::<i64>(\"x\")`, or `column::<Option<i64>>(\"x\")` where it may be NULL"
)]
pub trait WithColumn<V> {
    /// The rows with it.
    type Out;

    #[doc(hidden)]
    fn with_column(self, name: &'static str) -> Self::Out;
}

#[diagnostic::do_not_recommend]
impl<V: Slot> WithColumn<V> for Instances {
    type Out = Annotated<Self, (V,)>;

    fn with_column(self, name: &'static str) -> Self::Out {
        self.take(Part::value(Name::Given(name)))
    }
}

#[diagnostic::do_not_recommend]
impl<V: Slot, L: 'static> WithColumn<V> for PartialRows<L> {
    type Out = Annotated<Self, (V,)>;

    fn with_column(self, name: &'static str) -> Self::Out {
        self.take(Part::value(Name::Given(name)))
    }
}

#[diagnostic::do_not_recommend]
impl<V: Slot, B, T: Behind<V, B, Rows: IsRow>> WithColumn<V> for Annotated<B, T> {
    type Out = T::Rows;

    fn with_column(self, name: &'static str) -> Self::Out {
        self.take(Part::value(Name::Given(name)))
    }
}

impl<M: Model> RawQuery<M> {
    pub(crate) fn new(sql: &'static str) -> Self {
        let fields = M::META.columns.iter().collect();
        Self { sql, values: Vec::new(), rows: Instances, fields, columns: Vec::new(), model: PhantomData }
    }

    /// Reads only the named fields of the model, and the primary key: the other columns may be missing,
    /// and rows are [`Partial`](crate::Partial) instances.
    ///
    /// Django: a field without a column is deferred, and loaded at its first use.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rows = Blog::raw("SELECT id, name FROM blog_blog").only(blog::name).all(&db).await?;
    /// let name: &String = rows[0].get(blog::name);
    /// # let _ = name;
    /// # Ok(()) });
    /// ```
    pub fn only<F, L, I>(self, _fields: F) -> RawQuery<M, PartialRows<L>>
    where
        F: Marks<KeyOf<M>, I, Load, Out = L>,
        L: PartialList,
    {
        RawQuery {
            sql: self.sql,
            values: self.values,
            rows: PartialRows::new(),
            fields: loaded_columns::<L>(M::META),
            columns: self.columns,
            model: PhantomData,
        }
    }
}

impl<M: Model, R> RawQuery<M, R> {
    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Literal) -> Self {
        self.values.push(value.into_value());
        self
    }

    /// Reads the column of this name, too: rows are tuples that end with its value.
    ///
    /// `V` is an `Option` where the column may be `NULL`.
    ///
    /// Django: a column that is no field becomes an attribute of the instance.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let query = Blog::raw("SELECT *, LENGTH(name) AS letters FROM blog_blog ORDER BY id").column::<i64>("letters");
    /// let rows: Vec<(Blog, i64)> = query.all(&db).await?;
    /// # let _ = rows;
    /// # Ok(()) });
    /// ```
    pub fn column<V>(mut self, name: &'static str) -> RawQuery<M, R::Out>
    where
        R: WithColumn<V>,
    {
        self.columns.push(name);
        RawQuery {
            sql: self.sql,
            values: self.values,
            rows: self.rows.with_column(name),
            fields: self.fields,
            columns: self.columns,
            model: PhantomData,
        }
    }

    /// All rows.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] when the number of values is not that of the `?`, or when the rows
    /// lack a column that is read; any other of the database.
    pub fn all<'d, D: Executor<'d>>(self, db: D) -> Fetch<'d, Vec<R::Row>>
    where
        R: Rows<M>,
    {
        let runner = db.runner();
        let statement = statement(self.sql, self.values, runner.dialect());
        let (decode, shape) = (self.rows.decode(), self.rows.clone());
        let sink =
            ByName { rows: Vec::new(), decode, fields: self.fields, columns: self.columns, places: None };
        Fetch::new(M::META, async move {
            let rows = run(statement?, sink, runner).await?;
            let mut loaded = Loaded::default();
            Ok(rows.into_iter().map(|row| shape.finish(row, &mut loaded)).collect())
        })
    }
}

async fn run<T: Send + 'static>(
    statement: Statement,
    sink: ByName<T>,
    runner: Runner<'_>,
) -> Result<Vec<T>, Error> {
    let sink = runner.fetch_into(statement, Box::new(RowSink(sink))).await?;
    let sink = sink.into_any().downcast::<RowSink<ByName<T>>>();
    Ok(sink.expect("the driver gives back the sink that it was given").0.rows)
}

fn statement(sql: &'static str, values: Vec<Value>, dialect: Dialect) -> Result<Statement, Error> {
    values.iter().try_for_each(check_parameter)?;
    let (text, placeholders) = dialect.number_placeholders(sql);
    if placeholders != values.len() {
        let message = format!("`{sql}` has {placeholders} `?`, but {} values are bound", values.len());
        return Err(Error::InvalidQuery { message });
    }
    Ok(Statement::new(text, values))
}

/// Reads rows whose columns stand in any order.
struct ByName<T> {
    rows: Vec<T>,
    decode: fn(&dyn Cells) -> Result<T, Error>,
    fields: Vec<&'static meta::Column>,
    columns: Vec<&'static str>,
    /// Where the fields and then the columns are.
    places: Option<Vec<usize>>,
}

impl<T: Send + 'static> TakeRow for ByName<T> {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        if self.places.is_none() {
            self.places = Some(self.places(row)?);
        }
        let places = self.places.as_deref().expect("it was set above");
        self.rows.push((self.decode)(&Reordered { cells: row, places })?);
        Ok(())
    }

    fn taken(&self) -> usize {
        self.rows.len()
    }
}

impl<T> ByName<T> {
    fn places(&self, row: &dyn Cells) -> Result<Vec<usize>, Error> {
        let place = |name: &str, wanted: &dyn Fn() -> String| {
            let at = (0..row.len()).find(|at| row.name(*at) == Some(name));
            at.ok_or_else(|| Error::InvalidQuery {
                message: format!("the rows of the raw query have no column `{name}`, which {}", wanted()),
            })
        };
        let fields = self.fields.iter().map(|column| {
            place(column.column, &|| format!("`{}.{}` is read from", column.model, column.name))
        });
        let columns = self.columns.iter().map(|name| place(name, &|| "`column()` names".to_owned()));
        fields.chain(columns).collect()
    }
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
