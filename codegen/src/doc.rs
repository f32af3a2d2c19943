//! The rustdoc text of models, fields and relations, in Markdown. Where it is put is not decided here.

use crate::diagram;
use crate::model::{
    App, AutoNow, Cardinality, Condition, Constant, Default, Direction, Enum, Field, Join, Model, OnDelete,
    Operand, OrderTerm, Relation, RustTypeOrigin, Shape, Validator,
};

/// How many lookups a field's page names before it leaves the rest to the kind's page.
const SHOWN_LOOKUPS: usize = 6;

/// The page of a field's constant.
pub(crate) fn field(model: &Model, field: &Field) -> String {
    let summary = match (&field.doc, &field.points_at) {
        (Some(doc), None) => prose(doc),
        (Some(doc), Some(_)) => format!("The key of `{}`: {}", field.declared_name, prose(doc)),
        (None, Some(target)) => format!("The key of the {} that it points at.", link(&target.model.label)),
        (None, None) if field.primary_key => "The primary key.".to_owned(),
        (None, None) => format!("The {} of {}.", words(&field.name), article(&words(&snake(&model.name)))),
    };
    let types = &field.database_types;
    let types = if field.value_type.is_collection() {
        format!("PostgreSQL `{}`", types.postgres)
    } else if types.sqlite == types.postgres && types.sqlite == types.mysql {
        format!("`{}`", types.sqlite)
    } else {
        format!("`{}` (PostgreSQL `{}`, MySQL `{}`)", types.sqlite, types.postgres, types.mysql)
    };
    let kind = field.kind.name();
    let value = match field.rust_type.origin {
        RustTypeOrigin::Base => format!("`{}`", field.rust_type.path),
        RustTypeOrigin::Choices | RustTypeOrigin::User => {
            format!("[`{}`]({})", last(&field.rust_type.path), field.rust_type.path)
        }
    };
    let mut rows = vec![
        ("Column", format!("`{}.{}`, {types}", model.table.name, field.column)),
        ("Value", format!("{value}, of kind [`{kind}`](::queryset::kind::{kind})")),
        ("Null", if field.null { "yes" } else { "no" }.to_owned()),
        ("Default", default_of(field)),
    ];
    if !field.validators.is_empty() {
        rows.push(("Valid", field.validators.iter().map(validator).collect::<Vec<_>>().join(", ")));
    }
    if field.primary_key {
        rows.push(("Key", "primary".to_owned()));
    } else if field.unique {
        rows.push(("Key", "unique".to_owned()));
    } else if field.indexed {
        rows.push(("Key", "indexed".to_owned()));
    }
    if let Some(target) = &field.points_at {
        rows.push(("Points at", format!("[`{}`]({})", target.model.label, target.model.type_path)));
    }
    let more = if field.lookups.len() > SHOWN_LOOKUPS { " …" } else { "" };
    let shown = quoted(field.lookups.iter().take(SHOWN_LOOKUPS).map(|lookup| crate::name::ident(lookup)));
    rows.push(("Lookups", format!("{shown}{more} ([all, with SQL](::queryset::kind::{kind}))")));
    // Any name is a key of a document, so these are not found by theirs.
    let ways: &[&str] = if kind == "Json" { &["key", "index", "as_text"] } else { &field.transforms };
    if !ways.is_empty() {
        let calls: Vec<_> = ways.iter().map(|name| format!("{name}()")).collect();
        rows.push(("Transforms", quoted(calls.iter())));
    }
    rows.push(("Declared", format!("`{}`", field.declared.file)));
    page(&summary, rows)
}

/// The page of an app's module.
pub(crate) fn app(app: &App) -> String {
    let summary = match &app.doc {
        Some(doc) => prose(doc),
        None => format!("The models of `{}`.", app.file),
    };
    let mut page = format!("{summary}\n\n| Model | Table | |\n|---|---|---|\n");
    for model in app.models.iter().chain(&app.pair_tables) {
        let about = model.page.lines().next().unwrap_or_default();
        let row = format!("[`{0}`]({1}::{0}) | `{2}` | {about}", model.name, app.ident, model.table.name);
        page.push_str(&format!(
            "| {} |\n",
            row.replace(" | ", "\u{0}").replace('|', "\\|").replace('\u{0}', " | ")
        ));
    }
    if let Some(picture) = diagram::app(app) {
        page.push_str(&format!("\n{picture}\n\n"));
        page.push_str("A fork is many rows and a bar is one; a dashed line may lead to none.\n");
    }
    page
}

