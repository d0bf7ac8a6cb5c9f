//! The version of a build: a hash of all its files, and the name of the folder that most of them lie in. A page of one
//! version can so never load a file of another, whatever a server or a cache still has.

use crate::project;
use crate::site::Files;
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The page.
pub const PAGE: &str = "index.html";

/// The service worker, which is told the version and the files.
const SERVICE_WORKER: &str = "service-worker.js";

/// How the page begins; it is told its version here.
const PAGE_START: &str = "<html ";

/// So many hexadecimal digits of the hash are enough to tell builds apart.
const DIGITS: usize = 12;

/// A site, ready to be written.
pub struct Site {
    /// The version.
    pub version: String,
    /// Every file: where it goes, from the root of the site on, and what it holds.
    pub files: Vec<(PathBuf, Vec<u8>)>,
}

/// Puts files where they go: those in folders into the folder of the version.
///
/// # Errors
/// When the service worker cannot be read, or the page cannot be told its version.
pub fn versioned(files: Files) -> Result<Site> {
    let mut all = Sha256::new();
    let worker = fs::read(project::path(SERVICE_WORKER)).context(SERVICE_WORKER)?;
    let read: Vec<(PathBuf, Vec<u8>)> = files
        .into_iter()
        .chain([(PathBuf::from(SERVICE_WORKER), worker)])
        .collect();
    for (file, content) in &read {
        all.update(address(file));
        all.update(content.len().to_le_bytes());
        all.update(content);
    }
    let hash = all.finalize();
    let version: String = hash
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>()[..DIGITS]
        .to_owned();

    let mut site = Vec::new();
    for (file, content) in read {
        if file.parent() == Some(Path::new("")) {
            site.push((file, moved(content, &version)?));
        } else {
            site.push((Path::new(&version).join(file), content));
        }
    }
    let (file, worker) = site.pop().context("there is no service worker")?;
    let page = site.iter_mut().find(|(file, _)| file == Path::new(PAGE));
    let (_, page) = page.context("there is no page")?;
    let text = String::from_utf8(std::mem::take(page))?;
    if !text.contains(PAGE_START) {
        bail!("{PAGE} has no {PAGE_START:?} to put the version behind");
    }
    *page = text
        .replacen(
            PAGE_START,
            &format!("{PAGE_START}data-version=\"{version}\" "),
            1,
        )
        .into_bytes();

    let built = serde_json::json!({ "version": version, "files": kept(&site) });
    let told = format!(
        "globalThis.BUILT = {built};\n{}",
        String::from_utf8(worker)?
    );
    site.push((file, told.into_bytes()));
    Ok(Site {
        version,
        files: site,
    })
}

/// What a file at the root says, with its addresses leading into the folder of the version.
fn moved(content: Vec<u8>, version: &str) -> Result<Vec<u8>> {
    let mut text = String::from_utf8(content)?;
    for folder in ["www", "pkg"] {
        text = text.replace(&format!("\"{folder}/"), &format!("\"{version}/{folder}/"));
    }
    Ok(text.into_bytes())
}

/// The address of every file, with the hash that a browser checks it by.
fn kept(files: &[(PathBuf, Vec<u8>)]) -> Vec<[String; 2]> {
    files
        .iter()
        .map(|(file, content)| {
            let hash = STANDARD.encode(Sha256::digest(content));
            let address = match address(file) {
                page if page == PAGE => "./".to_owned(),
                address => address,
            };
            [address, format!("sha256-{hash}")]
        })
        .collect()
}

/// A path as an address says it.
fn address(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page and its script.
    fn files(script: &str) -> Files {
        let page = "<html lang=\"en\"><script src=\"www/page/main.js\"></script></html>";
        [(PAGE, page), ("www/page/main.js", script)]
            .map(|(file, content)| (PathBuf::from(file), content.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn all_but_the_root_lies_in_the_folder_of_the_version() {
        let Site { version, files } = versioned(files("a script")).unwrap();
        assert_eq!(version.len(), DIGITS);
        let names: Vec<String> = files.iter().map(|(file, _)| address(file)).collect();
        assert_eq!(
            names,
            [PAGE, &format!("{version}/www/page/main.js"), SERVICE_WORKER]
        );
        let page = String::from_utf8(files[0].1.clone()).unwrap();
        assert!(page.contains(&format!("<html data-version=\"{version}\"")));
        assert!(page.contains(&format!("src=\"{version}/www/page/main.js\"")));
        assert!(!page.contains("\"www/"));
        let worker = String::from_utf8(files[2].1.clone()).unwrap();
        assert!(worker.starts_with("globalThis.BUILT = {\"files\":[[\"./\",\"sha256-"));
    }

    #[test]
    fn another_file_makes_another_version() {
        let version = |script| versioned(files(script)).unwrap().version;
        assert_ne!(version("one"), version("other"));
        assert_eq!(version("one"), version("one"));
    }
}
