// schema/blog/draft.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_draft`.
///
/// | | |
/// |---|---|
/// | Table | `blog_draft` |
/// | Primary key | [`id`](const@draft::id) |
/// | Objects | those with `deleted_at >= '2025-01-01T12:00:00Z' OR NOT (stars IN (1, 2) AND title = 'x') OR stars > least OR stars BETWEEN 3 AND 4`; `all_objects()` has all |
/// | Declared | `schema/blog.toml` |
pub struct Draft {
    /// The primary key.
    ///
    /// Column: [`draft::id`](const@draft::id).
    pub id: i64,
    /// The deleted at of a draft.
    ///
    /// Column: [`draft::deleted_at`](const@draft::deleted_at).
    pub deleted_at: Option<qs::jiff::Timestamp>,
    /// The title of a draft.
    ///
    /// Column: [`draft::title`](const@draft::title).
    pub title: String,
    /// The stars of a draft.
    ///
    /// Column: [`draft::stars`](const@draft::stars).
    pub stars: i32,
    /// The least of a draft.
    ///
    /// Column: [`draft::least`](const@draft::least).
    pub least: i32,
}

impl Draft {
    /// The rows of `blog_draft` with `deleted_at >= '2025-01-01T12:00:00Z' OR NOT (stars IN (1, 2) AND title = 'x') OR stars > least OR stars BETWEEN 3 AND 4`, as a query set.
    ///
    /// They are also what relations to several rows lead to and prefetch. [`all_objects`](Self::all_objects),
    /// relations to one row, joins, and what `delete()` deletes with others know every row.
    ///
    /// Django: `Draft.objects`, a manager whose `get_queryset()` filters.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }

    /// Every row of `blog_draft`, as a query set.
    ///
    /// Django: `Draft._base_manager`.
    pub fn all_objects() -> qs::QuerySet<Self> {
        qs::QuerySet::all_objects()
    }
}

impl qs::Model for Draft {
    const META: &'static qs::meta::Model = &draft::META;
    type Key = qs::kind::Integer;
    type KeyColumn = draft::columns::DraftId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, draft::columns::DraftId, i64,
        qs::Own<Self, draft::columns::DraftDeletedAt, Option<qs::jiff::Timestamp>,
            qs::Own<Self, draft::columns::DraftTitle, String,
                qs::Own<Self, draft::columns::DraftStars, i32,
                    qs::Own<Self, draft::columns::DraftLeast, i32,
                        qs::Nil
    >>>>>;
    type Row = (i64, Option<qs::jiff::Timestamp>, String, i32, i32);

    fn of_fields((id, deleted_at, title, stars, least): Self::Row) -> Self {
        Self { id, deleted_at, title, stars, least }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, deleted_at, title, stars, least } = self;
        (id, deleted_at, title, stars, least)
    }
}

impl Clone for Draft {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Draft {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Draft {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Draft {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Draft`]: its fields, its relations, and what [`Draft::create`] returns.
pub mod draft {
    use ::queryset::generated::in_model::*;

    pub use self::builder::DraftCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_draft.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Draft.id")]
    pub const id: Expr<At<Root<super::Draft>, columns::DraftId>, kind::Integer> = qs::column();

    /// The deleted at of a draft.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_draft.deleted_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Draft.deleted_at")]
    pub const deleted_at: Expr<
        At<Root<super::Draft>, columns::DraftDeletedAt>,
        kind::DateTime,
        Nullable,
    > = qs::column();

    /// The title of a draft.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_draft.title`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Draft.title")]
    pub const title: Expr<At<Root<super::Draft>, columns::DraftTitle>, kind::Text> = qs::column();

    /// The stars of a draft.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_draft.stars`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Draft.stars")]
    pub const stars: Expr<
        At<Root<super::Draft>, columns::DraftStars>,
        kind::Integer<i32>,
    > = qs::column();

    /// The least of a draft.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_draft.least`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Draft.least")]
    pub const least: Expr<
        At<Root<super::Draft>, columns::DraftLeast>,
        kind::Integer<i32>,
    > = qs::column();

