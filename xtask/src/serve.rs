//! A small server for the page, on this machine only.

use crate::{package, project};
use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Method, Request, Server};

/// The port that is tried first when none is asked for.
const USUAL_PORT: u16 = 8017;
/// How many ports after [`USUAL_PORT`] are tried when it is taken.
const MORE_PORTS: u16 = 20;
/// How many requests are answered at once.
const THREADS: usize = 4;
const PLAIN: &str = "text/plain; charset=utf-8";

/// Builds what is missing and serves the page until the process is ended.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn serve(port: Option<u16>, open: bool) -> Result<()> {
    package::build()?;
    let (server, address) = bind(port)?;
    println!("{address}");
    if open && let Err(error) = ::open::that(&address) {
        println!("Could not open a browser ({error}); open {address} yourself");
    }
    answer_all(&server);
    Ok(())
}

/// Serves the page from threads of this process, on a free port, and returns the address.
///
/// # Errors
/// When no port is free.
pub fn serve_in_background() -> Result<String> {
    let (server, address) = bind(Some(0))?;
    thread::spawn(move || answer_all(&server));
    Ok(address)
}

/// Binds `port`, or the first free one from the usual one on. Port 0 means any.
fn bind(port: Option<u16>) -> Result<(Arc<Server>, String)> {
    let ports = match port {
        Some(port) => port..=port,
        None => USUAL_PORT..=USUAL_PORT + MORE_PORTS,
    };
    let mut refusal = None;
    for port in ports {
        match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(server) => {
                let address = format!("http://{}/", server.server_addr());
                return Ok((Arc::new(server), address));
            }
            Err(error) => refusal = Some(anyhow!("port {port}: {error}")),
        }
    }
    Err(refusal.context("no port was tried")?)
        .context("could not serve; name a free port with --port")
}

fn answer_all(server: &Arc<Server>) {
    let answer_from_here = |server: &Server| {
        for request in server.incoming_requests() {
            // The other side may have gone away meanwhile: nothing to mend.
            let _ = answer(request);
        }
    };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| answer_from_here(server));
        }
    });
}

fn answer(request: Request) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return refuse(request, "405 Method Not Allowed");
    }
    let found = locate(request.url())
        .and_then(|path| Some((content_type(&path), File::open(path).ok()?)))
        .and_then(|(content_type, file)| Some((content_type, file.metadata().ok()?, file)))
        .filter(|(_, data, _)| data.is_file());
    match found {
        Some((content_type, data, file)) => {
            respond(request, "200 OK", content_type, file, data.len())
        }
        None => refuse(request, "404 Not Found"),
    }
}

/// Answers with a status alone.
fn refuse(request: Request, status: &str) -> io::Result<()> {
    respond(
        request,
        status,
        PLAIN,
        status.as_bytes(),
        status.len() as u64,
    )
}

/// Answers and closes the connection. tiny_http's own responses keep it open, and an open connection
/// holds one of the few threads that read requests: a browser that opens six at once could wait for
/// ever.
fn respond(
    request: Request,
    status: &str,
    content_type: &str,
    mut body: impl Read,
    length: u64,
) -> io::Result<()> {
    let bodiless = *request.method() == Method::Head;
    let mut writer = request.into_writer();
    // A reload shall always show the files as they are now, hence no-store.
    write!(
        writer,
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if !bodiless {
        io::copy(&mut body, &mut writer)?;
    }
    writer.flush()
}

/// The file behind a URL. Only the page, `www/` and `pkg/` are served, and only plain names: that
/// rules out `..`, hidden files and escapes of any kind.
fn locate(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    if !path.split('/').all(is_plain_name) {
        return None;
    }
    // A script of the package is served from where it is written, so that an edit shows on reload.
    if let Some(name) = path.strip_prefix("pkg/") {
        let script = project::path("www/package").join(name);
        if script.exists() {
            return Some(script);
        }
    }
    let served = path == "index.html" || path.starts_with("www/") || path.starts_with("pkg/");
    served.then(|| project::path(path))
}

fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    match &*extension {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => PLAIN,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_page() {
        let page = Some(project::path("index.html"));
        assert_eq!(locate("/"), page);
        assert_eq!(locate("/?sample"), page);
        assert_eq!(locate("/index.html"), page);
    }

    #[test]
    fn the_page_and_the_package_are_served() {
        for path in ["www/page/main.js", "pkg/wiremark_core_bg.wasm"] {
            assert_eq!(locate(&format!("/{path}?v=1")), Some(project::path(path)));
        }
    }

    #[test]
    fn nothing_else_is_served() {
        for url in [
            "/Cargo.toml",
            "/www/../Cargo.toml",
            "/www/%2e%2e/Cargo.toml",
            "/www/..%2fCargo.toml",
            "/www//etc/passwd",
            "/www/.hidden",
            "/.git/config",
            "//etc/passwd",
            "/pkg/..\\Cargo.toml",
            "http://elsewhere/",
            "",
        ] {
            assert_eq!(locate(url), None, "{url}");
        }
    }

    #[test]
    fn a_module_is_served_as_one() {
        assert_eq!(content_type(Path::new("a_bg.wasm")), "application/wasm");
    }
}
