//! [`Cells`] over a row of SQLite, whose values have a type each, whatever the column says.

use std::net::IpAddr;

use jiff::{SignedDuration, civil};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::datetime::{parse_date, parse_moment, parse_time};
use crate::decode::{CellError, Cells};

/// The current row of a statement.
pub(super) struct SqliteRow<'a> {
    row: &'a Row<'a>,
}

impl<'a> SqliteRow<'a> {
    pub(super) fn new(row: &'a Row<'a>) -> Self {
        Self { row }
    }

    #[inline]
    fn value(&self, at: usize) -> Result<ValueRef<'_>, CellError> {
        match self.row.get_ref(at) {
            Ok(value) => Ok(value),
            Err(_) => Err(self.no_column()),
        }
    }

    #[cold]
    fn no_column(&self) -> CellError {
        CellError::new("a column at this position", format!("a row of {} columns", self.len()))
    }

    /// Reads text with `parse`, which gives `None` where it is not what was `expected`.
    #[inline]
    fn parsed<T>(
        &self,
        at: usize,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, CellError> {
        let value = self.value(at)?;
        match value {
            ValueRef::Null => Ok(None),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes).ok().and_then(parse) {
                Some(parsed) => Ok(Some(parsed)),
                None => Err(mismatch(expected, value)),
            },
            _ => Err(mismatch(expected, value)),
        }
    }
}

impl Cells for SqliteRow<'_> {
    fn len(&self) -> usize {
        self.row.as_ref().column_count()
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.row.as_ref().column_name(at).ok()
    }

    fn is_null(&self, at: usize) -> Result<bool, CellError> {
        Ok(matches!(self.value(at)?, ValueRef::Null))
    }

    fn bool(&self, at: usize) -> Result<Option<bool>, CellError> {
        match self.value(at)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(0) => Ok(Some(false)),
            ValueRef::Integer(1) => Ok(Some(true)),
            value => Err(mismatch("a boolean (0 or 1)", value)),
        }
    }

    fn int(&self, at: usize) -> Result<Option<i64>, CellError> {
        match self.value(at)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(value) => Ok(Some(value)),
            // AVG() and division of whole numbers come as REAL.
            ValueRef::Real(real) if integral(real).is_some() => Ok(integral(real)),
            value => Err(mismatch("an integer", value)),
        }
    }

    fn uint(&self, at: usize) -> Result<Option<u64>, CellError> {
        let value = self.int(at)?;
        value
            .map(|value| {
                u64::try_from(value).map_err(|_| mismatch("an integer from 0", ValueRef::Integer(value)))
            })
            .transpose()
    }

    fn float(&self, at: usize) -> Result<Option<f64>, CellError> {
        match self.value(at)? {
            ValueRef::Null => Ok(None),
            ValueRef::Real(value) => Ok(Some(value)),
            #[allow(clippy::cast_precision_loss, reason = "SQLite stores 2.0 in a NUMERIC column as 2")]
            ValueRef::Integer(value) => Ok(Some(value as f64)),
            value => Err(mismatch("a float", value)),
        }
    }

    fn keeps_places(&self) -> bool {
        false
    }

    fn decimal(&self, at: usize) -> Result<Option<Decimal>, CellError> {
        let value = self.value(at)?;
        let decimal = match value {
            ValueRef::Null => return Ok(None),
            ValueRef::Integer(integer) => Some(Decimal::from(integer)),
            ValueRef::Real(real) => decimal_of_real(real),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().and_then(decimal_of_text),
            ValueRef::Blob(_) => None,
        };
        decimal.map(Some).ok_or_else(|| mismatch("a decimal number", value))
    }

    fn text(&self, at: usize) -> Result<Option<String>, CellError> {
        self.parsed(at, "text in UTF-8", |text| Some(text.to_owned()))
    }

    fn date(&self, at: usize) -> Result<Option<civil::Date>, CellError> {
        self.parsed(at, "a date (YYYY-MM-DD)", parse_date)
    }

    fn datetime(&self, at: usize) -> Result<Option<civil::DateTime>, CellError> {
        self.parsed(at, "a datetime (YYYY-MM-DD HH:MM:SS)", parse_moment)
    }

    fn time(&self, at: usize) -> Result<Option<civil::Time>, CellError> {
        self.parsed(at, "a time (HH:MM:SS)", parse_time)
    }

    fn duration(&self, at: usize) -> Result<Option<SignedDuration>, CellError> {
        match self.value(at)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(value) => Ok(Some(SignedDuration::from_micros(value))),
            // An average or a product; Python's timedelta rounds half to even, too.
            ValueRef::Real(real) if integral(real.round_ties_even()).is_some() => {
                Ok(integral(real.round_ties_even()).map(SignedDuration::from_micros))
            }
            value => Err(mismatch("a duration (microseconds)", value)),
        }
    }

    fn uuid(&self, at: usize) -> Result<Option<Uuid>, CellError> {
        match self.value(at)? {
            ValueRef::Blob(bytes) => {
                Uuid::from_slice(bytes).map(Some).map_err(|_| mismatch("a UUID", ValueRef::Blob(bytes)))
            }
            _ => self.parsed(at, "a UUID", |text| Uuid::try_parse(text).ok()),
        }
    }

    fn json(&self, at: usize) -> Result<Option<serde_json::Value>, CellError> {
        match self.value(at)? {
            // json_extract() gives numbers as such.
            ValueRef::Integer(value) => Ok(Some(value.into())),
            ValueRef::Real(value) if value.is_finite() => Ok(Some(value.into())),
            _ => self.parsed(at, "a JSON document", |text| serde_json::from_str(text).ok()),
        }
    }

    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, CellError> {
        match self.value(at)? {
            ValueRef::Null => Ok(None),
            ValueRef::Blob(bytes) => Ok(Some(bytes.to_vec())),
            value => Err(mismatch("bytes", value)),
        }
    }

    fn ip(&self, at: usize) -> Result<Option<IpAddr>, CellError> {
        self.parsed(at, "an IP address", |text| text.parse().ok())
    }
}

