//! Windows: Django's `Window` and `WindowFrame`.

use sea_query as sql;

use super::Compiler;
use super::expr::field_type;
use crate::capability::Capability;
use crate::dialect::{self, OrderSql, WindowSql};
use crate::error::Error;
use crate::state::{
    Aggregate, Argument, Frame, FrameUnit, Node, Nulls, OrderTerm, Window, WindowCall, WindowClause,
    WindowFunctionName,
};
use crate::value::ValueType;

impl Compiler {
    /// What is computed over a window.
    pub(super) fn window(&mut self, level: usize, window: &Window) -> Result<sql::Expr, Error> {
        check(window)?;
        if let Some(Frame { exclusion: Some(_), .. }) = window.over.frame {
            self.dialect.demand(Capability::FrameExclusion, "`exclusion()` of a frame")?;
        }
        match &window.call {
            WindowCall::Function(function) => {
                let mut argument =
                    |of: &Option<Argument>| of.as_ref().map(|of| self.expr(level, &of.node)).transpose();
                let (of, default) = (argument(&function.of)?, argument(&function.default)?);
                let over = self.over(level, &window.over)?;
                Ok(dialect::window_function(self.dialect, function.name, of, default, &over))
            }
            WindowCall::Aggregate(aggregate) => self.aggregate_over(level, aggregate, &window.over),
        }
    }

    fn aggregate_over(
        &mut self,
        level: usize,
        aggregate: &Aggregate,
        clause: &WindowClause,
    ) -> Result<sql::Expr, Error> {
        let computed = self.aggregate_call(level, aggregate)?;
        let over = self.over(level, clause)?;
        let over = computed.map(|computed| dialect::over(self.dialect, computed, &over));
        Ok(self.aggregate_result(aggregate, over))
    }

    fn over(&mut self, level: usize, clause: &WindowClause) -> Result<WindowSql, Error> {
        let partition = clause.partition.iter().map(|node| self.expr(level, node));
        let partition = partition.collect::<Result<_, _>>()?;
        let mut order = Vec::with_capacity(clause.order.len());
        for OrderTerm { node, descending, nulls } in &clause.order {
            let expr = self.expr(level, node)?;
            let nulls = nulls.map(|nulls| match nulls {
                Nulls::First => sql::NullOrdering::First,
                Nulls::Last => sql::NullOrdering::Last,
            });
            order.extend(self.order_terms(expr, *descending, nulls));
        }
        Ok(WindowSql { partition, order, frame: clause.frame })
    }

    /// One part of an order, where `NULL` stands included: databases without words for it are asked for
    /// an order by that first.
    pub(super) fn order_terms(
        &self,
        expr: sql::Expr,
        descending: bool,
        nulls: Option<sql::NullOrdering>,
    ) -> Vec<OrderSql> {
        match nulls {
            Some(nulls) if !self.dialect.has(Capability::NullsOrder) => {
                let is_null = sql::ExprTrait::is_null(expr.clone());
                let first = matches!(nulls, sql::NullOrdering::First);
                let nulls = OrderSql { expr: is_null, descending: first, nulls: None };
                vec![nulls, OrderSql { expr, descending, nulls: None }]
            }
            nulls => vec![OrderSql { expr, descending, nulls }],
        }
    }
}

/// Refuses what no database computes, or what each computes in its own way.
fn check(window: &Window) -> Result<(), Error> {
    let refuse = |message: String| Err(Error::InvalidQuery { message });
    if window.parts().into_iter().any(Node::is_windowed) {
        return refuse(
            "a window cannot look at another window; ask for one of the two by `subquery(…)`".to_owned(),
        );
    }
    match &window.call {
        WindowCall::Function(function) => match function.name {
            WindowFunctionName::Lag(0) | WindowFunctionName::Lead(0) => {
                return refuse(
                    "`lag()` and `lead()` take a value from another row; `offset(0)` is the row itself"
                        .to_owned(),
                );
            }
            WindowFunctionName::NthValue(0) => {
                return refuse("`nth_value()` counts from 1 on; there is no row 0".to_owned());
            }
            WindowFunctionName::Ntile(0) => {
                return refuse("`ntile()` divides into 1 bucket or more, not into 0".to_owned());
            }
            _ => {}
        },
        WindowCall::Aggregate(aggregate) if aggregate.distinct => {
            return refuse("an aggregate with `distinct()` cannot be computed over a window".to_owned());
        }
        WindowCall::Aggregate(_) => {}
    }
    window.over.frame.map_or(Ok(()), |frame| check_frame(frame, &window.over))
}

fn check_frame(frame: Frame, over: &WindowClause) -> Result<(), Error> {
    let refuse = |message: String| Err(Error::InvalidQuery { message });
    if let (Some(start), Some(end)) = (frame.start, frame.end)
        && start > end
    {
        return refuse(format!("a frame starts before it ends, and `{start}..={end}` does not"));
    }
    if frame.unit == FrameUnit::Rows {
        return Ok(());
    }
    if frame.start.is_some_and(|start| start > 0) || frame.end.is_some_and(|end| end < 0) {
        return refuse(
            "`range()` starts at the row or before it, and ends at the row or after it".to_owned(),
        );
    }
    let distance = |bound: Option<i64>| bound.is_some_and(|bound| bound != 0);
    if (distance(frame.start) || distance(frame.end)) && !is_by_one_number(over) {
        return refuse("distances in `range()` need a window that is ordered by one number".to_owned());
    }
    Ok(())
}

/// Whether a window is ordered by one expression, which is a number as far as is known.
fn is_by_one_number(over: &WindowClause) -> bool {
    match &over.order[..] {
        [term] => field_type(&term.node).is_none_or(|field_type| {
            matches!(field_type.value_type(), ValueType::Int | ValueType::Float | ValueType::Decimal)
        }),
        _ => false,
    }
}
