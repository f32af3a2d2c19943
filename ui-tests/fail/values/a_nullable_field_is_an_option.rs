//! `for rating in Entry.objects.values_list("rating", flat=True): rating + 1`: TypeError: unsupported
//! operand type(s) for +: 'NoneType' and 'int', at the first row without a rating

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<i32> = Entry::objects().values_list(entry::rating).flat().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
