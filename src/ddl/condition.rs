//! The condition of a constraint as SQL, with its constants written out.
//!
//! The nesting is that of Django's `WhereNode`, so that a database stores the same text for both.

use super::text::{identifier, literal};
use crate::dialect::Dialect::{self, MySql, Postgres, Sqlite};
use crate::error::Error;
use crate::meta::{Check, CheckOperand, Column, Compare, ConstValue, FieldType, Model};

/// The condition `check` of the constraint `constraint`.
pub(super) fn condition(
    dialect: Dialect,
    model: &Model,
    constraint: &'static str,
    check: &Check,
) -> Result<String, Error> {
    let group = Scope { dialect, model, constraint }.group(check, false)?;
    Ok(group.sql())
}

/// What a condition is written for.
#[derive(Clone, Copy)]
struct Scope<'a> {
    dialect: Dialect,
    model: &'a Model,
    constraint: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Connector {
    And,
    Or,
}

/// Conditions that are joined by one connector.
struct Group {
    connector: Connector,
    negated: bool,
    parts: Vec<Part>,
}

enum Part {
    Condition(String),
    Group(Group),
}

impl Group {
    /// Takes in another group: its parts, when they may stand beside those that are here already.
    fn add(&mut self, other: Group) {
        if !other.negated && (other.connector == self.connector || other.parts.len() == 1) {
            self.parts.extend(other.parts);
        } else {
            self.parts.push(Part::Group(other));
        }
    }

    fn sql(&self) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Condition(sql) => sql.clone(),
            Part::Group(group) => group.sql(),
        });
        let joined = parts.collect::<Vec<_>>().join(match self.connector {
            Connector::And => " AND ",
            Connector::Or => " OR ",
        });
        match (self.negated, self.parts.len()) {
            (true, _) => format!("NOT ({joined})"),
            (false, 1) => joined,
            (false, _) => format!("({joined})"),
        }
    }
}

impl Scope<'_> {
    /// The group of a condition; `negated` says whether an odd number of negations stands above it.
    fn group(self, check: &Check, negated: bool) -> Result<Group, Error> {
        match check {
            Check::All(parts) => self.join(Connector::And, parts, negated),
            Check::Any(parts) => self.join(Connector::Or, parts, negated),
            Check::Not(Check::Not(inner)) => self.group(inner, negated),
            Check::Not(inner) => Ok(Group { negated: true, ..self.group(inner, !negated)? }),
            Check::Compare { column, compare, with } => {
                let column = self.column(column)?;
                let sql = self.compare(column, *compare, *with)?;
                let other = match with {
                    CheckOperand::Column(name) => Some(self.column(name)?),
                    CheckOperand::Value(_) => None,
                };
                Ok(self.leaf(sql, [Some(column), other], negated))
            }
            Check::In { column, values } => {
                let column = self.column(column)?;
                if values.is_empty() {
                    return Err(self.invalid("has an empty list of values".to_owned()));
                }
                let values = values
                    .iter()
                    .map(|value| literal(self.dialect, column, *value))
                    .collect::<Result<Vec<_>, _>>()?;
                let sql = format!("{} IN ({})", self.name(column), values.join(", "));
                Ok(self.leaf(sql, [Some(column), None], negated))
            }
            Check::IsNull { column, null } => {
                let name = self.name(self.column(column)?);
                let sql = format!("{name} IS {}", if *null { "NULL" } else { "NOT NULL" });
                Ok(self.leaf(sql, [None, None], negated))
            }
        }
    }

    fn join(self, connector: Connector, parts: &[Check], negated: bool) -> Result<Group, Error> {
        if parts.is_empty() {
            return Err(self.invalid("has no condition".to_owned()));
        }
        let mut group = Group { connector, negated: false, parts: Vec::new() };
        for part in parts {
            group.add(self.group(part, negated)?);
        }
        Ok(group)
    }

    /// One comparison. Under a negation, `NULL` must not make it unknown: a row with `NULL` is not
    /// equal, so it meets the negated condition, as in Django.
    fn leaf(self, sql: String, columns: [Option<&Column>; 2], negated: bool) -> Group {
        let mut parts = vec![Part::Condition(sql)];
        if negated {
            let nullable = columns.into_iter().flatten().filter(|column| column.null);
            parts
                .extend(nullable.map(|column| Part::Condition(format!("{} IS NOT NULL", self.name(column)))));
        }
        Group { connector: Connector::And, negated: false, parts }
    }

    fn compare(self, column: &Column, compare: Compare, with: CheckOperand) -> Result<String, Error> {
        let name = self.name(column);
        let operator = match compare {
            Compare::Exact => "=",
            Compare::Gt => ">",
            Compare::Gte => ">=",
            Compare::Lt => "<",
            Compare::Lte => "<=",
        };
        Ok(match with {
            CheckOperand::Column(other) => format!("{name} {operator} ({})", self.name(self.column(other)?)),
            CheckOperand::Value(ConstValue::Bool(value))
                if compare == Compare::Exact && column.field_type == FieldType::Boolean =>
            {
                match (self.dialect, value) {
                    (Sqlite | Postgres, true) => name,
                    (Sqlite | Postgres, false) => format!("NOT {name}"),
                    (MySql(_), value) => format!("{name} = {}", i32::from(value)),
                }
            }
            CheckOperand::Value(value) => {
                format!("{name} {operator} {}", literal(self.dialect, column, value)?)
            }
        })
    }

    fn name(self, column: &Column) -> String {
        identifier(self.dialect, column.column)
    }

    fn column(self, name: &str) -> Result<&'static Column, Error> {
        let found = self.model.columns.iter().find(|column| column.column == name);
        found.ok_or_else(|| {
            self.invalid(format!("names the column `{name}`, which `{}` does not have", self.model.table))
        })
    }

    fn invalid(self, what: String) -> Error {
        Error::InvalidQuery {
            message: format!("the constraint `{}` of `{}` {what}", self.constraint, self.model),
        }
    }
}
