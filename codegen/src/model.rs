//! The resolved model graph: everything that a template writes, decided. No rule is applied here.

use serde::Serialize;

use crate::kind::{Dates, FieldType, Kind, Sizes};

/// One value per database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PerBackend<T> {
    /// For SQLite.
    pub sqlite: T,
    /// For PostgreSQL.
    pub postgres: T,
    /// For MySQL and MariaDB.
    pub mysql: T,
}

impl<T> PerBackend<T> {
    /// The same value for every database.
    pub fn all(value: T) -> Self
    where
        T: Clone,
    {
        PerBackend { sqlite: value.clone(), postgres: value.clone(), mysql: value }
    }

    /// The values after `change`.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> PerBackend<U> {
        PerBackend { sqlite: change(self.sqlite), postgres: change(self.postgres), mysql: change(self.mysql) }
    }
}

/// All apps of a schema directory, sorted by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Schema {
    /// One per file.
    pub apps: Vec<App>,
}

/// One schema file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct App {
    /// The stem of the file: `blog`.
    pub name: String,
    /// The Rust module: the name, with `_` after a keyword.
    pub ident: String,
    /// The description, if there is one.
    pub doc: Option<String>,
    /// The file as messages name it: `schema/blog.toml`.
    pub file: String,
    /// The library of date and time values.
    pub dates: Dates,
    /// Concrete models, in the order of the file.
    pub models: Vec<Model>,
    /// Models of the tables of pairs that `many_to_many` fields without `through` make.
    pub pair_tables: Vec<Model>,
    /// What endpoints can be filtered and ordered by, in the order of the file.
    pub filter_sets: Vec<FilterSet>,
}

/// What an endpoint can be filtered and ordered by, as a struct.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FilterSet {
    /// The Rust type: `EntryFilter`.
    pub name: String,
    /// The text of its rustdoc page, in Markdown.
    pub page: String,
    /// The Rust type of the model, which is of the same app.
    pub model: String,
    /// In the order of the file.
    pub filters: Vec<Filter>,
    /// The paths that rows can be ordered by; empty for none.
    pub ordering: Vec<String>,
}

/// One lookup on one field, as a field of the struct.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Filter {
    /// Its name in a query string: `blog__name__icontains`.
    pub key: String,
    /// The Rust identifier: the name, with `_` after a keyword.
    pub ident: String,
    /// The text of its rustdoc page, in Markdown.
    pub page: String,
    /// How many values it has.
    pub form: FilterForm,
    /// The Rust type of a value.
    pub rust_type: RustType,
}

/// How many values a filter has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterForm {
    /// One.
    One,
    /// Any number: `in`.
    List,
    /// Two: `range`.
    Range,
}

/// Where something is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// The file: `schema/blog.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// One concrete model, with the fields and options of the abstract models that it inherits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Model {
    /// The Rust type: `OrderItem`.
    pub name: String,
    /// The Rust module: `order_item`.
    pub ident: String,
    /// The app's name.
    pub app: String,
    /// `shop.OrderItem`.
    pub label: String,
    /// Whether a `many_to_many` field made it.
    pub auto_created: bool,
    /// The description, if there is one.
    pub doc: Option<String>,
    /// The text of its rustdoc page, in Markdown.
    pub page: String,
    /// Where the model is written.
    pub declared: Declared,
    /// What the database has.
    pub table: Table,
    /// One per column, in the order of the columns.
    pub fields: Vec<Field>,
    /// The name of the field that is the primary key.
    pub primary_key: String,
    /// Its place among the fields, from 0.
    pub primary_key_position: usize,
    /// Forward relations in the order of the fields, then reverse ones in the order of the apps.
    pub relations: Vec<Relation>,
    /// One Rust enum per field with choices.
    pub enums: Vec<Enum>,
    /// The default order as the schema writes it; empty for none.
    pub ordering_terms: Vec<OrderTerm>,
    /// The default order with orders by relations replaced; empty for none.
    pub ordering: Vec<Order>,
    /// What `latest()` orders by, as the schema writes it; empty for none.
    pub get_latest_by_terms: Vec<OrderTerm>,
    /// What `latest()` orders by; empty for none.
    pub get_latest_by: Vec<Order>,
    /// Which rows `objects()` gives; `None` for all.
    pub objects: Option<Condition>,
    /// Sets of field names that no two rows share; the primary key first.
    pub unique_sets: Vec<Vec<String>>,
}

