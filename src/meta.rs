//! Metadata of the generated models: what a schema said, ready to be looked up.
//!
//! Generated code has it as JSON, which is read when a model is first used. The compile layer, the table
//! definitions and the dynamic lookups go by it, and nothing else knows a table or a column by name.

mod read;

use std::fmt;
use std::ops::Deref;

use serde::Deserialize;

use self::read::{Written, WrittenName};
use crate::dialect::Dialect;
use crate::validate::Invalid;
use crate::value::{Value, ValueType};

/// A model: one table and everything that its schema says about it, which is a [`Definition`].
///
/// ```
/// use queryset::demo::blog::entry;
///
/// assert_eq!(entry::META.table, "blog_entry");
/// assert_eq!(entry::META.column("headline").and_then(|column| column.max_length), Some(255));
/// ```
pub struct Model(pub(crate) Source);

/// Where a definition is.
#[expect(clippy::large_enum_variant, reason = "a model is a static")]
pub(crate) enum Source {
    Known(&'static Definition),
    Written(Written),
}

impl Model {
    /// A model as generated code has it: JSON, and what JSON cannot say, which are the models that it names by
    /// their places, and the defaults and validators of columns.
    #[doc(hidden)]
    #[must_use]
    pub const fn written(
        text: &'static str,
        models: &'static [&'static Self],
        defaults: &'static [(usize, fn() -> Value)],
        validators: &'static [(usize, Validator)],
    ) -> Self {
        Self(Source::Written(Written::new(text, models, defaults, validators)))
    }
}

impl Deref for Model {
    type Target = Definition;

    fn deref(&self) -> &Definition {
        match &self.0 {
            Source::Known(definition) => definition,
            Source::Written(written) => written.definition(),
        }
    }
}

/// What a schema says about a [`Model`].
pub struct Definition {
    /// The app, which is the stem of the schema file: `blog`.
    pub app: &'static str,
    /// The Rust type: `Entry`.
    pub name: &'static str,
    /// Django's label: `blog.Entry`; for the table of a many-to-many relation `blog.Entry_authors`.
    pub label: &'static str,
    /// The table: `blog_entry`.
    pub table: &'static str,
    /// Whether this library creates the table.
    pub managed: bool,
    /// Whether the model stands for the table of a many-to-many relation without a `through`.
    pub auto_created: bool,
    /// The columns, in the order in which rows are read.
    pub columns: &'static [Column],
    /// The position of the primary key in `columns`.
    pub primary_key: usize,
    /// The relations, forward and reverse.
    pub relations: &'static [Relation],
    /// The foreign keys of all models that point at this one, in Django's order.
    pub pointers: &'static [Pointer],
    /// The order of query sets that name none.
    pub ordering: &'static [Ordering],
    /// What `latest()` and `earliest()` compare.
    pub get_latest_by: &'static [Ordering],
    /// Which rows `objects()` gives; `None` for all.
    pub objects: Option<Check>,
    /// Indexes and unique indexes, those of single columns included.
    pub indexes: &'static [Index],
    /// Named constraints.
    pub constraints: &'static [Constraint],
}

impl Definition {
    /// The primary key.
    #[must_use]
    pub fn pk(&self) -> &'static Column {
        &self.columns[self.primary_key]
    }

    /// The column of a field, by Django's name of it: `blog_id` or `blog`; `pk` is the primary key.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        if name == "pk" {
            return Some(self.pk());
        }
        self.columns.iter().find(|column| column.name == name || column.field == name)
    }

    /// The column of a name in the database.
    pub(crate) fn by_column(&self, name: &str) -> &'static Column {
        let found = self.columns.iter().find(|column| column.column == name);
        found.expect("the generator has found the column")
    }

    /// The relation of a name, as it is written in a path: `blog`, `entry`.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&'static Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }
}

/// Two models are the same when they are the same table of metadata.
impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Model {}

