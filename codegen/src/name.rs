//! Cases, keywords, nearest names, and the table, column and index names that Django makes.

use heck::ToSnakeCase;
use md5::{Digest, Md5};

use crate::model::PerBackend;

/// Keywords of the 2024 edition, reserved ones included, in order: they are searched by halves.
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// Names that generated code and the prelude of Rust use unqualified: a model of that name would
/// stand in front of them.
const RESERVED_MODELS: [&str; 33] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Hash",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Vec",
];

/// Types and modules that generated code uses unqualified: the module of a model would stand in
/// front of them. `qs` is how generated code calls this library.
const RESERVED_MODULES: [&str; 18] = [
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "qs", "str", "u128", "u16",
    "u32", "u64", "u8", "usize",
];

/// Methods of a path (`entry::blog()`), of an instance and of a builder: a relation of that name would
/// hide them.
const RESERVED_RELATIONS: [&str; 36] = [
    "asc",
    "avg",
    "build",
    "clone",
    "count",
    "create",
    "decode",
    "defer",
    "delete",
    "desc",
    "exact",
    "exists",
    "filter",
    "force_insert",
    "force_update",
    "full_clean",
    "in_",
    "isnull",
    "max",
    "min",
    "objects",
    "only",
    "pk",
    "raw",
    "refresh",
    "refresh_fields",
    "save",
    "save_as_new",
    "save_fields",
    "save_valid",
    "set",
    "stddev",
    "sum",
    "validate",
    "value",
    "variance",
];

/// Methods of a model, its instances and its builder: a field of that name would hide them.
const RESERVED_FIELDS: [&str; 9] =
    ["all_objects", "build", "clone", "create", "delete", "objects", "refresh", "save", "validate"];

pub(crate) fn is_reserved_model(name: &str) -> bool {
    RESERVED_MODELS.contains(&name)
}

pub(crate) fn is_reserved_module(name: &str) -> bool {
    RESERVED_MODULES.contains(&name)
}

pub(crate) fn is_reserved_relation(name: &str) -> bool {
    RESERVED_RELATIONS.contains(&name)
}

pub(crate) fn is_reserved_field(name: &str) -> bool {
    RESERVED_FIELDS.contains(&name)
}

pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// `name` as a Rust identifier: a keyword gets a trailing `_`.
pub(crate) fn ident(name: &str) -> String {
    if is_keyword(name) { format!("{name}_") } else { name.to_owned() }
}

/// `order_item` for `OrderItem`.
pub(crate) fn snake(name: &str) -> String {
    name.to_snake_case()
}

/// The name of a field's marker type: `BlogId` for `blog_id`, `Line_2` for `line_2`.
///
/// An underscore before a digit stays, so that `line2` and `line_2` have types of their own.
pub(crate) fn marker(name: &str) -> String {
    let mut marker = String::with_capacity(name.len());
    for part in name.split('_') {
        let mut characters = part.chars();
        if let Some(first) = characters.next() {
            if first.is_ascii_digit() && !marker.is_empty() {
                marker.push('_');
            }
            marker.push(first.to_ascii_uppercase());
            marker.push_str(characters.as_str());
        }
    }
    if is_keyword(&marker) { marker + "_" } else { marker }
}

