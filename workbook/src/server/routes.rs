//! What is answered to which request: a file of the book, or the stream of news.

use super::guard::guard;
use super::reload::{self, News};
use super::site::Pages;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::path::Path;
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// The whole server, except for its socket.
pub(super) fn app(pages: Pages, news: watch::Receiver<News>) -> Router {
    Router::new()
        .route("/-/reload", get(async move || reload::events(news.clone())))
        .fallback(page)
        .with_state(pages)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(guard))
}

/// A file of the book. `ServeDir` refuses every path that leads out of its folder.
async fn page(State(pages): State<Pages>, request: Request) -> Response {
    let folder = pages.folder();
    match ServeDir::new(folder.path()).try_call(request).await {
        Ok(found) if found.status() != StatusCode::NOT_FOUND => found.into_response(),
        _ => missing(folder.path()).await,
    }
}

/// The book's own page for an address that is not there.
async fn missing(folder: &Path) -> Response {
    let page = ServeFile::new(folder.join("404.html"))
        .try_call(Request::new(Body::empty()))
        .await;
    match page {
        Ok(page) => (StatusCode::NOT_FOUND, page).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
