//! How well overlaps are found: reused passages in the PAN 2013 training sample, and those of the seed
//! articles.

use crate::evaluation::{self, Outcome};
use crate::pan::{self, CLASSES, Half};
use crate::plagdet::{Pair, Passages, Score};
use crate::process::output_into;
use crate::project;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs::{self, File};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

/// Plagdet that the held-out half must reach, by class and over all. A change may raise a floor, never
/// lower one.
const FLOORS: [(&str, f64); 5] = [
    ("none", 0.99),
    ("random", 0.91),
    ("translation", 0.93),
    ("summary", 0.9),
    ("entire", 0.945),
];
/// Most detections of one case, on average.
const MOST_GRANULARITY: f64 = 1.01;
/// Most unrelated pairs with a detection, of 1,000.
const MOST_FALSE_ALARMS: f64 = 2.0;
/// How many unrelated pairs the news profile is shown, and most marks in them.
const UNRELATED: usize = 100;
const MOST_MARKS: usize = 1;

/// A pair of the sample: its documents, and what was found in it.
struct Compared {
    class: &'static str,
    suspicious: String,
    source: String,
    pair: Pair,
}

/// Scores both profiles, and prints the bar beside every figure. `check` fails when one is missed,
/// `verbose` lists every miss and false alarm.
///
/// # Errors
/// When a program fails or, on request, a bar is missed.
pub fn evaluate(check: bool, verbose: bool) -> Result<Outcome> {
    let corpus = project::path("../shared/data/overlap/pan13-train");
    if !corpus.exists() {
        return Ok(Outcome::Skipped("no ../shared"));
    }
    evaluation::build()?;

    let mut compared = Vec::new();
    for (class, name) in CLASSES {
        compared.extend(compare(&corpus, class, name, "corpus")?);
    }
    if verbose {
        compared.iter().for_each(list_errors);
    }
    let mut missed = report(&compared);
    let news = compare(&corpus, CLASSES[0].0, CLASSES[0].1, "news")?;
    missed.extend(report_unrelated(&compared, &news));

    println!("\nNews profile, on the seed articles:");
    for line in evaluation::figures_of_overlaps()?.unwrap_or_default() {
        println!("    {line}");
    }
    if check && !missed.is_empty() {
        bail!("missed:\n    {}", missed.join("\n    "));
    }
    Ok(Outcome::Done)
}

/// Has the command line compare the pairs of a class.
fn compare(corpus: &Path, class: &str, name: &'static str, profile: &str) -> Result<Vec<Compared>> {
    let detections = evaluation::folder()?.join(format!("{name}-{profile}.jsonl"));
    let mut command = Command::new(project::path("target/release/wiremark"));
    command
        .args([
            "compare",
            "--profile",
            profile,
            "--format",
            "pan",
            "--pairs",
        ])
        .arg(pan::list(corpus, class));
    output_into(&mut command, File::create(&detections)?)?;
    let lines = fs::read_to_string(&detections)?;
    lines
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line)?;
            let field = |name: &str| line[name].as_str().context("no such field");
            let (suspicious, source) = (field("susp")?.to_owned(), field("src")?.to_owned());
            let found = serde_json::from_value::<Vec<[u32; 4]>>(line["det"].clone())?;
            let found = found.into_iter().map(|[a0, a1, b0, b1]| Passages {
                a: a0..a1,
                b: b0..b1,
            });
            let pair = Pair {
                cases: pan::cases(corpus, class, &suspicious, &source)?,
                detections: found.collect(),
            };
            Ok(Compared {
                class: name,
                suspicious,
                source,
                pair,
            })
        })
        .collect::<Result<_>>()
        .with_context(|| format!("{} is not as expected", detections.display()))
}

/// Prints the figures of each class and half, and returns those of the held-out half that miss their
/// bar.
fn report(compared: &[Compared]) -> Vec<String> {
    println!(
        "Corpus profile, on the PAN 2013 training sample (tuned on one half, held to the other):"
    );
    println!(
        "    half      class        pairs  cases  plagdet   precision  recall  granularity  floor"
    );
    let mut missed = Vec::new();
    for (half, shown) in [(Half::Tuned, "tuned"), (Half::HeldOut, "held out")] {
        for (class, floor) in FLOORS {
            let pairs: Vec<&Pair> = compared
                .iter()
                .filter(|found| class == "entire" || found.class == class)
                .filter(|found| Half::of(&found.suspicious) == half)
                .map(|found| &found.pair)
                .collect();
            let score = Score::of(pairs.iter().copied());
            println!(
                "    {shown:9} {class:11}{:>7}{:>7}    {:.4}       {:.3}   {:.3}        {:.3}  {floor:.3}",
                pairs.len(),
                score.cases,
                score.plagdet(),
                score.precision,
                score.recall,
                score.granularity,
            );
            if half == Half::HeldOut && score.plagdet() < floor {
                missed.push(format!(
                    "plagdet of {class} is {:.4}, its floor {floor}",
                    score.plagdet()
                ));
            }
            if half == Half::HeldOut && class == "entire" && score.granularity > MOST_GRANULARITY {
                missed.push(format!("granularity is {:.4}", score.granularity));
            }
        }
    }
    missed
}

/// Prints what was found in unrelated pairs, by either profile, and returns what is too much.
fn report_unrelated(compared: &[Compared], news: &[Compared]) -> Vec<String> {
    let alarmed = |found: &&Compared| !found.pair.detections.is_empty();
    let unrelated: Vec<_> = compared
        .iter()
        .filter(|found| found.pair.cases.is_empty())
        .collect();
    let alarms = unrelated.iter().filter(|found| alarmed(found)).count();
    let strangers = compared.iter().filter(|found| found.class == CLASSES[0].1);
    let among_strangers = strangers.filter(alarmed).count();
    let marks: usize = news
        .iter()
        .take(UNRELATED)
        .map(|found| found.pair.detections.len())
        .sum();
    println!("\nUnrelated pairs in which something was found:");
    println!(
        "    corpus profile: {alarms} of {} without a case (bar: {MOST_FALSE_ALARMS} in 1,000), {among_strangers} of \
         {} unrelated",
        unrelated.len(),
        news.len(),
    );
    println!(
        "    news profile: {} of {}; marks in the first {UNRELATED}: {marks} (bar: {MOST_MARKS})",
        news.iter().filter(alarmed).count(),
        news.len(),
    );
    let mut missed = Vec::new();
    if alarms as f64 * 1000.0 > MOST_FALSE_ALARMS * unrelated.len() as f64 {
        missed.push(format!("{alarms} false alarms of the corpus profile"));
    }
    if marks > MOST_MARKS {
        missed.push(format!(
            "{marks} marks of the news profile in unrelated pairs"
        ));
    }
    missed
}

/// Prints the cases of a pair that were missed, and the detections that meet none.
fn list_errors(found: &Compared) {
    let about = |kind: &str, passages: &Passages| {
        let shown = |range: &Range<u32>| format!("{}..{}", range.start, range.end);
        println!(
            "{kind} {} {} {} in {} {}",
            found.class,
            found.suspicious,
            shown(&passages.a),
            found.source,
            shown(&passages.b),
        );
    };
    let Pair { cases, detections } = &found.pair;
    let alone = |one: &&Passages, others: &[Passages]| !others.iter().any(|other| one.meets(other));
    for case in cases.iter().filter(|case| alone(case, detections)) {
        about("MISS ", case);
    }
    for detection in detections
        .iter()
        .filter(|detection| alone(detection, cases))
    {
        about("FALSE", detection);
    }
}
