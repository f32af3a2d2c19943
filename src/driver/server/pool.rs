//! [`ServerPool`]: connections to one database on a server.
//!
//! A connection that comes back is in step with its server, which [`Held`](super::guard::Held) sees to, so
//! nothing is asked of the server on the way back. sqlx's own pool pings there: one more round trip for each
//! statement.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use sqlx::{ConnectOptions, Connection as _};
use tokio::runtime::{self, Handle};
use tokio::sync::{Notify, Semaphore, SemaphorePermit};
use tokio::time::{sleep, timeout};

use super::session::Session;
use super::{Server, unreachable};
use crate::dialect::Dialect;
use crate::driver::{Access, Begin, Connection, OpenTransaction, Pool, PoolSettings};
use crate::error::Error;
use crate::zone::Zone;

/// A connection that was idle for longer is tried before it is used again: the server may have
/// been restarted, or a firewall may have forgotten it.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);

/// How long a connection that is tried may take to answer.
const PING_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a farewell to the server may take.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(5);

/// How long to wait before a server that refuses connections is asked again; doubled each time, up to the last.
const BACKOFF: [Duration; 2] = [Duration::from_millis(10), Duration::from_secs(1)];

/// How long who holds a connection waits for another one. Two that wait for each other's do not wait longer.
const ANOTHER_TIMEOUT: Duration = Duration::from_secs(1);

type Options<DB> = <<DB as sqlx::Database>::Connection as sqlx::Connection>::Options;

/// Connections to one database on a server.
pub(crate) struct ServerPool<DB: Server> {
    shared: Arc<Shared<DB>>,
}

/// What the pool and its sessions know.
pub(super) struct Shared<DB: Server> {
    options: Options<DB>,
    /// The URL without its password.
    pub(super) database: String,
    pub(super) facts: DB::Facts,
    settings: PoolSettings,
    /// The time zones that the server was found to know.
    pub(super) zones: Mutex<Vec<Zone>>,
    /// One permit for each connection that may be open.
    slots: Semaphore,
    /// Open connections that nobody uses; the one that was used last is at the back.
    idle: Mutex<VecDeque<Box<Live<DB>>>>,
    closed: AtomicBool,
    /// Told of each connection that comes back after the pool was closed.
    returned: Notify,
}

/// A connection, with what its pool knows of it.
struct Live<DB: Server> {
    connection: DB::Connection,
    /// The runtime that drives it. When that has ended, so has the connection.
    runtime: runtime::Id,
    opened: Instant,
    idle_since: Instant,
    /// Whether it is tried before its next use, however short it was idle.
    doubtful: bool,
}

/// A connection in use. Dropping it gives it back to its pool.
pub(in crate::driver) struct Lease<DB: Server> {
    /// `None` on the way out only. On the heap: it is moved with each statement.
    live: Option<Box<Live<DB>>>,
    slot: Slot<DB>,
}

/// The right to have a connection open.
struct Slot<DB: Server>(Arc<Shared<DB>>);

/// Connects once, to learn what the server is and that it is there, and makes the pool.
pub(in crate::driver) async fn open<DB: Server>(
    options: Options<DB>,
    database: String,
    mut settings: PoolSettings,
) -> Result<ServerPool<DB>, Error> {
    settings.max_connections = settings.max_connections.max(1);
    settings.min_connections = settings.min_connections.min(settings.max_connections);
    let first_look = async {
        let mut connection = connect::<DB>(&options).await?;
        let facts = DB::facts(&mut connection).await?;
        Ok((connection, facts))
    };
    let (connection, facts) = match timeout(settings.acquire_timeout, first_look).await {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => return Err(unreachable(error, &database)),
        Err(_) => return Err(no_answer(&database, settings.acquire_timeout)),
    };
    let shared = Arc::new(Shared {
        options,
        database,
        facts,
        zones: Mutex::default(),
        slots: Semaphore::new(settings.max_connections as usize),
        idle: Mutex::new(VecDeque::from([Live::new(connection)])),
        closed: AtomicBool::new(false),
        returned: Notify::new(),
        settings,
    });
    tokio::spawn(keep_up(Arc::downgrade(&shared)));
    Ok(ServerPool { shared })
}

async fn connect<DB: Server>(options: &Options<DB>) -> sqlx::Result<DB::Connection> {
    let mut connection = options.connect().await?;
    DB::set_up(&mut connection).await?;
    Ok(connection)
}

