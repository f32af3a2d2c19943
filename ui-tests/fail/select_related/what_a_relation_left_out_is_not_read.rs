//! Reading a deferred field of a related row: Django would run another query.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::{Db, Error, Sqlite};


async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let rows = Entry::objects().select_related(entry::blog().only(blog::name)).all(db).await?;
    let _ = rows[0].1.get(blog::tagline);
    Ok(())
}

fn main() {
    let _ = run;
}