/// One column, as a field constant.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its place among the fields of the model, from 0.
    pub position: usize,
    /// Django's attribute name: `headline`, `blog_id`.
    pub name: String,
    /// The Rust identifier: the name, with `_` after a keyword.
    pub ident: String,
    /// The Rust type that stands for the column: `Headline`, `BlogId`.
    pub marker: String,
    /// The name in the schema: `blog` for the column `blog_id`.
    pub declared_name: String,
    /// The description, if there is one.
    pub doc: Option<String>,
    /// The text of its rustdoc page, in Markdown.
    pub page: String,
    /// Where the field is written; the model's place for an implicit `id`.
    pub declared: Declared,
    /// The type in the schema: `foreign_key` for `blog_id`.
    pub declared_type: FieldType,
    /// The type of the values: for a key, the target's.
    pub value_type: FieldType,
    /// The kind of the values.
    pub kind: Kind,
    /// The Rust type of a value that is not NULL.
    pub rust_type: RustType,
    /// Whether it can be NULL.
    pub null: bool,
    /// The column.
    pub column: String,
    /// Database types, as Django makes them.
    pub database_types: PerBackend<String>,
    /// Sizes of text and decimals.
    pub sizes: Sizes,
    /// The integers that every database stores in it.
    pub range: Option<(i64, i64)>,
    /// What is asked of its values.
    pub validators: Vec<Validator>,
    /// Whether it is the primary key.
    pub primary_key: bool,
    /// Whether the database counts it up.
    pub counted: bool,
    /// Whether no two rows share a value; true for a primary key.
    pub unique: bool,
    /// Whether it has an index of its own.
    pub indexed: bool,
    /// The value of a row that is created without one.
    pub default: Option<Default>,
    /// When the current time is written by itself.
    pub auto_now: AutoNow,
    /// Whether `create()` asks for it.
    pub required: bool,
    /// The name of its enum among the model's.
    pub choices: Option<String>,
    /// The name of the forward relation that this column is the key of.
    pub relation: Option<String>,
    /// What this column points at.
    pub points_at: Option<PointsAt>,
    /// Its lookups.
    pub lookups: Vec<&'static str>,
    /// Its transforms.
    pub transforms: Vec<&'static str>,
}

/// The Rust type of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RustType {
    /// As seen from inside the model's module: `i32`, `super::OrderStatus`, `crate::Email`.
    pub path: String,
    /// The type that the column holds: `i32`, `String`, `jiff::civil::Date`.
    pub base: String,
    /// Where the type comes from.
    pub origin: RustTypeOrigin,
}

/// Where the Rust type of a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum RustTypeOrigin {
    /// The table of field types.
    Base,
    /// A generated enum.
    Choices,
    /// `rust_type` in the schema.
    User,
}

/// When a date or time field gets the current time by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum AutoNow {
    /// Never.
    Never,
    /// When the row is created.
    Create,
    /// Whenever the row is saved.
    Save,
}

/// The target of a key column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointsAt {
    /// The model.
    pub model: ModelRef,
    /// The name of its field: `id`.
    pub field: String,
    /// Its column: `id`.
    pub column: String,
    /// What happens to the row when the target goes.
    pub on_delete: OnDelete,
    /// The name of the constraint; `None` leaves the constraint out.
    pub constraint: Option<PerBackend<String>>,
}

/// A model, as seen from inside another model's module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelRef {
    /// The Rust type: `Author`.
    pub name: String,
    /// The app's name.
    pub app: String,
    /// `blog.Author`.
    pub label: String,
    /// The Rust type's path: `super::Author`, `super::super::shop::Product`.
    pub type_path: String,
    /// The module's path: `super::author`, `super::super::shop::product`.
    pub module_path: String,
}

/// What a row gets that is created without a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Default {
    /// Always the same.
    Constant(Constant),
    /// A variant of the field's enum.
    Variant(String),
    /// The current time.
    Now,
    /// A random UUID.
    NewUuid,
}

/// A value that the schema writes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Constant {
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A double-precision number.
    Float(f64),
    /// A decimal number, digit for digit.
    Decimal(String),
    /// True or false.
    Bool(bool),
    /// A calendar day.
    Date {
        /// The year.
        year: u16,
        /// The month, from 1.
        month: u8,
        /// The day, from 1.
        day: u8,
    },
    /// A moment.
    DateTime {
        /// Microseconds since 1970-01-01T00:00:00Z.
        microseconds: i64,
    },
    /// A time of day.
    Time {
        /// The hour.
        hour: u8,
        /// The minute.
        minute: u8,
        /// The second.
        second: u8,
        /// The rest.
        microsecond: u32,
    },
    /// A length of time.
    Duration {
        /// In microseconds.
        microseconds: i64,
    },
    /// A UUID, with hyphens and in lower case.
    Uuid(String),
    /// A JSON document as text.
    Json(String),
    /// Bytes.
    Binary(Vec<u8>),
    /// An IP address.
    Ip(String),
    /// An array.
    Array {
        /// The type of its items.
        of: FieldType,
        /// The items.
        items: Vec<Constant>,
    },
}

