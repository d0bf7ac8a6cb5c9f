//! Measures the text layer against data that is not part of the project. Without the data every
//! measure says so and passes.

use serde::Deserialize;
use std::fs;
use std::path::PathBuf;
use wiremark::article::Article;

/// The folder beside the checkout that holds the measuring data.
fn shared(path: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let text = fs::read_to_string(folder.join(path)).ok();
    if text.is_none() {
        println!("skipped: no ../shared/{path}");
    }
    text
}

#[derive(Deserialize)]
struct GoldenRule {
    text: String,
    sentences: Vec<String>,
}

/// The English Golden Rules of sentence segmentation. 48 rules; other segmenters reach 46 or 47.
#[test]
fn golden_rules_of_sentence_segmentation() {
    let Some(rules) = shared("data/text/golden-rules-en.json") else {
        return;
    };
    let rules: Vec<GoldenRule> = serde_json::from_str(&rules).expect("the rules are a JSON list");
    let mut kept = 0;
    for rule in &rules {
        let article = Article::parse("rule", &rule.text);
        let sentences: Vec<&str> = article
            .sentences()
            .iter()
            .map(|sentence| sentence.span.of(article.text()))
            .collect();
        if sentences == rule.sentences {
            kept += 1;
        } else {
            println!("broken: {sentences:?}\n   rule: {:?}", rule.sentences);
        }
    }
    println!("golden rules kept: {kept} of {}", rules.len());
    assert!(kept + 1 >= rules.len(), "{kept} of {}", rules.len());
}

/// Who says each quotation of the seed articles: the article, where the quotation opens, and where
/// the words begin that name its speaker. Labelled by reading; offsets are UTF-16 code units.
const SPEAKERS: [(&str, u32, u32); 29] = [
    ("A", 113, 18),
    ("A", 415, 599),
    ("A", 906, 670),
    ("A", 1385, 1353),
    ("A", 1477, 1353),
    ("A", 1747, 1353),
    ("A", 1828, 1972),
    ("B", 107, 0),
    ("B", 397, 582),
    ("B", 852, 602),
    ("B", 1381, 1342),
    ("B", 1457, 1342),
    ("B", 1718, 1342),
    ("B", 1798, 1945),
    ("C", 67, 102),
    ("C", 258, 151),
    ("C", 547, 731),
    ("C", 1055, 819),
    ("C", 1725, 1900),
    ("C", 2370, 2320),
    ("C", 2463, 2320),
    ("C", 2733, 2320),
    ("C", 2814, 2958),
    ("C", 3201, 3289),
    ("D", 217, 551),
    ("E", 472, 747),
    ("E", 944, 1284),
    ("E", 1526, 1710),
    ("E", 1832, 2074),
];

/// Speakers of the seed articles' quotations.
#[test]
fn speakers_of_quotations() {
    let mut right = 0;
    for name in ["A", "B", "C", "D", "E"] {
        let Some(text) = shared(&format!("seeds/{name}.txt")) else {
            return;
        };
        let article = Article::parse(name, &text);
        let labels = SPEAKERS.iter().filter(|label| label.0 == name);
        for &(_, quotation, speaker) in labels {
            let quotations = article.quotations().iter();
            let found = quotations
                .filter(|found| article.utf16(found.span).start == quotation)
                .find_map(|found| found.speaker);
            let found = found.map(|found| article.utf16(found).start);
            if found == Some(speaker) {
                right += 1;
            } else {
                println!("{name} {quotation}: speaker at {found:?}, not {speaker}");
            }
        }
    }
    println!("speakers right: {right} of {}", SPEAKERS.len());
    assert!(right * 10 >= SPEAKERS.len() * 9);
}
