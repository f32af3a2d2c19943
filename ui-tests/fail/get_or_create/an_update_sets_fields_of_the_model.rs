//! `Theme.objects.update_or_create(name="Space", defaults={"rating": 5})`: FieldError: Invalid field
//! name(s) for model Theme: 'rating'.

use queryset::demo::blog::{Theme, entry, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<bool, Error> {
    let space = Theme::objects().filter(theme::name.exact("Space"));
    let new = Theme::create().name("Space").order(1);
    Ok(space.update_or_create(entry::rating.set(5), new, db).await?.1)
}

fn main() {
    let _ = run;
}
