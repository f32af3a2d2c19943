//! A query as both sides understand it: JSON for Django, names for the dynamic entry point.

mod expr;

use std::fmt;

use queryset::Error;
use queryset::dynamic::{Argument, DynamicExpr, DynamicQ, DynamicQuerySet, F};
use queryset::meta::Model;
use serde_json::{Value as Json, json};

pub(crate) use self::expr::{Aggregate, Expr, Window};

#[derive(Clone)]
pub(crate) struct Query {
    pub(crate) model: &'static Model,
    pub(crate) calls: Vec<Call>,
    pub(crate) order: Option<Vec<String>>,
    pub(crate) reverse: bool,
    pub(crate) distinct: bool,
    pub(crate) slice: Option<(u64, u64)>,
    pub(crate) ask: Ask,
}

#[derive(Clone)]
pub(crate) enum Call {
    Filter(Q),
    Exclude(Q),
    Values(Vec<String>),
    /// `annotate()`, or where it is not selected `alias()`.
    Annotate(String, Expr, bool),
    Combine(Sign, Box<Query>),
}

/// How two queries are combined.
#[derive(Clone, Copy)]
pub(crate) enum Sign {
    And,
    Or,
    Xor,
}

#[derive(Clone)]
pub(crate) enum Q {
    Lookup(String, Operand),
    All(Vec<Q>),
    Any(Vec<Q>),
    Xor(Vec<Q>),
    Not(Box<Q>),
}

#[derive(Clone)]
pub(crate) enum Operand {
    Value(Json),
    Field(String),
    Range(Box<[Operand; 2]>),
    Query(Box<Query>),
    Expr(Box<Expr>),
}

#[derive(Clone)]
pub(crate) enum Ask {
    Rows,
    Count,
    Exists,
    Aggregate(Vec<(String, Expr)>),
}

impl Query {
    pub(crate) fn to_json(&self) -> Json {
        json!({
            "model": self.model.table,
            "calls": self.calls.iter().map(Call::to_json).collect::<Vec<_>>(),
            "order": self.order,
            "reverse": self.reverse,
            "distinct": self.distinct,
            "slice": self.slice,
            "ask": match &self.ask {
                Ask::Rows => json!("rows"),
                Ask::Count => json!("count"),
                Ask::Exists => json!("exists"),
                Ask::Aggregate(all) => {
                    json!(all.iter().map(|(name, expr)| json!([name, expr.to_json()])).collect::<Vec<_>>())
                }
            },
        })
    }

    pub(crate) fn build(&self) -> Result<DynamicQuerySet, Error> {
        let mut found = DynamicQuerySet::new(self.model);
        for call in &self.calls {
            found = match call {
                Call::Filter(q) => found.filter(q.build()?)?,
                Call::Exclude(q) => found.exclude(q.build()?)?,
                Call::Values(names) => found.values(names)?,
                Call::Annotate(name, expr, true) => found.annotate(name, expr.build()?)?,
                Call::Annotate(name, expr, false) => found.alias(name, expr.build()?)?,
                Call::Combine(Sign::And, other) => (found & other.build()?)?,
                Call::Combine(Sign::Or, other) => (found | other.build()?)?,
                Call::Combine(Sign::Xor, other) => (found ^ other.build()?)?,
            };
        }
        if let Some(order) = &self.order {
            found = found.order_by(order)?;
        }
        if self.reverse {
            found = found.reverse()?;
        }
        if self.distinct {
            found = found.distinct()?;
        }
        Ok(match self.slice {
            Some((from, to)) => found.slice(from..to),
            None => found,
        })
    }

    /// What `aggregate()` asks of all rows.
    pub(crate) fn summary(&self) -> Result<Vec<(String, DynamicExpr)>, Error> {
        match &self.ask {
            Ask::Aggregate(all) => all.iter().map(|(name, expr)| Ok((name.clone(), expr.build()?))).collect(),
            _ => Ok(Vec::new()),
        }
    }

    /// What the rows hold; `None` is the columns of the model.
    pub(crate) fn values(&self) -> Option<&[String]> {
        self.calls.iter().rev().find_map(|call| match call {
            Call::Values(names) => Some(names.as_slice()),
            _ => None,
        })
    }
}

impl Call {
    fn to_json(&self) -> Json {
        match self {
            Self::Filter(q) => json!({ "filter": q.to_json() }),
            Self::Exclude(q) => json!({ "exclude": q.to_json() }),
            Self::Values(names) => json!({ "values": names }),
            Self::Annotate(name, expr, selected) => {
                json!({ "annotate": name, "with": expr.to_json(), "selected": selected })
            }
            Self::Combine(sign, other) => json!({ "combine": sign.text(), "with": other.to_json() }),
        }
    }
}

