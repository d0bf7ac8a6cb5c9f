//! How good the answers are on our own stories, in `tests/stories`.

use crate::evaluation::{self, Outcome};
use crate::facts;
use crate::floors::Figures;
use crate::process::run;
use crate::project;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The stories that may be tuned on.
const TRAINING: [&str; 2] = ["ferry", "verdict"];
/// The stories that are only measured: their misses are never listed.
const HELD_OUT: [&str; 3] = ["merger", "summit", "bridge"];

/// The scorer's names of the main figures.
const MAIN: [&str; 21] = [
    "overlap.same.precision",
    "overlap.same.recall.verbatim",
    "overlap.same.recall.near_verbatim",
    "overlap.same.recall.rewritten",
    "overlap.related.precision",
    "overlap.related.recall.all",
    "overlap.label_accuracy",
    "overlap.moved_accuracy",
    "overlap.same_event_accuracy",
    "quote_change.recall.altered",
    "quote_change.recall.made_indirect",
    "quote_change.precision",
    "quote_change.control_false_alarm_rate",
    "number_differences.recall.disagree",
    "number_differences.recall.update",
    "number_differences.recall.precision",
    "number_differences.false_alarm_rate",
    "entities.PER+ORG+LOC.F1",
    "clusters.b3.F1",
    "quotations.recall",
    "boilerplate.F1",
];

/// Compares the articles of each story, has the answers scored, and prints the main figures.
/// `verbose` lists every miss and false alarm in the training stories.
///
/// # Errors
/// When a program fails, or the gold is older than the marked texts it is made from.
pub fn evaluate(verbose: bool) -> Result<Outcome> {
    let scorer = project::path("../shared/score.py");
    if !scorer.exists() {
        return Ok(Outcome::Skipped("no ../shared"));
    }
    let gold = project::path("tests/stories");
    run(Command::new("python3")
        .arg(gold.join("make_gold.py"))
        .arg("--check")
        .stdout(Stdio::null()))?;
    evaluation::build()?;

    let folder = evaluation::folder()?;
    let figures = folder.join("stories.json");
    let mut jobs = Vec::new();
    for story in TRAINING.iter().chain(&HELD_OUT) {
        let report = folder.join(format!("{story}.json"));
        evaluation::compare(&articles(story)?, &report)?;
        jobs.push(format!("{story}={}", report.display()));
    }
    let score = |jobs: &[String]| {
        let mut score = Command::new("python3");
        score.arg(&scorer).args(jobs).env("WIREMARK_GOLD", &gold);
        score
    };
    if verbose {
        run(score(&jobs[..TRAINING.len()]).arg("-v"))?;
    }
    run(score(&jobs)
        .arg("--json")
        .arg(&figures)
        .stdout(Stdio::null()))?;
    let text = fs::read_to_string(&figures).context("the scorer left no figures")?;
    print(&serde_json::from_str(&text)?);
    println!();
    for story in TRAINING {
        facts::print(
            story,
            &gold.join(story),
            &folder.join(format!("{story}.json")),
        )?;
    }
    Ok(Outcome::Done)
}

/// The articles of a story, in the order of their letters.
fn articles(story: &str) -> Result<Vec<PathBuf>> {
    let mut articles = Vec::new();
    for entry in fs::read_dir(project::path("tests/stories").join(story))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            articles.push(path);
        }
    }
    articles.sort();
    Ok(articles)
}

/// Prints one column for each story.
fn print(stories: &BTreeMap<String, Figures>) {
    let row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        print!("{name:38}");
        cells.for_each(|cell| print!("{cell:>10}"));
        println!();
    };
    let columns = || TRAINING.iter().chain(&HELD_OUT);
    println!();
    row("", &mut columns().map(|story| (*story).to_owned()));
    let uses = TRAINING.map(|_| "training").into_iter();
    let uses = uses.chain(HELD_OUT.map(|_| "held out"));
    row("", &mut uses.map(str::to_owned));
    for figure in MAIN {
        let cell = |story: &&str| match stories.get(*story).and_then(|figures| figures.get(figure))
        {
            Some(Some(value)) => format!("{value:.3}"),
            _ => "-".to_owned(),
        };
        row(figure, &mut columns().map(cell));
    }
}
