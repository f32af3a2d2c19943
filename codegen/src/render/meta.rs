//! The metadata of a model, as JSON: the compiler has one text to look at, not an expression for each name.
//! What JSON cannot say, other models and functions, stands beside it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::literal;
use crate::kind::{Items, Kind};
use crate::model::{
    AutoNow, Cardinality, Condition, Constant, Default, Direction, Enum, Field, Index, IndexKind, Join,
    Model, Operand, OrderTerm, PerBackend, Relation, Unique,
};
use crate::name;

/// What the template writes.
#[derive(Serialize)]
pub(super) struct MetaView {
    /// The JSON, as a literal of several lines.
    text: String,
    /// The metadata of the models that it names by their places among them.
    models: Vec<String>,
    /// The defaults that are no JSON: positions of columns with functions.
    defaults: Vec<String>,
    /// Positions of columns with validators.
    validators: Vec<String>,
}

/// The metadata of a model that has some pointers: modules of models, and positions of their columns.
pub(super) fn meta(model: &Model, pointers: Vec<(String, usize)>) -> MetaView {
    let mut models = Models::default();
    let defaults = model.fields.iter().map(|field| default(model, field)).collect::<Vec<_>>();
    let columns = model.fields.iter().zip(&defaults);
    let columns = columns.map(|(field, default)| column(model, field, default, &mut models)).collect();
    let relations = model.relations.iter().map(|of| relation(of, &mut models)).collect();
    let pointers = pointers.into_iter().map(|(module, position)| json!([models.place(&module), position]));
    let lists = [
        ("columns", columns),
        ("relations", relations),
        ("pointers", pointers.collect()),
        ("ordering", ordering(&model.ordering_terms)),
        ("get_latest_by", ordering(&model.get_latest_by_terms)),
        ("indexes", indexes(model)),
        ("constraints", constraints(model)),
    ];
    let own = Object::default()
        .with("app", &model.app)
        .with("name", &model.name)
        .with("label", &model.label)
        .with("table", &model.table.name)
        .with_flag("unmanaged", !model.table.managed)
        .with_flag("auto_created", model.auto_created)
        .with_some("primary_key", Some(model.primary_key_position).filter(|position| *position != 0))
        .with_some("objects", model.objects.as_ref().map(condition));
    let mut parts: Vec<_> = own.0.iter().map(|(name, value)| format!("{}: {value}", json!(name))).collect();
    for (name, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        let list: Vec<_> = list.iter().map(|value| format!("        {value}")).collect();
        parts.push(format!("{}: [\n{}\n    ]", json!(name), list.join(",\n")));
    }
    let made = model.fields.iter().zip(&defaults).filter_map(|(field, default)| match default {
        Some(Written::Function(function)) => Some(format!("({}, {function})", field.position)),
        Some(Written::Value(_)) | None => None,
    });
    let validators = model.fields.iter().flat_map(|field| {
        let of = move |validator| format!("({}, {})", field.position, literal::validator(validator));
        field.validators.iter().map(of)
    });
    MetaView {
        text: raw_string(&format!("{{\n    {}\n}}", parts.join(",\n    "))),
        defaults: made.collect(),
        validators: validators.collect(),
        models: models.0.iter().map(|module| format!("&{module}::META")).collect(),
    }
}

/// The modules of the models that are named, each once.
#[derive(Default)]
struct Models(Vec<String>);

impl Models {
    fn place(&mut self, module: &str) -> usize {
        self.0.iter().position(|known| known == module).unwrap_or_else(|| {
            self.0.push(module.to_owned());
            self.0.len() - 1
        })
    }
}

/// An object without what would say nothing.
#[derive(Default, Serialize)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, name: &str, value: impl Serialize) -> Self {
        self.0.insert(name.to_owned(), json!(value));
        self
    }

    fn with_some(self, name: &str, value: Option<impl Serialize>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    fn with_flag(self, name: &str, set: bool) -> Self {
        if set { self.with(name, true) } else { self }
    }

    fn with_list(self, name: &str, list: Vec<Value>) -> Self {
        if list.is_empty() { self } else { self.with(name, list) }
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Value::Object(object.0)
    }
}

/// How a default is written.
enum Written {
    Value(Value),
    Function(String),
}

