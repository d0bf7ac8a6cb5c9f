//! `cargo xtask dist`: the page as a folder that any static server can serve, under any path.

use crate::{package, project};
use anyhow::{Context, Result, bail};
use regex::Regex;
use std::fs;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// What a page loads.
const PAGE_REFERENCE: &str = r#"[ \n](?:src|href)="([^"]*)""#;

/// What a script loads: its imports, and files beside it.
const SCRIPT_REFERENCE: &str = r#"(?m)(?:^|[;}])(?:import|export)(?-u:\b)(?:[^;'"=(]*(?-u:\b)from)? ?["']([^"']+)["']|new URL\(["']([^"']+)["'], ?import\.meta\.url\)"#;

/// Builds `dist/` anew.
///
/// # Errors
/// When the build fails, or a file refers to one that is not there.
pub fn build() -> Result<()> {
    package::build()?;
    let target = project::path("dist");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let mut files = vec![PathBuf::from("index.html")];
    files.extend(files_in("www")?);
    files.extend(files_in("pkg")?);
    files.retain(|file| is_needed(file));
    for file in &files {
        let copy = target.join(file);
        fs::create_dir_all(copy.parent().unwrap_or(&target))?;
        fs::copy(project::path("").join(file), &copy)
            .with_context(|| format!("could not copy {}", file.display()))?;
    }
    let faults = faults(&target, &files)?;
    if !faults.is_empty() {
        bail!("dist/ would not work:\n{}", faults.join("\n"));
    }
    println!(
        "dist/ holds {} files, ready for any static server",
        files.len()
    );
    Ok(())
}

/// The files below a folder of the repository, as paths from its root on.
fn files_in(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(project::path(folder)).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(project::root())?.to_owned());
        }
    }
    Ok(files)
}

/// Types and papers are for developers, and the package's scripts are in `pkg/` already.
fn is_needed(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    !file.starts_with("www/package")
        && !name.starts_with('.')
        && !name.ends_with(".ts")
        && !name.ends_with(".md")
        && file != Path::new("pkg/package.json")
}

/// Every reference of the pages and scripts in `folder` that leads nowhere.
fn faults(folder: &Path, files: &[PathBuf]) -> Result<Vec<String>> {
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

    #[test]
    fn what_only_developers_read_stays_behind() {
        for needed in [
            "index.html",
            "www/page/main.js",
            "pkg/wiremark_core_bg.wasm",
        ] {
            assert!(is_needed(Path::new(needed)), "{needed}");
        }
        for unneeded in ["www/package/index.js", "pkg/index.d.ts", "pkg/package.json"] {
            assert!(!is_needed(Path::new(unneeded)), "{unneeded}");
        }
    }
}
