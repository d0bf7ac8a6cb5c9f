//! Where things are in the project.

use std::path::{Path, PathBuf};

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
