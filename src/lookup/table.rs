//! The one table of this crate: which lookups and transforms each kind has, by Django's names.
//!
//! The methods of [`Expr`](crate::Expr) say the same in types, and the pages of fields by the
//! generator's own table; tests hold the three together.

use crate::state::{LookupName, RangePart, Transform};
use crate::value::ValueType;

use LookupName as L;
use Transform as T;

const ANY: &[LookupName] = &[L::Exact, L::In, L::IsNull];

const ORDERED: &[LookupName] = &[L::Exact, L::In, L::Gt, L::Gte, L::Lt, L::Lte, L::Range, L::IsNull];

const AS_TEXT: &[LookupName] = &[
    L::Exact,
    L::IExact,
    L::Contains,
    L::IContains,
    L::In,
    L::Gt,
    L::Gte,
    L::Lt,
    L::Lte,
    L::StartsWith,
    L::IStartsWith,
    L::EndsWith,
    L::IEndsWith,
    L::Range,
    L::IsNull,
];

const TEXT: &[LookupName] = &[
    L::Exact,
    L::IExact,
    L::Contains,
    L::IContains,
    L::In,
    L::Gt,
    L::Gte,
    L::Lt,
    L::Lte,
    L::StartsWith,
    L::IStartsWith,
    L::EndsWith,
    L::IEndsWith,
    L::Range,
    L::IsNull,
    L::Regex,
    L::IRegex,
    L::TrigramSimilar,
    L::TrigramWordSimilar,
    L::TrigramStrictWordSimilar,
];

const DOCUMENT: &[LookupName] =
    &[L::Exact, L::In, L::IsNull, L::ContainsDocument, L::ContainedBy, L::HasKey, L::HasKeys, L::HasAnyKeys];

/// The lookups of what a document has under a key.
pub(crate) const JSON_KEY: &[LookupName] = &[
    L::Exact,
    L::IExact,
    L::ContainsDocument,
    L::ContainedBy,
    L::IContains,
    L::In,
    L::Gt,
    L::Gte,
    L::Lt,
    L::Lte,
    L::StartsWith,
    L::IStartsWith,
    L::EndsWith,
    L::IEndsWith,
    L::Range,
    L::IsNull,
    L::Regex,
    L::IRegex,
    L::HasKey,
    L::HasKeys,
    L::HasAnyKeys,
];

/// The lookups of a relation: its key is compared.
pub(crate) const RELATED: &[LookupName] = &[L::Exact, L::In, L::Gt, L::Gte, L::Lt, L::Lte, L::IsNull];

const OF_DATE: &[Transform] =
    &[T::Year, T::IsoYear, T::Month, T::Day, T::Week, T::WeekDay, T::IsoWeekDay, T::Quarter];

const OF_DATETIME: &[Transform] = &[
    T::Date,
    T::Time,
    T::Year,
    T::IsoYear,
    T::Month,
    T::Day,
    T::Week,
    T::WeekDay,
    T::IsoWeekDay,
    T::Quarter,
    T::Hour,
    T::Minute,
    T::Second,
];

const ARRAY: &[LookupName] = &[
    L::Exact,
    L::In,
    L::Gt,
    L::Gte,
    L::Lt,
    L::Lte,
    L::Range,
    L::IsNull,
    L::ContainsItems,
    L::ContainedBy,
    L::Overlap,
];

const RANGE: &[LookupName] = &[
    L::Exact,
    L::In,
    L::Gt,
    L::Gte,
    L::Lt,
    L::Lte,
    L::Range,
    L::IsNull,
    L::ContainsItems,
    L::ContainedBy,
    L::Overlap,
    L::FullyLt,
    L::FullyGt,
    L::NotLt,
    L::NotGt,
    L::AdjacentTo,
];

const OF_RANGE: &[Transform] = &[
    T::RangeStart,
    T::RangeEnd,
    T::RangePart(RangePart::IsEmpty),
    T::RangePart(RangePart::LowerInc),
    T::RangePart(RangePart::LowerInf),
    T::RangePart(RangePart::UpperInc),
    T::RangePart(RangePart::UpperInf),
];

