// schema/blog/expr.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_expr`.
///
/// | | |
/// |---|---|
/// | Table | `blog_expr` |
/// | Primary key | [`root_id`](const@expr::root_id) |
/// | Relations | [`root()`](fn@expr::root) to [`blog.Root`](Root) |
/// | Reverse | [`matched()`](fn@expr::matched) to [`blog.Fields`](Fields) |
/// | Declared | `schema/blog.toml` |
pub struct Expr {
    /// The key of the `blog.Root` that it points at.
    ///
    /// Column: [`expr::root_id`](const@expr::root_id).
    pub root_id: i64,
}

impl Expr {
    /// Every row of `blog_expr`, as a query set.
    ///
    /// Django: `Expr.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Expr {
    const META: &'static qs::meta::Model = &expr::META;
    type Key = qs::kind::Integer;
    type KeyColumn = expr::columns::ExprRootId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsGiven;
    type Fields = qs::Own<Self, expr::columns::ExprRootId, i64,
        qs::Nil
    >;
    type Row = (i64,);

    fn of_fields((root_id,): Self::Row) -> Self {
        Self { root_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { root_id } = self;
        (root_id,)
    }
}

impl Clone for Expr {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Expr {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Expr {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Expr {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Expr`]: its fields, its relations, and what [`Expr::create`] returns.
pub mod expr {
    use ::queryset::generated::in_model::*;

    pub use self::builder::ExprCreate;

    /// The key of the `blog.Root` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_expr.root_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | primary |
    /// | Points at | [`blog.Root`](super::Root) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Expr.root_id")]
    pub const root_id: Expr<
        At<Root<super::Expr>, columns::ExprRootId>,
        kind::Integer,
    > = qs::column();

    /// All fields, for `values(expr::ALL)`.
    pub const ALL: AllFields<super::Expr> = AllFields::new();

    /// [`Expr`](super::Expr) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`root_id`](const@root_id) of the expr.
        pub root_id: Expr<At<P, columns::ExprRootId>, kind::Integer, P::Null>,
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
            root_id: qs::column(),
        };

        /// [`root()`](fn@root) of the expr.
        pub fn root(&self) -> super::root::Fields<Hop<P, relations::ExprToRoot>> {
            super::root::Fields::PATH
        }

        /// [`matched()`](fn@matched) of the expr.
        pub fn matched(&self) -> super::fields::Fields<Hop<P, relations::ExprToMatched>> {
            super::fields::Fields::PATH
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

    /// The columns of [`Expr`](super::Expr) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`root_id`](const@super::root_id).
        pub enum ExprRootId {}

        impl qs::DeclaresColumn for ExprRootId {
            type Is = qs::ColumnOf<super::super::Expr, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for ExprRootId {}
    }

    /// The root that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Root`](super::Root), one row |
    /// | Join | `root_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `self_expr()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Expr.root")]
    pub fn root() -> super::root::Fields<Hop<Root<super::Expr>, relations::ExprToRoot>> {
        super::root::Fields::PATH
    }

    /// Every [`blog.Fields`](super::Fields) whose `match` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Fields`](super::Fields), many rows, which others share |
    /// | Join | `root_id` = `blog_fields_match.expr_id`, `blog_fields_match.fields_id` = `id` |
    /// | Null | yes: there may be no row |
    /// | Way back | `match()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Expr.matched")]
    pub fn matched() -> super::fields::Fields<Hop<Root<super::Expr>, relations::ExprToMatched>> {
        super::fields::Fields::PATH
    }

    impl super::Expr {
        /// Reads the row of [`root()`](fn@root).
        ///
        /// Django: `expr.root`.
        pub fn root<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Root> {
            qs::sure_related_row::<relations::ExprToRoot>(self, db)
        }

        /// The rows of [`matched()`](fn@matched), as a query set that also creates and relates.
        ///
        /// Django: `expr.matched`.
        pub fn matched(&self) -> qs::RelatedSet<relations::ExprToMatched> {
            qs::related_set(self)
        }
    }

    /// The relations of [`Expr`](super::Expr) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`root()`](fn@super::root).
        pub enum ExprToRoot {}

        impl qs::Relation for ExprToRoot {
            type Model = super::super::Expr;
            type Target = super::super::Root;
            type Key = super::super::root::columns::RootId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for ExprToRoot {
            type Column = super::columns::ExprRootId;
        }

        /// The relation of [`matched()`](fn@super::matched).
        pub enum ExprToMatched {}

