//! Transforms: parts of dates and times, case, length.

use sea_query as sql;
use sea_query::ExprTrait;

use super::collection::collection_part;
use super::function::trunc;
use super::{Dialect, call, constant, own_sql};
use crate::meta::FieldType;
use crate::state::Transform;

/// A transform of an expression, of the type `field_type` where that is known. Parts of moments are
/// those in `zone`.
pub(crate) fn transform(
    dialect: Dialect,
    transform: Transform,
    of: sql::Expr,
    field_type: Option<FieldType>,
    zone: &str,
) -> sql::Expr {
    match transform {
        Transform::Lower => call("LOWER", [of]),
        Transform::Upper => call("UPPER", [of]),
        Transform::Unaccent => call("UNACCENT", [of]),
        Transform::Abs => call("ABS", [of]),
        Transform::Trunc(unit) => trunc(dialect, unit, of, field_type, zone),
        Transform::Own(own) => own_sql(dialect, &own.sql, [("of}", of)]),
        part if part.is_of_collection() => collection_part(part, of),
        Transform::Length => match dialect {
            Dialect::Sqlite | Dialect::Postgres => call("LENGTH", [of]),
            Dialect::MySql(_) => call("CHAR_LENGTH", [of]),
        },
        part => match dialect {
            Dialect::Sqlite => sqlite_part(part, of, field_type, zone),
            Dialect::Postgres => postgres_part(part, of, field_type, zone),
            Dialect::MySql(_) => mysql_part(part, of, zone),
        },
    }
}

/// SQLite has no parts of dates: Django's functions are registered with each connection.
fn sqlite_part(part: Transform, of: sql::Expr, field_type: Option<FieldType>, zone: &str) -> sql::Expr {
    let (zone, utc) = (constant(zone), constant("UTC"));
    let name = match part {
        Transform::Date => return call("django_datetime_cast_date", [of, zone, utc]),
        Transform::Time => return call("django_datetime_cast_time", [of, zone, utc]),
        Transform::Year => "year",
        Transform::IsoYear => "iso_year",
        Transform::Month => "month",
        Transform::Day => "day",
        Transform::Week => "week",
        Transform::WeekDay => "week_day",
        Transform::IsoWeekDay => "iso_week_day",
        Transform::Quarter => "quarter",
        Transform::Hour => "hour",
        Transform::Minute => "minute",
        Transform::Second => "second",
        _ => unreachable!("handled above"),
    };
    match field_type {
        Some(FieldType::Date) => call("django_date_extract", [constant(name), of]),
        Some(FieldType::Time) => call("django_time_extract", [constant(name), of]),
        _ => call("django_datetime_extract", [constant(name), of, zone, utc]),
    }
}

fn postgres_part(part: Transform, of: sql::Expr, field_type: Option<FieldType>, zone: &str) -> sql::Expr {
    let of = match field_type {
        Some(FieldType::Date | FieldType::Time | FieldType::Duration) => of,
        _ => of.binary(sql::BinOper::Custom("AT TIME ZONE"), constant(zone)),
    };
    match part {
        Transform::Date => of.cast_as("date"),
        Transform::Time => of.cast_as("time"),
        Transform::Year => extract("YEAR", of),
        Transform::IsoYear => extract("ISOYEAR", of),
        Transform::Month => extract("MONTH", of),
        Transform::Day => extract("DAY", of),
        Transform::Week => extract("WEEK", of),
        Transform::WeekDay => extract("DOW", of).add(sql::Expr::Constant(1.into())),
        Transform::IsoWeekDay => extract("ISODOW", of),
        Transform::Quarter => extract("QUARTER", of),
        Transform::Hour => extract("HOUR", of),
        Transform::Minute => extract("MINUTE", of),
        // Of `SECOND` alone the fraction is a part.
        Transform::Second => extract("SECOND", call("DATE_TRUNC", [constant("second"), of])),
        _ => unreachable!("handled above"),
    }
}

/// The session of MySQL is in UTC.
fn mysql_part(part: Transform, of: sql::Expr, zone: &str) -> sql::Expr {
    let of = match zone {
        "UTC" => of,
        zone => call("CONVERT_TZ", [of, constant("UTC"), constant(zone)]),
    };
    let iso = || sql::Expr::Constant(3.into());
    match part {
        Transform::Date => call("DATE", [of]),
        Transform::Time => call("TIME", [of]),
        Transform::Year => extract("YEAR", of),
        Transform::IsoYear => {
            call("YEARWEEK", [of, iso()]).binary(sql::BinOper::Custom("DIV"), sql::Expr::Constant(100.into()))
        }
        Transform::Month => extract("MONTH", of),
        Transform::Day => extract("DAY", of),
        Transform::Week => call("WEEK", [of, iso()]),
        Transform::WeekDay => call("DAYOFWEEK", [of]),
        Transform::IsoWeekDay => call("WEEKDAY", [of]).add(sql::Expr::Constant(1.into())),
        Transform::Quarter => extract("QUARTER", of),
        Transform::Hour => extract("HOUR", of),
        Transform::Minute => extract("MINUTE", of),
        Transform::Second => extract("SECOND", of),
        _ => unreachable!("handled above"),
    }
}

fn extract(part: &'static str, of: sql::Expr) -> sql::Expr {
    call("EXTRACT", [sql::Expr::custom_keyword(part).binary(sql::BinOper::Custom("FROM"), of)])
}
