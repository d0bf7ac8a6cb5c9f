//! Exact spans against a corpus.

use crate::corpus::{Document, Gold};
use std::collections::{BTreeMap, HashSet};
use wiremark::article::Article;
use wiremark::entity::{Kind, Recogniser, outvoted};

/// How confident a mention must be to be shown as sure.
const SURE: f32 = 0.9;

fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "PER",
        Kind::Organisation => "ORG",
        Kind::Place => "LOC",
        _ => "MISC",
    }
}

/// A name found in a document, and how confident.
type Found = (Gold, f32);

fn found(recogniser: &impl Recogniser, document: &Document) -> Vec<Found> {
    let article = Article::parse("", &document.text);
    let mut mentions = recogniser.recognise(&article);
    // As a desk does, of which the document is the only article.
    for ((_, mention), kind) in outvoted(&[(&article, &mentions)]) {
        mentions[mention].kind = kind;
    }
    let name = |it: &wiremark::entity::Mention| {
        let gold = (it.span.range(), tag(it.kind).to_owned());
        (gold, it.confidence)
    };
    mentions.iter().map(name).collect()
}

/// Right, found and gold.
#[derive(Clone, Copy, Default)]
struct Count([usize; 3]);

impl Count {
    fn add(&mut self, found: &HashSet<Gold>, gold: &HashSet<Gold>) {
        let right = found.intersection(gold).count();
        for (sum, count) in self.0.iter_mut().zip([right, found.len(), gold.len()]) {
            *sum += count;
        }
    }

    fn line(self, name: &str) -> String {
        let [right, found, gold] = self.0;
        let share = |all: usize| right as f64 / all.max(1) as f64;
        let (precision, recall) = (share(found), share(gold));
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        format!(
            "{name:12} P {precision:.3} R {recall:.3} F1 {f1:.3} (found {found}, gold {gold})\n"
        )
    }
}

/// Precision, recall and F1 by kind, over persons, organisations and places, and untyped; and how
/// often what is shown as sure is right.
pub fn figures(recogniser: &impl Recogniser, documents: &[Document]) -> String {
    let groups: [(&str, &[&str], bool); 6] = [
        ("LOC", &["LOC"], true),
        ("MISC", &["MISC"], true),
        ("ORG", &["ORG"], true),
        ("PER", &["PER"], true),
        ("PER+ORG+LOC", &["PER", "ORG", "LOC"], true),
        ("untyped", &["PER", "ORG", "LOC", "MISC"], false),
    ];
    let mut counts: BTreeMap<usize, Count> = BTreeMap::new();
    let (mut sure, mut right) = (0, 0);
    for document in documents {
        let found = found(recogniser, document);
        for (at, (_, kinds, typed)) in groups.iter().enumerate() {
            let of = |(range, kind): &Gold| {
                let kind = if *typed { kind.clone() } else { String::new() };
                (range.clone(), kind)
            };
            let chosen = |it: &&Gold| kinds.contains(&it.1.as_str());
            let gold = document.names.iter().filter(chosen).map(of).collect();
            let names = found.iter().map(|it| &it.0);
            let names = names.filter(chosen).map(of).collect();
            counts.entry(at).or_default().add(&names, &gold);
        }
        let confident = found.iter().filter(|it| it.1 >= SURE && it.0.1 != "MISC");
        for (name, _) in confident {
            sure += 1;
            right += usize::from(document.names.contains(name));
        }
    }
    let lines = groups.iter().enumerate();
    let mut out: String = lines.map(|(at, group)| counts[&at].line(group.0)).collect();
    let share = f64::from(right as u32) / f64::from(sure.max(1) as u32);
    out += &format!("sure         P {share:.3} ({sure} persons, bodies and places)\n\n");
    out
}

/// Every name found: its tag, how confident, `right` or `wrong`, and the name.
pub fn confidences(recogniser: &impl Recogniser, documents: &[Document]) -> String {
    let mut out = String::new();
    for document in documents {
        for (name, confidence) in found(recogniser, document) {
            let right = if document.names.contains(&name) {
                "right"
            } else {
                "wrong"
            };
            let (range, kind) = name;
            let words = &document.text[range];
            out += &format!("{kind}\t{confidence}\t{right}\t{words}\n");
        }
    }
    out
}

/// Every name missed or wrongly found, with the words around it.
pub fn misses(recogniser: &impl Recogniser, documents: &[Document]) -> String {
    let mut out = String::new();
    for document in documents {
        let found: HashSet<Gold> = found(recogniser, document)
            .into_iter()
            .map(|it| it.0)
            .collect();
        let gold: HashSet<Gold> = document.names.iter().cloned().collect();
        let text = &document.text;
        for (side, names, others) in [("FALSE", &found, &gold), ("MISS", &gold, &found)] {
            for (range, kind) in names.difference(others) {
                let around = range.start.saturating_sub(40)..(range.end + 30).min(text.len());
                let around = text.get(around).unwrap_or("").replace('\n', " / ");
                let words = &text[range.clone()];
                out += &format!("{side} {kind} [{words}] {around}\n");
            }
        }
    }
    out
}

/// The lines of the corpus with a third column: the tag found.
pub fn tagged(recogniser: &impl Recogniser, documents: &[Document], text: &str) -> String {
    let mut tags = vec![None; text.lines().count()];
    for document in documents {
        let found = found(recogniser, document);
        for &(start, line) in &document.tokens {
            let place = start as usize;
            let name = found.iter().find(|it| it.0.0.contains(&place));
            tags[line as usize] = Some(name.map_or("O".to_owned(), |((range, kind), _)| {
                let begins = if range.start == place { "B" } else { "I" };
                format!("{begins}-{kind}")
            }));
        }
    }
    let lines = text.lines().zip(tags);
    lines
        .map(|(line, tag)| match tag {
            Some(tag) => format!("{line}\t{tag}\n"),
            None => format!("{line}\n"),
        })
        .collect()
}
