//! `Lag("headline")` is `None` for the first row.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

async fn before(db: &Db<Sqlite>) -> Result<Vec<String>, Error> {
    let before = entry::headline.lag().over(window().order_by(entry::id));
    Entry::objects().values_list(before).flat().all(db).await
}

fn main() {}
