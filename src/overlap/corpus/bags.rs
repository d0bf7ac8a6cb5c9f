//! Two documents of a corpus side by side, their sentences as bags of words.

use crate::overlap::fingerprint::Fingerprint;
use crate::overlap::shared::{ABSENT, Shared, SharedSide};
use std::ops::Range;

/// One document of a pair, its words as they count beside the other.
pub(super) struct Side<'p> {
    pub print: &'p Fingerprint,
    /// For each content term, the number of its stem where both documents use it; else [`ABSENT`].
    stems: Vec<u32>,
    /// What the content terms before each term weigh, and before the end.
    sums: Vec<f64>,
}

impl<'p> Side<'p> {
    /// `numbers` says of each stem which number it has for both documents.
    fn new(print: &'p Fingerprint, side: &SharedSide, numbers: &[u32], common: &[bool]) -> Self {
        let mut sums = vec![0.0];
        let mut stems = Vec::with_capacity(print.terms.len());
        let mut sum = 0.0;
        for (place, term) in print.terms.iter().enumerate() {
            let number = numbers[print.stems.of_term[place] as usize];
            let shared = term.content && number != ABSENT && common[number as usize];
            stems.push(if shared { number } else { ABSENT });
            if term.content {
                sum += f64::from(side.weights[place]);
            }
            sums.push(sum);
        }
        Self { print, stems, sums }
    }

    /// The number of sentences.
    pub fn sentences(&self) -> usize {
        self.print.units.len()
    }

    /// The terms of a range of sentences, which is not empty.
    pub fn terms(&self, units: &Range<usize>) -> Range<usize> {
        self.print.units[units.start].terms.start..self.print.units[units.end - 1].terms.end
    }

    /// The sentences that a range of terms, which is not empty, touches.
    pub fn units(&self, terms: &Range<usize>) -> Range<usize> {
        let unit = |term: usize| self.print.unit_of[term] as usize;
        unit(terms.start)..unit(terms.end - 1) + 1
    }

    /// What the content terms of a range weigh.
    pub fn weight(&self, terms: &Range<usize>) -> f64 {
        self.sums[terms.end] - self.sums[terms.start]
    }

    /// What those of them weigh whose stem the other document has.
    pub fn shared_weight(&self, terms: &Range<usize>) -> f64 {
        let shared = terms.clone().filter(|&term| self.stems[term] != ABSENT);
        shared.map(|term| self.weight(&(term..term + 1))).sum()
    }

    /// The stems in a range of terms that both documents use.
    pub fn stems(&self, terms: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let stems = self.stems[terms].iter().filter(|stem| **stem != ABSENT);
        stems.map(|stem| *stem as usize)
    }
}

/// Two documents.
pub(super) struct Bags<'p> {
    pub sides: [Side<'p>; 2],
    /// What a word of each stem weighs, by the number of the stem.
    pub weights: Vec<f64>,
}

impl<'p> Bags<'p> {
    pub fn new(a: &'p Fingerprint, b: &'p Fingerprint, shared: &Shared) -> Self {
        // Stems are numbered as in the first document.
        let counterparts = shared.a.counterparts.iter();
        let places = |stem: usize| a.index.places(stem as u32).first();
        let common: Vec<bool> = counterparts
            .enumerate()
            .map(|(stem, other)| {
                places(stem).is_some() && *other != ABSENT && !b.index.places(*other).is_empty()
            })
            .collect();
        let weight = |stem: usize| {
            places(stem).map_or(0.0, |&term| f64::from(shared.a.weights[term as usize]))
        };
        Self {
            sides: [
                Side::new(a, &shared.a, &shared.a.stems, &common),
                Side::new(b, &shared.b, &shared.b.stems, &common),
            ],
            weights: (0..common.len()).map(weight).collect(),
        }
    }
}