/// The page of a model's struct.
pub(crate) fn model(model: &Model) -> String {
    let summary = match &model.doc {
        Some(doc) => prose(doc),
        None => format!("A row of `{}`.", model.table.name),
    };
    let module = &model.ident;
    let key = &model.fields[model.primary_key_position];
    let mut rows = vec![
        (
            "Table",
            format!("`{}`{}", model.table.name, if model.table.managed { "" } else { ", made elsewhere" }),
        ),
        ("Primary key", format!("[`{}`](const@{module}::{})", key.name, key.ident)),
    ];
    if !model.ordering_terms.is_empty() {
        rows.push(("Ordering", ordering(&model.ordering_terms)));
    }
    if let Some(objects) = &model.objects {
        rows.push(("Objects", format!("those with {}; `all_objects()` has all", condition(objects))));
    }
    if !model.get_latest_by_terms.is_empty() {
        rows.push(("Latest by", ordering(&model.get_latest_by_terms)));
    }
    for direction in [Direction::Forward, Direction::Reverse] {
        let links = model.relations.iter().filter(|relation| relation.direction == direction);
        let links: Vec<_> = links
            .map(|relation| {
                format!(
                    "[`{}()`](fn@{module}::{}) to [`{}`]({})",
                    relation.name,
                    relation.ident,
                    relation.target.label,
                    outside(&relation.target.type_path)
                )
            })
            .collect();
        if !links.is_empty() {
            let title = if direction == Direction::Forward { "Relations" } else { "Reverse" };
            rows.push((title, links.join(", ")));
        }
    }
    rows.push(("Declared", format!("`{}`", model.declared.file)));
    page(&summary, rows)
}

/// The page of a relation's function.
pub(crate) fn relation(relation: &Relation) -> String {
    let target = format!("[`{}`]({})", relation.target.label, relation.target.type_path);
    let summary = match (&relation.doc, relation.direction, relation.cardinality) {
        (Some(doc), Direction::Forward, _) => prose(doc),
        (_, Direction::Forward, Cardinality::One) => {
            format!("The {} that it points at.", words(&relation.name))
        }
        (_, Direction::Forward, Cardinality::Many) => format!("Its {}.", words(&relation.name)),
        (_, Direction::Reverse, Cardinality::One) => {
            format!("The {} whose `{}` it is.", target, relation.field.name)
        }
        (_, Direction::Reverse, Cardinality::Many) => {
            format!("Every {} whose `{}` leads here.", target, relation.field.name)
        }
    };
    let rows_of = match relation.shape {
        Shape::ManyToOne => "one row, which others share",
        Shape::OneToOne => "one row",
        Shape::OneToMany => "many rows",
        Shape::ManyToMany => "many rows, which others share",
    };
    let join = match &relation.join {
        Join::Direct { column, target_column, .. } => format!("`{column}` = `{target_column}`"),
        Join::Through { column, table, source_column, pair_column, target_column, .. } => {
            format!("`{column}` = `{table}.{source_column}`, `{table}.{pair_column}` = `{target_column}`")
        }
    };
    let mut rows = vec![
        ("Leads to", format!("{target}, {rows_of}")),
        ("Join", join),
        ("Null", if relation.null { "yes: there may be no row" } else { "no" }.to_owned()),
    ];
    if let Some(on_delete) = relation.on_delete {
        rows.push(("On delete", format!("`{}`", on_delete_word(on_delete))));
    }
    rows.push((
        "Way back",
        match &relation.inverse {
            Some(_) if relation.symmetrical => "itself".to_owned(),
            Some(inverse) => format!("`{inverse}()`"),
            None => "none".to_owned(),
        },
    ));
    rows.push(("Declared", format!("`{}`", relation.declared.file)));
    page(&summary, rows)
}

/// The terms of an order: `` `-created_at` `name` ``.
pub(crate) fn ordering(terms: &[OrderTerm]) -> String {
    let terms = terms.iter().map(|term| {
        let minus = if term.descending { "-" } else { "" };
        format!("{minus}{}", term.path)
    });
    quoted(terms)
}

/// A condition in the middle of a sentence: "`deleted_at IS NULL`".
pub(crate) fn condition(condition: &Condition) -> String {
    format!("`{}`", written(condition, false))
}

/// A condition as SQL would have it, in brackets where it stands `inside` another one.
fn written(condition: &Condition, inside: bool) -> String {
    let (parts, word) = match condition {
        Condition::All { of } => (of, " AND "),
        Condition::Any { of } => (of, " OR "),
        Condition::Not { of } => return format!("NOT ({})", written(of, false)),
        Condition::Lookup { column, lookup, value } => return lookup_words(column, lookup, value),
    };
    let parts: Vec<_> = parts.iter().map(|part| written(part, true)).collect();
    match inside && parts.len() > 1 {
        true => format!("({})", parts.join(word)),
        false => parts.join(word),
    }
}

