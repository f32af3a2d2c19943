//! [`ApiError`]: what a request can be answered with instead.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use queryset::{Error, Violation};
use serde_json::{Value, json};

/// What went wrong, as its status and the body of the answer say it.
#[derive(Debug)]
pub enum ApiError {
    /// The request cannot be understood.
    BadRequest(String),
    /// Fewer are left than were ordered.
    OutOfStock { product: i64, left: u32 },
    /// The library's own: see `answer_of`.
    Database(Error),
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, body) = match &self {
            Self::BadRequest(reason) => (StatusCode::BAD_REQUEST, json!({ "error": reason })),
            Self::OutOfStock { product, left } => {
                (StatusCode::CONFLICT, json!({ "error": "out of stock", "product": product, "left": left }))
            }
            Self::Database(error) => answer_of(error),
        };
        if status.is_server_error() {
            tracing::error!(?self, "a request failed");
        }
        (status, Json(body)).into_response()
    }
}

/// The caller's mistakes have a status below 500, and are told; the others are for the log.
fn answer_of(error: &Error) -> (StatusCode, Value) {
    let told = || json!({ "error": error.to_string() });
    match error {
        Error::DoesNotExist { .. } => (StatusCode::NOT_FOUND, told()),
        Error::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, json!({ "errors": errors })),
        Error::InvalidValue { field, reason, .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, json!({ "errors": { *field: [{ "code": "invalid", "message": reason }] } }))
        }
        Error::Integrity { violation: Violation::Unique, fields, .. } => {
            (StatusCode::CONFLICT, json!({ "error": "there is one already", "fields": fields }))
        }
        Error::Integrity { violation: Violation::ForeignKey, .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, json!({ "error": "a related row does not exist" }))
        }
        Error::Protected { .. } | Error::Restricted { .. } => (StatusCode::CONFLICT, told()),
        Error::NotAllowed { .. }
        | Error::UnknownName { .. }
        | Error::UnfitValue { .. }
        | Error::InvalidParameter { .. } => (StatusCode::BAD_REQUEST, told()),
        Error::Conflict { .. } | Error::PoolTimeout { .. } | Error::Connection { .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "error": "try again later" }))
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, json!({ "error": "something went wrong here" })),
    }
}
