//! `theme.blogs.add(blog, through_defaults={"name": "x"})`: Django raises `TypeError`.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let theme = Theme::objects().get(db).await?;
    let _ = theme.blogs().through_defaults(|pair| pair);
    Ok(())
}

fn main() {
    let _ = run;
}
