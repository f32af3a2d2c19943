//! Query state: what was asked, in model terms. No SQL and no database here.
//!
//! The typed API builds it, [`compile`](crate::compile) turns it into SQL.

mod annotation;
mod collection;
mod combined;
mod cte;
mod function;
mod json;
mod objects;
mod related;
mod window;

use std::any::TypeId;
use std::sync::Arc;

pub(crate) use self::annotation::Group;
pub(crate) use self::combined::{Combined, SetOperator};
pub(crate) use self::cte::{Body, Cte, CteColumn, NewColumn, table, table_of};
pub(crate) use self::function::{
    Aggregate, AggregateName, Argument, Arithmetic, Case, CastTo, Function, FunctionName, MathFunction,
    PostgresFunction, Subquery, TextFunction, TruncUnit,
};
pub(crate) use self::json::{JsonForm, JsonKey};
pub use self::window::WindowFrameExclusion;
pub(crate) use self::window::{
    Frame, FrameUnit, Window, WindowCall, WindowClause, WindowFunction, WindowFunctionName,
};
use crate::error::Error;
use crate::meta;
use crate::path::{Step, same_way};
use crate::value::{Value, ValueType};
use crate::zone::Zone;

/// An expression or a predicate.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// A column, reached from the root model of its query.
    Column(ColumnRef),
    /// A column of a common table expression.
    Cte(Box<CteColumn>),
    /// The row at the end of a path, by its key. An order by it is that of the row's model.
    Related(ColumnRef),
    /// A column of the row that a path was joined to last. Its join is made even for the key alone.
    Joined(ColumnRef),
    /// A value that will be bound.
    Value(Value),
    /// A computed expression that may be used several times; the pointer is its identity.
    Shared(Arc<Node>),
    /// An expression of the query around this one.
    Outer(Box<Node>),
    Arithmetic(Box<Arithmetic>),
    Function(Box<Function>),
    Aggregate(Box<Aggregate>),
    Window(Box<Window>),
    Case(Box<Case>),
    Subquery(Box<Subquery>),
    /// From one expression to another, inside a path: `year()`.
    Transform(Transform, Box<Node>),
    /// A moment by the clocks of a zone, for its parts.
    AtZone(Zone, Box<Node>),
    /// What a JSON document has under a key.
    Key(JsonKey, Box<Node>),
    /// What a JSON document is as text: of text itself, without its quotes.
    JsonText(Box<Node>),
    /// A predicate on one expression.
    Lookup(Box<Lookup>),
    /// All are true. Empty: nothing is asked, so it is true, below a negation as well.
    All(Vec<Node>),
    /// One is true. Empty: never.
    Any(Vec<Node>),
    /// An odd number is true.
    Xor(Vec<Node>),
    /// It is not true.
    Not(Box<Node>),
    /// The query has a row.
    Exists(Box<State>),
    /// SQL text of the user's.
    Raw(Arc<RawSql>),
    /// Another value for each row: Django's `order_by("?")`.
    Random,
}

/// A column and the way to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnRef {
    pub(crate) steps: Option<&'static Step>,
    pub(crate) column: &'static meta::Column,
}

/// Two are the same when they are the same column at the end of the same relations.
impl PartialEq for ColumnRef {
    fn eq(&self, other: &Self) -> bool {
        self.column == other.column && same_way(self.steps, other.steps)
    }
}

impl ColumnRef {
    /// The name that a row of `values()` has for it: `blog__name`.
    pub(crate) fn key(&self) -> String {
        crate::path::key(self.steps, Some(self.column.name))
    }
}

/// Operators between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
}

/// Transforms, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Transform {
    Year,
    IsoYear,
    Month,
    Day,
    Week,
    WeekDay,
    IsoWeekDay,
    Quarter,
    Hour,
    Minute,
    Second,
    Date,
    Time,
    Lower,
    Upper,
    Length,
    Unaccent,
    Abs,
    /// Cut to a unit of the calendar or of the clock.
    Trunc(TruncUnit),
    ArrayLength,
    /// The item of an array at a place, counted from 0.
    ArrayItem(usize),
    /// The items of an array from one place to before another.
    ArraySlice(usize, usize),
    RangeStart,
    RangeEnd,
    RangePart(RangePart),
    /// One of a user's own.
    Own(&'static OwnTransform),
}

/// What is true or false of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RangePart {
    IsEmpty,
    LowerInc,
    LowerInf,
    UpperInc,
    UpperInf,
}

