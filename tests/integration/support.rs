//! What the tests stand on: the databases, with the demo data, and the checks.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use queryset::demo::{self, MODELS};
use queryset::{AnyBackend, Db, Error, PoolOptions};
use tokio::runtime::Runtime;

pub(crate) use crate::product::Product;

/// All tests share one runtime, because a pool lives on the runtime that it was opened on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime starts")
});

/// The databases that were opened, by the product's name.
static OPEN: Mutex<BTreeMap<&'static str, Db<AnyBackend>>> = Mutex::new(BTreeMap::new());

impl Product {
    pub(crate) const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::MySql];
}

/// Runs a future to its end.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Runs a test on every database, each with the demo data. What it changes it must undo: in a
/// transaction that is rolled back.
pub(crate) fn on_every_database(test: impl AsyncFn(Db<AnyBackend>, Product) -> Result<(), Error>) {
    for product in Product::ALL {
        if let Some(db) = open(product) {
            if let Err(error) = run(test(db, product)) {
                panic!("on {product:?}: {}", chain(&error));
            }
        }
    }
}

/// An error with everything behind it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// The database with the demo data, opened and filled at the first call.
pub(crate) fn open(product: Product) -> Option<Db<AnyBackend>> {
    let url = product.url()?;
    let name = match product {
        Product::Sqlite => "sqlite",
        Product::Postgres => "postgres",
        Product::MySql => "mysql",
    };
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(db) = open.get(name) {
        return Some(db.clone());
    }
    let db = run(prepare(&url)).unwrap_or_else(|error| panic!("{product:?}: {}", chain(&error)));
    open.insert(name, db.clone());
    Some(db)
}

async fn prepare(url: &str) -> Result<Db<AnyBackend>, Error> {
    let db: Db<AnyBackend> = PoolOptions::new().max_connections(5).connect(url).await?;
    queryset::drop_tables(&db, MODELS).await?;
    queryset::create_tables(&db, MODELS).await?;
    demo::load(&db).await?;
    Ok(db)
}
