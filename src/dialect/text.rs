//! Text lookups: case, patterns and their escapes.

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Dialect, constant};
use crate::capability::Capability;
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::LookupName;

/// The escape character of every pattern. A backslash would fail on MySQL's `NO_BACKSLASH_ESCAPES`.
const ESCAPE: char = '!';

/// What a text lookup looks for.
pub(crate) enum Pattern {
    /// A placeholder of what [`pattern`] has made.
    Made(sql::Expr),
    /// An expression of the database.
    Expr(sql::Expr),
}

/// A text lookup on `left`, a column of the type `field_type` where it is one.
pub(crate) fn text_lookup(
    dialect: Dialect,
    name: LookupName,
    left: sql::Expr,
    field_type: Option<FieldType>,
    pattern: Pattern,
) -> sql::Expr {
    let left = as_text(dialect, left, field_type);
    let ignore_case = matches!(
        name,
        LookupName::IExact | LookupName::IContains | LookupName::IStartsWith | LookupName::IEndsWith
    );
    let right = match pattern {
        Pattern::Made(pattern) => pattern,
        Pattern::Expr(expr) => {
            let expr = if is_hex(dialect, field_type) {
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

/// Whether it is the text of UUIDs without hyphens, because the database has no type for them.
fn is_hex(dialect: Dialect, field_type: Option<FieldType>) -> bool {
    let has_uuids = match dialect {
        Dialect::Postgres | Dialect::MySql(super::MySqlFlavor::MariaDb) => true,
        Dialect::Sqlite | Dialect::MySql(super::MySqlFlavor::MySql) => false,
    };
    field_type == Some(FieldType::Uuid) && !has_uuids
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

/// Whether two texts are similar enough, by the trigrams that they have in common.
pub(crate) fn similar(
    dialect: Dialect,
    name: LookupName,
    left: sql::Expr,
    right: sql::Expr,
) -> Result<sql::Expr, Error> {
    dialect.demand(Capability::Trigrams, "`trigram_similar()`")?;
    let operator = match name {
        LookupName::TrigramWordSimilar => "%>",
        LookupName::TrigramStrictWordSimilar => "%>>",
        _ => "%",
    };
    Ok(left.binary(sql::BinOper::Custom(operator), right))
}

/// The pattern that a text lookup on a column of the type `field_type` looks for `text` by.
pub(crate) fn pattern(
    dialect: Dialect,
    name: LookupName,
    field_type: Option<FieldType>,
    text: &str,
) -> String {
    let hex = is_hex(dialect, field_type);
    let plain = name == LookupName::IExact && dialect == Dialect::Postgres;
    let (before, after) = match name {
        LookupName::Contains | LookupName::IContains => ("%", "%"),
        LookupName::StartsWith | LookupName::IStartsWith => ("", "%"),
        LookupName::EndsWith | LookupName::IEndsWith => ("%", ""),
        _ => ("", ""),
    };
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push_str(before);
    let has_wildcards = || text.bytes().any(|byte| matches!(char::from(byte), '%' | '_' | ESCAPE));
    if !hex && (plain || !has_wildcards()) {
        pattern.push_str(text);
        pattern.push_str(after);
        return pattern;
    }
    for character in text.chars().filter(|character| !(hex && *character == '-')) {
        if !plain && matches!(character, '%' | '_' | ESCAPE) {
            pattern.push(ESCAPE);
        }
        pattern.push(character);
    }
    pattern.push_str(after);
    pattern
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
