// schema/blog/entry.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_entry`.
///
/// | | |
/// |---|---|
/// | Table | `blog_entry` |
/// | Primary key | [`id`](const@entry::id) |
/// | Ordering | `name` `owner` |
/// | Latest by | `created_at` |
/// | Relations | [`owner()`](fn@entry::owner) to [`blog.User`](User) |
/// | Declared | `schema/blog.toml` |
pub struct Entry {
    /// The primary key.
    ///
    /// Column: [`entry::id`](const@entry::id).
    pub id: i32,
    /// The created at of an entry.
    ///
    /// Column: [`entry::created_at`](const@entry::created_at).
    pub created_at: qs::jiff::Timestamp,
    /// The changed at of an entry.
    ///
    /// Column: [`entry::changed_at`](const@entry::changed_at).
    pub changed_at: qs::jiff::Timestamp,
    /// The key of the `blog.User` that it points at.
    ///
    /// Column: [`entry::owner_id`](const@entry::owner_id).
    pub owner_id: i32,
    /// The name of an entry.
    ///
    /// Column: [`entry::name`](const@entry::name).
    pub name: EntryName,
}

impl Entry {
    /// Every row of `blog_entry`, as a query set, ordered by `name` `owner`.
    ///
    /// Django: `Entry.objects`.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Entry {
    const META: &'static qs::meta::Model = &entry::META;
    type Key = qs::kind::Integer<i32>;
    type KeyColumn = entry::columns::EntryId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, entry::columns::EntryId, i32,
        qs::Own<Self, entry::columns::EntryCreatedAt, qs::jiff::Timestamp,
            qs::Own<Self, entry::columns::EntryChangedAt, qs::jiff::Timestamp,
                qs::Own<Self, entry::columns::EntryOwnerId, i32,
                    qs::Own<Self, entry::columns::EntryName, EntryName,
                        qs::Nil
    >>>>>;
    type Row = (i32, qs::jiff::Timestamp, qs::jiff::Timestamp, i32, EntryName);

    fn of_fields((id, created_at, changed_at, owner_id, name): Self::Row) -> Self {
        Self { id, created_at, changed_at, owner_id, name }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, created_at, changed_at, owner_id, name } = self;
        (id, created_at, changed_at, owner_id, name)
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

#[diagnostic::do_not_recommend]
impl qs::HasLatest for Entry {}

impl qs::UniqueTogether<(entry::columns::EntryOwnerId, entry::columns::EntryName)> for Entry {}

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

/// What `Entry.name` can be.
///
/// The choices of [`entry::name`](const@entry::name).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde")]
pub enum EntryName {
    /// Small one, stored as `"small"`.
    #[serde(rename = "small")]
    Small,
    /// Large one, stored as `"large"`.
    #[serde(rename = "large")]
    Large,
}

impl EntryName {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::Small,
        Self::Large,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Small => "Small one",
            Self::Large => "Large one",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }
}

/// The label.
impl ::core::fmt::Display for EntryName {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl qs::FieldValue for EntryName {
    type Base = String;

    fn from_base(base: String) -> Result<Self, String> {
        match base.as_str() {
            "small" => Ok(Self::Small),
            "large" => Ok(Self::Large),
            _ => Err(format!("`{base}` is not a choice of `Entry.name`")),
        }
    }

