//! Tables as Django makes them: columns, indexes and constraints, with their names per database.

use super::build::{Builder, document, is_constrained};
use super::relation::Storage;
use super::{Draft, FieldDraft, ValueType};
use crate::kind::{FieldType, Kind, Sizes};
use crate::model::{
    AutoNow, Cardinality, Check, Column, Direction, Field, FieldRef, ForeignKey, Index, IndexColumn,
    IndexKind, Join, Model, ModelRef, OnDelete, PerBackend, PointsAt, Relation, RustType, RustTypeOrigin,
    Shape, Table, Unique,
};
use crate::{doc, name};

/// The table of a model.
pub(super) fn table(build: &Builder<'_, '_>, index: usize) -> Table {
    let draft = build.draft(index);
    let table = draft.table();
    let mut columns = Vec::new();
    let mut indexes = Vec::new();
    let mut foreign_keys = Vec::new();
    for field in draft.fields.iter().filter(|field| !field.is_pairs()) {
        let value = build.value_type(index, field);
        let column = column(build, field, &value);
        indexes.extend(field_index(&table, field, &column));
        if field.is_indexed() || field.is_unique() {
            indexes.extend(like_index(&table, value.kind, &column));
        }
        if field.is_key() && is_constrained(field) {
            let target = build.target(field);
            foreign_keys.push(foreign_key(
                &table,
                &column.name,
                &target.draft.table(),
                &target.field.column(),
            ));
        }
        columns.push(column);
    }
    let meta = &draft.meta;
    indexes.extend(meta.indexes.iter().map(|index| {
        Index {
            name: PerBackend::all(index.name.clone()),
            made_on: PerBackend::all(true),
            columns: index
                .fields
                .iter()
                .map(|(field, descending)| IndexColumn {
                    name: draft.fields[*field].column(),
                    descending: *descending,
                })
                .collect(),
            kind: IndexKind::Plain,
            operator_class: None,
        }
    }));
    let names = |fields: &[usize]| -> Vec<String> {
        fields.iter().map(|field| draft.fields[*field].column()).collect()
    };
    let mut uniques: Vec<_> = meta
        .unique_together
        .iter()
        .enumerate()
        .map(|(at, fields)| together(&table, names(fields), at))
        .collect();
    uniques.extend(meta.uniques.iter().map(|unique| Unique {
        name: PerBackend::all(unique.name.clone()),
        // MySQL has no unique index under a condition; Django leaves it out there.
        made_on: PerBackend { mysql: unique.condition.is_none(), ..PerBackend::all(true) },
        columns: names(&unique.fields),
        condition: unique.condition.clone(),
        together: false,
        position: unique.position,
    }));
    let checks = meta.checks.iter().map(|check| Check {
        name: check.name.clone(),
        condition: check.condition.clone(),
        position: check.position,
    });
    Table {
        managed: draft.managed(),
        columns,
        uniques,
        indexes,
        checks: checks.collect(),
        foreign_keys,
        name: table,
    }
}

/// Models of the tables that the `many_to_many` fields of a model make.
pub(super) fn pair_tables(build: &Builder<'_, '_>, index: usize) -> Vec<Model> {
    let tables = build.draft(index).fields.iter().filter_map(|field| {
        let storage = &field.pairs.as_ref()?.storage;
        let Storage::Own { table, source_column, pair_column } = storage else { return None };
        let target = field.target.expect("pairs have a target");
        Some(pair_model(build, index, field, table, [(index, source_column), (target, pair_column)]))
    });
    tables.collect()
}

/// The model of the pairs of a field, seen from the module of another model.
pub(super) fn pair_ref(
    build: &Builder<'_, '_>,
    seen_from: usize,
    index: usize,
    field: &FieldDraft<'_>,
) -> ModelRef {
    let draft = build.draft(index);
    build.named_ref(seen_from, draft.app(), pair_model_name(draft, field), pair_label(draft, field))
}

/// The Rust type of the pairs of a field: `EntryAuthors`.
pub(super) fn pair_model_name(draft: &Draft<'_>, field: &FieldDraft<'_>) -> String {
    format!("{}{}", draft.name(), name::marker(field.name()))
}

/// Django's name of the model that it makes: `blog.Entry_authors`.
fn pair_label(draft: &Draft<'_>, field: &FieldDraft<'_>) -> String {
    format!("{}_{}", draft.label(), field.name())
}

/// The relation of a key of a table of pairs: `entry` for `entry_id`.
pub(super) fn pair_relation(column: &str) -> String {
    column.strip_suffix("_id").expect("a key of pairs ends so").to_owned()
}

