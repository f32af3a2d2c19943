//! Model metadata to the statements that make its tables: the same ones that Django runs.
//!
//! Nothing is run here, and nothing is asked of a database. The text is written by hand, because it
//! is Django's text that is wanted: deferrable foreign keys within a column, a check beside its
//! column, operator classes and partial unique indexes have no other spelling.

mod column;
mod condition;
mod drop;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use self::column::{column_type, unsupported};
pub(crate) use self::drop::drop_tables;

use self::condition::condition;
use self::text::{identifier, identifiers};
use crate::dialect::Dialect::{self, MySql, Postgres, Sqlite};
use crate::error::Error;
use crate::meta::{Column, FieldType, Index, IndexKind, Model, Rule};

/// The statements that make the tables of `models`, with all their keys, constraints and indexes.
///
/// All tables come first, and then what may refer to another of them, so that the order of `models`
/// does not matter. Models that are not managed have no statements.
///
/// # Errors
///
/// [`Error::NotSupported`] when a database has no type for a column, and [`Error::InvalidParameter`]
/// or [`Error::InvalidQuery`] when a constraint cannot be written down.
pub(crate) fn create_tables(dialect: Dialect, models: &[&'static Model]) -> Result<Vec<String>, Error> {
    let managed = || models.iter().copied().filter(|model| model.managed);
    let mut statements = Vec::new();
    for model in managed() {
        statements.push(create_table(dialect, model)?);
    }
    for model in managed() {
        statements.extend(unique_together(dialect, model));
        statements.extend(foreign_keys(dialect, model));
        for constraint in model.constraints {
            statements.extend(conditional_unique(dialect, model, constraint.name, &constraint.rule)?);
        }
        statements.extend(indexes(dialect, model));
    }
    Ok(statements)
}

fn create_table(dialect: Dialect, model: &Model) -> Result<String, Error> {
    let mut parts = Vec::new();
    for column in model.columns {
        parts.push(column::definition(dialect, column)?);
    }
    for constraint in model.constraints {
        let name = identifier(dialect, constraint.name);
        match &constraint.rule {
            Rule::Unique { columns, condition: None } => {
                parts.push(format!(
                    "CONSTRAINT {name} UNIQUE ({})",
                    identifiers(dialect, columns.iter().copied())
                ));
            }
            // A partial unique index does the same, where there is one.
            Rule::Unique { condition: Some(_), .. } => {}
            Rule::Check(check) => {
                let check = condition(dialect, model, constraint.name, check)?;
                parts.push(format!("CONSTRAINT {name} CHECK ({check})"));
            }
        }
    }
    Ok(format!("CREATE TABLE {} ({})", identifier(dialect, model.table), parts.join(", ")))
}

fn unique_together(dialect: Dialect, model: &Model) -> Vec<String> {
    let table = identifier(dialect, model.table);
    let sets = model.indexes.iter().filter(|index| index.kind == IndexKind::UniqueTogether);
    sets.map(|index| {
        let name = identifier(dialect, index.name.of(dialect));
        let columns = identifiers(dialect, index.columns.iter().copied());
        match dialect {
            Sqlite => format!("CREATE UNIQUE INDEX {name} ON {table} ({columns})"),
            Postgres | MySql(_) => format!("ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE ({columns})"),
        }
    })
    .collect()
}

fn foreign_keys(dialect: Dialect, model: &Model) -> Vec<String> {
    let deferrable = match dialect {
        // SQLite cannot add a constraint to a table: it stands with the column.
        Sqlite => return Vec::new(),
        Postgres => " DEFERRABLE INITIALLY DEFERRED",
        MySql(_) => "",
    };
    let key = |column: &Column| {
        let references = column.references.as_ref()?;
        let name = references.constraint?.of(dialect);
        Some(format!(
            "ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}){deferrable}",
            identifier(dialect, model.table),
            identifier(dialect, name),
            identifier(dialect, column.column),
            identifier(dialect, references.model.table),
            identifier(dialect, references.target().column),
        ))
    };
    model.columns.iter().filter_map(key).collect()
}

/// The index of a unique constraint that holds for some of the rows.
fn conditional_unique(
    dialect: Dialect,
    model: &Model,
    name: &'static str,
    rule: &Rule,
) -> Result<Option<String>, Error> {
    let Rule::Unique { columns, condition: Some(check) } = rule else { return Ok(None) };
    match dialect {
        Sqlite | Postgres => Ok(Some(format!(
            "CREATE UNIQUE INDEX {} ON {} ({}) WHERE {}",
            identifier(dialect, name),
            identifier(dialect, model.table),
            identifiers(dialect, columns.iter().copied()),
            condition(dialect, model, name, check)?,
        ))),
        // MySQL has no partial indexes; Django leaves such a constraint out there.
        MySql(_) => Ok(None),
    }
}

fn indexes(dialect: Dialect, model: &Model) -> Vec<String> {
    let wanted = model.indexes.iter().filter(|index| is_index(dialect, model, index));
    wanted
        .map(|index| {
            let columns = index.columns.iter().map(|name| {
                let column = identifier(dialect, name);
                match index.kind {
                    IndexKind::Like { operator_class } => format!("{column} {operator_class}"),
                    _ if index.descending.contains(name) => format!("{column} DESC"),
                    _ => column,
                }
            });
            format!(
                "CREATE INDEX {} ON {} ({})",
                identifier(dialect, index.name.of(dialect)),
                identifier(dialect, model.table),
                columns.collect::<Vec<_>>().join(", "),
            )
        })
        .collect()
}

/// Whether an index is made by a `CREATE INDEX` of its own.
fn is_index(dialect: Dialect, model: &Model, index: &Index) -> bool {
    let has = |test: fn(&Column) -> bool| {
        let is_part = |column: &Column| index.columns.contains(&column.column);
        model.columns.iter().any(|column| test(column) && is_part(column))
    };
    match (index.kind, dialect) {
        (IndexKind::UniqueTogether, _) => false,
        (IndexKind::Like { .. }, Postgres) => true,
        (IndexKind::Like { .. }, Sqlite | MySql(_)) => false,
        (_, Sqlite | Postgres) => true,
        // InnoDB makes the index of a foreign key together with its constraint.
        (IndexKind::ForeignKey, MySql(_)) => {
            !has(|column| column.references.as_ref().is_some_and(|key| key.constraint.is_some()))
        }
        // MySQL cannot index the whole of a long text.
        (IndexKind::Plain, MySql(_)) => {
            use FieldType::{Binary, Json, Text};
            !has(|column| matches!(column.field_type, Text | Json | Binary))
        }
    }
}