    fn to_base(&self) -> String {
        self.as_str().to_owned()
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
    /// | Column | `blog_entry.id`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.id")]
    pub const id: Expr<At<Root<super::Entry>, columns::EntryId>, kind::Integer<i32>> = qs::column();

    /// The created at of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.created_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | the current time |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.created_at")]
    pub const created_at: Expr<
        At<Root<super::Entry>, columns::EntryCreatedAt>,
        kind::DateTime,
    > = qs::column();

    /// The changed at of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.changed_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | the current time, on every save |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.changed_at")]
    pub const changed_at: Expr<
        At<Root<super::Entry>, columns::EntryChangedAt>,
        kind::DateTime,
    > = qs::column();

    /// The key of the `blog.User` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.owner_id`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.User`](super::User) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.owner_id")]
    pub const owner_id: Expr<
        At<Root<super::Entry>, columns::EntryOwnerId>,
        kind::Integer<i32>,
    > = qs::column();

    /// The name of an entry.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_entry.name`, `varchar(50)` |
    /// | Value | [`EntryName`](super::EntryName), of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.name")]
    pub const name: Expr<
        At<Root<super::Entry>, columns::EntryName>,
        kind::Text<super::EntryName>,
    > = qs::column();

    /// All fields, for `values(entry::ALL)`.
    pub const ALL: AllFields<super::Entry> = AllFields::new();

    /// [`Entry`](super::Entry) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the entry.
        pub id: Expr<At<P, columns::EntryId>, kind::Integer<i32>, P::Null>,
        /// [`created_at`](const@created_at) of the entry.
        pub created_at: Expr<At<P, columns::EntryCreatedAt>, kind::DateTime, P::Null>,
        /// [`changed_at`](const@changed_at) of the entry.
        pub changed_at: Expr<At<P, columns::EntryChangedAt>, kind::DateTime, P::Null>,
        /// [`owner_id`](const@owner_id) of the entry.
        pub owner_id: Expr<At<P, columns::EntryOwnerId>, kind::Integer<i32>, P::Null>,
        /// [`name`](const@name) of the entry.
        pub name: Expr<At<P, columns::EntryName>, kind::Text<super::EntryName>, P::Null>,
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
            created_at: qs::column(),
            changed_at: qs::column(),
            owner_id: qs::column(),
            name: qs::column(),
        };

        /// [`owner()`](fn@owner) of the entry.
        pub fn owner(&self) -> super::user::Fields<Hop<P, relations::EntryToOwner>> {
            super::user::Fields::PATH
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
            type Is = qs::ColumnOf<
                super::super::Entry,
                0,
                qs::kind::Integer<i32>,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for EntryId {}

        /// The column of [`created_at`](const@super::created_at).
        pub enum EntryCreatedAt {}

        impl qs::DeclaresColumn for EntryCreatedAt {
            type Is = qs::ColumnOf<super::super::Entry, 1, qs::kind::DateTime>;
        }

        /// The column of [`changed_at`](const@super::changed_at).
        pub enum EntryChangedAt {}

        impl qs::DeclaresColumn for EntryChangedAt {
            type Is = qs::ColumnOf<super::super::Entry, 2, qs::kind::DateTime>;
        }

        /// The column of [`owner_id`](const@super::owner_id).
        pub enum EntryOwnerId {}

        impl qs::DeclaresColumn for EntryOwnerId {
            type Is = qs::ColumnOf<super::super::Entry, 3, qs::kind::Integer<i32>>;
        }

        /// The column of [`name`](const@super::name).
        pub enum EntryName {}

        impl qs::DeclaresColumn for EntryName {
            type Is = qs::ColumnOf<super::super::Entry, 4, qs::kind::Text<super::super::EntryName>>;
        }
    }

    /// The owner that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.User`](super::User), one row, which others share |
    /// | Join | `owner_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `entry_set_of_owner()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Entry.owner")]
    pub fn owner() -> super::user::Fields<Hop<Root<super::Entry>, relations::EntryToOwner>> {
        super::user::Fields::PATH
    }

    impl super::Entry {
        /// Reads the row of [`owner()`](fn@owner).
        ///
        /// Django: `entry.owner`.
        pub fn owner<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::User> {
            qs::sure_related_row::<relations::EntryToOwner>(self, db)
        }
    }

    /// The relations of [`Entry`](super::Entry) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`owner()`](fn@super::owner).
        pub enum EntryToOwner {}

