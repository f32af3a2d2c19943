mod models {
    queryset::include_schema!();
}

use models::library::{Author, Book, book};
use queryset::prelude::*;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let db = Db::<Sqlite>::connect("sqlite:library.db").await?;
    queryset::create_missing_tables(&db, models::MODELS).await?;

    let ursula = Author::create().name("Ursula K. Le Guin").save(&db).await?;
    Book::create().title("The Dispossessed").author(&ursula).year(1974).save(&db).await?;

    let books = Book::objects().filter(book::author().name.icontains("guin")).all(&db).await?;
    println!("{books:#?}");
    Ok(())
}
