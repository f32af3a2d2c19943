//! Functions of numbers.

use sea_query as sql;
use sea_query::ExprTrait;

use super::take;
use crate::capability::Capability;
use crate::dialect::{Dialect, call};
use crate::error::Error;
use crate::state::{Argument, Function, MathFunction, Node};
use crate::value::{Value, ValueType};

/// A function of numbers, given its arguments as SQL.
pub(super) fn math(
    dialect: Dialect,
    name: MathFunction,
    function: &Function,
    arguments: Vec<sql::Expr>,
) -> Result<sql::Expr, Error> {
    use MathFunction as M;
    let of_floats = |name| decimal(dialect, function.kind, call(name, arguments.clone()));
    Ok(match name {
        M::Pi => call("PI", []),
        M::ACos => of_floats("ACOS"),
        M::ASin => of_floats("ASIN"),
        M::ATan => of_floats("ATAN"),
        M::ATan2 => of_floats("ATAN2"),
        M::Cos => of_floats("COS"),
        M::Cot => of_floats("COT"),
        M::Degrees => of_floats("DEGREES"),
        M::Radians => of_floats("RADIANS"),
        M::Sin => of_floats("SIN"),
        M::Tan => of_floats("TAN"),
        M::Exp => call("EXP", arguments),
        M::Ln => call("LN", arguments),
        M::Power => call("POWER", arguments),
        M::Sqrt => call("SQRT", arguments),
        M::Ceil => whole(dialect, function.kind, call("CEILING", arguments)),
        M::Floor => whole(dialect, function.kind, call("FLOOR", arguments)),
        M::Sign => whole(dialect, function.kind, call("SIGN", arguments)),
        M::Mod => {
            let remainder = call("MOD", exact(dialect, &function.arguments, take::<2>(arguments)));
            float(dialect, function.kind, remainder)
        }
        M::Log => {
            let [of, base] = exact(dialect, &function.arguments, take(arguments));
            float(dialect, function.kind, call("LOG", [base, of]))
        }
        M::Round => {
            if matches!(&function.arguments[1].node, Node::Value(Value::Int(digits)) if *digits < 0) {
                dialect.demand(Capability::RoundsToTens, "`round()` to tens")?;
            }
            round(dialect, function, take(arguments))
        }
    })
}

/// PostgreSQL makes a float of an integer where the others leave it one.
fn whole(dialect: Dialect, kind: ValueType, number: sql::Expr) -> sql::Expr {
    match (dialect, kind) {
        (Dialect::Postgres, ValueType::Int) => number.cast_as("bigint"),
        _ => number,
    }
}

/// PostgreSQL has `LOG` and `MOD` of exact numbers only.
fn exact<const COUNT: usize>(
    dialect: Dialect,
    of: &[Argument],
    arguments: [sql::Expr; COUNT],
) -> [sql::Expr; COUNT] {
    let mut of = of.iter();
    arguments.map(|number| match (dialect, of.next()) {
        (Dialect::Postgres, Some(argument)) if argument.kind == ValueType::Float => numeric(number),
        _ => number,
    })
}

/// As precise as a float of PostgreSQL is, as in Django.
fn numeric(number: sql::Expr) -> sql::Expr {
    number.cast_as(sql::Alias::new("numeric(1000, 15)"))
}

/// Makes a decimal again of what PostgreSQL has computed of floats.
fn decimal(dialect: Dialect, kind: ValueType, number: sql::Expr) -> sql::Expr {
    match (dialect, kind) {
        (Dialect::Postgres, ValueType::Decimal) => number.cast_as("numeric"),
        _ => number,
    }
}

/// Makes a float again of what PostgreSQL has computed of exact numbers.
fn float(dialect: Dialect, kind: ValueType, number: sql::Expr) -> sql::Expr {
    match (dialect, kind) {
        (Dialect::Postgres, ValueType::Float) => number.cast_as(sql::Alias::new("double precision")),
        _ => number,
    }
}

fn round(dialect: Dialect, function: &Function, [of, digits]: [sql::Expr; 2]) -> sql::Expr {
    match (dialect, function.kind) {
        // SQLite's own rounds the binary fraction: 2.675 to 2.67.
        (Dialect::Sqlite, _) => call("queryset_round", [of, digits]),
        (Dialect::MySql(_), _) => call("ROUND", [of, digits]),
        (Dialect::Postgres, kind) => {
            let of = if kind == ValueType::Float { numeric(of) } else { of };
            let rounded = call("ROUND", [of, digits.cast_as("integer")]);
            whole(dialect, kind, float(dialect, kind, rounded))
        }
    }
}
