//! `bulk_create(…, unique_fields=["pk"])` on MySQL: Django raises `NotSupportedError`.

use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    let new = [Theme::create().id(1).name("a").order(1)];
    Theme::objects().bulk_create(new, db).update_conflicts(theme::name, theme::id).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
