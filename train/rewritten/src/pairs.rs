//! Pairs of sentences written for training: `pairs.tsv`, whose columns are the story, what the pair
//! is (`same`, or how it differs) and the two sentences, either of which may be two.
//!
//! The first sentences of a story's `same` rows make one article, the second sentences another, so
//! that rarity, rivals and neighbours are what they are in news. Sentences of different rows do not
//! say the same, unless the rows have a sentence in common.

use crate::example::{Example, Read};
use wiremark::overlap::rewritten::{Observation, observation, observations};
use wiremark::span::Span;

/// How often a statement that is meant to mislead counts: in news it is much rarer than in
/// `pairs.tsv`.
const RARELY: f64 = 0.15;

/// The rows of one story.
pub struct Story {
    /// Its name.
    pub name: String,
    rows: Vec<Row>,
}

struct Row {
    same: bool,
    /// Whether only a formula is the same, and the event is another.
    formula: bool,
    a: String,
    b: String,
}

/// Reads `pairs.tsv`.
///
/// # Errors
/// When a line has not four columns.
pub fn read(text: &str) -> Result<Vec<Story>, String> {
    let mut stories: Vec<Story> = Vec::new();
    for line in text.lines() {
        let columns: Vec<_> = line.split('\t').collect();
        let [name, kind, a, b] = columns[..] else {
            return Err(format!("pairs.tsv: {line}: not four columns"));
        };
        if stories.last().is_none_or(|story| story.name != name) {
            let name = name.to_owned();
            stories.push(Story {
                name,
                rows: Vec::new(),
            });
        }
        let row = Row {
            same: kind == "same",
            formula: kind == "formula",
            a: a.to_owned(),
            b: b.to_owned(),
        };
        stories.last_mut().expect("pushed").rows.push(row);
    }
    Ok(stories)
}

impl Story {
    /// Every pair of its sentences.
    pub fn examples(&self) -> Vec<Example> {
        let (first, second) = (self.column(|row| &row.a), self.second());
        let mut examples = Vec::new();
        for &a in &first {
            for &b in &second {
                let found = pair(&first, &second, (a, b), true);
                examples.extend(found.map(|observation| Example {
                    observation,
                    same: self.says_same(a, b),
                    weight: 1.0,
                }));
            }
        }
        examples
    }

    /// Every pair that is written down as different: the sentence stands where the one that says
    /// the same would, and where only the formula is the same, in an article of another story.
    pub fn different(&self, other: &Self) -> Vec<Example> {
        let first = self.column(|row| &row.a);
        let mut examples = Vec::new();
        for row in self.rows.iter().filter(|row| !row.same) {
            let mut second = if row.formula {
                other.second()
            } else {
                self.second()
            };
            let place = second.iter().position(|b| self.says_same(&row.a, b));
            second[place.unwrap_or(0)] = &row.b;
            let found = pair(&first, &second, (&row.a, &row.b), !row.formula);
            examples.extend(found.map(|observation| Example {
                observation,
                same: false,
                weight: RARELY,
            }));
        }
        examples
    }

    /// Everything asked about the first article of this story and the second of another: nothing in
    /// them is the same.
    pub fn unlike(&self, other: &Self) -> Vec<Example> {
        let one = Read::new(&self.column(|row| &row.a).join("\n\n"));
        let two = Read::new(&other.second().join("\n\n"));
        let asked = observations((&one.article, &one.print), (&two.article, &two.print));
        let examples = asked.into_iter().map(|observation| Example {
            observation,
            same: false,
            weight: 1.0,
        });
        examples.collect()
    }

    /// The sentences of the second article. In every second story they stand in another order: the
    /// place of a statement says less than its words.
    fn second(&self) -> Vec<&str> {
        let mut second = self.column(|row| &row.b);
        if self.name.len().is_multiple_of(2) {
            let half = second.len() / 2;
            second.rotate_left(half);
            second[..half].reverse();
        }
        second
    }

    /// The different texts of a column of the rows that say the same.
    fn column<'s>(&'s self, text: impl Fn(&'s Row) -> &'s String) -> Vec<&'s str> {
        let mut texts: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| row.same) {
            if !texts.contains(&text(row).as_str()) {
                texts.push(text(row));
            }
        }
        texts
    }

    /// Whether two sentences stand in one row, or in rows with a sentence in common.
    fn says_same(&self, a: &str, b: &str) -> bool {
        let rows = || self.rows.iter().filter(|row| row.same);
        rows().any(|row| {
            row.a == a
                && rows().any(|other| {
                    other.b == b
                        && (other.a == row.a
                            || other.b == row.b
                            || rows().any(|link| {
                                link.a == other.a && link.b == row.b
                                    || link.a == row.a && link.b == other.b
                            }))
                })
        })
    }
}

/// What is observed of two of the sentences of two articles.
fn pair(
    first: &[&str],
    second: &[&str],
    (a, b): (&str, &str),
    same_event: bool,
) -> Option<Observation> {
    let (one, other) = (first.join("\n\n"), second.join("\n\n"));
    let place = |text: &str, part: &str| {
        let start = text.find(part)?;
        Some(Span::new(start as u32, (start + part.len()) as u32))
    };
    let (span_a, span_b) = (place(&one, a)?, place(&other, b)?);
    let (one, other) = (Read::new(&one), Read::new(&other));
    observation((&one.print, span_a), (&other.print, span_b), same_event)
}
