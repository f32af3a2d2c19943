//! How `prefetch_related()` loads: one more query for each relation, whose rows are given to their
//! owners by a key.

use std::any::Any;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

use futures_util::future::{BoxFuture, ready};
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt, TryFutureExt};

use super::bulk::statements_of_keys;
use super::row::{Loaded, Part};
use super::run::Rows;
use crate::db::{self, Compiled, Reader, Runner};
use crate::decode::{Beside, Collect, Sink};
use crate::driver::{Access, NewSink, Statement};
use crate::error::Error;
use crate::keys::{Groups, Keys, Owners};
use crate::meta::{self, Join};
use crate::path::{Followed, Step, intern, intern_relation};
use crate::state::{ColumnRef, Distinct, Lookup, LookupName, Node, Right, State};
use crate::trace;
use crate::value::Value;

/// Loads related rows for rows that were read.
pub(crate) trait Load: Send + Sync {
    /// The column of the rows that leads to the related ones.
    fn key(&self) -> ColumnRef;

    /// For each row the related ones, as an iterator; `keys` are the values of the column in the rows.
    fn load<'r>(
        &'r self,
        keys: Keys,
        reader: Reader<'r>,
    ) -> BoxFuture<'r, Result<Box<dyn Any + Send>, Error>>;
}

/// What is read beside the rows of a query, and loaded for them afterwards.
#[derive(Default)]
pub(super) struct Plan {
    /// Where values are that are read beside each row, and what columns hold them.
    places: Vec<(usize, &'static meta::Column)>,
    loads: Vec<Arc<dyn Load>>,
}

impl Plan {
    /// Lets the query read what its parts are loaded by.
    pub(super) fn new(state: &mut Cow<'_, State>, parts: &[Part]) -> Self {
        let mut plan = Self::default();
        for load in parts.iter().filter_map(|part| part.load.as_ref()) {
            let key = load.key();
            plan.read(state.to_mut(), Node::Column(key), key.column);
            plan.loads.push(Arc::clone(load));
        }
        plan
    }

    /// Lets the query read one more value beside each row.
    pub(super) fn read(&mut self, state: &mut State, node: Node, column: &'static meta::Column) {
        self.places.push((state.place_of(node), column));
    }

    /// Takes the rows of the query.
    pub(super) fn sink<M, R: Rows<M>>(&self, rows: &R) -> Box<dyn Sink> {
        Collect::beside(rows.decode(), R::int, &self.beside::<M, R>())
    }

    /// Makes sinks for the rows of the query.
    pub(super) fn new_sink<M, R: Rows<M>>(&self, rows: &R) -> NewSink {
        let (decode, beside) = (rows.decode(), self.beside::<M, R>());
        Box::new(move || Collect::beside(decode, R::int, &beside))
    }

    /// What is read beside the rows, and what of it the rows hold.
    fn beside<M, R: Rows<M>>(&self) -> Vec<Beside> {
        // An integer is the same in the row. Of another type a field may have made something of its own.
        let is_held = |place, column: &meta::Column| column.field_type.is_signed_int() && R::holds(place);
        let beside = |&(place, column): &(usize, _)| match is_held(place, column) {
            true => Beside::InRows(place),
            false => Beside::Read(place, column, Keys::default()),
        };
        self.places.iter().map(beside).collect()
    }

