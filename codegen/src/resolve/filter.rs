//! Filter sets: lookups of fields, over any relations, that an endpoint takes.

use super::build::Builder;
use super::order::{self, Stop};
use super::table::pair_model_name;
use super::value::is_type_name;
use super::{Graph, ValueType, field};
use crate::doc;
use crate::error::Pos;
use crate::kind::{Dates, FieldType, Kind};
use crate::model::{Filter, FilterForm, FilterSet, RustType, RustTypeOrigin};
use crate::name;
use crate::read::Spanned;
use crate::schema::{self, File};

/// Lookups of a relation: its key is compared.
const RELATED: [&str; 7] = ["exact", "in", "gt", "gte", "lt", "lte", "isnull"];

/// Names that the library follows in a path.
const MOST_NAMES: usize = 32;

/// A filter set on its way to the graph.
pub(super) struct Draft<'s> {
    file: &'s File,
    schema: &'s schema::FilterSet,
    model: usize,
    filters: Vec<FilterDraft>,
}

struct FilterDraft {
    key: String,
    end: End,
    transforms: Vec<String>,
    lookup: &'static str,
    /// The kind of what is looked into, after the transforms.
    kind: Kind,
    /// What the values of the field are.
    value: ValueType,
}

/// The column at the end of a path.
#[derive(Clone, Copy)]
struct End {
    model: usize,
    field: usize,
    /// Whether the path ends at the relation, whose key the column is.
    relation: bool,
}

/// Settles the filter sets of all files.
pub(super) fn check_all(graph: &mut Graph<'_>) {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for file in graph.files {
        for schema in file.filter_sets.values() {
            check_name(graph, file, schema);
            if let Some(model) = find_model(graph, file, schema) {
                check_ordering(graph, schema, model);
                drafts.push(Draft { file, schema, model, filters: filters(graph, schema, model) });
            }
        }
    }
    graph.filter_sets = drafts;
}

fn check_name(graph: &Graph<'_>, file: &File, schema: &schema::FilterSet) {
    let (name, at) = (&schema.name.value, schema.name.at);
    let taken = |what: &str| {
        graph.report.error_help(at, format!("the filter set `{name}` has the name of {what}"), "rename it");
    };
    if !is_type_name(name) {
        graph.report.error_help(
            at,
            format!("`{name}` is not a name for a filter set, which is a Rust type"),
            "write a name such as `EntryFilter`",
        );
    } else if name::is_reserved_model(name) {
        taken("a type that all Rust code uses");
    } else if graph.by_name.contains_key(&(file.app.as_str(), name.as_str())) {
        taken("a model");
    } else {
        let models = graph.concrete().filter(|index| std::ptr::eq(graph.models[*index].file, file));
        for index in models {
            let draft = &graph.models[index];
            for other in &draft.fields {
                if other.is_pairs() && pair_model_name(draft, other) == *name {
                    taken(&format!("the pairs of `{}`", other.label()));
                } else if other.schema.has("choices") && field::enum_name(graph, index, other) == *name {
                    taken(&format!("the enum of `{}`", other.label()));
                }
            }
        }
    }
}

fn find_model(graph: &Graph<'_>, file: &File, schema: &schema::FilterSet) -> Option<usize> {
    let name = &schema.name.value;
    let Some(model) = &schema.model else {
        graph.report.error_help(schema.name.at, format!("`{name}` has no model"), "write `model = \"…\"`");
        return None;
    };
    let fits = |model: &schema::Model| !model.is_abstract;
    match graph.find(&file.app, model) {
        None => graph.report.error_maybe(
            model.at,
            format!("`{name}` filters `{}`, which is not a model", model.value),
            graph.suggest_model(&file.app, model, fits),
        ),
        Some(found) if graph.models[found].schema.is_abstract => graph.report.error_maybe(
            model.at,
            format!("`{name}` filters `{}`, which is abstract and has no rows", model.value),
            graph.suggest_model(&file.app, model, fits),
        ),
        Some(found) if graph.models[found].app() != file.app => graph.report.error_help(
            model.at,
            format!("`{name}` filters `{}`, a model of another file", model.value),
            format!("write the filter set into `{}.toml`", graph.models[found].app()),
        ),
        Some(found) => return Some(found),
    }
    None
}

fn check_ordering(graph: &Graph<'_>, schema: &schema::FilterSet, model: usize) {
    for (position, term) in schema.ordering.iter().enumerate() {
        let name = &schema.name.value;
        let what = format!("`{name}.ordering` has `{}`", term.value);
        if let Some(path) = term.strip_prefix('-') {
            graph.report.error_help(
                term.at,
                format!("{what} with a direction"),
                format!("write `{path}`: both directions are allowed"),
            );
        } else if schema.ordering[..position].iter().any(|other| other.value == term.value) {
            graph.report.error(term.at, format!("{what} twice"));
        } else if let Err(stop) = order::walk(graph, model, term) {
            report(graph, term.at, &what, stop);
        }
    }
}

