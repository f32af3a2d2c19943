//! [`RelatedSet`]: the rows that an instance leads to, and what binds rows to it.

use std::marker::PhantomData;

use futures_util::FutureExt;

use super::{Direct, Either, Fetch, Instances, Of, QuerySet, Stage, ThroughDefaults, Whole};
use crate::backend::RunsOn;
use crate::compile;
use crate::context::{Closed, Context};
use crate::create::{Builder, New, NewRow};
use crate::db::{Executor, Runner};
use crate::error::Error;
use crate::link::Link;
use crate::literal::{Fits, Item};
use crate::meta::{self, Join};
use crate::model::Model;
use crate::operand::List;
use crate::path::{Followed, Many, Nullable, Relation, Step, intern, intern_relation};
use crate::state::{ColumnRef, Lookup, LookupName, Node, Related, Right, State};
use crate::value::Value;

/// A relation that may lead to several rows. Implemented by generated code.
pub trait ToMany: Relation<Card = Many> {
    /// Whether the rows have an order of their own: [`Ordered`](crate::Ordered) or
    /// [`Unordered`](crate::Unordered).
    type Order: Either;
    /// What binds the rows: [`ByKey`] or [`ByPairs`].
    type Link;
    /// The builder of a row at its other end, bound already.
    type Create: Builder<Model = Self::Target>;
}

/// The rows are bound by a foreign key of theirs, nullable by `N`.
pub struct ByKey<N>(PhantomData<fn() -> N>);

/// The rows are bound by pairs in a table between. `P` is the builder of a pair that has its two keys; where a pair
/// has nothing else, the [`New`] row itself.
pub struct ByPairs<P>(PhantomData<fn() -> P>);

/// The rows that an instance leads to by the relation `R`: what generated methods such as
/// `blog.entry_set()` and `product.tags()` give.
///
/// A filter right after it speaks of the pairs that bind the rows, where there are such: of the author
/// whose entries these are, not of another one of theirs.
///
/// It is a query set like any other, which also creates rows and binds them to the instance:
/// [`create`](QuerySet::create), [`add`](QuerySet::add), [`remove`](QuerySet::remove),
/// [`set`](QuerySet::set) and [`clear`](QuerySet::clear). As a plain query set, for a function that
/// takes one, it goes by `into()`.
///
/// Django: a related manager, `blog.entry_set`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let blog = Blog::objects().earliest_by(blog::id, &db).await?;
/// let hot = blog.entry_set().filter(entry::rating.gte(4)).order_by(entry::pub_date).all(&db).await?;
/// let new = blog.entry_set().create().headline("Let It Be").body_text("…");
/// new.pub_date(jiff::civil::date(2025, 5, 8)).save(&db).await?;
/// # let _ = hot;
/// # Ok(()) });
/// ```
pub type RelatedSet<R> =
    QuerySet<<R as Relation>::Target, Instances, Stage<<R as ToMany>::Order, Whole, Of<R>>>;

/// The rows that `instance` leads to. Generated code calls it.
#[doc(hidden)]
pub fn related_set<R: ToMany>(instance: &R::Model) -> RelatedSet<R> {
    let (state, from) = related_state(R::meta(), R::Model::META, instance);
    let (pair, sticky) = match R::meta().join {
        Join::Direct { .. } => (Vec::new(), false),
        Join::Through { through, .. } => (vec![None; through.columns.len()], true),
    };
    let related = Some(Box::new(Related { relation: R::meta(), from, pair, sticky }));
    let state = State { related, ..state.of_objects() };
    QuerySet { state, rows: Instances, stage: PhantomData }
}

/// Reads the row that `instance` leads to. Generated code calls it.
#[doc(hidden)]
pub fn related_row<'d, R: Relation>(
    instance: &R::Model,
    db: impl Executor<'d>,
) -> Fetch<'d, Option<R::Target>> {
    let runner = db.runner();
    let (state, _) = related_state(R::meta(), R::Model::META, instance);
    let compiled = compile::select(&state, runner.dialect());
    Fetch::new(R::Target::META, async move {
        let rows = runner.fetch(compiled, |cells| R::Target::decode(cells, 0)).await?;
        Ok(rows.into_iter().next())
    })
}

/// Reads the row that `instance` leads to, which must be there. Generated code calls it.
#[doc(hidden)]
pub fn sure_related_row<'d, R: Relation>(instance: &R::Model, db: impl Executor<'d>) -> Fetch<'d, R::Target> {
    let row = related_row::<R>(instance, db);
    Fetch::new(R::Target::META, async move {
        row.await?.ok_or(Error::DoesNotExist { model: R::Target::META.name })
    })
}

