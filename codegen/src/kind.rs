//! The one table of field types: kind, Rust type, database types, options, lookups, transforms.

use serde::Serialize;

use crate::model::PerBackend;

/// The type of a field, as the schema names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum FieldType {
    /// `smallint` that the database counts up.
    SmallAuto,
    /// `integer` that the database counts up.
    Auto,
    /// `bigint` that the database counts up; the type of an implicit `id`.
    BigAuto,
    /// Text of at most `max_length` characters.
    Char,
    /// Text of any length.
    Text,
    /// Letters, digits, hyphens and underscores; indexed.
    Slug,
    /// An email address.
    Email,
    /// A URL.
    Url,
    /// An IPv4 or IPv6 address.
    GenericIpAddress,
    /// 16 bits.
    SmallInteger,
    /// 32 bits.
    Integer,
    /// 64 bits.
    BigInteger,
    /// 0 to 32767.
    PositiveSmallInteger,
    /// 0 to 2147483647.
    PositiveInteger,
    /// 0 to 9223372036854775807.
    PositiveBigInteger,
    /// A double-precision number.
    Float,
    /// A number with a fixed count of decimal places.
    Decimal,
    /// True or false.
    Boolean,
    /// A calendar day.
    Date,
    /// A moment, in UTC.
    DateTime,
    /// A time of day.
    Time,
    /// A length of time, to the microsecond.
    Duration,
    /// A UUID.
    Uuid,
    /// A JSON document.
    Json,
    /// Bytes.
    Binary,
    /// Values of one type, on PostgreSQL.
    Array,
    /// Integers of 32 bits between two bounds, on PostgreSQL.
    IntegerRange,
    /// Integers of 64 bits between two bounds, on PostgreSQL.
    BigIntegerRange,
    /// Decimals between two bounds, on PostgreSQL.
    DecimalRange,
    /// Days between two bounds, on PostgreSQL.
    DateRange,
    /// Moments between two bounds, on PostgreSQL.
    DateTimeRange,
    /// Many rows point at one row.
    ForeignKey,
    /// One row points at one row.
    OneToOne,
    /// Rows point at rows through a table of pairs.
    ManyToMany,
}

/// What sort of value a field holds; decides its lookups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[allow(missing_docs)]
pub enum Kind {
    Text,
    Integer,
    Float,
    Decimal,
    Bool,
    Date,
    DateTime,
    Time,
    Duration,
    Uuid,
    Json,
    Binary,
    Ip,
    Array,
    IntegerRange,
    DecimalRange,
    DateRange,
    DateTimeRange,
}

/// The Rust library of date and time values in one schema file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dates {
    /// `jiff`.
    #[default]
    Jiff,
    /// `time`.
    Time,
    /// `chrono`.
    Chrono,
}

impl Dates {
    /// The words that `dates` takes.
    pub(crate) const NAMES: [&str; 3] = ["jiff", "time", "chrono"];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "jiff" => Some(Dates::Jiff),
            "time" => Some(Dates::Time),
            "chrono" => Some(Dates::Chrono),
            _ => None,
        }
    }
}

/// One row of the table of field types.
struct Row {
    ty: FieldType,
    name: &'static str,
    /// `None` for relations: theirs is the target's.
    kind: Option<Kind>,
    sqlite: &'static str,
    postgres: &'static str,
    mysql: &'static str,
    /// Options beside those that every column takes.
    options: &'static [&'static str],
}

const COUNTED: &[&str] = &[];
const CHAR: &[&str] = &["max_length", "choices", "enum", "min_length", "regex"];
const TEXT: &[&str] = &["choices", "enum", "min_length", "regex"];
const NUMBER: &[&str] = &["choices", "enum", "min", "max"];
const FLOAT: &[&str] = &["min", "max"];
const DECIMAL: &[&str] = &["max_digits", "decimal_places", "min", "max"];
const DATE: &[&str] = &["auto_now", "auto_now_add", "min", "max"];
const PLAIN: &[&str] = &[];
const ARRAY: &[&str] = &["of", "size"];
const KEY: &[&str] = &["to", "on_delete", "related_name", "related_query_name", "to_field", "db_constraint"];
const PAIRS: &[&str] = &[
    "type",
    "to",
    "doc",
    "related_name",
    "related_query_name",
    "db_table",
    "through",
    "through_fields",
    "symmetrical",
    "db_constraint",
];

