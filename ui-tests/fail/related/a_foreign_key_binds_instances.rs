//! `theme.blogs.set([1, 2])`: Django raises `TypeError`.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let theme = Theme::objects().get(db).await?;
    theme.blogs().set_keys([1, 2], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
