//! Every field type, key, index and constraint, as each database makes it.

use expect_test::expect_file;

use super::{create_tables, drop_tables};
use crate::dialect::{Dialect, MySqlFlavor};
use crate::meta::{
    Check, CheckOperand, Column, Compare, ConstValue, Constraint, Definition, Digits, FieldType, Index,
    IndexKind, Model, Name, OnDelete, Reference, Rule, Source,
};

const DIALECTS: [(Dialect, &str); 4] = [
    (Dialect::Sqlite, "sqlite"),
    (Dialect::Postgres, "postgres"),
    (Dialect::MySql(MySqlFlavor::MySql), "mysql"),
    (Dialect::MySql(MySqlFlavor::MariaDb), "mariadb"),
];

const MODEL: Definition = Definition::new("test", "Model", "test.Model", "test_model", &[]);

const fn column(name: &'static str, field_type: FieldType) -> Column {
    let max_length = match field_type {
        FieldType::Char | FieldType::Slug | FieldType::Email | FieldType::Url => Some(50),
        _ => None,
    };
    let decimal = match field_type {
        FieldType::Decimal => Some(Digits { max_digits: 10, decimal_places: 2 }),
        _ => None,
    };
    Column { max_length, decimal, ..Column::new(0, "Model", name, field_type) }
}

const fn null(column: Column) -> Column {
    Column { null: true, ..column }
}

const fn unique(column: Column) -> Column {
    Column { unique: true, ..column }
}

const fn primary_key(column: Column) -> Column {
    Column { primary_key: true, unique: true, ..column }
}

const fn key(
    name: &'static str,
    field_type: FieldType,
    model: &'static Model,
    target: &'static str,
    constraint: Option<Name>,
) -> Column {
    let references = Reference { model, column: target, on_delete: OnDelete::Cascade, constraint };
    Column { references: Some(references), ..column(name, field_type) }
}

/// A name, with the name of the database that it is meant for.
macro_rules! name {
    ($name:literal) => {
        Name {
            sqlite: concat!($name, "_sqlite"),
            postgres: concat!($name, "_postgres"),
            mysql: concat!($name, "_mysql"),
        }
    };
}

const ID: Column = primary_key(column("id", FieldType::BigAuto));

static EVERY_TYPE: Model = Model(Source::Known(&Definition {
    table: "every_type",
    columns: &[
        ID,
        column("char", FieldType::Char),
        Column { max_length: None, ..column("text", FieldType::Text) },
        column("slug", FieldType::Slug),
        column("email", FieldType::Email),
        column("url", FieldType::Url),
        column("ip", FieldType::GenericIpAddress),
        column("small", FieldType::SmallInteger),
        column("number", FieldType::Integer),
        column("big", FieldType::BigInteger),
        column("positive_small", FieldType::PositiveSmallInteger),
        column("positive", FieldType::PositiveInteger),
        column("positive_big", FieldType::PositiveBigInteger),
        column("real", FieldType::Float),
        column("dec", FieldType::Decimal),
        column("flag", FieldType::Boolean),
        column("day", FieldType::Date),
        column("moment", FieldType::DateTime),
        column("clock", FieldType::Time),
        column("span", FieldType::Duration),
        column("uid", FieldType::Uuid),
        column("data", FieldType::Json),
        column("blob", FieldType::Binary),
    ],
    ..MODEL
}));

static NULLABLE: Model = Model(Source::Known(&Definition {
    table: "nullable",
    columns: &[
        ID,
        null(column("char", FieldType::Char)),
        null(column("positive", FieldType::PositiveInteger)),
        null(column("data", FieldType::Json)),
        unique(null(column("day", FieldType::Date))),
        unique(column("positive_big", FieldType::PositiveBigInteger)),
    ],
    ..MODEL
}));