        impl qs::Relation for EntryToOwner {
            type Model = super::super::Entry;
            type Target = super::super::User;
            type Key = super::super::user::columns::UserId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for EntryToOwner {
            type Column = super::columns::EntryOwnerId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Entry {
            /// Begins a new row, which needs `owner_id` and `name`: `save(&db)` writes it.
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
            qs::Missing<super::columns::EntryOwnerId>,
            qs::Missing<super::columns::EntryName>,
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

        impl<OwnerId, Name> qs::NewRow for EntryCreate<(OwnerId, Name)>
        where
            OwnerId: qs::Provided,
            Name: qs::Provided,
        {
            type Model = super::super::Entry;

            fn row(self) -> qs::New<super::super::Entry> {
                self.new
            }
        }

        impl<OwnerId, Name> EntryCreate<(OwnerId, Name)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>) -> Self {
                EntryCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`owner_id`](const@super::owner_id).
            pub fn owner_id(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> EntryCreate<(qs::Given, Name)> {
                EntryCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`owner_id`](const@super::owner_id) to the key of an instance.
            pub fn owner(self, instance: &super::super::User) -> EntryCreate<(qs::Given, Name)> {
                EntryCreate { new: self.new.set_to(3, instance, 0), state: PhantomData }
            }

            /// Sets [`name`](const@super::name).
            pub fn name(
                self,
                value: impl qs::Input<qs::kind::Text<super::super::EntryName>, qs::NotNull>,
            ) -> EntryCreate<(OwnerId, qs::Given)> {
                EntryCreate { new: self.new.given(4, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Entry>
            where
                OwnerId: qs::Provided,
                Name: qs::Provided,
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
                OwnerId: qs::Provided,
                Name: qs::Provided,
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
                {"name":"id","type":"Auto","primary_key":true,"unique":true},
                {"name":"created_at","type":"DateTime","auto_now":"Create"},
                {"name":"changed_at","type":"DateTime","auto_now":"Save"},
                {"name":"owner_id","field":"owner","type":"Auto","references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_entry_owner_id_058057bb_fk_blog_user_id"}},
                {"name":"name","type":"Char","max_length":50,"choices":[{"Text":"small"},{"Text":"large"}]}
            ],
            "relations": [
                {"name":"owner","target":0,"forward":true,"from":"owner_id","to":"id"}
            ],
            "ordering": [
                {"path":"name"},
                {"path":"owner"}
            ],
            "get_latest_by": [
                {"path":"created_at"}
            ],
            "indexes": [
                {"name":"blog_entry_owner_id_058057bb","columns":["owner_id"],"kind":"ForeignKey"},
                {"name":"blog_entry_created_77c142_idx","columns":["created_at"],"descending":["created_at"],"kind":"Plain"}
            ],
            "constraints": [
                {"name":"blog_entry_owner_name","rule":{"Unique":{"columns":["owner_id","name"]}}}
            ]
        }"#,
        &[&super::user::META],
        &[],
        &[],
    );
}

// schema/blog/post.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_post`.
///
/// | | |
/// |---|---|
/// | Table | `blog_post` |
/// | Primary key | [`id`](const@post::id) |
/// | Ordering | `-created_at` |
/// | Latest by | `created_at` |
/// | Relations | [`owner()`](fn@post::owner) to [`blog.User`](User) |
/// | Declared | `schema/blog.toml` |
pub struct Post {
    /// The primary key.
    ///
    /// Column: [`post::id`](const@post::id).
    pub id: i32,
    /// The created at of a post.
    ///
    /// Column: [`post::created_at`](const@post::created_at).
    pub created_at: qs::jiff::Timestamp,
    /// The changed at of a post.
    ///
    /// Column: [`post::changed_at`](const@post::changed_at).
    pub changed_at: qs::jiff::Timestamp,
    /// The key of the `blog.User` that it points at.
    ///
    /// Column: [`post::owner_id`](const@post::owner_id).
    pub owner_id: i32,
    /// The name of a post.
    ///
    /// Column: [`post::name`](const@post::name).
    pub name: PostName,
    /// The size of a post.
    ///
    /// Column: [`post::size`](const@post::size).
    pub size: u16,
}

impl Post {
    /// Every row of `blog_post`, as a query set, ordered by `-created_at`.
    ///
    /// Django: `Post.objects`.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Post {
    const META: &'static qs::meta::Model = &post::META;
    type Key = qs::kind::Integer<i32>;
    type KeyColumn = post::columns::PostId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, post::columns::PostId, i32,
        qs::Own<Self, post::columns::PostCreatedAt, qs::jiff::Timestamp,
            qs::Own<Self, post::columns::PostChangedAt, qs::jiff::Timestamp,
                qs::Own<Self, post::columns::PostOwnerId, i32,
                    qs::Own<Self, post::columns::PostName, PostName,
                        qs::Own<Self, post::columns::PostSize, u16,
                            qs::Nil
    >>>>>>;
    type Row = (i32, qs::jiff::Timestamp, qs::jiff::Timestamp, i32, PostName, u16);

