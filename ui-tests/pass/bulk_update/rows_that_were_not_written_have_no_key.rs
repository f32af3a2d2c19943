//! Instances have keys.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = Theme::create().name("x").order(1).save(db).await?;
    Theme::objects().bulk_update(&new, theme::name, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
