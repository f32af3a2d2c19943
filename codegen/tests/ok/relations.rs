// schema/blog/country.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_country`.
///
/// | | |
/// |---|---|
/// | Table | `blog_country` |
/// | Primary key | [`id`](const@country::id) |
/// | Relations | [`type()`](fn@country::type_) to [`blog.Country`](Country) |
/// | Reverse | [`stamp()`](fn@country::stamp) to [`blog.Stamp`](Stamp), [`match()`](fn@country::match_) to [`blog.Country`](Country) |
/// | Declared | `schema/blog.toml` |
pub struct Country {
    /// The primary key.
    ///
    /// Column: [`country::id`](const@country::id).
    pub id: i64,
    /// The code of a country.
    ///
    /// Column: [`country::code`](const@country::code).
    pub code: u32,
    /// The key of the `blog.Country` that it points at.
    ///
    /// Column: [`country::type_id`](const@country::type_id).
    pub type_id: Option<i64>,
}

impl Country {
    /// Every row of `blog_country`, as a query set.
    ///
    /// Django: `Country.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Country {
    const META: &'static qs::meta::Model = &country::META;
    type Key = qs::kind::Integer;
    type KeyColumn = country::columns::CountryId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, country::columns::CountryId, i64,
        qs::Own<Self, country::columns::CountryCode, u32,
            qs::Own<Self, country::columns::CountryTypeId, Option<i64>,
                qs::Nil
    >>>;
    type Row = (i64, u32, Option<i64>);

    fn of_fields((id, code, type_id): Self::Row) -> Self {
        Self { id, code, type_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, code, type_id } = self;
        (id, code, type_id)
    }
}

impl Clone for Country {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Country {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Country {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Country {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Country`]: its fields, its relations, and what [`Country::create`] returns.
pub mod country {
    use ::queryset::generated::in_model::*;

    pub use self::builder::CountryCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_country.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.id")]
    pub const id: Expr<At<Root<super::Country>, columns::CountryId>, kind::Integer> = qs::column();

    /// The code of a country.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_country.code`, `integer unsigned` (PostgreSQL `integer`, MySQL `integer UNSIGNED`) |
    /// | Value | `u32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | unique |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.code")]
    pub const code: Expr<
        At<Root<super::Country>, columns::CountryCode>,
        kind::Integer<u32>,
    > = qs::column();

    /// The key of the `blog.Country` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_country.type_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Key | indexed |
    /// | Points at | [`blog.Country`](super::Country) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.type_id")]
    pub const type_id: Expr<
        At<Root<super::Country>, columns::CountryTypeId>,
        kind::Integer,
        Nullable,
    > = qs::column();

    /// All fields, for `values(country::ALL)`.
    pub const ALL: AllFields<super::Country> = AllFields::new();

    /// [`Country`](super::Country) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the country.
        pub id: Expr<At<P, columns::CountryId>, kind::Integer, P::Null>,
        /// [`code`](const@code) of the country.
        pub code: Expr<At<P, columns::CountryCode>, kind::Integer<u32>, P::Null>,
        /// [`type_id`](const@type_id) of the country.
        pub type_id: Expr<At<P, columns::CountryTypeId>, kind::Integer, Nullable>,
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
            code: qs::column(),
            type_id: qs::column(),
        };

        /// [`type_()`](fn@type_) of the country.
        pub fn type_(&self) -> super::country::Fields<Hop<P, relations::CountryToType>> {
            super::country::Fields::PATH
        }

        /// [`stamp()`](fn@stamp) of the country.
        pub fn stamp(&self) -> super::stamp::Fields<Hop<P, relations::CountryToStamp>> {
            super::stamp::Fields::PATH
        }

        /// [`match_()`](fn@match_) of the country.
        pub fn match_(&self) -> super::country::Fields<Hop<P, relations::CountryToMatch>> {
            super::country::Fields::PATH
        }
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

    /// The columns of [`Country`](super::Country) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum CountryId {}

        impl qs::DeclaresColumn for CountryId {
            type Is = qs::ColumnOf<
                super::super::Country,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for CountryId {}

        /// The column of [`code`](const@super::code).
        pub enum CountryCode {}

        impl qs::DeclaresColumn for CountryCode {
            type Is = qs::ColumnOf<super::super::Country, 1, qs::kind::Integer<u32>>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for CountryCode {}

        /// The column of [`type_id`](const@super::type_id).
        pub enum CountryTypeId {}

        impl qs::DeclaresColumn for CountryTypeId {
            type Is = qs::ColumnOf<super::super::Country, 2, qs::kind::Integer, qs::Nullable>;
        }
    }

    /// The type that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Country`](super::Country), one row, which others share |
    /// | Join | `type_id` = `id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `do_nothing` |
    /// | Way back | `match()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.type")]
    pub fn type_() -> super::country::Fields<Hop<Root<super::Country>, relations::CountryToType>> {
        super::country::Fields::PATH
    }

    /// Every [`blog.Stamp`](super::Stamp) whose `country` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Stamp`](super::Stamp), many rows |
    /// | Join | `code` = `country_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `set_default` |
    /// | Way back | `country()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.stamp")]
    pub fn stamp() -> super::stamp::Fields<Hop<Root<super::Country>, relations::CountryToStamp>> {
        super::stamp::Fields::PATH
    }

    /// Every [`blog.Country`](super::Country) whose `type` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Country`](super::Country), many rows |
    /// | Join | `id` = `type_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `do_nothing` |
    /// | Way back | `type()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Country.match")]
    pub fn match_() -> super::country::Fields<Hop<
        Root<super::Country>,
        relations::CountryToMatch,
    >> {
        super::country::Fields::PATH
    }

    impl super::Country {
        /// Reads the row of [`type_()`](fn@type_); `None` when there is none.
        ///
        /// Django: `country.type`.
        pub fn type_<'d>(
            &self,
            db: impl qs::Executor<'d>,
        ) -> qs::Fetch<'d, Option<super::Country>> {
            qs::related_row::<relations::CountryToType>(self, db)
        }

        /// The rows of [`stamp()`](fn@stamp), as a query set that also creates and relates.
        ///
        /// Django: `country.stamp_set`.
        pub fn stamp_set(&self) -> qs::RelatedSet<relations::CountryToStamp> {
            qs::related_set(self)
        }

        /// The rows of [`match_()`](fn@match_), as a query set that also creates and relates.
        ///
        /// Django: `country.match`.
        pub fn match_(&self) -> qs::RelatedSet<relations::CountryToMatch> {
            qs::related_set(self)
        }
    }

    /// The relations of [`Country`](super::Country) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`type_()`](fn@super::type_).
        pub enum CountryToType {}

        impl qs::Relation for CountryToType {
            type Model = super::super::Country;
            type Target = super::super::Country;
            type Key = super::super::country::columns::CountryId;
            type Null = qs::Nullable;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for CountryToType {
            type Column = super::columns::CountryTypeId;
        }

        /// The relation of [`stamp()`](fn@super::stamp).
        pub enum CountryToStamp {}

        impl qs::Relation for CountryToStamp {
            type Model = super::super::Country;
            type Target = super::super::Stamp;
            type Key = super::super::stamp::columns::StampId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for CountryToStamp {
            type Order = qs::Ordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::stamp::StampCreate;
        }

        /// The relation of [`match_()`](fn@super::match_).
        pub enum CountryToMatch {}

        impl qs::Relation for CountryToMatch {
            type Model = super::super::Country;
            type Target = super::super::Country;
            type Key = super::super::country::columns::CountryId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 2;
        }

        impl qs::ToMany for CountryToMatch {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::Nullable>;
            type Create = super::super::country::CountryCreate;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Country {
            /// Begins a new row, which needs `code`: `save(&db)` writes it.
            ///
            /// Django: `Country.objects.create(…)`. SQL: `INSERT INTO blog_country …`.
            pub fn create() -> CountryCreate {
                CountryCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Country`](super::super::Country) that was not written yet, begun by
        /// [`create`](super::super::Country::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct CountryCreate<S = (qs::Missing<super::columns::CountryCode>,)> {
            new: qs::New<super::super::Country>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for CountryCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for CountryCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for CountryCreate<S> {
            type Model = super::super::Country;

            fn of(new: qs::New<super::super::Country>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Code> qs::NewRow for CountryCreate<(Code,)>
        where
            Code: qs::Provided,
        {
            type Model = super::super::Country;

            fn row(self) -> qs::New<super::super::Country> {
                self.new
            }
        }

        impl<Code> CountryCreate<(Code,)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                CountryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`code`](const@super::code).
            pub fn code(
                self,
                value: impl qs::Input<qs::kind::Integer<u32>, qs::NotNull>,
            ) -> CountryCreate<(qs::Given,)> {
                CountryCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`type_id`](const@super::type_id). Without it: `NULL`.
            pub fn type_id(self, value: impl qs::Input<qs::kind::Integer, qs::Nullable>) -> Self {
                CountryCreate { new: self.new.given(2, value), state: self.state }
            }

            /// Sets [`type_id`](const@super::type_id) to the key of an instance, or to `NULL`.
            pub fn type_<'i>(
                self,
                instance: impl Into<::core::option::Option<&'i super::super::Country>>,
            ) -> Self {
                CountryCreate {
                    new: self.new.set_to_some(2, instance, 0, qs::ValueType::Int),
                    state: self.state,
                }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Country>
            where
                Code: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Country>
            where
                Code: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Country`](super::Country).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Country",
            "label": "blog.Country",
            "table": "blog_country",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"code","type":"PositiveInteger","unique":true},
                {"name":"type_id","field":"type","type":"BigAuto","null":true,"references":{"model":0,"column":"id","on_delete":"DoNothing","constraint":"blog_country_type_id_31c9f112_fk_blog_country_id"}}
            ],
            "relations": [
                {"name":"type","target":0,"null":true,"forward":true,"from":"type_id","to":"id"},
                {"name":"stamp","target":1,"null":true,"many":true,"from":"code","to":"country_id"},
                {"name":"match","target":0,"null":true,"many":true,"from":"id","to":"type_id"}
            ],
            "pointers": [
                [1,2],
                [0,2]
            ],
            "indexes": [
                {"name":"blog_country_type_id_31c9f112","columns":["type_id"],"kind":"ForeignKey"}
            ]
        }"#,
        &[&super::country::META, &super::stamp::META],
        &[],
        &[],
    );
}

// schema/blog/passport.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_passport`.
///
/// | | |
/// |---|---|
/// | Table | `blog_passport` |
/// | Primary key | [`person_id`](const@passport::person_id) |
/// | Ordering | `person` |
/// | Relations | [`person()`](fn@passport::person) to [`blog.Person`](Person) |
/// | Reverse | [`stamp()`](fn@passport::stamp) to [`blog.Stamp`](Stamp) |
/// | Declared | `schema/blog.toml` |
pub struct Passport {
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`passport::person_id`](const@passport::person_id).
    pub person_id: String,
}

