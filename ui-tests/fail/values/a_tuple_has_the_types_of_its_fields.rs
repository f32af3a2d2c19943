//! `for headline, rating in Entry.objects.values_list("rating", "headline")`: Django unpacks in any
//! order, and mixes them up.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    for (headline, rating) in Entry::objects().values_list((entry::rating, entry::headline)).all(db).await? {
        let headline: String = headline;
        println!("{headline}: {rating:?}");
    }
    Ok(())
}

fn main() {
    let _ = run;
}
