//! PostgreSQL knows whether a document is in another one.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Postgres};
use serde_json::json;

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Specimen::objects().filter(specimen::data.contains(json!({ "a": 1 }))).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
