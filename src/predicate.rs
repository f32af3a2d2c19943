//! [`Q`]: a predicate, joined by `&`, `|`, `^` and negated by `!`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, BitXor, Not};

use crate::context::{Context, Inside, Merge, Merged, Plain, Shifted};
use crate::expr::{Expr, Source};
use crate::kind::Bool;
use crate::model::{Model, Reads};
use crate::query_set::QuerySet;
use crate::state::{Lookup, LookupName, Node, Right};
use crate::value::Value;

/// A predicate on rows of `M`: what lookups make, and what `filter()` takes.
///
/// `&`, `|`, `^` and `!` are Django's `Q` operators. A row for which the predicate is `NULL` is not
/// kept.
///
/// Django: `Q(…)`. SQL: `AND`, `OR`, `XOR`, `NOT`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let hot = entry::rating.gte(4) | entry::number_of_comments.gt(100);
/// let query = Entry::objects().filter(hot & !entry::headline.startswith("Draft")).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE ("blog_entry"."rating" >= ? OR "blog_entry"."number_of_comments" > ?) AND (NOT "blog_entry"."headline" LIKE ? ESCAPE '!')"#
/// );
/// ```
#[must_use = "a predicate does nothing until a query set is filtered by it"]
pub struct Q<M, X = Plain> {
    node: Node,
    context: PhantomData<fn() -> (M, X)>,
}

impl<M, X> Clone for Q<M, X> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), context: PhantomData }
    }
}

impl<M, X> fmt::Debug for Q<M, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.node, f)
    }
}

impl<M: Model, X: Context> Q<M, X> {
    pub(crate) fn new(node: Node) -> Self {
        Self { node, context: PhantomData }
    }

    pub(crate) fn node(&self) -> Node {
        self.node.clone()
    }

    pub(crate) fn lookup(name: LookupName, left: Node, right: Right) -> Self {
        Self::new(Node::Lookup(Box::new(Lookup { name, left, right })))
    }
}

impl<M: Model> Q<M> {
    /// True for the rows for which all of `predicates` are. When there is none, it asks nothing, as
    /// [`Q::default()`](Self::default) does.
    ///
    /// Django: `Q(*predicates)`.
    pub fn all(predicates: impl IntoIterator<Item = Self>) -> Self {
        predicates.into_iter().reduce(|left, right| left & right).unwrap_or_default()
    }

    /// True for the rows for which one of `predicates` is; for no row when there is none.
    ///
    /// Django: `functools.reduce(operator.or_, predicates)`.
    pub fn any(predicates: impl IntoIterator<Item = Self>) -> Self {
        let joined = predicates.into_iter().reduce(|left, right| left | right);
        joined.unwrap_or_else(|| Self::new(Node::Any(Vec::new())))
    }
}

/// Asks nothing, and is true for every row. `&`, `|`, `^` and `!` leave it out, so it can be the
/// first of predicates that are joined one by one.
///
/// Django: `Q()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let mut wanted = Q::default();
/// for word in ["news", "sport"] {
///     wanted = wanted | entry::headline.icontains(word);
/// }
/// let query = Entry::objects().filter(wanted).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."headline" LIKE ? ESCAPE '!' OR "blog_entry"."headline" LIKE ? ESCAPE '!'"#
/// );
/// ```
impl<M: Model> Default for Q<M> {
    fn default() -> Self {
        Self::new(Node::nothing_asked())
    }
}

macro_rules! connectors {
    ($($trait:ident $method:ident $join:ident;)*) => {
        $(
            impl<M: Model, X: Context + Merge<P::Context>, P: Predicate<M>> $trait<P> for Q<M, X> {
                type Output = Q<M, Merged<X, P::Context>>;

                fn $method(self, other: P) -> Self::Output {
                    Q::new(Node::$join(self.node, other.predicate()))
                }
            }
        )*
    };
}

connectors! {
    BitAnd bitand all;
    BitOr bitor any;
    BitXor bitxor xor;
}

impl<M: Model, X: Context> Not for Q<M, X> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(self.node.negated())
    }
}

/// What a query set can be filtered by: a [`Q`], or a boolean expression.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a predicate, so no query set can be filtered by it",
    label = "not a predicate",
    note = "a lookup makes one: `entry::rating.gt(3)`; a boolean field is one by itself; Django raises TypeError: Cannot filter against a non-conditional expression."
)]
pub trait Predicate<M> {
    /// What it needs from around it.
    type Context: Context;

    /// What to write into the query state.
    #[doc(hidden)]
    fn predicate(self) -> Node;
}

impl<M: Model + Reads<T>, T: Model, X: Context> Predicate<M> for Q<T, X> {
    type Context = X;

    fn predicate(self) -> Node {
        self.node
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model + Reads<E::Model>, E: Source, N: 'static> Predicate<M> for Expr<E, Bool, N> {
    type Context = E::Context;

    fn predicate(self) -> Node {
        let lookup = Lookup {
            name: LookupName::Exact,
            left: self.node(),
            right: Right::One(Node::Value(Value::Bool(true))),
        };
        Node::Lookup(Box::new(lookup))
    }
}

/// True for the rows for which `query` has a row.
///
/// Inside `query`, [`outer()`](crate::outer) refers to the row that is asked about. `!exists(…)` is
/// its opposite.
///
/// Django: `Exists(queryset)`. SQL: `EXISTS(SELECT 1 FROM …)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
/// let silent = Blog::objects().filter(!exists(entries)).values_list(blog::name);
/// assert_sql!(
///     silent,
///     r#"SELECT "blog_blog"."name" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id")"#
/// );
/// ```
#[doc(alias = "Exists")]
pub fn exists<M, T, R, S, X>(query: QuerySet<T, R, S, X>) -> Q<M, Shifted<X>>
where
    M: Model,
    T: Model,
    X: Context,
    X::Parent: Inside<M>,
{
    Q::new(Node::Exists(Box::new(query.into_state())))
}
