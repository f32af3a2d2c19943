//! [`Q`]: a predicate, joined by `&`, `|`, `^` and negated by `!`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, BitXor, Not};

use crate::context::{Context, Inside, Merge, Merged, OnPostgres, Plain, Shifted};
use crate::depth::{Depth, PerRow};
use crate::expr::{Computed, Expr, Source};
use crate::field::{ArrayItem, FieldValue};
use crate::kind::{Array, Bool, Kind, KindOf};
use crate::model::{Model, Reads};
use crate::operand::Seen;
use crate::path::Nullable;
use crate::query_set::QuerySet;
use crate::selection::Column1;
use crate::state::{Lookup, LookupName, Node, Right, Subquery};
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
pub struct Q<M, X = Plain, D = PerRow> {
    node: Node,
    context: PhantomData<fn() -> (M, X, D)>,
}

impl<M, X, D> Clone for Q<M, X, D> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), context: PhantomData }
    }
}

impl<M, X, D> fmt::Debug for Q<M, X, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.node, f)
    }
}

impl<M, X, D> Q<M, X, D> {
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

impl<M: Model, X: Context, D: Depth> Q<M, X, D> {
    /// The predicate as a boolean expression: to be annotated, selected, ordered by. `None` where the
    /// database cannot tell, because something is `NULL`.
    ///
    /// Over a to-many relation it is asked of each joined row, as in Django.
    ///
    /// Django: `annotate(good=Q(rating__gt=3))`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let good = entry::rating.gt(3).expr();
    /// let rows: Vec<(Entry, Option<bool>)> = Entry::objects().annotate(&good).filter(&good).all(&db).await?;
    /// # let _ = rows;
    /// # Ok(()) });
    /// ```
    #[doc(alias = "ExpressionWrapper")]
    pub fn expr(self) -> Expr<Computed<M, X, D>, Bool, Nullable> {
        Expr::computed(self.node)
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
            impl<M: Model, X: Context + Merge<P::Context>, D: Depth, P: Predicate<M>> $trait<P> for Q<M, X, D> {
                type Output = Q<M, Merged<X, P::Context>, D::Max<P::Depth>>;

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

/// Boolean expressions are joined and negated as predicates are.
macro_rules! of_expressions {
    ($($trait:ident $method:ident $join:ident;)*) => {
        $(
            of_expressions! { @one $trait $method $join; Expr<E, Bool, N> }
            of_expressions! { @one $trait $method $join; &Expr<E, Bool, N> }
        )*
    };
    (@one $trait:ident $method:ident $join:ident; $left:ty) => {
        impl<E: Source, N: 'static, P: Predicate<E::Model>> $trait<P> for $left
        where
            E::Context: Merge<P::Context>,
        {
            type Output = Q<E::Model, Merged<E::Context, P::Context>, Seen<E, P::Depth>>;

            fn $method(self, other: P) -> Self::Output {
                Q::new(Node::$join(is_true(self.node()), other.predicate()))
            }
        }
    };
}

of_expressions! {
    BitAnd bitand all;
    BitOr bitor any;
    BitXor bitxor xor;
}

impl<E: Source, N: 'static> Not for Expr<E, Bool, N> {
    type Output = Q<E::Model, E::Context, Seen<E>>;

    fn not(self) -> Self::Output {
        Q::new(Node::Not(Box::new(is_true(self.node()))))
    }
}

impl<E: Source, N: 'static> Not for &Expr<E, Bool, N> {
    type Output = Q<E::Model, E::Context, Seen<E>>;

    fn not(self) -> Self::Output {
        Q::new(Node::Not(Box::new(is_true(self.node()))))
    }
}

impl<M: Model, X: Context, D> Not for Q<M, X, D> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(self.node.negated())
    }
}

/// What decides for each row: a [`Q`], or a boolean expression.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a predicate, so no query set can be filtered by it",
    label = "not a predicate",
    note = "several are joined by `&`, `|` or `^`, and negated by `!`",
    note = "a lookup makes one: `entry::rating.gt(3)`; a boolean field is one by itself; Django raises TypeError: Cannot filter against a non-conditional expression."
)]
pub trait Conditional {
    /// The model that it is about.
    type Model: Model;
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is about a window.
    type Depth: Depth;

