//! A theme has an order.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<bool, Error> {
    let space = Theme::objects().filter(theme::name.exact("Space"));
    let new = Theme::create().name("Space").order(1);
    Ok(space.update_or_create(theme::order.set(5), new, db).await?.1)
}

fn main() {
    let _ = run;
}
