//! `theme.save(update_fields="name")`: Django raises `ValueError`.

use queryset::demo::blog::Theme;
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut theme = Theme::objects().get(db).await?;
    theme.save_fields("name", db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
