//! Arrays and ranges, which PostgreSQL has: their types, their operators, their parts.

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Dialect, call, spelled};
use crate::meta::FieldType;
use crate::state::{LookupName, RangePart, Transform};
use crate::value::ValueType;

/// The type of a column, without sizes: what is cast to a size is cut to it without a word.
pub(crate) fn type_of_column(field_type: FieldType) -> String {
    use FieldType as F;
    let name = match field_type {
        F::Array(items) => return format!("{}[]", type_of_column(items.field_type)),
        F::SmallAuto | F::SmallInteger | F::PositiveSmallInteger => "smallint",
        F::Auto | F::Integer | F::PositiveInteger => "integer",
        F::BigAuto | F::BigInteger | F::PositiveBigInteger => "bigint",
        F::Char | F::Slug | F::Email | F::Url => "varchar",
        F::Text => "text",
        F::GenericIpAddress => "inet",
        F::Float => "double precision",
        F::Decimal => "numeric",
        F::Boolean => "boolean",
        F::Date => "date",
        F::DateTime => "timestamp with time zone",
        F::Time => "time",
        F::Duration => "interval",
        F::Uuid => "uuid",
        F::Json => "jsonb",
        F::Binary => "bytea",
        F::IntegerRange => "int4range",
        F::BigIntegerRange => "int8range",
        F::DecimalRange => "numrange",
        F::DateRange => "daterange",
        F::DateTimeRange => "tstzrange",
    };
    name.to_owned()
}

/// The type of the bounds of a range.
pub(crate) fn type_of_bounds(field_type: FieldType) -> Option<FieldType> {
    use FieldType as F;
    match field_type {
        F::IntegerRange => Some(F::Integer),
        F::BigIntegerRange => Some(F::BigInteger),
        F::DecimalRange => Some(F::Decimal),
        F::DateRange => Some(F::Date),
        F::DateTimeRange => Some(F::DateTime),
        _ => None,
    }
}

/// The type of a value that stands for itself.
pub(crate) fn type_of_value(value_type: ValueType) -> String {
    use ValueType as V;
    let name = match value_type {
        V::Array(of) => return format!("{}[]", type_of_value(*of)),
        V::Bool => "boolean",
        V::Int => "bigint",
        V::Float => "double precision",
        V::Decimal => "numeric",
        V::Text => "text",
        V::Date => "date",
        V::DateTime => "timestamp with time zone",
        V::Time => "time",
        V::Duration => "interval",
        V::Uuid => "uuid",
        V::Json => "jsonb",
        V::Bytes => "bytea",
        V::Ip => "inet",
        V::Range(of) => match of {
            V::Decimal => "numrange",
            V::Date => "daterange",
            V::DateTime => "tstzrange",
            _ => "int8range",
        },
    };
    name.to_owned()
}

/// The operator of a lookup of arrays or ranges.
pub(crate) fn collection_operator(name: LookupName) -> Option<sql::BinOper> {
    Some(sql::BinOper::Custom(match name {
        LookupName::ContainsItems => "@>",
        LookupName::ContainedBy => "<@",
        LookupName::Overlap => "&&",
        LookupName::FullyLt => "<<",
        LookupName::FullyGt => ">>",
        // It does not go beyond the other one, to the right or to the left.
        LookupName::NotGt => "&<",
        LookupName::NotLt => "&>",
        LookupName::AdjacentTo => "-|-",
        _ => return None,
    }))
}

/// A part of an array or of a range.
pub(super) fn collection_part(part: Transform, of: sql::Expr) -> sql::Expr {
    match part {
        Transform::ArrayLength => call("CARDINALITY", [of]),
        Transform::ArrayItem(at) => subscript(of, &(at + 1).to_string()),
        Transform::ArraySlice(from, to) => subscript(of, &format!("{}:{to}", from + 1)),
        Transform::RangeStart => call("LOWER", [of]),
        Transform::RangeEnd => call("UPPER", [of]),
        Transform::RangePart(part) => call(
            match part {
                RangePart::IsEmpty => "ISEMPTY",
                RangePart::LowerInc => "LOWER_INC",
                RangePart::LowerInf => "LOWER_INF",
                RangePart::UpperInc => "UPPER_INC",
                RangePart::UpperInf => "UPPER_INF",
            },
            [of],
        ),
        _ => unreachable!("it is a part of neither"),
    }
}

fn subscript(of: sql::Expr, place: &str) -> sql::Expr {
    let (before, after) = match of {
        sql::Expr::Column(_) => ("", format!("[{place}]")),
        _ => ("(", format!(")[{place}]")),
    };
    spelled(Dialect::Postgres, &[before, &after], [of])
}

/// An array of the rows of a query.
pub(crate) fn array_of(query: sql::Expr) -> sql::Expr {
    spelled(Dialect::Postgres, &["ARRAY ", ""], [query])
}

/// Makes of a placeholder, or of another array or range, one of a type.
pub(crate) fn cast_to(expr: sql::Expr, type_name: String) -> sql::Expr {
    expr.cast_as(sql::Alias::new(type_name))
}