/// A user's own transform, with `{of}` for its operand.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct OwnTransform {
    pub(crate) sql: OwnSql,
    /// The kind of what it makes.
    pub(crate) output: ValueType,
}

/// A predicate on one expression.
#[derive(Clone, Debug)]
pub(crate) struct Lookup {
    pub(crate) name: LookupName,
    pub(crate) left: Node,
    pub(crate) right: Right,
}

/// What stands on the right of a lookup.
#[derive(Clone, Debug)]
pub(crate) enum Right {
    One(Node),
    Two(Node, Node),
    /// The items of `in_`; `NULL` among them is dropped, as Django does.
    Many(Vec<Node>),
    /// `in_` with a query of one column.
    Query(Box<State>),
    /// `isnull`.
    Flag(bool),
}

impl Right {
    /// The items of `in_`, all of them values.
    pub(crate) fn values(values: impl IntoIterator<Item = Value>) -> Self {
        Self::Many(values.into_iter().map(Node::Value).collect())
    }
}

/// The lookups, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LookupName {
    Exact,
    IExact,
    Contains,
    IContains,
    StartsWith,
    IStartsWith,
    EndsWith,
    IEndsWith,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    Range,
    IsNull,
    Regex,
    IRegex,
    /// A document is in a document.
    ContainsDocument,
    ContainedBy,
    HasKey,
    HasKeys,
    HasAnyKeys,
    /// All items of an array are in an array; all values of a range, or one value, are in a range.
    ContainsItems,
    Overlap,
    FullyLt,
    FullyGt,
    NotLt,
    NotGt,
    AdjacentTo,
    TrigramSimilar,
    TrigramWordSimilar,
    TrigramStrictWordSimilar,
    /// One of a user's own.
    Own(&'static OwnSql),
}

/// SQL of a user's own, with the names of its operands in braces: `{left} <> {right}`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct OwnSql {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
    pub(crate) mysql: &'static str,
}

/// SQL text of the user's, with `?` for each of its operands.
#[derive(Clone, Debug)]
pub(crate) struct RawSql {
    pub(crate) sql: &'static str,
    pub(crate) operands: Vec<Value>,
}

/// One part of an ordering.
#[derive(Clone, Debug)]
pub(crate) struct OrderTerm {
    pub(crate) node: Node,
    pub(crate) descending: bool,
    pub(crate) nulls: Option<Nulls>,
}

/// Where `NULL` stands in an ordering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Nulls {
    First,
    Last,
}

/// What a row of the query holds.
#[derive(Clone, Debug)]
pub(crate) enum Select {
    /// Every column of the model.
    Model,
    /// Some columns of the model, in its own order: `only()` and `defer()`.
    Fields(Vec<&'static meta::Column>),
    /// Expressions: `values()` and `values_list()`.
    Values(Arc<[Node]>),
}

/// Whether rows that are the same are given once.
#[derive(Clone, Debug)]
pub(crate) enum Distinct {
    No,
    Rows,
    /// One row for each value of these expressions: `DISTINCT ON`.
    On(Vec<Node>),
}

/// Which rows are locked, and what happens to those that others hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lock {
    pub(crate) wait: LockWait,
    /// Others may still insert rows that point at the locked ones.
    pub(crate) no_key: bool,
    /// The rows that are locked, each by a column of theirs; empty is all that are joined.
    pub(crate) of: Vec<ColumnRef>,
}

/// What to do about rows that another transaction has locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum LockWait {
    #[default]
    Wait,
    NoWait,
    SkipLocked,
}

/// What was asked.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) model: &'static meta::Model,
    /// The calls that decide which rows there are, in order: their boundaries matter.
    pub(crate) calls: Vec<Call>,
    /// `None` is the model's own ordering, empty is none.
    pub(crate) order: Option<Vec<OrderTerm>>,
    pub(crate) reversed: bool,
    pub(crate) select: Select,
    pub(crate) distinct: Distinct,
    pub(crate) offset: u64,
    pub(crate) limit: Option<u64>,
    pub(crate) lock: Option<Lock>,
    /// What `annotate()` and `select_related()` have added to rows that are instances, in order.
    pub(crate) annotations: Vec<Arc<Node>>,
    /// What is read beside each row, behind it.
    pub(crate) beside: Vec<Node>,
    /// The slice is one of the rows for each value of this.
    pub(crate) slice_per: Option<Node>,
    /// What the rows are grouped by, once an aggregate was annotated.
    pub(crate) group: Option<Group>,
    /// `none()`: no row, and no statement either.
    pub(crate) none: bool,
    /// Why it cannot run, where only its values tell.
    pub(crate) refused: Option<&'static str>,
    /// The row whose related rows these are. The first call says so, too.
    pub(crate) related: Option<Box<Related>>,
    /// The queries whose rows these are, put together.
    pub(crate) combined: Option<Combined>,
    /// The common table expression whose rows these are.
    pub(crate) cte: Option<Arc<Cte>>,
}

