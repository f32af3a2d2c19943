//! `select_for_update()`.

use std::marker::PhantomData;

use super::{
    Annotated, Element, Flat, Instances, IsOneQuery, Locked, Named, NoWait, PartialRows, QuerySet,
    SkipLocked, Stages, Unlocked, Values, ValuesList, Wait,
};
use crate::backend::NotMySql;
use crate::context::{Context, Merge, Merged, NoOuter, Refers};
use crate::db::InTransaction;
use crate::model::{Column, Model};
use crate::path::Path;
use crate::record::{Here, Nil, There};
use crate::related::Follows;
use crate::state::{ColumnRef, Lock, LockWait};

/// Says that a query with this lock may run at the place `P`.
#[diagnostic::on_unimplemented(
    message = "`select_for_update()` needs a transaction: row locks last until its end",
    label = "run it with `&mut tx`",
    note = "open a transaction: `let mut tx = db.begin().await?;`",
    note = "Django raises TransactionManagementError: select_for_update cannot be used outside of a transaction."
)]
pub trait AllowedIn<P> {}

#[diagnostic::do_not_recommend]
impl<P> AllowedIn<P> for Unlocked {}
#[diagnostic::do_not_recommend]
impl<W> AllowedIn<InTransaction> for Locked<W> {}
// With one place alone, the compiler would take it for granted, and complain about `&db` instead.
#[diagnostic::do_not_recommend]
impl<W> AllowedIn<Elsewhere> for Locked<W> {}

/// A place where no query runs.
#[doc(hidden)]
pub struct Elsewhere;

/// Says that nothing was said yet about rows that are locked already.
#[diagnostic::on_unimplemented(
    message = "`nowait()` and `skip_locked()` follow `select_for_update()`, and only one of them",
    label = "call it once, right after `select_for_update()`",
    note = "Django raises ValueError: The nowait option cannot be used with skip_locked."
)]
pub trait WaitFor {}

#[diagnostic::do_not_recommend]
impl WaitFor for Locked<Wait> {}

/// Says that the rows are locked.
#[diagnostic::on_unimplemented(
    message = "`no_key()`, `of()` and `of_self()` say how rows are locked, and this query set does not lock them",
    label = "call `select_for_update()` first",
    note = "Django takes them as arguments: select_for_update(of=(\"self\", \"blog\"), no_key=True)"
)]
pub trait IsLocked {}

#[diagnostic::do_not_recommend]
impl<W> IsLocked for Locked<W> {}

/// What [`of()`](QuerySet::of) takes: a relation.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a relation whose rows `of()` can lock",
    label = "not a relation",
    note = "write `of(entry::blog())`; the rows of the model itself are locked by `of_self()`",
    note = "Django raises FieldError: Invalid field name(s) given in select_for_update(of=(...))"
)]
pub trait IsRelation {
    /// Its path.
    type Path: Path;
}

#[diagnostic::do_not_recommend]
impl<F: Follows> IsRelation for F {
    type Path = F::Path;
}

/// Rows, by the relations that stand beside their instance.
pub trait HasRelations {
    /// The paths of `select_related()`, as a list: `()` for what is not one of them.
    type Beside;
}

/// In a list of what stands beside an instance: `P`, and the rest.
pub struct Beside<P, Rest>(PhantomData<fn() -> (P, Rest)>);

macro_rules! rows {
    ($($rows:ty),*) => {
        $(
            impl<T> HasRelations for $rows {
                type Beside = Nil;
            }
        )*
    };
}

rows! { PartialRows<T>, Values<T>, ValuesList<T>, Flat<T>, Named<T> }

impl HasRelations for Instances {
    type Beside = Nil;
}

impl<B, T: HasRelations> HasRelations for Annotated<B, T> {
    type Beside = T::Beside;
}

macro_rules! tuples {
    () => {};
    ($first:ident $($rest:ident)*) => {
        impl<$first: Element, $($rest: Element),*> HasRelations for ($first, $($rest,)*) {
            type Beside = tuples! { @list $first $($rest)* };
        }

        tuples! { $($rest)* }
    };
    (@list) => { Nil };
    (@list $first:ident $($rest:ident)*) => { Beside<$first::Path, tuples! { @list $($rest)* }> };
}

tuples! { A B C D E F G H I J K L M N O }

/// Says that `select_related()` has joined the row at the end of this path: it is at the place `I` of the
/// list `B`.
#[diagnostic::on_unimplemented(
    message = "`of()` locks rows that `select_related()` has joined, and the one of `{Self}` is not among them",
    label = "not joined by `select_related()`",
    note = "call `select_related(…)` with this relation before `of(…)`",
    note = "Django raises FieldError: Invalid field name(s) given in select_for_update(of=(...))"
)]
pub trait IsJoined<B, I> {}

