// schema/blog/entry.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `Entry of a blog`.
///
/// | | |
/// |---|---|
/// | Table | `Entry of a blog` |
/// | Primary key | [`id`](const@entry::id) |
/// | Declared | `schema/blog.toml` |
pub struct Entry {
    /// The primary key.
    ///
    /// Column: [`entry::id`](const@entry::id).
    pub id: i64,
    /// The headline of an entry.
    ///
    /// Column: [`entry::headline`](const@entry::headline).
    pub headline: String,
    /// The stars of an entry.
    ///
    /// Column: [`entry::stars`](const@entry::stars).
    pub stars: Option<i16>,
    /// The day of an entry.
    ///
    /// Column: [`entry::day`](const@entry::day).
    pub day: qs::jiff::civil::Date,
    /// The first day of an entry.
    ///
    /// Column: [`entry::first_day`](const@entry::first_day).
    pub first_day: qs::jiff::civil::Date,
    /// The price of an entry.
    ///
    /// Column: [`entry::price`](const@entry::price).
    pub price: qs::rust_decimal::Decimal,
}

impl Entry {
    /// Every row of `Entry of a blog`, as a query set.
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
        qs::Own<Self, entry::columns::EntryHeadline, String,
            qs::Own<Self, entry::columns::EntryStars, Option<i16>,
                qs::Own<Self, entry::columns::EntryDay, qs::jiff::civil::Date,
                    qs::Own<Self, entry::columns::EntryFirstDay, qs::jiff::civil::Date,
                        qs::Own<Self, entry::columns::EntryPrice, qs::rust_decimal::Decimal,
                            qs::Nil
    >>>>>>;
    type Row = (
        i64,
        String,
        Option<i16>,
        qs::jiff::civil::Date,
        qs::jiff::civil::Date,
        qs::rust_decimal::Decimal,
    );

    fn of_fields((id, headline, stars, day, first_day, price): Self::Row) -> Self {
        Self { id, headline, stars, day, first_day, price }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, headline, stars, day, first_day, price } = self;
        (id, headline, stars, day, first_day, price)
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

impl qs::UniqueTogether<(entry::columns::EntryHeadline, entry::columns::EntryDay)> for Entry {}

impl qs::UniqueTogether<(entry::columns::EntryStars, entry::columns::EntryDay)> for Entry {}

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
    /// | Column | `Entry of a blog.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.id")]
    pub const id: Expr<At<Root<super::Entry>, columns::EntryId>, kind::Integer> = qs::column();

    /// The headline of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `Entry of a blog.headline`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.headline")]
    pub const headline: Expr<
        At<Root<super::Entry>, columns::EntryHeadline>,
        kind::Text,
    > = qs::column();

    /// The stars of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `Entry of a blog.stars`, `smallint` |
    /// | Value | `i16`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.stars")]
    pub const stars: Expr<
        At<Root<super::Entry>, columns::EntryStars>,
        kind::Integer<i16>,
        Nullable,
    > = qs::column();

    /// The day of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `Entry of a blog.the day`, `date` |
    /// | Value | `jiff::civil::Date`, of kind [`Date`](::queryset::kind::Date) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Date)) |
    /// | Transforms | `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.day")]
    pub const day: Expr<At<Root<super::Entry>, columns::EntryDay>, kind::Date> = qs::column();

    /// The first day of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `Entry of a blog.first_day`, `date` |
    /// | Value | `jiff::civil::Date`, of kind [`Date`](::queryset::kind::Date) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Date)) |
    /// | Transforms | `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.first_day")]
    pub const first_day: Expr<
        At<Root<super::Entry>, columns::EntryFirstDay>,
        kind::Date,
    > = qs::column();

    /// The price of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `Entry of a blog.price`, `decimal` (PostgreSQL `numeric(5, 2)`, MySQL `numeric(5, 2)`) |
    /// | Value | `rust_decimal::Decimal`, of kind [`Decimal`](::queryset::kind::Decimal) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Decimal)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.price")]
    pub const price: Expr<
        At<Root<super::Entry>, columns::EntryPrice>,
        kind::Decimal,
    > = qs::column();

