//! The other fields are saved.

use queryset::Model;
use queryset::demo::blog::{Theme, theme};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut theme = Theme::objects().get(db).await?;
    theme.save_fields((theme::name, theme::order), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
