//! Running other programs, with errors that name the program.

use crate::project;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs `command` with its output on ours.
///
/// # Errors
/// When it cannot be started or does not end well.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("could not start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// What `command` prints, or nothing when it cannot be started or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs `command`, with its messages on ours, and returns what it prints.
///
/// # Errors
/// When it cannot be started or does not end well.
pub fn printed(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    Ok(output.stdout)
}

/// Runs `command` and writes what it prints into `file`.
///
/// # Errors
/// When it cannot be started or does not end well.
pub fn output_into(command: &mut Command, file: File) -> Result<()> {
    run(command.stdout(file))
}

/// The cargo that runs this program, in the root of the repository.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    command.current_dir(project::root());
    command
}

/// The command as one would type it, without its environment and the folder of the program.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    std::iter::once(program.file_name().unwrap_or(program.as_os_str()))
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
