//! [`DynamicExpr`]: an expression whose names are not looked up yet.

use std::ops::{Add, Div, Mul, Neg, Rem, Sub};

use super::aggregate::DynamicAggregate;
use super::case::DynamicCase;
use super::function;
use super::predicate::DynamicQ;
use super::query_set::DynamicQuerySet;
use super::resolve::{self, Expression};
use super::scope::{Scope, shared};
use super::window::DynamicWindow;
use crate::error::Error;
use crate::kind::{CASTS, NEGATION, Rule, out_of};
use crate::literal::Literal;
use crate::state::{Argument, Arithmetic, CastTo, FunctionName, Node, Operator, Subquery};
use crate::value::{Value, ValueType};

/// A field, or what was annotated, by name: `F("rating")`, `F("blog__name")`, `F("pub_date__year")`.
///
/// Django: `F()`.
#[derive(Clone, Copy, Debug)]
pub struct F<'a>(pub &'a str);

/// A field, or what was annotated, of the query around this one: `OuterRef("pk")`.
///
/// It is looked up where the query set is put into another one, by [`DynamicExpr::exists`],
/// [`DynamicExpr::subquery`] or on the right of `in`.
///
/// Django: `OuterRef()`.
#[derive(Clone, Copy, Debug)]
pub struct OuterRef<'a>(pub &'a str);

/// An expression whose names are not looked up yet: for [`DynamicQuerySet::annotate`] and the like, and for
/// the right of a lookup.
///
/// It is made of fields by [`F`], Rust values, [predicates](DynamicQ), and what is computed of these.
/// `+ - * / %` stand between any two, of which the left one is no value.
///
/// What the typed API does not compile is an [`Error`] when it is annotated: an unknown name, a sum of a
/// text, an aggregate of an aggregate.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, F};
///
/// # tokio_test(async |db| {
/// let rows = DynamicQuerySet::new(Entry::META)
///     .annotate("title", DynamicExpr::function("Upper", [F("headline")]))?
///     .annotate("talk", F("number_of_comments") * 2 + F("number_of_pingbacks"))?
///     .filter_by("title__startswith", "YES")?
///     .values(["title", "talk"])?
///     .all(&db)
///     .await?;
/// assert_eq!(serde_json::to_string(&rows).unwrap(), r#"[{"title":"YESTERDAY","talk":0}]"#);
/// # Ok(()) });
/// ```
#[derive(Clone, Debug)]
#[must_use = "an expression does nothing until a query set is annotated with it"]
pub struct DynamicExpr(pub(super) Tree);

#[derive(Clone, Debug)]
pub(super) enum Tree {
    Field(String),
    Outer(Box<DynamicExpr>),
    Value(Value),
    Arithmetic(Operator, Box<[DynamicExpr; 2]>),
    Negative(Box<DynamicExpr>),
    Function(String, Vec<DynamicExpr>),
    Cast(Box<DynamicExpr>, ValueType),
    Aggregate(Box<DynamicAggregate>),
    Case(Box<DynamicCase>),
    Window(Box<DynamicExpr>, Box<DynamicWindow>),
    Predicate(Box<DynamicQ>),
    Subquery(Box<DynamicQuerySet>),
    Exists(Box<DynamicQuerySet>),
}

/// What a function is given: an array, or a tuple of up to four.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what a function is given",
    label = "neither an array, a `Vec` nor a tuple of expressions",
    note = "write `[F(\"headline\")]`, or `(F(\"headline\"), 3)`"
)]
pub trait DynamicArguments {
    #[doc(hidden)]
    fn arguments(self) -> Vec<DynamicExpr>;
}

