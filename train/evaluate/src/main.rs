//! Measures the recogniser on annotated corpora:
//!
//! ```text
//! cargo run --release -p evaluate -- score FILE...      exact spans: precision, recall, F1
//! cargo run --release -p evaluate -- misses FILE...     every name missed or wrongly found
//! cargo run --release -p evaluate -- evidence FILE...   what is observed of each open candidate
//! ```
//! Files hold one token and tag a line, tab-separated, in BIO notation, with a blank line between
//! sentences and `-DOCSTART-` between documents.

mod corpus;

use corpus::{Document, Gold};
use std::collections::{BTreeMap, HashSet};
use std::process::ExitCode;
use std::sync::Arc;
use wiremark::article::Article;
use wiremark::entity::lexicon::Lexicon;
use wiremark::entity::rules::RuleRecogniser;
use wiremark::entity::{Kind, Recogniser};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(task), files) = (arguments.next(), arguments) else {
        eprintln!("evaluate: say score, misses or evidence, and name files");
        return ExitCode::FAILURE;
    };
    match run(&task, files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("evaluate: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &str, files: impl Iterator<Item = String>) -> Result<(), String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/lexicon.bin");
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let lexicon = Lexicon::from_bytes(&bytes).map_err(|error| error.to_string())?;
    let recogniser = RuleRecogniser::new(Arc::new(lexicon));
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let documents = corpus::read(&text);
        match task {
            "score" => println!("{file}\n{}", score(&recogniser, &documents, false)),
            "misses" => println!("{file}\n{}", score(&recogniser, &documents, true)),
            "evidence" => evidence(&recogniser, &documents),
            _ => return Err(format!("{task}: not a task; say score, misses or evidence")),
        }
    }
    Ok(())
}

fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "PER",
        Kind::Organisation => "ORG",
        Kind::Place => "LOC",
        _ => "MISC",
    }
}

/// Precision, recall and F1 by kind, and over persons, organisations and places.
fn score(recogniser: &impl Recogniser, documents: &[Document], misses: bool) -> String {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut out = String::new();
    for document in documents {
        let article = Article::parse("", &document.text);
        let found: HashSet<Gold> = recogniser
            .recognise(&article)
            .iter()
            .map(|mention| (mention.span.range(), tag(mention.kind).to_owned()))
            .collect();
        let gold: HashSet<Gold> = document.names.iter().cloned().collect();
        for (names, others, column) in [(&found, &gold, 1), (&gold, &found, 2)] {
            for name in names {
                let kind = ["PER", "ORG", "LOC", "MISC"]
                    .into_iter()
                    .find(|kind| *kind == name.1);
                let count = counts.entry(kind.unwrap_or("?")).or_default();
                count[column] += 1;
                if others.contains(name) {
                    count[0] += usize::from(column == 1);
                } else if misses {
                    let around =
                        name.0.start.saturating_sub(40)..(name.0.end + 30).min(document.text.len());
                    let around = document.text.get(around).unwrap_or("").replace('\n', " / ");
                    let side = if column == 1 { "FALSE" } else { "MISS" };
                    let words = &document.text[name.0.clone()];
                    out += &format!("{side} {} [{words}] {around}\n", name.1);
                }
            }
        }
    }
    let main = ["PER", "ORG", "LOC"];
    let sum = main.map(|kind| counts.get(kind).copied().unwrap_or_default());
    let sum = [0, 1, 2].map(|column| sum.iter().map(|count| count[column]).sum());
    for (name, [right, found, gold]) in counts.into_iter().chain([("PER+ORG+LOC", sum)]) {
        let share = |all: usize| right as f64 / all.max(1) as f64;
        let (precision, recall) = (share(found), share(gold));
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        out += &format!(
            "{name:12} P {precision:.3} R {recall:.3} F1 {f1:.3} (found {found}, gold {gold})\n"
        );
    }
    out
}

/// One candidate a line: its tag in the corpus (`O` for none), then what is observed.
fn evidence(recogniser: &RuleRecogniser, documents: &[Document]) {
    for document in documents {
        let article = Article::parse("", &document.text);
        for (span, observed) in recogniser.undecided(&article) {
            let gold = document
                .names
                .iter()
                .find(|(range, _)| *range == span.range());
            let overlaps = document.names.iter().any(|(range, _)| {
                range.start < span.end as usize && (span.start as usize) < range.end
            });
            let tag = match gold {
                Some((_, kind)) => kind,
                None if overlaps => "PART",
                None => "O",
            };
            println!("{tag}\t{}", observed.join("\t"));
        }
    }
}
