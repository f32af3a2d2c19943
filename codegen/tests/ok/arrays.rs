// schema/blog/room.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// A row of `blog_room`.
///
/// | | |
/// |---|---|
/// | Table | `blog_room` |
/// | Primary key | [`id`](const@room::id) |
/// | Declared | `schema/blog.toml` |
pub struct Room {
    /// The primary key.
    ///
    /// Column: [`room::id`](const@room::id).
    pub id: i64,
    /// The tags of a room.
    ///
    /// Column: [`room::tags`](const@room::tags).
    pub tags: Vec<String>,
    /// The floors of a room.
    ///
    /// Column: [`room::floors`](const@room::floors).
    pub floors: Option<Vec<Option<i32>>>,
    /// The opened of a room.
    ///
    /// Column: [`room::opened`](const@room::opened).
    pub opened: Vec<qs::jiff::civil::Date>,
    /// The seats of a room.
    ///
    /// Column: [`room::seats`](const@room::seats).
    pub seats: Option<qs::Range<i32>>,
    /// The hours of a room.
    ///
    /// Column: [`room::hours`](const@room::hours).
    pub hours: qs::Range<qs::jiff::Timestamp>,
}

impl Room {
    /// Every row of `blog_room`, as a query set.
    ///
    /// Databases: PostgreSQL, for its arrays and ranges. With another `Db` no query on it compiles.
    ///
    /// Django: `Room.objects`.
    pub fn objects() -> qs::QuerySet<Self, qs::Instances, qs::Stage, qs::OnPostgres> {
        qs::QuerySet::new()
    }
}

impl qs::Model for Room {
    const META: &'static qs::meta::Model = &room::META;
    type Key = qs::kind::Integer;
    type KeyColumn = room::columns::RoomId;
    type KeyPlace = qs::Here;
    type NewKey = qs::KeyIsMade;
    type Fields = qs::Own<Self, room::columns::RoomId, i64,
        qs::Own<Self, room::columns::RoomTags, Vec<String>,
            qs::Own<Self, room::columns::RoomFloors, Option<Vec<Option<i32>>>,
                qs::Own<Self, room::columns::RoomOpened, Vec<qs::jiff::civil::Date>,
                    qs::Own<Self, room::columns::RoomSeats, Option<qs::Range<i32>>,
                        qs::Own<Self, room::columns::RoomHours, qs::Range<qs::jiff::Timestamp>,
                            qs::Nil
    >>>>>>;
    type Row = (
        i64,
        Vec<String>,
        Option<Vec<Option<i32>>>,
        Vec<qs::jiff::civil::Date>,
        Option<qs::Range<i32>>,
        qs::Range<qs::jiff::Timestamp>,
    );

    fn of_fields((id, tags, floors, opened, seats, hours): Self::Row) -> Self {
        Self { id, tags, floors, opened, seats, hours }
    }

    fn by_fields(&self) -> qs::FieldsOf<'_, Self> {
        let Self { id, tags, floors, opened, seats, hours } = self;
        (id, tags, floors, opened, seats, hours)
    }
}

impl Clone for Room {
    fn clone(&self) -> Self {
        qs::cloned(self)
    }
}

impl PartialEq for Room {
    fn eq(&self, other: &Self) -> bool {
        qs::same(self, other)
    }
}

impl ::core::fmt::Debug for Room {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        qs::show(self, f)
    }
}

/// As a map of the fields, by Django's names.
impl qs::serde::Serialize for Room {
    fn serialize<S: qs::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        qs::serialize(self, serializer)
    }
}

/// From a map of the fields, by Django's names.
impl<'de> qs::serde::Deserialize<'de> for Room {
    fn deserialize<D: qs::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        qs::deserialize(deserializer)
    }
}

/// [`Room`]: its fields, its relations, and what [`Room::create`] returns.
pub mod room {
    use ::queryset::generated::in_model::*;

    pub use self::builder::RoomCreate;

