//! One field: its name, its options, its choices and its default.

use super::{FieldDraft, Graph, ValueType};
use super::{validator, value};
use crate::error::Report;
use crate::kind::{Dates, FieldType, Items, Sizes};
use crate::model::{Constant, Default, OnDelete, RustTypeOrigin, Variant};
use crate::name;
use crate::schema::{Field, Model, is_true};

/// The last `jiff::Timestamp`, in microseconds after 1970: in every time zone it is in the year 9999.
const LATEST_TIMESTAMP: i64 = 253_402_207_200_999_999;

/// The most digits that a decimal value has in Rust.
const MOST_DIGITS: u32 = 28;

/// Checks every field of every model on its own, abstract models included.
pub(super) fn check_all(graph: &mut Graph<'_>) {
    for index in 0..graph.models.len() {
        let draft = &graph.models[index];
        let owner = draft.schema;
        for field in owner.fields.values() {
            let own = Report::default();
            check(owner, draft.file.dates, field, &own);
            if !own.is_empty() || field.ty.is_none() {
                graph.broken.insert(field.name.at);
            }
            graph.report.append(own);
        }
    }
}

fn check(owner: &Model, dates: Dates, field: &Field, report: &Report) {
    let label = format!("{}.{}", owner.name.value, field.name.value);
    check_name(&label, field, report);
    let Some(ty) = field.ty else { return };
    check_options(&label, ty, field, report);
    check_sizes(&label, ty, field, report);
    check_item(&label, ty, field, report);
    check_key_options(&label, ty, field, report);
    check_dates(&label, field, report);
    check_rust_type(&label, field, report);
    if let Some(column) = field.db_column.as_ref().or(field.db_table.as_ref()) {
        check_database_name(&label, column, report);
    }
    if ty.is_relation() {
        check_relation(&label, ty, field, report);
        return;
    }
    if !report.is_empty() {
        return;
    }
    let sizes = sizes(ty, field);
    validator::check(&label, ty, sizes, field, report);
    let variants = value::choices(&label, ty, sizes, field, report);
    let Some(default) = &field.default else { return };
    if !report.is_empty() {
        return;
    }
    match value::default(ty, sizes, &variants, &default.value) {
        Err(problem) => report.error(default.at, format!("the default of `{label}` {problem}")),
        Ok(Default::Constant(Constant::DateTime { microseconds }))
            if microseconds > LATEST_TIMESTAMP && dates == Dates::Jiff && field.rust_type.is_none() =>
        {
            report.error_help(
                default.at,
                format!("the default of `{label}` is later than `9999-12-30T22:00:00Z`, the last `jiff::Timestamp`"),
                "write `rust_type = \"::jiff::civil::DateTime\"`, which is in UTC",
            );
        }
        Ok(_) => {}
    }
}

fn check_name(label: &str, field: &Field, report: &Report) {
    let name = field.name.value.as_str();
    let at = field.name.at;
    let plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    if !plain {
        report.error_help(
            at,
            format!("`{label}` is not a name for a field"),
            "start with a letter, and go on with letters, digits and `_`",
        );
    } else if name.chars().any(|character| character.is_ascii_uppercase()) {
        report.error_help(
            at,
            format!("`{label}` is not in lower case"),
            format!("write `{}` and `db_column = \"{name}\"`", name::snake(name)),
        );
    } else if name.contains("__") {
        report.error(
            at,
            format!("`{label}` has two underscores together, which separate the parts of a lookup"),
        );
    } else if name.ends_with('_') {
        report.error_help(
            at,
            format!("`{label}` ends with an underscore"),
            format!("write `{0}`: a Rust keyword gets its underscore by itself", name.trim_end_matches('_')),
        );
    } else if name == "pk" {
        report.error(at, format!("`{label}` has the name that every primary key has"));
    } else if name::is_reserved_field(name) {
        report.error_help(
            at,
            format!("`{label}` has the name of a method that every model has"),
            format!("rename it and write `db_column = \"{name}\"`"),
        );
    } else if field.ty.is_some_and(FieldType::is_relation) && name::is_reserved_relation(&name::ident(name)) {
        report.error_help(
            at,
            format!("the relation `{label}` has the name of a method that every path has"),
            match field.ty {
                Some(FieldType::ManyToMany) => "rename it".to_owned(),
                _ => format!("rename it and write `db_column = \"{name}_id\"`"),
            },
        );
    }
}

