//! A relation that may not be NULL is given.

use jiff::civil::date;
use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(beatles: &Blog, db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::create()
        .blog(beatles)
        .headline("Help!")
        .body_text("…")
        .pub_date(date(2025, 3, 1))
        .save(db)
        .await?;
    Ok(())
}

fn main() {
    let _ = run;
}
