//! What is computed: functions, arithmetic, `CASE`, aggregates.

use std::sync::Arc;

use super::{Node, Operator, OrderTerm, OwnSql, State, Transform};
use crate::search::Weight;
use crate::value::{Value, ValueType};

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
    Text(TextFunction),
    Math(MathFunction),
    Now,
    Postgres(PostgresFunction),
    /// One of a user's own, with `{1}`, `{2}`, … for its arguments.
    Own(&'static OwnSql),
    /// Keys and values, one after the other.
    JsonObject,
    JsonArray,
    /// A list, or where it is `NULL` the empty one, which is spelt so.
    OrEmpty(&'static str),
}

/// The functions of text, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TextFunction {
    Chr,
    Concat,
    Left,
    LPad,
    LTrim,
    Md5,
    Ord,
    Repeat,
    Replace,
    Reverse,
    Right,
    RPad,
    RTrim,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    StrIndex,
    Substr,
    Trim,
}

/// The functions of numbers, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MathFunction {
    ACos,
    ASin,
    ATan,
    ATan2,
    Ceil,
    Cos,
    Cot,
    Degrees,
    Exp,
    Floor,
    Ln,
    Log,
    Mod,
    Pi,
    Power,
    Radians,
    Round,
    Sign,
    Sin,
    Sqrt,
    Tan,
}

/// The functions that PostgreSQL alone has. `In` is in a language, by its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PostgresFunction {
    Similarity,
    WordSimilarity,
    StrictWordSimilarity,
    Vector,
    VectorIn,
    Weight(Weight),
    Append,
    PlainQuery,
    PlainQueryIn,
    PhraseQuery,
    WebQuery,
    RawQuery,
    And,
    Or,
    Not,
    Matches,
    Rank,
    RankBy,
    WeightedRankBy,
    CoverRank,
    CoverRankBy,
    WeightedCoverRankBy,
    Headline,
    HeadlineBy,
}

/// What a date, a datetime or a time of day is cut to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TruncUnit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl TruncUnit {
    /// Django's name of it, which is PostgreSQL's, too.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}

/// What an expression is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CastTo {
    Kind(ValueType),
    /// Text of up to so many characters, where a database wants to know.
    Text(u16),
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
    /// What stands between the texts of `StringAgg`.
    pub(crate) delimiter: Option<Arc<str>>,
    /// The order of those that keep every value.
    pub(crate) order: Vec<OrderTerm>,
}

impl Aggregate {
    pub(crate) fn new(name: AggregateName, of: Option<Argument>, kind: ValueType) -> Self {
        Self {
            name,
            of,
            kind,
            distinct: false,
            filter: None,
            sample: false,
            delimiter: None,
            order: Vec::new(),
        }
    }
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
    StringAgg,
    JsonAgg,
    ArrayAgg,
    BoolAnd,
    BoolOr,
    BitAnd,
    BitOr,
    BitXor,
}

impl AggregateName {
    /// Whether it keeps every value.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::StringAgg | Self::JsonAgg | Self::ArrayAgg)
    }

    /// Whether it is one of truth or of bits, which not every database has.
    pub(crate) fn is_logic(self) -> bool {
        matches!(self, Self::BoolAnd | Self::BoolOr | Self::BitAnd | Self::BitOr | Self::BitXor)
    }
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
    /// Whether it is an array of all its rows, not the value of one.
    pub(crate) of_rows: bool,
}

impl Function {
    /// What it is a step from, as transforms are: the functions of one expression, which Django calls
    /// transforms, too, stand in the path of a lookup.
    pub(crate) fn step_from(&self) -> Option<&Node> {
        match (self.name, &*self.arguments) {
            (FunctionName::Text(_) | FunctionName::Math(_), [of]) => Some(&of.node),
            _ => None,
        }
    }
}

impl Function {
    /// A number that is too small for what it counts: what that is, the least it can be, and the number.
    pub(crate) fn too_small(&self) -> Option<(&'static str, i64, i64)> {
        use TextFunction as T;
        let FunctionName::Text(name) = self.name else { return None };
        let counts: &[(&str, i64)] = match name {
            T::Left => &[("the number of characters of `left()`", 1)],
            T::Right => &[("the number of characters of `right()`", 1)],
            T::LPad => &[("the length of `lpad()`", 0)],
            T::RPad => &[("the length of `rpad()`", 0)],
            T::Repeat => &[("the number of `repeat()`", 0)],
            T::Substr => &[("the position of `substr()`", 1), ("the length of `substr_len()`", 0)],
            _ => &[],
        };
        self.arguments.iter().skip(1).zip(counts).find_map(|(argument, (what, least))| match argument.node {
            Node::Value(Value::Int(given)) if given < *least => Some((*what, *least, given)),
            _ => None,
        })
    }
}

impl Node {
    /// Whether it is text without its accents, or a text that is made of it.
    pub(crate) fn is_unaccented(&self) -> bool {
        match self {
            Self::Transform(Transform::Unaccent, _) => true,
            Self::Transform(Transform::Lower | Transform::Upper, of) => of.is_unaccented(),
            Self::Shared(node) => node.is_unaccented(),
            Self::Function(function) if function.kind == ValueType::Text => {
                function.step_from().is_some_and(Self::is_unaccented)
            }
            _ => false,
        }
    }

    pub(crate) fn function(name: FunctionName, arguments: Vec<Argument>, kind: ValueType) -> Self {
        Self::Function(Box::new(Function { name, arguments, kind }))
    }
}
