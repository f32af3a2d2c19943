//! Many clients at once, against a server of its own on 127.0.0.1: `cargo run --release --bin load`.
//!
//! Nine of ten requests read, one places an order. In the end the orders that were answered are those
//! that the database has, and the stock is what they have left of it.
//!
//! | Variable | What it says | Without it |
//! | --- | --- | --- |
//! | `DATABASE_URL` | a database of the service's, with rows or without | `sqlite:load.db`, made anew |
//! | `CLIENTS` | how many there are, up to 500 | 50 |
//! | `SECONDS` | for how long they ask, up to 300 | 30 |

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use queryset_service::client::Client;
use queryset_service::models::shop::{Order, OrderItem, Product, order, order_item, product};
use queryset_service::seed::seed;
use queryset_service::{Database, app, open};
use serde_json::json;
use tokio::net::TcpListener;

const PRODUCTS: u32 = 1000;
const STOCK: u32 = 1000;
const CUSTOMERS: u32 = 100;

/// What one client has seen.
#[derive(Default)]
struct Seen {
    /// How long each answer took, by what was asked.
    latencies: BTreeMap<&'static str, Vec<Duration>>,
    /// The orders that were placed, with how much of which product.
    placed: Vec<(i64, [(i64, u32); 2])>,
    refused: u32,
    errors: Vec<String>,
}

/// Numbers that look random, the same on each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        // xorshift64
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = match env::var("DATABASE_URL") {
        Ok(url) => url,
        Err(_) => {
            for file in ["load.db", "load.db-wal", "load.db-shm"] {
                _ = std::fs::remove_file(file);
            }
            "sqlite:load.db".to_owned()
        }
    };
    let (clients, seconds) = (number("CLIENTS", 50, 500)?, number("SECONDS", 30, 300)?);
    let db = open(&url).await?;
    if !Product::objects().exists(&db).await? {
        seed(PRODUCTS, STOCK, CUSTOMERS, &db).await?;
    }
    let begun = State::read(&db).await?;

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, app(db.clone())).into_future());
    println!("{clients} clients ask {db:?} for {seconds} s");
    let start = Instant::now();
    let end = start + Duration::from_secs(seconds);
    let asking: Vec<_> = (0..clients)
        .map(|seed| tokio::spawn(ask(Client::new(base.clone()), Dice(seed + 1), end, begun.products())))
        .collect();
    let mut all = Vec::new();
    for client in asking {
        all.push(client.await?);
    }
    let took = start.elapsed();
    server.abort();
    report(&all, took);

    let wrong = begun.differences(&State::read(&db).await?, &all);
    db.close().await;
    for line in &wrong {
        println!("wrong: {line}");
    }
    let errors: usize = all.iter().map(|seen| seen.errors.len()).sum();
    match wrong.is_empty() && errors == 0 {
        true => Ok(println!("no order was lost, and the stock adds up")),
        false => Err(format!("{errors} errors, {} differences", wrong.len()).into()),
    }
}

fn number(variable: &str, default: u64, most: u64) -> Result<u64, Box<dyn Error>> {
    let number = env::var(variable).map_or(Ok(default), |text| text.parse())?;
    match (1..=most).contains(&number) {
        true => Ok(number),
        false => Err(format!("{variable} is a number from 1 to {most}").into()),
    }
}

/// What the database has.
struct State {
    stock: BTreeMap<i64, u32>,
    orders: Vec<i64>,
    /// How much of each product was ordered.
    ordered: BTreeMap<i64, i64>,
}

impl State {
    async fn read(db: &Database) -> Result<Self, queryset::Error> {
        let stock = Product::objects().values_list((product::id, product::stock)).all(db).await?;
        let orders = Order::objects().order_by(order::id).values_list(order::id).flat().all(db).await?;
        let ordered =
            OrderItem::objects().values_list(order_item::product_id).annotate(order_item::quantity.sum());
        let ordered = ordered.all(db).await?.into_iter().map(|(product, sum)| (product, sum.unwrap_or(0)));
        Ok(Self { stock: stock.into_iter().collect(), orders, ordered: ordered.collect() })
    }

    fn products(&self) -> Vec<i64> {
        self.stock.keys().copied().collect()
    }

