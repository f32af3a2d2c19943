//! A field of the model itself.

use queryset::Model;
use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.save_fields((entry::headline, entry::rating), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
