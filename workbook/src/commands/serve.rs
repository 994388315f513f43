//! `workbook serve`: the book in the browser.

use crate::book::Book;
use crate::server::Server;
use anyhow::Result;
use std::io::{self, IsTerminal, Write};

/// What `serve` can be told.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// The port on 127.0.0.1; without it, the first free one from 8000 on
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// Look at the files twice a second, where saves go unnoticed (network drives, some containers)
    #[arg(long)]
    poll: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let book = Book::find()?;
    let server = Server::start(&book, arguments.port, arguments.poll)?;
    let address = format!("http://{}/", server.address()?);
    // Whoever closed the output does not want to know.
    let _ = writeln!(io::stdout(), "The book is at {address}  (end with Ctrl-C)");
    if !arguments.no_open && io::stdout().is_terminal() {
        // Without a browser the address is enough.
        let _ = opener::open_browser(&address);
    }
    server.run()
}
