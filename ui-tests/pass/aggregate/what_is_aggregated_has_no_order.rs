//! The order comes before, where it says which rows are aggregated.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn counted(db: &Db<Sqlite>) {
    let _ = Entry::objects().order_by(entry::headline).limit(3).aggregate(entry::id.count(), db);
}

fn main() {}
