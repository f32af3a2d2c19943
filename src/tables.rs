//! Making and dropping the tables of models.

use crate::backend::Backend;
use crate::db::{Db, Executor};
use crate::ddl;
use crate::decode::Cells;
use crate::dialect::{Dialect, DialectOf};
use crate::driver::Statement;
use crate::error::Error;
use crate::field::{CellOf, read_cell};
use crate::meta;

/// Makes the tables of `models`, as Django's migrations would: columns, keys, checks, indexes.
///
/// `models` is what generated code calls `MODELS`; the order does not matter. A model that is not
/// `managed` is left out. On SQLite and PostgreSQL all are made or none.
///
/// # Errors
///
/// Any [`Error`] of the database: mostly that a table exists already, which
/// [`create_missing_tables`] takes.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
/// queryset::create_tables(&db, queryset::demo::MODELS).await?;
/// # Ok::<(), queryset::Error>(()) }).unwrap();
/// ```
pub async fn create_tables<B: Backend>(db: &Db<B>, models: &[&'static meta::Model]) -> Result<(), Error> {
    let statements = ddl::create_tables(db.dialect(), models)?;
    run(db, statements).await
}

/// Makes those tables of `models` that are not there, as [`create_tables`] does: for a service that
/// brings its own database.
///
/// A table that is there is left as it is, whatever columns it has: a changed schema is for a tool that
/// migrates, Django's `migrate` for example.
///
/// # Errors
///
/// Any [`Error`] of the database.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
/// queryset::create_missing_tables(&db, queryset::demo::MODELS).await?;
/// queryset::create_missing_tables(&db, queryset::demo::MODELS).await?;
/// # Ok::<(), queryset::Error>(()) }).unwrap();
/// ```
pub async fn create_missing_tables<B: Backend>(
    db: &Db<B>,
    models: &[&'static meta::Model],
) -> Result<(), Error> {
    let there = existing(db, models).await?;
    let missing: Vec<_> =
        models.iter().copied().filter(|model| there.iter().all(|other| other.table != model.table)).collect();
    create_tables(db, &missing).await
}

/// Drops the tables of `models` that exist, with everything in them.
///
/// # Errors
///
/// Any [`Error`] of the database.
pub async fn drop_tables<B: Backend>(db: &Db<B>, models: &[&'static meta::Model]) -> Result<(), Error> {
    let models = match db.dialect() {
        Dialect::Sqlite | Dialect::Postgres => models.to_vec(),
        // A circle of foreign keys is opened by dropping one, for which its table must be there.
        Dialect::MySql(_) => existing(db, models).await?,
    };
    let statements = ddl::drop_tables(db.dialect(), &models);
    run(db, statements).await
}

/// The models whose tables are there.
async fn existing<B: Backend>(
    db: &Db<B>,
    models: &[&'static meta::Model],
) -> Result<Vec<&'static meta::Model>, Error> {
    let sql = match db.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        Dialect::Postgres => {
            "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = current_schema()"
        }
        Dialect::MySql(_) => {
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
        }
    };
    let statement = Statement::new(sql, Vec::new());
    let name = |cells: &dyn Cells| read_cell::<String>(cells, 0, || CellOf::value("tables", "table_name"));
    let names = db.runner().fetch(Ok(Some(statement)), name).await?;
    let exists = |model: &&'static meta::Model| names.iter().flatten().any(|name| name == model.table);
    Ok(models.iter().copied().filter(exists).collect())
}

/// The statements that [`create_tables`] runs on the backend `B`, in their order.
///
/// # Errors
///
/// [`Error::NotSupported`] for what the database lacks.
pub fn create_tables_sql<B: Backend + DialectOf>(
    models: &[&'static meta::Model],
) -> Result<Vec<String>, Error> {
    ddl::create_tables(B::DIALECT, models)
}

async fn run<B: Backend>(db: &Db<B>, statements: Vec<String>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    for statement in statements {
        tx.execute_script(statement).await?;
    }
    tx.commit().await
}
