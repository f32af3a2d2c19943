//! `Theme.objects.bulk_create([Theme(name="Spring")])`: IntegrityError: NOT NULL constraint failed:
//! blog_theme.order

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Theme::objects().bulk_create([Theme::create().name("Spring").build()], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