/// A Rust enum of the choices of one field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Enum {
    /// The Rust type: `OrderStatus`.
    pub name: String,
    /// The field's name.
    pub field: String,
    /// The description of the field, if there is one.
    pub doc: Option<String>,
    /// The type that the column holds: `String`, `i32`.
    pub base: String,
    /// The variants, in the order of the schema.
    pub variants: Vec<Variant>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Variant {
    /// The Rust name: `Shipped`.
    pub name: String,
    /// What the column holds.
    pub value: Constant,
    /// What people read: `Shipped`.
    pub label: String,
    /// The text of its rustdoc line.
    pub page: String,
}

/// One relation, as a function on paths and an accessor on instances.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    /// The name on paths, in keys and in dynamic lookups: `blog`, `entry`.
    pub name: String,
    /// The Rust identifier: the name, with `_` after a keyword.
    pub ident: String,
    /// The Rust type that stands for the relation: `Blog`, `Entry`.
    pub marker: String,
    /// Django's name on an instance: `blog`, `entry_set`.
    pub accessor: String,
    /// The Rust identifier of the accessor.
    pub accessor_ident: String,
    /// The description of the field, if there is one.
    pub doc: Option<String>,
    /// The text of its rustdoc page, in Markdown.
    pub page: String,
    /// Where the field is written.
    pub declared: Declared,
    /// The model that has the field, and the field's name in the schema.
    pub field: FieldRef,
    /// The side from which it is seen.
    pub direction: Direction,
    /// Which rows meet which.
    pub shape: Shape,
    /// Whether a row meets at most one row or several.
    pub cardinality: Cardinality,
    /// Whether a row may meet none; always true for a reverse relation and for `many`.
    pub null: bool,
    /// The other model.
    pub target: ModelRef,
    /// The name of the way back, among the target's relations; `None` when it is hidden.
    pub inverse: Option<String>,
    /// Whether both directions are one relation, as with friends.
    pub symmetrical: bool,
    /// What happens to the rows with the key when the target goes; `None` for `many_to_many`.
    pub on_delete: Option<OnDelete>,
    /// The columns that meet.
    pub join: Join,
}

/// A field by its model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldRef {
    /// The model.
    pub model: ModelRef,
    /// The name in the schema.
    pub name: String,
}

/// What is asked of the values of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Validator {
    /// The least value.
    Min(Constant),
    /// The greatest value.
    Max(Constant),
    /// The fewest characters.
    MinLength(u32),
    /// A regular expression that is found in the text.
    Regex(String),
    /// A function, by its full path.
    Own(String),
}

/// The side from which a relation is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// From the model that has the field.
    Forward,
    /// From the model that the field points at.
    Reverse,
}

/// Which rows meet which, seen from this side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Shape {
    /// A foreign key.
    ManyToOne,
    /// The reverse of a foreign key.
    OneToMany,
    /// A unique key, from either side.
    OneToOne,
    /// Pairs, from either side.
    ManyToMany,
}

/// Whether a row meets at most one row or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Cardinality {
    /// At most one.
    One,
    /// Several.
    Many,
}

/// What happens to the rows with the key when the row that they point at is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum OnDelete {
    /// They are deleted.
    Cascade,
    /// The deletion is refused.
    Protect,
    /// The deletion is refused, unless they are deleted by another way.
    Restrict,
    /// Their key becomes NULL.
    SetNull,
    /// Their key becomes its default.
    SetDefault,
    /// Nothing, as far as this side knows.
    DoNothing,
}

impl OnDelete {
    pub(crate) const NAMES: [&str; 6] =
        ["cascade", "protect", "restrict", "set_null", "set_default", "do_nothing"];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "cascade" => Some(OnDelete::Cascade),
            "protect" => Some(OnDelete::Protect),
            "restrict" => Some(OnDelete::Restrict),
            "set_null" => Some(OnDelete::SetNull),
            "set_default" => Some(OnDelete::SetDefault),
            "do_nothing" => Some(OnDelete::DoNothing),
            _ => None,
        }
    }
}

