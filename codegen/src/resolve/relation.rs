//! Relations: what fields point at, tables of pairs, and the names of the ways back.

use super::{Draft, FieldDraft, Graph};
use crate::error::Pos;
use crate::kind::FieldType;
use crate::name;
use crate::read::Spanned;

/// How a `many_to_many` field is stored.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    pub(super) symmetrical: bool,
    pub(super) storage: Storage,
}

#[derive(Clone, Debug)]
pub(super) enum Storage {
    /// A table of its own.
    Own { table: String, source_column: String, pair_column: String },
    /// A model with a key to each side: the model, and the two among its fields.
    Model { model: usize, source: usize, target: usize },
}

/// The way back over one relation field.
#[derive(Clone, Debug)]
pub(super) struct Reverse {
    /// The model that has the field, and which of its fields it is.
    pub(super) model: usize,
    pub(super) field: usize,
    /// The name on paths.
    pub(super) name: String,
    /// The name on instances.
    pub(super) accessor: String,
}

/// Finds the model that each relation field points at.
pub(super) fn find_targets(graph: &mut Graph<'_>) {
    for index in graph.concrete() {
        for position in 0..graph.models[index].fields.len() {
            let target = find_target(graph, index, position);
            graph.models[index].fields[position].target = target;
        }
    }
}

fn find_target(graph: &Graph<'_>, index: usize, position: usize) -> Option<usize> {
    let draft = &graph.models[index];
    let field = &draft.fields[position];
    let to = field.schema.to.as_ref()?;
    if !field.schema.ty?.is_relation() {
        return None;
    }
    if to.value == "self" {
        return Some(index);
    }
    let what = format!("`{}` points at `{}`", field.label(), to.value);
    find_model(graph, draft, to, &what)
}

/// The concrete model that a field names.
fn find_model(graph: &Graph<'_>, draft: &Draft<'_>, name: &Spanned<String>, what: &str) -> Option<usize> {
    let Some(found) = graph.find(draft.app(), name) else {
        if let Some((app, _)) = name.value.split_once('.')
            && !graph.files.iter().any(|file| file.app == app)
        {
            let apps = graph.files.iter().map(|file| file.app.as_str());
            graph.report.error_maybe(
                name.at,
                format!("{what}, and `{app}` is not an app"),
                name::suggest(app, apps),
            );
            return None;
        }
        graph.report.error_maybe(
            name.at,
            format!("{what}, which is not a model"),
            graph.suggest_model(draft.app(), name, |model| !model.is_abstract),
        );
        return None;
    };
    if graph.models[found].schema.is_abstract {
        graph.report.error_help(
            name.at,
            format!("{what}, which is abstract and has no rows"),
            "name a model that inherits it",
        );
        return None;
    }
    Some(found)
}

/// Settles how each `many_to_many` field is stored, then the ways back over all relations.
pub(super) fn find_pairs(graph: &mut Graph<'_>) {
    for index in graph.concrete() {
        for position in 0..graph.models[index].fields.len() {
            let pairs = settle_pairs(graph, index, position);
            graph.models[index].fields[position].pairs = pairs;
        }
    }
    for index in graph.concrete() {
        for position in 0..graph.models[index].fields.len() {
            let field = &graph.models[index].fields[position];
            let Some(target) = field.target else { continue };
            if let Some((name, accessor)) = reverse_names(&graph.models[index], field) {
                let reverse = Reverse { model: index, field: position, name, accessor };
                graph.models[target].meta.reverse.push(reverse);
            }
        }
    }
}

fn settle_pairs(graph: &Graph<'_>, index: usize, position: usize) -> Option<Pairs> {
    let draft = &graph.models[index];
    let field = &draft.fields[position];
    let target = field.target.filter(|_| field.is_pairs())?;
    let to_self = target == index;
    if let Some(symmetrical) = &field.schema.symmetrical
        && !to_self
    {
        graph.report.error_help(
            field.schema.option_at("symmetrical"),
            format!("`{}` is symmetrical and does not point at its own model", field.label()),
            if symmetrical.value { "write `to = \"self\"`, or leave it out" } else { "leave it out" },
        );
    }
    let symmetrical = to_self && field.schema.symmetrical.as_ref().is_none_or(|own| own.value);
    let reverse = field.schema.related_name.as_ref().or(field.schema.related_query_name.as_ref());
    if let Some(reverse) = reverse.filter(|_| symmetrical) {
        graph.report.error_help(
            reverse.at,
            format!("`{}` is symmetrical: its way back is itself", field.label()),
            "leave the reverse name out, or write `symmetrical = false`",
        );
    }
    let storage = match &field.schema.through {
        None => own_storage(graph, draft, field, &graph.models[target]),
        Some(through) => through_storage(graph, index, field, through, target)?,
    };
    Some(Pairs { symmetrical, storage })
}

