//! What stands on the right of a lookup that is named at run time.

use super::expr::{DynamicExpr, F, OuterRef};
use super::query_set::DynamicQuerySet;
use super::resolve::Expression;
use super::scope::Scope;
use super::text::{self, expected};
use crate::error::{Error, cut, listed};
use crate::literal::Literal;
use crate::state::{LookupName, Node, Right};
use crate::value::{Value, ValueType, into_json};

/// What a lookup that is named at run time compares with.
///
/// Text is read as the kind of the field demands: `"2025-03-01"` for a date, `"1,2,3"` for `in`.
/// A key of a document takes text as JSON where it is that, and for itself otherwise: `"5"` is the number,
/// `"\"5\""` and `json!("5")` are the text.
/// JSON ([`serde_json::Value`]) and Rust values of the field's type are taken, too, and so are lists
/// of them, fields and annotations of the same query by [`F`], other [expressions](DynamicExpr), and query
/// sets for `in`.
#[derive(Clone, Debug)]
pub struct Argument(Given);

#[derive(Clone, Debug)]
enum Given {
    Value(Value),
    Null,
    List(Vec<Argument>),
    Expression(DynamicExpr),
    Query(Box<DynamicQuerySet>),
}

impl Argument {
    /// The items of `in`, or the bounds of `range`.
    pub fn list<A: IntoArgument>(items: impl IntoIterator<Item = A>) -> Self {
        Self(Given::List(items.into_iter().map(A::into_argument).collect()))
    }

    /// `NULL`: `exact` asks for it as `isnull` does, in `in` it matches nothing.
    #[must_use]
    pub fn null() -> Self {
        Self(Given::Null)
    }

    /// How many queries around its own it refers to.
    pub(super) fn outer_depth(&self) -> usize {
        match &self.0 {
            Given::Value(_) | Given::Null => 0,
            Given::List(items) => items.iter().map(Self::outer_depth).max().unwrap_or(0),
            Given::Expression(expression) => expression.outer_depth(),
            Given::Query(query) => query.outer_depth().saturating_sub(1),
        }
    }
}

/// What can be an [`Argument`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what a lookup by name compares with",
    label = "neither a value nor `F(\"…\")` nor a query set",
    note = "it takes text, JSON, a value of the field's type, an array of these, another field by `F(\"…\")`, or a `DynamicQuerySet`"
)]
pub trait IntoArgument {
    #[doc(hidden)]
    fn into_argument(self) -> Argument;
}

#[diagnostic::do_not_recommend]
impl<A: Into<Argument>> IntoArgument for A {
    fn into_argument(self) -> Argument {
        self.into()
    }
}

impl<L: Literal> From<L> for Argument {
    fn from(value: L) -> Self {
        Self::from(value.into_value())
    }
}

impl From<Value> for Argument {
    fn from(value: Value) -> Self {
        Self(if value.is_null() { Given::Null } else { Given::Value(value) })
    }
}

impl<A: Into<Argument>, const LENGTH: usize> From<[A; LENGTH]> for Argument {
    fn from(items: [A; LENGTH]) -> Self {
        Self::list(items)
    }
}

impl From<F<'_>> for Argument {
    fn from(field: F<'_>) -> Self {
        Self::from(DynamicExpr::from(field))
    }
}

impl From<OuterRef<'_>> for Argument {
    fn from(field: OuterRef<'_>) -> Self {
        Self::from(DynamicExpr::from(field))
    }
}

impl From<DynamicExpr> for Argument {
    fn from(expression: DynamicExpr) -> Self {
        Self(Given::Expression(expression))
    }
}

impl From<DynamicQuerySet> for Argument {
    fn from(query: DynamicQuerySet) -> Self {
        Self(Given::Query(Box::new(query)))
    }
}

/// A lookup that was named, on its way to a predicate.
pub(super) struct Named<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) path: &'a str,
    pub(super) left: Expression,
    pub(super) lookup: LookupName,
}