    /// How the database differs in the end from what the clients were told.
    fn differences(&self, end: &Self, all: &[Seen]) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut placed: Vec<i64> = self.orders.clone();
        let mut taken: BTreeMap<i64, u32> = BTreeMap::new();
        for (id, lines) in all.iter().flat_map(|seen| &seen.placed) {
            placed.push(*id);
            for (product, quantity) in lines {
                *taken.entry(*product).or_default() += quantity;
            }
        }
        placed.sort_unstable();
        if placed != end.orders {
            wrong.push(format!("there are {} orders, and {} were placed", end.orders.len(), placed.len()));
        }
        for (product, stock) in &self.stock {
            let taken = taken.get(product).copied().unwrap_or(0);
            if end.stock.get(product) != stock.checked_sub(taken).as_ref() {
                wrong.push(format!(
                    "product {product} had {stock}, {taken} were ordered, {:?} are left",
                    end.stock.get(product)
                ));
            }
            let before = self.ordered.get(product).copied().unwrap_or(0);
            let items = end.ordered.get(product).copied().unwrap_or(0) - before;
            if items != i64::from(taken) {
                wrong.push(format!("{taken} of product {product} were ordered, and its items say {items}"));
            }
        }
        wrong
    }
}

/// Asks one thing after the other until it is time to end.
async fn ask(client: Client, mut dice: Dice, end: Instant, products: Vec<i64>) -> Seen {
    let mut seen = Seen::default();
    // The first numbers of neighbouring seeds are alike.
    for _ in 0..10 {
        dice.below(2);
    }
    while Instant::now() < end {
        let mut product = || products[dice.below(products.len() as u64) as usize];
        let (one, other) = (product(), product());
        let quantity = 1 + dice.below(3) as u32;
        let customer = 1 + dice.below(CUSTOMERS.into());
        let lines = [(one, quantity), (other, 1)];
        let (what, path, order) = match dice.below(20) {
            0..10 => ("detail", format!("/products/{one}"), None),
            10..16 => ("list", format!("/products?price__lte={quantity}00&ordering=-price&page=2"), None),
            16..18 => ("orders", format!("/customers/{customer}/orders?limit=10"), None),
            _ => {
                let items = lines.map(|(id, quantity)| json!({ "product_id": id, "quantity": quantity }));
                ("order", "/orders".to_owned(), Some(json!({ "customer_id": customer, "items": items })))
            }
        };
        let start = Instant::now();
        let answer = match order {
            Some(order) => client.post(&path, order).await,
            None => client.get(&path).await,
        };
        seen.latencies.entry(what).or_default().push(start.elapsed());
        match answer {
            Ok((StatusCode::OK, _)) => {}
            Ok((StatusCode::CREATED, order)) => {
                seen.placed.push((order["id"].as_i64().unwrap_or_default(), lines));
            }
            Ok((StatusCode::CONFLICT, _)) if what == "order" => seen.refused += 1,
            Ok((status, answer)) => seen.errors.push(format!("{path}: {status} {answer}")),
            Err(error) => seen.errors.push(format!("{path}: {error}")),
        }
    }
    seen
}

fn report(all: &[Seen], took: Duration) {
    let mut latencies: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for (what, each) in all.iter().flat_map(|seen| &seen.latencies) {
        latencies.entry(what).or_default().extend(each);
        latencies.entry("all").or_default().extend(each);
    }
    println!("{:8} {:>9} {:>9} {:>8} {:>8} {:>8}", "", "requests", "each s", "p50 ms", "p95 ms", "p99 ms");
    for (what, mut each) in latencies {
        each.sort_unstable();
        let at = |part: f64| each[((each.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
        let rate = each.len() as f64 / took.as_secs_f64();
        println!(
            "{what:8} {:>9} {rate:>9.0} {:>8.1} {:>8.1} {:>8.1}",
            each.len(),
            at(0.50),
            at(0.95),
            at(0.99)
        );
    }
    let placed: usize = all.iter().map(|seen| seen.placed.len()).sum();
    let refused: u32 = all.iter().map(|seen| seen.refused).sum();
    let errors: Vec<_> = all.iter().flat_map(|seen| &seen.errors).collect();
    println!("{placed} orders were placed, {refused} were out of stock, {} errors", errors.len());
    for error in errors.iter().take(5) {
        println!("error: {error}");
    }
}
