//! The crate's one [`Error`].

mod broken;
mod hint;

use std::error::Error as StdError;

pub(crate) use self::hint::{cut, listed, nearest};

use crate::decode::CellError;
use crate::meta;
use crate::validate::ValidationErrors;
use crate::value::{Value, ValueType};

/// What can go wrong between a query and its rows.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `get()`, `first()`-like calls that must find a row, or `refresh()`: there is none.
    ///
    /// Django: `Model.DoesNotExist`.
    #[error("no `{model}` matches the query")]
    DoesNotExist {
        /// The model that was asked for.
        model: &'static str,
    },

    /// `get()` found several rows.
    ///
    /// Django: `Model.MultipleObjectsReturned`.
    #[error("`get()` found more than one `{model}`")]
    MultipleObjectsReturned {
        /// The model that was asked for.
        model: &'static str,
    },

    /// A save that only updates found no row of the instance's key. Nothing was written.
    ///
    /// Django: `DatabaseError: Save with update_fields did not affect any rows.`
    #[error("no row of `{model}` was updated, because none has the key")]
    NotUpdated {
        /// The model that was saved.
        model: &'static str,
    },

    /// A value that its column cannot hold. Nothing was written.
    #[error("`{model}.{field}` cannot hold {value}: {reason}")]
    InvalidValue {
        /// The model that was written.
        model: &'static str,
        /// Its field.
        field: &'static str,
        /// The value, as a person would write it.
        value: String,
        /// Why not.
        reason: String,
    },

    /// A row that is not what the schema asks for, found by `save_valid()`. Nothing was written.
    ///
    /// Django: `ValidationError`.
    #[error(transparent)]
    Invalid(ValidationErrors),

    /// A value in a lookup or an expression that the database cannot take.
    #[error("the database cannot take the value {value}: {reason}")]
    InvalidParameter {
        /// The value, as a person would write it.
        value: String,
        /// Why not.
        reason: String,
    },

    /// The database holds `NULL` where the schema says that there is none.
    #[error("`{model}.{field}` is NULL in the database, but not declared `null` in the schema")]
    UnexpectedNull {
        /// The model that was read.
        model: &'static str,
        /// Its field, or the expression.
        field: &'static str,
    },

    /// A cell holds something that the Rust type of its field cannot take.
    #[error("could not read `{model}.{field}`")]
    Decode {
        /// The model that was read.
        model: &'static str,
        /// Its field, or the expression.
        field: &'static str,
        /// What was found.
        #[source]
        source: CellError,
    },

    /// The database refused a write because of a constraint. Nothing was written.
    ///
    /// Django: `IntegrityError`.
    #[error("{}", integrity_message(self))]
    Integrity {
        /// Which rule was broken.
        violation: Violation,
        /// The model that was written, where it is known.
        model: Option<&'static str>,
        /// Its fields in the rule, where the database tells them or the constraint.
        fields: Vec<&'static str>,
        /// The table, where the database tells.
        table: Option<String>,
        /// The columns, where the database tells.
        columns: Vec<String>,
        /// The name of the constraint, where the database tells.
        constraint: Option<String>,
        /// The driver's own error.
        #[source]
        source: BoxError,
    },

    /// `delete()`: rows point at those that were to be deleted by foreign keys with
    /// `on_delete = "protect"`. Nothing was deleted.
    ///
    /// Django: `ProtectedError`.
    #[error("rows of `{model}` cannot be deleted: {} protected", pointing(.by))]
    Protected {
        /// The model that was to be deleted.
        model: &'static str,
        /// The foreign keys, with the rows that have them.
        by: Vec<Referrer>,
    },

    /// `delete()`: rows that would be left point at those that were to be deleted by foreign keys with
    /// `on_delete = "restrict"`. Nothing was deleted.
    ///
    /// Django: `RestrictedError`.
    #[error("rows of `{model}` cannot be deleted: {} restricted", pointing(.by))]
    Restricted {
        /// The model that was to be deleted.
        model: &'static str,
        /// The foreign keys, with the rows that have them.
        by: Vec<Referrer>,
    },

    /// The database could not be reached, or a connection was lost.
    #[error("cannot reach the database {database}")]
    Connection {
        /// Where it was looked for: without a password.
        database: String,
        /// The driver's own error.
        #[source]
        source: BoxError,
    },

    /// No connection of the pool became free in time.
    #[error("no connection became free within {waited:?}; the pool has {max_connections}")]
    PoolTimeout {
        /// How long it waited.
        waited: std::time::Duration,
        /// The size of the pool.
        max_connections: u32,
    },

    /// A database URL, or an option in it, that cannot be understood.
    #[error("`{url}` is not a database URL: {reason}")]
    InvalidUrl {
        /// The URL, without its password.
        url: String,
        /// What is wrong, and what is expected.
        reason: String,
    },

    /// A name that is not one of a time zone.
    ///
    /// Python: `ZoneInfoNotFoundError`.
    #[error("`{name}` is not a time zone{}", zone_hint(.nearest))]
    UnknownZone {
        /// The name.
        name: String,
        /// The zone that was probably meant.
        nearest: Option<String>,
    },

    /// The database does not know a time zone; the query was not sent.
    ///
    /// Django: `ValueError: Database returned an invalid datetime value. Are time zone definitions for
    /// your database installed?`, or no rows at all.
    #[error(
        "{database} does not know the time zone `{zone}`; load its zones: `mariadb-tzinfo-to-sql /usr/share/zoneinfo | mariadb mysql`"
    )]
    ZoneNotLoaded {
        /// The zone.
        zone: String,
        /// The database that does not know it.
        database: &'static str,
    },

    /// The database lacks an extension that the query uses: PostgreSQL's `pg_trgm`, `unaccent`
    /// or `pgcrypto`.
    ///
    /// Django: `ProgrammingError: function similarity(…) does not exist`.
    #[error(
        "the query uses the extension `{extension}`, which this database does not have; run `CREATE EXTENSION {extension}` once"
    )]
    MissingExtension {
        /// The name of the extension.
        extension: &'static str,
        /// What the database said.
        #[source]
        source: BoxError,
    },

    /// The database does not have what the query uses; no SQL was sent.
    ///
    /// Django: `NotSupportedError`.
    #[error("{database} does not support {feature}")]
    NotSupported {
        /// What is lacking.
        feature: &'static str,
        /// The database that lacks it.
        database: &'static str,
    },

    /// A field is an array or a range, which only PostgreSQL has; no SQL was sent.
    #[error(
        "`{model}.{field}` is of the type {value_type}, which {database} does not have; keep its model in a schema \
         of its own, whose tables are on PostgreSQL"
    )]
    UnsupportedField {
        /// The model that has the field.
        model: &'static str,
        /// The field.
        field: &'static str,
        /// The type of its values.
        value_type: ValueType,
        /// The database that lacks it.
        database: &'static str,
    },

    /// A query that breaks a rule which could only be seen at run time.
    #[error("{message}")]
    InvalidQuery {
        /// What is wrong, and what to write instead.
        message: String,
    },

    /// A name that is known at run time only, and that leads nowhere: see [`dynamic`](crate::dynamic).
    ///
    /// Django: `FieldError`.
    #[error("`{path}`: {owner} has no {what} `{part}`; {}", hint(.nearest, .choices))]
    UnknownName {
        /// The whole name.
        path: String,
        /// The part of it that is not known.
        part: String,
        /// What should have it: a model, a field, a transform of one.
        owner: String,
        /// What it should be: a field or a lookup.
        what: &'static str,
        /// The choice that was probably meant.
        nearest: Option<&'static str>,
        /// What there is.
        choices: Vec<&'static str>,
    },

    /// A value that is known at run time only, and that its field or lookup does not take.
    ///
    /// Django: `ValueError`, `TypeError`, `ValidationError`.
    #[error("`{path}` takes {expected}, not {value}")]
    UnfitValue {
        /// The name of the field, with its lookup.
        path: String,
        /// The value, as it was given.
        value: String,
        /// What it should have been.
        expected: String,
    },

    /// A name that an endpoint does not take: see [`Allowed`](crate::dynamic::Allowed).
    #[error("`{path}` is not allowed; allowed are {}", listed(.allowed))]
    NotAllowed {
        /// The name.
        path: String,
        /// The names that are.
        allowed: Vec<String>,
    },

    /// The transaction cannot be committed, because a statement in it failed: it was rolled back.
    ///
    /// Django: `TransactionManagementError`.
    #[error("the transaction was rolled back, because a statement in it failed")]
    TransactionAborted,

    /// A hook refused what was to be done. Nothing was written: see [`Hooks`](crate::Hooks).
    #[error("a hook of `{model}` refused it")]
    Refused {
        /// The model that has the hook.
        model: &'static str,
        /// Why.
        #[source]
        source: BoxError,
    },

    /// Another transaction was in the way. Nothing was written by the statement.
    ///
    /// Django: `OperationalError`.
    #[error("{}", conflict_message(.reason))]
    Conflict {
        /// In which way.
        reason: Conflict,
        /// The driver's own error.
        #[source]
        source: BoxError,
    },

    /// The database stopped the statement: it took longer than the server allows, or somebody has
    /// cancelled it. Nothing was written by the statement.
    ///
    /// Django: `OperationalError`.
    #[error("the database stopped the statement, because it took too long or was cancelled")]
    Interrupted {
        /// The driver's own error.
        #[source]
        source: BoxError,
    },

    /// The database refused the statement.
    ///
    /// Django: `DatabaseError`.
    #[error("the database refused the statement{}", on_model(.model))]
    Database {
        /// The model that was asked for, where it is known.
        model: Option<&'static str>,
        /// PostgreSQL's SQLSTATE, MySQL's error number, or SQLite's result code.
        code: Option<String>,
        /// The driver's own error.
        #[source]
        source: BoxError,
    },
}

