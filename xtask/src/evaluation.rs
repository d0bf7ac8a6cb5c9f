//! How good the answers are: the command line against articles that were marked by hand.
//!
//! Neither the articles nor the scorer belong to the project. They lie beside it, in `../shared`,
//! where there are any.

use crate::floors::{self, Figures};
use crate::process::{cargo, output_into, run};
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::process::Command;

/// What became of a task.
pub enum Outcome {
    /// It was done, and well.
    Done,
    /// It could not be done here, and why.
    Skipped(&'static str),
}

/// Compares the seed articles and scores the answer. `check` fails when a figure is below its floor,
/// `verbose` lists every miss and false alarm.
///
/// # Errors
/// When a program fails or, on request, a figure is below its floor.
pub fn seeds(check: bool, verbose: bool) -> Result<Outcome> {
    let shared = project::path("../shared");
    let scorer = shared.join("score.py");
    if !scorer.exists() {
        return Ok(Outcome::Skipped("no ../shared"));
    }
    let folder = project::path("target/eval");
    fs::create_dir_all(&folder)?;
    let report = folder.join("seeds.json");
    let figures = folder.join("figures.json");

    run(cargo().args([
        "build",
        "--release",
        "--package",
        "wiremark",
        "--bin",
        "wiremark",
    ]))?;
    let articles = ["A", "B", "C", "D", "E"].map(|name| shared.join(format!("seeds/{name}.txt")));
    let mut compare = Command::new(project::path("target/release/wiremark"));
    compare
        .arg("compare")
        .args(articles)
        .args(["--format", "json"]);
    output_into(&mut compare, File::create(&report)?)?;

    let mut score = Command::new("python3");
    score
        .arg(scorer)
        .arg(format!("seeds={}", report.display()))
        .arg("--json")
        .arg(&figures);
    if verbose {
        score.arg("-v");
    }
    run(&mut score)?;
    if check {
        let text = fs::read_to_string(&figures).context("the scorer left no figures")?;
        let stories: serde_json::Value = serde_json::from_str(&text)?;
        let figures: Figures = serde_json::from_value(stories["seeds"].clone())?;
        let below = floors::below(&figures);
        if !below.is_empty() {
            bail!("below the floor:\n{}", below.join("\n"));
        }
        println!("Every figure is at or above its floor.");
    }
    Ok(Outcome::Done)
}
