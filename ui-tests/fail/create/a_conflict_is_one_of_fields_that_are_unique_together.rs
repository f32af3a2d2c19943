//! `bulk_create(…, update_conflicts=True, unique_fields=["book", "stars"])`: the database refuses it.

use queryset::demo::blog::{Reading, reading};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = [Reading::create().book_id(1).reader_id(2).stars(1)];
    let new = Reading::objects().bulk_create(new, db);
    new.update_conflicts(reading::stars, (reading::book_id, reading::stars)).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