fn lookup_words(column: &str, lookup: &str, value: &Operand) -> String {
    let shown = |value: &Constant| match value {
        Constant::Integer(_) | Constant::Float(_) | Constant::Decimal(_) | Constant::Bool(_) => value.text(),
        _ => format!("'{}'", value.text()),
    };
    let operator = match lookup {
        "gt" => ">",
        "gte" => ">=",
        "lt" => "<",
        "lte" => "<=",
        _ => "=",
    };
    match (lookup, value) {
        ("isnull", Operand::Constant(Constant::Bool(true))) => format!("{column} IS NULL"),
        ("isnull", _) => format!("{column} IS NOT NULL"),
        (_, Operand::Column(other)) => format!("{column} {operator} {other}"),
        (_, Operand::Constant(value)) => format!("{column} {operator} {}", shown(value)),
        ("range", Operand::List(ends)) => {
            let ends: Vec<_> = ends.iter().map(shown).collect();
            format!("{column} BETWEEN {}", ends.join(" AND "))
        }
        (_, Operand::List(values)) => {
            let values: Vec<_> = values.iter().map(shown).collect();
            format!("{column} IN ({})", values.join(", "))
        }
    }
}

/// Fields in the middle of a sentence: "`a`, `b` and `c`".
pub(crate) fn fields(fields: &[&Field]) -> String {
    let names: Vec<_> = fields.iter().map(|field| field.ident.as_str()).collect();
    crate::name::list(&names, "and")
}

/// The page of an enum of choices.
pub(crate) fn choices(model: &Model, choices: &Enum) -> String {
    let summary = match &choices.doc {
        Some(doc) => prose(doc),
        None => format!("What `{}.{}` can be.", model.name, choices.field),
    };
    format!(
        "{summary}\n\nThe choices of [`{0}::{1}`](const@{0}::{1}).",
        model.ident,
        crate::name::ident(&choices.field)
    )
}

/// The line of a variant of an enum of choices.
pub(crate) fn variant(label: &str, value: &Constant) -> String {
    format!("{}, stored as `{}`.", prose(label), constant(value))
}

/// The page of the struct of a filter set.
pub(crate) fn filter_set(doc: Option<&str>, model: &str) -> String {
    let summary = match doc {
        Some(doc) => prose(doc),
        None => format!("Filters of [`{model}`], as a query string has them."),
    };
    format!("{summary}\n\nA [`FilterSet`](::queryset::FilterSet): [`{model}`]`::objects().filter_set(&…)`.")
}

/// The page of a filter: `transforms` of `column`, then a lookup.
pub(crate) fn filter(key: &str, column: &str, transforms: &[String], lookup: &str) -> String {
    let left = transforms.iter().fold(column.to_owned(), |of, name| format!("{}({of})", name.to_uppercase()));
    let in_any_case = format!("UPPER({left})");
    let (summary, sql) = match lookup {
        "iexact" => ("equals it in any case", format!("{in_any_case} = UPPER(…)")),
        "contains" => ("contains it", format!("{left} LIKE '%…%'")),
        "icontains" => ("contains it in any case", format!("{in_any_case} LIKE UPPER('%…%')")),
        "startswith" => ("begins with it", format!("{left} LIKE '…%'")),
        "istartswith" => ("begins with it in any case", format!("{in_any_case} LIKE UPPER('…%')")),
        "endswith" => ("ends with it", format!("{left} LIKE '%…'")),
        "iendswith" => ("ends with it in any case", format!("{in_any_case} LIKE UPPER('%…')")),
        "regex" => ("matches it", format!("{left} REGEXP …")),
        "iregex" => ("matches it in any case", format!("{left} REGEXP '(?i)…'")),
        "gt" => ("is greater", format!("{left} > …")),
        "gte" => ("is it or greater", format!("{left} >= …")),
        "lt" => ("is less", format!("{left} < …")),
        "lte" => ("is it or less", format!("{left} <= …")),
        "in" => ("is one of them", format!("{left} IN (…)")),
        "range" => ("is between the two, or one of them", format!("{left} BETWEEN … AND …")),
        "isnull" => ("is `NULL`, or with `false` is not", format!("{left} IS NULL")),
        "contains_document" => ("contains it", format!("{left} @> …")),
        "contained_by" => ("is contained in it", format!("{left} <@ …")),
        "has_key" => ("has the key", format!("{left} ? …")),
        "has_keys" => ("has all of the keys", format!("{left} ?& …")),
        "has_any_keys" => ("has one of the keys", format!("{left} ?| …")),
        _ => ("equals it", format!("{left} = …")),
    };
    let text = match lookup {
        "in" | "has_keys" | "has_any_keys" => ", a list with commas",
        "range" => ", with a comma between the two",
        _ => "",
    };
    let summary = format!("Keeps the rows whose `{left}` {summary}.");
    page(
        &summary,
        vec![
            ("Query string", format!("`{key}=…`{text}")),
            ("Django", format!("`filter({key}=…)`")),
            ("SQL", format!("`{sql}`")),
        ],
    )
}

