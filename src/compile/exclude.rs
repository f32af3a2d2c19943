//! `NOT`: which rows a negated lookup keeps.
//!
//! The rules are those of Django's `Query.build_filter` and `Query.split_exclude`: a row whose column is
//! `NULL` is kept, and over a to-many relation no related row at all may match.

use std::collections::BTreeSet;

use sea_query as sql;
use sea_query::ExprTrait;

use super::Compiler;
use super::condition::{Cond, join_all, join_any};
use super::expr::plain_ref;
use super::join::{Hop, Level, Reached, column_named};
use super::lookup::RightExpr;
use crate::error::Error;
use crate::state::{ColumnRef, Lookup, LookupName, Node, Right};

impl Compiler {
    /// Below a NOT, a lookup on a column that may be `NULL` must be false for `NULL`, so that the
    /// row is kept: `NOT (c = 1 AND c IS NOT NULL)`. With it the columns that it speaks of.
    pub(super) fn or_null(
        &mut self,
        level: usize,
        lookup: &Lookup,
        reached: Reached,
        cond: Cond,
    ) -> Result<(Cond, Vec<sql::Expr>), Error> {
        let mut columns = Vec::new();
        if reached.column.null || self.levels[level].is_outer(reached.table) {
            columns.push(self.levels[level].column(reached));
        }
        if let Right::One(right) = &lookup.right
            && let Some(column) = plain_ref(right)
        {
            // The column that is read, which is the foreign key itself where a join is left out.
            let (reached, _) = self.reach(level, &column)?;
            if reached.column.null {
                columns.push(self.levels[level].column(reached));
            }
        }
        let known = columns.iter().map(|column| Cond::Is(column.clone().is_not_null()));
        Ok((join_all([cond].into_iter().chain(known).collect()), columns))
    }

    /// `NOT` over a to-many relation: no related row at all may match, so it asks a subquery.
    ///
    /// It begins with the related rows: the tables on the way there are those of the query around it.
    /// Where the same `filter()` call has joined the relation already, it speaks of the row that was
    /// joined: `Q(authors__name="Alice") & ~Q(authors__name="Bob")` asks of one author.
    pub(super) fn split_exclude(
        &mut self,
        level: usize,
        lookup: &Lookup,
        column: ColumnRef,
        right: RightExpr<'_>,
    ) -> Result<(Cond, Vec<sql::Expr>), Error> {
        let model = self.levels[level].tables[0].model;
        let inner = self.open(model);
        self.levels[inner].shares = Some(BTreeSet::new());
        self.levels[inner].relations = self.levels[level].relations.clone();
        // What was annotated is a value of the query around, as a bare column is.
        let is_annotated = matches!(&lookup.right, Right::One(Node::Shared(right)) if self.levels[level].is_annotated(right));
        let compared = match reads_row(&lookup.right) && !is_annotated {
            // Only a bare column is one of the query around: Django makes an `OuterRef` of an `F`.
            true => self.right(inner, lookup),
            false => Ok(right),
        };
        let compared = compared.and_then(|right| self.compare_column(inner, lookup, column, right));
        let mut inner = self.levels.pop().expect("it was pushed above");
        let (cond, tables, _) = compared?;
        if !matches!((lookup.name, &lookup.right), (LookupName::IsNull, Right::Flag(true))) {
            inner.used.extend(&tables);
            let needed = std::mem::take(&mut inner.used);
            inner.demote(&needed);
        }
        let cond = match cond {
            Cond::Is(cond) => Some(cond),
            // There has to be a related row, whichever it is.
            Cond::Always => None,
            Cond::Never => return Ok((cond, Vec::new())),
        };
        let path = self.levels[level].path(column.steps)?;
        let over_relation = matches!(&lookup.right, Right::One(right) if !is_annotated && plain_ref(right).is_some_and(|column| column.steps.is_some()));
        self.related_rows(level, inner, (&path, &tables), cond, over_relation)
    }

    /// Whether a related row meets `cond`: Django's `trim_start`. `tables` are those that `path` has
    /// joined in the subquery `inner`. With it what it reads of each row; itself, where that is over a
    /// relation.
    fn related_rows(
        &mut self,
        level: usize,
        mut inner: Level,
        (path, tables): (&[Hop], &[usize]),
        cond: Option<sql::Expr>,
        mut over_relation: bool,
    ) -> Result<(Cond, Vec<sql::Expr>), Error> {
        let many = path.iter().position(|hop| hop.many).expect("the path leads to several rows");
        let mut may_miss = false;
        for at in 0..many {
            inner.tables[tables[at]].uses -= 1;
            may_miss |= inner.is_outer(tables[at + 1]);
        }
        // A row without related rows is found by an outer join, and a filter stands in the join, so the
        // table before it has to stay.
        let (first, key) = match inner.is_outer(tables[many + 1]) || path[many].filter.is_some() {
            true => (tables[many], path[many].from),
            false => {
                inner.tables[tables[many]].uses -= 1;
                (tables[many + 1], path[many].to)
            }
        };
        let model = inner.tables[first].model;
        let outer = &mut self.levels[level];
        let around = match outer.shared_as(&inner, first) {
            Some(table) => (model.pk(), outer.column(Reached { table, column: model.pk() })),
            None => {
                let before = inner.tables[tables[many]].model;
                let shares = outer.shares.take();
                let (reached, _) = outer.reach_by(&path[..many], column_named(before, path[many].from));
                outer.shares = shares;
                over_relation |= many > 0;
                (column_named(model, key), outer.column(reached))
            }
        };
        let related = inner.column(Reached { table: first, column: around.0 });
        let mut query = sql::Query::select();
        query.expr(sql::Expr::Constant(1.into()));
        self.read_tables.extend(inner.read_tables());
        inner.write_from(&mut query);
        query.and_where_option(cond).and_where(related.eq(around.1.clone()));
        let exists = sql::Expr::exists(query);
        let mut columns = vec![if over_relation { exists.clone() } else { around.1 }];
        let mut conds = vec![Cond::Is(exists)];
        if may_miss {
            let before = inner.tables[tables[many]].model;
            let (reached, _) = outer.reach_by(&path[..many], column_named(before, path[many].from));
            let column = outer.column(reached);
            columns.push(column.clone());
            conds.push(Cond::Is(column.is_null()));
        }
        self.join_conditions(level)?;
        Ok((join_any(conds), columns))
    }
}

/// Whether the right side of a lookup is computed from a row, and is not just a column of it.
fn reads_row(right: &Right) -> bool {
    let reads = |node: &Node| !matches!(node, Node::Value(_));
    match right {
        Right::One(node) => reads(node) && plain_ref(node).is_none() && !matches!(node, Node::Outer(_)),
        Right::Two(low, high) => reads(low) || reads(high),
        Right::Many(items) => items.iter().any(reads),
        Right::Query(_) => true,
        Right::Flag(_) => false,
    }
}
