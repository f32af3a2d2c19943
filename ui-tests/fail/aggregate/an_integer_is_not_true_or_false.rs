//! `Entry.objects.aggregate(BoolAnd("rating"))`: ProgrammingError: function bool_and(integer) does not exist

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().aggregate(entry::rating.bool_and(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
