//! Predicates: `filter()`, `exclude()`, and how they decide between inner and outer joins.
//!
//! The rules are those of Django's `Query.build_filter`, `Query.split_exclude` and `JoinPromoter`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use sea_query as sql;
use sea_query::ExprTrait;

use super::expr::{field_type, path_column, plain_column, plain_ref};
use super::join::{Level, Reached};
use super::{Compiler, Purpose};
use crate::capability::Capability;
use crate::dialect::{Pattern, regex, text_lookup};
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::{ColumnRef, Condition, Lookup, LookupName, Node, Right, Select, State, Transform};
use crate::value::Value;

/// A predicate, or what is known about it before the database is asked.
pub(super) enum Cond {
    /// True for every row.
    Always,
    /// True for no row.
    Never,
    /// To be found out by the database.
    Is(sql::Expr),
}

impl Cond {
    fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Is(expr) => Self::Is(expr.not()),
        }
    }

    fn into_expr(self) -> sql::Expr {
        match self {
            Self::Always => sql::Expr::Constant(1.into()).eq(sql::Expr::Constant(1.into())),
            Self::Never => sql::Expr::Constant(1.into()).eq(sql::Expr::Constant(0.into())),
            Self::Is(expr) => expr,
        }
    }
}

/// How the parts of a predicate are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Connector {
    And,
    Or,
    Xor,
}

/// Where in a tree of predicates a lookup stands.
#[derive(Clone, Copy)]
struct Place {
    /// Whether there is a negation above it.
    below_not: bool,
    /// Whether there is an odd number of them.
    negated: bool,
}

/// A predicate and the joins without which it cannot be true.
type Built = (Cond, BTreeSet<usize>);

impl Compiler {
    /// The WHERE clause of the query at `level`.
    pub(super) fn filters(&mut self, level: usize, conditions: &[Condition]) -> Result<Cond, Error> {
        let mut all = Vec::new();
        for condition in conditions {
            let inner = self.levels[level].inner();
            self.levels[level].shares = Some(BTreeSet::new());
            let place = Place { below_not: false, negated: false };
            let built = self.group(level, Connector::And, condition.exclude, &[&condition.node], place);
            self.levels[level].shares = None;
            all.push(built?.0);
            // What an earlier call made an inner join stays one: this call is joined to it by AND.
            self.levels[level].demote(&inner);
        }
        Ok(join_all(all))
    }

    /// A predicate used as an expression.
    pub(super) fn predicate(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        let place = Place { below_not: false, negated: false };
        let (cond, _) = self.build(level, node, place)?;
        Ok(cond.into_expr())
    }

    fn build(&mut self, level: usize, node: &Node, place: Place) -> Result<Built, Error> {
        match node {
            Node::All(nodes) => self.group(level, Connector::And, false, &refs(nodes), place),
            Node::Any(nodes) => self.group(level, Connector::Or, false, &refs(nodes), place),
            Node::Xor(nodes) => self.group(level, Connector::Xor, false, &refs(nodes), place),
            Node::Not(inner) => match &**inner {
                Node::All(nodes) => self.group(level, Connector::And, true, &refs(nodes), place),
                Node::Any(nodes) => self.group(level, Connector::Or, true, &refs(nodes), place),
                Node::Xor(nodes) => self.group(level, Connector::Xor, true, &refs(nodes), place),
                Node::Not(twice) => self.build(level, twice, place),
                inner => self.group(level, Connector::And, true, &[inner], place),
            },
            Node::Lookup(lookup) => self.lookup(level, lookup, place),
            Node::Exists(state) => Ok((self.exists(state)?, BTreeSet::new())),
            Node::Shared(node) => self.build(level, node, place),
            _ => {
                let expr = self.expr(level, node)?;
                Ok((Cond::Is(expr), BTreeSet::new()))
            }
        }
    }

    fn group(
        &mut self,
        level: usize,
        connector: Connector,
        negated: bool,
        nodes: &[&Node],
        place: Place,
    ) -> Result<Built, Error> {
        let place = Place { below_not: place.below_not || negated, negated: place.negated ^ negated };
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut conds = Vec::with_capacity(nodes.len());
        for node in nodes {
            let (cond, needed) = self.build(level, node, place)?;
            for table in needed {
                *votes.entry(table).or_default() += 1;
            }
            conds.push(cond);
        }
        let inner = self.settle_joins(level, connector, place.negated, nodes.len(), votes);
        let cond = match connector {
            Connector::And => join_all(conds),
            Connector::Or => join_any(conds),
            Connector::Xor => self.join_xor(conds),
        };
        Ok((if negated { cond.not() } else { cond }, inner))
    }

