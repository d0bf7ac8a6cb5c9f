//! `cargo xtask test`: every check, in order, up to the first that fails.

use crate::evaluation::{self, Outcome};
use crate::process::{cargo, run};
use crate::{browsers, dist, node, overlaps, package, serve, sizes, toolchain, wordpress};
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::{Duration, Instant};

/// One check: its heading and what it does.
type Step = (&'static str, fn() -> Result<Outcome>);

/// The cheap ones first. The build stands before the type check, which reads the types of the
/// built package.
const STEPS: [Step; 16] = [
    ("What the checks need", needs),
    ("Formatting", formatting),
    ("Lints", lints),
    ("Lints of the door to JavaScript", lints_of_the_door),
    ("Package", build),
    ("Types of the JavaScript", types),
    ("Rust tests", rust_tests),
    ("Documentation", documentation),
    ("Examples", examples),
    ("Package in Node.js", package_tests),
    ("Package as it is published", published),
    ("Projects that use the package", consumers),
    ("Page in the browsers", browser_tests),
    ("Editors in the browsers", editor_tests),
    ("Figures on the seed articles", figures),
    ("Figures on reused passages", reused_passages),
];

/// What CI leaves out: it installs servers.
const MORE: [Step; 1] = [("Plugin in a real WordPress", wordpress::test)];

/// Runs every check of CI, and `all` that there are.
///
/// # Errors
/// When one fails.
pub fn test(all: bool) -> Result<()> {
    let more = if all { &MORE[..] } else { &[] };
    let steps: Vec<&Step> = STEPS.iter().chain(more).collect();
    let start = Instant::now();
    let mut times = Vec::new();
    for (index, (heading, check)) in steps.iter().enumerate() {
        println!("\n== {}/{}  {heading}", index + 1, steps.len());
        let step = Instant::now();
        let outcome = check().with_context(|| format!("{heading}: failed"))?;
        if let Outcome::Skipped(reason) = &outcome {
            println!("skipped: {reason}");
        }
        let time = step.elapsed();
        println!("-- {}", shown(time));
        times.push((heading, time, outcome));
    }
    println!("\n== Every check passed in {}", shown(start.elapsed()));
    for (heading, time, outcome) in times {
        let skipped = match outcome {
            Outcome::Done => String::new(),
            Outcome::Skipped(reason) => format!("  skipped: {reason}"),
        };
        println!("{heading:34}{:>10}{skipped}", shown(time));
    }
    Ok(())
}

fn needs() -> Result<Outcome> {
    node::prepare()?;
    browsers::prepare()?;
    toolchain::find()?;
    Ok(Outcome::Done)
}

fn formatting() -> Result<Outcome> {
    done(cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<Outcome> {
    let what = ["clippy", "--workspace", "--all-targets"];
    done(cargo().args(what).args(["--", "-D", "warnings"]))
}

/// The door compiles natively too, so that a slip shows before the slow build does.
fn lints_of_the_door() -> Result<Outcome> {
    let what = ["clippy", "--package", "wiremark", "--lib"];
    let door = ["--no-default-features", "--features", "wasm,model"];
    done(cargo().args(what).args(door).args(["--", "-D", "warnings"]))
}

fn build() -> Result<Outcome> {
    package::build()?;
    Ok(Outcome::Done)
}

fn types() -> Result<Outcome> {
    package::declare()?;
    done(node::node().arg("node_modules/typescript/bin/tsc"))
}

fn rust_tests() -> Result<Outcome> {
    done(cargo().args(["test", "--workspace", "--quiet"]))
}

/// Of everything; then of the crate as others take it, with each feature alone and with none.
fn documentation() -> Result<Outcome> {
    let document = |what: &[&str]| {
        run(cargo()
            .args(["doc", "--no-deps"])
            .args(what)
            .env("RUSTDOCFLAGS", "-D warnings"))
    };
    for features in ["", "model", "wasm"] {
        let alone = ["--no-default-features", "--features", features];
        document(&[&["--package", "wiremark", "--lib"][..], &alone].concat())?;
    }
    document(&["--workspace"])?;
    Ok(Outcome::Done)
}

fn examples() -> Result<Outcome> {
    for example in ["annotate", "compare", "live"] {
        run(cargo().args(["run", "--quiet", "--example", example]))?;
    }
    Ok(Outcome::Done)
}

fn package_tests() -> Result<Outcome> {
    done(&mut node::tests("tests/package")?)
}

/// What others would meet: it is not too large, their tools resolve every entry, and find its types.
fn published() -> Result<Outcome> {
    let (published, archive) = package::pack()?;
    let sizes = sizes::measure(&published)?;
    sizes.print();
    if !sizes.within_budget() {
        bail!("the package has outgrown its budget: find what grew in the table above");
    }
    run(node::node()
        .args(["node_modules/publint/src/cli.js", "--strict"])
        .arg(&archive))?;
    // These three are no code.
    let data = ["--exclude-entrypoints", "wasm", "lexicon", "model"];
    done(
        node::node()
            .arg("node_modules/@arethetypeswrong/cli/dist/index.js")
            .arg(&archive)
            .args(["--profile", "esm-only", "--quiet"])
            .args(data),
    )
}

fn consumers() -> Result<Outcome> {
    done(&mut node::tests("tests/consumers")?)
}

fn browser_tests() -> Result<Outcome> {
    dist::build()?;
    let address = serve::serve_in_background()?;
    done(node::tests("tests/browser")?.env("WIREMARK_ADDRESS", address))
}

/// These serve the package themselves, beside the editors.
fn editor_tests() -> Result<Outcome> {
    node::install("tests/editors")?;
    done(&mut node::tests("tests/editors")?)
}

fn figures() -> Result<Outcome> {
    evaluation::seeds(true, false)
}

fn reused_passages() -> Result<Outcome> {
    overlaps::evaluate(true, false)
}

fn done(command: &mut Command) -> Result<Outcome> {
    run(command)?;
    Ok(Outcome::Done)
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!(
            "{:.0} min {:.0} s",
            (seconds / 60.0).floor(),
            seconds % 60.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_shown_in_minutes_from_one_minute_on() {
        assert_eq!(shown(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(125)), "2 min 5 s");
    }
}