/// Django makes a model of such a table: `id`, and a key to each side.
fn pair_model(
    build: &Builder<'_, '_>,
    index: usize,
    field: &FieldDraft<'_>,
    table: &str,
    sides: [(usize, &String); 2],
) -> Model {
    let draft = build.draft(index);
    let constrained = is_constrained(field);
    let id_type = draft.file.default_auto_field;
    let id = Column {
        name: "id".to_owned(),
        database_types: id_type.database_types(Sizes::default()),
        null: false,
        primary_key: true,
        counted: true,
        unique: false,
        check: PerBackend::all(None),
    };
    let mut fields = vec![pair_field(build, field, 0, id_type, id_type, &id, Sizes::default())];
    let mut columns = vec![id];
    let mut relations = Vec::new();
    let mut indexes = Vec::new();
    let mut foreign_keys = Vec::new();
    for (side, name) in sides {
        let target = build.draft(side);
        let key = &target.fields[target.primary_key().expect("every model has a primary key")];
        let value = build.value_type(side, key);
        let column = Column {
            name: name.clone(),
            database_types: value.ty.key_database_types(value.sizes),
            null: false,
            primary_key: false,
            counted: false,
            unique: false,
            check: PerBackend::all(None),
        };
        indexes.push(Index {
            name: name::index_name(table, &[name], ""),
            made_on: PerBackend { mysql: !constrained, ..PerBackend::all(true) },
            columns: one_column(&column),
            kind: IndexKind::ForeignKey,
            operator_class: None,
        });
        indexes.extend(like_index(table, value.kind, &column));
        let constraint = foreign_key(table, name, &target.table(), &key.column());
        let position = columns.len();
        let mut pair =
            pair_field(build, field, position, FieldType::ForeignKey, value.ty, &column, value.sizes);
        pair.rust_type = build.rust_type(index, &value);
        pair.points_at = Some(PointsAt {
            model: build.model_ref(index, side),
            field: key.attribute(),
            column: key.column(),
            on_delete: OnDelete::Cascade,
            constraint: constrained.then(|| constraint.name.clone()),
        });
        fields.push(pair);
        let join = Join::Direct {
            column: name.clone(),
            field: name.clone(),
            target_column: key.column(),
            target_field: key.attribute(),
        };
        relations.push(pair_key_relation(build, index, field, side, name, join));
        if constrained {
            foreign_keys.push(constraint);
        }
        columns.push(column);
    }
    let [(_, source), (other_side, other)] = sides;
    let name = pair_model_name(draft, field);
    let mut model = Model {
        ident: name::ident(&name::snake(&name)),
        name,
        app: draft.app().to_owned(),
        label: pair_label(draft, field),
        auto_created: true,
        doc: Some(format!(
            "One pair of `{}.{}`: a row of the table that the field makes.",
            draft.name(),
            field.name()
        )),
        page: String::new(),
        declared: build.declared(field.schema.name.at),
        unique_sets: vec![vec!["id".to_owned()], vec![source.clone(), other.clone()]],
        fields,
        primary_key: "id".to_owned(),
        primary_key_position: 0,
        relations,
        enums: Vec::new(),
        ordering_terms: Vec::new(),
        ordering: Vec::new(),
        get_latest_by_terms: Vec::new(),
        get_latest_by: Vec::new(),
        objects: None,
        table: Table {
            name: table.to_owned(),
            managed: draft.managed() || build.draft(other_side).managed(),
            columns,
            uniques: vec![together(table, vec![source.clone(), other.clone()], 0)],
            indexes,
            checks: Vec::new(),
            foreign_keys,
        },
    };
    document(&mut model);
    model
}

/// The relation from a table of pairs to one of its sides.
fn pair_key_relation(
    build: &Builder<'_, '_>,
    index: usize,
    field: &FieldDraft<'_>,
    side: usize,
    column: &str,
    join: Join,
) -> Relation {
    let name = pair_relation(column);
    let mut relation = Relation {
        ident: name::ident(&name),
        marker: name::marker(&name),
        accessor: name.clone(),
        accessor_ident: name::ident(&name),
        doc: None,
        page: String::new(),
        declared: build.declared(field.schema.name.at),
        field: FieldRef { model: pair_ref(build, index, index, field), name: name.clone() },
        direction: Direction::Forward,
        shape: Shape::ManyToOne,
        cardinality: Cardinality::One,
        null: false,
        target: build.model_ref(index, side),
        inverse: None,
        symmetrical: false,
        on_delete: Some(OnDelete::Cascade),
        join,
        name,
    };
    relation.page = doc::relation(&relation);
    relation
}