impl Named<'_> {
    /// The lookup and its right side; `exact` of `NULL` becomes `isnull`.
    pub(super) fn right(&self, argument: Argument) -> Result<(LookupName, Right), Error> {
        let right = match (self.lookup, argument.0) {
            (LookupName::Exact | LookupName::IExact, given) if self.is_null(&given) => {
                return Ok((LookupName::IsNull, Right::Flag(true)));
            }
            (LookupName::IsNull, given) => Right::Flag(self.flag(given)?),
            (LookupName::In, Given::Query(query)) => self.query(*query)?,
            (LookupName::In | LookupName::HasKeys | LookupName::HasAnyKeys, given) => {
                Right::Many(self.items(given)?)
            }
            (LookupName::Range, given) => self.range(given)?,
            (_, given) => Right::One(self.operand(given)?),
        };
        Ok((self.lookup, right))
    }

    /// The kind of what it is compared with.
    fn kind(&self) -> ValueType {
        if self.lookup.takes_text() { ValueType::Text } else { self.left.kind }
    }

    /// Whether it is `NULL`; that of a document is a document, too.
    fn is_null(&self, given: &Given) -> bool {
        is_null(given) && self.kind() != ValueType::Json
    }

    fn operand(&self, given: Given) -> Result<Node, Error> {
        match given {
            Given::Expression(expression) => self.expression(&expression),
            given => self.value(&given).map(Node::Value),
        }
    }

    fn value(&self, given: &Given) -> Result<Value, Error> {
        let kind = self.kind();
        let value = match given {
            given if kind == ValueType::Json => self.document(given),
            Given::Value(value) if fits(kind, value) => Some(value.clone()),
            Given::Value(value) if self.is_in_range(value) => Some(value.clone()),
            Given::Value(Value::Text(text)) => {
                text::parse(kind, text).or_else(|| text::parse(self.bound()?, text))
            }
            Given::Value(Value::Json(json)) => {
                text::from_json(kind, json).or_else(|| text::from_json(self.bound()?, json))
            }
            Given::List(items) => match kind {
                ValueType::Array(of) => {
                    let items = items.iter().map(|item| self.array_item(*of, &item.0));
                    items.collect::<Option<_>>().map(|items| Value::Array(of, items))
                }
                _ => None,
            },
            _ => None,
        };
        let value = value.ok_or_else(|| self.unfit(&given_shown(given)))?;
        self.check_choice(&value)?;
        Ok(value)
    }

    /// What `contains` of a range takes beside ranges: a value of its bounds.
    fn bound(&self) -> Option<ValueType> {
        match (self.lookup, self.kind()) {
            (LookupName::ContainsItems, ValueType::Range(of)) => Some(*of),
            _ => None,
        }
    }

    fn is_in_range(&self, value: &Value) -> bool {
        self.bound().is_some_and(|bound| fits(bound, value))
    }

    fn array_item(&self, of: ValueType, given: &Given) -> Option<Value> {
        match given {
            Given::Null => Some(Value::Null(of)),
            Given::Value(value) if fits(of, value) => Some(value.clone()),
            Given::Value(Value::Text(text)) => text::parse(of, text),
            Given::Value(Value::Json(json)) => text::from_json(of, json),
            _ => None,
        }
    }

    /// A document. What is under a key is compared with any text: what is no JSON stands for itself.
    fn document(&self, given: &Given) -> Option<Value> {
        let document = match given {
            Given::Null => Some(Value::Json(Box::default())),
            Given::Value(Value::Text(text)) => match text::parse(ValueType::Json, text) {
                None if self.left.is_json_key() => Some(Value::Json(Box::new(text.as_str().into()))),
                document => document,
            },
            Given::Value(value) => {
                Some(into_json(value.clone())).filter(|value| matches!(value, Value::Json(_)))
            }
            _ => None,
        };
        let ordered = matches!(
            self.lookup,
            LookupName::Gt | LookupName::Gte | LookupName::Lt | LookupName::Lte | LookupName::Range
        );
        let has_order =
            |value: &Value| matches!(value, Value::Json(json) if json.is_number() || json.is_string());
        document.filter(|document| !ordered || has_order(document))
    }

    /// A field with choices is compared with one of them.
    fn check_choice(&self, value: &Value) -> Result<(), Error> {
        let choices = self.left.column.map_or(&[][..], |column| column.choices);
        if choices.is_empty() || self.lookup.takes_text() || !self.left.is_column() {
            return Ok(());
        }
        let choices: Vec<Value> = choices.iter().map(|choice| Value::from(*choice)).collect();
        if choices.contains(value) {
            return Ok(());
        }
        let choices: Vec<String> = choices
            .iter()
            .map(|choice| match choice {
                Value::Text(text) => text.clone(),
                other => other.to_string(),
            })
            .collect();
        Err(self.unfit_for(&shown(value), format!("one of {}", listed(&choices))))
    }

    fn expression(&self, expression: &DynamicExpr) -> Result<Node, Error> {
        let right = expression.resolve(self.scope)?;
        if right.kind.sort() == self.kind().sort() {
            return Ok(right.node);
        }
        Err(self.unfit(&match expression.field_name() {
            Some(name) => format!("the {} `F({:?})`", right.kind, cut(name)),
            None => right.described(),
        }))
    }

    fn flag(&self, given: Given) -> Result<bool, Error> {
        let flag = match &given {
            Given::Value(Value::Bool(flag)) => Some(*flag),
            Given::Value(Value::Json(json)) => json.as_bool(),
            Given::Value(Value::Text(text)) => text::boolean(text),
            _ => None,
        };
        flag.ok_or_else(|| self.unfit_for(&given_shown(&given), expected(ValueType::Bool).to_owned()))
    }

    /// The items of a list. Text is cut at its commas, but for documents, which have their own.
    fn list(&self, given: Given) -> Result<Vec<Argument>, Error> {
        match given {
            Given::List(items) => Ok(items),
            Given::Value(Value::Json(json)) => match *json {
                serde_json::Value::Array(items) => Ok(items.into_iter().map(Argument::from).collect()),
                other => Err(self.unfit(&given_shown(&Given::Value(Value::Json(other.into()))))),
            },
            Given::Value(Value::Text(text)) if text.is_empty() => Ok(Vec::new()),
            Given::Value(Value::Text(text)) if self.kind() == ValueType::Json => {
                match serde_json::from_str::<Vec<serde_json::Value>>(&text) {
                    Ok(items) => Ok(items.into_iter().map(Argument::from).collect()),
                    Err(_) if self.left.is_json_key() => Ok(text.split(',').map(Argument::from).collect()),
                    Err(_) => Err(self.unfit(&shown_text(&text))),
                }
            }
            Given::Value(Value::Text(text)) => Ok(text.split(',').map(Argument::from).collect()),
            given => Err(self.unfit(&given_shown(&given))),
        }
    }

    /// The items of `in`: `NULL` among them matches nothing, nor does that of a document, as in Django.
    fn items(&self, given: Given) -> Result<Vec<Node>, Error> {
        let items = self.list(given)?.into_iter().filter(|item| !is_null(&item.0));
        items.map(|item| self.operand(item.0)).collect()
    }

    fn range(&self, given: Given) -> Result<Right, Error> {
        let shown = given_shown(&given);
        let bounds: [Argument; 2] = self.list(given)?.try_into().map_err(|_| self.unfit(&shown))?;
        let [low, high] = bounds.map(|bound| self.operand(bound.0));
        Ok(Right::Two(low?, high?))
    }

    fn query(&self, query: DynamicQuerySet) -> Result<Right, Error> {
        let query = query.inside(self.scope)?;
        let (query, kind) = match query.single_field() {
            Some(kind) => (query, kind),
            None if query.gives_instances() => {
                let key = self.left.key_in(query.model()).ok_or_else(|| {
                    self.unfit_for(&format!("a query set of `{}`", query.model().name), self.left.queries())
                })?;
                (query.select_column(key), key.field_type.value_type())
            }
            None => return Err(self.unfit("a query set of several fields")),
        };
        if kind.sort() != self.kind().sort() {
            return Err(self.unfit(&format!("a query set of {kind} values")));
        }
        Ok(Right::Query(Box::new(query.into_state())))
    }

    fn unfit(&self, value: &str) -> Error {
        let one = match self.lookup {
            LookupName::Gt | LookupName::Gte | LookupName::Lt | LookupName::Lte | LookupName::Range
                if self.kind() == ValueType::Json =>
            {
                "a number or text"
            }
            _ => expected(self.kind()),
        };
        let expected = match self.lookup {
            LookupName::In if self.kind() == ValueType::Json => "a JSON array of documents".to_owned(),
            LookupName::HasKeys | LookupName::HasAnyKeys => "keys with commas between them".to_owned(),
            LookupName::In => format!("a list with commas, each item {one}"),
            LookupName::Range => format!("two bounds with a comma between them, each {one}"),
            _ => one.to_owned(),
        };
        self.unfit_for(value, expected)
    }

    fn unfit_for(&self, value: &str, expected: String) -> Error {
        Error::UnfitValue { path: cut(self.path), value: value.to_owned(), expected }
    }
}