    fn of_fields((id, created_at, changed_at, owner_id, name, size): Self::Row) -> Self {
        Self { id, created_at, changed_at, owner_id, name, size }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, created_at, changed_at, owner_id, name, size } = self;
        (id, created_at, changed_at, owner_id, name, size)
    }
}

impl Clone for Post {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Post {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Post {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

#[diagnostic::do_not_recommend]
impl qs::HasLatest for Post {}

impl qs::UniqueTogether<(post::columns::PostOwnerId, post::columns::PostName)> for Post {}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Post {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Post {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// What `Post.name` can be.
///
/// The choices of [`post::name`](const@post::name).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde")]
pub enum PostName {
    /// Small one, stored as `"small"`.
    #[serde(rename = "small")]
    Small,
    /// Large one, stored as `"large"`.
    #[serde(rename = "large")]
    Large,
}

impl PostName {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::Small,
        Self::Large,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Small => "Small one",
            Self::Large => "Large one",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }
}

/// The label.
impl ::core::fmt::Display for PostName {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl qs::FieldValue for PostName {
    type Base = String;

    fn from_base(base: String) -> Result<Self, String> {
        match base.as_str() {
            "small" => Ok(Self::Small),
            "large" => Ok(Self::Large),
            _ => Err(format!("`{base}` is not a choice of `Post.name`")),
        }
    }

    fn to_base(&self) -> String {
        self.as_str().to_owned()
    }
}

/// [`Post`]: its fields, its relations, and what [`Post::create`] returns.
pub mod post {
    use ::queryset::generated::in_model::*;

    pub use self::builder::PostCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.id`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.id")]
    pub const id: Expr<At<Root<super::Post>, columns::PostId>, kind::Integer<i32>> = qs::column();

    /// The created at of a post.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.created_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | the current time |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.created_at")]
    pub const created_at: Expr<
        At<Root<super::Post>, columns::PostCreatedAt>,
        kind::DateTime,
    > = qs::column();

    /// The changed at of a post.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.changed_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | no |
    /// | Default | the current time, on every save |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.changed_at")]
    pub const changed_at: Expr<
        At<Root<super::Post>, columns::PostChangedAt>,
        kind::DateTime,
    > = qs::column();

    /// The key of the `blog.User` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.owner_id`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.User`](super::User) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.owner_id")]
    pub const owner_id: Expr<
        At<Root<super::Post>, columns::PostOwnerId>,
        kind::Integer<i32>,
    > = qs::column();

    /// The name of a post.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.name`, `varchar(50)` |
    /// | Value | [`PostName`](super::PostName), of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.name")]
    pub const name: Expr<
        At<Root<super::Post>, columns::PostName>,
        kind::Text<super::PostName>,
    > = qs::column();

    /// The size of a post.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_post.size`, `smallint unsigned` (PostgreSQL `smallint`, MySQL `smallint UNSIGNED`) |
    /// | Value | `u16`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.size")]
    pub const size: Expr<
        At<Root<super::Post>, columns::PostSize>,
        kind::Integer<u16>,
    > = qs::column();

    /// All fields, for `values(post::ALL)`.
    pub const ALL: AllFields<super::Post> = AllFields::new();

