//! Reports.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use queryset::prelude::*;

use crate::models::shop::{OrderItem, order_item};
use crate::{ApiError, Database};

/// What each product has sold, with its rank in its category.
pub async fn sales(State(db): State<Database>) -> Result<impl IntoResponse, ApiError> {
    named!(
        category: order_item::product().category().name,
        product: order_item::product().name,
        turnover: (order_item::quantity * order_item::price).sum(),
    );
    named!(rank: rank().over(window().partition_by(&category).order_by(turnover.desc())));
    let rows = OrderItem::objects()
        .values((&category, &product))
        .annotate((&turnover, &rank))
        .order_by((category.asc(), rank.asc(), product.asc()))
        .all(&db)
        .await?;
    Ok(Json(rows))
}
