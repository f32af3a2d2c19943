//! Conversions from one kind to another.

use sea_query as sql;
use sea_query::ExprTrait;

use crate::dialect::{Dialect, call, constant};
use crate::state::CastTo;
use crate::value::ValueType;

/// An expression of the kind `from`, converted.
pub(super) fn cast(dialect: Dialect, of: sql::Expr, from: ValueType, to: CastTo) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => sqlite_cast(of, to),
        Dialect::Postgres => postgres_cast(of, from, to),
        Dialect::MySql(_) => mysql_cast(of, to),
    }
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
        CastTo::Kind(_) | CastTo::Text(_) => of.cast_as("text"),
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
        CastTo::Kind(_) | CastTo::Text(_) => of.cast_as("text"),
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
        CastTo::Text(most) => of.cast_as(sql::Alias::new(format!("CHAR({most})"))),
        CastTo::Kind(_) => of.cast_as("CHAR"),
    }
}