static SMALL_KEY: Model = Model(Source::Known(&Definition {
    table: "small_key",
    columns: &[primary_key(column("id", FieldType::SmallAuto))],
    ..MODEL
}));
static AUTO_KEY: Model = Model(Source::Known(&Definition {
    table: "auto_key",
    columns: &[primary_key(column("id", FieldType::Auto))],
    ..MODEL
}));
static CHAR_KEY: Model = Model(Source::Known(&Definition {
    table: "char_key",
    columns: &[primary_key(column("code", FieldType::Char))],
    indexes: &[Index {
        name: name!("char_key_code_like"),
        columns: &["code"],
        descending: &[],
        kind: IndexKind::Like { operator_class: "varchar_pattern_ops" },
    }],
    ..MODEL
}));
static POSITIVE_KEY: Model = Model(Source::Known(&Definition {
    table: "positive_key",
    columns: &[primary_key(column("number", FieldType::PositiveInteger))],
    ..MODEL
}));
static UUID_KEY: Model = Model(Source::Known(&Definition {
    table: "uuid_key",
    columns: &[primary_key(column("uid", FieldType::Uuid))],
    ..MODEL
}));

/// A foreign key to each kind of key, one of which is its own primary key.
static POINTER: Model = Model(Source::Known(&Definition {
    table: "pointer",
    columns: &[
        primary_key(key("of_char", FieldType::Char, &CHAR_KEY, "code", Some(name!("of_char")))),
        key("of_small", FieldType::SmallAuto, &SMALL_KEY, "id", Some(name!("of_small"))),
        null(key("of_auto", FieldType::Auto, &AUTO_KEY, "id", Some(name!("of_auto")))),
        unique(key(
            "of_positive",
            FieldType::PositiveInteger,
            &POSITIVE_KEY,
            "number",
            Some(name!("of_positive")),
        )),
        key("of_uuid", FieldType::Uuid, &UUID_KEY, "uid", Some(name!("of_uuid"))),
        key("itself", FieldType::Char, &POINTER, "of_char", Some(name!("itself"))),
        key("unchecked", FieldType::Auto, &AUTO_KEY, "id", None),
    ],
    indexes: &[
        Index { name: name!("of_auto"), columns: &["of_auto"], descending: &[], kind: IndexKind::ForeignKey },
        Index {
            name: name!("unchecked"),
            columns: &["unchecked"],
            descending: &[],
            kind: IndexKind::ForeignKey,
        },
    ],
    ..MODEL
}));

/// Two models that point at each other.
static HEN: Model = Model(Source::Known(&Definition {
    table: "hen",
    columns: &[ID, null(key("egg", FieldType::BigAuto, &EGG, "id", Some(name!("hen_egg"))))],
    ..MODEL
}));
static EGG: Model = Model(Source::Known(&Definition {
    table: "egg",
    columns: &[ID, null(key("hen", FieldType::BigAuto, &HEN, "id", Some(name!("egg_hen"))))],
    ..MODEL
}));

static INDEXED: Model = Model(Source::Known(&Definition {
    table: "in`de\"xed",
    columns: &[
        ID,
        column("char", FieldType::Char),
        Column { max_length: None, ..column("text", FieldType::Text) },
        Column { column: "two \"words`", ..column("number", FieldType::Integer) },
    ],
    indexes: &[
        Index { name: name!("indexed_char"), columns: &["char"], descending: &[], kind: IndexKind::Plain },
        Index {
            name: name!("indexed_char_like"),
            columns: &["char"],
            descending: &[],
            kind: IndexKind::Like { operator_class: "varchar_pattern_ops" },
        },
        Index { name: name!("indexed_text"), columns: &["text"], descending: &[], kind: IndexKind::Plain },
        Index {
            name: name!("indexed_both"),
            columns: &["two \"words`", "char"],
            descending: &["two \"words`"],
            kind: IndexKind::Plain,
        },
        Index {
            name: name!("indexed_uniq"),
            columns: &["char", "two \"words`"],
            descending: &[],
            kind: IndexKind::UniqueTogether,
        },
    ],
    ..MODEL
}));

const fn is(column: &'static str, value: ConstValue) -> Check {
    compare(column, Compare::Exact, value)
}

const fn compare(column: &'static str, compare: Compare, value: ConstValue) -> Check {
    Check::Compare { column, compare, with: CheckOperand::Value(value) }
}

