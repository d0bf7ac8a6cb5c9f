//! The page as it is opened: its scripts and style sheets in as few files as there can be, put together by esbuild.

use crate::process::printed;
use crate::{node, project};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::WalkDir;

/// What the page is made of.
const SOURCES: [&str; 4] = ["index.html", "www", "pkg/wiremark_core.js", "xtask/site"];

/// What each file holds, by its path from the root of the site on.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Puts the page together, with `maps` so that a debugger shows the files as they were written. The package has to be
/// built.
///
/// # Errors
/// When Node.js is missing, or a script imports what is not there.
pub fn bundled(maps: bool) -> Result<Files> {
    node::prepare()?;
    let mut command = node::node();
    command.arg("xtask/site/bundle.mjs");
    if maps {
        command.arg("--maps");
    }
    let made: BTreeMap<PathBuf, String> =
        serde_json::from_slice(&printed(&mut command)?).context("the page")?;
    Ok(made
        .into_iter()
        .map(|(file, content)| (file, content.into_bytes()))
        .collect())
}

/// The page put together, and again whenever a file of it changed.
#[derive(Default)]
pub struct Bundle {
    made: Option<SystemTime>,
    files: Files,
}

impl Bundle {
    /// Takes up what changed. While that is at fault, the files are to be served as they were written: the browser then
    /// tells what is wrong with them, too.
    pub fn refresh(&mut self) {
        let changed = SOURCES.iter().filter_map(|source| newest(source)).max();
        if self.made.is_some() && changed <= self.made {
            return;
        }
        self.made = Some(SystemTime::now());
        self.files = bundled(true).unwrap_or_else(|error| {
            eprintln!("The page is served in many files, and opens later: {error:#}");
            Files::new()
        });
    }

    /// What a file of the bundle holds.
    pub fn get(&self, file: &Path) -> Option<&[u8]> {
        self.files.get(file).map(Vec::as_slice)
    }
}

/// When a file, or the last one in a folder, was written.
fn newest(source: &str) -> Option<SystemTime> {
    let entries = WalkDir::new(project::path(source)).into_iter().flatten();
    entries
        .filter_map(|entry| project::modified(entry.path()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_last_in_a_folder_counts() {
        let page = newest("www/page").unwrap();
        assert!(page >= newest("www/page/main.js").unwrap());
        assert!(newest("www").unwrap() >= page);
        assert_eq!(newest("www/nothing"), None);
    }

    #[test]
    fn what_is_not_bundled_is_not_there() {
        let bundle = Bundle {
            made: None,
            files: [(PathBuf::from("index.html"), b"page".to_vec())].into(),
        };
        assert_eq!(bundle.get(Path::new("index.html")), Some(&b"page"[..]));
        assert_eq!(bundle.get(Path::new("www/page/main.js")), None);
    }
}