    /// All fields, for `values(draft::ALL)`.
    pub const ALL: AllFields<super::Draft> = AllFields::new();

    /// [`Draft`](super::Draft) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the draft.
        pub id: Expr<At<P, columns::DraftId>, kind::Integer, P::Null>,
        /// [`deleted_at`](const@deleted_at) of the draft.
        pub deleted_at: Expr<At<P, columns::DraftDeletedAt>, kind::DateTime, Nullable>,
        /// [`title`](const@title) of the draft.
        pub title: Expr<At<P, columns::DraftTitle>, kind::Text, P::Null>,
        /// [`stars`](const@stars) of the draft.
        pub stars: Expr<At<P, columns::DraftStars>, kind::Integer<i32>, P::Null>,
        /// [`least`](const@least) of the draft.
        pub least: Expr<At<P, columns::DraftLeast>, kind::Integer<i32>, P::Null>,
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
            deleted_at: qs::column(),
            title: qs::column(),
            stars: qs::column(),
            least: qs::column(),
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

    /// The columns of [`Draft`](super::Draft) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum DraftId {}

        impl qs::DeclaresColumn for DraftId {
            type Is = qs::ColumnOf<super::super::Draft, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for DraftId {}

        /// The column of [`deleted_at`](const@super::deleted_at).
        pub enum DraftDeletedAt {}

        impl qs::DeclaresColumn for DraftDeletedAt {
            type Is = qs::ColumnOf<super::super::Draft, 1, qs::kind::DateTime, qs::Nullable>;
        }

        /// The column of [`title`](const@super::title).
        pub enum DraftTitle {}

        impl qs::DeclaresColumn for DraftTitle {
            type Is = qs::ColumnOf<super::super::Draft, 2, qs::kind::Text>;
        }

        /// The column of [`stars`](const@super::stars).
        pub enum DraftStars {}

        impl qs::DeclaresColumn for DraftStars {
            type Is = qs::ColumnOf<super::super::Draft, 3, qs::kind::Integer<i32>>;
        }

        /// The column of [`least`](const@super::least).
        pub enum DraftLeast {}

