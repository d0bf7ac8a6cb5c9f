//! A small server for the page, on this machine only.

use crate::site::Bundle;
use crate::{package, project};
use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// The port that is tried first when none is asked for.
const USUAL_PORT: u16 = 8017;
/// What stands at the root.
const PAGE: &str = "index.html";
/// How many ports after [`USUAL_PORT`] are tried when it is taken.
const MORE_PORTS: u16 = 20;

/// Builds what is missing and serves the page until the process is ended.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn serve(port: Option<u16>, open: bool) -> Result<()> {
    package::build()?;
    let listener = bind(port)?;
    let address = address(&listener)?;
    println!("{address}");
    if open && let Err(error) = ::open::that(&address) {
        println!("Could not open a browser ({error}); open {address} yourself");
    }
    answer_all(listener)
}

/// Serves the page from a thread of this process, on a free port, and returns the address.
///
/// # Errors
/// When no port is free.
pub fn serve_in_background() -> Result<String> {
    let listener = bind(Some(0))?;
    let address = address(&listener)?;
    thread::spawn(move || {
        if let Err(error) = answer_all(listener) {
            eprintln!("the server stopped: {error:#}");
        }
    });
    Ok(address)
}

/// Binds `port`, or the first free one from the usual one on. Port 0 means any.
fn bind(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port),
        None => (USUAL_PORT..USUAL_PORT + MORE_PORTS)
            .find_map(|port| bind(port).ok())
            .map_or_else(|| bind(USUAL_PORT + MORE_PORTS), Ok),
    }
    .context("the port cannot be used; name a free one with --port")
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

fn answer_all(listener: TcpListener) -> Result<()> {
    let bundle = Arc::new(Mutex::new(Bundle::default()));
    // Now, so that the first who opens the page need not wait.
    locked(&bundle).refresh();
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let (stream, _) = listener.accept().await?;
            let bundle = Arc::clone(&bundle);
            let service = service_fn(move |request: Request<_>| {
                let answer = answer(request.method(), request.uri().path(), &bundle);
                async { Ok::<_, Infallible>(answer) }
            });
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            // A browser that went away meanwhile is nothing to mend.
            tokio::spawn(async { connection.await.ok() });
        }
    })
}

/// A thread that broke down leaves the bundle as whole as it was.
fn locked(bundle: &Mutex<Bundle>) -> MutexGuard<'_, Bundle> {
    bundle.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(method: &Method, path: &str, bundle: &Mutex<Bundle>) -> Response<Full<Bytes>> {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED);
    }
    let Some((file, content)) = bundled(path, bundle).or_else(|| written(path)) else {
        return plain(StatusCode::NOT_FOUND);
    };
    respond(StatusCode::OK, content_type(&file), content)
}

/// A file as the page loads it. Who asks for the page itself gets all that follows as it is now.
fn bundled(path: &str, bundle: &Mutex<Bundle>) -> Option<(PathBuf, Vec<u8>)> {
    let file = Path::new(named(path)?);
    let mut bundle = locked(bundle);
    if file == Path::new(PAGE) {
        bundle.refresh();
    }
    Some((file.to_owned(), bundle.get(file)?.to_vec()))
}

/// A file as it was written.
fn written(path: &str) -> Option<(PathBuf, Vec<u8>)> {
    let file = locate(path)?;
    let content = fs::read(&file).ok()?;
    Some((file, content))
}

/// An answer that says no more than its status, as a page: in the document of a plain text no custom element comes to life,
/// and tests take this one for the empty page of a host.
fn plain(status: StatusCode) -> Response<Full<Bytes>> {
    let page = format!("<!doctype html><title>{status}</title><p>{status}</p>\n");
    respond(status, "text/html", page.into())
}

fn respond(
    status: StatusCode,
    content_type: &'static str,
    content: Vec<u8>,
) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(content));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    // A reload shall always show the files as they are now.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What the path of a URL names, from the root of the site on.
fn named(path: &str) -> Option<&str> {
    let name = path.strip_prefix('/')?;
    Some(if name.is_empty() { PAGE } else { name })
}

/// The file behind the path of a URL. Only the page, its manifest, `www/` and `pkg/` are served, and only plain names: that
/// rules out `..`, hidden files and escapes of any kind.
fn locate(path: &str) -> Option<PathBuf> {
    let path = named(path)?;
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
    let served = [PAGE, "manifest.webmanifest"].contains(&path)
        || path.starts_with("www/")
        || path.starts_with("pkg/");
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
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
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
        assert_eq!(locate("/index.html"), page);
    }

    #[test]
    fn the_page_and_the_package_are_served() {
        for path in [
            "manifest.webmanifest",
            "www/page/main.js",
            "pkg/wiremark_core_bg.wasm",
        ] {
            assert_eq!(locate(&format!("/{path}")), Some(project::path(path)));
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
