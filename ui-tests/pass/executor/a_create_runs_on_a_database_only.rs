//! The database is a handle.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::create().name("Spring").order(1).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
