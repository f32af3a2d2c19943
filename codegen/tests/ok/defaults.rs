// schema/blog/entry.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_entry`.
///
/// | | |
/// |---|---|
/// | Table | `blog_entry` |
/// | Primary key | [`id`](const@entry::id) |
/// | Declared | `schema/blog.toml` |
pub struct Entry {
    /// The primary key.
    ///
    /// Column: [`entry::id`](const@entry::id).
    pub id: qs::uuid::Uuid,
    /// The headline of an entry.
    ///
    /// Column: [`entry::headline`](const@entry::headline).
    pub headline: String,
    /// The slug of an entry.
    ///
    /// Column: [`entry::slug`](const@entry::slug).
    pub slug: String,
    /// The flag of an entry.
    ///
    /// Column: [`entry::flag`](const@entry::flag).
    pub flag: bool,
    /// The small of an entry.
    ///
    /// Column: [`entry::small`](const@entry::small).
    pub small: i16,
    /// The big of an entry.
    ///
    /// Column: [`entry::big`](const@entry::big).
    pub big: i64,
    /// The real of an entry.
    ///
    /// Column: [`entry::real`](const@entry::real).
    pub real: f64,
    /// The price of an entry.
    ///
    /// Column: [`entry::price`](const@entry::price).
    pub price: qs::rust_decimal::Decimal,
    /// The total of an entry.
    ///
    /// Column: [`entry::total`](const@entry::total).
    pub total: qs::rust_decimal::Decimal,
    /// The day of an entry.
    ///
    /// Column: [`entry::day`](const@entry::day).
    pub day: qs::time::Date,
    /// The moment of an entry.
    ///
    /// Column: [`entry::moment`](const@entry::moment).
    pub moment: qs::time::OffsetDateTime,
    /// The clock of an entry.
    ///
    /// Column: [`entry::clock`](const@entry::clock).
    pub clock: qs::time::Time,
    /// The span of an entry.
    ///
    /// Column: [`entry::span`](const@entry::span).
    pub span: qs::time::Duration,
    /// The uid of an entry.
    ///
    /// Column: [`entry::uid`](const@entry::uid).
    pub uid: qs::uuid::Uuid,
    /// The ip of an entry.
    ///
    /// Column: [`entry::ip`](const@entry::ip).
    pub ip: ::std::net::IpAddr,
    /// The blob of an entry.
    ///
    /// Column: [`entry::blob`](const@entry::blob).
    pub blob: Vec<u8>,
    /// The data of an entry.
    ///
    /// Column: [`entry::data`](const@entry::data).
    pub data: qs::serde_json::Value,
    /// The level of an entry.
    ///
    /// Column: [`entry::level`](const@entry::level).
    pub level: EntryLevel,
    /// The weight of an entry.
    ///
    /// Column: [`entry::weight`](const@entry::weight).
    pub weight: Weight,
    /// The email of an entry.
    ///
    /// Column: [`entry::email`](const@entry::email).
    pub email: crate::Email,
}

impl Entry {
    /// Every row of `blog_entry`, as a query set.
    ///
    /// Django: `Entry.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Entry {
    const META: &'static qs::meta::Model = &entry::META;
    type Key = qs::kind::Uuid;
    type KeyColumn = entry::columns::EntryId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, entry::columns::EntryId, qs::uuid::Uuid,
        qs::Own<Self, entry::columns::EntryHeadline, String,
            qs::Own<Self, entry::columns::EntrySlug, String,
                qs::Own<Self, entry::columns::EntryFlag, bool,
                    qs::Own<Self, entry::columns::EntrySmall, i16,
                        qs::Own<Self, entry::columns::EntryBig, i64,
                            qs::Own<Self, entry::columns::EntryReal, f64,
                                qs::Own<Self, entry::columns::EntryPrice, qs::rust_decimal::Decimal,
                                    qs::Own<Self, entry::columns::EntryTotal, qs::rust_decimal::Decimal,
                                        qs::Own<Self, entry::columns::EntryDay, qs::time::Date,
                                            qs::Own<Self, entry::columns::EntryMoment, qs::time::OffsetDateTime,
                                                qs::Own<Self, entry::columns::EntryClock, qs::time::Time,
                                                    qs::Own<Self, entry::columns::EntrySpan, qs::time::Duration,
                                                        qs::Own<Self, entry::columns::EntryUid, qs::uuid::Uuid,
                                                            qs::Own<Self, entry::columns::EntryIp, ::std::net::IpAddr,
                                                                qs::Own<Self, entry::columns::EntryBlob, Vec<u8>,
                                                                    qs::Own<Self, entry::columns::EntryData, qs::serde_json::Value,
                                                                        qs::Own<Self, entry::columns::EntryLevel, EntryLevel,
                                                                            qs::Own<Self, entry::columns::EntryWeight, Weight,
                                                                                qs::Own<Self, entry::columns::EntryEmail, crate::Email,
                                                                                    qs::Nil
    >>>>>>>>>>>>>>>>>>>>;
    type Row = qs::More<
        (
            qs::uuid::Uuid,
            String,
            String,
            bool,
            i16,
            i64,
            f64,
            qs::rust_decimal::Decimal,
            qs::rust_decimal::Decimal,
            qs::time::Date,
            qs::time::OffsetDateTime,
            qs::time::Time,
            qs::time::Duration,
            qs::uuid::Uuid,
            ::std::net::IpAddr,
            Vec<u8>,
        ),
        (qs::serde_json::Value, EntryLevel, Weight, crate::Email),
    >;