/// The query of the rows that an instance leads to, and the value of the instance that leads there.
fn related_state<M: Model>(
    relation: &'static meta::Relation,
    model: &'static meta::Model,
    instance: &M,
) -> (State, Value) {
    let mut state = State::new(relation.target);
    let value = |column: &str| instance.value(model.by_column(column).position);
    let from = match relation.join {
        Join::Direct { from, to } => {
            let from = value(from);
            state.filter(Node::exact(relation.target.by_column(to), from.clone()));
            from
        }
        Join::Through { from, .. } => {
            let steps = Some(intern(Step {
                parent: None,
                relation: Followed::Known(way_back(relation, model)),
                filter: None,
            }));
            let left = Node::Column(ColumnRef { steps, column: model.by_column(from) });
            let from = value(from);
            let right = Right::One(Node::Value(from.clone()));
            state.filter(Node::Lookup(Box::new(Lookup { name: LookupName::Exact, left, right })));
            from
        }
    };
    state.none = from.is_null();
    (state, from)
}

/// The other direction of a relation by pairs.
fn way_back(relation: &'static meta::Relation, model: &'static meta::Model) -> &'static meta::Relation {
    let Join::Through { from, through, through_from, through_to, to } = relation.join else {
        unreachable!("a foreign key is a column of the rows themselves");
    };
    let join =
        Join::Through { from: to, through, through_from: through_to, through_to: through_from, to: from };
    intern_relation(meta::Relation {
        model: relation.target.name,
        name: relation.name,
        target: model,
        null: true,
        many: true,
        forward: !relation.forward,
        symmetrical: relation.symmetrical,
        join,
    })
}

/// Instances of `T`: a reference to one, or a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an instance of `{T}` nor a list of them",
    label = "write `&instance`, or a slice, `Vec` or array of instances",
    note = "the keys of rows are given to `add_keys`, `remove_keys` and `set_keys`",
    note = "Django raises TypeError: '{T}' instance expected"
)]
pub trait InstanceList<T> {
    #[doc(hidden)]
    fn each(self, visit: &mut dyn FnMut(&T));
}

macro_rules! instance_lists {
    ($([$($generics:tt)*] $list:ty, |$own:ident, $visit:ident| $each:expr;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: Model, $($generics)*> InstanceList<T> for $list {
                fn each(self, $visit: &mut dyn FnMut(&T)) {
                    let $own = self;
                    $each;
                }
            }
        )*
    };
}

instance_lists! {
    [] &T, |instance, visit| visit(instance);
    [] &[T], |list, visit| list.iter().for_each(visit);
    [] &Vec<T>, |list, visit| list.iter().for_each(visit);
    [const LENGTH: usize] &[T; LENGTH], |list, visit| list.iter().for_each(visit);
    [const LENGTH: usize] [&T; LENGTH], |list, visit| list.into_iter().for_each(visit);
    [] Vec<&T>, |list, visit| list.into_iter().for_each(visit);
}

/// Says that rows can do without the row that they are bound to.
#[diagnostic::on_unimplemented(
    message = "these rows cannot do without their relation: their foreign key is not declared `null`",
    label = "the foreign key cannot be `NULL`",
    note = "`add` the rows to another instance, or delete them",
    note = "Django raises AttributeError: 'RelatedManager' object has no attribute 'clear'"
)]
pub trait CanBeCut {}

#[diagnostic::do_not_recommend]
impl CanBeCut for ByKey<Nullable> {}
impl<P> CanBeCut for ByPairs<P> {}

/// Says that rows are bound by pairs, and that `D` fills the pairs.
#[diagnostic::on_unimplemented(
    message = "these rows are bound by a foreign key of their own, not by pairs",
    label = "give the instances: `add(&entry, &db)`",
    note = "Django raises TypeError: 'Entry' instance expected, got 1"
)]
pub trait BindsKeys {}

#[diagnostic::do_not_recommend]
impl<P> BindsKeys for ByPairs<P> {}

/// Says that rows are bound by pairs of which more can be said than two keys.
#[diagnostic::on_unimplemented(
    message = "`through_defaults()` is for many-to-many relations",
    label = "these rows are bound by a foreign key of their own",
    note = "Django raises TypeError: add() got an unexpected keyword argument 'through_defaults'"
)]
pub trait HasPairs {
    /// The builder of a pair that has its two keys.
    type Pair: Builder;
}

#[diagnostic::do_not_recommend]
impl<P: Builder> HasPairs for ByPairs<P> {
    type Pair = P;
}

/// Says that rows can be bound with what is known of their pairs: with `D` being `()` nothing but their
/// keys.
pub trait Binds<D> {}

impl<N> Binds<()> for ByKey<N> {}
impl<P: NewRow> Binds<()> for ByPairs<P> {}
impl<P> Binds<ThroughDefaults> for ByPairs<P> {}

