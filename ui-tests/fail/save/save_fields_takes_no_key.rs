//! `theme.save(update_fields=["id"])`: Django raises `ValueError`.

use queryset::demo::blog::{Theme, theme};
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut theme = Theme::objects().get(db).await?;
    theme.save_fields(theme::id, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
