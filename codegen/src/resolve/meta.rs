//! Options of a model: what is unique, indexes, constraints. How rows are ordered is in `order.rs`.

use super::condition::read_condition;
use super::relation::Reverse;
use super::{Draft, Graph, field, order};
use crate::error::Pos;
use crate::model::{Condition, Order};
use crate::name;
use crate::read::Spanned;
use crate::schema::{Constraint, Names, Rule};

/// What is settled about a model beside its fields.
#[derive(Default)]
pub(super) struct Meta {
    pub(super) reverse: Vec<Reverse>,
    pub(super) ordering: Vec<Order>,
    pub(super) get_latest_by: Vec<Order>,
    pub(super) objects: Option<Condition>,
    pub(super) unique_together: Vec<Vec<usize>>,
    pub(super) indexes: Vec<ModelIndex>,
    pub(super) uniques: Vec<ModelUnique>,
    pub(super) checks: Vec<ModelCheck>,
    /// Names of indexes and constraints, to see which are given twice.
    pub(super) names: Vec<(String, Pos)>,
}

pub(super) struct ModelIndex {
    pub(super) name: String,
    pub(super) fields: Vec<(usize, bool)>,
}

pub(super) struct ModelUnique {
    pub(super) name: String,
    pub(super) fields: Vec<usize>,
    pub(super) condition: Option<Condition>,
    /// Its place among the constraints.
    pub(super) position: usize,
}

pub(super) struct ModelCheck {
    pub(super) name: String,
    pub(super) condition: Condition,
    /// Its place among the constraints.
    pub(super) position: usize,
}

/// Settles the options of every concrete model.
pub(super) fn check_all(graph: &mut Graph<'_>) {
    for index in graph.concrete() {
        let ordering = order::ordering(graph, index);
        let get_latest_by = order::get_latest_by(graph, index);
        let objects = objects(graph, index);
        let unique_together = unique_together(graph, index);
        let mut names = Vec::new();
        let indexes = indexes(graph, index, &mut names);
        let (uniques, checks) = constraints(graph, index, &mut names);
        let meta = &mut graph.models[index].meta;
        meta.ordering = ordering;
        meta.get_latest_by = get_latest_by;
        meta.objects = objects;
        meta.unique_together = unique_together;
        meta.indexes = indexes;
        meta.uniques = uniques;
        meta.checks = checks;
        meta.names = names;
    }
}

/// Which rows `objects()` gives: its own, or those of an abstract model.
fn objects(graph: &Graph<'_>, index: usize) -> Option<Condition> {
    let draft = &graph.models[index];
    let written = draft.option(|model| model.objects.as_ref())?;
    read_condition(graph, index, written, &format!("`{}.objects`", draft.name()))
}

/// The column of the model that `name` means. What is wrong is reported with `what`.
pub(super) fn local_column(
    graph: &Graph<'_>,
    draft: &Draft<'_>,
    name: &str,
    at: Pos,
    what: &str,
) -> Option<usize> {
    let found = if name == "pk" { draft.primary_key() } else { draft.field(name) };
    let Some(index) = found else {
        if !draft.incomplete {
            let first = name.split("__").next().unwrap_or(name);
            let over = first != name && draft.field(first).is_some();
            let (problem, help) = if over {
                ("is not a column of this table".to_owned(), None)
            } else {
                let names = draft.field_names(|field| !field.is_pairs());
                (format!("is not a field of `{}`", draft.name()), name::suggest(name, names))
            };
            graph.report.error_maybe(at, format!("{what} has `{name}`, which {problem}"), help);
        }
        return None;
    };
    if draft.fields[index].is_pairs() {
        graph.report.error(at, format!("{what} has `{name}`, which is a `many_to_many` and has no column"));
        return None;
    }
    Some(index)
}

/// Columns by name, each once.
fn local_columns(graph: &Graph<'_>, draft: &Draft<'_>, names: &Names, what: &str) -> Option<Vec<usize>> {
    if names.value.is_empty() {
        graph.report.error(names.at, format!("{what} names no fields"));
        return None;
    }
    let mut columns = Vec::new();
    let mut whole = true;
    for name in &names.value {
        match local_column(graph, draft, name, name.at, what) {
            Some(column) if columns.contains(&column) => {
                graph.report.error(name.at, format!("{what} has `{}` twice", name.value));
            }
            Some(column) => columns.push(column),
            None => whole = false,
        }
    }
    whole.then_some(columns)
}

