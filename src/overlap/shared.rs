//! Where two articles use the same stems, and how much each word weighs between them.

use super::fingerprint::Fingerprint;
use std::ops::Range;

/// A stem that both articles use, as ranges of the inverted index of each.
#[derive(Clone, Debug)]
pub(super) struct SharedStem {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// The join of two inverted indexes.
pub(super) struct Shared {
    /// In the order of the indexes.
    pub stems: Vec<SharedStem>,
    /// For each term of `a`, what a match of it is worth; for a term whose stem `b` lacks, what it
    /// costs to leave it out.
    pub weight_a: Vec<f32>,
    /// The same for `b`.
    pub weight_b: Vec<f32>,
}

impl Shared {
    /// Merges the two indexes in one pass.
    pub fn of(a: &Fingerprint, b: &Fingerprint) -> Self {
        let mut shared = Self {
            stems: Vec::new(),
            weight_a: a.terms.iter().map(|term| term.weight).collect(),
            weight_b: b.terms.iter().map(|term| term.weight).collect(),
        };
        let units = a.units.len() + b.units.len();
        let (mut at_a, mut at_b) = (0, 0);
        while at_a < a.by_stem.len() || at_b < b.by_stem.len() {
            let stem = stem_at(a, at_a).min(stem_at(b, at_b));
            let in_a = at_a..group_end(a, at_a, stem);
            let in_b = at_b..group_end(b, at_b, stem);
            (at_a, at_b) = (in_a.end, in_b.end);
            let rarity = rarity(units, distinct_units(a, &in_a) + distinct_units(b, &in_b));
            for &term in &a.by_stem[in_a.clone()] {
                shared.weight_a[term as usize] *= rarity;
            }
            for &term in &b.by_stem[in_b.clone()] {
                shared.weight_b[term as usize] *= rarity;
            }
            if !in_a.is_empty() && !in_b.is_empty() {
                shared.stems.push(SharedStem { a: in_a, b: in_b });
            }
        }
        shared
    }
}

/// The stem at a place of the index; past its end, one that no other is above.
fn stem_at(print: &Fingerprint, at: usize) -> u64 {
    print
        .by_stem
        .get(at)
        .map_or(u64::MAX, |&term| print.terms[term as usize].stem)
}

/// Where the entries for `stem`, which begin at `at`, end.
fn group_end(print: &Fingerprint, at: usize, stem: u64) -> usize {
    let same = |term: &&u32| print.terms[**term as usize].stem == stem;
    at + print.by_stem[at..].iter().take_while(same).count()
}

/// In how many units the terms of a group stand.
fn distinct_units(print: &Fingerprint, group: &Range<usize>) -> usize {
    let terms = &print.by_stem[group.clone()];
    let changes = terms
        .windows(2)
        .filter(|pair| print.unit_of[pair[0] as usize] != print.unit_of[pair[1] as usize])
        .count();
    changes + usize::from(!terms.is_empty())
}

/// The inverse document frequency (Sparck Jones 1972) of a stem that stands in `found` of `units`
/// sentences: 1 for two of them, and never under a quarter, because a passage in the words that the
/// whole story uses is still a passage. In steps of 1/1024: the last bit of a logarithm differs from
/// one machine to the next, and must not decide between two alignments.
fn rarity(units: usize, found: usize) -> f32 {
    let units = (units as f32).max(8.0);
    let found = (found as f32).max(2.0);
    let rarity = ((units / found).ln() / (units / 2.0).ln()).clamp(0.25, 1.0);
    (rarity * 1024.0).round() / 1024.0
}
