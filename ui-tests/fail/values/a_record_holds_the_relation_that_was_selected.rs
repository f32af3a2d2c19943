//! `Entry.objects.values("blog")[0]["blog_id"]`: KeyError: 'blog_id'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let rows = Entry::objects().values(entry::blog()).all(db).await?;
    let _ = rows[0].get(entry::blog_id);
    Ok(())
}

fn main() {
    let _ = run;
}