        impl qs::Relation for ExprToMatched {
            type Model = super::super::Expr;
            type Target = super::super::Fields;
            type Key = super::super::fields::columns::FieldsId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for ExprToMatched {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<qs::New<super::super::FieldsMatch>>;
            type Create = super::super::fields::FieldsCreate;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Expr {
            /// Begins a new row, which needs `root_id`: `save(&db)` writes it.
            ///
            /// Django: `Expr.objects.create(…)`. SQL: `INSERT INTO blog_expr …`.
            pub fn create() -> ExprCreate {
                ExprCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Expr`](super::super::Expr) that was not written yet, begun by
        /// [`create`](super::super::Expr::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct ExprCreate<S = (qs::Missing<super::columns::ExprRootId>,)> {
            new: qs::New<super::super::Expr>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for ExprCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for ExprCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for ExprCreate<S> {
            type Model = super::super::Expr;

            fn of(new: qs::New<super::super::Expr>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<RootId> qs::NewRow for ExprCreate<(RootId,)>
        where
            RootId: qs::Provided,
        {
            type Model = super::super::Expr;

            fn row(self) -> qs::New<super::super::Expr> {
                self.new
            }
        }

        impl<RootId> ExprCreate<(RootId,)> {
            /// Sets [`root_id`](const@super::root_id).
            pub fn root_id(
                self,
                value: impl qs::Input<qs::kind::Integer, qs::NotNull>,
            ) -> ExprCreate<(qs::Given,)> {
                ExprCreate { new: self.new.given(0, value), state: PhantomData }
            }

            /// Sets [`root_id`](const@super::root_id) to the key of an instance.
            pub fn root(self, instance: &super::super::Root) -> ExprCreate<(qs::Given,)> {
                ExprCreate { new: self.new.set_to(0, instance, 0), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Expr>
            where
                RootId: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Expr>
            where
                RootId: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Expr`](super::Expr).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Expr",
            "label": "blog.Expr",
            "table": "blog_expr",
            "columns": [
                {"name":"root_id","field":"root","type":"BigAuto","primary_key":true,"unique":true,"references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_expr_root_id_a6394497_fk_blog_root_id"}}
            ],
            "relations": [
                {"name":"root","target":0,"forward":true,"from":"root_id","to":"id"},
                {"name":"matched","target":1,"null":true,"many":true,"from":"root_id","to":"id","through":{"model":2,"from":"expr_id","to":"fields_id"}}
            ],
            "pointers": [
                [2,2]
            ]
        }"#,
        &[&super::root::META, &super::fields::META, &super::fields_match::META],
        &[],
        &[],
    );
}

// schema/blog/fields.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_fields`.
///
/// | | |
/// |---|---|
/// | Table | `blog_fields` |
/// | Primary key | [`id`](const@fields::id) |
/// | Relations | [`root()`](fn@fields::root) to [`blog.Root`](Root), [`match()`](fn@fields::match_) to [`blog.Expr`](Expr) |
/// | Declared | `schema/blog.toml` |
pub struct Fields {
    /// The primary key.
    ///
    /// Column: [`fields::id`](const@fields::id).
    pub id: i64,
    /// The key of the `blog.Root` that it points at.
    ///
    /// Column: [`fields::root_id`](const@fields::root_id).
    pub root_id: i64,
}

impl Fields {
    /// Every row of `blog_fields`, as a query set.
    ///
    /// Django: `Fields.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Fields {
    const META: &'static qs::meta::Model = &fields::META;
    type Key = qs::kind::Integer;
    type KeyColumn = fields::columns::FieldsId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, fields::columns::FieldsId, i64,
        qs::Own<Self, fields::columns::FieldsRootId, i64,
            qs::Nil
    >>;
    type Row = (i64, i64);

    fn of_fields((id, root_id): Self::Row) -> Self {
        Self { id, root_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, root_id } = self;
        (id, root_id)
    }
}

impl Clone for Fields {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Fields {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Fields {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Fields {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Fields`]: its fields, its relations, and what [`Fields::create`] returns.
pub mod fields {
    use ::queryset::generated::in_model::*;

    pub use self::builder::FieldsCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_fields.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Fields.id")]
    pub const id: Expr<At<Root<super::Fields>, columns::FieldsId>, kind::Integer> = qs::column();

    /// The key of the `blog.Root` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_fields.root_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Root`](super::Root) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Fields.root_id")]
    pub const root_id: Expr<
        At<Root<super::Fields>, columns::FieldsRootId>,
        kind::Integer,
    > = qs::column();

    /// All fields, for `values(fields::ALL)`.
    pub const ALL: AllFields<super::Fields> = AllFields::new();

    /// [`Fields`](super::Fields) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the fields.
        pub id: Expr<At<P, columns::FieldsId>, kind::Integer, P::Null>,
        /// [`root_id`](const@root_id) of the fields.
        pub root_id: Expr<At<P, columns::FieldsRootId>, kind::Integer, P::Null>,
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
            root_id: qs::column(),
        };

        /// [`root()`](fn@root) of the fields.
        pub fn root(&self) -> super::root::Fields<Hop<P, relations::FieldsToRoot>> {
            super::root::Fields::PATH
        }

