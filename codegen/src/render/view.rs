//! What the templates write: the parts of the graph, with everything spelt as Rust.

use std::collections::HashMap;

use serde::Serialize;

use super::literal;
use super::meta::{self, MetaView};
use super::spell::{self, Place};
use crate::doc;
use crate::model::{
    AutoNow, Cardinality, Constant, Direction, Enum, Field, Filter, FilterForm, FilterSet, Join, Model,
    ModelRef, Relation, Schema,
};
use crate::name;

#[derive(Serialize)]
pub(super) struct SchemaView {
    pub(super) files: Vec<String>,
    pub(super) apps: Vec<AppView>,
}

#[derive(Serialize)]
pub(super) struct AppView {
    name: String,
    pub(super) ident: String,
    pub(super) file: String,
    page: String,
    pub(super) models: Vec<ModelView>,
    filter_sets: Vec<FilterSetView>,
}

#[derive(Serialize)]
struct FilterSetView {
    name: String,
    page: String,
    model: String,
    filters: Vec<FilterView>,
    ordering: Vec<String>,
}

#[derive(Serialize)]
struct FilterView {
    key: String,
    ident: String,
    page: String,
    form: FilterForm,
    /// The type of the struct's field, without its `Option`.
    ty: String,
}

#[derive(Serialize)]
pub(super) struct ModelView {
    app: String,
    app_ident: String,
    name: String,
    /// Django's: `shop.OrderItem`, `shop.Tag_products`.
    pub(super) ident: String,
    /// The name in the middle of a sentence: `order item`.
    noun: String,
    page: String,
    table: String,
    auto_created: bool,
    /// Whether it has a field that only PostgreSQL has.
    on_postgres: bool,
    fields: Vec<FieldView>,
    /// The type of the place of the primary key in the list of fields.
    key_place: String,
    /// The list of fields as a type.
    field_list: String,
    /// The same as a tuple of values.
    row: RowView,
    key_kind: String,
    key_marker: String,
    /// Whether a new row gets a key by itself.
    key_is_made: bool,
    relations: Vec<RelationView>,
    /// Fields that are unique together, as tuples of column types.
    unique_together: Vec<String>,
    meta: MetaView,
    choices: Vec<ChoicesView>,
    ordered: bool,
    has_latest: bool,
    /// The default order as people read it.
    ordering_words: String,
    /// Which rows `objects()` gives, as people read it; empty for all.
    objects_words: String,
    /// What `create()` asks for, as people read it; empty for nothing.
    required_words: String,
    /// The type parameters of the builder, one for each required field: `<Name, Tagline>`.
    parameters: String,
    /// What they are when nothing has been given, as a tuple.
    parameters_missing: String,
    /// Their tuple.
    parameters_tuple: String,
    /// What `save` asks of them.
    parameters_provided: String,
}

/// The fields as one tuple.
#[derive(Serialize)]
struct RowView {
    /// Its type, as written in the app's module.
    ty: String,
    /// The pattern that takes it apart, which is also the expression that makes it.
    names: String,
}

#[derive(Serialize)]
struct FieldView {
    position: usize,
    name: String,
    ident: String,
    marker: String,
    page: String,
    summary: String,
    null: bool,
    /// The type of the struct's field.
    rust_type: String,
    /// The kind, as written in the model's module.
    kind: String,
    /// The kind, as written in a module inside it.
    inner_kind: String,
    /// The kind, as written in the app's module.
    outer_kind: String,
    primary_key: bool,
    /// Whether no two rows share a value, by itself or by a constraint.
    distinct: bool,
    setter: Option<SetterView>,
}

/// The builder's method for a field.
#[derive(Serialize)]
struct SetterView {
    required: bool,
    /// What a row gets without the call.
    otherwise: String,
    /// The tuple of the builder's type parameters after the call.
    parameters_after: String,
    instance: Option<InstanceView>,
}

/// The builder's method that takes the instance that a key points at.
#[derive(Serialize)]
struct InstanceView {
    ident: String,
    name: String,
    ty: String,
    /// The position of the column that the key points at.
    position: usize,
    value_type: &'static str,
}

#[derive(Serialize)]
struct RelationView {
    position: usize,
    name: String,
    ident: String,
    marker: String,
    /// Django's name on an instance.
    accessor: String,
    accessor_ident: String,
    page: String,
    target: String,
    /// The target's module, as written in the model's module.
    module: String,
    /// The target's struct, as written in the model's module.
    target_type: String,
    /// The same, as written in a module inside it.
    inner_target: String,
    /// The target's column that it is told by, as written in a module inside it.
    inner_key: String,
    /// The key of the model's own that it is, as written in a module inside it.
    own_key: Option<String>,
    null: bool,
    many: bool,
    set: Option<SetView>,
}

