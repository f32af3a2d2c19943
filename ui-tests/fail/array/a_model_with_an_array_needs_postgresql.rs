//! `Room.objects.all()` of a model with an `ArrayField` on SQLite: OperationalError: no such table

use queryset::demo::on_postgres::booking::Room;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Room::objects().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
