//! Where the databases differ: the one place that asks which database it is.
//!
//! The compile layer says what it means, the functions here how a database spells it.

mod arithmetic;
mod collect;
mod collection;
mod deferred;
mod explain;
mod function;
mod insert;
mod json;
mod list;
mod template;
mod text;
mod transform;
mod window;
mod writer;

use sea_query as sql;
use sea_query::ExprTrait;

pub(crate) use self::collect::{Sorted, collect};
pub(crate) use self::collection::{
    array_of, cast_to, collection_operator, type_of_bounds, type_of_column, type_of_value,
};
pub(crate) use self::deferred::DeferredRules;
pub(crate) use self::function::{aggregate, aggregate_result, function};
pub(crate) use self::insert::{Binding, Insert, OnConflict, Returning};
pub(crate) use self::json::{
    Compared, is_missing, json_among, json_contains, json_equal, json_has_key, json_key, json_order,
    json_sorted, json_text, json_text_lookup, json_value, json_value_of,
};
pub(crate) use self::list::{LongList, is_any};
pub(crate) use self::template::own_sql;
pub(crate) use self::text::{Pattern, pattern, regex, similar, text_lookup};
pub(crate) use self::transform::transform;
pub(crate) use self::window::{OrderSql, WindowSql, over, window_function};
pub(crate) use self::writer::{MARK, Writer, in_text, placeholder};
use crate::backend::{MySql, Postgres, Sqlite};
use crate::ddl;
use crate::error::Error;
use crate::meta::{self, FieldType};
use crate::state::{CastTo, SetOperator};
use crate::value::ValueType;

/// The databases as SQL tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
    MySql(MySqlFlavor),
}

/// MySQL and MariaDB share a protocol, not all of their SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MySqlFlavor {
    #[cfg_attr(not(feature = "mysql"), allow(dead_code, reason = "found out by the driver"))]
    MySql,
    MariaDb,
}

/// A backend whose SQL is known without a connection. MySQL's is shown as MariaDB has it.
pub trait DialectOf {
    #[doc(hidden)]
    const DIALECT: Dialect;
}

impl DialectOf for Sqlite {
    const DIALECT: Dialect = Dialect::Sqlite;
}

impl DialectOf for Postgres {
    const DIALECT: Dialect = Dialect::Postgres;
}

impl DialectOf for MySql {
    const DIALECT: Dialect = Dialect::MySql(MySqlFlavor::MariaDb);
}

