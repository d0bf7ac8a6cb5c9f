//! Where things are in the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask/ lies in the root of the repository")
}

/// A path inside the repository, `/` between its parts.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// `path` as a reader of messages wants it: from the root of the repository on.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// When a file was last written, or nothing when there is none.
pub fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}
