//! `Entry.objects.values("headline").get().headline`: AttributeError: 'dict' object has no attribute
//! 'headline'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().values(entry::headline).get(db).await?;
    println!("{}", row.headline);
    Ok(())
}

fn main() {
    let _ = run;
}