    /// The primary key.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.id`, `integer` (PostgreSQL `bigint`, MySQL `bigint`) |
    /// | Value | `i64`, of kind [`Integer`](::queryset::kind::Integer) |
    /// | Null | no |
    /// | Default | counted up by the database |
    /// | Key | primary |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Integer)) |
    /// | Transforms | `abs()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.id")]
    pub const id: Expr<At<Root<super::Room>, columns::RoomId>, kind::Integer> = qs::column();

    /// The tags of a room.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.tags`, PostgreSQL `varchar(20)[]` |
    /// | Value | `Vec<String>`, of kind [`Array`](::queryset::kind::Array) |
    /// | Null | no |
    /// | Default | `[new]` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Array)) |
    /// | Transforms | `len()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.tags")]
    pub const tags: Expr<
        At<Root<super::Room>, columns::RoomTags>,
        kind::Array<Vec<String>>,
    > = qs::column();

    /// The floors of a room.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.floors`, PostgreSQL `integer[4]` |
    /// | Value | `Vec<Option<i32>>`, of kind [`Array`](::queryset::kind::Array) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Array)) |
    /// | Transforms | `len()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.floors")]
    pub const floors: Expr<
        At<Root<super::Room>, columns::RoomFloors>,
        kind::Array<Vec<Option<i32>>>,
        Nullable,
    > = qs::column();

    /// The opened of a room.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.opened`, PostgreSQL `date[]` |
    /// | Value | `Vec<jiff::civil::Date>`, of kind [`Array`](::queryset::kind::Array) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Array)) |
    /// | Transforms | `len()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.opened")]
    pub const opened: Expr<
        At<Root<super::Room>, columns::RoomOpened>,
        kind::Array<Vec<qs::jiff::civil::Date>>,
    > = qs::column();

    /// The seats of a room.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.seats`, PostgreSQL `int4range` |
    /// | Value | `queryset::Range<i32>`, of kind [`Range`](::queryset::kind::Range) |
    /// | Null | yes |
    /// | Default | `NULL` |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Range)) |
    /// | Transforms | `startswith()` `endswith()` `isempty()` `lower_inc()` `lower_inf()` `upper_inc()` `upper_inf()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.seats")]
    pub const seats: Expr<
        At<Root<super::Room>, columns::RoomSeats>,
        kind::Range<qs::Range<i32>>,
        Nullable,
    > = qs::column();

    /// The hours of a room.
    ///
    /// | | |
    /// |---|---|
    /// | Column | `blog_room.hours`, PostgreSQL `tstzrange` |
    /// | Value | `queryset::Range<jiff::Timestamp>`, of kind [`Range`](::queryset::kind::Range) |
    /// | Null | no |
    /// | Default | none: `create()` asks for it |
    /// | Lookups | `exact` `in_` `gt` `gte` `lt` `lte` … ([all, with SQL](::queryset::kind::Range)) |
    /// | Transforms | `startswith()` `endswith()` `isempty()` `lower_inc()` `lower_inf()` `upper_inc()` `upper_inf()` |
    /// | Declared | `schema/blog.toml` |
    #[doc(alias = "Room.hours")]
    pub const hours: Expr<
        At<Root<super::Room>, columns::RoomHours>,
        kind::Range<qs::Range<qs::jiff::Timestamp>>,
    > = qs::column();

    /// All fields, for `values(room::ALL)`.
    pub const ALL: AllFields<super::Room> = AllFields::new();

    /// [`Room`](super::Room) at the end of the path `P`: its columns, and the relations that lead on.
    pub struct Fields<P: Path> {
        related_: Related<P>,
        /// [`id`](const@id) of the room.
        pub id: Expr<At<P, columns::RoomId>, kind::Integer, P::Null>,
        /// [`tags`](const@tags) of the room.
        pub tags: Expr<At<P, columns::RoomTags>, kind::Array<Vec<String>>, P::Null>,
        /// [`floors`](const@floors) of the room.
        pub floors: Expr<At<P, columns::RoomFloors>, kind::Array<Vec<Option<i32>>>, Nullable>,
        /// [`opened`](const@opened) of the room.
        pub opened: Expr<
            At<P, columns::RoomOpened>,
            kind::Array<Vec<qs::jiff::civil::Date>>,
            P::Null,
        >,
        /// [`seats`](const@seats) of the room.
        pub seats: Expr<At<P, columns::RoomSeats>, kind::Range<qs::Range<i32>>, Nullable>,
        /// [`hours`](const@hours) of the room.
        pub hours: Expr<
            At<P, columns::RoomHours>,
            kind::Range<qs::Range<qs::jiff::Timestamp>>,
            P::Null,
        >,
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
            tags: qs::column(),
            floors: qs::column(),
            opened: qs::column(),
            seats: qs::column(),
            hours: qs::column(),
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

