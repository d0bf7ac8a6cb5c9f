//! `cargo xtask dist`: the page as a folder that any static server can serve, under any path, and as one file that works
//! from a double-click.

mod references;
mod version;

use crate::process::run;
use crate::{node, package, project};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The page in one file, in `dist/`.
const SINGLE_FILE: &str = "wiremark.html";

/// The core, which the single file holds beside [`package::DATA`].
const CORE: &str = "pkg/wiremark_core_bg.wasm";

/// The sample, which the single file holds too.
const SAMPLES: &str = "www/samples";

/// What stands at the root of the site; all else lies in a folder named by the version.
const ROOT_FILES: [&str; 2] = [version::PAGE, "manifest.webmanifest"];

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
    let mut files: Vec<PathBuf> = ROOT_FILES.map(PathBuf::from).to_vec();
    files.extend(files_in("www")?);
    files.extend(files_in("pkg")?);
    files.retain(|file| is_needed(file));
    let site = version::versioned(&files)?;
    for (file, content) in &site.files {
        let copy = target.join(file);
        fs::create_dir_all(copy.parent().unwrap_or(&target))?;
        fs::write(&copy, content).with_context(|| format!("could not write {}", file.display()))?;
    }
    let written: Vec<&Path> = site.files.iter().map(|(file, _)| file.as_path()).collect();
    let faults = references::faults(&target, &written)?;
    if !faults.is_empty() {
        bail!("dist/ would not work:\n{}", faults.join("\n"));
    }
    println!(
        "dist/ holds version {} in {} files, ready for any static server",
        site.version,
        written.len()
    );
    write_single_file(&target.join(SINGLE_FILE))
}

/// Writes the page as one file, with all that it loads.
fn write_single_file(file: &Path) -> Result<()> {
    node::prepare()?;
    let mut held = vec![PathBuf::from(CORE)];
    held.extend(package::DATA.map(|name| Path::new("pkg").join(name)));
    held.extend(files_in(SAMPLES)?);
    run(node::node()
        .arg("xtask/single-file/bundle.mjs")
        .arg(file)
        .args(held))?;
    let size = fs::metadata(file)?.len();
    println!(
        "dist/{SINGLE_FILE} is all of it in one file of {:.2} MB, to be opened with a double-click",
        size as f64 / 1e6
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

/// What is in the package for others: the page has its elements in `www/` already.
const PUBLISHED_ONLY: [&str; 7] = [
    "pkg/element",
    "pkg/node",
    "pkg/inline.js",
    "pkg/inline.global.js",
    "pkg/custom-elements.json",
    "pkg/LICENSE-APACHE",
    "pkg/LICENSE-MIT",
];

/// Types and papers are for developers, the package's scripts are in `pkg/` already, and the single file has its own.
fn is_needed(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    !file.starts_with("www/package")
        && !PUBLISHED_ONLY.iter().any(|folder| file.starts_with(folder))
        && !file.starts_with("www/page/single")
        && !name.starts_with('.')
        && !name.ends_with(".ts")
        && !name.ends_with(".md")
        && file != Path::new("pkg/package.json")
        && file != Path::new("www/picture.png")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_developers_read_stays_behind() {
        for needed in [
            "index.html",
            "www/page/main.js",
            "pkg/wiremark_core_bg.wasm",
        ] {
            assert!(is_needed(Path::new(needed)), "{needed}");
        }
        for unneeded in [
            "www/package/index.js",
            "pkg/index.d.ts",
            "pkg/element/index.js",
            "pkg/package.json",
        ] {
            assert!(!is_needed(Path::new(unneeded)), "{unneeded}");
        }
    }
}
