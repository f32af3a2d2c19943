//! Common table expressions: [`cte!`](crate::cte).

use std::any::TypeId;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::backend::{BackendSet, Everywhere, No};
use crate::context::{Closed, Context, Merge, Merged};
use crate::depth::PerRow;
use crate::expr::{At, Expr, Field, Source};
use crate::field::FieldValue;
use crate::kind::{Comparable, Integer, Kind, KindOf};
use crate::label::Name;
use crate::meta;
use crate::model::{Column, KeyIsGiven, Model};
use crate::path::{NotNull, Nullability, Nullable, Root, Step};
use crate::query_set::{FitsAll, IsOneQuery, QuerySet, Stages, Values, ValuesList};
use crate::record::{Cons, FieldList, Find, Key, Nil, Slot};
use crate::state::{self, Body, NewColumn, Node, State};

/// A common table expression: the rows of a query, which others read under the name `N`. [`cte!`](crate::cte)
/// makes it.
///
/// `L` is the list of its columns, which are the fields that the query selects by `values()`; `B` the
/// databases that can run it. [`rows()`](Self::rows) reads it alone, [`on()`](Self::on) joins it to a model.
pub struct Cte<N, L, B = Everywhere> {
    definition: Arc<state::Cte>,
    columns: PhantomData<fn() -> (N, L, B)>,
}

impl<N, L, B> Clone for Cte<N, L, B> {
    fn clone(&self) -> Self {
        Self::of(Arc::clone(&self.definition))
    }
}

impl<N: Name, L, B> fmt::Debug for Cte<N, L, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cte({})", N::NAME)
    }
}

/// A common table expression that is joined to the rows of `M`: see [`Cte::on`].
pub struct JoinedCte<M, N, L, B = Everywhere, O = NotNull> {
    definition: Arc<state::Cte>,
    step: &'static Step,
    columns: PhantomData<fn() -> (M, N, L, B, O)>,
}

impl<M, N, L, B, O> Clone for JoinedCte<M, N, L, B, O> {
    fn clone(&self) -> Self {
        Self { definition: Arc::clone(&self.definition), step: self.step, columns: PhantomData }
    }
}

/// The kind of what stands in a list of fields.
pub trait SlotKind {
    /// The kind of its values.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null: Nullability;
}

impl<V: FieldValue> SlotKind for V {
    type Kind = KindOf<V>;
    type Null = NotNull;
}

impl<V: FieldValue> SlotKind for Option<V> {
    type Kind = KindOf<V>;
    type Null = Nullable;
}

/// Where a field was not found.
impl SlotKind for Nil {
    type Kind = Integer;
    type Null = NotNull;
}

/// A list of fields as the columns of a table.
pub trait CteList: FieldList {
    #[doc(hidden)]
    fn columns(all: &mut Vec<NewColumn>);
}

impl CteList for Nil {
    fn columns(_all: &mut Vec<NewColumn>) {}
}

impl<K: Key, V: Slot + SlotKind, T: CteList> CteList for Cons<K, V, T> {
    fn columns(all: &mut Vec<NewColumn>) {
        let null = TypeId::of::<V::Null>() == TypeId::of::<Nullable>();
        all.push(NewColumn { key: K::key(), kind: <V::Kind as Kind>::TYPE, null });
        T::columns(all);
    }
}

/// Says that rows have names for their fields, which are then the columns of a common table expression.
#[diagnostic::on_unimplemented(
    message = "a common table expression is made of the rows of `values()`, and these are `{Self}`",
    label = "the columns have no names",
    note = "write `.values((entry::id, &n))`: a computed column gets its name by `named!(n: …);`"
)]
pub trait HasColumns<L> {}

#[diagnostic::do_not_recommend]
impl<L> HasColumns<L> for Values<L> {}

/// Says that rows have the columns `L`, so that a recursive common table expression can go on with them.
#[diagnostic::on_unimplemented(
    message = "the second part of a common table expression goes on with the columns of the first, and its rows are `{Self}`",
    label = "the second part selects other columns",
    note = "select as many columns of the same types: `values_list((event::id, parent.col(&depth) + 1))`",
    note = "a column that may be `NULL` in the second part has to be one that may be in the first"
)]
pub trait GoesOn<L> {}

#[diagnostic::do_not_recommend]
impl<L, T: FitsAll<L>> GoesOn<L> for ValuesList<T> {}
#[diagnostic::do_not_recommend]
impl<L, P: FitsAll<L>> GoesOn<L> for Values<P> {}

