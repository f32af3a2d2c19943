//! `theme.blogs.add(Blog(name="new"))`: Django raises `ValueError`.

use queryset::demo::blog::{Blog, Theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let theme = Theme::objects().get(db).await?;
    theme.blogs().add(&Blog::create().name("new").tagline(""), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
