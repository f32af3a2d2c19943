//! `INSERT`: its text, whose values are bound in the order of columns and rows.

use super::{Dialect, MySqlFlavor, type_of_column};
use crate::meta;
use crate::value::ValueType;

/// What an `INSERT` does about a row whose unique key another row has.
#[derive(Clone, Debug)]
pub(crate) enum OnConflict {
    /// It fails.
    Fail,
    /// It leaves the row out.
    Ignore,
    /// It writes `columns` of the other row. Which key counts is said by `unique`; `None` is any.
    Update { columns: Vec<&'static meta::Column>, unique: Option<Vec<&'static meta::Column>> },
}

/// New rows of a table.
pub(crate) struct Insert<'a> {
    pub(crate) table: &'static str,
    pub(crate) columns: &'a [&'static meta::Column],
    pub(crate) rows: Binding<'a>,
    pub(crate) on_conflict: &'a OnConflict,
    pub(crate) returning: Returning,
}

/// What an `INSERT` gives back.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Returning {
    Nothing,
    /// The key that the database gave to each row.
    Keys(&'static meta::Column),
    /// The same, in one array: a row of an answer takes longer than an item. Only PostgreSQL has arrays.
    KeysAtOnce(&'static meta::Column),
    /// All columns of each row.
    Rows(&'static [meta::Column]),
}

/// How the rows of an `INSERT` are bound.
pub(crate) enum Binding<'a> {
    /// So many, each value by itself. Without columns there is one.
    Values(usize),
    /// Any number, each column as an array of the type. Only PostgreSQL has arrays.
    Arrays(&'a [ValueType]),
}

impl Dialect {
    /// Rows that one statement inserts: as many as it can bind, up to a number at which more rows cost more
    /// than one more statement. Rows beyond it come by the same text again, which is prepared by then.
    pub(crate) fn rows_at_once(self, columns: usize, by_arrays: bool) -> usize {
        let most = match self {
            Self::Postgres if by_arrays => return 20_000,
            Self::Sqlite | Self::Postgres => 500,
            Self::MySql(_) => 2_000,
        };
        match columns {
            0 => 1,
            columns => most.min(self.max_values() / columns).max(1),
        }
    }

    pub(crate) fn insert(self, insert: &Insert<'_>) -> String {
        let Insert { table, columns, rows, on_conflict, returning } = insert;
        let mut sql = String::with_capacity(256);
        if matches!(returning, Returning::KeysAtOnce(_)) {
            sql.push_str("WITH new AS (");
        }
        sql.push_str(match (on_conflict, self) {
            (OnConflict::Ignore, Self::MySql(_)) => "INSERT IGNORE INTO ",
            (OnConflict::Fail | OnConflict::Ignore | OnConflict::Update { .. }, _) => "INSERT INTO ",
        });
        self.push_quoted(&mut sql, table);
        match rows {
            _ if columns.is_empty() => sql.push_str(match self {
                Self::Sqlite => " DEFAULT VALUES",
                Self::Postgres => " VALUES (DEFAULT)",
                Self::MySql(MySqlFlavor::MySql | MySqlFlavor::MariaDb) => " VALUES ()",
            }),
            Binding::Values(rows) => {
                self.push_columns(&mut sql, columns);
                self.push_rows(&mut sql, columns, *rows);
            }
            Binding::Arrays(types) => {
                self.push_columns(&mut sql, columns);
                push_arrays(&mut sql, types);
            }
        }
        self.push_on_conflict(&mut sql, on_conflict);
        self.push_returning(&mut sql, *returning);
        sql
    }

    fn push_returning(self, sql: &mut String, returning: Returning) {
        match returning {
            Returning::Nothing => {}
            Returning::Keys(key) => {
                sql.push_str(" RETURNING ");
                self.push_quoted(sql, key.column);
            }
            Returning::KeysAtOnce(key) => {
                sql.push_str(" RETURNING ");
                self.push_quoted(sql, key.column);
                sql.push_str(") SELECT array_agg(");
                self.push_quoted(sql, key.column);
                sql.push_str(") FROM new");
            }
            Returning::Rows(columns) => {
                sql.push_str(" RETURNING ");
                self.push_list(sql, columns);
            }
        }
    }

    fn push_columns(self, sql: &mut String, columns: &[&'static meta::Column]) {
        sql.push_str(" (");
        self.push_list(sql, columns.iter().copied());
        sql.push(')');
    }

    /// `VALUES ($1, $2), ($3, $4)`, or `VALUES (?, ?), (?, ?)`.
    fn push_rows(self, sql: &mut String, columns: &[&'static meta::Column], rows: usize) {
        sql.push_str(" VALUES ");
        match self {
            Self::Sqlite | Self::MySql(_) => {
                let row = format!("({}), ", vec!["?"; columns.len()].join(", "));
                sql.push_str(row.repeat(rows).trim_end_matches(", "));
            }
            Self::Postgres => push_numbered_rows(sql, columns, rows),
        }
    }

    fn push_on_conflict(self, sql: &mut String, on_conflict: &OnConflict) {
        match (on_conflict, self) {
            (OnConflict::Fail, _) | (OnConflict::Ignore, Self::MySql(_)) => {}
            (OnConflict::Ignore, Self::Sqlite | Self::Postgres) => sql.push_str(" ON CONFLICT DO NOTHING"),
            (OnConflict::Update { columns, unique }, Self::Sqlite | Self::Postgres) => {
                sql.push_str(" ON CONFLICT");
                if let Some(unique) = unique {
                    self.push_columns(sql, unique);
                }
                sql.push_str(" DO UPDATE SET ");
                self.push_assignments(sql, columns, "EXCLUDED.", "");
            }
            (OnConflict::Update { columns, .. }, Self::MySql(_)) => {
                sql.push_str(" ON DUPLICATE KEY UPDATE ");
                self.push_assignments(sql, columns, "VALUES(", ")");
            }
        }
    }

    /// Columns that become those of the new row, whose names stand between `before` and `after`.
    fn push_assignments(
        self,
        sql: &mut String,
        columns: &[&'static meta::Column],
        before: &str,
        after: &str,
    ) {
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                sql.push_str(", ");
            }
            self.push_quoted(sql, column.column);
            sql.push_str(" = ");
            sql.push_str(before);
            self.push_quoted(sql, column.column);
            sql.push_str(after);
        }
    }

    fn push_list(self, sql: &mut String, columns: impl IntoIterator<Item = &'static meta::Column>) {
        for (at, column) in columns.into_iter().enumerate() {
            if at > 0 {
                sql.push_str(", ");
            }
            self.push_quoted(sql, column.column);
        }
    }
}

fn push_numbered_rows(sql: &mut String, columns: &[&'static meta::Column], rows: usize) {
    sql.reserve(rows * (columns.len() * 5 + 4));
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                sql.push_str(", ");
            }
            number += 1;
            match column.field_type.value_type().is_collection() {
                true => {
                    let to = type_of_column(column.field_type);
                    sql.push_str(&format!("CAST(${number} AS {to})"));
                }
                false => {
                    sql.push('$');
                    sql.push_str(&number.to_string());
                }
            }
        }
        sql.push(')');
    }
}

/// `SELECT unnest($1::bigint[]), unnest($2::text[])`: the rows in the order of the arrays, which are of one length.
/// As a `FROM` clause they would be kept in a table first.
fn push_arrays(sql: &mut String, types: &[ValueType]) {
    for (at, value_type) in types.iter().enumerate() {
        sql.push_str(if at == 0 { " SELECT unnest($" } else { ", unnest($" });
        sql.push_str(&(at + 1).to_string());
        sql.push_str("::");
        sql.push_str(array_type(*value_type));
        sql.push(')');
    }
}

/// The array of the type that the driver binds values as. What a column has is converted on the way into it,
/// as it is from a single value.
fn array_type(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Bool => "boolean[]",
        ValueType::Int => "bigint[]",
        ValueType::Float => "double precision[]",
        ValueType::Decimal => "numeric[]",
        ValueType::Text => "text[]",
        ValueType::Date => "date[]",
        ValueType::DateTime => "timestamp with time zone[]",
        ValueType::Time => "time[]",
        ValueType::Duration => "interval[]",
        ValueType::Uuid => "uuid[]",
        ValueType::Json => "jsonb[]",
        ValueType::Bytes => "bytea[]",
        ValueType::Ip => "inet[]",
        ValueType::Array(_) | ValueType::Range(_) => unreachable!("rows with them are sent as single values"),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::doctest::Country;
    use crate::model::Model;

    #[track_caller]
    fn check(rows: Binding<'_>, on_conflict: &OnConflict, dialect: Dialect, expected: &Expect) {
        let columns: Vec<&'static meta::Column> = Country::META.columns.iter().collect();
        let columns = match rows {
            Binding::Values(0) => &[],
            Binding::Values(_) | Binding::Arrays(_) => &columns[..2],
        };
        let table = Country::META.table;
        let returning = Returning::Keys(Country::META.pk());
        expected.assert_eq(&dialect.insert(&Insert { table, columns, rows, on_conflict, returning }));
    }

    #[test]
    fn rows_are_bound_by_value_or_by_column() {
        let fail = &OnConflict::Fail;
        check(
            Binding::Values(2),
            fail,
            Dialect::Sqlite,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") VALUES (?, ?), (?, ?) RETURNING "code""#
            ]],
        );
        check(
            Binding::Values(2),
            fail,
            Dialect::Postgres,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") VALUES ($1, $2), ($3, $4) RETURNING "code""#
            ]],
        );
        check(
            Binding::Values(2),
            fail,
            Dialect::MySql(MySqlFlavor::MariaDb),
            &expect!["INSERT INTO `blog_country` (`code`, `name`) VALUES (?, ?), (?, ?) RETURNING `code`"],
        );
        let types = [ValueType::Text, ValueType::DateTime];
        check(
            Binding::Arrays(&types),
            fail,
            Dialect::Postgres,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") SELECT unnest($1::text[]), unnest($2::timestamp with time zone[]) RETURNING "code""#
            ]],
        );
    }

    #[test]
    fn keys_come_one_by_one_or_at_once_and_rows_whole() {
        let columns: Vec<&'static meta::Column> = Country::META.columns.iter().take(1).collect();
        let text = |returning| {
            Dialect::Postgres.insert(&Insert {
                table: Country::META.table,
                columns: &columns,
                rows: Binding::Arrays(&[ValueType::Text]),
                on_conflict: &OnConflict::Fail,
                returning,
            })
        };
        let key = Country::META.pk();
        expect![[r#"INSERT INTO "blog_country" ("code") SELECT unnest($1::text[])"#]]
            .assert_eq(&text(Returning::Nothing));
        expect![[r#"WITH new AS (INSERT INTO "blog_country" ("code") SELECT unnest($1::text[]) RETURNING "code") SELECT array_agg("code") FROM new"#]]
            .assert_eq(&text(Returning::KeysAtOnce(key)));
        expect![[
            r#"INSERT INTO "blog_country" ("code") SELECT unnest($1::text[]) RETURNING "code", "name""#
        ]]
        .assert_eq(&text(Returning::Rows(&Country::META.columns[..2])));
    }

    #[test]
    fn a_row_may_have_no_values() {
        let fail = &OnConflict::Fail;
        check(
            Binding::Values(0),
            fail,
            Dialect::Sqlite,
            &expect![[r#"INSERT INTO "blog_country" DEFAULT VALUES RETURNING "code""#]],
        );
        check(
            Binding::Values(0),
            fail,
            Dialect::Postgres,
            &expect![[r#"INSERT INTO "blog_country" VALUES (DEFAULT) RETURNING "code""#]],
        );
        check(
            Binding::Values(0),
            fail,
            Dialect::MySql(MySqlFlavor::MariaDb),
            &expect!["INSERT INTO `blog_country` VALUES () RETURNING `code`"],
        );
    }

    #[test]
    fn a_conflict_is_ignored_or_updates_the_other_row() {
        let columns = || Country::META.columns.iter().take(1).collect();
        let update = &OnConflict::Update { columns: columns(), unique: Some(columns()) };
        check(
            Binding::Values(1),
            update,
            Dialect::Sqlite,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") VALUES (?, ?) ON CONFLICT ("code") DO UPDATE SET "code" = EXCLUDED."code" RETURNING "code""#
            ]],
        );
        let types = [ValueType::Text, ValueType::Text];
        check(
            Binding::Arrays(&types),
            update,
            Dialect::Postgres,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") SELECT unnest($1::text[]), unnest($2::text[]) ON CONFLICT ("code") DO UPDATE SET "code" = EXCLUDED."code" RETURNING "code""#
            ]],
        );
        let update = &OnConflict::Update { columns: columns(), unique: None };
        check(
            Binding::Values(1),
            update,
            Dialect::MySql(MySqlFlavor::MariaDb),
            &expect![
                "INSERT INTO `blog_country` (`code`, `name`) VALUES (?, ?) ON DUPLICATE KEY UPDATE `code` = VALUES(`code`) RETURNING `code`"
            ],
        );
        let ignore = &OnConflict::Ignore;
        check(
            Binding::Values(1),
            ignore,
            Dialect::Sqlite,
            &expect![[
                r#"INSERT INTO "blog_country" ("code", "name") VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING "code""#
            ]],
        );
        check(
            Binding::Values(1),
            ignore,
            Dialect::MySql(MySqlFlavor::MariaDb),
            &expect!["INSERT IGNORE INTO `blog_country` (`code`, `name`) VALUES (?, ?) RETURNING `code`"],
        );
    }

    #[test]
    fn quotes_in_names_are_doubled() {
        assert_eq!(Dialect::Postgres.quote(r#"a"b"#), r#""a""b""#);
        assert_eq!(Dialect::Sqlite.quote(r#"""#), r#""""""#);
        assert_eq!(Dialect::MySql(MySqlFlavor::MariaDb).quote("a`b\""), "`a``b\"`");
    }
}
