//! `Entry.objects.none().aggregate(s=Sum("rating"))["s"] + 1`: TypeError: unsupported operand type(s) for +:
//! 'NoneType' and 'int'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: i64 = Entry::objects().aggregate(entry::rating.sum(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
