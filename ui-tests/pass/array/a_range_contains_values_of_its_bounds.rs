//! The bounds of this range are integers.

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::seats.contains(8)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
