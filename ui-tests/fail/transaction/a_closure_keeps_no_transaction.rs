//! `with transaction.atomic() as tx: …; tx`: what a block has used is over at its end.

use queryset::demo::blog::Entry;
use queryset::{Atomic, Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<u64, Error> {
    let mut kept: Option<&mut Atomic<Sqlite>> = None;
    db.atomic(async |mut tx| -> Result<(), Error> {
        kept = Some(&mut tx);
        Ok(())
    })
    .await?;
    Entry::objects().count(kept.expect("it is there")).await
}

fn main() {
    let _ = run;
}
