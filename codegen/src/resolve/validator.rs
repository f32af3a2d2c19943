//! What a schema asks of the values of a field: `min`, `max`, `min_length`, `regex`, `validators`.

use super::value;
use crate::error::Report;
use crate::kind::{FieldType, Sizes};
use crate::model::{Constant, Validator};
use crate::schema::Field;

/// Checks what is asked of a field of a type that has a kind.
pub(super) fn check(label: &str, ty: FieldType, sizes: Sizes, field: &Field, report: &Report) {
    let mut limits = Vec::new();
    for (option, limit) in [("min", &field.min), ("max", &field.max)] {
        let Some(limit) = limit.as_ref().filter(|_| ty.takes(option)) else { continue };
        match value::constant(ty, sizes, &limit.value) {
            Ok(constant) => limits.push((limit.at, constant)),
            Err(problem) => report.error(limit.at, format!("`{label}.{option}` {problem}")),
        }
    }
    if let [(_, least), (at, most)] = limits.as_slice()
        && are_reversed(least, most)
    {
        report.error(*at, format!("`{label}` has a `max` that is below its `min`, so that nothing fits"));
    }
    if let (Some(least), Some(most)) = (&field.min_length, sizes.max_length)
        && ty.takes("min_length")
        && least.value > most
    {
        let message = format!("`{label}` has at least {} characters and at most {most}", least.value);
        report.error(least.at, message);
    }
    if let Some(pattern) = field.regex.as_ref().filter(|_| ty.takes("regex"))
        && let Err(error) = regex::Regex::new(pattern)
    {
        let error = error.to_string();
        let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
        report.error(pattern.at, format!("`{label}.regex` is not a regular expression: {reason}"));
    }
    for path in field.validators.iter().flat_map(|paths| &paths.value) {
        let is_path = syn::parse_str::<syn::Path>(path).is_ok();
        if !is_path || !(path.starts_with("crate::") || path.starts_with("::")) {
            report.error_help(
                path.at,
                format!("`{}`, a validator of `{label}`, is not the full path of a function", path.value),
                "write `crate::checks::is_even`, a `fn(&Value) -> Result<(), Invalid>`",
            );
        }
    }
}

/// Whether nothing is between two limits.
fn are_reversed(least: &Constant, most: &Constant) -> bool {
    match (least, most) {
        (Constant::Integer(least), Constant::Integer(most)) => least > most,
        (Constant::Float(least), Constant::Float(most)) => least > most,
        (
            Constant::Date { year, month, day },
            Constant::Date { year: other_year, month: other_month, day: other_day },
        ) => (year, month, day) > (other_year, other_month, other_day),
        (Constant::Duration { microseconds: least }, Constant::Duration { microseconds: most })
        | (Constant::DateTime { microseconds: least }, Constant::DateTime { microseconds: most }) => {
            least > most
        }
        _ => false,
    }
}

/// What is asked of a field that was checked.
pub(super) fn of(ty: FieldType, sizes: Sizes, field: &Field) -> Vec<Validator> {
    let limit = |limit: &crate::read::Spanned<crate::read::Value>| {
        value::constant(ty, sizes, &limit.value).expect("the limit has been checked")
    };
    let mut validators = Vec::new();
    validators.extend(field.min.as_ref().map(|least| Validator::Min(limit(least))));
    validators.extend(field.max.as_ref().map(|most| Validator::Max(limit(most))));
    validators.extend(field.min_length.as_ref().map(|least| Validator::MinLength(least.value)));
    validators.extend(field.regex.as_ref().map(|pattern| Validator::Regex(pattern.value.clone())));
    let own = field.validators.iter().flat_map(|paths| &paths.value);
    validators.extend(own.map(|path| Validator::Own(path.value.clone())));
    validators
}
