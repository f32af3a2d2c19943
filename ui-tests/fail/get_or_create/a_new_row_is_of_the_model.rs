//! `Theme.objects.get_or_create(name="Space", defaults={"tagline": "x"})`: Django raises `FieldError`.

use queryset::demo::blog::{Blog, Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let space = Theme::objects().filter(theme::name.exact("Space"));
    space.get_or_create(Blog::create().name("Space").tagline("x"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
