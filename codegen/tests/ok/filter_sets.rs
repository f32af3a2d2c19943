// schema/blog/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_blog`.
///
/// | | |
/// |---|---|
/// | Table | `blog_blog` |
/// | Primary key | [`id`](const@blog::id) |
/// | Reverse | [`entry()`](fn@blog::entry) to [`blog.Entry`](Entry) |
/// | Declared | `schema/blog.toml` |
pub struct Blog {
    /// The primary key.
    ///
    /// Column: [`blog::id`](const@blog::id).
    pub id: i64,
    /// The name of a blog.
    ///
    /// Column: [`blog::name`](const@blog::name).
    pub name: String,
    /// The state of a blog.
    ///
    /// Column: [`blog::state`](const@blog::state).
    pub state: BlogState,
}

impl Blog {
    /// Every row of `blog_blog`, as a query set.
    ///
    /// Django: `Blog.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Blog {
    const META: &'static qs::meta::Model = &blog::META;
    type Key = qs::kind::Integer;
    type KeyColumn = blog::columns::BlogId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, blog::columns::BlogId, i64,
        qs::Own<Self, blog::columns::BlogName, String,
            qs::Own<Self, blog::columns::BlogState, BlogState,
                qs::Nil
    >>>;
    type Row = (i64, String, BlogState);

    fn of_fields((id, name, state): Self::Row) -> Self {
        Self { id, name, state }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, name, state } = self;
        (id, name, state)
    }
}

impl Clone for Blog {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Blog {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Blog {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Blog {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Blog {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// What `Blog.state` can be.
///
/// The choices of [`blog::state`](const@blog::state).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde")]
pub enum BlogState {
    /// New, stored as `"new"`.
    #[serde(rename = "new")]
    New,
    /// Old, stored as `"old"`.
    #[serde(rename = "old")]
    Old,
}

impl BlogState {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::New,
        Self::Old,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Old => "Old",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Old => "old",
        }
    }
}

/// The label.
impl ::core::fmt::Display for BlogState {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl qs::FieldValue for BlogState {
    type Base = String;

    fn from_base(base: String) -> Result<Self, String> {
        match base.as_str() {
            "new" => Ok(Self::New),
            "old" => Ok(Self::Old),
            _ => Err(format!("`{base}` is not a choice of `Blog.state`")),
        }
    }

    fn to_base(&self) -> String {
        self.as_str().to_owned()
    }
}

/// [`Blog`]: its fields, its relations, and what [`Blog::create`] returns.
pub mod blog {
    use ::queryset::generated::in_model::*;

    pub use self::builder::BlogCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_blog.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Blog.id")]
    pub const id: Expr<At<Root<super::Blog>, columns::BlogId>, kind::Integer> = qs::column();

    /// The name of a blog.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_blog.name`, `varchar(100)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Blog.name")]
    pub const name: Expr<At<Root<super::Blog>, columns::BlogName>, kind::Text> = qs::column();

    /// The state of a blog.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_blog.state`, `varchar(10)` |
    /// | Value | [`BlogState`](super::BlogState), of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Blog.state")]
    pub const state: Expr<
        At<Root<super::Blog>, columns::BlogState>,
        kind::Text<super::BlogState>,
    > = qs::column();

    /// All fields, for `values(blog::ALL)`.
    pub const ALL: AllFields<super::Blog> = AllFields::new();

    /// [`Blog`](super::Blog) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the blog.
        pub id: Expr<At<P, columns::BlogId>, kind::Integer, P::Null>,
        /// [`name`](const@name) of the blog.
        pub name: Expr<At<P, columns::BlogName>, kind::Text, P::Null>,
        /// [`state`](const@state) of the blog.
        pub state: Expr<At<P, columns::BlogState>, kind::Text<super::BlogState>, P::Null>,
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
            name: qs::column(),
            state: qs::column(),
        };

