//! `Entry.objects.aggregate(n=Count("id")).order_by("headline")`: AttributeError: 'dict' object has no
//! attribute 'order_by'.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn counted(db: &Db<Sqlite>) {
    let _ = Entry::objects().aggregate(entry::id.count(), db).order_by(entry::headline);
}

fn main() {}