    /// Decides which of the joins that a group of predicates uses must be outer.
    ///
    /// With `OR`, a join that not all parts need must be outer: an inner one would drop the rows for
    /// which another part is true. With `AND`, what one part needs can be inner. `NOT (a AND b)` is
    /// an `OR`.
    fn settle_joins(
        &mut self,
        level: usize,
        connector: Connector,
        negated: bool,
        parts: usize,
        votes: BTreeMap<usize, usize>,
    ) -> BTreeSet<usize> {
        let effective = match (connector, negated) {
            (Connector::And, true) => Connector::Or,
            (_, true) => Connector::And,
            (connector, false) => connector,
        };
        let mut promote = BTreeSet::new();
        let mut demote = BTreeSet::new();
        for (table, count) in votes {
            match effective {
                Connector::And => {
                    demote.insert(table);
                }
                Connector::Or if count < parts => {
                    promote.insert(table);
                }
                Connector::Or => {
                    demote.insert(table);
                }
                Connector::Xor => {}
            }
        }
        self.levels[level].promote(&promote);
        self.levels[level].demote(&demote);
        demote
    }

    fn join_xor(&self, conds: Vec<Cond>) -> Cond {
        self.dialect.xor(conds.into_iter().map(Cond::into_expr).collect()).map_or(Cond::Never, Cond::Is)
    }

    fn exists(&mut self, state: &State) -> Result<Cond, Error> {
        Ok(match self.query(state, Purpose::Exists)? {
            Some(query) => Cond::Is(sql::Expr::exists(query)),
            None => Cond::Never,
        })
    }

    fn lookup(&mut self, level: usize, lookup: &Lookup, place: Place) -> Result<Built, Error> {
        let Some(column) = path_column(&lookup.left) else {
            let left = self.expr(level, &lookup.left)?;
            let right = self.right(level, lookup)?;
            let cond = self.compare(level, lookup, left, right)?;
            return Ok((cond, BTreeSet::new()));
        };
        if place.below_not && Level::is_many(column.steps) {
            return Ok((self.split_exclude(level, lookup, column)?, BTreeSet::new()));
        }

        let outer_used = std::mem::take(&mut self.levels[level].used);
        let right = self.right(level, lookup)?;
        let (reached, tables) = self.levels[level].reach(column.steps, column.column);
        let mut needed = std::mem::replace(&mut self.levels[level].used, outer_used);
        needed.extend(tables);
        needed.remove(&0);

        let left = self.on_column(level, &lookup.left, reached);
        let cond = self.compare(level, lookup, left, right)?;

        let is_null = matches!((lookup.name, &lookup.right), (LookupName::IsNull, Right::Flag(true)));
        let outer = if place.negated { !is_null } else { is_null };
        let cond = match place.negated && lookup.name != LookupName::IsNull {
            true => self.or_null(level, lookup, reached, cond),
            false => cond,
        };
        Ok((cond, if outer { BTreeSet::new() } else { needed }))
    }

    /// Below a NOT, a lookup on a column that may be `NULL` must be false for `NULL`, so that the
    /// row is kept: `NOT (c = 1 AND c IS NOT NULL)`.
    fn or_null(&mut self, level: usize, lookup: &Lookup, reached: Reached, cond: Cond) -> Cond {
        let mut conds = vec![cond];
        if reached.column.null || self.levels[level].is_outer(reached.table) {
            conds.push(Cond::Is(self.levels[level].column(reached).is_not_null()));
        }
        if let Right::One(right) = &lookup.right
            && let Some(column) = plain_ref(right)
        {
            // The column that is read, which is the foreign key itself where a join is left out.
            let (reached, _) = self.levels[level].reach(column.steps, column.column);
            if reached.column.null {
                conds.push(Cond::Is(self.levels[level].column(reached).is_not_null()));
            }
        }
        join_all(conds)
    }

