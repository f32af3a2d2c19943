//! The whole query set says which row it is.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<bool, Error> {
    let space = Theme::objects().filter(theme::name.exact("Space"));
    Ok(space.get_or_create(Theme::create().name("Space").order(1), db).await?.1)
}

fn main() {
    let _ = run;
}