        /// [`match_()`](fn@match_) of the fields.
        pub fn match_(&self) -> super::expr::Fields<Hop<P, relations::FieldsToMatch>> {
            super::expr::Fields::PATH
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

    /// The columns of [`Fields`](super::Fields) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum FieldsId {}

        impl qs::DeclaresColumn for FieldsId {
            type Is = qs::ColumnOf<
                super::super::Fields,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for FieldsId {}

        /// The column of [`root_id`](const@super::root_id).
        pub enum FieldsRootId {}

        impl qs::DeclaresColumn for FieldsRootId {
            type Is = qs::ColumnOf<super::super::Fields, 1, qs::kind::Integer>;
        }
    }

    /// The root that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Root`](super::Root), one row, which others share |
    /// | Join | `root_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | `fields()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Fields.root")]
    pub fn root() -> super::root::Fields<Hop<Root<super::Fields>, relations::FieldsToRoot>> {
        super::root::Fields::PATH
    }

    /// Its match.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Expr`](super::Expr), many rows, which others share |
    /// | Join | `id` = `blog_fields_match.fields_id`, `blog_fields_match.expr_id` = `root_id` |
    /// | Null | yes: there may be no row |
    /// | Way back | `matched()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Fields.match")]
    pub fn match_() -> super::expr::Fields<Hop<Root<super::Fields>, relations::FieldsToMatch>> {
        super::expr::Fields::PATH
    }

    impl super::Fields {
        /// Reads the row of [`root()`](fn@root).
        ///
        /// Django: `fields.root`.
        pub fn root<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Root> {
            qs::sure_related_row::<relations::FieldsToRoot>(self, db)
        }

        /// The rows of [`match_()`](fn@match_), as a query set that also creates and relates.
        ///
        /// Django: `fields.match`.
        pub fn match_(&self) -> qs::RelatedSet<relations::FieldsToMatch> {
            qs::related_set(self)
        }
    }

    /// The relations of [`Fields`](super::Fields) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`root()`](fn@super::root).
        pub enum FieldsToRoot {}

        impl qs::Relation for FieldsToRoot {
            type Model = super::super::Fields;
            type Target = super::super::Root;
            type Key = super::super::root::columns::RootId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for FieldsToRoot {
            type Column = super::columns::FieldsRootId;
        }

        /// The relation of [`match_()`](fn@super::match_).
        pub enum FieldsToMatch {}

        impl qs::Relation for FieldsToMatch {
            type Model = super::super::Fields;
            type Target = super::super::Expr;
            type Key = super::super::expr::columns::ExprRootId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 1;
        }

        impl qs::ToMany for FieldsToMatch {
            type Order = qs::Unordered;
            type Link = qs::ByPairs<qs::New<super::super::FieldsMatch>>;
            type Create = super::super::expr::ExprCreate;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Fields {
            /// Begins a new row, which needs `root_id`: `save(&db)` writes it.
            ///
            /// Django: `Fields.objects.create(…)`. SQL: `INSERT INTO blog_fields …`.
            pub fn create() -> FieldsCreate {
                FieldsCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Fields`](super::super::Fields) that was not written yet, begun by
        /// [`create`](super::super::Fields::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct FieldsCreate<S = (qs::Missing<super::columns::FieldsRootId>,)> {
            new: qs::New<super::super::Fields>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for FieldsCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for FieldsCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for FieldsCreate<S> {
            type Model = super::super::Fields;

            fn of(new: qs::New<super::super::Fields>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<RootId> qs::NewRow for FieldsCreate<(RootId,)>
        where
            RootId: qs::Provided,
        {
            type Model = super::super::Fields;

            fn row(self) -> qs::New<super::super::Fields> {
                self.new
            }
        }

        impl<RootId> FieldsCreate<(RootId,)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                FieldsCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`root_id`](const@super::root_id).
            pub fn root_id(
                self,
                value: impl qs::Input<qs::kind::Integer, qs::NotNull>,
            ) -> FieldsCreate<(qs::Given,)> {
                FieldsCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`root_id`](const@super::root_id) to the key of an instance.
            pub fn root(self, instance: &super::super::Root) -> FieldsCreate<(qs::Given,)> {
                FieldsCreate { new: self.new.set_to(1, instance, 0), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Fields>
            where
                RootId: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Fields>
            where
                RootId: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Fields`](super::Fields).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Fields",
            "label": "blog.Fields",
            "table": "blog_fields",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"root_id","field":"root","type":"BigAuto","references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_fields_root_id_494c8a70_fk_blog_root_id"}}
            ],
            "relations": [
                {"name":"root","target":0,"forward":true,"from":"root_id","to":"id"},
                {"name":"match","target":1,"null":true,"many":true,"forward":true,"from":"id","to":"root_id","through":{"model":2,"from":"fields_id","to":"expr_id"}}
            ],
            "pointers": [
                [2,1]
            ],
            "indexes": [
                {"name":"blog_fields_root_id_494c8a70","columns":["root_id"],"kind":"ForeignKey"}
            ]
        }"#,
        &[&super::root::META, &super::expr::META, &super::fields_match::META],
        &[],
        &[],
    );
}

// schema/blog/fields_match.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// One pair of `Fields.match`: a row of the table that the field makes.
///
/// | | |
/// |---|---|
/// | Table | `blog_fields_match` |
/// | Primary key | [`id`](const@fields_match::id) |
/// | Relations | [`fields()`](fn@fields_match::fields) to [`blog.Fields`](Fields), [`expr()`](fn@fields_match::expr) to [`blog.Expr`](Expr) |
/// | Declared | `schema/blog.toml` |
pub struct FieldsMatch {
    /// The primary key.
    ///
    /// Column: [`fields_match::id`](const@fields_match::id).
    pub id: i64,
    /// The key of the `blog.Fields` that it points at.
    ///
    /// Column: [`fields_match::fields_id`](const@fields_match::fields_id).
    pub fields_id: i64,
    /// The key of the `blog.Expr` that it points at.
    ///
    /// Column: [`fields_match::expr_id`](const@fields_match::expr_id).
    pub expr_id: i64,
}

impl FieldsMatch {
    /// Every row of `blog_fields_match`, as a query set.
    ///
    /// Django: `FieldsMatch.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }

    /// A new row, with the keys of both sides: `save(&db)` writes it, as `bulk_create` does several.
    ///
    /// Django: `FieldsMatch.objects.create(…)`. SQL: `INSERT INTO blog_fields_match …`.
    pub fn create(
        fields_id: impl qs::Input<qs::kind::Integer, qs::NotNull>,
        expr_id: impl qs::Input<qs::kind::Integer, qs::NotNull>,
    ) -> qs::New<Self> {
        qs::New::new().given(1, fields_id).given(2, expr_id)
    }
}

impl qs::Model for FieldsMatch {
    const META: &'static qs::meta::Model = &fields_match::META;
    type Key = qs::kind::Integer;
    type KeyColumn = fields_match::columns::FieldsMatchId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, fields_match::columns::FieldsMatchId, i64,
        qs::Own<Self, fields_match::columns::FieldsMatchFieldsId, i64,
            qs::Own<Self, fields_match::columns::FieldsMatchExprId, i64,
                qs::Nil
    >>>;
    type Row = (i64, i64, i64);

    fn of_fields((id, fields_id, expr_id): Self::Row) -> Self {
        Self { id, fields_id, expr_id }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, fields_id, expr_id } = self;
        (id, fields_id, expr_id)
    }
}

impl Clone for FieldsMatch {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for FieldsMatch {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for FieldsMatch {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

impl qs::UniqueTogether<(
    fields_match::columns::FieldsMatchFieldsId,
    fields_match::columns::FieldsMatchExprId,
)> for FieldsMatch {}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for FieldsMatch {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for FieldsMatch {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`FieldsMatch`]: its fields and its relations.
pub mod fields_match {
    use ::queryset::generated::in_model::*;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_fields_match.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "FieldsMatch.id")]
    pub const id: Expr<
        At<Root<super::FieldsMatch>, columns::FieldsMatchId>,
        kind::Integer,
    > = qs::column();

    /// The key of the `blog.Fields` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_fields_match.fields_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Fields`](super::Fields) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "FieldsMatch.fields_id")]
    pub const fields_id: Expr<
        At<Root<super::FieldsMatch>, columns::FieldsMatchFieldsId>,
        kind::Integer,
    > = qs::column();

