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
    pub id: i64,
    /// The rating of an entry.
    ///
    /// Column: [`entry::rating`](const@entry::rating).
    pub rating: i32,
    /// The ratio of an entry.
    ///
    /// Column: [`entry::ratio`](const@entry::ratio).
    pub ratio: f64,
    /// The price of an entry.
    ///
    /// Column: [`entry::price`](const@entry::price).
    pub price: qs::rust_decimal::Decimal,
    /// The day of an entry.
    ///
    /// Column: [`entry::day`](const@entry::day).
    pub day: qs::jiff::civil::Date,
    /// The code of an entry.
    ///
    /// Column: [`entry::code`](const@entry::code).
    pub code: String,
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
    type Key = qs::kind::Integer;
    type KeyColumn = entry::columns::EntryId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, entry::columns::EntryId, i64,
        qs::Own<Self, entry::columns::EntryRating, i32,
            qs::Own<Self, entry::columns::EntryRatio, f64,
                qs::Own<Self, entry::columns::EntryPrice, qs::rust_decimal::Decimal,
                    qs::Own<Self, entry::columns::EntryDay, qs::jiff::civil::Date,
                        qs::Own<Self, entry::columns::EntryCode, String,
                            qs::Nil
    >>>>>>;
    type Row = (i64, i32, f64, qs::rust_decimal::Decimal, qs::jiff::civil::Date, String);

    fn of_fields((id, rating, ratio, price, day, code): Self::Row) -> Self {
        Self { id, rating, ratio, price, day, code }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, rating, ratio, price, day, code } = self;
        (id, rating, ratio, price, day, code)
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

/// [`Entry`]: its fields, its relations, and what [`Entry::create`] returns.
pub mod entry {
    use ::queryset::generated::in_model::*;

    pub use self::builder::EntryCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.id")]
    pub const id: Expr<At<Root<super::Entry>, columns::EntryId>, kind::Integer> = qs::column();

    /// The rating of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.rating`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Valid | at least `1`, at most `5` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.rating")]
    pub const rating: Expr<
        At<Root<super::Entry>, columns::EntryRating>,
        kind::Integer<i32>,
    > = qs::column();

    /// The ratio of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.ratio`, `real` (PostgreSQL `double precision`, MySQL `double precision`) |
    /// | Value | `f64`, of kind [`Float`](::queryset::kind::Float) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Valid | at least `0.0` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Float)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.ratio")]
    pub const ratio: Expr<At<Root<super::Entry>, columns::EntryRatio>, kind::Float> = qs::column();

    /// The price of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.price`, `decimal` (PostgreSQL `numeric(4, 2)`, MySQL `numeric(4, 2)`) |
    /// | Value | `rust_decimal::Decimal`, of kind [`Decimal`](::queryset::kind::Decimal) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Valid | at least `0.05` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Decimal)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.price")]
    pub const price: Expr<
        At<Root<super::Entry>, columns::EntryPrice>,
        kind::Decimal,
    > = qs::column();

    /// The day of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.day`, `date` |
    /// | Value | `jiff::civil::Date`, of kind [`Date`](::queryset::kind::Date) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Valid | at least `1900-01-01`, by `crate::checks::is_past` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Date)) |
    /// | Transforms | `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.day")]
    pub const day: Expr<At<Root<super::Entry>, columns::EntryDay>, kind::Date> = qs::column();

    /// The code of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.code`, `varchar(8)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Valid | at least 2 characters, matches `^[a-z]+$` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.code")]
    pub const code: Expr<At<Root<super::Entry>, columns::EntryCode>, kind::Text> = qs::column();

    /// All fields, for `values(entry::ALL)`.
    pub const ALL: AllFields<super::Entry> = AllFields::new();

    /// [`Entry`](super::Entry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the entry.
        pub id: Expr<At<P, columns::EntryId>, kind::Integer, P::Null>,
        /// [`rating`](const@rating) of the entry.
        pub rating: Expr<At<P, columns::EntryRating>, kind::Integer<i32>, P::Null>,
        /// [`ratio`](const@ratio) of the entry.
        pub ratio: Expr<At<P, columns::EntryRatio>, kind::Float, P::Null>,
        /// [`price`](const@price) of the entry.
        pub price: Expr<At<P, columns::EntryPrice>, kind::Decimal, P::Null>,
        /// [`day`](const@day) of the entry.
        pub day: Expr<At<P, columns::EntryDay>, kind::Date, P::Null>,
        /// [`code`](const@code) of the entry.
        pub code: Expr<At<P, columns::EntryCode>, kind::Text, P::Null>,
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
            rating: qs::column(),
            ratio: qs::column(),
            price: qs::column(),
            day: qs::column(),
            code: qs::column(),
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
            type Is = qs::ColumnOf<super::super::Entry, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for EntryId {}

        /// The column of [`rating`](const@super::rating).
        pub enum EntryRating {}

