//! Compiling the core to WebAssembly.

use crate::process::run;
use crate::project;
use crate::toolchain::{self, TARGET};
use anyhow::Result;
use std::path::PathBuf;

/// A target folder of its own: native builds then never evict the standard library built for
/// WebAssembly, and the cargo that runs this program does not lock it.
const TARGET_FOLDER: &str = "target/wasm";

/// Compiles and returns the path of the module, not yet bound to JavaScript.
///
/// # Errors
/// When there is no compiler, or it finds fault with the code.
pub fn build() -> Result<PathBuf> {
    let toolchain = toolchain::find()?;
    let module = project::path(TARGET_FOLDER)
        .join(TARGET)
        .join("release/wiremark.wasm");
    if !module.exists() {
        println!(
            "Compiling to WebAssembly with {}: a minute or two the first time",
            toolchain.describe()
        );
    }
    // As a library for Rust too, all that is public would be compiled for callers that never come.
    run(toolchain
        .cargo_rustc()
        .args(["--release", "--package", "wiremark", "--lib"])
        .args(["--no-default-features", "--features", "wasm,model"])
        .args(["--crate-type", "cdylib"])
        .env("CARGO_TARGET_DIR", project::path(TARGET_FOLDER))
        .current_dir(project::root()))?;
    Ok(module)
}