    /// Runs the query, and loads what belongs to its rows.
    pub(super) fn run<'d>(
        self,
        compiled: Compiled,
        sink: Box<dyn Sink>,
        runner: Runner<'d>,
    ) -> impl Future<Output = Result<(Box<dyn Sink>, Loaded), Error>> + Send + use<'d> {
        let statement = match compiled {
            Ok(Some(statement)) => statement,
            Ok(None) => return ready(Ok((sink, Loaded::default()))).left_future(),
            Err(error) => return ready(Err(error)).left_future(),
        };
        let rows = match self.loads.is_empty() {
            true => {
                let rows = runner.fetch_into(statement, sink);
                rows.map_ok(|sink| (sink, Loaded::default())).left_future()
            }
            // On the heap: the future of a query that loads nothing beside its rows stays small.
            false => self.run_and_load(statement, sink, runner).boxed().right_future(),
        };
        rows.right_future()
    }

    async fn run_and_load(
        self,
        statement: Statement,
        sink: Box<dyn Sink>,
        mut runner: Runner<'_>,
    ) -> Result<(Box<dyn Sink>, Loaded), Error> {
        let mut sink = runner.again().fetch_into(statement, sink).await?;
        let loaded = self.load(sink.take_beside(), Reader::After(runner)).await?;
        Ok((sink, loaded))
    }

    /// Runs several statements for it, and gives what was read last beside each row, too.
    pub(super) async fn run_each(
        &self,
        statements: Vec<Statement>,
        mut sink: Box<dyn Sink>,
        mut reader: Reader<'_>,
    ) -> Result<(Box<dyn Sink>, Loaded, Keys), Error> {
        for statement in statements {
            sink = reader.again().fetch_into(statement, sink).await?;
        }
        let mut beside = sink.take_beside();
        let last = beside.pop().expect("something is read beside each row");
        let loaded = self.load(beside, reader).await?;
        Ok((sink, loaded, last))
    }

    /// Runs the query, and gives its rows in chunks, each with what belongs to them.
    pub(super) fn stream<'d>(
        self,
        compiled: Compiled,
        chunk: usize,
        new_sink: NewSink,
        runner: Runner<'d>,
    ) -> BoxStream<'d, Result<(Box<dyn Sink>, Loaded), Error>> {
        if self.loads.is_empty() {
            let chunks = runner.stream(compiled, chunk, new_sink);
            return chunks.map(|chunk| chunk.map(|sink| (sink, Loaded::default()))).boxed();
        }
        async_stream::try_stream! {
            let Some(statement) = compiled? else { return };
            let mut span = trace::Chunks::start(runner.dialect(), &statement);
            let mut own;
            let cursor = match runner {
                Runner::Pool(pool, _) => {
                    own = span.over(pool.acquire(Access::Read).await)?;
                    own.cursor(statement, chunk, new_sink).await
                }
                Runner::Transaction(open) => open.cursor(statement, chunk, new_sink).await,
            };
            let mut rows = db::Rows::new(span.over(cursor)?, span);
            while let Some(mut sink) = rows.next().await? {
                let loaded = self.load(sink.take_beside(), rows.reader()).await?;
                yield (sink, loaded);
            }
        }
        .boxed()
    }

    /// Loads what belongs to rows with these keys: a list for each part.
    pub(super) async fn load(&self, keys: Vec<Keys>, mut reader: Reader<'_>) -> Result<Loaded, Error> {
        let mut loaded = Loaded::default();
        for (load, keys) in self.loads.iter().zip(keys) {
            loaded.push(load.load(keys, reader.again()).await?);
        }
        Ok(loaded)
    }
}

/// The rows of a relation, by a query set of shape `R` on its target.
pub(super) struct Prefetched<C, R: Rows<C>> {
    key: ColumnRef,
    query: OfOwners,
    rows: R,
    attach: Attach<R::Row>,
    target: PhantomData<fn() -> C>,
}

/// Gives rows to their owners; `None` when an owner has no row and must have one.
pub(super) type Attach<T> = fn(Groups, Vec<T>) -> Option<Box<dyn Any + Send>>;

impl<C, R: Rows<C>> Prefetched<C, R> {
    /// Those that the last step of a path from the model `owner` leads to.
    pub(super) fn new(
        step: &'static Step,
        owner: &'static meta::Model,
        state: State,
        rows: R,
        attach: Attach<R::Row>,
    ) -> Self {
        let (Join::Direct { from, .. } | Join::Through { from, .. }) = step.relation().join;
        let key = ColumnRef { steps: step.parent, column: owner.by_column(from) };
        let query = OfOwners::new(step.relation(), state, rows.parts());
        Self { key, query, rows, attach, target: PhantomData }
    }
}