        impl qs::DeclaresColumn for EntryRating {
            type Is = qs::ColumnOf<super::super::Entry, 1, qs::kind::Integer<i32>>;
        }

        /// The column of [`ratio`](const@super::ratio).
        pub enum EntryRatio {}

        impl qs::DeclaresColumn for EntryRatio {
            type Is = qs::ColumnOf<super::super::Entry, 2, qs::kind::Float>;
        }

        /// The column of [`price`](const@super::price).
        pub enum EntryPrice {}

        impl qs::DeclaresColumn for EntryPrice {
            type Is = qs::ColumnOf<super::super::Entry, 3, qs::kind::Decimal>;
        }

        /// The column of [`day`](const@super::day).
        pub enum EntryDay {}

        impl qs::DeclaresColumn for EntryDay {
            type Is = qs::ColumnOf<super::super::Entry, 4, qs::kind::Date>;
        }

        /// The column of [`code`](const@super::code).
        pub enum EntryCode {}

        impl qs::DeclaresColumn for EntryCode {
            type Is = qs::ColumnOf<super::super::Entry, 5, qs::kind::Text>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Entry {
            /// Begins a new row, which needs `rating`, `ratio`, `price`, `day` and `code`: `save(&db)` writes it.
            ///
            /// Django: `Entry.objects.create(…)`. SQL: `INSERT INTO blog_entry …`.
            pub fn create() -> EntryCreate {
                EntryCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Entry`](super::super::Entry) that was not written yet, begun by
        /// [`create`](super::super::Entry::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct EntryCreate<S = (
            qs::Missing<super::columns::EntryRating>,
            qs::Missing<super::columns::EntryRatio>,
            qs::Missing<super::columns::EntryPrice>,
            qs::Missing<super::columns::EntryDay>,
            qs::Missing<super::columns::EntryCode>,
        )> {
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

        impl<
            Rating,
            Ratio,
            Price,
            Day,
            Code,
        > qs::NewRow for EntryCreate<(Rating, Ratio, Price, Day, Code)>
        where
            Rating: qs::Provided,
            Ratio: qs::Provided,
            Price: qs::Provided,
            Day: qs::Provided,
            Code: qs::Provided,
        {
            type Model = super::super::Entry;

            fn row(self) -> qs::New<super::super::Entry> {
                self.new
            }
        }

        impl<Rating, Ratio, Price, Day, Code> EntryCreate<(Rating, Ratio, Price, Day, Code)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`rating`](const@super::rating).
            pub fn rating(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> EntryCreate<(qs::Given, Ratio, Price, Day, Code)> {
                EntryCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`ratio`](const@super::ratio).
            pub fn ratio(
                self,
                value: impl qs::Input<qs::kind::Float, qs::NotNull>,
            ) -> EntryCreate<(Rating, qs::Given, Price, Day, Code)> {
                EntryCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`price`](const@super::price).
            pub fn price(
                self,
                value: impl qs::Input<qs::kind::Decimal, qs::NotNull>,
            ) -> EntryCreate<(Rating, Ratio, qs::Given, Day, Code)> {
                EntryCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`day`](const@super::day).
            pub fn day(
                self,
                value: impl qs::Input<qs::kind::Date, qs::NotNull>,
            ) -> EntryCreate<(Rating, Ratio, Price, qs::Given, Code)> {
                EntryCreate { new: self.new.given(4, value), state: PhantomData }
            }

            /// Sets [`code`](const@super::code).
            pub fn code(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> EntryCreate<(Rating, Ratio, Price, Day, qs::Given)> {
                EntryCreate { new: self.new.given(5, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Entry>
            where
                Rating: qs::Provided,
                Ratio: qs::Provided,
                Price: qs::Provided,
                Day: qs::Provided,
                Code: qs::Provided,
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
                Rating: qs::Provided,
                Ratio: qs::Provided,
                Price: qs::Provided,
                Day: qs::Provided,
                Code: qs::Provided,
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
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"rating","type":"Integer"},
                {"name":"ratio","type":"Float"},
                {"name":"price","type":"Decimal","decimal":[4,2]},
                {"name":"day","type":"Date"},
                {"name":"code","type":"Char","max_length":8}
            ]
        }"#,
        &[],
        &[],
        &[
            (1, meta::Validator::Min(|| qs::Value::Int(1))),
            (1, meta::Validator::Max(|| qs::Value::Int(5))),
            (2, meta::Validator::Min(|| qs::Value::Float(0.0))),
            (3, meta::Validator::Min(|| qs::Value::Decimal(qs::rust_decimal::Decimal::new(5, 2)))),
            (4, meta::Validator::Min(|| qs::Value::Date(qs::jiff::civil::date(1900, 1, 1)))),
            (4, meta::Validator::Own(crate::checks::is_past)),
            (5, meta::Validator::MinLength(2)),
            (5, meta::Validator::Regex("^[a-z]+$")),
        ],
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

