//! Variance and standard deviation, and `ANY_VALUE`.
//!
//! `NULL` is no value, as in every other aggregate (Django's functions fail on it). No value, or a
//! single one for the deviation of a sample, gives `NULL`.

use std::collections::VecDeque;

use rusqlite::functions::{Aggregate, Context, WindowAggregate};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Result};

use super::{PURE, failed, number};

pub(super) fn register(connection: &Connection) -> Result<()> {
    for (name, of, root) in [
        ("VAR_POP", Of::Population, false),
        ("VAR_SAMP", Of::Sample, false),
        ("STDDEV_POP", Of::Population, true),
        ("STDDEV_SAMP", Of::Sample, true),
    ] {
        connection.create_window_function(name, 1, PURE, Variance { of, root })?;
    }
    connection.create_aggregate_function("ANY_VALUE", 1, PURE, AnyValue)
}

#[derive(Clone, Copy)]
enum Of {
    Population,
    Sample,
}

struct Variance {
    of: Of,
    /// The standard deviation is asked for.
    root: bool,
}

impl Variance {
    /// Two passes over the values, with the rounding errors of the sums added up beside: Python
    /// calculates with fractions, and this comes out the same but for the last digit.
    fn result(&self, values: &VecDeque<f64>) -> Option<f64> {
        #[allow(clippy::cast_precision_loss, reason = "nobody has 2^53 rows in a group")]
        let count = values.len() as f64;
        let divisor = match self.of {
            Of::Population => count,
            Of::Sample => count - 1.0,
        };
        if divisor <= 0.0 {
            return None;
        }
        let mean = sum(values.iter().copied()) / count;
        let squares = sum(values.iter().map(|value| (value - mean).powi(2)));
        let rest = sum(values.iter().map(|value| value - mean));
        let variance = (squares - rest * rest / count) / divisor;
        Some(if self.root { variance.sqrt() } else { variance })
    }
}

/// Neumaier's sum.
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0);
    for value in values {
        let next = sum + value;
        lost += if sum.abs() >= value.abs() { (sum - next) + value } else { (value - next) + sum };
        sum = next;
    }
    sum + lost
}

fn argument(context: &Context<'_>) -> Result<Option<f64>> {
    match context.get_raw(0) {
        ValueRef::Null => Ok(None),
        value => match number(value) {
            Some(number) => Ok(Some(number.real())),
            None => Err(failed(format!("a variance needs numbers, not {}", value.data_type()))),
        },
    }
}

impl Aggregate<VecDeque<f64>, Option<f64>> for Variance {
    fn init(&self, _: &mut Context<'_>) -> Result<VecDeque<f64>> {
        Ok(VecDeque::new())
    }

    fn step(&self, context: &mut Context<'_>, values: &mut VecDeque<f64>) -> Result<()> {
        values.extend(argument(context)?);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, values: Option<VecDeque<f64>>) -> Result<Option<f64>> {
        Ok(values.and_then(|values| self.result(&values)))
    }
}

impl WindowAggregate<VecDeque<f64>, Option<f64>> for Variance {
    fn value(&self, values: Option<&mut VecDeque<f64>>) -> Result<Option<f64>> {
        Ok(values.and_then(|values| self.result(values)))
    }

    /// The row that leaves a window is the one that came first.
    fn inverse(&self, context: &mut Context<'_>, values: &mut VecDeque<f64>) -> Result<()> {
        if argument(context)?.is_some() {
            values.pop_front();
        }
        Ok(())
    }
}

/// The first value that is not `NULL`.
struct AnyValue;

impl Aggregate<Value, Value> for AnyValue {
    fn init(&self, _: &mut Context<'_>) -> Result<Value> {
        Ok(Value::Null)
    }

    fn step(&self, context: &mut Context<'_>, value: &mut Value) -> Result<()> {
        if *value == Value::Null {
            *value = context.get(0)?;
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, value: Option<Value>) -> Result<Value> {
        Ok(value.unwrap_or(Value::Null))
    }
}

#[cfg(test)]
mod tests {
    use crate::driver::sqlite::functions::tests::{check_all, check_error};

