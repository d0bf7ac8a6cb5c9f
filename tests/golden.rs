//! Golden files: the whole report over the sample story, as people and as programs see it.
//!
//! `cargo insta review` shows what a change did to them.

use std::path::Path;
use wiremark::desk::Desk;
use wiremark::export::text::{Ink, annotation, comparison};

/// A desk with the five versions of the sample story, in the order of its index.
fn sample_desk() -> Desk {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples/harbour");
    let index = std::fs::read_to_string(folder.join("index.json")).expect("the sample's index");
    let index: serde_json::Value = serde_json::from_str(&index).expect("the index is JSON");
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon.bin");
    let mut desk = Desk::new();
    desk.load_lexicon(&std::fs::read(lexicon).expect("the lexicon"))
        .expect("the lexicon is of this version");
    for entry in index.as_array().expect("a list of articles") {
        let field = |key: &str| entry[key].as_str().expect("a name and a file").to_owned();
        let text = std::fs::read_to_string(folder.join(field("file"))).expect("a sample text");
        desk.add(&field("name"), &text);
    }
    desk
}

#[test]
fn the_comparison_of_the_sample_story() {
    let desk = sample_desk();
    insta::assert_snapshot!(comparison(&desk, &desk.report(), Ink::Plain));
}

#[test]
fn the_annotation_of_the_sample_story() {
    let desk = sample_desk();
    insta::assert_snapshot!(annotation(&desk, &desk.report(), Ink::Plain));
}