const fn check(name: &'static str, check: Check) -> Constraint {
    Constraint { name, rule: Rule::Check(check) }
}

const fn text(column: &'static str, value: &'static str) -> Check {
    is(column, ConstValue::Text(value))
}

static CONSTRAINED: Model = Model(Source::Known(&Definition {
    table: "constrained",
    columns: &[
        ID,
        column("stars", FieldType::Integer),
        null(column("most", FieldType::Integer)),
        column("state", FieldType::Char),
        null(column("note", FieldType::Char)),
        column("flag", FieldType::Boolean),
        null(column("maybe", FieldType::Boolean)),
        column("real", FieldType::Float),
        column("dec", FieldType::Decimal),
        column("day", FieldType::Date),
        column("moment", FieldType::DateTime),
        column("clock", FieldType::Time),
        column("span", FieldType::Duration),
        column("uid", FieldType::Uuid),
        column("ip", FieldType::GenericIpAddress),
    ],
    constraints: &[
        Constraint { name: "unique_one", rule: Rule::Unique { columns: &["state"], condition: None } },
        Constraint {
            name: "unique_two",
            rule: Rule::Unique { columns: &["stars", "state"], condition: None },
        },
        Constraint {
            name: "unique_some",
            rule: Rule::Unique {
                columns: &["stars", "note"],
                condition: Some(Check::IsNull { column: "maybe", null: true }),
            },
        },
        Constraint {
            name: "unique_not",
            rule: Rule::Unique { columns: &["note"], condition: Some(Check::Not(&text("note", "it's"))) },
        },
        check("is", compare("stars", Compare::Exact, ConstValue::Int(1))),
        check(
            "between",
            Check::All(&[
                compare("stars", Compare::Gte, ConstValue::Int(-1)),
                compare("stars", Compare::Lte, ConstValue::Int(5)),
            ]),
        ),
        check("alone", Check::All(&[compare("stars", Compare::Gt, ConstValue::Int(0))])),
        check(
            "other_column",
            Check::Compare { column: "stars", compare: Compare::Lt, with: CheckOperand::Column("most") },
        ),
        check(
            "not_other_column",
            Check::Not(&Check::Compare {
                column: "most",
                compare: Compare::Lt,
                with: CheckOperand::Column("stars"),
            }),
        ),
        check(
            "one_of",
            Check::In { column: "state", values: &[ConstValue::Text("new"), ConstValue::Text("it's")] },
        ),
        check("none_of", Check::Not(&Check::In { column: "most", values: &[ConstValue::Int(1)] })),
        check("not_null", Check::IsNull { column: "most", null: false }),
        check("not", Check::Not(&text("state", "void"))),
        check("not_nullable", Check::Not(&text("note", "void"))),
        check("not_both", Check::Not(&Check::All(&[text("note", "void"), text("state", "void")]))),
        check("neither", Check::Not(&Check::Any(&[text("note", "void"), text("state", "void")]))),
        check("not_not", Check::Not(&Check::Not(&text("note", "new")))),
        check(
            "nested",
            Check::Any(&[
                Check::All(&[text("note", "a"), Check::Any(&[text("state", "b"), text("state", "c")])]),
                Check::Any(&[text("note", "d"), Check::Not(&Check::IsNull { column: "note", null: true })]),
            ]),
        ),
        check("flag", is("flag", ConstValue::Bool(true))),
        check("no_flag", Check::Not(&is("maybe", ConstValue::Bool(false)))),
        check(
            "flags",
            Check::In { column: "flag", values: &[ConstValue::Bool(true), ConstValue::Bool(false)] },
        ),
        check("backslash", text("state", "a\\'b")),
        check("real", is("real", ConstValue::Float(1.5))),
        check("real_whole", is("real", ConstValue::Int(-2))),
        check("real_great", is("real", ConstValue::Float(1e300))),
        check("dec_whole", is("dec", ConstValue::Int(7))),
        check("dec_float", is("dec", ConstValue::Float(0.1))),
        check("dec_text", is("dec", ConstValue::Text("-7.50"))),
        check("day", text("day", "2025-06-01")),
        check("moment", text("moment", "2025-06-01T12:00:00+02:00")),
        check("moment_fraction", text("moment", "2025-06-01T12:00:00.000001Z")),
        check("clock", text("clock", "06:30:00")),
        check("clock_fraction", text("clock", "06:30:00.5")),
        check("span", text("span", "-PT1.5S")),
        check("span_microseconds", is("span", ConstValue::Int(7))),
        check("uid", text("uid", "00112233-4455-6677-8899-aabbccddeeff")),
        check("ip", text("ip", "2001:DB8::1")),
    ],
    ..MODEL
}));

