//! `transaction.on_commit(announce)`: outside a block Django calls it at once.

use queryset::{Db, Sqlite};

async fn announce() {}

fn run(db: &Db<Sqlite>) {
    db.on_commit(announce);
}

fn main() {
    let _ = run;
}
