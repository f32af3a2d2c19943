//! The tables of one query: which are joined, which joins are shared, and which are outer.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use sea_query as sql;
use sea_query::ExprTrait;

use super::combine::Merge;
use crate::error::Error;
use crate::meta;
use crate::path::{Step, StepFilter, hops};
use crate::state::{FilteredRelation, Node};

/// One query: its tables, first the model's own.
pub(super) struct Level {
    depth: usize,
    pub(super) tables: Vec<Table>,
    /// The joins over to-many relations that may be shared; `None` means all.
    ///
    /// Inside one `filter()` call these are the ones that the same call made, so that the next call
    /// joins again. What is selected or ordered by shares any.
    pub(super) shares: Option<BTreeSet<usize>>,
    /// The joins that were used since this was last emptied.
    pub(super) used: BTreeSet<usize>,
    /// The query on the left that this one is being combined with.
    pub(super) merge: Option<Box<Merge>>,
    /// Whether its rows are grouped.
    pub(super) grouped: bool,
    /// The filtered relations that it knows, latest last.
    pub(super) relations: Vec<Arc<FilteredRelation>>,
    /// Tables that were joined by a filtered relation whose condition is still to be compiled.
    pub(super) pending: Vec<usize>,
    /// What was selected, annotated or computed with the joins that were there, latest last.
    known: Vec<Known>,
    /// Whether a query around this one is put together, which knows what this one selects by names.
    summarizing: bool,
    /// What it selects for that.
    summarized: RefCell<Vec<sql::Expr>>,
}

/// An expression, and whether it was annotated: then it means the same everywhere.
#[derive(Clone)]
struct Known {
    node: Node,
    expr: sql::Expr,
    annotated: bool,
    /// What has to be grouped by for it, where it is computed of groups.
    terms: Vec<sql::Expr>,
}

/// A table of a query.
pub(super) struct Table {
    pub(super) model: &'static meta::Model,
    alias: Cow<'static, str>,
    /// How it is joined; the first table is not.
    join: Option<Join>,
    /// How many use it: a join that nothing uses is left out.
    pub(super) uses: usize,
    /// What leaves rows out of the join.
    pub(super) filter: Option<Arc<FilteredRelation>>,
    /// The same, once it is compiled.
    pub(super) on: Option<On>,
}

/// The condition of a join by a filtered relation.
pub(super) struct On {
    /// `None` is true of every row.
    pub(super) expr: Option<sql::Expr>,
    /// The tables that it reads, which have to be joined before.
    pub(super) reads: BTreeSet<usize>,
}

impl Table {
    fn is_joined_by(&self, parent: usize, hop: &Hop) -> bool {
        let same = |join: &Join| join.parent == parent && join.from == hop.from && join.to == hop.to;
        let id = |filter: &Option<Arc<FilteredRelation>>| filter.as_ref().map(Arc::as_ptr);
        self.model == hop.model && self.join.as_ref().is_some_and(same) && id(&self.filter) == id(&hop.filter)
    }
}

struct Join {
    parent: usize,
    from: &'static str,
    to: &'static str,
    /// Whether the row at its end may be missing.
    nullable: bool,
    outer: bool,
}

/// One join of a path; a many-to-many relation is two.
pub(super) struct Hop {
    pub(super) model: &'static meta::Model,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    nullable: bool,
    /// Whether it leads to several rows.
    pub(super) many: bool,
    /// Whether the key is on this side, so that the join can be left out for the key alone.
    direct: bool,
    /// What leaves rows out: then the join cannot be left out.
    pub(super) filter: Option<Arc<FilteredRelation>>,
}

impl Hop {
    /// From a foreign key to what it points at.
    fn of_key(column: &'static meta::Column, reference: &'static meta::Reference) -> Self {
        Self {
            model: reference.model,
            from: column.column,
            to: reference.column,
            nullable: column.null,
            many: false,
            direct: true,
            filter: None,
        }
    }
}