/// Rows that point at others by a foreign key.
#[derive(Clone, Debug, PartialEq)]
pub struct Referrer {
    /// Their model.
    pub model: &'static str,
    /// The foreign key, by the name of its field.
    pub field: &'static str,
    /// Their primary keys.
    pub keys: Vec<Value>,
}

/// The error of a driver, behind a pointer.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// In which way another transaction was in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conflict {
    /// Two transactions waited for each other, and the database has ended this one.
    Deadlock,
    /// The other one has changed what this one has read or wants to write.
    Serialization,
    /// A lock was not to be had: not at once with `nowait()`, or not in the time that the server waits.
    Locked,
}

/// Which rule of the database a write broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// A unique key exists already.
    Unique,
    /// A foreign key points at no row, or a row is still pointed at.
    ForeignKey,
    /// `NULL` for a column that is `NOT NULL`.
    NotNull,
    /// A check is false.
    Check,
}

impl Error {
    /// Whether the same transaction, run again from its beginning, may well succeed: after a deadlock,
    /// or when it could not be serialized. [`Db::atomic_with`](crate::Db::atomic_with) does so.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Conflict { reason: Conflict::Deadlock | Conflict::Serialization, .. })
    }

    /// The error in a word, for counters: the name of its variant, or of what it was about.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::DoesNotExist { .. } => "DoesNotExist",
            Self::MultipleObjectsReturned { .. } => "MultipleObjectsReturned",
            Self::NotUpdated { .. } => "NotUpdated",
            Self::InvalidValue { .. } => "InvalidValue",
            Self::Invalid(_) => "Invalid",
            Self::InvalidParameter { .. } => "InvalidParameter",
            Self::UnexpectedNull { .. } => "UnexpectedNull",
            Self::Decode { .. } => "Decode",
            Self::Integrity { violation: Violation::Unique, .. } => "Integrity: Unique",
            Self::Integrity { violation: Violation::ForeignKey, .. } => "Integrity: ForeignKey",
            Self::Integrity { violation: Violation::NotNull, .. } => "Integrity: NotNull",
            Self::Integrity { violation: Violation::Check, .. } => "Integrity: Check",
            Self::Protected { .. } => "Protected",
            Self::Restricted { .. } => "Restricted",
            Self::Connection { .. } => "Connection",
            Self::PoolTimeout { .. } => "PoolTimeout",
            Self::InvalidUrl { .. } => "InvalidUrl",
            Self::UnknownZone { .. } => "UnknownZone",
            Self::ZoneNotLoaded { .. } => "ZoneNotLoaded",
            Self::MissingExtension { .. } => "MissingExtension",
            Self::NotSupported { .. } => "NotSupported",
            Self::UnsupportedField { .. } => "UnsupportedField",
            Self::InvalidQuery { .. } => "InvalidQuery",
            Self::UnknownName { .. } => "UnknownName",
            Self::UnfitValue { .. } => "UnfitValue",
            Self::NotAllowed { .. } => "NotAllowed",
            Self::TransactionAborted => "TransactionAborted",
            Self::Refused { .. } => "Refused",
            Self::Conflict { reason: Conflict::Deadlock, .. } => "Conflict: Deadlock",
            Self::Conflict { reason: Conflict::Serialization, .. } => "Conflict: Serialization",
            Self::Conflict { reason: Conflict::Locked, .. } => "Conflict: Locked",
            Self::Interrupted { .. } => "Interrupted",
            Self::Database { .. } => "Database",
        }
    }

    /// What the database calls it, where that was kept.
    pub(crate) fn status_code(&self) -> Option<&str> {
        match self {
            Self::Database { code, .. } => code.as_deref(),
            _ => None,
        }
    }

    /// The error of a statement on `model`: in the words of the schema, as far as the database told.
    pub(crate) fn on(self, on: &'static meta::Model) -> Self {
        match self {
            Self::Database { model: None, code, source } => {
                Self::Database { model: Some(on.name), code, source }
            }
            Self::Integrity { violation, model: None, fields: _, table, columns, constraint, source }
                if table.as_deref().is_none_or(|table| table == on.table) =>
            {
                let fields = broken::fields_of(on, &columns, constraint.as_deref());
                Self::Integrity {
                    violation,
                    model: Some(on.name),
                    fields,
                    table,
                    columns,
                    constraint,
                    source,
                }
            }
            other => other,
        }
    }
}

