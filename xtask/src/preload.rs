//! What the page loads, said in the page: a browser then asks for all scripts at once, not for each when the one before
//! has told of it.

use anyhow::Result;
use regex::Regex;
use std::collections::VecDeque;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A script of the page.
const SCRIPT: &str = r#"<script type="module" src="([^"]+)""#;

/// What a script imports before it runs.
const IMPORT: &str =
    r#"(?m)(?:^|[;}])(?:import|export)(?-u:\b)(?:[^;'"=(]*(?-u:\b)from)? ?["']([^"']+)["']"#;

/// The page with a line for every script that its scripts import, those first that a script waits for sooner. What cannot
/// be read is left for the browser to find.
///
/// # Errors
/// When a pattern is none.
pub fn with_preloads(page: &str, locate: impl Fn(&Path) -> Option<PathBuf>) -> Result<String> {
    let scripts = matches(&Regex::new(SCRIPT)?, page);
    let lines: String = imported(page, locate)?
        .iter()
        .filter_map(|script| script.to_str())
        .filter(|script| !scripts.iter().any(|other| other == script))
        .map(|script| format!("  <link rel=\"modulepreload\" href=\"{script}\">\n"))
        .collect();
    Ok(page.replacen("</head>", &format!("{lines}</head>"), 1))
}

/// Every script that the scripts of a page import, and what those import, in that order. What cannot be read imports
/// nothing.
///
/// # Errors
/// When a pattern is none.
pub fn imported(page: &str, locate: impl Fn(&Path) -> Option<PathBuf>) -> Result<Vec<PathBuf>> {
    let import = Regex::new(IMPORT)?;
    let scripts = matches(&Regex::new(SCRIPT)?, page);
    let mut found = Vec::new();
    let mut left: VecDeque<PathBuf> = scripts.iter().map(PathBuf::from).collect();
    while let Some(script) = left.pop_front() {
        let Some(text) = locate(&script).and_then(|file| fs::read_to_string(file).ok()) else {
            continue;
        };
        for reference in matches(&import, &text) {
            let imported = beside(&script, &reference);
            if !found.contains(&imported) {
                found.push(imported.clone());
                left.push_back(imported);
            }
        }
    }
    Ok(found)
}

/// The first group of every match.
fn matches(pattern: &Regex, text: &str) -> Vec<String> {
    pattern
        .captures_iter(text)
        .map(|found| found[1].to_owned())
        .collect()
}

/// Where a reference leads that stands in `script`.
fn beside(script: &Path, reference: &str) -> PathBuf {
    let mut place = script.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(reference).components() {
        match part {
            Component::ParentDir => {
                place.pop();
            }
            Component::CurDir => {}
            part => place.push(part),
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn every_script_that_the_page_imports_is_named_once() {
        let page = fs::read_to_string(project::path("index.html")).unwrap();
        // The package may not be built: its scripts are read where they are written.
        let written = |script: &Path| {
            let script = script.to_str()?.replace("pkg/", "www/package/");
            Some(project::path(&script))
        };
        let page = with_preloads(&page, written).unwrap();
        let count = |script: &str| {
            page.matches(&format!("<link rel=\"modulepreload\" href=\"{script}\">"))
                .count()
        };
        for script in ["www/element/pane.js", "pkg/index.js", "pkg/painter.js"] {
            assert_eq!(count(script), 1, "{script}");
        }
        for script in ["www/page/main.js", "pkg/worker.js"] {
            assert_eq!(count(script), 0, "{script}");
        }
    }
}
