//! Serves the API until it is told to stop.
//!
//! | Variable | What it says | Without it |
//! | --- | --- | --- |
//! | `DATABASE_URL` | `sqlite:…`, `postgres://…` or `mysql://…` | `sqlite:shop.db` |
//! | `ADDRESS` | where it listens | `127.0.0.1:3000` |
//! | `RUST_LOG` | what it tells; `queryset::statement=debug` tells each statement | `info` |

use std::env;

use queryset_service::models::shop::Product;
use queryset_service::seed::seed;
use queryset_service::{app, open};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).init();

    let url = env::var("DATABASE_URL").unwrap_or_else(|_| "sqlite:shop.db".to_owned());
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let db = open(&url).await?;
    if !Product::objects().exists(&db).await? {
        seed(100, 50, 10, &db).await?;
    }
    let listener = TcpListener::bind(address).await?;
    tracing::info!("listening on http://{}/products, with {db:?}", listener.local_addr()?);
    axum::serve(listener, app(db.clone())).with_graceful_shutdown(told_to_stop()).await?;
    db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Waits for Ctrl-C, or for the signal by which a supervisor stops a service.
async fn told_to_stop() {
    let interrupt = async { tokio::signal::ctrl_c().await.expect("signals can be waited for") };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::terminate()).expect("signals can be waited for").recv().await;
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
