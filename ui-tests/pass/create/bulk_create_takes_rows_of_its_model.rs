//! Rows go into the table of their model.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::objects().bulk_create([Theme::create().name("Spring").order(1).build()], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
