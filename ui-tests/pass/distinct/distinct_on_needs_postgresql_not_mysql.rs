//! Every database has DISTINCT.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    Entry::objects().values_list(entry::blog_id).distinct().count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
