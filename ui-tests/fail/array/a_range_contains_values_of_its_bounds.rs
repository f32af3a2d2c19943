//! `Room.objects.filter(seats__contains="many")`: DataError: invalid input syntax for type integer

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::seats.contains("many")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
