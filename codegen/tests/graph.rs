//! What the graph says about the shared schema and the right cases, in one line per part.
//!
//! `UPDATE=1 cargo test -p queryset-codegen` writes what is expected; read the difference.

use std::fmt::Write as _;
use std::path::Path;

use queryset_codegen::Generator;
use queryset_codegen::model::{Join, Model, Order, Schema};

#[test]
fn the_shared_schema_has_these_fields_and_relations() {
    let schema = Generator::new(root().join("../schema")).resolve().expect("it has no mistakes");
    check("shared", &schema);
}

#[test]
fn the_right_cases_have_these_fields_and_relations() {
    for entry in std::fs::read_dir(root().join("tests/ok")).expect("the cases can be read") {
        let path = entry.expect("the cases can be read").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path.file_stem().expect("a case has a name").to_string_lossy().into_owned();
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("graph").join(&name);
        std::fs::create_dir_all(&directory).expect("the target directory can be written");
        std::fs::copy(&path, directory.join("blog.toml")).expect("the target directory can be written");
        let schema = Generator::new(directory).resolve().expect("it has no mistakes");
        check(&name, &schema);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn check(name: &str, schema: &Schema) {
    let models = schema.apps.iter().flat_map(|app| &app.models);
    let mut actual: String = models.map(describe).collect();
    for pairs in schema.apps.iter().flat_map(|app| &app.pair_tables) {
        writeln!(actual, "\n{} in {}", pairs.label, pairs.table.name).expect("text takes all");
    }
    let path = root().join(format!("tests/graph/{name}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &actual).expect("the expected text can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    similar_asserts::assert_eq!(expected, actual, "{}", path.display());
}

fn describe(model: &Model) -> String {
    let mut text = format!("\n{} in {}, key {}\n", model.label, model.table.name, model.primary_key);
    for field in &model.fields {
        let null = if field.null { "null" } else { "not null" };
        let create = match (&field.default, field.required) {
            (Some(default), _) => format!("{default:?}"),
            (None, true) => "required".to_owned(),
            (None, false) => "not required".to_owned(),
        };
        let ty = &field.rust_type.path;
        let kind = field.kind.name();
        text += &format!("  {}: {kind}<{ty}>, {null}, {}, {create}\n", field.ident, field.column);
    }
    for relation in &model.relations {
        let join = match &relation.join {
            Join::Direct { column, target_column, .. } => format!("{column} = {target_column}"),
            Join::Through { column, table, source_column, pair_column, target_column, .. } => {
                format!("{column} = {table}({source_column}, {pair_column}) = {target_column}")
            }
        };
        text += &format!(
            "  {}(): {:?} {:?} {}, {}, as {}, back by {}, {join}\n",
            relation.ident,
            relation.direction,
            relation.shape,
            relation.target.type_path,
            if relation.null { "null" } else { "not null" },
            relation.accessor_ident,
            relation.inverse.as_deref().unwrap_or("nothing"),
        );
    }
    for (what, orders) in [("ordering", &model.ordering), ("latest", &model.get_latest_by)] {
        for order in orders {
            text += &match order {
                Order::Column { path, field, descending, .. } => {
                    format!(
                        "  {what} {}.{field} {}\n",
                        path.join("."),
                        if *descending { "desc" } else { "asc" }
                    )
                }
                Order::Random => format!("  {what} at random\n"),
            };
        }
    }
    for set in &model.unique_sets {
        text += &format!("  unique {}\n", set.join(", "));
    }
    for check in &model.table.checks {
        text += &format!("  check {}: {:?}\n", check.name, check.condition);
    }
    for unique in model.table.uniques.iter().filter(|unique| unique.condition.is_some()) {
        text += &format!("  unique {} where {:?}\n", unique.name.sqlite, unique.condition);
    }
    for index in &model.table.indexes {
        text += &format!("  index {} {:?} {:?}\n", index.name.postgres, index.kind, index.made_on);
    }
    for choices in &model.enums {
        let variants: Vec<_> =
            choices.variants.iter().map(|it| format!("{}={:?}", it.name, it.value)).collect();
        text += &format!("  enum {} {}\n", choices.name, variants.join(" "));
    }
    text
}
