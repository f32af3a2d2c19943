//! `Entry.objects.distinct("blog")` on MySQL: NotSupportedError: DISTINCT ON fields is not supported by
//! this database backend

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    Entry::objects().distinct_on(entry::blog_id).count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
