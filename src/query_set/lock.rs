//! `select_for_update()`.

use super::{Locked, NoWait, QuerySet, SkipLocked, Stages, Unlocked, Wait};
use crate::context::Context;
use crate::db::{Db, Transaction};
use crate::model::Model;
use crate::state::{Lock, LockWait};

/// Says that a query with this lock may be run by `D`.
#[diagnostic::on_unimplemented(
    message = "row locks last until the end of a transaction, so `select_for_update()` needs one",
    label = "run it with `&mut tx`, not with `{D}`",
    note = "open a transaction: `let mut tx = db.begin().await?;`",
    note = "Django raises TransactionManagementError: select_for_update cannot be used outside of a transaction."
)]
pub trait AllowedIn<D> {}

impl<B> AllowedIn<&Db<B>> for Unlocked {}
impl<B> AllowedIn<&mut Transaction<'_, B>> for Unlocked {}
impl<W, B> AllowedIn<&mut Transaction<'_, B>> for Locked<W> {}

/// Says that nothing was said yet about rows that are locked already.
#[diagnostic::on_unimplemented(
    message = "`nowait()` and `skip_locked()` follow `select_for_update()`, and only one of them",
    label = "not after this",
    note = "Django raises ValueError: The nowait option cannot be used with skip_locked."
)]
pub trait WaitFor {}

impl WaitFor for Locked<Wait> {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Locks the rows until the transaction ends. Only a [`Transaction`] can run it.
    ///
    /// On SQLite it adds no SQL, as in Django: there a transaction has the whole database to itself.
    ///
    /// Django: `select_for_update()`. SQL: `FOR UPDATE`.
    #[doc(alias = "for_update")]
    pub fn select_for_update(mut self) -> QuerySet<M, R, S::WithLock<Locked>, X> {
        self.state.lock = Some(Lock::default());
        self.restage()
    }

    /// Fails at once when another transaction has locked a row, instead of waiting.
    ///
    /// Django: `select_for_update(nowait=True)`. SQL: `FOR UPDATE NOWAIT`.
    pub fn nowait(self) -> QuerySet<M, R, S::WithLock<Locked<NoWait>>, X>
    where
        S::Lock: WaitFor,
    {
        self.waiting(LockWait::NoWait).restage()
    }

    /// Leaves out the rows that another transaction has locked.
    ///
    /// Django: `select_for_update(skip_locked=True)`. SQL: `FOR UPDATE SKIP LOCKED`.
    pub fn skip_locked(self) -> QuerySet<M, R, S::WithLock<Locked<SkipLocked>>, X>
    where
        S::Lock: WaitFor,
    {
        self.waiting(LockWait::SkipLocked).restage()
    }

    fn waiting(mut self, wait: LockWait) -> Self {
        self.state.lock = Some(Lock { wait });
        self
    }
}
