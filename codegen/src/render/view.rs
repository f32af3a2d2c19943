//! What the templates write: the parts of the graph, with everything spelt as Rust.

use std::collections::HashMap;

use serde::Serialize;

use super::literal;
use super::spell::{self, Place};
use crate::doc;
use crate::kind::Items;
use crate::model::{
    AutoNow, Cardinality, Check, Condition, Constant, Direction, Enum, Field, Filter, FilterForm, FilterSet,
    Index, IndexKind, Join, Model, ModelRef, Operand, Relation, Schema, Unique,
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
    label: String,
    pub(super) ident: String,
    /// The name in the middle of a sentence: `order item`.
    noun: String,
    page: String,
    table: String,
    managed: bool,
    auto_created: bool,
    /// Whether it has a field that only PostgreSQL has.
    on_postgres: bool,
    fields: Vec<FieldView>,
    primary_key: usize,
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
    /// The keys of all models that point at this one.
    pointers: Vec<PointerView>,
    /// Fields that are unique together, as tuples of column types.
    unique_together: Vec<String>,
    choices: Vec<ChoicesView>,
    ordering: Vec<String>,
    /// The default order as people read it.
    ordering_words: String,
    get_latest_by: Vec<String>,
    /// Which rows `objects()` gives: an `Option<meta::Check>`.
    objects: String,
    /// The same as people read it; empty for all.
    objects_words: String,
    indexes: Vec<IndexView>,
    constraints: Vec<ConstraintView>,
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
    declared_name: String,
    ident: String,
    marker: String,
    page: String,
    summary: String,
    column: String,
    null: bool,
    /// The type of the struct's field.
    rust_type: String,
    /// The kind, as written in the model's module.
    kind: String,
    /// The kind, as written in a module inside it.
    inner_kind: String,
    /// The kind, as written in the app's module.
    outer_kind: String,
    field_type: String,
    primary_key: bool,
    unique: bool,
    /// Whether no two rows share a value, by itself or by a constraint.
    distinct: bool,
    max_length: Option<u32>,
    decimal: Option<(u32, u32)>,
    choices: Vec<String>,
    default: Option<String>,
    auto_now: String,
    validators: Vec<String>,
    references: Option<ReferenceView>,
    setter: Option<SetterView>,
}

