//! `Theme(name="x", order=1).delete()`: Django raises `ValueError`.

use queryset::demo::blog::Theme;
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::create().name("x").order(1).delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