impl<M, R, D, O, K, X> QuerySet<M, Instances, Stage<O, Whole, Of<R, D>, K>, X>
where
    M: Model,
    R: ToMany<Target = M>,
    O: Either,
    K: 'static,
    D: 'static,
    X: Context,
{
    /// Begins a new row that is bound to the instance: `save(&db)` writes it, and its pair where the
    /// relation has pairs.
    ///
    /// Django: `blog.entry_set.create(…)`. SQL: `INSERT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let theme = Theme::create().name("Spring").order(1).save(&db).await?;
    /// let blog = theme.blogs().create().name("Green").tagline("Leaves").save(&db).await?;
    /// assert_eq!(blog.theme_id, Some(theme.id));
    /// # Ok(()) });
    /// ```
    pub fn create(&self) -> R::Create
    where
        R::Link: Binds<D>,
    {
        R::Create::of(self.bound(New::new()))
    }

    /// A new row, bound to the instance.
    pub(super) fn bound(&self, new: New<M>) -> New<M> {
        let related = self.related();
        match related.relation.join {
            Join::Direct { to, .. } => new.set(M::META.by_column(to).position, related.from.clone()),
            Join::Through { .. } => new.paired(related.clone()),
        }
    }

    /// Gives the pairs that will be made more than their two keys.
    ///
    /// Django: `add(…, through_defaults={"stars": 2})`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # use queryset::demo::blog::{Book, Reading};
    /// # tokio_test(async |db| {
    /// # let book = Book::create().title("Emma").save(&db).await?;
    /// # let reader = Person::create().name("Ann").save(&db).await?;
    /// book.readers().through_defaults(|reading| reading.stars(2)).add(&reader, &db).await?;
    /// # assert_eq!(Reading::objects().get(&db).await?.stars, Some(2));
    /// # Ok(()) });
    /// ```
    pub fn through_defaults<N>(
        mut self,
        pair: impl FnOnce(<R::Link as HasPairs>::Pair) -> N,
    ) -> QuerySet<M, Instances, Stage<O, Whole, Of<R, ThroughDefaults>, K>, X>
    where
        R::Link: HasPairs,
        N: NewRow<Model = <<R::Link as HasPairs>::Pair as Builder>::Model>,
    {
        let new = pair(<R::Link as HasPairs>::Pair::of(New::new()));
        if let Some(related) = &mut self.state.related {
            related.pair = new.row().values;
        }
        self.restage()
    }

    /// Binds rows to the instance. Those that are bound to it already stay so.
    ///
    /// The instances that are given do not change: `refresh` them to see their foreign key.
    ///
    /// Django: `add(…)`. SQL: `UPDATE` of their foreign key, or `INSERT` of pairs.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database. Nothing is changed.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entry = Entry::objects().earliest_by(entry::id, &db).await?;
    /// let authors = ["Paul", "John"].map(|name| Author::create().name(name).email("a@example.com"));
    /// let authors = Author::objects().bulk_create(authors, &db).await?;
    /// entry.authors().add(&authors, &db).await?;
    /// entry.authors().remove(&authors[0], &db).await?;
    /// assert_eq!(entry.authors().count(&db).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn add<'d, I: InstanceList<M>, E: Executor<'d>>(&self, instances: I, db: E) -> Fetch<'d, ()>
    where
        R::Link: Binds<D>,
    {
        let link = self.link();
        let keys = keys(&link, instances);
        bind(link, keys, db.runner())
    }

    /// Binds the rows with these keys to the instance.
    ///
    /// Django: `add(2, 3)`. SQL: `INSERT` of pairs.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn add_keys<'d, L, E: Executor<'d>>(&self, keys: L, db: E) -> Fetch<'d, ()>
    where
        R::Link: BindsKeys + Binds<D>,
        L: List<Item: Item<Value: Fits<M::Key>>>,
    {
        bind(self.link(), keys.values(), db.runner())
    }

    /// Takes rows away from the instance. The rows themselves stay.
    ///
    /// Django: `remove(…)`. SQL: `UPDATE` of their foreign key to `NULL`, or `DELETE` of pairs.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when the foreign key of one does not point at the instance; any other of
    /// the database. Nothing is changed.
    pub fn remove<'d, I: InstanceList<M>, E: Executor<'d>>(&self, instances: I, db: E) -> Fetch<'d, ()>
    where
        R::Link: CanBeCut,
    {
        let (link, mut keys, mut unbound) = (self.link(), Vec::new(), false);
        instances.each(&mut |instance| {
            unbound |= link.foreign_key().is_some_and(|key| !key.binds(instance));
            keys.push(instance.value(link.key().position));
        });
        match unbound {
            true => refused(M::META),
            false => unbind(link, keys, db.runner()),
        }
    }

    /// Takes the rows with these keys away from the instance.
    ///
    /// Django: `remove(2, 3)`. SQL: `DELETE` of pairs.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database. Nothing is changed.
    pub fn remove_keys<'d, L, E: Executor<'d>>(&self, keys: L, db: E) -> Fetch<'d, ()>
    where
        R::Link: BindsKeys,
        L: List<Item: Item<Value: Fits<M::Key>>>,
    {
        unbind(self.link(), keys.values(), db.runner())
    }

    /// Binds these rows to the instance, and takes the other rows of this query set away from it.
    ///
    /// Django: `set([…])`. SQL: `SELECT` of what is bound, then what [`remove`](Self::remove) and
    /// [`add`](Self::add) do, for what differs.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database. Nothing is changed.
    pub fn set<'d, I: InstanceList<M>, E: Executor<'d>>(&self, instances: I, db: E) -> Fetch<'d, ()>
    where
        R::Link: CanBeCut + Binds<D>,
        X::Parent: Closed,
        X::Backends: RunsOn<E::Backend>,
    {
        let link = self.link();
        let keys = keys(&link, instances);
        replace(link, self.state.clone(), keys, db.runner())
    }

    /// Binds the rows with these keys to the instance, and takes the other rows of this query set away
    /// from it.
    ///
    /// Django: `set([2, 3])`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database. Nothing is changed.
    pub fn set_keys<'d, L, E: Executor<'d>>(&self, keys: L, db: E) -> Fetch<'d, ()>
    where
        R::Link: BindsKeys + Binds<D>,
        L: List<Item: Item<Value: Fits<M::Key>>>,
        X::Parent: Closed,
        X::Backends: RunsOn<E::Backend>,
    {
        replace(self.link(), self.state.clone(), keys.values(), db.runner())
    }

    /// Takes all rows of this query set away from the instance. The rows themselves stay.
    ///
    /// Django: `clear()`. SQL: `UPDATE` of their foreign key to `NULL`, or `DELETE` of pairs.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database. Nothing is changed.
    pub fn clear<'d, E: Executor<'d>>(&self, db: E) -> Fetch<'d, ()>
    where
        R::Link: CanBeCut,
        X::Parent: Closed,
        X::Backends: RunsOn<E::Backend>,
    {
        let (link, state, runner) = (self.link(), self.state.clone(), db.runner());
        Fetch::new(M::META, async move {
            match link.removes_at_once(0, &runner) {
                true => link.clear(state, runner).await,
                false => {
                    runner.atomically(|runner| async move { link.clear(state, runner).await }.boxed()).await
                }
            }
        })
    }

    fn related(&self) -> &Related {
        self.state.related.as_ref().expect("the stage says that there is one")
    }

    fn link(&self) -> Link {
        Link::of(self.related())
    }
}

