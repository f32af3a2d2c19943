//! Filters on windows: Django's `SQLCompiler.get_qualify_sql`.
//!
//! SQL has no clause for them. So a query below computes the windows, and the one around it filters,
//! orders and slices its rows.

use sea_query as sql;

use super::order::Term;
use super::{Clauses, Compiler, Conditions, List, Purpose, place_name};
use crate::error::Error;
use crate::state::{Distinct, State};

/// The columns of a query below another, as the one around knows them.
pub(super) struct Below {
    table: &'static str,
    exprs: Vec<sql::Expr>,
    names: Vec<String>,
}

impl Below {
    pub(super) fn new(table: &'static str, exprs: Vec<sql::Expr>) -> Self {
        let names = (0..exprs.len()).map(place_name).collect();
        Self { table, exprs, names }
    }

    /// With a name for each column.
    pub(super) fn named(table: &'static str, exprs: Vec<sql::Expr>, names: Vec<String>) -> Self {
        Self { table, exprs, names }
    }

    /// A column, by its place.
    pub(super) fn at(&self, at: usize) -> sql::Expr {
        sql::Expr::col((self.table, sql::Alias::new(&self.names[at])))
    }

    /// The column of an expression, which is selected below from now on.
    pub(super) fn column(&mut self, expr: sql::Expr) -> sql::Expr {
        let at = self.exprs.iter().position(|other| *other == expr).unwrap_or_else(|| {
            self.names.push(place_name(self.exprs.len()));
            self.exprs.push(expr);
            self.exprs.len() - 1
        });
        self.at(at)
    }

    /// A predicate, with a column for each expression that it compares. Values stay where they are.
    pub(super) fn read(&mut self, expr: sql::Expr) -> sql::Expr {
        if !is_value(&expr) && self.exprs.contains(&expr) {
            return self.column(expr);
        }
        match expr {
            // The rows of a subquery are no value of a column.
            sql::Expr::Binary(_, sql::BinOper::In | sql::BinOper::NotIn, ref right)
                if matches!(**right, sql::Expr::SubQuery(..) | sql::Expr::Custom(_)) =>
            {
                self.column(expr)
            }
            sql::Expr::Binary(left, operator, right) if connects(operator) => {
                let (left, right) = (self.read(*left), self.read(*right));
                sql::Expr::Binary(Box::new(left), operator, Box::new(right))
            }
            sql::Expr::Unary(operator, of) => sql::Expr::Unary(operator, Box::new(self.read(*of))),
            sql::Expr::Tuple(exprs) => {
                sql::Expr::Tuple(exprs.into_iter().map(|expr| self.read(expr)).collect())
            }
            // Text that is looked for is made of what is selected below by its name.
            sql::Expr::FunctionCall(call) if self.makes_text(&call) => {
                let args = call.get_args().iter().map(|arg| self.read(arg.clone()));
                let args: Vec<sql::Expr> = args.collect();
                match call.get_func() {
                    sql::Func::Custom(name) => sql::Func::cust(name.clone()).args(args).into(),
                    _ => sql::Func::upper(args.into_iter().next().expect("UPPER has an argument")).into(),
                }
            }
            sql::Expr::Binary(left, operator @ sql::BinOper::Custom("||"), right)
                if self.reads_selected(&left) || self.reads_selected(&right) =>
            {
                let (left, right) = (self.read(*left), self.read(*right));
                sql::Expr::Binary(Box::new(left), operator, Box::new(right))
            }
            expr if is_value(&expr) => expr,
            expr => self.column(expr),
        }
    }

    /// Whether a function makes text that is looked for of what is selected below.
    fn makes_text(&self, call: &sql::FunctionCall) -> bool {
        let is_plain = match call.get_func() {
            sql::Func::Upper => true,
            sql::Func::Custom(name) => ["REPLACE", "CONCAT"].contains(&name.to_string().as_str()),
            _ => false,
        };
        is_plain && call.get_args().iter().any(|arg| self.reads_selected(arg))
    }

    fn reads_selected(&self, expr: &sql::Expr) -> bool {
        match expr {
            sql::Expr::FunctionCall(call) if self.makes_text(call) => true,
            sql::Expr::Binary(left, sql::BinOper::Custom("||"), right) => {
                self.reads_selected(left) || self.reads_selected(right)
            }
            expr => self.exprs.contains(expr),
        }
    }

    pub(super) fn read_order(&mut self, term: Term) -> Term {
        Term { expr: self.column(term.expr), ..term }
    }
}

