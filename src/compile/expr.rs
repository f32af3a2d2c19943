//! Expressions.

use sea_query as sql;

use super::condition::Cond;
use super::join::Reached;
use super::plan::Origin;
use super::union::Query;
use super::{Compiler, Purpose};
use crate::capability::Capability;
use crate::dialect::{self, MARK, Sorted, placeholder};
use crate::error::Error;
use crate::meta::{self, FieldType};
use crate::state::{self, AggregateName, ColumnRef, Function, Node, RawSql, Transform};
use crate::value::{Value, ValueType};
use crate::zone::Zone;

impl Compiler {
    /// An expression of the query at `level`, joined to it.
    pub(super) fn expr(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        if let Some(expr) = self.summarize(level, node)? {
            return Ok(expr);
        }
        match node {
            Node::Column(column) | Node::Related(column) => {
                let (reached, _) = self.reach(level, column)?;
                Ok(self.levels[level].column(reached))
            }
            Node::Joined(column) => {
                let table = self.levels[level].row(column.steps)?;
                Ok(self.levels[level].column(Reached { table, column: column.column }))
            }
            Node::Cte(of) => {
                self.read_cte(&of.cte);
                let (reached, _) = self.levels[level].reach(of.column.steps, of.column.column)?;
                Ok(self.levels[level].column(reached))
            }
            Node::Value(value) => {
                if value.value_type().is_collection() {
                    self.dialect.demand(Capability::Arrays, "arrays and ranges")?;
                }
                Ok(self.literal(value))
            }
            Node::Shared(shared) => match self.levels[level].known(node) {
                Some(expr) => Ok(expr),
                None => {
                    let expr = self.expr(level, shared)?;
                    self.levels[level].know(node.clone(), expr.clone());
                    Ok(expr)
                }
            },
            Node::Outer(node) => match level.checked_sub(1) {
                Some(outer) => self.expr(outer, node),
                None => Err(Error::InvalidQuery {
                    message:
                        "this query refers to an outer query, but there is none; use it inside `exists(…)`"
                            .to_owned(),
                }),
            },
            Node::Arithmetic(arithmetic) => {
                let [left, right] = &arithmetic.operands;
                let (left, right) = (self.expr(level, left)?, self.expr(level, right)?);
                Ok(self.dialect.arithmetic(arithmetic, left, right))
            }
            Node::Function(function) => {
                let arguments = function.arguments.iter().map(|argument| self.expr(level, &argument.node));
                let arguments = arguments.collect::<Result<_, _>>()?;
                self.function(function, arguments)
            }
            Node::Aggregate(aggregate) => self.aggregate(level, aggregate),
            Node::Window(window) => self.window(level, window),
            Node::Case(case) => self.case(level, case),
            Node::Subquery(subquery) => self.subquery(subquery),
            Node::Transform(transform, of) => {
                let expr = self.expr(level, of)?;
                self.transform(*transform, expr, of)
            }
            // By itself it is the same moment: only its parts differ.
            Node::AtZone(_, of) => self.expr(level, of),
            Node::Key(..) => {
                let (document, keys) = self.way(level, node);
                let document = self.expr(level, document)?;
                Ok(self.enter(document, &keys))
            }
            Node::JsonText(of) => {
                let of = self.expr(level, of)?;
                Ok(dialect::json_text(self.dialect, of))
            }
            Node::Raw(raw) => self.raw(raw),
            Node::Random => Ok(self.dialect.random()),
            Node::Lookup(_) | Node::All(_) | Node::Any(_) | Node::Xor(_) | Node::Not(_) | Node::Exists(_) => {
                Ok(self.predicate(level, node)?.into_expr())
            }
        }
    }

    /// A value that stands in an expression, not beside a column.
    fn literal(&mut self, value: &Value) -> sql::Expr {
        let decimal = matches!(value, Value::Decimal(_));
        let expr = self.bind(value);
        if decimal { self.dialect.decimal_value(expr) } else { expr }
    }

