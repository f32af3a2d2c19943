//! `Entry.objects.distinct("blog")` in a program that runs on several databases: NotSupportedError on all
//! but PostgreSQL

use queryset::demo::blog::{Entry, entry};
use queryset::{Backend, Db, Error};

async fn run<B: Backend>(db: &Db<B>) -> Result<(), Error> {
    Entry::objects().distinct_on(entry::blog_id).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run::<queryset::Postgres>;
}
