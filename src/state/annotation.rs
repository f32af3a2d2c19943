//! Annotations, and what the rows are grouped by.

use std::sync::Arc;

use super::{Call, ColumnRef, Lookup, Node, Right, Select, State};

/// What the rows are grouped by.
#[derive(Clone, Debug)]
pub(crate) enum Group {
    /// What is selected of each row of the model.
    Rows,
    By(Arc<[Node]>),
    /// What was selected of each row of the model before something else was: of what is computed its parts
    /// count, not itself.
    Kept(Arc<[Node]>),
}

impl State {
    /// Adds an expression to the rows.
    pub(crate) fn annotate(&mut self, node: Node) {
        let node = shared(node);
        match &mut self.select {
            Select::Model | Select::Fields(_) => self.annotations.push(Arc::clone(&node)),
            Select::Values(nodes) => {
                let added = Node::Shared(Arc::clone(&node));
                *nodes = nodes.iter().cloned().chain([added]).collect();
            }
        }
        self.add(node);
    }

    /// Knows an expression for what follows, without adding it to the rows.
    pub(crate) fn alias(&mut self, node: Node) {
        self.add(shared(node));
    }

    /// A computed expression that is selected acts as an alias from there on.
    pub(super) fn know(&mut self, node: &Node) {
        if let Node::Shared(node) = node
            && !self.is_annotated(node)
        {
            self.add(Arc::clone(node));
        }
    }

    /// The aggregates in a predicate or an order act as aliases from there on.
    pub(crate) fn know_aggregates(&mut self, node: &Node) {
        match node {
            node if node.is_plain() => {}
            Node::Shared(shared) if self.is_annotated(shared) => {}
            Node::Shared(shared) if shared.is_aggregate() => self.add(Arc::clone(shared)),
            node => node.each_part(&mut |part| self.know_aggregates(part)),
        }
    }

    /// Whether windows decide which rows there are.
    pub(crate) fn filters_windows(&self) -> bool {
        self.calls.iter().any(|call| match call {
            Call::Filter(node) | Call::Exclude(node) => node.is_windowed(),
            Call::Combine(_, right) => right.filters_windows(),
            Call::Values(_) | Call::Annotate(_) | Call::Relate(_) => false,
        })
    }

    /// Whether an expression was annotated, or acts as if it had been.
    pub(crate) fn is_annotated(&self, node: &Arc<Node>) -> bool {
        self.calls.iter().any(|call| matches!(call, Call::Annotate(other) if Arc::ptr_eq(other, node)))
    }

    /// An aggregate is computed for each row of the model, or for each group of the same values. Those
    /// that a window is ordered by act as aliases.
    fn add(&mut self, node: Arc<Node>) {
        self.unstick();
        if node.is_windowed() {
            self.know_aggregates(&node);
        }
        if node.is_aggregate() {
            self.group = Some(match &self.select {
                Select::Model | Select::Fields(_) => Group::Rows,
                Select::Values(nodes) => Group::By(Arc::clone(nodes)),
            });
        }
        self.calls.push(Call::Annotate(node));
    }

    /// Whether each row of the model is a row of its own.
    pub(super) fn is_grouped_by_key(&self) -> bool {
        let is_key = |node: &Node| matches!(node, Node::Column(column) if column.column == self.model.pk());
        match &self.group {
            None | Some(Group::Rows) => true,
            Some(Group::By(nodes) | Group::Kept(nodes)) => nodes.iter().any(is_key),
        }
    }

    /// Aggregates for each row of the model stay so when `nodes` are selected of it.
    pub(super) fn keep_groups(&mut self, nodes: &[Node]) {
        if let Some(Group::Rows) = self.group {
            let columns = self.model.columns.iter();
            let columns = columns.map(|column| Node::Column(ColumnRef { steps: None, column }));
            let computed = nodes.iter().filter(|node| matches!(node, Node::Shared(_)));
            self.group = Some(Group::Kept(columns.chain(computed.cloned()).collect()));
        }
    }
}

fn shared(node: Node) -> Arc<Node> {
    match node {
        Node::Shared(node) => node,
        node => Arc::new(node),
    }
}

