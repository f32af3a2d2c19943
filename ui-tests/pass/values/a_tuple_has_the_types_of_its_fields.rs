//! The tuple has the order of the selection.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    for (headline, rating) in Entry::objects().values_list((entry::headline, entry::rating)).all(db).await? {
        let headline: String = headline;
        println!("{headline}: {rating:?}");
    }
    Ok(())
}

fn main() {
    let _ = run;
}