/// The table that Django makes for the field: `blog_entry_authors` with `entry_id`, `author_id`.
fn own_storage(graph: &Graph<'_>, draft: &Draft<'_>, field: &FieldDraft<'_>, target: &Draft<'_>) -> Storage {
    let table = match &field.schema.db_table {
        Some(table) => table.value.clone(),
        None => format!("{}_{}", draft.table(), field.name()),
    };
    if field.schema.db_table.is_none() && table.chars().count() > name::LONGEST_NAME {
        graph.report.error_help(
            field.schema.name.at,
            format!("the table `{table}` of `{}` has too long a name", field.label()),
            "write `db_table = \"…\"`",
        );
    }
    let (source, other) = (draft.name().to_lowercase(), target.name().to_lowercase());
    let (source_column, pair_column) = if source == other {
        (format!("from_{source}_id"), format!("to_{other}_id"))
    } else {
        (format!("{source}_id"), format!("{other}_id"))
    };
    Storage::Own { table, source_column, pair_column }
}

fn through_storage(
    graph: &Graph<'_>,
    index: usize,
    field: &FieldDraft<'_>,
    through: &Spanned<String>,
    target: usize,
) -> Option<Storage> {
    let draft = &graph.models[index];
    let what = format!("`{}` goes through `{}`", field.label(), through.value);
    let model = find_model(graph, draft, through, &what)?;
    let pairs = &graph.models[model];
    if let Some(names) = &field.schema.through_fields {
        let [source, other] = &names.value[..] else {
            graph.report.error_help(
                names.at,
                format!("`{}.through_fields` names {} fields", field.label(), names.value.len()),
                format!(
                    "name the key to `{0}`, then the key to `{1}`",
                    draft.name(),
                    graph.models[target].name()
                ),
            );
            return None;
        };
        let source = through_field(graph, field, pairs, source, index);
        let other = through_field(graph, field, pairs, other, target);
        return Some(Storage::Model { model, source: source?, target: other? });
    }
    let keys_to = |side: usize| -> Vec<usize> {
        let fields = pairs.fields.iter().enumerate();
        let keys = fields.filter(|(_, key)| key.is_key() && key.target == Some(side));
        keys.map(|(position, _)| position).collect()
    };
    let (sources, targets) = (keys_to(index), keys_to(target));
    let wanted = if index == target { 2 } else { 1 };
    for (side, keys) in [(index, &sources), (target, &targets)] {
        let name = graph.models[side].name();
        if keys.len() < wanted && !pairs.incomplete && !has_unsettled_key(graph, pairs) {
            let missing = if wanted == 2 { "two keys" } else { "a key" };
            graph.report.error_help(
                through.at,
                format!("{what}, which does not have {missing} to `{name}`"),
                format!("add a `foreign_key` with `to = \"{name}\"` to `{}`", pairs.name()),
            );
            return None;
        }
        if keys.len() > wanted {
            let keys: Vec<_> = keys.iter().map(|key| pairs.fields[*key].name()).collect();
            graph.report.error_help(
                through.at,
                format!("{what}, which has several keys to `{name}`: {}", name::list(&keys, "and")),
                "say which two are meant with `through_fields = [\"…\", \"…\"]`",
            );
            return None;
        }
    }
    let source = *sources.first()?;
    let target = *targets.last()?;
    Some(Storage::Model { model, source, target })
}

/// Whether a key of the model points nowhere, which is reported already.
fn has_unsettled_key(graph: &Graph<'_>, draft: &Draft<'_>) -> bool {
    draft.fields.iter().any(|field| {
        (field.is_key() && field.target.is_none()) || (field.schema.ty.is_none() && graph.is_broken(field))
    })
}