fn is_null(given: &Given) -> bool {
    match given {
        Given::Value(Value::Json(json)) => json.is_null(),
        given => matches!(given, Given::Null),
    }
}

/// Whether a value is of a kind, or of one that is compared with it.
fn fits(kind: ValueType, value: &Value) -> bool {
    let given = value.value_type();
    given == kind || given == ValueType::Int && matches!(kind, ValueType::Float | ValueType::Decimal)
}

impl ValueType {
    /// Kinds that are compared with each other have the same.
    pub(super) fn sort(self) -> Self {
        match self {
            Self::Int | Self::Float | Self::Decimal => Self::Int,
            other => other,
        }
    }
}

fn given_shown(given: &Given) -> String {
    match given {
        Given::Value(value) => shown(value),
        Given::Null => "NULL".to_owned(),
        Given::List(items) => format!("a list of {}", items.len()),
        Given::Expression(expression) => match expression.field_name() {
            Some(name) => format!("`F({:?})`", cut(name)),
            None => "an expression".to_owned(),
        },
        Given::Query(_) => "a query set".to_owned(),
    }
}

/// A value for a message.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => shown_text(text),
        other => shown_text(&other.to_string()),
    }
}

fn shown_text(text: &str) -> String {
    format!("`{}`", cut(text))
}
