//! `Specimen.objects.filter(data__a__contained_by=[1, 2])` on SQLite: NotSupportedError: contained_by lookup
//! is not supported on this database backend.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};
use serde_json::json;

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().exclude(specimen::data.key("a").contained_by(json!([1, 2]))).count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