    /// [`Post`](super::Post) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the post.
        pub id: Expr<At<P, columns::PostId>, kind::Integer<i32>, P::Null>,
        /// [`created_at`](const@created_at) of the post.
        pub created_at: Expr<At<P, columns::PostCreatedAt>, kind::DateTime, P::Null>,
        /// [`changed_at`](const@changed_at) of the post.
        pub changed_at: Expr<At<P, columns::PostChangedAt>, kind::DateTime, P::Null>,
        /// [`owner_id`](const@owner_id) of the post.
        pub owner_id: Expr<At<P, columns::PostOwnerId>, kind::Integer<i32>, P::Null>,
        /// [`name`](const@name) of the post.
        pub name: Expr<At<P, columns::PostName>, kind::Text<super::PostName>, P::Null>,
        /// [`size`](const@size) of the post.
        pub size: Expr<At<P, columns::PostSize>, kind::Integer<u16>, P::Null>,
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
            created_at: qs::column(),
            changed_at: qs::column(),
            owner_id: qs::column(),
            name: qs::column(),
            size: qs::column(),
        };

        /// [`owner()`](fn@owner) of the post.
        pub fn owner(&self) -> super::user::Fields<Hop<P, relations::PostToOwner>> {
            super::user::Fields::PATH
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

    /// The columns of [`Post`](super::Post) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum PostId {}

        impl qs::DeclaresColumn for PostId {
            type Is = qs::ColumnOf<
                super::super::Post,
                0,
                qs::kind::Integer<i32>,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for PostId {}

        /// The column of [`created_at`](const@super::created_at).
        pub enum PostCreatedAt {}

        impl qs::DeclaresColumn for PostCreatedAt {
            type Is = qs::ColumnOf<super::super::Post, 1, qs::kind::DateTime>;
        }

        /// The column of [`changed_at`](const@super::changed_at).
        pub enum PostChangedAt {}

        impl qs::DeclaresColumn for PostChangedAt {
            type Is = qs::ColumnOf<super::super::Post, 2, qs::kind::DateTime>;
        }

        /// The column of [`owner_id`](const@super::owner_id).
        pub enum PostOwnerId {}

        impl qs::DeclaresColumn for PostOwnerId {
            type Is = qs::ColumnOf<super::super::Post, 3, qs::kind::Integer<i32>>;
        }

        /// The column of [`name`](const@super::name).
        pub enum PostName {}

        impl qs::DeclaresColumn for PostName {
            type Is = qs::ColumnOf<super::super::Post, 4, qs::kind::Text<super::super::PostName>>;
        }

        /// The column of [`size`](const@super::size).
        pub enum PostSize {}

        impl qs::DeclaresColumn for PostSize {
            type Is = qs::ColumnOf<super::super::Post, 5, qs::kind::Integer<u16>>;
        }
    }

    /// The owner that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.User`](super::User), one row, which others share |
    /// | Join | `owner_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `post_set_of_owner()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Post.owner")]
    pub fn owner() -> super::user::Fields<Hop<Root<super::Post>, relations::PostToOwner>> {
        super::user::Fields::PATH
    }

    impl super::Post {
        /// Reads the row of [`owner()`](fn@owner).
        ///
        /// Django: `post.owner`.
        pub fn owner<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::User> {
            qs::sure_related_row::<relations::PostToOwner>(self, db)
        }
    }

    /// The relations of [`Post`](super::Post) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`owner()`](fn@super::owner).
        pub enum PostToOwner {}

        impl qs::Relation for PostToOwner {
            type Model = super::super::Post;
            type Target = super::super::User;
            type Key = super::super::user::columns::UserId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for PostToOwner {
            type Column = super::columns::PostOwnerId;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Post {
            /// Begins a new row, which needs `owner_id`, `name` and `size`: `save(&db)` writes it.
            ///
            /// Django: `Post.objects.create(…)`. SQL: `INSERT INTO blog_post …`.
            pub fn create() -> PostCreate {
                PostCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Post`](super::super::Post) that was not written yet, begun by
        /// [`create`](super::super::Post::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct PostCreate<S = (
            qs::Missing<super::columns::PostOwnerId>,
            qs::Missing<super::columns::PostName>,
            qs::Missing<super::columns::PostSize>,
        )> {
            new: qs::New<super::super::Post>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for PostCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for PostCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for PostCreate<S> {
            type Model = super::super::Post;

            fn of(new: qs::New<super::super::Post>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<OwnerId, Name, Size> qs::NewRow for PostCreate<(OwnerId, Name, Size)>
        where
            OwnerId: qs::Provided,
            Name: qs::Provided,
            Size: qs::Provided,
        {
            type Model = super::super::Post;

            fn row(self) -> qs::New<super::super::Post> {
                self.new
            }
        }

        impl<OwnerId, Name, Size> PostCreate<(OwnerId, Name, Size)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>) -> Self {
                PostCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`owner_id`](const@super::owner_id).
            pub fn owner_id(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> PostCreate<(qs::Given, Name, Size)> {
                PostCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`owner_id`](const@super::owner_id) to the key of an instance.
            pub fn owner(
                self,
                instance: &super::super::User,
            ) -> PostCreate<(qs::Given, Name, Size)> {
                PostCreate { new: self.new.set_to(3, instance, 0), state: PhantomData }
            }

            /// Sets [`name`](const@super::name).
            pub fn name(
                self,
                value: impl qs::Input<qs::kind::Text<super::super::PostName>, qs::NotNull>,
            ) -> PostCreate<(OwnerId, qs::Given, Size)> {
                PostCreate { new: self.new.given(4, value), state: PhantomData }
            }

            /// Sets [`size`](const@super::size).
            pub fn size(
                self,
                value: impl qs::Input<qs::kind::Integer<u16>, qs::NotNull>,
            ) -> PostCreate<(OwnerId, Name, qs::Given)> {
                PostCreate { new: self.new.given(5, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Post>
            where
                OwnerId: qs::Provided,
                Name: qs::Provided,
                Size: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Post>
            where
                OwnerId: qs::Provided,
                Name: qs::Provided,
                Size: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Post`](super::Post).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Post",
            "label": "blog.Post",
            "table": "blog_post",
            "columns": [
                {"name":"id","type":"Auto","primary_key":true,"unique":true},
                {"name":"created_at","type":"DateTime","auto_now":"Create"},
                {"name":"changed_at","type":"DateTime","auto_now":"Save"},
                {"name":"owner_id","field":"owner","type":"Auto","references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_post_owner_id_ff7c9277_fk_blog_user_id"}},
                {"name":"name","type":"Char","max_length":50,"choices":[{"Text":"small"},{"Text":"large"}]},
                {"name":"size","type":"PositiveSmallInteger"}
            ],
            "relations": [
                {"name":"owner","target":0,"forward":true,"from":"owner_id","to":"id"}
            ],
            "ordering": [
                {"path":"created_at","descending":true}
            ],
            "get_latest_by": [
                {"path":"created_at"}
            ],
            "indexes": [
                {"name":"blog_post_owner_id_ff7c9277","columns":["owner_id"],"kind":"ForeignKey"},
                {"name":"blog_post_created_45f0c6_idx","columns":["created_at"],"descending":["created_at"],"kind":"Plain"}
            ],
            "constraints": [
                {"name":"blog_post_owner_name","rule":{"Unique":{"columns":["owner_id","name"]}}}
            ]
        }"#,
        &[&super::user::META],
        &[],
        &[],
    );
}

// schema/blog/user.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_user`.
///
/// | | |
/// |---|---|
/// | Table | `blog_user` |
/// | Primary key | [`id`](const@user::id) |
/// | Reverse | [`entry_set_of_owner()`](fn@user::entry_set_of_owner) to [`blog.Entry`](Entry), [`post_set_of_owner()`](fn@user::post_set_of_owner) to [`blog.Post`](Post) |
/// | Declared | `schema/blog.toml` |
pub struct User {
    /// The primary key.
    ///
    /// Column: [`user::id`](const@user::id).
    pub id: i32,
    /// The name of an user.
    ///
    /// Column: [`user::name`](const@user::name).
    pub name: String,
}

impl User {
    /// Every row of `blog_user`, as a query set.
    ///
    /// Django: `User.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for User {
    const META: &'static qs::meta::Model = &user::META;
    type Key = qs::kind::Integer<i32>;
    type KeyColumn = user::columns::UserId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, user::columns::UserId, i32,
        qs::Own<Self, user::columns::UserName, String,
            qs::Nil
    >>;
    type Row = (i32, String);

