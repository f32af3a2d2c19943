//! Random predicates.

use queryset::meta::{Column, Model};
use serde_json::{Value as Json, json};

use super::Generator;
use super::annotate::{Level, Named};
use super::path::End;
use crate::dataset;
use crate::kind::{KEY_LOOKUPS, Kind};
use crate::query::{Call, Expr, Operand, Q, Query};

impl Generator<'_> {
    pub(super) fn predicate(&mut self, model: &'static Model, depth: usize) -> Q {
        match self.random.below(if depth == 0 { 55 } else { 100 }) {
            0..55 => self.lookup(model),
            55..70 => Q::All(self.predicates(model, depth)),
            70..83 => Q::Any(self.predicates(model, depth)),
            83..88 if self.xor => Q::Xor(self.predicates(model, depth)),
            _ => Q::Not(Box::new(self.predicate(model, depth - 1))),
        }
    }

    pub(super) fn predicates(&mut self, model: &'static Model, depth: usize) -> Vec<Q> {
        let count = 2 + self.random.below(2);
        (0..count).map(|_| self.predicate(model, depth - 1)).collect()
    }

    pub(super) fn lookup(&mut self, model: &'static Model) -> Q {
        if self.random.percent(45)
            && let Some(named) = self.any_name()
        {
            return self.named_lookup(model, &named);
        }
        let end = self.end(model, 3);
        if self.random.percent(12) || Kind::of(end.column) == Kind::Opaque {
            return Q::Lookup(
                format!("{}__isnull", end.path),
                Operand::Value(json!(self.random.percent(50))),
            );
        }
        if end.related {
            return self.key_lookup(end);
        }
        let is_key = end.column.references.is_some();
        let (path, kind, column) = match !is_key && self.random.percent(20) {
            true => {
                let column = (end.model, end.column);
                let (path, kind) = self.transformed(end);
                (path, kind, column)
            }
            false => (end.path, Kind::of(end.column), (end.model, end.column)),
        };
        let name = *self.random.pick(if is_key { KEY_LOOKUPS } else { kind.lookups() });
        let operand = self.operand(model, name, kind, column);
        let path = if name == "exact" && self.random.percent(70) { path } else { format!("{path}__{name}") };
        Q::Lookup(path, operand)
    }

    /// A lookup on what was annotated.
    fn named_lookup(&mut self, model: &'static Model, named: &Named) -> Q {
        let lookup = *self.random.pick(named.kind.lookups());
        if named.kind == Kind::Bool {
            // Django does not put a predicate in parentheses before other lookups.
            return Q::Lookup(named.name.clone(), Operand::Value(json!(self.random.percent(50))));
        }
        if self.random.percent(12) || lookup == "isnull" {
            let is_null = Operand::Value(json!(self.random.percent(50)));
            return Q::Lookup(format!("{}__isnull", named.name), is_null);
        }
        let (path, kind) = match (named.kind, self.random.percent(12)) {
            (Kind::Date | Kind::DateTime, true) => (format!("{}__year", named.name), Kind::Integer),
            (Kind::Text, true) => (format!("{}__length", named.name), Kind::Integer),
            (kind, _) => (named.name.clone(), kind),
        };
        let lookup = if kind == named.kind { lookup } else { *self.random.pick(&["exact", "gt", "lte"]) };
        let takes_expression = !["in", "range", "regex", "iregex", "iexact"].contains(&lookup);
        let operand = match takes_expression && self.random.percent(30) {
            true => match self.name_of(kind, Level::Group).filter(|_| self.random.percent(50)) {
                Some(name) => Operand::Field(name),
                None => Operand::Expr(Box::new(self.expr(model, kind, 1))),
            },
            false => {
                let inside = std::mem::replace(&mut self.in_expression, true);
                let operand = self.plain_operand(lookup, kind);
                self.in_expression = inside;
                operand
            }
        };
        Q::Lookup(format!("{path}__{lookup}"), operand)
    }

    /// A value of a kind, or a list of such.
    fn plain_operand(&mut self, lookup: &str, kind: Kind) -> Operand {
        Operand::Value(match lookup {
            "in" => {
                let least = usize::from(self.in_expression);
                (0..least + self.random.below(4)).map(|_| self.made(kind)).collect()
            }
            "range" => json!([self.made(kind), self.made(kind)]),
            "regex" | "iregex" => json!(*self.random.pick(&["^a", "b+", "[ab]", ".", "x|y$", "L.*n", r"\d"])),
            _ => self.made(kind),
        })
    }

    pub(super) fn key_lookup(&mut self, end: End) -> Q {
        match self.random.below(3) {
            0 => {
                let key = self.not_null(end.model, end.column, Kind::of(end.column));
                Q::Lookup(end.path, Operand::Value(key))
            }
            1 => {
                let keys: Vec<Json> =
                    (0..3).map(|_| self.not_null(end.model, end.column, Kind::of(end.column))).collect();
                Q::Lookup(format!("{}__in", end.path), Operand::Value(json!(keys)))
            }
            _ => {
                let rows = self.plain(end.model, 1);
                Q::Lookup(format!("{}__in", end.path), Operand::Query(Box::new(rows)))
            }
        }
    }

    pub(super) fn operand(
        &mut self,
        model: &'static Model,
        name: &str,
        kind: Kind,
        column: (&'static Model, &'static Column),
    ) -> Operand {
        // Django takes the `%` and `_` of another column as wildcards in `iexact`.
        let takes_field = !["in", "range", "regex", "iregex", "iexact"].contains(&name);
        if takes_field && self.random.percent(20) {
            if let Some(outer) = self.outer.filter(|_| self.random.percent(40))
                && let Some(end) = self.end_of(outer, kind)
            {
                return Operand::Expr(Box::new(Expr::Outer(end.named())));
            }
            if kind.is_plain() && !matches!(kind, Kind::Uuid | Kind::Ip) && self.random.percent(15) {
                return Operand::Expr(Box::new(self.expr(model, kind, 1)));
            }
            if let Some(end) = self.end_of(model, kind) {
                return Operand::Field(end.path);
            }
        }
        if name == "range" && self.random.percent(40) {
            let bounds =
                [(); 2].map(|()| match self.end_of(model, kind).filter(|_| self.random.percent(60)) {
                    Some(end) => Operand::Field(end.path),
                    None => Operand::Value(self.value(column, kind)),
                });
            return Operand::Range(Box::new(bounds));
        }
        if name == "in" && self.random.percent(25) {
            let models = dataset::models();
            let other = *self.random.pick(&models);
            if let Some(end) = self.end_of(other, kind) {
                return Operand::Query(Box::new(self.values_of(other, end.path)));
            }
        }
        Operand::Value(match name {
            "exact" if self.random.percent(3) => Json::Null,
            // Django takes what is false of every row for an error inside of some expressions.
            "in" if self.in_expression => Json::Array(vec![self.value(column, kind)]),
            "in" => {
                let count = self.random.below(4);
                let items = (0..count).map(|_| self.item(column, kind)).collect();
                Json::Array(items)
            }
            "range" => json!([self.value(column, kind), self.value(column, kind)]),
            "regex" | "iregex" => json!(*self.random.pick(&["^a", "b+", "[ab]", ".", "x|y$", "L.*n", r"\d"])),
            _ => self.value(column, kind),
        })
    }

    pub(super) fn item(&mut self, column: (&'static Model, &'static Column), kind: Kind) -> Json {
        if self.random.percent(5) { Json::Null } else { self.value(column, kind) }
    }

    /// A query of one field.
    pub(super) fn values_of(&mut self, model: &'static Model, path: String) -> Query {
        let mut query = self.plain(model, 1);
        self.insert(&mut query.calls, Call::Values(vec![path.clone()]));
        if self.random.percent(8) {
            let mut right = self.plain(model, 1);
            self.insert(&mut right.calls, Call::Values(vec![path.clone()]));
            query.calls.push(Call::Combine(self.sign(), Box::new(right)));
        }
        if self.random.percent(20) && !self.in_expression {
            query.order = Some(vec![path]);
            query.slice = Some(self.slice());
        }
        query.distinct = self.random.percent(20);
        query
    }

    pub(super) fn value(&mut self, (model, column): (&'static Model, &'static Column), kind: Kind) -> Json {
        if kind != Kind::of(column) {
            return self.made(kind);
        }
        self.not_null(model, column, kind)
    }

    pub(super) fn not_null(&mut self, model: &Model, column: &Column, kind: Kind) -> Json {
        match self.dataset.sample(model, column, &mut self.random) {
            Json::Null => self.made(kind),
            Json::String(text) if kind == Kind::Text => {
                let part: String = text.chars().take(1 + self.random.below(4)).collect();
                json!(if self.random.percent(30) && column.choices.is_empty() { part } else { text })
            }
            value => value,
        }
    }

    /// A value of a kind, of no certain column.
    pub(super) fn made(&mut self, kind: Kind) -> Json {
        match kind {
            Kind::Text => json!(*self.random.pick(&["a", "Lennon", "%", "1", ""])),
            Kind::Integer if self.random.percent(4) && !self.in_expression => {
                json!(*self.random.pick(&[i64::from(i32::MAX) + 1, -40_000, i64::MAX, i64::MIN]))
            }
            Kind::Integer => json!(self.random.between(-2, 31)),
            Kind::Float | Kind::Decimal => json!(self.random.between(-2, 3)),
            Kind::Bool => json!(self.random.percent(50)),
            Kind::Date => json!(*self.random.pick(&["2008-12-29", "2021-01-03", "2024-02-29"])),
            Kind::DateTime => json!("2008-12-29T12:34:56.5Z"),
            Kind::Time => json!("12:34:56.500000"),
            Kind::Uuid => json!("00112233-4455-6677-8899-aabbccddee00"),
            Kind::Ip => json!("10.0.0.1"),
            Kind::Span | Kind::Document | Kind::Opaque => Json::Null,
        }
    }
}
