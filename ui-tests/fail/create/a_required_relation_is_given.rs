//! `Entry.objects.create(headline="Help!", body_text="…", pub_date=…)`: IntegrityError: NOT NULL
//! constraint failed: blog_entry.blog_id

use jiff::civil::date;
use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::create().headline("Help!").body_text("…").pub_date(date(2025, 3, 1)).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
