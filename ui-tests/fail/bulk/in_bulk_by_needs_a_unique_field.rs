//! `Entry.objects.in_bulk(["Hello"], field_name="headline")`: ValueError: in_bulk()'s field_name
//! must be a unique field but 'headline' isn't.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk_by(entry::headline, ["Hello"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