impl Dialect {
    /// The product's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
            Self::MySql(MySqlFlavor::MySql) => "MySQL",
            Self::MySql(MySqlFlavor::MariaDb) => "MariaDB",
        }
    }

    /// OpenTelemetry's `db.system.name`.
    pub(crate) fn system(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgresql",
            Self::MySql(MySqlFlavor::MySql) => "mysql",
            Self::MySql(MySqlFlavor::MariaDb) => "mariadb",
        }
    }

    /// The most values that one statement can bind.
    pub(crate) fn max_values(self) -> usize {
        match self {
            Self::Sqlite => 32_766,
            Self::Postgres | Self::MySql(_) => 65_535,
        }
    }

    /// The range of integers that a column can hold.
    pub(crate) fn integer_range(self, field_type: FieldType) -> Option<(i128, i128)> {
        use FieldType as F;
        let range = match field_type {
            F::SmallAuto | F::SmallInteger => (i128::from(i16::MIN), i128::from(i16::MAX)),
            F::Auto | F::Integer => (i128::from(i32::MIN), i128::from(i32::MAX)),
            F::BigAuto | F::BigInteger => (i128::from(i64::MIN), i128::from(i64::MAX)),
            F::PositiveSmallInteger => match self {
                Self::MySql(_) => (0, i128::from(u16::MAX)),
                Self::Sqlite | Self::Postgres => (0, i128::from(i16::MAX)),
            },
            F::PositiveInteger => match self {
                Self::MySql(_) => (0, i128::from(u32::MAX)),
                Self::Sqlite | Self::Postgres => (0, i128::from(i32::MAX)),
            },
            F::PositiveBigInteger => match self {
                Self::MySql(_) => (0, i128::from(u64::MAX)),
                Self::Sqlite | Self::Postgres => (0, i128::from(i64::MAX)),
            },
            _ => return None,
        };
        Some(range)
    }

    /// Whether an odd number of predicates is true; `None` when there are none.
    ///
    /// MySQL's `XOR` is `NULL` when one of them is; the others count such a one as false, as in Django.
    pub(crate) fn xor(self, predicates: Vec<sql::Expr>) -> Option<sql::Expr> {
        let mut predicates = predicates.into_iter();
        match self {
            Self::Sqlite | Self::Postgres => {
                let is_true = |predicate: sql::Expr| {
                    predicate.binary(sql::BinOper::Is, sql::Expr::custom_keyword("TRUE"))
                };
                let first = predicates.next().map(is_true);
                first.map(|first| {
                    predicates
                        .map(is_true)
                        .fold(first, |left, right| left.binary(sql::BinOper::NotEqual, right))
                })
            }
            Self::MySql(_) => {
                predicates.reduce(|left, right| left.binary(sql::BinOper::Custom("XOR"), right))
            }
        }
    }

    /// What stands between two queries whose rows are put together.
    pub(crate) fn set_operator(self, operator: SetOperator) -> &'static str {
        match operator {
            SetOperator::Union => " UNION ",
            SetOperator::UnionAll => " UNION ALL ",
            SetOperator::Intersection => " INTERSECT ",
            SetOperator::Difference => " EXCEPT ",
        }
    }

    /// What the columns of a recursive query of a kind are converted to: the types of its first part are
    /// those of all. `None` where they are not, or are wide enough.
    pub(crate) fn recursive_cast(self, kind: ValueType) -> Option<CastTo> {
        match (self, kind) {
            (Self::Postgres, ValueType::Int | ValueType::Text | ValueType::Float | ValueType::Decimal) => {
                Some(CastTo::Kind(kind))
            }
            (Self::MySql(_), ValueType::Int) => Some(CastTo::Kind(kind)),
            (Self::MySql(_), ValueType::Text) => Some(CastTo::Text(4_000)),
            (Self::Sqlite | Self::Postgres | Self::MySql(_), _) => None,
        }
    }

    /// A number from 0 to below 1. `RANDOM` of SQLite is an integer.
    pub(crate) fn random(self) -> sql::Expr {
        match self {
            Self::Sqlite | Self::MySql(_) => sql::Func::cust("RAND").into(),
            Self::Postgres => sql::Func::cust("RANDOM").into(),
        }
    }

    /// Makes of a bound decimal a number: SQLite's drivers send it as text, which only a column of
    /// numbers converts.
    pub(crate) fn decimal_value(self, value: sql::Expr) -> sql::Expr {
        match self {
            Self::Sqlite => value.cast_as("NUMERIC"),
            Self::Postgres | Self::MySql(_) => value,
        }
    }

    /// Makes of a computed value one of the type of a column: PostgreSQL would take one that is computed
    /// from placeholders for text.
    pub(crate) fn of_column(self, value: sql::Expr, column: &meta::Column) -> Result<sql::Expr, Error> {
        match self {
            Self::Postgres => Ok(value.cast_as(sql::Alias::new(ddl::column_type(self, column)?))),
            Self::Sqlite | Self::MySql(_) => Ok(value),
        }
    }

    /// The integers that a column can be compared with.
    pub(crate) fn comparable_range(self, field_type: FieldType) -> Option<(i128, i128)> {
        let (low, high) = self.integer_range(field_type)?;
        Some(match self {
            // Any integer of 64 bits fits a column there, but a positive one has a check.
            Self::Sqlite if low == 0 => (0, i128::from(i64::MAX)),
            Self::Sqlite => (i128::from(i64::MIN), i128::from(i64::MAX)),
            Self::Postgres | Self::MySql(_) => (low, high),
        })
    }

    /// Renders a `SELECT`.
    pub(crate) fn render_select(self, statement: &sql::SelectStatement) -> Writer {
        let mut writer = Writer::new(self);
        match self {
            Self::Sqlite => statement.build_collect_into(sql::SqliteQueryBuilder, &mut writer),
            Self::Postgres => statement.build_collect_into(sql::PostgresQueryBuilder, &mut writer),
            Self::MySql(_) => statement.build_collect_into(sql::MysqlQueryBuilder, &mut writer),
        }
        writer
    }

    /// A `SELECT` as text, with marks for its values, to stand inside of another statement.
    pub(crate) fn select_text(self, statement: &sql::SelectStatement) -> String {
        let mut writer = Writer::marked(self);
        match self {
            Self::Sqlite => statement.build_collect_into(sql::SqliteQueryBuilder, &mut writer),
            Self::Postgres => statement.build_collect_into(sql::PostgresQueryBuilder, &mut writer),
            Self::MySql(_) => statement.build_collect_into(sql::MysqlQueryBuilder, &mut writer),
        }
        writer.into_parts().0
    }

    /// Text with marks for its values, as a statement.
    pub(crate) fn render_text(self, text: &str) -> Writer {
        let mut writer = Writer::new(self);
        writer.push_marked(text);
        writer
    }

    /// Renders an `UPDATE`.
    pub(crate) fn render_update(self, statement: &sql::UpdateStatement) -> Writer {
        let mut writer = Writer::new(self);
        match self {
            Self::Sqlite => statement.build_collect_into(sql::SqliteQueryBuilder, &mut writer),
            Self::Postgres => statement.build_collect_into(sql::PostgresQueryBuilder, &mut writer),
            Self::MySql(_) => statement.build_collect_into(sql::MysqlQueryBuilder, &mut writer),
        }
        writer
    }

    /// Renders a `DELETE`.
    pub(crate) fn render_delete(self, statement: &sql::DeleteStatement) -> Writer {
        let mut writer = Writer::new(self);
        match self {
            Self::Sqlite => statement.build_collect_into(sql::SqliteQueryBuilder, &mut writer),
            Self::Postgres => statement.build_collect_into(sql::PostgresQueryBuilder, &mut writer),
            Self::MySql(_) => statement.build_collect_into(sql::MysqlQueryBuilder, &mut writer),
        }
        writer
    }

    /// An identifier, quoted.
    pub(crate) fn quote(self, identifier: &str) -> String {
        let mut quoted = String::with_capacity(identifier.len() + 2);
        self.push_quoted(&mut quoted, identifier);
        quoted
    }

    pub(super) fn push_quoted(self, sql: &mut String, identifier: &str) {
        let quote = match self {
            Self::Sqlite | Self::Postgres => '"',
            Self::MySql(_) => '`',
        };
        sql.push(quote);
        for part in identifier.split_inclusive(quote) {
            sql.push_str(part);
            if part.ends_with(quote) {
                sql.push(quote);
            }
        }
        sql.push(quote);
    }

    /// The user's own SQL with the placeholders of this database, and their number.
    pub(crate) fn number_placeholders(self, sql: &str) -> (String, usize) {
        let parts = between_placeholders(sql);
        let mut text = String::with_capacity(sql.len() + 8);
        for (at, part) in parts.iter().enumerate() {
            match self {
                _ if at == 0 => {}
                Self::Sqlite | Self::MySql(_) => text.push('?'),
                Self::Postgres => text.push_str(&format!("${at}")),
            }
            text.push_str(part);
        }
        (text, parts.len() - 1)
    }
}