    /// All fields, for `values(entry::ALL)`.
    pub const ALL: AllFields<super::Entry> = AllFields::new();

    /// [`Entry`](super::Entry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the entry.
        pub id: Expr<At<P, columns::EntryId>, kind::Integer, P::Null>,
        /// [`headline`](const@headline) of the entry.
        pub headline: Expr<At<P, columns::EntryHeadline>, kind::Text, P::Null>,
        /// [`stars`](const@stars) of the entry.
        pub stars: Expr<At<P, columns::EntryStars>, kind::Integer<i16>, Nullable>,
        /// [`day`](const@day) of the entry.
        pub day: Expr<At<P, columns::EntryDay>, kind::Date, P::Null>,
        /// [`first_day`](const@first_day) of the entry.
        pub first_day: Expr<At<P, columns::EntryFirstDay>, kind::Date, P::Null>,
        /// [`price`](const@price) of the entry.
        pub price: Expr<At<P, columns::EntryPrice>, kind::Decimal, P::Null>,
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
            stars: qs::column(),
            day: qs::column(),
            first_day: qs::column(),
            price: qs::column(),
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

        /// The column of [`headline`](const@super::headline).
        pub enum EntryHeadline {}

        impl qs::DeclaresColumn for EntryHeadline {
            type Is = qs::ColumnOf<super::super::Entry, 1, qs::kind::Text>;
        }

        /// The column of [`stars`](const@super::stars).
        pub enum EntryStars {}

        impl qs::DeclaresColumn for EntryStars {
            type Is = qs::ColumnOf<super::super::Entry, 2, qs::kind::Integer<i16>, qs::Nullable>;
        }

        /// The column of [`day`](const@super::day).
        pub enum EntryDay {}

        impl qs::DeclaresColumn for EntryDay {
            type Is = qs::ColumnOf<super::super::Entry, 3, qs::kind::Date>;
        }

        /// The column of [`first_day`](const@super::first_day).
        pub enum EntryFirstDay {}

        impl qs::DeclaresColumn for EntryFirstDay {
            type Is = qs::ColumnOf<super::super::Entry, 4, qs::kind::Date>;
        }

        /// The column of [`price`](const@super::price).
        pub enum EntryPrice {}