/// A column, and the field that it belongs to.
#[derive(Debug)]
pub struct Column {
    /// Its place among the columns of its model, from 0.
    pub position: usize,
    /// The model's Rust type: `Entry`.
    pub model: &'static str,
    /// The name of the value: `headline`, or `blog_id` for the foreign key `blog`.
    pub name: &'static str,
    /// The field as it was declared: `headline`, `blog`.
    pub field: &'static str,
    /// The database's name.
    pub column: &'static str,
    /// The field type; a foreign key has the type, the length and the digits of the key that it
    /// points at.
    pub field_type: FieldType,
    /// Whether the column may be `NULL`.
    pub null: bool,
    /// Whether it is the primary key.
    pub primary_key: bool,
    /// Whether its values are unique.
    pub unique: bool,
    /// The longest text, in characters.
    pub max_length: Option<u32>,
    /// Digits of a decimal, all and after the point.
    pub decimal: Option<Digits>,
    /// The values that are allowed, as the database holds them; empty means any.
    pub choices: &'static [ConstValue],
    /// What `create()` writes when no value was given.
    pub default: Option<Default>,
    /// Set to the current time whenever the row is saved, or when it is created.
    pub auto_now: AutoNow,
    /// What `validate()` asks of its values beside what the type of the field does.
    pub validators: &'static [Validator],
    /// What a foreign key points at.
    pub references: Option<Reference>,
}

impl Definition {
    /// A model that says no more of itself than its columns.
    pub(crate) const fn new(
        app: &'static str,
        name: &'static str,
        label: &'static str,
        table: &'static str,
        columns: &'static [Column],
    ) -> Self {
        Self {
            app,
            name,
            label,
            table,
            managed: true,
            auto_created: false,
            columns,
            primary_key: 0,
            relations: &[],
            pointers: &[],
            ordering: &[],
            get_latest_by: &[],
            objects: None,
            indexes: &[],
            constraints: &[],
        }
    }
}

impl Column {
    /// The column of a field that says no more of itself.
    pub(crate) const fn new(
        position: usize,
        model: &'static str,
        name: &'static str,
        field_type: FieldType,
    ) -> Self {
        Self {
            position,
            model,
            name,
            field: name,
            column: name,
            field_type,
            null: false,
            primary_key: false,
            unique: false,
            max_length: None,
            decimal: None,
            choices: &[],
            default: None,
            auto_now: AutoNow::Never,
            validators: &[],
            references: None,
        }
    }
}

/// Two columns are the same when they are the same entry of metadata.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Column {}

/// What `create()` writes when no value was given.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    /// Always the same.
    Value(ConstValue),
    /// What a function gives, which is called for each row.
    Made(fn() -> Value),
}

impl Default {
    /// The value for one row.
    #[must_use]
    pub fn value(self) -> Value {
        match self {
            Self::Value(value) => value.into(),
            Self::Made(make) => make(),
        }
    }
}

/// What a schema asks of the values of a field.
#[derive(Clone, Copy, Debug)]
pub enum Validator {
    /// The least value.
    Min(fn() -> Value),
    /// The greatest value.
    Max(fn() -> Value),
    /// The fewest characters of a text.
    MinLength(u32),
    /// A regular expression that is found in a text.
    Regex(&'static str),
    /// A function of the user's own.
    Own(fn(&Value) -> Result<(), Invalid>),
}

/// Digits of a decimal column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Digits {
    /// All digits.
    pub max_digits: u32,
    /// Those after the point.
    pub decimal_places: u32,
}

/// When a date or time field is set to the current time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum AutoNow {
    /// Never by itself.
    Never,
    /// When the row is created: `auto_now_add`.
    Create,
    /// Whenever it is saved: `auto_now`.
    Save,
}