    /// The key of the `blog.Expr` that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_fields_match.expr_id`, `bigint` |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Key | indexed |
    /// | Points at | [`blog.Expr`](super::Expr) |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "FieldsMatch.expr_id")]
    pub const expr_id: Expr<
        At<Root<super::FieldsMatch>, columns::FieldsMatchExprId>,
        kind::Integer,
    > = qs::column();

    /// All fields, for `values(fields_match::ALL)`.
    pub const ALL: AllFields<super::FieldsMatch> = AllFields::new();

    /// The columns of [`FieldsMatch`](super::FieldsMatch) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum FieldsMatchId {}

        impl qs::DeclaresColumn for FieldsMatchId {
            type Is = qs::ColumnOf<
                super::super::FieldsMatch,
                0,
                qs::kind::Integer,
                qs::NotNull,
                qs::Yes,
            >;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for FieldsMatchId {}

        /// The column of [`fields_id`](const@super::fields_id).
        pub enum FieldsMatchFieldsId {}

        impl qs::DeclaresColumn for FieldsMatchFieldsId {
            type Is = qs::ColumnOf<super::super::FieldsMatch, 1, qs::kind::Integer>;
        }

        /// The column of [`expr_id`](const@super::expr_id).
        pub enum FieldsMatchExprId {}

        impl qs::DeclaresColumn for FieldsMatchExprId {
            type Is = qs::ColumnOf<super::super::FieldsMatch, 2, qs::kind::Integer>;
        }
    }

    /// The fields that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Fields`](super::Fields), one row, which others share |
    /// | Join | `fields_id` = `id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "FieldsMatch.fields")]
    pub fn fields() -> super::fields::Fields<Hop<
        Root<super::FieldsMatch>,
        relations::FieldsMatchToFields,
    >> {
        super::fields::Fields::PATH
    }

    /// The expr that it points at.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Expr`](super::Expr), one row, which others share |
    /// | Join | `expr_id` = `root_id` |
    /// | Null | no |
    /// | On delete | `cascade` |
    /// | Way back | none |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "FieldsMatch.expr")]
    pub fn expr() -> super::expr::Fields<Hop<
        Root<super::FieldsMatch>,
        relations::FieldsMatchToExpr,
    >> {
        super::expr::Fields::PATH
    }

    impl super::FieldsMatch {
        /// Reads the row of [`fields()`](fn@fields).
        ///
        /// Django: `pair.fields`.
        pub fn fields<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Fields> {
            qs::sure_related_row::<relations::FieldsMatchToFields>(self, db)
        }

        /// Reads the row of [`expr()`](fn@expr).
        ///
        /// Django: `pair.expr`.
        pub fn expr<'d>(&self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::Expr> {
            qs::sure_related_row::<relations::FieldsMatchToExpr>(self, db)
        }
    }

    /// The relations of [`FieldsMatch`](super::FieldsMatch) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`fields()`](fn@super::fields).
        pub enum FieldsMatchToFields {}

        impl qs::Relation for FieldsMatchToFields {
            type Model = super::super::FieldsMatch;
            type Target = super::super::Fields;
            type Key = super::super::fields::columns::FieldsId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 0;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for FieldsMatchToFields {
            type Column = super::columns::FieldsMatchFieldsId;
        }

        /// The relation of [`expr()`](fn@super::expr).
        pub enum FieldsMatchToExpr {}

        impl qs::Relation for FieldsMatchToExpr {
            type Model = super::super::FieldsMatch;
            type Target = super::super::Expr;
            type Key = super::super::expr::columns::ExprRootId;
            type Null = qs::NotNull;
            type Card = qs::One;
            const AT: usize = 1;
        }

        #[diagnostic::do_not_recommend]
        impl qs::OwnsKey for FieldsMatchToExpr {
            type Column = super::columns::FieldsMatchExprId;
        }
    }

    /// What the schema says about [`FieldsMatch`](super::FieldsMatch).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "FieldsMatch",
            "label": "blog.Fields_match",
            "table": "blog_fields_match",
            "auto_created": true,
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"fields_id","field":"fields","type":"BigAuto","references":{"model":0,"column":"id","on_delete":"Cascade","constraint":"blog_fields_match_fields_id_1056b3ed_fk_blog_fields_id"}},
                {"name":"expr_id","field":"expr","type":"BigAuto","references":{"model":1,"column":"root_id","on_delete":"Cascade","constraint":"blog_fields_match_expr_id_1afe1ecb_fk_blog_expr_root_id"}}
            ],
            "relations": [
                {"name":"fields","target":0,"forward":true,"from":"fields_id","to":"id"},
                {"name":"expr","target":1,"forward":true,"from":"expr_id","to":"root_id"}
            ],
            "indexes": [
                {"name":"blog_fields_match_fields_id_expr_id_d9160b6d_uniq","columns":["fields_id","expr_id"],"kind":"UniqueTogether"},
                {"name":"blog_fields_match_fields_id_1056b3ed","columns":["fields_id"],"kind":"ForeignKey"},
                {"name":"blog_fields_match_expr_id_1afe1ecb","columns":["expr_id"],"kind":"ForeignKey"}
            ]
        }"#,
        &[&super::fields::META, &super::expr::META],
        &[],
        &[],
    );
}

