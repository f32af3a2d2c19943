//! JSON: the way into documents, and the lookups on documents and on what they have under a key.
//!
//! The rules are those of Django's `KeyTransform` and its lookups.

use sea_query as sql;
use sea_query::ExprTrait;

use super::Compiler;
use super::condition::{Cond, join_all, join_any};
use super::lookup::{RightExpr, comparison, mismatch};
use super::plan::Origin;
use super::union::Query;
use crate::capability::Capability;
use crate::dialect::{self, Compared, Pattern, placeholder};
use crate::error::Error;
use crate::state::{JsonForm, JsonKey, LookupName, Node};
use crate::value::Value;

impl Compiler {
    /// The document that an expression begins with, and the keys that lead into it.
    pub(super) fn way<'n>(&self, level: usize, node: &'n Node) -> (&'n Node, Vec<&'n JsonKey>) {
        let mut keys = Vec::new();
        let mut node = node;
        loop {
            node = match node {
                Node::Key(key, of) => {
                    keys.push(key);
                    of
                }
                Node::Shared(of) if matches!(**of, Node::Key(..)) && !self.levels[level].is_annotated(of) => {
                    of
                }
                document => {
                    keys.reverse();
                    return (document, keys);
                }
            };
        }
    }

    /// What a document has at the end of `keys`, as JSON.
    pub(super) fn enter(&mut self, document: sql::Expr, keys: &[&JsonKey]) -> sql::Expr {
        dialect::json_key(self.dialect, document, keys, &mut |value| {
            // Bound once, so that the same key is the same expression: in SELECT and in GROUP BY.
            let bound = self.once.iter().copied().find(|index| self.values[*index] == value);
            let index = bound.unwrap_or_else(|| {
                let index = self.bind_made(value, Origin::Unknown);
                self.once.push(index);
                index
            });
            placeholder(index)
        })
    }

    /// Binds what was made of a value of the query.
    fn bind_json(&mut self, value: Value) -> sql::Expr {
        placeholder(self.bind_made(value, Origin::Unknown))
    }

    /// What the database compares with other expressions.
    pub(super) fn compared_expr(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        let expr = self.selected_expr(level, node)?;
        Ok(match node.json_form() {
            Some(_) => json_value(self, expr),
            None => expr,
        })
    }

    /// What the database orders and groups by for an expression.
    pub(super) fn sorted_expr(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        let expr = self.selected_expr(level, node)?;
        Ok(match node.json_form() {
            Some(JsonForm::Key) => dialect::json_sorted(self.dialect, expr),
            Some(JsonForm::Document) | None => expr,
        })
    }

    /// A lookup on JSON: `left` is a document, or what one has under a key.
    pub(super) fn compare_json(
        &mut self,
        name: LookupName,
        form: JsonForm,
        left: sql::Expr,
        right: RightExpr<'_>,
    ) -> Result<Cond, Error> {
        let dialect = self.dialect;
        Ok(Cond::Is(match (name, right) {
            (LookupName::IsNull, RightExpr::Flag(flag)) => {
                let missing = match form {
                    JsonForm::Key => dialect::is_missing(dialect, left),
                    JsonForm::Document => left,
                };
                if flag { missing.is_null() } else { missing.is_not_null() }
            }
            (LookupName::Exact, right) => self.json_equals(form, left, right)?,
            (LookupName::In, RightExpr::Each(items)) => return self.json_among(form, left, items),
            (LookupName::In, RightExpr::Query(None)) => return Ok(Cond::Never),
            (LookupName::In, RightExpr::Query(Some(query))) => {
                // Rows of several queries are put together as they are read.
                let left = match query {
                    Query::Select(_) => json_value(self, left),
                    Query::Text(_) => left,
                };
                query.contains(left)
            }
            (LookupName::Range, RightExpr::Each(bounds)) => {
                let bounds = bounds.into_iter().map(|bound| self.json_ordered(bound));
                let bounds: [sql::Expr; 2] =
                    bounds.collect::<Result<Vec<_>, _>>()?.try_into().map_err(|_| mismatch(name))?;
                let [low, high] = bounds;
                json_value(self, left).between(low, high)
            }
            (LookupName::ContainsDocument | LookupName::ContainedBy, right) => {
                let feature = match name {
                    LookupName::ContainsDocument => "`contains()` of a JSON document",
                    _ => "`contained_by()`",
                };
                dialect.demand(Capability::ContainsDocuments, feature)?;
                let right = self.json_document(right)?;
                match name {
                    LookupName::ContainsDocument => dialect::json_contains(dialect, left, right),
                    _ => dialect::json_contains(dialect, right, left),
                }
            }
            (LookupName::HasKey, RightExpr::Value(Value::Text(key))) => self.json_has_key(left, key),
            (LookupName::HasKeys | LookupName::HasAnyKeys, RightExpr::Each(keys)) => {
                return self.json_has_keys(name, left, keys);
            }
            (name, right) => match comparison(name) {
                Some(operator) => {
                    let right = self.json_ordered(right)?;
                    json_value(self, left).binary(operator, right)
                }
                None => self.json_text_lookup(name, left, right)?,
            },
        }))
    }

    fn json_equals(
        &mut self,
        form: JsonForm,
        left: sql::Expr,
        right: RightExpr<'_>,
    ) -> Result<sql::Expr, Error> {
        Ok(match (form, right) {
            (JsonForm::Document, right) => {
                let right = self.json_document(right)?;
                dialect::json_equal(self.dialect, left, right)
            }
            (JsonForm::Key, RightExpr::Value(Value::Json(value))) => {
                match dialect::json_value_of(self.dialect, value, &mut |value| self.bind_json(value)) {
                    Compared::Document(right) => dialect::json_equal(self.dialect, left, right),
                    Compared::Value(right) => json_value(self, left).eq(right),
                }
            }
            (JsonForm::Key, RightExpr::One(right)) => json_value(self, left).eq(json_value(self, right)),
            (JsonForm::Key, _) => return Err(mismatch(LookupName::Exact)),
        })
    }

    fn json_among(
        &mut self,
        form: JsonForm,
        left: sql::Expr,
        items: Vec<RightExpr<'_>>,
    ) -> Result<Cond, Error> {
        let mut values = Vec::new();
        let mut conds = Vec::new();
        for item in items {
            match (form, item) {
                (JsonForm::Key, RightExpr::One(item)) => values.push(json_value(self, item)),
                (JsonForm::Key, RightExpr::Value(Value::Json(value))) => {
                    match dialect::json_value_of(self.dialect, value, &mut |value| self.bind_json(value)) {
                        Compared::Document(right) => {
                            conds.push(Cond::Is(dialect::json_equal(self.dialect, left.clone(), right)));
                        }
                        Compared::Value(right) => values.push(right),
                    }
                }
                (form, item) => conds.push(Cond::Is(self.json_equals(form, left.clone(), item)?)),
            }
        }
        if !values.is_empty() {
            conds.insert(0, Cond::Is(dialect::json_among(self.dialect, left, values)));
        }
        Ok(join_any(conds))
    }

    /// What a key is compared with by its order.
    fn json_ordered(&mut self, right: RightExpr<'_>) -> Result<sql::Expr, Error> {
        match right {
            RightExpr::Value(Value::Json(value)) if value.is_number() || value.is_string() => {
                Ok(dialect::json_order(self.dialect, (**value).clone(), &mut |value| self.bind_json(value)))
            }
            RightExpr::Value(value) => Err(Error::InvalidQuery {
                message: format!(
                    "a key of a JSON document is compared by its order with a number or a text, not with `{value}`"
                ),
            }),
            RightExpr::One(right) => Ok(json_value(self, right)),
            _ => Err(mismatch(LookupName::Range)),
        }
    }

    fn json_document(&mut self, right: RightExpr<'_>) -> Result<sql::Expr, Error> {
        match right {
            RightExpr::Value(value) => Ok(self.bind(value)),
            RightExpr::One(right) => Ok(right),
            _ => Err(mismatch(LookupName::ContainsDocument)),
        }
    }

    fn json_has_key(&mut self, document: sql::Expr, key: &str) -> sql::Expr {
        dialect::json_has_key(self.dialect, document, key, &mut |value| self.bind_json(value))
    }

    /// All of no keys are in every document, and one of them in none.
    fn json_has_keys(
        &mut self,
        name: LookupName,
        document: sql::Expr,
        keys: Vec<RightExpr<'_>>,
    ) -> Result<Cond, Error> {
        let mut conds = Vec::with_capacity(keys.len());
        for key in keys {
            match key {
                RightExpr::Value(Value::Text(key)) => {
                    conds.push(Cond::Is(self.json_has_key(document.clone(), key)));
                }
                _ => return Err(mismatch(name)),
            }
        }
        Ok(match name {
            LookupName::HasKeys if conds.is_empty() => Cond::Is(document.is_not_null()),
            LookupName::HasKeys => join_all(conds),
            _ => join_any(conds),
        })
    }

    fn json_text_lookup(
        &mut self,
        name: LookupName,
        left: sql::Expr,
        right: RightExpr<'_>,
    ) -> Result<sql::Expr, Error> {
        let dialect = self.dialect;
        Ok(match right {
            RightExpr::Value(Value::Text(text)) => {
                let text = match name {
                    LookupName::Regex | LookupName::IRegex => text.clone(),
                    name => dialect::pattern(dialect, name, None, text),
                };
                let made = self.bind_json(Value::Text(text));
                dialect::json_text_lookup(dialect, name, left, Pattern::Made(made))
            }
            RightExpr::One(right) => dialect::json_text_lookup(dialect, name, left, Pattern::Expr(right)),
            _ => return Err(mismatch(name)),
        })
    }
}

fn json_value(compiler: &Compiler, json: sql::Expr) -> sql::Expr {
    dialect::json_value(compiler.dialect, json)
}
