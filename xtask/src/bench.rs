//! `cargo xtask bench`: how fast the core is, by itself and in the browser.

use crate::process::{cargo, run};
use crate::{browsers, node, package, project, serve};
use anyhow::Result;

/// The benches that run in a browser.
const IN_THE_BROWSER: [&str; 7] = [
    "benches/browser/open.mjs",
    "benches/browser/desk.mjs",
    "benches/browser/keystroke.mjs",
    "benches/browser/typing.mjs",
    "benches/browser/parse.mjs",
    "benches/browser/compare.mjs",
    "benches/browser/annotate.mjs",
];

/// Runs every bench.
///
/// # Errors
/// When a bench fails.
pub fn bench() -> Result<()> {
    if any_rust_bench() {
        // Without the command line: the benches time the library, which links alone.
        run(cargo().args(["bench", "--package", "wiremark", "--no-default-features"]))?;
    }
    node::prepare()?;
    browsers::prepare()?;
    package::build()?;
    let address = serve::serve_in_background()?;
    for script in IN_THE_BROWSER {
        run(node::node().arg(script).env("WIREMARK_ADDRESS", &address))?;
    }
    Ok(())
}

fn any_rust_bench() -> bool {
    project::path("benches").read_dir().is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "rs")
        })
    })
}
