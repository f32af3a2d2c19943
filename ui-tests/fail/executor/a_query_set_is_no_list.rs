//! `for entry in Entry.objects.all()` is right in Django, and runs the query.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    for row in Entry::objects() {
        println!("{}", row.headline);
    }
    Ok(())
}

fn main() {
    let _ = run;
}
