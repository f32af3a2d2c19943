//! The functions by Django's names: what each takes and gives.
//!
//! Which kinds go together is said by [`kind`](crate::kind), and which transforms a kind has by
//! [`table`](crate::lookup::table). Here is what a function is called, and the order of its arguments.

use super::expr::{refused, unite};
use super::resolve::Expression;
use super::scope::shared;
use crate::error::{Error, cut, nearest};
use crate::expr::{DATE_UNITS, TIME_UNITS};
use crate::kind::{NUMBERS, ORDERED, Rule, out_of};
use crate::lookup::table::transforms;
use crate::state::{
    Argument, FunctionName, MathFunction as M, Node, TextFunction as T, Transform, TruncUnit as U,
};
use crate::value::{Value, ValueType};

/// What a function is, and what it is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Signature {
    /// A transform of one expression.
    Transform(Transform),
    /// One expression, cut to a unit.
    Trunc(U),
    /// Text and more; the kind that it gives.
    Text(T, &'static [Takes], ValueType),
    /// Text with text behind it, again and again.
    Concat,
    /// A number of one.
    Real(M),
    /// A number, and digits to round it to.
    Round,
    /// Of one number, of the same kind.
    Same(M),
    /// Of two numbers.
    Pair(M),
    /// Two expressions or more, of which it is one.
    OneOf(FunctionName),
    NullIf,
    /// A key of a document, as text.
    JsonText,
    /// Nothing at all.
    Constant(FunctionName, ValueType),
    Random,
    /// It exists over windows alone.
    Windowed(super::window::Signature),
}

/// What a function takes at one place behind the first one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Takes {
    Text,
    TextOr(&'static str),
    Whole,
    /// It may be left out.
    MaybeWhole,
}

use Signature as S;
use Takes::{MaybeWhole, Text, TextOr, Whole};

const TEXT: ValueType = ValueType::Text;
const INT: ValueType = ValueType::Int;

const FUNCTIONS: &[(&str, Signature)] = &[
    ("Abs", S::Transform(Transform::Abs)),
    ("ACos", S::Real(M::ACos)),
    ("ASin", S::Real(M::ASin)),
    ("ATan", S::Real(M::ATan)),
    ("ATan2", S::Pair(M::ATan2)),
    ("Ceil", S::Same(M::Ceil)),
    ("Chr", S::Text(T::Chr, &[], TEXT)),
    ("Coalesce", S::OneOf(FunctionName::Coalesce)),
    ("Concat", S::Concat),
    ("Cos", S::Real(M::Cos)),
    ("Cot", S::Real(M::Cot)),
    ("Degrees", S::Real(M::Degrees)),
    ("Exp", S::Real(M::Exp)),
    ("ExtractDay", S::Transform(Transform::Day)),
    ("ExtractHour", S::Transform(Transform::Hour)),
    ("ExtractIsoWeekDay", S::Transform(Transform::IsoWeekDay)),
    ("ExtractIsoYear", S::Transform(Transform::IsoYear)),
    ("ExtractMinute", S::Transform(Transform::Minute)),
    ("ExtractMonth", S::Transform(Transform::Month)),
    ("ExtractQuarter", S::Transform(Transform::Quarter)),
    ("ExtractSecond", S::Transform(Transform::Second)),
    ("ExtractWeek", S::Transform(Transform::Week)),
    ("ExtractWeekDay", S::Transform(Transform::WeekDay)),
    ("ExtractYear", S::Transform(Transform::Year)),
    ("Floor", S::Same(M::Floor)),
    ("Greatest", S::OneOf(FunctionName::Greatest)),
    ("KT", S::JsonText),
    ("Least", S::OneOf(FunctionName::Least)),
    ("Left", S::Text(T::Left, &[Whole], TEXT)),
    ("Length", S::Transform(Transform::Length)),
    ("Ln", S::Real(M::Ln)),
    ("Log", S::Pair(M::Log)),
    ("Lower", S::Transform(Transform::Lower)),
    ("LPad", S::Text(T::LPad, &[Whole, TextOr(" ")], TEXT)),
    ("LTrim", S::Text(T::LTrim, &[], TEXT)),
    ("MD5", S::Text(T::Md5, &[], TEXT)),
    ("Mod", S::Pair(M::Mod)),
    ("Now", S::Constant(FunctionName::Now, ValueType::DateTime)),
    ("NullIf", S::NullIf),
    ("Ord", S::Text(T::Ord, &[], INT)),
    ("Pi", S::Constant(FunctionName::Math(M::Pi), ValueType::Float)),
    ("Power", S::Pair(M::Power)),
    ("Radians", S::Real(M::Radians)),
    ("Random", S::Random),
    ("Repeat", S::Text(T::Repeat, &[Whole], TEXT)),
    ("Replace", S::Text(T::Replace, &[Text, TextOr("")], TEXT)),
    ("Reverse", S::Text(T::Reverse, &[], TEXT)),
    ("Right", S::Text(T::Right, &[Whole], TEXT)),
    ("Round", S::Round),
    ("RPad", S::Text(T::RPad, &[Whole, TextOr(" ")], TEXT)),
    ("RTrim", S::Text(T::RTrim, &[], TEXT)),
    ("SHA1", S::Text(T::Sha1, &[], TEXT)),
    ("SHA224", S::Text(T::Sha224, &[], TEXT)),
    ("SHA256", S::Text(T::Sha256, &[], TEXT)),
    ("SHA384", S::Text(T::Sha384, &[], TEXT)),
    ("SHA512", S::Text(T::Sha512, &[], TEXT)),
    ("Sign", S::Same(M::Sign)),
    ("Sin", S::Real(M::Sin)),
    ("Sqrt", S::Real(M::Sqrt)),
    ("StrIndex", S::Text(T::StrIndex, &[Text], INT)),
    ("Substr", S::Text(T::Substr, &[Whole, MaybeWhole], TEXT)),
    ("Tan", S::Real(M::Tan)),
    ("Trim", S::Text(T::Trim, &[], TEXT)),
    ("TruncDate", S::Transform(Transform::Date)),
    ("TruncDay", S::Trunc(U::Day)),
    ("TruncHour", S::Trunc(U::Hour)),
    ("TruncMinute", S::Trunc(U::Minute)),
    ("TruncMonth", S::Trunc(U::Month)),
    ("TruncQuarter", S::Trunc(U::Quarter)),
    ("TruncSecond", S::Trunc(U::Second)),
    ("TruncTime", S::Transform(Transform::Time)),
    ("TruncWeek", S::Trunc(U::Week)),
    ("TruncYear", S::Trunc(U::Year)),
    ("Upper", S::Transform(Transform::Upper)),
];

