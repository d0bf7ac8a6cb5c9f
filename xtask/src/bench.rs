//! `cargo xtask bench`: how long the core and a keystroke take.

use crate::process::{cargo, run};
use crate::{browsers, node, package, project, serve};
use anyhow::Result;

/// The keystroke bench, which runs in a browser.
const KEYSTROKE: &str = "benches/browser/keystroke.mjs";

/// Runs every bench.
///
/// # Errors
/// When a bench fails.
pub fn bench() -> Result<()> {
    if any_rust_bench() {
        run(cargo().arg("bench"))?;
    }
    node::prepare()?;
    browsers::prepare()?;
    package::build()?;
    let address = serve::serve_in_background()?;
    run(node::node().arg(KEYSTROKE).env("WIREMARK_ADDRESS", address))
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