fn unique_together(graph: &Graph<'_>, index: usize) -> Vec<Vec<usize>> {
    let draft = &graph.models[index];
    let what = format!("`{}.unique_together`", draft.name());
    let lists = draft.option(|model| model.unique_together.as_ref());
    let sets = lists.into_iter().flatten();
    sets.filter_map(|names| local_columns(graph, draft, names, &what)).collect()
}

/// A name with Django's placeholders for the model that inherits it.
fn filled(draft: &Draft<'_>, name: &str) -> String {
    name.replace("%(class)s", &draft.name().to_lowercase()).replace("%(app_label)s", draft.app())
}

fn indexes(graph: &Graph<'_>, index: usize, names: &mut Vec<(String, Pos)>) -> Vec<ModelIndex> {
    let draft = &graph.models[index];
    let mut indexes = Vec::new();
    for written in draft.option(|model| model.indexes.as_ref()).into_iter().flatten() {
        let what = match &written.name {
            Some(name) => format!("the index `{}`", name.value),
            None => format!("an index of `{}`", draft.name()),
        };
        if let Some(name) = &written.name {
            check_index_name(graph, name);
        }
        let plain = Spanned::new(
            written.fields.at,
            written
                .fields
                .value
                .iter()
                .map(|name| Spanned::new(name.at, order::direction(name).0.to_owned()))
                .collect::<Vec<_>>(),
        );
        let Some(columns) = local_columns(graph, draft, &plain, &what) else { continue };
        let descending = written.fields.value.iter().map(|name| order::direction(name).1);
        let fields: Vec<_> = columns.into_iter().zip(descending).collect();
        let name = match &written.name {
            Some(name) => filled(draft, name),
            None => {
                let columns: Vec<_> = fields
                    .iter()
                    .map(|(field, descending)| {
                        let minus = if *descending { "-" } else { "" };
                        format!("{minus}{}", draft.fields[*field].column())
                    })
                    .collect();
                name::model_index_name(&draft.table(), &columns)
            }
        };
        names.push((name.clone(), written.name.as_ref().map_or(written.fields.at, |name| name.at)));
        indexes.push(ModelIndex { name, fields });
    }
    indexes
}

fn check_index_name(graph: &Graph<'_>, name: &Spanned<String>) {
    let length = name.value.chars().count();
    if length > name::LONGEST_INDEX_NAME {
        graph.report.error(
            name.at,
            format!(
                "the index name `{}` has {length} characters; Django takes {} at most",
                name.value,
                name::LONGEST_INDEX_NAME
            ),
        );
    } else if name.value.starts_with(|first: char| first == '_' || first.is_ascii_digit()) {
        graph.report.error(
            name.at,
            format!("the index name `{}` starts with `_` or a digit, which Django refuses", name.value),
        );
    } else {
        field::check_database_name(&name.value, name, graph.report);
    }
}

fn constraints(
    graph: &Graph<'_>,
    index: usize,
    names: &mut Vec<(String, Pos)>,
) -> (Vec<ModelUnique>, Vec<ModelCheck>) {
    let draft = &graph.models[index];
    let mut uniques = Vec::new();
    let mut checks = Vec::new();
    let written = draft.option(|model| model.constraints.as_ref());
    for (position, written) in written.into_iter().flatten().enumerate() {
        let name = constraint_name(graph, draft, written);
        let what = format!("the constraint `{name}`");
        match &written.rule {
            Rule::Unique { fields, condition } => {
                let fields = local_columns(graph, draft, fields, &what);
                let condition = match condition {
                    Some(written) => match read_condition(graph, index, written, &what) {
                        Some(condition) => Some(condition),
                        None => continue,
                    },
                    None => None,
                };
                let Some(fields) = fields else { continue };
                uniques.push(ModelUnique { name: name.clone(), fields, condition, position });
            }
            Rule::Check(written) => {
                if let Some(condition) = read_condition(graph, index, written, &what) {
                    checks.push(ModelCheck { name: name.clone(), condition, position });
                }
            }
        }
        names.push((name, written.name.at));
    }
    (uniques, checks)
}

fn constraint_name(graph: &Graph<'_>, draft: &Draft<'_>, written: &Constraint) -> String {
    let name = filled(draft, &written.name);
    let placed = Spanned::new(written.name.at, name.clone());
    field::check_database_name(&name, &placed, graph.report);
    name
}