/// Closes what was idle for too long, and opens what there is too few of, as long as there is a pool.
async fn keep_up<DB: Server>(pool: Weak<Shared<DB>>) {
    while let Some(shared) = pool.upgrade()
        && !shared.closed.load(Ordering::Acquire)
    {
        shared.reap().await;
        shared.fill_up().await;
        let settings = &shared.settings;
        let Some(period) = settings.idle_timeout.into_iter().chain(settings.max_lifetime).min() else {
            return;
        };
        drop(shared);
        sleep(period.max(Duration::from_secs(1))).await;
    }
}

impl<DB: Server> Shared<DB> {
    pub(super) fn dialect(&self) -> Dialect {
        DB::dialect(&self.facts)
    }

    /// Takes a connection from the pool.
    pub(super) async fn lease(self: &Arc<Self>) -> Result<Lease<DB>, Error> {
        if let Some(lease) = self.lease_now() {
            return Ok(lease);
        }
        let mut progress = Progress::Waiting;
        match timeout(self.settings.acquire_timeout, self.lease_in_time(&mut progress)).await {
            Ok(leased) => leased,
            Err(_) => Err(match progress {
                Progress::Waiting => Error::PoolTimeout {
                    waited: self.settings.acquire_timeout,
                    max_connections: self.settings.max_connections,
                },
                Progress::Refused(error) => unreachable(error, &self.database),
                Progress::Connecting => no_answer(&self.database, self.settings.acquire_timeout),
            }),
        }
    }

    /// Takes a connection for who holds one, unless that would have to wait for long.
    pub(super) async fn lease_another(self: &Arc<Self>) -> Option<Lease<DB>> {
        if self.settings.max_connections < 2 {
            return None;
        }
        timeout(ANOTHER_TIMEOUT, self.lease()).await.ok()?.ok()
    }

    /// A connection that is there and can be used as it is.
    fn lease_now(self: &Arc<Self>) -> Option<Lease<DB>> {
        let slot = self.slot(self.slots.try_acquire().ok()?);
        let now = Instant::now();
        let live = {
            let mut idle = self.idle();
            idle.pop_back_if(|live| live.is_trusted(now) && !self.is_outlived(live, now))?
        };
        Some(Lease { live: Some(live), slot })
    }

    async fn lease_in_time(self: &Arc<Self>, progress: &mut Progress) -> Result<Lease<DB>, Error> {
        let permit = self.slots.acquire().await.map_err(|_| self.pool_closed())?;
        let slot = self.slot(permit);
        *progress = Progress::Connecting;
        // By itself, so that the lock is not held while a connection is tried.
        let last = || self.idle().pop_back();
        while let Some(mut live) = last() {
            let now = Instant::now();
            if self.is_outlived(&live, now) {
                live.close().await;
            } else if live.is_trusted(now) || live.answers().await {
                return Ok(Lease { live: Some(live), slot });
            }
        }
        let [mut wait, longest] = BACKOFF;
        loop {
            match connect::<DB>(&self.options).await {
                Ok(connection) => return Ok(Lease { live: Some(Live::new(connection)), slot }),
                Err(error) if may_pass(&error) => *progress = Progress::Refused(error),
                Err(error) => return Err(unreachable(error, &self.database)),
            }
            sleep(wait).await;
            wait = longest.min(wait * 2);
        }
    }

    fn slot(self: &Arc<Self>, permit: SemaphorePermit<'_>) -> Slot<DB> {
        permit.forget();
        Slot(Arc::clone(self))
    }

    fn is_outlived(&self, live: &Live<DB>, now: Instant) -> bool {
        self.settings.max_lifetime.is_some_and(|limit| now.duration_since(live.opened) > limit)
    }

    /// Closes the connections that were idle for too long, or are too old.
    async fn reap(&self) {
        let now = Instant::now();
        let kept = self.settings.min_connections as usize;
        let mut old = Vec::new();
        {
            let mut idle = self.idle();
            if let Some(limit) = self.settings.idle_timeout {
                while idle.len() > kept
                    && idle.front().is_some_and(|oldest| now.duration_since(oldest.idle_since) > limit)
                {
                    old.extend(idle.pop_front());
                }
            }
            let (outlived, others): (VecDeque<_>, VecDeque<_>) =
                idle.drain(..).partition(|live| self.is_outlived(live, now));
            *idle = others;
            old.extend(outlived);
        }
        for live in old {
            live.close().await;
        }
    }

