//! [`DynamicCase`]: a choice between values, whose names are not looked up yet.

use super::expr::{DynamicExpr, refused, unite};
use super::predicate::DynamicQ;
use super::scope::Scope;
use crate::error::Error;
use crate::kind::Rule;
use crate::state::{self, Node};
use crate::value::ValueType;

/// A choice between values: what [`DynamicExpr::case`] begins.
///
/// It is `NULL` where no predicate is true, unless [`otherwise()`](Self::otherwise) says something else.
#[derive(Clone, Debug, Default)]
#[must_use = "an expression does nothing until a query set is annotated with it"]
pub struct DynamicCase {
    branches: Vec<(DynamicQ, DynamicExpr)>,
    otherwise: Option<DynamicExpr>,
}

impl DynamicCase {
    /// Adds a branch: where `predicate` is true, and none before it, it is `then`.
    ///
    /// Django: `When(rating=5, then=…)`.
    pub fn when(mut self, predicate: impl Into<DynamicQ>, then: impl Into<DynamicExpr>) -> Self {
        self.branches.push((predicate.into(), then.into()));
        self
    }

    /// What it is where no predicate is true.
    ///
    /// Django: `default=…`.
    pub fn otherwise(mut self, value: impl Into<DynamicExpr>) -> Self {
        self.otherwise = Some(value.into());
        self
    }

    pub(super) fn outer_depth(&self) -> usize {
        let branches = self.branches.iter();
        let branches = branches.map(|(when, then)| when.outer_depth().max(then.outer_depth()));
        branches.chain(self.otherwise.iter().map(DynamicExpr::outer_depth)).max().unwrap_or(0)
    }

    pub(super) fn resolve(&self, scope: &Scope<'_>) -> Result<(Node, ValueType), Error> {
        let mut branches = Vec::with_capacity(self.branches.len());
        let mut values = Vec::new();
        for (when, then) in &self.branches {
            let then = then.resolve(scope)?.value()?;
            branches.push((when.clone().node(scope)?, then.node.clone()));
            values.push(then);
        }
        let otherwise = self.otherwise.as_ref().map(|value| value.resolve(scope)?.value()).transpose()?;
        let otherwise_node = otherwise.as_ref().map(|value| value.node.clone());
        values.extend(otherwise);
        let mut values = values.into_iter();
        let first = values.next().filter(|_| !branches.is_empty());
        let mut first = first.ok_or_else(|| refused("a `case()` has a branch: `.when(…, …)`".to_owned()))?;
        for value in values {
            first.kind = unite(Rule::Unites, "`case()`", &first, &value)?;
        }
        let kind = first.kind;
        Ok((Node::Case(Box::new(state::Case { branches, otherwise: otherwise_node, kind })), kind))
    }
}
