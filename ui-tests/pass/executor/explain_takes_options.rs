//! The format is an option.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let options = queryset::ExplainOptions::new().format(queryset::ExplainFormat::Json);
    Entry::objects().explain(options, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