fn hint(nearest: &Option<&'static str>, choices: &[&'static str]) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("there are {}", listed(choices)),
    }
}

fn zone_hint(nearest: &Option<String>) -> String {
    match nearest {
        Some(nearest) => format!("; did you mean `{nearest}`?"),
        None => "; write a name such as `Europe/Oslo`".to_owned(),
    }
}

/// Foreign keys in a message: "`Blog.theme` of 2 rows points at them, and is".
fn pointing(by: &[Referrer]) -> String {
    let rows = |count| if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
    let each = by.iter().map(|by| format!("`{}.{}` of {}", by.model, by.field, rows(by.keys.len())));
    let each: Vec<_> = each.collect();
    let verb = if by.len() == 1 { "points at them, and is" } else { "point at them, and are" };
    format!("{} {verb}", each.join(" and "))
}

fn conflict_message(reason: &Conflict) -> &'static str {
    match reason {
        Conflict::Deadlock => "this transaction and another one waited for each other; run it again",
        Conflict::Serialization => "another transaction has changed the same rows; run this one again",
        Conflict::Locked => "another transaction holds a lock that this one needs",
    }
}

fn on_model(model: &Option<&'static str>) -> String {
    model.map_or_else(String::new, |model| format!(" on `{model}`"))
}

fn integrity_message(error: &Error) -> String {
    let Error::Integrity { violation, model, fields, table, columns, constraint, .. } = error else {
        return String::new();
    };
    let what = match violation {
        Violation::Unique => "a row with the same unique key exists",
        Violation::ForeignKey => "a foreign key points at a row that does not exist, or is still in use",
        Violation::NotNull => "NULL in a field that is not declared `null`",
        Violation::Check => "a check constraint is false",
    };
    let (where_, names): (Option<&str>, Vec<&str>) = match model {
        Some(model) if !fields.is_empty() => (Some(model), fields.clone()),
        Some(model) => (Some(model), columns.iter().map(String::as_str).collect()),
        None => (table.as_deref(), columns.iter().map(String::as_str).collect()),
    };
    let mut message = what.to_owned();
    match (where_, names.as_slice()) {
        (Some(name), []) => message.push_str(&format!("; `{name}`")),
        (Some(name), names) => {
            let names: Vec<String> = names.iter().map(|field| format!("`{name}.{field}`")).collect();
            message.push_str(&format!("; {}", names.join(", ")));
        }
        (None, []) => {}
        (None, names) => message.push_str(&format!("; `{}`", names.join("`, `"))),
    }
    if let Some(constraint) = constraint {
        message.push_str(&format!(", constraint `{constraint}`"));
    }
    message
}