/// What a relation to many rows has beside the others.
#[derive(Serialize)]
struct SetView {
    ordered: bool,
    /// How the rows at its other end are bound to this one, as a type.
    link: String,
    /// The builder of a row at its other end.
    create: String,
}

#[derive(Serialize)]
struct ChoicesView {
    name: String,
    /// The field: `Order.status`.
    of: String,
    page: String,
    text: bool,
    base: String,
    variants: Vec<VariantView>,
}

#[derive(Serialize)]
struct VariantView {
    name: String,
    page: String,
    label: String,
    /// The stored value, as a literal.
    value: String,
}

/// The models of a schema by their labels.
type Models<'s> = HashMap<&'s str, &'s Model>;

pub(super) fn schema(schema: &Schema) -> SchemaView {
    let all = schema.apps.iter().flat_map(|app| app.models.iter().chain(&app.pair_tables));
    let models: Models<'_> = all.map(|model| (model.label.as_str(), model)).collect();
    let registered = registered(schema, &models);
    let apps = schema.apps.iter().map(|app| AppView {
        name: app.name.clone(),
        ident: app.ident.clone(),
        file: app.file.clone(),
        page: doc::app(app),
        models: app
            .models
            .iter()
            .chain(&app.pair_tables)
            .map(|model| model_view(model, &app.ident, &models, &registered))
            .collect(),
        filter_sets: app.filter_sets.iter().map(filter_set_view).collect(),
    });
    SchemaView { apps: apps.collect(), files: schema.apps.iter().map(|app| app.file.clone()).collect() }
}

/// All models with the modules of their apps, in the order in which Django knows them: the pairs of a
/// model come before it.
fn registered<'s>(schema: &'s Schema, models: &Models<'s>) -> Vec<(&'s str, &'s Model)> {
    let mut all = Vec::new();
    for app in &schema.apps {
        for model in &app.models {
            let pairs = model.relations.iter().filter(|relation| relation.direction == Direction::Forward);
            let pairs =
                pairs.filter_map(|relation| models.get(&*format!("{}_{}", model.label, relation.name)));
            all.extend(pairs.chain([&model]).map(|model| (app.ident.as_str(), *model)));
        }
    }
    all
}

/// The keys that point at a model, in Django's order: modules of models, and positions of their columns.
fn pointers(model: &Model, app_ident: &str, registered: &[(&str, &Model)]) -> Vec<(String, usize)> {
    let mut pointers = Vec::new();
    for (app, other) in registered {
        let module = match *app == app_ident {
            true => format!("super::{}", other.ident),
            false => format!("super::super::{app}::{}", other.ident),
        };
        for field in &other.fields {
            if field.points_at.as_ref().is_some_and(|target| target.model.label == model.label) {
                pointers.push((module.clone(), field.position));
            }
        }
    }
    pointers
}

/// The sets of several fields that no two rows share, as tuples of column types.
fn unique_together(model: &Model) -> Vec<String> {
    let several = model.unique_sets.iter().filter(|set| set.len() > 1);
    let columns = |set: &Vec<String>| {
        let fields = set.iter().filter_map(|name| model.fields.iter().find(|field| field.name == *name));
        let columns = fields.map(|field| format!("{}::columns::{}{}", model.ident, model.name, field.marker));
        columns.collect::<Vec<_>>().join(", ")
    };
    several.map(|set| format!("({})", columns(set))).collect()
}