#[diagnostic::do_not_recommend]
impl<P, Rest> IsJoined<Beside<P, Rest>, Here> for P {}
#[diagnostic::do_not_recommend]
impl<Q, P: IsJoined<Rest, I>, I, Rest> IsJoined<Beside<Q, Rest>, There<I>> for P {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Locks the rows until the transaction ends. Only a [`Transaction`](crate::Transaction) can run it.
    ///
    /// On SQLite it adds no SQL, as in Django: there a transaction has the whole database to itself.
    ///
    /// Django: `select_for_update()`. SQL: `FOR UPDATE`.
    #[doc(alias = "for_update")]
    pub fn select_for_update(mut self) -> QuerySet<M, R, S::WithLock<Locked>, X>
    where
        S::Origin: IsOneQuery,
    {
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

    /// Lets other transactions still insert rows that point at the locked ones.
    ///
    /// Databases: PostgreSQL; SQLite adds no SQL. With a `Db<MySql>` it does not compile.
    ///
    /// Django: `select_for_update(no_key=True)`. SQL: `FOR NO KEY UPDATE`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().select_for_update().no_key().values_list(blog::id);
    /// let sql = query.sql::<Postgres>().unwrap();
    /// assert_eq!(sql, r#"SELECT "blog_blog"."id" FROM "blog_blog" FOR NO KEY UPDATE"#);
    /// ```
    pub fn no_key(mut self) -> QuerySet<M, R, S, Merged<X, Refers<NoOuter, NoOuter, NotMySql>>>
    where
        S::Lock: IsLocked,
        X: Merge<Refers<NoOuter, NoOuter, NotMySql>>,
    {
        self.state.lock.get_or_insert_default().no_key = true;
        self.restage()
    }

    /// Locks the rows of the model alone, not those that are joined to them by a filter or an order.
    ///
    /// PostgreSQL refuses to lock rows that may be missing, so a query with an outer join needs it.
    ///
    /// Databases: PostgreSQL, MySQL; SQLite adds no SQL. MariaDB lacks it:
    /// [`Error::NotSupported`](crate::Error::NotSupported).
    ///
    /// Django: `select_for_update(of=("self",))`. SQL: `FOR UPDATE OF "blog_entry"`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().order_by(blog::theme().name).values_list(blog::id);
    /// let sql = query.select_for_update().of_self().sql::<Postgres>().unwrap();
    /// assert_eq!(
    ///     sql,
    ///     r#"SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" ORDER BY "blog_theme"."name" ASC FOR UPDATE OF "blog_blog""#
    /// );
    /// ```
    pub fn of_self(mut self) -> Self
    where
        S::Lock: IsLocked,
    {
        let column = M::META.pk();
        self.state.lock.get_or_insert_default().of.push(ColumnRef { steps: None, column });
        self
    }

    /// Locks the rows of this relation alone, which [`select_related()`](Self::select_related) has joined;
    /// called again those of another one as well, and with [`of_self()`](Self::of_self) those of the model.
    ///
    /// PostgreSQL refuses to lock rows that may be missing: leave out the rows where they are missing,
    /// `filter(blog::theme().isnull(false))`.
    ///
    /// Databases: PostgreSQL, MySQL; SQLite adds no SQL. MariaDB lacks it:
    /// [`Error::NotSupported`](crate::Error::NotSupported).
    ///
    /// Django: `select_for_update(of=("blog",))`. SQL: `FOR UPDATE OF "blog_blog"`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects()
    ///     .only(entry::headline)
    ///     .select_related(entry::blog().only(blog::name))
    ///     .select_for_update()
    ///     .of(entry::blog());
    /// let sql = query.sql::<Postgres>().unwrap();
    /// assert_eq!(
    ///     sql,
    ///     r#"SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."id", "blog_blog"."name" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" FOR UPDATE OF "blog_blog""#
    /// );
    /// ```
    pub fn of<F, I>(mut self, _relation: F) -> Self
    where
        S::Lock: IsLocked,
        R: HasRelations,
        F: IsRelation<Path: IsJoined<R::Beside, I>>,
    {
        let of = ColumnRef { steps: F::Path::STEPS, column: <F::Path as Path>::Key::meta() };
        self.state.lock.get_or_insert_default().of.push(of);
        self
    }

    fn waiting(mut self, wait: LockWait) -> Self {
        self.state.lock.get_or_insert_default().wait = wait;
        self
    }
}
