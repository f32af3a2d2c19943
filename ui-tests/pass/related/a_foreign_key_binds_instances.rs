//! Instances for a foreign key.

use queryset::demo::blog::{Blog, Theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let theme = Theme::objects().get(db).await?;
    let blogs = Blog::objects().all(db).await?;
    theme.blogs().set(&blogs, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
