//! Data sets: rows as JSON, written as they are and read back.
//!
//! Values are written as Django's tests have them: `{"$json": v}` is a JSON document (a bare `null`
//! is SQL's NULL, `{"$json": null}` is JSON's), `{"$hex": s}` bytes, `{"$us": n}` a duration in
//! microseconds, `{"$float": s}` a number that JSON does not have; decimals, dates, times, addresses
//! and UUIDs are text.

use serde_json::{Map, Value as Json, json};

use crate::backend::Backend;
use crate::check::null_of;
use crate::compile;
use crate::db::{Db, Executor, Transaction};
use crate::dialect::{Dialect, OnConflict, Returning};
use crate::dynamic::text;
use crate::error::Error;
use crate::meta::{self, FieldType};
use crate::model::Model;
use crate::value::{Value, parse_moment};

/// Writes the data sets of the blog, the shop and the pizzeria, keys included.
///
/// # Errors
///
/// Any [`Error`] of the database.
pub async fn load<B: Backend>(db: &Db<B>) -> Result<(), Error> {
    for data in [
        include_str!("../../tests/django/blog/data.json"),
        include_str!("../../tests/django/shop/data.json"),
        include_str!("../../tests/django/pizza/data.json"),
    ] {
        load_json(db, super::MODELS, data).await?;
    }
    Ok(())
}

