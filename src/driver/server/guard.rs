//! [`Held`]: a connection in the middle of a conversation with the server.

use super::Server;
use super::pool::Lease;

/// A connection on which something is under way.
///
/// Dropped before [`release`](Self::release), it is closed: a reply that was read half must never
/// be taken for the reply to the next statement.
pub(super) struct Held<DB: Server>(Option<Lease<DB>>);

impl<DB: Server> Held<DB> {
    pub(super) fn new(connection: Lease<DB>) -> Self {
        Self(Some(connection))
    }

    pub(super) fn connection(&mut self) -> &mut DB::Connection {
        self.0.as_mut().expect("only `release` and `drop` take the connection").connection()
    }

    /// Gives the connection back, fit for the next statement.
    pub(super) fn release(mut self) -> Lease<DB> {
        self.0.take().expect("only `release` and `drop` take the connection")
    }
}

impl<DB: Server> Drop for Held<DB> {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            connection.close();
        }
    }
}
