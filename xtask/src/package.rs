//! Putting the npm package together in `pkg/`: the module, its bindings, the hand-written
//! JavaScript and the lexicon. `package.json` and `README.md` are written by hand and stay.

use crate::{project, wasm};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-bindgen makes.
const BINDINGS: [&str; 4] = [
    "wiremark_core.js",
    "wiremark_core.d.ts",
    "wiremark_core_bg.wasm",
    "wiremark_core_bg.wasm.d.ts",
];

/// What nobody builds.
const WRITTEN_BY_HAND: [&str; 2] = ["package.json", "README.md"];

/// The lexicon, at home in `data/`.
pub const LEXICON: &str = "lexicon.bin";

/// The folder of the package.
pub fn folder() -> PathBuf {
    project::path("pkg")
}

/// Brings `pkg/` up to date.
///
/// # Errors
/// When the core does not compile or a file cannot be written.
pub fn build() -> Result<()> {
    let module = wasm::build()?;
    let package = folder();
    fs::create_dir_all(&package)?;
    bind(&module, &package)?;
    let mut made: Vec<String> = BINDINGS.map(str::to_owned).to_vec();
    for script in scripts()? {
        made.push(copy_into(&script, &package)?);
    }
    made.push(copy_into(&project::path("data").join(LEXICON), &package)?);
    remove_stale(&package, &made)
}

/// Makes the bindings, unless they are newer than the module.
fn bind(module: &Path, package: &Path) -> Result<()> {
    let made = BINDINGS
        .iter()
        .map(|name| project::modified(&package.join(name)));
    let oldest = made
        .collect::<Option<Vec<_>>>()
        .and_then(|times| times.into_iter().min());
    if oldest > project::modified(module) {
        return Ok(());
    }
    Bindgen::new()
        .input_path(module)
        .out_name("wiremark_core")
        .web(true)?
        .typescript(true)
        // `init()` without an argument then finds the module beside the script.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(package)
        .context("wasm-bindgen could not make the bindings")
}

/// The hand-written JavaScript of the package.
fn scripts() -> Result<Vec<PathBuf>> {
    let mut scripts = Vec::new();
    for entry in fs::read_dir(project::path("www/package"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "ts")
        {
            scripts.push(path);
        }
    }
    Ok(scripts)
}

/// Copies `file` into `folder` under its own name, which is returned. An equal copy is left alone,
/// so that a page that is being served never meets half a file.
fn copy_into(file: &Path, folder: &Path) -> Result<String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let copy = folder.join(&*name);
    let content = fs::read(file).with_context(|| project::shown(file))?;
    if fs::read(&copy).ok().as_ref() != Some(&content) {
        fs::write(&copy, content).with_context(|| project::shown(&copy))?;
    }
    Ok(name.into_owned())
}

/// Removes what an earlier build left and this one did not make.
fn remove_stale(package: &Path, made: &[String]) -> Result<()> {
    for entry in fs::read_dir(package)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let keep = made.iter().any(|made| *made == name) || WRITTEN_BY_HAND.contains(&&*name);
        if path.is_file() && !keep {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
