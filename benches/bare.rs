//! The sandbox's engine behind a handler that verifies nothing, for `benches/sandbox/load.py`.
//!
//! Usage: `SQLACC_BARE=1 bare DATA_FILE ADDRESS_FILE`. Without the variable, as `cargo bench` runs
//! it, it does nothing.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sqlacc_postman::catalogue::Method;
use sqlacc_postman::sandbox::database::{Database, Source};
use sqlacc_postman::sandbox::engine::{ApiRequest, Engine, EngineOptions};
use sqlacc_postman::sqlaccount;

/// The command's, so that only what is compared is compared.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

async fn records(State(engine): State<Engine>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20)
        .await
        .unwrap_or_else(|_| Bytes::new());
    let query = parts.uri.query().unwrap_or_default().split('&');
    let call = ApiRequest {
        method: if parts.method == "PUT" {
            Method::Put
        } else {
            Method::Get
        },
        segments: parts
            .uri
            .path()
            .split('/')
            .skip(1)
            .map(str::to_owned)
            .collect(),
        query: query
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        content_type: None,
        body: body.to_vec(),
        now: i64::try_from(
            SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .unwrap()
                .as_millis(),
        )
        .unwrap(),
    };
    let answer = engine.answer(call).await.unwrap();
    ([(CONTENT_TYPE, answer.content_type)], answer.body).into_response()
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Ok(_), Some(data), Some(address)) = (
        std::env::var("SQLACC_BARE"),
        arguments.next(),
        arguments.next(),
    ) else {
        return;
    };
    let engine = tokio::task::spawn_blocking(|| {
        let database = Database::open(&Source::File(data.into())).unwrap();
        let catalogue = Arc::new(sqlaccount::catalogue());
        Engine::open(catalogue, database, EngineOptions::default()).unwrap()
    });
    let router = Router::new()
        .route("/nothing", get(|| async { "" }))
        .fallback(records)
        .with_state(engine.await.unwrap());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    std::fs::write(address, host).unwrap();
    axum::serve(listener, router).await.unwrap();
}
