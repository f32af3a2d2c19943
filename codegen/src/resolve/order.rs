//! How rows are ordered: `ordering` and `get_latest_by`, over relations to one row.

use super::{FieldDraft, Graph};
use crate::kind::FieldType;
use crate::model::Order;
use crate::name;
use crate::read::Spanned;

/// Where a path ends.
enum End {
    /// At a column of the model.
    Column { model: usize, field: usize },
    /// At a relation to the model, over the last step of the path.
    Relation { model: usize, key: Option<(usize, usize)> },
}

/// A path that was followed: the names of the relations, and its end.
pub(super) struct Walked {
    path: Vec<String>,
    end: End,
}

/// Why a path cannot be followed, and what to write instead; `None` where that is reported already.
pub(super) type Stop = Option<(String, Option<String>)>;

/// Follows `blog__name` from a model.
pub(super) fn walk(graph: &Graph<'_>, from: usize, text: &str) -> Result<Walked, Stop> {
    let mut model = from;
    let mut path = Vec::new();
    let parts: Vec<_> = text.split("__").collect();
    for (position, part) in parts.iter().enumerate() {
        let draft = &graph.models[model];
        let last = position + 1 == parts.len();
        let (next, key) = match step(graph, model, part)? {
            Step::Column(field) if last => {
                return Ok(Walked { path, end: End::Column { model, field } });
            }
            Step::Column(field) => {
                let field = &draft.fields[field];
                return Err(Some((format!("`{}.{}` is not a relation", draft.name(), field.name()), None)));
            }
            Step::ToOne(next, key) => (next, key),
            Step::ToMany => {
                return Err(Some((
                    format!("`{part}` of `{}` leads to many rows", draft.name()),
                    Some("order by what leads to one row".to_owned()),
                )));
            }
        };
        path.push((*part).to_owned());
        model = next;
        if last {
            return Ok(Walked { path, end: End::Relation { model, key } });
        }
    }
    unreachable!("splitting gives at least one part, and the last one returns")
}

enum Step {
    Column(usize),
    /// The model, and the field with the key when it is on this side.
    ToOne(usize, Option<(usize, usize)>),
    ToMany,
}

fn step(graph: &Graph<'_>, model: usize, part: &str) -> Result<Step, Stop> {
    let draft = &graph.models[model];
    let found = if part == "pk" { draft.primary_key() } else { draft.field(part) };
    if let Some(index) = found {
        let field = &draft.fields[index];
        return match field.schema.ty {
            _ if graph.is_broken(field) => Err(None),
            Some(FieldType::ManyToMany) => Ok(Step::ToMany),
            Some(ty) if ty.is_key() && field.name() == part => match field.target {
                Some(target) => Ok(Step::ToOne(target, Some((model, index)))),
                None => Err(None),
            },
            Some(_) => Ok(Step::Column(index)),
            None => Err(None),
        };
    }
    if let Some(reverse) = draft.meta.reverse.iter().find(|reverse| reverse.name == part) {
        let field = &graph.models[reverse.model].fields[reverse.field];
        return Ok(match field.schema.ty {
            Some(FieldType::OneToOne) => Step::ToOne(reverse.model, None),
            _ => Step::ToMany,
        });
    }
    if draft.incomplete {
        return Err(None);
    }
    let mut names = draft.field_names(|field| !field.is_pairs());
    names.extend(draft.meta.reverse.iter().map(|reverse| reverse.name.as_str()));
    Err(Some((format!("`{part}` is not a field of `{}`", draft.name()), name::suggest(part, names))))
}

/// The default order of a model, with orders by relations replaced.
pub(super) fn ordering(graph: &Graph<'_>, index: usize) -> Vec<Order> {
    let Some(terms) = graph.models[index].option(|model| model.ordering.as_ref()) else {
        return Vec::new();
    };
    let mut orders = Vec::new();
    for term in terms {
        if term.value == "?" {
            orders.push(Order::Random);
            continue;
        }
        let (text, descending) = direction(term);
        match walk(graph, index, text) {
            Ok(walked) => {
                let mut expansion = Expansion { graph, root: index, term, on_the_way: vec![index], orders };
                expansion.expand(&[], walked, descending);
                orders = expansion.orders;
            }
            Err(Some((problem, help))) => graph.report.error_maybe(
                term.at,
                format!("`{}.ordering` has `{}`: {problem}", graph.models[index].name(), term.value),
                help,
            ),
            Err(None) => {}
        }
    }
    orders
}