/// Django's field types, as far as they are columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs, reason = "each is Django's field of the same name")]
pub enum FieldType {
    SmallAuto,
    Auto,
    BigAuto,
    Char,
    Text,
    Slug,
    Email,
    Url,
    GenericIpAddress,
    SmallInteger,
    Integer,
    BigInteger,
    PositiveSmallInteger,
    PositiveInteger,
    PositiveBigInteger,
    Float,
    Decimal,
    Boolean,
    Date,
    DateTime,
    Time,
    Duration,
    Uuid,
    Json,
    Binary,
    /// An array, of PostgreSQL. The sizes of its column are those of its items.
    Array(#[serde(deserialize_with = "read::one")] &'static Items),
    IntegerRange,
    BigIntegerRange,
    DecimalRange,
    DateRange,
    DateTimeRange,
}

/// The items of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Items {
    /// Their type: no array, and no range.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Whether some may be `NULL`.
    #[serde(default)]
    pub null: bool,
    /// The most of them, where the schema says it.
    pub size: Option<u32>,
}

macro_rules! items {
    ($value_type:ident: $($of:ident $field_type:ident)*) => {
        match $value_type {
            $(ValueType::$of => &Items { field_type: FieldType::$field_type, null: true, size: None },)*
            ValueType::Array(_) | ValueType::Range(_) => unreachable!("there are no arrays of them"),
        }
    };
}

impl Items {
    /// Items that are computed, of a type.
    pub(crate) fn of(value_type: ValueType) -> &'static Self {
        items! { value_type:
            Bool Boolean
            Int BigInteger
            Float Float
            Decimal Decimal
            Text Text
            Date Date
            DateTime DateTime
            Time Time
            Duration Duration
            Uuid Uuid
            Json Json
            Bytes Binary
            Ip GenericIpAddress
        }
    }
}

impl FieldType {
    /// Whether its integers may be above [`i64::MAX`], on MySQL.
    pub(crate) fn is_unsigned(self) -> bool {
        use FieldType as F;
        matches!(self, F::PositiveSmallInteger | F::PositiveInteger | F::PositiveBigInteger)
    }

    /// Whether its integers are those of an [`i64`] on every database.
    pub(crate) fn is_signed_int(self) -> bool {
        use FieldType as F;
        matches!(self, F::SmallAuto | F::Auto | F::BigAuto | F::SmallInteger | F::Integer | F::BigInteger)
    }

    /// The type of its values.
    #[must_use]
    pub fn value_type(self) -> ValueType {
        use FieldType as F;
        match self {
            F::SmallAuto | F::Auto | F::BigAuto => ValueType::Int,
            F::SmallInteger | F::Integer | F::BigInteger => ValueType::Int,
            F::PositiveSmallInteger | F::PositiveInteger | F::PositiveBigInteger => ValueType::Int,
            F::Char | F::Text | F::Slug | F::Email | F::Url => ValueType::Text,
            F::GenericIpAddress => ValueType::Ip,
            F::Float => ValueType::Float,
            F::Decimal => ValueType::Decimal,
            F::Boolean => ValueType::Bool,
            F::Date => ValueType::Date,
            F::DateTime => ValueType::DateTime,
            F::Time => ValueType::Time,
            F::Duration => ValueType::Duration,
            F::Uuid => ValueType::Uuid,
            F::Json => ValueType::Json,
            F::Binary => ValueType::Bytes,
            F::Array(items) => ValueType::Array(match items.field_type.value_type() {
                ValueType::Bool => &ValueType::Bool,
                ValueType::Int => &ValueType::Int,
                ValueType::Float => &ValueType::Float,
                ValueType::Decimal => &ValueType::Decimal,
                ValueType::Text => &ValueType::Text,
                ValueType::Date => &ValueType::Date,
                ValueType::DateTime => &ValueType::DateTime,
                ValueType::Time => &ValueType::Time,
                ValueType::Duration => &ValueType::Duration,
                ValueType::Uuid => &ValueType::Uuid,
                ValueType::Json => &ValueType::Json,
                ValueType::Bytes => &ValueType::Bytes,
                ValueType::Ip => &ValueType::Ip,
                ValueType::Array(_) | ValueType::Range(_) => unreachable!("the generator refuses such items"),
            }),
            F::IntegerRange | F::BigIntegerRange => ValueType::Range(&ValueType::Int),
            F::DecimalRange => ValueType::Range(&ValueType::Decimal),
            F::DateRange => ValueType::Range(&ValueType::Date),
            F::DateTimeRange => ValueType::Range(&ValueType::DateTime),
        }
    }
}

