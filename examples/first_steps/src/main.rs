use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use queryset::prelude::*;
use serde::{Deserialize, Serialize};

use models::library::{Author, Book, BookFilter, book};

mod models {
    queryset::include_schema!();
}

const PAGE_SIZE: u64 = 20;

/// What a query string may say: `?page=2&author__name__icontains=guin&ordering=-year,id`. Pages count from 0.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    page: u64,
    #[serde(flatten)]
    filter: BookFilter,
}

#[derive(Serialize)]
struct Page<T> {
    count: u64,
    rows: Vec<T>,
}

async fn books(
    State(db): State<Db<Sqlite>>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<impl Serialize>>, Failure> {
    let books = Book::objects().filter_set(&asked.filter);
    let count = books.count(&db).await?;
    let rows = books
        .values((book::title, book::year, book::author().name))
        .offset(asked.page.saturating_mul(PAGE_SIZE))
        .limit(PAGE_SIZE)
        .all(&db)
        .await?;
    Ok(Json(Page { count, rows }))
}

async fn one_book(
    State(db): State<Db<Sqlite>>,
    Path(id): Path<i64>,
) -> Result<Json<impl Serialize>, Failure> {
    let one = Book::objects().filter(book::id.exact(id));
    let book = one.select_related(book::author()).nested().get(&db).await?;
    Ok(Json(book))
}

struct Failure(Error);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self.0 {
            Error::DoesNotExist { .. } => StatusCode::NOT_FOUND.into_response(),
            error => {
                eprintln!("{error}");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// Makes the tables, and two books if there is none.
async fn fill(db: &Db<Sqlite>) -> Result<(), Error> {
    queryset::create_missing_tables(db, models::MODELS).await?;
    if !Book::objects().exists(db).await? {
        let ursula = Author::create().name("Ursula K. Le Guin").save(db).await?;
        Book::create().title("The Dispossessed").author(&ursula).year(1974).save(db).await?;
        Book::create().title("Always Coming Home").author(&ursula).year(1985).save(db).await?;
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let db = Db::<Sqlite>::connect("sqlite:library.db").await?;
    fill(&db).await?;

    let service =
        Router::new().route("/books", get(books)).route("/books/{id}", get(one_book)).with_state(db);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}/books", listener.local_addr()?);
    axum::serve(listener, service).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn books_are_found_by_the_name_of_their_author() -> Result<(), Box<dyn std::error::Error>> {
        let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
        fill(&db).await?;
        let query = Query::try_from_uri(&"/books?author__name__icontains=GUIN&ordering=-year".parse()?)?;

        let found = Book::objects()
            .filter(book::author().name.icontains("guin") & book::year.gt(1970))
            .count(&db)
            .await?;
        assert_eq!(found, 2);

        let Ok(Json(page)) = books(State(db.clone()), query).await else { panic!("the query fails") };

        assert_eq!(page.count, 2);
        assert_eq!(
            serde_json::to_value(&page.rows)?,
            serde_json::json!([
                { "title": "Always Coming Home", "year": 1985, "author__name": "Ursula K. Le Guin" },
                { "title": "The Dispossessed", "year": 1974, "author__name": "Ursula K. Le Guin" },
            ])
        );

        let Ok(Json(book)) = one_book(State(db.clone()), Path(1)).await else { panic!("the query fails") };
        assert_eq!(
            serde_json::to_value(&book)?,
            serde_json::json!({
                "id": 1, "title": "The Dispossessed", "author_id": 1, "year": 1974,
                "author": { "id": 1, "name": "Ursula K. Le Guin" },
            })
        );
        let Err(missing) = one_book(State(db), Path(7)).await else { panic!("there is no such book") };
        assert_eq!(missing.into_response().status(), StatusCode::NOT_FOUND);
        Ok(())
    }
}
