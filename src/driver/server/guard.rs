//! [`Held`]: a connection in the middle of a conversation with the server.

use sqlx::pool::PoolConnection;
use tokio::runtime::Handle;

use super::Server;

/// A connection on which something is under way.
///
/// Dropped before [`release`](Self::release), it is closed: a reply that was read half must never
/// be taken for the reply to the next statement.
pub(super) struct Held<DB: Server>(Option<PoolConnection<DB>>);

impl<DB: Server> Held<DB> {
    pub(super) fn new(connection: PoolConnection<DB>) -> Self {
        Self(Some(connection))
    }

    pub(super) fn connection(&mut self) -> &mut DB::Connection {
        self.0.as_mut().expect("only `release` and `drop` take the connection")
    }

    /// Gives the connection back, fit for the next statement.
    pub(super) fn release(mut self) -> PoolConnection<DB> {
        self.0.take().expect("only `release` and `drop` take the connection")
    }
}

impl<DB: Server> Drop for Held<DB> {
    fn drop(&mut self) {
        let Some(mut connection) = self.0.take() else { return };
        // A farewell to the server needs a runtime; without one the socket is just closed.
        if Handle::try_current().is_ok() {
            connection.close_on_drop();
        } else {
            drop(connection.detach());
        }
    }
}
