//! `Theme.objects.bulk_update([Theme(name="x")], ["name"])`: Django raises `ValueError`.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = Theme::create().name("x").order(1);
    Theme::objects().bulk_update(&new, theme::name, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
