//! What two versions of a story share, and what differs: the whole report as JSON, as the command line prints it.
//!
//!     cargo run --example compare www/samples/harbour/northwire.txt www/samples/harbour/our-draft.txt

use std::error::Error;
use wiremark::desk::Desk;

/// Compared where no files are given.
const VERSIONS: [&str; 2] = [
    "Ten countries agreed in Geneva on Monday to cut the emissions of cargo ships.",
    "Twelve countries agreed in Geneva on Monday to cut the emissions of cargo ships.",
];

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let mut desk = Desk::new();
    if files.is_empty() {
        for text in VERSIONS {
            desk.add("", text);
        }
    }
    for file in &files {
        desk.add(file, &std::fs::read_to_string(file)?);
    }
    let report = desk.report();
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}
