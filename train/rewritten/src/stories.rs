//! Stories with gold (`tests/stories`): everything that the model is asked about two versions, and
//! whether the gold aligns it.

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
