//! Predicates: `filter()`, `exclude()`, and how they decide between inner and outer joins.
//!
//! The rules are those of Django's `Query.build_filter` and `JoinPromoter`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sea_query as sql;
use sea_query::ExprTrait;

use super::asked::Asked;
use super::expr::plain_ref;
use super::join::{Level, Reached};
use super::lookup::{RightExpr, year_of, years};
use super::{Compiler, Purpose};
use crate::error::Error;
use crate::state::{Call, ColumnRef, Connector, Lookup, LookupName, Node, Right, State};
use crate::value::Value;

/// A predicate, or what is known about it before the database is asked.
#[derive(Clone)]
pub(super) enum Cond {
    /// True for every row.
    Always,
    /// True for no row.
    Never,
    /// To be found out by the database.
    Is(sql::Expr),
}

impl Cond {
    pub(super) fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Is(expr) => Self::Is(expr.not()),
        }
    }

    pub(super) fn into_expr(self) -> sql::Expr {
        match self {
            Self::Always => sql::Expr::Constant(1.into()).eq(sql::Expr::Constant(1.into())),
            Self::Never => sql::Expr::Constant(1.into()).eq(sql::Expr::Constant(0.into())),
            Self::Is(expr) => expr,
        }
    }
}

/// Where in a tree of predicates a lookup stands.
#[derive(Clone, Copy)]
struct Place {
    /// Whether there is a negation above it.
    below_not: bool,
    /// Whether there is an odd number of them.
    negated: bool,
    /// Whether it decides which rows there are: then it decides between inner and outer joins, and a
    /// NOT over a to-many relation asks a subquery.
    filters: bool,
}

impl Place {
    const TOP: Self = Self { below_not: false, negated: false, filters: true };
}

/// A predicate and the joins without which it cannot be true.
type Built = (Asked, BTreeSet<usize>);

impl Compiler {
    /// The rows that some calls ask for. What they select and annotate is joined meanwhile, and known
    /// from then on.
    pub(super) fn calls(&mut self, level: usize, calls: &[Call]) -> Result<Asked, Error> {
        let mut asked = Asked::of_rows(Cond::Always, Vec::new());
        for call in calls {
            match call {
                Call::Filter(node) | Call::Exclude(node) => {
                    let exclude = matches!(call, Call::Exclude(_));
                    let filter = self.filter(level, node, exclude)?;
                    asked = self.connect(level, Connector::And, false, false, vec![asked, filter])?;
                }
                Call::Values(nodes) => {
                    for node in nodes.iter() {
                        let expr = self.expr(level, node)?;
                        self.levels[level].know(node.clone(), expr);
                    }
                }
                Call::Annotate(node) => {
                    let expr = self.expr(level, node)?;
                    let mut terms = Vec::new();
                    if self.levels[level].grouped && node.is_made_of_groups() {
                        self.group_terms(level, node, &mut terms)?;
                    }
                    self.levels[level].annotate(node, expr, terms);
                }
                Call::Relate(relation) => self.levels[level].relations.push(Arc::clone(relation)),
                Call::Combine(connector, right) => {
                    asked = self.combine(level, asked, *connector, right)?;
                }
            }
        }
        Ok(asked)
    }

    /// One call of `filter()` or `exclude()`.
    fn filter(&mut self, level: usize, node: &Node, exclude: bool) -> Result<Asked, Error> {
        let inner = self.levels[level].inner();
        self.levels[level].shares = Some(BTreeSet::new());
        let built = self.group(level, Connector::And, exclude, &[node], Place::TOP);
        self.levels[level].shares = None;
        // What an earlier call made an inner join stays one: this call is joined to it by AND.
        self.levels[level].demote(&inner);
        Ok(built?.0)
    }

    /// A predicate used as an expression: it leaves no row out, and asks no subqueries. Inside of a call
    /// of `filter()` it makes the joins outer that it needs: what stands around it decides about them.
    pub(super) fn predicate(&mut self, level: usize, node: &Node) -> Result<Cond, Error> {
        let (cond, needed) = self.condition(level, node)?;
        if self.levels[level].shares.is_some() {
            self.levels[level].promote(&needed);
        }
        Ok(cond)
    }

