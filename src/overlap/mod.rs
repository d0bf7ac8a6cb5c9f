//! What two articles share.
//!
//! An article is read once into a [`Fingerprint`]: folded words, sentences, an index of shingles and
//! one of stems. Two fingerprints are compared in four steps, each a file: `verbatim` finds the runs
//! of words they share, `candidates` the pairs of sentences worth a look, `align` which words of
//! such a pair face each other, and `select` which passages stand. The plan of seeding, extending
//! and filtering is that of Sanchez-Perez, Sidorov and Gelbukh (2014).

mod align;
mod candidates;
mod edits;
mod fingerprint;
mod passage;
mod restated;
mod select;
mod shared;
mod terms;
mod verbatim;
mod words;

pub use fingerprint::Fingerprint;

use self::align::Aligner;
use self::shared::Shared;
use crate::article::Article;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How closely the two passages of an overlap agree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OverlapKind {
    /// The same words in the same order, once case and quote marks are folded.
    Verbatim,
    /// The same sentence with words changed.
    Edited,
    /// The same statement in other words.
    Rewritten,
}

impl OverlapKind {
    /// The word shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Edited => "edited",
            Self::Rewritten => "rewritten",
        }
    }
}

/// What an edit does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EditKind {
    /// Words of `a` stand where `b` has others.
    Substitution,
    /// Words that only `b` has. The span in `a` is empty and marks the place.
    Insertion,
    /// Words that only `a` has. The span in `b` is empty and marks the place.
    Deletion,
}

/// One difference between the passages of an overlap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What it does.
    pub kind: EditKind,
    /// The words in `a`.
    pub a: Span,
    /// The words in `b`.
    pub b: Span,
}

/// A passage of one article aligned with a passage of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Overlap {
    /// How closely the passages agree.
    pub kind: OverlapKind,
    /// Whether the order crosses: the passage stands elsewhere in `b`.
    pub moved: bool,
    /// From 0 to 1: the share of words that agree.
    pub score: f32,
    /// The passage in the first article.
    pub a: Span,
    /// The passage in the second.
    pub b: Span,
    /// The differences, in order. Empty when verbatim.
    pub edits: Vec<Edit>,
}

impl Overlap {
    /// The same overlap with `a` and `b` exchanged.
    pub fn mirrored(&self) -> Self {
        let edits = self.edits.iter().map(|edit| Edit {
            kind: match edit.kind {
                EditKind::Substitution => EditKind::Substitution,
                EditKind::Insertion => EditKind::Deletion,
                EditKind::Deletion => EditKind::Insertion,
            },
            a: edit.b,
            b: edit.a,
        });
        Self {
            kind: self.kind,
            moved: self.moved,
            score: self.score,
            a: self.b,
            b: self.a,
            edits: edits.collect(),
        }
    }
}

/// The passages that `a` and `b` share, ordered by their place in `a`.
/// Exchanging the articles mirrors them and changes nothing else.
pub fn compare(a: &Article, b: &Article) -> Vec<Overlap> {
    compare_fingerprints(&Fingerprint::of(a), &Fingerprint::of(b))
}

/// The same as [`compare`] of the articles that the fingerprints were made from.
pub fn compare_fingerprints(a: &Fingerprint, b: &Fingerprint) -> Vec<Overlap> {
    // Every tie is broken by the order of the two articles, so that order is made their own.
    let mut overlaps: Vec<Overlap> = match a.ids().cmp(b.ids()) {
        Ordering::Less => passages(a, b),
        Ordering::Equal => edits::identical(a, b),
        Ordering::Greater => passages(b, a).iter().map(Overlap::mirrored).collect(),
    };
    overlaps.sort_by_key(|overlap| (overlap.a, overlap.b));
    overlaps
}

fn passages(a: &Fingerprint, b: &Fingerprint) -> Vec<Overlap> {
    let shared = Shared::of(a, b);
    let runs = verbatim::runs(a, b);
    let pairs = candidates::candidates(a, b, &shared, &runs);
    let mut passages = select::select(&mut Aligner::new(a, b, &shared), &pairs);
    passages.sort_unstable_by_key(|passage| (passage.a.start, passage.b.start));
    let moved = select::moved(&passages, b.terms.len());
    passages
        .iter()
        .zip(moved)
        .map(|(passage, moved)| edits::overlap(a, b, passage, moved))
        .collect()
}

#[cfg(test)]
mod tests;