    pub(super) fn transform(
        &mut self,
        transform: Transform,
        expr: sql::Expr,
        of: &Node,
    ) -> Result<sql::Expr, Error> {
        let field_type = field_type(of);
        if field_type == Some(FieldType::Duration) && transform.is_part() {
            self.dialect.demand(Capability::PartsOfDurations, "parts of durations")?;
        }
        if transform.is_of_collection() {
            self.dialect.demand(Capability::Arrays, "arrays and ranges")?;
        }
        if transform == Transform::Unaccent {
            self.dialect.demand(Capability::Unaccent, "`unaccent()`")?;
        }
        let zone = zone_of(of);
        if let Some(zone) = zone
            && !self.zones.contains(zone)
        {
            self.zones.push(zone.clone());
        }
        let zone = zone.map_or("UTC", Zone::name);
        Ok(dialect::transform(self.dialect, transform, expr, field_type, zone))
    }

    /// The column that a chain of transforms begins with. What was annotated is no longer one: it
    /// keeps the join that it was annotated with.
    pub(super) fn path_column(&mut self, level: usize, node: &Node) -> Option<ColumnRef> {
        match node {
            Node::Cte(of) => {
                self.read_cte(&of.cte);
                Some(of.column)
            }
            Node::Column(column) => Some(*column),
            Node::Shared(shared) if self.levels[level].is_annotated(shared) => None,
            Node::Shared(node) => self.path_column(level, node),
            Node::Transform(_, of) | Node::AtZone(_, of) => self.path_column(level, of),
            Node::Key(_, of) | Node::JsonText(of) => self.path_column(level, of),
            Node::Function(function) => self.path_column(level, function.step_from()?),
            _ => None,
        }
    }

    /// The column or the transform of one that a lookup begins with, on top of a column that was
    /// reached already.
    pub(super) fn on_column(
        &mut self,
        level: usize,
        node: &Node,
        reached: Reached,
    ) -> Result<sql::Expr, Error> {
        match node {
            Node::Shared(node) => self.on_column(level, node, reached),
            Node::Transform(transform, of) => {
                let expr = self.on_column(level, of, reached)?;
                self.transform(*transform, expr, of)
            }
            Node::AtZone(_, of) => self.on_column(level, of, reached),
            Node::Key(..) => {
                let (document, keys) = self.way(level, node);
                let document = self.on_column(level, document, reached)?;
                Ok(self.enter(document, &keys))
            }
            Node::JsonText(of) => {
                let of = self.on_column(level, of, reached)?;
                Ok(dialect::json_text(self.dialect, of))
            }
            Node::Function(function) => match function.step_from() {
                Some(of) => {
                    let of = self.on_column(level, of, reached)?;
                    self.function(function, vec![of])
                }
                None => Ok(self.levels[level].column(reached)),
            },
            _ => Ok(self.levels[level].column(reached)),
        }
    }

    /// A function of what `arguments` are. Numbers that Django refuses when a function is written are
    /// refused here.
    fn function(&mut self, function: &Function, arguments: Vec<sql::Expr>) -> Result<sql::Expr, Error> {
        if let Some((what, least, given)) = function.too_small() {
            let message = format!("{what} is {least} or more, not {given}");
            return Err(Error::InvalidQuery { message });
        }
        dialect::function(self.dialect, function, arguments)
    }

    fn aggregate(&mut self, level: usize, aggregate: &state::Aggregate) -> Result<sql::Expr, Error> {
        let computed = self.aggregate_call(level, aggregate)?;
        self.aggregates |= computed.is_some();
        Ok(self.aggregate_result(aggregate, computed))
    }

