//! Paths of Rust types, as they are written in each part of a generated file.

use crate::kind::Kind;
use crate::model::{Field, RustType, RustTypeOrigin};

/// The part of a generated file in which a path is written.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// The module of the app: where structs and enums are.
    App,
    /// The module of the model.
    Model,
    /// A module inside it: columns, relations, the builder.
    Inner,
}

/// A path that the graph gives as seen from the module of a model.
pub(super) fn path(path: &str, place: Place) -> String {
    match place {
        Place::App => path.strip_prefix("super::").unwrap_or(path).to_owned(),
        Place::Model => path.to_owned(),
        Place::Inner => format!("super::{path}"),
    }
}

/// The Rust type of a value that is not NULL.
pub(super) fn rust_type(ty: &RustType, place: Place) -> String {
    match ty.origin {
        RustTypeOrigin::Base => base(&ty.base),
        RustTypeOrigin::Choices => path(&ty.path, place),
        RustTypeOrigin::User => ty.path.clone(),
    }
}

/// A type of the table of field types, by a path that means the same everywhere.
pub(super) fn base(path: &str) -> String {
    for (written, spelt) in [("Vec<", "Vec<"), ("Option<", "Option<"), ("queryset::Range<", "qs::Range<")] {
        if let Some(inner) = path.strip_prefix(written).and_then(|rest| rest.strip_suffix('>')) {
            return format!("{spelt}{}>", base(inner));
        }
    }
    match path.split_once("::") {
        // In the prelude, whose names no model can have.
        None => path.to_owned(),
        Some(("std", _)) => format!("::{path}"),
        // `chrono` stands in `DateTime<chrono::Utc>` twice.
        Some((library, _)) => path.replace(&format!("{library}::"), &format!("qs::{library}::")),
    }
}

/// A tuple of types.
pub(super) fn tuple<'s>(types: impl IntoIterator<Item = &'s str>) -> String {
    match &types.into_iter().collect::<Vec<_>>()[..] {
        [one] => format!("({one},)"),
        types => format!("({})", types.join(", ")),
    }
}

/// The kind of a field: `kind::Text`, `qs::kind::Integer<i32>`.
pub(super) fn kind(field: &Field, place: Place) -> String {
    let kinds = match place {
        Place::Model => "kind",
        Place::App | Place::Inner => "qs::kind",
    };
    let name = field.kind.name();
    let ty = &field.rust_type;
    if ty.origin == RustTypeOrigin::Base && ty.base == default_of(field.kind) {
        return format!("{kinds}::{name}");
    }
    format!("{kinds}::{name}<{}>", rust_type(ty, place))
}

/// The Rust type that a kind has where it names none.
fn default_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "String",
        Kind::Integer => "i64",
        Kind::Float => "f64",
        Kind::Decimal => "rust_decimal::Decimal",
        Kind::Bool => "bool",
        Kind::Date => "jiff::civil::Date",
        Kind::DateTime => "jiff::Timestamp",
        Kind::Time => "jiff::civil::Time",
        Kind::Duration => "jiff::SignedDuration",
        Kind::Uuid => "uuid::Uuid",
        Kind::Json => "serde_json::Value",
        Kind::Binary => "Vec<u8>",
        Kind::Ip => "std::net::IpAddr",
        Kind::Array | Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => {
            "named each time"
        }
    }
}

/// The variant of `ValueType` of a kind.
pub(super) fn value_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer => "Int",
        Kind::Binary => "Bytes",
        other => other.name(),
    }
}
