//! The moment at which a statement runs, and what dates and times are cut to.

use sea_query as sql;
use sea_query::ExprTrait;

use crate::dialect::{Dialect, call, constant, spelled};
use crate::meta::FieldType;
use crate::state::TruncUnit;

/// The moment at which the statement runs. That at which the transaction began is another one.
pub(super) fn now(dialect: Dialect) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => call("STRFTIME", [constant("%Y-%m-%d %H:%M:%f"), constant("NOW")]),
        Dialect::Postgres => call("STATEMENT_TIMESTAMP", []),
        Dialect::MySql(_) => call("CURRENT_TIMESTAMP", [sql::Expr::Constant(6.into())]),
    }
}

/// A date, a datetime by the clocks of `zone` or a time of day, cut to a unit.
///
/// A datetime stays the same kind of thing: a moment. Where a change of clocks shows a time twice, it is
/// the first of the two, as in Django.
pub(in crate::dialect) fn trunc(
    dialect: Dialect,
    unit: TruncUnit,
    of: sql::Expr,
    field_type: Option<FieldType>,
    zone: &str,
) -> sql::Expr {
    let unit_name = constant(unit.name());
    let null = || sql::Expr::custom_keyword("NULL");
    match (dialect, field_type) {
        (Dialect::Sqlite, Some(FieldType::Date)) => {
            call("django_date_trunc", [unit_name, of, null(), null()])
        }
        (Dialect::Sqlite, Some(FieldType::Time)) => {
            call("django_time_trunc", [unit_name, of, null(), null()])
        }
        (Dialect::Sqlite, _) => {
            let local = call("django_datetime_trunc", [unit_name, of, constant(zone), constant("UTC")]);
            match zone {
                "UTC" => local,
                zone => call("queryset_utc", [local, constant(zone)]),
            }
        }
        (Dialect::Postgres, Some(FieldType::Date)) => call("DATE_TRUNC", [unit_name, of]).cast_as("date"),
        (Dialect::Postgres, Some(FieldType::Time)) => call("DATE_TRUNC", [unit_name, of]).cast_as("time"),
        (Dialect::Postgres, _) => postgres_datetime(unit_name, of, zone),
        (Dialect::MySql(_), Some(FieldType::Date)) => {
            mysql_formatted(dialect, unit, of, Format::Date).cast_as("DATE")
        }
        (Dialect::MySql(_), Some(FieldType::Time)) => {
            mysql_formatted(dialect, unit, of, Format::Time).cast_as("TIME")
        }
        (Dialect::MySql(_), _) => {
            let convert = |of, from, to| match zone {
                "UTC" => of,
                _ => call("CONVERT_TZ", [of, constant(from), constant(to)]),
            };
            let local = convert(of, "UTC", zone);
            let cut = mysql_formatted(dialect, unit, local, Format::DateTime);
            convert(cut.cast_as("DATETIME"), zone, "UTC")
        }
    }
}

fn postgres_datetime(unit: sql::Expr, of: sql::Expr, zone: &str) -> sql::Expr {
    let at = |moment: sql::Expr| moment.binary(sql::BinOper::Custom("AT TIME ZONE"), constant(zone));
    let local = call("DATE_TRUNC", [unit, at(of)]);
    match zone {
        "UTC" => at(local),
        // Of a time that comes twice PostgreSQL takes the second one.
        _ => {
            let hour = || sql::Expr::cust("INTERVAL '1 hour'");
            let before = local.clone().binary(sql::BinOper::Sub, hour());
            let first =
                spelled(Dialect::Postgres, &["(", ")"], [at(before)]).binary(sql::BinOper::Add, hour());
            call("LEAST", [at(local), first])
        }
    }
}

/// What a formatted date or time has in it.
enum Format {
    Date,
    Time,
    DateTime,
}

/// MySQL cuts by writing: what is cut off is written as it is at the beginning of the unit.
fn mysql_formatted(dialect: Dialect, unit: TruncUnit, of: sql::Expr, format: Format) -> sql::Expr {
    use TruncUnit as U;
    let of = match unit {
        U::Quarter => {
            spelled(dialect, &["DATE_SUB(", ", INTERVAL MOD(MONTH(", ") + 2, 3) MONTH)"], [of.clone(), of])
        }
        U::Week => spelled(dialect, &["DATE_SUB(", ", INTERVAL WEEKDAY(", ") DAY)"], [of.clone(), of]),
        _ => of,
    };
    let date = match unit {
        U::Year => "%Y-01-01",
        U::Quarter | U::Month => "%Y-%m-01",
        U::Week | U::Day | U::Hour | U::Minute | U::Second => "%Y-%m-%d",
    };
    let time = match unit {
        U::Year | U::Quarter | U::Month | U::Week | U::Day => "00:00:00",
        U::Hour => "%H:00:00",
        U::Minute => "%H:%i:00",
        U::Second => "%H:%i:%s",
    };
    match format {
        Format::Date => call("DATE_FORMAT", [of, constant(date)]),
        Format::Time => call("TIME_FORMAT", [of, constant(time)]),
        Format::DateTime => call("DATE_FORMAT", [of, constant(&format!("{date} {time}"))]),
    }
}
