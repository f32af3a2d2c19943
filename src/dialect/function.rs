//! Functions and aggregates, by Django's names: a family in each file.

mod cast;
mod date;
mod math;
mod postgres;
mod text;

use sea_query as sql;
use sea_query::ExprTrait;

use self::cast::cast;
use self::date::now;
pub(super) use self::date::trunc;
use self::math::math;
use self::postgres::postgres;
use self::text::text;
use super::collect::or_empty;
use super::json::part;
use super::{Dialect, call, own_sql, spelled};
use crate::capability::Capability;
use crate::error::Error;
use crate::state::{Aggregate, AggregateName, Function, FunctionName};
use crate::value::ValueType;

/// A function of what `arguments` are, in their order.
pub(crate) fn function(
    dialect: Dialect,
    function: &Function,
    arguments: Vec<sql::Expr>,
) -> Result<sql::Expr, Error> {
    Ok(match function.name {
        FunctionName::Coalesce => call("COALESCE", arguments),
        FunctionName::Greatest => match dialect {
            Dialect::Sqlite => call("MAX", arguments),
            Dialect::Postgres | Dialect::MySql(_) => call("GREATEST", arguments),
        },
        FunctionName::Least => match dialect {
            Dialect::Sqlite => call("MIN", arguments),
            Dialect::Postgres | Dialect::MySql(_) => call("LEAST", arguments),
        },
        FunctionName::NullIf => call("NULLIF", arguments),
        FunctionName::Cast(to) => {
            let [of] = take(arguments);
            cast(dialect, of, function.arguments[0].kind, to)
        }
        FunctionName::JsonObject => match dialect {
            Dialect::Postgres => call("JSONB_BUILD_OBJECT", arguments),
            Dialect::Sqlite | Dialect::MySql(_) => call("JSON_OBJECT", parts(dialect, function, arguments)),
        },
        FunctionName::JsonArray => match dialect {
            Dialect::Postgres => call("JSONB_BUILD_ARRAY", arguments),
            Dialect::Sqlite | Dialect::MySql(_) => call("JSON_ARRAY", parts(dialect, function, arguments)),
        },
        FunctionName::OrEmpty(empty) => {
            let [of] = take(arguments);
            or_empty(of, empty)
        }
        FunctionName::Collate(name) => {
            let is_name = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
            if name.is_empty() || !name.chars().all(is_name) {
                return Err(Error::InvalidQuery {
                    message: format!("`{name}` is not the name of a collation"),
                });
            }
            let [of] = take(arguments);
            spelled(dialect, &["", &format!(" COLLATE {}", dialect.quote(name))], [of])
        }
        FunctionName::Text(name) => text(dialect, name, function, arguments),
        FunctionName::Math(name) => math(dialect, name, function, arguments)?,
        FunctionName::Now => now(dialect),
        FunctionName::Postgres(name) => postgres(dialect, name, arguments)?,
        FunctionName::Own(own) => {
            let names = ["1}", "2}", "3}", "4}", "5}"];
            own_sql(dialect, own, names.into_iter().zip(arguments))
        }
    })
}

/// The values of a document, of which some are documents.
fn parts(dialect: Dialect, function: &Function, arguments: Vec<sql::Expr>) -> Vec<sql::Expr> {
    let arguments = arguments.into_iter().zip(&function.arguments);
    arguments.map(|(of, argument)| part(dialect, of, argument.kind)).collect()
}

/// The arguments of a function that always has as many.
fn take<const COUNT: usize>(arguments: Vec<sql::Expr>) -> [sql::Expr; COUNT] {
    arguments.try_into().expect("the typed API gives each function its arguments")
}

/// An aggregate of `of`, or of rows where there is none, over the rows for which `filter` is true.
pub(crate) fn aggregate(
    dialect: Dialect,
    aggregate: &Aggregate,
    of: Option<sql::Expr>,
    filter: Option<sql::Expr>,
) -> Result<sql::Expr, Error> {
    let name = match (aggregate.name, aggregate.sample) {
        (AggregateName::Count, _) => "COUNT",
        (AggregateName::Sum, _) => "SUM",
        (AggregateName::Avg, _) => "AVG",
        (AggregateName::Max, _) => "MAX",
        (AggregateName::Min, _) => "MIN",
        (AggregateName::StdDev, false) => "STDDEV_POP",
        (AggregateName::StdDev, true) => "STDDEV_SAMP",
        (AggregateName::Variance, false) => "VAR_POP",
        (AggregateName::Variance, true) => "VAR_SAMP",
        (AggregateName::BoolAnd, _) => "BOOL_AND",
        (AggregateName::BoolOr, _) => "BOOL_OR",
        (AggregateName::BitAnd, _) => "BIT_AND",
        (AggregateName::BitOr, _) => "BIT_OR",
        (AggregateName::BitXor, _) => "BIT_XOR",
        (AggregateName::StringAgg | AggregateName::JsonAgg | AggregateName::ArrayAgg, _) => {
            unreachable!("`collect()` spells them")
        }
    };
    if aggregate.name.is_logic() {
        dialect.demand(Capability::LogicAggregates, "`bool_and()`, `bit_and()` and the like")?;
    }
    let computed = |of: sql::Expr| match aggregate.distinct {
        true => call(name, [spelled(dialect, &["DISTINCT ", ""], [of])]),
        false => call(name, [of]),
    };
    let star = || sql::Expr::col(sql::Asterisk);
    Ok(match (dialect, filter) {
        (_, None) => computed(of.unwrap_or_else(star)),
        (Dialect::Sqlite | Dialect::Postgres, Some(filter)) => {
            let computed = computed(of.unwrap_or_else(star));
            spelled(dialect, &["", " FILTER (WHERE ", ")"], [computed, filter])
        }
        (Dialect::MySql(_), Some(filter)) => {
            let of = of.unwrap_or_else(|| sql::Expr::Constant(1.into()));
            computed(sql::CaseStatement::new().case(filter, of).into())
        }
    })
}

/// The value of an aggregate, or of one over a window.
pub(crate) fn aggregate_result(dialect: Dialect, aggregate: &Aggregate, computed: sql::Expr) -> sql::Expr {
    match (dialect, aggregate.kind) {
        // There a duration is a number of microseconds, and such an aggregate a decimal.
        (Dialect::MySql(_), ValueType::Duration) => computed.cast_as("SIGNED"),
        _ => computed,
    }
}
