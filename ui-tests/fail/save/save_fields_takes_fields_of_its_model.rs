//! `entry.save(update_fields=["tagline"])`: Django raises `ValueError`.

use queryset::demo::blog::{Entry, blog};
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.save_fields(blog::tagline, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
