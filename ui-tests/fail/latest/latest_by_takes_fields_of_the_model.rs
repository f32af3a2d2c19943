//! `Entry.objects.latest("tagline")`: FieldError: Cannot resolve keyword 'tagline' into field.

use queryset::demo::blog::{Entry, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest_by(blog::tagline, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
