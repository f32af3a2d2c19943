//! Validation: what a schema demands of the values of a row, checked all at once and told by field.
//!
//! No database is asked here, but by `full_clean`.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeStruct, Serializer};

pub(crate) use self::full_clean::full_clean;
use self::text::{is_email, is_slug, is_url, matches};
use crate::dialect::Dialect;
use crate::meta::{self, AutoNow, Column, FieldType, Validator};
use crate::value::Value;

mod condition;
mod full_clean;
mod text;

/// What is wrong with a value: a code for programs, and a message for people.
///
/// Django: `ValidationError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    code: Cow<'static, str>,
    message: String,
}

impl Invalid {
    /// With the code `invalid`.
    pub fn new(message: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed("invalid"), message: message.into() }
    }

    /// With another code.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = code.into();
        self
    }

    /// The code, for programs: Django's, as `max_length` or `min_value`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The message, for people: Django's, in English.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Serialize for Invalid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Invalid", 2)?;
        map.serialize_field("code", &self.code)?;
        map.serialize_field("message", &self.message)?;
        map.end()
    }
}

/// Everything that is wrong with a row, by field. It serializes as `{"field": [{"code", "message"}]}`.
///
/// What is wrong with several fields together stands under `__all__`.
///
/// Django: the `ValidationError` of `clean_fields()` and `full_clean()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let mut author = Author::create().name("Ann").email("ann@example.com").save(&db).await?;
/// author.email = "nobody".to_owned();
/// let errors = author.validate().expect_err("it is no address");
/// assert_eq!(errors.of("email")[0].message(), "Enter a valid email address.");
/// assert_eq!(
///     serde_json::to_string(&errors).unwrap(),
///     r#"{"email":[{"code":"invalid","message":"Enter a valid email address."}]}"#
/// );
/// # Ok(()) });
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationErrors {
    model: &'static str,
    fields: IndexMap<&'static str, Vec<Invalid>>,
}

impl ValidationErrors {
    /// The model of the row.
    #[must_use]
    pub fn model(&self) -> &'static str {
        self.model
    }

    /// What is wrong with a field; nothing is wrong with one that is not named.
    #[must_use]
    pub fn of(&self, field: &str) -> &[Invalid] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }

    /// Each field that something is wrong with, in the order of the schema; `__all__` comes last.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &[Invalid])> {
        self.fields.iter().map(|(field, errors)| (*field, errors.as_slice()))
    }
}

impl fmt::Display for ValidationErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a `{}` is not valid", self.model)?;
        for (at, (field, errors)) in self.fields.iter().enumerate() {
            let messages: Vec<&str> = errors.iter().map(Invalid::message).collect();
            write!(f, "{} `{field}`: {}", if at == 0 { ";" } else { "," }, messages.join(" "))?;
        }
        Ok(())
    }
}

impl std::error::Error for ValidationErrors {}

impl Serialize for ValidationErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Checks the values of a row; `None` is a value that is still to be made.
pub(crate) fn validate(model: &'static meta::Model, row: &[Option<Value>]) -> Result<(), ValidationErrors> {
    let mut fields = IndexMap::new();
    for (column, value) in model.columns.iter().zip(row) {
        // What is written by itself is not the user's.
        let Some(value) = value else { continue };
        if column.auto_now != AutoNow::Never {
            continue;
        }
        let errors = errors_of(column, value);
        if !errors.is_empty() {
            fields.insert(column.name, errors);
        }
    }
    match fields.is_empty() {
        true => Ok(()),
        false => Err(ValidationErrors { model: model.name, fields }),
    }
}

fn errors_of(column: &'static Column, value: &Value) -> Vec<Invalid> {
    if value.is_null() {
        let null = || Invalid::new("This field cannot be null.").with_code("null");
        return if column.null { Vec::new() } else { vec![null()] };
    }
    if !column.choices.is_empty() && !column.choices.iter().any(|choice| Value::from(*choice) == *value) {
        let message = format!("Value {} is not a valid choice.", quoted(value));
        return vec![Invalid::new(message).with_code("invalid_choice")];
    }
    let mut errors = Vec::new();
    let custom = column.validators.iter().filter_map(|validator| check(validator, value).err());
    errors.extend(custom);
    match value {
        Value::Text(text) => of_text(column, text, &mut errors),
        Value::Int(number) => of_range(column, i128::from(*number), &mut errors),
        Value::UInt(number) => of_range(column, i128::from(*number), &mut errors),
        Value::Decimal(number) => of_digits(column, *number, &mut errors),
        _ => {}
    }
    errors
}

