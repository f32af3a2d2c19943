//! Which fields a broken rule is about, in the words of the schema.

use crate::meta::{Check, CheckOperand, Column, IndexKind, Model, Name, Rule};

/// The fields of `model` in a rule, by the columns that the database tells, or else by the name of the
/// constraint: MySQL tells no more.
pub(super) fn fields_of(model: &Model, columns: &[String], constraint: Option<&str>) -> Vec<&'static str> {
    match (columns, constraint) {
        ([], Some(name)) => in_constraint(model, name),
        (columns, _) => columns.iter().filter_map(|column| field(model, column)).collect(),
    }
}

fn field(model: &Model, column: &str) -> Option<&'static str> {
    find(model, column).map(|column| column.name)
}

fn find<'m>(model: &'m Model, column: &str) -> Option<&'m Column> {
    model.columns.iter().find(|other| other.column == column)
}

fn in_constraint(model: &Model, name: &str) -> Vec<&'static str> {
    let is_named = |other: &Name| [other.sqlite, other.postgres, other.mysql].contains(&name);
    let fields = |columns: &mut dyn Iterator<Item = &'static str>| {
        columns.filter_map(|column| field(model, column)).collect()
    };
    if name == "PRIMARY" {
        return vec![model.columns[model.primary_key].name];
    }
    if let Some(constraint) = model.constraints.iter().find(|constraint| constraint.name == name) {
        let mut columns = Vec::new();
        match &constraint.rule {
            Rule::Unique { columns: unique, .. } => columns.extend(unique.iter().copied()),
            Rule::Check(check) => in_check(check, &mut columns),
        }
        return fields(&mut columns.into_iter());
    }
    let mut together = model.indexes.iter().filter(|index| index.kind == IndexKind::UniqueTogether);
    if let Some(index) = together.find(|index| is_named(&index.name)) {
        return fields(&mut index.columns.iter().copied());
    }
    let points = |column: &&Column| {
        column
            .references
            .as_ref()
            .and_then(|reference| reference.constraint)
            .is_some_and(|other| is_named(&other))
    };
    // MySQL calls the key of a unique column, and the check of a positive one, as the column.
    let column = model.columns.iter().find(points).or_else(|| find(model, name));
    column.into_iter().map(|column| column.name).collect()
}

/// The columns of a check, each once.
fn in_check(check: &Check, columns: &mut Vec<&'static str>) {
    let mut add = |column: &'static str| {
        if !columns.contains(&column) {
            columns.push(column);
        }
    };
    match check {
        Check::Compare { column, with, .. } => {
            add(column);
            if let CheckOperand::Column(other) = with {
                add(other);
            }
        }
        Check::In { column, .. } | Check::IsNull { column, .. } => add(column),
        Check::All(checks) | Check::Any(checks) => {
            checks.iter().for_each(|check| in_check(check, columns));
        }
        Check::Not(check) => in_check(check, columns),
    }
}