/// A value that a schema names.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each stands for the variant of `Value` of the same name")]
pub enum ConstValue {
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(&'static str),
}

impl From<ConstValue> for Value {
    fn from(value: ConstValue) -> Self {
        match value {
            ConstValue::Bool(value) => Self::Bool(value),
            ConstValue::Int(value) => Self::Int(value),
            ConstValue::Float(value) => Self::Float(value),
            ConstValue::Text(value) => Self::Text(value.to_owned()),
        }
    }
}

/// The end of a foreign key.
pub struct Reference {
    /// The model that it points at.
    pub model: &'static Model,
    /// The column that it points at, as the database names it: mostly the primary key.
    pub column: &'static str,
    /// What becomes of the row when the one that it points at is deleted.
    pub on_delete: OnDelete,
    /// The name of the database's constraint; `None` leaves the constraint out.
    pub constraint: Option<Name>,
}

impl Reference {
    /// The column that it points at.
    pub(crate) fn target(&self) -> &'static Column {
        self.model.by_column(self.column)
    }
}

/// What becomes of a row when the one that its foreign key points at is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each is Django's `on_delete` of the same name")]
pub enum OnDelete {
    Cascade,
    Protect,
    Restrict,
    SetNull,
    SetDefault,
    DoNothing,
}

/// A name in the database, which each database cuts at a length of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "one field for each database")]
#[serde(from = "WrittenName")]
pub struct Name {
    pub sqlite: &'static str,
    pub postgres: &'static str,
    pub mysql: &'static str,
}

impl Name {
    /// The name in one database.
    pub(crate) fn of(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
            Dialect::MySql(_) => self.mysql,
        }
    }
}

/// A foreign key, seen from the model that it points at.
pub struct Pointer {
    /// The model that has it.
    pub model: &'static Model,
    /// Its place among the columns of that model.
    pub position: usize,
}

impl Pointer {
    /// The foreign key.
    pub(crate) fn column(&self) -> &'static Column {
        &self.model.columns[self.position]
    }
}

/// A relation of a model, in one direction.
pub struct Relation {
    /// The name of its model's Rust type.
    pub model: &'static str,
    /// The name in a path: `blog`, `entry`.
    pub name: &'static str,
    /// The model that it leads to.
    pub target: &'static Model,
    /// Whether there may be no row at the other end. Reverse relations always say so.
    pub null: bool,
    /// Whether there may be several rows at the other end.
    pub many: bool,
    /// Whether it is the side that was declared.
    pub forward: bool,
    /// Whether both directions are one: a pair counts both ways.
    pub symmetrical: bool,
    /// How it is joined.
    pub join: Join,
}

impl Relation {
    /// The column of the target that instances are told apart by: what a foreign key points at, or
    /// else the primary key.
    pub(crate) fn key(&self) -> &'static Column {
        match self.join {
            Join::Direct { to, .. } if self.forward => {
                let mut columns = self.target.columns.iter();
                columns.find(|column| column.column == to).unwrap_or(self.target.pk())
            }
            Join::Direct { .. } | Join::Through { .. } => self.target.pk(),
        }
    }
}

