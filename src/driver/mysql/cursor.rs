//! Streams, and other queries beside them.
//!
//! MySQL sends all rows of a statement before it takes the next one on the same connection. So another
//! query runs on another connection of the pool, where one is free; else, and in a transaction, which has
//! one connection only, the rows that are left are read into memory first.

use std::collections::VecDeque;

use futures_util::future::BoxFuture;
use sqlx::MySql;

use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::server::{Progress, Session};
use crate::driver::{self, Connection, NewSink, Statement};
use crate::error::Error;

/// Sends a statement whose rows are read as they are asked for.
pub(super) async fn start(
    session: &mut Session<MySql>,
    statement: Statement,
    chunk: usize,
    new_sink: NewSink,
) -> Result<(), Error> {
    session.check_zones(&statement).await?;
    let work = session.prepared(statement)?;
    let connection = session.rest().await?;
    session.start_stream(connection, work, chunk, new_sink, false);
    Ok(())
}

pub(super) struct Cursor<'s> {
    session: &'s mut Session<MySql>,
    chunk: usize,
    /// Whether the server has more to send.
    under_way: bool,
    /// What was read before it was asked for.
    ahead: VecDeque<Result<Box<dyn Sink>, Error>>,
}

impl<'s> Cursor<'s> {
    pub(super) async fn open(
        session: &'s mut Session<MySql>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> Result<Self, Error> {
        start(session, statement, chunk, new_sink).await?;
        Ok(Self { session, chunk, under_way: true, ahead: VecDeque::new() })
    }

    async fn read(&mut self) -> Result<Option<Box<dyn Sink>>, Error> {
        let progress = self.session.next().await;
        self.under_way = matches!(progress, Some(Progress::Chunk(_)));
        match progress {
            Some(Progress::Chunk(sink)) => {
                // After the last one the connection is free as soon as the end was read as well.
                if sink.len() < self.chunk {
                    self.read_ahead().await;
                }
                Ok(Some(sink))
            }
            Some(Progress::End(result)) => result.map(|_| None),
            None => Ok(None),
        }
    }

    /// Reads what is left, so that the connection can take another statement.
    async fn read_ahead(&mut self) {
        while let Some(progress) = self.session.next().await {
            match progress {
                Progress::Chunk(sink) => self.ahead.push_back(Ok(sink)),
                Progress::End(Ok(_)) => {}
                Progress::End(Err(error)) => self.ahead.push_back(Err(error)),
            }
        }
        self.under_way = false;
    }
}

impl driver::Cursor for Cursor<'_> {
    fn dialect(&self) -> Dialect {
        self.session.dialect()
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        Box::pin(async move {
            match self.ahead.pop_front() {
                Some(chunk) => chunk.map(Some),
                None if self.under_way => self.read().await,
                None => Ok(None),
            }
        })
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(async move {
            if self.under_way {
                // In a transaction another connection would not see what it has written.
                if !self.session.in_transaction()
                    && let Some(mut beside) = self.session.beside().await
                {
                    return beside.fetch(statement, sink).await;
                }
                self.read_ahead().await;
            }
            self.session.fetch(statement, sink).await
        })
    }
}
