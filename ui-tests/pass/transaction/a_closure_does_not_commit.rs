//! The closure's outcome decides how its transaction ends.

use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |_tx| Ok(())).await
}

fn main() {
    let _ = run;
}
