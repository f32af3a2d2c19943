//! `Entry.objects.bulk_update(blogs, ["rating"])`: Django writes the ratings of the entries with the
//! keys of the blogs.

use queryset::demo::blog::{Blog, Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>, blogs: &[Blog]) -> Result<u64, Error> {
    Entry::objects().bulk_update(blogs, entry::rating, db).await
}

fn main() {
    let _ = run;
}