/// Options that every field with a column takes.
const COLUMN: &[&str] = &[
    "type",
    "null",
    "default",
    "unique",
    "db_column",
    "db_index",
    "primary_key",
    "doc",
    "rust_type",
    "validators",
];

/// Database types are Django's, so that both can share one database.
#[rustfmt::skip]
const ROWS: [Row; 34] = [
    row(FieldType::SmallAuto, "small_auto", Some(Kind::Integer), "integer", "smallint", "smallint", COUNTED),
    row(FieldType::Auto, "auto", Some(Kind::Integer), "integer", "integer", "integer", COUNTED),
    row(FieldType::BigAuto, "big_auto", Some(Kind::Integer), "integer", "bigint", "bigint", COUNTED),
    row(FieldType::Char, "char", Some(Kind::Text), "varchar(N)", "varchar(N)", "varchar(N)", CHAR),
    row(FieldType::Text, "text", Some(Kind::Text), "text", "text", "longtext", TEXT),
    row(FieldType::Slug, "slug", Some(Kind::Text), "varchar(N)", "varchar(N)", "varchar(N)", CHAR),
    row(FieldType::Email, "email", Some(Kind::Text), "varchar(N)", "varchar(N)", "varchar(N)", CHAR),
    row(FieldType::Url, "url", Some(Kind::Text), "varchar(N)", "varchar(N)", "varchar(N)", CHAR),
    row(FieldType::GenericIpAddress, "generic_ip_address", Some(Kind::Ip), "char(39)", "inet", "char(39)", PLAIN),
    row(FieldType::SmallInteger, "small_integer", Some(Kind::Integer), "smallint", "smallint", "smallint", NUMBER),
    row(FieldType::Integer, "integer", Some(Kind::Integer), "integer", "integer", "integer", NUMBER),
    row(FieldType::BigInteger, "big_integer", Some(Kind::Integer), "bigint", "bigint", "bigint", NUMBER),
    row(FieldType::PositiveSmallInteger, "positive_small_integer", Some(Kind::Integer), "smallint unsigned", "smallint", "smallint UNSIGNED", NUMBER),
    row(FieldType::PositiveInteger, "positive_integer", Some(Kind::Integer), "integer unsigned", "integer", "integer UNSIGNED", NUMBER),
    row(FieldType::PositiveBigInteger, "positive_big_integer", Some(Kind::Integer), "bigint unsigned", "bigint", "bigint UNSIGNED", NUMBER),
    row(FieldType::Float, "float", Some(Kind::Float), "real", "double precision", "double precision", FLOAT),
    row(FieldType::Decimal, "decimal", Some(Kind::Decimal), "decimal", "numeric(D, P)", "numeric(D, P)", DECIMAL),
    row(FieldType::Boolean, "boolean", Some(Kind::Bool), "bool", "boolean", "bool", PLAIN),
    row(FieldType::Date, "date", Some(Kind::Date), "date", "date", "date", DATE),
    row(FieldType::DateTime, "datetime", Some(Kind::DateTime), "datetime", "timestamp with time zone", "datetime(6)", DATE),
    row(FieldType::Time, "time", Some(Kind::Time), "time", "time", "time(6)", DATE),
    row(FieldType::Duration, "duration", Some(Kind::Duration), "bigint", "interval", "bigint", FLOAT),
    row(FieldType::Uuid, "uuid", Some(Kind::Uuid), "char(32)", "uuid", "char(32)", PLAIN),
    row(FieldType::Json, "json", Some(Kind::Json), "text", "jsonb", "json", PLAIN),
    row(FieldType::Binary, "binary", Some(Kind::Binary), "BLOB", "bytea", "longblob", PLAIN),
    row(FieldType::Array, "array", Some(Kind::Array), "", "[]", "", ARRAY),
    row(FieldType::IntegerRange, "integer_range", Some(Kind::IntegerRange), "", "int4range", "", PLAIN),
    row(FieldType::BigIntegerRange, "big_integer_range", Some(Kind::IntegerRange), "", "int8range", "", PLAIN),
    row(FieldType::DecimalRange, "decimal_range", Some(Kind::DecimalRange), "", "numrange", "", PLAIN),
    row(FieldType::DateRange, "date_range", Some(Kind::DateRange), "", "daterange", "", PLAIN),
    row(FieldType::DateTimeRange, "datetime_range", Some(Kind::DateTimeRange), "", "tstzrange", "", PLAIN),
    row(FieldType::ForeignKey, "foreign_key", None, "", "", "", KEY),
    row(FieldType::OneToOne, "one_to_one", None, "", "", "", KEY),
    row(FieldType::ManyToMany, "many_to_many", None, "", "", "", PAIRS),
];