impl Sign {
    fn text(self) -> &'static str {
        match self {
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
        }
    }
}

impl Q {
    fn to_json(&self) -> Json {
        let all = |parts: &[Q]| parts.iter().map(Self::to_json).collect::<Vec<_>>();
        match self {
            Self::Lookup(path, operand) => json!({ "path": path, "with": operand.to_json() }),
            Self::All(parts) => json!({ "and": all(parts) }),
            Self::Any(parts) => json!({ "or": all(parts) }),
            Self::Xor(parts) => json!({ "xor": all(parts) }),
            Self::Not(inner) => json!({ "not": inner.to_json() }),
        }
    }

    fn build(&self) -> Result<DynamicQ, Error> {
        let joined = |parts: &[Q], join: fn(DynamicQ, DynamicQ) -> DynamicQ| {
            let mut built = parts.iter().map(Self::build);
            let first = built.next().expect("a join has parts")?;
            built.try_fold(first, |left, right| Ok(join(left, right?)))
        };
        match self {
            Self::Lookup(path, operand) => Ok(DynamicQ::new(path, operand.build()?)),
            Self::All(parts) => joined(parts, |left, right| left & right),
            Self::Any(parts) => joined(parts, |left, right| left | right),
            Self::Xor(parts) => joined(parts, |left, right| left ^ right),
            Self::Not(inner) => Ok(!inner.build()?),
        }
    }
}

impl Operand {
    fn to_json(&self) -> Json {
        match self {
            Self::Value(value) => json!({ "value": value }),
            Self::Field(name) => json!({ "f": name }),
            Self::Range(bounds) => json!({ "range": bounds.each_ref().map(Self::to_json) }),
            Self::Query(query) => json!({ "query": query.to_json() }),
            Self::Expr(expr) => json!({ "expr": expr.to_json() }),
        }
    }

    fn build(&self) -> Result<Argument, Error> {
        Ok(match self {
            Self::Value(value) => Argument::from(value.clone()),
            Self::Field(name) => Argument::from(F(name)),
            Self::Range(bounds) => {
                let [low, high] = bounds.each_ref().map(Self::build);
                Argument::list([low?, high?])
            }
            Self::Query(query) => Argument::from(query.build()?),
            Self::Expr(expr) => Argument::from(expr.build()?),
        })
    }
}

/// As it is written in Python.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = format!("{}.objects", self.model.name);
        for call in &self.calls {
            text = match call {
                Call::Filter(q) => format!("{text}.filter({q})"),
                Call::Exclude(q) => format!("{text}.exclude({q})"),
                Call::Values(names) => format!("{text}.values_list({})", quoted(names)),
                Call::Annotate(name, expr, true) => format!("{text}.annotate({name}={expr})"),
                Call::Annotate(name, expr, false) => format!("{text}.alias({name}={expr})"),
                Call::Combine(sign, other) => format!("({text} {} {other})", sign.text()),
            };
        }
        if let Some(order) = &self.order {
            text += &format!(".order_by({})", quoted(order));
        }
        if self.reverse {
            text += ".reverse()";
        }
        if self.distinct {
            text += ".distinct()";
        }
        if let Some((from, to)) = self.slice {
            text += &format!("[{from}:{to}]");
        }
        f.write_str(&text)?;
        match &self.ask {
            Ask::Rows => Ok(()),
            Ask::Count => f.write_str(".count()"),
            Ask::Exists => f.write_str(".exists()"),
            Ask::Aggregate(all) => {
                let all: Vec<String> = all.iter().map(|(name, expr)| format!("{name}={expr}")).collect();
                write!(f, ".aggregate({})", all.join(", "))
            }
        }
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Q {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |parts: &[Q], sign: &str| {
            let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
            format!("({})", parts.join(sign))
        };
        match self {
            Self::Lookup(path, operand) => write!(f, "Q({path}={operand})"),
            Self::All(parts) => f.write_str(&joined(parts, " & ")),
            Self::Any(parts) => f.write_str(&joined(parts, " | ")),
            Self::Xor(parts) => f.write_str(&joined(parts, " ^ ")),
            Self::Not(inner) => write!(f, "~{inner}"),
        }
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(Json::Null) => f.write_str("None"),
            Self::Value(Json::Bool(true)) => f.write_str("True"),
            Self::Value(Json::Bool(false)) => f.write_str("False"),
            Self::Value(value) => write!(f, "{value}"),
            Self::Field(name) => write!(f, "F({name:?})"),
            Self::Range(bounds) => write!(f, "({}, {})", bounds[0], bounds[1]),
            Self::Query(query) => write!(f, "{query}"),
            Self::Expr(expr) => write!(f, "{expr}"),
        }
    }
}
