//! Streams by a cursor: the server keeps the rows until they are fetched.
//!
//! Without one, a stream that is dropped early would have all of its rows read first.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use sqlx::postgres::PgArguments;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr, SqlStr};

use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::server::{Answer, Keep, Session, Work};
use crate::driver::{self, NewSink, Statement};
use crate::error::Error;

/// Declares a cursor, in a transaction of its own when there is none, and fetches by `chunk` rows.
pub(super) fn stream<'s>(
    session: &'s mut Session<Postgres>,
    statement: Statement,
    chunk: usize,
    new_sink: NewSink,
) -> BoxStream<'s, Result<Box<dyn Sink>, Error>> {
    Box::pin(async_stream::try_stream! {
        let mut cursor = Cursor::open(session, statement, chunk, new_sink).await?;
        while let Some(sink) = cursor.chunk().await? {
            yield sink;
        }
    })
}

/// An open cursor. Other queries run beside it, in its transaction.
pub(super) struct Cursor<'s> {
    session: &'s mut Session<Postgres>,
    /// Whether the transaction is the cursor's own.
    own: bool,
    fetch: Arc<str>,
    chunk: usize,
    new_sink: NewSink,
    /// Whether the last row was fetched.
    at_end: bool,
}

impl<'s> Cursor<'s> {
    pub(super) async fn open(
        session: &'s mut Session<Postgres>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> Result<Self, Error> {
        // `FETCH` counts with 32 bits.
        let chunk = chunk.min(i32::MAX as usize);
        let arguments = session.bind(&statement)?;
        let own = !session.in_transaction();
        session.ready().await?;
        session.streams += 1;
        // A name of its own: the cursor of a stream that was dropped while it was declared may
        // still be open.
        let name = format!("queryset_{}", session.streams);
        if own {
            session.clean_up = Some("ROLLBACK".to_owned());
            let begun = session.go_on(Work::script("BEGIN")).await;
            Self::checked(session, own, begun).await?;
        }
        let declare = format!("DECLARE {name} NO SCROLL CURSOR FOR {}", statement.sql);
        let declared = session.go_on(once(declare.into(), arguments)).await;
        Self::checked(session, own, declared).await?;
        if !own {
            session.clean_up = Some(format!("CLOSE {name}"));
        }
        let fetch = format!("FETCH FORWARD {chunk} FROM {name}").into();
        Ok(Self { session, own, fetch, chunk, new_sink, at_end: false })
    }

    /// The next rows. After the last one the cursor is closed.
    async fn chunk(&mut self) -> Result<Option<Box<dyn Sink>>, Error> {
        if !self.at_end {
            let work = once(Arc::clone(&self.fetch), PgArguments::default());
            let sink = self.feed(work, (self.new_sink)()).await?;
            self.at_end = sink.len() < self.chunk;
            if !sink.is_empty() {
                return Ok(Some(sink));
            }
        }
        self.close().await?;
        Ok(None)
    }

    async fn feed(&mut self, work: Work<Postgres>, sink: Box<dyn Sink>) -> Result<Box<dyn Sink>, Error> {
        let answer = self.session.go_on(work.feeding(sink)).await;
        let answer = Self::checked(self.session, self.own, answer).await?;
        Ok(answer.sink.expect("the sink comes back with every answer to the work it was in"))
    }

    async fn close(&mut self) -> Result<(), Error> {
        if self.own {
            // Not a rollback: what the statement calls may have written.
            self.session.clean_up = Some("COMMIT".to_owned());
        }
        self.session.clean().await
    }

    /// Ends the cursor's own transaction after a failure. The caller's aborted one has no use for
    /// a clean-up any more.
    async fn checked(
        session: &mut Session<Postgres>,
        own: bool,
        answer: Result<Answer, Error>,
    ) -> Result<Answer, Error> {
        if answer.is_err() {
            if own {
                session.clean_or_give_up().await;
            } else {
                session.clean_up = None;
            }
        }
        answer
    }
}

impl driver::Cursor for Cursor<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        Box::pin(self.chunk())
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(async move {
            let work = self.session.prepared(statement)?;
            self.feed(work, sink).await
        })
    }
}

/// Work whose text comes never again: it is not kept, or each stream would push a useful statement
/// out of the cache, and a cursor's columns could be taken for another's.
fn once(sql: Arc<str>, arguments: PgArguments) -> Work<Postgres> {
    let sql: SqlStr = AssertSqlSafe(sql).into_sql_str();
    Work::prepared(sql, arguments, Keep::Once)
}
