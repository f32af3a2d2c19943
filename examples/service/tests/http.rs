//! The API, asked over HTTP, on each database that there is.

use std::sync::atomic::{AtomicU32, Ordering};

use axum::http::{Method, StatusCode};
use queryset_service::client::Client;
use queryset_service::models::shop::{Category, Customer, Order, OrderItem, Product, Review, product};
use queryset_service::{Database, app, open};
use queryset::prelude::*;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A server on a port of its own, with rows of its own.
struct Server {
    db: Database,
    client: Client,
    stop: oneshot::Sender<()>,
    stopped: tokio::task::JoinHandle<()>,
}

impl Server {
    async fn start(db: Database) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (stop, stopping) = oneshot::channel();
        let service = axum::serve(listener, app(db.clone()));
        let service = service.with_graceful_shutdown(async { stopping.await.unwrap_or_default() });
        let stopped = tokio::spawn(async { service.await.expect("it serves") });
        Self { db, client: Client::new(format!("http://{address}")), stop, stopped }
    }

    async fn stop(self) {
        drop(self.client);
        self.stop.send(()).expect("it runs");
        self.stopped.await.expect("it stops");
    }
}
