//! The model graph of a schema without mistakes. Its tables are made in `table.rs`.

use super::relation::{Pairs, Reverse, Storage};
use super::{Draft, FieldDraft, Graph, ValueType, field, filter, order, table, validator};
use crate::error::{Pos, Source};
use crate::kind::FieldType;
use crate::model::{
    App, AutoNow, Cardinality, Declared, Direction, Enum, Field, FieldRef, Join, Model, ModelRef, OnDelete,
    OrderTerm, PerBackend, PointsAt, Relation, RustType, RustTypeOrigin, Schema, Shape,
};
use crate::read::Spanned;
use crate::schema::is_true;
use crate::{doc, name};

/// Builds the graph. Every `expect` here rests on a check of an earlier stage.
pub(super) fn build(graph: &Graph<'_>, sources: &[Source]) -> Schema {
    let build = Builder { graph, sources };
    let apps = graph.files.iter().map(|file| {
        let indexes: Vec<_> =
            graph.concrete().filter(|index| std::ptr::eq(graph.models[*index].file, file)).collect();
        App {
            name: file.app.clone(),
            ident: name::ident(&file.app),
            doc: file.doc.clone(),
            file: sources[file.file].path.clone(),
            dates: file.dates,
            models: indexes.iter().map(|index| build.model(*index)).collect(),
            pair_tables: indexes.iter().flat_map(|index| table::pair_tables(&build, *index)).collect(),
            filter_sets: filter::filter_sets(&build, file),
        }
    });
    Schema { apps: apps.collect() }
}

/// Turns drafts into parts of the graph.
pub(super) struct Builder<'g, 's> {
    pub(super) graph: &'g Graph<'s>,
    sources: &'g [Source],
}

/// A column that a key points at.
pub(super) struct Target<'g, 's> {
    pub(super) model: usize,
    pub(super) draft: &'g Draft<'s>,
    pub(super) field: &'g FieldDraft<'s>,
}

impl<'g, 's> Builder<'g, 's> {
    pub(super) fn draft(&self, index: usize) -> &'g Draft<'s> {
        &self.graph.models[index]
    }

    pub(super) fn declared(&self, at: Pos) -> Declared {
        Declared { file: self.sources[at.file].path.clone(), line: at.line(self.sources) }
    }

    pub(super) fn value_type(&self, model: usize, field: &FieldDraft<'_>) -> ValueType {
        field::value_type(self.graph, model, field).expect("every column's type has been settled")
    }

    pub(super) fn target(&self, field: &FieldDraft<'_>) -> Target<'g, 's> {
        let model = field.target.expect("every relation's target has been found");
        let draft = self.draft(model);
        let pointed =
            field::pointed_field(self.graph, field, model).expect("every key points at a unique field");
        Target { model, draft, field: &draft.fields[pointed] }
    }

    /// The model `to`, seen from the module of the model `from`.
    pub(super) fn model_ref(&self, from: usize, to: usize) -> ModelRef {
        let to = self.draft(to);
        self.named_ref(from, to.app(), to.name().to_owned(), to.label())
    }

    /// The model of that name, seen from the module of the model `from`.
    pub(super) fn named_ref(&self, from: usize, app: &str, name: String, label: String) -> ModelRef {
        let up = if self.draft(from).app() == app {
            "super".to_owned()
        } else {
            format!("super::super::{}", name::ident(app))
        };
        ModelRef {
            app: app.to_owned(),
            label,
            type_path: format!("{up}::{name}"),
            module_path: format!("{up}::{}", name::ident(&name::snake(&name))),
            name,
        }
    }