static UNMANAGED: Model =
    Model(Source::Known(&Definition { table: "elsewhere", managed: false, columns: &[ID], ..MODEL }));

static MODELS: [&Model; 13] = [
    &EVERY_TYPE,
    &NULLABLE,
    &UNMANAGED,
    &SMALL_KEY,
    &AUTO_KEY,
    &CHAR_KEY,
    &POSITIVE_KEY,
    &UUID_KEY,
    &POINTER,
    &HEN,
    &EGG,
    &INDEXED,
    &CONSTRAINED,
];

fn script(statements: &[String]) -> String {
    statements.iter().map(|statement| format!("{statement};\n")).collect()
}

#[track_caller]
fn check_error(model: &'static Model, expected: &str) {
    let error = create_tables(Dialect::MySql(MySqlFlavor::MySql), &[model]).expect_err("it cannot be made");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn tables_are_those_of_django() {
    for (dialect, name) in DIALECTS {
        let statements = create_tables(dialect, &MODELS).expect("every model has its tables");
        expect_file![format!("tests/create.{name}.sql")].assert_eq(&script(&statements));
    }
}

#[test]
fn tables_are_dropped_before_those_that_they_point_at() {
    for (dialect, name) in DIALECTS {
        expect_file![format!("tests/drop.{name}.sql")].assert_eq(&script(&drop_tables(dialect, &MODELS)));
    }
}

#[test]
fn mysql_has_no_text_without_a_length() {
    static MODEL_OF_TEXT: Model = Model(Source::Known(&Definition {
        columns: &[Column { max_length: None, ..column("name", FieldType::Char) }],
        ..MODEL
    }));
    check_error(&MODEL_OF_TEXT, "MySQL does not support a `char` field without `max_length`");
}

#[test]
fn a_constraint_names_columns_of_its_table() {
    static WRONG: Model =
        Model(Source::Known(&Definition { constraints: &[check("wrong", text("nmae", "x"))], ..MODEL }));
    check_error(
        &WRONG,
        "the constraint `wrong` of `test.Model` names the column `nmae`, which `test_model` does not have",
    );
}

#[test]
fn a_constraint_has_a_condition() {
    static EMPTY: Model =
        Model(Source::Known(&Definition { constraints: &[check("empty", Check::All(&[]))], ..MODEL }));
    check_error(&EMPTY, "the constraint `empty` of `test.Model` has no condition");
}

#[test]
fn a_constraint_has_no_empty_list() {
    static EMPTY: Model = Model(Source::Known(&Definition {
        columns: &[ID],
        constraints: &[check("empty", Check::In { column: "id", values: &[] })],
        ..MODEL
    }));
    check_error(&EMPTY, "the constraint `empty` of `test.Model` has an empty list of values");
}

#[test]
fn a_constant_is_of_the_columns_type() {
    static WRONG: Model = Model(Source::Known(&Definition {
        columns: &[ID, column("day", FieldType::Date)],
        constraints: &[check("wrong", text("day", "tomorrow"))],
        ..MODEL
    }));
    check_error(
        &WRONG,
        "the database cannot take the value \"tomorrow\": `Model.day` is a column of another type",
    );
}

#[test]
fn a_constant_has_no_nul() {
    static WRONG: Model = Model(Source::Known(&Definition {
        columns: &[ID, column("name", FieldType::Char)],
        constraints: &[check("wrong", text("name", "a\0b"))],
        ..MODEL
    }));
    check_error(&WRONG, "the database cannot take the value \"a\\0b\": it contains a NUL");
}