const fn row(
    ty: FieldType,
    name: &'static str,
    kind: Option<Kind>,
    sqlite: &'static str,
    postgres: &'static str,
    mysql: &'static str,
    options: &'static [&'static str],
) -> Row {
    Row { ty, name, kind, sqlite, postgres, mysql, options }
}

impl FieldType {
    fn row(self) -> &'static Row {
        ROWS.iter().find(|row| row.ty == self).expect("every field type has its row")
    }

    /// The type that a schema names so.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.name == name).map(|row| row.ty)
    }

    /// Every word that `type` takes.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.name)
    }

    /// The word in a schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of its values; `None` for a relation, whose kind is its target's.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        self.row().kind
    }

    /// Whether the field points at another model.
    #[must_use]
    pub fn is_relation(self) -> bool {
        self.kind().is_none()
    }

    /// Whether the field is a column that points at another model.
    #[must_use]
    pub fn is_key(self) -> bool {
        matches!(self, FieldType::ForeignKey | FieldType::OneToOne)
    }

    /// Whether it is an array or a range, which only PostgreSQL has.
    #[must_use]
    pub fn is_collection(self) -> bool {
        use FieldType as F;
        matches!(
            self,
            F::Array
                | F::IntegerRange
                | F::BigIntegerRange
                | F::DecimalRange
                | F::DateRange
                | F::DateTimeRange
        )
    }

    /// Whether the database counts the value up.
    #[must_use]
    pub fn is_auto(self) -> bool {
        matches!(self, FieldType::SmallAuto | FieldType::Auto | FieldType::BigAuto)
    }

    pub(crate) fn takes(self, option: &str) -> bool {
        match self {
            FieldType::ManyToMany => PAIRS.contains(&option),
            // The database gives the value: there is nothing to default, and NULL cannot be.
            FieldType::SmallAuto | FieldType::Auto | FieldType::BigAuto => {
                COLUMN.contains(&option) && !["default", "unique", "db_index"].contains(&option)
            }
            // No database indexes documents by equality in a way that all three share.
            FieldType::Json | FieldType::Binary => {
                COLUMN.contains(&option) && !["unique", "db_index", "primary_key"].contains(&option)
            }
            // Their indexes are of other sorts than those of single values.
            ty if ty.is_collection() => {
                let index = ["unique", "db_index", "primary_key"].contains(&option);
                (COLUMN.contains(&option) && !index) || self.row().options.contains(&option)
            }
            FieldType::ForeignKey | FieldType::OneToOne => {
                (COLUMN.contains(&option) && option != "rust_type") || KEY.contains(&option)
            }
            _ => COLUMN.contains(&option) || self.row().options.contains(&option),
        }
    }

    /// The field types that take `option`, for a message.
    pub(crate) fn that_take(option: &str) -> Vec<&'static str> {
        ROWS.iter().filter(|row| row.ty.takes(option)).map(|row| row.name).collect()
    }

    /// Django's `max_length` where the schema gives none.
    pub(crate) fn default_max_length(self) -> Option<u32> {
        match self {
            FieldType::Slug => Some(50),
            FieldType::Email => Some(254),
            FieldType::Url => Some(200),
            _ => None,
        }
    }

    /// The integers that every database stores in this type.
    pub(crate) fn range(self) -> Option<(i64, i64)> {
        match self {
            FieldType::SmallAuto | FieldType::SmallInteger => Some((i16::MIN.into(), i16::MAX.into())),
            FieldType::Auto | FieldType::Integer => Some((i32::MIN.into(), i32::MAX.into())),
            FieldType::BigAuto | FieldType::BigInteger => Some((i64::MIN, i64::MAX)),
            FieldType::PositiveSmallInteger => Some((0, i16::MAX.into())),
            FieldType::PositiveInteger => Some((0, i32::MAX.into())),
            FieldType::PositiveBigInteger => Some((0, i64::MAX)),
            _ => None,
        }
    }

    /// The Rust type of a value that is not NULL.
    pub(crate) fn rust_type(self, dates: Dates) -> &'static str {
        match self {
            FieldType::SmallAuto | FieldType::SmallInteger => "i16",
            FieldType::Auto | FieldType::Integer => "i32",
            FieldType::BigAuto | FieldType::BigInteger => "i64",
            FieldType::PositiveSmallInteger => "u16",
            FieldType::PositiveInteger => "u32",
            FieldType::PositiveBigInteger => "u64",
            FieldType::Char | FieldType::Text | FieldType::Slug | FieldType::Email | FieldType::Url => {
                "String"
            }
            FieldType::GenericIpAddress => "std::net::IpAddr",
            FieldType::Float => "f64",
            FieldType::Decimal => "rust_decimal::Decimal",
            FieldType::Boolean => "bool",
            FieldType::Date => match dates {
                Dates::Jiff => "jiff::civil::Date",
                Dates::Time => "time::Date",
                Dates::Chrono => "chrono::NaiveDate",
            },
            FieldType::DateTime => match dates {
                Dates::Jiff => "jiff::Timestamp",
                Dates::Time => "time::OffsetDateTime",
                Dates::Chrono => "chrono::DateTime<chrono::Utc>",
            },
            FieldType::Time => match dates {
                Dates::Jiff => "jiff::civil::Time",
                Dates::Time => "time::Time",
                Dates::Chrono => "chrono::NaiveTime",
            },
            FieldType::Duration => match dates {
                Dates::Jiff => "jiff::SignedDuration",
                Dates::Time => "time::Duration",
                Dates::Chrono => "chrono::TimeDelta",
            },
            FieldType::Uuid => "uuid::Uuid",
            FieldType::Json => "serde_json::Value",
            FieldType::Binary => "Vec<u8>",
            FieldType::IntegerRange => "queryset::Range<i32>",
            FieldType::BigIntegerRange => "queryset::Range<i64>",
            FieldType::DecimalRange => "queryset::Range<rust_decimal::Decimal>",
            FieldType::DateRange => match dates {
                Dates::Jiff => "queryset::Range<jiff::civil::Date>",
                Dates::Time => "queryset::Range<time::Date>",
                Dates::Chrono => "queryset::Range<chrono::NaiveDate>",
            },
            FieldType::DateTimeRange => match dates {
                Dates::Jiff => "queryset::Range<jiff::Timestamp>",
                Dates::Time => "queryset::Range<time::OffsetDateTime>",
                Dates::Chrono => "queryset::Range<chrono::DateTime<chrono::Utc>>",
            },
            FieldType::Array => unreachable!("an array has the Rust type of its items"),
            FieldType::ForeignKey | FieldType::OneToOne | FieldType::ManyToMany => {
                unreachable!("a relation has its target's Rust type")
            }
        }
    }

    /// The Rust type of a value of a column, with the items of an array.
    pub(crate) fn rust_type_of(self, dates: Dates, sizes: Sizes) -> String {
        match sizes.items {
            Some(Items { ty, null: true, .. }) => format!("Vec<Option<{}>>", ty.rust_type(dates)),
            Some(Items { ty, .. }) => format!("Vec<{}>", ty.rust_type(dates)),
            None => self.rust_type(dates).to_owned(),
        }
    }

    /// The database types of a column, with its sizes filled in.
    pub(crate) fn database_types(self, sizes: Sizes) -> PerBackend<String> {
        if let Some(Items { ty, size, .. }) = sizes.items {
            let item = ty.database_types(Sizes { items: None, ..sizes }).postgres;
            let size = size.map(|size| size.to_string()).unwrap_or_default();
            let postgres = format!("{item}[{size}]");
            return PerBackend { sqlite: String::new(), postgres, mysql: String::new() };
        }
        let row = self.row();
        PerBackend {
            sqlite: sizes.fill(row.sqlite),
            postgres: sizes.fill(row.postgres),
            mysql: sizes.fill(row.mysql),
        }
    }

    /// The database types of a column that points at one of this type.
    ///
    /// MySQL compares the types of both sides, so an unsigned target needs an unsigned key there.
    pub(crate) fn key_database_types(self, sizes: Sizes) -> PerBackend<String> {
        let pointed = match self {
            FieldType::SmallAuto => FieldType::SmallInteger,
            FieldType::Auto => FieldType::Integer,
            FieldType::BigAuto => FieldType::BigInteger,
            FieldType::PositiveSmallInteger => FieldType::SmallInteger,
            FieldType::PositiveInteger => FieldType::Integer,
            FieldType::PositiveBigInteger => FieldType::BigInteger,
            other => other,
        };
        let mut types = pointed.database_types(sizes);
        types.mysql = self.database_types(sizes).mysql;
        types
    }

    /// The condition that Django puts on a column of this type, with `{}` for the quoted column.
    pub(crate) fn column_check(self) -> PerBackend<Option<&'static str>> {
        match self {
            FieldType::PositiveSmallInteger | FieldType::PositiveInteger | FieldType::PositiveBigInteger => {
                PerBackend::all(Some("{} >= 0"))
            }
            FieldType::Json => {
                PerBackend { sqlite: Some("(JSON_VALID({}) OR {} IS NULL)"), postgres: None, mysql: None }
            }
            _ => PerBackend::all(None),
        }
    }
}