// schema/blog/root.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// One \[root\] | \<tree>.
///
/// | | |
/// |---|---|
/// | Table | `blog_root` |
/// | Primary key | [`id`](const@root::id) |
/// | Reverse | [`fields()`](fn@root::fields) to [`blog.Fields`](Fields), [`self_expr()`](fn@root::self_expr) to [`blog.Expr`](Expr) |
/// | Declared | `schema/blog.toml` |
pub struct Root {
    /// The primary key.
    ///
    /// Column: [`root::id`](const@root::id).
    pub id: i64,
    /// The value of a root.
    ///
    /// Column: [`root::value`](const@root::value).
    pub value: String,
    /// The cells of a root.
    ///
    /// Column: [`root::cells`](const@root::cells).
    pub cells: String,
    /// The at of a root.
    ///
    /// Column: [`root::at`](const@root::at).
    pub at: i32,
    /// The new of a root.
    ///
    /// Column: [`root::new`](const@root::new).
    pub new: Option<String>,
    /// The state of a root.
    ///
    /// Column: [`root::state`](const@root::state).
    pub state: Option<String>,
    /// The kind of a root.
    ///
    /// Column: [`root::kind`](const@root::kind).
    pub kind: RootKind,
    /// The meta of a root.
    ///
    /// Column: [`root::meta`](const@root::meta).
    pub meta: Option<String>,
    /// The columns of a root.
    ///
    /// Column: [`root::columns`](const@root::columns).
    pub columns: Option<String>,
    /// The qs of a root.
    ///
    /// Column: [`root::qs`](const@root::qs).
    pub qs: Option<String>,
    /// The char of a root.
    ///
    /// Column: [`root::char`](const@root::char).
    pub char: Option<String>,
    /// The option of a root.
    ///
    /// Column: [`root::option`](const@root::option).
    pub option: String,
    /// A keyword, which `[stays]` one in the database.
    ///
    /// Column: [`root::type_`](const@root::type_).
    pub type_: String,
    /// The line 2 of a root.
    ///
    /// Column: [`root::line_2`](const@root::line_2).
    pub line_2: Option<String>,
}

impl Root {
    /// Every row of `blog_root`, as a query set.
    ///
    /// Django: `Root.objects`.
    pub fn objects() -> qs::QuerySet<Self> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Root {
    const META: &'static qs::meta::Model = &root::META;
    type Key = qs::kind::Integer;
    type KeyColumn = root::columns::RootId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, root::columns::RootId, i64,
        qs::Own<Self, root::columns::RootValue, String,
            qs::Own<Self, root::columns::RootCells, String,
                qs::Own<Self, root::columns::RootAt, i32,
                    qs::Own<Self, root::columns::RootNew, Option<String>,
                        qs::Own<Self, root::columns::RootState, Option<String>,
                            qs::Own<Self, root::columns::RootKind, RootKind,
                                qs::Own<Self, root::columns::RootMeta, Option<String>,
                                    qs::Own<Self, root::columns::RootColumns, Option<String>,
                                        qs::Own<Self, root::columns::RootQs, Option<String>,
                                            qs::Own<Self, root::columns::RootChar, Option<String>,
                                                qs::Own<Self, root::columns::RootOption, String,
                                                    qs::Own<Self, root::columns::RootType, String,
                                                        qs::Own<Self, root::columns::RootLine_2, Option<String>,
                                                            qs::Nil
    >>>>>>>>>>>>>>;
    type Row = (
        i64,
        String,
        String,
        i32,
        Option<String>,
        Option<String>,
        RootKind,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        String,
        String,
        Option<String>,
    );

    fn of_fields((
        id,
        value,
        cells,
        at,
        new,
        state,
        kind,
        meta,
        columns,
        qs,
        char,
        option,
        type_,
        line_2,
    ): Self::Row) -> Self {
        Self {
            id,
            value,
            cells,
            at,
            new,
            state,
            kind,
            meta,
            columns,
            qs,
            char,
            option,
            type_,
            line_2,
        }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self {
            id,
            value,
            cells,
            at,
            new,
            state,
            kind,
            meta,
            columns,
            qs,
            char,
            option,
            type_,
            line_2,
        } = self;
        (id, value, cells, at, new, state, kind, meta, columns, qs, char, option, type_, line_2)
    }
}

impl Clone for Root {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Root {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Root {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Root {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Root {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// What `Root.kind` can be.
///
/// The choices of [`root::kind`](const@root::kind).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, qs::serde::Serialize, qs::serde::Deserialize)]
#[serde(crate = "qs::serde")]
pub enum RootKind {
    /// A B, stored as `"a b"`.
    #[serde(rename = "a b")]
    AB,
    /// C, stored as `"c"`.
    #[serde(rename = "c")]
    C,
}

impl RootKind {
    /// Every choice, in the order of the schema.
    pub const ALL: [Self; 2] = [
        Self::AB,
        Self::C,
    ];

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::AB => "A B",
            Self::C => "C",
        }
    }

    /// What the database holds.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AB => "a b",
            Self::C => "c",
        }
    }
}

/// The label.
impl ::core::fmt::Display for RootKind {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.label())
    }
}

impl qs::FieldValue for RootKind {
    type Base = String;

    fn from_base(base: String) -> Result<Self, String> {
        match base.as_str() {
            "a b" => Ok(Self::AB),
            "c" => Ok(Self::C),
            _ => Err(format!("`{base}` is not a choice of `Root.kind`")),
        }
    }

    fn to_base(&self) -> String {
        self.as_str().to_owned()
    }
}

/// [`Root`]: its fields, its relations, and what [`Root::create`] returns.
pub mod root {
    use ::queryset::generated::in_model::*;

    pub use self::builder::RootCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.id")]
    pub const id: Expr<At<Root<super::Root>, columns::RootId>, kind::Integer> = qs::column();

    /// The value of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.value`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.value")]
    pub const value: Expr<At<Root<super::Root>, columns::RootValue>, kind::Text> = qs::column();

    /// The cells of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.cells`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.cells")]
    pub const cells: Expr<At<Root<super::Root>, columns::RootCells>, kind::Text> = qs::column();

    /// The at of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.at`, `integer` |
    /// | Value | `i32`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.at")]
    pub const at: Expr<At<Root<super::Root>, columns::RootAt>, kind::Integer<i32>> = qs::column();

    /// The new of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.new`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.new")]
    pub const new: Expr<
        At<Root<super::Root>, columns::RootNew>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// The state of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.state`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.state")]
    pub const state: Expr<
        At<Root<super::Root>, columns::RootState>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// The kind of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.kind`, `varchar(9)` |
    /// | Value | [`RootKind`](super::RootKind), of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | `C` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.kind")]
    pub const kind: Expr<
        At<Root<super::Root>, columns::RootKind>,
        kind::Text<super::RootKind>,
    > = qs::column();