        impl qs::DeclaresColumn for DraftLeast {
            type Is = qs::ColumnOf<super::super::Draft, 4, qs::kind::Integer<i32>>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Draft {
            /// Begins a new row, which needs `title`, `stars` and `least`: `save(&db)` writes it.
            ///
            /// Django: `Draft.objects.create(…)`. SQL: `INSERT INTO blog_draft …`.
            pub fn create() -> DraftCreate {
                DraftCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Draft`](super::super::Draft) that was not written yet, begun by
        /// [`create`](super::super::Draft::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct DraftCreate<S = (
            qs::Missing<super::columns::DraftTitle>,
            qs::Missing<super::columns::DraftStars>,
            qs::Missing<super::columns::DraftLeast>,
        )> {
            new: qs::New<super::super::Draft>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for DraftCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for DraftCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for DraftCreate<S> {
            type Model = super::super::Draft;

            fn of(new: qs::New<super::super::Draft>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Title, Stars, Least> qs::NewRow for DraftCreate<(Title, Stars, Least)>
        where
            Title: qs::Provided,
            Stars: qs::Provided,
            Least: qs::Provided,
        {
            type Model = super::super::Draft;

            fn row(self) -> qs::New<super::super::Draft> {
                self.new
            }
        }

        impl<Title, Stars, Least> DraftCreate<(Title, Stars, Least)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                DraftCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`deleted_at`](const@super::deleted_at). Without it: `NULL`.
            pub fn deleted_at(
                self,
                value: impl qs::Input<qs::kind::DateTime, qs::Nullable>,
            ) -> Self {
                DraftCreate { new: self.new.given(1, value), state: self.state }
            }

            /// Sets [`title`](const@super::title).
            pub fn title(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> DraftCreate<(qs::Given, Stars, Least)> {
                DraftCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`stars`](const@super::stars).
            pub fn stars(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> DraftCreate<(Title, qs::Given, Least)> {
                DraftCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`least`](const@super::least).
            pub fn least(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> DraftCreate<(Title, Stars, qs::Given)> {
                DraftCreate { new: self.new.given(4, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Draft>
            where
                Title: qs::Provided,
                Stars: qs::Provided,
                Least: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Draft>
            where
                Title: qs::Provided,
                Stars: qs::Provided,
                Least: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Draft`](super::Draft).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Draft",
            "label": "blog.Draft",
            "table": "blog_draft",
            "objects": {"Any":[{"Compare":{"column":"deleted_at","compare":"Gte","with":{"Value":{"Text":"2025-01-01T12:00:00Z"}}}},{"Not":{"All":[{"In":{"column":"stars","values":[{"Int":1},{"Int":2}]}},{"Compare":{"column":"title","compare":"Exact","with":{"Value":{"Text":"x"}}}}]}},{"Compare":{"column":"stars","compare":"Gt","with":{"Column":"least"}}},{"All":[{"Compare":{"column":"stars","compare":"Gte","with":{"Value":{"Int":3}}}},{"Compare":{"column":"stars","compare":"Lte","with":{"Value":{"Int":4}}}}]}]},
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"deleted_at","type":"DateTime","null":true},
                {"name":"title","type":"Char","max_length":50},
                {"name":"stars","type":"Integer"},
                {"name":"least","type":"Integer"}
            ]
        }"#,
        &[],
        &[],
        &[],
    );
}

// schema/blog/note.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_note`.
///
/// | | |
/// |---|---|
/// | Table | `blog_note` |
/// | Primary key | [`id`](const@note::id) |
/// | Ordering | `title` |
/// | Objects | those with `deleted_at IS NULL`; `all_objects()` has all |
/// | Declared | `schema/blog.toml` |
pub struct Note {
    /// The primary key.
    ///
    /// Column: [`note::id`](const@note::id).
    pub id: i64,
    /// The deleted at of a note.
    ///
    /// Column: [`note::deleted_at`](const@note::deleted_at).
    pub deleted_at: Option<qs::jiff::Timestamp>,
    /// The title of a note.
    ///
    /// Column: [`note::title`](const@note::title).
    pub title: String,
}

impl Note {
    /// The rows of `blog_note` with `deleted_at IS NULL`, as a query set, ordered by `title`.
    ///
    /// They are also what relations to several rows lead to and prefetch. [`all_objects`](Self::all_objects),
    /// relations to one row, joins, and what `delete()` deletes with others know every row.
    ///
    /// Django: `Note.objects`, a manager whose `get_queryset()` filters.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::new()
    }

    /// Every row of `blog_note`, as a query set, ordered by `title`.
    ///
    /// Django: `Note._base_manager`.
    pub fn all_objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage<qs::Ordered>> {
        qs::QuerySet::all_objects()
    }
}

impl qs::Model for Note {
    const META: &'static qs::meta::Model = &note::META;
    type Key = qs::kind::Integer;
    type KeyColumn = note::columns::NoteId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, note::columns::NoteId, i64,
        qs::Own<Self, note::columns::NoteDeletedAt, Option<qs::jiff::Timestamp>,
            qs::Own<Self, note::columns::NoteTitle, String,
                qs::Nil
    >>>;
    type Row = (i64, Option<qs::jiff::Timestamp>, String);

    fn of_fields((id, deleted_at, title): Self::Row) -> Self {
        Self { id, deleted_at, title }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, deleted_at, title } = self;
        (id, deleted_at, title)
    }
}

impl Clone for Note {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Note {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Note {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Note {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Note {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Note`]: its fields, its relations, and what [`Note::create`] returns.
pub mod note {
    use ::queryset::generated::in_model::*;

    pub use self::builder::NoteCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_note.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Note.id")]
    pub const id: Expr<At<Root<super::Note>, columns::NoteId>, kind::Integer> = qs::column();

    /// The deleted at of a note.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_note.deleted_at`, `datetime` (PostgreSQL `timestamp with time zone`, MySQL `datetime(6)`) |
    /// | Value | `jiff::Timestamp`, of kind [`DateTime`](::queryset::kind::DateTime) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::DateTime)) |
    /// | Transforms | `date()` `time()` `year()` `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()` `hour()` `minute()` `second()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Note.deleted_at")]
    pub const deleted_at: Expr<
        At<Root<super::Note>, columns::NoteDeletedAt>,
        kind::DateTime,
        Nullable,
    > = qs::column();