    fn of_fields(qs::More(
        (
            id,
            headline,
            slug,
            flag,
            small,
            big,
            real,
            price,
            total,
            day,
            moment,
            clock,
            span,
            uid,
            ip,
            blob,
        ),
        (data, level, weight, email),
    ): Self::Row) -> Self {
        Self {
            id,
            headline,
            slug,
            flag,
            small,
            big,
            real,
            price,
            total,
            day,
            moment,
            clock,
            span,
            uid,
            ip,
            blob,
            data,
            level,
            weight,
            email,
        }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self {
            id,
            headline,
            slug,
            flag,
            small,
            big,
            real,
            price,
            total,
            day,
            moment,
            clock,
            span,
            uid,
            ip,
            blob,
            data,
            level,
            weight,
            email,
        } = self;
        qs::More(
            (
                id,
                headline,
                slug,
                flag,
                small,
                big,
                real,
                price,
                total,
                day,
                moment,
                clock,
                span,
                uid,
                ip,
                blob,
            ),
            (data, level, weight, email),
        )
    }
}

impl Clone for Entry {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Entry {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Entry {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Entry {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// What `Entry.level` can be.
///
/// The choices of [`entry::level`](const@entry::level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde", into = "i32", try_from = "i32")]
pub enum EntryLevel {
    /// Low priority, stored as `1`.
    Low,
    /// High, stored as `2`.
    High,
}

impl EntryLevel {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::Low,
        Self::High,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "Low priority",
            Self::High => "High",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn value(self) -> i32 {
        match self {
            Self::Low => 1,
            Self::High => 2,
        }
    }
}

/// The label.
impl ::core::fmt::Display for EntryLevel {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl From<EntryLevel> for i32 {
    fn from(choice: EntryLevel) -> Self {
        choice.value()
    }
}

impl TryFrom<i32> for EntryLevel {
    type Error = String;

    fn try_from(value: i32) -> Result<Self, String> {
        qs::FieldValue::from_base(value)
    }
}

impl qs::FieldValue for EntryLevel {
    type Base = i32;

    fn from_base(base: i32) -> Result<Self, String> {
        match base {
            1 => Ok(Self::Low),
            2 => Ok(Self::High),
            _ => Err(format!("`{base}` is not a choice of `Entry.level`")),
        }
    }

    fn to_base(&self) -> i32 {
        self.value()
    }
}

/// What `Entry.weight` can be.
///
/// The choices of [`entry::weight`](const@entry::weight).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde", into = "i16", try_from = "i16")]
pub enum Weight {
    /// Light, stored as `1`.
    Light,
    /// Very heavy, stored as `2`.
    VeryHeavy,
}

impl Weight {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::Light,
        Self::VeryHeavy,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::VeryHeavy => "Very heavy",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn value(self) -> i16 {
        match self {
            Self::Light => 1,
            Self::VeryHeavy => 2,
        }
    }
}

/// The label.
impl ::core::fmt::Display for Weight {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl From<Weight> for i16 {
    fn from(choice: Weight) -> Self {
        choice.value()
    }
}

impl TryFrom<i16> for Weight {
    type Error = String;

    fn try_from(value: i16) -> Result<Self, String> {
        qs::FieldValue::from_base(value)
    }
}

impl qs::FieldValue for Weight {
    type Base = i16;

