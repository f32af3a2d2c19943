//! MySQL knows whether a document is in another one.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, MySql};
use serde_json::json;

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    Specimen::objects().exclude(specimen::data.key("a").contained_by(json!([1, 2]))).count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