fn model_view(
    model: &Model,
    app_ident: &str,
    models: &Models<'_>,
    registered: &[(&str, &Model)],
) -> ModelView {
    let required: Vec<_> = model.fields.iter().filter(|field| field.required).collect();
    let markers = |wrap: &dyn Fn(&Field) -> String| {
        let parameters: Vec<_> = required.iter().map(|field| wrap(field)).collect();
        if parameters.is_empty() { String::new() } else { format!("<{}>", parameters.join(", ")) }
    };
    let tuple = |wrap: &dyn Fn(&Field) -> String| {
        let parameters: Vec<_> = required.iter().map(|field| wrap(field)).collect();
        spell::tuple(parameters.iter().map(String::as_str))
    };
    let key = &model.fields[model.primary_key_position];
    ModelView {
        app: model.app.clone(),
        app_ident: app_ident.to_owned(),
        name: model.name.clone(),
        ident: model.ident.clone(),
        noun: match model.auto_created {
            true => "pair".to_owned(),
            false => name::snake(&model.name).replace('_', " "),
        },
        page: model.page.clone(),
        table: model.table.name.clone(),
        auto_created: model.auto_created,
        on_postgres: model.fields.iter().any(|field| field.value_type.is_collection()),
        fields: model.fields.iter().map(|field| field_view(model, field, &required, models)).collect(),
        key_place: key_place(model.primary_key_position),
        field_list: field_list(model),
        row: row_view(model),
        key_kind: spell::kind(key, Place::App),
        key_marker: key.marker.clone(),
        key_is_made: key.counted || key.default.is_some(),
        relations: model
            .relations
            .iter()
            .enumerate()
            .map(|(position, relation)| relation_view(position, relation, model, models))
            .collect(),
        meta: meta::meta(model, pointers(model, app_ident, registered)),
        unique_together: unique_together(model),
        choices: model.enums.iter().map(|choices| choices_view(model, choices)).collect(),
        ordered: !model.ordering_terms.is_empty(),
        has_latest: !model.get_latest_by_terms.is_empty(),
        ordering_words: doc::ordering(&model.ordering_terms),
        objects_words: model.objects.as_ref().map(doc::condition).unwrap_or_default(),
        required_words: doc::fields(&required),
        parameters: markers(&|field| field.marker.clone()),
        parameters_missing: tuple(&|field| {
            format!("qs::Missing<super::columns::{}{}>", model.name, field.marker)
        }),
        parameters_tuple: tuple(&|field| field.marker.clone()),
        parameters_provided: required
            .iter()
            .map(|field| format!("{}: qs::Provided,", field.marker))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn filter_set_view(set: &FilterSet) -> FilterSetView {
    let filter = |filter: &Filter| {
        let value = spell::rust_type(&filter.rust_type, Place::App);
        FilterView {
            key: filter.key.clone(),
            ident: filter.ident.clone(),
            page: filter.page.clone(),
            form: filter.form,
            ty: match filter.form {
                FilterForm::One => value,
                FilterForm::List => format!("Vec<{value}>"),
                FilterForm::Range => format!("({value}, {value})"),
            },
        }
    };
    FilterSetView {
        name: set.name.clone(),
        page: set.page.clone(),
        model: set.model.clone(),
        filters: set.filters.iter().map(filter).collect(),
        ordering: set.ordering.clone(),
    }
}

fn key_place(position: usize) -> String {
    format!("{}qs::Here{}", "qs::There<".repeat(position), ">".repeat(position))
}

/// The list of fields, each on a line of its own.
fn field_list(model: &Model) -> String {
    let mut list = String::new();
    for field in &model.fields {
        let column = format!("{}::columns::{}{}", model.ident, model.name, field.marker);
        list.push_str(&format!("qs::Own<Self, {column}, {},\n", rust_type(field)));
    }
    list + "qs::Nil\n" + &">".repeat(model.fields.len())
}

/// The fields as tuples of 16, as long as there are more.
fn row_view(model: &Model) -> RowView {
    let mut groups = model.fields.chunks(16).rev().map(|fields| {
        let types = fields.iter().map(|field| rust_type(field) + ", ").collect::<String>();
        let names = fields.iter().map(|field| format!("{}, ", field.ident)).collect::<String>();
        let tuple = |parts: &str| match fields {
            [_] => format!("({},)", parts.trim_end_matches(", ")),
            _ => format!("({})", parts.trim_end_matches(", ")),
        };
        RowView { ty: tuple(&types), names: tuple(&names) }
    });
    let last = groups.next().expect("a model has a primary key");
    groups.fold(last, |rest, group| RowView {
        ty: format!("qs::More<{}, {}>", group.ty, rest.ty),
        names: format!("qs::More({}, {})", group.names, rest.names),
    })
}

/// The type of a struct's field.
fn rust_type(field: &Field) -> String {
    nullable(spell::rust_type(&field.rust_type, Place::App), field.null)
}

fn nullable(ty: String, null: bool) -> String {
    if null { format!("Option<{ty}>") } else { ty }
}

fn field_view(model: &Model, field: &Field, required: &[&Field], models: &Models<'_>) -> FieldView {
    FieldView {
        position: field.position,
        name: field.name.clone(),
        ident: field.ident.clone(),
        marker: field.marker.clone(),
        page: field.page.clone(),
        summary: field.page.lines().next().unwrap_or_default().to_owned(),
        null: field.null,
        rust_type: rust_type(field),
        kind: spell::kind(field, Place::Model),
        inner_kind: spell::kind(field, Place::Inner),
        outer_kind: spell::kind(field, Place::App),
        primary_key: field.primary_key,
        distinct: model.unique_sets.iter().any(|set| *set == [field.name.as_str()]),
        // The time is always that of the save, so a value would be lost.
        setter: (field.auto_now == AutoNow::Never).then(|| setter(field, required, models)),
    }
}

fn setter(field: &Field, required: &[&Field], models: &Models<'_>) -> SetterView {
    let after = required.iter().map(|other| match other.position == field.position {
        true => "qs::Given",
        false => other.marker.as_str(),
    });
    let after: Vec<_> = after.collect();
    SetterView {
        required: field.required,
        otherwise: doc::default_of(field),
        parameters_after: spell::tuple(after),
        instance: field.points_at.as_ref().map(|target| {
            let pointed = models[target.model.label.as_str()].fields.iter();
            let pointed = pointed.filter(|pointed| pointed.name == target.field);
            InstanceView {
                ident: name::ident(&field.declared_name),
                name: field.declared_name.clone(),
                ty: spell::path(&target.model.type_path, Place::Inner),
                position: pointed.map(|field| field.position).next().expect("a key points at a field"),
                value_type: spell::value_type(field.kind),
            }
        }),
    }
}

fn relation_view(position: usize, relation: &Relation, model: &Model, models: &Models<'_>) -> RelationView {
    let target = models[relation.target.label.as_str()];
    let pointed_at = target.fields.iter().find(|field| match &relation.join {
        Join::Direct { target_column, .. } if relation.direction == Direction::Forward => {
            field.column == *target_column
        }
        _ => field.primary_key,
    });
    let key = &pointed_at.expect("a relation leads to a column").marker;
    let is_forward = relation.direction == Direction::Forward;
    let own_key = match &relation.join {
        Join::Direct { column, .. } if is_forward => {
            model.fields.iter().find(|field| field.column == *column)
        }
        Join::Direct { .. } | Join::Through { .. } => None,
    };
    let inner_module = spell::path(&relation.target.module_path, Place::Inner);
    RelationView {
        position,
        name: relation.name.clone(),
        ident: relation.ident.clone(),
        marker: relation.marker.clone(),
        accessor: relation.accessor.clone(),
        accessor_ident: relation.accessor_ident.clone(),
        page: relation.page.clone(),
        target: relation.target.name.clone(),
        module: relation.target.module_path.clone(),
        target_type: relation.target.type_path.clone(),
        inner_target: spell::path(&relation.target.type_path, Place::Inner),
        inner_key: format!("{inner_module}::columns::{}{key}", relation.target.name),
        own_key: own_key.map(|field| format!("super::columns::{}{}", model.name, field.marker)),
        null: relation.null,
        many: relation.cardinality == Cardinality::Many,
        set: (relation.cardinality == Cardinality::Many).then(|| set_view(relation, models)),
    }
}

fn set_view(relation: &Relation, models: &Models<'_>) -> SetView {
    let target = models[relation.target.label.as_str()];
    let builder = |of: &ModelRef, given: &[&str]| builder(models[of.label.as_str()], of, given);
    let (link, create) = match &relation.join {
        Join::Direct { target_field, .. } => {
            let key = target.fields.iter().find(|field| field.name == *target_field);
            let null = key.expect("a key is a field of its model").null;
            let link = format!("qs::ByKey<qs::{}>", if null { "Nullable" } else { "NotNull" });
            (link, builder(&relation.target, &[target_field]))
        }
        Join::Through { model, source_column, pair_column, .. } => {
            let pairs = models[model.label.as_str()];
            let keys = pairs.fields.iter().filter(|key| [source_column, pair_column].contains(&&key.column));
            let keys: Vec<_> = keys.map(|key| key.name.as_str()).collect();
            (format!("qs::ByPairs<{}>", builder(model, &keys)), builder(&relation.target, &[]))
        }
    };
    SetView { ordered: !target.ordering_terms.is_empty(), link, create }
}

/// The type of a builder of which some fields have been given, as written in a module inside the
/// one from which the model is seen.
fn builder(model: &Model, seen: &ModelRef, given: &[&str]) -> String {
    if model.auto_created {
        return format!("qs::New<{}>", spell::path(&seen.type_path, Place::Inner));
    }
    let module = spell::path(&seen.module_path, Place::Inner);
    let state = |field: &Field| match given.contains(&field.name.as_str()) {
        true => "qs::Given".to_owned(),
        false => format!("qs::Missing<{module}::columns::{}{}>", model.name, field.marker),
    };
    let required: Vec<_> = model.fields.iter().filter(|field| field.required).collect();
    let states: Vec<_> = required.iter().copied().map(state).collect();
    // Nothing is given unless the type says so.
    let states = match required.iter().any(|field| given.contains(&field.name.as_str())) {
        true => format!("<{}>", spell::tuple(states.iter().map(String::as_str))),
        false => String::new(),
    };
    format!("{module}::{}Create{states}", model.name)
}

fn choices_view(model: &Model, choices: &Enum) -> ChoicesView {
    let variants = choices.variants.iter().map(|variant| VariantView {
        name: variant.name.clone(),
        page: variant.page.clone(),
        label: variant.label.clone(),
        value: match &variant.value {
            Constant::Text(text) => literal::string(text),
            other => other.text(),
        },
    });
    ChoicesView {
        name: choices.name.clone(),
        of: format!("{}.{}", model.name, choices.field),
        page: doc::choices(model, choices),
        text: choices.base == "String",
        base: choices.base.clone(),
        variants: variants.collect(),
    }
}
