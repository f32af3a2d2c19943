//! Differences of dates and times, and arithmetic with durations, which are microseconds.

use jiff::SignedDuration;
use rusqlite::functions::Context;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Result};

use super::super::{Number, failed, number, pure};
use super::{Moment, moment, name, time};
use crate::driver::sqlite::datetime::{YEARS, microseconds_of_day, push_date, push_datetime};

pub(super) fn register(connection: &Connection) -> Result<()> {
    pure(connection, "django_time_diff", 2, |context| {
        let times = time(context.get_raw(0)).zip(time(context.get_raw(1)));
        Ok(times.map(|(left, right)| microseconds_of_day(left) - microseconds_of_day(right)))
    })?;
    pure(connection, "django_timestamp_diff", 2, |context| {
        let moments = moment(context.get_raw(0)).zip(moment(context.get_raw(1)));
        moments.map(|(left, right)| difference(left, right)).transpose()
    })?;
    pure(connection, "django_format_dtdelta", 3, arithmetic)
}

fn difference(left: Moment, right: Moment) -> Result<i64> {
    let duration = left.datetime.duration_since(right.datetime);
    i64::try_from(duration.as_micros()).map_err(|_| overflow())
}

/// `django_format_dtdelta('+', left, right)`: a datetime and a duration with `+` or `-`, a duration and
/// a number with `*` or `/`.
///
/// Two durations give a duration, where Django's function gives Python's text of one.
fn arithmetic(context: &Context<'_>) -> Result<Value> {
    let Some(connector) = name(context, 0)? else { return Ok(Value::Null) };
    let (left, right) = (context.get_raw(1), context.get_raw(2));
    match connector.trim() {
        "+" => match (operand(left), operand(right)) {
            (Some(Operand::Moment(moment)), Some(Operand::Duration(duration)))
            | (Some(Operand::Duration(duration)), Some(Operand::Moment(moment))) => {
                shifted(moment, duration, 1)
            }
            (Some(Operand::Duration(left)), Some(Operand::Duration(right))) => {
                left.checked_add(right).map(Value::Integer).ok_or_else(overflow)
            }
            (None, _) | (_, None) => Ok(Value::Null),
            (Some(Operand::Moment(_)), Some(Operand::Moment(_))) => {
                Err(failed("two datetimes cannot be added".to_owned()))
            }
        },
        "-" => match (operand(left), operand(right)) {
            (Some(Operand::Moment(moment)), Some(Operand::Duration(duration))) => {
                shifted(moment, duration, -1)
            }
            (Some(Operand::Duration(left)), Some(Operand::Duration(right))) => {
                left.checked_sub(right).map(Value::Integer).ok_or_else(overflow)
            }
            (Some(Operand::Moment(left)), Some(Operand::Moment(right))) => {
                difference(left, right).map(Value::Integer)
            }
            (None, _) | (_, None) => Ok(Value::Null),
            (Some(Operand::Duration(_)), Some(Operand::Moment(_))) => {
                Err(failed("a datetime cannot be taken from a duration".to_owned()))
            }
        },
        "*" => Ok(match (number(left), number(right)) {
            (Some(Number::Int(left)), Some(Number::Int(right))) => {
                Value::Integer(left.checked_mul(right).ok_or_else(overflow)?)
            }
            (Some(left), Some(right)) => Value::Real(left.real() * right.real()),
            _ => Value::Null,
        }),
        "/" => Ok(match (number(left), number(right)) {
            // Like SQLite's own division; Python raises an exception.
            (Some(_), Some(right)) if right.real() == 0.0 => Value::Null,
            (Some(left), Some(right)) => Value::Real(left.real() / right.real()),
            _ => Value::Null,
        }),
        other => Err(failed(format!("`{other}` is no arithmetic of durations"))),
    }
}

enum Operand {
    Moment(Moment),
    /// Microseconds.
    Duration(i64),
}

fn operand(value: ValueRef<'_>) -> Option<Operand> {
    match value {
        ValueRef::Integer(microseconds) => Some(Operand::Duration(microseconds)),
        value => moment(value).map(Operand::Moment),
    }
}

/// A date stays a date: whole days count, as with Python's `date`.
fn shifted(moment: Moment, microseconds: i64, sign: i64) -> Result<Value> {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    let whole =
        if moment.has_time { Some(microseconds) } else { microseconds.div_euclid(DAY).checked_mul(DAY) };
    let shift = whole.and_then(|whole| whole.checked_mul(sign)).ok_or_else(overflow)?;
    let datetime = moment
        .datetime
        .checked_add(SignedDuration::from_micros(shift))
        .ok()
        .filter(|datetime| YEARS.contains(&datetime.year()))
        .ok_or_else(overflow)?;
    let mut out = String::new();
    if moment.has_time {
        push_datetime(&mut out, datetime);
    } else {
        push_date(&mut out, datetime.date());
    }
    Ok(Value::Text(out))
}

fn overflow() -> rusqlite::Error {
    failed("the result is beyond what a date or a duration can hold".to_owned())
}