/// The lookups of a kind.
pub(crate) fn lookups(kind: ValueType) -> &'static [LookupName] {
    match kind {
        ValueType::Text => TEXT,
        ValueType::Uuid | ValueType::Ip => AS_TEXT,
        ValueType::Bool
        | ValueType::Int
        | ValueType::Float
        | ValueType::Decimal
        | ValueType::Date
        | ValueType::DateTime
        | ValueType::Time
        | ValueType::Duration => ORDERED,
        ValueType::Json => DOCUMENT,
        ValueType::Bytes => ANY,
        ValueType::Array(_) => ARRAY,
        ValueType::Range(_) => RANGE,
    }
}

/// The transforms of a kind.
pub(crate) fn transforms(kind: ValueType) -> &'static [Transform] {
    match kind {
        ValueType::Text => &[T::Lower, T::Upper, T::Length, T::Unaccent],
        ValueType::Int | ValueType::Float | ValueType::Decimal => &[T::Abs],
        ValueType::Date => OF_DATE,
        ValueType::DateTime => OF_DATETIME,
        ValueType::Time => &[T::Hour, T::Minute, T::Second],
        ValueType::Bool
        | ValueType::Duration
        | ValueType::Uuid
        | ValueType::Json
        | ValueType::Bytes
        | ValueType::Ip => &[],
        ValueType::Array(_) => &[T::ArrayLength],
        ValueType::Range(_) => OF_RANGE,
    }
}

impl LookupName {
    /// Django's name of it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            L::Exact => "exact",
            L::IExact => "iexact",
            L::Contains | L::ContainsDocument => "contains",
            L::IContains => "icontains",
            L::StartsWith => "startswith",
            L::IStartsWith => "istartswith",
            L::EndsWith => "endswith",
            L::IEndsWith => "iendswith",
            L::Gt => "gt",
            L::Gte => "gte",
            L::Lt => "lt",
            L::Lte => "lte",
            L::In => "in",
            L::Range => "range",
            L::IsNull => "isnull",
            L::Regex => "regex",
            L::IRegex => "iregex",
            L::ContainedBy => "contained_by",
            L::HasKey => "has_key",
            L::HasKeys => "has_keys",
            L::HasAnyKeys => "has_any_keys",
            L::ContainsItems => "contains",
            L::Overlap => "overlap",
            L::FullyLt => "fully_lt",
            L::FullyGt => "fully_gt",
            L::NotLt => "not_lt",
            L::NotGt => "not_gt",
            L::AdjacentTo => "adjacent_to",
            L::TrigramSimilar => "trigram_similar",
            L::TrigramWordSimilar => "trigram_word_similar",
            L::TrigramStrictWordSimilar => "trigram_strict_word_similar",
            L::Own(_) => "lookup",
        }
    }

    /// Whether it looks for text, whatever the kind of what it looks into.
    pub(crate) fn takes_text(self) -> bool {
        match self {
            L::IExact
            | L::Contains
            | L::IContains
            | L::StartsWith
            | L::IStartsWith
            | L::EndsWith
            | L::IEndsWith
            | L::Regex
            | L::IRegex
            | L::HasKey
            | L::HasKeys
            | L::HasAnyKeys
            | L::TrigramSimilar
            | L::TrigramWordSimilar
            | L::TrigramStrictWordSimilar => true,
            L::Exact | L::Gt | L::Gte | L::Lt | L::Lte | L::In | L::Range | L::IsNull => false,
            L::ContainsItems | L::Overlap | L::FullyLt | L::FullyGt | L::NotLt | L::NotGt => false,
            L::ContainsDocument | L::ContainedBy | L::AdjacentTo | L::Own(_) => false,
        }
    }
}