#[diagnostic::do_not_recommend]
impl<E: Into<DynamicExpr>, const LENGTH: usize> DynamicArguments for [E; LENGTH] {
    fn arguments(self) -> Vec<DynamicExpr> {
        self.into_iter().map(Into::into).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<E: Into<DynamicExpr>> DynamicArguments for Vec<E> {
    fn arguments(self) -> Vec<DynamicExpr> {
        self.into_iter().map(Into::into).collect()
    }
}

macro_rules! argument_tuples {
    ($($($name:ident)*;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($name: Into<DynamicExpr>),*> DynamicArguments for ($($name,)*) {
                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn arguments(self) -> Vec<DynamicExpr> {
                    let ($($name,)*) = self;
                    vec![$($name.into()),*]
                }
            }
        )*
    };
}

argument_tuples! {
    ;
    A;
    A B;
    A B C;
    A B C D;
}

impl DynamicExpr {
    /// A Rust value, the same for each row. Beside an operator and in functions the bare value will do.
    ///
    /// Django: `Value("x")`.
    pub fn value(value: impl Literal) -> Self {
        value.into()
    }

    /// `NULL`, of a type.
    ///
    /// Django: `Value(None, output_field=…)`.
    pub fn null(of: ValueType) -> Self {
        Value::Null(of).into()
    }

    /// A function by Django's name: `Lower`, `Coalesce`, `ExtractYear`, `TruncMonth`, `Concat`, `Round`, …
    ///
    /// It takes what Django's takes, in its order, and `Log` so its base first. The functions that exist over
    /// windows alone, as `Rank` and `Lag`, are followed by [`over()`](Self::over).
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, F};
    ///
    /// let query = DynamicQuerySet::new(Entry::META)
    ///     .annotate("short", DynamicExpr::function("Left", (F("headline"), 3)))?
    ///     .order_by("short")?
    ///     .values(["short"])?;
    /// assert_eq!(
    ///     query.sql::<Sqlite>()?,
    ///     r#"SELECT SUBSTR("blog_entry"."headline", 1, ?) FROM "blog_entry" ORDER BY 1 ASC"#
    /// );
    ///
    /// let wrong = DynamicQuerySet::new(Entry::META).annotate("n", DynamicExpr::function("Sqrt", [F("headline")]));
    /// assert_eq!(
    ///     wrong.unwrap_err().to_string(),
    ///     "`Sqrt` takes a number, not the text field `Entry.headline`"
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn function(name: impl Into<String>, arguments: impl DynamicArguments) -> Self {
        Self(Tree::Function(name.into(), arguments.arguments()))
    }

    /// It, converted to another type by the database.
    ///
    /// Django: `Cast("rating", CharField())`.
    pub fn cast(self, to: ValueType) -> Self {
        Self(Tree::Cast(Box::new(self), to))
    }

    /// An aggregate by Django's name: `Count`, `Sum`, `Avg`, `Min`, `Max`, `StdDev`, `Variance`.
    ///
    /// Of a relation it is `Count` alone, and counts the related rows: `F("entry")`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQ, DynamicQuerySet, F};
    ///
    /// # tokio_test(async |db| {
    /// let good = DynamicExpr::aggregate("Count", F("entry")).filter(DynamicQ::new("entry__rating__gte", 4));
    /// let rows = DynamicQuerySet::new(Blog::META)
    ///     .annotate("good", good)?
    ///     .filter_by("good__gt", 1)?
    ///     .values(["name", "good"])?
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!(serde_json::to_string(&rows).unwrap(), r#"[{"name":"Beatles Blog","good":2}]"#);
    /// # Ok(()) });
    /// ```
    pub fn aggregate(name: impl Into<String>, of: impl Into<DynamicExpr>) -> DynamicAggregate {
        DynamicAggregate::new(name.into(), Some(of.into()))
    }

    /// The number of rows, whatever is in them.
    ///
    /// Django: `Count("*")`.
    pub fn count_rows() -> DynamicAggregate {
        DynamicAggregate::new("Count".to_owned(), None)
    }

    /// Begins a choice between values: that of the first branch whose predicate is true.
    ///
    /// Django: `Case(When(rating=5, then=Value("top")), default=Value("low"))`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQ, DynamicQuerySet};
    ///
    /// # tokio_test(async |db| {
    /// let stars = DynamicExpr::case().when(DynamicQ::new("rating", 5), "top").otherwise("low");
    /// let rows = DynamicQuerySet::new(Entry::META).annotate("stars", stars)?.values(["id", "stars"])?.all(&db).await?;
    /// assert_eq!(rows[0].get("stars"), Some(&queryset::Value::Text("top".to_owned())));
    /// # Ok(()) });
    /// ```
    pub fn case() -> DynamicCase {
        DynamicCase::default()
    }

    /// Computes it from the rows of a window: an aggregate, or one of the functions of windows.
    ///
    /// Django: `Window(Rank(), partition_by=…, order_by=…)`.
    ///
    /// # Example
    ///
    /// See [`DynamicWindow`].
    pub fn over(self, window: DynamicWindow) -> Self {
        Self(Tree::Window(Box::new(self), Box::new(window)))
    }

    /// Whether `query` has a row, which may refer to the row around by [`OuterRef`].
    ///
    /// Django: `Exists(queryset)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, OuterRef};
    ///
    /// let entries = DynamicQuerySet::new(Entry::META).filter_by("blog", OuterRef("pk"))?;
    /// let busy = DynamicQuerySet::new(Blog::META).filter(DynamicExpr::exists(entries).into())?.values(["name"])?;
    /// assert_eq!(
    ///     busy.sql::<Sqlite>()?,
    ///     r#"SELECT "blog_blog"."name" FROM "blog_blog" WHERE EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id")"#
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn exists(query: DynamicQuerySet) -> Self {
        Self(Tree::Exists(Box::new(query)))
    }

    /// The value that `query` gives for each row: its rows are one field, and there is one at most.
    ///
    /// Django: `Subquery(queryset.values("headline")[:1])`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, OuterRef};
    ///
    /// # tokio_test(async |db| {
    /// let newest = DynamicQuerySet::new(Entry::META)
    ///     .filter_by("blog", OuterRef("pk"))?
    ///     .order_by("-pub_date,id")?
    ///     .values(["headline"])?
    ///     .slice(..1);
    /// let rows = DynamicQuerySet::new(Blog::META)
    ///     .annotate("newest", DynamicExpr::subquery(newest))?
    ///     .values(["newest"])?
    ///     .all(&db)
    ///     .await?;
    /// assert!(matches!(rows[0].get("newest"), Some(queryset::Value::Text(_))));
    /// # Ok(()) });
    /// ```
    pub fn subquery(query: DynamicQuerySet) -> Self {
        Self(Tree::Subquery(Box::new(query)))
    }

    /// It, in the query around this one: of `OuterRef("pk")` it refers to the query around that.
    ///
    /// Django: `OuterRef(OuterRef("pk"))`.
    pub fn outer(self) -> Self {
        Self(Tree::Outer(Box::new(self)))
    }

    /// It, to the power of `exponent`.
    ///
    /// Django: `F("rating") ** 2`.
    pub fn pow(self, exponent: impl Into<Self>) -> Self {
        self.arithmetic(Operator::Power, exponent.into())
    }

    fn arithmetic(self, operator: Operator, right: Self) -> Self {
        Self(Tree::Arithmetic(operator, Box::new([self, right])))
    }

    /// How many queries around its own it refers to.
    pub(super) fn outer_depth(&self) -> usize {
        let deepest = |all: &[Self]| all.iter().map(Self::outer_depth).max().unwrap_or(0);
        match &self.0 {
            Tree::Field(_) | Tree::Value(_) => 0,
            Tree::Outer(of) => of.outer_depth() + 1,
            Tree::Arithmetic(_, operands) => deepest(&operands[..]),
            Tree::Function(_, arguments) => deepest(arguments),
            Tree::Cast(of, _) | Tree::Negative(of) => of.outer_depth(),
            Tree::Aggregate(aggregate) => aggregate.outer_depth(),
            Tree::Case(case) => case.outer_depth(),
            Tree::Window(of, window) => of.outer_depth().max(window.outer_depth()),
            Tree::Predicate(q) => q.outer_depth(),
            Tree::Subquery(query) | Tree::Exists(query) => query.outer_depth().saturating_sub(1),
        }
    }

    /// The expression, by what its names mean in `scope`.
    pub(super) fn resolve(&self, scope: &Scope<'_>) -> Result<Expression, Error> {
        let computed = |node, kind| Ok(Expression::computed(shared(node), kind));
        match &self.0 {
            Tree::Field(name) => resolve::expression(scope, name),
            Tree::Outer(of) => Ok(of.resolve(scope.outer()?)?.outer()),
            Tree::Value(value) => Ok(Expression::computed(Node::Value(value.clone()), value.value_type())),
            Tree::Arithmetic(operator, operands) => {
                let [left, right] = operands.each_ref().map(|operand| operand.resolve(scope)?.value());
                arithmetic(*operator, left?, right?)
            }
            Tree::Negative(of) => {
                let of = of.resolve(scope)?.value()?;
                if out_of(NEGATION, of.kind).is_none() {
                    return Err(refused(format!("{} has no minus: it is no number", of.described())));
                }
                let minus_one = Expression::computed(Node::Value(Value::Int(-1)), ValueType::Int);
                arithmetic(Operator::Multiply, of, minus_one)
            }
            Tree::Function(name, arguments) => {
                let arguments = arguments.iter().map(|argument| argument.resolve(scope)?.value());
                let (node, kind) = function::call(name, arguments.collect::<Result<_, _>>()?)?;
                computed(node, kind)
            }
            Tree::Cast(of, to) => {
                let of = of.resolve(scope)?.value()?;
                if !CASTS.contains(&[of.kind, *to]) {
                    return Err(refused(format!("{} cannot be cast to {to}", of.described())));
                }
                computed(Node::function(FunctionName::Cast(CastTo::Kind(*to)), vec![of.argument()], *to), *to)
            }
            Tree::Aggregate(aggregate) => {
                let (node, kind) = aggregate.resolve(scope)?;
                computed(node, kind)
            }
            Tree::Case(case) => {
                let (node, kind) = case.resolve(scope)?;
                computed(node, kind)
            }
            Tree::Window(of, window) => {
                let (node, kind) = window.resolve(of, scope)?;
                computed(node, kind)
            }
            Tree::Predicate(q) => computed(q.clone().node(scope)?, ValueType::Bool),
            Tree::Exists(query) => {
                let state = query.inside(scope)?.into_state();
                computed(Node::Exists(Box::new(state)), ValueType::Bool)
            }
            Tree::Subquery(query) => {
                let query = query.inside(scope)?;
                let kind = query.single_field().ok_or_else(|| {
                    refused(
                        "`subquery()` takes a query set of one field: `.values([\"headline\"])`".to_owned(),
                    )
                })?;
                computed(
                    Node::Subquery(Box::new(Subquery { state: query.into_state(), kind, of_rows: false })),
                    kind,
                )
            }
        }
    }

    /// Its own spelling, for messages.
    pub(super) fn field_name(&self) -> Option<&str> {
        match &self.0 {
            Tree::Field(name) => Some(name),
            _ => None,
        }
    }
}

/// That an expression is not one that a query has.
pub(super) fn refused(message: String) -> Error {
    Error::InvalidQuery { message }
}

/// The kind of what `rule` makes of two expressions.
pub(super) fn unite(
    rule: Rule,
    what: &str,
    left: &Expression,
    right: &Expression,
) -> Result<ValueType, Error> {
    rule.out(left.kind, right.kind).ok_or_else(|| {
        let (left, right) = (left.described(), right.described());
        refused(format!("{what} does not take {left} and {right}: the kinds do not go together"))
    })
}

fn arithmetic(operator: Operator, left: Expression, right: Expression) -> Result<Expression, Error> {
    let (rule, sign) = match operator {
        Operator::Add => (Rule::Addition, "`+`"),
        Operator::Subtract => (Rule::Subtraction, "`-`"),
        Operator::Multiply => (Rule::Multiplication, "`*`"),
        Operator::Divide => (Rule::Division, "`/`"),
        Operator::Remainder => (Rule::Modulo, "`%`"),
        _ => (Rule::Power, "`pow()`"),
    };
    let kind = unite(rule, sign, &left, &right)?;
    let kinds = [left.kind, right.kind];
    let node = Node::Arithmetic(Box::new(Arithmetic { operator, operands: [left.node, right.node], kinds }));
    Ok(Expression::computed(shared(node), kind))
}

impl Expression {
    /// It as what a function is given.
    pub(super) fn argument(&self) -> Argument {
        Argument { node: self.node.clone(), kind: self.kind }
    }
}

impl<L: Literal> From<L> for DynamicExpr {
    fn from(value: L) -> Self {
        Self::from(value.into_value())
    }
}

impl From<Value> for DynamicExpr {
    fn from(value: Value) -> Self {
        Self(Tree::Value(value))
    }
}

impl From<F<'_>> for DynamicExpr {
    fn from(field: F<'_>) -> Self {
        Self(Tree::Field(field.0.to_owned()))
    }
}

impl From<OuterRef<'_>> for DynamicExpr {
    fn from(field: OuterRef<'_>) -> Self {
        Self::from(F(field.0)).outer()
    }
}