/// The sizes that a database type names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sizes {
    /// Characters of a `char`.
    pub max_length: Option<u32>,
    /// Digits of a `decimal`.
    pub max_digits: Option<u32>,
    /// Digits after the point of a `decimal`.
    pub decimal_places: Option<u32>,
    /// The items of an `array`; the other sizes are theirs.
    pub items: Option<Items>,
}

/// The items of an `array`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Items {
    /// Their type.
    pub ty: FieldType,
    /// Whether some may be `NULL`.
    pub null: bool,
    /// The most of them.
    pub size: Option<u32>,
}

impl Sizes {
    fn fill(self, template: &str) -> String {
        let number = |size: Option<u32>| size.map(|size| size.to_string()).unwrap_or_default();
        match template {
            "varchar(N)" => format!("varchar({})", number(self.max_length)),
            "numeric(D, P)" => {
                format!("numeric({}, {})", number(self.max_digits), number(self.decimal_places))
            }
            fixed => fixed.to_owned(),
        }
    }
}

const COMPARE: &[&str] = &["exact", "in", "gt", "gte", "lt", "lte", "range", "isnull"];

const ARRAYS: &[&str] =
    &["exact", "in", "gt", "gte", "lt", "lte", "range", "isnull", "contains", "contained_by", "overlap"];