impl Passport {
    /// Every row of `blog_passport`, as a query set, ordered by `person`.
    ///
    /// Django: `Passport.objects`.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Passport {
    const META: &'static qs::meta::Model = &passport::META;
    type Key = qs::kind::Text;
    type KeyColumn = passport::columns::PassportPersonId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsGiven;
    type Fields = qs::Own<Self, passport::columns::PassportPersonId, String,
        qs::Nil
    >;
    type Row = (String,);

    fn of_fields((person_id,): Self::Row) -> Self {
        Self { person_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { person_id } = self;
        (person_id,)
    }
}

impl Clone for Passport {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Passport {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Passport {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Passport {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Passport {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Passport`]: its fields, its relations, and what [`Passport::create`] returns.
pub mod passport {
    use ::queryset::generated::in_model::*;

    pub use self::builder::PassportCreate;

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_passport.person_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | primary |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Passport.person_id")]
    pub const person_id: Expr<
        At<Root<super::Passport>, columns::PassportPersonId>,
        kind::Text,
    > = qs::column();

    /// All fields, for `values(passport::ALL)`.
    pub const ALL: AllFields<super::Passport> = AllFields::new();

    /// [`Passport`](super::Passport) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`person_id`](const@person_id) of the passport.
        pub person_id: Expr<At<P, columns::PassportPersonId>, kind::Text, P::Null>,
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
            person_id: qs::column(),
        };

        /// [`person()`](fn@person) of the passport.
        pub fn person(&self) -> super::person::Fields<Hop<P, relations::PassportToPerson>> {
            super::person::Fields::PATH
        }

        /// [`stamp()`](fn@stamp) of the passport.
        pub fn stamp(&self) -> super::stamp::Fields<Hop<P, relations::PassportToStamp>> {
            super::stamp::Fields::PATH
        }
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

    /// The columns of [`Passport`](super::Passport) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`person_id`](const@super::person_id).
        pub enum PassportPersonId {}

        impl qs::DeclaresColumn for PassportPersonId {
            type Is = qs::ColumnOf<super::super::Passport, 0, qs::kind::Text, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for PassportPersonId {}
    }

    /// The person that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row |
    /// | Join | `person_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `passport()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Passport.person")]
    pub fn person() -> super::person::Fields<Hop<
        Root<super::Passport>,
        relations::PassportToPerson,
    >> {
        super::person::Fields::PATH
    }

    /// Every [`blog.Stamp`](super::Stamp) whose `passport` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Stamp`](super::Stamp), many rows |
    /// | Join | `person_id` = `passport_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `passport()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Passport.stamp")]
    pub fn stamp() -> super::stamp::Fields<Hop<Root<super::Passport>, relations::PassportToStamp>> {
        super::stamp::Fields::PATH
    }

    impl super::Passport {
        /// Reads the row of [`person()`](fn@person).
        ///
        /// Django: `passport.person`.
        pub fn person<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::PassportToPerson>(self, db)
        }

        /// The rows of [`stamp()`](fn@stamp), as a query set that also creates and relates.
        ///
        /// Django: `passport.stamp_set`.
        pub fn stamp_set(&self) -> qs::RelatedSet<relations::PassportToStamp> {
            qs::related_set(self)
        }
    }

    /// The relations of [`Passport`](super::Passport) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`person()`](fn@super::person).
        pub enum PassportToPerson {}

        impl qs::Relation for PassportToPerson {
            type Model = super::super::Passport;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PassportToPerson {
            type Column = super::columns::PassportPersonId;
        }

        /// The relation of [`stamp()`](fn@super::stamp).
        pub enum PassportToStamp {}