/// A row at one end of a relation.
#[derive(Clone, Debug)]
pub(crate) struct Related {
    /// The relation, seen from that row.
    pub(crate) relation: &'static meta::Relation,
    /// What the other end points at.
    pub(crate) from: Value,
    /// What new rows of the table between get, where there is one.
    pub(crate) pair: Vec<Option<Value>>,
    /// Nothing was asked for yet: a filter that comes next speaks of the pairs that bind the rows.
    pub(crate) sticky: bool,
}

/// A call that decides which rows there are, by its predicates or by its joins.
#[derive(Clone, Debug)]
pub(crate) enum Call {
    Filter(Node),
    Exclude(Node),
    /// `values()`: it is joined now, and stays so when another call selects something else. Later
    /// calls of `filter()` join a to-many relation again.
    Values(Arc<[Node]>),
    /// `annotate()`, `alias()`, and what is used as if it had been annotated: it is joined now, and
    /// stays so wherever it is used.
    Annotate(Arc<Node>),
    /// `filtered_relation()`: what follows knows its condition by its name.
    Relate(Arc<FilteredRelation>),
    /// `&`, `|` or `^` with another query.
    Combine(Connector, Box<State>),
}

impl Call {
    /// Whether it is the call of `values()` that has selected these.
    pub(crate) fn selects(&self, nodes: &Arc<[Node]>) -> bool {
        matches!(self, Self::Values(selected) if Arc::ptr_eq(selected, nodes))
    }
}

/// A relation that leads to some of its rows only.
#[derive(Clone, Debug)]
pub(crate) struct FilteredRelation {
    /// Its name.
    pub(crate) name: &'static str,
    /// The type that stands for the name: what a step of a path knows it by.
    pub(crate) id: TypeId,
    /// What is true of its rows.
    pub(crate) condition: Node,
}

/// How two predicates, or two queries, are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Connector {
    And,
    Or,
    Xor,
}

impl State {
    pub(crate) fn new(model: &'static meta::Model) -> Self {
        Self {
            model,
            calls: Vec::new(),
            order: None,
            reversed: false,
            select: Select::Model,
            distinct: Distinct::No,
            offset: 0,
            limit: None,
            lock: None,
            annotations: Vec::new(),
            beside: Vec::new(),
            slice_per: None,
            group: None,
            none: false,
            refused: None,
            related: None,
            combined: None,
            cte: None,
        }
    }

    /// A query for the rows that the schema calls the objects of a model.
    pub(crate) fn objects(model: &'static meta::Model) -> Self {
        Self::new(model).of_objects()
    }

