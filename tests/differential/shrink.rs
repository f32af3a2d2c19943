//! The smaller queries next to a query.

use serde_json::Value as Json;

use crate::query::{Ask, Call, Operand, Q, Query};

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
            less.calls.remove(at);
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
    if query.ask != Ask::Rows {
        add(&|less| less.ask = Ask::Rows);
    }
    if let Some(order) = &query.order {
        if query.slice.is_none() {
            add(&|less| {
                less.order = None;
                less.reverse = false;
            });
        }
        // The last ones make the order complete.
        let complete = query.values().map_or(1, <[String]>::len);
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