    // Where all is whole, Django gives an integer, which is read as the same float.
    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn results_are_those_of_django() {
        check_all(&[
            (
                "(SELECT VAR_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2 AS x UNION ALL SELECT 3 AS x UNION ALL SELECT 4 AS x))",
                "real 1.25",
            ),
            (
                "(SELECT VAR_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2.5 AS x UNION ALL SELECT -7 AS x))",
                "real 17.38888888888889",
            ),
            (
                "(SELECT VAR_POP(x) FROM (SELECT 0.1 AS x UNION ALL SELECT 0.2 AS x UNION ALL SELECT 0.3 AS x))",
                "real 0.006666666666666665",
            ),
            (
                "(SELECT VAR_POP(x) FROM (SELECT 1000000000.5 AS x UNION ALL SELECT 1000000001.5 AS x UNION ALL SELECT 1000000002.5 AS x))",
                "real 0.6666666666666666",
            ),
            (
                "(SELECT VAR_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 1 AS x UNION ALL SELECT 1 AS x))",
                "real 0.0",
            ),
            ("(SELECT VAR_POP(x) FROM (SELECT 5 AS x))", "real 0.0"),
            (
                "(SELECT VAR_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2 AS x UNION ALL SELECT 3 AS x UNION ALL SELECT 4 AS x))",
                "real 1.6666666666666667",
            ),
            (
                "(SELECT VAR_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2.5 AS x UNION ALL SELECT -7 AS x))",
                "real 26.083333333333332",
            ),
            (
                "(SELECT VAR_SAMP(x) FROM (SELECT 0.1 AS x UNION ALL SELECT 0.2 AS x UNION ALL SELECT 0.3 AS x))",
                "real 0.009999999999999998",
            ),
            (
                "(SELECT VAR_SAMP(x) FROM (SELECT 1000000000.5 AS x UNION ALL SELECT 1000000001.5 AS x UNION ALL SELECT 1000000002.5 AS x))",
                "real 1.0",
            ),
            (
                "(SELECT VAR_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 1 AS x UNION ALL SELECT 1 AS x))",
                "real 0.0",
            ),
            (
                "(SELECT STDDEV_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2 AS x UNION ALL SELECT 3 AS x UNION ALL SELECT 4 AS x))",
                "real 1.118033988749895",
            ),
            (
                "(SELECT STDDEV_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2.5 AS x UNION ALL SELECT -7 AS x))",
                "real 4.169998667732268",
            ),
            (
                "(SELECT STDDEV_POP(x) FROM (SELECT 0.1 AS x UNION ALL SELECT 0.2 AS x UNION ALL SELECT 0.3 AS x))",
                "real 0.0816496580927726",
            ),
            (
                "(SELECT STDDEV_POP(x) FROM (SELECT 1000000000.5 AS x UNION ALL SELECT 1000000001.5 AS x UNION ALL SELECT 1000000002.5 AS x))",
                "real 0.816496580927726",
            ),
            (
                "(SELECT STDDEV_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT 1 AS x UNION ALL SELECT 1 AS x))",
                "real 0.0",
            ),
            ("(SELECT STDDEV_POP(x) FROM (SELECT 5 AS x))", "real 0.0"),
            (
                "(SELECT STDDEV_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2 AS x UNION ALL SELECT 3 AS x UNION ALL SELECT 4 AS x))",
                "real 1.2909944487358056",
            ),
            (
                "(SELECT STDDEV_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 2.5 AS x UNION ALL SELECT -7 AS x))",
                "real 5.107184482014854",
            ),
            (
                "(SELECT STDDEV_SAMP(x) FROM (SELECT 0.1 AS x UNION ALL SELECT 0.2 AS x UNION ALL SELECT 0.3 AS x))",
                "real 0.09999999999999999",
            ),
            (
                "(SELECT STDDEV_SAMP(x) FROM (SELECT 1000000000.5 AS x UNION ALL SELECT 1000000001.5 AS x UNION ALL SELECT 1000000002.5 AS x))",
                "real 1.0",
            ),
            (
                "(SELECT STDDEV_SAMP(x) FROM (SELECT 1 AS x UNION ALL SELECT 1 AS x UNION ALL SELECT 1 AS x))",
                "real 0.0",
            ),
        ]);
    }

    #[test]
    fn null_is_no_value_and_too_few_values_have_no_variance() {
        // Django's functions fail on each; these are the results of PostgreSQL.
        check_all(&[
            ("(SELECT VAR_POP(x) FROM (SELECT 1 AS x UNION ALL SELECT NULL UNION ALL SELECT 3))", "real 1.0"),
            ("(SELECT VAR_POP(x) FROM (SELECT NULL AS x))", "null"),
            ("(SELECT STDDEV_SAMP(x) FROM (SELECT 5 AS x))", "null"),
            ("(SELECT STDDEV_POP(x) FROM (SELECT 5 AS x) WHERE 0)", "null"),
        ]);
        check_error("VAR_POP(x'00')", "a variance needs numbers, not Blob");
    }

    #[test]
    fn a_window_slides() {
        let numbers = "SELECT 1 AS x UNION ALL SELECT 3 UNION ALL SELECT NULL UNION ALL SELECT 9";
        let window = "OVER (ORDER BY x NULLS LAST ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)";
        check_all(&[(
            &format!("(SELECT group_concat(v) FROM (SELECT VAR_POP(x) {window} AS v FROM ({numbers})))"),
            "text 0.0,1.0,9.0,0.0",
        )]);
    }

    #[test]
    fn any_value_is_not_null_where_there_is_one() {
        check_all(&[
            ("(SELECT ANY_VALUE(x) FROM (SELECT NULL AS x UNION ALL SELECT 'a'))", "text a"),
            ("(SELECT ANY_VALUE(x) FROM (SELECT NULL AS x))", "null"),
        ]);
    }
}
