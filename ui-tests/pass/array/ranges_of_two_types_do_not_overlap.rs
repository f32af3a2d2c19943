//! Two ranges of one type overlap.

use queryset::demo::on_postgres::booking::{Room, room};
use queryset::{Db, Error, Postgres, Range};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().filter(room::seats.overlap(Range::new(3, 8))).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