/// Options that the type does not take, and those that it cannot do without.
fn check_options(label: &str, ty: FieldType, field: &Field, report: &Report) {
    for key in &field.keys {
        if ty.takes(&key.value) {
            continue;
        }
        let takers = FieldType::that_take(&key.value);
        if takers.is_empty() {
            continue;
        }
        let why = match (ty, key.value.as_str()) {
            (FieldType::ManyToMany, "null") => Some("without pairs there is no related row".to_owned()),
            (FieldType::ManyToMany, "on_delete") => Some("the pairs of a deleted row are deleted".to_owned()),
            _ if takers.len() <= 4 => {
                let verb = if takers.len() == 1 { "takes" } else { "take" };
                Some(format!("only {} {verb} it", name::list(&takers, "and")))
            }
            _ => None,
        };
        report.error_maybe(
            key.at,
            format!("`{label}` is {} and takes no `{}`", value::article(ty), key.value),
            why,
        );
    }
    let needed: &[&str] = match ty {
        FieldType::Char => &["max_length"],
        FieldType::Decimal => &["max_digits", "decimal_places"],
        FieldType::ForeignKey | FieldType::OneToOne => &["to", "on_delete"],
        FieldType::ManyToMany => &["to"],
        FieldType::Array => &["of"],
        _ => &[],
    };
    for option in needed.iter().filter(|option| !field.has(option)) {
        // A misspelt key has been reported.
        if field.keys.iter().any(|key| name::nearest(&key.value, [*option]).is_some()) {
            continue;
        }
        let help = match *option {
            "max_length" => "write `max_length = 255`, or `type = \"text\"` for any length",
            "max_digits" => "write `max_digits = 10`",
            "decimal_places" => "write `decimal_places = 2`",
            "to" => "write `to = \"…\"`",
            "of" => "write `of = { type = \"…\" }`",
            _ => "write `on_delete = \"cascade\"`, `\"protect\"`, `\"set_null\"` or another",
        };
        report.error_help(
            field.name.at,
            format!("`{label}` is {} and has no `{option}`", value::article(ty)),
            help,
        );
    }
}

fn check_sizes(label: &str, ty: FieldType, field: &Field, report: &Report) {
    if let Some(longest) = &field.max_length
        && ty.takes("max_length")
        && longest.value == 0
    {
        report.error(longest.at, format!("`{label}.max_length` is 0, so that nothing fits"));
    }
    if ty != FieldType::Decimal {
        return;
    }
    if let Some(digits) = &field.max_digits
        && !(1..=MOST_DIGITS).contains(&digits.value)
    {
        report.error(
            digits.at,
            format!("`{label}.max_digits` is out of range: a `Decimal` has 1 to {MOST_DIGITS} digits"),
        );
    }
    if let (Some(digits), Some(places)) = (&field.max_digits, &field.decimal_places)
        && places.value > digits.value
    {
        report.error(
            places.at,
            format!("`{label}` has {} decimal places, but only {} digits in all", places.value, digits.value),
        );
    }
}

/// What an array has: values of one type that is no array itself.
fn check_item(label: &str, ty: FieldType, field: &Field, report: &Report) {
    let Some(item) = field.of.as_ref().filter(|_| ty == FieldType::Array) else { return };
    let Some(of) = item.ty else { return };
    if of.is_relation() || of.is_auto() || of.is_collection() {
        report.error_help(
            item.at,
            format!("`{label}.of` is {}: an array has single values", value::article(of)),
            "for rows of another model, write a `many_to_many` field; for lists of lists, a `json` field",
        );
    }
    let sizes = [
        ("max_length", &item.max_length, of == FieldType::Char),
        ("max_digits", &item.max_digits, of == FieldType::Decimal),
        ("decimal_places", &item.decimal_places, of == FieldType::Decimal),
    ];
    for (option, size, needed) in sizes {
        match size {
            None if needed => report.error_help(
                item.at,
                format!("`{label}.of` is {} and has no `{option}`", value::article(of)),
                format!("write `{option} = …`"),
            ),
            Some(size) if !of.takes(option) => {
                report.error(
                    size.at,
                    format!("`{label}.of` is {} and takes no `{option}`", value::article(of)),
                );
            }
            _ => {}
        }
    }
}

