//! Summaries: a passage of one document that says in brief what the whole of the other says.
//!
//! A summary takes a sentence here and a phrase there, so no window of the source is like it. What
//! gives it away is that the source as a whole has nearly all of its words, more than it has of the
//! rest of the document.

use super::bags::{Bags, Side};
use super::copies::{self, Copy};
use super::passages::Passage;
use super::{Profile, Reading};
use std::ops::Range;

/// A passage whose words the other document has.
#[derive(Clone, Debug)]
pub(super) struct Summary {
    /// Its sentences.
    pub units: Range<usize>,
    /// The weight of its words that the other document has.
    common: f64,
    /// What they weigh beyond what was asked.
    gain: f64,
}

impl Summary {
    /// The passage of a document that the other has most words of, if those are enough for a summary.
    pub fn of(document: &Side, profile: &Profile) -> Option<Self> {
        let first = densest(document, profile.summary)?;
        let chance = chance(document, &first.units);
        let above_chance = chance + (1.0 - chance) * profile.summary_above_chance;
        let summary = densest(document, above_chance.max(profile.summary))?;
        (summary.gain >= profile.summary_gain).then_some(summary)
    }

    /// Whether it shares a sentence with `units`.
    pub fn meets(&self, units: &Range<usize>) -> bool {
        units.start < self.units.end && self.units.start < units.end
    }

    /// How much of it copies explain together, or one other passage by itself, from 0 to 1: copies
    /// their words, a passage as many of them as it is alike. What is explained so is no summary.
    pub fn explained_by(&self, bags: &Bags, copies: &[Copy], passages: &[Passage]) -> f64 {
        let document = &bags.sides[0];
        let copied: f64 = copies
            .iter()
            .filter(|copy| self.meets(&document.units(&copy.0[0])))
            .map(|copy| copies::weight(bags, copy))
            .sum();
        let passages = passages.iter();
        let reworded = passages
            .filter(|passage| self.meets(&passage.units[0]))
            .map(|passage| passage.common * passage.likeness);
        reworded.fold(copied, f64::max) / self.common
    }

    /// The share of its sentences that are marked: those that are like one of the source. Words that
    /// come together in no sentence of the source are there by chance.
    pub fn share_of(&self, alike: &[bool]) -> f64 {
        let alike = alike[self.units.clone()].iter().filter(|alike| **alike);
        alike.count() as f64 / self.units.len() as f64
    }

    /// How many times longer the source is, in characters.
    pub fn ratio(&self, document: &Reading, source: &Reading) -> f64 {
        let length = |reading: &Reading, units: &Range<usize>| {
            let units = &reading.print.units[units.clone()];
            let spans = units.iter().map(|unit| unit.span);
            spans.map(|span| reading.characters(span)).sum::<usize>() as f64
        };
        length(source, &(0..source.print.units.len())) / length(document, &self.units)
    }
}

/// The share of the words outside `units` that the other document has.
fn chance(document: &Side, units: &Range<usize>) -> f64 {
    let (mut shared, mut all) = (0.0, 0.0);
    for rest in [0..units.start, units.end..document.sentences()] {
        if !rest.is_empty() {
            let terms = document.terms(&rest);
            shared += document.shared_weight(&terms);
            all += document.weight(&terms);
        }
    }
    if all > 0.0 { shared / all } else { 0.0 }
}

/// The range of sentences with the highest gain, which is what the shared words of a sentence weigh
/// beyond the share `least` of all its words, added up (Kadane's algorithm).
fn densest(document: &Side, least: f64) -> Option<Summary> {
    let mut best: Option<Summary> = None;
    let mut run = Summary {
        units: 0..0,
        common: 0.0,
        gain: 0.0,
    };
    for unit in 0..document.sentences() {
        let terms = document.terms(&(unit..unit + 1));
        let common = document.shared_weight(&terms);
        let gain = common - least * document.weight(&terms);
        if run.gain <= 0.0 {
            run = Summary {
                units: unit..unit,
                common: 0.0,
                gain: 0.0,
            };
        }
        run.units.end = unit + 1;
        run.common += common;
        run.gain += gain;
        if best.as_ref().is_none_or(|best| run.gain > best.gain) {
            best = Some(run.clone());
        }
    }
    best
}