    fn of_fields((id, name): Self::Row) -> Self {
        Self { id, name }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, name } = self;
        (id, name)
    }
}

impl Clone for User {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for User {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for User {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for User {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for User {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`User`]: its fields, its relations, and what [`User::create`] returns.
pub mod user {
    use ::queryset::generated::in_model::*;

    pub use self::builder::UserCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_user.id`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "User.id")]
    pub const id: Expr<At<Root<super::User>, columns::UserId>, kind::Integer<i32>> = qs::column();

    /// The name of an user.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_user.name`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "User.name")]
    pub const name: Expr<At<Root<super::User>, columns::UserName>, kind::Text> = qs::column();

    /// All fields, for `values(user::ALL)`.
    pub const ALL: AllFields<super::User> = AllFields::new();

    /// [`User`](super::User) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the user.
        pub id: Expr<At<P, columns::UserId>, kind::Integer<i32>, P::Null>,
        /// [`name`](const@name) of the user.
        pub name: Expr<At<P, columns::UserName>, kind::Text, P::Null>,
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
        };

        /// [`entry_set_of_owner()`](fn@entry_set_of_owner) of the user.
        pub fn entry_set_of_owner(&self) -> super::entry::Fields<Hop<
            P,
            relations::UserToEntrySetOfOwner,
        >> {
            super::entry::Fields::PATH
        }