fn page(summary: &str, rows: Vec<(&str, String)>) -> String {
    let mut page = format!("{summary}\n\n| | |\n|---|---|\n");
    for (title, text) in rows {
        let text = if text.contains('|') { text.replace('|', "\\|") } else { text };
        page.push_str(&format!("| {title} | {text} |\n"));
    }
    page
}

/// Text of the schema, which rustdoc is not to read as links or HTML outside of code, nor, where it
/// is indented, as an example to compile.
pub(crate) fn prose(text: &str) -> String {
    let lines: Vec<_> = text
        .trim()
        .lines()
        .map(|line| {
            let indent = line.len() - line.trim_start().len();
            if indent < 4 { line } else { line.trim_start() }
        })
        .collect();
    let text = lines.join("\n");
    let parts = text.split('`').enumerate().map(|(index, part)| {
        if index % 2 == 1 {
            return part.to_owned();
        }
        let escaped = part.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<");
        linked(&escaped)
    });
    parts.collect::<Vec<_>>().join("`")
}

/// Text with its addresses in angle brackets, as links that rustdoc accepts.
fn linked(text: &str) -> String {
    let mut linked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, address) = rest.split_at(start);
        let end = address.find(char::is_whitespace).unwrap_or(address.len());
        let (address, after) = address.split_at(end);
        let end = address.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']).len();
        let (address, punctuation) = address.split_at(end);
        linked.push_str(&format!("{before}<{address}>{punctuation}"));
        rest = after;
    }
    linked + rest
}

/// What a row gets that is created without a value.
pub(crate) fn default_of(field: &Field) -> String {
    match &field.default {
        Some(Default::Constant(value)) => format!("`{}`", constant(value)),
        Some(Default::Variant(name)) => format!("`{name}`"),
        Some(Default::Now) => "the current time".to_owned(),
        Some(Default::NewUuid) => "a new UUID".to_owned(),
        None if field.counted => "counted up by the database".to_owned(),
        None if field.auto_now == AutoNow::Save => "the current time, on every save".to_owned(),
        None if field.auto_now == AutoNow::Create => "the current time".to_owned(),
        None if field.required => "none: `create()` asks for it".to_owned(),
        None => "`NULL`".to_owned(),
    }
}

/// What is asked of the values, as the schema writes it.
fn validator(validator: &Validator) -> String {
    match validator {
        Validator::Min(value) => format!("at least `{}`", constant(value)),
        Validator::Max(value) => format!("at most `{}`", constant(value)),
        Validator::MinLength(least) => format!("at least {least} characters"),
        Validator::Regex(pattern) => format!("matches `{pattern}`"),
        Validator::Own(path) => format!("by `{path}`"),
    }
}

fn constant(value: &Constant) -> String {
    match value {
        Constant::Text(text) => format!("\"{text}\""),
        other => other.text(),
    }
}

fn on_delete_word(on_delete: OnDelete) -> &'static str {
    match on_delete {
        OnDelete::Cascade => "cascade",
        OnDelete::Protect => "protect",
        OnDelete::Restrict => "restrict",
        OnDelete::SetNull => "set_null",
        OnDelete::SetDefault => "set_default",
        OnDelete::DoNothing => "do_nothing",
    }
}

/// A path that is written inside a model's module, as the app's module has it.
fn outside(type_path: &str) -> &str {
    type_path.strip_prefix("super::").unwrap_or(type_path)
}

fn link(label: &str) -> String {
    format!("`{label}`")
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

fn quoted(names: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut quoted = String::new();
    for name in names {
        quoted.push_str(if quoted.is_empty() { "`" } else { " `" });
        quoted.push_str(name.as_ref());
        quoted.push('`');
    }
    quoted
}

fn snake(name: &str) -> String {
    crate::name::snake(name)
}

/// `number of comments` for `number_of_comments`.
fn words(name: &str) -> String {
    name.replace('_', " ")
}

fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn prose_makes_no_links_and_no_html() {
        assert_eq!(prose("a [b] <c> `Vec<[u8]>`\n"), "a \\[b\\] \\<c> `Vec<[u8]>`");
    }

    #[test]
    fn prose_makes_no_examples() {
        assert_eq!(prose("a\n    b\n  c"), "a\nb\n  c");
    }

    #[test]
    fn addresses_in_prose_are_links() {
        assert_eq!(
            prose("see https://a.example/b_c?d=e, or (http://f.example)."),
            "see <https://a.example/b_c?d=e>, or (<http://f.example>)."
        );
    }
}
