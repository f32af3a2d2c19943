//! A row of `values_list("data__a")` holds `None` where the key is missing.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};
use serde_json::Value;

async fn run(db: &Db<Sqlite>) -> Result<Vec<Value>, Error> {
    Specimen::objects().values_list(specimen::data.key("a")).flat().all(db).await
}

fn main() {
    let _ = run;
}