/// Writes rows: `{table: [{column: value}]}`, in an order that satisfies the foreign keys.
///
/// # Errors
///
/// Any [`Error`] of the database; [`Error::InvalidQuery`] when the text is not of that form.
pub async fn load_json<B: Backend>(
    db: &Db<B>,
    models: &[&'static meta::Model],
    data: &str,
) -> Result<(), Error> {
    let unreadable = |message: String| Error::InvalidQuery { message };
    let tables: Map<String, Json> =
        serde_json::from_str(data).map_err(|error| unreadable(error.to_string()))?;
    let mut tx = db.begin().await?;
    let (lift, restore) = circles(db.dialect());
    tx.execute_script(lift).await?;
    let written = write(&mut tx, models, &tables, db.dialect()).await;
    // The connection goes back to the pool, whatever has happened.
    let restored = tx.execute_script(restore).await;
    written.and(restored)?;
    tx.commit().await
}

async fn write<B: Backend>(
    tx: &mut Transaction<'_, B>,
    models: &[&'static meta::Model],
    tables: &Map<String, Json>,
    dialect: Dialect,
) -> Result<(), Error> {
    for model in in_order(models) {
        let Some(Json::Array(rows)) = tables.get(model.table) else { continue };
        let columns: Vec<&'static meta::Column> = model.columns.iter().collect();
        let values = rows.iter().map(|row| row_values(model, row)).collect::<Result<Vec<_>, _>>()?;
        let chunk = (dialect.max_values() / columns.len()).max(1);
        for values in values.chunks(chunk) {
            let values = values.concat();
            let types = compile::array_types(&columns, &values, dialect);
            let statement = compile::insert(
                model,
                &columns,
                values,
                types.as_deref(),
                &OnConflict::Fail,
                Returning::Nothing,
                dialect,
            )?;
            (&mut *tx).runner().execute(statement).await?;
        }
        if let Some(script) = count_on(model, dialect) {
            tx.execute_script(script).await?;
        }
    }
    Ok(())
}

/// The rows of a model in the same form, by primary key.
#[must_use]
pub fn rows_as_json<M: Model>(rows: &[M]) -> Json {
    let row = |row: &M| -> Json {
        let cells = M::META.columns.iter().map(|column| {
            let value = row.value(column.position);
            (column.column.to_owned(), to_json(column, &value))
        });
        Json::Object(cells.collect())
    };
    Json::Array(rows.iter().map(row).collect())
}

/// Models so that those that are pointed at come first, as far as there are no circles.
fn in_order(models: &[&'static meta::Model]) -> Vec<&'static meta::Model> {
    let mut ordered: Vec<&'static meta::Model> = Vec::new();
    let mut left: Vec<&'static meta::Model> = models.to_vec();
    while !left.is_empty() {
        let ready = |model: &meta::Model, ordered: &[&'static meta::Model]| {
            model
                .columns
                .iter()
                .filter_map(|column| column.references.as_ref())
                .all(|reference| reference.model == model || ordered.contains(&reference.model))
        };
        let at = left.iter().position(|model| ready(model, &ordered)).unwrap_or(0);
        ordered.push(left.remove(at));
    }
    ordered
}

/// Scripts before and after rows that point at each other in circles.
fn circles(dialect: Dialect) -> (&'static str, &'static str) {
    match dialect {
        // Foreign keys are deferred: they are checked at the commit.
        Dialect::Sqlite | Dialect::Postgres => ("", ""),
        Dialect::MySql(_) => ("SET SESSION foreign_key_checks = 0", "SET SESSION foreign_key_checks = 1"),
    }
}

/// Makes PostgreSQL count on after keys that were given.
fn count_on(model: &'static meta::Model, dialect: Dialect) -> Option<String> {
    let pk = model.pk();
    let counted = matches!(pk.field_type, FieldType::SmallAuto | FieldType::Auto | FieldType::BigAuto);
    match dialect {
        Dialect::Postgres if counted => {
            let (table, column) = (dialect.quote(model.table), dialect.quote(pk.column));
            let names = format!("'{}', '{}'", table.replace('\'', "''"), pk.column.replace('\'', "''"));
            Some(format!(
                "SELECT setval(pg_get_serial_sequence({names}), COALESCE(MAX({column}), 1), MAX({column}) IS NOT NULL) \
                 FROM {table}"
            ))
        }
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql(_) => None,
    }
}

fn row_values(model: &'static meta::Model, row: &Json) -> Result<Vec<Value>, Error> {
    let value = |column: &'static meta::Column| {
        let json = row.get(column.column).unwrap_or(&Json::Null);
        from_json(column, json)
            .ok_or_else(|| Error::InvalidQuery { message: format!("`{column}` cannot hold {json}") })
    };
    model.columns.iter().map(value).collect()
}

fn from_json(column: &'static meta::Column, json: &Json) -> Option<Value> {
    use FieldType as F;
    if json.is_null() {
        return Some(null_of(column));
    }
    let text = || json.as_str();
    Some(match column.field_type {
        F::Boolean => Value::Bool(json.as_bool()?),
        F::Float => match json.get("$float") {
            Some(special) => Value::Float(special.as_str()?.parse().ok()?),
            None => Value::Float(json.as_f64()?),
        },
        F::Decimal => match json {
            Json::Number(number) => Value::Decimal(number.to_string().parse().ok()?),
            _ => Value::Decimal(text()?.parse().ok()?),
        },
        F::Char | F::Text | F::Slug | F::Email | F::Url => Value::Text(text()?.to_owned()),
        F::GenericIpAddress => Value::Ip(text()?.parse().ok()?),
        F::Date => Value::Date(text()?.parse().ok()?),
        F::DateTime => Value::DateTime(parse_moment(text()?)?),
        F::Time => Value::Time(text()?.parse().ok()?),
        F::Duration => Value::Duration(jiff::SignedDuration::from_micros(json.get("$us")?.as_i64()?)),
        F::Uuid => Value::Uuid(text()?.parse().ok()?),
        F::Json => Value::Json(Box::new(json.get("$json")?.clone())),
        F::Binary => Value::Bytes(from_hex(json.get("$hex")?.as_str()?)?),
        F::Array(_)
        | F::IntegerRange
        | F::BigIntegerRange
        | F::DecimalRange
        | F::DateRange
        | F::DateTimeRange => text::from_json(column.field_type.value_type(), json)?,
        _ => match json.as_i64() {
            Some(number) => Value::Int(number),
            None => Value::UInt(json.as_u64()?),
        },
    })
}

fn to_json(column: &'static meta::Column, value: &Value) -> Json {
    match value {
        Value::Null(_) => Json::Null,
        Value::Bool(value) => json!(value),
        Value::Int(value) => json!(value),
        Value::UInt(value) => json!(value),
        Value::Float(value) if value.is_finite() => json!(value),
        // In Python's spelling: `nan`.
        Value::Float(value) => json!({ "$float": value.to_string().to_lowercase() }),
        Value::Decimal(value) => {
            let mut value = *value;
            if let Some(digits) = column.decimal {
                value.rescale(digits.decimal_places);
            }
            json!(value.to_string())
        }
        Value::Duration(value) => json!({ "$us": i64::try_from(value.as_micros()).unwrap_or(i64::MAX) }),
        Value::Json(value) => json!({ "$json": value }),
        Value::Bytes(value) => {
            let hex: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
            json!({ "$hex": hex })
        }
        Value::Text(value) => json!(value),
        Value::DateTime(_) | Value::Time(_) => json!(with_microseconds(&value.to_string())),
        Value::Array(_, items) => items.iter().map(|item| to_json(column, item)).collect(),
        Value::Range(_, range) => {
            let range = range.by_ref(|bound| to_json(column, bound));
            serde_json::to_value(range).expect("a range of documents is one")
        }
        other => json!(other.to_string()),
    }
}

/// A time as Python writes it: a fraction of a second has six digits.
fn with_microseconds(time: &str) -> String {
    match time.split_once('.') {
        None => time.to_owned(),
        Some((seconds, fraction)) => {
            let digits = fraction.trim_end_matches('Z');
            let zone = &fraction[digits.len()..];
            format!("{seconds}.{digits:0<6}{zone}")
        }
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| Some(digit.to_digit(16)? as u8)).collect();
    let digits = digits?;
    (digits.len() % 2 == 0).then(|| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
