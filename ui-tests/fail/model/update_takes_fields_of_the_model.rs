//! `Entry.objects.update(name="New")`: FieldDoesNotExist: Entry has no field named 'name'

use queryset::demo::blog::{Entry, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(blog::name.set("New"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