fn check_key_options(label: &str, ty: FieldType, field: &Field, report: &Report) {
    let primary = is_true(&field.primary_key);
    if let Some(null) = field.null.as_ref().filter(|null| null.value && primary && ty.takes("null")) {
        report.error(null.at, format!("`{label}` is a primary key, which cannot be null"));
    }
    if ty.is_auto() && !primary {
        report.error_help(
            field.name.at,
            format!("`{label}` is {} and not the primary key", value::article(ty)),
            "write `primary_key = true`",
        );
    }
    if ty == FieldType::ForeignKey && (primary || is_true(&field.unique)) {
        let option = if primary { "primary_key" } else { "unique" };
        report.error_help(
            field.option_at(option),
            format!("`{label}` is a `foreign_key` that no two rows share"),
            "write `type = \"one_to_one\"`",
        );
    }
    if let Some(unique) = &field.unique
        && (ty == FieldType::OneToOne || primary)
        && !unique.value
    {
        let what = if primary { "primary key" } else { "`one_to_one`" };
        report.error(unique.at, format!("`{label}` is a {what}, which is always unique"));
    }
}

fn check_dates(label: &str, field: &Field, report: &Report) {
    let now = is_true(&field.auto_now);
    let added = is_true(&field.auto_now_add);
    if now && added {
        report.error_help(
            field.option_at("auto_now_add"),
            format!("`{label}` has both `auto_now` and `auto_now_add`"),
            "keep `auto_now` for the time of the last save, `auto_now_add` for the first",
        );
    }
    if (now || added) && field.has("default") {
        let option = if now { "auto_now" } else { "auto_now_add" };
        report.error(
            field.option_at("default"),
            format!("`{label}` has a default and `{option}`, which always wins"),
        );
    }
}

fn check_rust_type(label: &str, field: &Field, report: &Report) {
    if let Some(ty) = &field.rust_type {
        if syn::parse_str::<syn::Type>(ty).is_err() {
            report.error_help(
                ty.at,
                format!("`{label}.rust_type` is not a Rust type"),
                "write a full path: `crate::Email`",
            );
        } else if !is_absolute(ty) {
            report.error_help(
                ty.at,
                format!("`{label}.rust_type` is `{}`, which generated modules do not see", ty.value),
                format!("write a full path: `crate::{}`", last_segment(ty)),
            );
        } else if field.has("choices") {
            report.error(
                ty.at,
                format!("`{label}` has choices, which make a Rust type of their own, and `rust_type`"),
            );
        }
    }
    if let Some(name) = &field.enum_name {
        if !field.has("choices") {
            report.error(name.at, format!("`{label}` has an `enum` and no choices"));
        } else if !value::is_type_name(name) {
            report.error(name.at, format!("`{}` is not a name for a Rust enum", name.value));
        }
    }
}

/// Whether a type means the same in every module: a path from a crate, or a type of the prelude.
fn is_absolute(ty: &str) -> bool {
    let first = ty.split([':', '<']).next().unwrap_or_default().trim();
    match ty.split_once("::") {
        Some((before, _)) if !before.contains('<') => !matches!(first, "self" | "super"),
        _ => !first.starts_with(|first: char| first.is_ascii_uppercase()) || name::is_reserved_model(first),
    }
}

fn last_segment(ty: &str) -> &str {
    ty.rsplit("::").next().unwrap_or(ty)
}

/// Whether every database keeps the name as it is written.
pub(super) fn check_database_name(label: &str, name: &crate::read::Spanned<String>, report: &Report) {
    if name.value.trim().is_empty() {
        report.error(name.at, format!("`{label}` has an empty name in the database"));
    } else if name.value.chars().any(|character| character.is_control() || "\"`'\\%".contains(character)) {
        report.error(
            name.at,
            format!("`{label}` has a quote or control character in its name in the database"),
        );
    } else if name.value.chars().count() > name::LONGEST_NAME {
        report.error(
            name.at,
            format!(
                "the name of `{label}` in the database is longer than the {} characters that every database keeps",
                name::LONGEST_NAME
            ),
        );
    }
}

