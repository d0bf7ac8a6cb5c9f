//! Who and what a text names.
//!
//!     cargo run --example annotate www/samples/harbour/northwire.txt

use std::error::Error;
use wiremark::desk::Desk;

/// The names known before any text is read. A program of your own reads the file or holds it, as here.
const LEXICON: &[u8] = include_bytes!("../data/lexicon.bin");

/// Read where no file is given.
const TEXT: &str =
    "OSLO, May 3 - Norway's Equinor said on Monday that Anna Berg would lead its 2,000 engineers.";

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => TEXT.to_owned(),
    };
    let mut desk = Desk::annotating();
    desk.load_lexicon(LEXICON)?;
    desk.add("a text", &text);
    let report = desk.report();
    for entity in &report.entities {
        println!("{:?}: {}", entity.kind, entity.name);
    }
    for mention in &report.articles[0].mentions {
        if let Some(value) = &mention.value {
            println!("{:?}: {} = {value}", mention.kind, mention.text);
        }
    }
    Ok(())
}