    /// The title of a note.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_note.title`, `varchar(50)` |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Note.title")]
    pub const title: Expr<At<Root<super::Note>, columns::NoteTitle>, kind::Text> = qs::column();

    /// All fields, for `values(note::ALL)`.
    pub const ALL: AllFields<super::Note> = AllFields::new();

    /// [`Note`](super::Note) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the note.
        pub id: Expr<At<P, columns::NoteId>, kind::Integer, P::Null>,
        /// [`deleted_at`](const@deleted_at) of the note.
        pub deleted_at: Expr<At<P, columns::NoteDeletedAt>, kind::DateTime, Nullable>,
        /// [`title`](const@title) of the note.
        pub title: Expr<At<P, columns::NoteTitle>, kind::Text, P::Null>,
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
            deleted_at: qs::column(),
            title: qs::column(),
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

    /// The columns of [`Note`](super::Note) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum NoteId {}

        impl qs::DeclaresColumn for NoteId {
            type Is = qs::ColumnOf<super::super::Note, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for NoteId {}

        /// The column of [`deleted_at`](const@super::deleted_at).
        pub enum NoteDeletedAt {}

        impl qs::DeclaresColumn for NoteDeletedAt {
            type Is = qs::ColumnOf<super::super::Note, 1, qs::kind::DateTime, qs::Nullable>;
        }

        /// The column of [`title`](const@super::title).
        pub enum NoteTitle {}

        impl qs::DeclaresColumn for NoteTitle {
            type Is = qs::ColumnOf<super::super::Note, 2, qs::kind::Text>;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Note {
            /// Begins a new row, which needs `title`: `save(&db)` writes it.
            ///
            /// Django: `Note.objects.create(…)`. SQL: `INSERT INTO blog_note …`.
            pub fn create() -> NoteCreate {
                NoteCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Note`](super::super::Note) that was not written yet, begun by
        /// [`create`](super::super::Note::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct NoteCreate<S = (qs::Missing<super::columns::NoteTitle>,)> {
            new: qs::New<super::super::Note>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for NoteCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for NoteCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for NoteCreate<S> {
            type Model = super::super::Note;

            fn of(new: qs::New<super::super::Note>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Title> qs::NewRow for NoteCreate<(Title,)>
        where
            Title: qs::Provided,
        {
            type Model = super::super::Note;

            fn row(self) -> qs::New<super::super::Note> {
                self.new
            }
        }

        impl<Title> NoteCreate<(Title,)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                NoteCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`deleted_at`](const@super::deleted_at). Without it: `NULL`.
            pub fn deleted_at(
                self,
                value: impl qs::Input<qs::kind::DateTime, qs::Nullable>,
            ) -> Self {
                NoteCreate { new: self.new.given(1, value), state: self.state }
            }

            /// Sets [`title`](const@super::title).
            pub fn title(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> NoteCreate<(qs::Given,)> {
                NoteCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Note>
            where
                Title: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Note>
            where
                Title: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Note`](super::Note).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Note",
            "label": "blog.Note",
            "table": "blog_note",
            "objects": {"IsNull":{"column":"deleted_at","null":true}},
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"deleted_at","type":"DateTime","null":true},
                {"name":"title","type":"Char","max_length":50}
            ],
            "ordering": [
                {"path":"title"}
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

include!("blog/note.rs");
include!("blog/draft.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Note`](blog::Note) | `blog_note` | A row of `blog_note`. |
/// | [`Draft`](blog::Draft) | `blog_draft` | A row of `blog_draft`. |
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
    &blog::note::META,
    &blog::draft::META,
];

