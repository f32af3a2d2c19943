//! A queue of jobs: eight workers ship orders, and some of them are killed while they do.
//!
//! `cargo run --example jobs` makes an SQLite database in memory. With
//! `--features postgres,mysql` an empty database of a server can be named:
//! `cargo run --features postgres --example jobs -- postgres://me@localhost/empty`.
//! There the workers pass by what others have locked; on SQLite they write one after the other.

use std::time::{Duration, Instant};

use queryset::AtomicOptions;
use queryset::demo::shop::{Customer, Order, OrderItem, OrderStatus, Product, customer, order, product};
use queryset::demo::{self, MODELS};
use queryset::prelude::*;
use rust_decimal::Decimal;
use tokio::task::JoinSet;

const ORDERS: u32 = 1_000;
const WORKERS: u32 = 8;
/// How many orders a worker takes at once.
const TAKEN: u64 = 10;
/// Units in stock: not enough for all orders.
const STOCK: u16 = 700;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "sqlite::memory:".to_owned());
    let db: Db<AnyBackend> = PoolOptions::new().max_connections(WORKERS).connect(&url).await?;
    queryset::create_tables(&db, MODELS).await?;
    demo::load(&db).await?;
    let product = take_orders(&db).await?;
    println!("{ORDERS} orders of one product, {STOCK} units of it, {WORKERS} workers");

    let (start, mut killed) = (Instant::now(), 0);
    let mut workers = JoinSet::new();
    for number in 0..3 * WORKERS {
        let worker = workers.spawn(work(db.clone()));
        if number < 2 * WORKERS {
            // In the middle of whatever it does: its transaction is undone, and others take its orders.
            tokio::time::sleep(Duration::from_micros(u64::from(number) * 500)).await;
            worker.abort();
        }
    }
    let mut shipped = 0;
    while let Some(ended) = workers.join_next().await {
        match ended {
            Ok(orders) => shipped += orders?,
            Err(_) => killed += 1,
        }
    }
    // What a killed worker held may have been free again only after the others had looked.
    shipped += work(db.clone()).await?;
    println!("{killed} workers were killed; the others shipped {shipped} orders in {:?}", start.elapsed());
    report(product, &db).await?;
    queryset::drop_tables(&db, MODELS).await
}

/// Writes pending orders, each of one unit of a product.
async fn take_orders(db: &Db<AnyBackend>) -> Result<i64, Error> {
    Order::objects().delete(db).await?;
    let customer = Customer::objects().earliest_by(customer::id, db).await?;
    let product = Product::objects().earliest_by(product::id, db).await?.id;
    Product::objects()
        .filter(product::id.exact(product))
        .update(product::stock_quantity.set(i32::from(STOCK)), db)
        .await?;
    let orders = (0..ORDERS).map(|_| Order::create().customer(&customer).total_amount(Decimal::ONE));
    let orders = Order::objects().bulk_create(orders, db).await?;
    let item =
        |order: &Order| OrderItem::create().order(order).product_id(product).quantity(1).price(Decimal::ONE);
    OrderItem::objects().bulk_create(orders.iter().map(item), db).await?;
    Ok(product)
}

/// Ships orders until there are none to take.
async fn work(db: Db<AnyBackend>) -> Result<u64, Error> {
    let mut shipped = 0;
    loop {
        match ship(&db).await? {
            None => return Ok(shipped),
            Some(orders) => shipped += orders,
        }
    }
}

/// Takes some orders that nobody else has taken, and ships those of which there are enough units. All of
/// it is done, or nothing.
async fn ship(db: &Db<AnyBackend>) -> Result<Option<u64>, Error> {
    // Two workers can be in each other's way; then one of them tries again.
    db.atomic_with(AtomicOptions::new().retries(10), async |mut tx| {
        let pending = Order::objects().filter(order::status.exact(OrderStatus::Pending)).order_by(order::id);
        let taken = pending.limit(TAKEN).select_for_update().skip_locked();
        let orders = taken.prefetch_related(order::items()).all(&mut tx).await?;
        let mut shipped = 0;
        for (mut order, items) in orders.iter().cloned() {
            order.status = OrderStatus::Shipped;
            for item in items {
                let enough = Product::objects()
                    .filter(product::id.exact(item.product_id) & product::stock_quantity.gte(item.quantity));
                let taken = product::stock_quantity.set(product::stock_quantity - item.quantity);
                if enough.update(taken, &mut tx).await? == 0 {
                    order.status = OrderStatus::Cancelled;
                }
            }
            shipped += u64::from(order.status == OrderStatus::Shipped);
            order.save_fields(order::status, &mut tx).await?;
        }
        Ok((!orders.is_empty()).then_some(shipped))
    })
    .await
}

/// Shows what came of it, and that no unit was lost or sold twice.
async fn report(product: i64, db: &Db<AnyBackend>) -> Result<(), Error> {
    let of = |status| Order::objects().filter(order::status.exact(status));
    let shipped = of(OrderStatus::Shipped).count(db).await?;
    let cancelled = of(OrderStatus::Cancelled).count(db).await?;
    let left = Product::objects().filter(product::id.exact(product)).get(db).await?.stock_quantity;
    println!("{shipped} orders were shipped, {cancelled} cancelled, {left} units are left");
    assert_eq!((shipped, cancelled, left), (u64::from(STOCK), u64::from(ORDERS) - u64::from(STOCK), 0));
    Ok(())
}