/// A column of a model itself, by which a common table expression is joined.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column that a common table expression can be joined by",
    label = "not a column of the model itself",
    note = "write `tree.on(event::parent_id, event::id)`; what else must hold goes into `filter(…)`"
)]
pub trait JoinsBy {
    /// The model that has it.
    type Model: Model;
    /// Its kind.
    type Kind: Kind;

    #[doc(hidden)]
    fn column() -> &'static meta::Column;
}

#[diagnostic::do_not_recommend]
impl<C: Column, K: Kind, N> JoinsBy for Expr<At<Root<C::Model>, C>, K, N> {
    type Model = C::Model;
    type Kind = K;
    fn column() -> &'static meta::Column {
        C::meta()
    }
}

/// The source of a column of a common table expression, known by `K`, in queries on `M`.
pub struct CteColumn<M, K, B> {
    node: Node,
    column: PhantomData<fn() -> (M, K, B)>,
}

impl<M, K, B> Clone for CteColumn<M, K, B> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), column: PhantomData }
    }
}

impl<M: Model, K: 'static, B: BackendSet> Source for CteColumn<M, K, B> {
    type Model = M;
    type Context = B::Context;
    type Depth = PerRow;

    fn name() -> &'static str {
        "column"
    }

    fn node(&self) -> Node {
        self.node.clone()
    }
}

impl<M: 'static, K: Key, B: 'static> Key for CteColumn<M, K, B> {
    fn model() -> &'static str {
        K::model()
    }

    fn name() -> &'static str {
        K::name()
    }

    fn key() -> String {
        K::key()
    }
}

/// The slot of the field `F` in the list `L`.
type SlotOf<L, F, I> = <L as Find<<F as Field>::Key, I>>::Slot;

/// A column of a common table expression, in queries on `M`; `O` is whether it may miss a row.
type ColumnOf<M, L, F, I, B, O = NotNull> = Expr<
    CteColumn<M, <F as Field>::Key, B>,
    <SlotOf<L, F, I> as SlotKind>::Kind,
    <O as Nullability>::Or<<SlotOf<L, F, I> as SlotKind>::Null>,
>;

impl<N, L, B> Cte<N, L, B> {
    fn of(definition: Arc<state::Cte>) -> Self {
        Self { definition, columns: PhantomData }
    }

    fn changed(&self, body: Body, materialized: Option<bool>) -> Self {
        Self::of(Arc::new(state::Cte { model: self.definition.model, body, materialized }))
    }
}

impl<N: Name, L: CteList, B: BackendSet> Cte<N, L, B> {
    fn new(body: Body) -> Self {
        let columns = || {
            let mut all = Vec::new();
            L::columns(&mut all);
            all
        };
        let model = state::table_of(TypeId::of::<(N, L)>(), N::NAME, columns);
        Self::of(Arc::new(state::Cte { model, body, materialized: None }))
    }

    /// The rows of it alone, as records. Its columns are those of [`col()`](Self::col).
    ///
    /// SQL: `SELECT … FROM "tree"`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// named!(n: entry::id.count());
    /// cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    /// let most = busy.rows().filter(busy.col(&n).gt(1)).values_list(busy.col(entry::blog_id)).flat();
    /// let blogs = Blog::objects().filter(blog::id.in_(most)).all(&db).await?;
    /// assert_eq!(blogs.len(), 1);
    /// # Ok(()) });
    /// ```
    pub fn rows(&self) -> QuerySet<CteRow<N>, Values<L>, crate::Stage, B::Context> {
        QuerySet::of_state(State::of_cte(Arc::clone(&self.definition)), Values::new())
    }

    /// A column of its rows, by the field that it was selected as. A field that was not selected does not
    /// compile.
    pub fn col<F: Field, I>(&self, _field: F) -> ColumnOf<CteRow<N>, L, F, I, B>
    where
        L: Find<F::Key, I>,
        SlotOf<L, F, I>: SlotKind,
        F::Key: 'static,
    {
        let node = self.definition.column(<L as Find<F::Key, I>>::PLACE, None);
        Expr::from_source(CteColumn { node, column: PhantomData })
    }

    /// It, joined to the rows of a model: those whose `own` column equals its column `theirs`.
    ///
    /// Its columns there are those of [`JoinedCte::col`]. A query that reads one of them joins it; a row
    /// of the model that it has no row for is left out then.
    ///
    /// SQL: `INNER JOIN "tree" ON …`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// named!(n: entry::id.count());
    /// cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    /// let busy = busy.on(blog::id, entry::blog_id);
    /// let rows: Vec<(Blog, i64)> = Blog::objects().annotate(busy.col(&n)).order_by(busy.col(&n)).all(&db).await?;
    /// assert_eq!(rows[0].1, 2);
    /// # Ok(()) });
    /// ```
    pub fn on<C, F, I>(&self, own: C, theirs: F) -> JoinedCte<C::Model, N, L, B>
    where
        C: JoinsBy<Kind: Comparable<<SlotOf<L, F, I> as SlotKind>::Kind>>,
        F: Field,
        L: Find<F::Key, I>,
        SlotOf<L, F, I>: SlotKind,
    {
        self.joined(own, theirs, false)
    }

