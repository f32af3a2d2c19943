//! `bulk_create(…, update_conflicts=True, unique_fields=["pk"])`: Django raises `ValueError`.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let new = [Theme::create().id(1).name("a").order(1)];
    Theme::objects().bulk_create(new, db).update_conflicts((), theme::id).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
