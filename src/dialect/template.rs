//! The SQL of a user's own lookups, transforms and functions: text with expressions in it.

use std::fmt;

use sea_query as sql;
use sea_query::QueryBuilder;

use super::{Dialect, MARK};
use crate::state::OwnSql;

/// SQL of a user's own, filled in: `operands` are named with the brace that ends their name.
pub(crate) fn own_sql(
    dialect: Dialect,
    own: &OwnSql,
    operands: impl IntoIterator<Item = (&'static str, sql::Expr)>,
) -> sql::Expr {
    let template = match dialect {
        Dialect::Sqlite => own.sqlite,
        Dialect::Postgres => own.postgres,
        Dialect::MySql(_) => own.mysql,
    };
    let operands = operands.into_iter().map(|(name, expr)| (name, operand(dialect, &expr)));
    let operands: Vec<(&'static str, String)> = operands.collect();
    let mut text = String::new();
    for (at, part) in template.split('{').enumerate() {
        let named = operands.iter().find_map(|(name, text)| Some((text.as_str(), part.strip_prefix(name)?)));
        let (operand, rest) = match named {
            _ if at == 0 => ("", part),
            Some(named) => named,
            None => ("{", part),
        };
        text.push_str(operand);
        text.extend(rest.chars().filter(|character| *character != MARK));
    }
    sql::Expr::Custom(text.into())
}

/// The text of an operand, in parentheses unless it holds together by itself.
fn operand(dialect: Dialect, expr: &sql::Expr) -> String {
    let mut text = Text(String::new());
    match dialect {
        Dialect::Sqlite => sql::SqliteQueryBuilder.prepare_expr(expr, &mut text),
        Dialect::Postgres => sql::PostgresQueryBuilder.prepare_expr(expr, &mut text),
        Dialect::MySql(_) => sql::MysqlQueryBuilder.prepare_expr(expr, &mut text),
    }
    match expr {
        sql::Expr::Column(_)
        | sql::Expr::Value(_)
        | sql::Expr::Constant(_)
        | sql::Expr::FunctionCall(_)
        | sql::Expr::SubQuery(..) => text.0,
        _ => format!("({})", text.0),
    }
}

/// Collects text in which each value is an index between two marks.
struct Text(String);

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_str(text);
        Ok(())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl sql::SqlWriter for Text {
    fn push_param<T: sql::QueryBuilder>(&mut self, value: sql::Value, _builder: &T) {
        match value {
            sql::Value::BigUnsigned(Some(index)) => self.0.push_str(&format!("{MARK}{index}{MARK}")),
            other => unreachable!("the compiler binds by index only, not {other:?}"),
        }
    }

    fn as_writer(&mut self) -> &mut dyn fmt::Write {
        self
    }
}