    /// `NOT` over a to-many relation: no related row at all may match, so it asks a subquery.
    ///
    /// Where the same `filter()` call has joined the relation already, it speaks of the row that was
    /// joined: `Q(authors__name="Alice") & ~Q(authors__name="Bob")` asks of one author.
    fn split_exclude(&mut self, level: usize, lookup: &Lookup, column: ColumnRef) -> Result<Cond, Error> {
        let model = self.levels[level].tables[0].model;
        let node = Node::Lookup(Box::new(Lookup {
            name: lookup.name,
            left: lookup.left.clone(),
            right: outside(&lookup.right),
        }));
        self.levels.push(Level::new(model, self.levels.len()));
        let inner = self.levels.len() - 1;
        let cond = self.filters(inner, &[Condition { node, exclude: false }]);
        let tables = self.levels.pop().expect("it was pushed above");
        let Cond::Is(cond) = cond? else { return Ok(Cond::Never) };

        let key = |level: &Level, table: usize| {
            level.column(Reached { table, column: level.tables[table].model.pk() })
        };
        let outer = &self.levels[level];
        let many = tables.first_many(column.steps).filter(|many| !tables.is_outer(*many));
        let joined = many.and_then(|many| Some((many, outer.shared_as(&tables, many)?)));
        let (first, same_as) = joined.unwrap_or((0, 0));
        let mut query = sql::Query::select();
        query.expr(sql::Expr::Constant(1.into()));
        tables.write_from(&mut query, first);
        query.and_where(cond).and_where(key(&tables, first).eq(key(outer, same_as)));
        Ok(Cond::Is(sql::Expr::exists(query)))
    }

    /// The right side of a lookup.
    fn right(&mut self, level: usize, lookup: &Lookup) -> Result<RightExpr, Error> {
        Ok(match &lookup.right {
            Right::One(Node::Value(value)) => RightExpr::Value(value.clone()),
            Right::One(node) => RightExpr::One(self.expr(level, node)?),
            Right::Two(low, high) => {
                let held = self.integer_range(lookup);
                let misses = |node: &Node, beyond: fn(i128, (i128, i128)) -> bool| matches!((node, held), (Node::Value(value), Some(held)) if integer(value).is_some_and(|value| beyond(value, held)));
                if misses(low, |low, held| low > held.1) || misses(high, |high, held| high < held.0) {
                    return Ok(RightExpr::Nothing);
                }
                let decimals = plain_column(&lookup.left).is_none();
                let low = self.bound(level, &within(low, held), decimals)?;
                let high = self.bound(level, &within(high, held), decimals)?;
                RightExpr::Two(low, high)
            }
            Right::Many(items) => {
                let held = self.integer_range(lookup);
                let fits = |node: &&Node| match (node, held) {
                    (Node::Value(value), Some((low, high))) => {
                        integer(value).is_none_or(|value| (low..=high).contains(&value))
                    }
                    _ => true,
                };
                let decimals = plain_column(&lookup.left).is_none();
                let items = items.iter().filter(fits).map(|item| self.bound(level, item, decimals));
                RightExpr::Many(items.collect::<Result<_, _>>()?)
            }
            Right::Query(state) => RightExpr::Query(self.in_query(state)?.map(Box::new)),
            Right::Flag(flag) => RightExpr::Flag(*flag),
        })
    }

    fn bound(&mut self, level: usize, node: &Node, decimals: bool) -> Result<sql::Expr, Error> {
        match node {
            Node::Value(value) => Ok(self.bound_value(value.clone(), decimals)),
            node => self.expr(level, node),
        }
    }

    fn bound_value(&mut self, value: Value, decimals: bool) -> sql::Expr {
        let decimal = decimals && matches!(value, Value::Decimal(_));
        let expr = self.bind(value);
        if decimal { self.dialect.decimal_value(expr) } else { expr }
    }

    fn in_query(&mut self, state: &State) -> Result<Option<sql::SelectStatement>, Error> {
        let mut state = state.clone();
        if matches!(state.select, Select::Model | Select::Fields(_)) {
            let pk = Node::Column(ColumnRef { steps: None, column: state.model.pk() });
            state.select = Select::Values(vec![pk]);
        }
        // Where there is no LIMIT inside IN, there is one inside a table of that.
        let wraps = state.is_sliced() && !self.dialect.has(Capability::LimitInSubquery);
        Ok(self.query(&state, Purpose::Subquery)?.map(|query| match wraps {
            true => {
                let mut wrapped = sql::Query::select();
                wrapped.column(sql::Asterisk).from_subquery(query, "sliced");
                wrapped
            }
            false => query,
        }))
    }

