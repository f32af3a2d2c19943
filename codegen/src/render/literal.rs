//! Values that a schema writes, as Rust expressions.

use std::net::IpAddr;

use super::spell::value_type;
use crate::constant::Moment;
use crate::model::{Constant, Validator};

/// A Rust string literal.
pub(super) fn string(text: &str) -> String {
    format!("{text:?}")
}

/// What is asked of the values of a field: a `meta::Validator`.
pub(super) fn validator(validator: &Validator) -> String {
    match validator {
        Validator::Min(value) => format!("meta::Validator::Min(|| {})", bound(value)),
        Validator::Max(value) => format!("meta::Validator::Max(|| {})", bound(value)),
        Validator::MinLength(least) => format!("meta::Validator::MinLength({least})"),
        Validator::Regex(pattern) => format!("meta::Validator::Regex({})", string(pattern)),
        Validator::Own(path) => format!("meta::Validator::Own({path})"),
    }
}

/// A `Value`, made without parsing where that is possible.
pub(super) fn bound(value: &Constant) -> String {
    match value {
        Constant::Text(text) => format!("qs::Value::Text({}.to_owned())", string(text)),
        Constant::Integer(integer) => format!("qs::Value::Int({integer})"),
        Constant::Float(float) => format!("qs::Value::Float({float:?})"),
        Constant::Decimal(text) => format!("qs::Value::Decimal({})", decimal(text)),
        Constant::Bool(boolean) => format!("qs::Value::Bool({boolean})"),
        Constant::Date { year, month, day } => {
            format!("qs::Value::Date(qs::jiff::civil::date({year}, {month}, {day}))")
        }
        Constant::DateTime { microseconds } => {
            let Moment { year, month, day, hour, minute, second, microsecond } = Moment::of(*microseconds);
            let nanosecond = microsecond * 1000;
            format!(
                "qs::Value::DateTime(qs::jiff::civil::datetime({year}, {month}, {day}, {hour}, {minute}, {second}, {nanosecond}))"
            )
        }
        Constant::Time { hour, minute, second, microsecond } => {
            let nanosecond = microsecond * 1000;
            format!("qs::Value::Time(qs::jiff::civil::time({hour}, {minute}, {second}, {nanosecond}))")
        }
        Constant::Duration { microseconds } => {
            format!("qs::Value::Duration(qs::jiff::SignedDuration::from_micros({microseconds}))")
        }
        Constant::Uuid(text) => {
            format!("qs::Value::Uuid(qs::uuid::Uuid::from_u128(0x{}))", text.replace('-', "_"))
        }
        Constant::Json(text) => format!("qs::json({})", string(text)),
        Constant::Binary(bytes) => format!("qs::Value::Bytes(vec!{bytes:?})"),
        Constant::Ip(text) => format!("qs::Value::Ip({})", ip(text)),
        Constant::Array { of, items } => {
            let kind = of.kind().expect("the items of an array are values");
            let items: Vec<String> = items.iter().map(bound).collect();
            format!("qs::Value::Array(&qs::ValueType::{}, [{}].into())", value_type(kind), items.join(", "))
        }
    }
}

/// `100.50` as `Decimal::new(10050, 2)`.
fn decimal(text: &str) -> String {
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let digits = text.replace('.', "");
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |digits| ("-", digits));
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let make = if digits.len() <= 18 { "new" } else { "from_i128_with_scale" };
    format!("qs::rust_decimal::Decimal::{make}({sign}{digits}, {places})")
}

fn ip(text: &str) -> String {
    match text.parse().expect("the address has been checked") {
        IpAddr::V4(address) => {
            let [a, b, c, d] = address.octets();
            format!("::std::net::IpAddr::V4(::std::net::Ipv4Addr::new({a}, {b}, {c}, {d}))")
        }
        IpAddr::V6(address) => {
            let parts = address.segments().map(|part| format!("{part:#x}")).join(", ");
            format!("::std::net::IpAddr::V6(::std::net::Ipv6Addr::new({parts}))")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_digits() {
        assert_eq!(decimal("100.50"), "qs::rust_decimal::Decimal::new(10050, 2)");
        assert_eq!(decimal("-0.05"), "qs::rust_decimal::Decimal::new(-5, 2)");
        assert_eq!(decimal("000"), "qs::rust_decimal::Decimal::new(0, 0)");
        assert_eq!(
            decimal("1234567890123456789"),
            "qs::rust_decimal::Decimal::from_i128_with_scale(1234567890123456789, 0)"
        );
    }
}
