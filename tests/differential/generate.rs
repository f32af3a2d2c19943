//! Random queries.

mod annotate;
mod expr;
mod path;
mod predicate;

use queryset::meta::Model;

use self::annotate::{Level, Named};
use crate::dataset::{self, Dataset};
use crate::kind::Kind;
use crate::query::{Ask, Call, Query, Sign};
use crate::random::Random;

/// Makes queries on the rows of a data set.
pub(crate) struct Generator<'a> {
    dataset: &'a Dataset,
    random: Random,
    /// What was annotated to the query that is being made, and how many that were.
    names: Vec<Named>,
    count: usize,
    /// How deep the annotations may be that can be used.
    usable: Level,
    /// The model of the query around.
    outer: Option<&'static Model>,
    /// How many relations a path may have.
    hops: usize,
    /// What is being made stands inside of an expression.
    in_expression: bool,
    in_subquery: bool,
    /// Whether predicates may be joined by `^`.
    xor: bool,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(dataset: &'a Dataset, random: Random) -> Self {
        Self {
            dataset,
            random,
            names: Vec::new(),
            count: 0,
            usable: Level::Window,
            outer: None,
            hops: 3,
            in_expression: false,
            in_subquery: false,
            xor: true,
        }
    }
}

impl Generator<'_> {
    pub(crate) fn query(&mut self) -> Query {
        self.names.clear();
        self.count = 0;
        self.hops = 3;
        self.xor = true;
        let models = dataset::models();
        let model = *self.random.pick(&models);
        if self.random.percent(55) {
            return self.annotated(model);
        }
        let mut query = self.rows_of(model);
        if self.random.percent(10) {
            query.ask = if self.random.percent(60) { Ask::Count } else { Ask::Exists };
        }
        query
    }

    fn rows_of(&mut self, model: &'static Model) -> Query {
        let mut calls = self.conditions(model, 3);
        let values = self.random.percent(40).then(|| self.selection(model));
        if let Some(values) = &values {
            if self.random.percent(5) {
                let other = self.selection(model);
                self.insert(&mut calls, Call::Values(other));
            }
            let at = self.random.below(calls.len() + 1);
            let last = calls.iter().rposition(|call| matches!(call, Call::Values(_))).map_or(0, |at| at + 1);
            calls.insert(at.max(last), Call::Values(values.clone()));
        }
        let distinct = self.random.percent(20);
        if self.random.percent(8) {
            let mut right = self.plain(model, 2);
            if let Some(values) = &values {
                self.insert(&mut right.calls, Call::Values(values.clone()));
            }
            calls.push(Call::Combine(self.sign(), Box::new(right)));
            if self.random.percent(30) {
                calls.extend(self.conditions(model, 1));
            }
        }
        let order = self.random.percent(65).then(|| self.order(model, values.as_deref()));
        let reverse = order.is_some() && self.random.percent(15);
        let slice = (order.is_some() && self.random.percent(25)).then(|| self.slice());
        Query { model, calls, order, reverse, distinct, slice, ask: Ask::Rows }
    }

    fn sign(&mut self) -> Sign {
        *self.random.pick(&[Sign::And, Sign::Or, Sign::Xor])
    }

    /// A query of some calls and nothing else.
    fn plain(&mut self, model: &'static Model, most: usize) -> Query {
        let calls = self.conditions(model, most);
        Query { model, calls, order: None, reverse: false, distinct: false, slice: None, ask: Ask::Rows }
    }

    fn insert(&mut self, calls: &mut Vec<Call>, call: Call) {
        let at = self.random.below(calls.len() + 1);
        calls.insert(at, call);
    }

    fn conditions(&mut self, model: &'static Model, most: usize) -> Vec<Call> {
        let count = self.random.below(most + 1);
        (0..count)
            .map(|_| {
                let q = self.predicate(model, 3);
                if self.random.percent(35) { Call::Exclude(q) } else { Call::Filter(q) }
            })
            .collect()
    }

    fn slice(&mut self) -> (u64, u64) {
        let from = self.random.below(4) as u64;
        (from, from + self.random.below(6) as u64)
    }

    /// An order in which only rows that are the same have the same place.
    fn order(&mut self, model: &'static Model, values: Option<&[String]>) -> Vec<String> {
        let mut order: Vec<String> = Vec::new();
        for _ in 0..self.random.below(3) {
            let path = match values {
                Some(values) if self.random.percent(40) => self.random.pick(values).clone(),
                _ => match self.any_name().filter(|named| named.kind.is_plain() && self.random.percent(30)) {
                    Some(named) => named.name,
                    None => self.plain_end(model).named(),
                },
            };
            order.push(path);
        }
        match values {
            None => {
                let selected = self.names.iter().filter(|named| named.selected && named.kind.is_plain());
                order.extend(selected.map(|named| named.name.clone()));
                order.push("pk".to_owned());
            }
            Some(values) => {
                let mut values = values.to_vec();
                self.random.shuffle(&mut values);
                order.extend(values);
            }
        }
        order
            .into_iter()
            .map(|path| if self.random.percent(35) { format!("-{path}") } else { path })
            .collect()
    }

    fn selection(&mut self, model: &'static Model) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for _ in 0..=self.random.below(3) {
            let mut end = self.end(model, 2);
            end.path = end.named();
            // A document is read in whole rows only: a value does not say that it is one.
            let same = |name: &String| name.trim_end_matches("_id") == end.path.trim_end_matches("_id");
            // Nor does Django know two names of one column apart in a filter on a window.
            if Kind::of(end.column) == Kind::Opaque || names.iter().any(same) {
                continue;
            }
            names.push(match end.column.references.is_none() && !end.related && self.random.percent(12) {
                true => self.transformed(end).0,
                false => end.path,
            });
        }
        names.dedup();
        if names.is_empty() { vec![model.pk().name.to_owned()] } else { names }
    }
}