    /// The same, which decides nothing about joins. With it those that it needs.
    pub(super) fn condition(&mut self, level: usize, node: &Node) -> Result<(Cond, BTreeSet<usize>), Error> {
        let (asked, needed) = self.build(level, node, Place { filters: false, ..Place::TOP })?;
        Ok((asked.cond, needed))
    }

    /// What a predicate that is used as an expression reads of each row, where its query is grouped.
    pub(super) fn read_by_predicate(&mut self, level: usize, node: &Node) -> Result<Vec<sql::Expr>, Error> {
        let (asked, _) = self.build(level, node, Place { filters: false, ..Place::TOP })?;
        Ok(asked.columns)
    }

    fn build(&mut self, level: usize, node: &Node, place: Place) -> Result<Built, Error> {
        if let Some(expr) = self.summarize(level, node)? {
            return Ok((Asked::of_rows(Cond::Is(expr), Vec::new()), BTreeSet::new()));
        }
        match node {
            Node::All(nodes) => self.group(level, Connector::And, false, &refs(nodes), place),
            Node::Any(nodes) => self.group(level, Connector::Or, false, &refs(nodes), place),
            Node::Xor(nodes) => self.group(level, Connector::Xor, false, &refs(nodes), place),
            Node::Not(inner) => match &**inner {
                Node::All(nodes) => self.group(level, Connector::And, true, &refs(nodes), place),
                Node::Any(nodes) => self.group(level, Connector::Or, true, &refs(nodes), place),
                Node::Xor(nodes) => self.group(level, Connector::Xor, true, &refs(nodes), place),
                Node::Not(twice) => self.build(level, twice, place),
                inner => self.group(level, Connector::And, true, &[inner], place),
            },
            Node::Lookup(lookup) => self.lookup(level, lookup, place),
            Node::Exists(state) => {
                let cond = self.exists(state)?;
                let columns = match (&cond, self.levels[level].is_grouping()) {
                    (Cond::Is(exists), true) => self.read_by(level, state, exists)?,
                    _ => Vec::new(),
                };
                Ok((Asked::of_rows(cond, columns), BTreeSet::new()))
            }
            Node::Shared(shared) if !self.levels[level].is_annotated(shared) => {
                self.build(level, shared, place)
            }
            node => {
                let cond = Cond::Is(self.expr(level, node)?);
                Ok((self.asked(level, cond, &[node], None)?, BTreeSet::new()))
            }
        }
    }

    fn group(
        &mut self,
        level: usize,
        connector: Connector,
        negated: bool,
        nodes: &[&Node],
        place: Place,
    ) -> Result<Built, Error> {
        let place = Place {
            below_not: place.below_not || negated,
            negated: place.negated ^ negated,
            filters: place.filters,
        };
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut all = Vec::with_capacity(nodes.len());
        for node in nodes {
            let (asked, needed) = self.build(level, node, place)?;
            for table in needed {
                *votes.entry(table).or_default() += 1;
            }
            all.push(asked);
        }
        let inner = match place.filters {
            true => self.settle_joins(level, connector, place.negated, nodes.len(), votes),
            false => outer_and_inner(connector, place.negated, nodes.len(), votes).1,
        };
        Ok((self.connect(level, connector, negated, place.negated, all)?, inner))
    }

    /// What a predicate on `operands` is asked of. `column` is what it reads of each row where that is
    /// known already.
    fn asked(
        &mut self,
        level: usize,
        cond: Cond,
        operands: &[&Node],
        column: Option<sql::Expr>,
    ) -> Result<Asked, Error> {
        let windowed = operands.iter().any(|node| node.is_windowed());
        let aggregated = operands.iter().any(|node| node.is_aggregate());
        let mut columns = Vec::new();
        if self.levels[level].is_grouping() {
            let rest = match column {
                Some(column) => {
                    columns.push(column);
                    &operands[1..]
                }
                None => operands,
            };
            for node in rest {
                self.group_terms(level, node, &mut columns)?;
            }
        }
        Ok(match (windowed, aggregated) {
            (true, _) => Asked::of_windows(cond, columns),
            (false, true) => Asked::of_groups(cond, columns),
            (false, false) => Asked::of_rows(cond, columns),
        })
    }

