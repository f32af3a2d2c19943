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
use crate::driver::server::{Answer, Keep, Progress, Session, Work};
use crate::driver::{self, NewSink, Statement};
use crate::error::Error;

/// Rows that a stream fetches at once, in chunks that are smaller: to ask for them takes as long as to read
/// hundreds. Those that nobody wants any more are read to their end.
const FETCHED: usize = 10_000;

/// Declares a cursor, in a transaction of its own when there is none, and reads its rows in chunks.
pub(super) fn stream<'s>(
    session: &'s mut Session<Postgres>,
    statement: Statement,
    chunk: usize,
    new_sink: NewSink,
) -> BoxStream<'s, Result<Box<dyn Sink>, Error>> {
    let new_sink: Arc<dyn Fn() -> Box<dyn Sink> + Send + Sync> = new_sink.into();
    Box::pin(async_stream::try_stream! {
        let fetched = chunk.saturating_mul((FETCHED / chunk.max(1)).max(1));
        let mut cursor = Cursor::open(session, statement, fetched).await?;
        let mut rows = cursor.fetched;
        // As long as there were as many as were asked for, there may be more.
        while rows == cursor.fetched {
            rows = 0;
            let new_sink = Arc::clone(&new_sink);
            cursor.start(chunk, Box::new(move || new_sink()))?;
            while let Some(progress) = cursor.session.next().await {
                match progress {
                    Progress::Chunk(sink) => {
                        rows += sink.len();
                        yield sink;
                    }
                    Progress::End(result) => drop(cursor.checked(result).await?),
                }
            }
        }
        cursor.close().await?;
    })
}

/// An open cursor.
struct Cursor<'s> {
    session: &'s mut Session<Postgres>,
    /// Whether the transaction is the cursor's own.
    own: bool,
    fetch: Arc<str>,
    /// Rows that are fetched at once.
    fetched: usize,
}

impl<'s> Cursor<'s> {
    async fn open(
        session: &'s mut Session<Postgres>,
        statement: Statement,
        fetched: usize,
    ) -> Result<Self, Error> {
        // `FETCH` counts with 32 bits.
        let fetched = fetched.min(i32::MAX as usize);
        let arguments = session.bind(&statement)?;
        let own = !session.in_transaction();
        session.ready().await?;
        session.streams += 1;
        // A name of its own: the cursor of a stream that was dropped while it was declared may
        // still be open.
        let name = format!("queryset_{}", session.streams);
        let fetch = format!("FETCH FORWARD {fetched} FROM {name}").into();
        let mut cursor = Self { session, own, fetch, fetched };
        if own {
            cursor.session.clean_up = Some("ROLLBACK".to_owned());
            let begun = cursor.session.go_on(Work::script("BEGIN")).await;
            cursor.checked(begun).await?;
        }
        let declare = format!("DECLARE {name} NO SCROLL CURSOR FOR {}", statement.sql);
        let declared = cursor.session.go_on(once(declare.into(), arguments)).await;
        cursor.checked(declared).await?;
        if !own {
            cursor.session.clean_up = Some(format!("CLOSE {name}"));
        }
        Ok(cursor)
    }

    /// Fetches rows, which are read in chunks.
    fn start(&mut self, chunk: usize, new_sink: NewSink) -> Result<(), Error> {
        let connection = self.session.idle()?;
        self.session.start_stream(connection, self.fetching(), chunk, new_sink, true);
        Ok(())
    }

    fn fetching(&self) -> Work<Postgres> {
        once(Arc::clone(&self.fetch), PgArguments::default())
    }

    async fn feed(&mut self, work: Work<Postgres>, sink: Box<dyn Sink>) -> Result<Box<dyn Sink>, Error> {
        let answer = self.session.go_on(work.feeding(sink)).await;
        let answer = self.checked(answer).await?;
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
    async fn checked(&mut self, answer: Result<Answer, Error>) -> Result<Answer, Error> {
        if answer.is_err() {
            if self.own {
                self.session.clean_or_give_up().await;
            } else {
                self.session.clean_up = None;
            }
        }
        answer
    }
}

/// A cursor whose rows are fetched chunk by chunk. Other queries run beside it, in its transaction.
pub(super) struct ChunkCursor<'s> {
    cursor: Cursor<'s>,
    new_sink: NewSink,
    /// Whether the last row was fetched.
    at_end: bool,
}

impl<'s> ChunkCursor<'s> {
    pub(super) async fn open(
        session: &'s mut Session<Postgres>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> Result<Self, Error> {
        Ok(Self { cursor: Cursor::open(session, statement, chunk).await?, new_sink, at_end: false })
    }

    /// The next rows. After the last one the cursor is closed.
    async fn chunk(&mut self) -> Result<Option<Box<dyn Sink>>, Error> {
        if !self.at_end {
            let work = self.cursor.fetching();
            let sink = self.cursor.feed(work, (self.new_sink)()).await?;
            self.at_end = sink.len() < self.cursor.fetched;
            if !sink.is_empty() {
                return Ok(Some(sink));
            }
        }
        self.cursor.close().await?;
        Ok(None)
    }
}

impl driver::Cursor for ChunkCursor<'_> {
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
            let work = self.cursor.session.prepared(statement)?;
            self.cursor.feed(work, sink).await
        })
    }
}

/// Work whose text comes never again: it is not kept, or each stream would push a useful statement
/// out of the cache, and a cursor's columns could be taken for another's.
fn once(sql: Arc<str>, arguments: PgArguments) -> Work<Postgres> {
    let sql: SqlStr = AssertSqlSafe(sql).into_sql_str();
    Work::prepared(sql, arguments, Keep::Once)
}
