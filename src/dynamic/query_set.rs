//! [`DynamicQuerySet`]: a query whose model, names and values are known at run time only.

use std::ops::{BitAnd, BitOr, BitXor};

use super::Names;
use super::argument::IntoArgument;
use super::depth::Level;
use super::expr::{DynamicExpr, refused};
use super::predicate::DynamicQ;
use super::row::{DynamicRow, ReadRows, RowField};
use super::scope::{Annotation, Scope, refers_to_none};
use super::step::Step;
use crate::backend::Backend;
use crate::compile::{self, Aggregated};
use crate::create::ValueCells;
use crate::db::{Executor, Runner};
use crate::decode::{RowSink, TakeRow};
use crate::dialect::DialectOf;
use crate::driver::Statement;
use crate::error::{Error, cut};
use crate::field::CellOf;
use crate::meta::{Column, FieldType, Model};
use crate::query_set::{Fetch, SliceRange, counted, found};
use crate::state::{ColumnRef, Connector, Node, State};
use crate::value::ValueType;

/// A query whose model, names and values are known at run time only.
///
/// It has the methods of [`QuerySet`](crate::QuerySet), each with the same meaning; what there does
/// not compile is an [`Error`] here. Rows are [`DynamicRow`]s.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::dynamic::DynamicQuerySet;
///
/// # tokio_test(async |db| {
/// let model = queryset::demo::MODELS.iter().find(|model| model.table == "blog_entry").unwrap();
/// let rows = DynamicQuerySet::new(model)
///     .filter_by("blog__name__startswith", "Beatles")?
///     .order_by("-headline")?
///     .values(["headline", "blog__name"])?
///     .all(&db)
///     .await?;
/// assert_eq!(serde_json::to_string(&rows[0]).unwrap(), r#"{"headline":"Yesterday","blog__name":"Beatles Blog"}"#);
/// # Ok(()) });
/// ```
#[derive(Clone, Debug)]
#[must_use = "a query set does nothing until it is run, by `all(&db)` and the like"]
pub struct DynamicQuerySet {
    pub(super) state: State,
    /// The fields of its rows; `None` is all of the model.
    pub(super) fields: Option<Vec<RowField>>,
    /// What was annotated to instances, behind the fields of the model.
    pub(super) added: Vec<RowField>,
    /// The expressions that have a name.
    pub(super) annotations: Vec<Annotation>,
    /// What waits for the query around it, from the first call on that refers to that.
    pub(super) deferred: Vec<Step>,
}

impl DynamicQuerySet {
    /// The rows that `objects()` gives of `model`: one of the generated `MODELS`, or `Entry::META`.
    pub fn new(model: &'static Model) -> Self {
        Self::of(State::objects(model))
    }

    pub(crate) fn of(state: State) -> Self {
        Self { state, fields: None, added: Vec::new(), annotations: Vec::new(), deferred: Vec::new() }
    }

