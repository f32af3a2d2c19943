//! Mathematics, as SQLite computes it where it is built with its own mathematical functions.
//!
//! Django uses those where they are built in, which is the usual case. What is out of a function's domain
//! gives `NULL`.

use std::cell::Cell;
use std::f64::consts::PI;
use std::hash::{BuildHasher as _, RandomState};

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Result};
use rust_decimal::prelude::ToPrimitive as _;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Number, failed, integer, number, pure};

type Unary = fn(f64) -> f64;
type Binary = fn(f64, f64) -> f64;

/// Functions of one number. A result that is not a number becomes `NULL`.
const UNARY: [(&str, Unary); 12] = [
    ("ACOS", f64::acos),
    ("ASIN", f64::asin),
    ("ATAN", f64::atan),
    ("COS", f64::cos),
    ("COT", |x| x.tan().recip()),
    ("DEGREES", |x| x * (180.0 / PI)),
    ("EXP", f64::exp),
    ("LN", |x| if x > 0.0 { x.ln() } else { f64::NAN }),
    ("RADIANS", |x| x * (PI / 180.0)),
    ("SIN", f64::sin),
    ("SQRT", f64::sqrt),
    ("TAN", f64::tan),
];

const BINARY: [(&str, Binary); 4] = [
    ("ATAN2", f64::atan2),
    ("LOG", |base, x| if base > 1.0 && x > 0.0 { x.ln() / base.ln() } else { f64::NAN }),
    ("MOD", |x, y| x % y),
    ("POWER", f64::powf),
];

/// Functions that leave an integer an integer.
const ROUNDING: [(&str, Unary); 2] = [("CEILING", f64::ceil), ("FLOOR", f64::floor)];

pub(super) fn register(connection: &Connection) -> Result<()> {
    for (name, function) in UNARY {
        pure(connection, name, 1, move |context| Ok(number(context.get_raw(0)).map(|x| function(x.real()))))?;
    }
    for (name, function) in BINARY {
        pure(connection, name, 2, move |context| {
            let arguments = number(context.get_raw(0)).zip(number(context.get_raw(1)));
            Ok(arguments.map(|(x, y)| function(x.real(), y.real())))
        })?;
    }
    for (name, function) in ROUNDING {
        pure(connection, name, 1, move |context| {
            Ok(match number(context.get_raw(0)) {
                Some(Number::Int(value)) => Value::Integer(value),
                Some(Number::Real(value)) => Value::Real(function(value)),
                None => Value::Null,
            })
        })?;
    }
    // Ours: SQLite's ROUND changed its mind about 2.675, which no binary fraction is.
    pure(connection, "queryset_round", 2, |context| {
        let Some((of, digits)) = number(context.get_raw(0)).zip(integer(context, 1)?) else {
            return Ok(Value::Null);
        };
        Ok(match of {
            Number::Int(value) => Value::Integer(value),
            Number::Real(value) => Value::Real(round(value, digits)),
        })
    })?;
    pure(connection, "PI", 0, |_| Ok(PI))?;
    pure(connection, "BITXOR", 2, |context| match (context.get_raw(0), context.get_raw(1)) {
        (ValueRef::Null, _) | (_, ValueRef::Null) => Ok(None),
        (ValueRef::Integer(x), ValueRef::Integer(y)) => Ok(Some(x ^ y)),
        (x, y) => {
            Err(failed(format!("BITXOR needs two integers, not {} and {}", x.data_type(), y.data_type())))
        }
    })?;
    // SQLite's RANDOM() gives integers of 64 bits, Django's function a number from 0 to below 1.
    let random = Random::seeded();
    connection.create_scalar_function("RAND", 0, FunctionFlags::SQLITE_UTF8, move |_| Ok(random.next()))
}

/// Rounds what a float shows, which is 15 digits of it; halves away from zero.
fn round(value: f64, digits: i64) -> f64 {
    let digits = u32::try_from(digits).unwrap_or(0);
    // Beyond, there is nothing behind the point, or `NaN` and infinity.
    if value.abs() >= 1e15 || !value.is_finite() || digits > 20 {
        return value;
    }
    // What is smaller than a decimal can be is 0 by so many digits.
    let shown = Decimal::from_scientific(&format!("{value:.14e}")).unwrap_or_default();
    let rounded = shown.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_f64().unwrap_or(value)
}

/// SplitMix64, which is plenty for a shuffled list, and nothing for a secret.
struct Random(Cell<u64>);

impl Random {
    /// The standard library's hash maps have a random seed, from the operating system.
    fn seeded() -> Self {
        Self(Cell::new(RandomState::new().hash_one(0)))
    }

    /// A number from 0 to below 1.
    fn next(&self) -> f64 {
        let mut bits = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(bits);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        #[allow(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
        let mantissa = (bits >> 11) as f64;
        mantissa * f64::EPSILON / 2.0
    }
}

