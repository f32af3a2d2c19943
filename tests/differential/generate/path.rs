//! Random paths.

use queryset::meta::{Column, FieldType, Model, Relation};

use super::Generator;
use crate::kind::Kind;

/// What a path leads to.
pub(super) struct End {
    pub(super) path: String,
    pub(super) model: &'static Model,
    pub(super) column: &'static Column,
    /// It ends with a relation, which stands for the key of the row.
    pub(super) related: bool,
}

impl End {
    /// The path with the name of the primary key. Django joins anew for an order by `pk` where `id` was
    /// selected.
    pub(super) fn named(&self) -> String {
        match self.path.strip_suffix("pk") {
            Some(path) if self.column.primary_key && !self.related => format!("{path}{}", self.column.name),
            _ => self.path.clone(),
        }
    }
}

impl Generator<'_> {
    pub(super) fn transformed(&mut self, end: End) -> (String, Kind) {
        let dates =
            ["year", "month", "day", "week", "week_day", "iso_week_day", "iso_year", "quarter"].as_slice();
        let clocks = ["hour", "minute", "second"].as_slice();
        let (names, output): (Vec<&str>, Kind) = match Kind::of(end.column) {
            Kind::Text if self.random.percent(30) => (vec!["length"], Kind::Integer),
            // These are registered with Django's own fields for text of two types alone.
            Kind::Text if [FieldType::Char, FieldType::Text].contains(&end.column.field_type) => {
                (vec!["lower", "upper"], Kind::Text)
            }
            Kind::Integer
                if end.column.references.is_none() && end.column.field_type == FieldType::Integer =>
            {
                (vec!["abs"], Kind::Integer)
            }
            Kind::Date => (dates.to_vec(), Kind::Integer),
            Kind::DateTime if self.random.percent(15) => (vec!["date"], Kind::Date),
            Kind::DateTime if self.random.percent(15) => (vec!["time"], Kind::Time),
            Kind::DateTime => ([dates, clocks].concat(), Kind::Integer),
            Kind::Time => (clocks.to_vec(), Kind::Integer),
            other => return (end.path, other),
        };
        let name = *self.random.pick(&names);
        (format!("{}__{name}", end.path), output)
    }

    /// A path of a kind, when one is found soon.
    pub(super) fn end_of(&mut self, model: &'static Model, wanted: Kind) -> Option<End> {
        let found =
            (0..12).map(|_| self.end(model, 2)).find(|end| !end.related && Kind::of(end.column) == wanted);
        let own = || model.columns.iter().find(|column| Kind::of(column) == wanted);
        let end =
            |column: &'static Column| End { path: column.name.to_owned(), model, column, related: false };
        found.or_else(|| own().map(end))
    }

    /// A path to a document.
    pub(super) fn document(&mut self, model: &'static Model) -> Option<String> {
        let is_document = |end: &End| end.column.field_type == FieldType::Json && !end.related;
        (0..12).map(|_| self.end(model, 2)).find(is_document).map(|end| end.path)
    }

    /// A path to what rows can be told apart by.
    pub(super) fn plain_end(&mut self, model: &'static Model) -> End {
        let found = (0..12).map(|_| self.end(model, 2)).find(|end| Kind::of(end.column).is_plain());
        found.unwrap_or(End { path: "pk".to_owned(), model, column: model.pk(), related: false })
    }

    /// A random path from a model, over so many relations at most.
    pub(super) fn end(&mut self, model: &'static Model, most: usize) -> End {
        let hops = match self.random.below(100) {
            0..45 => 0,
            45..75 => 1,
            75..92 => 2,
            _ => 3,
        };
        let mut path = String::new();
        let mut at = model;
        let mut last: Option<&'static Relation> = None;
        for _ in 0..hops.min(most).min(self.hops) {
            let relations: Vec<&'static Relation> =
                at.relations.iter().filter(|relation| !relation.target.auto_created).collect();
            if relations.is_empty() || at.auto_created {
                break;
            }
            let relation = *self.random.pick(&relations);
            path += relation.name;
            path += "__";
            at = relation.target;
            last = Some(relation);
        }
        if let Some(relation) = last
            && self.random.percent(25)
        {
            let path = path.trim_end_matches("__").to_owned();
            return End { path, model: at, column: key(relation), related: true };
        }
        let column = self.random.pick(at.columns);
        let name = if column.primary_key && self.random.percent(50) { "pk" } else { column.name };
        End { path: path + name, model: at, column, related: false }
    }
}

/// The column that instances at the end of a relation are told apart by.
pub(super) fn key(relation: &Relation) -> &'static Column {
    match relation.join {
        queryset::meta::Join::Direct { to, .. } if relation.forward => {
            let mut columns = relation.target.columns.iter();
            columns.find(|column| column.column == to).unwrap_or(relation.target.pk())
        }
        _ => relation.target.pk(),
    }
}
