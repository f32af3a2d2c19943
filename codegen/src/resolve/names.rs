//! Names that must differ: models, modules, columns, tables, indexes, Rust types.

use indexmap::IndexMap;

use super::relation::Storage;
use super::table::pair_model_name;
use super::value::is_type_name;
use super::{Draft, Graph, field};
use crate::error::Pos;
use crate::name;

/// Checks the name of each model and of its table, and that of its Rust module.
pub(super) fn models(graph: &Graph<'_>) {
    let mut modules: IndexMap<(&str, String), &Draft<'_>> = IndexMap::new();
    for draft in &graph.models {
        let at = draft.schema.name.at;
        let name = draft.name();
        if !is_type_name(name) {
            let camel = heck::ToUpperCamelCase::to_upper_camel_case(name);
            let help = is_type_name(&camel).then(|| format!("write `{camel}`"));
            graph.report.error_maybe(
                at,
                if name.is_empty() {
                    "a model has an empty name".to_owned()
                } else {
                    format!("`{name}` is not a name for a model, which is a Rust type")
                },
                help.or_else(|| Some("write a name such as `Entry`".to_owned())),
            );
            continue;
        }
        if name::is_reserved_model(name) {
            graph.report.error_help(
                at,
                format!("`{name}` has the name of a type that all Rust code uses"),
                format!("rename it and write `table = \"{}\"`", draft.table()),
            );
        }
        let module = (draft.app(), name::snake(name));
        if name::is_reserved_module(&module.1) {
            graph.report.error_help(
                at,
                format!("`{name}` makes the module `{}`, a name that generated code uses", module.1),
                format!("rename it and write `table = \"{}\"`", draft.table()),
            );
        }
        match modules.get(&module) {
            Some(other) => graph.report.error_help(
                at,
                format!("`{name}` and `{}` both make the module `{}`", other.name(), module.1),
                "rename one of the two",
            ),
            None => {
                modules.insert(module, draft);
            }
        }
        if let Some(table) = &draft.schema.table {
            if draft.schema.is_abstract {
                graph.report.error(table.at, format!("`{name}` is abstract and has no table"));
            } else {
                field::check_database_name(name, table, graph.report);
            }
        } else if draft.table().chars().count() > name::LONGEST_NAME {
            graph.report.error_help(
                at,
                format!("the table `{}` of `{name}` has too long a name", draft.table()),
                "write `table = \"…\"`",
            );
        }
    }
}

/// Refuses a field with the name of another's column attribute: `blog_id` beside `blog`.
pub(super) fn fields(graph: &Graph<'_>) {
    for index in graph.concrete() {
        let draft = &graph.models[index];
        for field in &draft.fields {
            let clash = draft.fields.iter().find(|other| other.is_key() && other.attribute() == field.name());
            if let Some(key) = clash {
                graph.report.error_help(
                    field.schema.name.at,
                    format!("`{}` has the name of the key of `{}`", field.label(), key.label()),
                    "rename one of the two",
                );
            }
        }
    }
}

/// Refuses what two columns, tables, indexes or constraints would share.
pub(super) fn check_columns_and_tables(graph: &Graph<'_>) {
    let mut tables: IndexMap<String, String> = IndexMap::new();
    let mut names: IndexMap<String, (String, Pos)> = IndexMap::new();
    for index in graph.concrete() {
        let draft = &graph.models[index];
        check_columns(graph, draft);
        if draft.managed() {
            let at = draft.schema.table.as_ref().map_or(draft.schema.name.at, |table| table.at);
            claim(graph, &mut tables, draft.table(), draft.label(), at);
        }
        for field in &draft.fields {
            if let Some(Storage::Own { table, .. }) = field.pairs.as_ref().map(|pairs| &pairs.storage) {
                let table_at = field.schema.db_table.as_ref().map(|table| table.at);
                let at = table_at.unwrap_or(field.schema.name.at);
                claim(graph, &mut tables, table.clone(), format!("{}.{}", draft.label(), field.name()), at);
            }
        }
        for (name, at) in &draft.meta.names {
            match names.get(name) {
                Some((other, _)) => graph.report.error_maybe(
                    *at,
                    format!("the name `{name}` is given to an index or constraint of `{other}` already"),
                    names.get(name).filter(|(_, first)| first == at).map(|_| {
                        "write `%(class)s` in it, which stands for each model that inherits it".to_owned()
                    }),
                ),
                None => {
                    names.insert(name.clone(), (draft.label(), *at));
                }
            }
        }
    }
}