/// The candidate that `word` is a slip of, if one is near.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = word.to_lowercase();
    let distance = |candidate: &str| {
        let other = candidate.to_lowercase();
        if other.replace('_', "") == lower.replace('_', "") {
            return 0;
        }
        strsim::damerau_levenshtein(&lower, &other)
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= (word.chars().count().max(candidate.chars().count()) / 3).max(1)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean …?" where a name is near, a list of all where they are few.
pub(crate) fn suggest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let candidates: Vec<_> = candidates.into_iter().collect();
    if let Some(near) = nearest(word, candidates.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    match candidates.len() {
        0 => None,
        1..=12 => Some(format!("there is {}", list(&candidates, "and"))),
        _ => None,
    }
}

/// "`a`, `b` and `c`".
pub(crate) fn list(names: &[impl AsRef<str>], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{}`", one.as_ref()),
        [head @ .., tail] => {
            let head: Vec<_> = head.iter().map(|name| format!("`{}`", name.as_ref())).collect();
            format!("{} {last} `{}`", head.join(", "), tail.as_ref())
        }
    }
}

/// How many characters of a name each database keeps; SQLite keeps all, Django then stops at 200.
const MAX_NAME: PerBackend<usize> = PerBackend { sqlite: 200, postgres: 63, mysql: 64 };

/// The longest name of a table, column or constraint that every database keeps whole.
pub(crate) const LONGEST_NAME: usize = 63;

/// The longest name that Django takes for an index of a model.
pub(crate) const LONGEST_INDEX_NAME: usize = 30;

/// The name that Django gives an index or constraint of `columns`: table, columns, digest.
pub(crate) fn index_name(table: &str, columns: &[&str], suffix: &str) -> PerBackend<String> {
    PerBackend {
        sqlite: index_name_within(table, columns, suffix, MAX_NAME.sqlite),
        postgres: index_name_within(table, columns, suffix, MAX_NAME.postgres),
        mysql: index_name_within(table, columns, suffix, MAX_NAME.mysql),
    }
}

/// Django's name of the constraint of a foreign key.
pub(crate) fn foreign_key_name(
    table: &str,
    column: &str,
    to_table: &str,
    to_column: &str,
) -> PerBackend<String> {
    index_name(table, &[column], &format!("_fk_{to_table}_{to_column}"))
}

/// `BaseDatabaseSchemaEditor._create_index_name`.
fn index_name_within(table: &str, columns: &[&str], suffix: &str, longest: usize) -> String {
    let mut parts = vec![table];
    parts.extend(columns);
    let mut tail = format!("{}{suffix}", digest(&parts, 8));
    let columns = columns.join("_");
    let whole = format!("{table}_{columns}_{tail}");
    if length(&whole) <= longest {
        return whole;
    }
    if length(&tail) * 3 > longest {
        tail = truncate(&tail, longest / 3);
    }
    let other = (longest - length(&tail)) / 2 - 1;
    let name = format!("{}_{}_{tail}", truncate(table, other), truncate(&columns, other));
    if name.starts_with(|first: char| first == '_' || first.is_ascii_digit()) {
        format!("D{}", truncate(&name, length(&name) - 1))
    } else {
        name
    }
}

/// `Index.set_name_with_model`: the name of an index that the schema gives none.
///
/// `columns` carry a leading `-` where they are descending.
pub(crate) fn model_index_name(table: &str, columns: &[String]) -> String {
    let mut parts = vec![table];
    parts.extend(columns.iter().map(String::as_str));
    parts.push("idx");
    let first = columns.first().map_or("", |column| column.trim_start_matches('-'));
    let name = format!("{}_{}_{}_idx", truncate(table, 11), truncate(first, 7), digest(&parts, 6));
    if name.starts_with(|first: char| first == '_' || first.is_ascii_digit()) {
        let rest: String = name.chars().skip(1).collect();
        format!("D{rest}")
    } else {
        name
    }
}

/// `names_digest`: the first hex digits of the MD5 of all parts.
fn digest(parts: &[&str], length: usize) -> String {
    let mut md5 = Md5::new();
    for part in parts {
        md5.update(part.as_bytes());
    }
    let hex: String = md5.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    hex[..length].to_owned()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn truncate(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_in_order() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn index_names_are_those_of_django() {
        let name = index_name("shop_product", &["category_id"], "");
        assert_eq!(name.sqlite, "shop_product_category_id_14d7eea8");
        let name = index_name("shop_review", &["customer_id", "product_id"], "_uniq");
        assert_eq!(name.postgres, "shop_review_customer_id_product_id_a6f465c7_uniq");
        let name = index_name("blog_country", &["code"], "_like");
        assert_eq!(name.postgres, "blog_country_code_d8711fd6_like");
    }

    #[test]
    fn a_long_name_is_cut_where_django_cuts_it() {
        let name = foreign_key_name("pizza_restaurant_pizzas", "restaurant_id", "pizza_restaurant", "id");
        assert_eq!(name.postgres, "pizza_restaurant_piz_restaurant_id_2bdd3317_fk_pizza_res");
        assert_eq!(name.mysql, "pizza_restaurant_piz_restaurant_id_2bdd3317_fk_pizza_res");
    }

    #[test]
    fn markers_keep_apart_what_differs_by_an_underscore() {
        assert_eq!(marker("blog_id"), "BlogId");
        assert_eq!(marker("line2"), "Line2");
        assert_eq!(marker("line_2"), "Line_2");
        assert_eq!(marker("self"), "Self_");
    }

    #[test]
    fn nearest_names_are_slips_not_guesses() {
        assert_eq!(nearest("Blgo", ["Author", "Blog"]), Some("Blog"));
        assert_eq!(nearest("orderitem", ["OrderItem"]), Some("OrderItem"));
        assert_eq!(nearest("zebra", ["Author", "Blog"]), None);
    }
}
