//! Extractors whose refusals are answers of this API.

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts};

use crate::ApiError;

/// The query string, as a `T`.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(ApiError))]
pub struct Query<T>(pub T);

/// The body, as a `T`.
#[derive(FromRequest)]
#[from_request(via(axum::extract::Json), rejection(ApiError))]
pub struct Body<T>(pub T);

/// What stands in the path, as a `T`.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(ApiError))]
pub struct Path<T>(pub T);

macro_rules! refusals {
    ($($rejection:ident)*) => {
        $(
            impl From<$rejection> for ApiError {
                fn from(rejection: $rejection) -> Self {
                    Self::BadRequest { status: rejection.status(), reason: rejection.body_text() }
                }
            }
        )*
    };
}

refusals! { QueryRejection JsonRejection PathRejection }
