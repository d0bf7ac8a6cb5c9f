//! How good the answers are: the command line against articles that were marked by hand.
//!
//! Neither the articles nor the scorer belong to the project. They lie beside it, in `../shared`,
//! where there are any.

use crate::facts;
use crate::floors::{self, Figures};
use crate::process::{cargo, output_into, run};
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What became of a task.
pub enum Outcome {
    /// It was done, and well.
    Done,
    /// It could not be done here, and why.
    Skipped(&'static str),
}

/// The tests that measure readings, by how each begins the lines it prints, and the bar.
const MEASURES: [(&str, &str); 5] = [
    ("golden rules kept: ", "all but one"),
    ("speakers right: ", "9 in 10"),
    ("quantities: ", "19 in 20"),
    ("dates: ", "19 in 20"),
    ("twice as many ", "at most 2.3 times"),
];

/// What the scorer calls the figures of the text layer.
const TEXT_FIGURES: [&str; 3] = ["sentences.", "quotations.", "boilerplate."];

/// Compares the seed articles and scores the answer. `check` fails when a figure is below its floor,
/// `verbose` lists every miss and false alarm.
///
/// # Errors
/// When a program fails or, on request, a figure is below its floor.
pub fn seeds(check: bool, verbose: bool) -> Result<Outcome> {
    let scored = score(|scorer| {
        if verbose {
            scorer.arg("-v");
        }
    })?;
    let Some(figures) = scored else {
        return Ok(Outcome::Skipped("no ../shared"));
    };
    let gold = project::path("../shared/seeds");
    facts::print("seeds", &gold, &folder()?.join("seeds.json"))?;
    if check {
        hold(&figures)?;
        println!("Every figure is at or above its floor.");
    }
    Ok(Outcome::Done)
}

/// Measures the text layer, and prints the bar beside every figure. `check` fails when a figure of
/// the seed articles is below its floor.
///
/// # Errors
/// When a program fails or a test misses its bar; on request, when a figure is below its floor.
pub fn text(check: bool) -> Result<()> {
    let scored = score(|scorer| {
        scorer.stdout(Stdio::null());
    })?;
    let lines = folder()?.join("text.txt");
    let mut tests = cargo();
    tests
        .args(["test", "--quiet", "--no-fail-fast"])
        .args(["text_eval", "quantities", "dates", "linear"].map(|name| format!("--test={name}")))
        .args(["--", "--include-ignored", "--nocapture"]);
    let tested = output_into(&mut tests, File::create(&lines)?);

    match &scored {
        Some(figures) => {
            println!("\nOn the seed articles:");
            for line in floors::lines(figures, &TEXT_FIGURES) {
                println!("    {line}");
            }
        }
        None => println!("skipped the seed articles: no ../shared"),
    }
    println!("\nIn tables and rules:");
    for line in fs::read_to_string(&lines)?.lines() {
        // The harness may print its dots on the same line.
        let measure = MEASURES
            .iter()
            .find_map(|(start, bar)| Some((&line[line.find(start)?..], bar)));
        match measure {
            Some((figure, bar)) => println!("    {figure:58}bar: {bar}"),
            None if line.contains("skipped: ") => println!("    {line}"),
            None => {}
        }
    }
    tested.context("the whole output is in target/eval/text.txt")?;
    if let (true, Some(figures)) = (check, &scored) {
        hold(figures)?;
    }
    Ok(())
}

/// Measures how names are recognised in `files`, or prints what was recognised.
///
/// # Errors
/// When a file cannot be read.
pub fn names(predictions: bool, files: &[PathBuf]) -> Result<()> {
    let here = std::env::current_dir()?;
    let task = if predictions { "predict" } else { "score" };
    let mut evaluate = cargo();
    evaluate
        .args([
            "run",
            "--quiet",
            "--release",
            "--package=evaluate",
            "--",
            task,
        ])
        .args(files.iter().map(|file| here.join(file)));
    run(&mut evaluate)
}

/// The figures of the overlaps of the seed articles, a line for each with its floor. Nothing where
/// there are no seed articles.
///
/// # Errors
/// When a program fails.
pub fn figures_of_overlaps() -> Result<Option<Vec<String>>> {
    let scored = score(|scorer| {
        scorer.stdout(Stdio::null());
    })?;
    Ok(scored.map(|figures| floors::lines(&figures, &["overlap."])))
}

/// Fails when a figure is below its floor.
fn hold(figures: &Figures) -> Result<()> {
    let below = floors::below(figures);
    if !below.is_empty() {
        bail!("below the floor:\n    {}", below.join("\n    "));
    }
    Ok(())
}

/// Compares the seed articles and has the answer scored, or nothing where there are none. `adapt`
/// says how the scorer is to run.
fn score(adapt: impl FnOnce(&mut Command)) -> Result<Option<Figures>> {
    let shared = project::path("../shared");
    let scorer = shared.join("score.py");
    if !scorer.exists() {
        return Ok(None);
    }
    let report = folder()?.join("seeds.json");
    let figures = folder()?.join("figures.json");

    build()?;
    let articles = ["A", "B", "C", "D", "E"].map(|name| shared.join(format!("seeds/{name}.txt")));
    compare(&articles, &report)?;

    let mut score = Command::new("python3");
    score
        .arg(scorer)
        .arg(format!("seeds={}", report.display()))
        .arg("--json")
        .arg(&figures);
    adapt(&mut score);
    run(&mut score)?;
    let text = fs::read_to_string(&figures).context("the scorer left no figures")?;
    let stories: serde_json::Value = serde_json::from_str(&text)?;
    Ok(Some(serde_json::from_value(stories["seeds"].clone())?))
}

/// Builds the command line.
pub(crate) fn build() -> Result<()> {
    run(cargo().args([
        "build",
        "--release",
        "--package",
        "wiremark",
        "--bin",
        "wiremark",
    ]))
}

/// Compares the articles and writes the report as JSON.
pub(crate) fn compare(articles: &[PathBuf], report: &Path) -> Result<()> {
    let mut compare = Command::new(project::path("target/release/wiremark"));
    compare
        .arg("compare")
        .args(articles)
        .args(["--format", "json"]);
    output_into(&mut compare, File::create(report)?)
}

/// Where the answers and their figures go.
pub(crate) fn folder() -> Result<PathBuf> {
    let folder = project::path("target/eval");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
