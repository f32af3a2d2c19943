//! The API, asked over HTTP, on each database that there is: SQLite always, PostgreSQL and MariaDB by
//! `QUERYSET_POSTGRES_URL` and `QUERYSET_MYSQL_URL`.

use std::env;

use axum::http::{Method, StatusCode};
use queryset::prelude::*;
use queryset::testing::{QueryLog, recorded, rolled_back};
use queryset_service::client::Client;
use queryset_service::email::Email;
use queryset_service::models::shop::{Customer, Order, OrderItem, Review, customer, order_item};
use queryset_service::seed::{Seeded, seed};
use queryset_service::{Database, app, open};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server with 30 products of which there are 5 each, and 3 customers.
struct Server {
    db: Database,
    rows: Seeded,
    client: Client,
    queries: QueryLog,
    stop: oneshot::Sender<()>,
    stopped: JoinHandle<()>,
}

impl Server {
    /// On a database that forgets what is written.
    async fn start(db: &Database) -> Self {
        Self::start_on(rolled_back(db).await.expect("a transaction begins")).await
    }

    async fn start_on(db: Database) -> Self {
        let rows = seed(30, 5, 3, &db).await.expect("there are no rows yet");
        let (noted, queries) = recorded(&db);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let base = format!("http://{}", listener.local_addr().expect("it was bound"));
        let (stop, stopping) = oneshot::channel();
        let service = axum::serve(listener, app(noted))
            .with_graceful_shutdown(async { stopping.await.unwrap_or_default() });
        let stopped = tokio::spawn(async { service.await.expect("it serves") });
        Self { db, rows, client: Client::new(base), queries, stop, stopped }
    }

    /// Sends a request, and checks the status of the answer.
    #[track_caller]
    fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        status: u16,
    ) -> impl Future<Output = Value> {
        let shown = format!("{}: {method} {path} {body:?}", std::panic::Location::caller());
        let answer = self.client.send(method, path, body);
        async move {
            let (actual, document) = answer.await.expect("the server answers");
            assert_eq!(actual, status, "{shown}: {document}");
            document
        }
    }

    #[track_caller]
    fn get(&self, path: &str) -> impl Future<Output = Value> {
        self.ask(Method::GET, path, None, 200)
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value, status: u16) -> impl Future<Output = Value> {
        self.ask(Method::POST, path, Some(body), status)
    }

    async fn stop(self) {
        drop(self.client);
        self.stop.send(()).expect("it runs");
        self.stopped.await.expect("it stops");
    }
}

/// The names of the products of a page.
fn names(page: &Value) -> Vec<&str> {
    let results = page["results"].as_array().expect("a list");
    results.iter().map(|product| product["name"].as_str().expect("a name")).collect()
}

/// A decimal number of a document; SQLite does not keep the zeros at its end.
fn amount(value: &Value) -> Decimal {
    value.as_str().and_then(|text| text.parse().ok()).expect("a decimal number")
}

async fn products_are_filtered_ordered_and_paged(server: &Server) {
    let page = server.get("/products").await;
    assert_eq!((&page["count"], names(&page).len()), (&json!(30), 20));
    assert_eq!(page["results"][0]["category"]["name"], "Games");
    server.queries.assert_num_queries(2);

    let page = server.get("/products?page=2").await;
    assert_eq!(names(&page).first(), Some(&"Product 0021"));
    let page = server.get("/products?price__lte=5&category__name=Books&ordering=-price").await;
    assert_eq!(names(&page), ["Product 0004", "Product 0002"]);
    let page = server.get("/products?name__icontains=product%20001&price__gte=").await;
    assert_eq!(page["count"], 10);

    for (path, reason) in [
        ("/products?prize__lte=5", "did you mean `price__lte`?"),
        ("/products?price__lte=cheap", "`price__lte` takes a decimal"),
        ("/products?ordering=category", "`ordering=category` is not allowed"),
        ("/products?page=x", "page"),
    ] {
        let refused = server.ask(Method::GET, path, None, 400).await;
        assert!(refused["error"].as_str().is_some_and(|error| error.contains(reason)), "{path}: {refused}");
    }
}