#[derive(Serialize)]
struct ReferenceView {
    module: String,
    column: String,
    on_delete: String,
    constraint: Option<String>,
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
    forward: bool,
    symmetrical: bool,
    from: String,
    to: String,
    through: Option<ThroughView>,
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

/// A key of another model that points at this one.
#[derive(Serialize)]
struct PointerView {
    module: String,
    position: usize,
}

#[derive(Serialize)]
struct ThroughView {
    module: String,
    from: String,
    to: String,
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

#[derive(Serialize)]
struct IndexView {
    name: String,
    columns: Vec<String>,
    /// Those of which the greatest value comes first.
    descending: Vec<String>,
    kind: String,
}

#[derive(Serialize)]
struct ConstraintView {
    name: String,
    rule: String,
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

/// The keys that point at a model, in Django's order.
fn pointers(model: &Model, app_ident: &str, registered: &[(&str, &Model)]) -> Vec<PointerView> {
    let mut pointers = Vec::new();
    for (app, other) in registered {
        let module = match *app == app_ident {
            true => format!("super::{}", other.ident),
            false => format!("super::super::{app}::{}", other.ident),
        };
        for field in &other.fields {
            if field.points_at.as_ref().is_some_and(|target| target.model.label == model.label) {
                pointers.push(PointerView { module: module.clone(), position: field.position });
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
        label: model.label.clone(),
        ident: model.ident.clone(),
        noun: match model.auto_created {
            true => "pair".to_owned(),
            false => name::snake(&model.name).replace('_', " "),
        },
        page: model.page.clone(),
        table: model.table.name.clone(),
        managed: model.table.managed,
        auto_created: model.auto_created,
        on_postgres: model.fields.iter().any(|field| field.value_type.is_collection()),
        fields: model.fields.iter().map(|field| field_view(model, field, &required, models)).collect(),
        primary_key: model.primary_key_position,
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
        pointers: pointers(model, app_ident, registered),
        unique_together: unique_together(model),
        choices: model.enums.iter().map(|choices| choices_view(model, choices)).collect(),
        ordering: orderings(&model.ordering_terms),
        ordering_words: doc::ordering(&model.ordering_terms),
        get_latest_by: orderings(&model.get_latest_by_terms),
        objects: model
            .objects
            .as_ref()
            .map_or_else(|| "None".to_owned(), |of| format!("Some({})", condition(of))),
        objects_words: model.objects.as_ref().map(doc::condition).unwrap_or_default(),
        indexes: indexes(model),
        constraints: constraints(model),
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
    let enumeration = field.choices.as_ref().map(|name| {
        let found = model.enums.iter().find(|choices| choices.name == *name);
        found.expect("a field with choices has its enum")
    });
    let variants: Vec<(String, Constant)> = enumeration
        .into_iter()
        .flat_map(|choices| &choices.variants)
        .map(|variant| (variant.name.clone(), variant.value.clone()))
        .collect();
    let default = field.default.as_ref().map(|default| literal::default(default, field.kind, &variants));
    FieldView {
        position: field.position,
        name: field.name.clone(),
        declared_name: field.declared_name.clone(),
        ident: field.ident.clone(),
        marker: field.marker.clone(),
        page: field.page.clone(),
        summary: field.page.lines().next().unwrap_or_default().to_owned(),
        column: field.column.clone(),
        null: field.null,
        rust_type: rust_type(field),
        kind: spell::kind(field, Place::Model),
        inner_kind: spell::kind(field, Place::Inner),
        outer_kind: spell::kind(field, Place::App),
        field_type: field_type(field),
        primary_key: field.primary_key,
        unique: field.unique,
        distinct: model.unique_sets.iter().any(|set| *set == [field.name.as_str()]),
        max_length: field.sizes.max_length,
        decimal: field.sizes.max_digits.zip(field.sizes.decimal_places),
        choices: variants.iter().map(|(_, value)| literal::const_value(value)).collect(),
        default,
        auto_now: format!("{:?}", field.auto_now),
        validators: field.validators.iter().map(literal::validator).collect(),
        references: field.points_at.as_ref().map(|target| ReferenceView {
            module: target.model.module_path.clone(),
            column: target.column.clone(),
            on_delete: format!("{:?}", target.on_delete),
            constraint: target.constraint.as_ref().map(literal::name),
        }),
        // The time is always that of the save, so a value would be lost.
        setter: (field.auto_now == AutoNow::Never).then(|| setter(field, required, models)),
    }
}

/// A field's type as a `meta::FieldType`.
fn field_type(field: &Field) -> String {
    match field.sizes.items {
        Some(Items { ty, null, size }) => format!(
            "Array(&meta::Items {{ field_type: meta::FieldType::{ty:?}, null: {null}, size: {} }})",
            literal::option(size)
        ),
        None => format!("{:?}", field.value_type),
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
    let (from, to, through) = match &relation.join {
        Join::Direct { column, target_column, .. } => (column, target_column, None),
        Join::Through { column, target_column, model, source_column, pair_column, .. } => {
            let through = ThroughView {
                module: model.module_path.clone(),
                from: source_column.clone(),
                to: pair_column.clone(),
            };
            (column, target_column, Some(through))
        }
    };
    let target = models[relation.target.label.as_str()];
    let pointed_at = target.fields.iter().find(|field| match &relation.join {
        Join::Direct { target_column, .. } if relation.direction == Direction::Forward => {
            field.column == *target_column
        }
        _ => field.primary_key,
    });
    let key = &pointed_at.expect("a relation leads to a column").marker;
    let is_forward = relation.direction == Direction::Forward;
    let own_key = model.fields.iter().find(|field| field.column == *from);
    let own_key = own_key.filter(|_| is_forward && through.is_none());
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
        forward: is_forward,
        symmetrical: relation.symmetrical,
        from: from.clone(),
        to: to.clone(),
        through,
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

fn orderings(terms: &[crate::model::OrderTerm]) -> Vec<String> {
    let ordering = |term: &crate::model::OrderTerm| {
        format!("meta::Ordering {{ path: {}, descending: {} }}", literal::string(&term.path), term.descending)
    };
    terms.iter().map(ordering).collect()
}

fn indexes(model: &Model) -> Vec<IndexView> {
    let together = model.table.uniques.iter().filter(|unique| unique.together).map(|unique| IndexView {
        name: literal::name(&unique.name),
        columns: unique.columns.iter().map(|column| literal::string(column)).collect(),
        descending: Vec::new(),
        kind: "UniqueTogether".to_owned(),
    });
    together.chain(model.table.indexes.iter().map(index_view)).collect()
}

fn index_view(index: &Index) -> IndexView {
    let kind = match (index.kind, index.operator_class) {
        (IndexKind::Plain, _) => "Plain".to_owned(),
        (IndexKind::ForeignKey, _) => "ForeignKey".to_owned(),
        (IndexKind::Like, class) => {
            let class = class.expect("an index for `LIKE` has its operator class");
            format!("Like {{ operator_class: {} }}", literal::string(class))
        }
    };
    let descending = index.columns.iter().filter(|column| column.descending);
    IndexView {
        name: literal::name(&index.name),
        columns: index.columns.iter().map(|column| literal::string(&column.name)).collect(),
        descending: descending.map(|column| literal::string(&column.name)).collect(),
        kind,
    }
}

fn constraints(model: &Model) -> Vec<ConstraintView> {
    let uniques = model.table.uniques.iter().filter(|unique| !unique.together);
    let uniques = uniques.map(|unique| (unique.position, unique_constraint(unique)));
    let checks = model.table.checks.iter().map(|Check { name, condition: rule, position }| {
        let rule = format!("meta::Rule::Check({})", condition(rule));
        (*position, ConstraintView { name: name.clone(), rule })
    });
    let mut constraints: Vec<_> = uniques.chain(checks).collect();
    constraints.sort_by_key(|(position, _)| *position);
    constraints.into_iter().map(|(_, constraint)| constraint).collect()
}

fn unique_constraint(unique: &Unique) -> ConstraintView {
    let columns: Vec<_> = unique.columns.iter().map(|column| literal::string(column)).collect();
    let condition = literal::option(unique.condition.as_ref().map(condition));
    ConstraintView {
        // Only those of `unique_together` have a name for each database.
        name: unique.name.sqlite.clone(),
        rule: format!("meta::Rule::Unique {{ columns: &[{}], condition: {condition} }}", columns.join(", ")),
    }
}

/// A condition as an expression of the type `meta::Check`.
fn condition(written: &Condition) -> String {
    let list = |parts: &[Condition]| parts.iter().map(condition).collect::<Vec<_>>().join(", ");
    match written {
        Condition::All { of } => format!("meta::Check::All(&[{}])", list(of)),
        Condition::Any { of } => format!("meta::Check::Any(&[{}])", list(of)),
        Condition::Not { of } => format!("meta::Check::Not(&{})", condition(of)),
        Condition::Lookup { column, lookup, value } => lookup_condition(column, lookup, value),
    }
}

fn lookup_condition(column: &str, lookup: &str, value: &Operand) -> String {
    let column = literal::string(column);
    let compare = |compare: &str, with: &str| {
        format!(
            "meta::Check::Compare {{ column: {column}, compare: meta::Compare::{compare}, with: meta::CheckOperand::{with} }}"
        )
    };
    let constant = |value: &Constant| format!("Value({})", literal::const_value(value));
    match (lookup, value) {
        ("isnull", Operand::Constant(Constant::Bool(null))) => {
            format!("meta::Check::IsNull {{ column: {column}, null: {null} }}")
        }
        ("range", Operand::List(ends)) => {
            let [least, most] = &ends[..] else { unreachable!("a range has two ends") };
            let ends = [compare("Gte", &constant(least)), compare("Lte", &constant(most))];
            format!("meta::Check::All(&[{}])", ends.join(", "))
        }
        (_, Operand::List(values)) => {
            let values: Vec<_> = values.iter().map(literal::const_value).collect();
            format!("meta::Check::In {{ column: {column}, values: &[{}] }}", values.join(", "))
        }
        (lookup, Operand::Constant(value)) => compare(&name::marker(lookup), &constant(value)),
        (lookup, Operand::Column(other)) => {
            compare(&name::marker(lookup), &format!("Column({})", literal::string(other)))
        }
    }
}