/// The integer that `real` is, without rounding.
fn integral(real: f64) -> Option<i64> {
    // -2^63 is a float, 2^63 - 1 is not: the next one above is 2^63, which does not fit.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    let fits = real.fract() == 0.0 && (-LIMIT..LIMIT).contains(&real);
    #[allow(clippy::cast_possible_truncation, reason = "checked on the line above")]
    fits.then_some(real as i64)
}

/// The decimal that a float stands for: 15 significant digits, as Django's converter takes them, without
/// the zeros at the end. 0.1 + 0.2 is 0.3.
fn decimal_of_real(real: f64) -> Option<Decimal> {
    if !real.is_finite() {
        return None;
    }
    let text = format!("{real:.14e}");
    let (mantissa, exponent) = text.split_once('e').expect("the exponent was asked for");
    let decimal = Decimal::from_str_exact(mantissa).ok()?.normalize();
    let exponent: i64 = exponent.parse().ok()?;
    // A `Decimal` has 28 places: what is finer is rounded, as SQLite's own ROUND() would.
    let scale = i64::from(decimal.scale()) - exponent;
    if scale <= 0 {
        let power = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
        return Decimal::try_from_i128_with_scale(decimal.mantissa().checked_mul(power)?, 0).ok();
    }
    let excess = u32::try_from((scale - 28).max(0)).ok()?;
    let rounded = Decimal::from_i128_with_scale(decimal.mantissa(), excess.min(28)).round();
    let scale = u32::try_from(scale.min(28)).expect("at least 1 and at most 28");
    Decimal::try_from_i128_with_scale(rounded.mantissa(), scale).ok().map(|decimal| decimal.normalize())
}