    fn compare(
        &mut self,
        level: usize,
        lookup: &Lookup,
        left: sql::Expr,
        right: RightExpr,
    ) -> Result<Cond, Error> {
        if let Some(cond) = self.known(lookup, &right) {
            return Ok(cond);
        }
        if let Some(cond) = self.year(level, lookup, &right) {
            return Ok(cond);
        }
        let decimals = plain_column(&lookup.left).is_none();
        Ok(match (lookup.name, right) {
            (LookupName::IsNull, RightExpr::Flag(true)) => Cond::Is(left.is_null()),
            (LookupName::IsNull, _) => Cond::Is(left.is_not_null()),
            (LookupName::In, RightExpr::Many(items)) if items.is_empty() => Cond::Never,
            (LookupName::In, RightExpr::Many(items)) if has_documents(&lookup.right) => {
                let equal = |item| Cond::Is(self.dialect.json_equal(left.clone(), item));
                join_any(items.into_iter().map(equal).collect())
            }
            (LookupName::In, RightExpr::Many(items)) => Cond::Is(left.is_in(items)),
            (LookupName::In, RightExpr::Query(None)) => Cond::Never,
            (LookupName::In, RightExpr::Query(Some(query))) => Cond::Is(left.in_subquery(*query)),
            (LookupName::Range, RightExpr::Two(low, high)) => Cond::Is(left.between(low, high)),
            (LookupName::Regex | LookupName::IRegex, right) => {
                let pattern = match right {
                    RightExpr::Value(value) => self.bind(value),
                    RightExpr::One(pattern) => pattern,
                    _ => return Err(mismatch(lookup.name)),
                };
                Cond::Is(regex(self.dialect, lookup.name == LookupName::IRegex, left, pattern))
            }
            (LookupName::Exact, RightExpr::Value(value @ Value::Json(_))) => {
                let right = self.bind(value);
                Cond::Is(self.dialect.json_equal(left, right))
            }
            (name, RightExpr::Value(value)) => match (comparison(name), &value) {
                (Some(operator), _) => {
                    let right = self.bound_value(value, decimals);
                    Cond::Is(left.binary(operator, right))
                }
                (None, Value::Text(text)) => {
                    let field_type = field_type(&lookup.left);
                    let dialect = self.dialect;
                    let mut bind = |text: String| self.bind(Value::Text(text));
                    Cond::Is(text_lookup(dialect, name, left, field_type, Pattern::Text(text, &mut bind)))
                }
                (None, _) => return Err(mismatch(name)),
            },
            (name, RightExpr::One(right)) => match comparison(name) {
                Some(operator) => Cond::Is(left.binary(operator, right)),
                None => {
                    let field_type = field_type(&lookup.left);
                    Cond::Is(text_lookup(self.dialect, name, left, field_type, Pattern::Expr(right)))
                }
            },
            (name, _) => return Err(mismatch(name)),
        })
    }

    /// The integers that a lookup's column can be compared with.
    fn integer_range(&self, lookup: &Lookup) -> Option<(i128, i128)> {
        self.dialect.comparable_range(plain_column(&lookup.left)?.field_type)
    }

    /// A comparison with an integer that the column cannot hold is decided here, as Django does: the
    /// database would refuse the value.
    fn known(&self, lookup: &Lookup, right: &RightExpr) -> Option<Cond> {
        let value = match right {
            RightExpr::Value(value) => integer(value)?,
            RightExpr::Nothing => return Some(Cond::Never),
            _ => return None,
        };
        let (low, high) = self.integer_range(lookup)?;
        if (low..=high).contains(&value) {
            return None;
        }
        let above = value > high;
        Some(match lookup.name {
            LookupName::Gt | LookupName::Gte if !above => Cond::Always,
            LookupName::Lt | LookupName::Lte if above => Cond::Always,
            _ => Cond::Never,
        })
    }