impl Transform {
    /// Django's name of it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            T::Year => "year",
            T::IsoYear => "iso_year",
            T::Month => "month",
            T::Day => "day",
            T::Week => "week",
            T::WeekDay => "week_day",
            T::IsoWeekDay => "iso_week_day",
            T::Quarter => "quarter",
            T::Hour => "hour",
            T::Minute => "minute",
            T::Second => "second",
            T::Date => "date",
            T::Time => "time",
            T::Lower => "lower",
            T::Upper => "upper",
            T::Length => "length",
            T::Unaccent => "unaccent",
            T::Abs => "abs",
            T::Trunc(_) => "trunc",
            T::ArrayLength => "len",
            T::ArrayItem(_) => "index",
            T::ArraySlice(..) => "slice",
            T::RangeStart => "startswith",
            T::RangeEnd => "endswith",
            T::RangePart(RangePart::IsEmpty) => "isempty",
            T::RangePart(RangePart::LowerInc) => "lower_inc",
            T::RangePart(RangePart::LowerInf) => "lower_inf",
            T::RangePart(RangePart::UpperInc) => "upper_inc",
            T::RangePart(RangePart::UpperInf) => "upper_inf",
            T::Own(_) => "transform",
        }
    }

    /// Whether it is a part of a date, of a time or of a duration.
    pub(crate) fn is_part(self) -> bool {
        match self {
            T::Date | T::Time | T::Lower | T::Upper | T::Length | T::Unaccent => false,
            T::Abs | T::Trunc(_) | T::Own(_) => false,
            T::ArrayLength | T::ArrayItem(_) | T::ArraySlice(..) => false,
            T::RangeStart | T::RangeEnd | T::RangePart(_) => false,
            T::Year
            | T::IsoYear
            | T::Month
            | T::Day
            | T::Week
            | T::WeekDay
            | T::IsoWeekDay
            | T::Quarter
            | T::Hour
            | T::Minute
            | T::Second => true,
        }
    }

    /// Whether it is a part of an array or of a range.
    pub(crate) fn is_of_collection(self) -> bool {
        let of_array = matches!(self, T::ArrayLength | T::ArrayItem(_) | T::ArraySlice(..));
        of_array || matches!(self, T::RangeStart | T::RangeEnd | T::RangePart(_))
    }

    /// The kind of what it makes of an expression of the kind `of`.
    pub(crate) fn output(self, of: ValueType) -> ValueType {
        match self {
            T::Date => ValueType::Date,
            T::Time => ValueType::Time,
            T::Lower | T::Upper | T::Unaccent => ValueType::Text,
            T::Abs | T::Trunc(_) => of,
            T::Own(own) => own.output,
            T::ArraySlice(..) => of,
            T::ArrayItem(_) | T::RangeStart | T::RangeEnd => match of {
                ValueType::Array(of) | ValueType::Range(of) => *of,
                of => of,
            },
            T::RangePart(_) => ValueType::Bool,
            T::Year
            | T::IsoYear
            | T::Month
            | T::Day
            | T::Week
            | T::WeekDay
            | T::IsoWeekDay
            | T::Quarter
            | T::Hour
            | T::Minute
            | T::Second
            | T::Length
            | T::ArrayLength => ValueType::Int,
        }
    }
}

impl ValueType {
    /// All of them, but for arrays and ranges, which are made of them.
    pub const ALL: [Self; 13] = [
        Self::Bool,
        Self::Int,
        Self::Float,
        Self::Decimal,
        Self::Text,
        Self::Date,
        Self::DateTime,
        Self::Time,
        Self::Duration,
        Self::Uuid,
        Self::Json,
        Self::Bytes,
        Self::Ip,
    ];

    /// The lookups that a field of this type has, by Django's names.
    pub fn lookups(self) -> impl Iterator<Item = &'static str> {
        lookups(self).iter().map(|lookup| lookup.name())
    }

    /// The transforms that a field of this type has, by Django's names, and the types that they give.
    pub fn transforms(self) -> impl Iterator<Item = (&'static str, Self)> {
        transforms(self).iter().map(move |transform| (transform.name(), transform.output(self)))
    }
}
