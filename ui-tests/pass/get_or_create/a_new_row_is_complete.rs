//! All that a new row needs.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let space = Theme::objects().filter(theme::name.exact("Space"));
    space.get_or_create(Theme::create().name("Space").order(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
