//! Kinds of values, as lookups, transforms and functions know them.

use queryset::meta::{Column, FieldType};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Float,
    Decimal,
    Bool,
    Date,
    DateTime,
    Time,
    Uuid,
    Ip,
    /// A span of time, which is computed.
    Span,
    /// What a document has under a key.
    Document,
    Opaque,
}

impl Kind {
    pub(crate) fn of(column: &Column) -> Self {
        use FieldType as F;
        match column.field_type {
            F::Char | F::Text | F::Slug | F::Email | F::Url => Self::Text,
            F::SmallAuto | F::Auto | F::BigAuto => Self::Integer,
            F::SmallInteger | F::Integer | F::BigInteger => Self::Integer,
            F::PositiveSmallInteger | F::PositiveInteger | F::PositiveBigInteger => Self::Integer,
            F::Float => Self::Float,
            F::Decimal => Self::Decimal,
            F::Boolean => Self::Bool,
            F::Date => Self::Date,
            F::DateTime => Self::DateTime,
            F::Time => Self::Time,
            F::Uuid => Self::Uuid,
            F::GenericIpAddress => Self::Ip,
            F::Duration | F::Json | F::Binary => Self::Opaque,
            F::Array(_)
            | F::IntegerRange
            | F::BigIntegerRange
            | F::DecimalRange
            | F::DateRange
            | F::DateTimeRange => Self::Opaque,
        }
    }

    /// Its name, for Django's side.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Decimal => "decimal",
            Self::Bool => "bool",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Time => "time",
            Self::Uuid => "uuid",
            Self::Ip => "ip",
            Self::Span => "duration",
            Self::Document | Self::Opaque => "json",
        }
    }

    pub(crate) fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Float | Self::Decimal)
    }

    pub(crate) fn is_temporal(self) -> bool {
        matches!(self, Self::Date | Self::DateTime | Self::Time)
    }

    /// Whether every database finds the greatest value of it.
    pub(crate) fn has_extremes(self) -> bool {
        self.is_number() || matches!(self, Self::Text | Self::Date | Self::DateTime | Self::Time | Self::Span)
    }

    /// Whether rows can be told apart, ordered and compared by it.
    pub(crate) fn is_plain(self) -> bool {
        !matches!(self, Self::Document | Self::Opaque)
    }

    pub(crate) fn lookups(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[
                "exact",
                "iexact",
                "contains",
                "icontains",
                "startswith",
                "istartswith",
                "endswith",
                "iendswith",
                "in",
                "range",
                "gt",
                "lte",
                "regex",
                "iregex",
            ],
            Self::Integer | Self::Float | Self::Decimal | Self::Date | Self::DateTime | Self::Time => {
                &["exact", "in", "range", "gt", "gte", "lt", "lte"]
            }
            Self::Bool | Self::Uuid | Self::Ip => &["exact", "in"],
            Self::Span | Self::Document | Self::Opaque => &["isnull"],
        }
    }
}

/// The lookups that Django has for foreign keys.
pub(crate) const KEY_LOOKUPS: &[&str] = &["exact", "in", "gt", "gte", "lt", "lte"];