        /// [`entry()`](fn@entry) of the blog.
        pub fn entry(&self) -> super::entry::Fields<Hop<P, relations::BlogToEntry>> {
            super::entry::Fields::PATH
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

    /// The columns of [`Blog`](super::Blog) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum BlogId {}

        impl qs::DeclaresColumn for BlogId {
            type Is = qs::ColumnOf<super::super::Blog, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for BlogId {}

        /// The column of [`name`](const@super::name).
        pub enum BlogName {}

        impl qs::DeclaresColumn for BlogName {
            type Is = qs::ColumnOf<super::super::Blog, 1, qs::kind::Text>;
        }

        /// The column of [`state`](const@super::state).
        pub enum BlogState {}

        impl qs::DeclaresColumn for BlogState {
            type Is = qs::ColumnOf<super::super::Blog, 2, qs::kind::Text<super::super::BlogState>>;
        }
    }

    /// Every [`blog.Entry`](super::Entry) whose `blog` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Entry`](super::Entry), many rows |
    /// | Join | `id` = `blog_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `blog()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Blog.entry")]
    pub fn entry() -> super::entry::Fields<Hop<Root<super::Blog>, relations::BlogToEntry>> {
        super::entry::Fields::PATH
    }

    impl super::Blog {
        /// The rows of [`entry()`](fn@entry), as a query set that also creates and relates.
        ///
        /// Django: `blog.entry_set`.
        pub fn entry_set(&self) -> qs::RelatedSet<relations::BlogToEntry> {
            qs::related_set(self)
        }
    }

    /// The relations of [`Blog`](super::Blog) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`entry()`](fn@super::entry).
        pub enum BlogToEntry {}

        impl qs::Relation for BlogToEntry {
            type Model = super::super::Blog;
            type Target = super::super::Entry;
            type Key = super::super::entry::columns::EntryId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 0;
        }

        impl qs::ToMany for BlogToEntry {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::entry::EntryCreate<(
                qs::Given,
                qs::Missing<super::super::entry::columns::EntryPubDate>,
            )>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Blog {
            /// Begins a new row, which needs `name` and `state`: `save(&db)` writes it.
            ///
            /// Django: `Blog.objects.create(…)`. SQL: `INSERT INTO blog_blog …`.
            pub fn create() -> BlogCreate {
                BlogCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Blog`](super::super::Blog) that was not written yet, begun by
        /// [`create`](super::super::Blog::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct BlogCreate<S = (
            qs::Missing<super::columns::BlogName>,
            qs::Missing<super::columns::BlogState>,
        )> {
            new: qs::New<super::super::Blog>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for BlogCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for BlogCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for BlogCreate<S> {
            type Model = super::super::Blog;

            fn of(new: qs::New<super::super::Blog>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Name, State> qs::NewRow for BlogCreate<(Name, State)>
        where
            Name: qs::Provided,
            State: qs::Provided,
        {
            type Model = super::super::Blog;

            fn row(self) -> qs::New<super::super::Blog> {
                self.new
            }
        }

        impl<Name, State> BlogCreate<(Name, State)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                BlogCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`name`](const@super::name).
            pub fn name(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> BlogCreate<(qs::Given, State)> {
                BlogCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`state`](const@super::state).
            pub fn state(
                self,
                value: impl qs::Input<qs::kind::Text<super::super::BlogState>, qs::NotNull>,
            ) -> BlogCreate<(Name, qs::Given)> {
                BlogCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Blog>
            where
                Name: qs::Provided,
                State: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Blog>
            where
                Name: qs::Provided,
                State: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Blog`](super::Blog).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Blog",
            "label": "blog.Blog",
            "table": "blog_blog",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"name","type":"Char","max_length":100},
                {"name":"state","type":"Char","max_length":10,"choices":[{"Text":"new"},{"Text":"old"}]}
            ],
            "relations": [
                {"name":"entry","target":0,"null":true,"many":true,"from":"id","to":"blog_id"}
            ],
            "pointers": [
                [0,1]
            ]
        }"#,
        &[&super::entry::META],
        &[],
        &[],
    );
}

// schema/blog/entry.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_entry`.
///
/// | | |
/// |---|---|
/// | Table | `blog_entry` |
/// | Primary key | [`id`](const@entry::id) |
/// | Relations | [`blog()`](fn@entry::blog) to [`blog.Blog`](Blog) |
/// | Declared | `schema/blog.toml` |
pub struct Entry {
    /// The primary key.
    ///
    /// Column: [`entry::id`](const@entry::id).
    pub id: i64,
    /// The key of the `blog.Blog` that it points at.
    ///
    /// Column: [`entry::blog_id`](const@entry::blog_id).
    pub blog_id: i64,
    /// The pub date of an entry.
    ///
    /// Column: [`entry::pub_date`](const@entry::pub_date).
    pub pub_date: qs::chrono::DateTime<qs::chrono::Utc>,
    /// The type of an entry.
    ///
    /// Column: [`entry::type_`](const@entry::type_).
    pub type_: Option<crate::Small>,
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
        qs::Own<Self, entry::columns::EntryBlogId, i64,
            qs::Own<Self, entry::columns::EntryPubDate, qs::chrono::DateTime<qs::chrono::Utc>,
                qs::Own<Self, entry::columns::EntryType, Option<crate::Small>,
                    qs::Nil
    >>>>;
    type Row = (i64, i64, qs::chrono::DateTime<qs::chrono::Utc>, Option<crate::Small>);