fn report(graph: &Graph<'_>, at: Pos, what: &str, stop: Stop) {
    if let Some((problem, help)) = stop {
        graph.report.error_maybe(at, format!("{what}: {problem}"), help);
    }
}

fn filters(graph: &Graph<'_>, schema: &schema::FilterSet, model: usize) -> Vec<FilterDraft> {
    let set = &schema.name.value;
    if schema.fields.is_empty() {
        graph.report.error_help(
            schema.name.at,
            format!("`{set}` has no fields"),
            "write `fields = { name = [\"exact\"] }`",
        );
    }
    let mut filters: Vec<FilterDraft> = Vec::new();
    for (path, lookups) in &schema.fields {
        let what = format!("`{set}.fields` has `{}`", path.value);
        let end = match walk(graph, model, path) {
            Ok(end) => end,
            Err(stop) => {
                report(graph, path.at, &what, stop);
                continue;
            }
        };
        if lookups.is_empty() {
            let help = format!("write `{} = [\"exact\"]`", path.value);
            graph.report.error_help(path.at, format!("{what} without lookups"), help);
        }
        for lookup in lookups {
            let Some(filter) = filter(graph, set, path, end, lookup) else { continue };
            if filter.key.split("__").count() > MOST_NAMES {
                let message =
                    format!("`{set}` has the filter `{}` of more than {MOST_NAMES} names", filter.key);
                graph.report.error(lookup.at, message);
            } else if filters.iter().any(|other| other.key == filter.key) {
                graph.report.error(lookup.at, format!("`{set}` has the filter `{}` twice", filter.key));
            } else if filter.key == "ordering" && !schema.ordering.is_empty() {
                graph.report.error_help(
                    lookup.at,
                    format!("the filter `ordering` of `{set}` has the name of what orders the rows"),
                    "leave out the one or the other",
                );
            } else {
                filters.push(filter);
            }
        }
    }
    filters
}

/// Follows `blog__name` from a model, over any relations.
fn walk(graph: &Graph<'_>, from: usize, path: &str) -> Result<End, Stop> {
    let mut model = from;
    let mut parts = path.split("__").peekable();
    while let Some(part) = parts.next() {
        let draft = &graph.models[model];
        let (end, target) = step(graph, model, part)?;
        match (parts.peek(), target) {
            (None, _) => return Ok(end),
            (Some(_), Some(target)) => model = target,
            (Some(next), None) => {
                let field = &draft.fields[end.field];
                let lookups = Kind::ALL
                    .iter()
                    .any(|kind| kind.lookups().contains(next) || kind.transforms().contains(next));
                let help = lookups.then(|| format!("write lookups into the list: `= [\"{next}\"]`"));
                return Err(Some((format!("`{}` is not a relation", field.label()), help)));
            }
        }
    }
    unreachable!("splitting gives at least one part, and the last one returns")
}

/// The column that a part of a path leads to, and for a relation the model behind it.
fn step(graph: &Graph<'_>, model: usize, part: &str) -> Result<(End, Option<usize>), Stop> {
    let draft = &graph.models[model];
    let primary_key = |model: usize| {
        let field = graph.models[model].primary_key().ok_or(None)?;
        Ok((End { model, field, relation: true }, Some(model)))
    };
    let found = if part == "pk" { draft.primary_key() } else { draft.field(part) };
    if let Some(index) = found {
        let field = &draft.fields[index];
        return match (field.schema.ty, field.target) {
            _ if graph.is_broken(field) => Err(None),
            (Some(FieldType::ManyToMany), Some(target)) => primary_key(target),
            (Some(ty), Some(target)) if ty.is_key() && field.name() == part => {
                Ok((End { model, field: index, relation: true }, Some(target)))
            }
            (Some(ty), _) if ty != FieldType::ManyToMany => {
                Ok((End { model, field: index, relation: false }, None))
            }
            _ => Err(None),
        };
    }
    if let Some(reverse) = draft.meta.reverse.iter().find(|reverse| reverse.name == part) {
        return primary_key(reverse.model);
    }
    if draft.incomplete {
        return Err(None);
    }
    let mut names = draft.field_names(|_| true);
    names.extend(draft.meta.reverse.iter().map(|reverse| reverse.name.as_str()));
    Err(Some((format!("`{part}` is not a field of `{}`", draft.name()), name::suggest(part, names))))
}

