//! Streams by a cursor: the server keeps the rows until they are fetched.
//!
//! Without one, a stream that is dropped early would have all of its rows read first.

use std::sync::Arc;

use futures_util::stream::BoxStream;
use sqlx::postgres::PgArguments;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr, SqlStr};

use crate::decode::Sink;
use crate::driver::Statement;
use crate::driver::server::{Answer, Keep, NewSink, Session, Work};
use crate::error::Error;

/// Declares a cursor, in a transaction of its own when there is none, and fetches by `chunk` rows.
pub(super) fn stream<'s>(
    session: &'s mut Session<Postgres>,
    statement: Statement,
    chunk: usize,
    new_sink: NewSink,
) -> BoxStream<'s, Result<Box<dyn Sink>, Error>> {
    // `FETCH` counts with 32 bits.
    let chunk = chunk.min(i32::MAX as usize);
    Box::pin(async_stream::try_stream! {
        let mut cursor = Cursor::open(session, statement, chunk).await?;
        while let Some(sink) = cursor.fetch(&new_sink).await? {
            let last = sink.len() < chunk;
            if !sink.is_empty() {
                yield sink;
            }
            if last {
                break;
            }
        }
        cursor.close().await?;
    })
}

struct Cursor<'s> {
    session: &'s mut Session<Postgres>,
    /// Whether the transaction is the cursor's own.
    own: bool,
    fetch: Arc<str>,
}

impl<'s> Cursor<'s> {
    async fn open(
        session: &'s mut Session<Postgres>,
        statement: Statement,
        chunk: usize,
    ) -> Result<Self, Error> {
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
        Ok(Self { session, own, fetch: format!("FETCH FORWARD {chunk} FROM {name}").into() })
    }

    async fn fetch(&mut self, new_sink: &NewSink) -> Result<Option<Box<dyn Sink>>, Error> {
        let work = once(Arc::clone(&self.fetch), PgArguments::default()).feeding(new_sink());
        let answer = self.session.go_on(work).await;
        Ok(Self::checked(self.session, self.own, answer).await?.sink)
    }

    async fn close(self) -> Result<(), Error> {
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

/// Work whose text comes never again: it is not kept, or each stream would push a useful statement
/// out of the cache, and a cursor's columns could be taken for another's.
fn once(sql: Arc<str>, arguments: PgArguments) -> Work<Postgres> {
    let sql: SqlStr = AssertSqlSafe(sql).into_sql_str();
    Work::prepared(sql, arguments, Keep::Once)
}
