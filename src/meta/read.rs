//! Definitions, read from what generated code has of them.
//!
//! They are read once and live as long as the program, and so do their parts.

use std::sync::OnceLock;

use serde::de::{Deserialize, Deserializer};
use serde_json::Value as Json;

use super::{
    AutoNow, Check, Column, ConstValue, Constraint, Default, Definition, Digits, FieldType, Index, Join,
    Model, Name, OnDelete, Ordering, Pointer, Reference, Relation, Validator,
};
use crate::value::Value;

/// A definition as JSON, and what JSON cannot say. The compiler is done sooner with a text than with an expression
/// for each of its parts.
pub(crate) struct Written {
    text: &'static str,
    /// Those that it names by their places.
    models: &'static [&'static Model],
    /// By the positions of their columns.
    defaults: &'static [(usize, fn() -> Value)],
    /// By the positions of their columns.
    validators: &'static [(usize, Validator)],
    definition: OnceLock<Definition>,
}

impl Written {
    pub(super) const fn new(
        text: &'static str,
        models: &'static [&'static Model],
        defaults: &'static [(usize, fn() -> Value)],
        validators: &'static [(usize, Validator)],
    ) -> Self {
        Self { text, models, defaults, validators, definition: OnceLock::new() }
    }

    pub(super) fn definition(&self) -> &Definition {
        self.definition.get_or_init(|| match read(self.text) {
            Ok(model) => self.linked(model),
            Err(error) => {
                panic!("another version of queryset-codegen has written this model: {error}\n{}", self.text)
            }
        })
    }

    fn linked(&self, model: WrittenModel) -> Definition {
        let columns = model.columns.into_iter().enumerate();
        let relations = model.relations.into_iter().map(|relation| self.relation(model.name, relation));
        let pointers = model.pointers.into_iter();
        Definition {
            app: model.app,
            name: model.name,
            label: model.label,
            table: model.table,
            managed: !model.unmanaged,
            auto_created: model.auto_created,
            columns: keep(
                columns.map(|(position, column)| self.column(model.name, position, column)).collect(),
            ),
            primary_key: model.primary_key,
            relations: keep(relations.collect()),
            pointers: keep(
                pointers.map(|(at, position)| Pointer { model: self.models[at], position }).collect(),
            ),
            ordering: model.ordering,
            get_latest_by: model.get_latest_by,
            objects: model.objects,
            indexes: model.indexes,
            constraints: model.constraints,
        }
    }

    fn column(&self, model: &'static str, position: usize, column: WrittenColumn) -> Column {
        let made = self.defaults.iter().find(|(of, _)| *of == position);
        let validators = self.validators.iter().filter(|(of, _)| *of == position);
        Column {
            position,
            model,
            name: column.name,
            field: column.field.unwrap_or(column.name),
            column: column.column.unwrap_or(column.name),
            field_type: column.field_type,
            null: column.null,
            primary_key: column.primary_key,
            unique: column.unique,
            max_length: column.max_length,
            decimal: column.decimal,
            choices: column.choices,
            default: made.map(|(_, make)| Default::Made(*make)).or(column.default.map(Default::Value)),
            auto_now: column.auto_now.unwrap_or(AutoNow::Never),
            validators: keep(validators.map(|(_, validator)| *validator).collect()),
            references: column.references.map(|references| Reference {
                model: self.models[references.model],
                column: references.column,
                on_delete: references.on_delete,
                constraint: references.constraint,
            }),
        }
    }

    fn relation(&self, model: &'static str, relation: WrittenRelation) -> Relation {
        let WrittenRelation { from, to, .. } = relation;
        Relation {
            model,
            name: relation.name,
            target: self.models[relation.target],
            null: relation.null,
            many: relation.many,
            forward: relation.forward,
            symmetrical: relation.symmetrical,
            join: match relation.through {
                None => Join::Direct { from, to },
                Some(through) => Join::Through {
                    from,
                    through: self.models[through.model],
                    through_from: through.from,
                    through_to: through.to,
                    to,
                },
            },
        }
    }
}

