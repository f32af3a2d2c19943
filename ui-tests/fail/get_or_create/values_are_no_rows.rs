//! `Theme.objects.values().get_or_create(…)`: Django gives an instance all the same.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let names = Theme::objects().values(theme::name);
    names.get_or_create(Theme::create().name("Space").order(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