    fn of_fields((id, blog_id, pub_date, type_): Self::Row) -> Self {
        Self { id, blog_id, pub_date, type_ }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, blog_id, pub_date, type_ } = self;
        (id, blog_id, pub_date, type_)
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

    /// The key of the `blog.Blog` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.blog_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Blog`](super::Blog) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.blog_id")]
    pub const blog_id: Expr<
        At<Root<super::Entry>, columns::EntryBlogId>,
        kind::Integer,
    > = qs::column();

    /// The pub date of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.pub_date`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `chrono::DateTime<chrono::Utc>`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.pub_date")]
    pub const pub_date: Expr<
        At<Root<super::Entry>, columns::EntryPubDate>,
        kind::DateTime<qs::chrono::DateTime<qs::chrono::Utc>>,
    > = qs::column();

    /// The type of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.type`, `smallint` |
    /// | Value | [`Small`](crate::Small), of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.type")]
    pub const type_: Expr<
        At<Root<super::Entry>, columns::EntryType>,
        kind::Integer<crate::Small>,
        Nullable,
    > = qs::column();

    /// All fields, for `values(entry::ALL)`.
    pub const ALL: AllFields<super::Entry> = AllFields::new();

    /// [`Entry`](super::Entry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the entry.
        pub id: Expr<At<P, columns::EntryId>, kind::Integer, P::Null>,
        /// [`blog_id`](const@blog_id) of the entry.
        pub blog_id: Expr<At<P, columns::EntryBlogId>, kind::Integer, P::Null>,
        /// [`pub_date`](const@pub_date) of the entry.
        pub pub_date: Expr<
            At<P, columns::EntryPubDate>,
            kind::DateTime<qs::chrono::DateTime<qs::chrono::Utc>>,
            P::Null,
        >,
        /// [`type_`](const@type_) of the entry.
        pub type_: Expr<At<P, columns::EntryType>, kind::Integer<crate::Small>, Nullable>,
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
            blog_id: qs::column(),
            pub_date: qs::column(),
            type_: qs::column(),
        };

        /// [`blog()`](fn@blog) of the entry.
        pub fn blog(&self) -> super::blog::Fields<Hop<P, relations::EntryToBlog>> {
            super::blog::Fields::PATH
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

        /// The column of [`blog_id`](const@super::blog_id).
        pub enum EntryBlogId {}

        impl qs::DeclaresColumn for EntryBlogId {
            type Is = qs::ColumnOf<super::super::Entry, 1, qs::kind::Integer>;
        }

        /// The column of [`pub_date`](const@super::pub_date).
        pub enum EntryPubDate {}

        impl qs::DeclaresColumn for EntryPubDate {
            type Is = qs::ColumnOf<
                super::super::Entry,
                2,
                qs::kind::DateTime<qs::chrono::DateTime<qs::chrono::Utc>>,
            >;
        }

        /// The column of [`type_`](const@super::type_).
        pub enum EntryType {}

        impl qs::DeclaresColumn for EntryType {
            type Is = qs::ColumnOf<
                super::super::Entry,
                3,
                qs::kind::Integer<crate::Small>,
                qs::Nullable,
            >;
        }
    }

    /// The blog that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Blog`](super::Blog), one row, which others share |
    /// | Join | `blog_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `entry()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.blog")]
    pub fn blog() -> super::blog::Fields<Hop<Root<super::Entry>, relations::EntryToBlog>> {
        super::blog::Fields::PATH
    }

    impl super::Entry {
        /// Reads the row of [`blog()`](fn@blog).
        ///
        /// Django: `entry.blog`.
        pub fn blog<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Blog> {
            qs::sure_related_row::<relations::EntryToBlog>(self, db)
        }
    }

    /// The relations of [`Entry`](super::Entry) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`blog()`](fn@super::blog).
        pub enum EntryToBlog {}

