//! An annotated window is aggregated by `aggregate()`.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

async fn greatest(db: &Db<Sqlite>) -> Result<Option<i64>, Error> {
    let number = row_number().over(window().order_by(entry::id));
    Entry::objects().annotate(&number).aggregate(number.max(), db).await
}

fn main() {}
