//! A function can be generic over the database, and over what its query runs on.

use queryset::demo::blog::{Entry, entry};
use queryset::{Backend, Db, Error, Executor, MySql, Postgres, Sqlite, Transaction};

async fn rated<'d>(db: impl Executor<'d>) -> Result<Vec<Entry>, Error> {
    Entry::objects().filter(entry::rating.gte(4)).all(db).await
}

async fn rate<B: Backend>(tx: &mut Transaction<'_, B>) -> Result<u64, Error> {
    let entries = rated(&mut *tx).await?;
    let keys: Vec<_> = entries.iter().map(|entry| entry.id).collect();
    Entry::objects().filter(entry::id.in_(keys)).update(entry::rating.set(5), &mut *tx).await
}

async fn run<B: Backend>(db: &Db<B>) -> Result<(), Error> {
    rated(db).await?;
    db.atomic(async |mut tx| rate(&mut tx).await).await?;
    Ok(())
}

fn main() {
    let _ = (run::<Sqlite>, run::<Postgres>, run::<MySql>);
}