fn keys<T: Model>(link: &Link, instances: impl InstanceList<T>) -> Vec<Value> {
    let mut keys = Vec::new();
    instances.each(&mut |instance| keys.push(instance.value(link.key().position)));
    keys
}

fn bind(link: Link, keys: Vec<Value>, runner: Runner<'_>) -> Fetch<'_, ()> {
    Fetch::new(link.model(), async move {
        match link.adds_at_once(keys.len(), &runner) {
            true => link.add(&keys, runner).await,
            false => runner.atomically(|runner| async move { link.add(&keys, runner).await }.boxed()).await,
        }
    })
}

fn unbind(link: Link, keys: Vec<Value>, runner: Runner<'_>) -> Fetch<'_, ()> {
    Fetch::new(link.model(), async move {
        match link.removes_at_once(keys.len(), &runner) {
            true => link.remove(&keys, runner).await,
            false => {
                runner.atomically(|runner| async move { link.remove(&keys, runner).await }.boxed()).await
            }
        }
    })
}

fn replace(link: Link, state: State, keys: Vec<Value>, runner: Runner<'_>) -> Fetch<'_, ()> {
    Fetch::new(link.model(), async move {
        runner.atomically(|runner| async move { link.set(state, &keys, runner).await }.boxed()).await
    })
}

/// A row is not bound to the instance that it is to be taken away from.
fn refused<'d>(model: &'static meta::Model) -> Fetch<'d, ()> {
    Fetch::new(model, async { Err(Error::DoesNotExist { model: model.name }) })
}

/// As a plain query set, which can be put where `Entry::objects()…` is.
impl<M, R, O, W, L, D, K, X> From<QuerySet<M, R, Stage<O, W, Of<L, D>, K>, X>>
    for QuerySet<M, R, Stage<O, W, Direct, K>, X>
{
    fn from(set: QuerySet<M, R, Stage<O, W, Of<L, D>, K>, X>) -> Self {
        Self { state: set.state, rows: set.rows, stage: PhantomData }
    }
}
