//! The key is changed by `update()`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().only(entry::headline).get(db).await?;
    let same = Entry::objects().filter(entry::id.exact(*row.get(entry::id)));
    same.update(entry::id.set(5), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
