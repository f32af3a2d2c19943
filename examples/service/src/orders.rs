//! Orders: placed in a transaction that locks the stock, and listed by keyset.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use queryset::prelude::*;
use rust_decimal::Decimal;
use queryset::{AtomicOptions, Backend};
use serde::{Deserialize, Serialize};

use crate::models::shop::{Order, OrderItem, Product, order, product};
use crate::extract::{Body, Path, Query};
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
    for line in &new.items {
        let product = products.iter().find(|product| product.id == line.product_id);
        let product = product.ok_or(Error::DoesNotExist { model: "Product" })?;
        total += product.price * Decimal::from(line.quantity);
        let taken = Product::objects()
            .filter(product::id.exact(product.id) & product::stock.gte(line.quantity))
            .update(product::stock.set(product::stock - line.quantity), &mut *tx)
            .await?;
        if taken == 0 {
            return Err(ApiError::OutOfStock { product: product.id, left: product.stock });
        }
    }
    let order = Order::create().customer_id(new.customer_id).total(total).save(&mut *tx).await?;
    let items = new.items.iter().map(|line| {
        let product = products.iter().find(|product| product.id == line.product_id).expect("it was found above");
        OrderItem::create().order(&order).product(product).quantity(line.quantity).price(product.price)
    });
    OrderItem::objects().bulk_create(items, &mut *tx).await?;
    Ok(order)
}

/// `?before=120&limit=20`: the orders before that one.
#[derive(Deserialize)]
pub struct Before {
    before: Option<i64>,
    #[serde(default = "twenty")]
    limit: u64,
}

fn twenty() -> u64 {
    20
}

pub async fn of_customer(
    State(db): State<Database>,
    Path(customer): Path<i64>,
    Query(page): Query<Before>,
) -> Result<impl IntoResponse, ApiError> {
    let mut orders = Order::objects().filter(order::customer_id.exact(customer)).order_by(order::id.desc());
    if let Some(before) = page.before {
        orders = orders.filter(order::id.lt(before));
    }
    let results = orders.prefetch_related(order::items()).nested().limit(page.limit.min(100)).all(&db).await?;
    Ok(Json(results))
}
