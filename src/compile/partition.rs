//! A slice of the rows of each parent: what a sliced query set of `prefetch_related()` means.
//!
//! Django's `_filter_prefetch_queryset` filters by a window; here the rows are numbered below a query
//! that keeps those of the slice.

use sea_query as sql;
use sea_query::{ExprTrait, OverStatement};

use super::order::Term;
use super::qualify::Below;
use super::{Clauses, Compiler, place_name};
use crate::dialect::placeholder;
use crate::error::Error;
use crate::state::{Distinct, Node, State};

/// What the number of a row is called.
const PLACE: &str = "place";

impl Compiler {
    /// The rows whose number among those with the same value of `per` is in the slice.
    pub(super) fn slice_each(
        &mut self,
        level: usize,
        state: &State,
        per: &Node,
        clauses: Clauses,
    ) -> Result<sql::SelectStatement, Error> {
        let per = self.expr(level, per)?;
        let wanted = clauses.selected.len();
        // Groups, distinct rows and those that a window decides about are numbered when they are there.
        let is_plain = clauses.group.is_none() && clauses.conditions.windows.is_none();
        let by_window = state.order.iter().flatten().any(|term| term.node.is_windowed());
        let at_once = is_plain && !by_window && !state.is_distinct();
        let numbered = match at_once {
            true => self.numbered(level, per, clauses),
            false => self.numbered_around(level, state, per, clauses)?,
        };
        let mut query = sql::Query::select();
        query.columns((0..wanted).map(place_name)).from_subquery(numbered, "numbered");
        let place = || sql::Expr::col(PLACE);
        let mut from_start = place();
        if state.offset > 0 {
            query.and_where(place().gt(self.number(&state.offset)));
            from_start = place().sub(self.number(&state.offset));
        }
        if let Some(limit) = &state.limit {
            query.and_where(from_start.lte(self.number(limit)));
        }
        query.order_by_expr(place(), sql::Order::Asc);
        Ok(query)
    }

    fn number(&mut self, rows: &u64) -> sql::Expr {
        let index = self.bind_rows(rows);
        placeholder(usize::try_from(index).expect("it is the index of a value"))
    }

    fn numbered(&mut self, level: usize, per: sql::Expr, clauses: Clauses) -> sql::SelectStatement {
        let Clauses { selected, conditions, order, .. } = clauses;
        let mut query = sql::Query::select();
        for (at, expr) in selected.into_iter().enumerate() {
            query.expr_as(expr, place_name(at));
        }
        number_rows(&mut query, per, order);
        self.write_from(level, &mut query);
        conditions.write(&mut query);
        query
    }

    fn numbered_around(
        &mut self,
        level: usize,
        state: &State,
        per: sql::Expr,
        clauses: Clauses,
    ) -> Result<sql::SelectStatement, Error> {
        let Clauses { selected, mut conditions, order, group } = clauses;
        let wanted = selected.len();
        let mut below = Below::new("subquery", selected);
        let per = below.column(per);
        let windows = conditions.windows.take().map(|windows| below.read(windows));
        let first_of_each = matches!(state.distinct, Distinct::On(_));
        let order_below = if first_of_each { order.clone() } else { Vec::new() };
        let order: Vec<Term> = order.into_iter().map(|term| below.read_order(term)).collect();

        let mut query = sql::Query::select();
        query.exprs((0..wanted).map(|at| below.at(at)));
        number_rows(&mut query, per, order);
        let inner = self.query_below(level, state, below, conditions, order_below, group)?;
        query.from_subquery(inner, "subquery");
        if let Some(windows) = windows {
            query.and_where(windows);
        }
        Ok(query)
    }
}

/// Selects the number of each row among those with the same value of `per`.
fn number_rows(query: &mut sql::SelectStatement, per: sql::Expr, order: Vec<Term>) {
    let mut window = sql::WindowStatement::new();
    window.add_partition_by(per);
    for Term { expr, order, nulls, .. } in order {
        match nulls {
            Some(nulls) => window.order_by_expr_with_nulls(expr, order, nulls),
            None => window.order_by_expr(expr, order),
        };
    }
    query.expr_window_as(sql::Func::cust("ROW_NUMBER"), window, PLACE);
}