fn default(model: &Model, field: &Field) -> Option<Written> {
    let function = |path: &str| Some(Written::Function(path.to_owned()));
    let value = match (field.default.as_ref()?, field.kind) {
        (Default::Now, Kind::Date) => return function("qs::now_date"),
        (Default::Now, Kind::Time) => return function("qs::now_time"),
        (Default::Now, _) => return function("qs::now"),
        (Default::NewUuid, _) => return function("qs::new_uuid"),
        (Default::Constant(value), _) => value,
        (Default::Variant(name), _) => {
            let variant = variants(model, field).find(|variant| variant.name == *name);
            &variant.expect("the default has been found among the choices").value
        }
    };
    Some(match value {
        Constant::Text(_) | Constant::Integer(_) | Constant::Float(_) | Constant::Bool(_) => {
            Written::Value(constant(value))
        }
        other => Written::Function(format!("|| {}", literal::bound(other))),
    })
}

fn variants<'m>(model: &'m Model, field: &Field) -> impl Iterator<Item = &'m crate::model::Variant> {
    let found = field.choices.as_ref().map(|name| {
        let found = model.enums.iter().find(|choices| choices.name == *name);
        found.expect("a field with choices has its enum")
    });
    found.into_iter().flat_map(|choices: &Enum| &choices.variants)
}

fn column(model: &Model, field: &Field, default: &Option<Written>, models: &mut Models) -> Value {
    let differs = |name: &String| (*name != field.name).then(|| name.clone());
    let field_type = match field.sizes.items {
        Some(Items { ty, null: nullable, size }) => {
            let items = Object::default().with("type", format!("{ty:?}")).with_flag("null", nullable);
            json!({ "Array": items.with_some("size", size) })
        }
        None => json!(format!("{:?}", field.value_type)),
    };
    let decimal = field.sizes.max_digits.zip(field.sizes.decimal_places);
    let references = field.points_at.as_ref().map(|target| {
        Object::default()
            .with("model", models.place(&target.model.module_path))
            .with("column", &target.column)
            .with("on_delete", format!("{:?}", target.on_delete))
            .with_some("constraint", target.constraint.as_ref().map(database_name))
    });
    Object::default()
        .with("name", &field.name)
        .with_some("field", differs(&field.declared_name))
        .with_some("column", differs(&field.column))
        .with("type", field_type)
        .with_flag("null", field.null)
        .with_flag("primary_key", field.primary_key)
        .with_flag("unique", field.unique)
        .with_some("max_length", field.sizes.max_length)
        .with_some("decimal", decimal.map(|(digits, places)| json!([digits, places])))
        .with_list("choices", variants(model, field).map(|variant| constant(&variant.value)).collect())
        .with_some(
            "default",
            match default {
                Some(Written::Value(value)) => Some(value.clone()),
                Some(Written::Function(_)) | None => None,
            },
        )
        .with_some(
            "auto_now",
            match field.auto_now {
                AutoNow::Never => None,
                set => Some(format!("{set:?}")),
            },
        )
        .with_some("references", references)
        .into()
}

fn relation(relation: &Relation, models: &mut Models) -> Value {
    let target = models.place(&relation.target.module_path);
    let (from, to, through) = match &relation.join {
        Join::Direct { column, target_column, .. } => (column, target_column, None),
        Join::Through { column, target_column, model, source_column, pair_column, .. } => {
            let model = models.place(&model.module_path);
            let through = json!({ "model": model, "from": source_column, "to": pair_column });
            (column, target_column, Some(through))
        }
    };
    Object::default()
        .with("name", &relation.name)
        .with("target", target)
        .with_flag("null", relation.null)
        .with_flag("many", relation.cardinality == Cardinality::Many)
        .with_flag("forward", relation.direction == Direction::Forward)
        .with_flag("symmetrical", relation.symmetrical)
        .with("from", from)
        .with("to", to)
        .with_some("through", through)
        .into()
}

fn ordering(terms: &[OrderTerm]) -> Vec<Value> {
    let term = |term: &OrderTerm| {
        let path = Object::default().with("path", &term.path);
        path.with_flag("descending", term.descending).into()
    };
    terms.iter().map(term).collect()
}

fn indexes(model: &Model) -> Vec<Value> {
    let together = model.table.uniques.iter().filter(|unique| unique.together);
    let together = together.map(|unique| {
        json!({ "name": database_name(&unique.name), "columns": unique.columns, "kind": "UniqueTogether" })
    });
    together.chain(model.table.indexes.iter().map(index)).collect()
}