    /// The model that it begins with.
    #[must_use]
    pub fn model(&self) -> &'static Model {
        self.state.model
    }

    /// Keeps the rows for which the lookup that `path` names is true of `argument`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`], [`Error::UnfitValue`]; [`Error::InvalidQuery`] after a slice.
    pub fn filter_by(self, path: &str, argument: impl IntoArgument) -> Result<Self, Error> {
        self.filter(DynamicQ::new(path, argument))
    }

    /// Drops the rows for which the lookup that `path` names is true of `argument`.
    ///
    /// # Errors
    ///
    /// As [`filter_by()`](Self::filter_by).
    pub fn exclude_by(self, path: &str, argument: impl IntoArgument) -> Result<Self, Error> {
        self.exclude(DynamicQ::new(path, argument))
    }

    /// Keeps the rows for which `predicate` is true.
    ///
    /// # Errors
    ///
    /// As [`filter_by()`](Self::filter_by).
    pub fn filter(self, predicate: DynamicQ) -> Result<Self, Error> {
        self.step(Step::Filter(predicate))
    }

    /// Drops the rows for which `predicate` is true.
    ///
    /// # Errors
    ///
    /// As [`filter_by()`](Self::filter_by).
    pub fn exclude(self, predicate: DynamicQ) -> Result<Self, Error> {
        self.step(Step::Exclude(predicate))
    }

    /// Orders the rows by names with their signs: `"-pub_date,id"`, `["blog", "?"]`; none clears the order.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`]; [`Error::InvalidQuery`] after a slice.
    pub fn order_by(self, names: impl Names) -> Result<Self, Error> {
        self.step(Step::OrderBy(owned(&names)))
    }

    /// Reverses the order.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] after a slice.
    pub fn reverse(self) -> Result<Self, Error> {
        self.step(Step::Reverse)
    }

    /// Gives rows that are the same in every selected column once.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] after a slice.
    pub fn distinct(self) -> Result<Self, Error> {
        self.step(Step::Distinct)
    }

    /// Gives the first row for each value of the fields: PostgreSQL alone can.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`]; [`Error::InvalidQuery`] after a slice. When it is run on another
    /// database, [`Error::NotSupported`].
    pub fn distinct_on(self, names: impl Names) -> Result<Self, Error> {
        self.step(Step::DistinctOn(owned(&names)))
    }

    /// The rows of a range; of a slice, the rows of a range of the slice.
    pub fn slice(mut self, range: impl SliceRange) -> Self {
        let (start, end) = range.bounds();
        match self.deferred.is_empty() {
            true => self.state.slice(start, end),
            false => self.deferred.push(Step::Slice(start, end)),
        }
        self
    }

    /// No row at all.
    pub fn none(mut self) -> Self {
        self.state.none = true;
        self
    }

    /// Rows hold these fields: `["headline", "blog__name", "pub_date__year"]`; without a name all fields
    /// of the model, and what was annotated.
    ///
    /// An aggregate that is annotated afterwards is one of each group of rows with the same values.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`].
    pub fn values(self, names: impl Names) -> Result<Self, Error> {
        self.step(Step::Values(owned(&names)))
    }

    /// Adds an expression to each row, under a name: `annotate("n", DynamicExpr::aggregate("Count", F("entry")))`.
    ///
    /// The name can be used as a field is from then on: in filters and orders, with lookups and transforms
    /// behind it (`n__gt`), in `values()`, in further expressions. An aggregate is computed for each row of
    /// the model; after `values()`, for each group of rows with the same values. A filter on one is `HAVING`.
    ///
    /// Django: `annotate(n=Count("entry"))`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`], [`Error::UnfitValue`]; [`Error::InvalidQuery`] for a name that a field or
    /// another annotation has, and for an expression that there is not, such as a sum of texts.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, F};
    ///
    /// # tokio_test(async |db| {
    /// let by_year = DynamicQuerySet::new(Entry::META)
    ///     .values(["pub_date__year"])?
    ///     .annotate("n", DynamicExpr::aggregate("Count", F("id")))?
    ///     .filter_by("n__gt", 1)?
    ///     .order_by("-n")?
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!(serde_json::to_string(&by_year).unwrap(), r#"[{"pub_date__year":2025,"n":2}]"#);
    /// # Ok(()) });
    /// ```
    pub fn annotate(
        self,
        name: impl Into<String>,
        expression: impl Into<DynamicExpr>,
    ) -> Result<Self, Error> {
        self.step(Step::Annotate(name.into(), expression.into()))
    }

    /// Knows an expression under a name, without adding it to the rows: for filters, orders and further
    /// expressions. `annotate("n", F("n"))` adds it later.
    ///
    /// Django: `alias(n=Count("entry"))`.
    ///
    /// # Errors
    ///
    /// As [`annotate()`](Self::annotate).
    pub fn alias(self, name: impl Into<String>, expression: impl Into<DynamicExpr>) -> Result<Self, Error> {
        self.step(Step::Alias(name.into(), expression.into()))
    }

    /// Aggregates of all rows, each under its name: one row.
    ///
    /// What was annotated can be aggregated again. Of a slice, of `distinct()` rows and of groups, the
    /// aggregates are of those rows.
    ///
    /// Django: `aggregate(total=Sum("rating"))`.
    ///
    /// # Errors
    ///
    /// As [`annotate()`](Self::annotate), and as [`all()`](Self::all).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, F};
    ///
    /// # tokio_test(async |db| {
    /// let blogs = DynamicQuerySet::new(Blog::META).annotate("n", DynamicExpr::aggregate("Count", F("entry")))?;
    /// let row = blogs.aggregate([("average", DynamicExpr::aggregate("Avg", F("n")))], &db).await?;
    /// assert_eq!(row.get("average"), Some(&queryset::Value::Float(2.0)));
    /// # Ok(()) });
    /// ```
    pub fn aggregate<'d, N: Into<String>, E: Into<DynamicExpr>, D: Executor<'d>>(
        &self,
        aggregates: impl IntoIterator<Item = (N, E)>,
        db: D,
    ) -> Fetch<'d, DynamicRow> {
        let runner = db.runner();
        let asked = self.aggregated(aggregates.into_iter().map(|(name, of)| (name.into(), of.into())));
        let asked = asked.and_then(|(nodes, fields)| {
            Ok((compile::aggregate(&self.state, &nodes, runner.dialect())?, ReadRows::new(fields)))
        });
        Fetch::new(self.state.model, async move {
            let (asked, mut read) = asked?;
            let rows = match asked {
                Aggregated::Known(mut values) => {
                    read.take(&ValueCells::new(&mut values))?;
                    read.rows
                }
                Aggregated::Asked(statement) => read_rows(runner, Some(statement), read).await?,
            };
            Ok(only(rows))
        })
    }

    /// The SQL text of [`aggregate()`](Self::aggregate) for the database `B`; empty where nothing is asked.
    ///
    /// # Errors
    ///
    /// As [`aggregate()`](Self::aggregate).
    pub fn aggregate_sql<B: Backend + DialectOf>(
        &self,
        aggregates: impl IntoIterator<Item = (impl Into<String>, impl Into<DynamicExpr>)>,
    ) -> Result<String, Error> {
        let (nodes, _) =
            self.aggregated(aggregates.into_iter().map(|(name, of)| (name.into(), of.into())))?;
        Ok(match compile::aggregate(&self.state, &nodes, B::DIALECT)? {
            Aggregated::Known(_) => String::new(),
            Aggregated::Asked(statement) => statement.sql.to_string(),
        })
    }

    fn aggregated(
        &self,
        aggregates: impl Iterator<Item = (String, DynamicExpr)>,
    ) -> Result<(Vec<Node>, Vec<RowField>), Error> {
        self.check_closed()?;
        // One may speak of those before it.
        let mut known = self.annotations.clone();
        let (mut nodes, mut fields) = (Vec::new(), Vec::new());
        for (name, expression) in aggregates {
            let scope = Scope::new(self.state.model, &known, None);
            scope.check_name(&name)?;
            let expression = expression.resolve(&scope)?;
            if !matches!(Level::of(&expression.node), Level::PerGroup | Level::OverGroups) {
                let name = cut(&name);
                return Err(refused(format!("`aggregate()` takes aggregates, and `{name}` is none")));
            }
            let annotation = Annotation::new(name, expression, true);
            nodes.push(annotation.node());
            fields.push(self.field(annotation.name(), annotation.expression()));
            known.push(annotation);
        }
        Ok((nodes, fields))
    }

    fn combine(self, connector: Connector, right: Self) -> Result<Self, Error> {
        self.whole("combined")?;
        right.whole("combined")?;
        self.check_closed()?;
        right.check_closed()?;
        let refused = |message: String| Err(Error::InvalidQuery { message });
        if self.model() != right.model() {
            let (left, right) = (self.model().name, right.model().name);
            return refused(format!("a query set on `{left}` cannot be combined with one on `{right}`"));
        }
        if self.fields.is_some() != right.fields.is_some() {
            return refused(
                "query sets of instances cannot be combined with query sets of values".to_owned(),
            );
        }
        let combined = Self { state: self.state.combine(connector, right.state), ..self };
        combined.state.check()?;
        Ok(combined)
    }

    /// All rows.
    ///
    /// # Errors
    ///
    /// As [`QuerySet::all`](crate::QuerySet::all), and [`Error::NotSupported`] for what the database
    /// lacks.
    pub fn all<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Vec<DynamicRow>> {
        let closed = self.check_closed();
        let rows = fetch(&self.state, self.row_fields(), db.runner());
        Fetch::new(self.state.model, async move {
            closed?;
            rows.await
        })
    }

    /// The first row, in the order of the query set, or else by primary key; `None` when there is none.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn first<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Option<DynamicRow>> {
        self.edge(false, db)
    }

    /// The last row, in the order of the query set, or else by primary key; `None` when there is none.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all), and [`Error::InvalidQuery`] after a slice.
    pub fn last<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Option<DynamicRow>> {
        self.edge(true, db)
    }

    fn edge<'d, D: Executor<'d>>(&self, last: bool, db: D) -> Fetch<'d, Option<DynamicRow>> {
        let whole = if last { self.whole("read from its end") } else { Ok(()) };
        let whole = whole.and_then(|()| self.check_closed());
        let rows = fetch(&self.state.edge(last), self.row_fields(), db.runner());
        Fetch::new(self.state.model, async move {
            whole?;
            Ok(rows.await?.into_iter().next())
        })
    }

    /// Number of rows, counted by the database.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn count<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, u64> {
        match self.check_closed() {
            Ok(()) => counted(&self.state, db.runner()),
            Err(error) => Fetch::new(self.state.model, async { Err(error) }),
        }
    }

    /// Whether there is a row.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn exists<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, bool> {
        match self.check_closed() {
            Ok(()) => found(&self.state, db.runner()),
            Err(error) => Fetch::new(self.state.model, async { Err(error) }),
        }
    }

    /// The SQL text of the query for the database `B`.
    ///
    /// # Errors
    ///
    /// As [`QuerySet::sql`](crate::QuerySet::sql).
    pub fn sql<B: Backend + DialectOf>(&self) -> Result<String, Error> {
        self.check_closed()?;
        let compiled = compile::select(&self.state, B::DIALECT)?;
        Ok(compiled.map_or_else(String::new, |statement| statement.sql.to_string()))
    }

    pub(super) fn into_state(self) -> State {
        self.state
    }

    /// The kind of its rows' one field.
    pub(super) fn single_field(&self) -> Option<ValueType> {
        match self.fields.as_deref() {
            Some([field]) => Some(field.kind),
            _ => None,
        }
    }

    pub(super) fn gives_instances(&self) -> bool {
        self.fields.is_none()
    }

    pub(super) fn select_column(mut self, column: &'static Column) -> Self {
        self.state.select_values(vec![Node::Column(ColumnRef { steps: None, column })]);
        self
    }

    fn row_fields(&self) -> Vec<RowField> {
        let field = |column: &'static Column| RowField {
            name: column.name.to_owned(),
            kind: column.field_type.value_type(),
            unsigned: column.field_type == FieldType::PositiveBigInteger,
            of: CellOf::column(column),
        };
        let all = || self.state.model.columns.iter().map(field).chain(self.added.iter().cloned()).collect();
        self.fields.clone().unwrap_or_else(all)
    }

    /// Refuses a query set that refers to a query around it, where there is none.
    fn check_closed(&self) -> Result<(), Error> {
        if self.deferred.is_empty() { Ok(()) } else { Err(refers_to_none()) }
    }

    pub(super) fn whole(&self, done: &str) -> Result<(), Error> {
        if !self.state.is_sliced() {
            return Ok(());
        }
        let message = format!("this query set is sliced, so it can no longer be {done}; slice it last");
        Err(Error::InvalidQuery { message })
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $connector:ident;)*) => {
        $(
            /// As for a [`QuerySet`](crate::QuerySet); query sets that do not fit are an error.
            impl $trait for DynamicQuerySet {
                type Output = Result<Self, Error>;

                fn $method(self, right: Self) -> Self::Output {
                    self.combine(Connector::$connector, right)
                }
            }
        )*
    };
}

operators! {
    BitAnd bitand And;
    BitOr bitor Or;
    BitXor bitxor Xor;
}

fn fetch<'d>(
    state: &State,
    fields: Vec<RowField>,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Vec<DynamicRow>, Error>> + Send + use<'d> {
    let compiled = compile::select(state, runner.dialect());
    async move { read_rows(runner, compiled?, ReadRows::new(fields)).await }
}

async fn read_rows(
    runner: Runner<'_>,
    statement: Option<Statement>,
    read: ReadRows,
) -> Result<Vec<DynamicRow>, Error> {
    let Some(statement) = statement else { return Ok(Vec::new()) };
    let sink = runner.fetch_into(statement, Box::new(RowSink(read))).await?;
    let sink = sink.into_any().downcast::<RowSink<ReadRows>>();
    Ok(sink.expect("the driver gives back the sink that it was given").0.rows)
}

/// The row of aggregates without a group.
fn only(rows: Vec<DynamicRow>) -> DynamicRow {
    rows.into_iter().next().expect("there is one row, whatever it is computed from")
}

fn owned(names: &impl Names) -> Vec<String> {
    names.names().map(str::to_owned).collect()
}
