//! `Entry.objects.bulk_create([Theme(name="Spring", order=1)])`: AttributeError: 'Theme' object has no
//! attribute 'blog_id'

use queryset::demo::blog::{Entry, Theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().bulk_create([Theme::create().name("Spring").order(1).build()], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
