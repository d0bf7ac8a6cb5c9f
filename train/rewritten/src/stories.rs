//! Stories: everything that the model is asked about two versions, and whether they are aligned there.
//! Those of `tests/stories` have gold; those in `stories` are written for training alone and are
//! marked in the text: `{fact|what states it}`. Versions stand apart by a line of `=====`.

use crate::example::{Example, Read};
use serde_json::Value;
use std::path::Path;
use wiremark::overlap::rewritten::{Observation, observations};
use wiremark::span::Span;

/// The share of a question that must be aligned for it to say the same, and under which it does not.
const SAME: f64 = 0.7;
const OTHER: f64 = 0.3;

/// How often a question counts: it is what the model will be asked.
const OFTEN: f64 = 3.0;

/// The articles of a story and what is aligned between them.
pub struct Story {
    articles: Vec<(String, Read)>,
    /// The pair of articles, and spans of both in bytes.
    aligned: Vec<(String, Span, Span)>,
}

/// Reads a story's folder.
///
/// # Errors
/// When a file is missing or the gold is not as expected.
pub fn read(folder: &Path) -> Result<Story, String> {
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let gold: Value = serde_json::from_str(&text("gold.json")?).map_err(|e| e.to_string())?;
    let broken = || format!("{}: not gold as the README describes it", folder.display());
    let mut articles = Vec::new();
    for name in gold["files"].as_object().ok_or_else(broken)?.keys() {
        articles.push((name.clone(), Read::new(&text(&format!("{name}.txt"))?)));
    }
    let mut aligned = Vec::new();
    for alignment in gold["alignments"].as_array().ok_or_else(broken)? {
        let pair = alignment["pair"].as_str().ok_or_else(broken)?;
        let span = |side: &str| {
            let side = &alignment[side];
            let (_, read) = articles
                .iter()
                .find(|(name, _)| side["file"] == name.as_str())?;
            let text = read.article.text();
            let byte = |at: &str| {
                let at = side[at].as_u64()? as usize;
                let place = text
                    .char_indices()
                    .nth(at)
                    .map_or(text.len(), |(byte, _)| byte);
                Some(place as u32)
            };
            Some(Span::new(byte("start")?, byte("end")?))
        };
        let (a, b) = span("a").zip(span("b")).ok_or_else(broken)?;
        aligned.push((pair.to_owned(), a, b));
    }
    Ok(Story { articles, aligned })
}

/// Reads the stories of a folder that are marked in the text, by their names.
///
/// # Errors
/// When a file is missing or a mark is not closed.
pub fn marked(folder: &Path) -> Result<Vec<Story>, String> {
    let broken = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(broken)? {
        paths.push(entry.map_err(broken)?.path());
    }
    paths.sort();
    let mut stories = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(broken)?;
        let mut articles = Vec::new();
        let mut facts: Vec<Vec<(&str, Span)>> = Vec::new();
        for version in text.split("=====\n") {
            let (text, found) =
                unmarked(version).ok_or_else(|| format!("{}: open mark", path.display()))?;
            articles.push((articles.len().to_string(), Read::new(&text)));
            facts.push(found);
        }
        let mut aligned = Vec::new();
        for one in 0..facts.len() {
            for other in one + 1..facts.len() {
                for (fact, a) in &facts[one] {
                    let same = facts[other].iter().filter(|(name, _)| name == fact);
                    aligned.extend(same.map(|(_, b)| (format!("{one}{other}"), *a, *b)));
                }
            }
        }
        stories.push(Story { articles, aligned });
    }
    Ok(stories)
}

/// A text without its marks, and what they say of it.
fn unmarked(marked: &str) -> Option<(String, Vec<(&str, Span)>)> {
    let (mut text, mut facts) = (String::new(), Vec::new());
    let mut parts = marked.split('{');
    text.push_str(parts.next()?);
    for part in parts {
        let (names, rest) = part.split_once('|')?;
        let (stating, behind) = rest.split_once('}')?;
        let start = text.len() as u32;
        text.push_str(stating);
        let span = Span::new(start, text.len() as u32);
        facts.extend(names.split(' ').map(|name| (name, span)));
        text.push_str(behind);
    }
    Some((text, facts))
}

impl Story {
    /// Everything that is asked about its articles, where the gold says clearly what is right.
    pub fn examples(&self) -> Vec<Example> {
        let mut examples = Vec::new();
        for (index, (name_a, a)) in self.articles.iter().enumerate() {
            for (name_b, b) in &self.articles[index + 1..] {
                let pair = format!("{name_a}{name_b}");
                let asked = observations((&a.article, &a.print), (&b.article, &b.print));
                examples.extend(asked.into_iter().filter_map(|observation| {
                    let share = self.aligned_share(&pair, &observation);
                    (!(OTHER..SAME).contains(&share)).then_some(Example {
                        observation,
                        same: share >= SAME,
                        weight: OFTEN,
                    })
                }));
            }
        }
        examples
    }

    /// Everything that is asked about an article of this story and one of another.
    pub fn unlike(&self, other: &Self) -> Vec<Example> {
        let mut examples = Vec::new();
        for (_, a) in &self.articles {
            for (_, b) in &other.articles {
                let asked = observations((&a.article, &a.print), (&b.article, &b.print));
                examples.extend(asked.into_iter().map(|observation| Example {
                    observation,
                    same: false,
                    weight: 1.0,
                }));
            }
        }
        examples
    }

    /// The share of two passages that lies in alignments which touch both.
    fn aligned_share(&self, pair: &str, observation: &Observation) -> f64 {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for (of, one, other) in &self.aligned {
            if of == pair && one.overlaps(observation.a) && other.overlaps(observation.b) {
                a.push(*one);
                b.push(*other);
            }
        }
        let inside = |span: Span, parts: &[Span]| {
            let bytes = span.start..span.end;
            bytes
                .filter(|&at| parts.iter().any(|part| part.start <= at && at < part.end))
                .count()
        };
        let shared = inside(observation.a, &a) + inside(observation.b, &b);
        shared as f64 / f64::from(observation.a.len() + observation.b.len())
    }
}