    /// It, joined as by [`on()`](Self::on), where a row of the model that it has no row for stays: its
    /// columns are `None` then.
    ///
    /// SQL: `LEFT JOIN "tree" ON …`.
    pub fn left_on<C, F, I>(&self, own: C, theirs: F) -> JoinedCte<C::Model, N, L, B, Nullable>
    where
        C: JoinsBy<Kind: Comparable<<SlotOf<L, F, I> as SlotKind>::Kind>>,
        F: Field,
        L: Find<F::Key, I>,
        SlotOf<L, F, I>: SlotKind,
    {
        self.joined(own, theirs, true)
    }

    fn joined<C, F, I, O>(&self, _own: C, _theirs: F, outer: bool) -> JoinedCte<C::Model, N, L, B, O>
    where
        C: JoinsBy,
        F: Field,
        L: Find<F::Key, I>,
    {
        let place = <L as Find<F::Key, I>>::PLACE;
        let step = self.definition.join(C::Model::META, C::column().column, place, outer);
        JoinedCte { definition: Arc::clone(&self.definition), step, columns: PhantomData }
    }

    /// Leaves rows out that are there already, and goes on with new ones only: a recursive one ends then,
    /// though its rows lead in circles.
    ///
    /// SQL: `UNION` instead of `UNION ALL`.
    #[must_use]
    pub fn distinct(&self) -> Self {
        let body = match self.definition.body.clone() {
            Body::Recursive { first, next, .. } => Body::Recursive { first, next, distinct: true },
            Body::Query(mut state) => {
                state.distinct = state::Distinct::Rows;
                Body::Query(state)
            }
            Body::Itself => Body::Itself,
        };
        self.changed(body, self.definition.materialized)
    }

    /// Lets the database compute its rows once and keep them, however often they are read.
    ///
    /// MariaDB and MySQL decide by themselves.
    ///
    /// SQL: `AS MATERIALIZED`.
    #[must_use]
    pub fn materialized(&self) -> Self {
        self.changed(self.definition.body.clone(), Some(true))
    }

    /// Lets the database put its query where it is read.
    ///
    /// MariaDB and MySQL decide by themselves.
    ///
    /// SQL: `AS NOT MATERIALIZED`.
    #[must_use]
    pub fn not_materialized(&self) -> Self {
        self.changed(self.definition.body.clone(), Some(false))
    }
}

impl<M: Model, N: Name, L, B: BackendSet, O: Nullability> JoinedCte<M, N, L, B, O> {
    /// A column of its rows, in queries on the model that it is joined to: to be annotated, selected,
    /// compared, ordered by. A field that was not selected does not compile.
    pub fn col<F: Field, I>(&self, _field: F) -> ColumnOf<M, L, F, I, B, O>
    where
        L: Find<F::Key, I>,
        SlotOf<L, F, I>: SlotKind,
        F::Key: 'static,
    {
        let node = self.definition.column(<L as Find<F::Key, I>>::PLACE, Some(self.step));
        Expr::from_source(CteColumn { node, column: PhantomData })
    }
}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Keeps the rows for which a common table expression has a row, though nothing of it is read; one of
    /// [`left_on()`](Cte::left_on) keeps all. A row stands there once for each row it has.
    ///
    /// SQL: `INNER JOIN "tree" ON …`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// cte!(written: Entry::objects().distinct().values(entry::blog_id));
    /// let blogs = Blog::objects().join(&written.on(blog::id, entry::blog_id)).all(&db).await?;
    /// assert_eq!(blogs.len(), 1);
    /// # Ok(()) });
    /// ```
    pub fn join<N: Name, L, B: BackendSet, O>(
        mut self,
        cte: &JoinedCte<M, N, L, B, O>,
    ) -> QuerySet<M, R, S, Merged<X, B::Context>>
    where
        S::Origin: IsOneQuery,
        X: Merge<B::Context>,
    {
        self.state_mut().alias(cte.definition.column(0, Some(cte.step)));
        self.restage()
    }
}

/// The rows of the common table expression `N`, where a model would stand. There are no instances of it.
pub struct CteRow<N> {
    never: Infallible,
    name: PhantomData<fn() -> N>,
}

