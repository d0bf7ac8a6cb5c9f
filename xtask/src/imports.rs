//! What scripts import, without running them.

use anyhow::Result;
use regex::Regex;
use std::collections::VecDeque;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What a script imports before it runs.
const IMPORT: &str =
    r#"(?m)(?:^|[;}])(?:import|export)(?-u:\b)(?:[^;'"=(]*(?-u:\b)from)? ?["']([^"']+)["']"#;

/// Every script that `scripts` of a folder import, and what those import, in that order. What cannot be read imports
/// nothing.
///
/// # Errors
/// When a pattern is none.
pub fn imported(folder: &Path, scripts: &[&str]) -> Result<Vec<PathBuf>> {
    let import = Regex::new(IMPORT)?;
    let mut found = Vec::new();
    let mut left: VecDeque<PathBuf> = scripts.iter().map(PathBuf::from).collect();
    while let Some(script) = left.pop_front() {
        let Ok(text) = fs::read_to_string(folder.join(&script)) else {
            continue;
        };
        for reference in import.captures_iter(&text) {
            let imported = beside(&script, &reference[1]);
            if !found.contains(&imported) {
                found.push(imported.clone());
                left.push_back(imported);
            }
        }
    }
    Ok(found)
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
    fn every_script_that_others_import_is_named_once() {
        let found = imported(
            &project::path("www"),
            &["page/open-desk.js", "page/main.js"],
        )
        .unwrap();
        let count = |script: &str| found.iter().filter(|it| *it == Path::new(script)).count();
        for script in ["element/pane.js", "page/sample.js", "page/files.js"] {
            assert_eq!(count(script), 1, "{script}");
        }
        assert_eq!(count("page/main.js"), 0);
    }
}