    /// The meta of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.meta`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.meta")]
    pub const meta: Expr<
        At<Root<super::Root>, columns::RootMeta>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// The columns of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.columns`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.columns")]
    pub const columns: Expr<
        At<Root<super::Root>, columns::RootColumns>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// The qs of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.qs`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.qs")]
    pub const qs: Expr<At<Root<super::Root>, columns::RootQs>, kind::Text, Nullable> = qs::column();

    /// The char of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.char`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.char")]
    pub const char: Expr<
        At<Root<super::Root>, columns::RootChar>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// The option of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.option`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.option")]
    pub const option: Expr<At<Root<super::Root>, columns::RootOption>, kind::Text> = qs::column();

    /// A keyword, which `[stays]` one in the database.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.type`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.type")]
    pub const type_: Expr<At<Root<super::Root>, columns::RootType>, kind::Text> = qs::column();

    /// The line 2 of a root.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_root.line_2`, `text` (PostgreSQL `text`, MySQL `longtext`) |
    /// | Value | `String`, of kind [`Text`](::queryset::kind::Text) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `iexact` `contains` `icontains` `in_` `gt` … ([all, with SQL](::queryset::kind::Text)) |
    /// | Transforms | `lower()` `upper()` `length()` `unaccent()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.line_2")]
    pub const line_2: Expr<
        At<Root<super::Root>, columns::RootLine_2>,
        kind::Text,
        Nullable,
    > = qs::column();

    /// All fields, for `values(root::ALL)`.
    pub const ALL: AllFields<super::Root> = AllFields::new();