async fn a_product_has_its_reviews_with_their_authors(server: &Server) {
    let product = &server.rows.products[0];
    for (stars, author) in [5, 2, 5].into_iter().zip(&server.rows.customers) {
        let review = Review::create().product(product).author(author).rating(stars);
        review.save(&server.db).await.expect("it is new");
    }
    let path = format!("/products/{}", product.id);
    let shown = server.get(&path).await;
    assert_eq!(shown["category"]["name"], "Games");
    let authors: Vec<_> = shown["reviews"].as_array().expect("a list").iter().collect();
    let authors: Vec<_> = authors.iter().map(|review| &review["author"]["name"]).collect();
    assert_eq!(authors, ["Customer 3", "Customer 2", "Customer 1"]);
    server.queries.assert_num_queries(2);
    server.queries.assert_no_repeats(1);

    let listed = server.get("/products?reviews__rating__gte=5").await;
    assert_eq!((&listed["count"], names(&listed)), (&json!(1), vec!["Product 0001"]));
    assert_eq!(listed["results"][0]["rating"], 4.0);
    let missing = server.ask(Method::GET, "/products/987654", None, 404).await;
    assert_eq!(missing["error"], "no `Product` matches the query");
    server.ask(Method::GET, "/products/x", None, 400).await;
}

async fn a_customer_is_one_in_whatever_case_the_address_is_written(server: &Server) {
    let ada = Customer::create().name("Ada").email(Email::new("Ada@Example.com"));
    let ada = ada.save(&server.db).await.expect("she is new");
    let same = Customer::objects().filter(customer::email.exact(Email::new("ADA@example.com")));
    let found = same.get(&server.db).await.expect("she is there");
    assert_eq!((found.id, found.email.as_str()), (ada.id, "ada@example.com"));
    let again = Customer::create().name("Ada again").email(Email::new("ADA@EXAMPLE.COM")).build();
    let Err(Error::Invalid(errors)) = again.save_valid(&server.db).await else { panic!("she is there") };
    assert_eq!(errors.of("email")[0].code(), "unique");
}

async fn a_product_is_created_when_it_is_valid(server: &Server) {
    let category = server.rows.products[0].category_id;
    let new = json!({ "name": "New", "price": "12.50", "category_id": category });
    let created = server.post("/products", new, 201).await;
    assert_eq!(
        (&created["name"], &created["price"], &created["stock"]),
        (&json!("New"), &json!("12.50"), &json!(0))
    );
    let found = server.get(&format!("/products/{}", created["id"])).await;
    assert_eq!(found["category"]["id"], category);

    let wrong = json!({ "name": "", "price": "0.001", "category_id": category });
    let refused = server.post("/products", wrong, 422).await;
    assert_eq!(refused["errors"]["name"][0]["code"], "min_length");
    assert_eq!(refused["errors"]["price"][0]["code"], "min_value");
    assert_eq!(refused["errors"]["price"][1]["code"], "max_decimal_places");
    let nowhere = json!({ "name": "New", "price": 1, "category_id": 987_654 });
    server.post("/products", nowhere, 422).await;
    server.post("/products", json!({ "name": "New" }), 422).await;
}

async fn a_product_is_changed_in_part(server: &Server) {
    let product = &server.rows.products[0];
    let path = format!("/products/{}", product.id);
    let changed = server.ask(Method::PATCH, &path, Some(json!({ "price": "3.00" })), 200).await;
    assert_eq!((&changed["price"], &changed["name"]), (&json!("3.00"), &json!(product.name)));
    let refused = server.ask(Method::PATCH, &path, Some(json!({ "price": 0 })), 422).await;
    assert_eq!(refused["errors"]["price"][0]["code"], "min_value");
    assert_eq!(amount(&server.get(&path).await["price"]), Decimal::from(3));
    server.ask(Method::PATCH, "/products/987654", Some(json!({})), 404).await;
}