fn call(name: &'static str, args: impl IntoIterator<Item = sql::Expr>) -> sql::Expr {
    sql::Func::cust(name).args(args).into()
}

/// A constant of the dialects, or the name of a zone out of the database of zones, written into the
/// text: never a value of a user's.
fn constant(text: &str) -> sql::Expr {
    sql::Expr::Constant(text.into())
}

/// Text of the dialects with expressions between its parts, for what sea-query has no words for.
fn spelled<const PARTS: usize, const EXPRS: usize>(
    dialect: Dialect,
    parts: &[&str; PARTS],
    exprs: [sql::Expr; EXPRS],
) -> sql::Expr {
    spelled_by(dialect, parts, exprs)
}

/// As [`spelled`], for any number of expressions.
fn spelled_by(
    dialect: Dialect,
    parts: &[impl AsRef<str>],
    exprs: impl IntoIterator<Item = sql::Expr>,
) -> sql::Expr {
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        match dialect {
            _ if at == 0 => {}
            Dialect::Sqlite | Dialect::MySql(_) => text.push('?'),
            Dialect::Postgres => text.push_str(&format!("${at}")),
        }
        text.push_str(part.as_ref());
    }
    sql::Expr::cust_with_exprs(text, exprs)
}

/// The parts of the user's own SQL between its placeholders: each `?` outside of quotes.
pub(crate) fn between_placeholders(sql: &str) -> Vec<&str> {
    let mut quote = None;
    let is_placeholder = |character: char| match (character, quote) {
        ('\'' | '"' | '`', None) => {
            quote = Some(character);
            false
        }
        (_, Some(open)) => {
            if character == open {
                quote = None;
            }
            false
        }
        (_, None) => character == '?',
    };
    sql.split(is_placeholder).collect()
}
