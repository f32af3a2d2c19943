//! PostgreSQL has arrays.

use queryset::demo::on_postgres::booking::Room;
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Room::objects().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