    fn from_base(base: i16) -> Result<Self, String> {
        match base {
            1 => Ok(Self::Light),
            2 => Ok(Self::VeryHeavy),
            _ => Err(format!("`{base}` is not a choice of `Entry.weight`")),
        }
    }

    fn to_base(&self) -> i16 {
        self.value()
    }
}

/// [`Entry`]: its fields, its relations, and what [`Entry::create`] returns.
pub mod entry {
    use ::queryset::generated::in_model::*;

    pub use self::builder::EntryCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.id`, `char(32)` (PostgreSQL `uuid`, MySQL `char(32)`) |
    /// | Value | `uuid::Uuid`, of kind [`Uuid`](::queryset::kind::Uuid) |
    /// | Null | no |
    /// | Default | a new UUID |
    /// | Key | primary |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Uuid)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.id")]
    pub const id: Expr<At<Root<super::Entry>, columns::EntryId>, kind::Uuid> = qs::column();

    /// The headline of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.headline`, `varchar(8)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | `"untitled"` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.headline")]
    pub const headline: Expr<
        At<Root<super::Entry>, columns::EntryHeadline>,
        kind::Text,
    > = qs::column();

    /// The slug of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.slug`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | `""` |
    /// | Key | indexed |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.slug")]
    pub const slug: Expr<At<Root<super::Entry>, columns::EntrySlug>, kind::Text> = qs::column();

    /// The flag of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.flag`, `bool` (PostgreSQL `boolean`, MySQL `bool`) |
    /// | Value | `bool`, of kind [`Bool`](::queryset::kind::Bool) |
    /// | Null | no |
    /// | Default | `false` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Bool)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.flag")]
    pub const flag: Expr<At<Root<super::Entry>, columns::EntryFlag>, kind::Bool> = qs::column();

    /// The small of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.small`, `smallint` |
    /// | Value | `i16`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | `-32768` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.small")]
    pub const small: Expr<
        At<Root<super::Entry>, columns::EntrySmall>,
        kind::Integer<i16>,
    > = qs::column();

    /// The big of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.big`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | `9223372036854775807` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.big")]
    pub const big: Expr<At<Root<super::Entry>, columns::EntryBig>, kind::Integer> = qs::column();

    /// The real of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.real`, `real` (PostgreSQL `double precision`, MySQL `double precision`) |
    /// | Value | `f64`, of kind [`Float`](::queryset::kind::Float) |
    /// | Null | no |
    /// | Default | `-1500.0` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Float)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.real")]
    pub const real: Expr<At<Root<super::Entry>, columns::EntryReal>, kind::Float> = qs::column();

    /// The price of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.price`, `decimal` (PostgreSQL `numeric(5, 2)`, MySQL `numeric(5, 2)`) |
    /// | Value | `rust_decimal::Decimal`, of kind [`Decimal`](::queryset::kind::Decimal) |
    /// | Null | no |
    /// | Default | `100.50` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Decimal)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.price")]
    pub const price: Expr<
        At<Root<super::Entry>, columns::EntryPrice>,
        kind::Decimal,
    > = qs::column();

    /// The total of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.total`, `decimal` (PostgreSQL `numeric(5, 2)`, MySQL `numeric(5, 2)`) |
    /// | Value | `rust_decimal::Decimal`, of kind [`Decimal`](::queryset::kind::Decimal) |
    /// | Null | no |
    /// | Default | `0.10` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Decimal)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.total")]
    pub const total: Expr<
        At<Root<super::Entry>, columns::EntryTotal>,
        kind::Decimal,
    > = qs::column();

    /// The day of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.day`, `date` |
    /// | Value | `time::Date`, of kind [`Date`](::queryset::kind::Date) |
    /// | Null | no |
    /// | Default | the current time |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Date)) |
    /// | Transforms | `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.day")]
    pub const day: Expr<
        At<Root<super::Entry>, columns::EntryDay>,
        kind::Date<qs::time::Date>,
    > = qs::column();

    /// The moment of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.moment`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `time::OffsetDateTime`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | `2025-01-31T10:00:00.5Z` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.moment")]
    pub const moment: Expr<
        At<Root<super::Entry>, columns::EntryMoment>,
        kind::DateTime<qs::time::OffsetDateTime>,
    > = qs::column();