    /// An aggregate as it stands before `OVER`; `None` where it is known to be of no rows.
    pub(super) fn aggregate_call(
        &mut self,
        level: usize,
        aggregate: &state::Aggregate,
    ) -> Result<Option<sql::Expr>, Error> {
        if self.summary.is_none() && aggregate.of.as_ref().is_some_and(|of| of.node.is_aggregate()) {
            let message = "an aggregate of an aggregate is computed by `aggregate()`, after `annotate()`";
            return Err(Error::InvalidQuery { message: message.to_owned() });
        }
        if self.summary.is_none() && aggregate.filter.as_ref().is_some_and(Node::is_windowed) {
            let message =
                "the `filter()` of an aggregate cannot look at a window; filter the rows of a subquery";
            return Err(Error::InvalidQuery { message: message.to_owned() });
        }
        let of = aggregate.of.as_ref().map(|of| self.expr(level, &of.node)).transpose()?;
        let filter = aggregate.filter.as_ref().map(|filter| self.predicate(level, filter)).transpose()?;
        Ok(match filter {
            Some(Cond::Never) => None,
            Some(Cond::Is(filter)) => Some(self.spelt_aggregate(level, aggregate, of, Some(filter))?),
            Some(Cond::Always) | None => Some(self.spelt_aggregate(level, aggregate, of, None)?),
        })
    }

    /// The value of an aggregate, or of one of no rows.
    pub(super) fn aggregate_result(
        &self,
        aggregate: &state::Aggregate,
        computed: Option<sql::Expr>,
    ) -> sql::Expr {
        match (computed, aggregate.name) {
            (Some(computed), _) => dialect::aggregate_result(self.dialect, aggregate, computed),
            (None, AggregateName::Count) => sql::Expr::Constant(0.into()),
            (None, _) => null(),
        }
    }

    fn spelt_aggregate(
        &mut self,
        level: usize,
        aggregate: &state::Aggregate,
        of: Option<sql::Expr>,
        filter: Option<sql::Expr>,
    ) -> Result<sql::Expr, Error> {
        let of = match of {
            Some(of) if aggregate.name.is_list() => of,
            of => return dialect::aggregate(self.dialect, aggregate, of, filter),
        };
        let mut order = Vec::with_capacity(aggregate.order.len());
        for term in &aggregate.order {
            let expr = self.sorted_expr(level, &term.node)?;
            order.push(Sorted { expr, descending: term.descending, nulls: term.nulls });
        }
        let dialect = self.dialect;
        dialect::collect(dialect, aggregate, of, order, filter, &mut |value| {
            placeholder(self.bind_made(value, Origin::Unknown))
        })
    }

    /// A branch that is never taken is left out, and one that is always taken is the last.
    fn case(&mut self, level: usize, case: &state::Case) -> Result<sql::Expr, Error> {
        let mut branches = sql::CaseStatement::new();
        let mut empty = true;
        let mut otherwise = case.otherwise.as_ref();
        for (when, then) in &case.branches {
            if when.asks_nothing() {
                let message = "a branch of `case()` asks something: an empty `Q` is no predicate for it";
                return Err(Error::InvalidQuery { message: message.to_owned() });
            }
            match self.predicate(level, when)? {
                Cond::Never => {}
                Cond::Is(when) => {
                    branches = branches.case(when, self.expr(level, then)?);
                    empty = false;
                }
                Cond::Always => {
                    otherwise = Some(then);
                    break;
                }
            }
        }
        let otherwise = otherwise.map(|node| self.expr(level, node)).transpose()?;
        Ok(match (empty, otherwise) {
            (true, otherwise) => otherwise.unwrap_or_else(null),
            (false, Some(otherwise)) => branches.finally(otherwise).into(),
            (false, None) => branches.into(),
        })
    }

    fn subquery(&mut self, subquery: &state::Subquery) -> Result<sql::Expr, Error> {
        let query = self.query(&subquery.state, Purpose::Value)?;
        if !subquery.of_rows {
            return Ok(query.map_or_else(null, Query::value));
        }
        self.dialect.demand(Capability::Arrays, "`array_subquery()`")?;
        Ok(match query {
            Some(query) => dialect::array_of(query.value()),
            None => dialect::cast_to(sql::Expr::Constant("{}".into()), dialect::type_of_value(subquery.kind)),
        })
    }

