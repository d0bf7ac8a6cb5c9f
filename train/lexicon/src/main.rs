//! Compiles the tables of `data/lexicon/` to `data/lexicon.bin`:
//!
//! ```text
//! cargo run -p lexicon
//! ```

mod tables;
mod writer;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let result = tables::read(&data.join("lexicon")).and_then(|names| {
        let bytes = names.into_bytes()?;
        let path = data.join("lexicon.bin");
        std::fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("lexicon.bin: {} bytes", bytes.len());
        Ok(())
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("lexicon: {problem}");
            ExitCode::FAILURE
        }
    }
}