    fn model(&self, index: usize) -> Model {
        let draft = self.draft(index);
        let columns = || draft.fields.iter().filter(|field| !field.is_pairs());
        let primary_key = draft.primary_key().expect("every model has a primary key");
        let forward = draft.fields.iter().filter(|field| field.target.is_some());
        let mut relations: Vec<_> = forward.map(|field| self.forward(index, field)).collect();
        relations.extend(draft.meta.reverse.iter().map(|reverse| self.reverse(index, reverse)));
        let mut model = Model {
            page: String::new(),
            name: draft.name().to_owned(),
            ident: name::ident(&name::snake(draft.name())),
            app: draft.app().to_owned(),
            label: draft.label(),
            auto_created: false,
            doc: draft.schema.doc.as_ref().map(|doc| doc.value.clone()),
            declared: self.declared(draft.schema.name.at),
            table: table::table(self, index),
            fields: columns()
                .enumerate()
                .map(|(position, field)| self.field(index, position, field))
                .collect(),
            primary_key: draft.fields[primary_key].attribute(),
            primary_key_position: columns()
                .position(FieldDraft::is_primary_key)
                .expect("every model has a primary key"),
            relations,
            enums: columns().filter_map(|field| self.enumeration(index, field)).collect(),
            ordering_terms: terms(draft.option(|model| model.ordering.as_ref())),
            ordering: draft.meta.ordering.clone(),
            get_latest_by_terms: terms(draft.option(|model| model.get_latest_by.as_ref())),
            get_latest_by: draft.meta.get_latest_by.clone(),
            objects: draft.meta.objects.clone(),
            unique_sets: unique_sets(draft),
        };
        document(&mut model);
        model
    }

    fn field(&self, index: usize, position: usize, field: &FieldDraft<'_>) -> Field {
        let value = self.value_type(index, field);
        let declared_type = field.schema.ty.expect("every field has a type");
        let name = field.attribute();
        let default = field::default_of(field, &value);
        let auto_now = if is_true(&field.schema.auto_now) {
            AutoNow::Save
        } else if is_true(&field.schema.auto_now_add) {
            AutoNow::Create
        } else {
            AutoNow::Never
        };
        let counted = declared_type.is_auto();
        let at = if field.implicit { field.owner.name.at } else { field.schema.name.at };
        Field {
            position,
            page: String::new(),
            ident: name::ident(&name),
            marker: name::marker(&name),
            declared_name: field.name().to_owned(),
            doc: field.schema.doc.as_ref().map(|doc| doc.value.clone()),
            declared: self.declared(at),
            declared_type,
            value_type: value.ty,
            kind: value.kind,
            rust_type: self.rust_type(index, &value),
            null: field.is_null(),
            column: field.column(),
            database_types: self.database_types(field, &value),
            sizes: value.sizes,
            range: value.ty.range(),
            validators: validator::of(value.ty, value.sizes, field.schema),
            primary_key: field.is_primary_key(),
            counted,
            unique: field.is_unique(),
            indexed: field.is_indexed() && !field.is_unique(),
            required: default.is_none() && !field.is_null() && auto_now == AutoNow::Never && !counted,
            default,
            auto_now,
            choices: field.schema.choices.as_ref().map(|_| field::enum_name(self.graph, index, field)),
            relation: field.is_key().then(|| field.name().to_owned()),
            points_at: field.is_key().then(|| {
                let target = self.target(field);
                PointsAt {
                    model: self.model_ref(index, target.model),
                    field: target.field.attribute(),
                    column: target.field.column(),
                    on_delete: on_delete(field).expect("every key says what happens on deletion"),
                    constraint: is_constrained(field).then(|| {
                        let (from, to) = (self.draft(index).table(), target.draft.table());
                        name::foreign_key_name(&from, &field.column(), &to, &target.field.column())
                    }),
                }
            }),
            lookups: value.kind.lookups().to_vec(),
            transforms: value.kind.transforms().to_vec(),
            name,
        }
    }

    pub(super) fn rust_type(&self, index: usize, value: &ValueType) -> RustType {
        let base = value.ty.rust_type_of(value.dates, value.sizes);
        match &value.custom {
            None => RustType { path: base.clone(), base, origin: RustTypeOrigin::Base },
            Some((_, path, RustTypeOrigin::User)) => {
                RustType { path: path.clone(), base, origin: RustTypeOrigin::User }
            }
            Some((owner, name, origin)) => {
                // An enum lives beside its model.
                let model = self.model_ref(index, *owner).type_path;
                let module = model.rsplit_once("::").map_or("super", |(module, _)| module);
                RustType { path: format!("{module}::{name}"), base, origin: *origin }
            }
        }
    }

    pub(super) fn database_types(&self, field: &FieldDraft<'_>, value: &ValueType) -> PerBackend<String> {
        if field.is_key() {
            value.ty.key_database_types(value.sizes)
        } else {
            value.ty.database_types(value.sizes)
        }
    }