        impl qs::Relation for EntryToBlog {
            type Model = super::super::Entry;
            type Target = super::super::Blog;
            type Key = super::super::blog::columns::BlogId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for EntryToBlog {
            type Column = super::columns::EntryBlogId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Entry {
            /// Begins a new row, which needs `blog_id` and `pub_date`: `save(&db)` writes it.
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
            qs::Missing<super::columns::EntryBlogId>,
            qs::Missing<super::columns::EntryPubDate>,
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

        impl<BlogId, PubDate> qs::NewRow for EntryCreate<(BlogId, PubDate)>
        where
            BlogId: qs::Provided,
            PubDate: qs::Provided,
        {
            type Model = super::super::Entry;

            fn row(self) -> qs::New<super::super::Entry> {
                self.new
            }
        }

        impl<BlogId, PubDate> EntryCreate<(BlogId, PubDate)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`blog_id`](const@super::blog_id).
            pub fn blog_id(
                self,
                value: impl qs::Input<qs::kind::Integer, qs::NotNull>,
            ) -> EntryCreate<(qs::Given, PubDate)> {
                EntryCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`blog_id`](const@super::blog_id) to the key of an instance.
            pub fn blog(self, instance: &super::super::Blog) -> EntryCreate<(qs::Given, PubDate)> {
                EntryCreate { new: self.new.set_to(1, instance, 0), state: PhantomData }
            }

            /// Sets [`pub_date`](const@super::pub_date).
            pub fn pub_date(
                self,
                value: impl qs::Input<
                    qs::kind::DateTime<qs::chrono::DateTime<qs::chrono::Utc>>,
                    qs::NotNull,
                >,
            ) -> EntryCreate<(BlogId, qs::Given)> {
                EntryCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`type_`](const@super::type_). Without it: `NULL`.
            pub fn type_(
                self,
                value: impl qs::Input<qs::kind::Integer<crate::Small>, qs::Nullable>,
            ) -> Self {
                EntryCreate { new: self.new.given(3, value), state: self.state }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Entry>
            where
                BlogId: qs::Provided,
                PubDate: qs::Provided,
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
                BlogId: qs::Provided,
                PubDate: qs::Provided,
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
                {"name":"blog_id","field":"blog","type":"BigAuto","references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_entry_blog_id_8cd38d8b_fk_blog_blog_id"}},
                {"name":"pub_date","type":"DateTime"},
                {"name":"type","type":"SmallInteger","null":true}
            ],
            "relations": [
                {"name":"blog","target":0,"forward":true,"from":"blog_id","to":"id"}
            ],
            "indexes": [
                {"name":"blog_entry_blog_id_8cd38d8b","columns":["blog_id"],"kind":"ForeignKey"}
            ]
        }"#,
        &[&super::blog::META],
        &[],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/blog.rs");
include!("blog/entry.rs");

/// Entries by what is `known` of \[them\].
///
/// A [`FilterSet`](::queryset::FilterSet): [`Entry`]`::objects().filter_set(&…)`.
#[allow(non_snake_case, reason = "filters are named as in a query string")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntryFilter {
    /// Keeps the rows whose `blog_entry.blog_id` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog=…` |
    /// | Django | `filter(blog=…)` |
    /// | SQL | `blog_entry.blog_id = …` |
    pub blog: Option<i64>,
    /// Keeps the rows whose `blog_entry.blog_id` is one of them.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__in=…`, a list with commas |
    /// | Django | `filter(blog__in=…)` |
    /// | SQL | `blog_entry.blog_id IN (…)` |
    pub blog__in: Option<Vec<i64>>,
    /// Keeps the rows whose `blog_entry.blog_id` is `NULL`, or with `false` is not.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__isnull=…` |
    /// | Django | `filter(blog__isnull=…)` |
    /// | SQL | `blog_entry.blog_id IS NULL` |
    pub blog__isnull: Option<bool>,
    /// Keeps the rows whose `blog_blog.state` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__state=…` |
    /// | Django | `filter(blog__state=…)` |
    /// | SQL | `blog_blog.state = …` |
    pub blog__state: Option<BlogState>,
    /// Keeps the rows whose `blog_blog.state` is one of them.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__state__in=…`, a list with commas |
    /// | Django | `filter(blog__state__in=…)` |
    /// | SQL | `blog_blog.state IN (…)` |
    pub blog__state__in: Option<Vec<BlogState>>,
    /// Keeps the rows whose `blog_blog.state` equals it in any case.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__state__iexact=…` |
    /// | Django | `filter(blog__state__iexact=…)` |
    /// | SQL | `UPPER(blog_blog.state) = UPPER(…)` |
    pub blog__state__iexact: Option<String>,
    /// Keeps the rows whose `blog_blog.state` is between the two, or one of them.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `blog__state__range=…`, with a comma between the two |
    /// | Django | `filter(blog__state__range=…)` |
    /// | SQL | `blog_blog.state BETWEEN … AND …` |
    pub blog__state__range: Option<(BlogState, BlogState)>,
    /// Keeps the rows whose `blog_entry.pub_date` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `pub_date=…` |
    /// | Django | `filter(pub_date=…)` |
    /// | SQL | `blog_entry.pub_date = …` |
    pub pub_date: Option<qs::chrono::DateTime<qs::chrono::Utc>>,
    /// Keeps the rows whose `DATE(blog_entry.pub_date)` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `pub_date__date=…` |
    /// | Django | `filter(pub_date__date=…)` |
    /// | SQL | `DATE(blog_entry.pub_date) = …` |
    pub pub_date__date: Option<qs::jiff::civil::Date>,
    /// Keeps the rows whose `TIME(blog_entry.pub_date)` is less.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `pub_date__time__lt=…` |
    /// | Django | `filter(pub_date__time__lt=…)` |
    /// | SQL | `TIME(blog_entry.pub_date) < …` |
    pub pub_date__time__lt: Option<qs::jiff::civil::Time>,
    /// Keeps the rows whose `ISO_YEAR(blog_entry.pub_date)` is between the two, or one of them.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `pub_date__iso_year__range=…`, with a comma between the two |
    /// | Django | `filter(pub_date__iso_year__range=…)` |
    /// | SQL | `ISO_YEAR(blog_entry.pub_date) BETWEEN … AND …` |
    pub pub_date__iso_year__range: Option<(i64, i64)>,
    /// Keeps the rows whose `blog_entry.type` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `type=…` |
    /// | Django | `filter(type=…)` |
    /// | SQL | `blog_entry.type = …` |
    pub type_: Option<crate::Small>,
    /// Keeps the rows whose `ABS(blog_entry.type)` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `type__abs=…` |
    /// | Django | `filter(type__abs=…)` |
    /// | SQL | `ABS(blog_entry.type) = …` |
    pub type__abs: Option<crate::Small>,
    /// Keeps the rows whose `blog_entry.id` is one of them.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `pk__in=…`, a list with commas |
    /// | Django | `filter(pk__in=…)` |
    /// | SQL | `blog_entry.id IN (…)` |
    pub pk__in: Option<Vec<i64>>,
    /// Orders the rows by some of `pub_date`, `blog__name`: `ordering=-pub_date`.
    pub ordering: qs::FilterOrdering<EntryFilter>,
}

#[diagnostic::do_not_recommend]
impl qs::FilterSet for EntryFilter {
    type Model = Entry;
    const NAME: &'static str = "EntryFilter";
    const FILTERS: &'static [&'static str] = &[
        "blog",
        "blog__in",
        "blog__isnull",
        "blog__state",
        "blog__state__in",
        "blog__state__iexact",
        "blog__state__range",
        "pub_date",
        "pub_date__date",
        "pub_date__time__lt",
        "pub_date__iso_year__range",
        "type",
        "type__abs",
        "pk__in",
    ];
    const ORDERING: &'static [&'static str] = &["pub_date", "blog__name", ];

    fn set(&mut self, at: usize, value: qs::FilterValue) -> Result<(), qs::Error> {
        match at {
            0 => self.blog = value.one()?,
            1 => self.blog__in = value.list()?,
            2 => self.blog__isnull = value.one()?,
            3 => self.blog__state = value.one()?,
            4 => self.blog__state__in = value.list()?,
            5 => self.blog__state__iexact = value.one()?,
            6 => self.blog__state__range = value.range()?,
            7 => self.pub_date = value.one()?,
            8 => self.pub_date__date = value.one()?,
            9 => self.pub_date__time__lt = value.one()?,
            10 => self.pub_date__iso_year__range = value.range()?,
            11 => self.type_ = value.one()?,
            12 => self.type__abs = value.one()?,
            13 => self.pk__in = value.list()?,
            _ => unreachable!("`EntryFilter` has 14 filters"),
        }
        Ok(())
    }

    fn get(&self, at: usize) -> Option<qs::dynamic::Argument> {
        match at {
            0 => qs::filters::one(&self.blog),
            1 => qs::filters::list(&self.blog__in),
            2 => qs::filters::one(&self.blog__isnull),
            3 => qs::filters::one(&self.blog__state),
            4 => qs::filters::list(&self.blog__state__in),
            5 => qs::filters::one(&self.blog__state__iexact),
            6 => qs::filters::range(&self.blog__state__range),
            7 => qs::filters::one(&self.pub_date),
            8 => qs::filters::one(&self.pub_date__date),
            9 => qs::filters::one(&self.pub_date__time__lt),
            10 => qs::filters::range(&self.pub_date__iso_year__range),
            11 => qs::filters::one(&self.type_),
            12 => qs::filters::one(&self.type__abs),
            13 => qs::filters::list(&self.pk__in),
            _ => None,
        }
    }

    fn ordering(&self) -> Option<&qs::FilterOrdering<Self>> {
        Some(&self.ordering)
    }

    fn ordering_mut(&mut self) -> Option<&mut qs::FilterOrdering<Self>> {
        Some(&mut self.ordering)
    }
}