fn check(validator: &Validator, value: &Value) -> Result<(), Invalid> {
    match validator {
        Validator::Min(limit) => match compare(value, &limit()) {
            Some(std::cmp::Ordering::Less) => Err(below(&shown(&limit()))),
            _ => Ok(()),
        },
        Validator::Max(limit) => match compare(value, &limit()) {
            Some(std::cmp::Ordering::Greater) => Err(above(&shown(&limit()))),
            _ => Ok(()),
        },
        Validator::MinLength(least) => match value {
            Value::Text(text) if text.chars().count() < *least as usize => {
                Err(of_length("at least", *least, text.chars().count()).with_code("min_length"))
            }
            _ => Ok(()),
        },
        Validator::Regex(pattern) => match value {
            Value::Text(text) if !matches(pattern, text) => Err(Invalid::new("Enter a valid value.")),
            _ => Ok(()),
        },
        Validator::Own(check) => check(value),
    }
}

fn below(limit: &str) -> Invalid {
    let message = format!("Ensure this value is greater than or equal to {limit}.");
    Invalid::new(message).with_code("min_value")
}

fn above(limit: &str) -> Invalid {
    let message = format!("Ensure this value is less than or equal to {limit}.");
    Invalid::new(message).with_code("max_value")
}

fn of_length(most: &str, limit: u32, length: usize) -> Invalid {
    let characters = if limit == 1 { "character" } else { "characters" };
    Invalid::new(format!("Ensure this value has {most} {limit} {characters} (it has {length})."))
}

fn of_text(column: &Column, text: &str, errors: &mut Vec<Invalid>) {
    let form = match column.field_type {
        FieldType::Email if !is_email(text) => Some("Enter a valid email address."),
        FieldType::Url if !is_url(text) => Some("Enter a valid URL."),
        FieldType::Slug if !is_slug(text) => {
            Some("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.")
        }
        _ => None,
    };
    errors.extend(form.map(Invalid::new));
    let length = text.chars().count();
    if let Some(most) = column.max_length.filter(|most| length > *most as usize) {
        errors.push(of_length("at most", most, length).with_code("max_length"));
    }
}

/// The range of the column, where the schema does not set a narrower one.
fn of_range(column: &Column, number: i128, errors: &mut Vec<Invalid>) {
    let told = |code: &str, errors: &[Invalid]| errors.iter().any(|error| error.code() == code);
    // The same range on every database.
    let Some((low, high)) = Dialect::Postgres.integer_range(column.field_type) else { return };
    if number < low && !told("min_value", errors) {
        errors.push(below(&low.to_string()));
    }
    if number > high && !told("max_value", errors) {
        errors.push(above(&high.to_string()));
    }
}

fn of_digits(column: &Column, number: rust_decimal::Decimal, errors: &mut Vec<Invalid>) {
    let Some(meta::Digits { max_digits, decimal_places }) = column.decimal else { return };
    let mantissa = number.mantissa().unsigned_abs();
    let written = if mantissa == 0 { 1 } else { mantissa.ilog10() + 1 };
    let places = number.scale();
    let digits = written.max(places);
    let few = |most: u32, what: &str| {
        let plural = if most == 1 { "" } else { "s" };
        Invalid::new(format!("Ensure that there are no more than {most} {}.", what.replace("{s}", plural)))
    };
    if digits > max_digits {
        errors.push(few(max_digits, "digit{s} in total").with_code("max_digits"));
    }
    if places > decimal_places {
        errors.push(few(decimal_places, "decimal place{s}").with_code("max_decimal_places"));
    }
    let whole = max_digits - decimal_places;
    if digits - places > whole {
        errors.push(few(whole, "digit{s} before the decimal point").with_code("max_whole_digits"));
    }
}

fn compare(left: &Value, right: &Value) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(left.cmp(right)),
        (Value::UInt(left), Value::Int(right)) => Some(i128::from(*left).cmp(&i128::from(*right))),
        (Value::Float(left), Value::Float(right)) => left.partial_cmp(right),
        (Value::Decimal(left), Value::Decimal(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::DateTime(left), Value::DateTime(right)) => Some(left.cmp(right)),
        (Value::Time(left), Value::Time(right)) => Some(left.cmp(right)),
        (Value::Duration(left), Value::Duration(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// A limit as Python writes it.
fn shown(value: &Value) -> String {
    match value {
        Value::DateTime(moment) => format!("{} {}+00:00", moment.date(), moment.time()),
        other => other.to_string(),
    }
}

/// A value as Python's `repr()` writes it.
fn quoted(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("'{text}'"),
        other => other.to_string(),
    }
}