    /// Refuses a query that cannot run.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self.refused {
            None => Ok(()),
            Some(message) => Err(Error::InvalidQuery { message: message.to_owned() }),
        }
    }

    /// Adds a call of `filter()` or `exclude()`, unless it asks nothing.
    pub(crate) fn call(&mut self, call: fn(Node) -> Call, node: Node) {
        if node.asks_nothing() {
            return;
        }
        self.know_aggregates(&node);
        let sticky = self.related.as_ref().is_some_and(|related| related.sticky);
        match (&mut self.calls[..], call(node)) {
            ([Call::Filter(bound)], call @ (Call::Filter(_) | Call::Exclude(_))) if sticky => {
                let node = match call {
                    Call::Exclude(node) => node.negated(),
                    Call::Filter(node) => node,
                    _ => unreachable!("the pattern names two"),
                };
                *bound = Node::all(bound.clone(), node);
            }
            (_, call) => self.calls.push(call),
        }
        self.unstick();
    }

    /// What follows speaks of pairs of its own.
    pub(crate) fn unstick(&mut self) {
        if let Some(related) = &mut self.related {
            related.sticky = false;
        }
    }

    /// Knows a filtered relation for what follows.
    pub(crate) fn relate(&mut self, relation: &Arc<FilteredRelation>) {
        self.calls.push(Call::Relate(Arc::clone(relation)));
    }

    /// Keeps the rows for which a predicate is true.
    pub(crate) fn filter(&mut self, node: Node) {
        self.call(Call::Filter, node);
    }

    /// Selects columns of the model, of its rows in any order.
    pub(crate) fn select_columns(&mut self, columns: Vec<&'static meta::Column>) {
        self.select = Select::Fields(columns);
        if !self.is_sliced() {
            self.order = Some(Vec::new());
        }
    }

    /// The query for `get()`: of two rows, so that a second one is noticed.
    pub(crate) fn one(&self) -> Self {
        let mut one = self.clone();
        one.slice(0, Some(2));
        // The order decides which row it is only where rows are left out.
        if !self.is_sliced() && !matches!(self.distinct, Distinct::On(_)) {
            one.order = Some(Vec::new());
        }
        one
    }

    /// Whether a limit or an offset was set.
    pub(crate) fn is_sliced(&self) -> bool {
        self.offset > 0 || self.limit.is_some()
    }

    /// Whether rows that are the same are given once.
    pub(crate) fn is_distinct(&self) -> bool {
        !matches!(self.distinct, Distinct::No)
    }

    /// What a row has, in its order, and then what is read beside it.
    pub(crate) fn selected(&self) -> Vec<Node> {
        let columns: Vec<&'static meta::Column> = match &self.select {
            Select::Values(nodes) => return nodes.iter().chain(&self.beside).cloned().collect(),
            Select::Model => self.model.columns.iter().collect(),
            Select::Fields(columns) => columns.clone(),
        };
        let columns = columns.into_iter().map(|column| Node::Column(ColumnRef { steps: None, column }));
        let added = self.annotations.iter().cloned().map(Node::Shared);
        columns.chain(added).chain(self.beside.iter().cloned()).collect()
    }

    /// Selects expressions, with the joins that the calls so far have made.
    pub(crate) fn select_values(&mut self, nodes: Vec<Node>) {
        if let Some(combined) = &mut self.combined {
            combined.select_values(&nodes);
            self.select = Select::Values(nodes.into());
            return;
        }
        for node in &nodes {
            self.know(node);
        }
        self.keep_groups(&nodes);
        let nodes: Arc<[Node]> = nodes.into();
        self.calls.push(Call::Values(Arc::clone(&nodes)));
        self.select = Select::Values(nodes);
    }

    /// Joins it with another query on the same model: Django's `Query.combine`. The order is that of
    /// `right` where it has one of its own.
    pub(crate) fn combine(mut self, connector: Connector, right: Self) -> Self {
        match (connector, self.none, right.none) {
            (Connector::And, _, true) | (Connector::Or | Connector::Xor, true, _) => return right,
            (Connector::And, true, false) | (Connector::Or | Connector::Xor, false, true) => return self,
            (_, false, false) => {}
        }
        self.refused = self.refused.or(right.refused).or_else(|| self.mismatch(&right));
        if let Some(order) = right.order.clone().filter(|order| !order.is_empty()) {
            self.order = Some(order);
        }
        self.calls.push(Call::Combine(connector, Box::new(right)));
        self
    }

    /// What keeps it from being combined with another query.
    fn mismatch(&self, right: &Self) -> Option<&'static str> {
        let same_distinct = match (&self.distinct, &right.distinct) {
            (Distinct::No, Distinct::No) | (Distinct::Rows, Distinct::Rows) => true,
            (Distinct::On(left), Distinct::On(right)) => are_same(left, right),
            _ => false,
        };
        let same_values = match (&self.select, &right.select) {
            (Select::Values(left), Select::Values(right)) => are_same(left, right),
            _ => true,
        };
        match (same_distinct, same_values) {
            (false, _) => Some(
                "`&`, `|` and `^` take two query sets of which both are `distinct()` in the same way, or neither",
            ),
            (_, false) => Some("`&`, `|` and `^` take two query sets that select the same fields"),
            (true, true) => None,
        }
    }

    /// The first or the last row: in the order of the query, or else by primary key.
    pub(crate) fn edge(&self, last: bool) -> Self {
        let mut state = self.clone();
        if !self.is_sliced() {
            state.ordered();
        }
        state.reversed ^= last;
        state.slice(0, Some(1));
        state
    }

    /// Orders the rows by primary key, where they have no order. Groups of rows have none: the key would
    /// make each row a group of its own. The model's own order is not one of groups.
    pub(crate) fn ordered(&mut self) {
        let unordered = match &self.order {
            Some(order) => order.is_empty(),
            None => self.model.ordering.is_empty() || self.group.is_some(),
        };
        if !unordered {
            return;
        }
        if !self.is_grouped_by_key() {
            self.refused =
                Some("groups of rows have no first and no last one by themselves: call `order_by(…)` first");
        }
        let node = Node::Column(ColumnRef { steps: None, column: self.model.pk() });
        self.order = Some(vec![OrderTerm { node, descending: false, nulls: None }]);
    }

    /// Narrows the slice by another one, counted from its start, as slicing twice does.
    pub(crate) fn slice(&mut self, start: u64, end: Option<u64>) {
        let left = self.limit.map(|limit| limit.saturating_sub(start));
        let wanted = end.map(|end| end.saturating_sub(start));
        self.offset = self.offset.saturating_add(start);
        self.limit = match (left, wanted) {
            (Some(left), Some(wanted)) => Some(left.min(wanted)),
            (left, wanted) => left.or(wanted),
        };
    }
}

