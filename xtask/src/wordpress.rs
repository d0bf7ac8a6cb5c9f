//! The plugin for WordPress: its archive, and its test in a real one.

use crate::evaluation::Outcome;
use crate::process::{answer, run};
use crate::{apt, node, package, project};
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The archive that WordPress takes as an upload.
const ARCHIVE: &str = "target/wordpress/wiremark.zip";

/// Debian's packages for a WordPress, and the file that tells that each is there.
const NEEDS: [(&str, &str); 4] = [
    ("wordpress", "/usr/share/wordpress/wp-load.php"),
    (
        "wordpress-theme-twentytwentyone",
        "/usr/share/wordpress/wp-content/themes/twentytwentyone/style.css",
    ),
    ("php-cli", "/usr/bin/php"),
    ("mariadb-server", "/usr/sbin/mariadbd"),
];

/// Where there is none, and nobody may install it.
const MEND: &str = "there is no WordPress here; on Debian, as root: apt-get install --no-install-recommends \
                    wordpress wordpress-theme-twentytwentyone php-cli php-mysql mariadb-server";

/// Packs the plugin, with the package as it is now.
///
/// # Errors
/// When the package does not build, or Node.js is missing.
pub fn pack() -> Result<()> {
    package::build()?;
    node::prepare()?;
    let archive = project::path(ARCHIVE);
    fs::create_dir_all(archive.parent().unwrap_or(&archive))?;
    run(node::node().arg("xtask/wordpress/pack.mjs").arg(&archive))?;
    let size = fs::metadata(&archive)?.len();
    println!("{ARCHIVE} has {:.2} MB", size as f64 / 1e6);
    Ok(())
}

/// Runs the plugin in a WordPress of its own, in both browsers.
///
/// # Errors
/// When the plugin does not do what it should.
pub fn test() -> Result<Outcome> {
    let mut missing = missing();
    if !missing.is_empty() && apt::may_install() {
        if !missing.iter().all(|package| apt::lists(package)) {
            apt::refresh()?;
        }
        apt::install(&missing)?;
        missing = self::missing();
    }
    if !missing.is_empty() {
        return Ok(Outcome::Skipped(MEND));
    }
    pack()?;
    run(&mut node::tests("tests/wordpress")?)?;
    Ok(Outcome::Done)
}

/// The packages that are not there; what PHP needs to speak to a database is one of its own.
fn missing() -> Vec<&'static str> {
    let mut missing: Vec<&str> = NEEDS
        .into_iter()
        .filter(|(_, file)| !Path::new(file).exists())
        .map(|(package, _)| package)
        .collect();
    let extensions = answer(Command::new("php").arg("-m")).unwrap_or_default();
    if !extensions.lines().any(|name| name == "mysqli") {
        missing.push("php-mysql");
    }
    missing
}