fn check_relation(label: &str, ty: FieldType, field: &Field, report: &Report) {
    if let Some(on_delete) = field.on_delete.as_ref().filter(|_| ty.takes("on_delete")) {
        match OnDelete::from_name(on_delete) {
            None => report.error_maybe(
                on_delete.at,
                format!("`{label}.on_delete` is `{}`, which is not a rule", on_delete.value),
                name::suggest(&on_delete.value.to_lowercase(), OnDelete::NAMES),
            ),
            Some(OnDelete::SetNull) if !is_true(&field.null) => report.error_help(
                on_delete.at,
                format!("`{label}` is to become null on deletion, and cannot be null"),
                "write `null = true`",
            ),
            Some(OnDelete::SetDefault) if !field.has("default") => report.error_help(
                on_delete.at,
                format!("`{label}` is to get its default on deletion, and has none"),
                "write `default = …`",
            ),
            Some(_) => {}
        }
    }
    for option in [&field.related_name, &field.related_query_name] {
        let Some(name) = option else { continue };
        check_reverse_name(label, name, std::ptr::eq(option, &field.related_name), report);
    }
    if ty != FieldType::ManyToMany {
        return;
    }
    if let (Some(_), Some(table)) = (&field.through, &field.db_table) {
        report.error(table.at, format!("`{label}` goes through a model, which has its own table"));
    }
    if let (None, Some(fields)) = (&field.through, &field.through_fields) {
        report.error(fields.at, format!("`{label}` has `through_fields` and no `through`"));
    }
    if let (Some(_), Some(key)) = (&field.through, &field.db_constraint) {
        report.error(key.at, format!("`{label}` goes through a model, whose fields say what is constrained"));
    }
}

fn check_reverse_name(label: &str, name: &crate::read::Spanned<String>, may_hide: bool, report: &Report) {
    let text = name.value.as_str();
    if may_hide && text.ends_with('+') {
        return;
    }
    // Django fills these in for each model that inherits the field.
    let filled = ["%(class)s", "%(app_label)s", "%(model_name)s"]
        .iter()
        .fold(text.to_owned(), |text, placeholder| text.replace(placeholder, "x"));
    let plain = filled.starts_with(|first: char| first.is_ascii_lowercase())
        && filled.chars().all(|other| other.is_ascii_lowercase() || other.is_ascii_digit() || other == '_')
        && !filled.contains("__")
        && !filled.ends_with('_');
    if !plain {
        report.error_help(
            name.at,
            format!("the reverse name `{text}` of `{label}` is not a name for a relation"),
            "write lower-case letters, digits and single underscores between them",
        );
    } else if name::is_reserved_relation(&name::ident(text)) {
        report.error_help(
            name.at,
            format!("the reverse name `{text}` of `{label}` is a method that every path has"),
            "choose another",
        );
    }
}

/// Sizes as written, or Django's.
pub(super) fn sizes(ty: FieldType, field: &Field) -> Sizes {
    if ty == FieldType::Array {
        return item_sizes(field).unwrap_or_default();
    }
    Sizes {
        max_length: field.max_length.as_ref().map(|n| n.value).or(ty.default_max_length()),
        max_digits: field.max_digits.as_ref().map(|n| n.value),
        decimal_places: field.decimal_places.as_ref().map(|n| n.value),
        items: None,
    }
}

/// The sizes of a column that is an array: those of its items.
fn item_sizes(field: &Field) -> Option<Sizes> {
    let item = field.of.as_ref()?;
    let ty = item.ty?;
    Some(Sizes {
        max_length: item.max_length.as_ref().map(|n| n.value).or(ty.default_max_length()),
        max_digits: item.max_digits.as_ref().map(|n| n.value),
        decimal_places: item.decimal_places.as_ref().map(|n| n.value),
        items: Some(Items { ty, null: item.null, size: field.size.as_ref().map(|n| n.value) }),
    })
}

/// The variants of a field whose choices are right.
pub(super) fn variants(field: &FieldDraft<'_>) -> Vec<Variant> {
    let Some(ty) = field.schema.ty.filter(|ty| !ty.is_relation()) else { return Vec::new() };
    let checked = Report::default();
    value::choices(&field.label(), ty, sizes(ty, field.schema), field.schema, &checked)
}