/// A column of a table of the query.
#[derive(Clone, Copy)]
pub(super) struct Reached {
    pub(super) table: usize,
    pub(super) column: &'static meta::Column,
}

impl Level {
    pub(super) fn new(model: &'static meta::Model, depth: usize) -> Self {
        let alias = match depth {
            0 => Cow::Borrowed(model.table),
            depth => Cow::Owned(format!("{}0", prefix(depth))),
        };
        let table = Table { model, alias, join: None, uses: 0, filter: None, on: None };
        Self {
            depth,
            tables: vec![table],
            shares: None,
            used: BTreeSet::new(),
            merge: None,
            grouped: false,
            relations: Vec::new(),
            pending: Vec::new(),
            known: Vec::new(),
            summarizing: false,
            summarized: RefCell::default(),
        }
    }

    /// Whether a path leads to several rows.
    pub(super) fn is_many(steps: Option<&'static Step>) -> bool {
        hops(steps).into_iter().flat_map(|step| joins_of(step.relation())).any(|hop| hop.many)
    }

    /// The joins of a path, first to last.
    pub(super) fn path(&self, steps: Option<&'static Step>) -> Result<Vec<Hop>, Error> {
        let mut path = Vec::new();
        for step in hops(steps) {
            path.extend(joins_of(step.relation()));
            if let (Some(filter), Some(last)) = (step.filter, path.last_mut()) {
                last.filter = Some(self.relation(filter)?);
            }
        }
        Ok(path)
    }

    /// A filtered relation, by its name.
    fn relation(&self, filter: StepFilter) -> Result<Arc<FilteredRelation>, Error> {
        let id = (filter.id)();
        let known = self.relations.iter().rev().find(|relation| relation.id == id);
        known.cloned().ok_or_else(|| Error::InvalidQuery {
            message: format!(
                "the query does not know the filtered relation `{name}`; call `.filtered_relation(&{name})` before it is used",
                name = filter.name
            ),
        })
    }

    /// Joins what a path needs, and gives the column at its end, with all tables on the way. Joins
    /// that only lead to a key that the table before them has too are left out.
    ///
    /// A foreign key is such a key: Django joins what it points at, to leave it out then, but lets it
    /// decide which joins are outer.
    pub(super) fn reach(
        &mut self,
        steps: Option<&'static Step>,
        column: &'static meta::Column,
    ) -> Result<(Reached, Vec<usize>), Error> {
        let mut path = self.path(steps)?;
        let mut target = column;
        if let Some(reference) = &column.references {
            target = reference.target();
            path.push(Hop::of_key(column, reference));
        }
        Ok(self.reach_by(&path, target))
    }

    pub(super) fn reach_by(&mut self, path: &[Hop], column: &'static meta::Column) -> (Reached, Vec<usize>) {
        self.tables[0].uses += 1;
        let mut tables = vec![0];
        for hop in path {
            let parent = *tables.last().expect("the first table is there");
            tables.push(self.join(parent, hop));
        }
        let all = tables.clone();

        let mut column = column;
        for hop in path.iter().rev() {
            if !hop.direct || hop.filter.is_some() || column.column != hop.to {
                break;
            }
            let dropped = tables.pop().expect("there is a table for each hop");
            self.tables[dropped].uses -= 1;
            let before = self.tables[*tables.last().expect("the first table is there")].model;
            column = column_named(before, hop.from);
        }
        let table = *tables.last().expect("the first table is there");
        self.used.extend(tables.iter().copied());
        if let Some(shares) = &mut self.shares {
            shares.extend(tables);
        }
        (Reached { table, column }, all)
    }

    /// Joins the row at the end of a path, and gives its table. No join is left out, not even for a key.
    pub(super) fn row(&mut self, steps: Option<&'static Step>) -> Result<usize, Error> {
        self.tables[0].uses += 1;
        Ok(self.path(steps)?.iter().fold(0, |parent, hop| self.join(parent, hop)))
    }

