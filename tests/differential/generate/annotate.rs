//! Random annotations, groups and subqueries.

use queryset::meta::{Model, Relation};

use super::Generator;
use crate::dataset;
use crate::kind::Kind;
use crate::query::{Ask, Call, Expr, Operand, Q, Query};

/// How deep an expression aggregates.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) enum Level {
    Row,
    Group,
    Window,
}

/// What was annotated to the query that is being made.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) level: Level,
    pub(crate) selected: bool,
}

impl Generator<'_> {
    /// The name of an annotation of a kind, that is no deeper than `most` and than is usable.
    pub(super) fn name_of(&mut self, kind: Kind, most: Level) -> Option<String> {
        let fits = |named: &&Named| named.kind == kind && named.level <= most && named.level <= self.usable;
        let names: Vec<String> = self.names.iter().filter(fits).map(|named| named.name.clone()).collect();
        (!names.is_empty()).then(|| self.random.pick(&names).clone())
    }

    /// An annotation that may be used where predicates stand.
    pub(super) fn any_name(&mut self) -> Option<Named> {
        let names: Vec<Named> =
            self.names.iter().filter(|named| named.level <= self.usable).cloned().collect();
        (!names.is_empty()).then(|| self.random.pick(&names).clone())
    }

    /// A query with annotations.
    pub(super) fn annotated(&mut self, model: &'static Model) -> Query {
        if self.random.percent(20) {
            self.hops = 0;
        }
        // With Django, a predicate in an annotation makes joins of an earlier `^` outer ones.
        self.xor = false;
        let mut calls = self.conditions(model, 1);
        let grouped = self.random.percent(40);
        let mut values: Option<Vec<String>> = None;
        if self.random.percent(30) {
            calls.push(self.annotation(model, Level::Row));
        }
        if grouped {
            let mut names = self.selection(model);
            names.extend(self.selectable(50));
            names.dedup();
            calls.push(Call::Values(names.clone()));
            for named in &mut self.names {
                named.selected = names.contains(&named.name);
            }
            values = Some(names);
        }
        let most = if self.random.percent(25) { Level::Window } else { Level::Group };
        for _ in 0..=self.random.below(2) {
            // Django groups by what is over a window, which no database does.
            let windowed = self.names.iter().any(|named| named.level == Level::Window);
            calls.push(self.annotation(model, if windowed { Level::Row } else { most }));
            if self.random.percent(35) {
                calls.extend(self.conditions(model, 1));
            }
        }
        let mut again = Vec::new();
        if self.random.percent(30) {
            again = if self.random.percent(50) { self.selection(model) } else { Vec::new() };
            again.extend(self.selectable(70));
            again.dedup();
        }
        if !again.is_empty() {
            calls.push(Call::Values(again.clone()));
            values = Some(again);
        } else if let Some(values) = &mut values {
            let added = self.names.iter().filter(|named| named.selected && !values.contains(&named.name));
            let added: Vec<String> = added.map(|named| named.name.clone()).collect();
            values.extend(added);
        }
        let order = self.random.percent(70).then(|| self.order(model, values.as_deref()));
        // Without an order, Django tells groups apart by the order of the model, too.
        let distinct = order.is_some() && self.random.percent(8);
        let reverse = order.is_some() && self.random.percent(10);
        let ask = match self.random.below(100) {
            0..8 => Ask::Count,
            8..12 => Ask::Exists,
            12..24 => self.summary(model),
            _ => Ask::Rows,
        };
        // What is aggregated may join more rows than the order tells apart.
        let sliced = order.is_some() && !matches!(ask, Ask::Aggregate(_)) && self.random.percent(20);
        let slice = sliced.then(|| self.slice());
        Query { model, calls, order, reverse, distinct, slice, ask }
    }

    /// Some names of annotations that rows can hold.
    fn selectable(&mut self, percent: usize) -> Vec<String> {
        let names: Vec<Named> = self.names.clone();
        let plain = names.into_iter().filter(|named| named.kind.is_plain() && named.selected);
        plain.map(|named| named.name).filter(|_| self.random.percent(percent)).collect()
    }

    /// A call of `annotate()` or `alias()`.
    fn annotation(&mut self, model: &'static Model, most: Level) -> Call {
        let usable = std::mem::replace(&mut self.usable, Level::Row);
        let (expr, kind, level) = match self.random.below(100) {
            _ if most == Level::Window && self.random.percent(50) => {
                let (expr, kind) = self.window(model);
                (expr, kind, Level::Window)
            }
            0..60 if most >= Level::Group => {
                let (mut expr, kind) = self.aggregate(model);
                // The last digits of a deviation are chance, and would decide an order.
                if matches!(&expr, Expr::Aggregate(of) if ["StdDev", "Variance"].contains(&of.name)) {
                    let digits = Expr::Literal(Kind::Integer, serde_json::json!(4));
                    expr = Expr::Function("Round", vec![expr, digits], None);
                }
                let (expr, kind) =
                    if self.random.percent(15) { self.around(model, expr, kind) } else { (expr, kind) };
                (expr, kind, Level::Group)
            }
            60..70 if most >= Level::Group => {
                self.usable = Level::Group;
                match self.of_group(model) {
                    Some((expr, kind)) => (expr, kind, Level::Group),
                    None => (self.subquery(model, Kind::Integer), Kind::Integer, Level::Row),
                }
            }
            _ => {
                let kind = self.any_kind(model);
                let kind =
                    if kind.is_temporal() && self.end_of(model, kind).is_none() { Kind::Text } else { kind };
                (self.expr(model, kind, 2), kind, Level::Row)
            }
        };
        self.usable = usable;
        self.count += 1;
        let name = format!("a{}", self.count);
        // A document is read in whole rows only: a value does not say that it is one.
        let document = if self.random.percent(6) { self.document(model) } else { None };
        if let Some(path) = document {
            let key = *self.random.pick(&["a", "b__c"]);
            let named =
                Named { name: name.clone(), kind: Kind::Document, level: Level::Row, selected: false };
            self.names.push(named);
            return Call::Annotate(name, Expr::Field(format!("{path}__{key}")), false);
        }
        let selected = !self.random.percent(12);
        self.names.push(Named { name: name.clone(), kind, level, selected });
        Call::Annotate(name, expr, selected)
    }

    /// An expression of what was aggregated.
    fn of_group(&mut self, model: &'static Model) -> Option<(Expr, Kind)> {
        let named = self.names.iter().find(|named| named.level == Level::Group && named.kind.is_number())?;
        let (name, kind) = (named.name.clone(), named.kind);
        Some(self.around(model, Expr::Field(name), kind))
    }

    /// An expression of another one, and its kind.
    fn around(&mut self, model: &'static Model, expr: Expr, kind: Kind) -> (Expr, Kind) {
        let literal = |this: &mut Self| this.literal(kind);
        match kind {
            Kind::Integer | Kind::Decimal | Kind::Float => {
                let sign = *self.random.pick(&["+", "-", "*"]);
                let other = if self.random.percent(40) { self.expr(model, kind, 0) } else { literal(self) };
                (Expr::Arithmetic(sign, Box::new([expr, other])), kind)
            }
            Kind::Text => (Expr::Function("Length", vec![expr], None), Kind::Integer),
            Kind::Date | Kind::DateTime => (Expr::Function("ExtractYear", vec![expr], None), Kind::Integer),
            other if other.is_plain() && other != Kind::Span => {
                let literal = match other {
                    Kind::Uuid | Kind::Ip => return (expr, kind),
                    _ => literal(self),
                };
                (Expr::Function("Coalesce", vec![expr, literal], Some(kind)), kind)
            }
            _ => (expr, kind),
        }
    }

    /// What is asked of all rows.
    fn summary(&mut self, model: &'static Model) -> Ask {
        let count = 1 + self.random.below(2);
        let mut all = Vec::new();
        // Django leaves the row around out of the SQL of such a subquery.
        let in_subquery = std::mem::replace(&mut self.in_subquery, true);
        for at in 0..count {
            let deep: Vec<Named> =
                self.names.iter().filter(|named| named.kind.is_number()).cloned().collect();
            let expr = match deep.is_empty() || self.random.percent(50) {
                true => self.aggregate(model).0,
                false => {
                    let of = Some(Expr::Field(self.random.pick(&deep).name.clone()));
                    let name = *self.random.pick(&["Sum", "Avg", "Min", "Max", "Count"]);
                    Expr::Aggregate(Box::new(crate::query::Aggregate {
                        name,
                        of,
                        distinct: false,
                        filter: None,
                        default: None,
                    }))
                }
            };
            all.push((format!("s{at}"), expr));
        }
        self.in_subquery = in_subquery;
        Ask::Aggregate(all)
    }

    /// Makes a query inside of the one that is made, on rows of which `model` is around.
    fn inside<T>(&mut self, model: &'static Model, make: impl FnOnce(&mut Self) -> T) -> T {
        let names = std::mem::take(&mut self.names);
        let outer = self.outer.replace(model);
        let usable = std::mem::replace(&mut self.usable, Level::Window);
        let in_expression = std::mem::replace(&mut self.in_expression, true);
        let made = make(self);
        self.in_expression = in_expression;
        self.names = names;
        self.outer = outer;
        self.usable = usable;
        made
    }

    /// A model with a relation to the one around, and the predicate that binds its rows.
    fn bound(&mut self, around: &'static Model) -> Option<(&'static Model, Q, String)> {
        let models = dataset::models();
        let mut found: Vec<(&'static Model, &'static Relation)> = Vec::new();
        for model in models.into_iter().filter(|model| !model.auto_created) {
            let relations =
                model.relations.iter().filter(|relation| relation.target == around && relation.forward);
            found.extend(relations.map(|relation| (model, relation)));
        }
        if found.is_empty() {
            return None;
        }
        let (model, relation) = *self.random.pick(&found);
        let key = super::path::key(relation).name;
        let operand = Operand::Expr(Box::new(Expr::Outer(key.to_owned())));
        Some((model, Q::Lookup(relation.name.to_owned(), operand), relation.name.to_owned()))
    }

    /// A query of rows that are bound to those around, or not.
    fn inner(&mut self, around: &'static Model) -> (Query, Option<String>) {
        let bound = self.bound(around).filter(|_| self.random.percent(80));
        let (model, q, by) = match bound {
            Some((model, q, by)) => (model, Some(q), Some(by)),
            None => (*self.random.pick(&dataset::models()), None, None),
        };
        let mut query = self.plain(model, 1);
        if let Some(q) = q {
            let at = self.random.below(query.calls.len() + 1);
            query.calls.insert(at, Call::Filter(q));
        }
        (query, by)
    }

    pub(super) fn exists(&mut self, model: &'static Model) -> Expr {
        if self.in_subquery {
            return self.expr(model, Kind::Bool, 0);
        }
        Expr::Exists(Box::new(self.inside(model, |this| this.inner(model).0)))
    }

    /// The value of a query of one row.
    pub(super) fn subquery(&mut self, model: &'static Model, kind: Kind) -> Expr {
        if self.in_subquery {
            return self.leaf_or_literal(model, kind);
        }
        self.in_subquery = true;
        let made = self.inside(model, |this| {
            let (mut query, by) = this.inner(model);
            if let Some(by) = by
                && kind == Kind::Integer
                && this.random.percent(50)
            {
                // An aggregate of the rows that are bound, by a group of them.
                let (aggregate, of) = this.aggregate(query.model);
                let aggregate = if of == Kind::Integer { aggregate } else { count_rows() };
                query.calls.push(Call::Values(vec![by]));
                query.calls.push(Call::Annotate("n".to_owned(), aggregate, true));
                query.calls.push(Call::Values(vec!["n".to_owned()]));
                query.order = Some(Vec::new());
                return Some(query);
            }
            let path = this.end_of(query.model, kind)?.named();
            query.calls.push(Call::Values(vec![path.clone()]));
            let mut order = vec![if this.random.percent(40) { format!("-{path}") } else { path }];
            if this.random.percent(40) {
                order.insert(0, this.plain_end(query.model).named());
            }
            query.order = Some(order);
            query.slice = Some((0, 1));
            Some(query)
        });
        self.in_subquery = false;
        match made {
            Some(query) => Expr::Subquery(Box::new(query)),
            None => self.leaf_or_literal(model, kind),
        }
    }

    fn leaf_or_literal(&mut self, model: &'static Model, kind: Kind) -> Expr {
        self.expr(model, kind, 0)
    }
}

fn count_rows() -> Expr {
    Expr::Aggregate(Box::new(crate::query::Aggregate {
        name: "Count",
        of: None,
        distinct: false,
        filter: None,
        default: None,
    }))
}
