//! Text lookups: case, patterns and their escapes.

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Dialect, constant};
use crate::meta::FieldType;
use crate::state::LookupName;

/// The escape character of every pattern. A backslash would fail on MySQL's `NO_BACKSLASH_ESCAPES`.
const ESCAPE: char = '!';

/// What a text lookup looks for: text that is known, or an expression.
pub(crate) enum Pattern<'a> {
    /// Known text; `bind` makes the value of a pattern a placeholder.
    Text(&'a str, &'a mut dyn FnMut(String) -> sql::Expr),
    /// An expression of the database.
    Expr(sql::Expr),
}

/// A text lookup on `left`, a column of the type `field_type` where it is one.
pub(crate) fn text_lookup(
    dialect: Dialect,
    name: LookupName,
    left: sql::Expr,
    field_type: Option<FieldType>,
    pattern: Pattern<'_>,
) -> sql::Expr {
    let left = as_text(dialect, left, field_type);
    let hex = field_type == Some(FieldType::Uuid) && !has_uuids(dialect);
    let ignore_case = matches!(
        name,
        LookupName::IExact | LookupName::IContains | LookupName::IStartsWith | LookupName::IEndsWith
    );
    let right = match pattern {
        Pattern::Text(text, bind) => {
            let text = if hex { text.replace('-', "") } else { text.to_owned() };
            bind(text_pattern(dialect, name, &text))
        }
        Pattern::Expr(expr) => {
            let expr = if hex {
                sql::Func::cust("REPLACE").args([expr, constant("-"), constant("")]).into()
            } else {
                expr
            };
            expr_pattern(dialect, name, expr)
        }
    };
    match (dialect, ignore_case) {
        (Dialect::Postgres, true) if name == LookupName::IExact => {
            upper(left).binary(sql::BinOper::Equal, upper(right))
        }
        (Dialect::Postgres, true) => like(upper(left), upper(right)),
        // Bytes have no collation, so case counts.
        (Dialect::MySql(_), false) => like(left, right.cast_as("BINARY")),
        (Dialect::Sqlite, _) | (Dialect::Postgres, false) | (Dialect::MySql(_), true) => like(left, right),
    }
}

/// Whether the database has a type of UUIDs, so that their text has hyphens.
fn has_uuids(dialect: Dialect) -> bool {
    match dialect {
        Dialect::Postgres | Dialect::MySql(super::MySqlFlavor::MariaDb) => true,
        Dialect::Sqlite | Dialect::MySql(super::MySqlFlavor::MySql) => false,
    }
}

fn as_text(dialect: Dialect, left: sql::Expr, field_type: Option<FieldType>) -> sql::Expr {
    match (dialect, field_type) {
        (Dialect::Postgres, Some(FieldType::GenericIpAddress)) => sql::Func::cust("HOST").arg(left).into(),
        (Dialect::Postgres, Some(FieldType::Uuid)) => left.cast_as("text"),
        _ => left,
    }
}

/// A match with a regular expression, in the syntax of the database.
pub(crate) fn regex(dialect: Dialect, ignore_case: bool, left: sql::Expr, pattern: sql::Expr) -> sql::Expr {
    let operator = |operator: &'static str| sql::BinOper::Custom(operator);
    match (dialect, ignore_case) {
        (Dialect::Sqlite, false) => left.binary(operator("REGEXP"), pattern),
        (Dialect::Sqlite, true) => {
            left.binary(operator("REGEXP"), constant("(?i)").binary(operator("||"), pattern))
        }
        (Dialect::Postgres, false) => left.binary(operator("~"), pattern),
        (Dialect::Postgres, true) => left.binary(operator("~*"), pattern),
        (Dialect::MySql(super::MySqlFlavor::MariaDb), false) => {
            left.binary(operator("REGEXP BINARY"), pattern)
        }
        (Dialect::MySql(super::MySqlFlavor::MariaDb), true) => left.binary(operator("REGEXP"), pattern),
        (Dialect::MySql(super::MySqlFlavor::MySql), _) => {
            let case = constant(if ignore_case { "i" } else { "c" });
            sql::Func::cust("REGEXP_LIKE").args([left, pattern, case]).into()
        }
    }
}

fn text_pattern(dialect: Dialect, name: LookupName, text: &str) -> String {
    if name == LookupName::IExact && dialect == Dialect::Postgres {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len() + 2);
    for character in text.chars() {
        if matches!(character, '%' | '_' | ESCAPE) {
            escaped.push(ESCAPE);
        }
        escaped.push(character);
    }
    match name {
        LookupName::Contains | LookupName::IContains => format!("%{escaped}%"),
        LookupName::StartsWith | LookupName::IStartsWith => format!("{escaped}%"),
        LookupName::EndsWith | LookupName::IEndsWith => format!("%{escaped}"),
        _ => escaped,
    }
}

fn expr_pattern(dialect: Dialect, name: LookupName, expr: sql::Expr) -> sql::Expr {
    if name == LookupName::IExact && dialect == Dialect::Postgres {
        return expr;
    }
    let escaped = [("!", "!!"), ("%", "!%"), ("_", "!_")].into_iter().fold(expr, |expr, (from, to)| {
        sql::Func::cust("REPLACE").args([expr, constant(from), constant(to)]).into()
    });
    let any = || constant("%");
    let parts = match name {
        LookupName::Contains | LookupName::IContains => vec![any(), escaped, any()],
        LookupName::StartsWith | LookupName::IStartsWith => vec![escaped, any()],
        LookupName::EndsWith | LookupName::IEndsWith => vec![any(), escaped],
        _ => return escaped,
    };
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => {
            let concat = sql::BinOper::Custom("||");
            parts.into_iter().reduce(|left, right| left.binary(concat, right)).expect("there is a part")
        }
        Dialect::MySql(_) => sql::Func::cust("CONCAT").args(parts).into(),
    }
}

fn like(left: sql::Expr, right: sql::Expr) -> sql::Expr {
    left.binary(sql::BinOper::Like, right.binary(sql::BinOper::Escape, constant("!")))
}

fn upper(expr: sql::Expr) -> sql::Expr {
    sql::Func::upper(expr).into()
}
