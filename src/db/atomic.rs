//! `atomic()`: a closure in a transaction.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::ops::{Deref, DerefMut};
use std::time::Duration;

use super::transaction::{Home, Open};
use super::{Begin, Db, Transaction};
use crate::backend::Backend;
use crate::driver::Isolation;
use crate::error::Error;

/// No pause before another attempt is longer, whatever the backoff.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// How [`Db::atomic_with`] runs a closure: the isolation level of its transaction, and how often it is
/// run again after a conflict.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # use queryset::{AtomicOptions, Isolation};
/// # tokio_test(async |db| {
/// let options = AtomicOptions::new().isolation(Isolation::Serializable).retries(3);
/// let themes = db.atomic_with(options, async |mut tx| {
///     Theme::create().name("Autumn").order(1).save(&mut tx).await?;
///     Theme::objects().count(&mut tx).await
/// });
/// assert_eq!(themes.await?, 1);
/// # Ok(()) });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "options do nothing until `atomic_with` takes them"]
pub struct AtomicOptions {
    begin: Begin,
    retries: u32,
    backoff: Duration,
}

impl Default for AtomicOptions {
    fn default() -> Self {
        Self { begin: Begin::new(), retries: 0, backoff: Duration::from_millis(10) }
    }
}

impl AtomicOptions {
    /// As [`Db::atomic`] does it: the level of the database, and one attempt.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the isolation level, as [`Begin::isolation`].
    pub fn isolation(mut self, isolation: Isolation) -> Self {
        self.begin = self.begin.isolation(isolation);
        self
    }

    /// Refuses to write, as [`Begin::read_only`].
    pub fn read_only(mut self) -> Self {
        self.begin = self.begin.read_only();
        self
    }

    /// Runs the closure again, at most so many times, when its transaction was a deadlock or could not
    /// be serialized: see [`Error::is_retryable`]. Any other error ends it.
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// How long to wait before the second attempt, 10 ms by default. Each further pause is twice as
    /// long, up to a second, and a random half of it is left out, so that those who met once do not
    /// meet again.
    pub fn backoff(mut self, pause: Duration) -> Self {
        self.backoff = pause;
        self
    }

    /// The pause after so many failed attempts.
    fn pause(&self, attempts: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempts.saturating_sub(1));
        let longest = self.backoff.saturating_mul(doubled).min(LONGEST_PAUSE);
        // The keys of a hasher are all the randomness that this wants.
        let random = RandomState::new().hash_one(attempts) % 1000;
        longest / 2 + (longest / 2).mul_f64(random as f64 / 1000.0)
    }
}

/// The transaction that a closure of [`Db::atomic`] or [`Transaction::atomic`] works in: pass `&mut tx`
/// to whatever runs a query, or to a function that takes `&mut Transaction<'_, B>`.
///
/// The closure's outcome decides how it ends, so it has neither `commit()` nor `rollback()`.
pub struct Atomic<B>(Transaction<'static, B>);

impl<B> Deref for Atomic<B> {
    type Target = Transaction<'static, B>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<B> DerefMut for Atomic<B> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// Says that an error can be one of the database.
#[diagnostic::on_unimplemented(
    message = "the error `{Self}` of the closure cannot be one of the database",
    label = "gives errors of the type `{Self}`",
    note = "write `impl From<queryset::Error> for {Self}`, or let the closure give `queryset::Error`"
)]
pub trait HoldsError: From<Error> {}

#[diagnostic::do_not_recommend]
impl<E: From<Error>> HoldsError for E {}

impl<B: Backend> Db<B> {
    /// Runs a closure in a transaction: commits it when the closure gives `Ok`, rolls it back when it
    /// gives an error, panics, or is dropped half-way. Gives what the closure gives.
    ///
    /// The error is any type that an [`Error`] can be turned into. Inside, `tx.atomic(…)` makes a
    /// savepoint, and [`tx.on_commit(…)`](Transaction::on_commit) is for what must wait until all of it
    /// is permanent.
    ///
    /// Django: `with transaction.atomic():`, on the outside. SQL: `BEGIN`, then `COMMIT` or `ROLLBACK`.
    ///
    /// # Errors
    ///
    /// That of the closure; that of [`Db::begin`] or of [`Transaction::commit`]: nothing was written
    /// then, unless the connection was lost during the `COMMIT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let autumn: Theme = db
    ///     .atomic(async |mut tx| {
    ///         Theme::objects().delete(&mut tx).await?;
    ///         Theme::create().name("Autumn").order(1).save(&mut tx).await
    ///     })
    ///     .await?;
    /// # let _ = autumn;
    /// # Ok(()) });
    /// ```
    pub async fn atomic<T, E, F, R>(&self, work: F) -> Result<T, E>
    where
        E: HoldsError,
        F: FnOnce(Atomic<B>) -> R,
        R: Future<Output = Result<T, E>>,
    {
        match self.attempt(Begin::new(), work).await {
            Outcome::Done(value) => Ok(value),
            Outcome::Failed(error) | Outcome::Conflict(error) => Err(error),
        }
    }

