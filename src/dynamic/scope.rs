//! [`Scope`]: what names mean in a query.

use std::sync::Arc;

use super::resolve::Expression;
use crate::error::{Error, cut};
use crate::meta::Model;
use crate::state::Node;

/// Who says what a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedBy {
    /// The program itself, by a schema or an allow-list: there are so many, and no more.
    Program,
    /// Whoever calls: there may be any number.
    Caller,
}

/// What names mean in a query: its model, what was annotated, and the query around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) model: &'static Model,
    pub(crate) by: NamedBy,
    annotations: &'a [Annotation],
    outer: Option<&'a Scope<'a>>,
}

/// An expression that rows, filters and orders know by a name.
#[derive(Clone, Debug)]
pub(crate) struct Annotation {
    name: String,
    expression: Expression,
    /// Whether it is a part of the rows. What is not was made by `alias()`.
    pub(super) selected: bool,
}

impl Annotation {
    /// An expression under a name; `expression` gets an identity, so that it stays the same one.
    pub(super) fn new(name: String, expression: Expression, selected: bool) -> Self {
        Self { expression: expression.named(&name), name, selected }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The expression, as what follows knows it.
    pub(super) fn expression(&self) -> &Expression {
        &self.expression
    }

    /// The expression, as the query state takes it.
    pub(super) fn node(&self) -> Node {
        self.expression.node.clone()
    }
}

impl<'a> Scope<'a> {
    /// The names of a model alone.
    pub(crate) fn of(model: &'static Model, by: NamedBy) -> Self {
        Self { model, by, annotations: &[], outer: None }
    }

    /// The names of a query, which may stand inside of another one.
    pub(super) fn new(
        model: &'static Model,
        annotations: &'a [Annotation],
        outer: Option<&'a Scope<'a>>,
    ) -> Self {
        Self { model, by: NamedBy::Caller, annotations, outer }
    }

    /// The names of the query around.
    pub(super) fn outer(&self) -> Result<&'a Self, Error> {
        self.outer.ok_or_else(refers_to_none)
    }

    /// What was annotated under the first names of a path, and how many of them that are.
    pub(super) fn annotation(&self, parts: &[&str]) -> Option<(&'a Annotation, usize)> {
        (1..=parts.len()).find_map(|count| {
            let name = parts[..count].join("__");
            let found = self.annotations.iter().find(|annotation| annotation.name == name)?;
            Some((found, count))
        })
    }

    /// The names of what was annotated.
    pub(super) fn annotated(&self) -> impl Iterator<Item = &'a str> {
        self.annotations.iter().map(Annotation::name)
    }

    /// Refuses a name that something else has.
    pub(super) fn check_name(&self, name: &str) -> Result<(), Error> {
        let refused = |why: String| {
            let message = format!("`{}` cannot be the name of an annotation: {why}", cut(name));
            Err(Error::InvalidQuery { message })
        };
        let is_word = name.chars().all(|character| character == '_' || character.is_alphanumeric());
        if name.is_empty() || !is_word || name.starts_with(|first: char| first.is_numeric()) {
            return refused("a name is made of letters, digits and `_`".to_owned());
        }
        if self.model.relation(name).is_some() || self.model.column(name).is_some() {
            return refused(format!("`{}` has a field of this name", self.model.name));
        }
        match self.annotations.iter().find(|annotation| annotation.name == name) {
            Some(annotation) if annotation.selected => refused("it is one already".to_owned()),
            _ => Ok(()),
        }
    }
}

/// That a query refers to one around it, and there is none.
pub(super) fn refers_to_none() -> Error {
    let message = "`OuterRef` refers to the query around this one, and there is none; \
                   use the query set in `DynamicExpr::exists(…)`, `DynamicExpr::subquery(…)` or on the right of `in`";
    Error::InvalidQuery { message: message.to_owned() }
}

/// An expression with an identity: wherever it is used, it is the same.
pub(super) fn shared(node: Node) -> Node {
    match node {
        Node::Shared(node) => Node::Shared(node),
        node => Node::Shared(Arc::new(node)),
    }
}
