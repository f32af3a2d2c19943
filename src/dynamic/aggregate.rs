//! [`DynamicAggregate`]: an aggregate by Django's name.

use super::depth::Level;
use super::expr::{DynamicExpr, refused};
use super::predicate::DynamicQ;
use super::resolve::Expression;
use super::scope::{Scope, shared};
use super::window::DynamicWindow;
use crate::error::{Error, cut, nearest};
use crate::kind::{AVERAGES, EXTREMES, Rule, SUMS, VARIES, out_of};
use crate::state::{Aggregate, AggregateName, Argument, FunctionName, Node};
use crate::value::ValueType;

/// An aggregate by Django's name: what [`DynamicExpr::aggregate`] begins.
///
/// Of each row of the model it is computed for that row, after `values()` for each group of rows with the
/// same values.
#[derive(Clone, Debug)]
#[must_use = "an expression does nothing until a query set is annotated with it"]
pub struct DynamicAggregate {
    name: String,
    of: Option<DynamicExpr>,
    distinct: bool,
    sample: bool,
    filter: Option<DynamicQ>,
    default: Option<DynamicExpr>,
}

const AGGREGATES: &[(&str, AggregateName)] = &[
    ("Count", AggregateName::Count),
    ("Sum", AggregateName::Sum),
    ("Avg", AggregateName::Avg),
    ("Max", AggregateName::Max),
    ("Min", AggregateName::Min),
    ("StdDev", AggregateName::StdDev),
    ("Variance", AggregateName::Variance),
];

impl DynamicAggregate {
    pub(super) fn new(name: String, of: Option<DynamicExpr>) -> Self {
        Self { name, of, distinct: false, sample: false, filter: None, default: None }
    }

    /// Takes each value once: `Count`, `Sum` and `Avg` can.
    ///
    /// Django: `Count("authors", distinct=True)`.
    pub fn distinct(mut self) -> Self {
        self.distinct = true;
        self
    }

    /// Takes only the rows for which `predicate` is true.
    ///
    /// Django: `Count("entry", filter=Q(entry__rating=5))`.
    pub fn filter(mut self, predicate: impl Into<DynamicQ>) -> Self {
        let predicate = predicate.into();
        self.filter = Some(match self.filter.take() {
            Some(filter) => filter & predicate,
            None => predicate,
        });
        self
    }

    /// What it is when there are no rows, instead of `NULL`; a count is 0 then.
    ///
    /// Django: `Sum("rating", default=0)`.
    pub fn default(mut self, value: impl Into<DynamicExpr>) -> Self {
        self.default = Some(value.into());
        self
    }

    /// Takes the rows for a sample of more: `StdDev` and `Variance` can.
    ///
    /// Django: `StdDev("rating", sample=True)`.
    pub fn sample(mut self) -> Self {
        self.sample = true;
        self
    }

    /// Computes it from the rows of a window for each row, instead of once for a group of them.
    ///
    /// Django: `Window(Sum("rating"), …)`.
    pub fn over(self, window: DynamicWindow) -> DynamicExpr {
        DynamicExpr::from(self).over(window)
    }

    pub(super) fn outer_depth(&self) -> usize {
        let parts = self.of.iter().chain(&self.default).map(DynamicExpr::outer_depth);
        parts.chain(self.filter.iter().map(DynamicQ::outer_depth)).max().unwrap_or(0)
    }

    fn named(&self) -> Result<AggregateName, Error> {
        let found = AGGREGATES.iter().find(|(name, _)| *name == self.name);
        found.map(|(_, aggregate)| *aggregate).ok_or_else(|| {
            let choices: Vec<&str> = AGGREGATES.iter().map(|(name, _)| *name).collect();
            Error::UnknownName {
                path: cut(&self.name),
                part: cut(&self.name),
                owner: "SQL".to_owned(),
                what: "aggregate",
                nearest: nearest(&self.name, &choices),
                choices,
            }
        })
    }

    /// The kind of its value.
    fn kind(&self, name: AggregateName, of: Option<&Expression>) -> Result<ValueType, Error> {
        let Some(of) = of else { return Ok(ValueType::Int) };
        let (kind, takes) = match name {
            AggregateName::Sum => (out_of(SUMS, of.kind), "a number or a duration"),
            AggregateName::Avg => (out_of(AVERAGES, of.kind), "a number or a duration"),
            AggregateName::StdDev | AggregateName::Variance => (out_of(VARIES, of.kind), "a number"),
            AggregateName::Max | AggregateName::Min => (
                Some(of.kind).filter(|kind| EXTREMES.contains(kind)),
                "what every database finds the greatest value of",
            ),
            _ => (Some(ValueType::Int), "anything"),
        };
        kind.ok_or_else(|| refused(format!("`{}` takes {takes}, not {}", self.name, of.described())))
    }

    /// The aggregate without what it is instead of `NULL`.
    pub(super) fn bare(&self, scope: &Scope<'_>) -> Result<Aggregate, Error> {
        let name = self.named()?;
        let of = self.of.as_ref().map(|of| of.resolve(scope)).transpose()?;
        let of = match name {
            AggregateName::Count => of,
            _ => of.map(Expression::value).transpose()?,
        };
        let kind = self.kind(name, of.as_ref())?;
        let takes_distinct = matches!(name, AggregateName::Count | AggregateName::Sum | AggregateName::Avg);
        let takes_sample = matches!(name, AggregateName::StdDev | AggregateName::Variance);
        let wrong = match () {
            () if self.distinct && (!takes_distinct || of.is_none()) => Some("distinct()"),
            () if self.sample && !takes_sample => Some("sample()"),
            () if self.default.is_some() && name == AggregateName::Count => Some("default()"),
            () => None,
        };
        if let Some(wrong) = wrong {
            return Err(refused(format!("`{}` does not take `{wrong}`", self.name)));
        }
        let filter = self.filter.clone().map(|filter| filter.node(scope)).transpose()?;
        let of = of.map(|of| Argument { kind: of.kind, node: of.node });
        let aggregate = Aggregate::new(name, of, kind);
        Ok(Aggregate { distinct: self.distinct, sample: self.sample, filter, ..aggregate })
    }

    /// Whether it has a value instead of `NULL`.
    pub(super) fn has_default(&self) -> bool {
        self.default.is_some()
    }

    pub(super) fn resolve(&self, scope: &Scope<'_>) -> Result<(Node, ValueType), Error> {
        let aggregate = self.bare(scope)?;
        let kind = aggregate.kind;
        let node = shared(Node::Aggregate(Box::new(aggregate)));
        if Level::of(&node) > Level::OverGroups {
            let message =
                format!("`{}` is of an aggregate of an aggregate, which no query computes", self.name);
            return Err(refused(message));
        }
        let Some(default) = &self.default else { return Ok((node, kind)) };
        let default = default.resolve(scope)?.value()?;
        let united = Rule::Unites.out(kind, default.kind).ok_or_else(|| {
            let default = default.described();
            refused(format!("`default()` of `{}` takes a {kind}, not {default}", self.name))
        })?;
        let arguments = vec![Argument { node, kind }, default.argument()];
        Ok((Node::function(FunctionName::Coalesce, arguments, united), united))
    }
}