fn claim(graph: &Graph<'_>, tables: &mut IndexMap<String, String>, table: String, whose: String, at: Pos) {
    // SQLite, and MySQL on some systems, do not tell upper case from lower.
    match tables.get(&table.to_lowercase()) {
        Some(other) => {
            graph.report.error(at, format!("the table `{table}` belongs to `{other}` already"));
        }
        None => {
            tables.insert(table.to_lowercase(), whose);
        }
    }
}

fn check_columns(graph: &Graph<'_>, draft: &Draft<'_>) {
    let mut columns: IndexMap<String, String> = IndexMap::new();
    for field in draft.fields.iter().filter(|field| !field.is_pairs()) {
        let column = field.column();
        if field.schema.db_column.is_none() && column.chars().count() > name::LONGEST_NAME {
            graph.report.error_help(
                field.schema.name.at,
                format!("the column `{column}` of `{}` has too long a name", field.label()),
                "write `db_column = \"…\"`",
            );
        }
        match columns.get(&column.to_lowercase()) {
            Some(other) => {
                // A field with the name of a key has been reported.
                let reported = field.schema.db_column.is_none()
                    && draft.fields.iter().any(|key| key.is_key() && key.attribute() == field.name());
                if !reported {
                    let own = field.schema.db_column.as_ref();
                    graph.report.error(
                        own.map_or(field.schema.name.at, |column| column.at),
                        format!("the column `{column}` belongs to `{other}` already"),
                    );
                }
            }
            None => {
                columns.insert(column.to_lowercase(), field.label());
            }
        }
    }
}

/// Refuses models of pairs that have the name of a model.
pub(super) fn check_pair_names(graph: &Graph<'_>) {
    let mut modules: IndexMap<(&str, String), String> = IndexMap::new();
    for index in graph.concrete() {
        let draft = &graph.models[index];
        modules.insert((draft.app(), name::snake(draft.name())), draft.label());
    }
    for index in graph.concrete() {
        let draft = &graph.models[index];
        for field in &draft.fields {
            let Some(Storage::Own { .. }) = field.pairs.as_ref().map(|pairs| &pairs.storage) else {
                continue;
            };
            let pairs = pair_model_name(draft, field);
            let label = format!("{}.{}", draft.label(), field.name());
            match modules.get(&(draft.app(), name::snake(&pairs))) {
                Some(other) => graph.report.error_help(
                    field.schema.name.at,
                    format!("the pairs of `{label}` make the Rust type `{pairs}`, as `{other}` does"),
                    "rename one of the two",
                ),
                None => {
                    modules.insert((draft.app(), name::snake(&pairs)), label);
                }
            }
        }
    }
}

/// Refuses enums that have the name of a model or of another enum.
pub(super) fn check_rust_names(graph: &Graph<'_>) {
    let mut enums: IndexMap<(&str, String), String> = IndexMap::new();
    for index in graph.concrete() {
        let draft = &graph.models[index];
        for field in draft.fields.iter().filter(|field| field.is_pairs()) {
            let pairs = format!("the pairs of `{}.{}`", draft.name(), field.name());
            enums.insert((draft.app(), pair_model_name(draft, field)), pairs);
        }
    }
    for index in graph.concrete() {
        let draft = &graph.models[index];
        for draft_field in draft.fields.iter().filter(|field| field.schema.has("choices")) {
            let name = field::enum_name(graph, index, draft_field);
            let schema = draft_field.schema;
            let at = schema.enum_name.as_ref().map_or(schema.name.at, |name| name.at);
            let help = "write another name: `enum = \"…\"`";
            let label = draft_field.label();
            if graph.by_name.contains_key(&(draft.app(), name.as_str())) {
                graph.report.error_help(
                    at,
                    format!("the enum `{name}` of `{label}` has the name of a model"),
                    help,
                );
            } else if name::is_reserved_model(&name) {
                graph.report.error_help(
                    at,
                    format!("the enum `{name}` of `{label}` has the name of a type that all Rust code uses"),
                    help,
                );
            } else if let Some(other) = enums.get(&(draft.app(), name.clone())) {
                graph.report.error_help(
                    at,
                    format!("the enum `{name}` of `{label}` has the name of {other}"),
                    help,
                );
            } else {
                enums.insert((draft.app(), name), format!("that of `{label}`"));
            }
        }
    }
}
