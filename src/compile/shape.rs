//! The shape of a query: what was asked, without its values.
//!
//! Queries of one shape have the same SQL text, so that it is made once and kept: see
//! [`plan`](super::plan). What the compile layer decides by a value is part of the shape, too: whether it
//! is `NULL`, a boolean's truth, and between which ends of columns an integer lies.

use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::is_few;
use crate::dialect::{Binding, Dialect, Insert, OnConflict, Returning};
use crate::meta;
use crate::state::{
    Aggregate, Body, Call, ColumnRef, Connector, Cte, Distinct, Group, Lock, Lookup, Node, OrderTerm, RawSql,
    Right, Select, State, Window, WindowCall,
};
use crate::value::Value;

/// A value that a query asks about, or a number that cuts its rows.
#[derive(Clone, Copy)]
pub(super) enum Slot<'a> {
    Value(&'a Value),
    Number(&'a u64),
}

impl Slot<'_> {
    /// By which it is known while its query is compiled.
    pub(super) fn address(self) -> usize {
        match self {
            Self::Value(value) => std::ptr::from_ref(value).addr(),
            Self::Number(number) => std::ptr::from_ref(number).addr(),
        }
    }
}

/// What is wanted of the rows of a query.
#[derive(Clone, Copy, Hash)]
pub(super) enum Wanted {
    Rows,
    /// Whether there is one.
    Exists,
    /// Aggregates of them.
    Aggregates,
    /// To change them.
    Update,
    Delete,
    /// New rows: the shape is not of a query.
    Insert,
}

/// The shape of a query, and its values in the order in which they were met.
pub(super) struct Shape<'a> {
    words: Vec<u64>,
    slots: Vec<Slot<'a>>,
    /// The computed expressions that were met: they are told apart by identity.
    shared: Vec<*const Node>,
    /// The common table expressions that were met.
    ctes: Vec<*const Cte>,
}

/// Why a query has no shape: its text depends on more of its values.
pub(super) struct Unshaped;

type Shaped = Result<(), Unshaped>;

/// The longest list of values that a shape is made for: each length has a text of its own.
const LONGEST: usize = 32;

/// The ends of what columns hold, and of years: where the meaning of a comparison changes.
const ENDS: [i64; 9] = [
    i32::MIN as i64,
    i16::MIN as i64,
    0,
    1,
    10_000,
    i16::MAX as i64 + 1,
    u16::MAX as i64 + 1,
    i32::MAX as i64 + 1,
    u32::MAX as i64 + 1,
];

thread_local! {
    /// The memory of the last shape, for the next one.
    static WORDS: Cell<Vec<u64>> = const { Cell::new(Vec::new()) };
}

impl Drop for Shape<'_> {
    fn drop(&mut self) {
        self.words.clear();
        WORDS.set(std::mem::take(&mut self.words));
    }
}

impl<'a> Shape<'a> {
    pub(super) fn new(wanted: Wanted, dialect: Dialect) -> Self {
        let mut words = WORDS.take();
        (wanted, dialect).hash(&mut Words(&mut words));
        Self { words, slots: Vec::new(), shared: Vec::new(), ctes: Vec::new() }
    }