fn pair_field(
    build: &Builder<'_, '_>,
    field: &FieldDraft<'_>,
    position: usize,
    declared_type: FieldType,
    value_type: FieldType,
    column: &Column,
    sizes: Sizes,
) -> Field {
    let kind = value_type.kind().expect("a key points at a column");
    let base = value_type.rust_type(crate::kind::Dates::default()).to_owned();
    let relation = declared_type.is_key().then(|| pair_relation(&column.name));
    Field {
        position,
        name: column.name.clone(),
        ident: name::ident(&column.name),
        marker: name::marker(&column.name),
        declared_name: relation.clone().unwrap_or_else(|| column.name.clone()),
        doc: None,
        page: String::new(),
        declared: build.declared(field.schema.name.at),
        declared_type,
        value_type,
        kind,
        rust_type: RustType { path: base.clone(), base, origin: RustTypeOrigin::Base },
        null: false,
        column: column.name.clone(),
        database_types: column.database_types.clone(),
        sizes,
        validators: Vec::new(),
        range: value_type.range(),
        primary_key: column.primary_key,
        counted: column.counted,
        unique: column.primary_key,
        indexed: !column.primary_key,
        default: None,
        auto_now: AutoNow::Never,
        required: !column.primary_key,
        choices: None,
        relation,
        points_at: None,
        lookups: kind.lookups().to_vec(),
        transforms: kind.transforms().to_vec(),
    }
}

fn column(build: &Builder<'_, '_>, field: &FieldDraft<'_>, value: &ValueType) -> Column {
    let name = field.column();
    let checks = if field.is_key() { PerBackend::all(None) } else { value.ty.column_check() };
    let fill = |check: Option<&str>, quote: char| {
        check.map(|check| check.replace("{}", &format!("{quote}{name}{quote}")))
    };
    Column {
        database_types: build.database_types(field, value),
        null: field.is_null(),
        primary_key: field.is_primary_key(),
        counted: field.schema.ty.is_some_and(FieldType::is_auto),
        unique: field.is_unique() && !field.is_primary_key(),
        check: PerBackend {
            sqlite: fill(checks.sqlite, '"'),
            postgres: fill(checks.postgres, '"'),
            mysql: fill(checks.mysql, '`'),
        },
        name,
    }
}

fn one_column(column: &Column) -> Vec<IndexColumn> {
    vec![IndexColumn { name: column.name.clone(), descending: false }]
}

/// The index of a field that asks for one, or that is a key.
fn field_index(table: &str, field: &FieldDraft<'_>, column: &Column) -> Option<Index> {
    if !field.is_indexed() || field.is_unique() {
        return None;
    }
    let by_constraint = field.is_key() && is_constrained(field);
    // InnoDB makes the index of a foreign key by itself, and has none of whole long text.
    let on_mysql = !by_constraint && column.database_types.mysql != "longtext";
    Some(Index {
        name: name::index_name(table, &[&column.name], ""),
        made_on: PerBackend { mysql: on_mysql, ..PerBackend::all(true) },
        columns: one_column(column),
        kind: if by_constraint { IndexKind::ForeignKey } else { IndexKind::Plain },
        operator_class: None,
    })
}

/// The second index of a text column, without which PostgreSQL searches `LIKE` row by row.
fn like_index(table: &str, kind: Kind, column: &Column) -> Option<Index> {
    if kind != Kind::Text {
        return None;
    }
    let text = column.database_types.postgres == "text";
    Some(Index {
        name: name::index_name(table, &[&column.name], "_like"),
        made_on: PerBackend { postgres: true, ..PerBackend::all(false) },
        columns: one_column(column),
        kind: IndexKind::Like,
        operator_class: Some(if text { "text_pattern_ops" } else { "varchar_pattern_ops" }),
    })
}

fn together(table: &str, columns: Vec<String>, position: usize) -> Unique {
    let names: Vec<_> = columns.iter().map(String::as_str).collect();
    Unique {
        name: name::index_name(table, &names, "_uniq"),
        made_on: PerBackend::all(true),
        columns,
        condition: None,
        together: true,
        position,
    }
}

fn foreign_key(table: &str, column: &str, to_table: &str, to_column: &str) -> ForeignKey {
    ForeignKey {
        name: name::foreign_key_name(table, column, to_table, to_column),
        column: column.to_owned(),
        to_table: to_table.to_owned(),
        to_column: to_column.to_owned(),
    }
}