/// The columns that meet in a relation, from this side to the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Join {
    /// Two tables.
    Direct {
        /// The column of this side's table.
        column: String,
        /// The field of that column.
        field: String,
        /// The column of the target's table.
        target_column: String,
        /// The field of that column.
        target_field: String,
    },
    /// Two tables and one of pairs between them.
    Through {
        /// The column of this side's table.
        column: String,
        /// The field of that column.
        field: String,
        /// The table of pairs.
        table: String,
        /// Its column that points at this side.
        source_column: String,
        /// Its column that points at the target.
        pair_column: String,
        /// The column of the target's table.
        target_column: String,
        /// The field of that column.
        target_field: String,
        /// The model of the table of pairs.
        model: Box<ModelRef>,
        /// The relation of that model that leads to this side: its name on paths.
        source_relation: String,
        /// The relation of that model that leads to the target: its name on paths.
        target_relation: String,
    },
}

/// One term of an order, as the schema writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrderTerm {
    /// The path: `blog__name`, or `?` for any order.
    pub path: String,
    /// Whether the last comes first.
    pub descending: bool,
}

/// One term of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Order {
    /// By a column, over to-one relations. An order by a relation is replaced by the order of
    /// the model it leads to.
    Column {
        /// The relations on the way, by their names.
        path: Vec<String>,
        /// The field at the end.
        field: String,
        /// The column at the end.
        column: String,
        /// Whether the last comes first.
        descending: bool,
    },
    /// At random.
    Random,
}

/// The table of a model, as Django makes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// The name.
    pub name: String,
    /// Whether this library makes it.
    pub managed: bool,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// Uniqueness of several columns, or under a condition.
    pub uniques: Vec<Unique>,
    /// Indexes, in the order in which Django makes them.
    pub indexes: Vec<Index>,
    /// Conditions that every row meets.
    pub checks: Vec<Check>,
    /// Keys that point at other tables.
    pub foreign_keys: Vec<ForeignKey>,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The name.
    pub name: String,
    /// The types.
    pub database_types: PerBackend<String>,
    /// Whether it can be NULL.
    pub null: bool,
    /// Whether it is the primary key.
    pub primary_key: bool,
    /// Whether the database counts it up.
    pub counted: bool,
    /// Whether it is `UNIQUE`; false for a primary key.
    pub unique: bool,
    /// The condition that comes with the type, with the column quoted.
    pub check: PerBackend<Option<String>>,
}

/// Uniqueness of columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unique {
    /// The name.
    pub name: PerBackend<String>,
    /// Whether the database can have it.
    pub made_on: PerBackend<bool>,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// The rows among which it holds.
    pub condition: Option<Condition>,
    /// Whether it comes from `unique_together`, which Django adds after the table.
    pub together: bool,
    /// Its place among the `unique_together` or among the constraints of the model, from 0.
    pub position: usize,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Index {
    /// The name.
    pub name: PerBackend<String>,
    /// Whether Django makes it on that database.
    pub made_on: PerBackend<bool>,
    /// The columns, in order.
    pub columns: Vec<IndexColumn>,
    /// What it is there for.
    pub kind: IndexKind,
    /// The operator class of an index for `LIKE`.
    pub operator_class: Option<&'static str>,
}

/// What an index is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum IndexKind {
    /// To find rows.
    Plain,
    /// To find the rows with a foreign key; MySQL makes it with the constraint.
    ForeignKey,
    /// For `LIKE`, on PostgreSQL alone.
    Like,
}

/// A column of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndexColumn {
    /// The column.
    pub name: String,
    /// Whether the last comes first.
    pub descending: bool,
}

/// A condition that every row meets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// The name.
    pub name: String,
    /// The condition.
    pub condition: Condition,
    /// Its place among the constraints of the model, from 0.
    pub position: usize,
}

/// A condition on the columns of one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Condition {
    /// Every one holds.
    All {
        /// The parts.
        of: Vec<Condition>,
    },
    /// One of them holds.
    Any {
        /// The parts.
        of: Vec<Condition>,
    },
    /// It does not hold.
    Not {
        /// The part.
        of: Box<Condition>,
    },
    /// A lookup on a column.
    Lookup {
        /// The column.
        column: String,
        /// The name of the lookup: `gte`.
        lookup: String,
        /// What it is compared with.
        value: Operand,
    },
}

/// The right side of a lookup in a condition.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Operand {
    /// Another column of the row.
    Column(String),
    /// One value.
    Constant(Constant),
    /// Values of `in`, or the two ends of `range`.
    List(Vec<Constant>),
}

/// A key that points at another table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForeignKey {
    /// The constraint's name; on SQLite Django gives it none.
    pub name: PerBackend<String>,
    /// The column.
    pub column: String,
    /// The table that it points at.
    pub to_table: String,
    /// The column that it points at.
    pub to_column: String,
}
