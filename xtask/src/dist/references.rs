//! What pages and scripts refer to, and whether it is there.

use anyhow::Result;
use regex::Regex;
use std::fs;
use std::path::{Component, Path};

/// What a page loads.
const PAGE_REFERENCE: &str = r#"[ \n](?:src|href)="([^"]*)""#;

/// What a script loads: its imports, and files beside it.
const SCRIPT_REFERENCE: &str = r#"(?m)(?:^|[;}])(?:import|export)(?-u:\b)(?:[^;'"=(]*(?-u:\b)from)? ?["']([^"']+)["']|new URL\(["']([^"']+)["'], ?import\.meta\.url\)"#;

/// Every reference of the pages and scripts in `folder` that leads nowhere.
pub fn faults(folder: &Path, files: &[&Path]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for file in files {
        let pattern = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => PAGE_REFERENCE,
            Some("js") => SCRIPT_REFERENCE,
            _ => continue,
        };
        let text = fs::read_to_string(folder.join(file))?;
        for reference in references(pattern, &text)? {
            if let Some(fault) = fault(folder, file, &reference) {
                faults.push(format!("    {}: {fault}", file.display()));
            }
        }
    }
    Ok(faults)
}

/// What the first group of `pattern` that took part holds, for every match.
fn references(pattern: &str, text: &str) -> Result<Vec<String>> {
    let pattern = Regex::new(pattern)?;
    Ok(pattern
        .captures_iter(text)
        .filter_map(|found| found.iter().skip(1).flatten().next())
        .map(|reference| reference.as_str().to_owned())
        .collect())
}

/// What is wrong with a `reference` in `file`, if anything is.
fn fault(folder: &Path, file: &Path, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next().unwrap_or_default();
    if reference.is_empty() || reference.starts_with("data:") {
        return None;
    }
    if reference.contains("://") || reference.starts_with('/') {
        return Some(format!("{reference} leads out of the folder"));
    }
    let mut place = file.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(reference).components() {
        match part {
            Component::ParentDir if !place.pop() => {
                return Some(format!("{reference} leads out of the folder"));
            }
            Component::ParentDir | Component::CurDir => {}
            part => place.push(part),
        }
    }
    let there = folder.join(place).exists();
    (!there).then(|| format!("{reference} is not there"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn a_reference_must_be_relative_and_there() {
        let fault = |reference| fault(project::root(), Path::new("xtask/src/main.rs"), reference);
        assert_eq!(fault("./dist.rs"), None);
        assert_eq!(fault("../Cargo.toml?v=1"), None);
        assert_eq!(fault("data:image/png;base64,"), None);
        assert!(fault("./nothing.rs").is_some());
        assert!(fault("/Cargo.toml").is_some());
        assert!(fault("https://elsewhere/").is_some());
        assert!(fault("../../../../Cargo.toml").is_some());
    }

    #[test]
    fn references_are_found_in_pages_and_scripts() {
        let page = "<link rel=\"icon\" href=\"data:,\"><script\nsrc=\"www/main.js\"></script>";
        assert_eq!(
            references(PAGE_REFERENCE, page).unwrap(),
            ["data:,", "www/main.js"]
        );
        let script = "import {\n  a,\n  b,\n} from \"./a.js\";\nimport './b.js';\nexport * from \"./c.js\";\n\
            export const NAME = \"no reference\";\n/**\n * @import {T} from \"./types.js\"\n */\n\
            const worker = new Worker(new URL(\"./d.js\", import.meta.url));\n";
        let found = references(SCRIPT_REFERENCE, script).unwrap();
        assert_eq!(found, ["./a.js", "./b.js", "./c.js", "./d.js"]);
        let built = "import{a,b}from'./a.js';import'./b.js';export*from'./c.js';export class From{}\
            const worker=new Worker(new URL('./d.js',import.meta.url))";
        assert_eq!(references(SCRIPT_REFERENCE, built).unwrap(), found);
    }
}
