//! Fits the model of passages that say the same in other words, prints how well it does, and writes
//! its weights:
//!
//! ```text
//! cargo run --release -p rewritten
//! ```

mod corpus;
mod example;
mod pairs;
mod regression;
mod source;
mod stories;

use corpus::Corpus;
use std::process::ExitCode;

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
    let corpus = Corpus::read()?;
    let weights = regression::fit(&corpus.training());
    for (name, examples) in corpus.parts() {
        println!("{name:28} {}", regression::Figures::of(&weights, examples));
    }
    let path = source::path();
    std::fs::write(&path, source::of(&weights))
        .map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use regression::Figures;

    #[test]
    fn the_shipped_weights_are_those_of_the_data() {
        let corpus = Corpus::read().unwrap();
        let fitted = source::of(&regression::fit(&corpus.training()));
        let shipped = std::fs::read_to_string(source::path()).unwrap();
        let (fitted, shipped) = (source::numbers(&fitted), source::numbers(&shipped));
        assert_eq!(fitted.len(), shipped.len());
        for (one, other) in fitted.iter().zip(&shipped) {
            assert!(
                (one - other).abs() < 0.005,
                "{one} is not {other}: fit again"
            );
        }
    }

    #[test]
    fn held_out_pairs_are_told_apart() {
        let corpus = Corpus::read().unwrap();
        let weights = regression::fit(&corpus.training());
        let figures = Figures::of(&weights, &corpus.held_out);
        assert!(
            figures.precision() >= 0.97 && figures.recall() >= 0.88,
            "{figures}"
        );
    }
}
