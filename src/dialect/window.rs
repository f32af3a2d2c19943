//! Windows, and the functions over them.

use sea_query as sql;

use super::{Dialect, MySqlFlavor, call, spelled_by};
use crate::state::{Frame, FrameUnit, WindowFrameExclusion, WindowFunctionName};

/// What stands behind `OVER`, as SQL.
pub(crate) struct WindowSql {
    pub(crate) partition: Vec<sql::Expr>,
    pub(crate) order: Vec<OrderSql>,
    pub(crate) frame: Option<Frame>,
}

/// One part of an order.
pub(crate) struct OrderSql {
    pub(crate) expr: sql::Expr,
    pub(crate) descending: bool,
    pub(crate) nulls: Option<sql::NullOrdering>,
}

/// A window function, of the expression `of` and with `default` where it has them.
pub(crate) fn window_function(
    dialect: Dialect,
    name: WindowFunctionName,
    of: Option<sql::Expr>,
    default: Option<sql::Expr>,
    window: &WindowSql,
) -> sql::Expr {
    use WindowFunctionName as F;
    let (function, number) = match name {
        F::CumeDist => ("CUME_DIST", None),
        F::DenseRank => ("DENSE_RANK", None),
        F::FirstValue => ("FIRST_VALUE", None),
        F::Lag(rows) => ("LAG", Some(rows)),
        F::LastValue => ("LAST_VALUE", None),
        F::Lead(rows) => ("LEAD", Some(rows)),
        F::NthValue(nth) => ("NTH_VALUE", Some(nth)),
        F::Ntile(buckets) => ("NTILE", Some(buckets)),
        F::PercentRank => ("PERCENT_RANK", None),
        F::Rank => ("RANK", None),
        F::RowNumber => ("ROW_NUMBER", None),
    };
    let number = number.map(|number| sql::Expr::Constant(number.into()));
    let computed = |of: Option<sql::Expr>, default: Option<sql::Expr>| {
        let arguments = of.into_iter().chain(number.clone()).chain(default);
        over(dialect, call(function, arguments), window)
    };
    match (dialect, default) {
        // MariaDB has no default. Where there is no row, there is nothing in it that is not `NULL`.
        (Dialect::MySql(MySqlFlavor::MariaDb), Some(default)) => {
            let one = sql::Expr::Constant(1.into());
            let is_there = sql::ExprTrait::is_not_null(computed(Some(one), None));
            sql::CaseStatement::new().case(is_there, computed(of, None)).finally(default).into()
        }
        (Dialect::Sqlite | Dialect::Postgres | Dialect::MySql(_), default) => computed(of, default),
    }
}

/// What is computed, over a window.
pub(crate) fn over(dialect: Dialect, computed: sql::Expr, window: &WindowSql) -> sql::Expr {
    let mut parts = vec![String::new(), " OVER (".to_owned()];
    let mut exprs = vec![computed];
    let mut word = "PARTITION BY ";
    for expr in &window.partition {
        push(&mut parts, word);
        exprs.push(expr.clone());
        parts.push(String::new());
        word = ", ";
    }
    word = if window.partition.is_empty() { "ORDER BY " } else { " ORDER BY " };
    for term in &window.order {
        push(&mut parts, word);
        exprs.push(term.expr.clone());
        parts.push(if term.descending { " DESC" } else { "" }.to_owned());
        match term.nulls {
            Some(sql::NullOrdering::First) => push(&mut parts, " NULLS FIRST"),
            Some(sql::NullOrdering::Last) => push(&mut parts, " NULLS LAST"),
            None => {}
        }
        word = ", ";
    }
    if let Some(frame) = window.frame {
        let space = if exprs.len() > 1 { " " } else { "" };
        push(&mut parts, &format!("{space}{}", frame_text(frame)));
    }
    push(&mut parts, ")");
    spelled_by(dialect, &parts, exprs)
}

fn push(parts: &mut [String], text: &str) {
    parts.last_mut().expect("a template has a part").push_str(text);
}

fn frame_text(frame: Frame) -> String {
    let unit = match frame.unit {
        FrameUnit::Rows => "ROWS",
        FrameUnit::Range => "RANGE",
    };
    let bound = |bound: Option<i64>, unbounded: &str| match bound {
        None => unbounded.to_owned(),
        Some(0) => "CURRENT ROW".to_owned(),
        Some(rows) if rows < 0 => format!("{} PRECEDING", rows.unsigned_abs()),
        Some(rows) => format!("{rows} FOLLOWING"),
    };
    let (start, end) = (bound(frame.start, "UNBOUNDED PRECEDING"), bound(frame.end, "UNBOUNDED FOLLOWING"));
    let exclusion = match frame.exclusion {
        None => "",
        Some(WindowFrameExclusion::CurrentRow) => " EXCLUDE CURRENT ROW",
        Some(WindowFrameExclusion::Group) => " EXCLUDE GROUP",
        Some(WindowFrameExclusion::Ties) => " EXCLUDE TIES",
        Some(WindowFrameExclusion::NoOthers) => " EXCLUDE NO OTHERS",
    };
    format!("{unit} BETWEEN {start} AND {end}{exclusion}")
}
