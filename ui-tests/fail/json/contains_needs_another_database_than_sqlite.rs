//! `Specimen.objects.filter(data__contains={"a": 1})` on SQLite: NotSupportedError: contains lookup is not
//! supported on this database backend.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};
use serde_json::json;

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().filter(specimen::data.contains(json!({ "a": 1 }))).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
