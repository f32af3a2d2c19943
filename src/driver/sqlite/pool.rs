//! Which task gets which connection, and who may write.
//!
//! A writer first waits for its turn to write, then for a connection, so that writers that wait keep no
//! connection from readers. Both queues are fair.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, oneshot};

use super::connection::SqliteConnection;
use super::thread::{Job, Worker};
use super::url::Target;
use crate::driver::{Access, PoolSettings};
use crate::error::Error;

/// What all connections of a pool share.
pub(super) struct Shared {
    pub(super) target: Arc<Target>,
    settings: PoolSettings,
    /// One permit for each connection that may be open.
    slots: Arc<Semaphore>,
    /// The one permit to write.
    writer: Arc<Semaphore>,
    /// Open connections that nobody uses; the one that was used last is at the back.
    idle: Mutex<VecDeque<Worker>>,
    closing: AtomicBool,
}

impl Shared {
    /// Opens the first connections, so that a wrong path is found here.
    pub(super) async fn open(target: Target, mut settings: PoolSettings) -> Result<Arc<Self>, Error> {
        // Each connection to memory has a database of its own.
        let most = if target == Target::Memory { 1 } else { settings.max_connections.max(1) };
        settings.max_connections = most;
        settings.min_connections = settings.min_connections.min(most);
        let shared = Self {
            target: Arc::new(target),
            slots: Arc::new(Semaphore::new(most as usize)),
            writer: Arc::new(Semaphore::new(1)),
            idle: Mutex::default(),
            closing: AtomicBool::new(false),
            settings,
        };
        for _ in 0..shared.settings.min_connections.max(1) {
            let worker = Worker::start(Arc::clone(&shared.target), &shared.settings).await?;
            shared.idle().push_back(worker);
        }
        Ok(Arc::new(shared))
    }

    pub(super) async fn acquire(self: &Arc<Self>, access: Access) -> Result<SqliteConnection, Error> {
        if self.closing.load(Ordering::Relaxed) {
            return Err(self.closed());
        }
        let permits = match self.permits_now(access) {
            Some(permits) => permits,
            None => self.permits_in_time(access).await?,
        };
        let worker = match self.idle_worker() {
            Some(worker) => worker,
            None if *self.target == Target::Memory => {
                return Err(self.connection_error("the connection that held the database was lost"));
            }
            None => Worker::start(Arc::clone(&self.target), &self.settings).await?,
        };
        Ok(SqliteConnection::new(Returned { worker: Some(worker), permits, shared: Arc::clone(self) }))
    }

    fn permits_now(&self, access: Access) -> Option<Permits> {
        let writer = match access {
            Access::Read => None,
            Access::Write => Some(Arc::clone(&self.writer).try_acquire_owned().ok()?),
        };
        let slot = Arc::clone(&self.slots).try_acquire_owned().ok()?;
        Some(Permits { slot, writer })
    }

    async fn permits_in_time(&self, access: Access) -> Result<Permits, Error> {
        let limit = self.settings.acquire_timeout;
        match tokio::time::timeout(limit, self.permits(access)).await {
            Ok(Ok(permits)) => Ok(permits),
            Ok(Err(_)) => Err(self.closed()),
            Err(_) => {
                Err(Error::PoolTimeout { waited: limit, max_connections: self.settings.max_connections })
            }
        }
    }

    async fn permits(&self, access: Access) -> Result<Permits, AcquireError> {
        let writer = match access {
            Access::Read => None,
            Access::Write => Some(Arc::clone(&self.writer).acquire_owned().await?),
        };
        let slot = Arc::clone(&self.slots).acquire_owned().await?;
        Ok(Permits { slot, writer })
    }

    /// The idle connection that was used last; those that were idle for too long are closed.
    fn idle_worker(&self) -> Option<Worker> {
        let mut idle = self.idle();
        let worker = idle.pop_back()?;
        if *self.target == Target::Memory {
            return Some(worker);
        }
        let now = Instant::now();
        if let Some(limit) = self.settings.idle_timeout {
            while idle.len() >= self.settings.min_connections.max(1) as usize
                && idle.front().is_some_and(|oldest| now.duration_since(oldest.idle_since) > limit)
            {
                idle.pop_front();
            }
        }
        let outlived = |limit| now.duration_since(worker.opened) > limit;
        (!self.settings.max_lifetime.is_some_and(outlived)).then_some(worker)
    }

    /// Waits for the connections in use, then closes all.
    pub(super) async fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
        // Fails when the pool was closed before.
        let all = self.slots.acquire_many(self.settings.max_connections).await;
        self.slots.close();
        self.writer.close();
        let workers: Vec<Worker> = self.idle().drain(..).collect();
        for worker in workers {
            let (reply, closed) = oneshot::channel();
            // Either way the thread has ended then.
            if worker.jobs.send(Job::Close { reply }).is_ok() {
                let _ = closed.await;
            }
        }
        drop(all);
    }

    fn idle(&self) -> MutexGuard<'_, VecDeque<Worker>> {
        // Nothing panics while it is locked.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn closed(&self) -> Error {
        self.connection_error("the pool is closed")
    }

    pub(super) fn connection_error(&self, reason: &str) -> Error {
        Error::Connection { database: self.target.name(), source: reason.into() }
    }
}

/// What the holder of a connection holds back from others.
struct Permits {
    #[expect(dead_code, reason = "dropping it lets the next one in")]
    slot: OwnedSemaphorePermit,
    #[expect(dead_code, reason = "dropping it lets the next one write")]
    writer: Option<OwnedSemaphorePermit>,
}

/// A connection in use, with what must be given back along with it.
pub(super) struct Returned {
    /// `None` on the way out only.
    pub(super) worker: Option<Worker>,
    permits: Permits,
    pub(super) shared: Arc<Shared>,
}

impl Returned {
    /// Gives back a connection that is as good as new.
    pub(super) fn give_back(mut self) {
        if let Some(mut worker) = self.worker.take() {
            worker.idle_since = Instant::now();
            self.shared.idle().push_back(worker);
        }
        // Only now: who gets the permit finds the connection.
        drop(self.permits);
    }

    /// Gives back the permits alone.
    pub(super) fn without_worker(mut self) -> Self {
        self.worker = None;
        self
    }
}