    /// A comparison of a year becomes one with the first and the last moment of it, so that an index
    /// on the column can be used.
    fn year(&mut self, level: usize, lookup: &Lookup, right: &RightExpr) -> Option<Cond> {
        let (Some(of), RightExpr::Value(Value::Int(year))) = (year_of(&lookup.left), right) else {
            return None;
        };
        let year = i16::try_from(*year).ok().filter(|year| (1..=9999).contains(year))?;
        let (first, last) = match field_type(of)? {
            FieldType::DateTime => {
                let first = jiff::civil::datetime(year, 1, 1, 0, 0, 0, 0);
                let last = jiff::civil::datetime(year, 12, 31, 23, 59, 59, 999_999_000);
                (Value::DateTime(first), Value::DateTime(last))
            }
            FieldType::Date => {
                (Value::Date(jiff::civil::date(year, 1, 1)), Value::Date(jiff::civil::date(year, 12, 31)))
            }
            _ => return None,
        };
        let column = path_column(of)?;
        let (reached, _) = self.levels[level].reach(column.steps, column.column);
        let left = self.levels[level].column(reached);
        Some(Cond::Is(match lookup.name {
            LookupName::Exact => {
                let (first, last) = (self.bind(first), self.bind(last));
                left.between(first, last)
            }
            LookupName::Gt => left.gt(self.bind(last)),
            LookupName::Gte => left.gte(self.bind(first)),
            LookupName::Lt => left.lt(self.bind(first)),
            LookupName::Lte => left.lte(self.bind(last)),
            _ => return None,
        }))
    }
}

/// The right side of a lookup, compiled.
enum RightExpr {
    Value(Value),
    One(sql::Expr),
    Two(sql::Expr, sql::Expr),
    Many(Vec<sql::Expr>),
    Query(Option<Box<sql::SelectStatement>>),
    Flag(bool),
    /// Nothing that the column could be.
    Nothing,
}

fn integer(value: &Value) -> Option<i128> {
    match value {
        Value::Int(value) => Some(i128::from(*value)),
        Value::UInt(value) => Some(i128::from(*value)),
        _ => None,
    }
}

/// A bound of a range, moved to where the column ends.
fn within(node: &Node, held: Option<(i128, i128)>) -> Cow<'_, Node> {
    match (node, held) {
        (Node::Value(Value::UInt(value)), Some((_, high))) if i128::from(*value) > high => {
            Cow::Owned(Node::Value(Value::Int(i64::try_from(high).unwrap_or(i64::MAX))))
        }
        _ => Cow::Borrowed(node),
    }
}

fn refs(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().collect()
}

/// What a lookup is compared with, seen from a query inside: its columns are now outer ones.
fn outside(right: &Right) -> Right {
    let outer = |node: &Node| match node {
        Node::Value(_) => node.clone(),
        node => Node::Outer(Box::new(node.clone())),
    };
    match right {
        Right::One(node) => Right::One(outer(node)),
        Right::Two(low, high) => Right::Two(outer(low), outer(high)),
        Right::Many(items) => Right::Many(items.iter().map(outer).collect()),
        Right::Query(_) | Right::Flag(_) => right.clone(),
    }
}

/// Whether the items of `in_` are JSON documents.
fn has_documents(right: &Right) -> bool {
    matches!(right, Right::Many(items) if matches!(items.first(), Some(Node::Value(Value::Json(_)))))
}

fn year_of(node: &Node) -> Option<&Node> {
    match node {
        Node::Shared(node) => year_of(node),
        Node::Transform(Transform::Year, of) => Some(of),
        _ => None,
    }
}

fn comparison(name: LookupName) -> Option<sql::BinOper> {
    Some(match name {
        LookupName::Exact => sql::BinOper::Equal,
        LookupName::Gt => sql::BinOper::GreaterThan,
        LookupName::Gte => sql::BinOper::GreaterThanOrEqual,
        LookupName::Lt => sql::BinOper::SmallerThan,
        LookupName::Lte => sql::BinOper::SmallerThanOrEqual,
        _ => return None,
    })
}

fn mismatch(name: LookupName) -> Error {
    Error::InvalidQuery { message: format!("the lookup {name:?} does not take such a value") }
}

pub(super) fn join_all(conds: Vec<Cond>) -> Cond {
    let mut exprs = Vec::with_capacity(conds.len());
    for cond in conds {
        match cond {
            Cond::Always => {}
            Cond::Never => return Cond::Never,
            Cond::Is(expr) => exprs.push(expr),
        }
    }
    exprs.into_iter().reduce(|left, right| left.and(right)).map_or(Cond::Always, Cond::Is)
}

fn join_any(conds: Vec<Cond>) -> Cond {
    let mut exprs = Vec::with_capacity(conds.len());
    for cond in conds {
        match cond {
            Cond::Always => return Cond::Always,
            Cond::Never => {}
            Cond::Is(expr) => exprs.push(expr),
        }
    }
    exprs.into_iter().reduce(|left, right| left.or(right)).map_or(Cond::Never, Cond::Is)
}