    /// SQL text of the user's: each `?` outside of quotes becomes a placeholder.
    fn raw(&mut self, raw: &RawSql) -> Result<sql::Expr, Error> {
        let parts = dialect::between_placeholders(raw.sql);
        if parts.len() - 1 != raw.operands.len() {
            let (wanted, bound) = (parts.len() - 1, raw.operands.len());
            let message = format!("`{}` has {wanted} `?`, but {bound} values are bound", raw.sql);
            return Err(Error::InvalidQuery { message });
        }
        let mut text = String::with_capacity(raw.sql.len() + 2);
        for (at, part) in parts.into_iter().enumerate() {
            if let Some(value) = at.checked_sub(1).map(|at| &raw.operands[at]) {
                let index = self.bind_index(value);
                text.push_str(&format!("{MARK}{index}{MARK}"));
            }
            text.extend(part.chars().filter(|character| *character != MARK));
        }
        Ok(sql::Expr::Custom(text.into()))
    }
}

fn null() -> sql::Expr {
    sql::Expr::custom_keyword("NULL")
}

/// The field type of an expression, as far as it decides how SQL is spelt.
pub(super) fn field_type(node: &Node) -> Option<FieldType> {
    match node {
        Node::Transform(Transform::Date, _) => Some(FieldType::Date),
        Node::Transform(Transform::Time, _) => Some(FieldType::Time),
        Node::Transform(Transform::Abs | Transform::Trunc(_), of) => field_type(of),
        Node::Transform(Transform::ArrayItem(_) | Transform::RangeStart | Transform::RangeEnd, of) => {
            match of.collection()? {
                ValueType::Array(of) | ValueType::Range(of) => spelt(*of),
                _ => None,
            }
        }
        Node::Column(column) => Some(column.column.field_type),
        Node::Cte(of) => Some(of.column.column.field_type),
        Node::Value(value) => spelt(value.value_type()),
        Node::AtZone(_, node) => field_type(node),
        Node::Shared(node) => field_type(node),
        Node::Outer(node) => field_type(node),
        Node::Function(function) => spelt(function.kind),
        Node::Aggregate(aggregate) => spelt(aggregate.kind),
        Node::Window(window) => spelt(window.kind),
        Node::Case(case) => spelt(case.kind),
        Node::Subquery(subquery) => spelt(subquery.kind),
        Node::Arithmetic(arithmetic) => spelt(arithmetic.kind()),
        _ => None,
    }
}

/// The zone in which the parts of an expression are meant, where it is not UTC.
pub(super) fn zone_of(node: &Node) -> Option<&Zone> {
    match node {
        Node::AtZone(zone, _) => Some(zone),
        _ => None,
    }
}

/// A field type whose expressions are spelt as those of a kind.
fn spelt(kind: ValueType) -> Option<FieldType> {
    match kind {
        ValueType::Date => Some(FieldType::Date),
        ValueType::DateTime => Some(FieldType::DateTime),
        ValueType::Time => Some(FieldType::Time),
        ValueType::Duration => Some(FieldType::Duration),
        ValueType::Uuid => Some(FieldType::Uuid),
        ValueType::Ip => Some(FieldType::GenericIpAddress),
        _ => None,
    }
}

/// Whether an expression is a column itself, and which.
pub(super) fn plain_column(node: &Node) -> Option<&'static meta::Column> {
    plain_ref(node).map(|column| column.column)
}

/// Whether an expression is a column itself, and how it is reached.
pub(super) fn plain_ref(node: &Node) -> Option<ColumnRef> {
    match node {
        Node::Column(column) => Some(*column),
        Node::Cte(of) => Some(of.column),
        Node::Shared(node) => plain_ref(node),
        _ => None,
    }
}
