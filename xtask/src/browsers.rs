//! The browsers that the page is tested in.

use crate::{apt, project};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

/// Where browsers usually are: one list, which the tests read as well.
const USUAL_PLACES: &str = "tests/browser/browsers.json";

/// The names of the browsers, with Debian's package for each.
const BROWSERS: [(&str, &str); 2] = [("chromium", "chromium"), ("firefox", "firefox-esr")];

/// Makes sure that there is one of each, and installs Debian's where it may.
///
/// # Errors
/// When one is missing; the message says how to get it or to point at it.
pub fn prepare() -> Result<()> {
    let mut missing = missing()?;
    if !missing.is_empty() && apt::may_install() {
        let packages: Vec<_> = missing.iter().map(|(_, package)| *package).collect();
        if !packages.iter().all(|package| apt::lists(package)) {
            apt::refresh()?;
        }
        apt::install(&packages)?;
        missing = self::missing()?;
    }
    if let Some((name, package)) = missing.first() {
        bail!(
            "no {name} in the usual places. Install it, on Debian with\n    {}\nor set {} to the path of one",
            apt::line(&[package]),
            variable(name)
        );
    }
    Ok(())
}

fn missing() -> Result<Vec<(&'static str, &'static str)>> {
    let list = fs::read_to_string(project::path(USUAL_PLACES)).context(USUAL_PLACES)?;
    let places: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&list).context(USUAL_PLACES)?;
    let found = |name: &str| {
        env::var_os(variable(name)).is_some_and(|path| Path::new(&path).exists())
            || places[name].iter().any(|place| Path::new(place).exists())
    };
    Ok(BROWSERS
        .into_iter()
        .filter(|(name, _)| !found(name))
        .collect())
}

/// The variable of the environment that points at a browser in an unusual place.
fn variable(name: &str) -> String {
    format!("WIREMARK_{}", name.to_uppercase())
}