    /// The clock of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.clock`, `time` (PostgreSQL `time`, MySQL `time(6)`) |
    /// | Value | `time::Time`, of kind [`Time`](::queryset::kind::Time) |
    /// | Null | no |
    /// | Default | `12:30:00` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Time)) |
    /// | Transforms | `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.clock")]
    pub const clock: Expr<
        At<Root<super::Entry>, columns::EntryClock>,
        kind::Time<qs::time::Time>,
    > = qs::column();

    /// The span of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.span`, `bigint` (PostgreSQL `interval`, MySQL `bigint`) |
    /// | Value | `time::Duration`, of kind [`Duration`](::queryset::kind::Duration) |
    /// | Null | no |
    /// | Default | `PT95400.25S` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Duration)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.span")]
    pub const span: Expr<
        At<Root<super::Entry>, columns::EntrySpan>,
        kind::Duration<qs::time::Duration>,
    > = qs::column();

    /// The uid of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.uid`, `char(32)` (PostgreSQL `uuid`, MySQL `char(32)`) |
    /// | Value | `uuid::Uuid`, of kind [`Uuid`](::queryset::kind::Uuid) |
    /// | Null | no |
    /// | Default | `6ba7b810-9dad-11d1-80b4-00c04fd430c8` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Uuid)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.uid")]
    pub const uid: Expr<At<Root<super::Entry>, columns::EntryUid>, kind::Uuid> = qs::column();

    /// The ip of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.ip`, `char(39)` (PostgreSQL `inet`, MySQL `char(39)`) |
    /// | Value | `std::net::IpAddr`, of kind [`Ip`](::queryset::kind::Ip) |
    /// | Null | no |
    /// | Default | `::1` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Ip)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.ip")]
    pub const ip: Expr<At<Root<super::Entry>, columns::EntryIp>, kind::Ip> = qs::column();

    /// The blob of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.blob`, `BLOB` (PostgreSQL `bytea`, MySQL `longblob`) |
    /// | Value | `Vec<u8>`, of kind [`Binary`](::queryset::kind::Binary) |
    /// | Null | no |
    /// | Default | `00ff` |
    /// | Lookups | `exact` `in_` `isnull` ([all, with SQL](::queryset::kind::Binary)) |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.blob")]
    pub const blob: Expr<At<Root<super::Entry>, columns::EntryBlob>, kind::Binary> = qs::column();

    /// The data of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.data`, `text` (PostgreSQL `jsonb`, MySQL `json`) |
    /// | Value | `serde_json::Value`, of kind [`Json`](::queryset::kind::Json) |
    /// | Null | no |
    /// | Default | `{"tags":["a \"b\"",1,1.5,true]}` |
    /// | Lookups | `exact` `in_` `isnull` `contains` `contained_by` `has_key` … ([all, with SQL](::queryset::kind::Json)) |
    /// | Transforms | `key()` `index()` `as_text()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.data")]
    pub const data: Expr<At<Root<super::Entry>, columns::EntryData>, kind::Json> = qs::column();

    /// The level of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.level`, `integer` |
    /// | Value | [`EntryLevel`](super::EntryLevel), of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | `High` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.level")]
    pub const level: Expr<
        At<Root<super::Entry>, columns::EntryLevel>,
        kind::Integer<super::EntryLevel>,
    > = qs::column();

    /// The weight of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.weight`, `smallint` |
    /// | Value | [`Weight`](super::Weight), of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.weight")]
    pub const weight: Expr<
        At<Root<super::Entry>, columns::EntryWeight>,
        kind::Integer<super::Weight>,
    > = qs::column();

    /// The email of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.email`, `varchar(254)` |
    /// | Value | [`Email`](crate::Email), of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | `"a@b.c"` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.email")]
    pub const email: Expr<
        At<Root<super::Entry>, columns::EntryEmail>,
        kind::Text<crate::Email>,
    > = qs::column();

    /// All fields, for `values(entry::ALL)`.
    pub const ALL: AllFields<super::Entry> = AllFields::new();

