//! The smaller queries next to a query.

use serde_json::Value as Json;

use crate::query::{Aggregate, Ask, Call, Expr, Operand, Q, Query, Window};

/// Queries that have a little less than `query`, the smallest first.
pub(crate) fn smaller(query: &Query) -> Vec<Query> {
    let mut found = Vec::new();
    let mut add = |change: &dyn Fn(&mut Query)| {
        let mut less = query.clone();
        change(&mut less);
        found.push(less);
    };
    for at in 0..query.calls.len() {
        add(&|less| {
            let removed = less.calls.remove(at);
            // Rows of the model are told apart by more.
            if let (Call::Values(_), Some(order)) = (removed, &mut less.order) {
                order.push("pk".to_owned());
            }
        });
    }
    if query.slice.is_some() {
        add(&|less| less.slice = None);
    }
    if query.reverse {
        add(&|less| less.reverse = false);
    }
    if query.distinct {
        add(&|less| less.distinct = false);
    }
    if !matches!(query.ask, Ask::Rows) {
        add(&|less| less.ask = Ask::Rows);
    }
    if let Ask::Aggregate(all) = &query.ask {
        for other in smaller_summaries(all) {
            add(&|less| less.ask = Ask::Aggregate(other.clone()));
        }
    }
    if let Some(order) = &query.order {
        if query.slice.is_none() {
            add(&|less| {
                less.order = None;
                less.reverse = false;
            });
        }
        // The last ones make the order complete.
        let added = query.calls.iter().rev().take_while(|call| !matches!(call, Call::Values(_)));
        let added = added.filter(|call| matches!(call, Call::Annotate(_, _, true))).count();
        let complete = added + query.values().map_or(1, <[String]>::len);
        for at in 0..order.len().saturating_sub(complete) {
            add(&|less| {
                less.order.as_mut().expect("it is there").remove(at);
            });
        }
        for (at, path) in order.iter().enumerate() {
            if let Some(path) = path.strip_prefix('-') {
                add(&|less| less.order.as_mut().expect("it is there")[at] = path.to_owned());
            }
        }
    }
    for (at, call) in query.calls.iter().enumerate() {
        for other in smaller_calls(call) {
            add(&|less| less.calls[at] = other.clone());
        }
    }
    found
}

fn smaller_calls(call: &Call) -> Vec<Call> {
    match call {
        Call::Filter(q) => smaller_predicates(q).into_iter().map(Call::Filter).collect(),
        Call::Exclude(q) => smaller_predicates(q).into_iter().map(Call::Exclude).collect(),
        Call::Values(names) if names.len() > 1 => (0..names.len())
            .map(|at| {
                let mut less = names.clone();
                less.remove(at);
                Call::Values(less)
            })
            .collect(),
        Call::Values(_) => Vec::new(),
        Call::Annotate(name, expr, selected) => {
            let less = smaller_exprs(expr).into_iter();
            less.map(|less| Call::Annotate(name.clone(), less, *selected)).collect()
        }
        Call::Combine(sign, other) => {
            smaller(other).into_iter().map(|less| Call::Combine(*sign, Box::new(less))).collect()
        }
    }
}

fn smaller_predicates(q: &Q) -> Vec<Q> {
    match q {
        Q::All(parts) => smaller_joins(parts, Q::All),
        Q::Any(parts) => smaller_joins(parts, Q::Any),
        Q::Xor(parts) => smaller_joins(parts, Q::Xor),
        Q::Not(inner) => {
            let mut found = vec![(**inner).clone()];
            found.extend(smaller_predicates(inner).into_iter().map(|less| Q::Not(Box::new(less))));
            found
        }
        Q::Lookup(path, Operand::Query(query)) => {
            let less = smaller(query).into_iter();
            less.map(|less| Q::Lookup(path.clone(), Operand::Query(Box::new(less)))).collect()
        }
        Q::Lookup(path, Operand::Expr(expr)) => {
            let less = smaller_exprs(expr).into_iter();
            less.map(|less| Q::Lookup(path.clone(), Operand::Expr(Box::new(less)))).collect()
        }
        Q::Lookup(path, Operand::Value(Json::Array(items))) if path.ends_with("__in") => (0..items.len())
            .map(|at| {
                let mut less = items.clone();
                less.remove(at);
                Q::Lookup(path.clone(), Operand::Value(Json::Array(less)))
            })
            .collect(),
        Q::Lookup(..) => Vec::new(),
    }
}

fn smaller_joins(parts: &[Q], join: fn(Vec<Q>) -> Q) -> Vec<Q> {
    let mut found = parts.to_vec();
    for at in 0..parts.len() {
        if parts.len() > 2 {
            let mut less = parts.to_vec();
            less.remove(at);
            found.push(join(less));
        }
        for other in smaller_predicates(&parts[at]) {
            let mut less = parts.to_vec();
            less[at] = other;
            found.push(join(less));
        }
    }
    found
}