    /// [`Root`](super::Root) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the root.
        pub id: Expr<At<P, columns::RootId>, kind::Integer, P::Null>,
        /// [`value`](const@value) of the root.
        pub value: Expr<At<P, columns::RootValue>, kind::Text, P::Null>,
        /// [`cells`](const@cells) of the root.
        pub cells: Expr<At<P, columns::RootCells>, kind::Text, P::Null>,
        /// [`at`](const@at) of the root.
        pub at: Expr<At<P, columns::RootAt>, kind::Integer<i32>, P::Null>,
        /// [`new`](const@new) of the root.
        pub new: Expr<At<P, columns::RootNew>, kind::Text, Nullable>,
        /// [`state`](const@state) of the root.
        pub state: Expr<At<P, columns::RootState>, kind::Text, Nullable>,
        /// [`kind`](const@kind) of the root.
        pub kind: Expr<At<P, columns::RootKind>, kind::Text<super::RootKind>, P::Null>,
        /// [`meta`](const@meta) of the root.
        pub meta: Expr<At<P, columns::RootMeta>, kind::Text, Nullable>,
        /// [`columns`](const@columns) of the root.
        pub columns: Expr<At<P, columns::RootColumns>, kind::Text, Nullable>,
        /// [`qs`](const@qs) of the root.
        pub qs: Expr<At<P, columns::RootQs>, kind::Text, Nullable>,
        /// [`char`](const@char) of the root.
        pub char: Expr<At<P, columns::RootChar>, kind::Text, Nullable>,
        /// [`option`](const@option) of the root.
        pub option: Expr<At<P, columns::RootOption>, kind::Text, P::Null>,
        /// [`type_`](const@type_) of the root.
        pub type_: Expr<At<P, columns::RootType>, kind::Text, P::Null>,
        /// [`line_2`](const@line_2) of the root.
        pub line_2: Expr<At<P, columns::RootLine_2>, kind::Text, Nullable>,
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
            value: qs::column(),
            cells: qs::column(),
            at: qs::column(),
            new: qs::column(),
            state: qs::column(),
            kind: qs::column(),
            meta: qs::column(),
            columns: qs::column(),
            qs: qs::column(),
            char: qs::column(),
            option: qs::column(),
            type_: qs::column(),
            line_2: qs::column(),
        };

        /// [`fields()`](fn@fields) of the root.
        pub fn fields(&self) -> super::fields::Fields<Hop<P, relations::RootToFields>> {
            super::fields::Fields::PATH
        }

        /// [`self_expr()`](fn@self_expr) of the root.
        pub fn self_expr(&self) -> super::expr::Fields<Hop<P, relations::RootToSelfExpr>> {
            super::expr::Fields::PATH
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

    /// The columns of [`Root`](super::Root) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum RootId {}

        impl qs::DeclaresColumn for RootId {
            type Is = qs::ColumnOf<super::super::Root, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for RootId {}

        /// The column of [`value`](const@super::value).
        pub enum RootValue {}

        impl qs::DeclaresColumn for RootValue {
            type Is = qs::ColumnOf<super::super::Root, 1, qs::kind::Text>;
        }

        /// The column of [`cells`](const@super::cells).
        pub enum RootCells {}

        impl qs::DeclaresColumn for RootCells {
            type Is = qs::ColumnOf<super::super::Root, 2, qs::kind::Text>;
        }

        /// The column of [`at`](const@super::at).
        pub enum RootAt {}

        impl qs::DeclaresColumn for RootAt {
            type Is = qs::ColumnOf<super::super::Root, 3, qs::kind::Integer<i32>>;
        }

        /// The column of [`new`](const@super::new).
        pub enum RootNew {}

        impl qs::DeclaresColumn for RootNew {
            type Is = qs::ColumnOf<super::super::Root, 4, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`state`](const@super::state).
        pub enum RootState {}

        impl qs::DeclaresColumn for RootState {
            type Is = qs::ColumnOf<super::super::Root, 5, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`kind`](const@super::kind).
        pub enum RootKind {}

        impl qs::DeclaresColumn for RootKind {
            type Is = qs::ColumnOf<super::super::Root, 6, qs::kind::Text<super::super::RootKind>>;
        }

        /// The column of [`meta`](const@super::meta).
        pub enum RootMeta {}

        impl qs::DeclaresColumn for RootMeta {
            type Is = qs::ColumnOf<super::super::Root, 7, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`columns`](const@super::columns).
        pub enum RootColumns {}

        impl qs::DeclaresColumn for RootColumns {
            type Is = qs::ColumnOf<super::super::Root, 8, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`qs`](const@super::qs).
        pub enum RootQs {}

        impl qs::DeclaresColumn for RootQs {
            type Is = qs::ColumnOf<super::super::Root, 9, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`char`](const@super::char).
        pub enum RootChar {}

        impl qs::DeclaresColumn for RootChar {
            type Is = qs::ColumnOf<super::super::Root, 10, qs::kind::Text, qs::Nullable>;
        }

        /// The column of [`option`](const@super::option).
        pub enum RootOption {}

        impl qs::DeclaresColumn for RootOption {
            type Is = qs::ColumnOf<super::super::Root, 11, qs::kind::Text>;
        }

        /// The column of [`type_`](const@super::type_).
        pub enum RootType {}

        impl qs::DeclaresColumn for RootType {
            type Is = qs::ColumnOf<super::super::Root, 12, qs::kind::Text>;
        }

        /// The column of [`line_2`](const@super::line_2).
        pub enum RootLine_2 {}

        impl qs::DeclaresColumn for RootLine_2 {
            type Is = qs::ColumnOf<super::super::Root, 13, qs::kind::Text, qs::Nullable>;
        }
    }

    /// Every [`blog.Fields`](super::Fields) whose `root` leads here.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Fields`](super::Fields), many rows |
    /// | Join | `id` = `root_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `root()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.fields")]
    pub fn fields() -> super::fields::Fields<Hop<Root<super::Root>, relations::RootToFields>> {
        super::fields::Fields::PATH
    }

    /// The [`blog.Expr`](super::Expr) whose `root` it is.
    ///
    /// | | |
    /// |---|---|
    /// | Leads to | [`blog.Expr`](super::Expr), one row |
    /// | Join | `id` = `root_id` |
    /// | Null | yes: there may be no row |
    /// | On delete | `cascade` |
    /// | Way back | `root()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Root.self_expr")]
    pub fn self_expr() -> super::expr::Fields<Hop<Root<super::Root>, relations::RootToSelfExpr>> {
        super::expr::Fields::PATH
    }

    impl super::Root {
        /// The rows of [`fields()`](fn@fields), as a query set that also creates and relates.
        ///
        /// Django: `root.fields_set`.
        pub fn fields_set(&self) -> qs::RelatedSet<relations::RootToFields> {
            qs::related_set(self)
        }

        /// Reads the row of [`self_expr()`](fn@self_expr); `None` when there is none.
        ///
        /// Django: `root.self_expr`.
        pub fn self_expr<'d>(
            &self,
            db: impl qs::Executor<'d>,
        ) -> qs::Fetch<'d, Option<super::Expr>> {
            qs::related_row::<relations::RootToSelfExpr>(self, db)
        }
    }

    /// The relations of [`Root`](super::Root) as types.
    pub mod relations {
        use ::queryset::generated as qs;

        /// The relation of [`fields()`](fn@super::fields).
        pub enum RootToFields {}

        impl qs::Relation for RootToFields {
            type Model = super::super::Root;
            type Target = super::super::Fields;
            type Key = super::super::fields::columns::FieldsId;
            type Null = qs::Nullable;
            type Card = qs::Many;
            const AT: usize = 0;
        }

        impl qs::ToMany for RootToFields {
            type Order = qs::Unordered;
            type Link = qs::ByKey<qs::NotNull>;
            type Create = super::super::fields::FieldsCreate<(qs::Given,)>;
        }

        /// The relation of [`self_expr()`](fn@super::self_expr).
        pub enum RootToSelfExpr {}

        impl qs::Relation for RootToSelfExpr {
            type Model = super::super::Root;
            type Target = super::super::Expr;
            type Key = super::super::expr::columns::ExprRootId;
            type Null = qs::Nullable;
            type Card = qs::One;
            const AT: usize = 1;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Root {
            /// Begins a new row, which needs `value`, `cells`, `at`, `option` and `type_`: `save(&db)` writes it.
            ///
            /// Django: `Root.objects.create(…)`. SQL: `INSERT INTO blog_root …`.
            pub fn create() -> RootCreate {
                RootCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Root`](super::super::Root) that was not written yet, begun by
        /// [`create`](super::super::Root::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct RootCreate<S = (
            qs::Missing<super::columns::RootValue>,
            qs::Missing<super::columns::RootCells>,
            qs::Missing<super::columns::RootAt>,
            qs::Missing<super::columns::RootOption>,
            qs::Missing<super::columns::RootType>,
        )> {
            new: qs::New<super::super::Root>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for RootCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for RootCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for RootCreate<S> {
            type Model = super::super::Root;

            fn of(new: qs::New<super::super::Root>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<
            Value,
            Cells,
            At,
            Option,
            Type,
        > qs::NewRow for RootCreate<(Value, Cells, At, Option, Type)>
        where
            Value: qs::Provided,
            Cells: qs::Provided,
            At: qs::Provided,
            Option: qs::Provided,
            Type: qs::Provided,
        {
            type Model = super::super::Root;

            fn row(self) -> qs::New<super::super::Root> {
                self.new
            }
        }

        impl<Value, Cells, At, Option, Type> RootCreate<(Value, Cells, At, Option, Type)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                RootCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`value`](const@super::value).
            pub fn value(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RootCreate<(qs::Given, Cells, At, Option, Type)> {
                RootCreate { new: self.new.given(1, value), state: PhantomData }
            }

            /// Sets [`cells`](const@super::cells).
            pub fn cells(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RootCreate<(Value, qs::Given, At, Option, Type)> {
                RootCreate { new: self.new.given(2, value), state: PhantomData }
            }

            /// Sets [`at`](const@super::at).
            pub fn at(
                self,
                value: impl qs::Input<qs::kind::Integer<i32>, qs::NotNull>,
            ) -> RootCreate<(Value, Cells, qs::Given, Option, Type)> {
                RootCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`new`](const@super::new). Without it: `NULL`.
            pub fn new(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(4, value), state: self.state }
            }

            /// Sets [`state`](const@super::state). Without it: `NULL`.
            pub fn state(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(5, value), state: self.state }
            }

            /// Sets [`kind`](const@super::kind). Without it: `C`.
            pub fn kind(
                self,
                value: impl qs::Input<qs::kind::Text<super::super::RootKind>, qs::NotNull>,
            ) -> Self {
                RootCreate { new: self.new.given(6, value), state: self.state }
            }

            /// Sets [`meta`](const@super::meta). Without it: `NULL`.
            pub fn meta(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(7, value), state: self.state }
            }

            /// Sets [`columns`](const@super::columns). Without it: `NULL`.
            pub fn columns(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(8, value), state: self.state }
            }

            /// Sets [`qs`](const@super::qs). Without it: `NULL`.
            pub fn qs(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(9, value), state: self.state }
            }

            /// Sets [`char`](const@super::char). Without it: `NULL`.
            pub fn char(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(10, value), state: self.state }
            }

            /// Sets [`option`](const@super::option).
            pub fn option(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RootCreate<(Value, Cells, At, qs::Given, Type)> {
                RootCreate { new: self.new.given(11, value), state: PhantomData }
            }

            /// Sets [`type_`](const@super::type_).
            pub fn type_(
                self,
                value: impl qs::Input<qs::kind::Text, qs::NotNull>,
            ) -> RootCreate<(Value, Cells, At, Option, qs::Given)> {
                RootCreate { new: self.new.given(12, value), state: PhantomData }
            }

            /// Sets [`line_2`](const@super::line_2). Without it: `NULL`.
            pub fn line_2(self, value: impl qs::Input<qs::kind::Text, qs::Nullable>) -> Self {
                RootCreate { new: self.new.given(13, value), state: self.state }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Root>
            where
                Value: qs::Provided,
                Cells: qs::Provided,
                At: qs::Provided,
                Option: qs::Provided,
                Type: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Root>
            where
                Value: qs::Provided,
                Cells: qs::Provided,
                At: qs::Provided,
                Option: qs::Provided,
                Type: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Root`](super::Root).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Root",
            "label": "blog.Root",
            "table": "blog_root",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"value","type":"Text"},
                {"name":"cells","type":"Text"},
                {"name":"at","type":"Integer"},
                {"name":"new","type":"Text","null":true},
                {"name":"state","type":"Text","null":true},
                {"name":"kind","type":"Char","max_length":9,"choices":[{"Text":"a b"},{"Text":"c"}],"default":{"Text":"c"}},
                {"name":"meta","type":"Text","null":true},
                {"name":"columns","type":"Text","null":true},
                {"name":"qs","type":"Text","null":true},
                {"name":"char","type":"Text","null":true},
                {"name":"option","type":"Text"},
                {"name":"type","type":"Text"},
                {"name":"line_2","type":"Text","null":true}
            ],
            "relations": [
                {"name":"fields","target":0,"null":true,"many":true,"from":"id","to":"root_id"},
                {"name":"self_expr","target":1,"null":true,"from":"id","to":"root_id"}
            ],
            "pointers": [
                [0,1],
                [1,0]
            ]
        }"#,
        &[&super::fields::META, &super::expr::META],
        &[],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/root.rs");