    /// The columns of [`Room`](super::Room) as types.
    pub mod columns {
        use ::queryset::generated as qs;

        /// The column of [`id`](const@super::id).
        pub enum RoomId {}

        impl qs::DeclaresColumn for RoomId {
            type Is = qs::ColumnOf<super::super::Room, 0, qs::kind::Integer, qs::NotNull, qs::Yes>;
        }

        #[diagnostic::do_not_recommend]
        impl qs::Unique for RoomId {}

        /// The column of [`tags`](const@super::tags).
        pub enum RoomTags {}

        impl qs::DeclaresColumn for RoomTags {
            type Is = qs::ColumnOf<super::super::Room, 1, qs::kind::Array<Vec<String>>>;
        }

        /// The column of [`floors`](const@super::floors).
        pub enum RoomFloors {}

        impl qs::DeclaresColumn for RoomFloors {
            type Is = qs::ColumnOf<
                super::super::Room,
                2,
                qs::kind::Array<Vec<Option<i32>>>,
                qs::Nullable,
            >;
        }

        /// The column of [`opened`](const@super::opened).
        pub enum RoomOpened {}

        impl qs::DeclaresColumn for RoomOpened {
            type Is = qs::ColumnOf<
                super::super::Room,
                3,
                qs::kind::Array<Vec<qs::jiff::civil::Date>>,
            >;
        }

        /// The column of [`seats`](const@super::seats).
        pub enum RoomSeats {}

        impl qs::DeclaresColumn for RoomSeats {
            type Is = qs::ColumnOf<
                super::super::Room,
                4,
                qs::kind::Range<qs::Range<i32>>,
                qs::Nullable,
            >;
        }

        /// The column of [`hours`](const@super::hours).
        pub enum RoomHours {}

        impl qs::DeclaresColumn for RoomHours {
            type Is = qs::ColumnOf<
                super::super::Room,
                5,
                qs::kind::Range<qs::Range<qs::jiff::Timestamp>>,
            >;
        }
    }

    mod builder {
        use ::core::marker::PhantomData;
        use ::queryset::generated as qs;

        impl super::super::Room {
            /// Begins a new row, which needs `opened` and `hours`: `save(&db)` writes it.
            ///
            /// Django: `Room.objects.create(…)`. SQL: `INSERT INTO blog_room …`.
            pub fn create() -> RoomCreate {
                RoomCreate { new: qs::New::new(), state: PhantomData }
            }
        }

        /// A new [`Room`](super::super::Room) that was not written yet, begun by
        /// [`create`](super::super::Room::create).
        #[must_use = "the row is written by `save(&db)`"]
        pub struct RoomCreate<S = (
            qs::Missing<super::columns::RoomOpened>,
            qs::Missing<super::columns::RoomHours>,
        )> {
            new: qs::New<super::super::Room>,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> Clone for RoomCreate<S> {
            fn clone(&self) -> Self {
                Self { new: self.new.clone(), state: PhantomData }
            }
        }

        impl<S> ::core::fmt::Debug for RoomCreate<S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.new, f)
            }
        }

        impl<S> qs::Builder for RoomCreate<S> {
            type Model = super::super::Room;

            fn of(new: qs::New<super::super::Room>) -> Self {
                Self { new, state: PhantomData }
            }
        }

        impl<Opened, Hours> qs::NewRow for RoomCreate<(Opened, Hours)>
        where
            Opened: qs::Provided,
            Hours: qs::Provided,
        {
            type Model = super::super::Room;

            fn row(self) -> qs::New<super::super::Room> {
                self.new
            }
        }

