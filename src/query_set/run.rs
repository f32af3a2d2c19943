//! What runs a query: `all()`, `get()`, `first()`, `count()` and the like.

use std::borrow::Cow;
use std::future::Future;
use std::iter;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, ready};

use futures_core::Stream;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt, TryFutureExt};

use super::prefetch::Plan;
use super::row::{Loaded, Part, RowBase};
use super::{
    AllowedIn, Flat, Instances, Named, NamedRow, OfAllRows, PartialRows, QuerySet, Stages, StreamsRows,
    Values, ValuesList,
};
use crate::backend::{Backend, RunsOn};
use crate::compile;
use crate::context::{Closed, Context};
use crate::db::{Executor, Runner};
use crate::decode::{Cells, Collect};
use crate::dialect::DialectOf;
use crate::error::Error;
use crate::explain::ExplainOptions;
use crate::field::{CellOf, read_cell};
use crate::meta;
use crate::model::Model;
use crate::record::{FieldList, Partial, PartialList, Record};
use crate::state::State;
use crate::value::Value;

/// Reads a row.
type Decode<R> = fn(&dyn Cells) -> Result<R, Error>;

/// The shape of a query set's rows.
pub trait Rows<M>: Clone + Send + Sync + 'static {
    /// What the caller gets for a row.
    type Row: Send + 'static;
    /// What is read from a row.
    #[doc(hidden)]
    type Raw: Send + 'static;
    #[doc(hidden)]
    fn decode(&self) -> Decode<Self::Raw>;
    /// Whether what was read still has the values of a place, which [`int`](Self::int) gives if they are
    /// integers.
    #[doc(hidden)]
    fn holds(_place: usize) -> bool {
        false
    }
    #[doc(hidden)]
    fn int(_raw: &Self::Raw, _place: usize) -> Option<i64> {
        None
    }
    /// What stands behind the instances, one for each element.
    #[doc(hidden)]
    fn parts(&self) -> &[Part] {
        &[]
    }
    /// Makes the row of what was read, and what was loaded for it.
    #[doc(hidden)]
    fn finish(&self, raw: Self::Raw, loaded: &mut Loaded) -> Self::Row;
    /// The same for all rows.
    #[doc(hidden)]
    fn finish_all(&self, rows: Vec<Self::Raw>, loaded: &mut Loaded) -> Vec<Self::Row> {
        rows.into_iter().map(|raw| self.finish(raw, loaded)).collect()
    }
}

impl<M: Model> Rows<M> for Instances {
    type Row = M;
    type Raw = M;

    fn decode(&self) -> Decode<M> {
        |cells| M::decode(cells, 0)
    }

    fn holds(place: usize) -> bool {
        <Self as RowBase<M>>::holds(place)
    }

    fn int(raw: &M, place: usize) -> Option<i64> {
        <Self as RowBase<M>>::int(raw, place)
    }

    fn finish(&self, raw: Self::Raw, _loaded: &mut Loaded) -> Self::Row {
        raw
    }

    fn finish_all(&self, rows: Vec<Self::Raw>, _loaded: &mut Loaded) -> Vec<Self::Row> {
        rows
    }
}

impl<M: Model, L: PartialList> Rows<M> for PartialRows<L> {
    type Row = Partial<M, L>;
    type Raw = Partial<M, L>;

    fn decode(&self) -> Decode<Partial<M, L>> {
        Partial::read
    }

    fn finish(&self, raw: Self::Raw, _loaded: &mut Loaded) -> Self::Row {
        raw
    }

    fn finish_all(&self, rows: Vec<Self::Raw>, _loaded: &mut Loaded) -> Vec<Self::Row> {
        rows
    }
}

impl<M: 'static, L: FieldList> Rows<M> for Values<L> {
    type Row = Record<L>;
    type Raw = Record<L>;

    fn decode(&self) -> Decode<Record<L>> {
        Record::read
    }

    fn finish(&self, raw: Self::Raw, _loaded: &mut Loaded) -> Self::Row {
        raw
    }

    fn finish_all(&self, rows: Vec<Self::Raw>, _loaded: &mut Loaded) -> Vec<Self::Row> {
        rows
    }
}

impl<M: 'static, T: Send + 'static> Rows<M> for ValuesList<T> {
    type Row = T;
    type Raw = T;

    fn decode(&self) -> Decode<T> {
        self.decode
    }

