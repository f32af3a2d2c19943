//! Functions and aggregates, by Django's names.

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Dialect, call, constant, spelled};
use crate::error::Error;
use crate::state::{Aggregate, AggregateName, CastTo, Function, FunctionName};
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
            match dialect {
                Dialect::Sqlite => sqlite_cast(of, to),
                Dialect::Postgres => postgres_cast(of, function.arguments[0].kind, to),
                Dialect::MySql(_) => mysql_cast(of, to),
            }
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
    })
}

/// The arguments of a function that always has as many.
fn take<const COUNT: usize>(arguments: Vec<sql::Expr>) -> [sql::Expr; COUNT] {
    arguments.try_into().expect("the typed API gives each function its arguments")
}

/// Dates and times are text there, so a cast to them is a matter of form.
fn sqlite_cast(of: sql::Expr, to: CastTo) -> sql::Expr {
    match to {
        CastTo::Kind(ValueType::Date) => call("date", [of]),
        CastTo::Kind(ValueType::Time) => call("strftime", [constant("%H:%M:%f"), of]),
        CastTo::Kind(ValueType::DateTime) => call("strftime", [constant("%Y-%m-%d %H:%M:%f"), of]),
        CastTo::Kind(ValueType::Int | ValueType::Bool) => of.cast_as("integer"),
        CastTo::Kind(ValueType::Float) => of.cast_as("real"),
        CastTo::Kind(ValueType::Decimal) | CastTo::Decimal(..) => of.cast_as("NUMERIC"),
        CastTo::Kind(_) => of.cast_as("text"),
    }
}

fn postgres_cast(of: sql::Expr, from: ValueType, to: CastTo) -> sql::Expr {
    match to {
        // There is no cast from a boolean to a `bigint`.
        CastTo::Kind(ValueType::Int) if from == ValueType::Bool => of.cast_as("integer"),
        CastTo::Kind(ValueType::Int) => of.cast_as("bigint"),
        CastTo::Kind(ValueType::Bool) => of.cast_as("boolean"),
        CastTo::Kind(ValueType::Float) => of.cast_as(sql::Alias::new("double precision")),
        CastTo::Kind(ValueType::Decimal) => of.cast_as("numeric"),
        CastTo::Decimal(digits, places) => {
            of.cast_as(sql::Alias::new(format!("numeric({digits}, {places})")))
        }
        CastTo::Kind(ValueType::Date) => of.cast_as("date"),
        CastTo::Kind(ValueType::Time) => of.cast_as("time"),
        CastTo::Kind(ValueType::DateTime) => of.cast_as("timestamptz"),
        CastTo::Kind(_) => of.cast_as("text"),
    }
}

fn mysql_cast(of: sql::Expr, to: CastTo) -> sql::Expr {
    match to {
        CastTo::Kind(ValueType::Int | ValueType::Bool) => of.cast_as("SIGNED"),
        // MySQL 5.7 has no cast to a float, and MariaDB one that rounds.
        CastTo::Kind(ValueType::Float) => of.add(sql::Expr::Constant(0.0_f64.into())),
        CastTo::Kind(ValueType::Decimal) => of.cast_as(sql::Alias::new("DECIMAL(65, 30)")),
        CastTo::Decimal(digits, places) => {
            of.cast_as(sql::Alias::new(format!("DECIMAL({digits}, {places})")))
        }
        CastTo::Kind(ValueType::Date) => of.cast_as("DATE"),
        CastTo::Kind(ValueType::Time) => of.cast_as(sql::Alias::new("TIME(6)")),
        CastTo::Kind(ValueType::DateTime) => of.cast_as(sql::Alias::new("DATETIME(6)")),
        CastTo::Kind(_) => of.cast_as("CHAR"),
    }
}

/// An aggregate of `of`, or of rows where there is none, over the rows for which `filter` is true.
pub(crate) fn aggregate(
    dialect: Dialect,
    aggregate: &Aggregate,
    of: Option<sql::Expr>,
    filter: Option<sql::Expr>,
) -> sql::Expr {
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
    };
    let computed = |of: sql::Expr| match aggregate.distinct {
        true => call(name, [spelled(dialect, &["DISTINCT ", ""], [of])]),
        false => call(name, [of]),
    };
    let star = || sql::Expr::col(sql::Asterisk);
    match (dialect, filter) {
        (_, None) => computed(of.unwrap_or_else(star)),
        (Dialect::Sqlite | Dialect::Postgres, Some(filter)) => {
            let computed = computed(of.unwrap_or_else(star));
            spelled(dialect, &["", " FILTER (WHERE ", ")"], [computed, filter])
        }
        (Dialect::MySql(_), Some(filter)) => {
            let of = of.unwrap_or_else(|| sql::Expr::Constant(1.into()));
            computed(sql::CaseStatement::new().case(filter, of).into())
        }
    }
}

/// The value of an aggregate, or of one over a window.
pub(crate) fn aggregate_result(dialect: Dialect, aggregate: &Aggregate, computed: sql::Expr) -> sql::Expr {
    match (dialect, aggregate.kind) {
        // There a duration is a number of microseconds, and such an aggregate a decimal.
        (Dialect::MySql(_), ValueType::Duration) => computed.cast_as("SIGNED"),
        _ => computed,
    }
}
