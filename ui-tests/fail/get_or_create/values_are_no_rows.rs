//! `Theme.objects.values().get_or_create(…)`: Django gives an instance all the same.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let orders = Theme::objects().values(theme::order);
    orders.get_or_create(Theme::create().name("Space").order(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
