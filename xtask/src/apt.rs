//! Debian's package manager, for what no lock file can bring: a compiler and two browsers.

use crate::process::{answer, run};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Whether packages may be installed: we are root, and apt is there.
pub fn may_install() -> bool {
    let tools = ["/usr/bin/apt-get", "/usr/bin/apt-cache"];
    tools.iter().all(|tool| Path::new(tool).exists())
        && answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Whether apt offers `package`. A list that was never fetched offers nothing; see [`refresh`].
pub fn lists(package: &str) -> bool {
    answer(Command::new("apt-cache").args(["policy", package])).is_some_and(|policy| {
        policy
            .lines()
            .filter_map(|line| line.trim().strip_prefix("Candidate:"))
            .any(|candidate| candidate.trim() != "(none)")
    })
}

/// Fetches the lists of packages.
///
/// # Errors
/// When apt fails; its own message is above.
pub fn refresh() -> Result<()> {
    println!("Asking apt what it offers: apt-get update");
    run(Command::new("apt-get").arg("update"))
}

/// Installs `packages`, and says so.
///
/// # Errors
/// When apt fails; its own message is above.
pub fn install(packages: &[&str]) -> Result<()> {
    println!("Installing: {}", line(packages));
    run(Command::new("apt-get")
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The line that installs `packages`, as one would type it.
pub fn line(packages: &[&str]) -> String {
    format!(
        "apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    )
}
