//! It is written first.

use queryset::Model;
use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::create().name("x").order(1).save(db).await?.delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
