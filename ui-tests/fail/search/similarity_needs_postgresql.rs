//! `Entry.objects.annotate(s=TrigramSimilarity("headline", "lenon")).filter(s__gt=0.3)` on MySQL:
//! OperationalError: FUNCTION similarity does not exist.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    Entry::objects().filter(entry::headline.similarity("lenon").gt(0.3)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
