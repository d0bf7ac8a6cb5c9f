//! The stems of sentences, as those of two articles are joined.

use crate::overlap::align::Aligner;
use crate::overlap::fingerprint::Fingerprint;
use crate::overlap::shared::{ABSENT, SharedSide};
use std::ops::Range;

/// The content terms of a range whose stem the other article has.
#[derive(Clone, Copy)]
pub(super) struct Stems<'s> {
    /// Their stems and their places, in the order of the text.
    pub terms: &'s [(u32, u32)],
    /// What all content terms of the range weigh.
    pub whole: f32,
}

/// The stems of two articles, each read once: most sentences are held against several.
pub(super) struct SentenceStems<'p> {
    pub a: SideStems<'p>,
    pub b: SideStems<'p>,
}

impl<'p> SentenceStems<'p> {
    /// Those of the two articles of `aligner`.
    pub fn new(aligner: &Aligner<'p>) -> Self {
        Self {
            a: SideStems::new(aligner.a, &aligner.shared.a),
            b: SideStems::new(aligner.b, &aligner.shared.b),
        }
    }
}

/// Those of one article.
pub(super) struct SideStems<'p> {
    print: &'p Fingerprint,
    shared: &'p SharedSide,
    /// The stems and the places of the whole article.
    terms: Vec<(u32, u32)>,
    /// For each sentence, how many of them stand before it ends.
    ends: Vec<u32>,
    /// And what its content terms weigh.
    wholes: Vec<f32>,
}

impl<'p> SideStems<'p> {
    fn new(print: &'p Fingerprint, shared: &'p SharedSide) -> Self {
        let mut stems = Self {
            print,
            shared,
            terms: Vec::with_capacity(print.terms.len()),
            ends: Vec::with_capacity(print.units.len()),
            wholes: Vec::with_capacity(print.units.len()),
        };
        for unit in &print.units {
            let mut whole = 0.0;
            for at in unit.terms.clone() {
                if print.terms[at].may_face() {
                    whole += shared.weights[at];
                    let stem = shared.stems[print.stems.of_term[at] as usize];
                    if stem != ABSENT {
                        stems.terms.push((stem, at as u32));
                    }
                }
            }
            stems.ends.push(stems.terms.len() as u32);
            stems.wholes.push(whole);
        }
        stems
    }

    /// The stems of a sentence.
    pub fn of(&self, unit: usize) -> Stems<'_> {
        Stems {
            terms: &self.terms[self.start(unit)..self.ends[unit] as usize],
            whole: self.wholes[unit],
        }
    }

    /// The stems of a stretch of the text.
    pub fn of_stretch(&self, stretch: &Range<usize>) -> Stems<'_> {
        let [first, last] = [stretch.start, stretch.end - 1].map(|at| self.print.unit_of[at]);
        let terms = &self.terms[self.start(first as usize)..self.ends[last as usize] as usize];
        let before = |end: usize| terms.partition_point(|(_, at)| (*at as usize) < end);
        let terms = &terms[before(stretch.start)..before(stretch.end)];
        Stems {
            terms,
            whole: whole(self.print, self.shared, stretch),
        }
    }

    /// How many stand before a sentence.
    fn start(&self, unit: usize) -> usize {
        unit.checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize)
    }
}

/// What the terms of a range weigh that may face others.
pub(super) fn whole(print: &Fingerprint, shared: &SharedSide, range: &Range<usize>) -> f32 {
    let weights = shared.weights[range.clone()].iter();
    let weights = weights.zip(&print.terms[range.clone()]);
    let counted = weights.filter(|(_, term)| term.may_face());
    counted.fold(0.0, |sum, (weight, _)| sum + weight)
}
