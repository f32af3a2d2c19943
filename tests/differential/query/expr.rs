//! Expressions as both sides understand them.

use std::fmt;

use queryset::dynamic::{DynamicAggregate, DynamicExpr, DynamicWindow, F, OuterRef};
use queryset::{Error, Value, ValueType};
use serde_json::{Value as Json, json};

use super::{Q, Query, quoted};
use crate::kind::Kind;

#[derive(Clone)]
pub(crate) enum Expr {
    Field(String),
    /// Of the query around.
    Outer(String),
    Literal(Kind, Json),
    /// An operator, and the kind of what it makes.
    Arithmetic(&'static str, Box<[Expr; 2]>),
    /// A function, and the kind of what it makes where Django wants to be told.
    Function(&'static str, Vec<Expr>, Option<Kind>),
    Cast(Box<Expr>, Kind),
    Aggregate(Box<Aggregate>),
    /// Branches, what it is else, and the kind.
    Case(Vec<(Q, Expr)>, Option<Box<Expr>>, Kind),
    Window(Box<Window>),
    Predicate(Q),
    Subquery(Box<Query>),
    Exists(Box<Query>),
}

#[derive(Clone)]
pub(crate) struct Aggregate {
    pub(crate) name: &'static str,
    /// `None` counts the rows.
    pub(crate) of: Option<Expr>,
    pub(crate) distinct: bool,
    pub(crate) filter: Option<Q>,
    pub(crate) default: Option<Expr>,
}

#[derive(Clone)]
pub(crate) struct Window {
    pub(crate) of: Expr,
    pub(crate) partition: Vec<Expr>,
    pub(crate) order: Vec<String>,
    /// Whether it reaches over the whole partition, and not to the row alone.
    pub(crate) whole: bool,
}

impl Expr {
    pub(crate) fn to_json(&self) -> Json {
        let all = |parts: &[Self]| parts.iter().map(Self::to_json).collect::<Vec<_>>();
        match self {
            Self::Field(name) => json!({ "f": name }),
            Self::Outer(name) => json!({ "outer": name }),
            Self::Literal(kind, value) => json!({ "literal": value, "kind": kind.name() }),
            Self::Arithmetic(sign, operands) => json!({ "sign": sign, "of": all(&operands[..]) }),
            Self::Function(name, arguments, kind) => {
                json!({ "function": name, "of": all(arguments), "kind": kind.map(Kind::name) })
            }
            Self::Cast(of, kind) => json!({ "cast": of.to_json(), "kind": kind.name() }),
            Self::Aggregate(aggregate) => json!({
                "aggregate": aggregate.name,
                "of": aggregate.of.as_ref().map(Self::to_json),
                "distinct": aggregate.distinct,
                "filter": aggregate.filter.as_ref().map(Q::to_json),
                "default": aggregate.default.as_ref().map(Self::to_json),
            }),
            Self::Case(branches, otherwise, kind) => json!({
                "case": branches.iter().map(|(q, then)| json!([q.to_json(), then.to_json()])).collect::<Vec<_>>(),
                "else": otherwise.as_ref().map(|value| value.to_json()),
                "kind": kind.name(),
            }),
            Self::Window(window) => json!({
                "window": window.of.to_json(),
                "partition": all(&window.partition),
                "order": window.order,
                "whole": window.whole,
            }),
            Self::Predicate(q) => json!({ "q": q.to_json() }),
            Self::Subquery(query) => json!({ "subquery": query.to_json() }),
            Self::Exists(query) => json!({ "exists": query.to_json() }),
        }
    }

    pub(crate) fn build(&self) -> Result<DynamicExpr, Error> {
        let all = |parts: &[Self]| parts.iter().map(Self::build).collect::<Result<Vec<_>, _>>();
        Ok(match self {
            Self::Field(name) => F(name).into(),
            Self::Outer(name) => OuterRef(name).into(),
            Self::Literal(kind, value) => literal(*kind, value).into(),
            Self::Arithmetic(sign, operands) => {
                let [left, right] = operands.each_ref().map(Self::build);
                let (left, right) = (left?, right?);
                match *sign {
                    "+" => left + right,
                    "-" => left - right,
                    "*" => left * right,
                    "/" => left / right,
                    "%" => left % right,
                    other => unreachable!("{other} is no operator here"),
                }
            }
            Self::Function(name, arguments, _) => DynamicExpr::function(*name, all(arguments)?),
            Self::Cast(of, kind) => of.build()?.cast(kind.value_type()),
            Self::Aggregate(aggregate) => aggregate.build()?.into(),
            Self::Case(branches, otherwise, _) => {
                let mut case = DynamicExpr::case();
                for (q, then) in branches {
                    case = case.when(q.build()?, then.build()?);
                }
                match otherwise {
                    Some(value) => case.otherwise(value.build()?).into(),
                    None => case.into(),
                }
            }
            Self::Window(window) => {
                let over = DynamicWindow::new().partition_by(all(&window.partition)?).order_by(&window.order);
                let over = if window.whole { over.rows(..) } else { over };
                window.of.build()?.over(over)
            }
            Self::Predicate(q) => q.build()?.into(),
            Self::Subquery(query) => DynamicExpr::subquery(query.build()?),
            Self::Exists(query) => DynamicExpr::exists(query.build()?),
        })
    }
}

impl Aggregate {
    fn build(&self) -> Result<DynamicAggregate, Error> {
        let mut built = match &self.of {
            Some(of) => DynamicExpr::aggregate(self.name, of.build()?),
            None => DynamicExpr::count_rows(),
        };
        if self.distinct {
            built = built.distinct();
        }
        if let Some(filter) = &self.filter {
            built = built.filter(filter.build()?);
        }
        Ok(match &self.default {
            Some(default) => built.default(default.build()?),
            None => built,
        })
    }
}

/// A value, as text of its kind.
fn literal(kind: Kind, value: &Json) -> Value {
    let text = value.as_str().unwrap_or_default();
    let read = "the generator writes values of their kinds";
    match kind {
        Kind::Text => Value::Text(text.to_owned()),
        Kind::Integer => Value::Int(value.as_i64().expect(read)),
        Kind::Float => Value::Float(value.as_f64().expect(read)),
        Kind::Bool => Value::Bool(value.as_bool().expect(read)),
        Kind::Decimal => Value::Decimal(text.parse().expect(read)),
        Kind::Date => Value::Date(text.parse().expect(read)),
        Kind::DateTime => Value::DateTime(text.trim_end_matches('Z').parse().expect(read)),
        Kind::Time => Value::Time(text.parse().expect(read)),
        Kind::Uuid | Kind::Ip | Kind::Span | Kind::Document | Kind::Opaque => {
            unreachable!("no values of this kind are written")
        }
    }
}

impl Kind {
    fn value_type(self) -> ValueType {
        match self {
            Self::Text => ValueType::Text,
            Self::Integer => ValueType::Int,
            Self::Float => ValueType::Float,
            Self::Decimal => ValueType::Decimal,
            Self::Bool => ValueType::Bool,
            Self::Date => ValueType::Date,
            Self::DateTime => ValueType::DateTime,
            Self::Time => ValueType::Time,
            Self::Uuid => ValueType::Uuid,
            Self::Ip => ValueType::Ip,
            Self::Span => ValueType::Duration,
            Self::Document | Self::Opaque => ValueType::Json,
        }
    }
}

/// As it is written in Python.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => write!(f, "F({name:?})"),
            Self::Outer(name) => write!(f, "OuterRef({name:?})"),
            Self::Literal(_, value) => write!(f, "Value({value})"),
            Self::Arithmetic(sign, operands) => write!(f, "({} {sign} {})", operands[0], operands[1]),
            Self::Function(name, arguments, _) => write!(f, "{name}({})", listed(arguments)),
            Self::Cast(of, kind) => write!(f, "Cast({of}, {:?})", kind.name()),
            Self::Aggregate(aggregate) => {
                write!(f, "{}(", aggregate.name)?;
                match &aggregate.of {
                    Some(of) => write!(f, "{of}")?,
                    None => f.write_str("\"*\"")?,
                }
                if aggregate.distinct {
                    f.write_str(", distinct=True")?;
                }
                if let Some(filter) = &aggregate.filter {
                    write!(f, ", filter={filter}")?;
                }
                if let Some(default) = &aggregate.default {
                    write!(f, ", default={default}")?;
                }
                f.write_str(")")
            }
            Self::Case(branches, otherwise, _) => {
                let branches: Vec<String> =
                    branches.iter().map(|(q, then)| format!("When({q}, then={then})")).collect();
                write!(f, "Case({}", branches.join(", "))?;
                match otherwise {
                    Some(value) => write!(f, ", default={value})"),
                    None => f.write_str(")"),
                }
            }
            Self::Window(window) => {
                write!(f, "Window({}, partition_by=[{}]", window.of, listed(&window.partition))?;
                write!(f, ", order_by=[{}]", quoted(&window.order))?;
                f.write_str(if window.whole { ", frame=RowRange())" } else { ")" })
            }
            Self::Predicate(q) => write!(f, "{q}"),
            Self::Subquery(query) => write!(f, "Subquery({query})"),
            Self::Exists(query) => write!(f, "Exists({query})"),
        }
    }
}

pub(super) fn listed(expressions: &[Expr]) -> String {
    expressions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