    fn enumeration(&self, index: usize, field: &FieldDraft<'_>) -> Option<Enum> {
        field.schema.choices.as_ref()?;
        let value = self.value_type(index, field);
        Some(Enum {
            name: field::enum_name(self.graph, index, field),
            field: field.name().to_owned(),
            doc: field.schema.doc.as_ref().map(|doc| doc.value.clone()),
            base: value.ty.rust_type(value.dates).to_owned(),
            variants: field::variants(field),
        })
    }

    pub(super) fn field_ref(&self, seen_from: usize, model: usize, field: &FieldDraft<'_>) -> FieldRef {
        FieldRef { model: self.model_ref(seen_from, model), name: field.name().to_owned() }
    }

    fn forward(&self, index: usize, field: &FieldDraft<'_>) -> Relation {
        let ty = field.schema.ty.expect("every field has a type");
        let target = field.target.expect("a forward relation has a target");
        let (shape, cardinality, join) = match &field.pairs {
            Some(pairs) => {
                (Shape::ManyToMany, Cardinality::Many, self.pairs_join(index, index, field, pairs))
            }
            None => {
                let shape = if ty == FieldType::OneToOne { Shape::OneToOne } else { Shape::ManyToOne };
                let end = self.target(field);
                let join = Join::Direct {
                    column: field.column(),
                    field: field.attribute(),
                    target_column: end.field.column(),
                    target_field: end.field.attribute(),
                };
                (shape, Cardinality::One, join)
            }
        };
        let back = self.draft(target).meta.reverse.iter().find(|reverse| {
            reverse.model == index && self.draft(index).fields[reverse.field].name() == field.name()
        });
        let symmetrical = field.pairs.as_ref().is_some_and(|pairs| pairs.symmetrical);
        let inverse = match back {
            Some(reverse) => Some(reverse.name.clone()),
            None => symmetrical.then(|| field.name().to_owned()),
        };
        let mut relation = Relation {
            page: String::new(),
            name: field.name().to_owned(),
            ident: name::ident(field.name()),
            marker: name::marker(field.name()),
            accessor: field.name().to_owned(),
            accessor_ident: name::ident(field.name()),
            doc: field.schema.doc.as_ref().map(|doc| doc.value.clone()),
            declared: self.declared(field.schema.name.at),
            field: self.field_ref(index, index, field),
            direction: Direction::Forward,
            shape,
            cardinality,
            null: field.is_null() || cardinality == Cardinality::Many,
            target: self.model_ref(index, target),
            inverse,
            symmetrical,
            on_delete: on_delete(field),
            join,
        };
        relation.page = doc::relation(&relation);
        relation
    }

    fn reverse(&self, index: usize, reverse: &Reverse) -> Relation {
        let field = &self.draft(reverse.model).fields[reverse.field];
        let (shape, cardinality, join) = match &field.pairs {
            Some(pairs) => {
                let join = self.pairs_join(index, reverse.model, field, pairs).turned();
                (Shape::ManyToMany, Cardinality::Many, join)
            }
            None => {
                let end = self.target(field);
                let join = Join::Direct {
                    column: end.field.column(),
                    field: end.field.attribute(),
                    target_column: field.column(),
                    target_field: field.attribute(),
                };
                match field.schema.ty {
                    Some(FieldType::OneToOne) => (Shape::OneToOne, Cardinality::One, join),
                    _ => (Shape::OneToMany, Cardinality::Many, join),
                }
            }
        };
        let mut relation = Relation {
            page: String::new(),
            name: reverse.name.clone(),
            ident: name::ident(&reverse.name),
            marker: name::marker(&reverse.name),
            accessor: reverse.accessor.clone(),
            accessor_ident: name::ident(&reverse.accessor),
            doc: field.schema.doc.as_ref().map(|doc| doc.value.clone()),
            declared: self.declared(field.schema.name.at),
            field: self.field_ref(index, reverse.model, field),
            direction: Direction::Reverse,
            shape,
            cardinality,
            null: true,
            target: self.model_ref(index, reverse.model),
            inverse: Some(field.name().to_owned()),
            symmetrical: false,
            on_delete: on_delete(field),
            join,
        };
        relation.page = doc::relation(&relation);
        relation
    }

