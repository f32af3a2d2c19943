//! `bulk_create(…, batch_size=-1)`: Django raises `ValueError`.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = [Theme::create().id(1).name("a").order(1)];
    Theme::objects().bulk_create(new, db).batch_size(-1).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