impl Lookup {
    /// What it compares.
    pub(crate) fn operands(&self) -> Vec<&Node> {
        let mut operands = Vec::new();
        self.each_operand(&mut |operand| operands.push(operand));
        operands
    }

    /// Visits what it compares.
    fn each_operand<'a>(&'a self, visit: &mut dyn FnMut(&'a Node)) {
        visit(&self.left);
        match &self.right {
            Right::One(right) => visit(right),
            Right::Two(low, high) => {
                visit(low);
                visit(high);
            }
            Right::Many(items) => items.iter().for_each(visit),
            Right::Query(_) | Right::Flag(_) => {}
        }
    }
}

impl Node {
    /// What it is computed from, in the same query.
    pub(crate) fn parts(&self) -> Vec<&Node> {
        let mut parts = Vec::new();
        self.each_part(&mut |part| parts.push(part));
        parts
    }

    /// Visits what it is computed from, in the same query.
    pub(crate) fn each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Node)) {
        match self {
            Self::Shared(node) => visit(node),
            Self::Arithmetic(arithmetic) => arithmetic.operands.iter().for_each(visit),
            Self::Function(function) => function.arguments.iter().for_each(|argument| visit(&argument.node)),
            Self::Aggregate(aggregate) => aggregate.parts().into_iter().for_each(visit),
            Self::Window(window) => window.parts().into_iter().for_each(visit),
            Self::Case(case) => {
                let branches = case.branches.iter().flat_map(|(when, then)| [when, then]);
                branches.chain(&case.otherwise).for_each(visit);
            }
            Self::Transform(_, node) | Self::AtZone(_, node) | Self::Not(node) => visit(node),
            Self::Key(_, node) | Self::JsonText(node) => visit(node),
            Self::Lookup(lookup) => lookup.each_operand(visit),
            Self::All(nodes) | Self::Any(nodes) | Self::Xor(nodes) => nodes.iter().for_each(visit),
            Self::Column(_) | Self::Cte(_) | Self::Related(_) | Self::Joined(_) | Self::Value(_) => {}
            Self::Raw(_) | Self::Random => {}
            // What these are computed from is in other queries.
            Self::Outer(_) | Self::Subquery(_) | Self::Exists(_) => {}
        }
    }

    /// Whether it only compares columns with values: most conditions do, and are not looked into.
    fn is_plain(&self) -> bool {
        match self {
            Self::Column(_) | Self::Related(_) | Self::Joined(_) | Self::Value(_) => true,
            Self::Lookup(lookup) => {
                lookup.left.is_plain()
                    && match &lookup.right {
                        Right::One(node) => node.is_plain(),
                        Right::Two(low, high) => low.is_plain() && high.is_plain(),
                        Right::Flag(_) => true,
                        Right::Many(_) | Right::Query(_) => false,
                    }
            }
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().all(Self::is_plain),
            Self::Not(node) => node.is_plain(),
            _ => false,
        }
    }

    /// Whether one of its parts is such.
    fn any_part(&self, is_such: fn(&Node) -> bool) -> bool {
        let mut found = false;
        self.each_part(&mut |part| found = found || is_such(part));
        found
    }

    /// Whether it is true, false or `NULL` by its form.
    pub(crate) fn is_predicate(&self) -> bool {
        match self {
            Self::Lookup(_) | Self::Exists(_) => true,
            Self::All(_) | Self::Any(_) | Self::Xor(_) | Self::Not(_) => true,
            Self::Shared(node) => node.is_predicate(),
            _ => false,
        }
    }

    /// Whether it is computed from the rows around each row.
    pub(crate) fn is_windowed(&self) -> bool {
        matches!(self, Self::Window(_)) || self.any_part(Self::is_windowed)
    }

    /// Whether it is computed from the rows of a group. A window is not: it looks at the rows that the
    /// query gives, groups or not.
    pub(crate) fn is_aggregate(&self) -> bool {
        match self {
            Self::Aggregate(_) => true,
            Self::Window(_) => false,
            node => node.any_part(Self::is_aggregate),
        }
    }
}