    /// The join over pairs, from the model with the field to its target.
    fn pairs_join(&self, seen_from: usize, index: usize, field: &FieldDraft<'_>, pairs: &Pairs) -> Join {
        let key = |index: usize| {
            let draft = self.draft(index);
            &draft.fields[draft.primary_key().expect("every model has a primary key")]
        };
        let target = field.target.expect("pairs have a target");
        match &pairs.storage {
            Storage::Own { table, source_column, pair_column } => Join::Through {
                column: key(index).column(),
                field: key(index).attribute(),
                table: table.clone(),
                source_column: source_column.clone(),
                pair_column: pair_column.clone(),
                target_column: key(target).column(),
                target_field: key(target).attribute(),
                model: Box::new(table::pair_ref(self, seen_from, index, field)),
                source_relation: table::pair_relation(source_column),
                target_relation: table::pair_relation(pair_column),
            },
            Storage::Model { model, source, target } => {
                let draft = self.draft(*model);
                let (source, target) = (&draft.fields[*source], &draft.fields[*target]);
                let (here, there) = (self.target(source), self.target(target));
                Join::Through {
                    column: here.field.column(),
                    field: here.field.attribute(),
                    table: draft.table(),
                    source_column: source.column(),
                    pair_column: target.column(),
                    target_column: there.field.column(),
                    target_field: there.field.attribute(),
                    model: Box::new(self.model_ref(seen_from, *model)),
                    source_relation: source.name().to_owned(),
                    target_relation: target.name().to_owned(),
                }
            }
        }
    }
}

impl Join {
    /// The same join from the other side.
    fn turned(self) -> Self {
        match self {
            Join::Direct { column, field, target_column, target_field } => Join::Direct {
                column: target_column,
                field: target_field,
                target_column: column,
                target_field: field,
            },
            Join::Through {
                column,
                field,
                table,
                source_column,
                pair_column,
                target_column,
                target_field,
                model,
                source_relation,
                target_relation,
            } => Join::Through {
                column: target_column,
                field: target_field,
                table,
                source_column: pair_column,
                pair_column: source_column,
                target_column: column,
                target_field: field,
                model,
                source_relation: target_relation,
                target_relation: source_relation,
            },
        }
    }
}

/// Writes the pages of a model and its fields.
pub(super) fn document(model: &mut Model) {
    for position in 0..model.fields.len() {
        model.fields[position].page = doc::field(model, &model.fields[position]);
    }
    model.page = doc::model(model);
}

/// Sets of field names that no two rows share, the primary key first.
fn unique_sets(draft: &Draft<'_>) -> Vec<Vec<String>> {
    let single = |primary: bool| {
        draft
            .fields
            .iter()
            .filter(move |field| !field.is_pairs() && field.is_unique() && field.is_primary_key() == primary)
            .map(|field| vec![field.attribute()])
    };
    let names = |fields: &[usize]| -> Vec<String> {
        fields.iter().map(|field| draft.fields[*field].attribute()).collect()
    };
    let mut sets: Vec<_> = single(true).chain(single(false)).collect();
    sets.extend(draft.meta.unique_together.iter().map(|fields| names(fields)));
    let whole = draft.meta.uniques.iter().filter(|unique| unique.condition.is_none());
    sets.extend(whole.map(|unique| names(&unique.fields)));
    sets
}

fn on_delete(field: &FieldDraft<'_>) -> Option<OnDelete> {
    field.schema.on_delete.as_ref().and_then(|on_delete| OnDelete::from_name(on_delete))
}

/// Whether the database is to check that a key points at a row.
pub(super) fn is_constrained(field: &FieldDraft<'_>) -> bool {
    field.schema.db_constraint.as_ref().is_none_or(|constraint| constraint.value)
}

/// The terms of an order, as they are written.
fn terms(written: Option<&Vec<Spanned<String>>>) -> Vec<OrderTerm> {
    let terms = written.into_iter().flatten().map(|term| {
        let (path, descending) = order::direction(term);
        OrderTerm { path: path.to_owned(), descending }
    });
    terms.collect()
}