impl<C: 'static, R: Rows<C>> Load for Prefetched<C, R> {
    fn key(&self) -> ColumnRef {
        self.key
    }

    fn load<'r>(
        &'r self,
        keys: Keys,
        reader: Reader<'r>,
    ) -> BoxFuture<'r, Result<Box<dyn Any + Send>, Error>> {
        let sink = self.query.plan.sink(&self.rows);
        async move {
            let owners = Owners::new(&keys);
            let (sink, mut loaded, of_rows) = self.query.run(&owners, sink, reader).await?;
            let rows = self.rows.finish_all(Collect::rows(sink), &mut loaded);
            let model = self.query.state.model.name;
            (self.attach)(owners.groups(&of_rows), rows).ok_or(Error::DoesNotExist { model })
        }
        .boxed()
    }
}

/// A query for the rows that some owners lead to.
struct OfOwners {
    state: State,
    /// What holds the key of the owner of each row.
    owner: ColumnRef,
    plan: Plan,
}

impl OfOwners {
    fn new(relation: &'static meta::Relation, state: State, parts: &[Part]) -> Self {
        let owner = match relation.join {
            Join::Direct { to, .. } => ColumnRef { steps: None, column: relation.target.by_column(to) },
            Join::Through { through, through_from, through_to, to, .. } => {
                let pairs = pairs(relation.target, through, through_to, to);
                let steps =
                    Some(intern(Step { parent: None, relation: Followed::Known(pairs), filter: None }));
                ColumnRef { steps, column: through.by_column(through_from) }
            }
        };
        let mut state = Cow::Owned(state);
        let mut plan = Plan::new(&mut state, parts);
        let mut state = state.into_owned();
        // Each owner has one row at most, unless the order says which.
        if !relation.many && !matches!(state.distinct, Distinct::On(_)) {
            state.order = Some(Vec::new());
        }
        // A pair is the one that the owners are asked by, not one of another filter.
        let node = match owner.steps {
            None => Node::Column(owner),
            Some(_) => Node::Joined(owner),
        };
        plan.read(&mut state, node.clone(), owner.column);
        state.slice_per = Some(node);
        Self { state, owner, plan }
    }

    /// The rows of these owners, the key of its owner for each, and what was loaded for them. Nothing is
    /// sent when there is no owner.
    async fn run(
        &self,
        owners: &Owners<'_>,
        sink: Box<dyn Sink>,
        reader: Reader<'_>,
    ) -> Result<(Box<dyn Sink>, Loaded, Keys), Error> {
        let asked = owners.asked();
        if asked.is_empty() {
            return Ok((sink, Loaded::default(), Keys::default()));
        }
        let filter = |keys: &[Value]| {
            let right = Right::values(keys.iter().cloned());
            Node::Lookup(Box::new(Lookup { name: LookupName::In, left: Node::Column(self.owner), right }))
        };
        let statements = statements_of_keys(&self.state, &asked, &filter, reader.dialect())?;
        self.plan.run_each(statements, sink, reader).await
    }
}

/// The relation from the rows to the pairs that bind them.
fn pairs(
    model: &'static meta::Model,
    through: &'static meta::Model,
    through_to: &'static str,
    to: &'static str,
) -> &'static meta::Relation {
    intern_relation(meta::Relation {
        model: model.name,
        name: through.table,
        target: through,
        null: true,
        many: true,
        forward: false,
        symmetrical: false,
        join: Join::Direct { from: to, to: through_to },
    })
}

/// Gives rows to their owners, each owner's by `make`. Takes time for each owner and each row once.
pub(super) fn attach<T: Clone, O>(
    groups: Groups,
    rows: Vec<T>,
    make: fn(Vec<T>) -> Option<O>,
) -> Option<Vec<O>> {
    // No list grows while it is filled.
    let sizes = groups.sizes.into_iter();
    let mut found: Vec<(usize, Vec<T>)> =
        sizes.map(|(owners, rows)| (owners, Vec::with_capacity(rows))).collect();
    for (place, row) in groups.rows.into_iter().zip(rows) {
        if let Some(place) = place {
            found[place].1.push(row);
        }
    }
    let rows_of = |place: Option<usize>| match place.map(|place| &mut found[place]) {
        None => Vec::new(),
        // The last owner with a key takes the rows, the others get copies.
        Some((owners @ 1, rows)) => {
            *owners = 0;
            std::mem::take(rows)
        }
        Some((owners, rows)) => {
            *owners -= 1;
            rows.clone()
        }
    };
    groups.owners.into_iter().map(rows_of).map(make).collect()
}
