//! Predicates: `filter()`, `exclude()`, and how they decide between inner and outer joins.
//!
//! The rules are those of Django's `Query.build_filter`, `Query.split_exclude` and `JoinPromoter`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sea_query as sql;
use sea_query::ExprTrait;

use super::asked::Asked;
use super::expr::{field_type, plain_column, plain_ref, zone_of};
use super::join::{Hop, Level, Reached, column_named};
use super::plan::Origin;
use super::union::Query;
use super::{Compiler, Purpose};
use crate::dialect::{
    LONGEST, Pattern, document, items_of, own_sql, pattern, placeholder, regex, similar, text_lookup,
};
use crate::error::Error;
use crate::meta::FieldType;
use crate::state::{Call, ColumnRef, Connector, Lookup, LookupName, Node, Right, Select, State, Transform};
use crate::value::{Value, ValueType};
use crate::zone::Zone;

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
                    self.levels[level].annotate(node, expr);
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

    /// A predicate used as an expression: it leaves no row out, so it takes the joins as they are,
    /// and asks no subqueries.
    pub(super) fn predicate(&mut self, level: usize, node: &Node) -> Result<Cond, Error> {
        let (asked, _) = self.build(level, node, Place { filters: false, ..Place::TOP })?;
        Ok(asked.cond)
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
            Node::Exists(state) => Ok((Asked::of_rows(self.exists(state)?, Vec::new()), BTreeSet::new())),
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
            false => BTreeSet::new(),
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
        if self.levels[level].grouped {
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

    /// Decides which of the joins that a group of predicates uses must be outer.
    ///
    /// With `OR`, a join that not all parts need must be outer: an inner one would drop the rows for
    /// which another part is true. With `AND`, what one part needs can be inner. `NOT (a AND b)` is
    /// an `OR`.
    pub(super) fn settle_joins(
        &mut self,
        level: usize,
        connector: Connector,
        negated: bool,
        parts: usize,
        votes: BTreeMap<usize, usize>,
    ) -> BTreeSet<usize> {
        let effective = match (connector, negated) {
            (Connector::And, true) => Connector::Or,
            (_, true) => Connector::And,
            (connector, false) => connector,
        };
        let mut promote = BTreeSet::new();
        let mut demote = BTreeSet::new();
        for (table, count) in votes {
            match effective {
                Connector::And => {
                    demote.insert(table);
                }
                Connector::Or if count < parts => {
                    promote.insert(table);
                }
                Connector::Or => {
                    demote.insert(table);
                }
                Connector::Xor => {}
            }
        }
        self.levels[level].promote(&promote);
        self.levels[level].demote(&demote);
        demote
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
        let operands = lookup.operands();
        match self.path_column(level, &lookup.left) {
            None => {
                let cond = self.compare_computed(level, lookup, right?)?;
                Ok((self.asked(level, cond, &operands, None)?, BTreeSet::new()))
            }
            Some(column) if place.filters && place.below_not && Level::is_many(column.steps) => {
                let cond = self.split_exclude(level, lookup, column, right?)?;
                Ok((Asked::of_rows(cond, Vec::new()), BTreeSet::new()))
            }
            Some(column) => {
                let (cond, tables, reached) = self.compare_column(level, lookup, column, right?)?;
                let is_null = matches!((lookup.name, &lookup.right), (LookupName::IsNull, Right::Flag(true)));
                // Django's `None`: `NULL` is not told from JSON's own one then.
                let negated =
                    place.negated && !matches!(&lookup.right, Right::One(right) if right.is_json_null());
                let cond = match negated && lookup.name != LookupName::IsNull {
                    true => self.or_null(level, lookup, reached, cond)?,
                    false => cond,
                };
                let read = self.on_column(level, &lookup.left, reached)?;
                let asked = self.asked(level, cond, &operands, Some(read))?;
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
        if let Some(of) = year_of(&lookup.left)
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
    fn compare_column(
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

    /// Below a NOT, a lookup on a column that may be `NULL` must be false for `NULL`, so that the
    /// row is kept: `NOT (c = 1 AND c IS NOT NULL)`.
    fn or_null(
        &mut self,
        level: usize,
        lookup: &Lookup,
        reached: Reached,
        cond: Cond,
    ) -> Result<Cond, Error> {
        let mut conds = vec![cond];
        if reached.column.null || self.levels[level].is_outer(reached.table) {
            conds.push(Cond::Is(self.levels[level].column(reached).is_not_null()));
        }
        if let Right::One(right) = &lookup.right
            && let Some(column) = plain_ref(right)
        {
            // The column that is read, which is the foreign key itself where a join is left out.
            let (reached, _) = self.reach(level, &column)?;
            if reached.column.null {
                conds.push(Cond::Is(self.levels[level].column(reached).is_not_null()));
            }
        }
        Ok(join_all(conds))
    }

    /// `NOT` over a to-many relation: no related row at all may match, so it asks a subquery.
    ///
    /// It begins with the related rows: the tables on the way there are those of the query around it.
    /// Where the same `filter()` call has joined the relation already, it speaks of the row that was
    /// joined: `Q(authors__name="Alice") & ~Q(authors__name="Bob")` asks of one author.
    fn split_exclude(
        &mut self,
        level: usize,
        lookup: &Lookup,
        column: ColumnRef,
        right: RightExpr<'_>,
    ) -> Result<Cond, Error> {
        let model = self.levels[level].tables[0].model;
        let inner = self.open(model);
        self.levels[inner].shares = Some(BTreeSet::new());
        self.levels[inner].relations = self.levels[level].relations.clone();
        let compared = match reads_row(&lookup.right) {
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
        let Cond::Is(cond) = cond else { return Ok(cond) };
        let path = self.levels[level].path(column.steps)?;
        self.related_rows(level, inner, &path, &tables, cond)
    }

    /// Whether a related row meets `cond`: Django's `trim_start`. `tables` are those that `path` has
    /// joined in the subquery `inner`.
    fn related_rows(
        &mut self,
        level: usize,
        mut inner: Level,
        path: &[Hop],
        tables: &[usize],
        cond: sql::Expr,
    ) -> Result<Cond, Error> {
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
                (column_named(model, key), outer.column(reached))
            }
        };
        let related = inner.column(Reached { table: first, column: around.0 });
        let mut query = sql::Query::select();
        query.expr(sql::Expr::Constant(1.into()));
        inner.write_from(&mut query);
        query.and_where(cond).and_where(related.eq(around.1));
        let exists = Cond::Is(sql::Expr::exists(query));
        let mut conds = vec![exists];
        if may_miss {
            let before = inner.tables[tables[many]].model;
            let (reached, _) = outer.reach_by(&path[..many], column_named(before, path[many].from));
            conds.push(Cond::Is(outer.column(reached).is_null()));
        }
        self.join_conditions(level)?;
        Ok(join_any(conds))
    }

    /// The right side of a lookup.
    fn right<'l>(&mut self, level: usize, lookup: &'l Lookup) -> Result<RightExpr<'l>, Error> {
        if lookup.left.is_unaccented() {
            return self.unaccented(level, &lookup.right);
        }
        Ok(match &lookup.right {
            Right::One(node) => self.operand(level, node)?,
            Right::Two(low, high) if lookup.binds_late() => {
                RightExpr::Each(vec![self.operand(level, low)?, self.operand(level, high)?])
            }
            Right::Many(items) if lookup.binds_late() => {
                let items = items.iter().map(|item| self.operand(level, item));
                RightExpr::Each(items.collect::<Result<_, _>>()?)
            }
            Right::Two(low, high) => {
                let held = self.integer_range(lookup);
                let misses = |node: &Node, beyond: fn(i128, (i128, i128)) -> bool| matches!((node, held), (Node::Value(value), Some(held)) if integer(value).is_some_and(|value| beyond(value, held)));
                if misses(low, |low, held| low > held.1) || misses(high, |high, held| high < held.0) {
                    return Ok(RightExpr::Nothing);
                }
                let decimals = plain_column(&lookup.left).is_none();
                let low = self.bound(level, &within(low, held), decimals)?;
                let high = self.bound(level, &within(high, held), decimals)?;
                RightExpr::Two(low, high)
            }
            Right::Many(items) => {
                let held = self.integer_range(lookup);
                let fits = |node: &&Node| match (node, held) {
                    (Node::Value(value), Some((low, high))) => {
                        integer(value).is_none_or(|value| (low..=high).contains(&value))
                    }
                    _ => true,
                };
                let items: Vec<&Node> = items.iter().filter(fits).collect();
                if let Some(query) = self.long_list(&items) {
                    return Ok(RightExpr::Query(Some(Query::from(query))));
                }
                let decimals = plain_column(&lookup.left).is_none();
                let items = items.into_iter().map(|item| self.bound(level, item, decimals));
                RightExpr::Many(items.collect::<Result<_, _>>()?)
            }
            Right::Query(state) => RightExpr::Query(self.in_query(state)?),
            Right::Flag(flag) => RightExpr::Flag(*flag),
        })
    }

    /// What text without accents is compared with has none, either.
    fn unaccented<'l>(&mut self, level: usize, right: &'l Right) -> Result<RightExpr<'l>, Error> {
        let mut one = |node: &Node| -> Result<sql::Expr, Error> {
            let expr = self.bound(level, node, false)?;
            self.transform(Transform::Unaccent, expr, node)
        };
        Ok(match right {
            Right::One(node) => RightExpr::One(one(node)?),
            Right::Two(low, high) => RightExpr::Two(one(low)?, one(high)?),
            Right::Many(items) => RightExpr::Many(items.iter().map(one).collect::<Result<_, _>>()?),
            Right::Query(_) => {
                let message = "the query on the right of `unaccent().in_(…)` gives texts with their accents: \
                               write a list of texts, or `exact(subquery(…))`";
                return Err(Error::InvalidQuery { message: message.to_owned() });
            }
            Right::Flag(flag) => RightExpr::Flag(*flag),
        })
    }

    fn operand<'l>(&mut self, level: usize, node: &'l Node) -> Result<RightExpr<'l>, Error> {
        Ok(match node {
            Node::Value(value) => RightExpr::Value(value),
            node => RightExpr::One(self.expr(level, node)?),
        })
    }

    /// A list that is longer than a statement should bind, as a query of one document.
    fn long_list(&mut self, items: &[&Node]) -> Option<sql::SelectStatement> {
        if items.len() <= LONGEST {
            return None;
        }
        let values = items.iter().map(|node| match *node {
            Node::Value(value) => Some(value),
            _ => None,
        });
        let values = values.collect::<Option<Vec<_>>>()?;
        let (kind, document) = document(self.dialect, &values)?;
        let document = self.bind_made(Value::Json(document), Origin::Unknown);
        Some(items_of(self.dialect, kind, document))
    }

    fn bound(&mut self, level: usize, node: &Node, decimals: bool) -> Result<sql::Expr, Error> {
        match node {
            Node::Value(value) => Ok(self.bound_value(value, decimals)),
            node => self.expr(level, node),
        }
    }

    fn bound_value(&mut self, value: &Value, decimals: bool) -> sql::Expr {
        let decimal = decimals && matches!(value, Value::Decimal(_));
        let expr = self.bind(value);
        if decimal { self.dialect.decimal_value(expr) } else { expr }
    }

    fn in_query(&mut self, state: &State) -> Result<Option<Query>, Error> {
        // What a slice of several queries holds depends on all that their rows hold.
        let stays = state.combined.is_some() && state.is_sliced();
        if matches!(state.select, Select::Values(_)) || stays {
            return self.query(state, Purpose::In);
        }
        let mut state = state.clone();
        let pk = Node::Column(ColumnRef { steps: None, column: state.model.pk() });
        state.select_values(vec![pk]);
        self.query(&state, Purpose::In)
    }

    fn compare(&mut self, lookup: &Lookup, left: sql::Expr, right: RightExpr<'_>) -> Result<Cond, Error> {
        if let Some(cond) = self.known(lookup, &right) {
            return Ok(cond);
        }
        if let Some(form) = lookup.json_form()
            && !matches!(lookup.name, LookupName::Own(_))
        {
            return self.compare_json(lookup.name, form, left, right);
        }
        if let Some(of) = lookup.left.collection()
            && !matches!(lookup.name, LookupName::Own(_) | LookupName::IsNull)
        {
            return self.compare_collection(lookup, of, left, right);
        }
        let decimals = plain_column(&lookup.left).is_none();
        Ok(match (lookup.name, right) {
            (LookupName::IsNull, RightExpr::Flag(true)) => Cond::Is(left.is_null()),
            (LookupName::IsNull, _) => Cond::Is(left.is_not_null()),
            (LookupName::In, RightExpr::Many(items)) if items.is_empty() => Cond::Never,
            (LookupName::In, RightExpr::Many(items)) => Cond::Is(left.is_in(items)),
            (LookupName::In, RightExpr::Query(None)) => Cond::Never,
            (LookupName::In, RightExpr::Query(Some(query))) => Cond::Is(query.contains(left)),
            (LookupName::Range, RightExpr::Two(low, high)) => Cond::Is(left.between(low, high)),
            (LookupName::Regex | LookupName::IRegex, right) => {
                let pattern = match right {
                    RightExpr::Value(value) => self.bind(value),
                    RightExpr::One(pattern) => pattern,
                    _ => return Err(mismatch(lookup.name)),
                };
                Cond::Is(regex(self.dialect, lookup.name == LookupName::IRegex, left, pattern))
            }
            (
                name @ (LookupName::TrigramSimilar
                | LookupName::TrigramWordSimilar
                | LookupName::TrigramStrictWordSimilar),
                right,
            ) => {
                let right = match right {
                    RightExpr::Value(value) => self.bind(value),
                    RightExpr::One(right) => right,
                    _ => return Err(mismatch(name)),
                };
                Cond::Is(similar(self.dialect, name, left, right)?)
            }
            (LookupName::Own(own), right) => {
                let right = match right {
                    RightExpr::Value(value) => self.bound_value(value, decimals),
                    RightExpr::One(right) => right,
                    _ => return Err(mismatch(lookup.name)),
                };
                Cond::Is(own_sql(self.dialect, own, [("left}", left), ("right}", right)]))
            }
            (name, RightExpr::Value(value)) => match (comparison(name), value) {
                (Some(operator), _) => {
                    let right = self.bound_value(value, decimals);
                    Cond::Is(left.binary(operator, right))
                }
                (None, Value::Text(text)) => {
                    let field_type = field_type(&lookup.left);
                    let text = Value::Text(pattern(self.dialect, name, field_type, text));
                    let slot = self.slot_of(value);
                    let origin = slot.map(|slot| Origin::Pattern { slot, name, field_type });
                    let made = placeholder(self.bind_made(text, origin.unwrap_or(Origin::Unknown)));
                    Cond::Is(text_lookup(self.dialect, name, left, field_type, Pattern::Made(made)))
                }
                (None, _) => return Err(mismatch(name)),
            },
            (name, RightExpr::One(right)) => match comparison(name) {
                Some(operator) => Cond::Is(left.binary(operator, right)),
                None => {
                    let field_type = field_type(&lookup.left);
                    Cond::Is(text_lookup(self.dialect, name, left, field_type, Pattern::Expr(right)))
                }
            },
            (name, _) => return Err(mismatch(name)),
        })
    }

    /// The integers that the left side of a lookup can be compared with.
    fn integer_range(&self, lookup: &Lookup) -> Option<(i128, i128)> {
        self.dialect.comparable_range(compared_type(&lookup.left)?)
    }

    /// A comparison with an integer that the column cannot hold is decided here, as Django does: the
    /// database would refuse the value.
    fn known(&self, lookup: &Lookup, right: &RightExpr<'_>) -> Option<Cond> {
        let value = match right {
            RightExpr::Value(_) if matches!(lookup.name, LookupName::Own(_)) => return None,
            RightExpr::Value(value) => integer(value)?,
            RightExpr::Nothing => return Some(Cond::Never),
            _ => return None,
        };
        let (low, high) = self.integer_range(lookup)?;
        if (low..=high).contains(&value) {
            return None;
        }
        let above = value > high;
        Some(match lookup.name {
            LookupName::Gt | LookupName::Gte if !above => Cond::Always,
            LookupName::Lt | LookupName::Lte if above => Cond::Always,
            _ => Cond::Never,
        })
    }

    /// A comparison of a year becomes one with the first and the last moment of it, so that an index
    /// on the column can be used.
    fn in_years(&mut self, lookup: &Lookup, left: sql::Expr, years: Years<'_>) -> Cond {
        let slot = self.slot_of(years.year);
        let mut bind = |last: bool| {
            let field_type = years.field_type;
            let origin = slot.map(|slot| Origin::Year { slot, field_type, last });
            let value = if last { &years.last } else { &years.first };
            placeholder(self.bind_made(value.clone(), origin.unwrap_or(Origin::Unknown)))
        };
        Cond::Is(match lookup.name {
            LookupName::Gt => left.gt(bind(true)),
            LookupName::Gte => left.gte(bind(false)),
            LookupName::Lt => left.lt(bind(false)),
            LookupName::Lte => left.lte(bind(true)),
            _ => {
                let (first, last) = (bind(false), bind(true));
                left.between(first, last)
            }
        })
    }
}