    /// The shape of an `INSERT` of one row or of arrays, whose text depends on nothing else. It has values for
    /// all columns of the model, or for all but the key.
    pub(super) fn insert(insert: &Insert<'a>, model: &'static meta::Model, dialect: Dialect) -> Self {
        let Insert { table: _, columns, rows, on_conflict, returning } = insert;
        let mut shape = Self::new(Wanted::Insert, dialect);
        shape.fixed(model);
        shape.size(columns.len());
        match rows {
            Binding::Values(count) => shape.size(*count),
            Binding::Arrays(types) => shape.plain(types),
        }
        match on_conflict {
            OnConflict::Fail => shape.word(0_u8),
            OnConflict::Ignore => shape.word(1_u8),
            OnConflict::Update { columns, unique } => {
                shape.size(2 + columns.len());
                columns.iter().for_each(|column| shape.fixed(*column));
                shape.size(unique.as_ref().map_or(0, |unique| 1 + unique.len()));
                unique.iter().flatten().for_each(|column| shape.fixed(*column));
            }
        }
        match returning {
            Returning::Nothing => shape.word(0_u8),
            Returning::Keys(_) => shape.word(1_u8),
            Returning::KeysAtOnce(_) => shape.word(2_u8),
            Returning::Rows(_) => shape.word(3_u8),
        }
        shape
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(super) fn slots(&self) -> &[Slot<'a>] {
        &self.slots
    }

    fn word(&mut self, word: impl Into<u64>) {
        self.words.push(word.into());
    }

    fn size(&mut self, size: usize) {
        self.words.push(size as u64);
    }

    /// Something that is there as long as the program.
    pub(super) fn fixed<T>(&mut self, fixed: &'static T) {
        self.words.push(address(fixed));
    }

    /// Something without values.
    fn plain(&mut self, plain: &impl Hash) {
        plain.hash(&mut Words(&mut self.words));
    }

    pub(super) fn state(&mut self, state: &'a State) -> Shaped {
        // A part of the state that is not named here does not compile.
        let State {
            model,
            calls,
            order,
            reversed,
            select,
            distinct,
            offset,
            limit,
            lock,
            annotations,
            beside,
            slice_per,
            group,
            none,
            refused,
            // What it asks is among the calls.
            related: _,
            combined,
            cte,
        } = state;
        if refused.is_some() {
            return Err(Unshaped);
        }
        self.fixed(*model);
        self.size(calls.len());
        for call in calls {
            self.call(call)?;
        }
        match order {
            None => self.word(0_u8),
            Some(terms) => {
                self.size(1 + terms.len());
                terms.iter().try_for_each(|term| self.order(term))?;
            }
        }
        match select {
            Select::Model => self.word(0_u8),
            Select::Fields(columns) => {
                self.word(1_u8);
                self.size(columns.len());
                columns.iter().for_each(|column| self.fixed(*column));
            }
            Select::Values(nodes) => match calls.iter().rposition(|call| call.selects(nodes)) {
                // They were met there.
                Some(call) => self.size(3 + call),
                None => {
                    self.word(2_u8);
                    self.nodes(nodes)?;
                }
            },
        }
        match distinct {
            Distinct::No => self.word(0_u8),
            Distinct::Rows => self.word(1_u8),
            Distinct::On(nodes) => {
                self.word(2_u8);
                self.nodes(nodes)?;
            }
        }
        self.plain(&(reversed, none));
        match lock {
            None => self.word(0_u8),
            Some(Lock { wait, no_key, of }) => {
                self.size(1 + of.len());
                self.plain(&(wait, no_key));
                of.iter().for_each(|of| self.column(*of));
            }
        }
        self.number(offset);
        match limit {
            None => self.word(2_u8),
            Some(limit) if is_few(*limit) => self.plain(&(3_u8, limit)),
            Some(limit) => self.number(limit),
        }
        self.size(annotations.len());
        for node in annotations {
            self.shared(node)?;
        }
        self.nodes(beside)?;
        self.maybe(slice_per.as_ref())?;
        match group {
            None => self.word(0_u8),
            Some(Group::Rows) => self.word(1_u8),
            Some(Group::By(nodes)) => {
                self.word(2_u8);
                self.nodes(nodes)?;
            }
            Some(Group::Kept(nodes)) => {
                self.word(3_u8);
                self.nodes(nodes)?;
            }
        }
        match cte {
            None => self.word(0_u8),
            Some(cte) => {
                self.word(1_u8);
                self.cte(cte)?;
            }
        }
        match combined {
            None => self.word(0_u8),
            Some(combined) => {
                self.plain(&(combined.operator, combined.of_model, combined.parts.len()));
                combined.parts.iter().try_for_each(|part| self.state(part))?;
            }
        }
        Ok(())
    }

    fn call(&mut self, call: &'a Call) -> Shaped {
        match call {
            Call::Filter(node) => {
                self.word(0_u8);
                self.node(node)
            }
            Call::Exclude(node) => {
                self.word(1_u8);
                self.node(node)
            }
            Call::Values(nodes) => {
                self.word(2_u8);
                self.nodes(nodes)
            }
            Call::Annotate(node) => {
                self.word(3_u8);
                self.shared(node)
            }
            Call::Relate(relation) => {
                self.word(7_u8);
                self.plain(&(relation.id, relation.name));
                self.node(&relation.condition)
            }
            Call::Combine(connector, state) => {
                self.word(match connector {
                    Connector::And => 4_u8,
                    Connector::Or => 5,
                    Connector::Xor => 6,
                });
                self.state(state)
            }
        }
    }

    fn order(&mut self, term: &'a OrderTerm) -> Shaped {
        self.plain(&(term.descending, term.nulls));
        self.node(&term.node)
    }

    pub(super) fn nodes(&mut self, nodes: &'a [Node]) -> Shaped {
        self.size(nodes.len());
        nodes.iter().try_for_each(|node| self.node(node))
    }

    /// A computed expression: what it is the first time, and then which one it is.
    fn shared(&mut self, node: &'a Arc<Node>) -> Shaped {
        let address = Arc::as_ptr(node);
        match self.shared.iter().position(|known| *known == address) {
            Some(known) => {
                self.size(1 + known);
                Ok(())
            }
            None => {
                self.word(0_u8);
                self.shared.push(address);
                self.node(node)
            }
        }
    }

    pub(super) fn node(&mut self, node: &'a Node) -> Shaped {
        match node {
            Node::Column(column) => {
                self.word(1_u8);
                self.column(*column);
            }
            Node::Related(column) => {
                self.word(2_u8);
                self.column(*column);
            }
            Node::Value(value) => {
                self.word(3_u8);
                self.value(value)?;
            }
            Node::Shared(shared) => {
                self.word(4_u8);
                self.shared(shared)?;
            }
            Node::Outer(node) => {
                self.word(5_u8);
                self.node(node)?;
            }
            Node::Arithmetic(arithmetic) => {
                self.word(6_u8);
                self.plain(&(arithmetic.operator, arithmetic.kinds));
                arithmetic.operands.iter().try_for_each(|node| self.node(node))?;
            }
            Node::Function(function) => {
                self.word(7_u8);
                self.plain(&(function.name, function.kind, function.arguments.len()));
                for argument in &function.arguments {
                    self.plain(&argument.kind);
                    self.node(&argument.node)?;
                }
            }
            Node::Aggregate(aggregate) => {
                self.word(8_u8);
                self.aggregate(aggregate)?;
            }
            Node::Case(case) => {
                self.word(9_u8);
                self.plain(&(case.kind, case.branches.len()));
                for (when, then) in &case.branches {
                    self.node(when)?;
                    self.node(then)?;
                }
                self.maybe(case.otherwise.as_ref())?;
            }
            Node::Subquery(subquery) => {
                self.word(10_u8);
                self.plain(&(subquery.kind, subquery.of_rows));
                self.state(&subquery.state)?;
            }
            Node::Transform(transform, node) => {
                self.word(11_u8);
                self.plain(transform);
                self.node(node)?;
            }
            // The name of a zone is in the text.
            Node::AtZone(..) => return Err(Unshaped),
            // Keys are bound, and are no values of the query.
            Node::Key(..) => return Err(Unshaped),
            Node::JsonText(node) => {
                self.word(22_u8);
                self.node(node)?;
            }
            Node::Lookup(lookup) => {
                self.word(12_u8);
                self.lookup(lookup)?;
            }
            Node::All(nodes) => {
                self.word(13_u8);
                self.nodes(nodes)?;
            }
            Node::Any(nodes) => {
                self.word(14_u8);
                self.nodes(nodes)?;
            }
            Node::Xor(nodes) => {
                self.word(15_u8);
                self.nodes(nodes)?;
            }
            Node::Not(node) => {
                self.word(16_u8);
                self.node(node)?;
            }
            Node::Exists(state) => {
                self.word(17_u8);
                self.state(state)?;
            }
            Node::Raw(raw) => {
                self.word(18_u8);
                self.raw(raw)?;
            }
            Node::Random => self.word(19_u8),
            Node::Window(window) => {
                self.word(20_u8);
                self.window(window)?;
            }
            Node::Joined(column) => {
                self.word(21_u8);
                self.column(*column);
            }
            Node::Cte(column) => {
                self.word(23_u8);
                self.column(column.column);
                self.cte(&column.cte)?;
            }
        }
        Ok(())
    }

    /// A common table expression: what it is the first time, and then which one it is.
    fn cte(&mut self, cte: &'a Arc<Cte>) -> Shaped {
        let address = Arc::as_ptr(cte);
        if let Some(known) = self.ctes.iter().position(|known| *known == address) {
            self.size(1 + known);
            return Ok(());
        }
        self.word(0_u8);
        self.ctes.push(address);
        self.fixed(cte.model);
        self.plain(&cte.materialized);
        match &cte.body {
            Body::Itself => self.word(0_u8),
            Body::Query(state) => {
                self.word(1_u8);
                self.state(state)?;
            }
            Body::Recursive { first, next, distinct } => {
                self.word(2_u8 + u8::from(*distinct));
                self.state(first)?;
                self.state(next)?;
            }
        }
        Ok(())
    }

    fn maybe(&mut self, node: Option<&'a Node>) -> Shaped {
        self.word(u8::from(node.is_some()));
        node.map_or(Ok(()), |node| self.node(node))
    }

    /// The way to a column, and the column. The same way may be told by several steps: each has a plan then.
    fn column(&mut self, ColumnRef { steps, column }: ColumnRef) {
        self.words.extend([steps.map_or(0, address), address(column)]);
    }

    fn lookup(&mut self, lookup: &'a Lookup) -> Shaped {
        self.plain(&lookup.name);
        self.node(&lookup.left)?;
        match &lookup.right {
            Right::One(node) => {
                self.word(0_u8);
                self.node(node)
            }
            Right::Two(low, high) => {
                self.word(1_u8);
                self.node(low)?;
                self.node(high)
            }
            Right::Many(items) if items.len() > LONGEST => Err(Unshaped),
            Right::Many(items) => {
                self.word(2_u8);
                self.nodes(items)
            }
            Right::Query(state) => {
                self.word(3_u8);
                self.state(state)
            }
            Right::Flag(flag) => {
                self.word(4_u8 + u8::from(*flag));
                Ok(())
            }
        }
    }

    fn aggregate(&mut self, aggregate: &'a Aggregate) -> Shaped {
        let Aggregate { name, of, kind, distinct, filter, sample, delimiter, order } = aggregate;
        self.plain(&(name, kind, distinct, sample, delimiter, order.len()));
        self.maybe(of.as_ref().map(|of| &of.node))?;
        self.plain(&of.as_ref().map(|of| of.kind));
        self.maybe(filter.as_ref())?;
        order.iter().try_for_each(|term| self.order(term))
    }

    fn window(&mut self, window: &'a Window) -> Shaped {
        match &window.call {
            WindowCall::Function(function) => {
                self.word(0_u8);
                self.plain(&function.name);
                for argument in [&function.of, &function.default] {
                    self.plain(&argument.as_ref().map(|argument| argument.kind));
                    self.maybe(argument.as_ref().map(|argument| &argument.node))?;
                }
            }
            WindowCall::Aggregate(aggregate) => {
                self.word(1_u8);
                self.aggregate(aggregate)?;
            }
        }
        self.plain(&(window.kind, window.over.frame));
        self.nodes(&window.over.partition)?;
        self.size(window.over.order.len());
        window.over.order.iter().try_for_each(|term| self.order(term))
    }

    fn raw(&mut self, raw: &'a RawSql) -> Shaped {
        self.plain(&(raw.sql.as_ptr().addr(), raw.sql.len(), raw.operands.len()));
        raw.operands.iter().try_for_each(|value| self.value(value))
    }

    /// What of a value its query's text may depend on; the value itself is a slot.
    fn value(&mut self, value: &'a Value) -> Shaped {
        let about = match value {
            // What documents are compared by is theirs.
            Value::Json(_) | Value::Beyond(..) => return Err(Unshaped),
            Value::Null(_) => 0,
            Value::Bool(value) => 1 + u64::from(*value),
            Value::Int(value) => 8 + ENDS.partition_point(|end| end <= value) as u64,
            Value::UInt(_) => 3,
            Value::Float(value) => 4 + u64::from(value.is_finite()),
            Value::Decimal(_)
            | Value::Text(_)
            | Value::Date(_)
            | Value::DateTime(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::Uuid(_)
            | Value::Bytes(_)
            | Value::Ip(_)
            | Value::Array(..)
            | Value::Range(..) => 6,
        };
        self.plain(&value.value_type());
        self.word(about);
        self.slots.push(Slot::Value(value));
        Ok(())
    }

    /// A number that cuts rows: 0 is said by other words.
    fn number(&mut self, number: &'a u64) {
        self.word(u8::from(*number > 0));
        if *number > 0 {
            self.slots.push(Slot::Number(number));
        }
    }
}

/// What tells apart things that are there as long as the program.
fn address<T>(fixed: &'static T) -> u64 {
    std::ptr::from_ref(fixed).addr() as u64
}

/// Writes what has no values in it as it is hashed: nothing is lost, so what is equal there is equal.
struct Words<'w>(&'w mut Vec<u64>);

impl Hasher for Words<'_> {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend(bytes.iter().map(|byte| u64::from(*byte)));
    }

    fn write_u8(&mut self, word: u8) {
        self.0.push(word.into());
    }

    fn write_u64(&mut self, word: u64) {
        self.0.push(word);
    }

    fn write_usize(&mut self, word: usize) {
        self.0.push(word as u64);
    }

    fn write_isize(&mut self, word: isize) {
        self.0.push(word as u64);
    }

    fn finish(&self) -> u64 {
        unreachable!("the words themselves are compared")
    }
}
