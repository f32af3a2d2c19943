//! `full_clean()`: what only the database can say of a row, beside what `validate()` says. Its foreign
//! keys lead somewhere, its unique values are free, its constraints hold.

use indexmap::IndexMap;

use super::condition::{as_node, is_true};
use super::{Invalid, ValidationErrors, quoted, validate};
use crate::compile;
use crate::db::Runner;
use crate::error::Error;
use crate::meta::{self, Column, IndexKind, Rule};
use crate::state::{Node, State};
use crate::value::Value;

/// Under which what is wrong with several fields together stands: Django's `NON_FIELD_ERRORS`.
const NON_FIELD: &str = "__all__";

/// What was found, by field.
type Found = Vec<(&'static str, Invalid)>;

/// Checks a row; `None` is a value that is still to be made, `own` the key of the row that it is already.
/// What is wrong is [`Error::Invalid`].
///
/// Fields with a wrong value are not asked about, as in Django.
pub(crate) async fn full_clean(
    model: &'static meta::Model,
    row: Vec<Option<Value>>,
    own: Option<Value>,
    runner: Runner<'_>,
) -> Result<(), Error> {
    let errors = validate(model, &row).err().map(|errors| errors.fields).unwrap_or_default();
    let mut clean = FullClean { model, row, own, errors, runner };
    let found = clean.foreign_keys().await?;
    clean.add(found);
    let found = clean.unique_fields().await?;
    clean.add(found);
    let found = clean.constraints().await?;
    clean.add(found);
    clean.outcome()
}

struct FullClean<'r> {
    model: &'static meta::Model,
    row: Vec<Option<Value>>,
    own: Option<Value>,
    errors: IndexMap<&'static str, Vec<Invalid>>,
    runner: Runner<'r>,
}

impl FullClean<'_> {
    /// Foreign keys that lead nowhere.
    async fn foreign_keys(&mut self) -> Result<Found, Error> {
        let mut found = Vec::new();
        for column in self.model.columns {
            let (Some(reference), Some(value)) = (&column.references, self.value(column)) else { continue };
            if value.is_null() {
                continue;
            }
            let (target, shown) = (reference.target(), quoted(value));
            let mut rows = State::new(reference.model);
            rows.filter(Node::exact(target, value.clone()));
            if !self.is_there(rows).await? {
                let model = words(reference.model.name).to_lowercase();
                let message =
                    format!("{model} instance with {} {shown} is not a valid choice.", target.field);
                found.push((column.name, Invalid::new(message)));
            }
        }
        Ok(found)
    }

    /// Unique values that another row has.
    async fn unique_fields(&mut self) -> Result<Found, Error> {
        let mut found = Vec::new();
        for index in self.model.indexes.iter().filter(|index| index.kind == IndexKind::UniqueTogether) {
            let columns: Vec<_> = index.columns.iter().map(|column| self.model.by_column(column)).collect();
            if self.is_taken(&columns, None).await? {
                found.push(self.unique_error(&columns));
            }
        }
        for column in self.model.columns {
            // The key of a row that is there already is its own.
            let is_unique = column.unique && !column.primary_key || column.primary_key && self.own.is_none();
            if is_unique && self.is_taken(&[column], None).await? {
                found.push(self.unique_error(&[column]));
            }
        }
        Ok(found)
    }

    /// Constraints that are violated.
    async fn constraints(&mut self) -> Result<Found, Error> {
        let mut found = Vec::new();
        for constraint in self.model.constraints {
            let violated = || {
                let message = format!("Constraint “{}” is violated.", constraint.name);
                (NON_FIELD, Invalid::new(message).with_code("constraint"))
            };
            match &constraint.rule {
                Rule::Check(check) => {
                    if is_true(check, &|column| self.known(column)) == Some(Some(false)) {
                        found.push(violated());
                    }
                }
                Rule::Unique { columns, condition } => {
                    let columns: Vec<_> = columns.iter().map(|column| self.model.by_column(column)).collect();
                    match condition {
                        None if self.is_taken(&columns, None).await? => {
                            found.push(self.unique_error(&columns))
                        }
                        Some(check) if is_true(check, &|column| self.known(column)) == Some(Some(true)) => {
                            let condition = as_node(check, self.model)?;
                            if self.is_taken(&columns, Some(condition)).await? {
                                found.push(violated());
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        Ok(found)
    }

    /// Whether another row has the values of these columns. `NULL` is not equal to another one.
    async fn is_taken(
        &mut self,
        columns: &[&'static Column],
        condition: Option<Node>,
    ) -> Result<bool, Error> {
        let mut rows = State::new(self.model);
        for column in columns {
            match self.value(column) {
                Some(value) if !value.is_null() => rows.filter(Node::exact(column, value.clone())),
                _ => return Ok(false),
            }
        }
        if let Some(own) = &self.own {
            rows.filter(Node::exact(self.model.pk(), own.clone()).negated());
        }
        if let Some(condition) = condition {
            rows.filter(condition);
        }
        self.is_there(rows).await
    }

    async fn is_there(&mut self, mut rows: State) -> Result<bool, Error> {
        rows.order = Some(Vec::new());
        match compile::exists(&rows, self.runner.dialect())? {
            None => Ok(false),
            Some(statement) => {
                Ok(!self.runner.again().fetch(Ok(Some(statement)), |_| Ok(())).await?.is_empty())
            }
        }
    }

    fn unique_error(&self, columns: &[&'static Column]) -> (&'static str, Invalid) {
        let labels: Vec<String> = columns.iter().map(|column| label(column)).collect();
        let labels = match &labels[..] {
            [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            all => all.concat(),
        };
        let message = format!("{} with this {labels} already exists.", words(self.model.name));
        match columns {
            [column] => (column.name, Invalid::new(message).with_code("unique")),
            _ => (NON_FIELD, Invalid::new(message).with_code("unique_together")),
        }
    }

    /// A value that is known, and of which nothing wrong was found.
    fn value(&self, column: &'static Column) -> Option<&Value> {
        self.row[column.position].as_ref().filter(|_| !self.errors.contains_key(column.name))
    }

    /// The same, of the column that the database calls so.
    fn known(&self, column: &str) -> Option<(&'static Column, &Value)> {
        let column = self.model.by_column(column);
        self.value(column).map(|value| (column, value))
    }

    fn add(&mut self, found: Found) {
        for (field, error) in found {
            self.errors.entry(field).or_default().push(error);
        }
    }

    fn outcome(mut self) -> Result<(), Error> {
        if self.errors.is_empty() {
            return Ok(());
        }
        let place = |field: &str| self.model.columns.iter().position(|column| column.name == field);
        // What is wrong with no field alone comes last.
        self.errors.sort_by_key(|field, _| place(field).unwrap_or(usize::MAX));
        Err(Error::Invalid(ValidationErrors { model: self.model.name, fields: self.errors }))
    }
}

/// The name of a model as Django's messages have it: `Entry detail`.
fn words(model: &str) -> String {
    let mut words = String::new();
    for (at, letter) in model.char_indices() {
        match letter.is_uppercase() && at > 0 {
            true => {
                words.push(' ');
                words.extend(letter.to_lowercase());
            }
            false => words.push(letter),
        }
    }
    words
}

/// The name of a field as Django's messages have it: `Pub date`.
fn label(column: &Column) -> String {
    if column.primary_key && column.field == "id" {
        return "ID".to_owned();
    }
    let mut letters = column.field.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.map(|letter| if letter == '_' { ' ' } else { letter })).collect()
}