        impl qs::Relation for PassportToStamp {
            type Model = super::super::Passport;
            type Target = super::super::Stamp;
            type Key = super::super::stamp::columns::StampId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for PassportToStamp {
            type Order = qs::Ordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::stamp::StampCreate<(
                qs::Given,
                qs::Missing<super::super::stamp::columns::StampNumber>,
            )>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Passport {
            /// Begins a new row, which needs `person_id`: `save(&db)` writes it.
            ///
            /// Django: `Passport.objects.create(…)`. SQL: `INSERT INTO blog_passport …`.
            pub fn create() -> PassportCreate {
                PassportCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Passport`](super::super::Passport) that was not written yet, begun by
        /// [`create`](super::super::Passport::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct PassportCreate<S = (qs::Missing<super::columns::PassportPersonId>,)> {
            new: qs::New<super::super::Passport>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for PassportCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for PassportCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for PassportCreate<S> {
            type Model = super::super::Passport;

            fn of(new: qs::New<super::super::Passport>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<PersonId> qs::NewRow for PassportCreate<(PersonId,)>
        where
            PersonId: qs::Provided,
        {
            type Model = super::super::Passport;

            fn row(self) -> qs::New<super::super::Passport> {
                self.new
            }
        }

        impl<PersonId> PassportCreate<(PersonId,)> {
            /// Sets [`person_id`](const@super::person_id).
            pub fn person_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> PassportCreate<(qs::Given,)> {
                PassportCreate { new: self.new.given(0, value), state: PhantomData }
            }

            /// Sets [`person_id`](const@super::person_id) to the key of an instance.
            pub fn person(self, instance: &super::super::Person) -> PassportCreate<(qs::Given,)> {
                PassportCreate { new: self.new.set_to(0, instance, 0), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Passport>
            where
                PersonId: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(
                self,
                db: impl qs::Executor<'d>,
            ) -> qs::Fetch<'d, super::super::Passport>
            where
                PersonId: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Passport`](super::Passport).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Passport",
            "label": "blog.Passport",
            "table": "blog_passport",
            "columns": [
                {"name":"person_id","field":"person","type":"Slug","primary_key":true,"unique":true,"max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_passport_person_id_9c0d6c1a_fk_blog_person_code"}}
            ],
            "relations": [
                {"name":"person","target":0,"forward":true,"from":"person_id","to":"code"},
                {"name":"stamp","target":1,"null":true,"many":true,"from":"person_id","to":"passport_id"}
            ],
            "pointers": [
                [1,1]
            ],
            "ordering": [
                {"path":"person"}
            ],
            "indexes": [
                {"name":"blog_passport_person_id_9c0d6c1a_like","columns":["person_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[&super::person::META, &super::stamp::META],
        &[],
        &[],
    );
}

// schema/blog/person.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_person`.
///
/// | | |
/// |---|---|
/// | Table | `blog_person` |
/// | Primary key | [`code`](const@person::code) |
/// | Relations | [`friends()`](fn@person::friends) to [`blog.Person`](Person), [`follows()`](fn@person::follows) to [`blog.Person`](Person), [`rivals()`](fn@person::rivals) to [`blog.Person`](Person), [`guests()`](fn@person::guests) to [`blog.Person`](Person) |
/// | Reverse | [`followers()`](fn@person::followers) to [`blog.Person`](Person), [`rivals_back()`](fn@person::rivals_back) to [`blog.Person`](Person), [`hosts()`](fn@person::hosts) to [`blog.Person`](Person), [`judged()`](fn@person::judged) to [`blog.Rivalry`](Rivalry), [`visits_as_host()`](fn@person::visits_as_host) to [`blog.Visit`](Visit), [`visits_as_guest()`](fn@person::visits_as_guest) to [`blog.Visit`](Visit), [`passport()`](fn@person::passport) to [`blog.Passport`](Passport) |
/// | Declared | `schema/blog.toml` |
pub struct Person {
    /// The primary key.
    ///
    /// Column: [`person::code`](const@person::code).
    pub code: String,
}

impl Person {
    /// Every row of `blog_person`, as a query set.
    ///
    /// Django: `Person.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Person {
    const META: &'static qs::meta::Model = &person::META;
    type Key = qs::kind::Text;
    type KeyColumn = person::columns::PersonCode;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsGiven;
    type Fields = qs::Own<Self, person::columns::PersonCode, String,
        qs::Nil
    >;
    type Row = (String,);

    fn of_fields((code,): Self::Row) -> Self {
        Self { code }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { code } = self;
        (code,)
    }
}

impl Clone for Person {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Person {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Person {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Person {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Person {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Person`]: its fields, its relations, and what [`Person::create`] returns.
pub mod person {
    use ::queryset::generated::in_model::*;

    pub use self::builder::PersonCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person.code`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | primary |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.code")]
    pub const code: Expr<At<Root<super::Person>, columns::PersonCode>, kind::Text> = qs::column();

    /// All fields, for `values(person::ALL)`.
    pub const ALL: AllFields<super::Person> = AllFields::new();

    /// [`Person`](super::Person) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`code`](const@code) of the person.
        pub code: Expr<At<P, columns::PersonCode>, kind::Text, P::Null>,
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
            code: qs::column(),
        };

        /// [`friends()`](fn@friends) of the person.
        pub fn friends(&self) -> super::person::Fields<Hop<P, relations::PersonToFriends>> {
            super::person::Fields::PATH
        }

        /// [`follows()`](fn@follows) of the person.
        pub fn follows(&self) -> super::person::Fields<Hop<P, relations::PersonToFollows>> {
            super::person::Fields::PATH
        }

        /// [`rivals()`](fn@rivals) of the person.
        pub fn rivals(&self) -> super::person::Fields<Hop<P, relations::PersonToRivals>> {
            super::person::Fields::PATH
        }

        /// [`guests()`](fn@guests) of the person.
        pub fn guests(&self) -> super::person::Fields<Hop<P, relations::PersonToGuests>> {
            super::person::Fields::PATH
        }

        /// [`followers()`](fn@followers) of the person.
        pub fn followers(&self) -> super::person::Fields<Hop<P, relations::PersonToFollowers>> {
            super::person::Fields::PATH
        }

        /// [`rivals_back()`](fn@rivals_back) of the person.
        pub fn rivals_back(&self) -> super::person::Fields<Hop<P, relations::PersonToRivalsBack>> {
            super::person::Fields::PATH
        }

        /// [`hosts()`](fn@hosts) of the person.
        pub fn hosts(&self) -> super::person::Fields<Hop<P, relations::PersonToHosts>> {
            super::person::Fields::PATH
        }

        /// [`judged()`](fn@judged) of the person.
        pub fn judged(&self) -> super::rivalry::Fields<Hop<P, relations::PersonToJudged>> {
            super::rivalry::Fields::PATH
        }

        /// [`visits_as_host()`](fn@visits_as_host) of the person.
        pub fn visits_as_host(&self) -> super::visit::Fields<Hop<
            P,
            relations::PersonToVisitsAsHost,
        >> {
            super::visit::Fields::PATH
        }

        /// [`visits_as_guest()`](fn@visits_as_guest) of the person.
        pub fn visits_as_guest(&self) -> super::visit::Fields<Hop<
            P,
            relations::PersonToVisitsAsGuest,
        >> {
            super::visit::Fields::PATH
        }

        /// [`passport()`](fn@passport) of the person.
        pub fn passport(&self) -> super::passport::Fields<Hop<P, relations::PersonToPassport>> {
            super::passport::Fields::PATH
        }
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

    /// The columns of [`Person`](super::Person) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`code`](const@super::code).
        pub enum PersonCode {}

        impl qs::DeclaresColumn for PersonCode {
            type Is = qs::ColumnOf<super::super::Person, 0, qs::kind::Text, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for PersonCode {}
    }

    /// Its friends.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_person_friends.from_person_id`, `blog_person_friends.to_person_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | itself |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.friends")]
    pub fn friends() -> super::person::Fields<Hop<
        Root<super::Person>,
        relations::PersonToFriends,
    >> {
        super::person::Fields::PATH
    }

    /// Its follows.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_person_follows.from_person_id`, `blog_person_follows.to_person_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `followers()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.follows")]
    pub fn follows() -> super::person::Fields<Hop<
        Root<super::Person>,
        relations::PersonToFollows,
    >> {
        super::person::Fields::PATH
    }

    /// Its rivals.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_rivalry.other_id`, `blog_rivalry.one_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `rivals_back()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.rivals")]
    pub fn rivals() -> super::person::Fields<Hop<Root<super::Person>, relations::PersonToRivals>> {
        super::person::Fields::PATH
    }

    /// Its guests.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_visit.host_id`, `blog_visit.guest_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `hosts()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.guests")]
    pub fn guests() -> super::person::Fields<Hop<Root<super::Person>, relations::PersonToGuests>> {
        super::person::Fields::PATH
    }

    /// Every [`blog.Person`](super::Person) whose `follows` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_person_follows.to_person_id`, `blog_person_follows.from_person_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `follows()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.followers")]
    pub fn followers() -> super::person::Fields<Hop<
        Root<super::Person>,
        relations::PersonToFollowers,
    >> {
        super::person::Fields::PATH
    }

    /// Every [`blog.Person`](super::Person) whose `rivals` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_rivalry.one_id`, `blog_rivalry.other_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `rivals()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.rivals_back")]
    pub fn rivals_back() -> super::person::Fields<Hop<
        Root<super::Person>,
        relations::PersonToRivalsBack,
    >> {
        super::person::Fields::PATH
    }

    /// Every [`blog.Person`](super::Person) whose `guests` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), many rows, which others share |
    /// | Join | `code` = `blog_visit.guest_id`, `blog_visit.host_id` = `code` |
    /// | Null | yes: there may be no row |
    /// | Way back | `guests()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.hosts")]
    pub fn hosts() -> super::person::Fields<Hop<Root<super::Person>, relations::PersonToHosts>> {
        super::person::Fields::PATH
    }

    /// Every [`blog.Rivalry`](super::Rivalry) whose `judge` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Rivalry`](super::Rivalry), many rows |
    /// | Join | `code` = `judge_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `protect` |
    /// | Way back | `judge()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.judged")]
    pub fn judged() -> super::rivalry::Fields<Hop<Root<super::Person>, relations::PersonToJudged>> {
        super::rivalry::Fields::PATH
    }

    /// Every [`blog.Visit`](super::Visit) whose `host` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Visit`](super::Visit), many rows |
    /// | Join | `code` = `host_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `host()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.visits_as_host")]
    pub fn visits_as_host() -> super::visit::Fields<Hop<
        Root<super::Person>,
        relations::PersonToVisitsAsHost,
    >> {
        super::visit::Fields::PATH
    }

    /// Every [`blog.Visit`](super::Visit) whose `guest` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Visit`](super::Visit), many rows |
    /// | Join | `code` = `guest_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `guest()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.visits_as_guest")]
    pub fn visits_as_guest() -> super::visit::Fields<Hop<
        Root<super::Person>,
        relations::PersonToVisitsAsGuest,
    >> {
        super::visit::Fields::PATH
    }

    /// The [`blog.Passport`](super::Passport) whose `person` it is.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Passport`](super::Passport), one row |
    /// | Join | `code` = `person_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `person()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Person.passport")]
    pub fn passport() -> super::passport::Fields<Hop<
        Root<super::Person>,
        relations::PersonToPassport,
    >> {
        super::passport::Fields::PATH
    }

    impl super::Person {
        /// The rows of [`friends()`](fn@friends), as a query set that also creates and relates.
        ///
        /// Django: `person.friends`.
        pub fn friends(&self) -> qs::RelatedSet<relations::PersonToFriends> {
            qs::related_set(self)
        }

        /// The rows of [`follows()`](fn@follows), as a query set that also creates and relates.
        ///
        /// Django: `person.follows`.
        pub fn follows(&self) -> qs::RelatedSet<relations::PersonToFollows> {
            qs::related_set(self)
        }

        /// The rows of [`rivals()`](fn@rivals), as a query set that also creates and relates.
        ///
        /// Django: `person.rivals`.
        pub fn rivals(&self) -> qs::RelatedSet<relations::PersonToRivals> {
            qs::related_set(self)
        }

        /// The rows of [`guests()`](fn@guests), as a query set that also creates and relates.
        ///
        /// Django: `person.guests`.
        pub fn guests(&self) -> qs::RelatedSet<relations::PersonToGuests> {
            qs::related_set(self)
        }

        /// The rows of [`followers()`](fn@followers), as a query set that also creates and relates.
        ///
        /// Django: `person.followers`.
        pub fn followers(&self) -> qs::RelatedSet<relations::PersonToFollowers> {
            qs::related_set(self)
        }

        /// The rows of [`rivals_back()`](fn@rivals_back), as a query set that also creates and relates.
        ///
        /// Django: `person.rivals_back`.
        pub fn rivals_back(&self) -> qs::RelatedSet<relations::PersonToRivalsBack> {
            qs::related_set(self)
        }

        /// The rows of [`hosts()`](fn@hosts), as a query set that also creates and relates.
        ///
        /// Django: `person.hosts`.
        pub fn hosts(&self) -> qs::RelatedSet<relations::PersonToHosts> {
            qs::related_set(self)
        }

        /// The rows of [`judged()`](fn@judged), as a query set that also creates and relates.
        ///
        /// Django: `person.judged`.
        pub fn judged(&self) -> qs::RelatedSet<relations::PersonToJudged> {
            qs::related_set(self)
        }

        /// The rows of [`visits_as_host()`](fn@visits_as_host), as a query set that also creates and relates.
        ///
        /// Django: `person.visits_as_host`.
        pub fn visits_as_host(&self) -> qs::RelatedSet<relations::PersonToVisitsAsHost> {
            qs::related_set(self)
        }

        /// The rows of [`visits_as_guest()`](fn@visits_as_guest), as a query set that also creates and relates.
        ///
        /// Django: `person.visits_as_guest`.
        pub fn visits_as_guest(&self) -> qs::RelatedSet<relations::PersonToVisitsAsGuest> {
            qs::related_set(self)
        }

        /// Reads the row of [`passport()`](fn@passport); `None` when there is none.
        ///
        /// Django: `person.passport`.
        pub fn passport<'d>(
            &self,
            db: impl qs::Executor<'d>,
        ) -> qs::Fetch<'d, Option<super::Passport>> {
            qs::related_row::<relations::PersonToPassport>(self, db)
        }
    }

    /// The relations of [`Person`](super::Person) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`friends()`](fn@super::friends).
        pub enum PersonToFriends {}

        impl qs::Relation for PersonToFriends {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 0;
        }

        impl qs::ToMany for PersonToFriends {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<qs::New<super::super::PersonFriends>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`follows()`](fn@super::follows).
        pub enum PersonToFollows {}

        impl qs::Relation for PersonToFollows {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for PersonToFollows {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<qs::New<super::super::PersonFollows>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`rivals()`](fn@super::rivals).
        pub enum PersonToRivals {}

        impl qs::Relation for PersonToRivals {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 2;
        }

        impl qs::ToMany for PersonToRivals {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<super::super::rivalry::RivalryCreate<(
                qs::Given,
                qs::Given,
                qs::Missing<super::super::rivalry::columns::RivalryJudgeId>,
            )>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`guests()`](fn@super::guests).
        pub enum PersonToGuests {}

        impl qs::Relation for PersonToGuests {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 3;
        }

        impl qs::ToMany for PersonToGuests {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<super::super::visit::VisitCreate<(qs::Given, qs::Given)>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`followers()`](fn@super::followers).
        pub enum PersonToFollowers {}

        impl qs::Relation for PersonToFollowers {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 4;
        }

        impl qs::ToMany for PersonToFollowers {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<qs::New<super::super::PersonFollows>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`rivals_back()`](fn@super::rivals_back).
        pub enum PersonToRivalsBack {}

        impl qs::Relation for PersonToRivalsBack {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 5;
        }

        impl qs::ToMany for PersonToRivalsBack {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<super::super::rivalry::RivalryCreate<(
                qs::Given,
                qs::Given,
                qs::Missing<super::super::rivalry::columns::RivalryJudgeId>,
            )>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`hosts()`](fn@super::hosts).
        pub enum PersonToHosts {}

        impl qs::Relation for PersonToHosts {
            type Model = super::super::Person;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 6;
        }

        impl qs::ToMany for PersonToHosts {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<super::super::visit::VisitCreate<(qs::Given, qs::Given)>>;
            type Create = super::super::person::PersonCreate;
        }

        /// The relation of [`judged()`](fn@super::judged).
        pub enum PersonToJudged {}

        impl qs::Relation for PersonToJudged {
            type Model = super::super::Person;
            type Target = super::super::Rivalry;
            type Key = super::super::rivalry::columns::RivalryId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 7;
        }

        impl qs::ToMany for PersonToJudged {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::rivalry::RivalryCreate<(
                qs::Missing<super::super::rivalry::columns::RivalryOneId>,
                qs::Missing<super::super::rivalry::columns::RivalryOtherId>,
                qs::Given,
            )>;
        }

        /// The relation of [`visits_as_host()`](fn@super::visits_as_host).
        pub enum PersonToVisitsAsHost {}

        impl qs::Relation for PersonToVisitsAsHost {
            type Model = super::super::Person;
            type Target = super::super::Visit;
            type Key = super::super::visit::columns::VisitId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 8;
        }

        impl qs::ToMany for PersonToVisitsAsHost {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::visit::VisitCreate<(
                qs::Given,
                qs::Missing<super::super::visit::columns::VisitGuestId>,
            )>;
        }

        /// The relation of [`visits_as_guest()`](fn@super::visits_as_guest).
        pub enum PersonToVisitsAsGuest {}

        impl qs::Relation for PersonToVisitsAsGuest {
            type Model = super::super::Person;
            type Target = super::super::Visit;
            type Key = super::super::visit::columns::VisitId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 9;
        }

        impl qs::ToMany for PersonToVisitsAsGuest {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::visit::VisitCreate<(
                qs::Missing<super::super::visit::columns::VisitHostId>,
                qs::Given,
            )>;
        }

        /// The relation of [`passport()`](fn@super::passport).
        pub enum PersonToPassport {}

        impl qs::Relation for PersonToPassport {
            type Model = super::super::Person;
            type Target = super::super::Passport;
            type Key = super::super::passport::columns::PassportPersonId;
            type Null = qs::Nullable;
            type Card = qs::One;
            const AT: usize = 10;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Person {
            /// Begins a new row, which needs `code`: `save(&db)` writes it.
            ///
            /// Django: `Person.objects.create(…)`. SQL: `INSERT INTO blog_person …`.
            pub fn create() -> PersonCreate {
                PersonCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Person`](super::super::Person) that was not written yet, begun by
        /// [`create`](super::super::Person::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct PersonCreate<S = (qs::Missing<super::columns::PersonCode>,)> {
            new: qs::New<super::super::Person>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for PersonCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for PersonCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for PersonCreate<S> {
            type Model = super::super::Person;

            fn of(new: qs::New<super::super::Person>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Code> qs::NewRow for PersonCreate<(Code,)>
        where
            Code: qs::Provided,
        {
            type Model = super::super::Person;

            fn row(self) -> qs::New<super::super::Person> {
                self.new
            }
        }

        impl<Code> PersonCreate<(Code,)> {
            /// Sets [`code`](const@super::code).
            pub fn code(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> PersonCreate<(qs::Given,)> {
                PersonCreate { new: self.new.given(0, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Person>
            where
                Code: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Person>
            where
                Code: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Person`](super::Person).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Person",
            "label": "blog.Person",
            "table": "blog_person",
            "columns": [
                {"name":"code","type":"Slug","primary_key":true,"unique":true,"max_length":50}
            ],
            "relations": [
                {"name":"friends","target":0,"null":true,"many":true,"forward":true,"symmetrical":true,"from":"code","to":"code","through":{"model":1,"from":"from_person_id","to":"to_person_id"}},
                {"name":"follows","target":0,"null":true,"many":true,"forward":true,"from":"code","to":"code","through":{"model":2,"from":"from_person_id","to":"to_person_id"}},
                {"name":"rivals","target":0,"null":true,"many":true,"forward":true,"from":"code","to":"code","through":{"model":3,"from":"other_id","to":"one_id"}},
                {"name":"guests","target":0,"null":true,"many":true,"forward":true,"from":"code","to":"code","through":{"model":4,"from":"host_id","to":"guest_id"}},
                {"name":"followers","target":0,"null":true,"many":true,"from":"code","to":"code","through":{"model":2,"from":"to_person_id","to":"from_person_id"}},
                {"name":"rivals_back","target":0,"null":true,"many":true,"from":"code","to":"code","through":{"model":3,"from":"one_id","to":"other_id"}},
                {"name":"hosts","target":0,"null":true,"many":true,"from":"code","to":"code","through":{"model":4,"from":"guest_id","to":"host_id"}},
                {"name":"judged","target":3,"null":true,"many":true,"from":"code","to":"judge_id"},
                {"name":"visits_as_host","target":4,"null":true,"many":true,"from":"code","to":"host_id"},
                {"name":"visits_as_guest","target":4,"null":true,"many":true,"from":"code","to":"guest_id"},
                {"name":"passport","target":5,"null":true,"from":"code","to":"person_id"}
            ],
            "pointers": [
                [1,1],
                [1,2],
                [2,1],
                [2,2],
                [3,1],
                [3,2],
                [3,3],
                [4,1],
                [4,2],
                [5,0]
            ],
            "indexes": [
                {"name":"blog_person_code_d87a394f_like","columns":["code"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[
            &super::person::META,
            &super::person_friends::META,
            &super::person_follows::META,
            &super::rivalry::META,
            &super::visit::META,
            &super::passport::META,
        ],
        &[],
        &[],
    );
}

// schema/blog/person_follows.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// One pair of `Person.follows`: a row of the table that the field makes.
///
/// | | |
/// |---|---|
/// | Table | `blog_person_follows` |
/// | Primary key | [`id`](const@person_follows::id) |
/// | Relations | [`from_person()`](fn@person_follows::from_person) to [`blog.Person`](Person), [`to_person()`](fn@person_follows::to_person) to [`blog.Person`](Person) |
/// | Declared | `schema/blog.toml` |
pub struct PersonFollows {
    /// The primary key.
    ///
    /// Column: [`person_follows::id`](const@person_follows::id).
    pub id: i64,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`person_follows::from_person_id`](const@person_follows::from_person_id).
    pub from_person_id: String,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`person_follows::to_person_id`](const@person_follows::to_person_id).
    pub to_person_id: String,
}

impl PersonFollows {
    /// Every row of `blog_person_follows`, as a query set.
    ///
    /// Django: `PersonFollows.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }

    /// A new row, with the keys of both sides: `save(&db)` writes it, as `bulk_create` does several.
    ///
    /// Django: `PersonFollows.objects.create(…)`. SQL: `INSERT INTO blog_person_follows …`.
    pub fn create(
        from_person_id: impl qs::Input<qs::kind::Text, qs::NotNull>,
        to_person_id: impl qs::Input<qs::kind::Text, qs::NotNull>,
    ) -> qs::New<Self> {
        qs::New::new().given(1, from_person_id).given(2, to_person_id)
    }
}

impl qs::Model for PersonFollows {
    const META: &'static qs::meta::Model = &person_follows::META;
    type Key = qs::kind::Integer;
    type KeyColumn = person_follows::columns::PersonFollowsId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, person_follows::columns::PersonFollowsId, i64,
        qs::Own<Self, person_follows::columns::PersonFollowsFromPersonId, String,
            qs::Own<Self, person_follows::columns::PersonFollowsToPersonId, String,
                qs::Nil
    >>>;
    type Row = (i64, String, String);

    fn of_fields((id, from_person_id, to_person_id): Self::Row) -> Self {
        Self { id, from_person_id, to_person_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, from_person_id, to_person_id } = self;
        (id, from_person_id, to_person_id)
    }
}

impl Clone for PersonFollows {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for PersonFollows {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for PersonFollows {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

impl qs::UniqueTogether<(
    person_follows::columns::PersonFollowsFromPersonId,
    person_follows::columns::PersonFollowsToPersonId,
)> for PersonFollows {}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for PersonFollows {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for PersonFollows {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`PersonFollows`]: its fields and its relations.
pub mod person_follows {
    use ::queryset::generated::in_model::*;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_follows.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFollows.id")]
    pub const id: Expr<
        At<Root<super::PersonFollows>, columns::PersonFollowsId>,
        kind::Integer,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_follows.from_person_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFollows.from_person_id")]
    pub const from_person_id: Expr<
        At<Root<super::PersonFollows>, columns::PersonFollowsFromPersonId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_follows.to_person_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFollows.to_person_id")]
    pub const to_person_id: Expr<
        At<Root<super::PersonFollows>, columns::PersonFollowsToPersonId>,
        kind::Text,
    > = qs::column();

    /// All fields, for `values(person_follows::ALL)`.
    pub const ALL: AllFields<super::PersonFollows> = AllFields::new();

    /// The columns of [`PersonFollows`](super::PersonFollows) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum PersonFollowsId {}

        impl qs::DeclaresColumn for PersonFollowsId {
            type Is = qs::ColumnOf<
                super::super::PersonFollows,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for PersonFollowsId {}

        /// The column of [`from_person_id`](const@super::from_person_id).
        pub enum PersonFollowsFromPersonId {}

        impl qs::DeclaresColumn for PersonFollowsFromPersonId {
            type Is = qs::ColumnOf<super::super::PersonFollows, 1, qs::kind::Text>;
        }

        /// The column of [`to_person_id`](const@super::to_person_id).
        pub enum PersonFollowsToPersonId {}

        impl qs::DeclaresColumn for PersonFollowsToPersonId {
            type Is = qs::ColumnOf<super::super::PersonFollows, 2, qs::kind::Text>;
        }
    }

    /// The from person that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `from_person_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFollows.from_person")]
    pub fn from_person() -> super::person::Fields<Hop<
        Root<super::PersonFollows>,
        relations::PersonFollowsToFromPerson,
    >> {
        super::person::Fields::PATH
    }

    /// The to person that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `to_person_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFollows.to_person")]
    pub fn to_person() -> super::person::Fields<Hop<
        Root<super::PersonFollows>,
        relations::PersonFollowsToToPerson,
    >> {
        super::person::Fields::PATH
    }

    impl super::PersonFollows {
        /// Reads the row of [`from_person()`](fn@from_person).
        ///
        /// Django: `pair.from_person`.
        pub fn from_person<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::PersonFollowsToFromPerson>(self, db)
        }

        /// Reads the row of [`to_person()`](fn@to_person).
        ///
        /// Django: `pair.to_person`.
        pub fn to_person<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::PersonFollowsToToPerson>(self, db)
        }
    }

    /// The relations of [`PersonFollows`](super::PersonFollows) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`from_person()`](fn@super::from_person).
        pub enum PersonFollowsToFromPerson {}

        impl qs::Relation for PersonFollowsToFromPerson {
            type Model = super::super::PersonFollows;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PersonFollowsToFromPerson {
            type Column = super::columns::PersonFollowsFromPersonId;
        }

        /// The relation of [`to_person()`](fn@super::to_person).
        pub enum PersonFollowsToToPerson {}

        impl qs::Relation for PersonFollowsToToPerson {
            type Model = super::super::PersonFollows;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PersonFollowsToToPerson {
            type Column = super::columns::PersonFollowsToPersonId;
        }
    }

    /// What the schema says about [`PersonFollows`](super::PersonFollows).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "PersonFollows",
            "label": "blog.Person_follows",
            "table": "blog_person_follows",
            "auto_created": true,
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"from_person_id","field":"from_person","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade"}},
                {"name":"to_person_id","field":"to_person","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade"}}
            ],
            "relations": [
                {"name":"from_person","target":0,"forward":true,"from":"from_person_id","to":"code"},
                {"name":"to_person","target":0,"forward":true,"from":"to_person_id","to":"code"}
            ],
            "indexes": [
                {"name":"blog_person_follows_from_person_id_to_person_id_59c669e9_uniq","columns":["from_person_id","to_person_id"],"kind":"UniqueTogether"},
                {"name":"blog_person_follows_from_person_id_cfa6c993","columns":["from_person_id"],"kind":"ForeignKey"},
                {"name":"blog_person_follows_from_person_id_cfa6c993_like","columns":["from_person_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}},
                {"name":"blog_person_follows_to_person_id_f37cb230","columns":["to_person_id"],"kind":"ForeignKey"},
                {"name":"blog_person_follows_to_person_id_f37cb230_like","columns":["to_person_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[&super::person::META],
        &[],
        &[],
    );
}

// schema/blog/person_friends.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// One pair of `Person.friends`: a row of the table that the field makes.
///
/// | | |
/// |---|---|
/// | Table | `blog_person_friends` |
/// | Primary key | [`id`](const@person_friends::id) |
/// | Relations | [`from_person()`](fn@person_friends::from_person) to [`blog.Person`](Person), [`to_person()`](fn@person_friends::to_person) to [`blog.Person`](Person) |
/// | Declared | `schema/blog.toml` |
pub struct PersonFriends {
    /// The primary key.
    ///
    /// Column: [`person_friends::id`](const@person_friends::id).
    pub id: i64,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`person_friends::from_person_id`](const@person_friends::from_person_id).
    pub from_person_id: String,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`person_friends::to_person_id`](const@person_friends::to_person_id).
    pub to_person_id: String,
}

impl PersonFriends {
    /// Every row of `blog_person_friends`, as a query set.
    ///
    /// Django: `PersonFriends.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }

    /// A new row, with the keys of both sides: `save(&db)` writes it, as `bulk_create` does several.
    ///
    /// Django: `PersonFriends.objects.create(…)`. SQL: `INSERT INTO blog_person_friends …`.
    pub fn create(
        from_person_id: impl qs::Input<qs::kind::Text, qs::NotNull>,
        to_person_id: impl qs::Input<qs::kind::Text, qs::NotNull>,
    ) -> qs::New<Self> {
        qs::New::new().given(1, from_person_id).given(2, to_person_id)
    }
}

impl qs::Model for PersonFriends {
    const META: &'static qs::meta::Model = &person_friends::META;
    type Key = qs::kind::Integer;
    type KeyColumn = person_friends::columns::PersonFriendsId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, person_friends::columns::PersonFriendsId, i64,
        qs::Own<Self, person_friends::columns::PersonFriendsFromPersonId, String,
            qs::Own<Self, person_friends::columns::PersonFriendsToPersonId, String,
                qs::Nil
    >>>;
    type Row = (i64, String, String);

    fn of_fields((id, from_person_id, to_person_id): Self::Row) -> Self {
        Self { id, from_person_id, to_person_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, from_person_id, to_person_id } = self;
        (id, from_person_id, to_person_id)
    }
}

impl Clone for PersonFriends {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for PersonFriends {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for PersonFriends {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

impl qs::UniqueTogether<(
    person_friends::columns::PersonFriendsFromPersonId,
    person_friends::columns::PersonFriendsToPersonId,
)> for PersonFriends {}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for PersonFriends {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for PersonFriends {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`PersonFriends`]: its fields and its relations.
pub mod person_friends {
    use ::queryset::generated::in_model::*;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_friends.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFriends.id")]
    pub const id: Expr<
        At<Root<super::PersonFriends>, columns::PersonFriendsId>,
        kind::Integer,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_friends.from_person_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFriends.from_person_id")]
    pub const from_person_id: Expr<
        At<Root<super::PersonFriends>, columns::PersonFriendsFromPersonId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_person_friends.to_person_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFriends.to_person_id")]
    pub const to_person_id: Expr<
        At<Root<super::PersonFriends>, columns::PersonFriendsToPersonId>,
        kind::Text,
    > = qs::column();

    /// All fields, for `values(person_friends::ALL)`.
    pub const ALL: AllFields<super::PersonFriends> = AllFields::new();

    /// The columns of [`PersonFriends`](super::PersonFriends) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum PersonFriendsId {}

        impl qs::DeclaresColumn for PersonFriendsId {
            type Is = qs::ColumnOf<
                super::super::PersonFriends,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for PersonFriendsId {}

        /// The column of [`from_person_id`](const@super::from_person_id).
        pub enum PersonFriendsFromPersonId {}

        impl qs::DeclaresColumn for PersonFriendsFromPersonId {
            type Is = qs::ColumnOf<super::super::PersonFriends, 1, qs::kind::Text>;
        }

        /// The column of [`to_person_id`](const@super::to_person_id).
        pub enum PersonFriendsToPersonId {}

        impl qs::DeclaresColumn for PersonFriendsToPersonId {
            type Is = qs::ColumnOf<super::super::PersonFriends, 2, qs::kind::Text>;
        }
    }

    /// The from person that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `from_person_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFriends.from_person")]
    pub fn from_person() -> super::person::Fields<Hop<
        Root<super::PersonFriends>,
        relations::PersonFriendsToFromPerson,
    >> {
        super::person::Fields::PATH
    }

    /// The to person that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `to_person_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "PersonFriends.to_person")]
    pub fn to_person() -> super::person::Fields<Hop<
        Root<super::PersonFriends>,
        relations::PersonFriendsToToPerson,
    >> {
        super::person::Fields::PATH
    }

    impl super::PersonFriends {
        /// Reads the row of [`from_person()`](fn@from_person).
        ///
        /// Django: `pair.from_person`.
        pub fn from_person<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::PersonFriendsToFromPerson>(self, db)
        }

        /// Reads the row of [`to_person()`](fn@to_person).
        ///
        /// Django: `pair.to_person`.
        pub fn to_person<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::PersonFriendsToToPerson>(self, db)
        }
    }

    /// The relations of [`PersonFriends`](super::PersonFriends) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`from_person()`](fn@super::from_person).
        pub enum PersonFriendsToFromPerson {}

        impl qs::Relation for PersonFriendsToFromPerson {
            type Model = super::super::PersonFriends;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PersonFriendsToFromPerson {
            type Column = super::columns::PersonFriendsFromPersonId;
        }

        /// The relation of [`to_person()`](fn@super::to_person).
        pub enum PersonFriendsToToPerson {}

        impl qs::Relation for PersonFriendsToToPerson {
            type Model = super::super::PersonFriends;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PersonFriendsToToPerson {
            type Column = super::columns::PersonFriendsToPersonId;
        }
    }

    /// What the schema says about [`PersonFriends`](super::PersonFriends).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "PersonFriends",
            "label": "blog.Person_friends",
            "table": "blog_person_friends",
            "auto_created": true,
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"from_person_id","field":"from_person","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_person_friends_from_person_id_ccb9d1cb_fk_blog_person_code"}},
                {"name":"to_person_id","field":"to_person","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_person_friends_to_person_id_f2506281_fk_blog_person_code"}}
            ],
            "relations": [
                {"name":"from_person","target":0,"forward":true,"from":"from_person_id","to":"code"},
                {"name":"to_person","target":0,"forward":true,"from":"to_person_id","to":"code"}
            ],
            "indexes": [
                {"name":"blog_person_friends_from_person_id_to_person_id_b0f0a082_uniq","columns":["from_person_id","to_person_id"],"kind":"UniqueTogether"},
                {"name":"blog_person_friends_from_person_id_ccb9d1cb","columns":["from_person_id"],"kind":"ForeignKey"},
                {"name":"blog_person_friends_from_person_id_ccb9d1cb_like","columns":["from_person_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}},
                {"name":"blog_person_friends_to_person_id_f2506281","columns":["to_person_id"],"kind":"ForeignKey"},
                {"name":"blog_person_friends_to_person_id_f2506281_like","columns":["to_person_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[&super::person::META],
        &[],
        &[],
    );
}

// schema/blog/rivalry.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_rivalry`.
///
/// | | |
/// |---|---|
/// | Table | `blog_rivalry` |
/// | Primary key | [`id`](const@rivalry::id) |
/// | Relations | [`one()`](fn@rivalry::one) to [`blog.Person`](Person), [`other()`](fn@rivalry::other) to [`blog.Person`](Person), [`judge()`](fn@rivalry::judge) to [`blog.Person`](Person) |
/// | Declared | `schema/blog.toml` |
pub struct Rivalry {
    /// The primary key.
    ///
    /// Column: [`rivalry::id`](const@rivalry::id).
    pub id: i64,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`rivalry::one_id`](const@rivalry::one_id).
    pub one_id: String,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`rivalry::other_id`](const@rivalry::other_id).
    pub other_id: String,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`rivalry::judge_id`](const@rivalry::judge_id).
    pub judge_id: String,
}

impl Rivalry {
    /// Every row of `blog_rivalry`, as a query set.
    ///
    /// Django: `Rivalry.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Rivalry {
    const META: &'static qs::meta::Model = &rivalry::META;
    type Key = qs::kind::Integer;
    type KeyColumn = rivalry::columns::RivalryId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, rivalry::columns::RivalryId, i64,
        qs::Own<Self, rivalry::columns::RivalryOneId, String,
            qs::Own<Self, rivalry::columns::RivalryOtherId, String,
                qs::Own<Self, rivalry::columns::RivalryJudgeId, String,
                    qs::Nil
    >>>>;
    type Row = (i64, String, String, String);

    fn of_fields((id, one_id, other_id, judge_id): Self::Row) -> Self {
        Self { id, one_id, other_id, judge_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, one_id, other_id, judge_id } = self;
        (id, one_id, other_id, judge_id)
    }
}

impl Clone for Rivalry {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Rivalry {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Rivalry {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Rivalry {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Rivalry {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Rivalry`]: its fields, its relations, and what [`Rivalry::create`] returns.
pub mod rivalry {
    use ::queryset::generated::in_model::*;

    pub use self::builder::RivalryCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_rivalry.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.id")]
    pub const id: Expr<At<Root<super::Rivalry>, columns::RivalryId>, kind::Integer> = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_rivalry.one_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.one_id")]
    pub const one_id: Expr<
        At<Root<super::Rivalry>, columns::RivalryOneId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_rivalry.other_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.other_id")]
    pub const other_id: Expr<
        At<Root<super::Rivalry>, columns::RivalryOtherId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_rivalry.judge_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.judge_id")]
    pub const judge_id: Expr<
        At<Root<super::Rivalry>, columns::RivalryJudgeId>,
        kind::Text,
    > = qs::column();

    /// All fields, for `values(rivalry::ALL)`.
    pub const ALL: AllFields<super::Rivalry> = AllFields::new();

    /// [`Rivalry`](super::Rivalry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the rivalry.
        pub id: Expr<At<P, columns::RivalryId>, kind::Integer, P::Null>,
        /// [`one_id`](const@one_id) of the rivalry.
        pub one_id: Expr<At<P, columns::RivalryOneId>, kind::Text, P::Null>,
        /// [`other_id`](const@other_id) of the rivalry.
        pub other_id: Expr<At<P, columns::RivalryOtherId>, kind::Text, P::Null>,
        /// [`judge_id`](const@judge_id) of the rivalry.
        pub judge_id: Expr<At<P, columns::RivalryJudgeId>, kind::Text, P::Null>,
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
            one_id: qs::column(),
            other_id: qs::column(),
            judge_id: qs::column(),
        };

        /// [`one()`](fn@one) of the rivalry.
        pub fn one(&self) -> super::person::Fields<Hop<P, relations::RivalryToOne>> {
            super::person::Fields::PATH
        }

        /// [`other()`](fn@other) of the rivalry.
        pub fn other(&self) -> super::person::Fields<Hop<P, relations::RivalryToOther>> {
            super::person::Fields::PATH
        }

        /// [`judge()`](fn@judge) of the rivalry.
        pub fn judge(&self) -> super::person::Fields<Hop<P, relations::RivalryToJudge>> {
            super::person::Fields::PATH
        }
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

    /// The columns of [`Rivalry`](super::Rivalry) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum RivalryId {}

        impl qs::DeclaresColumn for RivalryId {
            type Is = qs::ColumnOf<
                super::super::Rivalry,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for RivalryId {}

        /// The column of [`one_id`](const@super::one_id).
        pub enum RivalryOneId {}

        impl qs::DeclaresColumn for RivalryOneId {
            type Is = qs::ColumnOf<super::super::Rivalry, 1, qs::kind::Text>;
        }

        /// The column of [`other_id`](const@super::other_id).
        pub enum RivalryOtherId {}

        impl qs::DeclaresColumn for RivalryOtherId {
            type Is = qs::ColumnOf<super::super::Rivalry, 2, qs::kind::Text>;
        }

        /// The column of [`judge_id`](const@super::judge_id).
        pub enum RivalryJudgeId {}

        impl qs::DeclaresColumn for RivalryJudgeId {
            type Is = qs::ColumnOf<super::super::Rivalry, 3, qs::kind::Text>;
        }
    }

    /// The one that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `one_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.one")]
    pub fn one() -> super::person::Fields<Hop<Root<super::Rivalry>, relations::RivalryToOne>> {
        super::person::Fields::PATH
    }

    /// The other that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `other_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.other")]
    pub fn other() -> super::person::Fields<Hop<Root<super::Rivalry>, relations::RivalryToOther>> {
        super::person::Fields::PATH
    }

    /// The judge that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `judge_id` = `code` |
    /// | Null | no |
    /// | On delete | `protect` |
    /// | Way back | `judged()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Rivalry.judge")]
    pub fn judge() -> super::person::Fields<Hop<Root<super::Rivalry>, relations::RivalryToJudge>> {
        super::person::Fields::PATH
    }

    impl super::Rivalry {
        /// Reads the row of [`one()`](fn@one).
        ///
        /// Django: `rivalry.one`.
        pub fn one<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::RivalryToOne>(self, db)
        }

        /// Reads the row of [`other()`](fn@other).
        ///
        /// Django: `rivalry.other`.
        pub fn other<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::RivalryToOther>(self, db)
        }

        /// Reads the row of [`judge()`](fn@judge).
        ///
        /// Django: `rivalry.judge`.
        pub fn judge<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::RivalryToJudge>(self, db)
        }
    }

    /// The relations of [`Rivalry`](super::Rivalry) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`one()`](fn@super::one).
        pub enum RivalryToOne {}

        impl qs::Relation for RivalryToOne {
            type Model = super::super::Rivalry;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for RivalryToOne {
            type Column = super::columns::RivalryOneId;
        }

        /// The relation of [`other()`](fn@super::other).
        pub enum RivalryToOther {}

        impl qs::Relation for RivalryToOther {
            type Model = super::super::Rivalry;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for RivalryToOther {
            type Column = super::columns::RivalryOtherId;
        }

        /// The relation of [`judge()`](fn@super::judge).
        pub enum RivalryToJudge {}

        impl qs::Relation for RivalryToJudge {
            type Model = super::super::Rivalry;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 2;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for RivalryToJudge {
            type Column = super::columns::RivalryJudgeId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Rivalry {
            /// Begins a new row, which needs `one_id`, `other_id` and `judge_id`: `save(&db)` writes it.
            ///
            /// Django: `Rivalry.objects.create(…)`. SQL: `INSERT INTO blog_rivalry …`.
            pub fn create() -> RivalryCreate {
                RivalryCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Rivalry`](super::super::Rivalry) that was not written yet, begun by
        /// [`create`](super::super::Rivalry::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct RivalryCreate<S = (
            qs::Missing<super::columns::RivalryOneId>,
            qs::Missing<super::columns::RivalryOtherId>,
            qs::Missing<super::columns::RivalryJudgeId>,
        )> {
            new: qs::New<super::super::Rivalry>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for RivalryCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for RivalryCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for RivalryCreate<S> {
            type Model = super::super::Rivalry;

            fn of(new: qs::New<super::super::Rivalry>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<OneId, OtherId, JudgeId> qs::NewRow for RivalryCreate<(OneId, OtherId, JudgeId)>
        where
            OneId: qs::Provided,
            OtherId: qs::Provided,
            JudgeId: qs::Provided,
        {
            type Model = super::super::Rivalry;

            fn row(self) -> qs::New<super::super::Rivalry> {
                self.new
            }
        }

        impl<OneId, OtherId, JudgeId> RivalryCreate<(OneId, OtherId, JudgeId)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                RivalryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`one_id`](const@super::one_id).
            pub fn one_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RivalryCreate<(qs::Given, OtherId, JudgeId)> {
                RivalryCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`one_id`](const@super::one_id) to the key of an instance.
            pub fn one(
                self,
                instance: &super::super::Person,
            ) -> RivalryCreate<(qs::Given, OtherId, JudgeId)> {
                RivalryCreate { new: self.new.set_to(1, instance, 0), state: PhantomData }
            }

            /// Sets [`other_id`](const@super::other_id).
            pub fn other_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RivalryCreate<(OneId, qs::Given, JudgeId)> {
                RivalryCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`other_id`](const@super::other_id) to the key of an instance.
            pub fn other(
                self,
                instance: &super::super::Person,
            ) -> RivalryCreate<(OneId, qs::Given, JudgeId)> {
                RivalryCreate { new: self.new.set_to(2, instance, 0), state: PhantomData }
            }

            /// Sets [`judge_id`](const@super::judge_id).
            pub fn judge_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RivalryCreate<(OneId, OtherId, qs::Given)> {
                RivalryCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`judge_id`](const@super::judge_id) to the key of an instance.
            pub fn judge(
                self,
                instance: &super::super::Person,
            ) -> RivalryCreate<(OneId, OtherId, qs::Given)> {
                RivalryCreate { new: self.new.set_to(3, instance, 0), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Rivalry>
            where
                OneId: qs::Provided,
                OtherId: qs::Provided,
                JudgeId: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Rivalry>
            where
                OneId: qs::Provided,
                OtherId: qs::Provided,
                JudgeId: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Rivalry`](super::Rivalry).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Rivalry",
            "label": "blog.Rivalry",
            "table": "blog_rivalry",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"one_id","field":"one","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_rivalry_one_id_9757cf7a_fk_blog_person_code"}},
                {"name":"other_id","field":"other","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_rivalry_other_id_545452ce_fk_blog_person_code"}},
                {"name":"judge_id","field":"judge","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Protect","constraint":"blog_rivalry_judge_id_7c0f25be_fk_blog_person_code"}}
            ],
            "relations": [
                {"name":"one","target":0,"forward":true,"from":"one_id","to":"code"},
                {"name":"other","target":0,"forward":true,"from":"other_id","to":"code"},
                {"name":"judge","target":0,"forward":true,"from":"judge_id","to":"code"}
            ],
            "indexes": [
                {"name":"blog_rivalry_one_id_9757cf7a","columns":["one_id"],"kind":"ForeignKey"},
                {"name":"blog_rivalry_one_id_9757cf7a_like","columns":["one_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}},
                {"name":"blog_rivalry_other_id_545452ce","columns":["other_id"],"kind":"ForeignKey"},
                {"name":"blog_rivalry_other_id_545452ce_like","columns":["other_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}},
                {"name":"blog_rivalry_judge_id_7c0f25be","columns":["judge_id"],"kind":"ForeignKey"},
                {"name":"blog_rivalry_judge_id_7c0f25be_like","columns":["judge_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[&super::person::META],
        &[],
        &[],
    );
}

// schema/blog/stamp.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_stamp`.
///
/// | | |
/// |---|---|
/// | Table | `blog_stamp` |
/// | Primary key | [`id`](const@stamp::id) |
/// | Ordering | `passport` `-pk` |
/// | Latest by | `passport` `-number` |
/// | Relations | [`passport()`](fn@stamp::passport) to [`blog.Passport`](Passport), [`country()`](fn@stamp::country) to [`blog.Country`](Country) |
/// | Declared | `schema/blog.toml` |
pub struct Stamp {
    /// The primary key.
    ///
    /// Column: [`stamp::id`](const@stamp::id).
    pub id: i64,
    /// The key of the `blog.Passport` that it points at.
    ///
    /// Column: [`stamp::passport_id`](const@stamp::passport_id).
    pub passport_id: String,
    /// The key of the `blog.Country` that it points at.
    ///
    /// Column: [`stamp::country_id`](const@stamp::country_id).
    pub country_id: u32,
    /// The number of a stamp.
    ///
    /// Column: [`stamp::number`](const@stamp::number).
    pub number: u64,
}

impl Stamp {
    /// Every row of `blog_stamp`, as a query set, ordered by `passport` `-pk`.
    ///
    /// Django: `Stamp.objects`.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Stamp {
    const META: &'static qs::meta::Model = &stamp::META;
    type Key = qs::kind::Integer;
    type KeyColumn = stamp::columns::StampId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, stamp::columns::StampId, i64,
        qs::Own<Self, stamp::columns::StampPassportId, String,
            qs::Own<Self, stamp::columns::StampCountryId, u32,
                qs::Own<Self, stamp::columns::StampNumber, u64,
                    qs::Nil
    >>>>;
    type Row = (i64, String, u32, u64);

    fn of_fields((id, passport_id, country_id, number): Self::Row) -> Self {
        Self { id, passport_id, country_id, number }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, passport_id, country_id, number } = self;
        (id, passport_id, country_id, number)
    }
}

impl Clone for Stamp {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Stamp {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

#[diagnostic::do_not_recommend]
impl qs::HasLatest for Stamp {}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Stamp {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Stamp {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Stamp`]: its fields, its relations, and what [`Stamp::create`] returns.
pub mod stamp {
    use ::queryset::generated::in_model::*;

    pub use self::builder::StampCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_stamp.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.id")]
    pub const id: Expr<At<Root<super::Stamp>, columns::StampId>, kind::Integer> = qs::column();

    /// The key of the `blog.Passport` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_stamp.passport_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Points at | [`blog.Passport`](super::Passport) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.passport_id")]
    pub const passport_id: Expr<
        At<Root<super::Stamp>, columns::StampPassportId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Country` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_stamp.country_id`, `integer` (PostgreSQL `integer`, MySQL `integer UNSIGNED`) |
    /// | Value | `u32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | `7` |
    /// | Key | indexed |
    /// | Points at | [`blog.Country`](super::Country) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.country_id")]
    pub const country_id: Expr<
        At<Root<super::Stamp>, columns::StampCountryId>,
        kind::Integer<u32>,
    > = qs::column();

    /// The number of a stamp.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_stamp.number`, `bigint unsigned` (PostgreSQL `bigint`, MySQL `bigint UNSIGNED`) |
    /// | Value | `u64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | unique |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.number")]
    pub const number: Expr<
        At<Root<super::Stamp>, columns::StampNumber>,
        kind::Integer<u64>,
    > = qs::column();

    /// All fields, for `values(stamp::ALL)`.
    pub const ALL: AllFields<super::Stamp> = AllFields::new();

    /// [`Stamp`](super::Stamp) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the stamp.
        pub id: Expr<At<P, columns::StampId>, kind::Integer, P::Null>,
        /// [`passport_id`](const@passport_id) of the stamp.
        pub passport_id: Expr<At<P, columns::StampPassportId>, kind::Text, P::Null>,
        /// [`country_id`](const@country_id) of the stamp.
        pub country_id: Expr<At<P, columns::StampCountryId>, kind::Integer<u32>, P::Null>,
        /// [`number`](const@number) of the stamp.
        pub number: Expr<At<P, columns::StampNumber>, kind::Integer<u64>, P::Null>,
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
            passport_id: qs::column(),
            country_id: qs::column(),
            number: qs::column(),
        };

        /// [`passport()`](fn@passport) of the stamp.
        pub fn passport(&self) -> super::passport::Fields<Hop<P, relations::StampToPassport>> {
            super::passport::Fields::PATH
        }

        /// [`country()`](fn@country) of the stamp.
        pub fn country(&self) -> super::country::Fields<Hop<P, relations::StampToCountry>> {
            super::country::Fields::PATH
        }
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

    /// The columns of [`Stamp`](super::Stamp) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum StampId {}

        impl qs::DeclaresColumn for StampId {
            type Is = qs::ColumnOf<super::super::Stamp, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for StampId {}

        /// The column of [`passport_id`](const@super::passport_id).
        pub enum StampPassportId {}

        impl qs::DeclaresColumn for StampPassportId {
            type Is = qs::ColumnOf<super::super::Stamp, 1, qs::kind::Text>;
        }

        /// The column of [`country_id`](const@super::country_id).
        pub enum StampCountryId {}

        impl qs::DeclaresColumn for StampCountryId {
            type Is = qs::ColumnOf<super::super::Stamp, 2, qs::kind::Integer<u32>>;
        }

        /// The column of [`number`](const@super::number).
        pub enum StampNumber {}

        impl qs::DeclaresColumn for StampNumber {
            type Is = qs::ColumnOf<super::super::Stamp, 3, qs::kind::Integer<u64>>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for StampNumber {}
    }

    /// The passport that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Passport`](super::Passport), one row, which others share |
    /// | Join | `passport_id` = `person_id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `stamp()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.passport")]
    pub fn passport() -> super::passport::Fields<Hop<
        Root<super::Stamp>,
        relations::StampToPassport,
    >> {
        super::passport::Fields::PATH
    }

    /// The country that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Country`](super::Country), one row, which others share |
    /// | Join | `country_id` = `code` |
    /// | Null | no |
    /// | On delete | `set_default` |
    /// | Way back | `stamp()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Stamp.country")]
    pub fn country() -> super::country::Fields<Hop<Root<super::Stamp>, relations::StampToCountry>> {
        super::country::Fields::PATH
    }

    impl super::Stamp {
        /// Reads the row of [`passport()`](fn@passport).
        ///
        /// Django: `stamp.passport`.
        pub fn passport<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Passport> {
            qs::sure_related_row::<relations::StampToPassport>(self, db)
        }

        /// Reads the row of [`country()`](fn@country).
        ///
        /// Django: `stamp.country`.
        pub fn country<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Country> {
            qs::sure_related_row::<relations::StampToCountry>(self, db)
        }
    }

    /// The relations of [`Stamp`](super::Stamp) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`passport()`](fn@super::passport).
        pub enum StampToPassport {}

        impl qs::Relation for StampToPassport {
            type Model = super::super::Stamp;
            type Target = super::super::Passport;
            type Key = super::super::passport::columns::PassportPersonId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for StampToPassport {
            type Column = super::columns::StampPassportId;
        }

        /// The relation of [`country()`](fn@super::country).
        pub enum StampToCountry {}

        impl qs::Relation for StampToCountry {
            type Model = super::super::Stamp;
            type Target = super::super::Country;
            type Key = super::super::country::columns::CountryCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for StampToCountry {
            type Column = super::columns::StampCountryId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Stamp {
            /// Begins a new row, which needs `passport_id` and `number`: `save(&db)` writes it.
            ///
            /// Django: `Stamp.objects.create(…)`. SQL: `INSERT INTO blog_stamp …`.
            pub fn create() -> StampCreate {
                StampCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Stamp`](super::super::Stamp) that was not written yet, begun by
        /// [`create`](super::super::Stamp::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct StampCreate<S = (
            qs::Missing<super::columns::StampPassportId>,
            qs::Missing<super::columns::StampNumber>,
        )> {
            new: qs::New<super::super::Stamp>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for StampCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for StampCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for StampCreate<S> {
            type Model = super::super::Stamp;

            fn of(new: qs::New<super::super::Stamp>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<PassportId, Number> qs::NewRow for StampCreate<(PassportId, Number)>
        where
            PassportId: qs::Provided,
            Number: qs::Provided,
        {
            type Model = super::super::Stamp;

            fn row(self) -> qs::New<super::super::Stamp> {
                self.new
            }
        }

        impl<PassportId, Number> StampCreate<(PassportId, Number)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                StampCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`passport_id`](const@super::passport_id).
            pub fn passport_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> StampCreate<(qs::Given, Number)> {
                StampCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`passport_id`](const@super::passport_id) to the key of an instance.
            pub fn passport(
                self,
                instance: &super::super::Passport,
            ) -> StampCreate<(qs::Given, Number)> {
                StampCreate { new: self.new.set_to(1, instance, 0), state: PhantomData }
            }

            /// Sets [`country_id`](const@super::country_id). Without it: `7`.
            pub fn country_id(
                self,
                value: impl qs::Input<qs::kind::Integer<u32>, qs::NotNull>,
            ) -> Self {
                StampCreate { new: self.new.given(2, value), state: self.state }
            }

            /// Sets [`country_id`](const@super::country_id) to the key of an instance.
            pub fn country(self, instance: &super::super::Country) -> Self {
                StampCreate { new: self.new.set_to(2, instance, 1), state: self.state }
            }

            /// Sets [`number`](const@super::number).
            pub fn number(
                self,
                value: impl qs::Input<qs::kind::Integer<u64>, qs::NotNull>,
            ) -> StampCreate<(PassportId, qs::Given)> {
                StampCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Stamp>
            where
                PassportId: qs::Provided,
                Number: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Stamp>
            where
                PassportId: qs::Provided,
                Number: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Stamp`](super::Stamp).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Stamp",
            "label": "blog.Stamp",
            "table": "blog_stamp",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"passport_id","field":"passport","type":"Slug","max_length":50,"references":{"model":0,"column":"person_id","on_delete":"Cascade","constraint":"blog_stamp_passport_id_7b5bc87d_fk_blog_passport_person_id"}},
                {"name":"country_id","field":"country","type":"PositiveInteger","default":{"Int":7},"references":{"model":1,"column":"code","on_delete":"SetDefault"}},
                {"name":"number","type":"PositiveBigInteger","unique":true}
            ],
            "relations": [
                {"name":"passport","target":0,"forward":true,"from":"passport_id","to":"person_id"},
                {"name":"country","target":1,"forward":true,"from":"country_id","to":"code"}
            ],
            "ordering": [
                {"path":"passport"},
                {"path":"pk","descending":true}
            ],
            "get_latest_by": [
                {"path":"passport"},
                {"path":"number","descending":true}
            ],
            "indexes": [
                {"name":"blog_stamp_country_id_0aa5133a","columns":["country_id"],"kind":"Plain"}
            ]
        }"#,
        &[&super::passport::META, &super::country::META],
        &[],
        &[],
    );
}

// schema/blog/visit.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_visit`.
///
/// | | |
/// |---|---|
/// | Table | `blog_visit` |
/// | Primary key | [`id`](const@visit::id) |
/// | Relations | [`host()`](fn@visit::host) to [`blog.Person`](Person), [`guest()`](fn@visit::guest) to [`blog.Person`](Person) |
/// | Declared | `schema/blog.toml` |
pub struct Visit {
    /// The primary key.
    ///
    /// Column: [`visit::id`](const@visit::id).
    pub id: i64,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`visit::host_id`](const@visit::host_id).
    pub host_id: String,
    /// The key of the `blog.Person` that it points at.
    ///
    /// Column: [`visit::guest_id`](const@visit::guest_id).
    pub guest_id: String,
}

impl Visit {
    /// Every row of `blog_visit`, as a query set.
    ///
    /// Django: `Visit.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Visit {
    const META: &'static qs::meta::Model = &visit::META;
    type Key = qs::kind::Integer;
    type KeyColumn = visit::columns::VisitId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, visit::columns::VisitId, i64,
        qs::Own<Self, visit::columns::VisitHostId, String,
            qs::Own<Self, visit::columns::VisitGuestId, String,
                qs::Nil
    >>>;
    type Row = (i64, String, String);

    fn of_fields((id, host_id, guest_id): Self::Row) -> Self {
        Self { id, host_id, guest_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, host_id, guest_id } = self;
        (id, host_id, guest_id)
    }
}

impl Clone for Visit {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Visit {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Visit {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Visit {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Visit {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Visit`]: its fields, its relations, and what [`Visit::create`] returns.
pub mod visit {
    use ::queryset::generated::in_model::*;

    pub use self::builder::VisitCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_visit.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Visit.id")]
    pub const id: Expr<At<Root<super::Visit>, columns::VisitId>, kind::Integer> = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_visit.host_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Visit.host_id")]
    pub const host_id: Expr<
        At<Root<super::Visit>, columns::VisitHostId>,
        kind::Text,
    > = qs::column();

    /// The key of the `blog.Person` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_visit.guest_id`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Person`](super::Person) |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Visit.guest_id")]
    pub const guest_id: Expr<
        At<Root<super::Visit>, columns::VisitGuestId>,
        kind::Text,
    > = qs::column();

    /// All fields, for `values(visit::ALL)`.
    pub const ALL: AllFields<super::Visit> = AllFields::new();

    /// [`Visit`](super::Visit) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the visit.
        pub id: Expr<At<P, columns::VisitId>, kind::Integer, P::Null>,
        /// [`host_id`](const@host_id) of the visit.
        pub host_id: Expr<At<P, columns::VisitHostId>, kind::Text, P::Null>,
        /// [`guest_id`](const@guest_id) of the visit.
        pub guest_id: Expr<At<P, columns::VisitGuestId>, kind::Text, P::Null>,
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
            host_id: qs::column(),
            guest_id: qs::column(),
        };

        /// [`host()`](fn@host) of the visit.
        pub fn host(&self) -> super::person::Fields<Hop<P, relations::VisitToHost>> {
            super::person::Fields::PATH
        }

        /// [`guest()`](fn@guest) of the visit.
        pub fn guest(&self) -> super::person::Fields<Hop<P, relations::VisitToGuest>> {
            super::person::Fields::PATH
        }
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

    /// The columns of [`Visit`](super::Visit) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum VisitId {}

        impl qs::DeclaresColumn for VisitId {
            type Is = qs::ColumnOf<super::super::Visit, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for VisitId {}

        /// The column of [`host_id`](const@super::host_id).
        pub enum VisitHostId {}

        impl qs::DeclaresColumn for VisitHostId {
            type Is = qs::ColumnOf<super::super::Visit, 1, qs::kind::Text>;
        }

        /// The column of [`guest_id`](const@super::guest_id).
        pub enum VisitGuestId {}

        impl qs::DeclaresColumn for VisitGuestId {
            type Is = qs::ColumnOf<super::super::Visit, 2, qs::kind::Text>;
        }
    }

    /// The host that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `host_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `visits_as_host()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Visit.host")]
    pub fn host() -> super::person::Fields<Hop<Root<super::Visit>, relations::VisitToHost>> {
        super::person::Fields::PATH
    }

    /// The guest that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Person`](super::Person), one row, which others share |
    /// | Join | `guest_id` = `code` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `visits_as_guest()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Visit.guest")]
    pub fn guest() -> super::person::Fields<Hop<Root<super::Visit>, relations::VisitToGuest>> {
        super::person::Fields::PATH
    }

    impl super::Visit {
        /// Reads the row of [`host()`](fn@host).
        ///
        /// Django: `visit.host`.
        pub fn host<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::VisitToHost>(self, db)
        }

        /// Reads the row of [`guest()`](fn@guest).
        ///
        /// Django: `visit.guest`.
        pub fn guest<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Person> {
            qs::sure_related_row::<relations::VisitToGuest>(self, db)
        }
    }

    /// The relations of [`Visit`](super::Visit) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`host()`](fn@super::host).
        pub enum VisitToHost {}

        impl qs::Relation for VisitToHost {
            type Model = super::super::Visit;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for VisitToHost {
            type Column = super::columns::VisitHostId;
        }

        /// The relation of [`guest()`](fn@super::guest).
        pub enum VisitToGuest {}

        impl qs::Relation for VisitToGuest {
            type Model = super::super::Visit;
            type Target = super::super::Person;
            type Key = super::super::person::columns::PersonCode;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for VisitToGuest {
            type Column = super::columns::VisitGuestId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Visit {
            /// Begins a new row, which needs `host_id` and `guest_id`: `save(&db)` writes it.
            ///
            /// Django: `Visit.objects.create(…)`. SQL: `INSERT INTO blog_visit …`.
            pub fn create() -> VisitCreate {
                VisitCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Visit`](super::super::Visit) that was not written yet, begun by
        /// [`create`](super::super::Visit::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct VisitCreate<S = (
            qs::Missing<super::columns::VisitHostId>,
            qs::Missing<super::columns::VisitGuestId>,
        )> {
            new: qs::New<super::super::Visit>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for VisitCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for VisitCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for VisitCreate<S> {
            type Model = super::super::Visit;

            fn of(new: qs::New<super::super::Visit>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<HostId, GuestId> qs::NewRow for VisitCreate<(HostId, GuestId)>
        where
            HostId: qs::Provided,
            GuestId: qs::Provided,
        {
            type Model = super::super::Visit;

            fn row(self) -> qs::New<super::super::Visit> {
                self.new
            }
        }

        impl<HostId, GuestId> VisitCreate<(HostId, GuestId)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                VisitCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`host_id`](const@super::host_id).
            pub fn host_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> VisitCreate<(qs::Given, GuestId)> {
                VisitCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`host_id`](const@super::host_id) to the key of an instance.
            pub fn host(
                self,
                instance: &super::super::Person,
            ) -> VisitCreate<(qs::Given, GuestId)> {
                VisitCreate { new: self.new.set_to(1, instance, 0), state: PhantomData }
            }

            /// Sets [`guest_id`](const@super::guest_id).
            pub fn guest_id(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> VisitCreate<(HostId, qs::Given)> {
                VisitCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`guest_id`](const@super::guest_id) to the key of an instance.
            pub fn guest(
                self,
                instance: &super::super::Person,
            ) -> VisitCreate<(HostId, qs::Given)> {
                VisitCreate { new: self.new.set_to(2, instance, 0), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Visit>
            where
                HostId: qs::Provided,
                GuestId: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Visit>
            where
                HostId: qs::Provided,
                GuestId: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Visit`](super::Visit).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Visit",
            "label": "blog.Visit",
            "table": "blog_visit",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"host_id","field":"host","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_visit_host_id_5379b3bd_fk_blog_person_code"}},
                {"name":"guest_id","field":"guest","type":"Slug","max_length":50,"references":{"model":0,"column":"code","on_delete":"Cascade","constraint":"blog_visit_guest_id_063481b9_fk_blog_person_code"}}
            ],
            "relations": [
                {"name":"host","target":0,"forward":true,"from":"host_id","to":"code"},
                {"name":"guest","target":0,"forward":true,"from":"guest_id","to":"code"}
            ],
            "indexes": [
                {"name":"blog_visit_host_id_5379b3bd","columns":["host_id"],"kind":"ForeignKey"},
                {"name":"blog_visit_host_id_5379b3bd_like","columns":["host_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}},
                {"name":"blog_visit_guest_id_063481b9","columns":["guest_id"],"kind":"ForeignKey"},
                {"name":"blog_visit_guest_id_063481b9_like","columns":["guest_id"],"kind":{"Like":{"operator_class":"varchar_pattern_ops"}}}
            ]
        }"#,
        &[&super::person::META],
        &[],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/person.rs");
include!("blog/rivalry.rs");
include!("blog/visit.rs");
include!("blog/passport.rs");
include!("blog/stamp.rs");
include!("blog/country.rs");
include!("blog/person_friends.rs");
include!("blog/person_follows.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Person`](blog::Person) | `blog_person` | A row of `blog_person`. |
/// | [`Rivalry`](blog::Rivalry) | `blog_rivalry` | A row of `blog_rivalry`. |
/// | [`Visit`](blog::Visit) | `blog_visit` | A row of `blog_visit`. |
/// | [`Passport`](blog::Passport) | `blog_passport` | A row of `blog_passport`. |
/// | [`Stamp`](blog::Stamp) | `blog_stamp` | A row of `blog_stamp`. |
/// | [`Country`](blog::Country) | `blog_country` | A row of `blog_country`. |
/// | [`PersonFriends`](blog::PersonFriends) | `blog_person_friends` | One pair of `Person.friends`: a row of the table that the field makes. |
/// | [`PersonFollows`](blog::PersonFollows) | `blog_person_follows` | One pair of `Person.follows`: a row of the table that the field makes. |
///
/// <div style="overflow-x:auto;margin:1em 0">
/// <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The models of blog and their relations" width="372" height="331" viewBox="-1 -1 372 331" font-family="'Source Code Pro', monospace" font-size="13" fill="currentColor" stroke-width="1.2">
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Person.friends to blog.Person</title><path d="M75 140.5C111 140.5 111 120.5 75 120.5"/><path d="M75 135.5L84 140.5L75 145.5M75 115.5L84 120.5L75 125.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Person.follows to blog.Person</title><path d="M75 160.5C111 160.5 111 120.5 75 120.5"/><path d="M75 155.5L84 160.5L75 165.5M75 115.5L84 120.5L75 125.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Person.rivals to blog.Person</title><path d="M75 180.5C111 180.5 111 120.5 75 120.5"/><path d="M75 175.5L84 180.5L75 185.5M75 115.5L84 120.5L75 125.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Person.guests to blog.Person</title><path d="M75 200.5C111 200.5 111 120.5 75 120.5"/><path d="M75 195.5L84 200.5L75 205.5M75 115.5L84 120.5L75 125.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Rivalry.one to blog.Person</title><path d="M139 38.0C107 38.0 107 110.5 75 110.5"/><path d="M139 33.0L130 38.0L139 43.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Rivalry.other to blog.Person</title><path d="M139 58.0C107 58.0 107 110.5 75 110.5"/><path d="M139 53.0L130 58.0L139 63.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Rivalry.judge to blog.Person</title><path d="M139 78.0C107 78.0 107 110.5 75 110.5"/><path d="M139 73.0L130 78.0L139 83.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Visit.host to blog.Person</title><path d="M139 148.0C107 148.0 107 110.5 75 110.5"/><path d="M139 143.0L130 148.0L139 153.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Visit.guest to blog.Person</title><path d="M139 168.0C107 168.0 107 110.5 75 110.5"/><path d="M139 163.0L130 168.0L139 173.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Passport.person to blog.Person</title><path d="M139 238.0C107 238.0 107 110.5 75 110.5"/><path d="M130 233.0V243.0M84 105.5V115.5"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Stamp.passport to blog.Passport</title><path d="M286 241.4C254 241.4 254 208.0 222 208.0"/><path d="M286 236.4L278 241.4L286 246.4M232 203.0V213.0"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Stamp.country to blog.Country</title><path d="M286 261.4C254 261.4 254 294.9 222 294.9C181 294.9 181 294.9 139 294.9C107 294.9 107 284.0 75 284.0"/><path d="M286 256.4L278 261.4L286 266.4M84 279.0V289.0"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Country.type to blog.Country</title><path d="M75 314.0C111 314.0 111 284.0 75 284.0" stroke-dasharray="5 3"/><path d="M75 309.0L84 314.0L75 319.0M84 279.0V289.0"/></g>
/// <rect x="0" y="102" width="75" height="112" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Person.html"><text x="10" y="120" fill="currentColor" font-weight="600">Person</text></a>
/// <path d="M0 128H75" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="person/fn.friends.html"><text x="10" y="145" fill="currentColor">friends</text></a>
/// <a href="person/fn.follows.html"><text x="10" y="165" fill="currentColor">follows</text></a>
/// <a href="person/fn.rivals.html"><text x="10" y="185" fill="currentColor">rivals</text></a>
/// <a href="person/fn.guests.html"><text x="10" y="205" fill="currentColor">guests</text></a>
/// <rect x="139" y="0" width="75" height="92" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Rivalry.html"><text x="149" y="18" fill="currentColor" font-weight="600">Rivalry</text></a>
/// <path d="M139 26H215" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="rivalry/fn.one.html"><text x="149" y="42" fill="currentColor">one</text></a>
/// <a href="rivalry/fn.other.html"><text x="149" y="62" fill="currentColor">other</text></a>
/// <a href="rivalry/fn.judge.html"><text x="149" y="82" fill="currentColor">judge</text></a>
/// <rect x="139" y="110" width="60" height="72" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Visit.html"><text x="149" y="128" fill="currentColor" font-weight="600">Visit</text></a>
/// <path d="M139 136H199" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="visit/fn.host.html"><text x="149" y="152" fill="currentColor">host</text></a>
/// <a href="visit/fn.guest.html"><text x="149" y="172" fill="currentColor">guest</text></a>
/// <rect x="139" y="200" width="83" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Passport.html"><text x="149" y="218" fill="currentColor" font-weight="600">Passport</text></a>
/// <path d="M139 226H222" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="passport/fn.person.html"><text x="149" y="243" fill="currentColor">person</text></a>
/// <rect x="286" y="203" width="83" height="72" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Stamp.html"><text x="296" y="221" fill="currentColor" font-weight="600">Stamp</text></a>
/// <path d="M286 229H370" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="stamp/fn.passport.html"><text x="296" y="246" fill="currentColor">passport</text></a>
/// <a href="stamp/fn.country.html"><text x="296" y="266" fill="currentColor">country</text></a>
/// <rect x="0" y="276" width="75" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Country.html"><text x="10" y="294" fill="currentColor" font-weight="600">Country</text></a>
/// <path d="M0 302H75" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="country/fn.type_.html"><text x="10" y="319" fill="currentColor">type</text></a>
/// </svg>
/// </div>
///
/// A fork is many rows and a bar is one; a dashed line may lead to none.
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
    &blog::person::META,
    &blog::rivalry::META,
    &blog::visit::META,
    &blog::passport::META,
    &blog::stamp::META,
    &blog::country::META,
    &blog::person_friends::META,
    &blog::person_follows::META,
];

