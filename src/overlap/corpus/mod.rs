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
use self::copies::Copy;
use self::passages::Passage;
use self::window::Counts;
use super::candidates::candidates;
use super::shared::Shared;
use super::verbatim;
use crate::order::sort_by_key;
use crate::span::Span;

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
    let mut found = Found::in_pair(a, b, profile).detections(a, b);
    found.retain(|detection| {
        a.characters(detection.a) >= profile.length && b.characters(detection.b) >= profile.length
    });
    sort_by_key(&mut found, |detection| (detection.a, detection.b));
    found
}

/// What was found in a pair of documents.
#[derive(Default)]
struct Found {
    copies: Vec<Copy>,
    passages: Vec<Passage>,
    /// The sentences of the first document that sum up the second.
    summary: Option<std::ops::Range<usize>>,
}

impl Found {
    fn in_pair(a: &Reading, b: &Reading, profile: &Profile) -> Self {
        let (print_a, print_b) = (&a.print, &b.print);
        let shared = Shared::of(print_a, print_b);
        let bags = Bags::new(print_a, print_b, &shared);
        let runs = verbatim::runs(print_a, print_b);
        let mut counts = Counts::default();

        let copies = copies::copies(&bags, &runs, &mut counts, profile);
        let copied = [0, 1].map(|side| copied(&bags, &copies, side));
        let candidates = candidates(print_a, print_b, &shared, &runs)
            .into_iter()
            .map(|(one, other)| [one as usize, other as usize])
            .filter(|pair| !copied[0][pair[0]] && !copied[1][pair[1]]);
        let seeds = seeds::seeds(print_a, print_b, &shared, candidates, profile);
        let mut seeded = vec![false; print_a.units.len()];
        for seed in &seeds {
            seeded[seed.0[0]] = true;
        }
        let mut found = Self {
            passages: passages::passages(&bags, seeds, &mut counts, profile),
            copies,
            summary: None,
        };
        found.sum_up(&bags, a, b, &seeded, profile);
        if !found.copies.is_empty() {
            let least = profile.likeness_beside_copy;
            found.passages.retain(|passage| passage.likeness >= least);
        }
        found
    }

    /// Looks for a summary, and takes it for what was found inside it unless that explains it.
    fn sum_up(
        &mut self,
        bags: &Bags,
        a: &Reading,
        b: &Reading,
        seeded: &[bool],
        profile: &Profile,
    ) {
        let Some(summary) = summary::summary(&bags.sides[0], profile) else {
            return;
        };
        let [source, document] = [&bags.sides[1], &bags.sides[0]];
        let terms = document.terms(&summary.units);
        let length =
            |reading: &Reading, terms| reading.characters(reading.print.span(terms)) as f64;
        let whole = 0..source.print.terms.len();
        if length(b, &whole) < profile.summary_ratio * length(a, &terms) {
            return;
        }
        let inside = |units: &std::ops::Range<usize>| {
            units.start < summary.units.end && summary.units.start < units.end
        };
        let copy_inside = |copy: &Copy| inside(&document.units(&copy.0[0]));
        let passages = self.passages.iter();
        let explained = passages
            .filter(|passage| inside(&passage.units[0]))
            .map(|passage| passage.common * passage.likeness)
            .chain(
                self.copies
                    .iter()
                    .filter(|copy| copy_inside(copy))
                    .map(|copy| copies::weight(bags, copy)),
            )
            .fold(0.0, f64::max);
        // Words that no sentences have in common are there by chance.
        let seeded = seeded[summary.units.clone()]
            .iter()
            .filter(|seeded| **seeded)
            .count() as f64;
        if seeded >= profile.summary_seeded * summary.units.len() as f64
            && explained < profile.summary_explained * summary.common
        {
            self.passages.retain(|passage| !inside(&passage.units[0]));
            self.copies.retain(|copy| !copy_inside(copy));
            self.summary = Some(summary.units);
        }
    }

    fn detections(&self, a: &Reading, b: &Reading) -> Vec<Detection> {
        let (a, b) = (&a.print, &b.print);
        let copies = self.copies.iter().map(|copy| copy.0.clone());
        let sentences = |units: &std::ops::Range<usize>, print: &super::Fingerprint| {
            print.units[units.start].terms.start..print.units[units.end - 1].terms.end
        };
        let passages = self.passages.iter().map(|passage| {
            let [in_a, in_b] = &passage.units;
            [sentences(in_a, a), sentences(in_b, b)]
        });
        let summary = self.summary.iter();
        let summary = summary.map(|units| [sentences(units, a), 0..b.terms.len()]);
        copies
            .chain(passages)
            .chain(summary)
            .map(|[in_a, in_b]| Detection {
                a: a.span(&in_a),
                b: b.span(&in_b),
            })
            .collect()
    }
}

/// For each sentence on one side, whether most of it is copied.
fn copied(bags: &Bags, copies: &[Copy], side: usize) -> Vec<bool> {
    let print = bags.sides[side].print;
    let mut terms = vec![0; print.units.len()];
    for copy in copies {
        for term in copy.0[side].clone() {
            terms[print.unit_of[term] as usize] += 1;
        }
    }
    let units = print.units.iter().zip(terms);
    units
        .map(|(unit, copied)| copied * 2 > unit.terms.len())
        .collect()
}