    /// The table that the current `filter()` call has joined and Django would take for the table
    /// `at` of `inner`: it goes by the names that both would have in queries of their own.
    pub(super) fn shared_as(&self, inner: &Self, at: usize) -> Option<usize> {
        let shares = self.shares.as_ref()?;
        let is_first = |level: &Self, at: usize| {
            level.tables[..at].iter().all(|table| table.model != level.tables[at].model)
        };
        shares.iter().copied().find(|table| {
            self.tables[*table].model == inner.tables[at].model
                && match (is_first(self, *table), is_first(inner, at)) {
                    (true, true) => true,
                    (false, false) => *table == at,
                    _ => false,
                }
        })
    }

    fn join(&mut self, parent: usize, hop: &Hop) -> usize {
        let shares = self.shares.as_ref().filter(|_| hop.many);
        let shared = self.joined_by(parent, hop, |at| shares.is_none_or(|shares| shares.contains(&at)));
        let at = shared.unwrap_or_else(|| self.add(parent, hop));
        self.tables[at].uses += 1;
        at
    }

    /// The latest table that was joined in this way and may be shared.
    pub(super) fn joined_by(
        &self,
        parent: usize,
        hop: &Hop,
        may_share: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        (0..self.tables.len()).rev().find(|at| may_share(*at) && self.tables[*at].is_joined_by(parent, hop))
    }

    /// Adds a table. It is joined by an outer join where its row may be missing.
    pub(super) fn add(&mut self, parent: usize, hop: &Hop) -> usize {
        let alias = match &mut self.merge {
            Some(merge) => merge.place(parent, hop),
            None => self.new_alias(hop),
        };
        let outer = hop.nullable || self.is_outer(parent);
        let join = Join { parent, from: hop.from, to: hop.to, nullable: hop.nullable, outer };
        let filter = hop.filter.clone();
        let at = self.tables.len();
        if filter.is_some() {
            self.pending.push(at);
        }
        self.tables.push(Table { model: hop.model, alias, join: Some(join), uses: 0, filter, on: None });
        at
    }

