//! The value of a key is an `Option`.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};
use serde_json::Value;

async fn run(db: &Db<Sqlite>) -> Result<Vec<Option<Value>>, Error> {
    Specimen::objects().values_list(specimen::data.key("a")).flat().all(db).await
}

fn main() {
    let _ = run;
}