/// The filter of one lookup, with its transforms: `year__gte`.
fn filter(
    graph: &Graph<'_>,
    set: &str,
    path: &Spanned<String>,
    end: End,
    written: &Spanned<String>,
) -> Option<FilterDraft> {
    let field = &graph.models[end.model].fields[end.field];
    let value = field::value_type(graph, end.model, field)?;
    let what = format!("`{set}.fields.{}` has `{}`", path.value, written.value);
    if value.ty.is_collection() {
        let problem = format!("{what}: `{}` has {}", field.label(), value.kind.plural());
        graph.report.error_help(written.at, problem, "a filter set has no filters of arrays and ranges");
        return None;
    }
    let mut kind = value.kind;
    let mut key = path.value.clone();
    let mut transforms = Vec::new();
    let mut parts = written.split("__").peekable();
    let mut lookup = "exact";
    while let Some(part) = parts.next() {
        let (known, transformed, of) = match end.relation {
            true => (&RELATED[..], None, "relations"),
            false => (kind.lookups(), kind.transformed(part), kind.plural()),
        };
        if let Some(output) = transformed {
            kind = output;
            key = format!("{key}__{part}");
            transforms.push(part.to_owned());
            continue;
        }
        let Some(found) = known.iter().find(|known| **known == part) else {
            let transforms: &[&str] = if end.relation { &[] } else { kind.transforms() };
            let candidates: Vec<&str> = known.iter().chain(transforms).copied().collect();
            let near = name::nearest(part, candidates.iter().copied());
            let help = near.map_or_else(
                || format!("there is {}", name::list(&candidates, "and")),
                |near| format!("did you mean `{near}`?"),
            );
            graph.report.error_help(written.at, format!("{what}: `{part}` is not a lookup of {of}"), help);
            return None;
        };
        if parts.peek().is_some() {
            graph.report.error(written.at, format!("{what}: the lookup `{part}` stands last"));
            return None;
        }
        lookup = *found;
    }
    if lookup != "exact" {
        key = format!("{key}__{lookup}");
    }
    Some(FilterDraft { key, end, transforms, lookup, kind, value })
}

/// The filter sets of a file.
pub(super) fn filter_sets(build: &Builder<'_, '_>, file: &File) -> Vec<FilterSet> {
    let drafts = build.graph.filter_sets.iter().filter(|draft| std::ptr::eq(draft.file, file));
    let sets = drafts.map(|draft| {
        let model = build.draft(draft.model).name().to_owned();
        let ordering: Vec<_> = draft.schema.ordering.iter().map(|term| term.value.clone()).collect();
        FilterSet {
            name: draft.schema.name.value.clone(),
            page: doc::filter_set(draft.schema.doc.as_ref().map(|doc| doc.value.as_str()), &model),
            filters: draft.filters.iter().map(|filter| build_filter(build, draft.model, filter)).collect(),
            model,
            ordering,
        }
    });
    sets.collect()
}

fn build_filter(build: &Builder<'_, '_>, model: usize, filter: &FilterDraft) -> Filter {
    let owner = build.draft(filter.end.model);
    let column = format!("{}.{}", owner.table(), owner.fields[filter.end.field].column());
    let form = match filter.lookup {
        "in" | "has_keys" | "has_any_keys" => FilterForm::List,
        "range" => FilterForm::Range,
        _ => FilterForm::One,
    };
    let documented = match (filter.kind, filter.lookup) {
        (Kind::Json, "contains") => "contains_document",
        (_, lookup) => lookup,
    };
    Filter {
        page: doc::filter(&filter.key, &column, &filter.transforms, documented),
        ident: name::ident(&filter.key),
        key: filter.key.clone(),
        form,
        rust_type: rust_type(build, model, filter),
    }
}

/// The Rust type of a value: the field's own, unless the lookup or a transform has another.
fn rust_type(build: &Builder<'_, '_>, model: usize, filter: &FilterDraft) -> RustType {
    let base = |ty: &str| RustType { path: ty.to_owned(), base: ty.to_owned(), origin: RustTypeOrigin::Base };
    match filter.lookup {
        "isnull" => base("bool"),
        "contains" if filter.kind == Kind::Json => build.rust_type(model, &filter.value),
        "has_key" | "has_keys" | "has_any_keys" => base("String"),
        "iexact" | "contains" | "icontains" | "startswith" | "istartswith" | "endswith" | "iendswith"
        | "regex" | "iregex" => base("String"),
        _ if filter.transforms.iter().all(|transform| transform == "abs") => {
            build.rust_type(model, &filter.value)
        }
        _ => base(match filter.kind {
            Kind::Date => FieldType::Date.rust_type(Dates::Jiff),
            Kind::Time => FieldType::Time.rust_type(Dates::Jiff),
            Kind::Text => FieldType::Text.rust_type(Dates::Jiff),
            _ => FieldType::BigInteger.rust_type(Dates::Jiff),
        }),
    }
}