    fn new_alias(&self, hop: &Hop) -> Cow<'static, str> {
        let number = self.tables.len();
        let name = hop.filter.as_ref().map_or(hop.model.table, |filter| filter.name);
        match self.depth {
            0 if self.tables.iter().all(|other| other.alias != name) => Cow::Borrowed(name),
            0 => Cow::Owned(format!("T{}", number + 1)),
            depth => Cow::Owned(format!("{}{number}", prefix(depth))),
        }
    }

    pub(super) fn alias_of(&self, table: usize) -> Cow<'static, str> {
        self.tables[table].alias.clone()
    }

    pub(super) fn is_outer(&self, table: usize) -> bool {
        matches!(&self.tables[table].join, Some(Join { outer: true, .. }))
    }

    /// The inner joins.
    pub(super) fn inner(&self) -> BTreeSet<usize> {
        let inner = |at: &usize| matches!(&self.tables[*at].join, Some(Join { outer: false, .. }));
        (0..self.tables.len()).filter(inner).collect()
    }

    /// Makes joins outer where a row may be missing, and every join that hangs on one.
    pub(super) fn promote(&mut self, tables: &BTreeSet<usize>) {
        let mut queue: Vec<usize> = tables.iter().copied().collect();
        while let Some(at) = queue.pop() {
            let Some(join) = &self.tables[at].join else { continue };
            let hangs_on_outer = self.is_outer(join.parent);
            if join.outer || !(join.nullable || hangs_on_outer) {
                continue;
            }
            if let Some(join) = &mut self.tables[at].join {
                join.outer = true;
            }
            let hangs = |table: &Table| matches!(&table.join, Some(join) if join.parent == at);
            queue.extend((0..self.tables.len()).filter(|child| hangs(&self.tables[*child])));
        }
    }

    /// Makes joins inner. Those that they hang on are among them.
    pub(super) fn demote(&mut self, tables: &BTreeSet<usize>) {
        for at in tables {
            if let Some(join) = &mut self.tables[*at].join {
                join.outer = false;
            }
        }
    }

    /// A column, with its table.
    pub(super) fn column(&self, reached: Reached) -> sql::Expr {
        let column = sql::Expr::col((alias(&self.tables[reached.table].alias), reached.column.column));
        if self.summarizing { self.summarize(column) } else { column }
    }

    /// Whether what is asked of its groups has to be known.
    pub(super) fn is_grouping(&self) -> bool {
        self.grouped && !self.summarizing
    }

    /// Names columns as a query around knows them, or as this one does; tells what it was before.
    pub(super) fn set_summarizing(&mut self, summarizing: bool) -> bool {
        std::mem::replace(&mut self.summarizing, summarizing)
    }

    /// Selects an expression for the query around, and gives what that knows it by.
    pub(super) fn summarize(&self, expr: sql::Expr) -> sql::Expr {
        let mut all = self.summarized.borrow_mut();
        let at = all.iter().position(|other| *other == expr).unwrap_or_else(|| {
            all.push(expr);
            all.len() - 1
        });
        sql::Expr::col(("subquery", alias(&summarized(at))))
    }

    /// What is selected for the query around.
    pub(super) fn summarized(&self) -> Vec<sql::Expr> {
        self.summarized.borrow().clone()
    }

    /// Knows an annotated expression from here on, and what has to be grouped by for it.
    pub(super) fn annotate(&mut self, node: &Arc<Node>, expr: sql::Expr, terms: Vec<sql::Expr>) {
        let node = Node::Shared(Arc::clone(node));
        self.known.push(Known { node, expr, annotated: true, terms });
    }

    /// What has to be grouped by for an expression of groups that was annotated.
    pub(super) fn terms_of(&self, node: &Arc<Node>) -> Option<&[sql::Expr]> {
        let same = |known: &&Known| matches!(&known.node, Node::Shared(other) if Arc::ptr_eq(other, node));
        let known = self.known.iter().rev().filter(|known| known.annotated).find(same)?;
        Some(&known.terms)
    }

    /// Knows an expression, but not inside a call of `filter()`, which has joins of its own.
    pub(super) fn know(&mut self, node: Node, expr: sql::Expr) {
        if self.shares.is_none() && !self.summarizing {
            self.known.push(Known { node, expr, annotated: false, terms: Vec::new() });
        }
    }

    pub(super) fn know_all_of(&mut self, other: &Self) {
        self.known.extend(other.known.iter().cloned());
        self.relations.extend(other.relations.iter().cloned());
    }

    pub(super) fn known(&self, node: &Node) -> Option<sql::Expr> {
        let may_use = |known: &&Known| known.annotated || self.shares.is_none() && !self.summarizing;
        let known = self.known.iter().rev().filter(may_use).find(|known| known.node.is(node));
        known.map(|known| known.expr.clone())
    }

    pub(super) fn is_annotated(&self, node: &Arc<Node>) -> bool {
        let same = |known: &Known| matches!(&known.node, Node::Shared(other) if Arc::ptr_eq(other, node));
        self.known.iter().any(|known| known.annotated && same(known))
    }

    /// The primary key of each table, with the table's alias.
    pub(super) fn keys(&self) -> Vec<(String, sql::Expr)> {
        let key = |table: usize| {
            let column = self.tables[table].model.pk();
            (self.tables[table].alias.clone().into_owned(), self.column(Reached { table, column }))
        };
        let has_key = |table: &usize| self.tables[*table].model.pk().primary_key;
        (0..self.tables.len()).filter(has_key).map(key).collect()
    }

    /// The alias of the table that an expression is a column of.
    pub(super) fn table_of(&self, expr: &sql::Expr) -> Option<String> {
        match expr {
            sql::Expr::Column(sql::ColumnRef::Column(sql::ColumnName(
                Some(sql::TableName(None, table)),
                _,
            ))) => Some(table.to_string()),
            _ => None,
        }
    }

    /// Whether more than the model's own table is used.
    pub(super) fn has_joins(&self) -> bool {
        self.tables.iter().skip(1).any(|table| table.uses > 0)
    }

    /// The tables that it reads, but for common table expressions.
    pub(super) fn read_tables(&self) -> impl Iterator<Item = &'static str> {
        let read = self.tables.iter().enumerate().filter(|(at, table)| *at == 0 || table.uses > 0);
        read.map(|(_, table)| table.model).filter(|model| !model.app.is_empty()).map(|model| model.table)
    }

    /// Writes the FROM clause. The first table that is used is the one that others are joined to.
    pub(super) fn write_from(&self, query: &mut sql::SelectStatement) {
        let first = self.tables.iter().position(|table| table.uses > 0).unwrap_or(0);
        let base = &self.tables[first];
        match base.alias == base.model.table {
            true => query.from(base.model.table),
            false => query.from_as(base.model.table, alias(&base.alias)),
        };
        let mut written: BTreeSet<usize> = (0..=first).collect();
        for at in first + 1..self.tables.len() {
            if self.tables[at].uses > 0 {
                self.write_join(at, query, &mut written);
            }
        }
    }

    /// Writes a join, behind those that its condition reads.
    fn write_join(&self, at: usize, query: &mut sql::SelectStatement, written: &mut BTreeSet<usize>) {
        if !written.insert(at) {
            return;
        }
        let table = &self.tables[at];
        let join = table.join.as_ref().expect("only the first table is not joined");
        let kind = match join.outer {
            true => sql::JoinType::LeftJoin,
            false => sql::JoinType::InnerJoin,
        };
        let parent = &self.tables[join.parent];
        let mut on = sql::Expr::col((alias(&parent.alias), join.from)).equals((alias(&table.alias), join.to));
        if let Some(condition) = &table.on {
            condition.reads.iter().for_each(|read| self.write_join(*read, query, written));
            if let Some(expr) = &condition.expr {
                on = on.and(expr.clone());
            }
        }
        match table.alias == table.model.table {
            true => query.join(kind, table.model.table, on),
            false => query.join_as(kind, table.model.table, alias(&table.alias), on),
        };
    }

    /// Whether a table is joined to another one, over others or not.
    pub(super) fn hangs_on(&self, table: usize, other: usize) -> bool {
        let parents =
            std::iter::successors(Some(table), |at| self.tables[*at].join.as_ref().map(|join| join.parent));
        parents.skip(1).any(|parent| parent == other)
    }
}

