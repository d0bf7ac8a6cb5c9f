//! The corpus profile: which passages of one document were reused from another.
//!
//! The news profile shows every sentence that two articles share. A corpus of text reuse asks for
//! whole passages instead, with tight edges on both sides, however much they were reworded. This
//! profile reads documents with the same fingerprint, weighs words with the same inverted index, and
//! starts from the same verbatim runs and candidates. Then it goes its own way, in the plan of
//! Sanchez-Perez, Sidorov and Gelbukh (2014, 2015):
//!
//! - `copies`: runs that follow each other are a copy, exact to the word.
//! - `seeds`: the other pairs of sentences that are alike, chained where no wide gap lies between them.
//! - `passages`: a chain is a `window` on both documents. Its edges climb to where the sides have
//!   most words in common; what does not hold together is split again; where two overlap, the better
//!   one stays.
//! - `summary`: a passage with nearly all its words in the source, but nowhere in one place, sums it
//!   up.
//!
//! Every passage under 150 characters is dropped. The time is linear in the texts.

mod bags;
mod copies;
mod passages;
mod profile;
mod reading;
mod seeds;
mod summary;
mod window;

pub use profile::Profile;
pub use reading::Reading;

use self::bags::Bags;
use self::seeds::{Seed, seeds};
use self::summary::Summary;
use self::window::Counts;
use super::candidates::candidates;
use super::shared::Shared;
use super::verbatim;
use crate::order::sort_by_key;
use crate::span::Span;
use std::ops::Range;

/// A passage of one document that was reused from another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Detection {
    /// The passage in the document that reuses.
    pub a: Span,
    /// The passage in the source.
    pub b: Span,
}

/// The passages of `a` that were reused from `b`, in the order of `a`.
pub fn detect(a: &Reading, b: &Reading, profile: &Profile) -> Vec<Detection> {
    if a.print.terms.is_empty() || b.print.terms.is_empty() {
        return Vec::new();
    }
    let terms = found(a, b, profile).into_iter();
    let spans = terms.map(|[in_a, in_b]| Detection {
        a: a.print.span(&in_a),
        b: b.print.span(&in_b),
    });
    let long = |found: &Detection| {
        a.characters(found.a) >= profile.length && b.characters(found.b) >= profile.length
    };
    let mut detections: Vec<_> = spans.filter(long).collect();
    sort_by_key(&mut detections, |found| (found.a, found.b));
    detections
}

/// The passages, as terms of either document.
fn found(a: &Reading, b: &Reading, profile: &Profile) -> Vec<[Range<usize>; 2]> {
    let shared = Shared::of(&a.print, &b.print);
    let bags = Bags::new(&a.print, &b.print, &shared);
    let runs = verbatim::runs(&a.print, &b.print, &shared);
    let mut counts = Counts::default();

    let mut copies = copies::copies(&bags, &runs, &mut counts, profile);
    let copied = [0, 1].map(|side| copies::copied(&bags, &copies, side));
    let candidates = candidates(&a.print, &b.print, &shared, &runs, None)
        .strong()
        .map(|(one, other)| Seed([one as usize, other as usize]))
        .filter(|Seed([one, other])| !copied[0][*one] && !copied[1][*other]);
    let seeds = seeds(&a.print, &b.print, &shared, candidates, profile);
    let mut alike = copied[0].clone();
    for seed in &seeds {
        alike[seed.0[0]] = true;
    }
    let mut passages = passages::passages(&bags, seeds, copied, &mut counts, profile);

    let summary = Summary::of(&bags.sides[0], profile).filter(|summary| {
        let explained = summary.explained_by(&bags, &copies, &passages);
        explained < profile.summary_explained
            && summary.share_of(&alike) >= profile.summary_alike
            && summary.ratio(a, b) >= profile.summary_ratio
    });
    if let Some(summary) = &summary {
        copies.retain(|copy| !summary.meets(&bags.sides[0].units(&copy.0[0])));
        passages.retain(|passage| !summary.meets(&passage.units[0]));
    }
    if !copies.is_empty() {
        passages.retain(|passage| passage.likeness >= profile.likeness_beside_copy);
    }

    let all_of_b = 0..b.print.units.len();
    let in_sentences = passages.into_iter().map(|passage| passage.units);
    let in_sentences = in_sentences.chain(summary.map(|summary| [summary.units, all_of_b]));
    let in_terms =
        in_sentences.map(|[in_a, in_b]| [bags.sides[0].terms(&in_a), bags.sides[1].terms(&in_b)]);
    let copies = copies.into_iter().map(|copy| copy.0);
    copies.chain(in_terms).collect()
}

#[cfg(test)]
mod tests;