        impl qs::DeclaresColumn for EntryPrice {
            type Is = qs::ColumnOf<super::super::Entry, 5, qs::kind::Decimal>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Entry {
            /// Begins a new row, which needs `headline`, `day`, `first_day` and `price`: `save(&db)` writes it.
            ///
            /// Django: `Entry.objects.create(…)`. SQL: `INSERT INTO Entry of a blog …`.
            pub fn create() -> EntryCreate {
                EntryCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Entry`](super::super::Entry) that was not written yet, begun by
        /// [`create`](super::super::Entry::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct EntryCreate<S = (
            qs::Missing<super::columns::EntryHeadline>,
            qs::Missing<super::columns::EntryDay>,
            qs::Missing<super::columns::EntryFirstDay>,
            qs::Missing<super::columns::EntryPrice>,
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
            Headline,
            Day,
            FirstDay,
            Price,
        > qs::NewRow for EntryCreate<(Headline, Day, FirstDay, Price)>
        where
            Headline: qs::Provided,
            Day: qs::Provided,
            FirstDay: qs::Provided,
            Price: qs::Provided,
        {
            type Model = super::super::Entry;

            fn row(self) -> qs::New<super::super::Entry> {
                self.new
            }
        }

        impl<Headline, Day, FirstDay, Price> EntryCreate<(Headline, Day, FirstDay, Price)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`headline`](const@super::headline).
            pub fn headline(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> EntryCreate<(qs::Given, Day, FirstDay, Price)> {
                EntryCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`stars`](const@super::stars). Without it: `NULL`.
            pub fn stars(
                self,
                value: impl qs::Input<qs::kind::Integer<i16>, qs::Nullable>,
            ) -> Self {
                EntryCreate { new: self.new.given(2, value), state: self.state }
            }

            /// Sets [`day`](const@super::day).
            pub fn day(
                self,
                value: impl qs::Input<qs::kind::Date, qs::NotNull>,
            ) -> EntryCreate<(Headline, qs::Given, FirstDay, Price)> {
                EntryCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`first_day`](const@super::first_day).
            pub fn first_day(
                self,
                value: impl qs::Input<qs::kind::Date, qs::NotNull>,
            ) -> EntryCreate<(Headline, Day, qs::Given, Price)> {
                EntryCreate { new: self.new.given(4, value), state: PhantomData }
            }

            /// Sets [`price`](const@super::price).
            pub fn price(
                self,
                value: impl qs::Input<qs::kind::Decimal, qs::NotNull>,
            ) -> EntryCreate<(Headline, Day, FirstDay, qs::Given)> {
                EntryCreate { new: self.new.given(5, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Entry>
            where
                Headline: qs::Provided,
                Day: qs::Provided,
                FirstDay: qs::Provided,
                Price: qs::Provided,
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
                Headline: qs::Provided,
                Day: qs::Provided,
                FirstDay: qs::Provided,
                Price: qs::Provided,
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
            "table": "Entry of a blog",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"headline","type":"Text"},
                {"name":"stars","type":"SmallInteger","null":true},
                {"name":"day","column":"the day","type":"Date"},
                {"name":"first_day","type":"Date"},
                {"name":"price","type":"Decimal","decimal":[5,2]}
            ],
            "indexes": [
                {"name":"Entry of a blog_headline_the day_de9903f1_uniq","columns":["headline","the day"],"kind":"UniqueTogether"},
                {"name":"Entry of a blog_stars_the day_c0069590_uniq","columns":["stars","the day"],"kind":"UniqueTogether"},
                {"name":"Entry of a blog_headline_5b045909","columns":["headline"],"kind":"Plain"},
                {"name":"Entry of a blog_headline_5b045909_like","columns":["headline"],"kind":{"Like":{"operator_class":"text_pattern_ops"}}},
                {"name":"Entry of a _headlin_c40187_idx","columns":["headline","the day"],"descending":["the day"],"kind":"Plain"},
                {"name":"entry_stars_idx","columns":["stars"],"descending":["stars"],"kind":"Plain"}
            ],
            "constraints": [
                {"name":"stars_range","rule":{"Check":{"All":[{"Compare":{"column":"stars","compare":"Gte","with":{"Value":{"Int":1}}}},{"Compare":{"column":"stars","compare":"Lte","with":{"Value":{"Int":5}}}}]}}},
                {"name":"stars_odd","rule":{"Check":{"Any":[{"IsNull":{"column":"stars","null":true}},{"Not":{"In":{"column":"stars","values":[{"Int":2},{"Int":4}]}}}]}}},
                {"name":"days","rule":{"Check":{"Compare":{"column":"the day","compare":"Gt","with":{"Column":"first_day"}}}}},
                {"name":"price_range","rule":{"Check":{"All":[{"All":[{"Compare":{"column":"price","compare":"Gte","with":{"Value":{"Text":"0"}}}},{"Compare":{"column":"price","compare":"Lte","with":{"Value":{"Text":"9.99"}}}}]},{"Compare":{"column":"headline","compare":"Exact","with":{"Value":{"Text":"x"}}}}]}}},
                {"name":"best_headlines","rule":{"Unique":{"columns":["headline"],"condition":{"Compare":{"column":"stars","compare":"Exact","with":{"Value":{"Int":5}}}}}}}
            ]
        }"#,
        &[],
        &[],
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
/// | [`Entry`](blog::Entry) | `Entry of a blog` | A row of `Entry of a blog`. |
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

