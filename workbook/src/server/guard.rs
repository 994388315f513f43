//! Who may ask: only pages of this server, by a name of this machine.
//!
//! A page from elsewhere can point its own name at 127.0.0.1 and then read what is served there (DNS rebinding). It
//! cannot change the `Host` header that its reader's browser sends.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What the pages may load: themselves.
const POLICY: &str = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
    object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

/// Answers 403 to a request for a foreign host; adds the headers that keep a page to itself.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    if !host
        .and_then(|host| host.to_str().ok())
        .is_some_and(is_ours)
    {
        let sentence = "This server answers only to 127.0.0.1 and localhost.\n";
        return (StatusCode::FORBIDDEN, sentence).into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::CACHE_CONTROL, "no-cache");
    response
}

/// Is `host` a name of the loopback address? The port may differ: a tunnel changes it.
fn is_ours(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.parse::<u16>().is_ok() => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|ours| name.eq_ignore_ascii_case(ours))
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_names_of_the_loopback_address_are_ours() {
        for host in ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000"] {
            assert!(is_ours(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "127.0.0.1.example.org",
            "localhost:8000.example.org",
            "localhost@example.org",
            "0.0.0.0:8000",
        ] {
            assert!(!is_ours(host), "{host}");
        }
    }
}