impl From<DynamicQ> for DynamicExpr {
    fn from(predicate: DynamicQ) -> Self {
        Self(Tree::Predicate(Box::new(predicate)))
    }
}

impl From<DynamicAggregate> for DynamicExpr {
    fn from(aggregate: DynamicAggregate) -> Self {
        Self(Tree::Aggregate(Box::new(aggregate)))
    }
}

impl From<DynamicCase> for DynamicExpr {
    fn from(case: DynamicCase) -> Self {
        Self(Tree::Case(Box::new(case)))
    }
}

macro_rules! operators {
    ($($left:ty: $($trait:ident $method:ident $operator:ident,)*;)*) => {
        $(
            $(
                impl<E: Into<DynamicExpr>> $trait<E> for $left {
                    type Output = DynamicExpr;

                    fn $method(self, right: E) -> DynamicExpr {
                        DynamicExpr::from(self).arithmetic(Operator::$operator, right.into())
                    }
                }
            )*

            impl Neg for $left {
                type Output = DynamicExpr;

                fn neg(self) -> DynamicExpr {
                    DynamicExpr(Tree::Negative(Box::new(self.into())))
                }
            }
        )*
    };
}

operators! {
    DynamicExpr: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide, Rem rem Remainder,;
    F<'_>: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide, Rem rem Remainder,;
    OuterRef<'_>: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide, Rem rem Remainder,;
    DynamicAggregate: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide, Rem rem Remainder,;
    DynamicCase: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide, Rem rem Remainder,;
}
