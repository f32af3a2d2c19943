//! What is computed: functions, arithmetic, `CASE`, aggregates.

use super::{Node, Operator, State};
use crate::value::ValueType;

/// Two expressions and an operator between them.
#[derive(Clone, Debug)]
pub(crate) struct Arithmetic {
    pub(crate) operator: Operator,
    pub(crate) operands: [Node; 2],
    pub(crate) kinds: [ValueType; 2],
}

impl Arithmetic {
    /// The kind of the result.
    pub(crate) fn kind(&self) -> ValueType {
        use ValueType as V;
        match (self.operator, self.kinds) {
            (Operator::Subtract, [V::Date | V::DateTime | V::Time, V::Date | V::DateTime | V::Time]) => {
                V::Duration
            }
            (_, [V::Date | V::DateTime, _] | [_, V::Date | V::DateTime]) => V::DateTime,
            (_, [V::Decimal, _] | [_, V::Decimal]) => V::Decimal,
            (_, [V::Float, _] | [_, V::Float]) => V::Float,
            (_, [left, _]) => left,
        }
    }
}

/// A function of the database, by Django's name.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub(crate) name: FunctionName,
    pub(crate) arguments: Vec<Argument>,
    /// The kind of the result.
    pub(crate) kind: ValueType,
}

/// What a function is given.
#[derive(Clone, Debug)]
pub(crate) struct Argument {
    pub(crate) node: Node,
    pub(crate) kind: ValueType,
}

/// The functions, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FunctionName {
    Coalesce,
    Greatest,
    Least,
    NullIf,
    Cast(CastTo),
    Collate(&'static str),
}

/// What an expression is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CastTo {
    Kind(ValueType),
    /// Digits in all, and behind the point.
    Decimal(u8, u8),
}

/// An aggregate of a group of rows.
#[derive(Clone, Debug)]
pub(crate) struct Aggregate {
    pub(crate) name: AggregateName,
    /// What it is computed from; `None` is the row itself: `COUNT(*)`.
    pub(crate) of: Option<Argument>,
    /// The kind of the result.
    pub(crate) kind: ValueType,
    pub(crate) distinct: bool,
    /// Which rows it is computed from.
    pub(crate) filter: Option<Node>,
    /// Whether the rows are a sample of more: for the deviation and the variance.
    pub(crate) sample: bool,
}

/// The aggregates, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum AggregateName {
    Count,
    Sum,
    Avg,
    Max,
    Min,
    StdDev,
    Variance,
}

/// The value of the first branch whose predicate is true.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Predicates and values.
    pub(crate) branches: Vec<(Node, Node)>,
    /// Without one it is `NULL`.
    pub(crate) otherwise: Option<Node>,
    pub(crate) kind: ValueType,
}

/// The value that a query of one column gives.
#[derive(Clone, Debug)]
pub(crate) struct Subquery {
    pub(crate) state: State,
    pub(crate) kind: ValueType,
}

impl Node {
    pub(crate) fn function(name: FunctionName, arguments: Vec<Argument>, kind: ValueType) -> Self {
        Self::Function(Box::new(Function { name, arguments, kind }))
    }
}