fn index(index: &Index) -> Value {
    let kind = match (index.kind, index.operator_class) {
        (IndexKind::Like, class) => {
            let class = class.expect("an index for `LIKE` has its operator class");
            json!({ "Like": { "operator_class": class } })
        }
        (kind, _) => json!(format!("{kind:?}")),
    };
    let descending = index.columns.iter().filter(|column| column.descending);
    Object::default()
        .with("name", database_name(&index.name))
        .with("columns", index.columns.iter().map(|column| &column.name).collect::<Vec<_>>())
        .with_list("descending", descending.map(|column| json!(column.name)).collect())
        .with("kind", kind)
        .into()
}

fn constraints(model: &Model) -> Vec<Value> {
    let uniques = model.table.uniques.iter().filter(|unique| !unique.together);
    let uniques = uniques.map(|unique| (unique.position, unique_constraint(unique)));
    let checks = model.table.checks.iter().map(|check| {
        let rule = json!({ "Check": condition(&check.condition) });
        (check.position, json!({ "name": check.name, "rule": rule }))
    });
    let mut constraints: Vec<_> = uniques.chain(checks).collect();
    constraints.sort_by_key(|(position, _)| *position);
    constraints.into_iter().map(|(_, constraint)| constraint).collect()
}

fn unique_constraint(unique: &Unique) -> Value {
    let rule = Object::default()
        .with("columns", &unique.columns)
        .with_some("condition", unique.condition.as_ref().map(condition));
    // Only those of `unique_together` have a name for each database.
    json!({ "name": unique.name.sqlite, "rule": { "Unique": rule } })
}

/// A name in the database, which each database cuts at a length of its own.
fn database_name(name: &PerBackend<String>) -> Value {
    let PerBackend { sqlite, postgres, mysql } = name;
    match sqlite == postgres && postgres == mysql {
        true => json!(sqlite),
        false => json!({ "sqlite": sqlite, "postgres": postgres, "mysql": mysql }),
    }
}

fn condition(written: &Condition) -> Value {
    let list = |parts: &[Condition]| parts.iter().map(condition).collect::<Vec<_>>();
    match written {
        Condition::All { of } => json!({ "All": list(of) }),
        Condition::Any { of } => json!({ "Any": list(of) }),
        Condition::Not { of } => json!({ "Not": condition(of) }),
        Condition::Lookup { column, lookup, value } => lookup_condition(column, lookup, value),
    }
}

fn lookup_condition(column: &str, lookup: &str, value: &Operand) -> Value {
    let compare = |compare: &str, with: Value| json!({ "Compare": { "column": column, "compare": compare, "with": with } });
    let value_of = |value: &Constant| json!({ "Value": constant(value) });
    match (lookup, value) {
        ("isnull", Operand::Constant(Constant::Bool(is_null))) => {
            json!({ "IsNull": { "column": column, "null": is_null } })
        }
        ("range", Operand::List(ends)) => {
            let [least, most] = &ends[..] else { unreachable!("a range has two ends") };
            json!({ "All": [compare("Gte", value_of(least)), compare("Lte", value_of(most))] })
        }
        (_, Operand::List(values)) => {
            let values: Vec<_> = values.iter().map(constant).collect();
            json!({ "In": { "column": column, "values": values } })
        }
        (lookup, Operand::Constant(value)) => compare(&name::marker(lookup), value_of(value)),
        (lookup, Operand::Column(other)) => compare(&name::marker(lookup), json!({ "Column": other })),
    }
}

/// A value as the database holds it.
fn constant(value: &Constant) -> Value {
    match value {
        Constant::Integer(integer) => json!({ "Int": integer }),
        Constant::Float(float) => json!({ "Float": float }),
        Constant::Bool(boolean) => json!({ "Bool": boolean }),
        other => json!({ "Text": other.text() }),
    }
}

/// A literal in which nothing is escaped.
fn raw_string(text: &str) -> String {
    let mut end = "\"#".to_owned();
    while text.contains(&end) {
        end.push('#');
    }
    let hashes = &end[1..];
    format!("r{hashes}\"{text}\"{hashes}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_string_ends_where_the_text_does() {
        assert_eq!(raw_string("{}"), "r#\"{}\"#");
        assert_eq!(raw_string(r##"{"a\"#b"}"##), "r##\"{\"a\\\"#b\"}\"##");
    }
}
