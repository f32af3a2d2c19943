//! Functions of text.

use sea_query as sql;
use sea_query::ExprTrait;

use super::take;
use crate::dialect::{Dialect, call, constant, spelled};
use crate::state::{Argument, Function, FunctionName, Node, TextFunction};

/// A function of text, given its arguments as SQL.
pub(super) fn text(
    dialect: Dialect,
    name: TextFunction,
    function: &Function,
    arguments: Vec<sql::Expr>,
) -> sql::Expr {
    use TextFunction as T;
    match name {
        T::Trim => call("TRIM", arguments),
        T::LTrim => call("LTRIM", arguments),
        T::RTrim => call("RTRIM", arguments),
        T::Reverse => call("REVERSE", arguments),
        T::Replace => call("REPLACE", arguments),
        T::Md5 => call("MD5", arguments),
        T::Sha1 => sha(dialect, Sha::One, take(arguments)),
        T::Sha224 => sha(dialect, Sha::Two("SHA224", 224), take(arguments)),
        T::Sha256 => sha(dialect, Sha::Two("SHA256", 256), take(arguments)),
        T::Sha384 => sha(dialect, Sha::Two("SHA384", 384), take(arguments)),
        T::Sha512 => sha(dialect, Sha::Two("SHA512", 512), take(arguments)),
        T::Chr => chr(dialect, take(arguments)),
        T::Ord => match dialect {
            Dialect::Sqlite => call("UNICODE", arguments),
            Dialect::Postgres => call("ASCII", arguments),
            Dialect::MySql(_) => call("ORD", arguments),
        },
        T::StrIndex => match dialect {
            Dialect::Sqlite | Dialect::MySql(_) => call("INSTR", arguments),
            Dialect::Postgres => call("STRPOS", arguments),
        },
        T::Concat => concat(dialect, &function.arguments, take(arguments)),
        T::Left => {
            let [of, characters] = take(arguments);
            match dialect {
                Dialect::Sqlite => call("SUBSTR", [of, number(1), characters]),
                Dialect::Postgres | Dialect::MySql(_) => call("LEFT", [of, count(dialect, characters)]),
            }
        }
        T::Right => {
            let [of, characters] = take(arguments);
            match dialect {
                Dialect::Sqlite => {
                    let from_the_end = characters.clone().binary(sql::BinOper::Mul, number(-1));
                    call("SUBSTR", [of, from_the_end, characters])
                }
                Dialect::Postgres | Dialect::MySql(_) => call("RIGHT", [of, count(dialect, characters)]),
            }
        }
        T::Substr => match dialect {
            Dialect::Sqlite => call("SUBSTR", arguments),
            Dialect::Postgres | Dialect::MySql(_) => call("SUBSTRING", counted(dialect, arguments)),
        },
        T::Repeat => call("REPEAT", counted(dialect, arguments)),
        T::LPad => pad(dialect, "LPAD", take(arguments)),
        T::RPad => pad(dialect, "RPAD", take(arguments)),
    }
}

/// PostgreSQL counts characters by an `integer`, and is sent each number as a `bigint`.
fn count(dialect: Dialect, number: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Postgres => number.cast_as("integer"),
        Dialect::Sqlite | Dialect::MySql(_) => number,
    }
}

/// Text, and numbers that count its characters.
fn counted(dialect: Dialect, arguments: Vec<sql::Expr>) -> Vec<sql::Expr> {
    let arguments = arguments.into_iter().enumerate();
    arguments.map(|(at, of)| if at == 0 { of } else { count(dialect, of) }).collect()
}

fn pad(dialect: Dialect, name: &'static str, [of, length, fill]: [sql::Expr; 3]) -> sql::Expr {
    call(name, [of, count(dialect, length), fill])
}

/// SHA-1, and SHA-2 by the name of its function and its bits.
enum Sha {
    One,
    Two(&'static str, i32),
}

fn sha(dialect: Dialect, sha: Sha, [of]: [sql::Expr; 1]) -> sql::Expr {
    match (dialect, sha) {
        (Dialect::Sqlite | Dialect::MySql(_), Sha::One) => call("SHA1", [of]),
        (Dialect::Sqlite, Sha::Two(name, _)) => call(name, [of]),
        // The one of them that PostgreSQL has in its extension pgcrypto only.
        (Dialect::Postgres, Sha::One) => {
            call("ENCODE", [call("DIGEST", [of, constant("sha1")]), constant("hex")])
        }
        (Dialect::Postgres, Sha::Two(name, _)) => {
            let bytes = call("CONVERT_TO", [of, constant("UTF8")]);
            call("ENCODE", [call(name, [bytes]), constant("hex")])
        }
        (Dialect::MySql(_), Sha::Two(_, bits)) => call("SHA2", [of, number(bits)]),
    }
}

/// MySQL's `CHAR` makes text of bytes, and does not put text in UTF-32 beside other text.
fn chr(dialect: Dialect, [of]: [sql::Expr; 1]) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => call("CHAR", [of]),
        Dialect::Postgres => call("CHR", [count(dialect, of)]),
        Dialect::MySql(_) => spelled(dialect, &["CONVERT(CHAR(", " USING utf32) USING utf8mb4)"], [of]),
    }
}

/// `NULL` counts as empty text.
fn concat(dialect: Dialect, of: &[Argument], arguments: [sql::Expr; 2]) -> sql::Expr {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => {
            let mut of = of.iter();
            let [left, right] = arguments.map(|text| match of.next() {
                Some(argument) if is_never_null(&argument.node) => text,
                _ => call("COALESCE", [text, constant("")]),
            });
            left.binary(sql::BinOper::Custom("||"), right)
        }
        Dialect::MySql(_) => {
            let [left, right] = arguments;
            call("CONCAT_WS", [constant(""), left, right])
        }
    }
}

fn is_never_null(node: &Node) -> bool {
    match node {
        Node::Shared(node) => is_never_null(node),
        Node::Value(value) => !value.is_null(),
        Node::Function(function) => function.name == FunctionName::Text(TextFunction::Concat),
        _ => false,
    }
}

fn number(number: i32) -> sql::Expr {
    sql::Expr::Constant(number.into())
}
