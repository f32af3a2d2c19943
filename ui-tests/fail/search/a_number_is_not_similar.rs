//! `Author.objects.filter(age__trigram_similar="30")`: FieldError: Unsupported lookup 'trigram_similar' for IntegerField

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Author::objects().filter(author::age.trigram_similar("30")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