/// A year that is compared with, and its first and last moment.
struct Years<'l> {
    year: &'l Value,
    field_type: FieldType,
    first: Value,
    last: Value,
}

/// The year that `of` is compared with.
fn years<'l>(of: &Node, lookup: &Lookup, right: &RightExpr<'l>) -> Option<Years<'l>> {
    let RightExpr::Value(value @ Value::Int(year)) = right else { return None };
    comparison(lookup.name)?;
    let field_type = field_type(of)?;
    let (first, last) = ends_of_year(*year, field_type, zone_of(of))?;
    Some(Years { year: value, field_type, first, last })
}

/// The first and the last moment of a year.
pub(super) fn ends_of_year(year: i64, field_type: FieldType, zone: Option<&Zone>) -> Option<(Value, Value)> {
    let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    let in_utc = |moment| zone.map_or(moment, |zone| zone.to_utc(moment));
    match field_type {
        FieldType::DateTime => {
            let first = jiff::civil::datetime(year, 1, 1, 0, 0, 0, 0);
            let last = jiff::civil::datetime(year, 12, 31, 23, 59, 59, 999_999_000);
            Some((crate::field::value_of(&in_utc(first)), crate::field::value_of(&in_utc(last))))
        }
        FieldType::Date => {
            let (first, last) = (jiff::civil::date(year, 1, 1), jiff::civil::date(year, 12, 31));
            Some((Value::Date(first), Value::Date(last)))
        }
        _ => None,
    }
}

