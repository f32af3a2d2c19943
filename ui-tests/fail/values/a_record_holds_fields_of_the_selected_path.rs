//! `Entry.objects.values("blog__name").get()["name"]`: KeyError: 'name'

use queryset::demo::blog::{Entry, blog, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().values((entry::headline, entry::blog().name)).get(db).await?;
    let _ = row.get(blog::name);
    Ok(())
}

fn main() {
    let _ = run;
}
