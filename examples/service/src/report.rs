//! Reports.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use queryset::prelude::*;

use crate::models::shop::{OrderItem, order_item};
use crate::{ApiError, Database};

/// What each product has sold, with its rank in its category.
pub async fn sales(State(db): State<Database>) -> Result<impl IntoResponse, ApiError> {
    named!(turnover: (order_item::quantity * order_item::price).sum());
    named!(rank: rank().over(
        window().partition_by(order_item::product().category_id).order_by(turnover.desc())
    ));
    let rows = OrderItem::objects()
        .values((order_item::product().category().name, order_item::product().name))
        .annotate(&turnover)
        .annotate(&rank)
        .order_by((order_item::product().category().name, rank.asc(), order_item::product().name))
        .all(&db)
        .await?;
    Ok(Json(rows))
}