    /// What a query on the right of a lookup reads of each row, where that has to be grouped by.
    pub(super) fn read_by_right(&mut self, level: usize, lookup: &Lookup) -> Result<Vec<sql::Expr>, Error> {
        match self.levels[level].is_grouping() {
            true => self.right_terms(level, &lookup.right),
            false => Ok(Vec::new()),
        }
    }

    /// Decides which of the joins that a group of predicates uses must be outer, and which can be inner:
    /// the latter are given.
    pub(super) fn settle_joins(
        &mut self,
        level: usize,
        connector: Connector,
        negated: bool,
        parts: usize,
        votes: BTreeMap<usize, usize>,
    ) -> BTreeSet<usize> {
        let (outer, inner) = outer_and_inner(connector, negated, parts, votes);
        self.levels[level].promote(&outer);
        self.levels[level].demote(&inner);
        inner
    }

    pub(super) fn join_xor(&self, conds: Vec<Cond>) -> Cond {
        let mut exprs = Vec::with_capacity(conds.len());
        let mut flipped = false;
        for cond in conds {
            match cond {
                Cond::Always => flipped = !flipped,
                Cond::Never => {}
                Cond::Is(expr) => exprs.push(expr),
            }
        }
        let xor = self.dialect.xor(exprs).map_or(Cond::Never, Cond::Is);
        if flipped { xor.not() } else { xor }
    }

    fn exists(&mut self, state: &State) -> Result<Cond, Error> {
        Ok(match self.query(state, Purpose::Exists)? {
            Some(query) => Cond::Is(query.exists()),
            None => Cond::Never,
        })
    }

    fn lookup(&mut self, level: usize, lookup: &Lookup, place: Place) -> Result<Built, Error> {
        let outer_used = std::mem::take(&mut self.levels[level].used);
        let right = self.right(level, lookup);
        let needed = std::mem::replace(&mut self.levels[level].used, outer_used);
        self.levels[level].used.extend(&needed);
        let operands = lookup.operands();
        match self.path_column(level, &lookup.left) {
            None => {
                let cond = self.compare_computed(level, lookup, right?)?;
                let mut asked = self.asked(level, cond, &operands, None)?;
                asked.reads(self.read_by_right(level, lookup)?);
                Ok((asked, BTreeSet::new()))
            }
            Some(column) if place.filters && place.below_not && Level::is_many(column.steps) => {
                let (cond, mut columns) = self.split_exclude(level, lookup, column, right?)?;
                if let Right::One(right) = &lookup.right
                    && plain_ref(right).is_some_and(|column| column.steps.is_none())
                    && self.levels[level].is_grouping()
                {
                    self.group_terms(level, right, &mut columns)?;
                }
                Ok((Asked::of_rows(cond, columns), BTreeSet::new()))
            }
            Some(column) => {
                let (cond, tables, reached) = self.compare_column(level, lookup, column, right?)?;
                let is_null = matches!((lookup.name, &lookup.right), (LookupName::IsNull, Right::Flag(true)));
                // Django's `None`: `NULL` is not told from JSON's own one then.
                let negated =
                    place.negated && !matches!(&lookup.right, Right::One(right) if right.is_json_null());
                let (cond, kept) = match negated && lookup.name != LookupName::IsNull {
                    true => self.or_null(level, lookup, reached, cond)?,
                    false => (cond, Vec::new()),
                };
                let read = self.on_column(level, &lookup.left, reached)?;
                let mut asked = self.asked(level, cond, &operands, Some(read))?;
                asked.reads(self.read_by_right(level, lookup)?);
                asked.reads(kept);
                match negated ^ is_null {
                    true => Ok((asked, BTreeSet::new())),
                    false => Ok((asked, needed.into_iter().chain(tables).collect())),
                }
            }
        }
    }

