//! `Entry.objects.iterator(chunk_size=-5)`: ValueError: Chunk size must be strictly positive.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _ = Entry::objects().iterator_chunked(-5, db);
    Ok(())
}

fn main() {
    let _ = run;
}