/// Checks keys with what they point at: `to_field`, defaults, rings of primary keys.
pub(super) fn check_keys(graph: &Graph<'_>) {
    for index in graph.concrete() {
        for field in graph.models[index].fields.iter().filter(|field| field.is_key()) {
            if graph.is_broken(field) {
                continue;
            }
            let Some(target) = field.target else { continue };
            check_to_field(graph, field, target);
            if let (Some(default), Some(value)) = (&field.schema.default, value_type(graph, index, field))
                && let Err(problem) = value::default(value.ty, value.sizes, &[], &default.value)
            {
                graph.report.error(default.at, format!("the default of `{}` {problem}", field.label()));
            }
        }
    }
}

fn check_to_field(graph: &Graph<'_>, field: &FieldDraft<'_>, target: usize) {
    let Some(to_field) = &field.schema.to_field else { return };
    let target = &graph.models[target];
    match target.field(to_field).map(|index| &target.fields[index]) {
        None if target.incomplete => {}
        None => graph.report.error_maybe(
            to_field.at,
            format!(
                "`{}` points at `{}.{}`, which is not a field",
                field.label(),
                target.name(),
                to_field.value
            ),
            name::suggest(to_field, target.field_names(FieldDraft::is_unique)),
        ),
        Some(found) if graph.is_broken(found) => {}
        Some(found) if !found.is_unique() => graph.report.error_help(
            to_field.at,
            format!(
                "`{}` points at `{}.{}`, which is not unique",
                field.label(),
                target.name(),
                to_field.value
            ),
            format!("write `unique = true` in `{}`", found.label()),
        ),
        Some(_) => {}
    }
}

/// What the values of a column are. `None` where that cannot be settled, which is reported.
pub(super) fn value_type(graph: &Graph<'_>, model: usize, field: &FieldDraft<'_>) -> Option<ValueType> {
    value_type_beyond(graph, model, field, 0)
}

fn value_type_beyond(
    graph: &Graph<'_>,
    model: usize,
    field: &FieldDraft<'_>,
    depth: usize,
) -> Option<ValueType> {
    if let Some(known) = field.value.get() {
        return known.clone();
    }
    let value = if field.is_key() {
        if depth > graph.models.len() {
            graph.report.error(
                field.schema.name.at,
                format!("`{}` is a primary key that points at itself, over others", field.label()),
            );
            return None;
        }
        let target = field.target?;
        let pointed = pointed_field(graph, field, target)?;
        value_type_beyond(graph, target, &graph.models[target].fields[pointed], depth + 1)
    } else {
        let ty = field.schema.ty?;
        let schema = field.schema;
        let custom = if let Some(ty) = &schema.rust_type {
            Some((model, ty.value.clone(), RustTypeOrigin::User))
        } else if schema.has("choices") {
            Some((model, enum_name(graph, model, field), RustTypeOrigin::Choices))
        } else {
            None
        };
        ty.kind().map(|kind| ValueType {
            ty,
            kind,
            sizes: sizes(ty, schema),
            dates: graph.models[model].file.dates,
            custom,
        })
    };
    field.value.get_or_init(|| value).clone()
}

/// The field that a key points at: `to_field`, else the primary key.
pub(super) fn pointed_field(graph: &Graph<'_>, field: &FieldDraft<'_>, target: usize) -> Option<usize> {
    let target = &graph.models[target];
    match &field.schema.to_field {
        Some(name) => target.field(name).filter(|index| target.fields[*index].is_unique()),
        None => target.primary_key(),
    }
}

/// `OrderStatus`, or what the schema says.
pub(super) fn enum_name(graph: &Graph<'_>, model: usize, field: &FieldDraft<'_>) -> String {
    match &field.schema.enum_name {
        Some(name) => name.value.clone(),
        None => format!("{}{}", graph.models[model].name(), name::marker(field.name())),
    }
}

/// The default of a field that was checked.
pub(super) fn default_of(field: &FieldDraft<'_>, value: &ValueType) -> Option<Default> {
    let written = field.schema.default.as_ref()?;
    let variants = variants(field);
    let default = value::default(value.ty, value.sizes, &variants, &written.value);
    Some(default.expect("the default has been checked"))
}

/// A value of a condition, or the rest of "the value of …".
pub(super) fn constant(value: &ValueType, written: &crate::read::Value) -> Result<Constant, String> {
    value::constant(value.ty, value.sizes, written)
}
