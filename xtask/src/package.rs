//! Putting the npm package together in `pkg/`: the module, its bindings, the hand-written
//! JavaScript, the lexicon and the model. `package.json` and `README.md` are written by hand and stay.
//!
//! Scripts are shipped without comments and line ends, which are two fifths of them even when
//! compressed. What they say to a developer stands in the declarations, made by [`declare`].

use crate::process::run;
use crate::{locals, node, project, wasm};
use anyhow::{Context, Result, anyhow};
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

/// The data that the page loads, at home in `data/`: files of their own, that a browser keeps.
pub const DATA: [&str; 2] = ["lexicon.bin", "model.bin"];

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
        let name = file_name(&script);
        if let Some(name) = name.strip_suffix(".js") {
            made.push(format!("{name}.d.ts"));
        }
        put(&package.join(&name), &shipped(&script)?)?;
        made.push(name);
    }
    for name in DATA {
        let data = project::path("data").join(name);
        put(&package.join(name), &shipped(&data)?)?;
        made.push(name.to_owned());
    }
    remove_stale(&package, &made)
}

/// Writes the declarations of the scripts, from their comments. It needs Node.js, which building
/// and serving do not.
///
/// # Errors
/// When the compiler of TypeScript finds fault with a script.
pub fn declare() -> Result<()> {
    let compiler = "node_modules/typescript/bin/tsc";
    run(node::node().args([compiler, "--project", "www/package"]))
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
        .context("wasm-bindgen could not make the bindings")?;
    let bound = package.join(BINDINGS[2]);
    let content = fs::read(&bound).with_context(|| project::shown(&bound))?;
    put(&bound, &locals::numbered_by_use(&content)?)?;
    let bindings = package.join(BINDINGS[0]);
    put(&bindings, &shipped(&bindings)?)
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

/// A file as the package ships it.
fn shipped(file: &Path) -> Result<Vec<u8>> {
    let content = fs::read(file).with_context(|| project::shown(file))?;
    if file.extension().is_none_or(|extension| extension != "js") {
        return Ok(content);
    }
    let script = String::from_utf8(content).with_context(|| project::shown(file))?;
    let small = minifier::js::minify(&script)
        .map_err(|fault| anyhow!("{}: {fault}", project::shown(file)))?;
    Ok(small.to_string().into_bytes())
}

/// Writes a file. An equal one is left alone, so that a page that is being served never meets half
/// a file.
fn put(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).ok().as_deref() != Some(content) {
        fs::write(file, content).with_context(|| project::shown(file))?;
    }
    Ok(())
}

fn file_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Removes what an earlier build left and this one did not make.
fn remove_stale(package: &Path, made: &[String]) -> Result<()> {
    for entry in fs::read_dir(package)? {
        let path = entry?.path();
        let name = file_name(&path);
        let keep = made.contains(&name) || WRITTEN_BY_HAND.contains(&name.as_str());
        if path.is_file() && !keep {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