    /// Runs a closure in a transaction as [`atomic`](Self::atomic) does, with an isolation level, and
    /// again after a conflict with another transaction.
    ///
    /// The closure may run several times, so what it does beside the transaction it does several times:
    /// leave that to [`on_commit`](Transaction::on_commit). It borrows what it uses: write it without
    /// `move`.
    ///
    /// Django has no retries.
    ///
    /// # Errors
    ///
    /// Those of [`atomic`](Self::atomic), after the last attempt.
    ///
    /// # Example
    ///
    /// See [`AtomicOptions`].
    pub async fn atomic_with<T, E, F, R>(&self, options: AtomicOptions, mut work: F) -> Result<T, E>
    where
        E: HoldsError,
        F: FnMut(Atomic<B>) -> R,
        R: Future<Output = Result<T, E>>,
    {
        let mut attempts = 0;
        loop {
            attempts += 1;
            match self.attempt(options.begin, &mut work).await {
                Outcome::Done(value) => return Ok(value),
                Outcome::Conflict(_) if attempts <= options.retries => {
                    tokio::time::sleep(options.pause(attempts)).await;
                }
                Outcome::Failed(error) | Outcome::Conflict(error) => return Err(error),
            }
        }
    }

    /// Runs a closure in a transaction, and ends that.
    async fn attempt<T, E, F, R>(&self, begin: Begin, work: F) -> Outcome<T, E>
    where
        E: From<Error>,
        F: FnOnce(Atomic<B>) -> R,
        R: Future<Output = Result<T, E>>,
    {
        let open = match self.pool.begin(begin.into()).await {
            Ok(transaction) => Box::new(Open::new(transaction, self.hooks.clone())),
            Err(error) => return Outcome::of(error),
        };
        let home = Home::default();
        let outcome = work(Atomic(Transaction::lent(open, 0, home.clone()))).await;
        match (outcome, home.take()) {
            (Ok(value), Some(open)) => match open.commit().await {
                Ok(()) => Outcome::Done(value),
                Err(error) => Outcome::of(error),
            },
            (Ok(_), None) => Outcome::of(Error::TransactionAborted),
            (Err(error), Some(open)) => {
                let conflict = open.has_conflict();
                // The closure's own error says more than one of the rollback, which the database does
                // by itself when the connection is lost.
                let _ = open.rollback().await;
                if conflict { Outcome::Conflict(error) } else { Outcome::Failed(error) }
            }
            (Err(error), None) => Outcome::Failed(error),
        }
    }
}

/// How an attempt ended.
enum Outcome<T, E> {
    Done(T),
    Failed(E),
    /// It can be tried again.
    Conflict(E),
}

impl<T, E: From<Error>> Outcome<T, E> {
    fn of(error: Error) -> Self {
        match error.is_retryable() {
            true => Self::Conflict(error.into()),
            false => Self::Failed(error.into()),
        }
    }
}

impl<B: Backend> Transaction<'_, B> {
    /// Runs a closure in a savepoint: what it has done becomes part of this transaction when it gives
    /// `Ok`, and is undone when it gives an error, panics, or is dropped half-way. This transaction goes
    /// on either way.
    ///
    /// Django: `with transaction.atomic():`, inside another one. SQL: `SAVEPOINT`, then `RELEASE` or
    /// `ROLLBACK TO`.
    ///
    /// # Errors
    ///
    /// That of the closure; [`Error::TransactionAborted`] when a statement in it failed, the database
    /// has given up the savepoint, and the closure gave `Ok` nevertheless.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// db.atomic(async |mut tx| -> Result<(), Error> {
    ///     Theme::create().id(1).name("Autumn").order(1).save(&mut tx).await?;
    ///     let again = tx.atomic(async |mut tx| {
    ///         Theme::create().id(1).name("Again").order(1).save(&mut tx).await
    ///     });
    ///     assert!(matches!(again.await, Err(Error::Integrity { .. })));
    ///     Theme::create().id(2).name("Winter").order(2).save(&mut tx).await?;
    ///     Ok(())
    /// })
    /// .await?;
    /// assert_eq!(Theme::objects().count(&db).await?, 2);
    /// # Ok(()) });
    /// ```
    pub async fn atomic<T, E, F, R>(&mut self, work: F) -> Result<T, E>
    where
        E: HoldsError,
        F: FnOnce(Atomic<B>) -> R,
        R: Future<Output = Result<T, E>>,
    {
        let open = self.open();
        let savepoint = open.savepoint().await?;
        let (lent, home) = open.lend(savepoint);
        let outcome = work(Atomic(Transaction::lent(lent, savepoint.0, home))).await;
        match (outcome, open.take_back()) {
            (Ok(value), true) => {
                open.release(savepoint).await?;
                Ok(value)
            }
            (Ok(_), false) => Err(Error::TransactionAborted.into()),
            (Err(error), _) => {
                // When this fails, so does whatever follows in the transaction.
                let _ = open.rollback_to(savepoint).await;
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_second() {
        let options = AtomicOptions::new().backoff(Duration::from_millis(100));
        for (attempts, longest) in [(1, 100), (2, 200), (3, 400), (4, 800), (5, 1000), (99, 1000)] {
            let longest = Duration::from_millis(longest);
            for _ in 0..100 {
                let pause = options.pause(attempts);
                assert!(pause >= longest / 2 && pause <= longest, "{attempts}: {pause:?}");
            }
        }
    }
}
