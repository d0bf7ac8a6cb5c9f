//! Measures the recogniser on annotated corpora, and writes what is observed in them:
//!
//! ```text
//! cargo run --release -p evaluate -- score FILE...      exact spans: precision, recall, F1
//! cargo run --release -p evaluate -- rules FILE...      the same without the trained model
//! cargo run --release -p evaluate -- predict FILE...    the tokens with both tags
//! cargo run --release -p evaluate -- misses FILE...     every name missed or wrongly found
//! cargo run --release -p evaluate -- confidences FILE.. each name found, how sure, and whether right
//! cargo run --release -p evaluate -- ruled FILE...      the same without the trained model
//! cargo run --release -p evaluate -- evidence FILE...   what is observed of each open candidate
//! cargo run --release -p evaluate -- features FILE...   what the model is told of each token
//! ```
//! Files hold one token and tag a line, tab-separated, in BIO notation, with a blank line between
//! sentences and `-DOCSTART-` between documents.

mod corpus;
mod score;
mod training;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use wiremark::entity::lexicon::Lexicon;
use wiremark::entity::rules::RuleRecogniser;
use wiremark::entity::tagger::Tagger;

const TASKS: &str = "score, rules, predict, misses, confidences, ruled, evidence or features";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(task), files) = (arguments.next(), arguments) else {
        eprintln!("evaluate: say {TASKS}, and name files");
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

/// The bytes of a file in `data/`.
fn data(name: &str) -> Result<Vec<u8>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    std::fs::read(path.join(name)).map_err(|error| format!("data/{name}: {error}"))
}

fn run(task: &str, files: impl Iterator<Item = String>) -> Result<(), String> {
    let lexicon = Lexicon::from_bytes(&data("lexicon.bin")?).map_err(|error| error.to_string())?;
    let lexicon = Arc::new(lexicon);
    let rules = RuleRecogniser::new(Arc::clone(&lexicon));
    let mut tagger = Tagger::new(Arc::clone(&lexicon));
    if matches!(task, "score" | "predict" | "misses" | "confidences") {
        let loaded = tagger.load(&data("model.bin")?);
        loaded.map_err(|error| error.to_string())?;
    }
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let documents = corpus::read(&text);
        match task {
            "score" | "rules" => print!("{file}\n{}", score::figures(&tagger, &documents)),
            "misses" => print!("{file}\n{}", score::misses(&tagger, &documents)),
            "predict" => print!("{}", score::tagged(&tagger, &documents, &text)),
            "confidences" | "ruled" => print!("{}", score::confidences(&tagger, &documents)),
            "evidence" => training::evidence(&rules, &documents),
            "features" => training::features(&lexicon, &documents),
            _ => return Err(format!("{task}: not a task; say {TASKS}")),
        }
    }
    Ok(())
}