        impl<Opened, Hours> RoomCreate<(Opened, Hours)> {
            /// Sets [`id`](const@super::id). Without it: counted up by the database.
            pub fn id(self, value: impl qs::Input<qs::kind::Integer, qs::NotNull>) -> Self {
                RoomCreate { new: self.new.given(0, value), state: self.state }
            }

            /// Sets [`tags`](const@super::tags). Without it: `[new]`.
            pub fn tags(
                self,
                value: impl qs::Input<qs::kind::Array<Vec<String>>, qs::NotNull>,
            ) -> Self {
                RoomCreate { new: self.new.given(1, value), state: self.state }
            }

            /// Sets [`floors`](const@super::floors). Without it: `NULL`.
            pub fn floors(
                self,
                value: impl qs::Input<qs::kind::Array<Vec<Option<i32>>>, qs::Nullable>,
            ) -> Self {
                RoomCreate { new: self.new.given(2, value), state: self.state }
            }

            /// Sets [`opened`](const@super::opened).
            pub fn opened(
                self,
                value: impl qs::Input<qs::kind::Array<Vec<qs::jiff::civil::Date>>, qs::NotNull>,
            ) -> RoomCreate<(qs::Given, Hours)> {
                RoomCreate { new: self.new.given(3, value), state: PhantomData }
            }

            /// Sets [`seats`](const@super::seats). Without it: `NULL`.
            pub fn seats(
                self,
                value: impl qs::Input<qs::kind::Range<qs::Range<i32>>, qs::Nullable>,
            ) -> Self {
                RoomCreate { new: self.new.given(4, value), state: self.state }
            }

            /// Sets [`hours`](const@super::hours).
            pub fn hours(
                self,
                value: impl qs::Input<qs::kind::Range<qs::Range<qs::jiff::Timestamp>>, qs::NotNull>,
            ) -> RoomCreate<(Opened, qs::Given)> {
                RoomCreate { new: self.new.given(5, value), state: PhantomData }
            }

            /// The row, not written yet: what `bulk_create` takes.
            pub fn build(self) -> qs::New<super::super::Room>
            where
                Opened: qs::Provided,
                Hours: qs::Provided,
            {
                self.new
            }

            /// Writes the row, and gives the instance with its key.
            ///
            /// # Errors
            ///
            /// As [`New::save`](qs::New::save). Nothing is written.
            pub fn save<'d>(self, db: impl qs::Executor<'d>) -> qs::Fetch<'d, super::super::Room>
            where
                Opened: qs::Provided,
                Hours: qs::Provided,
            {
                self.new.save(db)
            }
        }
    }

    /// What the schema says about [`Room`](super::Room).
    pub static META: meta::Model = meta::Model::written(
        r#"{
            "app": "blog",
            "name": "Room",
            "label": "blog.Room",
            "table": "blog_room",
            "columns": [
                {"name":"id","type":"BigAuto","primary_key":true,"unique":true},
                {"name":"tags","type":{"Array":{"type":"Char"}},"max_length":20},
                {"name":"floors","type":{"Array":{"type":"Integer","null":true,"size":4}},"null":true},
                {"name":"opened","type":{"Array":{"type":"Date"}}},
                {"name":"seats","type":"IntegerRange","null":true},
                {"name":"hours","type":"DateTimeRange"}
            ]
        }"#,
        &[],
        &[
            (
                1,
                || qs::Value::Array(
                    &qs::ValueType::Text,
                    [qs::Value::Text("new".to_owned())].into(),
                ),
            ),
        ],
        &[],
    );
}

// schema/blog.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

use ::queryset::generated as qs;

include!("blog/room.rs");

// schema.rs
// Generated from schema/blog.toml by queryset-codegen 0.1.0. Do not edit.

/// The models of `schema/blog.toml`.
///
/// | Model | Table | |
/// |---|---|---|
/// | [`Room`](blog::Room) | `blog_room` | A row of `blog_room`. |
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
    &blog::room::META,
];