/// Two relations are the same when they are the same entry of metadata.
impl PartialEq for Relation {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Relation {}

/// How a relation is joined.
#[derive(Debug, PartialEq, Eq)]
pub enum Join {
    /// By one pair of columns: a foreign key, seen from either side.
    Direct {
        /// The column of this model's table.
        from: &'static str,
        /// The column of the target's table.
        to: &'static str,
    },
    /// Through a table of its own, by two pairs of columns.
    Through {
        /// The column of this model's table.
        from: &'static str,
        /// The model of the table between.
        through: &'static Model,
        /// Its column that points at this model.
        through_from: &'static str,
        /// Its column that points at the target.
        through_to: &'static str,
        /// The column of the target's table.
        to: &'static str,
    },
}

/// One part of an ordering that a schema names: `-created_at`, `blog__name`, `blog`, `?`.
///
/// An ordering by a relation means the ordering of the model that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordering {
    /// The path as it was written, without the sign.
    pub path: &'static str,
    /// Whether the greatest comes first.
    #[serde(default)]
    pub descending: bool,
}

/// An index of a table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Index {
    /// Its name.
    pub name: Name,
    /// Its columns, as the database names them.
    #[serde(deserialize_with = "read::list")]
    pub columns: &'static [&'static str],
    /// Those of them of which the greatest value comes first.
    #[serde(default, deserialize_with = "read::list")]
    pub descending: &'static [&'static str],
    /// What it is there for.
    pub kind: IndexKind,
}

/// What an index is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum IndexKind {
    /// To find rows.
    Plain,
    /// The one of a foreign key: MySQL makes it by itself.
    ForeignKey,
    /// To keep several columns unique together: Django's `unique_together`.
    UniqueTogether,
    /// PostgreSQL's second index of a text column, for `LIKE 'prefix%'`; no other database has it.
    Like {
        /// The operator class: `varchar_pattern_ops` or `text_pattern_ops`.
        operator_class: &'static str,
    },
}

/// A named constraint of a table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// Its name, the same in every database.
    pub name: &'static str,
    /// What it demands.
    pub rule: Rule,
}

/// What a constraint demands.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Rule {
    /// The columns are unique together, among the rows that meet the condition.
    Unique {
        /// The database's names of the columns.
        #[serde(deserialize_with = "read::list")]
        columns: &'static [&'static str],
        /// Which rows count; `None` means all.
        condition: Option<Check>,
    },
    /// The condition is not false for any row.
    Check(Check),
}

/// A condition on one row, as a schema writes it.
#[derive(Debug, Deserialize)]
pub enum Check {
    /// All hold.
    All(#[serde(deserialize_with = "read::list")] &'static [Check]),
    /// At least one holds.
    Any(#[serde(deserialize_with = "read::list")] &'static [Check]),
    /// It does not hold.
    Not(#[serde(deserialize_with = "read::one")] &'static Check),
    /// A column compared with a value or a column.
    Compare {
        /// The database's name of the column.
        column: &'static str,
        /// How.
        compare: Compare,
        /// With what.
        with: CheckOperand,
    },
    /// A column is one of some values.
    In {
        /// The database's name of the column.
        column: &'static str,
        /// The values.
        #[serde(deserialize_with = "read::list")]
        values: &'static [ConstValue],
    },
    /// A column is `NULL`, or is not.
    IsNull {
        /// The database's name of the column.
        column: &'static str,
        /// Whether it must be.
        null: bool,
    },
}

/// How a [`Check`] compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each is the lookup of the same name")]
pub enum Compare {
    Exact,
    Gt,
    Gte,
    Lt,
    Lte,
}

/// What a [`Check`] compares with.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum CheckOperand {
    /// A constant.
    Value(ConstValue),
    /// Another column of the row, by the database's name.
    Column(&'static str),
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.app, self.name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.model, self.name)
    }
}

// Models and relations point at each other in circles, so they are shown by name.

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Model({self})")
    }
}

impl fmt::Debug for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relation({}.{} to {})", self.model, self.name, self.target)
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({}.{})", self.model, self.column)
    }
}