impl Node {
    /// Django's `Q()`: true for every row, and left out wherever it is joined with something.
    pub(crate) fn nothing_asked() -> Node {
        Self::All(Vec::new())
    }

    pub(crate) fn asks_nothing(&self) -> bool {
        matches!(self, Self::All(nodes) if nodes.is_empty())
    }

    /// A predicate that is not true where this one is.
    pub(crate) fn negated(self) -> Node {
        if self.asks_nothing() { self } else { Self::Not(Box::new(self)) }
    }

    /// A predicate on a column of the model.
    pub(crate) fn on(column: &'static meta::Column, name: LookupName, right: Right) -> Node {
        let left = Self::Column(ColumnRef { steps: None, column });
        Self::Lookup(Box::new(Lookup { name, left, right }))
    }

    /// The predicate that a column of the model has a value.
    pub(crate) fn exact(column: &'static meta::Column, value: Value) -> Node {
        Self::on(column, LookupName::Exact, Right::One(Self::Value(value)))
    }

    /// The predicate that a column of the model has one of some values.
    pub(crate) fn among(column: &'static meta::Column, values: &[Value]) -> Node {
        Self::on(column, LookupName::In, Right::values(values.iter().cloned()))
    }

    /// Joins two predicates; a predicate that is such a join already takes the other one in.
    pub(crate) fn all(left: Node, right: Node) -> Node {
        Self::join(left, right, Self::All, |node| match node {
            Self::All(nodes) => Ok(nodes),
            node => Err(node),
        })
    }

    pub(crate) fn any(left: Node, right: Node) -> Node {
        Self::join(left, right, Self::Any, |node| match node {
            Self::Any(nodes) => Ok(nodes),
            node => Err(node),
        })
    }

    pub(crate) fn xor(left: Node, right: Node) -> Node {
        Self::join(left, right, Self::Xor, |node| match node {
            Self::Xor(nodes) => Ok(nodes),
            node => Err(node),
        })
    }

    /// An empty predicate changes nothing, whatever it is joined with.
    fn join(
        left: Node,
        right: Node,
        make: fn(Vec<Node>) -> Node,
        take: fn(Node) -> Result<Vec<Node>, Node>,
    ) -> Node {
        match (left.asks_nothing(), right.asks_nothing()) {
            (true, _) => return right,
            (_, true) => return left,
            _ => {}
        }
        let mut nodes = take(left).unwrap_or_else(|node| {
            let mut nodes = Vec::with_capacity(4);
            nodes.push(node);
            nodes
        });
        match take(right) {
            Ok(more) => nodes.extend(more),
            Err(node) => nodes.push(node),
        }
        make(nodes)
    }

    /// The value that it is, the same for each row.
    pub(crate) fn as_value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Shared(node) => node.as_value(),
            _ => None,
        }
    }

    /// Whether it is the same column, with the same transforms, or the same computed expression.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Column(left), Self::Column(right)) | (Self::Related(left), Self::Related(right)) => {
                left == right
            }
            (Self::Shared(left), Self::Shared(right)) if matches!(**left, Self::Key(..)) => left.is(right),
            (Self::Cte(left), Self::Cte(right)) => {
                Arc::ptr_eq(&left.cte, &right.cte) && left.column == right.column
            }
            (Self::Shared(left), Self::Shared(right)) => Arc::ptr_eq(left, right),
            (Self::Key(left, left_of), Self::Key(right, right_of)) => left == right && left_of.is(right_of),
            (Self::Transform(left, left_of), Self::Transform(right, right_of)) => {
                left == right && left_of.is(right_of)
            }
            _ => false,
        }
    }
}

/// Whether two lists of expressions are the same.
fn are_same(left: &[Node], right: &[Node]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.is(right))
}