/// The model that a text says. Its names are parts of the text, unless something in it is escaped.
fn read(text: &'static str) -> serde_json::Result<WrittenModel> {
    match text.contains('\\') {
        false => serde_json::from_str(text),
        true => {
            let unescaped: &'static Json = Box::leak(Box::new(serde_json::from_str(text)?));
            WrittenModel::deserialize(unescaped)
        }
    }
}

fn keep<T>(list: Vec<T>) -> &'static [T] {
    if list.is_empty() { &[] } else { Box::leak(list.into_boxed_slice()) }
}

/// A list that lives as long as the program.
pub(super) fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    read: D,
) -> Result<&'static [T], D::Error> {
    Vec::deserialize(read).map(keep)
}

/// A value that lives as long as the program.
pub(super) fn one<'de, T: Deserialize<'de>, D: Deserializer<'de>>(read: D) -> Result<&'static T, D::Error> {
    T::deserialize(read).map(|value| &*Box::leak(Box::new(value)))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenModel {
    app: &'static str,
    name: &'static str,
    label: &'static str,
    table: &'static str,
    #[serde(default)]
    unmanaged: bool,
    #[serde(default)]
    auto_created: bool,
    #[serde(default)]
    primary_key: usize,
    columns: Vec<WrittenColumn>,
    #[serde(default)]
    relations: Vec<WrittenRelation>,
    #[serde(default)]
    pointers: Vec<(usize, usize)>,
    #[serde(default, deserialize_with = "list")]
    ordering: &'static [Ordering],
    #[serde(default, deserialize_with = "list")]
    get_latest_by: &'static [Ordering],
    objects: Option<Check>,
    #[serde(default, deserialize_with = "list")]
    indexes: &'static [Index],
    #[serde(default, deserialize_with = "list")]
    constraints: &'static [Constraint],
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenColumn {
    name: &'static str,
    field: Option<&'static str>,
    column: Option<&'static str>,
    #[serde(rename = "type")]
    field_type: FieldType,
    #[serde(default)]
    null: bool,
    #[serde(default)]
    primary_key: bool,
    #[serde(default)]
    unique: bool,
    max_length: Option<u32>,
    decimal: Option<Digits>,
    #[serde(default, deserialize_with = "list")]
    choices: &'static [ConstValue],
    default: Option<ConstValue>,
    auto_now: Option<AutoNow>,
    references: Option<WrittenReference>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenReference {
    model: usize,
    column: &'static str,
    on_delete: OnDelete,
    constraint: Option<Name>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRelation {
    name: &'static str,
    target: usize,
    #[serde(default)]
    null: bool,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    forward: bool,
    #[serde(default)]
    symmetrical: bool,
    from: &'static str,
    to: &'static str,
    through: Option<WrittenThrough>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenThrough {
    model: usize,
    from: &'static str,
    to: &'static str,
}

/// A name, the same in every database or not.
#[derive(serde::Deserialize)]
#[serde(untagged)]
pub(super) enum WrittenName {
    Same(&'static str),
    Each { sqlite: &'static str, postgres: &'static str, mysql: &'static str },
}

impl From<WrittenName> for Name {
    fn from(name: WrittenName) -> Self {
        match name {
            WrittenName::Same(name) => Self { sqlite: name, postgres: name, mysql: name },
            WrittenName::Each { sqlite, postgres, mysql } => Self { sqlite, postgres, mysql },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_have_any_characters() {
        static MODEL: Model = Model::written(
            r#"{"app":"a","name":"B","label":"a.B","table":"say \"b\"","columns":[{"name":"id","column":"\\","type":"BigAuto"}]}"#,
            &[],
            &[],
            &[],
        );
        assert_eq!(MODEL.table, "say \"b\"");
        assert_eq!(MODEL.pk().column, "\\");
    }

    #[test]
    #[should_panic = "another version of queryset-codegen has written this model: unknown field `appp`"]
    fn what_is_not_known_is_told() {
        static MODEL: Model = Model::written(r#"{"appp":"a"}"#, &[], &[], &[]);
        let _ = MODEL.table;
    }
}