/// The right side of a lookup, compiled.
pub(super) enum RightExpr<'l> {
    Value(&'l Value),
    One(sql::Expr),
    /// Several of the two, where JSON is compared: what is bound for a value depends on it.
    Each(Vec<RightExpr<'l>>),
    Two(sql::Expr, sql::Expr),
    Many(Vec<sql::Expr>),
    Query(Option<Query>),
    Flag(bool),
    /// Nothing that the column could be.
    Nothing,
}

fn integer(value: &Value) -> Option<i128> {
    match value {
        Value::Int(value) => Some(i128::from(*value)),
        Value::UInt(value) => Some(i128::from(*value)),
        _ => None,
    }
}

/// A bound of a range, moved to where the column ends.
fn within(node: &Node, held: Option<(i128, i128)>) -> Cow<'_, Node> {
    match (node, held) {
        (Node::Value(Value::UInt(value)), Some((_, high))) if i128::from(*value) > high => {
            Cow::Owned(Node::Value(Value::Int(i64::try_from(high).unwrap_or(i64::MAX))))
        }
        _ => Cow::Borrowed(node),
    }
}

fn refs(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().collect()
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

/// The type of a column, or of a part of one: Django takes that for an integer field.
fn compared_type(node: &Node) -> Option<FieldType> {
    match node {
        Node::Column(column) => Some(column.column.field_type),
        Node::Cte(of) => Some(of.column.column.field_type),
        Node::Shared(node) => compared_type(node),
        Node::Transform(Transform::Abs, node) => compared_type(node),
        Node::Transform(Transform::Own(_), _) => None,
        Node::Transform(part, _) => {
            (part.output(ValueType::Text) == ValueType::Int).then_some(FieldType::Integer)
        }
        _ => None,
    }
}

fn year_of(node: &Node) -> Option<&Node> {
    match node {
        Node::Shared(node) => year_of(node),
        Node::Transform(Transform::Year, of) => Some(of),
        _ => None,
    }
}

pub(super) fn comparison(name: LookupName) -> Option<sql::BinOper> {
    Some(match name {
        LookupName::Exact => sql::BinOper::Equal,
        LookupName::Gt => sql::BinOper::GreaterThan,
        LookupName::Gte => sql::BinOper::GreaterThanOrEqual,
        LookupName::Lt => sql::BinOper::SmallerThan,
        LookupName::Lte => sql::BinOper::SmallerThanOrEqual,
        _ => return None,
    })
}

pub(super) fn mismatch(name: LookupName) -> Error {
    Error::InvalidQuery { message: format!("the lookup {name:?} does not take such a value") }
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
