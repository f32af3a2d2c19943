//! Abstract models: whose fields and options a model takes over.

use super::{Draft, FieldDraft, Graph};
use crate::read::Spanned;
use crate::schema::{Field, Model};

/// What a model takes over, and whether all of it is known.
struct Flat<'s> {
    fields: Vec<FieldDraft<'s>>,
    options: Vec<&'s Model>,
    incomplete: bool,
}

/// Gives every model its own fields and those that it inherits, then the implicit `id`.
pub(super) fn flatten_all<'s>(graph: &mut Graph<'s>, implicit: &'s [Field]) {
    for index in 0..graph.models.len() {
        let mut flat = flatten(graph, index, &mut Vec::new());
        let draft = &graph.models[index];
        let keys: Vec<_> = flat.fields.iter().filter(|field| field.is_primary_key()).collect();
        if let [first, .., second] = keys[..] {
            graph.report.error(
                second.schema.option_at("primary_key"),
                format!("`{}` is a second primary key, beside `{}`", second.label(), first.label()),
            );
        }
        if keys.is_empty() && !draft.schema.is_abstract {
            let file = graph.files.iter().position(|file| std::ptr::eq(file, draft.file));
            let file = file.expect("every model comes from a file");
            if let Some(id) = flat.fields.iter().find(|field| field.name() == "id") {
                graph.report.error_help(
                    id.schema.name.at,
                    format!("`{}` has the name of the primary key and is none", id.label()),
                    "write `primary_key = true`, or rename it",
                );
            } else {
                flat.fields.insert(0, FieldDraft::new(&implicit[file], draft.schema, true));
            }
        }
        let draft = &mut graph.models[index];
        draft.fields = flat.fields;
        draft.options = flat.options;
        draft.incomplete = flat.incomplete;
    }
}

fn flatten<'s>(graph: &Graph<'s>, index: usize, on_the_way: &mut Vec<usize>) -> Flat<'s> {
    let draft = &graph.models[index];
    let mut flat = Flat { fields: Vec::new(), options: vec![draft.schema], incomplete: false };
    on_the_way.push(index);
    for (position, name) in draft.schema.inherits.iter().enumerate() {
        let first = draft.schema.inherits.iter().position(|other| other.value == name.value);
        if first != Some(position) {
            graph.report.error(name.at, format!("`{}` inherits `{}` twice", draft.name(), name.value));
            continue;
        }
        match find_base(graph, draft, name, on_the_way) {
            Some(base) => {
                let base = flatten(graph, base, on_the_way);
                flat.incomplete |= base.incomplete;
                for model in base.options {
                    if !flat.options.iter().any(|known| std::ptr::eq(*known, model)) {
                        flat.options.push(model);
                    }
                }
                take_over(graph, draft, name, base.fields, &mut flat.fields);
            }
            None => flat.incomplete = true,
        }
    }
    on_the_way.pop();
    for field in draft.schema.fields.values() {
        match flat.fields.iter().find(|known| known.name() == field.name.value) {
            Some(known) => graph.report.error_help(
                field.name.at,
                format!(
                    "`{}.{}` is inherited from `{}` already",
                    draft.name(),
                    field.name.value,
                    known.owner.name.value
                ),
                "rename one of the two",
            ),
            None => flat.fields.push(FieldDraft::new(field, draft.schema, false)),
        }
    }
    flat
}

/// Adds the fields of one inherited model. The same field by two ways counts once.
fn take_over<'s>(
    graph: &Graph<'s>,
    draft: &Draft<'s>,
    base: &Spanned<String>,
    from: Vec<FieldDraft<'s>>,
    fields: &mut Vec<FieldDraft<'s>>,
) {
    for field in from {
        match fields.iter().find(|known| known.name() == field.name()) {
            None => fields.push(field),
            Some(known) if known.schema.name.at == field.schema.name.at => {}
            Some(known) => graph.report.error_help(
                base.at,
                format!(
                    "`{}` inherits `{}` from `{}` and from `{}`",
                    draft.name(),
                    field.name(),
                    known.owner.name.value,
                    field.owner.name.value
                ),
                "rename one of the two",
            ),
        }
    }
}

fn find_base(
    graph: &Graph<'_>,
    draft: &Draft<'_>,
    name: &Spanned<String>,
    on_the_way: &[usize],
) -> Option<usize> {
    let Some(base) = graph.find(draft.app(), name) else {
        graph.report.error_maybe(
            name.at,
            format!("`{}` inherits `{}`, which is not a model", draft.name(), name.value),
            graph.suggest_model(draft.app(), name, |model| model.is_abstract),
        );
        return None;
    };
    let model = graph.models[base].schema;
    if on_the_way.contains(&base) {
        // Each model of the ring finds it: it is shown where the ring closes on the first.
        if on_the_way[0] == base {
            let through = match on_the_way {
                [_] => String::new(),
                _ => format!(", through `{}`", draft.name()),
            };
            graph.report.error(name.at, format!("`{}` inherits itself{through}", model.name.value));
        }
        return None;
    }
    if !model.is_abstract {
        graph.report.error_help(
            name.at,
            format!("`{}` inherits `{}`, which is not abstract", draft.name(), name.value),
            format!("write `abstract = true` in `{}`, or point at it with a `one_to_one` field", name.value),
        );
        return None;
    }
    Some(base)
}
