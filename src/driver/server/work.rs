//! [`Work`]: one statement, from its text to its last row.

use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::stream::{Stream, StreamExt};
use sqlx::{AssertSqlSafe, Either, SqlSafeStr, SqlStr};

use super::guard::Held;
use super::pool::{Lease, Shared};
use super::{Effect, Failure, Results, Server, failure};
use crate::decode::Sink;
use crate::driver::{Done, NewSink};

/// A statement to run.
pub(in crate::driver) struct Work<DB: Server> {
    sql: SqlStr,
    /// `None`: the text is a script.
    prepared: Option<(DB::Arguments, Keep)>,
    sink: Option<Box<dyn Sink>>,
}

/// Whether a prepared statement stays prepared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    Cached,
    /// For text that does not come again.
    Once,
}

/// What came of a statement.
#[derive(Default)]
pub(in crate::driver) struct Answer {
    pub(in crate::driver) done: Done,
    pub(in crate::driver) sink: Option<Box<dyn Sink>>,
}

/// What a statement under way gives.
pub(super) enum Step<DB: Server> {
    Chunk(Box<dyn Sink>),
    /// The last step, with the connection when it is fit for another statement.
    End(Option<Lease<DB>>, Result<Answer, Failure>),
}

impl<DB: Server> Work<DB> {
    pub(in crate::driver) fn script(sql: impl Into<Arc<str>>) -> Self {
        Self { sql: AssertSqlSafe(sql.into()).into_sql_str(), prepared: None, sink: None }
    }

    pub(in crate::driver) fn prepared(sql: SqlStr, arguments: DB::Arguments, keep: Keep) -> Self {
        Self { sql, prepared: Some((arguments, keep)), sink: None }
    }

    pub(in crate::driver) fn feeding(self, sink: Box<dyn Sink>) -> Self {
        Self { sink: Some(sink), ..self }
    }
}

/// Runs a statement from its start to its end.
pub(super) fn run<DB: Server>(
    mut held: Held<DB>,
    work: Work<DB>,
    shared: Arc<Shared<DB>>,
    abandoned: Arc<AtomicBool>,
) -> impl Future<Output = Step<DB>> + Send + 'static {
    let Work { sql, prepared, mut sink } = work;
    async move {
        let mut done = Done::default();
        let mut columns = None;
        let mut failed: Option<Failure> = None;
        {
            let mut results = send(&mut held, sql, prepared);
            while let Some(result) = results.next().await {
                match result {
                    Ok(Either::Right(row)) => {
                        if let Some(sink) = &mut sink
                            && failed.is_none()
                            && !abandoned.load(Ordering::Relaxed)
                        {
                            let columns = columns.get_or_insert_with(|| DB::columns(&row));
                            if let Err(error) = DB::feed(&row, columns, &mut **sink) {
                                failed = Some(Failure { error, effect: Effect::RowUnread });
                            }
                        }
                    }
                    Ok(Either::Left(result)) => {
                        let one = DB::done(&result);
                        done.rows += one.rows;
                        done.last_insert_id = one.last_insert_id.or(done.last_insert_id);
                    }
                    Err(error) => {
                        failed = Some(failure::<DB>(error, &shared.facts, &shared.database));
                        break;
                    }
                }
            }
        }
        end(held, failed.map_or(Ok(Answer { done, sink }), Err))
    }
}

/// Runs a statement, and waits with each chunk of its rows until it is asked for the next. After a row that
/// cannot be read it `reads_on`, or closes the connection.
pub(super) fn run_in_chunks<DB: Server>(
    mut held: Held<DB>,
    work: Work<DB>,
    shared: Arc<Shared<DB>>,
    abandoned: Arc<AtomicBool>,
    reads_on: bool,
    chunk: usize,
    new_sink: NewSink,
) -> impl Stream<Item = Step<DB>> + Send + 'static {
    async_stream::stream! {
        let mut sink = new_sink();
        let mut columns = None;
        let mut unread = None;
        let mut refused = None;
        {
            let mut results = send(&mut held, work.sql, work.prepared);
            while let Some(result) = results.next().await {
                match result {
                    Ok(Either::Right(_)) if unread.is_some() || abandoned.load(Ordering::Relaxed) => {}
                    Ok(Either::Right(row)) => {
                        let columns = columns.get_or_insert_with(|| DB::columns(&row));
                        if let Err(error) = DB::feed(&row, columns, &mut *sink) {
                            unread = Some(error);
                            if !reads_on {
                                break;
                            }
                        }
                        if sink.len() >= chunk {
                            yield Step::Chunk(mem::replace(&mut sink, new_sink()));
                        }
                    }
                    Ok(Either::Left(_)) => {}
                    Err(error) => {
                        refused = Some(failure::<DB>(error, &shared.facts, &shared.database));
                        break;
                    }
                }
            }
        }
        match (refused, unread) {
            (Some(failure), _) => yield end(held, Err(failure)),
            (None, Some(error)) if reads_on => {
                yield end(held, Err(Failure { error, effect: Effect::RowUnread }));
            }
            // Rows are left that nobody wants: the connection is closed.
            (None, Some(error)) => yield Step::End(None, Err(Failure { error, effect: Effect::RowUnread })),
            (None, None) => {
                if !sink.is_empty() {
                    yield Step::Chunk(sink);
                }
                yield end(held, Ok(Answer::default()));
            }
        }
    }
}

fn send<DB: Server>(
    held: &mut Held<DB>,
    sql: SqlStr,
    prepared: Option<(DB::Arguments, Keep)>,
) -> Results<'_, DB> {
    match prepared {
        Some((arguments, keep)) => DB::prepared(held.connection(), sql, arguments, keep),
        None => DB::script(held.connection(), sql),
    }
}

/// The last step: a connection that is of no more use is closed.
fn end<DB: Server>(held: Held<DB>, result: Result<Answer, Failure>) -> Step<DB> {
    match &result {
        Err(Failure { effect: Effect::ConnectionLost, .. }) => Step::End(None, result),
        Err(Failure { effect: Effect::StatementFailed | Effect::TransactionLost, .. }) => {
            let mut connection = held.release();
            connection.doubt();
            Step::End(Some(connection), result)
        }
        Ok(_) | Err(Failure { effect: Effect::RowUnread, .. }) => Step::End(Some(held.release()), result),
    }
}
