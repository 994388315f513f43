//! The local server: the built book, for this machine's browser and nobody else.

mod guard;
mod port;
mod reload;
mod routes;
mod site;
mod watch;

use crate::book::Book;
use anyhow::{Context, Result};
use reload::News;
use site::Pages;
use std::net::{SocketAddr, TcpListener};
use tokio::sync::watch::Receiver;

/// A server that listens, with the book built.
pub struct Server {
    listener: TcpListener,
    pages: Pages,
    news: Receiver<News>,
}

impl Server {
    /// Takes the `port`, or without one the first that is free from 8000 on, and builds the book. From then on it is
    /// built again after every save; with `poll`, saves are noticed by looking at the files again and again.
    ///
    /// # Errors
    /// When the port is taken, the book cannot be built or its folder cannot be watched.
    pub fn start(book: &Book, port: Option<u16>, poll: bool) -> Result<Self> {
        let listener = port::listen(port)?;
        let (pages, news) = site::build(book, watch::saves(book, poll)?)?;
        Ok(Self {
            listener,
            pages,
            news,
        })
    }

    /// Where the book can be read.
    ///
    /// # Errors
    /// When the operating system does not tell.
    pub fn address(&self) -> Result<SocketAddr> {
        Ok(self.listener.local_addr()?)
    }

    /// Serves until the program is asked to end.
    ///
    /// # Errors
    /// When the socket is lost.
    pub fn run(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .context("the server cannot start its threads")?;
        runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let served = axum::serve(listener, routes::app(self.pages, self.news));
            tokio::select! {
                ended = async { served.await } => ended.context("the server stopped"),
                () = end() => Ok(()),
            }
        })
    }
}

/// Ctrl-C, or the system's polite request.
async fn end() {
    let interrupt = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            return interrupt.await;
        };
        tokio::select! {
            () = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
