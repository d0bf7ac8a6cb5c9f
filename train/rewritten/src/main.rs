//! Fits the model of passages that say the same in other words, and writes its weights:
//!
//! ```text
//! cargo run --release -p rewritten
//! ```

mod example;
mod pairs;
mod regression;
mod stories;

use example::Example;
use regression::{Weights, fit, odds};
use std::path::Path;
use std::process::ExitCode;
use wiremark::overlap::rewritten::FEATURES;

/// Every so many stories of `pairs.tsv` one is held out.
const HELD_OUT: usize = 5;
/// With how many of the following stories each is compared as unrelated.
const UNRELATED: usize = 4;
/// The stories of `tests/stories` that may be learned from.
const STORIES: [&str; 2] = ["ferry", "verdict"];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("rewritten: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = here.join("pairs.tsv");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let written = pairs::read(&text)?;
    let (mut hard, mut hard_held) = (Vec::new(), Vec::new());
    let (mut training, mut held_out, mut unrelated) = (Vec::new(), Vec::new(), Vec::new());
    for (index, story) in written.iter().enumerate() {
        let part = if index % HELD_OUT == 0 {
            &mut held_out
        } else {
            &mut training
        };
        part.extend(story.examples());
        let hard_part = if index % HELD_OUT == 0 {
            &mut hard_held
        } else {
            &mut hard
        };
        hard_part.extend(story.different(&written[(index + 1) % written.len()]));
        for step in 1..=UNRELATED {
            unrelated.extend(story.unlike(&written[(index + step) % written.len()]));
        }
    }
    let (count_hard, mut stories) = (hard.len(), Vec::new());
    for name in STORIES {
        stories.push(stories::read(&here.join("../../tests/stories").join(name))?);
    }
    let versions: Vec<_> = stories.iter().flat_map(stories::Story::examples).collect();
    unrelated.extend(stories[0].unlike(&stories[1]));
    let mut all: Vec<Example> = Vec::new();
    let ends = [training.len(), versions.len(), unrelated.len()];
    all.extend(training);
    all.extend(versions);
    all.extend(unrelated);
    all.extend(hard);
    let weights = fit(&all);
    let parts = [
        ("pairs", &all[..ends[0]]),
        ("stories", &all[ends[0]..ends[0] + ends[1]]),
        ("unrelated", &all[ends[0] + ends[1]..all.len() - count_hard]),
        ("hard", &all[all.len() - count_hard..]),
        ("hard held", &hard_held[..]),
        ("held out", &held_out[..]),
    ];
    for threshold in [-1.0, -0.5, 0.0, 0.5, 1.0] {
        println!("threshold {threshold}");
        for (name, examples) in parts {
            println!("  {name:10} {}", figures(&weights, examples, threshold));
        }
    }
    println!("{:8.3} bias", weights[0]);
    for (name, weight) in FEATURES.iter().zip(&weights[1..]) {
        println!("{weight:8.3} {name}");
    }
    let rows: Vec<String> = weights[1..]
        .iter()
        .zip(FEATURES)
        .map(|(w, f)| format!("    {w:.3}, // {f}\n"))
        .collect();
    let source = format!(
        "//! The weights of the model, written by `train/rewritten`.\n\nuse super::Features;\n\n/// The odds, as a logarithm, before anything is observed.\npub(super) const BIAS: f32 = {:.3};\n/// What each feature adds to them.\npub(super) const WEIGHTS: Features = [\n{}];\n",
        weights[0],
        rows.concat()
    );
    std::fs::write(here.join("../../src/overlap/rewritten/weights.rs"), source)
        .map_err(|e| e.to_string())
}

/// Precision and recall at a threshold.
fn figures(weights: &Weights, examples: &[Example], threshold: f64) -> String {
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for example in examples {
        let says = odds(weights, example) >= threshold;
        found += usize::from(says);
        gold += usize::from(example.same);
        right += usize::from(says && example.same);
    }
    let share = |all: usize| right as f64 / all.max(1) as f64;
    format!(
        "P {:.3} R {:.3} ({right} of {found} found, {gold} gold, {} examples)",
        share(found),
        share(gold),
        examples.len()
    )
}
