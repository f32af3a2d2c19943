//! `Room.objects.filter(tags__contains=[1])`: it looks for the text `1`

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::tags.contains([1])).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
