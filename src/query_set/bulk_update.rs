//! `bulk_update()`.

use std::future::IntoFuture;
use std::marker::PhantomData;

use futures_util::FutureExt;

use super::{Fetch, InstanceList, Instances, IsOneQuery, IsWhole, QuerySet, Stages};
use crate::backend::RunsOn;
use crate::compile;
use crate::context::{Closed, Context};
use crate::db::{Executor, Runner};
use crate::error::Error;
use crate::instance::values_of;
use crate::meta;
use crate::model::{AllAre, Model};
use crate::own_fields::{AllOwn, NoKeys, OwnFields, columns_of};
use crate::state::State;
use crate::value::Value;

impl<M: Model, S: Stages, X: Context> QuerySet<M, Instances, S, X> {
    /// Writes these fields of many instances in as few statements as the database allows, all or none,
    /// and gives the number of rows that were there to be written.
    ///
    /// Only rows of the query set are written. Fields with `auto_now` are not set, as in Django.
    ///
    /// Django: `bulk_update(entries, ["rating"])`. SQL: `UPDATE … SET rating = CASE WHEN id = … END`.
    ///
    /// # Errors
    ///
    /// Those of [`update`](Self::update). Nothing is written.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut entries = Entry::objects().order_by(entry::id).all(&db).await?;
    /// for (rating, entry) in (1..).zip(&mut entries) {
    ///     entry.rating = Some(rating);
    /// }
    /// let written = Entry::objects().bulk_update(&entries, entry::rating, &db).batch_size(100).await?;
    /// assert_eq!(written, 2);
    /// # Ok(()) });
    /// ```
    pub fn bulk_update<'d, I, F, D>(&self, instances: I, fields: F, db: D) -> BulkUpdate<'d, M>
    where
        S::Origin: IsOneQuery,
        I: InstanceList<M>,
        F: OwnFields<Models: AllAre<M>, Paths: AllOwn, Keys: NoKeys>,
        D: Executor<'d>,
        S::Slice: IsWhole,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let mut rows = Vec::new();
        instances.each(&mut |instance| rows.push(values_of(instance)));
        let work = Work { state: self.state.clone(), columns: columns_of(&fields), rows, batch_size: None };
        BulkUpdate { work, runner: db.runner(), model: PhantomData }
    }
}

/// Instances of `M` on their way to their rows: await it for the number of rows.
#[must_use = "nothing is sent to the database before this is awaited"]
pub struct BulkUpdate<'d, M> {
    work: Work,
    runner: Runner<'d>,
    model: PhantomData<fn() -> M>,
}

impl<M> BulkUpdate<'_, M> {
    /// Writes so many rows in one statement at most. Without it, as many as are good for it.
    ///
    /// Django: `batch_size=100`.
    pub fn batch_size(mut self, rows: usize) -> Self {
        self.work.batch_size = Some(rows);
        self
    }
}

impl<'d, M: Model> IntoFuture for BulkUpdate<'d, M> {
    type Output = Result<u64, Error>;
    type IntoFuture = Fetch<'d, u64>;

    fn into_future(self) -> Fetch<'d, u64> {
        let Self { work, runner, .. } = self;
        Fetch::new(M::META, async move {
            if work.batch_size == Some(0) {
                let message = "a batch of `bulk_update()` has one row at least".to_owned();
                return Err(Error::InvalidQuery { message });
            }
            match work.rows.len().div_ceil(work.most(&runner)) {
                0 => Ok(0),
                1 => work.write(runner).await,
                _ => runner.atomically(|runner| work.write(runner).boxed()).await,
            }
        })
    }
}

/// The database looks through all keys for each row, so that twice the rows take four times as long.
const ROWS: usize = 500;

/// What is to be written.
struct Work {
    state: State,
    columns: Vec<&'static meta::Column>,
    rows: Vec<Vec<Value>>,
    batch_size: Option<usize>,
}

impl Work {
    /// How many rows one statement writes.
    fn most(&self, runner: &Runner<'_>) -> usize {
        // The key stands beside each value, and among the keys of the rows.
        let bound = runner.dialect().max_values() / (2 * self.columns.len() + 1);
        self.batch_size.unwrap_or(ROWS).min(bound)
    }

    async fn write(self, mut runner: Runner<'_>) -> Result<u64, Error> {
        let mut written = 0;
        for rows in self.rows.chunks(self.most(&runner)) {
            let compiled = compile::bulk_update(&self.state, &self.columns, rows, runner.dialect());
            if let Some(statement) = compiled? {
                written += runner.again().execute(statement).await?.rows;
            }
        }
        Ok(written)
    }
}