fn smaller_summaries(all: &[(String, Expr)]) -> Vec<Vec<(String, Expr)>> {
    let mut found = Vec::new();
    for (at, (name, expr)) in all.iter().enumerate() {
        if all.len() > 1 {
            let mut less = all.to_vec();
            less.remove(at);
            found.push(less);
        }
        for other in smaller_exprs(expr) {
            let mut less = all.to_vec();
            less[at] = (name.clone(), other);
            found.push(less);
        }
    }
    found
}

/// Its parts, and it with less in it. Parts of another kind are tried, too: what does not fit is refused.
fn smaller_exprs(expr: &Expr) -> Vec<Expr> {
    let mut found = Vec::new();
    match expr {
        Expr::Field(_) | Expr::Outer(_) | Expr::Literal(..) => {}
        Expr::Arithmetic(sign, operands) => {
            let less = smaller_lists(&operands[..]).into_iter();
            found.extend(operands.iter().cloned());
            found.extend(less.map(|less| {
                let operands = less.try_into().unwrap_or_else(|_| unreachable!("no item was left out"));
                Expr::Arithmetic(sign, Box::new(operands))
            }));
        }
        Expr::Function(name, arguments, kind) => {
            found.extend(arguments.iter().cloned());
            let less = smaller_lists(arguments).into_iter();
            found.extend(less.map(|less| Expr::Function(name, less, *kind)));
        }
        Expr::Cast(of, kind) => {
            found.extend(smaller_exprs(of).into_iter().map(|less| Expr::Cast(Box::new(less), *kind)));
        }
        Expr::Aggregate(aggregate) => {
            found.extend(
                smaller_aggregates(aggregate).into_iter().map(|less| Expr::Aggregate(Box::new(less))),
            );
        }
        Expr::Case(branches, otherwise, kind) => {
            found.extend(branches.iter().map(|(_, then)| then.clone()));
            found.extend(otherwise.iter().map(|value| (**value).clone()));
            let mut changed = |branches: Vec<(Q, Expr)>, otherwise: &Option<Box<Expr>>| {
                found.push(Expr::Case(branches, otherwise.clone(), *kind));
            };
            if otherwise.is_some() {
                changed(branches.clone(), &None);
            }
            for (at, (when, then)) in branches.iter().enumerate() {
                if branches.len() > 1 {
                    let mut less = branches.clone();
                    less.remove(at);
                    changed(less, otherwise);
                }
                let whens = smaller_predicates(when).into_iter().map(|less| (less, then.clone()));
                let thens = smaller_exprs(then).into_iter().map(|less| (when.clone(), less));
                for branch in whens.chain(thens) {
                    let mut less = branches.clone();
                    less[at] = branch;
                    changed(less, otherwise);
                }
            }
            for less in otherwise.iter().flat_map(|value| smaller_exprs(value)) {
                changed(branches.clone(), &Some(Box::new(less)));
            }
        }
        Expr::Window(window) => {
            let mut add = |change: &dyn Fn(&mut Window)| {
                let mut less = (**window).clone();
                change(&mut less);
                found.push(Expr::Window(Box::new(less)));
            };
            if !window.partition.is_empty() {
                add(&|less| less.partition.clear());
            }
            if window.whole {
                add(&|less| less.whole = false);
            }
            for less in smaller_exprs(&window.of) {
                add(&|window| window.of = less.clone());
            }
        }
        Expr::Predicate(q) => found.extend(smaller_predicates(q).into_iter().map(Expr::Predicate)),
        Expr::Subquery(query) => {
            found.extend(smaller(query).into_iter().map(|less| Expr::Subquery(Box::new(less))));
        }
        Expr::Exists(query) => {
            found.extend(smaller(query).into_iter().map(|less| Expr::Exists(Box::new(less))));
        }
    }
    found
}

/// Lists of as many expressions, of which one has less in it.
fn smaller_lists(expressions: &[Expr]) -> Vec<Vec<Expr>> {
    let mut found = Vec::new();
    for (at, expr) in expressions.iter().enumerate() {
        for other in smaller_exprs(expr) {
            let mut less = expressions.to_vec();
            less[at] = other;
            found.push(less);
        }
    }
    found
}

fn smaller_aggregates(aggregate: &Aggregate) -> Vec<Aggregate> {
    let mut found = Vec::new();
    let mut add = |change: &dyn Fn(&mut Aggregate)| {
        let mut less = aggregate.clone();
        change(&mut less);
        found.push(less);
    };
    if aggregate.distinct {
        add(&|less| less.distinct = false);
    }
    if aggregate.default.is_some() {
        add(&|less| less.default = None);
    }
    if let Some(filter) = &aggregate.filter {
        add(&|less| less.filter = None);
        for other in smaller_predicates(filter) {
            add(&|less| less.filter = Some(other.clone()));
        }
    }
    for other in aggregate.of.iter().flat_map(smaller_exprs) {
        add(&|less| less.of = Some(other.clone()));
    }
    found
}