    /// [`Entry`](super::Entry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the entry.
        pub id: Expr<At<P, columns::EntryId>, kind::Uuid, P::Null>,
        /// [`headline`](const@headline) of the entry.
        pub headline: Expr<At<P, columns::EntryHeadline>, kind::Text, P::Null>,
        /// [`slug`](const@slug) of the entry.
        pub slug: Expr<At<P, columns::EntrySlug>, kind::Text, P::Null>,
        /// [`flag`](const@flag) of the entry.
        pub flag: Expr<At<P, columns::EntryFlag>, kind::Bool, P::Null>,
        /// [`small`](const@small) of the entry.
        pub small: Expr<At<P, columns::EntrySmall>, kind::Integer<i16>, P::Null>,
        /// [`big`](const@big) of the entry.
        pub big: Expr<At<P, columns::EntryBig>, kind::Integer, P::Null>,
        /// [`real`](const@real) of the entry.
        pub real: Expr<At<P, columns::EntryReal>, kind::Float, P::Null>,
        /// [`price`](const@price) of the entry.
        pub price: Expr<At<P, columns::EntryPrice>, kind::Decimal, P::Null>,
        /// [`total`](const@total) of the entry.
        pub total: Expr<At<P, columns::EntryTotal>, kind::Decimal, P::Null>,
        /// [`day`](const@day) of the entry.
        pub day: Expr<At<P, columns::EntryDay>, kind::Date<qs::time::Date>, P::Null>,
        /// [`moment`](const@moment) of the entry.
        pub moment: Expr<
            At<P, columns::EntryMoment>,
            kind::DateTime<qs::time::OffsetDateTime>,
            P::Null,
        >,
        /// [`clock`](const@clock) of the entry.
        pub clock: Expr<At<P, columns::EntryClock>, kind::Time<qs::time::Time>, P::Null>,
        /// [`span`](const@span) of the entry.
        pub span: Expr<At<P, columns::EntrySpan>, kind::Duration<qs::time::Duration>, P::Null>,
        /// [`uid`](const@uid) of the entry.
        pub uid: Expr<At<P, columns::EntryUid>, kind::Uuid, P::Null>,
        /// [`ip`](const@ip) of the entry.
        pub ip: Expr<At<P, columns::EntryIp>, kind::Ip, P::Null>,
        /// [`blob`](const@blob) of the entry.
        pub blob: Expr<At<P, columns::EntryBlob>, kind::Binary, P::Null>,
        /// [`data`](const@data) of the entry.
        pub data: Expr<At<P, columns::EntryData>, kind::Json, P::Null>,
        /// [`level`](const@level) of the entry.
        pub level: Expr<At<P, columns::EntryLevel>, kind::Integer<super::EntryLevel>, P::Null>,
        /// [`weight`](const@weight) of the entry.
        pub weight: Expr<At<P, columns::EntryWeight>, kind::Integer<super::Weight>, P::Null>,
        /// [`email`](const@email) of the entry.
        pub email: Expr<At<P, columns::EntryEmail>, kind::Text<crate::Email>, P::Null>,
    }

    impl<P: Path> Clone for Fields<P> {
        fn clone(&self) -> Self {
            *self
        }
    }

    impl<P: Path> Copy for Fields<P> {}

    impl<P: Path> Fields<P> {
        #[doc(hidden)]
        pub const PATH: Self = Self {
            related_: Related::new(),
            id: qs::column(),
            headline: qs::column(),
            slug: qs::column(),
            flag: qs::column(),
            small: qs::column(),
            big: qs::column(),
            real: qs::column(),
            price: qs::column(),
            total: qs::column(),
            day: qs::column(),
            moment: qs::column(),
            clock: qs::column(),
            span: qs::column(),
            uid: qs::column(),
            ip: qs::column(),
            blob: qs::column(),
            data: qs::column(),
            level: qs::column(),
            weight: qs::column(),
            email: qs::column(),
        };
    }

    impl<P: Path> ::core::ops::Deref for Fields<P> {
        type Target = Related<P>;

        fn deref(&self) -> &Self::Target {
            &self.related_
        }
    }

    impl<P: Path> qs::Follows for Fields<P> {
        type Path = P;
        type By<Q: Path<Target = P::Target>> = Fields<Q>;

        fn by<Q: Path<Target = P::Target>>() -> Fields<Q> {
            Fields::PATH
        }
    }

    /// The columns of [`Entry`](super::Entry) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum EntryId {}

        impl qs::DeclaresColumn for EntryId {
            type Is = qs::ColumnOf<super::super::Entry, 0, qs::kind::Uuid, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for EntryId {}

        /// The column of [`headline`](const@super::headline).
        pub enum EntryHeadline {}

        impl qs::DeclaresColumn for EntryHeadline {
            type Is = qs::ColumnOf<super::super::Entry, 1, qs::kind::Text>;
        }

        /// The column of [`slug`](const@super::slug).
        pub enum EntrySlug {}

        impl qs::DeclaresColumn for EntrySlug {
            type Is = qs::ColumnOf<super::super::Entry, 2, qs::kind::Text>;
        }

