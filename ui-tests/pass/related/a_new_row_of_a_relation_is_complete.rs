//! Every field that is needed.

use queryset::demo::blog::Theme;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let theme = Theme::objects().get(db).await?;
    theme.blogs().create().name("new").tagline("").save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