/// From the pairs of a query string.
impl<'de> qs::serde::Deserialize<'de> for EntryFilter {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize_filters(deserializer)
    }
}

/// Filters of [`Blog`], as a query string has them.
///
/// A [`FilterSet`](::queryset::FilterSet): [`Blog`]`::objects().filter_set(&…)`.
#[allow(non_snake_case, reason = "filters are named as in a query string")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlogFilter {
    /// Keeps the rows whose `YEAR(blog_entry.pub_date)` equals it.
    ///
    /// | | |
    /// |---|---|
    /// | Query string | `entry__pub_date__year=…` |
    /// | Django | `filter(entry__pub_date__year=…)` |
    /// | SQL | `YEAR(blog_entry.pub_date) = …` |
    pub entry__pub_date__year: Option<i64>,
}

#[diagnostic::do_not_recommend]
impl qs::FilterSet for BlogFilter {
    type Model = Blog;
    const NAME: &'static str = "BlogFilter";
    const FILTERS: &'static [&'static str] = &["entry__pub_date__year", ];
    const ORDERING: &'static [&'static str] = &[];

    fn set(&mut self, at: usize, value: qs::FilterValue) -> Result<(), qs::Error> {
        match at {
            0 => self.entry__pub_date__year = value.one()?,
            _ => unreachable!("`BlogFilter` has 1 filters"),
        }
        Ok(())
    }

    fn get(&self, at: usize) -> Option<qs::dynamic::Argument> {
        match at {
            0 => qs::filters::one(&self.entry__pub_date__year),
            _ => None,
        }
    }

    fn ordering(&self) -> Option<&qs::FilterOrdering<Self>> {
        None
    }

    fn ordering_mut(&mut self) -> Option<&mut qs::FilterOrdering<Self>> {
        None
    }
}

