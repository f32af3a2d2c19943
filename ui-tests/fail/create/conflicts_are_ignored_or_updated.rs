//! `bulk_create(…, ignore_conflicts=True, update_conflicts=True)`: Django raises `ValueError`.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = [Theme::create().id(1).name("a").order(1)];
    let new = Theme::objects().bulk_create(new, db);
    new.ignore_conflicts().update_conflicts(theme::name, theme::id).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
