//! [`DynamicQuerySet`]: a query whose model, names and values are known at run time only.

use std::ops::{BitAnd, BitOr, BitXor};

use super::Names;
use super::argument::IntoArgument;
use super::predicate::DynamicQ;
use super::resolve::{Expression, NamedBy, order_terms, selection};
use super::row::{DynamicRow, ReadRows, RowField};
use crate::backend::Backend;
use crate::compile;
use crate::db::{Executor, Runner};
use crate::decode::RowSink;
use crate::dialect::DialectOf;
use crate::error::Error;
use crate::meta::{Column, FieldType, Model};
use crate::query_set::{Fetch, SliceRange, counted, found};
use crate::state::{Call, ColumnRef, Connector, Distinct, Node, State};
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
    state: State,
    /// The fields of its rows; `None` is all of the model.
    fields: Option<Vec<RowField>>,
}

impl DynamicQuerySet {
    /// The rows that `objects()` gives of `model`: one of the generated `MODELS`, or `Entry::META`.
    pub fn new(model: &'static Model) -> Self {
        Self::of(State::objects(model))
    }

    pub(crate) fn of(state: State) -> Self {
        Self { state, fields: None }
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
        self.called(Call::Filter, predicate)
    }

    /// Drops the rows for which `predicate` is true.
    ///
    /// # Errors
    ///
    /// As [`filter_by()`](Self::filter_by).
    pub fn exclude(self, predicate: DynamicQ) -> Result<Self, Error> {
        self.called(Call::Exclude, predicate)
    }

    fn called(mut self, call: fn(Node) -> Call, predicate: DynamicQ) -> Result<Self, Error> {
        self.whole("filtered")?;
        let node = predicate.node(self.state.model)?;
        self.state.call(call, node);
        Ok(self)
    }

    /// Orders the rows by names with their signs: `"-pub_date,id"`, `["blog", "?"]`; none clears the order.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`]; [`Error::InvalidQuery`] after a slice.
    pub fn order_by(mut self, names: impl Names) -> Result<Self, Error> {
        self.whole("ordered")?;
        self.state.order = Some(order_terms(self.state.model, names, NamedBy::Caller)?);
        Ok(self)
    }

    /// Reverses the order.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] after a slice.
    pub fn reverse(mut self) -> Result<Self, Error> {
        self.whole("reversed")?;
        self.state.reversed = !self.state.reversed;
        Ok(self)
    }

    /// Gives rows that are the same in every selected column once.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidQuery`] after a slice.
    pub fn distinct(mut self) -> Result<Self, Error> {
        self.whole("made distinct")?;
        self.state.distinct = Distinct::Rows;
        Ok(self)
    }

    /// Gives the first row for each value of the fields: PostgreSQL alone can.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`]; [`Error::InvalidQuery`] after a slice. When it is run on another
    /// database, [`Error::NotSupported`].
    pub fn distinct_on(mut self, names: impl Names) -> Result<Self, Error> {
        self.whole("made distinct")?;
        let fields = selection(self.state.model, names)?;
        self.state.distinct = Distinct::On(fields.into_iter().map(|(_, field)| field.node).collect());
        Ok(self)
    }

    /// The rows of a range; of a slice, the rows of a range of the slice.
    pub fn slice(mut self, range: impl SliceRange) -> Self {
        let (start, end) = range.bounds();
        self.state.slice(start, end);
        self
    }

    /// No row at all.
    pub fn none(mut self) -> Self {
        self.state.none = true;
        self
    }

    /// Rows hold these fields: `["headline", "blog__name", "pub_date__year"]`; without a name all fields
    /// of the model.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`].
    pub fn values(mut self, names: impl Names) -> Result<Self, Error> {
        let selected = selection(self.state.model, names)?;
        let field = |(name, expression): &(String, Expression)| RowField {
            name: name.clone(),
            kind: expression.kind,
            unsigned: expression.is_unsigned(),
            column: expression.column,
        };
        self.fields = Some(selected.iter().map(field).collect());
        self.state.select_values(selected.into_iter().map(|(_, expression)| expression.node).collect());
        Ok(self)
    }

    fn combine(self, connector: Connector, right: Self) -> Result<Self, Error> {
        self.whole("combined")?;
        right.whole("combined")?;
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
        let combined = Self { state: self.state.combine(connector, right.state), fields: self.fields };
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
        Fetch::new(self.state.model, fetch(&self.state, self.row_fields(), db.runner()))
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
        counted(&self.state, db.runner())
    }

    /// Whether there is a row.
    ///
    /// # Errors
    ///
    /// As [`all()`](Self::all).
    pub fn exists<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, bool> {
        found(&self.state, db.runner())
    }

    /// The SQL text of the query for the database `B`.
    ///
    /// # Errors
    ///
    /// As [`QuerySet::sql`](crate::QuerySet::sql).
    pub fn sql<B: Backend + DialectOf>(&self) -> Result<String, Error> {
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
            column,
        };
        self.fields.clone().unwrap_or_else(|| self.state.model.columns.iter().map(field).collect())
    }

    fn whole(&self, done: &str) -> Result<(), Error> {
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
    async move {
        let Some(statement) = compiled? else { return Ok(Vec::new()) };
        let sink = runner.fetch_into(statement, Box::new(RowSink(ReadRows::new(fields)))).await?;
        let sink = sink.into_any().downcast::<RowSink<ReadRows>>();
        Ok(sink.expect("the driver gives back the sink that it was given").0.rows)
    }
}
