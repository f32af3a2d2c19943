//! Random expressions.

use queryset::meta::Model;
use serde_json::json;

use super::Generator;
use super::annotate::Level;
use crate::kind::Kind;
use crate::query::{Aggregate, Expr, Q, Window};

fn text(text: &str) -> Expr {
    Expr::Literal(Kind::Text, json!(text))
}

fn integer(number: i64) -> Expr {
    Expr::Literal(Kind::Integer, json!(number))
}

impl Generator<'_> {
    /// The kind of an expression to be made.
    pub(super) fn any_kind(&mut self, model: &'static Model) -> Kind {
        let kind = *self.random.pick(&[
            Kind::Text,
            Kind::Text,
            Kind::Integer,
            Kind::Integer,
            Kind::Integer,
            Kind::Decimal,
            Kind::Decimal,
            Kind::Float,
            Kind::Date,
            Kind::DateTime,
            Kind::Bool,
            Kind::Time,
        ]);
        if kind.is_temporal() && self.end_of(model, kind).is_none() { Kind::Text } else { kind }
    }

    /// A kind of dates or times that fields have, where there are some.
    fn temporal(&mut self, model: &'static Model, kinds: &[Kind]) -> Option<Kind> {
        let kind = *self.random.pick(kinds);
        self.end_of(model, kind).map(|_| kind)
    }

    /// An expression of a kind, of values of each row.
    pub(super) fn expr(&mut self, model: &'static Model, kind: Kind, depth: usize) -> Expr {
        if depth == 0 || self.random.percent(25) {
            return self.leaf(model, kind);
        }
        if self.random.percent(22) {
            return self.choice(model, kind, depth);
        }
        let depth = depth - 1;
        match kind {
            Kind::Text => self.text_function(model, depth),
            Kind::Integer => self.integer_function(model, depth),
            Kind::Float => self.float_function(model, depth),
            Kind::Decimal => self.decimal_function(model, depth),
            Kind::Date if self.random.percent(40) && self.temporal(model, &[Kind::DateTime]).is_some() => {
                self.call("TruncDate", model, &[Kind::DateTime], depth)
            }
            Kind::Date => {
                let name = ["TruncYear", "TruncQuarter", "TruncMonth", "TruncWeek", "TruncDay"];
                let name = *self.random.pick(&name);
                self.call(name, model, &[Kind::Date], depth)
            }
            Kind::DateTime => {
                let names = ["TruncYear", "TruncMonth", "TruncWeek", "TruncDay", "TruncHour", "TruncSecond"];
                let name = *self.random.pick(&names);
                self.call(name, model, &[Kind::DateTime], depth)
            }
            Kind::Time if self.random.percent(40) && self.temporal(model, &[Kind::DateTime]).is_some() => {
                self.call("TruncTime", model, &[Kind::DateTime], depth)
            }
            Kind::Time if self.end_of(model, Kind::Time).is_none() => self.leaf(model, kind),
            Kind::Time => {
                let name = *self.random.pick(&["TruncHour", "TruncMinute", "TruncSecond"]);
                self.call(name, model, &[Kind::Time], depth)
            }
            Kind::Bool if self.random.percent(25) => self.exists(model),
            Kind::Bool => Expr::Predicate(self.small_predicate(model)),
            Kind::Span => {
                let kind = self.temporal(model, &[Kind::Date, Kind::DateTime]).unwrap_or(Kind::Date);
                self.arithmetic(model, "-", [kind, kind], depth)
            }
            Kind::Uuid | Kind::Ip | Kind::Document | Kind::Opaque => self.leaf(model, kind),
        }
    }

    /// A field, what was annotated, or a value.
    fn leaf(&mut self, model: &'static Model, kind: Kind) -> Expr {
        if self.random.percent(30)
            && let Some(name) = self.name_of(kind, Level::Row)
        {
            return Expr::Field(name);
        }
        // Django does not say of dates and times that are values what they are.
        let is_field = kind.is_temporal() || !self.random.percent(12);
        let tries = if kind.is_temporal() { 8 } else { 1 };
        if is_field && let Some(end) = (0..tries).find_map(|_| self.end_of(model, kind)) {
            return Expr::Field(end.named());
        }
        // Nor does MySQL take true and false for what an order can be by.
        if kind == Kind::Bool {
            return Expr::Predicate(self.small_predicate(model));
        }
        if kind == Kind::Span {
            return self.arithmetic(model, "-", [Kind::Date, Kind::Date], 0);
        }
        self.literal(kind)
    }

    pub(super) fn literal(&mut self, kind: Kind) -> Expr {
        let value = match kind {
            Kind::Text => json!(*self.random.pick(&["a", "Lennon", "%", "1", "", "é "])),
            Kind::Integer => json!(self.random.between(-2, 12)),
            Kind::Float => json!(*self.random.pick(&[0.5, 1.5, -2.25, 3.0])),
            Kind::Decimal => json!(*self.random.pick(&["1.50", "-0.25", "10", "0.1"])),
            Kind::Bool => json!(self.random.percent(50)),
            Kind::Date => json!(*self.random.pick(&["2008-12-29", "2021-01-03", "2024-02-29"])),
            Kind::DateTime => json!("2008-12-29T12:34:56.5Z"),
            Kind::Time => json!("12:34:56.5"),
            Kind::Uuid | Kind::Ip | Kind::Span | Kind::Document | Kind::Opaque => {
                unreachable!("no values of this kind are written")
            }
        };
        Expr::Literal(kind, value)
    }

    /// One of several expressions of a kind.
    fn choice(&mut self, model: &'static Model, kind: Kind, depth: usize) -> Expr {
        let has_order = !matches!(kind, Kind::Bool);
        match self.random.below(10) {
            0..4 => {
                let branches = 1 + self.random.below(2);
                let branches =
                    (0..branches).map(|_| (self.small_predicate(model), self.expr(model, kind, depth - 1)));
                let branches = branches.collect();
                let otherwise = self.random.percent(60).then(|| Box::new(self.expr(model, kind, depth - 1)));
                Expr::Case(branches, otherwise, kind)
            }
            4..7 => self.same("Coalesce", model, kind, depth - 1),
            7 if has_order => {
                let name = *self.random.pick(&["Greatest", "Least"]);
                self.same(name, model, kind, depth - 1)
            }
            8 => self.same("NullIf", model, kind, depth - 1),
            _ if kind.is_plain() && kind != Kind::Span => self.subquery(model, kind),
            _ => self.leaf(model, kind),
        }
    }

    /// A function of two of a kind, or of three where it takes as many.
    fn same(&mut self, name: &'static str, model: &'static Model, kind: Kind, depth: usize) -> Expr {
        let count = if name != "NullIf" && self.random.percent(25) { 3 } else { 2 };
        let mut arguments: Vec<Expr> = (0..count).map(|_| self.expr(model, kind, depth)).collect();
        if kind == Kind::Date && self.random.percent(30) {
            arguments[1] = self.literal(kind);
        }
        Expr::Function(name, arguments, Some(kind))
    }

    fn call(&mut self, name: &'static str, model: &'static Model, kinds: &[Kind], depth: usize) -> Expr {
        let arguments = kinds.iter().map(|kind| self.expr(model, *kind, depth)).collect();
        Expr::Function(name, arguments, None)
    }

    fn arithmetic(
        &mut self,
        model: &'static Model,
        sign: &'static str,
        kinds: [Kind; 2],
        depth: usize,
    ) -> Expr {
        Expr::Arithmetic(sign, Box::new(kinds.map(|kind| self.expr(model, kind, depth))))
    }

    fn text_function(&mut self, model: &'static Model, depth: usize) -> Expr {
        if self.random.percent(6) {
            return Expr::Cast(Box::new(self.expr(model, Kind::Integer, depth)), Kind::Text);
        }
        let of = self.expr(model, Kind::Text, depth);
        let count = integer(self.random.between(1, 6));
        let (name, mut more): (&'static str, Vec<Expr>) = match self.random.below(17) {
            0 | 1 => ("Lower", vec![]),
            2 | 3 => ("Upper", vec![]),
            4 => ("Trim", vec![]),
            5 => ("LTrim", vec![]),
            6 => ("RTrim", vec![]),
            7 => ("Reverse", vec![]),
            8 => ("Left", vec![count]),
            9 => ("Right", vec![count]),
            10 => ("Substr", vec![count, integer(self.random.between(0, 4))]),
            11 => ("Substr", vec![count]),
            12 => ("LPad", vec![count, text("*")]),
            13 => ("RPad", vec![count, text("ab")]),
            14 => ("Replace", vec![text("a"), text("bc")]),
            15 => ("MD5", vec![]),
            _ => {
                let other = self.expr(model, Kind::Text, depth);
                ("Concat", if self.random.percent(40) { vec![text("-"), other] } else { vec![other] })
            }
        };
        more.insert(0, of);
        Expr::Function(name, more, None)
    }

    fn integer_function(&mut self, model: &'static Model, depth: usize) -> Expr {
        match self.random.below(12) {
            0 | 1 => self.call("Length", model, &[Kind::Text], depth),
            2 => Expr::Function("StrIndex", vec![self.expr(model, Kind::Text, depth), text("a")], None),
            3 => {
                let unit =
                    *self.random.pick(&["ExtractYear", "ExtractMonth", "ExtractWeek", "ExtractIsoYear"]);
                match self.temporal(model, &[Kind::Date, Kind::DateTime]) {
                    Some(kind) => self.call(unit, model, &[kind], depth),
                    None => self.leaf(model, Kind::Integer),
                }
            }
            4 => {
                let unit = *self.random.pick(&["ExtractHour", "ExtractMinute", "ExtractSecond"]);
                match self.temporal(model, &[Kind::Time, Kind::DateTime]) {
                    Some(kind) => self.call(unit, model, &[kind], depth),
                    None => self.leaf(model, Kind::Integer),
                }
            }
            5 => self.call("Abs", model, &[Kind::Integer], depth),
            6 => {
                let of = self.expr(model, Kind::Integer, depth);
                Expr::Arithmetic("%", Box::new([of, integer(self.random.between(2, 4))]))
            }
            _ => {
                let sign = *self.random.pick(&["+", "-", "*"]);
                self.arithmetic(model, sign, [Kind::Integer; 2], depth)
            }
        }
    }

    fn float_function(&mut self, model: &'static Model, depth: usize) -> Expr {
        let kinds = [[Kind::Float, Kind::Float], [Kind::Float, Kind::Integer], [Kind::Integer, Kind::Float]];
        match self.random.below(8) {
            0 => {
                let of = self.call("Abs", model, &[Kind::Integer], depth);
                Expr::Function("Sqrt", vec![of], None)
            }
            1 => {
                let name = *self.random.pick(&["Sin", "Cos", "ATan", "Radians", "Degrees"]);
                let kind = *self.random.pick(&[Kind::Integer, Kind::Float]);
                self.call(name, model, &[kind], depth)
            }
            2 => {
                let name = *self.random.pick(&["Ceil", "Floor", "Abs", "Sign"]);
                self.call(name, model, &[Kind::Float], depth)
            }
            3 => {
                let of = self.expr(model, Kind::Float, depth);
                Expr::Function("Round", vec![of, integer(self.random.between(0, 3))], None)
            }
            4 => {
                let of = self.expr(model, Kind::Integer, depth);
                Expr::Function("Power", vec![of, integer(2)], None)
            }
            _ => {
                let sign = *self.random.pick(&["+", "-", "*"]);
                let kinds = *self.random.pick(&kinds);
                self.arithmetic(model, sign, kinds, depth)
            }
        }
    }

    fn decimal_function(&mut self, model: &'static Model, depth: usize) -> Expr {
        let kinds =
            [[Kind::Decimal, Kind::Decimal], [Kind::Decimal, Kind::Integer], [Kind::Integer, Kind::Decimal]];
        match self.random.below(8) {
            0 => {
                let name = *self.random.pick(&["Ceil", "Floor", "Abs", "Sign"]);
                self.call(name, model, &[Kind::Decimal], depth)
            }
            1 => {
                let of = self.expr(model, Kind::Decimal, depth);
                Expr::Function("Round", vec![of, integer(self.random.between(0, 3))], None)
            }
            _ => {
                let sign = *self.random.pick(&["+", "-", "*"]);
                let kinds = *self.random.pick(&kinds);
                self.arithmetic(model, sign, kinds, depth)
            }
        }
    }

    /// A predicate inside of an expression, on values of each row.
    fn small_predicate(&mut self, model: &'static Model) -> Q {
        let usable = std::mem::replace(&mut self.usable, Level::Row);
        let inside = std::mem::replace(&mut self.in_expression, true);
        let q = self.predicate(model, 1);
        self.usable = usable;
        self.in_expression = inside;
        q
    }

    /// An aggregate, and its kind.
    pub(super) fn aggregate(&mut self, model: &'static Model) -> (Expr, Kind) {
        let usable = std::mem::replace(&mut self.usable, Level::Row);
        let (name, of, kind): (&'static str, _, _) = match self.random.below(10) {
            0..4 => ("Count", self.counted(model), Kind::Integer),
            4..6 => {
                let kind = *self.random.pick(&[Kind::Integer, Kind::Decimal, Kind::Float]);
                ("Sum", Some(self.aggregated(model, kind)), kind)
            }
            6 => {
                let of = *self.random.pick(&[Kind::Integer, Kind::Decimal, Kind::Float]);
                let kind = if of == Kind::Integer { Kind::Float } else { of };
                ("Avg", Some(self.aggregated(model, of)), kind)
            }
            7 if self.random.percent(40) => {
                let name = *self.random.pick(&["StdDev", "Variance"]);
                // Django's own functions on SQLite do not take `NULL`.
                let of = vec![self.aggregated(model, Kind::Integer), integer(0)];
                (name, Some(Expr::Function("Coalesce", of, Some(Kind::Integer))), Kind::Float)
            }
            _ => {
                let kind =
                    Some(self.any_kind(model)).filter(|kind| kind.has_extremes()).unwrap_or(Kind::Text);
                let name = *self.random.pick(&["Min", "Max"]);
                (name, Some(self.aggregated(model, kind)), kind)
            }
        };
        let takes_distinct = ["Count", "Sum", "Avg"].contains(&name) && of.is_some();
        let distinct = takes_distinct && self.random.percent(25);
        let filter = self.random.percent(25).then(|| self.small_predicate(model));
        let takes_default = name != "Count" && !kind.is_temporal();
        let default = (takes_default && self.random.percent(20)).then(|| self.literal(kind));
        self.usable = usable;
        (Expr::Aggregate(Box::new(Aggregate { name, of, distinct, filter, default })), kind)
    }

    fn counted(&mut self, model: &'static Model) -> Option<Expr> {
        match self.random.below(10) {
            0 => None,
            1 => {
                // Django takes what is false of every row for no row at all.
                let kind =
                    Some(self.any_kind(model)).filter(|kind| *kind != Kind::Bool).unwrap_or(Kind::Text);
                Some(self.expr(model, kind, 1))
            }
            _ => Some(Expr::Field(self.end(model, 2).named())),
        }
    }

    fn aggregated(&mut self, model: &'static Model, kind: Kind) -> Expr {
        match self.end_of(model, kind).filter(|_| self.random.percent(70)) {
            Some(end) => Expr::Field(end.named()),
            None => self.expr(model, kind, 2),
        }
    }

    /// Something over a window that gives the same for rows that its order does not tell apart.
    pub(super) fn window(&mut self, model: &'static Model) -> (Expr, Kind) {
        let partition = match self.random.percent(60) {
            true => vec![Expr::Field(self.plain_end(model).named())],
            false => Vec::new(),
        };
        let (of, kind, order, whole) = match self.random.below(10) {
            0..4 => {
                let name = *self.random.pick(&["Rank", "DenseRank", "PercentRank", "CumeDist"]);
                let kind =
                    if name.ends_with("Rank") && name != "PercentRank" { Kind::Integer } else { Kind::Float };
                (Expr::Function(name, Vec::new(), None), kind, self.window_order(model), false)
            }
            4..6 => {
                let kind = *self.random.pick(&[Kind::Integer, Kind::Text, Kind::Date, Kind::Decimal]);
                match self.end_of(model, kind) {
                    None => return self.row_number(model),
                    Some(end) => {
                        let path = end.named();
                        let of = Expr::Field(path.clone());
                        let whole = self.random.percent(50);
                        let call = match self.random.below(3) {
                            0 => Expr::Function("FirstValue", vec![of], None),
                            1 => Expr::Function("LastValue", vec![of], None),
                            _ => Expr::Function("NthValue", vec![of, integer(2)], None),
                        };
                        let order = if self.random.percent(40) { format!("-{path}") } else { path };
                        (call, kind, vec![order], whole)
                    }
                }
            }
            _ => {
                let (of, kind) = self.aggregate(model);
                let Expr::Aggregate(mut aggregate) = of else { unreachable!("an aggregate was made") };
                // Django's own functions on SQLite have no windows.
                if ["StdDev", "Variance"].contains(&aggregate.name) {
                    aggregate.name = "Avg";
                }
                aggregate.default = None;
                aggregate.distinct = false;
                let order = if self.random.percent(50) { self.window_order(model) } else { Vec::new() };
                (Expr::Aggregate(aggregate), kind, order, false)
            }
        };
        (Expr::Window(Box::new(Window { of, partition, order, whole })), kind)
    }

    /// Something that depends on an order in which no two rows have the same place.
    fn row_number(&mut self, model: &'static Model) -> (Expr, Kind) {
        if self.hops > 0 {
            let of = Expr::Function("Rank", Vec::new(), None);
            let order = self.window_order(model);
            return (
                Expr::Window(Box::new(Window { of, partition: vec![], order, whole: false })),
                Kind::Integer,
            );
        }
        let mut order = self.window_order(model);
        order.push("pk".to_owned());
        let (of, kind) = match self.random.below(3) {
            0 => (Expr::Function("RowNumber", vec![], None), Kind::Integer),
            1 => (Expr::Function("Ntile", vec![integer(3)], None), Kind::Integer),
            _ => {
                let end = self.plain_end(model);
                let name = *self.random.pick(&["Lag", "Lead"]);
                (Expr::Function(name, vec![Expr::Field(end.named())], None), Kind::of(end.column))
            }
        };
        (Expr::Window(Box::new(Window { of, partition: vec![], order, whole: false })), kind)
    }

    fn window_order(&mut self, model: &'static Model) -> Vec<String> {
        let path = self.plain_end(model).named();
        vec![if self.random.percent(40) { format!("-{path}") } else { path }]
    }
}
