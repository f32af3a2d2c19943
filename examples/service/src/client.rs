//! A client of the API, for its test and for the load program.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use hyper_util::client::legacy::Client as Http;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// Speaks JSON with a server, and keeps its connections.
#[derive(Clone)]
pub struct Client {
    http: Http<HttpConnector, Body>,
    base: String,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Client {
    /// `base` is `http://127.0.0.1:3000`.
    pub fn new(base: String) -> Self {
        Self { http: Http::builder(TokioExecutor::new()).build_http(), base }
    }

    /// Sends a request, and gives the status of the answer with its document.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<(StatusCode, Value), Failure> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))?;
        let answer = self.http.request(request).await?;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        let document = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? };
        Ok((status, document))
    }

    pub async fn get(&self, path: &str) -> Result<(StatusCode, Value), Failure> {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Result<(StatusCode, Value), Failure> {
        self.send(Method::POST, path, Some(body)).await
    }
}
