//! `theme.save(update_fields=[])`: Django does nothing, without a word.

use queryset::demo::blog::Theme;
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut theme = Theme::objects().get(db).await?;
    theme.save_fields((), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
