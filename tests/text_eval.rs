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