    /// Opens connections up to the least number of them.
    async fn fill_up(self: &Arc<Self>) {
        while let Ok(permit) = self.slots.try_acquire() {
            let slot = self.slot(permit);
            let in_use = self.settings.max_connections as usize - self.slots.available_permits();
            // The slot that was just taken counts as one in use.
            if self.idle().len() + in_use > self.settings.min_connections as usize {
                return;
            }
            // Who needs a connection, and gets none, is told why.
            let Ok(Ok(connection)) =
                timeout(self.settings.acquire_timeout, connect::<DB>(&self.options)).await
            else {
                return;
            };
            drop(Lease { live: Some(Live::new(connection)), slot });
        }
    }

    async fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.slots.close();
        loop {
            let mut returned = std::pin::pin!(self.returned.notified());
            // From here on, so that none is missed.
            returned.as_mut().enable();
            if self.slots.available_permits() == self.settings.max_connections as usize {
                break;
            }
            returned.await;
        }
        let idle = std::mem::take(&mut *self.idle());
        for live in idle {
            live.close().await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, VecDeque<Box<Live<DB>>>> {
        // Nothing panics while it is locked.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pool_closed(&self) -> Error {
        unreachable(sqlx::Error::PoolClosed, &self.database)
    }
}

/// How far a lease has come.
enum Progress {
    /// All connections are in use.
    Waiting,
    Connecting,
    /// The server refused the connection, and is asked again.
    Refused(sqlx::Error),
}

/// Whether the server may only be starting, or have too many guests for now.
fn may_pass(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => error.kind() == io::ErrorKind::ConnectionRefused,
        sqlx::Error::Database(error) => error.is_transient_in_connect_phase(),
        _ => false,
    }
}

impl<DB: Server> Live<DB> {
    fn new(connection: DB::Connection) -> Box<Self> {
        let (now, runtime) = (Instant::now(), Handle::current().id());
        Box::new(Self { connection, runtime, opened: now, idle_since: now, doubtful: false })
    }

    fn is_trusted(&self, now: Instant) -> bool {
        !self.doubtful
            && now.duration_since(self.idle_since) < TRUSTED_IDLE
            && Handle::try_current().is_ok_and(|runtime| runtime.id() == self.runtime)
    }

    async fn answers(&mut self) -> bool {
        let answers = matches!(timeout(PING_TIMEOUT, self.connection.ping()).await, Ok(Ok(())));
        self.doubtful = !answers;
        answers
    }

    async fn close(self) {
        // Whether the farewell arrives does not matter.
        let _ = timeout(CLOSE_TIMEOUT, self.connection.close()).await;
    }
}

impl<DB: Server> Lease<DB> {
    pub(super) fn connection(&mut self) -> &mut DB::Connection {
        &mut self.live.as_mut().expect("only `close` and `drop` take it").connection
    }

    /// Has the connection tried before its next use by another holder.
    pub(super) fn doubt(&mut self) {
        self.live.as_mut().expect("only `close` and `drop` take it").doubtful = true;
    }

    /// Closes the connection. Its slot is free for another one when the farewell is over.
    pub(super) fn close(mut self) {
        let Some(live) = self.live.take() else { return };
        // A farewell to the server needs a runtime; without one the socket is just closed.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                live.close().await;
                let shared = Arc::clone(&self.slot.0);
                drop(self);
                if !shared.closed.load(Ordering::Acquire) {
                    shared.fill_up().await;
                }
            });
        }
    }
}

impl<DB: Server> Drop for Lease<DB> {
    fn drop(&mut self) {
        if let Some(mut live) = self.live.take() {
            live.idle_since = Instant::now();
            // Before the slot is free: who gets it finds the connection.
            self.slot.0.idle().push_back(live);
        }
    }
}

impl<DB: Server> Drop for Slot<DB> {
    fn drop(&mut self) {
        let Self(shared) = self;
        shared.slots.add_permits(1);
        if shared.closed.load(Ordering::Acquire) {
            shared.returned.notify_waiters();
        }
    }
}

impl<DB: Server> Pool for ServerPool<DB> {
    fn dialect(&self) -> Dialect {
        self.shared.dialect()
    }

    fn acquire(&self, _: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>> {
        Box::pin(async move {
            let connection = self.shared.lease().await?;
            let session: Box<dyn Connection> = Box::new(Session::new(&self.shared, connection));
            Ok(session)
        })
    }

    fn begin(&self, begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>> {
        Box::pin(async move {
            let connection = self.shared.lease().await?;
            let session = Session::begin(&self.shared, connection, begin).await?;
            let session: Box<dyn OpenTransaction> = Box::new(session);
            Ok(session)
        })
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.close())
    }
}

fn no_answer(database: &str, waited: Duration) -> Error {
    let source = format!("no answer within {waited:?}").into();
    Error::Connection { database: database.to_owned(), source }
}