/// Whether an operator joins or compares what it stands between.
fn connects(operator: sql::BinOper) -> bool {
    use sql::BinOper as B;
    matches!(
        operator,
        B::And
            | B::Or
            | B::Like
            | B::NotLike
            | B::Escape
            | B::Is
            | B::IsNot
            | B::In
            | B::NotIn
            | B::Between
            | B::NotBetween
            | B::Equal
            | B::NotEqual
            | B::SmallerThan
            | B::GreaterThan
            | B::SmallerThanOrEqual
            | B::GreaterThanOrEqual
            | B::Custom("XOR")
    )
}

/// Whether an expression is the same for each row.
fn is_value(expr: &sql::Expr) -> bool {
    match expr {
        sql::Expr::Value(_) | sql::Expr::Values(_) | sql::Expr::Constant(_) | sql::Expr::Keyword(_) => true,
        sql::Expr::FunctionCall(call) => !call.get_args().is_empty() && call.get_args().iter().all(is_value),
        // A cast of a value.
        sql::Expr::Binary(left, sql::BinOper::As, right) => {
            is_value(left) && matches!(**right, sql::Expr::Custom(_))
        }
        _ => false,
    }
}

impl Compiler {
    /// A query whose rows are those of a query below for which `windows` is true.
    pub(super) fn qualified(
        &mut self,
        level: usize,
        state: &State,
        purpose: Purpose,
        clauses: Clauses,
        windows: sql::Expr,
    ) -> Result<sql::SelectStatement, Error> {
        let Clauses { selected, conditions, order, group } = clauses;
        let selected = if purpose.asks_existence(state) { Vec::new() } else { selected };
        let wanted = selected.len();
        let mut below = Below::new("qualify", selected);
        let condition = below.read(windows);
        let first_of_each = matches!(state.distinct, Distinct::On(_));
        let order_below = if first_of_each { order.clone() } else { Vec::new() };
        let order: Vec<Term> = order.into_iter().map(|term| below.read_order(term)).collect();

        let mut query = sql::Query::select();
        match wanted {
            0 => query.expr(sql::Expr::Constant(1.into())),
            wanted => query.exprs((0..wanted).map(|at| below.at(at))),
        };
        let mut inner = self.query_below(level, state, below, conditions, order_below, group)?;
        self.lock(level, &mut inner, state, purpose)?;
        query.from_subquery(inner, "qualify").and_where(condition);
        for term in order {
            term.write(&mut query);
        }
        self.slice(&mut query, state);
        Ok(query)
    }

    /// The query below an aggregation, and what of it the aggregation is asked of. Its own slice is taken
    /// between the two, where a filter on windows decides which rows there are.
    pub(super) fn sliced_below(
        &mut self,
        level: usize,
        state: &State,
        mut below: Below,
        clauses: (Conditions, Vec<Term>, Option<Vec<sql::Expr>>),
        windows: sql::Expr,
    ) -> Result<sql::SelectStatement, Error> {
        let (conditions, order, group) = clauses;
        let mut query = sql::Query::select();
        for at in 0..below.exprs.len() {
            query.expr_as(below.at(at), below.names[at].clone());
        }
        let condition = below.read(windows);
        let first_of_each = matches!(state.distinct, Distinct::On(_));
        let order_below = if first_of_each { order.clone() } else { Vec::new() };
        let order: Vec<Term> = order.into_iter().map(|term| below.read_order(term)).collect();
        let inner = self.query_below(level, state, below, conditions, order_below, group)?;
        query.from_subquery(inner, "qualify").and_where(condition);
        for term in order {
            term.write(&mut query);
        }
        self.slice(&mut query, state);
        Ok(query)
    }

    /// A query below another, without its slice: each column has a name.
    pub(super) fn query_below(
        &mut self,
        level: usize,
        state: &State,
        below: Below,
        conditions: Conditions,
        mut order: Vec<Term>,
        group: Option<Vec<sql::Expr>>,
    ) -> Result<sql::SelectStatement, Error> {
        let Below { exprs, names, .. } = below;
        let mut query = sql::Query::select();
        let List { exprs, distinct, .. } = self.select_list(state, exprs, &mut order);
        self.group_by(&mut query, group, &exprs);
        if distinct {
            query.distinct();
        }
        for (at, expr) in exprs.into_iter().enumerate() {
            query.expr_as(expr, names.get(at).cloned().unwrap_or_else(|| place_name(at)));
        }
        if let Distinct::On(nodes) = &state.distinct {
            let columns = self.distinct_columns(level, nodes)?;
            query.distinct_on(columns);
        }
        self.write_from(level, &mut query);
        conditions.write(&mut query);
        for term in order {
            term.write(&mut query);
        }
        Ok(query)
    }
}
