//! Products: listed, shown, created, changed, deleted.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::Timestamp;
use queryset::Filterable;
use queryset::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::extract::{Body, Path, Query};
use crate::models::shop::{Product, ProductFilter, Review, product, review};
use crate::{ApiError, Database};

/// What is asked of products in several places.
trait ProductQuery: Filterable<Product> {
    fn numbered(self, id: i64) -> Self {
        self.filter(product::id.exact(id))
    }
}

impl<Q: Filterable<Product>> ProductQuery for Q {}

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
    let by_name = (product::name, product::id);
    let products = Product::objects().order_by(by_name).filter_set(&query.filter).distinct();
    let count = products.count(&db).await?;
    // Of all reviews of the product, whichever of them the filter is about.
    let reviews = Review::objects().filter(review::product_id.exact(outer(product::id)));
    let average = review::rating.avg();
    named!(rating: subquery(
        reviews.values_list(review::product_id).annotate(&average).values_list(&average)
    ));
    let offset = query.page.saturating_sub(1) * PER_PAGE;
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

pub async fn detail(State(db): State<Database>, Path(id): Path<i64>) -> Result<impl IntoResponse, ApiError> {
    let reviews = Review::objects().select_related(review::author());
    let product = Product::objects()
        .numbered(id)
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
    /// Takes it out of the shop.
    #[serde(default)]
    withdrawn: bool,
}

pub async fn update(
    State(db): State<Database>,
    Path(id): Path<i64>,
    Body(changes): Body<Changes>,
) -> Result<Json<Product>, ApiError> {
    // Locked, because the stock that is written back may be one that an order has just changed.
    let change = async |mut tx| {
        let mut product = Product::objects().numbered(id).select_for_update().get(&mut tx).await?;
        product.name = changes.name.unwrap_or(product.name);
        product.description = changes.description.unwrap_or(product.description);
        product.price = changes.price.unwrap_or(product.price);
        product.stock = changes.stock.unwrap_or(product.stock);
        product.category_id = changes.category_id.unwrap_or(product.category_id);
        product.withdrawn_at = changes.withdrawn.then(Timestamp::now);
        product.save_valid(&mut tx).await?;
        Ok(Json(product))
    };
    db.atomic(change).await
}

pub async fn delete(State(db): State<Database>, Path(id): Path<i64>) -> Result<StatusCode, ApiError> {
    let product = Product::objects().numbered(id).get(&db).await?;
    product.delete(&db).await?;
    Ok(StatusCode::NO_CONTENT)
}