/// The path of a term, and whether the last comes first.
pub(super) fn direction(term: &str) -> (&str, bool) {
    term.strip_prefix('-').map_or((term, false), |text| (text, true))
}

/// Replaces an order by a relation with the order of the model that it leads to.
struct Expansion<'g, 's> {
    graph: &'g Graph<'s>,
    root: usize,
    /// The term of the root's order that is being replaced.
    term: &'g Spanned<String>,
    on_the_way: Vec<usize>,
    orders: Vec<Order>,
}

impl Expansion<'_, '_> {
    fn expand(&mut self, before: &[String], walked: Walked, descending: bool) {
        let graph = self.graph;
        let mut path = before.to_vec();
        path.extend(walked.path);
        let (model, key) = match walked.end {
            End::Column { model, field } => {
                let field = &graph.models[model].fields[field];
                self.orders.push(column_order(field, path, descending));
                return;
            }
            End::Relation { model, key } => (model, key),
        };
        let target = &graph.models[model];
        let terms = target.option(|model| model.ordering.as_ref());
        let Some(terms) = terms.filter(|terms| !terms.is_empty()) else {
            self.orders.extend(key_order(graph, model, key, path, descending));
            return;
        };
        if self.on_the_way.contains(&model) {
            graph.report.error_help(
                self.term.at,
                format!(
                    "`{}.ordering` has `{}`, whose order leads back to `{}`",
                    graph.models[self.root].name(),
                    self.term.value,
                    target.name()
                ),
                format!("order by a field of it: `{}__pk`", self.term.value),
            );
            return;
        }
        self.on_the_way.push(model);
        for inner in terms {
            if inner.value == "?" {
                self.orders.push(Order::Random);
                continue;
            }
            let (text, inner_descending) = direction(inner);
            // What is wrong here is reported with the target.
            if let Ok(walked) = walk(graph, model, text) {
                self.expand(&path, walked, descending != inner_descending);
            }
        }
        self.on_the_way.pop();
    }
}

/// The order by a relation to a model without an order of its own: by its key, for which the join
/// is not needed when the key is on this side.
fn key_order(
    graph: &Graph<'_>,
    model: usize,
    key: Option<(usize, usize)>,
    mut path: Vec<String>,
    descending: bool,
) -> Option<Order> {
    match key {
        Some((owner, field)) => {
            path.pop();
            Some(column_order(&graph.models[owner].fields[field], path, descending))
        }
        None => {
            let target = &graph.models[model];
            let field = target.primary_key()?;
            Some(column_order(&target.fields[field], path, descending))
        }
    }
}

fn column_order(field: &FieldDraft<'_>, path: Vec<String>, descending: bool) -> Order {
    Order::Column { path, field: field.attribute(), column: field.column(), descending }
}

/// What `latest()` orders by.
pub(super) fn get_latest_by(graph: &Graph<'_>, index: usize) -> Vec<Order> {
    let Some(terms) = graph.models[index].option(|model| model.get_latest_by.as_ref()) else {
        return Vec::new();
    };
    let mut orders = Vec::new();
    for term in terms {
        let (text, descending) = direction(term);
        match walk(graph, index, text) {
            Ok(Walked { path, end: End::Column { model, field } }) => {
                orders.push(column_order(&graph.models[model].fields[field], path, descending));
            }
            Ok(Walked { path, end: End::Relation { model, key } }) => {
                orders.extend(key_order(graph, model, key, path, descending));
            }
            Err(Some((problem, help))) => graph.report.error_maybe(
                term.at,
                format!("`{}.get_latest_by` has `{}`: {problem}", graph.models[index].name(), term.value),
                help,
            ),
            Err(None) => {}
        }
    }
    orders
}
