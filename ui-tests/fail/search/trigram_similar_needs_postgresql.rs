//! `Author.objects.filter(name__trigram_similar="lenon")` on MySQL: FieldError, or OperationalError

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    Author::objects().filter(author::name.trigram_similar("lenon")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