/// From the pairs of a query string.
impl<'de> qs::serde::Deserialize<'de> for BlogFilter {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize_filters(deserializer)
    }
}

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Blog`](blog::Blog) | `blog_blog` | A row of `blog_blog`. |
/// | [`Entry`](blog::Entry) | `blog_entry` | A row of `blog_entry`. |
///
/// <div style="overflow-x:auto;margin:1em 0">
/// <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The models of blog and their relations" width="178" height="58" viewBox="-1 -1 178 58" font-family="'Source Code Pro', monospace" font-size="13" fill="currentColor" stroke-width="1.2">
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Entry.blog to blog.Blog</title><path d="M116 38.0C84 38.0 84 38.0 52 38.0"/><path d="M116 33.0L107 38.0L116 43.0M61 33.0V43.0"/></g>
/// <rect x="0" y="30" width="52" height="26" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Blog.html"><text x="10" y="48" fill="currentColor" font-weight="600">Blog</text></a>
/// <rect x="116" y="0" width="60" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Entry.html"><text x="126" y="18" fill="currentColor" font-weight="600">Entry</text></a>
/// <path d="M116 26H175" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="entry/fn.blog.html"><text x="126" y="42" fill="currentColor">blog</text></a>
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
    &blog::blog::META,
    &blog::entry::META,
];