/// What a function is, by Django's name.
pub(super) fn named(name: &str) -> Result<Signature, Error> {
    let windowed = super::window::FUNCTIONS.iter().map(|(name, of)| (*name, S::Windowed(*of)));
    let all = || FUNCTIONS.iter().copied().chain(windowed.clone());
    all().find(|(other, _)| *other == name).map(|(_, signature)| signature).ok_or_else(|| {
        let choices: Vec<&'static str> = all().map(|(name, _)| name).collect();
        Error::UnknownName {
            path: cut(name),
            part: cut(name),
            owner: "SQL".to_owned(),
            what: "function",
            nearest: nearest(name, &choices),
            choices,
        }
    })
}

/// The function `name` of `arguments`, and its kind.
pub(super) fn call(name: &str, arguments: Vec<Expression>) -> Result<(Node, ValueType), Error> {
    Call { name }.make(named(name)?, arguments)
}

/// A function that was named.
pub(super) struct Call<'a> {
    pub(super) name: &'a str,
}

impl Call<'_> {
    fn make(&self, signature: Signature, arguments: Vec<Expression>) -> Result<(Node, ValueType), Error> {
        match signature {
            S::Transform(transform) => {
                let [of] = self.take(arguments)?;
                if !transforms(of.kind).contains(&transform) {
                    return Err(self.does_not_take(&of));
                }
                let kind = transform.output(of.kind);
                Ok((Node::Transform(transform, Box::new(of.node)), kind))
            }
            S::Trunc(unit) => {
                let [of] = self.take(arguments)?;
                let kinds = match unit {
                    U::Year | U::Quarter | U::Month | U::Week | U::Day => DATE_UNITS,
                    U::Hour | U::Minute | U::Second => TIME_UNITS,
                };
                self.expect(kinds.contains(&of.kind), "", &of)?;
                Ok((Node::Transform(Transform::Trunc(unit), Box::new(of.node)), of.kind))
            }
            S::Text(function, takes, kind) => self.text(function, takes, kind, arguments),
            S::Concat => {
                let pair = |left: Expression, right: Expression| {
                    self.expect(left.kind == TEXT, "text", &left)?;
                    self.expect(right.kind == TEXT, "text", &right)?;
                    Ok((FunctionName::Text(T::Concat), TEXT))
                };
                self.chained(arguments, |left, right| pair(left.clone(), right.clone()))
            }
            S::OneOf(function) => self.chained(arguments, |left, right| {
                let ordered = function == FunctionName::Coalesce || ORDERED.contains(&left.kind);
                self.expect(ordered, "what has an order", left)?;
                let kind = unite(Rule::Unites, &format!("`{}`", self.name), left, right)?;
                Ok((function, kind))
            }),
            S::Real(function) => {
                let [of] = self.take(arguments)?;
                let kind = out_of(NUMBERS, of.kind).ok_or_else(|| self.no_number(&of))?;
                Ok((Node::function(FunctionName::Math(function), vec![of.argument()], kind), kind))
            }
            S::Same(function) => {
                let [of] = self.take(arguments)?;
                out_of(NUMBERS, of.kind).ok_or_else(|| self.no_number(&of))?;
                Ok((Node::function(FunctionName::Math(function), vec![of.argument()], of.kind), of.kind))
            }
            S::Round => {
                let mut arguments = arguments;
                if arguments.len() == 1 {
                    arguments.push(Expression::computed(Node::Value(Value::Int(0)), INT));
                }
                let [of, digits] = self.take(arguments)?;
                out_of(NUMBERS, of.kind).ok_or_else(|| self.no_number(&of))?;
                self.expect(digits.kind == INT, "an integer", &digits)?;
                let arguments = vec![of.argument(), digits.argument()];
                Ok((Node::function(FunctionName::Math(M::Round), arguments, of.kind), of.kind))
            }
            S::Pair(function) => {
                let [mut left, mut right] = self.take(arguments)?;
                if function == M::Log {
                    // Django's has the base first.
                    std::mem::swap(&mut left, &mut right);
                }
                let kind = unite(Rule::Calculates, &format!("`{}`", self.name), &left, &right)?;
                let arguments = vec![left.argument(), right.argument()];
                Ok((Node::function(FunctionName::Math(function), arguments, kind), kind))
            }
            S::NullIf => {
                let [left, right] = self.take(arguments)?;
                if left.kind.sort() != right.kind.sort() {
                    let (left, right) = (left.described(), right.described());
                    return Err(refused(format!("`NullIf` cannot compare {left} with {right}")));
                }
                let arguments = vec![left.argument(), right.argument()];
                Ok((Node::function(FunctionName::NullIf, arguments, left.kind), left.kind))
            }
            S::JsonText => {
                let [of] = self.take(arguments)?;
                self.expect(of.kind == ValueType::Json, "a document, or a key of one", &of)?;
                Ok((Node::JsonText(Box::new(of.node)), TEXT))
            }
            S::Constant(function, kind) => {
                let [] = self.take(arguments)?;
                Ok((Node::function(function, Vec::new(), kind), kind))
            }
            S::Random => {
                let [] = self.take(arguments)?;
                Ok((Node::Random, ValueType::Float))
            }
            S::Windowed(_) => Err(refused(format!(
                "`{}` is computed over a window: `.over(DynamicWindow::new())`",
                self.name
            ))),
        }
    }

    fn text(
        &self,
        function: T,
        takes: &[Takes],
        kind: ValueType,
        mut arguments: Vec<Expression>,
    ) -> Result<(Node, ValueType), Error> {
        while let Some(Some(TextOr(default))) =
            arguments.len().checked_sub(1).map(|at| takes.get(at).copied())
        {
            arguments.push(Expression::computed(Node::Value(Value::Text(default.to_owned())), TEXT));
        }
        let optional = takes.iter().filter(|takes| matches!(takes, MaybeWhole)).count();
        let most = takes.len() + 1;
        if arguments.len() > most || arguments.len() + optional < most {
            return Err(self.count_is_wrong(&arguments));
        }
        let first = if function == T::Chr { INT } else { TEXT };
        for (at, argument) in arguments.iter().enumerate() {
            let expected = match at.checked_sub(1).map(|at| takes[at]) {
                None => first,
                Some(Text | TextOr(_)) => TEXT,
                Some(Whole | MaybeWhole) => INT,
            };
            let what = if expected == TEXT { "text" } else { "an integer" };
            self.expect(argument.kind == expected, what, argument)?;
        }
        let arguments = arguments.iter().map(Expression::argument).collect();
        Ok((Node::function(FunctionName::Text(function), arguments, kind), kind))
    }

    /// A function of two, of it and the next one, and so on.
    fn chained(
        &self,
        arguments: Vec<Expression>,
        pair: impl Fn(&Expression, &Expression) -> Result<(FunctionName, ValueType), Error>,
    ) -> Result<(Node, ValueType), Error> {
        if arguments.len() < 2 {
            return Err(refused(format!("`{}` takes at least two expressions", self.name)));
        }
        let mut arguments = arguments.into_iter();
        let mut chained = arguments.next().expect("there are two at least");
        for next in arguments {
            let (function, kind) = pair(&chained, &next)?;
            let arguments: Vec<Argument> = vec![chained.argument(), next.argument()];
            chained = Expression::computed(shared(Node::function(function, arguments, kind)), kind);
        }
        Ok((chained.node, chained.kind))
    }

    pub(super) fn take<const LENGTH: usize>(
        &self,
        arguments: Vec<Expression>,
    ) -> Result<[Expression; LENGTH], Error> {
        arguments.try_into().map_err(|arguments: Vec<Expression>| self.count_is_wrong(&arguments))
    }

    pub(super) fn count_is_wrong(&self, arguments: &[Expression]) -> Error {
        refused(format!("`{}` does not take {} arguments", self.name, arguments.len()))
    }

    fn no_number(&self, of: &Expression) -> Error {
        refused(format!("`{}` takes a number, not {}", self.name, of.described()))
    }

    fn does_not_take(&self, of: &Expression) -> Error {
        refused(format!("`{}` does not take {}", self.name, of.described()))
    }

    pub(super) fn expect(&self, is_right: bool, what: &str, of: &Expression) -> Result<(), Error> {
        match is_right {
            true => Ok(()),
            false if what.is_empty() => Err(self.does_not_take(of)),
            false => Err(refused(format!("`{}` takes {what}, not {}", self.name, of.described()))),
        }
    }
}
