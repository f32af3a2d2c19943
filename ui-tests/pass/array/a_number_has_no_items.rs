//! An array has items.

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::floors.index(0).exact(1)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
