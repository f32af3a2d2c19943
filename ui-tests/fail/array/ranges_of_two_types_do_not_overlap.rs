//! `Room.objects.filter(seats__overlap=F("prices"))`: ProgrammingError: operator does not exist: int4range && numrange

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::seats.overlap(room::prices)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