fn through_field(
    graph: &Graph<'_>,
    field: &FieldDraft<'_>,
    pairs: &Draft<'_>,
    name: &Spanned<String>,
    side: usize,
) -> Option<usize> {
    let side_name = graph.models[side].name();
    match pairs.field(name) {
        Some(found) if pairs.fields[found].is_key() && pairs.fields[found].target == Some(side) => {
            Some(found)
        }
        Some(found)
            if graph.is_broken(&pairs.fields[found])
                || (pairs.fields[found].is_key() && pairs.fields[found].target.is_none()) =>
        {
            None
        }
        Some(_) => {
            graph.report.error(
                name.at,
                format!(
                    "`{}` goes through `{}.{}`, which is not a key to `{side_name}`",
                    field.label(),
                    pairs.name(),
                    name.value
                ),
            );
            None
        }
        None if pairs.incomplete => None,
        None => {
            graph.report.error_maybe(
                name.at,
                format!(
                    "`{}` goes through `{}.{}`, which is not a field",
                    field.label(),
                    pairs.name(),
                    name.value
                ),
                name::suggest(name, pairs.field_names(FieldDraft::is_key)),
            );
            None
        }
    }
}

/// The names of the way back: on paths and on instances. `None` where it is hidden.
fn reverse_names(draft: &Draft<'_>, field: &FieldDraft<'_>) -> Option<(String, String)> {
    let ty = field.schema.ty.filter(|ty| ty.is_relation())?;
    if field.pairs.as_ref().is_some_and(|pairs| pairs.symmetrical) {
        return None;
    }
    let fill = |name: &Spanned<String>| {
        let class = draft.name().to_lowercase();
        name.value
            .replace("%(class)s", &class)
            .replace("%(model_name)s", &class)
            .replace("%(app_label)s", draft.app())
    };
    let related_name = field.schema.related_name.as_ref().map(fill);
    if related_name.as_ref().is_some_and(|name| name.ends_with('+')) {
        return None;
    }
    let own = name::snake(draft.name());
    let accessor = match (&related_name, ty) {
        (Some(name), _) => name.clone(),
        (None, FieldType::OneToOne) => own.clone(),
        (None, _) => format!("{own}_set"),
    };
    let query = field.schema.related_query_name.as_ref().map(fill).or(related_name).unwrap_or(own);
    Some((query, accessor))
}

/// Refuses ways back whose name on the target is taken: Django's E302 to E305.
pub(super) fn check_reverse_names(graph: &Graph<'_>) {
    for index in graph.concrete() {
        let target = &graph.models[index];
        for (position, reverse) in target.meta.reverse.iter().enumerate() {
            let field = &graph.models[reverse.model].fields[reverse.field];
            if graph.is_broken(field) {
                continue;
            }
            if name::is_reserved_relation(&name::ident(&reverse.name)) {
                refuse(graph, reverse, &reverse.name, "is a method that every path has".to_owned());
                continue;
            }
            let names = [&reverse.name, &reverse.accessor];
            let of_field = names.into_iter().find(|name| {
                target.fields.iter().any(|field| field.name() == *name || field.attribute() == **name)
            });
            if let Some(name) = of_field {
                refuse(graph, reverse, name, format!("is a field of `{}` already", target.name()));
                continue;
            }
            let of_reverse = target.meta.reverse[..position].iter().find_map(|other| {
                let taken = |name: &&&String| [&other.name, &other.accessor].contains(name);
                Some((names.iter().find(taken)?, other))
            });
            if let Some((name, other)) = of_reverse {
                let model = &graph.models[other.model];
                let field = model.fields[other.field].name();
                let why = format!("leads from `{}` to `{}.{field}` already", target.name(), model.name());
                refuse(graph, reverse, name, why);
            }
        }
    }
}

fn refuse(graph: &Graph<'_>, reverse: &Reverse, name: &str, why: String) {
    let draft = &graph.models[reverse.model];
    let field = &draft.fields[reverse.field];
    let written: Option<Pos> = [&field.schema.related_query_name, &field.schema.related_name]
        .into_iter()
        .flatten()
        .map(|name| name.at)
        .next();
    let help = if written.is_some() && !std::ptr::eq(field.owner, draft.schema) {
        "write `%(class)s` in it, which stands for each model that inherits the field".to_owned()
    } else if written.is_some() {
        "choose another".to_owned()
    } else {
        let class = if std::ptr::eq(field.owner, draft.schema) {
            name::snake(draft.name())
        } else {
            "%(class)s".to_owned()
        };
        let set = if field.schema.ty == Some(FieldType::OneToOne) { "" } else { "_set" };
        format!("write `related_name = \"{}_{class}{set}\"`", field.name())
    };
    graph.report.error_help(
        written.unwrap_or(field.schema.name.at),
        format!("the reverse name `{name}` of `{}` {why}", field.label()),
        help,
    );
}
