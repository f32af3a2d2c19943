//! The names of the shared schema's tables, indexes and constraints are those that Django gave.

use std::collections::BTreeSet;
use std::path::Path;

use queryset_codegen::Generator;
use queryset_codegen::model::{PerBackend, Schema, Table};

#[test]
fn names_on_sqlite_are_those_of_django() {
    check_names("sqlite", |name| &name.sqlite, |made_on| made_on.sqlite);
}

#[test]
fn names_on_postgres_are_those_of_django() {
    check_names("postgresql", |name| &name.postgres, |made_on| made_on.postgres);
}

#[test]
fn names_on_mysql_are_those_of_django() {
    check_names("mysql", |name| &name.mysql, |made_on| made_on.mysql);
}

/// Compares with `tests/names/BACKEND.txt`: table, columns with types, then all other names.
#[track_caller]
fn check_names(
    backend: &str,
    text: impl Fn(&PerBackend<String>) -> &String,
    is_made: impl Fn(&PerBackend<bool>) -> bool,
) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
    let schema = Generator::new(schema).resolve().expect("the shared schema has no mistakes");
    let mut ours = BTreeSet::new();
    for table in tables(&schema) {
        for column in &table.columns {
            let ty = text(&column.database_types);
            let null = if column.null { "NULL" } else { "NOT NULL" };
            ours.insert(format!("column {}.{} {ty} {null}", table.name, column.name));
        }
        let parts = (table.indexes.iter().map(|index| ("index", &index.name, index.made_on)))
            .chain(table.uniques.iter().map(|unique| ("unique", &unique.name, unique.made_on)))
            .chain(table.foreign_keys.iter().map(|key| {
                let named = PerBackend { sqlite: false, ..PerBackend::all(true) };
                ("key", &key.name, named)
            }));
        for (what, name, made_on) in parts {
            if is_made(&made_on) {
                ours.insert(format!("{what} {} {}", table.name, text(name)));
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/names/{backend}.txt"));
    let django = std::fs::read_to_string(path).expect("Django's names are beside the test");
    // They were taken on MariaDB, whose type for UUIDs MySQL lacks: the dialect asks the server.
    let django = if backend == "mysql" { django.replace(" uuid ", " char(32) ") } else { django };
    let ours: String = ours.into_iter().map(|line| line + "\n").collect();
    similar_asserts::assert_eq!(django, ours);
}

/// The tables of the apps whose names were taken down.
fn tables(schema: &Schema) -> impl Iterator<Item = &Table> {
    let apps = schema.apps.iter().filter(|app| ["blog", "pizza", "shop"].contains(&app.name.as_str()));
    apps.flat_map(|app| {
        let models = app.models.iter().map(|model| &model.table);
        models.chain(app.pair_tables.iter().map(|pairs| &pairs.table))
    })
}