    fn finish(&self, raw: Self::Raw, _loaded: &mut Loaded) -> Self::Row {
        raw
    }

    fn finish_all(&self, rows: Vec<Self::Raw>, _loaded: &mut Loaded) -> Vec<Self::Row> {
        rows
    }
}

impl<M: 'static, V: Send + 'static> Rows<M> for Flat<V> {
    type Row = V;
    type Raw = (V,);

    fn decode(&self) -> Decode<(V,)> {
        self.decode
    }

    fn finish(&self, (value,): (V,), _loaded: &mut Loaded) -> V {
        value
    }
}

impl<M: 'static, T: Send + 'static> Rows<M> for Named<T> {
    type Row = NamedRow<T>;
    type Raw = T;

    fn decode(&self) -> Decode<T> {
        self.decode
    }

    fn finish(&self, raw: T, _loaded: &mut Loaded) -> NamedRow<T> {
        NamedRow::new(raw, Arc::clone(&self.names))
    }
}

/// A query on its way: await it for its outcome.
#[must_use = "nothing is sent to the database before this is awaited"]
pub struct Fetch<'d, T> {
    future: BoxFuture<'d, Result<T, Error>>,
}

impl<'d, T: Send + 'd> Fetch<'d, T> {
    /// A call on `model`, which its errors will name.
    pub(crate) fn new(
        model: &'static meta::Model,
        future: impl Future<Output = Result<T, Error>> + Send + 'd,
    ) -> Self {
        Self { future: future.map_err(move |error| error.on(model)).boxed() }
    }
}

impl<T> Future for Fetch<'_, T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut TaskContext<'_>) -> Poll<Self::Output> {
        self.future.as_mut().poll(context)
    }
}

/// The rows of a query, one by one, as the database gives them.
#[must_use = "nothing is sent to the database before this is polled"]
pub struct RowStream<'d, T> {
    chunks: BoxStream<'d, Result<Chunk<T>, Error>>,
    /// The rows that were read and not given yet.
    rows: Chunk<T>,
}

type Chunk<T> = Box<dyn Iterator<Item = T> + Send>;

