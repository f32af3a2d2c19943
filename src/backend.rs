//! The databases as types, and the set of them that can run a query.
//!
//! What each can do is data in [`capability`](crate::capability); nothing is connected to here.

use std::marker::PhantomData;

use crate::context::{Context, NoOuter, Plain, Refers};

/// A database that a [`Db`](crate::Db) speaks to.
///
/// The markers always exist; the Cargo features `sqlite`, `postgres` and `mysql` add the drivers.
///
/// A function for every database is generic over it, and over what it runs its queries on:
///
/// - `&Db<B>` or `&mut Transaction<'_, B>` with `B: Backend`, for as many queries as it likes; closures of
///   `atomic()` lend a `&mut Transaction`, too;
/// - `impl Executor<'_>` for one query, on a database or in a transaction.
///
/// A query that not every database can run does not compile in it; a program that chooses its database
/// when it starts uses [`AnyBackend`].
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Backend;
///
/// async fn blog_named<'d>(name: &str, db: impl Executor<'d>) -> Result<Blog, Error> {
///     Blog::objects().filter(blog::name.exact(name)).get(db).await
/// }
///
/// async fn rename<B: Backend>(from: &str, to: &str, tx: &mut Transaction<'_, B>) -> Result<(), Error> {
///     let mut blog = blog_named(from, &mut *tx).await?;
///     blog.name = to.to_owned();
///     blog.save(&mut *tx).await
/// }
///
/// # tokio_test(async |db| {
/// db.atomic(async |mut tx| rename("Beatles Blog", "Songs", &mut tx).await).await?;
/// assert_eq!(blog_named("Songs", &db).await?.id, 1);
/// # Ok(()) });
/// ```
pub trait Backend: Send + Sync + 'static {
    /// The name of the product, as messages have it.
    const NAME: &'static str;
}

/// SQLite, the embedded default.
#[derive(Clone, Copy, Debug)]
pub struct Sqlite;

/// PostgreSQL.
#[derive(Clone, Copy, Debug)]
pub struct Postgres;

/// MySQL or MariaDB; which of the two is asked at the first connection.
#[derive(Clone, Copy, Debug)]
pub struct MySql;

/// A database that is chosen at run time, by its URL.
///
/// It runs every query that can be written. What the chosen database lacks is
/// [`Error::NotSupported`](crate::Error::NotSupported), before any SQL is sent.
#[derive(Clone, Copy, Debug)]
pub struct AnyBackend;

impl Backend for Sqlite {
    const NAME: &'static str = "SQLite";
}

impl Backend for Postgres {
    const NAME: &'static str = "PostgreSQL";
}

impl Backend for MySql {
    const NAME: &'static str = "MySQL";
}

impl Backend for AnyBackend {
    const NAME: &'static str = "the database";
}

/// It is so: in a [`BackendSet`] this database can run the query.
#[derive(Clone, Copy, Debug)]
pub struct Yes;

/// It is not so: in a [`BackendSet`] this database cannot run the query.
#[derive(Clone, Copy, Debug)]
pub struct No;

/// [`Yes`] or [`No`].
pub trait Bit: 'static {
    /// [`Yes`] when both are.
    type And<B: Bit>: Bit;
}

impl Bit for Yes {
    type And<B: Bit> = B;
}

impl Bit for No {
    type And<B: Bit> = No;
}

/// The set of databases that can run a query: SQLite, PostgreSQL, MySQL.
pub struct Backends<S, P, M>(PhantomData<fn() -> (S, P, M)>);

/// Every database can run it.
pub struct Everywhere;

/// Only PostgreSQL can run it.
pub type PostgresOnly = Backends<No, Yes, No>;

/// All but MySQL can run it.
pub type NotMySql = Backends<Yes, Yes, No>;

/// All but SQLite can run it.
pub type NotSqlite = Backends<No, Yes, Yes>;

/// A backend that a query can be for alone.
pub trait Alone: Backend {
    /// The set that has only this backend in it.
    type Only: BackendSet;
}

impl Alone for Sqlite {
    type Only = Backends<Yes, No, No>;
}

impl Alone for Postgres {
    type Only = PostgresOnly;
}

impl Alone for MySql {
    type Only = Backends<No, No, Yes>;
}

/// A set of databases.
pub trait BackendSet: 'static {
    /// What needs one of these databases around it, and no outer query.
    type Context: Context;
    /// Whether SQLite is in it.
    type Sqlite: Bit;
    /// Whether PostgreSQL is in it.
    type Postgres: Bit;
    /// Whether MySQL is in it.
    type MySql: Bit;
    /// The databases that are in both sets.
    type And<B: BackendSet>: BackendSet;
}

impl BackendSet for Everywhere {
    type Context = Plain;
    type Sqlite = Yes;
    type Postgres = Yes;
    type MySql = Yes;
    type And<B: BackendSet> = B;
}

impl<S: Bit, P: Bit, M: Bit> BackendSet for Backends<S, P, M> {
    type Context = Refers<NoOuter, NoOuter, Self>;
    type Sqlite = S;
    type Postgres = P;
    type MySql = M;
    type And<B: BackendSet> = Backends<S::And<B::Sqlite>, P::And<B::Postgres>, M::And<B::MySql>>;
}

/// Says that a set of databases contains `DB`.
#[diagnostic::on_unimplemented(
    message = "`{DB}` cannot run this query: it uses SQL that `{DB}` does not have",
    label = "runs against `{DB}`",
    note = "arrays and ranges, `bool_and()` and `bit_and()`, searches and similarity, `distinct_on()`, `no_key()` and parts of durations need PostgreSQL, `exclusion()` of a frame SQLite or PostgreSQL, `contains()` of JSON PostgreSQL or MySQL",
    note = "Django raises NotSupportedError or ProgrammingError when the query runs"
)]
pub trait RunsOn<DB> {}

// Whatever the backend, so that a function which is generic over it needs no more than `B: Backend`.
#[diagnostic::do_not_recommend]
impl<B: Backend> RunsOn<B> for Everywhere {}

macro_rules! runs_on {
    ($($sqlite:ident $postgres:ident $mysql:ident: $($backend:ident)*;)*) => {
        $($(
            #[diagnostic::do_not_recommend]
            impl RunsOn<$backend> for Backends<$sqlite, $postgres, $mysql> {}
        )*)*
    };
}

runs_on! {
    Yes Yes No: Sqlite Postgres AnyBackend;
    Yes No Yes: Sqlite MySql AnyBackend;
    Yes No No: Sqlite AnyBackend;
    No Yes Yes: Postgres MySql AnyBackend;
    No Yes No: Postgres AnyBackend;
    No No Yes: MySql AnyBackend;
    No No No: AnyBackend;
}
