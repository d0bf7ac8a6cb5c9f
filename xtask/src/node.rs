//! Node.js, which runs the type check and the browser tests.

use crate::process::{answer, run};
use crate::project;
use anyhow::{Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The oldest Node.js that the tools run on.
const OLDEST: u32 = 20;

/// Makes sure that Node.js and the packages of the lock file are there.
///
/// # Errors
/// When Node.js is missing or too old, or npm fails.
pub fn prepare() -> Result<()> {
    match version() {
        Some(version) if version >= OLDEST => {}
        found => bail!(
            "Node.js {OLDEST} or newer is needed, {}. Get it from https://nodejs.org or, where it is new enough, with\n    apt-get install nodejs npm",
            found.map_or("and there is none".to_owned(), |version| format!(
                "this is {version}"
            )),
        ),
    }
    install(".")
}

/// Makes sure that the packages of a folder's lock file are there.
///
/// # Errors
/// When npm fails.
pub fn install(folder: &str) -> Result<()> {
    let folder = project::path(folder);
    let installed = project::modified(&folder.join("node_modules/.package-lock.json"));
    if installed < project::modified(&folder.join("package-lock.json")) {
        println!(
            "Installing what {} names: npm ci",
            folder.join("package-lock.json").display()
        );
        run(Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder))?;
    }
    Ok(())
}

/// Node.js, run in the root of the repository.
pub fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(project::root());
    command
}

/// The tests in `folder`, run one file after the other: two browsers at a time are enough.
///
/// # Errors
/// When the folder cannot be read.
pub fn tests(folder: &str) -> Result<Command> {
    let mut files: Vec<PathBuf> = fs::read_dir(project::path(folder))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let mut command = node();
    command
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .args(files);
    Ok(command)
}

/// The major version, or nothing without Node.js.
fn version() -> Option<u32> {
    let version = answer(Command::new("node").arg("--version"))?;
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
