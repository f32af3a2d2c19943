//! Arithmetic between two expressions: numbers, bits, dates and durations.

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Dialect, MySqlFlavor, call, constant, spelled};
use crate::state::{Arithmetic, Operator};
use crate::value::ValueType;

impl Dialect {
    /// Arithmetic between two expressions of the kinds that `arithmetic` says.
    pub(crate) fn arithmetic(self, arithmetic: &Arithmetic, left: sql::Expr, right: sql::Expr) -> sql::Expr {
        use ValueType as V;
        match (arithmetic.operator, arithmetic.kinds) {
            (
                Operator::Subtract,
                [V::Date | V::DateTime | V::Time, of @ (V::Date | V::DateTime | V::Time)],
            ) => self.difference(of, left, right),
            (Operator::Add, [V::Duration, of @ (V::Date | V::DateTime)]) => self.shift("+", of, right, left),
            (Operator::Add, [of @ (V::Date | V::DateTime), V::Duration]) => self.shift("+", of, left, right),
            (Operator::Subtract, [of @ (V::Date | V::DateTime), V::Duration]) => {
                self.shift("-", of, left, right)
            }
            (Operator::Divide, [V::Int, V::Int]) => left.binary(self.integer_division(), right),
            (Operator::Power, [V::Int, _]) => self.integer_power(left, right),
            (Operator::Power, _) => call("POWER", [left, right]),
            (Operator::Add, _) => left.binary(sql::BinOper::Add, right),
            (Operator::Subtract, _) => left.binary(sql::BinOper::Sub, right),
            (Operator::Multiply, _) => left.binary(sql::BinOper::Mul, right),
            (Operator::Divide, _) => left.binary(sql::BinOper::Div, right),
            (Operator::Remainder, _) => left.binary(sql::BinOper::Mod, right),
            (Operator::BitAnd, _) => self.signed(left.binary(sql::BinOper::Custom("&"), right)),
            (Operator::BitOr, _) => self.signed(left.binary(sql::BinOper::Custom("|"), right)),
            (Operator::BitXor, _) => match self {
                Self::Sqlite => call("BITXOR", [left, right]),
                Self::Postgres => left.binary(sql::BinOper::Custom("#"), right),
                Self::MySql(_) => self.signed(left.binary(sql::BinOper::Custom("^"), right)),
            },
            (Operator::ShiftLeft, _) => self.signed(left.binary(sql::BinOper::LShift, self.places(right))),
            (Operator::ShiftRight, _) => match self {
                Self::Sqlite | Self::Postgres => left.binary(sql::BinOper::RShift, self.places(right)),
                // Its own operator takes the number for one without a sign.
                Self::MySql(_) => {
                    let divided = left.binary(sql::BinOper::Div, call("POW", [number(2), right]));
                    self.signed(call("FLOOR", [divided]))
                }
            },
        }
    }

    /// Towards zero. MySQL's `/` is not that of integers.
    fn integer_division(self) -> sql::BinOper {
        match self {
            Self::Sqlite | Self::Postgres => sql::BinOper::Div,
            Self::MySql(_) => sql::BinOper::Custom("DIV"),
        }
    }

    /// A power is a float everywhere; what is behind its point is cut off.
    fn integer_power(self, left: sql::Expr, right: sql::Expr) -> sql::Expr {
        let power = call("POWER", [left, right]);
        match self {
            Self::Sqlite => power.cast_as("INTEGER"),
            Self::Postgres => call("TRUNC", [power]).cast_as("bigint"),
            Self::MySql(_) => call("TRUNCATE", [power, number(0)]).cast_as("SIGNED"),
        }
    }

    /// MySQL's operators on bits give numbers without a sign.
    fn signed(self, bits: sql::Expr) -> sql::Expr {
        match self {
            Self::Sqlite | Self::Postgres => bits,
            Self::MySql(_) => bits.cast_as("SIGNED"),
        }
    }

    /// By how many places bits are moved: PostgreSQL takes an `integer` for it only.
    fn places(self, places: sql::Expr) -> sql::Expr {
        match self {
            Self::Postgres => places.cast_as("integer"),
            Self::Sqlite | Self::MySql(_) => places,
        }
    }

    /// A date or datetime, moved by a duration: a datetime.
    fn shift(
        self,
        operator: &'static str,
        of: ValueType,
        moment: sql::Expr,
        duration: sql::Expr,
    ) -> sql::Expr {
        match self {
            Self::Sqlite => call("django_format_dtdelta", [constant(operator), moment, duration]),
            Self::Postgres => {
                let moved = moment.binary(sql::BinOper::Custom(operator), duration);
                match of {
                    // Of a date it is a time without a zone.
                    ValueType::Date => moved.binary(sql::BinOper::Custom("AT TIME ZONE"), constant("UTC")),
                    _ => moved,
                }
            }
            Self::MySql(_) => spelled(
                self,
                &["(", &format!(") {operator} INTERVAL ("), ") MICROSECOND"],
                [moment, duration],
            ),
        }
    }

    /// The duration between two dates, datetimes or times of day.
    fn difference(self, of: ValueType, left: sql::Expr, right: sql::Expr) -> sql::Expr {
        match (self, of) {
            (Self::Sqlite, ValueType::Time) => call("django_time_diff", [left, right]),
            (Self::Sqlite, _) => call("django_timestamp_diff", [left, right]),
            // The difference of two dates is a number of days there.
            (Self::Postgres, ValueType::Date) => {
                let days = left.binary(sql::BinOper::Sub, right);
                spelled(self, &["INTERVAL '1 day' * (", ")"], [days])
            }
            (Self::Postgres, _) => left.binary(sql::BinOper::Sub, right),
            (Self::MySql(MySqlFlavor::MariaDb), ValueType::Time) => {
                let seconds = |time| call("TIME_TO_SEC", [time]);
                let seconds = seconds(left).binary(sql::BinOper::Sub, seconds(right));
                seconds.binary(sql::BinOper::Mul, number(1_000_000)).cast_as("SIGNED")
            }
            (Self::MySql(MySqlFlavor::MySql), ValueType::Time) => {
                let microseconds = |time: sql::Expr| {
                    let seconds = call("TIME_TO_SEC", [time.clone()]);
                    let rest = call("MICROSECOND", [time]);
                    seconds.binary(sql::BinOper::Mul, number(1_000_000)).binary(sql::BinOper::Add, rest)
                };
                microseconds(left).binary(sql::BinOper::Sub, microseconds(right))
            }
            (Self::MySql(_), _) => {
                call("TIMESTAMPDIFF", [sql::Expr::custom_keyword("MICROSECOND"), right, left])
            }
        }
    }
}

fn number(number: i32) -> sql::Expr {
    sql::Expr::Constant(number.into())
}
