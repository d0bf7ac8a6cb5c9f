//! A draft that is edited beside its wire copy: only what an edit touches is read again.
//!
//!     cargo run --example live

use std::error::Error;
use wiremark::desk::Desk;

const WIRE: &str = "The city council closed the old harbour bridge on Monday after engineers found cracks in \
    two of its pillars. Mayor Ada Brenner said the repair would take six weeks.";

/// The draft, as it grows.
const DRAFTS: [&str; 3] = [
    "The old harbour bridge is closed.",
    "The old harbour bridge is closed. Mayor Ada Brenner said the repair would take eight weeks.",
    "The old harbour bridge is closed. Mayor Ada Brenner said the repair would take six weeks.",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut desk = Desk::new();
    desk.add("Wire", WIRE);
    let draft = desk.add("Our draft", "");
    for text in DRAFTS {
        desk.set_text(draft, text)?;
        let report = desk.report();
        // Row by row: how much of each article is found in each other.
        let shared = report.coverage[1][0];
        println!(
            "{:3.0} % of the draft is the wire's: {text}",
            shared * 100.0
        );
        for difference in &report.number_differences {
            println!("      figures {:?}", difference.kind);
        }
    }
    Ok(())
}
