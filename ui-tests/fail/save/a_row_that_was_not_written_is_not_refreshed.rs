//! `Theme(name="New", order=1).refresh_from_db()`: Django raises `DoesNotExist`.

use queryset::demo::blog::Theme;
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::create().name("New").order(1).refresh(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
