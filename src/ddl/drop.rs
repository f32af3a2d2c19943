//! The statements that drop tables again.

use super::text::identifier;
use crate::dialect::Dialect::{self, MySql, Postgres, Sqlite};
use crate::meta::{Column, Model};

/// The statements that drop the tables of `models`, as far as they exist.
///
/// A table goes before those that it points at. Where tables point at each other, SQLite wants
/// all of the statements in one transaction, and MySQL drops the foreign keys first, for which their
/// tables must exist.
pub(crate) fn drop_tables(dialect: Dialect, models: &[&'static Model]) -> Vec<String> {
    let mut left: Vec<&Model> = models.iter().copied().filter(|model| model.managed).collect();
    let mut foreign_keys = Vec::new();
    let mut tables = Vec::new();
    while !left.is_empty() {
        let free =
            left.iter().position(|model| !left.iter().any(|other| other != model && points_at(other, model)));
        // Without a free one there is a circle, which is cut at its last table.
        let model = left.remove(free.unwrap_or(left.len() - 1));
        if free.is_none() && matches!(dialect, MySql(_)) {
            for other in &left {
                foreign_keys.extend(drop_foreign_keys(dialect, other, model));
            }
        }
        let table = identifier(dialect, model.table);
        tables.push(match dialect {
            Sqlite | MySql(_) => format!("DROP TABLE IF EXISTS {table}"),
            Postgres => format!("DROP TABLE IF EXISTS {table} CASCADE"),
        });
    }
    foreign_keys.extend(tables);
    foreign_keys
}

/// The columns of `model` with a foreign key to `target`.
fn keys(model: &Model, target: &Model) -> impl Iterator<Item = &'static Column> {
    model.columns.iter().filter(move |column| {
        column.references.as_ref().is_some_and(|key| key.constraint.is_some() && key.model == target)
    })
}

fn points_at(model: &Model, target: &Model) -> bool {
    keys(model, target).next().is_some()
}

fn drop_foreign_keys(dialect: Dialect, model: &Model, target: &Model) -> Vec<String> {
    let names = keys(model, target).filter_map(|column| column.references.as_ref()?.constraint);
    let table = identifier(dialect, model.table);
    names
        .map(|name| format!("ALTER TABLE {table} DROP FOREIGN KEY {}", identifier(dialect, name.of(dialect))))
        .collect()
}