        /// The column of [`flag`](const@super::flag).
        pub enum EntryFlag {}

        impl qs::DeclaresColumn for EntryFlag {
            type Is = qs::ColumnOf<super::super::Entry, 3, qs::kind::Bool>;
        }

        /// The column of [`small`](const@super::small).
        pub enum EntrySmall {}

        impl qs::DeclaresColumn for EntrySmall {
            type Is = qs::ColumnOf<super::super::Entry, 4, qs::kind::Integer<i16>>;
        }

        /// The column of [`big`](const@super::big).
        pub enum EntryBig {}

        impl qs::DeclaresColumn for EntryBig {
            type Is = qs::ColumnOf<super::super::Entry, 5, qs::kind::Integer>;
        }

        /// The column of [`real`](const@super::real).
        pub enum EntryReal {}

        impl qs::DeclaresColumn for EntryReal {
            type Is = qs::ColumnOf<super::super::Entry, 6, qs::kind::Float>;
        }

        /// The column of [`price`](const@super::price).
        pub enum EntryPrice {}

        impl qs::DeclaresColumn for EntryPrice {
            type Is = qs::ColumnOf<super::super::Entry, 7, qs::kind::Decimal>;
        }

        /// The column of [`total`](const@super::total).
        pub enum EntryTotal {}

        impl qs::DeclaresColumn for EntryTotal {
            type Is = qs::ColumnOf<super::super::Entry, 8, qs::kind::Decimal>;
        }

        /// The column of [`day`](const@super::day).
        pub enum EntryDay {}

        impl qs::DeclaresColumn for EntryDay {
            type Is = qs::ColumnOf<super::super::Entry, 9, qs::kind::Date<qs::time::Date>>;
        }

        /// The column of [`moment`](const@super::moment).
        pub enum EntryMoment {}

        impl qs::DeclaresColumn for EntryMoment {
            type Is = qs::ColumnOf<
                super::super::Entry,
                10,
                qs::kind::DateTime<qs::time::OffsetDateTime>,
            >;
        }

        /// The column of [`clock`](const@super::clock).
        pub enum EntryClock {}

        impl qs::DeclaresColumn for EntryClock {
            type Is = qs::ColumnOf<super::super::Entry, 11, qs::kind::Time<qs::time::Time>>;
        }

        /// The column of [`span`](const@super::span).
        pub enum EntrySpan {}

        impl qs::DeclaresColumn for EntrySpan {
            type Is = qs::ColumnOf<super::super::Entry, 12, qs::kind::Duration<qs::time::Duration>>;
        }

        /// The column of [`uid`](const@super::uid).
        pub enum EntryUid {}

        impl qs::DeclaresColumn for EntryUid {
            type Is = qs::ColumnOf<super::super::Entry, 13, qs::kind::Uuid>;
        }

        /// The column of [`ip`](const@super::ip).
        pub enum EntryIp {}

        impl qs::DeclaresColumn for EntryIp {
            type Is = qs::ColumnOf<super::super::Entry, 14, qs::kind::Ip>;
        }

        /// The column of [`blob`](const@super::blob).
        pub enum EntryBlob {}

        impl qs::DeclaresColumn for EntryBlob {
            type Is = qs::ColumnOf<super::super::Entry, 15, qs::kind::Binary>;
        }

        /// The column of [`data`](const@super::data).
        pub enum EntryData {}

        impl qs::DeclaresColumn for EntryData {
            type Is = qs::ColumnOf<super::super::Entry, 16, qs::kind::Json>;
        }

        /// The column of [`level`](const@super::level).
        pub enum EntryLevel {}

        impl qs::DeclaresColumn for EntryLevel {
            type Is = qs::ColumnOf<
                super::super::Entry,
                17,
                qs::kind::Integer<super::super::EntryLevel>,
            >;
        }

        /// The column of [`weight`](const@super::weight).
        pub enum EntryWeight {}

        impl qs::DeclaresColumn for EntryWeight {
            type Is = qs::ColumnOf<
                super::super::Entry,
                18,
                qs::kind::Integer<super::super::Weight>,
            >;
        }

        /// The column of [`email`](const@super::email).
        pub enum EntryEmail {}