async fn what_is_withdrawn_is_in_old_orders_alone(server: &Server) {
    let product = server.rows.products[0].id;
    let customer = server.rows.customers[0].id;
    let order = json!({ "customer_id": customer, "items": [{ "product_id": product, "quantity": 1 }] });
    server.post("/orders", order.clone(), 201).await;
    let path = format!("/products/{product}");
    server.ask(Method::PATCH, &path, Some(json!({ "withdrawn": true })), 200).await;

    server.ask(Method::GET, &path, None, 404).await;
    assert_eq!(server.get("/products").await["count"], 29);
    server.post("/orders", order, 404).await;
    let orders = server.get(&format!("/customers/{customer}/orders")).await;
    assert_eq!(orders["results"][0]["items"][0]["product"]["name"], "Product 0001");
}

async fn a_product_is_deleted_unless_it_was_ordered(server: &Server) {
    let [kept, deleted, ..] = server.rows.products.as_slice() else { panic!("there are products") };
    let customer = server.rows.customers[0].id;
    let order = json!({ "customer_id": customer, "items": [{ "product_id": kept.id, "quantity": 1 }] });
    server.post("/orders", order, 201).await;
    let refused = server.ask(Method::DELETE, &format!("/products/{}", kept.id), None, 409).await;
    assert_eq!(refused["by"], json!([{ "model": "OrderItem", "rows": 1 }]));
    server.ask(Method::DELETE, &format!("/products/{}", deleted.id), None, 204).await;
    server.ask(Method::GET, &format!("/products/{}", deleted.id), None, 404).await;
}

async fn an_order_takes_from_the_stock_or_is_not_placed(server: &Server) {
    let [first, second, ..] = server.rows.products.as_slice() else { panic!("there are products") };
    let customer = server.rows.customers[0].id;
    let order = |first_quantity: u32, second_quantity: u32| {
        json!({ "customer_id": customer, "items": [
            { "product_id": second.id, "quantity": second_quantity },
            { "product_id": first.id, "quantity": first_quantity },
        ] })
    };
    let placed = server.post("/orders", order(2, 3), 201).await;
    assert_eq!((amount(&placed["total"]), &placed["status"]), (Decimal::new(1295, 2), &json!("placed")));
    let refused = server.post("/orders", order(4, 1), 409).await;
    assert_eq!(refused, json!({ "error": "out of stock", "product": first.id, "left": 3 }));

    let stock = async |id| server.get(&format!("/products/{id}")).await["stock"].clone();
    assert_eq!((stock(first.id).await, stock(second.id).await), (json!(3), json!(2)));
    assert_eq!(OrderItem::objects().count(&server.db).await.expect("it counts"), 2);
    let unknown = json!({ "customer_id": customer, "items": [{ "product_id": 987_654, "quantity": 1 }] });
    server.post("/orders", unknown, 404).await;
    let nobody = json!({ "customer_id": 987_654, "items": [{ "product_id": first.id, "quantity": 1 }] });
    server.post("/orders", nobody, 422).await;
    let none = json!({ "customer_id": customer, "items": [{ "product_id": first.id, "quantity": 0 }] });
    server.post("/orders", none, 422).await;
    assert_eq!(Order::objects().count(&server.db).await.expect("it counts"), 1);
}

async fn orders_are_listed_by_keyset(server: &Server) {
    let customer = server.rows.customers[0].id;
    for product in &server.rows.products[..5] {
        let order =
            json!({ "customer_id": customer, "items": [{ "product_id": product.id, "quantity": 1 }] });
        server.post("/orders", order, 201).await;
    }
    let path = format!("/customers/{customer}/orders?limit=2");
    let (mut page, mut seen) = (server.get(&path).await, Vec::new());
    while let Some(last) = page["next"].as_str().map(str::to_owned) {
        seen.extend(page["results"].as_array().expect("a list").clone());
        page = server.get(&format!("{path}&before={last}")).await;
    }
    seen.extend(page["results"].as_array().expect("a list").clone());
    let products: Vec<_> = seen.iter().map(|order| order["items"][0]["product"]["name"].clone()).collect();
    let expected = ["Product 0005", "Product 0004", "Product 0003", "Product 0002", "Product 0001"];
    assert_eq!(products, expected);
    server.ask(Method::GET, &format!("{path}&before=x"), None, 400).await;
}