fn decimal_of_text(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// Says what a cell holds: its type, and its value where it is short.
#[cold]
fn mismatch(expected: &'static str, found: ValueRef<'_>) -> CellError {
    const SHOWN: usize = 40;
    let found = match found {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(value) => format!("integer {value}"),
        ValueRef::Real(value) => format!("real {value:?}"),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) if text.len() <= SHOWN => format!("text {text:?}"),
            Ok(text) => format!("text of {} bytes", text.len()),
            Err(_) => format!("text of {} bytes that is not UTF-8", bytes.len()),
        },
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
    };
    CellError::new(expected, found)
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use rusqlite::Connection;
    use serde_json::json;

    use super::*;

    type Read<T> = fn(&dyn Cells) -> Result<Option<T>, CellError>;

    /// Reads the value of the SQL expression `sql`.
    fn read<T>(sql: &str, read: Read<T>) -> Result<Option<T>, String> {
        let connection = Connection::open_in_memory().expect("memory is at hand");
        let mut statement = connection.prepare(&format!("SELECT {sql}")).expect("the SQL is right");
        let mut rows = statement.raw_query();
        let row = rows.next().expect("one row").expect("one row");
        read(&SqliteRow::new(row)).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn check<T: Debug + PartialEq>(how: Read<T>, sql: &str, expected: T) {
        assert_eq!(read(sql, how), Ok(Some(expected)), "{sql}");
    }

    #[track_caller]
    fn check_refused<T: Debug + PartialEq>(how: Read<T>, sql: &str, expected: &str) {
        assert_eq!(read(sql, how), Err(expected.to_owned()), "{sql}");
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn null_is_none_for_each_type() {
        assert_eq!(read("NULL", |row| row.bool(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.int(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.uint(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.float(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.decimal(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.text(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.date(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.datetime(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.time(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.duration(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.uuid(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.json(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.bytes(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.ip(0)), Ok(None));
        assert_eq!(read("NULL", |row| row.is_null(0).map(Some)), Ok(Some(true)));
        assert_eq!(read("''", |row| row.is_null(0).map(Some)), Ok(Some(false)));
    }

    #[test]
    fn booleans_are_zero_and_one_only() {
        check(|row| row.bool(0), "1", true);
        check(|row| row.bool(0), "0", false);
        check_refused(|row| row.bool(0), "2", "expected a boolean (0 or 1), found integer 2");
        check_refused(|row| row.bool(0), "'true'", r#"expected a boolean (0 or 1), found text "true""#);
    }

    #[test]
    fn an_integer_is_never_rounded() {
        check(|row| row.int(0), "-9223372036854775807 - 1", i64::MIN);
        check(|row| row.int(0), "3.0", 3);
        check(|row| row.int(0), "-9223372036854775808.0", i64::MIN);
        check_refused(|row| row.int(0), "1.5", "expected an integer, found real 1.5");
        check_refused(
            |row| row.int(0),
            "9223372036854775808.0",
            "expected an integer, found real 9.223372036854776e18",
        );
        check_refused(|row| row.int(0), "'7'", r#"expected an integer, found text "7""#);
        check(|row| row.uint(0), "7", 7);
        check_refused(|row| row.uint(0), "-7", "expected an integer from 0, found integer -7");
    }

    #[test]
    fn a_float_is_read_from_both_kinds_of_number() {
        check(|row| row.float(0), "1.5", 1.5);
        check(|row| row.float(0), "2", 2.0);
        check(|row| row.float(0), "-9e999", f64::NEG_INFINITY);
        check_refused(|row| row.float(0), "'1.5'", r#"expected a float, found text "1.5""#);
    }

    #[test]
    fn a_decimal_is_free_of_the_noise_of_floats() {
        check(|row| row.decimal(0), "12345678901234567", decimal("12345678901234567"));
        check(|row| row.decimal(0), "0.1 + 0.2", decimal("0.3"));
        check(|row| row.decimal(0), "-1e-7", decimal("-0.0000001"));
        check(|row| row.decimal(0), "1e20", decimal("100000000000000000000"));
        check(|row| row.decimal(0), "1.25e-20", decimal("0.0000000000000000000125"));
        check(|row| row.decimal(0), "1.26e-27", decimal("0.0000000000000000000000000013"));
        check(|row| row.decimal(0), "4e-300", decimal("0"));
        check(|row| row.decimal(0), "'10.50'", decimal("10.50"));
        check(|row| row.decimal(0), "'1E+3'", decimal("1000"));
        assert_eq!(
            read("1.50", |row| row.decimal(0)).map(|found| found.map(|d| d.to_string())),
            Ok(Some("1.5".into()))
        );
        check_refused(|row| row.decimal(0), "1e40", "expected a decimal number, found real 1e40");
        check_refused(|row| row.decimal(0), "9e999", "expected a decimal number, found real inf");
        check_refused(|row| row.decimal(0), "'ten'", r#"expected a decimal number, found text "ten""#);
    }

    #[test]
    fn text_is_read_from_text_alone() {
        check(|row| row.text(0), "'Åse'", "Åse".to_owned());
        check(|row| row.text(0), "''", String::new());
        check_refused(|row| row.text(0), "5", "expected text in UTF-8, found integer 5");
        check_refused(|row| row.text(0), "x'41'", "expected text in UTF-8, found 1 bytes");
        check_refused(
            |row| row.text(0),
            "CAST(x'ff' AS TEXT)",
            "expected text in UTF-8, found text of 1 bytes that is not UTF-8",
        );
    }

    #[test]
    fn dates_and_times_are_read_from_django_s_texts() {
        check(|row| row.date(0), "'2024-03-05'", civil::date(2024, 3, 5));
        check(|row| row.date(0), "'2024-03-05 06:07:08'", civil::date(2024, 3, 5));
        check(|row| row.time(0), "'06:07:08.25'", civil::time(6, 7, 8, 250_000_000));
        let moment = civil::datetime(2024, 3, 5, 4, 7, 8, 0);
        check(|row| row.datetime(0), "'2024-03-05T06:07:08+02:00'", moment);
        check_refused(
            |row| row.date(0),
            "'2023-02-29'",
            r#"expected a date (YYYY-MM-DD), found text "2023-02-29""#,
        );
        check_refused(|row| row.time(0), "'6 h'", r#"expected a time (HH:MM:SS), found text "6 h""#);
        check_refused(
            |row| row.datetime(0),
            "0",
            "expected a datetime (YYYY-MM-DD HH:MM:SS), found integer 0",
        );
    }

    #[test]
    fn a_duration_is_read_from_microseconds() {
        check(|row| row.duration(0), "-1500000", SignedDuration::new(-1, -500_000_000));
        check(|row| row.duration(0), "2.5", SignedDuration::from_micros(2));
        check_refused(
            |row| row.duration(0),
            "'1 day'",
            r#"expected a duration (microseconds), found text "1 day""#,
        );
        check_refused(|row| row.duration(0), "1e30", "expected a duration (microseconds), found real 1e30");
    }

    #[test]
    fn a_uuid_is_read_with_hyphens_without_and_from_bytes() {
        let uuid = Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
        check(|row| row.uuid(0), "'123456789abcdef0123456789abcdef0'", uuid);
        check(|row| row.uuid(0), "'12345678-9abc-def0-1234-56789abcdef0'", uuid);
        check(|row| row.uuid(0), "x'123456789abcdef0123456789abcdef0'", uuid);
        check_refused(|row| row.uuid(0), "x'12'", "expected a UUID, found 1 bytes");
        check_refused(|row| row.uuid(0), "'12'", r#"expected a UUID, found text "12""#);
    }

    #[test]
    fn json_bytes_and_addresses() {
        check(|row| row.json(0), r#"'{"a": [1, null]}'"#, json!({"a": [1, null]}));
        check(|row| row.json(0), "'null'", json!(null));
        check(|row| row.json(0), "5", json!(5));
        check(|row| row.json(0), "1.5", json!(1.5));
        check_refused(|row| row.json(0), "9e999", "expected a JSON document, found real inf");
        check_refused(|row| row.json(0), "'{'", r#"expected a JSON document, found text "{""#);
        check(|row| row.bytes(0), "x'00ff'", vec![0, 255]);
        check_refused(|row| row.bytes(0), "'a'", r#"expected bytes, found text "a""#);
        check(|row| row.ip(0), "'192.0.2.1'", "192.0.2.1".parse().expect("an address"));
        check_refused(
            |row| row.ip(0),
            "'example.org'",
            r#"expected an IP address, found text "example.org""#,
        );
    }

    #[test]
    fn a_position_beyond_the_row_is_an_error() {
        assert_eq!(
            read("1", |row| row.int(3)),
            Err("expected a column at this position, found a row of 1 columns".into())
        );
    }

    #[test]
    fn long_text_is_not_repeated_in_an_error() {
        check_refused(|row| row.int(0), "hex(zeroblob(50))", "expected an integer, found text of 100 bytes");
    }
}
