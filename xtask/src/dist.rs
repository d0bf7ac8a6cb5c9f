//! `cargo xtask dist`: the page as a folder that any static server can serve, under any path, and as one file that works
//! from a double-click.

mod references;
mod version;

use crate::process::run;
use crate::{node, package, project, site};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The page in one file, in `dist/`.
const SINGLE_FILE: &str = "wiremark.html";

/// The core, which goes along with [`package::DATA`].
const CORE: &str = "pkg/wiremark_core_bg.wasm";

/// What the site holds as it was written, file or folder, beside what [`site::bundled`] puts together.
const AS_WRITTEN: [&str; 2] = ["manifest.webmanifest", "www/icons"];

/// The scripts of others that the page contains.
const VENDORED: &str = "www/vendor";

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
    let mut files = site::bundled(false)?;
    for file in written()? {
        let content = fs::read(project::root().join(&file)).context(file.display().to_string())?;
        files.insert(file, content);
    }
    let site = version::versioned(files)?;
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
    run(node::node()
        .arg("xtask/single-file/bundle.mjs")
        .arg(file)
        .args(data()))?;
    let size = fs::metadata(file)?.len();
    println!(
        "dist/{SINGLE_FILE} is all of it in one file of {:.2} MB, to be opened with a double-click",
        size as f64 / 1e6
    );
    Ok(())
}

/// A file of the repository, or those below a folder, as paths from its root on.
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

/// The files that the site holds as they were written.
fn written() -> Result<Vec<PathBuf>> {
    let mut files = data();
    for place in AS_WRITTEN {
        files.extend(files_in(place)?);
    }
    files.extend(
        files_in(VENDORED)?
            .into_iter()
            .filter(|file| is_licence(file)),
    );
    Ok(files)
}

/// The core, the lexicon and the model.
fn data() -> Vec<PathBuf> {
    let data = package::DATA.map(|name| Path::new("pkg").join(name));
    [vec![PathBuf::from(CORE)], data.to_vec()].concat()
}

/// What the authors of vendored scripts want to be said wherever these go.
fn is_licence(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("LICEN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_reads_and_licences_go_along() {
        let files = written().unwrap();
        for needed in [
            "manifest.webmanifest",
            "pkg/wiremark_core_bg.wasm",
            "pkg/lexicon.bin",
            "www/icons/wiremark.svg",
            "www/vendor/mammoth/LICENSE",
            "www/vendor/idb-keyval/LICENCE",
        ] {
            assert!(files.contains(&PathBuf::from(needed)), "{needed}");
        }
        let script = |file: &PathBuf| file.extension().is_some_and(|it| it == "js");
        assert!(!files.iter().any(script));
    }
}
