//! Lookups: what stands on their right, and how the two sides are compared.

use std::borrow::Cow;

use sea_query as sql;
use sea_query::ExprTrait;

use super::condition::Cond;
use super::expr::{field_type, plain_column, zone_of};
use super::plan::Origin;
use super::union::Query;
use super::{Compiler, Purpose};
use crate::dialect::{LongList, Pattern, is_any, own_sql, pattern, placeholder, regex, similar, text_lookup};
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::{
    Aggregate, AggregateName, ColumnRef, FunctionName, Lookup, LookupName, MathFunction, Node, Right, Select,
    State, Transform, WindowCall, WindowFunction,
};
use crate::value::{Value, ValueType};
use crate::zone::Zone;

impl Compiler {
    /// The right side of a lookup.
    pub(super) fn right<'l>(&mut self, level: usize, lookup: &'l Lookup) -> Result<RightExpr<'l>, Error> {
        if lookup.left.is_unaccented() {
            return self.unaccented(level, &lookup.right);
        }
        Ok(match &lookup.right {
            Right::One(node) => self.operand(level, node)?,
            Right::Two(low, high) if lookup.binds_late() => {
                RightExpr::Each(vec![self.operand(level, low)?, self.operand(level, high)?])
            }
            Right::Many(items) if lookup.binds_late() => {
                let items = items.iter().map(|item| self.operand(level, item));
                RightExpr::Each(items.collect::<Result<_, _>>()?)
            }
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
                let items: Vec<&Node> = items.iter().filter(fits).collect();
                if let Some(list) = self.long_list(&items) {
                    return Ok(RightExpr::List(list));
                }
                let decimals = plain_column(&lookup.left).is_none();
                let items = items.into_iter().map(|item| self.bound(level, item, decimals));
                RightExpr::Many(items.collect::<Result<_, _>>()?)
            }
            Right::Query(state) => RightExpr::Query(self.in_query(state)?),
            Right::Flag(flag) => RightExpr::Flag(*flag),
        })
    }

    /// What text without accents is compared with has none, either.
    fn unaccented<'l>(&mut self, level: usize, right: &'l Right) -> Result<RightExpr<'l>, Error> {
        let mut one = |node: &Node| -> Result<sql::Expr, Error> {
            let expr = self.bound(level, node, false)?;
            self.transform(Transform::Unaccent, expr, node)
        };
        Ok(match right {
            Right::One(node) => RightExpr::One(one(node)?),
            Right::Two(low, high) => RightExpr::Two(one(low)?, one(high)?),
            Right::Many(items) => RightExpr::Many(items.iter().map(one).collect::<Result<_, _>>()?),
            Right::Query(_) => {
                let message = "the query on the right of `unaccent().in_(…)` gives texts with their accents: \
                               write a list of texts, or `exact(subquery(…))`";
                return Err(Error::InvalidQuery { message: message.to_owned() });
            }
            Right::Flag(flag) => RightExpr::Flag(*flag),
        })
    }

    fn operand<'l>(&mut self, level: usize, node: &'l Node) -> Result<RightExpr<'l>, Error> {
        Ok(match node {
            Node::Value(value) => RightExpr::Value(value),
            node => RightExpr::One(self.expr(level, node)?),
        })
    }

    /// A list that is longer than a statement should bind.
    fn long_list(&self, items: &[&Node]) -> Option<LongList> {
        let values = items.iter().map(|node| match *node {
            Node::Value(value) => Some(value),
            _ => None,
        });
        LongList::new(self.dialect, &values.collect::<Option<Vec<_>>>()?)
    }

    fn among(&mut self, left: sql::Expr, list: LongList) -> sql::Expr {
        match list {
            LongList::Any(array) => {
                let index = self.bind_made(array.clone(), Origin::Unknown);
                is_any(left, &array, index)
            }
            LongList::Rows(value, rows) => {
                let index = self.bind_made(value, Origin::Unknown);
                left.in_subquery(rows.of(index))
            }
        }
    }

    fn bound(&mut self, level: usize, node: &Node, decimals: bool) -> Result<sql::Expr, Error> {
        match node {
            Node::Value(value) => Ok(self.bound_value(value, decimals)),
            node => self.expr(level, node),
        }
    }

    fn bound_value(&mut self, value: &Value, decimals: bool) -> sql::Expr {
        let decimal = decimals && matches!(value, Value::Decimal(_));
        let expr = self.bind(value);
        if decimal { self.dialect.decimal_value(expr) } else { expr }
    }

    fn in_query(&mut self, state: &State) -> Result<Option<Query>, Error> {
        // What a slice of several queries holds depends on all that their rows hold.
        let stays = state.combined.is_some() && state.is_sliced();
        if matches!(state.select, Select::Values(_)) || stays {
            return self.query(state, Purpose::In);
        }
        let mut state = state.clone();
        let pk = Node::Column(ColumnRef { steps: None, column: state.model.pk() });
        state.select_values(vec![pk]);
        self.query(&state, Purpose::In)
    }

    pub(super) fn compare(
        &mut self,
        lookup: &Lookup,
        left: sql::Expr,
        right: RightExpr<'_>,
    ) -> Result<Cond, Error> {
        if let Some(cond) = self.known(lookup, &right) {
            return Ok(cond);
        }
        if let Some(form) = lookup.json_form()
            && !matches!(lookup.name, LookupName::Own(_))
        {
            return self.compare_json(lookup.name, form, left, right);
        }
        if let Some(of) = lookup.left.collection()
            && !matches!(lookup.name, LookupName::Own(_) | LookupName::IsNull)
        {
            return self.compare_collection(lookup, of, left, right);
        }
        let decimals = plain_column(&lookup.left).is_none();
        Ok(match (lookup.name, right) {
            (LookupName::IsNull, RightExpr::Flag(true)) => Cond::Is(left.is_null()),
            (LookupName::IsNull, _) => Cond::Is(left.is_not_null()),
            (LookupName::In, RightExpr::Many(items)) if items.is_empty() => Cond::Never,
            (LookupName::In, RightExpr::Many(items)) => Cond::Is(left.is_in(items)),
            (LookupName::In, RightExpr::List(list)) => Cond::Is(self.among(left, list)),
            (LookupName::In, RightExpr::Query(None)) => Cond::Never,
            (LookupName::In, RightExpr::Query(Some(query))) => Cond::Is(query.contains(left)),
            (LookupName::Range, RightExpr::Two(low, high)) => Cond::Is(left.between(low, high)),
            (LookupName::Regex | LookupName::IRegex, right) => {
                let pattern = match right {
                    RightExpr::Value(value) => self.bind(value),
                    RightExpr::One(pattern) => pattern,
                    _ => return Err(mismatch(lookup.name)),
                };
                Cond::Is(regex(self.dialect, lookup.name == LookupName::IRegex, left, pattern))
            }
            (
                name @ (LookupName::TrigramSimilar
                | LookupName::TrigramWordSimilar
                | LookupName::TrigramStrictWordSimilar),
                right,
            ) => {
                let right = match right {
                    RightExpr::Value(value) => self.bind(value),
                    RightExpr::One(right) => right,
                    _ => return Err(mismatch(name)),
                };
                Cond::Is(similar(self.dialect, name, left, right)?)
            }
            (LookupName::Own(own), right) => {
                let right = match right {
                    RightExpr::Value(value) => self.bound_value(value, decimals),
                    RightExpr::One(right) => right,
                    _ => return Err(mismatch(lookup.name)),
                };
                Cond::Is(own_sql(self.dialect, own, [("left}", left), ("right}", right)]))
            }
            (name, RightExpr::Value(value)) => match (comparison(name), value) {
                (Some(operator), _) => {
                    let right = self.bound_value(value, decimals);
                    Cond::Is(left.binary(operator, right))
                }
                (None, Value::Text(text)) => {
                    let field_type = field_type(&lookup.left);
                    let text = Value::Text(pattern(self.dialect, name, field_type, text));
                    let slot = self.slot_of(value);
                    let origin = slot.map(|slot| Origin::Pattern { slot, name, field_type });
                    let made = placeholder(self.bind_at(value, text, origin.unwrap_or(Origin::Unknown)));
                    Cond::Is(text_lookup(self.dialect, name, left, field_type, Pattern::Made(made)))
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

    /// The integers that a list or a range on the right of a lookup may name.
    fn integer_range(&self, lookup: &Lookup) -> Option<(i128, i128)> {
        self.dialect.comparable_range(compared_type(&lookup.left)?)
    }

    /// A comparison with an integer that the left side cannot be is decided here, as Django does: the
    /// database would refuse the value.
    fn known(&self, lookup: &Lookup, right: &RightExpr<'_>) -> Option<Cond> {
        let value = match right {
            RightExpr::Value(_) if matches!(lookup.name, LookupName::Own(_)) => return None,
            RightExpr::Value(value) => integer(value)?,
            RightExpr::Nothing => return Some(Cond::Never),
            _ => return None,
        };
        let (low, high) = self.dialect.comparable_range(given_type(&lookup.left)?)?;
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
    pub(super) fn in_years(&mut self, lookup: &Lookup, left: sql::Expr, years: Years<'_>) -> Cond {
        let slot = self.slot_of(years.year);
        let mut bind = |last: bool| {
            let field_type = years.field_type;
            let origin = slot.map(|slot| Origin::Year { slot, field_type, last });
            let value = if last { &years.last } else { &years.first };
            placeholder(self.bind_made(value.clone(), origin.unwrap_or(Origin::Unknown)))
        };
        Cond::Is(match lookup.name {
            LookupName::Gt => left.gt(bind(true)),
            LookupName::Gte => left.gte(bind(false)),
            LookupName::Lt => left.lt(bind(false)),
            LookupName::Lte => left.lte(bind(true)),
            _ => {
                let (first, last) = (bind(false), bind(true));
                left.between(first, last)
            }
        })
    }
}

/// A year that is compared with, and its first and last moment.
pub(super) struct Years<'l> {
    year: &'l Value,
    field_type: FieldType,
    first: Value,
    last: Value,
}

/// The year that `of` is compared with.
pub(super) fn years<'l>(of: &Node, lookup: &Lookup, right: &RightExpr<'l>) -> Option<Years<'l>> {
    let RightExpr::Value(value @ Value::Int(year)) = right else { return None };
    comparison(lookup.name)?;
    let field_type = field_type(of)?;
    let (first, last) = ends_of_year(*year, field_type, zone_of(of))?;
    Some(Years { year: value, field_type, first, last })
}

/// The first and the last moment of a year.
pub(super) fn ends_of_year(year: i64, field_type: FieldType, zone: Option<&Zone>) -> Option<(Value, Value)> {
    let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    let in_utc = |moment| zone.map_or(moment, |zone| zone.to_utc(moment));
    match field_type {
        FieldType::DateTime => {
            let first = jiff::civil::datetime(year, 1, 1, 0, 0, 0, 0);
            let last = jiff::civil::datetime(year, 12, 31, 23, 59, 59, 999_999_000);
            Some((crate::field::value_of(&in_utc(first)), crate::field::value_of(&in_utc(last))))
        }
        FieldType::Date => {
            let (first, last) = (jiff::civil::date(year, 1, 1), jiff::civil::date(year, 12, 31));
            Some((Value::Date(first), Value::Date(last)))
        }
        _ => None,
    }
}

/// The right side of a lookup, compiled.
pub(super) enum RightExpr<'l> {
    Value(&'l Value),
    One(sql::Expr),
    /// Several of the two, where JSON is compared: what is bound for a value depends on it.
    Each(Vec<RightExpr<'l>>),
    Two(sql::Expr, sql::Expr),
    Many(Vec<sql::Expr>),
    List(LongList),
    Query(Option<Query>),
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

/// The type of a column, or of a part of one: Django takes that for an integer field.
fn compared_type(node: &Node) -> Option<FieldType> {
    match node {
        Node::Column(column) => Some(column.column.field_type),
        Node::Cte(of) => Some(of.column.column.field_type),
        Node::Shared(node) => compared_type(node),
        Node::Transform(Transform::Abs, node) => compared_type(node),
        Node::Transform(Transform::Own(_), _) => None,
        Node::Transform(part, _) => {
            (part.output(ValueType::Text) == ValueType::Int).then_some(FieldType::Integer)
        }
        _ => None,
    }
}

/// The type of the column that an expression gives a value of: Django takes it for that of the expression.
/// What `Case` and `Coalesce` choose may be a value of another type, and is left to the database.
fn given_type(node: &Node) -> Option<FieldType> {
    match node {
        Node::Shared(node) => given_type(node),
        Node::Outer(node) => given_type(node),
        Node::Aggregate(aggregate) => aggregated_type(aggregate),
        Node::Window(window) => match &window.call {
            WindowCall::Aggregate(aggregate) => aggregated_type(aggregate),
            WindowCall::Function(WindowFunction { of: Some(of), default: None, .. }) => given_type(&of.node),
            WindowCall::Function(_) => None,
        },
        Node::Function(function) => match (function.name, &*function.arguments) {
            (FunctionName::Math(MathFunction::Ceil | MathFunction::Floor | MathFunction::Sign), [of]) => {
                given_type(&of.node)
            }
            _ => None,
        },
        Node::Subquery(subquery) if !subquery.of_rows && subquery.state.combined.is_none() => {
            match &subquery.state.select {
                Select::Values(values) => given_type(values.first()?),
                Select::Model | Select::Fields(_) => None,
            }
        }
        _ => compared_type(node),
    }
}

/// The type of what an aggregate gives. A sum has the sign of what is added, but may be greater.
fn aggregated_type(aggregate: &Aggregate) -> Option<FieldType> {
    let of = given_type(&aggregate.of.as_ref()?.node)?;
    match aggregate.name {
        AggregateName::Min | AggregateName::Max => Some(of),
        AggregateName::Sum => of.is_unsigned().then_some(FieldType::PositiveBigInteger),
        _ => None,
    }
}

pub(super) fn year_of(node: &Node) -> Option<&Node> {
    match node {
        Node::Shared(node) => year_of(node),
        Node::Transform(Transform::Year, of) => Some(of),
        _ => None,
    }
}

pub(super) fn comparison(name: LookupName) -> Option<sql::BinOper> {
    Some(match name {
        LookupName::Exact => sql::BinOper::Equal,
        LookupName::Gt => sql::BinOper::GreaterThan,
        LookupName::Gte => sql::BinOper::GreaterThanOrEqual,
        LookupName::Lt => sql::BinOper::SmallerThan,
        LookupName::Lte => sql::BinOper::SmallerThanOrEqual,
        _ => return None,
    })
}

pub(super) fn mismatch(name: LookupName) -> Error {
    Error::InvalidQuery { message: format!("the lookup {name:?} does not take such a value") }
}
