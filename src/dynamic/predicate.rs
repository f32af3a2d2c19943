//! [`DynamicQ`]: a predicate whose names are not looked up yet.

use std::ops::{BitAnd, BitOr, BitXor, Not};

use super::argument::{Argument, IntoArgument, Named};
use super::expr::{DynamicExpr, refused};
use super::resolve;
use super::scope::{NamedBy, Scope};
use crate::error::Error;
use crate::meta;
use crate::model::Model;
use crate::predicate::Q;
use crate::state::{Lookup, Node, Right};
use crate::value::ValueType;

/// The predicate that `path` names, with what it compares with.
pub(crate) fn lookup(scope: &Scope<'_>, path: &str, argument: Argument) -> Result<Node, Error> {
    let (left, lookup) = resolve::lookup(scope, path)?;
    let named = Named { scope, path, left, lookup };
    let (name, right) = named.right(argument)?;
    Ok(Node::Lookup(Box::new(Lookup { name, left: named.left.node, right })))
}

/// The right side of the lookup that `path` names: a filter of a schema.
pub(crate) fn right(model: &'static meta::Model, path: &str, argument: Argument) -> Result<Right, Error> {
    let scope = &Scope::of(model, NamedBy::Program);
    let (left, lookup) = resolve::lookup(scope, path)?;
    Ok(Named { scope, path, left, lookup }.right(argument)?.1)
}

/// A predicate whose names are not looked up yet: it can be built before its model is known.
///
/// `&`, `|`, `^` and `!` join them as they do [`Q`]. What they are joined to becomes a `Q` by
/// [`on()`](Self::on), or filters a [`DynamicQuerySet`](super::DynamicQuerySet).
///
/// `DynamicQ::default()` asks nothing, and is left out.
///
/// Django: `Q(rating__gte=4)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::dynamic::DynamicQ;
///
/// let hot = DynamicQ::new("rating__gte", 4) | DynamicQ::new("number_of_comments__gt", "100");
/// let query = Entry::objects().filter(hot.on::<Entry>()?).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" >= ? OR "blog_entry"."number_of_comments" > ?"#
/// );
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a predicate does nothing until a query set is filtered by it"]
pub struct DynamicQ(Tree);

#[derive(Clone, Debug, Default)]
enum Tree {
    /// Asks nothing: Django's `Q()`.
    #[default]
    Nothing,
    Lookup(String, Argument),
    /// What is true or false itself.
    Expression(Box<DynamicExpr>),
    All(Box<[DynamicQ; 2]>),
    Any(Box<[DynamicQ; 2]>),
    Xor(Box<[DynamicQ; 2]>),
    Not(Box<DynamicQ>),
}

impl DynamicQ {
    /// True where the lookup that `path` names is true of `argument`.
    pub fn new(path: impl Into<String>, argument: impl IntoArgument) -> Self {
        Self(Tree::Lookup(path.into(), argument.into_argument()))
    }

    /// The predicate on the model `M`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] and [`Error::UnfitValue`], naming what is wrong.
    pub fn on<M: Model>(self) -> Result<Q<M>, Error> {
        self.node(&Scope::of(M::META, NamedBy::Caller)).map(Q::new)
    }

    pub(super) fn node(self, scope: &Scope<'_>) -> Result<Node, Error> {
        let both = |parts: Box<[Self; 2]>, join: fn(Node, Node) -> Node| {
            let [left, right] = *parts;
            Ok(join(left.node(scope)?, right.node(scope)?))
        };
        match self.0 {
            Tree::Nothing => Ok(Node::nothing_asked()),
            Tree::Lookup(path, argument) => lookup(scope, &path, argument),
            Tree::Expression(expression) => {
                let found = expression.resolve(scope)?;
                match found.kind {
                    ValueType::Bool => Ok(found.node),
                    _ => {
                        let found = found.described();
                        Err(refused(format!("{found} is no predicate: it is neither true nor false")))
                    }
                }
            }
            Tree::All(parts) => both(parts, Node::all),
            Tree::Any(parts) => both(parts, Node::any),
            Tree::Xor(parts) => both(parts, Node::xor),
            Tree::Not(inner) => inner.node(scope).map(Node::negated),
        }
    }

    /// How many queries around its own it refers to.
    pub(super) fn outer_depth(&self) -> usize {
        match &self.0 {
            Tree::Nothing => 0,
            Tree::Lookup(_, argument) => argument.outer_depth(),
            Tree::Expression(expression) => expression.outer_depth(),
            Tree::All(parts) | Tree::Any(parts) | Tree::Xor(parts) => {
                parts.iter().map(Self::outer_depth).max().unwrap_or(0)
            }
            Tree::Not(inner) => inner.outer_depth(),
        }
    }
}

/// What is true or false itself: `DynamicExpr::exists(…)`.
impl From<DynamicExpr> for DynamicQ {
    fn from(expression: DynamicExpr) -> Self {
        Self(Tree::Expression(Box::new(expression)))
    }
}

impl BitAnd for DynamicQ {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(Tree::All(Box::new([self, other])))
    }
}

impl BitOr for DynamicQ {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(Tree::Any(Box::new([self, other])))
    }
}

impl BitXor for DynamicQ {
    type Output = Self;

    fn bitxor(self, other: Self) -> Self {
        Self(Tree::Xor(Box::new([self, other])))
    }
}

impl Not for DynamicQ {
    type Output = Self;

    fn not(self) -> Self {
        Self(Tree::Not(Box::new(self)))
    }
}

impl<M: Model> Q<M> {
    /// The predicate that `path` names: fields, relations, transforms and a lookup.
    ///
    /// Django: `Q(**{path: argument})`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when the path leads nowhere, [`Error::UnfitValue`] when its lookup does
    /// not take `argument`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let recent: Q<Entry> = Q::by_name("pub_date__year__gte", "2005")?;
    /// let query = Entry::objects().filter(recent & entry::rating.gt(3)).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" >= ? AND "blog_entry"."rating" > ?"#
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn by_name(path: &str, argument: impl IntoArgument) -> Result<Self, Error> {
        lookup(&Scope::of(M::META, NamedBy::Caller), path, argument.into_argument()).map(Self::new)
    }
}
