//! [`Reader`]: where a query reads what belongs to the rows of another one.

use super::Runner;
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{Cursor, Statement};
use crate::error::Error;
use crate::trace;

/// Where to read what belongs to rows.
pub(crate) enum Reader<'d> {
    /// Where they were read.
    After(Runner<'d>),
    /// Beside the query that has more of them.
    Beside(&'d mut (dyn Cursor + 'd)),
}

impl Reader<'_> {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::After(runner) => runner.dialect(),
            Self::Beside(cursor) => cursor.dialect(),
        }
    }

    /// A second use of the same reader.
    pub(crate) fn again(&mut self) -> Reader<'_> {
        match self {
            Self::After(runner) => Reader::After(runner.again()),
            Self::Beside(cursor) => Reader::Beside(&mut **cursor),
        }
    }

    /// Runs a query and feeds its rows to `sink`, which comes back.
    pub(crate) async fn fetch_into(
        self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> Result<Box<dyn Sink>, Error> {
        match self {
            Self::After(runner) => runner.fetch_into(statement, sink).await,
            Self::Beside(cursor) => {
                let span = trace::Statement::start(cursor.dialect(), &statement);
                let outcome = cursor.fetch(statement, sink).await;
                span.end(outcome.as_ref().map(|sink| sink.len() as u64));
                outcome
            }
        }
    }
}

/// The rows of a query in chunks, and the event that tells of it at its end.
pub(crate) struct Rows<'c> {
    cursor: Box<dyn Cursor + 'c>,
    span: trace::Chunks,
}

impl<'c> Rows<'c> {
    pub(crate) fn new(cursor: Box<dyn Cursor + 'c>, span: trace::Chunks) -> Self {
        Self { cursor, span }
    }

    pub(crate) async fn next(&mut self) -> Result<Option<Box<dyn Sink>>, Error> {
        let chunk = self.cursor.next().await.transpose();
        if let Some(chunk) = &chunk {
            self.span.note(chunk);
        }
        chunk.transpose()
    }

    /// Reads what belongs to the rows so far.
    pub(crate) fn reader(&mut self) -> Reader<'_> {
        Reader::Beside(&mut *self.cursor)
    }
}