/// The name of what is selected for a query around.
pub(super) fn summarized(at: usize) -> String {
    format!("__col{}", at + 1)
}

/// The letter of the aliases of a query inside others.
fn prefix(depth: usize) -> char {
    char::from(b'U' + u8::try_from((depth - 1) % 6).expect("a remainder by 6"))
}

fn alias(alias: &str) -> sql::Alias {
    sql::Alias::new(alias)
}

fn joins_of(relation: &'static meta::Relation) -> Vec<Hop> {
    match &relation.join {
        meta::Join::Direct { from, to } => vec![Hop {
            model: relation.target,
            from,
            to,
            nullable: relation.null,
            many: relation.many,
            direct: relation.forward,
            filter: None,
        }],
        meta::Join::Through { from, through, through_from, through_to, to } => {
            let nullable = column_named(through, through_to).null;
            vec![
                Hop {
                    model: through,
                    from,
                    to: through_from,
                    nullable: true,
                    many: true,
                    direct: false,
                    filter: None,
                },
                Hop {
                    model: relation.target,
                    from: through_to,
                    to,
                    nullable,
                    many: false,
                    direct: true,
                    filter: None,
                },
            ]
        }
    }
}

pub(super) fn column_named(model: &'static meta::Model, column: &str) -> &'static meta::Column {
    let mut columns = model.columns.iter();
    columns.find(|other| other.column == column).expect("a relation joins columns of its models")
}
