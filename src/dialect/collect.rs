//! Aggregates that keep every value: text, JSON arrays, arrays.

use sea_query as sql;
use sea_query::ExprTrait;

use super::json::part;
use super::{Dialect, MySqlFlavor, call, constant, spelled_by};
use crate::capability::Capability;
use crate::error::Error;
use crate::state::{Aggregate, AggregateName, Nulls};
use crate::value::Value;

/// One part of the order inside of an aggregate.
pub(crate) struct Sorted {
    pub(crate) expr: sql::Expr,
    pub(crate) descending: bool,
    pub(crate) nulls: Option<Nulls>,
}

/// An aggregate of all values of `of`, in an order, over the rows for which `filter` is true.
pub(crate) fn collect(
    dialect: Dialect,
    aggregate: &Aggregate,
    of: sql::Expr,
    order: Vec<Sorted>,
    filter: Option<sql::Expr>,
    bind: &mut dyn FnMut(Value) -> sql::Expr,
) -> Result<sql::Expr, Error> {
    let kind = aggregate.of.as_ref().map_or(aggregate.kind, |of| of.kind);
    let delimiter = aggregate.delimiter.as_deref().unwrap_or_default();
    let list = List { dialect, distinct: aggregate.distinct, order };
    Ok(match (aggregate.name, dialect) {
        (AggregateName::ArrayAgg, _) => {
            dialect.demand(Capability::Arrays, "`array_agg()`")?;
            list.filtered("ARRAY_AGG", vec![of], filter)
        }
        (AggregateName::JsonAgg, Dialect::Postgres) => list.filtered("JSONB_AGG", vec![of], filter),
        // Over no rows it is an empty array there.
        (AggregateName::JsonAgg, Dialect::Sqlite) => {
            let array = list.filtered("JSON_GROUP_ARRAY", vec![part(dialect, of, kind)], filter);
            call("NULLIF", [array, constant("[]")])
        }
        // `JSON_ARRAYAGG` takes the rows that a `CASE` leaves out for `null`, and on MySQL has no order.
        (AggregateName::JsonAgg, Dialect::MySql(flavor)) => {
            let array = call("JSON_ARRAY", [part(dialect, of, kind)]);
            let item = call("JSON_EXTRACT", [array, constant("$[0]")]);
            let items = list.group_concat(item, filter, ",");
            let array = call("CONCAT", [constant("["), items, constant("]")]);
            match flavor {
                MySqlFlavor::MariaDb => call("JSON_COMPACT", [array]),
                MySqlFlavor::MySql => array.cast_as("JSON"),
            }
        }
        (_, Dialect::Postgres) => {
            let delimiter = bind(Value::Text(delimiter.to_owned()));
            list.filtered("STRING_AGG", vec![of, delimiter], filter)
        }
        // `GROUP_CONCAT` with `DISTINCT` takes no delimiter there.
        (_, Dialect::Sqlite) if aggregate.distinct => {
            let delimiter = bind(Value::Text(delimiter.to_owned()));
            let not_null = of.clone().is_not_null();
            let filter = match filter {
                Some(filter) => filter.and(not_null),
                None => not_null,
            };
            call("queryset_join", [list.filtered("JSON_GROUP_ARRAY", vec![of], Some(filter)), delimiter])
        }
        (_, Dialect::Sqlite) => {
            let delimiter = bind(Value::Text(delimiter.to_owned()));
            list.filtered("GROUP_CONCAT", vec![of, delimiter], filter)
        }
        (_, Dialect::MySql(_)) => list.group_concat(of, filter, delimiter),
    })
}

/// The values of a list.
struct List {
    dialect: Dialect,
    distinct: bool,
    order: Vec<Sorted>,
}

impl List {
    /// `NAME(DISTINCT a, b ORDER BY c) FILTER (WHERE d)`.
    fn filtered(self, name: &str, arguments: Vec<sql::Expr>, filter: Option<sql::Expr>) -> sql::Expr {
        let dialect = self.dialect;
        let mut spelling = Spelling::new(name, self.distinct);
        for (at, argument) in arguments.into_iter().enumerate() {
            if at > 0 {
                spelling.text(", ");
            }
            spelling.expr(argument);
        }
        self.ordered(&mut spelling);
        spelling.text(")");
        if let Some(filter) = filter {
            spelling.text(" FILTER (WHERE ");
            spelling.expr(filter);
            spelling.text(")");
        }
        spelling.into_expr(dialect)
    }

    /// `GROUP_CONCAT(DISTINCT a ORDER BY c SEPARATOR x'2C')`: the separator cannot be bound.
    fn group_concat(self, of: sql::Expr, filter: Option<sql::Expr>, delimiter: &str) -> sql::Expr {
        let dialect = self.dialect;
        let of = match filter {
            Some(filter) => sql::CaseStatement::new().case(filter, of).into(),
            None => of,
        };
        let mut spelling = Spelling::new("GROUP_CONCAT", self.distinct);
        spelling.expr(of);
        self.ordered(&mut spelling);
        let delimiter: String = delimiter.bytes().map(|byte| format!("{byte:02X}")).collect();
        spelling.text(&format!(" SEPARATOR x'{delimiter}')"));
        spelling.into_expr(dialect)
    }

    fn ordered(self, spelling: &mut Spelling) {
        let has_nulls = self.dialect.has(Capability::NullsOrder);
        for (at, term) in self.order.into_iter().enumerate() {
            spelling.text(if at == 0 { " ORDER BY " } else { ", " });
            if let Some(nulls) = term.nulls.filter(|_| !has_nulls) {
                spelling.expr(term.expr.clone().is_null());
                spelling.text(match nulls {
                    Nulls::First => " DESC, ",
                    Nulls::Last => " ASC, ",
                });
            }
            spelling.expr(term.expr);
            spelling.text(if term.descending { " DESC" } else { " ASC" });
            match term.nulls.filter(|_| has_nulls) {
                Some(Nulls::First) => spelling.text(" NULLS FIRST"),
                Some(Nulls::Last) => spelling.text(" NULLS LAST"),
                None => {}
            }
        }
    }
}

/// Text of the dialects with expressions in it.
struct Spelling {
    parts: Vec<String>,
    exprs: Vec<sql::Expr>,
}

impl Spelling {
    fn new(name: &str, distinct: bool) -> Self {
        let distinct = if distinct { "DISTINCT " } else { "" };
        Self { parts: vec![format!("{name}({distinct}")], exprs: Vec::new() }
    }

    fn text(&mut self, text: &str) {
        self.parts.last_mut().expect("it begins with a name").push_str(text);
    }

    fn expr(&mut self, expr: sql::Expr) {
        self.exprs.push(expr);
        self.parts.push(String::new());
    }

    fn into_expr(self, dialect: Dialect) -> sql::Expr {
        spelled_by(dialect, &self.parts, self.exprs)
    }
}

/// The list itself, or an empty one where it is `NULL`.
pub(crate) fn or_empty(list: sql::Expr, empty: &'static str) -> sql::Expr {
    call("COALESCE", [list, constant(empty)])
}