#[cfg(test)]
mod tests {
    use crate::driver::sqlite::functions::tests::{check_all, check_error};

    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn results_are_those_of_django() {
        check_all(&[
            ("ACOS(0.5)", "real 1.0471975511965979"),
            ("ACOS(2)", "null"),
            ("ACOS(NULL)", "null"),
            ("ACOS('0.5')", "real 1.0471975511965979"),
            ("ACOS('x')", "null"),
            ("ASIN(1)", "real 1.5707963267948966"),
            ("ATAN(-3.5)", "real -1.2924966677897853"),
            ("ATAN2(1, -2)", "real 2.677945044588987"),
            ("ATAN2(NULL, 1)", "null"),
            ("CEILING(1.2)", "real 2.0"),
            ("CEILING(-1.2)", "real -1.0"),
            ("CEILING(3)", "int 3"),
            ("CEILING(NULL)", "null"),
            ("CEILING('1.5')", "real 2.0"),
            ("COS(1)", "real 0.5403023058681398"),
            ("COT(1.5)", "real 0.07091484430265245"),
            ("COT(NULL)", "null"),
            ("DEGREES(2)", "real 114.59155902616465"),
            ("EXP(1)", "real 2.718281828459045"),
            ("EXP(1000)", "real inf"),
            ("FLOOR(1.8)", "real 1.0"),
            ("FLOOR(-1.2)", "real -2.0"),
            ("FLOOR(-7)", "int -7"),
            ("LN(2)", "real 0.6931471805599453"),
            ("LN(0)", "null"),
            ("LN(-1)", "null"),
            ("LOG(2, 8)", "real 3.0"),
            ("LOG(10, 1000)", "real 2.9999999999999996"),
            ("LOG(0.5, 8)", "null"),
            ("LOG(1, 8)", "null"),
            ("LOG(2, 0)", "null"),
            ("LOG(NULL, 8)", "null"),
            ("MOD(5.5, 2)", "real 1.5"),
            ("MOD(-7, 3)", "real -1.0"),
            ("MOD(7, 0)", "null"),
            ("MOD(NULL, 2)", "null"),
            ("PI()", "real 3.141592653589793"),
            ("POWER(2, 10)", "real 1024.0"),
            ("POWER(2, -1)", "real 0.5"),
            ("POWER(-8, 0.5)", "null"),
            ("POWER(0, 0)", "real 1.0"),
            ("RADIANS(180)", "real 3.141592653589793"),
            ("SIGN(-3)", "int -1"),
            ("SIGN(0)", "int 0"),
            ("SIGN(2.5)", "int 1"),
            ("SIGN(NULL)", "null"),
            ("SIN(1)", "real 0.8414709848078965"),
            ("SQRT(2)", "real 1.4142135623730951"),
            ("SQRT(-1)", "null"),
            ("TAN(0.5)", "real 0.5463024898437905"),
            ("ROUND(1.55, 1)", "real 1.6"),
            ("ROUND(-2.5)", "real -3.0"),
            ("BITXOR(12, 10)", "int 6"),
            ("BITXOR(-1, 5)", "int -6"),
            ("BITXOR(NULL, 5)", "null"),
        ]);
    }

    // As `ROUND` of a `numeric` of PostgreSQL.
    #[test]
    fn what_is_shown_is_rounded() {
        check_all(&[
            ("queryset_round(2.675, 2)", "real 2.68"),
            ("queryset_round(1.005, 2)", "real 1.01"),
            ("queryset_round(-2.5, 0)", "real -3.0"),
            ("queryset_round(-0.4, 0)", "real 0.0"),
            ("queryset_round(0.1 + 0.2, 1)", "real 0.3"),
            ("queryset_round(123456789.125, 2)", "real 123456789.13"),
            ("queryset_round(1e300, 2)", "real 1e+300"),
            ("queryset_round(1e-300, 2)", "real 0.0"),
            ("queryset_round(9e999, 2)", "real inf"),
            ("queryset_round(2.5, 300)", "real 2.5"),
            ("queryset_round(2.5, -1)", "real 3.0"),
            ("queryset_round(7, 2)", "int 7"),
            ("queryset_round('2.5', 0)", "real 3.0"),
            ("queryset_round(NULL, 2)", "null"),
            ("queryset_round(2.5, NULL)", "null"),
        ]);
    }

    #[test]
    fn cot_of_zero_is_infinite_as_on_postgresql() {
        // Django's function divides by zero and fails.
        check_all(&[("COT(0)", "real inf")]);
    }

    #[test]
    fn bitxor_needs_integers() {
        check_error("BITXOR(1.5, 2)", "BITXOR needs two integers, not Real and Integer");
    }

    #[test]
    fn rand_is_from_zero_to_below_one_and_another_each_time() {
        check_all(&[
            ("RAND() >= 0 AND RAND() < 1", "int 1"),
            (
                "(SELECT COUNT(DISTINCT RAND()) FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3))",
                "int 3",
            ),
        ]);
    }
}
