//! [`Step`]: a call of a dynamic query set, which waits where it refers to a query around.

use super::depth::Level;
use super::expr::{DynamicExpr, refused};
use super::predicate::DynamicQ;
use super::query_set::DynamicQuerySet;
use super::resolve::{Expression, order_terms, selection};
use super::row::RowField;
use super::scope::{Annotation, Scope};
use crate::error::{Error, cut};
use crate::field::CellOf;
use crate::state::{Call, Distinct, Node};

/// A call whose names are not looked up yet.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Filter(DynamicQ),
    Exclude(DynamicQ),
    OrderBy(Vec<String>),
    Reverse,
    Distinct,
    DistinctOn(Vec<String>),
    Slice(u64, Option<u64>),
    Values(Vec<String>),
    Annotate(String, DynamicExpr),
    Alias(String, DynamicExpr),
}

impl Step {
    /// How many queries around its own it refers to.
    pub(super) fn outer_depth(&self) -> usize {
        match self {
            Self::Filter(q) | Self::Exclude(q) => q.outer_depth(),
            Self::Annotate(_, expression) | Self::Alias(_, expression) => expression.outer_depth(),
            Self::OrderBy(_) | Self::Reverse | Self::Distinct | Self::DistinctOn(_) => 0,
            Self::Slice(..) | Self::Values(_) => 0,
        }
    }
}

impl DynamicQuerySet {
    /// Takes a step: now, or where it refers to a query around, when that is known.
    pub(super) fn step(mut self, step: Step) -> Result<Self, Error> {
        if self.deferred.is_empty() && step.outer_depth() == 0 {
            return self.take(step, None);
        }
        self.deferred.push(step);
        Ok(self)
    }

    /// How many queries around it it refers to.
    pub(super) fn outer_depth(&self) -> usize {
        self.deferred.iter().map(Step::outer_depth).max().unwrap_or(0)
    }

    /// It, as it stands in the query of `outer`.
    pub(super) fn inside(&self, outer: &Scope<'_>) -> Result<Self, Error> {
        let mut found = self.clone();
        let deferred = std::mem::take(&mut found.deferred);
        deferred.into_iter().try_fold(found, |found, step| found.take(step, Some(outer)))
    }

    fn take(mut self, step: Step, outer: Option<&Scope<'_>>) -> Result<Self, Error> {
        let annotations = std::mem::take(&mut self.annotations);
        let scope = Scope::new(self.state.model, &annotations, outer);
        let mut added = None;
        match step {
            Step::Filter(q) => {
                self.whole("filtered")?;
                self.state.call(Call::Filter, q.node(&scope)?);
            }
            Step::Exclude(q) => {
                self.whole("filtered")?;
                self.state.call(Call::Exclude, q.node(&scope)?);
            }
            Step::OrderBy(names) => {
                self.whole("ordered")?;
                self.state.order = Some(order_terms(&scope, &names)?);
            }
            Step::Reverse => {
                self.whole("reversed")?;
                self.state.reversed = !self.state.reversed;
            }
            Step::Distinct => {
                self.whole("made distinct")?;
                self.state.distinct = Distinct::Rows;
            }
            Step::DistinctOn(names) => {
                self.whole("made distinct")?;
                let fields = selection(&scope, &names)?;
                self.state.distinct = Distinct::On(fields.into_iter().map(|(_, field)| field.node).collect());
            }
            Step::Slice(start, end) => self.state.slice(start, end),
            Step::Values(names) => {
                let mut selected = selection(&scope, &names)?;
                if names.is_empty() {
                    let annotated = annotations.iter().filter(|annotation| annotation.selected);
                    selected
                        .extend(annotated.map(|found| (found.name().to_owned(), found.expression().clone())));
                }
                let field = |(name, expression): &(String, Expression)| self.field(name, expression);
                self.fields = Some(selected.iter().map(field).collect());
                self.state
                    .select_values(selected.into_iter().map(|(_, expression)| expression.node).collect());
            }
            Step::Annotate(name, expression) => {
                let annotation = annotation(&scope, name, &expression, true)?;
                let field = self.field(annotation.name(), annotation.expression());
                self.fields.as_mut().unwrap_or(&mut self.added).push(field);
                self.state.annotate(annotation.node());
                added = Some(annotation);
            }
            Step::Alias(name, expression) => {
                let annotation = annotation(&scope, name, &expression, false)?;
                self.state.alias(annotation.node());
                added = Some(annotation);
            }
        }
        self.annotations = annotations;
        if let Some(added) = added {
            self.annotations.retain(|annotation| annotation.name() != added.name());
            self.annotations.push(added);
        }
        Ok(self)
    }

    /// A field of its rows.
    pub(super) fn field(&self, name: &str, expression: &Expression) -> RowField {
        RowField {
            name: name.to_owned(),
            kind: expression.kind,
            unsigned: expression.is_unsigned(),
            of: match (expression.column, &expression.node) {
                (Some(column), Node::Column(_)) => CellOf::column(column),
                (Some(column), _) => CellOf::value(column.model, column.name),
                (None, _) => CellOf::value(self.state.model.name, "annotation"),
            },
        }
    }
}

/// What a row is annotated with.
fn annotation(
    scope: &Scope<'_>,
    name: String,
    expression: &DynamicExpr,
    selected: bool,
) -> Result<Annotation, Error> {
    scope.check_name(&name)?;
    let expression = expression.resolve(scope)?;
    if Level::of(&expression.node) > Level::OverWindow {
        let message = format!(
            "`{}` is an aggregate of an aggregate, which cannot be annotated; annotate the inner one, and ask \
             for the outer one by `aggregate()`",
            cut(&name)
        );
        return Err(refused(message));
    }
    Ok(Annotation::new(name, expression, selected))
}