impl<N> Clone for CteRow<N> {
    fn clone(&self) -> Self {
        match self.never {}
    }
}

/// What stands for the primary key of rows that have none.
pub struct CteKey<N>(PhantomData<fn() -> N>);

impl<N: Name> Column for CteKey<N> {
    type Model = CteRow<N>;
    type Kind = Integer;
    type Null = NotNull;
    type IsKey = No;
    const AT: usize = 0;

    fn meta() -> &'static meta::Column {
        const { &meta::Column::new(0, N::NAME, "", meta::FieldType::BigInteger) }
    }
}

impl<N: Name> Model for CteRow<N> {
    const META: &'static meta::Model = &meta::Model(meta::Source::Known(&state::table(N::NAME)));
    type Key = Integer;
    type Fields = Nil;
    type KeyColumn = CteKey<N>;
    type KeyPlace = ();
    type NewKey = KeyIsGiven;
    type Row = Infallible;

    fn of_fields(row: Infallible) -> Self {
        match row {}
    }

    fn by_fields(&self) -> Infallible {
        self.never
    }
}

/// What [`cte!`](crate::cte) makes of a query.
#[doc(hidden)]
pub fn cte_of<N, M, R, L, S, X>(query: QuerySet<M, R, S, X>) -> Cte<N, L, X::Backends>
where
    N: Name,
    M: Model,
    R: HasColumns<L>,
    L: CteList,
    S: Stages,
    X: Context<Parent: Closed, Grandparent: Closed>,
{
    Cte::new(Body::Query(query.into_state()))
}

/// What [`cte!`](crate::cte) makes of a query and one that goes on from its rows.
#[doc(hidden)]
pub fn recursive_cte_of<N, M, R, L, S, X, T, Q, P, Y>(
    first: QuerySet<M, R, S, X>,
    next: impl FnOnce(Cte<N, L>) -> QuerySet<T, Q, P, Y>,
) -> Cte<N, L, <X::Backends as BackendSet>::And<Y::Backends>>
where
    N: Name,
    M: Model,
    R: HasColumns<L>,
    L: CteList,
    S: Stages,
    X: Context<Parent: Closed, Grandparent: Closed>,
    T: Model,
    Q: GoesOn<L>,
    P: Stages,
    Y: Context<Parent: Closed, Grandparent: Closed>,
{
    let next = Box::new(next(Cte::new(Body::Itself)).into_state());
    Cte::new(Body::Recursive { first: first.into_state(), next, distinct: false })
}

/// Gives a query a name, under which other queries read its rows: a common table expression. With a
/// second argument it is recursive.
///
/// The name is a variable with the [`Cte`], and the table's name in SQL: one that is called like a table
/// that the query reads, or like another one in it, is refused as [`Error::InvalidQuery`](crate::Error). The
/// query selects its columns by `values()`; a computed one has a name of its own by
/// [`named!`](crate::named).
///
/// A recursive one begins with the rows of the query, and goes on with those of another that reads the
/// rows found last, until it finds none. Databases take the types of its columns from the first query;
/// texts have up to 4,000 characters on MariaDB and MySQL.
///
/// Django: none; `With` and `CTE` of django-cte. SQL: `WITH [RECURSIVE] "tree" AS (…)`.
///
/// # Example: a tree
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// named!(depth: value(0_i64));
/// let roots = Event::objects().filter(event::parent_id.isnull(true)).values((event::id, &depth));
/// cte!(tree: roots, |tree| {
///     let parent = tree.on(event::parent_id, event::id);
///     Event::objects().values_list((event::id, parent.col(&depth) + 1))
/// });
///
/// let node = tree.on(event::id, event::id);
/// let rows: Vec<(Event, i64)> =
///     Event::objects().annotate(node.col(&depth)).order_by((node.col(&depth), event::name)).all(&db).await?;
/// # let _ = rows;
/// # Ok(()) });
/// ```
#[macro_export]
macro_rules! cte {
    (@name $name:ident) => {
        #[allow(non_camel_case_types, reason = "the name is the one of the variable")]
        enum $name {}

        impl $crate::Name for $name {
            const NAME: &'static str = stringify!($name);
        }
    };
    ($name:ident: $query:expr $(,)?) => {
        $crate::cte!(@name $name);
        let $name = $crate::cte_of::<$name, _, _, _, _, _>($query);
    };
    ($name:ident: $first:expr, $next:expr $(,)?) => {
        $crate::cte!(@name $name);
        let $name = $crate::recursive_cte_of::<$name, _, _, _, _, _, _, _, _, _>($first, $next);
    };
}