        /// [`post_set_of_owner()`](fn@post_set_of_owner) of the user.
        pub fn post_set_of_owner(&self) -> super::post::Fields<Hop<
            P,
            relations::UserToPostSetOfOwner,
        >> {
            super::post::Fields::PATH
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

    /// The columns of [`User`](super::User) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum UserId {}

        impl qs::DeclaresColumn for UserId {
            type Is = qs::ColumnOf<
                super::super::User,
                0,
                qs::kind::Integer<i32>,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for UserId {}

        /// The column of [`name`](const@super::name).
        pub enum UserName {}

        impl qs::DeclaresColumn for UserName {
            type Is = qs::ColumnOf<super::super::User, 1, qs::kind::Text>;
        }
    }

    /// Every [`blog.Entry`](super::Entry) whose `owner` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Entry`](super::Entry), many rows |
    /// | Join | `id` = `owner_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `owner()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "User.entry_set_of_owner")]
    pub fn entry_set_of_owner() -> super::entry::Fields<Hop<
        Root<super::User>,
        relations::UserToEntrySetOfOwner,
    >> {
        super::entry::Fields::PATH
    }

    /// Every [`blog.Post`](super::Post) whose `owner` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Post`](super::Post), many rows |
    /// | Join | `id` = `owner_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `owner()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "User.post_set_of_owner")]
    pub fn post_set_of_owner() -> super::post::Fields<Hop<
        Root<super::User>,
        relations::UserToPostSetOfOwner,
    >> {
        super::post::Fields::PATH
    }

    impl super::User {
        /// The rows of [`entry_set_of_owner()`](fn@entry_set_of_owner), as a query set that also creates and relates.
        ///
        /// Django: `user.entry_set_of_owner`.
        pub fn entry_set_of_owner(&self) -> qs::RelatedSet<relations::UserToEntrySetOfOwner> {
            qs::related_set(self)
        }

        /// The rows of [`post_set_of_owner()`](fn@post_set_of_owner), as a query set that also creates and relates.
        ///
        /// Django: `user.post_set_of_owner`.
        pub fn post_set_of_owner(&self) -> qs::RelatedSet<relations::UserToPostSetOfOwner> {
            qs::related_set(self)
        }
    }

    /// The relations of [`User`](super::User) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`entry_set_of_owner()`](fn@super::entry_set_of_owner).
        pub enum UserToEntrySetOfOwner {}

        impl qs::Relation for UserToEntrySetOfOwner {
            type Model = super::super::User;
            type Target = super::super::Entry;
            type Key = super::super::entry::columns::EntryId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 0;
        }

        impl qs::ToMany for UserToEntrySetOfOwner {
            type Order = qs::Ordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::entry::EntryCreate<(
                qs::Given,
                qs::Missing<super::super::entry::columns::EntryName>,
            )>;
        }

        /// The relation of [`post_set_of_owner()`](fn@super::post_set_of_owner).
        pub enum UserToPostSetOfOwner {}

        impl qs::Relation for UserToPostSetOfOwner {
            type Model = super::super::User;
            type Target = super::super::Post;
            type Key = super::super::post::columns::PostId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for UserToPostSetOfOwner {
            type Order = qs::Ordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::post::PostCreate<(
                qs::Given,
                qs::Missing<super::super::post::columns::PostName>,
                qs::Missing<super::super::post::columns::PostSize>,
            )>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::User {
            /// Begins a new row, which needs `name`: `save(&db)` writes it.
            ///
            /// Django: `User.objects.create(…)`. SQL: `INSERT INTO blog_user …`.
            pub fn create() -> UserCreate {
                UserCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`User`](super::super::User) that was not written yet, begun by
        /// [`create`](super::super::User::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct UserCreate<S = (qs::Missing<super::columns::UserName>,)> {
            new: qs::New<super::super::User>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for UserCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for UserCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for UserCreate<S> {
            type Model = super::super::User;

            fn of(new: qs::New<super::super::User>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Name> qs::NewRow for UserCreate<(Name,)>
        where
            Name: qs::Provided,
        {
            type Model = super::super::User;

            fn row(self) -> qs::New<super::super::User> {
                self.new
            }
        }

        impl<Name> UserCreate<(Name,)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>) -> Self {
                UserCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`name`](const@super::name).
            pub fn name(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> UserCreate<(qs::Given,)> {
                UserCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::User>
            where
                Name: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::User>
            where
                Name: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`User`](super::User).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "User",
            "label": "blog.User",
            "table": "blog_user",
            "columns": [
                {"name":"id","type":"Auto","primary_key":true,"unique":true},
                {"name":"name","type":"Text"}
            ],
            "relations": [
                {"name":"entry_set_of_owner","target":0,"null":true,"many":true,"from":"id","to":"owner_id"},
                {"name":"post_set_of_owner","target":1,"null":true,"many":true,"from":"id","to":"owner_id"}
            ],
            "pointers": [
                [0,3],
                [1,3]
            ]
        }"#,
        &[&super::entry::META, &super::post::META],
        &[],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/user.rs");
include!("blog/entry.rs");
include!("blog/post.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`User`](blog::User) | `blog_user` | A row of `blog_user`. |
/// | [`Entry`](blog::Entry) | `blog_entry` | A row of `blog_entry`. |
/// | [`Post`](blog::Post) | `blog_post` | A row of `blog_post`. |
///
/// <div style="overflow-x:auto;margin:1em 0">
/// <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The models of blog and their relations" width="178" height="124" viewBox="-1 -1 178 124" font-family="'Source Code Pro', monospace" font-size="13" fill="currentColor" stroke-width="1.2">
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Entry.owner to blog.User</title><path d="M116 38.0C84 38.0 84 73.0 52 73.0"/><path d="M116 33.0L107 38.0L116 43.0M61 68.0V78.0"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Post.owner to blog.User</title><path d="M116 108.0C84 108.0 84 73.0 52 73.0"/><path d="M116 103.0L107 108.0L116 113.0M61 68.0V78.0"/></g>
/// <rect x="0" y="65" width="52" height="26" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.User.html"><text x="10" y="82" fill="currentColor" font-weight="600">User</text></a>
/// <rect x="116" y="0" width="60" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Entry.html"><text x="126" y="18" fill="currentColor" font-weight="600">Entry</text></a>
/// <path d="M116 26H175" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="entry/fn.owner.html"><text x="126" y="42" fill="currentColor">owner</text></a>
/// <rect x="116" y="70" width="60" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Post.html"><text x="126" y="88" fill="currentColor" font-weight="600">Post</text></a>
/// <path d="M116 96H175" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="post/fn.owner.html"><text x="126" y="112" fill="currentColor">owner</text></a>
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
    &blog::user::META,
    &blog::entry::META,
    &blog::post::META,
];