const RANGES: &[&str] = &[
    "exact",
    "in",
    "gt",
    "gte",
    "lt",
    "lte",
    "range",
    "isnull",
    "contains",
    "contained_by",
    "overlap",
    "fully_lt",
    "fully_gt",
    "not_lt",
    "not_gt",
    "adjacent_to",
];

impl Kind {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Kind::Text,
        Kind::Integer,
        Kind::Float,
        Kind::Decimal,
        Kind::Bool,
        Kind::Date,
        Kind::DateTime,
        Kind::Time,
        Kind::Duration,
        Kind::Uuid,
        Kind::Json,
        Kind::Binary,
        Kind::Ip,
        Kind::Array,
        Kind::IntegerRange,
        Kind::DecimalRange,
        Kind::DateRange,
        Kind::DateTimeRange,
    ];

    /// The lookups of a column of this kind, by Django's names.
    #[must_use]
    pub fn lookups(self) -> &'static [&'static str] {
        match self {
            Kind::Text => &[
                "exact",
                "iexact",
                "contains",
                "icontains",
                "in",
                "gt",
                "gte",
                "lt",
                "lte",
                "startswith",
                "istartswith",
                "endswith",
                "iendswith",
                "range",
                "isnull",
                "regex",
                "iregex",
                "trigram_similar",
                "trigram_word_similar",
                "trigram_strict_word_similar",
            ],
            Kind::Integer
            | Kind::Float
            | Kind::Decimal
            | Kind::Bool
            | Kind::Date
            | Kind::DateTime
            | Kind::Time
            | Kind::Duration => COMPARE,
            Kind::Array => ARRAYS,
            Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => RANGES,
            Kind::Binary => &["exact", "in", "isnull"],
            Kind::Json => {
                &["exact", "in", "isnull", "contains", "contained_by", "has_key", "has_keys", "has_any_keys"]
            }
            Kind::Uuid | Kind::Ip => &[
                "exact",
                "iexact",
                "contains",
                "icontains",
                "in",
                "gt",
                "gte",
                "lt",
                "lte",
                "startswith",
                "istartswith",
                "endswith",
                "iendswith",
                "range",
                "isnull",
            ],
        }
    }

    /// The transforms of a column of this kind, by Django's names.
    #[must_use]
    pub fn transforms(self) -> &'static [&'static str] {
        match self {
            Kind::Text => &["lower", "upper", "length", "unaccent"],
            Kind::Integer | Kind::Float | Kind::Decimal => &["abs"],
            Kind::Date => {
                &["year", "iso_year", "month", "day", "week", "week_day", "iso_week_day", "quarter"]
            }
            Kind::DateTime => &[
                "date",
                "time",
                "year",
                "iso_year",
                "month",
                "day",
                "week",
                "week_day",
                "iso_week_day",
                "quarter",
                "hour",
                "minute",
                "second",
            ],
            Kind::Time => &["hour", "minute", "second"],
            Kind::Bool | Kind::Duration | Kind::Uuid | Kind::Json | Kind::Binary | Kind::Ip => &[],
            Kind::Array => &["len"],
            Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => {
                &["startswith", "endswith", "isempty", "lower_inc", "lower_inf", "upper_inc", "upper_inf"]
            }
        }
    }

    /// The kind of what a transform of this kind makes of it; `None` where there is no such transform.
    #[must_use]
    pub fn transformed(self, transform: &str) -> Option<Kind> {
        self.transforms().contains(&transform).then_some(match transform {
            "date" => Kind::Date,
            "time" => Kind::Time,
            "lower" | "upper" | "unaccent" => Kind::Text,
            "abs" => self,
            "isempty" | "lower_inc" | "lower_inf" | "upper_inc" | "upper_inf" => Kind::Bool,
            "startswith" | "endswith" => match self {
                Kind::DecimalRange => Kind::Decimal,
                Kind::DateRange => Kind::Date,
                Kind::DateTimeRange => Kind::DateTime,
                _ => Kind::Integer,
            },
            _ => Kind::Integer,
        })
    }

    /// Its values, in the middle of a sentence.
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Integer => "integers",
            Kind::Float => "floats",
            Kind::Decimal => "decimals",
            Kind::Bool => "booleans",
            Kind::Date => "dates",
            Kind::DateTime => "datetimes",
            Kind::Time => "times",
            Kind::Duration => "durations",
            Kind::Uuid => "UUIDs",
            Kind::Json => "documents",
            Kind::Binary => "bytes",
            Kind::Ip => "addresses",
            Kind::Array => "arrays",
            Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => "ranges",
        }
    }

    /// The name of the kind's Rust type.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "Text",
            Kind::Integer => "Integer",
            Kind::Float => "Float",
            Kind::Decimal => "Decimal",
            Kind::Bool => "Bool",
            Kind::Date => "Date",
            Kind::DateTime => "DateTime",
            Kind::Time => "Time",
            Kind::Duration => "Duration",
            Kind::Uuid => "Uuid",
            Kind::Json => "Json",
            Kind::Binary => "Binary",
            Kind::Ip => "Ip",
            Kind::Array => "Array",
            Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => "Range",
        }
    }
}