async fn sales_are_ranked_in_their_category(server: &Server) {
    let customer = server.rows.customers[0].id;
    let lines = [(0, 1), (2, 1), (1, 3)];
    let items = lines
        .map(|(at, quantity)| json!({ "product_id": server.rows.products[at].id, "quantity": quantity }));
    server.post("/orders", json!({ "customer_id": customer, "items": items }), 201).await;
    let report = server.get("/reports/sales").await;
    let rows: Vec<_> = report.as_array().expect("a list").iter().collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row["category"].as_str(),
                row["product"].as_str(),
                amount(&row["turnover"]),
                row["rank"].as_u64(),
            )
        })
        .collect();
    let row =
        |category, product, cents, rank| (Some(category), Some(product), Decimal::new(cents, 2), Some(rank));
    assert_eq!(
        rows,
        [
            row("Books", "Product 0002", 897, 1),
            row("Games", "Product 0003", 399, 1),
            row("Games", "Product 0001", 199, 2),
        ]
    );
}

/// Twenty customers want one of five.
async fn no_more_is_sold_than_there_is(server: &Server) {
    let product = server.rows.products[0].id;
    let customer = server.rows.customers[0].id;
    let order = json!({ "customer_id": customer, "items": [{ "product_id": product, "quantity": 1 }] });
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (client, order) = (server.client.clone(), order.clone());
            tokio::spawn(async move { client.post("/orders", order).await.expect("it answers").0 })
        })
        .collect();
    let mut placed = 0;
    for task in tasks {
        match task.await.expect("it runs") {
            StatusCode::CREATED => placed += 1,
            status => assert_eq!(status, StatusCode::CONFLICT),
        }
    }
    assert_eq!(placed, 5);
    let sold = OrderItem::objects().filter(order_item::product_id.exact(product));
    assert_eq!(sold.count(&server.db).await.expect("it counts"), 5);
    assert_eq!(server.get(&format!("/products/{product}")).await["stock"], 0);
}

/// Asks everything; `db` has its tables, and nothing in them.
async fn check(db: &Database) {
    macro_rules! check {
        ($($scenario:ident)*) => {
            $(
                let server = Server::start(db).await;
                $scenario(&server).await;
                server.stop().await;
            )*
        };
    }
    check! {
        products_are_filtered_ordered_and_paged
        a_product_has_its_reviews_with_their_authors
        a_customer_is_one_in_whatever_case_the_address_is_written
        a_product_is_created_when_it_is_valid
        a_product_is_changed_in_part
        what_is_withdrawn_is_in_old_orders_alone
        a_product_is_deleted_unless_it_was_ordered
        an_order_takes_from_the_stock_or_is_not_placed
        orders_are_listed_by_keyset
        sales_are_ranked_in_their_category
    }
    let server = Server::start_on(db.clone()).await;
    no_more_is_sold_than_there_is(&server).await;
    server.stop().await;
}

/// Runs the checks in a database of their own, beside the one of the variable.
async fn check_on_server(variable: &str) {
    let Ok(url) = env::var(variable) else {
        assert!(env::var_os("CI").is_none(), "{variable} is not set");
        eprintln!("not run: {variable} is not set");
        return;
    };
    let (_, name) = url.rsplit_once('/').expect("a URL with a database");
    let own = format!("{name}_service");
    let around = Database::connect(&url).await.expect("the server can be reached");
    around.execute_script(format!("DROP DATABASE IF EXISTS {own}")).await.expect("it may drop it");
    around.execute_script(format!("CREATE DATABASE {own}")).await.expect("it may create it");
    let db = open(&format!("{url}_service")).await.expect("it was created");
    check(&db).await;
    db.close().await;
    around.execute_script(format!("DROP DATABASE {own}")).await.expect("nobody uses it");
}

#[tokio::test]
async fn the_api_on_sqlite() {
    check(&open("sqlite::memory:").await.expect("it opens")).await;
}

#[tokio::test]
async fn the_api_on_postgresql() {
    check_on_server("QUERYSET_POSTGRES_URL").await;
}

#[tokio::test]
async fn the_api_on_mariadb() {
    check_on_server("QUERYSET_MYSQL_URL").await;
}
