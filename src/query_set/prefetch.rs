//! How `prefetch_related()` loads: one more query for each relation, whose rows are given to their
//! owners by a key.

use std::any::Any;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use foldhash::fast::RandomState;
use futures_util::future::{BoxFuture, ready};
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt, TryFutureExt};

use super::bulk::statements_of_keys;
use super::row::{Loaded, Part};
use super::run::Rows;
use crate::db::{self, Compiled, Reader, Runner};
use crate::decode::{Collect, Places, Sink};
use crate::driver::{Access, NewSink, Statement};
use crate::error::Error;
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
        keys: Vec<Value>,
        reader: Reader<'r>,
    ) -> BoxFuture<'r, Result<Box<dyn Any + Send>, Error>>;
}

/// What is read beside the rows of a query, and loaded for them afterwards.
#[derive(Default)]
pub(super) struct Plan {
    places: Places,
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

    pub(super) fn places(&self) -> Places {
        self.places.clone()
    }

    /// Takes the rows of the query.
    pub(super) fn sink<M, R: Rows<M>>(&self, rows: &R) -> Box<dyn Sink> {
        Collect::beside(rows.decode(), R::held, self.places.clone())
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
    ) -> Result<(Box<dyn Sink>, Loaded, Vec<Value>), Error> {
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
    pub(super) async fn load(&self, keys: Vec<Vec<Value>>, mut reader: Reader<'_>) -> Result<Loaded, Error> {
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

/// Gives rows to the owners with these keys, by the key of its owner for each row; `None` when an owner
/// has no row and must have one.
pub(super) type Attach<T> = fn(&[Value], &[Value], Vec<T>) -> Option<Box<dyn Any + Send>>;

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
        keys: Vec<Value>,
        reader: Reader<'r>,
    ) -> BoxFuture<'r, Result<Box<dyn Any + Send>, Error>> {
        let sink = self.query.plan.sink(&self.rows);
        async move {
            let (sink, mut loaded, owners) = self.query.run(&keys, sink, reader).await?;
            let rows = self.rows.finish_all(Collect::rows(sink), &mut loaded);
            let model = self.query.state.model.name;
            (self.attach)(&keys, &owners, rows).ok_or(Error::DoesNotExist { model })
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

    /// The rows of the owners with these keys, the key of its owner for each, and what was loaded for
    /// them. Nothing is sent when there is no owner.
    async fn run(
        &self,
        keys: &[Value],
        sink: Box<dyn Sink>,
        reader: Reader<'_>,
    ) -> Result<(Box<dyn Sink>, Loaded, Vec<Value>), Error> {
        let mut seen = HashSet::with_hasher(RandomState::default());
        let keys = keys.iter().filter(|key| !key.is_null() && seen.insert(Hashed(key)));
        let asked: Vec<Value> = keys.cloned().collect();
        if asked.is_empty() {
            return Ok((sink, Loaded::default(), Vec::new()));
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
    keys: &[Value],
    owners: &[Value],
    rows: Vec<T>,
    make: fn(Vec<T>) -> Option<O>,
) -> Option<Vec<O>> {
    let mut places: HashMap<Hashed<'_>, usize, RandomState> = HashMap::default();
    // For each key how many owners and how many rows there are.
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let mut place_of_owner = |key| {
        let place = *places.entry(Hashed(key)).or_insert(counts.len());
        if place == counts.len() {
            counts.push((0, 0));
        }
        counts[place].0 += 1;
        place
    };
    let places_of_owners: Vec<Option<usize>> =
        keys.iter().map(|key| (!key.is_null()).then(|| place_of_owner(key))).collect();
    // Rows of one owner often come one behind the other.
    let mut last: Option<(&Value, Option<usize>)> = None;
    let place_of_row = |owner| match last {
        Some((same, place)) if same == owner => place,
        _ => {
            let place = places.get(&Hashed(owner)).copied();
            last = Some((owner, place));
            place
        }
    };
    let places_of_rows: Vec<Option<usize>> = owners.iter().map(place_of_row).collect();
    for place in places_of_rows.iter().flatten() {
        counts[*place].1 += 1;
    }
    // No list grows while it is filled.
    let mut found: Vec<(usize, Vec<T>)> =
        counts.into_iter().map(|(owners, rows)| (owners, Vec::with_capacity(rows))).collect();
    for (place, row) in places_of_rows.into_iter().zip(rows) {
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
    places_of_owners.into_iter().map(rows_of).map(make).collect()
}

/// A value as a key of a map.
#[derive(PartialEq)]
struct Hashed<'v>(&'v Value);

impl Eq for Hashed<'_> {}

impl Hash for Hashed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.0 {
            Value::Int(value) => value.hash(state),
            Value::UInt(value) => value.hash(state),
            Value::Text(value) => value.hash(state),
            Value::Uuid(value) => value.hash(state),
            Value::Decimal(value) => value.hash(state),
            Value::Bytes(value) => value.hash(state),
            value => value.to_string().hash(state),
        }
    }
}
