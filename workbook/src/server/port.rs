//! A port on the loopback address.

use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

/// Where the book is looked for first.
const USUAL: u16 = 8000;
/// How many ports are tried from there on.
const TRIED: u16 = 100;

/// Listens on `wanted`, or without a wish on the first free port from 8000 on.
///
/// # Errors
/// When the wanted port is taken or not allowed, or none of the others is free.
pub(super) fn listen(wanted: Option<u16>) -> Result<TcpListener> {
    match wanted {
        Some(port) => exactly(port),
        None => first_free(USUAL),
    }
}

fn exactly(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} is taken by another program; choose another one, or leave out --port to get a free one"
        ),
        ErrorKind::PermissionDenied => anyhow::anyhow!(
            "port {port} is not allowed without special rights; choose one above 1023"
        ),
        _ => anyhow::anyhow!("port {port} cannot be used: {error}"),
    })
}

fn first_free(from: u16) -> Result<TcpListener> {
    for port in from..from + TRIED {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).context("the book cannot be served on 127.0.0.1"),
        }
    }
    bail!(
        "the ports {from} to {} are all taken; name a free one with --port",
        from + TRIED - 1
    )
}
