//! The order comes before, where it says which rows are aggregated.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

async fn counted(db: &Db<Sqlite>) -> Result<i64, Error> {
    Entry::objects().order_by(entry::headline).limit(3).aggregate(entry::id.count(), db).await
}

fn main() {}