include!("blog/fields.rs");
include!("blog/expr.rs");
include!("blog/fields_match.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// Names that generated code uses itself, see <https://docs.rs/queryset>.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Root`](blog::Root) | `blog_root` | One \[root\] | \<tree>. |
/// | [`Fields`](blog::Fields) | `blog_fields` | A row of `blog_fields`. |
/// | [`Expr`](blog::Expr) | `blog_expr` | A row of `blog_expr`. |
/// | [`FieldsMatch`](blog::FieldsMatch) | `blog_fields_match` | One pair of `Fields.match`: a row of the table that the field makes. |
///
/// <div style="overflow-x:auto;margin:1em 0">
/// <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The models of blog and their relations" width="301" height="102" viewBox="-1 -1 301 102" font-family="'Source Code Pro', monospace" font-size="13" fill="currentColor" stroke-width="1.2">
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Fields.root to blog.Root</title><path d="M231 38.0C199 38.0 199 30.0 167 30.0C141 30.0 141 30.0 116 30.0C84 30.0 84 58.0 52 58.0"/><path d="M231 33.0L222 38.0L231 43.0M61 53.0V63.0"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Fields.match to blog.Expr</title><path d="M231 58.0C199 58.0 199 66.0 167 66.0"/><path d="M231 53.0L222 58.0L231 63.0M167 61.0L176 66.0L167 71.0"/></g>
/// <g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>Expr.root to blog.Root</title><path d="M116 86.0C84 86.0 84 58.0 52 58.0"/><path d="M107 81.0V91.0M61 53.0V63.0"/></g>
/// <rect x="0" y="50" width="52" height="26" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Root.html"><text x="10" y="68" fill="currentColor" font-weight="600">Root</text></a>
/// <rect x="231" y="0" width="67" height="72" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Fields.html"><text x="241" y="18" fill="currentColor" font-weight="600">Fields</text></a>
/// <path d="M231 26H299" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="fields/fn.root.html"><text x="241" y="42" fill="currentColor">root</text></a>
/// <a href="fields/fn.match_.html"><text x="241" y="62" fill="currentColor">match</text></a>
/// <rect x="116" y="48" width="52" height="52" rx="4" fill="none" stroke="currentColor"/>
/// <a href="struct.Expr.html"><text x="126" y="66" fill="currentColor" font-weight="600">Expr</text></a>
/// <path d="M116 74H167" stroke="currentColor" stroke-opacity="0.4"/>
/// <a href="expr/fn.root.html"><text x="126" y="90" fill="currentColor">root</text></a>
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
    &blog::root::META,
    &blog::fields::META,
    &blog::expr::META,
    &blog::fields_match::META,
];