    /// A lookup on what is computed, or was annotated.
    fn compare_computed(
        &mut self,
        level: usize,
        lookup: &Lookup,
        right: RightExpr<'_>,
    ) -> Result<Cond, Error> {
        // Of a value it is known.
        if let (LookupName::IsNull, Right::Flag(null)) = (lookup.name, &lookup.right)
            && let Some(value) = lookup.left.as_value()
        {
            return Ok(if value.is_null() == *null { Cond::Always } else { Cond::Never });
        }
        // What was annotated keeps its joins, which what it is computed from would make again.
        let is_annotated =
            matches!(&lookup.left, Node::Shared(left) if self.levels[level].is_annotated(left));
        if !is_annotated
            && let Some(of) = year_of(&lookup.left)
            && let Some(years) = years(of, lookup, &right)
        {
            let left = self.expr(level, of)?;
            return Ok(self.in_years(lookup, left, years));
        }
        let left = self.expr(level, &lookup.left)?;
        // A predicate is compared with `TRUE` by itself, as Django does.
        if let (LookupName::Exact, RightExpr::Value(Value::Bool(value))) = (lookup.name, &right)
            && lookup.left.is_predicate()
        {
            return Ok(Cond::Is(if *value { left } else { left.not() }));
        }
        self.compare(lookup, left, right)
    }

    /// A lookup on a column; with all tables on the way to it, and the column.
    pub(super) fn compare_column(
        &mut self,
        level: usize,
        lookup: &Lookup,
        column: ColumnRef,
        right: RightExpr<'_>,
    ) -> Result<(Cond, Vec<usize>, Reached), Error> {
        let (reached, tables) = self.reach(level, &column)?;
        let left = self.on_column(level, &lookup.left, reached)?;
        let years = year_of(&lookup.left).and_then(|of| years(of, lookup, &right));
        let cond = match years {
            Some(years) => {
                let of = year_of(&lookup.left).unwrap_or(&lookup.left);
                let left = self.on_column(level, of, reached)?;
                self.in_years(lookup, left, years)
            }
            None => self.compare(lookup, left, right)?,
        };
        Ok((cond, tables, reached))
    }
}

/// The joins that must be outer, and those that can be inner, of those that parts of a group need.
///
/// With `OR`, a join that not all parts need must be outer: an inner one would drop the rows for
/// which another part is true. With `AND`, what one part needs can be inner. `NOT (a AND b)` is
/// an `OR`.
fn outer_and_inner(
    connector: Connector,
    negated: bool,
    parts: usize,
    votes: BTreeMap<usize, usize>,
) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let effective = match (connector, negated) {
        (Connector::And, true) => Connector::Or,
        (_, true) => Connector::And,
        (connector, false) => connector,
    };
    let (mut outer, mut inner) = (BTreeSet::new(), BTreeSet::new());
    for (table, count) in votes {
        match effective {
            Connector::Or if count < parts => outer.insert(table),
            Connector::And | Connector::Or => inner.insert(table),
            Connector::Xor => false,
        };
    }
    (outer, inner)
}

fn refs(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().collect()
}

pub(super) fn join_all(conds: Vec<Cond>) -> Cond {
    let mut exprs = Vec::with_capacity(conds.len());
    for cond in conds {
        match cond {
            Cond::Always => {}
            Cond::Never => return Cond::Never,
            Cond::Is(expr) => exprs.push(expr),
        }
    }
    exprs.into_iter().reduce(|left, right| left.and(right)).map_or(Cond::Always, Cond::Is)
}

pub(super) fn join_any(conds: Vec<Cond>) -> Cond {
    let mut exprs = Vec::with_capacity(conds.len());
    for cond in conds {
        match cond {
            Cond::Always => return Cond::Always,
            Cond::Never => {}
            Cond::Is(expr) => exprs.push(expr),
        }
    }
    exprs.into_iter().reduce(|left, right| left.or(right)).map_or(Cond::Never, Cond::Is)
}
