//! SQLite and PostgreSQL leave rows out of frames.

use queryset::WindowFrameExclusion;
use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

async fn others(db: &Db<Sqlite>) -> Result<Vec<Option<i64>>, Error> {
    let others = window().order_by(entry::id).rows(..).exclusion(WindowFrameExclusion::CurrentRow);
    Entry::objects().values_list(entry::rating.sum().over(others)).flat().all(db).await
}

fn main() {}
