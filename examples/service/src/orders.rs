//! Orders: placed in a transaction that locks the stock, and listed by keyset.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::Timestamp;
use queryset::prelude::*;
use queryset::{AtomicOptions, Backend};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::extract::{Body, Path, Query};
use crate::models::shop::{Order, OrderItem, Product, order, order_item, product};
use crate::{ApiError, Database};

#[derive(Deserialize, Serialize)]
pub struct NewOrder {
    pub customer_id: i64,
    pub items: Vec<Line>,
}

#[derive(Deserialize, Serialize)]
pub struct Line {
    pub product_id: i64,
    pub quantity: u32,
}

pub async fn place(
    State(db): State<Database>,
    Body(new): Body<NewOrder>,
) -> Result<impl IntoResponse, ApiError> {
    let options = AtomicOptions::new().retries(5);
    let order = db.atomic_with(options, async |mut tx| place_order(&new, &mut tx).await).await?;
    Ok((StatusCode::CREATED, Json(order)))
}

/// Takes the products out of the stock, and writes the order with its items: all or nothing.
pub async fn place_order<B: Backend>(new: &NewOrder, tx: &mut Transaction<'_, B>) -> Result<Order, ApiError> {
    let ids: Vec<i64> = new.items.iter().map(|line| line.product_id).collect();
    // In one order, so that two orders of the same products do not wait for each other.
    let products = Product::objects()
        .filter(product::id.in_(ids))
        .order_by(product::id)
        .select_for_update()
        .all(&mut *tx)
        .await?;
    let mut total = Decimal::ZERO;
    let mut lines = Vec::new();
    for line in &new.items {
        let product = products.iter().find(|product| product.id == line.product_id);
        let product = product.ok_or(Error::DoesNotExist { model: "Product" })?;
        let taken = Product::objects()
            .filter(product::id.exact(product.id) & product::stock.gte(line.quantity))
            .update(product::stock.set(product::stock - line.quantity), &mut *tx)
            .await?;
        if taken == 0 {
            return Err(ApiError::OutOfStock { product: product.id, left: product.stock });
        }
        total += product.price * Decimal::from(line.quantity);
        lines.push(OrderItem::create().product(product).quantity(line.quantity).price(product.price));
    }
    let order = Order::create().customer_id(new.customer_id).total(total).save(&mut *tx).await?;
    for line in lines {
        line.order(&order).build().save_valid(&mut *tx).await?;
    }
    Ok(order)
}

/// `?before=2025-03-01T12:00:00Z_120&limit=20`: the orders behind that one.
#[derive(Deserialize)]
pub struct Before {
    before: Option<Place>,
    #[serde(default = "twenty")]
    limit: u64,
}

fn twenty() -> u64 {
    20
}

/// A place in the list: the moment and the key of an order, in one text.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Place(Timestamp, i64);

impl From<Place> for String {
    fn from(Place(placed_at, id): Place) -> Self {
        format!("{placed_at}_{id}")
    }
}

impl TryFrom<String> for Place {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let place = text
            .split_once('_')
            .and_then(|(placed_at, id)| Some(Self(placed_at.parse().ok()?, id.parse().ok()?)));
        place.ok_or("`before` is the `next` of another page")
    }
}

impl Place {
    /// The orders behind it, when the newest are first.
    fn behind(self) -> Q<Order> {
        let Self(placed_at, id) = self;
        order::placed_at.lt(placed_at) | (order::placed_at.exact(placed_at) & order::id.lt(id))
    }
}

/// Some of a list, and the `before` of what follows.
#[derive(Serialize)]
pub struct Slice<T> {
    results: Vec<T>,
    next: Option<Place>,
}

pub async fn of_customer(
    State(db): State<Database>,
    Path(customer): Path<i64>,
    Query(page): Query<Before>,
) -> Result<impl IntoResponse, ApiError> {
    let mut orders = Order::objects()
        .filter(order::customer_id.exact(customer))
        .order_by((order::placed_at.desc(), order::id.desc()));
    if let Some(place) = page.before {
        orders = orders.filter(place.behind());
    }
    let items = OrderItem::objects().select_related(order_item::product());
    let limit = page.limit.clamp(1, 100);
    let results = orders
        .prefetch_related(prefetch(order::items(), items.nested()))
        .nested()
        .limit(limit)
        .all(&db)
        .await?;
    let last = results.last().filter(|_| results.len() as u64 == limit);
    let next = last.map(|last| Place(last.0.placed_at, last.0.id));
    Ok(Json(Slice { results, next }))
}
