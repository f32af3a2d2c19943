//! Products: listed, shown, created, changed, deleted.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use queryset::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::models::shop::{Product, ProductFilter, Review, product, review};
use crate::extract::{Body, Path, Query};
use crate::{ApiError, Database};

/// `?price__lte=20&ordering=-price&page=2`: the filters of the schema, and which page.
#[derive(Deserialize)]
pub struct ListQuery {
    #[serde(default = "first")]
    page: u64,
    #[serde(flatten)]
    filter: ProductFilter,
}

fn first() -> u64 {
    1
}

/// One page of a list.
#[derive(Serialize)]
pub struct Page<T> {
    count: u64,
    page: u64,
    results: Vec<T>,
}

const PER_PAGE: u64 = 20;

pub async fn list(
    State(db): State<Database>,
    Query(query): Query<ListQuery>,
) -> Result<impl IntoResponse, ApiError> {
    let products = Product::objects().filter_set(&query.filter).distinct();
    let count = products.count(&db).await?;
    let offset = query.page.saturating_sub(1) * PER_PAGE;
    named!(rating: product::reviews().rating.avg());
    let results = products
        .annotate(&rating)
        .select_related(product::category())
        .nested()
        .offset(offset)
        .limit(PER_PAGE)
        .all(&db)
        .await?;
    Ok(Json(Page { count, page: query.page, results }))
}

pub async fn detail(
    State(db): State<Database>,
    Path(id): Path<i64>,
) -> Result<impl IntoResponse, ApiError> {
    let reviews = Review::objects().select_related(review::author());
    let product = Product::objects()
        .filter(product::id.exact(id))
        .select_related(product::category())
        .prefetch_related(prefetch(product::reviews(), reviews.nested()))
        .nested()
        .get(&db)
        .await?;
    Ok(Json(product))
}

/// What a new product is made of.
#[derive(Deserialize)]
pub struct NewProduct {
    name: String,
    #[serde(default)]
    description: String,
    price: Decimal,
    #[serde(default)]
    stock: u32,
    category_id: i64,
}

pub async fn create(
    State(db): State<Database>,
    Body(new): Body<NewProduct>,
) -> Result<impl IntoResponse, ApiError> {
    let product = Product::create()
        .name(new.name)
        .description(new.description)
        .price(new.price)
        .stock(new.stock)
        .category_id(new.category_id)
        .build()
        .save_valid(&db)
        .await?;
    Ok((StatusCode::CREATED, Json(product)))
}

/// The fields of a product that are to change.
#[derive(Deserialize)]
pub struct Changes {
    name: Option<String>,
    description: Option<String>,
    price: Option<Decimal>,
    stock: Option<u32>,
    category_id: Option<i64>,
}

pub async fn update(
    State(db): State<Database>,
    Path(id): Path<i64>,
    Body(changes): Body<Changes>,
) -> Result<impl IntoResponse, ApiError> {
    let mut product = Product::objects().filter(product::id.exact(id)).get(&db).await?;
    if let Some(name) = changes.name {
        product.name = name;
    }
    if let Some(description) = changes.description {
        product.description = description;
    }
    if let Some(price) = changes.price {
        product.price = price;
    }
    if let Some(stock) = changes.stock {
        product.stock = stock;
    }
    if let Some(category_id) = changes.category_id {
        product.category_id = category_id;
    }
    product.save_valid(&db).await?;
    Ok(Json(product))
}

pub async fn delete(State(db): State<Database>, Path(id): Path<i64>) -> Result<StatusCode, ApiError> {
    let product = Product::objects().filter(product::id.exact(id)).get(&db).await?;
    product.delete(&db).await?;
    Ok(StatusCode::NO_CONTENT)
}
