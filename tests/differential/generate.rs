//! Random queries.

use queryset::meta::{Column, FieldType, Model, Relation};
use serde_json::{Value as Json, json};

use crate::dataset::{self, Dataset};
use crate::query::{Ask, Call, Operand, Q, Query, Sign};
use crate::random::Random;

/// Makes queries on the rows of a data set.
pub(crate) struct Generator<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) random: Random,
}

/// What a path leads to.
struct End {
    path: String,
    model: &'static Model,
    column: &'static Column,
    /// It ends with a relation, which stands for the key of the row.
    related: bool,
}

impl End {
    /// The path with the name of the primary key. Django joins anew for an order by `pk` where `id` was
    /// selected.
    fn named(&self) -> String {
        match self.path.strip_suffix("pk") {
            Some(path) if self.column.primary_key && !self.related => format!("{path}{}", self.column.name),
            _ => self.path.clone(),
        }
    }
}

/// Kinds as lookups and transforms know them.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Integer,
    Number,
    Bool,
    Date,
    DateTime,
    Time,
    Uuid,
    Ip,
    Opaque,
}

impl Generator<'_> {
    pub(crate) fn query(&mut self) -> Query {
        let models = dataset::models();
        let model = *self.random.pick(&models);
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
                _ => self.end(model, 2).named(),
            };
            order.push(path);
        }
        match values {
            None => order.push("pk".to_owned()),
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
            if kind(end.column) == Kind::Opaque || names.contains(&end.path) {
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

    fn predicate(&mut self, model: &'static Model, depth: usize) -> Q {
        match self.random.below(if depth == 0 { 55 } else { 100 }) {
            0..55 => self.lookup(model),
            55..70 => Q::All(self.predicates(model, depth)),
            70..83 => Q::Any(self.predicates(model, depth)),
            83..88 => Q::Xor(self.predicates(model, depth)),
            _ => Q::Not(Box::new(self.predicate(model, depth - 1))),
        }
    }

    fn predicates(&mut self, model: &'static Model, depth: usize) -> Vec<Q> {
        let count = 2 + self.random.below(2);
        (0..count).map(|_| self.predicate(model, depth - 1)).collect()
    }

    fn lookup(&mut self, model: &'static Model) -> Q {
        let end = self.end(model, 3);
        if self.random.percent(12) || kind(end.column) == Kind::Opaque {
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
            false => (end.path, kind(end.column), (end.model, end.column)),
        };
        let name = *self.random.pick(if is_key { KEY_LOOKUPS } else { lookups(kind) });
        let operand = self.operand(model, name, kind, column);
        let path = if name == "exact" && self.random.percent(70) { path } else { format!("{path}__{name}") };
        Q::Lookup(path, operand)
    }

    fn key_lookup(&mut self, end: End) -> Q {
        match self.random.below(3) {
            0 => {
                let key = self.not_null(end.model, end.column, kind(end.column));
                Q::Lookup(end.path, Operand::Value(key))
            }
            1 => {
                let keys: Vec<Json> =
                    (0..3).map(|_| self.not_null(end.model, end.column, kind(end.column))).collect();
                Q::Lookup(format!("{}__in", end.path), Operand::Value(json!(keys)))
            }
            _ => {
                let rows = self.plain(end.model, 1);
                Q::Lookup(format!("{}__in", end.path), Operand::Query(Box::new(rows)))
            }
        }
    }

    fn operand(
        &mut self,
        model: &'static Model,
        name: &str,
        kind: Kind,
        column: (&'static Model, &'static Column),
    ) -> Operand {
        // Django takes the `%` and `_` of another column as wildcards in `iexact`.
        let takes_field = !["in", "range", "regex", "iregex", "iexact"].contains(&name);
        if takes_field
            && self.random.percent(20)
            && let Some(end) = self.end_of(model, kind)
        {
            return Operand::Field(end.path);
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

    fn item(&mut self, column: (&'static Model, &'static Column), kind: Kind) -> Json {
        if self.random.percent(5) { Json::Null } else { self.value(column, kind) }
    }

    /// A query of one field.
    fn values_of(&mut self, model: &'static Model, path: String) -> Query {
        let mut query = self.plain(model, 1);
        self.insert(&mut query.calls, Call::Values(vec![path.clone()]));
        if self.random.percent(8) {
            let mut right = self.plain(model, 1);
            self.insert(&mut right.calls, Call::Values(vec![path.clone()]));
            query.calls.push(Call::Combine(self.sign(), Box::new(right)));
        }
        if self.random.percent(20) {
            query.order = Some(vec![path]);
            query.slice = Some(self.slice());
        }
        query.distinct = self.random.percent(20);
        query
    }

    fn value(&mut self, (model, column): (&'static Model, &'static Column), kind: Kind) -> Json {
        if kind != self::kind(column) {
            return self.made(kind);
        }
        self.not_null(model, column, kind)
    }

    fn not_null(&mut self, model: &Model, column: &Column, kind: Kind) -> Json {
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
    fn made(&mut self, kind: Kind) -> Json {
        match kind {
            Kind::Text => json!(*self.random.pick(&["a", "Lennon", "%", "1", ""])),
            Kind::Integer if self.random.percent(4) => {
                json!(*self.random.pick(&[i64::from(i32::MAX) + 1, -40_000, i64::MAX, i64::MIN]))
            }
            Kind::Integer => json!(self.random.between(-2, 31)),
            Kind::Number => json!(self.random.between(-2, 3)),
            Kind::Bool => json!(self.random.percent(50)),
            Kind::Date => json!(*self.random.pick(&["2008-12-29", "2021-01-03", "2024-02-29"])),
            Kind::DateTime => json!("2008-12-29T12:34:56.5Z"),
            Kind::Time => json!("12:34:56.500000"),
            Kind::Uuid => json!("00112233-4455-6677-8899-aabbccddee00"),
            Kind::Ip => json!("10.0.0.1"),
            Kind::Opaque => Json::Null,
        }
    }

    fn transformed(&mut self, end: End) -> (String, Kind) {
        let dates =
            ["year", "month", "day", "week", "week_day", "iso_week_day", "iso_year", "quarter"].as_slice();
        let clocks = ["hour", "minute", "second"].as_slice();
        let (names, output): (Vec<&str>, Kind) = match kind(end.column) {
            Kind::Text if self.random.percent(30) => (vec!["length"], Kind::Integer),
            // These are registered with Django's own fields for text of two types alone.
            Kind::Text if [FieldType::Char, FieldType::Text].contains(&end.column.field_type) => {
                (vec!["lower", "upper"], Kind::Text)
            }
            Kind::Integer
                if end.column.references.is_none() && end.column.field_type == FieldType::Integer =>
            {
                (vec!["abs"], Kind::Integer)
            }
            Kind::Date => (dates.to_vec(), Kind::Integer),
            Kind::DateTime if self.random.percent(15) => (vec!["date"], Kind::Date),
            Kind::DateTime if self.random.percent(15) => (vec!["time"], Kind::Time),
            Kind::DateTime => ([dates, clocks].concat(), Kind::Integer),
            Kind::Time => (clocks.to_vec(), Kind::Integer),
            other => return (end.path, other),
        };
        let name = *self.random.pick(&names);
        (format!("{}__{name}", end.path), output)
    }

    /// A path of a kind, when one is found soon.
    fn end_of(&mut self, model: &'static Model, wanted: Kind) -> Option<End> {
        (0..12).map(|_| self.end(model, 2)).find(|end| !end.related && kind(end.column) == wanted)
    }

    /// A random path from a model, over so many relations at most.
    fn end(&mut self, model: &'static Model, most: usize) -> End {
        let hops = match self.random.below(100) {
            0..45 => 0,
            45..75 => 1,
            75..92 => 2,
            _ => 3,
        };
        let mut path = String::new();
        let mut at = model;
        let mut last: Option<&'static Relation> = None;
        for _ in 0..hops.min(most) {
            let relations: Vec<&'static Relation> =
                at.relations.iter().filter(|relation| !relation.target.auto_created).collect();
            if relations.is_empty() || at.auto_created {
                break;
            }
            let relation = *self.random.pick(&relations);
            path += relation.name;
            path += "__";
            at = relation.target;
            last = Some(relation);
        }
        if let Some(relation) = last
            && self.random.percent(25)
        {
            let path = path.trim_end_matches("__").to_owned();
            return End { path, model: at, column: key(relation), related: true };
        }
        let column = self.random.pick(at.columns);
        let name = if column.primary_key && self.random.percent(50) { "pk" } else { column.name };
        End { path: path + name, model: at, column, related: false }
    }
}

/// The column that instances at the end of a relation are told apart by.
fn key(relation: &Relation) -> &'static Column {
    match relation.join {
        queryset::meta::Join::Direct { to, .. } if relation.forward => {
            let mut columns = relation.target.columns.iter();
            columns.find(|column| column.column == to).unwrap_or(relation.target.pk())
        }
        _ => relation.target.pk(),
    }
}

fn kind(column: &Column) -> Kind {
    use FieldType as F;
    match column.field_type {
        F::Char | F::Text | F::Slug | F::Email | F::Url => Kind::Text,
        F::SmallAuto | F::Auto | F::BigAuto | F::SmallInteger | F::Integer | F::BigInteger => Kind::Integer,
        F::PositiveSmallInteger | F::PositiveInteger | F::PositiveBigInteger => Kind::Integer,
        F::Float | F::Decimal => Kind::Number,
        F::Boolean => Kind::Bool,
        F::Date => Kind::Date,
        F::DateTime => Kind::DateTime,
        F::Time => Kind::Time,
        F::Uuid => Kind::Uuid,
        F::GenericIpAddress => Kind::Ip,
        F::Duration | F::Json | F::Binary => Kind::Opaque,
        F::Array(_)
        | F::IntegerRange
        | F::BigIntegerRange
        | F::DecimalRange
        | F::DateRange
        | F::DateTimeRange => Kind::Opaque,
    }
}

/// The lookups that Django has for foreign keys.
const KEY_LOOKUPS: &[&str] = &["exact", "in", "gt", "gte", "lt", "lte"];

fn lookups(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Text => &[
            "exact",
            "iexact",
            "contains",
            "icontains",
            "startswith",
            "istartswith",
            "endswith",
            "iendswith",
            "in",
            "range",
            "gt",
            "lte",
            "regex",
            "iregex",
        ],
        Kind::Integer | Kind::Number | Kind::Date | Kind::DateTime | Kind::Time => {
            &["exact", "in", "range", "gt", "gte", "lt", "lte"]
        }
        Kind::Bool | Kind::Uuid | Kind::Ip => &["exact", "in"],
        Kind::Opaque => unreachable!("it is compared with NULL alone"),
    }
}
