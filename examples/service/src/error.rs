//! [`ApiError`]: what a request is answered with when it fails.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use queryset::{Error, Referrer, Violation};
use serde_json::{Value, json};

/// Why a request fails. It is written as a status with a document.
#[derive(Debug)]
pub enum ApiError {
    /// The request cannot be understood.
    BadRequest { status: StatusCode, reason: String },
    /// Fewer are left than were ordered.
    OutOfStock { product: i64, left: u32 },
    /// See `answer_of`.
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
            Self::BadRequest { status, reason } => (*status, json!({ "error": reason })),
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

/// What the caller can mend has a status below 500, and is told; the rest is for the log alone.
fn answer_of(error: &Error) -> (StatusCode, Value) {
    let told = |status| (status, json!({ "error": error.to_string() }));
    let of_fields = |errors: Value| (StatusCode::UNPROCESSABLE_ENTITY, json!({ "errors": errors }));
    match error {
        Error::DoesNotExist { .. } => told(StatusCode::NOT_FOUND),
        Error::Invalid(errors) => of_fields(json!(errors)),
        Error::InvalidValue { field, reason, .. } => {
            of_fields(json!({ *field: [{ "code": "invalid", "message": reason }] }))
        }
        Error::Integrity { violation: Violation::Unique, fields, .. } => {
            (StatusCode::CONFLICT, json!({ "error": "there is one already", "fields": fields }))
        }
        Error::Integrity { violation: Violation::ForeignKey, .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, json!({ "error": "a related row does not exist" }))
        }
        Error::Protected { by, .. } | Error::Restricted { by, .. } => {
            let by: Vec<_> = by
                .iter()
                .map(|Referrer { model, keys, .. }| json!({ "model": model, "rows": keys.len() }))
                .collect();
            (StatusCode::CONFLICT, json!({ "error": error.to_string(), "by": by }))
        }
        Error::UnknownName { .. } | Error::UnfitValue { .. } | Error::InvalidParameter { .. } => {
            told(StatusCode::BAD_REQUEST)
        }
        Error::Conflict { .. } | Error::PoolTimeout { .. } | Error::Connection { .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "error": "try again later" }))
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, json!({ "error": "something went wrong here" })),
    }
}
