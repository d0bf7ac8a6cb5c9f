//! Putting the npm package together in `pkg/`: the module, its bindings, the hand-written
//! JavaScript, the lexicon and the model. `package.json` and `README.md` are written by hand and stay.
//!
//! Scripts are shipped without comments and line ends, which are two fifths of them even when
//! compressed. What they say to a developer stands in the declarations, made by [`declare`].
//! What only a published package has, [`pack`] adds: it needs Node.js, which building and serving do not.

use crate::process::{answer, run};
use crate::{locals, node, project, wasm};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;
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

/// What [`pack`] adds.
const PUBLISHED: [&str; 5] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "inline.js",
    "inline.global.js",
    "custom-elements.json",
];

/// Where the scripts are written, and where in the package they are shipped.
const WRITTEN: [(&str, &str); 2] = [("www/package", ""), ("www/element", "element")];

/// What runs in Node.js alone: nobody downloads it, and its first line may say by what it is to be run.
pub const NODE: &str = "node";

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
    let mut made: Vec<PathBuf> = BINDINGS.iter().map(PathBuf::from).collect();
    for (script, name) in scripts()? {
        if name.extension().is_some_and(|extension| extension == "js") {
            made.push(name.with_extension("d.ts"));
        }
        put(&package.join(&name), &shipped(&script)?)?;
        made.push(name);
    }
    for name in DATA {
        let data = project::path("data").join(name);
        put(&package.join(name), &shipped(&data)?)?;
        made.push(PathBuf::from(name));
    }
    made.extend(WRITTEN_BY_HAND.iter().chain(&PUBLISHED).map(PathBuf::from));
    remove_stale(&package, &made)
}

/// Writes the declarations of the scripts, from their comments, and the manifest of the custom
/// elements. It needs Node.js, which building and serving do not.
///
/// # Errors
/// When the compiler of TypeScript finds fault with a script.
pub fn declare() -> Result<()> {
    for scripts in ["www/package", "xtask/elements"] {
        run(node::node().args(["node_modules/typescript/bin/tsc", "--project", scripts]))?;
    }
    for entry in WalkDir::new(folder().join("element")) {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "ts") {
            put(&path, near(&fs::read_to_string(&path)?).as_bytes())?;
        }
    }
    let analyzer = "node_modules/@custom-elements-manifest/analyzer/cem.js";
    let config = "xtask/elements/manifest.config.mjs";
    run(node::node().args([analyzer, "analyze", "--quiet", "--config", config]))
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
        .bundler(true)?
        .typescript(true)
        // `init()` without an argument then finds the module beside the script.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(package)
        .context("wasm-bindgen could not make the bindings")?;
    let bound = package.join(BINDINGS[2]);
    let content = fs::read(&bound).with_context(|| project::shown(&bound))?;
    put(&bound, &locals::numbered_by_use(&content)?)?;
    // The script beside it only says how a bundler would load the module, which `engine.js` does itself.
    let bindings = package.join("wiremark_core_bg.js");
    put(&package.join(BINDINGS[0]), &shipped(&bindings)?)?;
    fs::remove_file(bindings).context("the bindings")
}

/// The hand-written scripts, declarations and styles, each with its place in the package.
fn scripts() -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut scripts = Vec::new();
    for (written, shipped) in WRITTEN {
        let folder = project::path(written);
        for entry in WalkDir::new(&folder).into_iter().flatten() {
            let path = entry.path();
            let extension = path.extension().unwrap_or_default();
            if ["js", "ts", "css"].iter().any(|kind| extension == *kind) {
                let place = Path::new(shipped).join(path.strip_prefix(&folder)?);
                scripts.push((path.to_owned(), place));
            }
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
    let script = near(&script);
    if file.parent().is_some_and(|folder| folder.ends_with(NODE)) {
        return Ok(script.into_bytes());
    }
    let small = minifier::js::minify(&script)
        .map_err(|fault| anyhow!("{}: {fault}", project::shown(file)))?;
    Ok(small.to_string().into_bytes())
}

/// What is written beside `www/package` stands, in the package, in a folder of it, and finds the others nearer.
fn near(script: &str) -> String {
    script.replace("../pkg/", "")
}

/// Writes a file. An equal one is left alone, so that a page that is being served never meets half
/// a file.
fn put(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).ok().as_deref() != Some(content) {
        fs::create_dir_all(file.parent().unwrap_or(file))?;
        fs::write(file, content).with_context(|| project::shown(file))?;
    }
    Ok(())
}

/// Removes what an earlier build left and this one did not make.
fn remove_stale(package: &Path, made: &[PathBuf]) -> Result<()> {
    for entry in WalkDir::new(package).contents_first(true) {
        let path = entry?.into_path();
        if made.iter().all(|kept| path != package.join(kept)) {
            if path.is_file() {
                fs::remove_file(&path)?;
            } else {
                // A folder that still holds something stays.
                let _ = fs::remove_dir(&path);
            }
        }
    }
    Ok(())
}

/// Adds what only the published package has (declarations, licences, the inline build), puts it together in few files, and
/// packs it as npm would. Returns the folder that was packed, and the archive.
///
/// # Errors
/// When a step fails.
pub fn pack() -> Result<(PathBuf, PathBuf)> {
    node::prepare()?;
    build()?;
    declare()?;
    let package = folder();
    for licence in &PUBLISHED[..2] {
        put(&package.join(licence), &fs::read(project::path(licence))?)?;
    }
    run(node::node().args(["xtask/inline/bundle.mjs", "pkg"]))?;
    let packed = project::path("target/package");
    let published = packed.join("wiremark");
    fs::create_dir_all(&packed)?;
    run(node::node()
        .args(["xtask/published/bundle.mjs", "pkg"])
        .arg(&published))?;
    let archive = answer(
        Command::new("npm")
            .args(["pack", "--silent", "--pack-destination"])
            .arg(&packed)
            .current_dir(&published),
    );
    let archive = archive.context("npm could not pack the package")?;
    Ok((published, packed.join(archive.trim())))
}