impl<T> Stream for RowStream<'_, T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut TaskContext<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(row) = self.rows.next() {
                return Poll::Ready(Some(Ok(row)));
            }
            match ready!(self.chunks.as_mut().poll_next(context)) {
                Some(Ok(rows)) => self.rows = rows,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<M: Model, T: Send + 'static, R: Rows<M, Row = T>, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// All rows.
    ///
    /// Django: iterating, `list(queryset)`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database; [`Error::Decode`] when a row does not fit its type.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entries: Vec<Entry> = Entry::objects().filter(entry::rating.gte(4)).all(&db).await?;
    /// # let _ = entries;
    /// # Ok(()) });
    /// ```
    pub fn all<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Vec<T>>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        let rows = self.fetch(db.runner(), &self.state);
        Fetch::new(M::META, rows)
    }

    /// The one row there is.
    ///
    /// Django: `get()`. SQL: `LIMIT 2`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when there is none, [`Error::MultipleObjectsReturned`] when there are
    /// several.
    pub fn get<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, T>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        let only = |rows: Result<Vec<T>, Error>| {
            let mut rows = rows?.into_iter();
            match (rows.next(), rows.next()) {
                (Some(row), None) => Ok(row),
                (None, _) => Err(Error::DoesNotExist { model: M::META.name }),
                (Some(_), Some(_)) => Err(Error::MultipleObjectsReturned { model: M::META.name }),
            }
        };
        Fetch::new(M::META, self.fetch(db.runner(), &self.state.one()).map(only))
    }

    /// The first row, in the order of the query set, or else by primary key; `None` when there is none.
    ///
    /// Django: `first()`. SQL: `LIMIT 1`.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn first<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Option<T>>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.edge(db, false)
    }

    /// The last row, in the order of the query set, or else by primary key; `None` when there is none.
    ///
    /// Django: `last()`. SQL: the order reversed, and `LIMIT 1`.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn last<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Option<T>>
    where
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.edge(db, true)
    }

    /// The row at `index`, counted from 0.
    ///
    /// Django: `queryset[index]`. SQL: `LIMIT 1 OFFSET index`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when there are fewer rows; Django raises `IndexError`.
    pub fn nth<'d, D: Executor<'d>>(&self, index: u64, db: D) -> Fetch<'d, T>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        let mut state = self.state.clone();
        state.slice(index, Some(index.saturating_add(1)));
        let first = |rows: Result<Vec<T>, Error>| {
            rows?.into_iter().next().ok_or(Error::DoesNotExist { model: M::META.name })
        };
        Fetch::new(M::META, self.fetch(db.runner(), &state).map(first))
    }

    /// The rows one by one, while the database still sends them: memory does not grow with them.
    ///
    /// The stream holds a connection until it ends or is dropped. An SQLite database in memory has
    /// only one, so no query of yours can run beside it.
    ///
    /// Django: `iterator()`.
    ///
    /// # Errors
    ///
    /// Each item is a row or the [`Error`] that ended the stream.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut rows = Entry::objects().values_list(entry::headline).flat().iterator(&db);
    /// while let Some(headline) = rows.next().await {
    ///     println!("{}", headline?);
    /// }
    /// # Ok(()) });
    /// ```
    pub fn iterator<'d, D: Executor<'d>>(&self, db: D) -> RowStream<'d, T>
    where
        R: StreamsRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.rows_in_chunks(CHUNK, db)
    }

    /// The rows one by one, as [`iterator()`](Self::iterator) gives them, with a size of your own for
    /// the parts in which they come from the database: it decides how much memory is used.
    ///
    /// With [`prefetch_related()`](Self::prefetch_related) each part is read, what belongs to its rows is
    /// loaded by one more query for each relation, and its rows are given: memory does not grow with the
    /// rows. Where these queries run depends on the database:
    ///
    /// - SQLite: on the same connection. They see the database as the stream does.
    /// - PostgreSQL: on the same connection, in the transaction of the stream. Outside of a transaction of
    ///   yours each of them sees what was committed before it.
    /// - MySQL, MariaDB: on another connection of the pool, which is given back before the rows are given;
    ///   each of them sees what was committed before it. Where there is none within a second, and in a
    ///   transaction, all rows that are left are read into memory first.
    ///
    /// So a stream never needs a second connection, and several do not wait for each other's.
    ///
    /// Django: `iterator(chunk_size=100)`.
    ///
    /// # Errors
    ///
    /// As [`iterator()`](Self::iterator); [`Error::InvalidQuery`] as the only item when `rows` is 0.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut rows = Entry::objects().order_by(entry::id).iterator_chunked(100, &db);
    /// while let Some(entry) = rows.next().await {
    ///     println!("{}", entry?.headline);
    /// }
    /// # Ok(()) });
    /// ```
    #[doc(alias = "chunk_size")]
    pub fn iterator_chunked<'d, D: Executor<'d>>(&self, rows: usize, db: D) -> RowStream<'d, T>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.rows_in_chunks(rows, db)
    }

    /// Number of rows, counted by the database.
    ///
    /// Django: `count()`. SQL: `SELECT COUNT(*)`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database.
    pub fn count<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, u64>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        counted(&self.state, db.runner())
    }

    /// Whether there is a row.
    ///
    /// Django: `exists()`. SQL: `SELECT 1 … LIMIT 1`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database.
    pub fn exists<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, bool>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        found(&self.state, db.runner())
    }

    /// How the database would run the query, as text.
    ///
    /// The text has a line for each row of the plan; a plan as JSON is one document. A query that can
    /// match no row has no plan.
    ///
    /// Django: `explain()`. SQL: `EXPLAIN`, on SQLite `EXPLAIN QUERY PLAN`.
    ///
    /// # Errors
    ///
    /// [`Error::NotSupported`] for an option that the database does not have; any other of the
    /// database, also for an option that only later versions of it have.
    pub fn explain<'d, D: Executor<'d>>(&self, options: ExplainOptions, db: D) -> Fetch<'d, String>
    where
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let runner = db.runner();
        let compiled = compile::explain(&self.state, options, runner.dialect());
        let lines = runner.fetch(compiled, crate::explain::line);
        Fetch::new(M::META, lines.map_ok(|lines| lines.join("\n")))
    }

    /// The SQL text of the query for the database `B`, with placeholders for its values.
    ///
    /// A query that can match no row has no SQL: the text is empty.
    ///
    /// Django: `str(queryset.query)`.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] and [`Error::NotSupported`], as running it would give.
    pub fn sql<B: Backend + DialectOf>(&self) -> Result<String, Error> {
        let compiled = compile::select(&self.state, B::DIALECT)?;
        Ok(compiled.map_or_else(String::new, |statement| statement.sql.to_string()))
    }

    /// The SQL text of the query for the database `B`, and the values of its placeholders in their order.
    ///
    /// A query that can match no row has no SQL: the text is empty.
    ///
    /// Django: `queryset.query.sql_with_params()`.
    ///
    /// # Errors
    ///
    /// As [`sql()`](Self::sql).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().filter(blog::name.contains("100%")).values_list(blog::id);
    /// let (sql, values) = query.sql_with_params::<Sqlite>()?;
    /// assert_eq!(
    ///     &*sql,
    ///     r#"SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."name" LIKE ? ESCAPE '!'"#
    /// );
    /// assert_eq!(values, [queryset::Value::Text("%100!%%".to_owned())]);
    /// # Ok::<(), Error>(())
    /// ```
    pub fn sql_with_params<B: Backend + DialectOf>(&self) -> Result<(Arc<str>, Vec<Value>), Error> {
        let compiled = compile::select(&self.state, B::DIALECT)?;
        Ok(compiled.map_or_else(Default::default, |statement| (statement.sql, statement.values.into_vec())))
    }

    fn rows_in_chunks<'d, D: Executor<'d>>(&self, chunk: usize, db: D) -> RowStream<'d, T> {
        let runner = db.runner();
        let mut state = Cow::Borrowed(&self.state);
        let plan = Plan::new(&mut state, self.rows.parts());
        let compiled = match chunk {
            0 => Err(Error::InvalidQuery {
                message: "`iterator_chunked(0, …)` would never give a row; a chunk has at least one"
                    .to_owned(),
            }),
            _ => compile::select(&state, runner.dialect()),
        };
        let (new_sink, shape) = (plan.new_sink(&self.rows), self.rows.clone());
        let chunks = plan.stream(compiled, chunk, new_sink, runner).map(move |chunk| match chunk {
            Ok((sink, mut loaded)) => {
                let shape = shape.clone();
                let rows = Collect::each(sink).map(move |raw| shape.finish(raw, &mut loaded));
                Ok(Box::new(rows) as Chunk<T>)
            }
            Err(error) => Err(error.on(M::META)),
        });
        RowStream { chunks: chunks.boxed(), rows: Box::new(iter::empty()) }
    }

    fn edge<'d, D: Executor<'d>>(&self, db: D, last: bool) -> Fetch<'d, Option<T>> {
        let rows = self.fetch(db.runner(), &self.state.edge(last));
        Fetch::new(M::META, rows.map_ok(|rows| rows.into_iter().next()))
    }

    /// The rows of the query that `state` tells of. What is done with futures here and below is done by
    /// their methods: an async block that awaits a future has two places for it.
    pub(super) fn fetch<'d>(
        &self,
        runner: Runner<'d>,
        state: &State,
    ) -> impl Future<Output = Result<Vec<T>, Error>> + Send + use<'d, M, T, R, S, X> {
        let mut state = Cow::Borrowed(state);
        let plan = Plan::new(&mut state, self.rows.parts());
        let compiled = compile::select(&state, runner.dialect());
        let (sink, shape) = (plan.sink(&self.rows), self.rows.clone());
        plan.run(compiled, sink, runner)
            .map_ok(move |(sink, mut loaded)| shape.finish_all(Collect::rows(sink), &mut loaded))
    }
}

/// Number of rows of a query.
pub(crate) fn counted<'d>(state: &State, runner: Runner<'d>) -> Fetch<'d, u64> {
    let compiled = compile::count(state, runner.dialect());
    let read = |cells: &dyn Cells| read_cell::<i64>(cells, 0, || CellOf::value("query", "count"));
    let first = |rows: Vec<Option<i64>>| rows.into_iter().flatten().next().map_or(0, i64::unsigned_abs);
    Fetch::new(state.model, runner.fetch(compiled, read).map_ok(first))
}

/// Whether a query has a row.
pub(crate) fn found<'d>(state: &State, runner: Runner<'d>) -> Fetch<'d, bool> {
    let compiled = compile::exists(state, runner.dialect());
    Fetch::new(state.model, runner.fetch(compiled, |_| Ok(())).map_ok(|rows| !rows.is_empty()))
}

/// Rows that a stream takes from the database at a time; Django's `chunk_size`.
const CHUNK: usize = 2000;