        impl qs::DeclaresColumn for EntryEmail {
            type Is = qs::ColumnOf<super::super::Entry, 19, qs::kind::Text<crate::Email>>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Entry {
            /// Begins a new row, which needs `weight`: `save(&db)` writes it.
            ///
            /// Django: `Entry.objects.create(…)`. SQL: `INSERT INTO blog_entry …`.
            pub fn create() -> EntryCreate {
                EntryCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Entry`](super::super::Entry) that was not written yet, begun by
        /// [`create`](super::super::Entry::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct EntryCreate<S = (qs::Missing<super::columns::EntryWeight>,)> {
            new: qs::New<super::super::Entry>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for EntryCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for EntryCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for EntryCreate<S> {
            type Model = super::super::Entry;

            fn of(new: qs::New<super::super::Entry>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Weight> qs::NewRow for EntryCreate<(Weight,)>
        where
            Weight: qs::Provided,
        {
            type Model = super::super::Entry;

            fn row(self) -> qs::New<super::super::Entry> {
                self.new
            }
        }

        impl<Weight> EntryCreate<(Weight,)> {
            /// Sets [`id`](const@super::id). Without it: a new UUID.
            pub fn id(self, value: impl qs::Input<qs::kind::Uuid, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`headline`](const@super::headline). Without it: `"untitled"`.
            pub fn headline(self, value: impl qs::Input<qs::kind::Text, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(1, value), state: self.state }
            }

            /// Sets [`slug`](const@super::slug). Without it: `""`.
            pub fn slug(self, value: impl qs::Input<qs::kind::Text, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(2, value), state: self.state }
            }

            /// Sets [`flag`](const@super::flag). Without it: `false`.
            pub fn flag(self, value: impl qs::Input<qs::kind::Bool, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(3, value), state: self.state }
            }

            /// Sets [`small`](const@super::small). Without it: `-32768`.
            pub fn small(self, value: impl qs::Input<qs::kind::Integer<i16>, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(4, value), state: self.state }
            }

            /// Sets [`big`](const@super::big). Without it: `9223372036854775807`.
            pub fn big(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(5, value), state: self.state }
            }

            /// Sets [`real`](const@super::real). Without it: `-1500.0`.
            pub fn real(self, value: impl qs::Input<qs::kind::Float, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(6, value), state: self.state }
            }

            /// Sets [`price`](const@super::price). Without it: `100.50`.
            pub fn price(self, value: impl qs::Input<qs::kind::Decimal, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(7, value), state: self.state }
            }

            /// Sets [`total`](const@super::total). Without it: `0.10`.
            pub fn total(self, value: impl qs::Input<qs::kind::Decimal, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(8, value), state: self.state }
            }

            /// Sets [`day`](const@super::day). Without it: the current time.
            pub fn day(
                self,
                value: impl qs::Input<qs::kind::Date<qs::time::Date>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(9, value), state: self.state }
            }

            /// Sets [`moment`](const@super::moment). Without it: `2025-01-31T10:00:00.5Z`.
            pub fn moment(
                self,
                value: impl qs::Input<qs::kind::DateTime<qs::time::OffsetDateTime>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(10, value), state: self.state }
            }

            /// Sets [`clock`](const@super::clock). Without it: `12:30:00`.
            pub fn clock(
                self,
                value: impl qs::Input<qs::kind::Time<qs::time::Time>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(11, value), state: self.state }
            }

            /// Sets [`span`](const@super::span). Without it: `PT95400.25S`.
            pub fn span(
                self,
                value: impl qs::Input<qs::kind::Duration<qs::time::Duration>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(12, value), state: self.state }
            }

            /// Sets [`uid`](const@super::uid). Without it: `6ba7b810-9dad-11d1-80b4-00c04fd430c8`.
            pub fn uid(self, value: impl qs::Input<qs::kind::Uuid, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(13, value), state: self.state }
            }

            /// Sets [`ip`](const@super::ip). Without it: `::1`.
            pub fn ip(self, value: impl qs::Input<qs::kind::Ip, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(14, value), state: self.state }
            }

            /// Sets [`blob`](const@super::blob). Without it: `00ff`.
            pub fn blob(self, value: impl qs::Input<qs::kind::Binary, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(15, value), state: self.state }
            }

            /// Sets [`data`](const@super::data). Without it: `{"tags":["a \"b\"",1,1.5,true]}`.
            pub fn data(self, value: impl qs::Input<qs::kind::Json, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(16, value), state: self.state }
            }

            /// Sets [`level`](const@super::level). Without it: `High`.
            pub fn level(
                self,
                value: impl qs::Input<qs::kind::Integer<super::super::EntryLevel>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(17, value), state: self.state }
            }

            /// Sets [`weight`](const@super::weight).
            pub fn weight(
                self,
                value: impl qs::Input<qs::kind::Integer<super::super::Weight>, qs::NotNull>,
            ) -> EntryCreate<(qs::Given,)> {
                EntryCreate { new: self.new.given(18, value), state: PhantomData }
            }

            /// Sets [`email`](const@super::email). Without it: `"a@b.c"`.
            pub fn email(
                self,
                value: impl qs::Input<qs::kind::Text<crate::Email>, qs::NotNull>,
            ) -> Self {
                EntryCreate { new: self.new.given(19, value), state: self.state }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Entry>
            where
                Weight: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Entry>
            where
                Weight: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Entry`](super::Entry).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Entry",
            "label": "blog.Entry",
            "table": "blog_entry",
            "columns": [
                {"name":"id","type":"Uuid","primary_key":true,"unique":true},
                {"name":"headline","type":"Char","max_length":8,"default":{"Text":"untitled"}},
                {"name":"slug","type":"Slug","max_length":50,"default":{"Text":""}},
                {"name":"flag","type":"Boolean","default":{"Bool":false}},
                {"name":"small","type":"SmallInteger","default":{"Int":-32768}},
                {"name":"big","type":"BigInteger","default":{"Int":9223372036854775807}},
                {"name":"real","type":"Float","default":{"Float":-1500.0}},
                {"name":"price","type":"Decimal","decimal":[5,2]},
                {"name":"total","type":"Decimal","decimal":[5,2]},
                {"name":"day","type":"Date"},
                {"name":"moment","type":"DateTime"},
                {"name":"clock","type":"Time"},
                {"name":"span","type":"Duration"},
                {"name":"uid","type":"Uuid"},
                {"name":"ip","type":"GenericIpAddress"},
                {"name":"blob","type":"Binary"},
                {"name":"data","type":"Json"},
                {"name":"level","type":"Integer","choices":[{"Int":1},{"Int":2}],"default":{"Int":2}},
                {"name":"weight","type":"SmallInteger","choices":[{"Int":1},{"Int":2}]},
                {"name":"email","type":"Email","max_length":254,"default":{"Text":"a@b.c"}}
            ],
            "indexes": [
                {"name":"blog_entry_slug_266c6d94","columns":["slug"],"kind":"Plain"},
                {"name":"blog_entry_slug_266c6d94_like","columns":["slug"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[],
        &[
            (0, qs::new_uuid),
            (7, || qs::Value::Decimal(qs::rust_decimal::Decimal::new(10050, 2))),
            (8, || qs::Value::Decimal(qs::rust_decimal::Decimal::new(10, 2))),
            (9, qs::now_date),
            (
                10,
                || qs::Value::DateTime(qs::jiff::civil::datetime(2025, 1, 31, 10, 0, 0, 500000000)),
            ),
            (11, || qs::Value::Time(qs::jiff::civil::time(12, 30, 0, 0))),
            (12, || qs::Value::Duration(qs::jiff::SignedDuration::from_micros(95400250000))),
            (
                13,
                || qs::Value::Uuid(qs::uuid::Uuid::from_u128(0x6ba7b810_9dad_11d1_80b4_00c04fd430c8)),
            ),
            (
                14,
                || qs::Value::Ip(::std::net::IpAddr::V6(::std::net::Ipv6Addr::new(
                    0x0,
                    0x0,
                    0x0,
                    0x0,
                    0x0,
                    0x0,
                    0x0,
                    0x1,
                ))),
            ),
            (15, || qs::Value::Bytes(vec![0, 255])),
            (16, || qs::json("{\"tags\":[\"a \\\"b\\\"\",1,1.5,true]}")),
        ],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/entry.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Entry`](blog::Entry) | `blog_entry` | A row of `blog_entry`. |
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "a service uses some of what there is",
)]
#[allow(non_camel_case_types, non_upper_case_globals, reason = "fields are named as in the schema")]
#[allow(
    missing_copy_implementations,
    missing_debug_implementations,
    single_use_lifetimes,
    unused_qualifications,
    reason = "the code is generated",
)]
#[allow(
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    reason = "the code is generated",
)]
pub mod blog {
    include!("schema/blog.rs");
}

/// The metadata of every model: what `create_tables` takes.
#[allow(dead_code, unreachable_pub, reason = "a service may leave its tables to Django")]
pub static MODELS: &[&::queryset::meta::Model] = &[
    &blog::entry::META,
];