    /// What to write into the query state.
    #[doc(hidden)]
    fn conditional(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<M: Model, X: Context, D: Depth> Conditional for Q<M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn conditional(self) -> Node {
        self.node
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, N: 'static> Conditional for Expr<E, Bool, N> {
    type Model = E::Model;
    type Context = E::Context;
    type Depth = Seen<E>;

    fn conditional(self) -> Node {
        is_true(self.node())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Conditional + Clone> Conditional for &T {
    type Model = T::Model;
    type Context = T::Context;
    type Depth = T::Depth;

    fn conditional(self) -> Node {
        self.clone().conditional()
    }
}

/// What a query set on `M` can be filtered by.
pub trait Predicate<M> {
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is about a window.
    type Depth: Depth;

    /// What to write into the query state.
    #[doc(hidden)]
    fn predicate(self) -> Node;
}

impl<M: Model + Reads<P::Model>, P: Conditional> Predicate<M> for P {
    type Context = P::Context;
    type Depth = P::Depth;

    fn predicate(self) -> Node {
        self.conditional()
    }
}

fn is_true(node: Node) -> Node {
    if node.is_predicate() {
        return node;
    }
    let right = Right::One(Node::Value(Value::Bool(true)));
    Node::Lookup(Box::new(Lookup { name: LookupName::Exact, left: node, right }))
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
pub fn exists<M, T, R, S, X>(query: QuerySet<T, R, S, X>) -> Expr<Computed<M, Shifted<X>>, Bool>
where
    M: Model,
    T: Model,
    X: Context,
    X::Parent: Inside<M>,
{
    Expr::computed(Node::Exists(Box::new(query.into_state())))
}

/// The value that `query` gives for each row: its rows are one column, and there is one at most.
/// `None` where it gives no row.
///
/// Inside `query`, [`outer()`](crate::outer) refers to the row around. A database refuses a query that
/// gives several rows, or SQLite takes the first: write `limit(1)`.
///
/// Django: `Subquery(queryset.values("headline")[:1])`. SQL: `(SELECT …)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).order_by(entry::pub_date.desc());
/// let newest = subquery(entries.values_list(entry::headline).limit(1));
/// let rows: Vec<(Blog, Option<String>)> = Blog::objects().annotate(&newest).all(&db).await?;
/// assert!(rows[0].1.is_some());
/// # Ok(()) });
/// ```
#[doc(alias = "Subquery")]
pub fn subquery<M, T, R, S, X, V>(
    query: QuerySet<T, R, S, X>,
) -> Expr<Computed<M, Shifted<X>>, KindOf<V>, Nullable>
where
    M: Model,
    T: Model,
    R: Column1<Value = V>,
    X: Context,
    V: FieldValue,
    X::Parent: Inside<M>,
{
    let state = query.into_state();
    Expr::computed(Node::Subquery(Box::new(Subquery { state, kind: KindOf::<V>::TYPE, of_rows: false })))
}

/// The values that `query` gives for each row, as a `Vec`: its rows are one column. It is empty where
/// there are no rows. A value that may be `NULL` is an `Option` in it.
///
/// Inside `query`, [`outer()`](crate::outer) refers to the row around; its order is that of the values.
///
/// Django: `ArraySubquery(queryset.values("headline"))`. SQL: `ARRAY(SELECT …)`. Databases: PostgreSQL.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).order_by(entry::id);
/// let headlines = array_subquery(entries.values_list(entry::headline));
/// let query = Blog::objects().values_list((blog::name, headlines));
/// assert_eq!(
///     query.sql::<Postgres>().unwrap(),
///     r#"SELECT "blog_blog"."name", ARRAY (SELECT "U0"."headline" FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id" ORDER BY "U0"."id" ASC) FROM "blog_blog""#
/// );
/// ```
#[doc(alias = "ArraySubquery")]
pub fn array_subquery<M, T, R, S, X, I>(
    query: QuerySet<T, R, S, X>,
) -> Expr<Computed<M, Merged<Shifted<X>, OnPostgres>>, Array<Vec<I>>>
where
    M: Model,
    T: Model,
    R: Column1<Item = I>,
    X: Context,
    I: ArrayItem,
    X::Parent: Inside<M>,
    Shifted<X>: Merge<OnPostgres>,
{
    let (state, kind) = (query.into_state(), Array::<Vec<I>>::TYPE);
    Expr::computed(Node::Subquery(Box::new(Subquery { state, kind, of_rows: true })))
}
