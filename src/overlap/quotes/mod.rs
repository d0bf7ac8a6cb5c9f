//! Changed quotes: the same utterance, quoted differently in two articles that report one event.
//!
//! Quotations are matched where their sentences are aligned. Those with the same words are silent;
//! `altered` says which words differ and whether the speaker does, `partial` what is cut short, and
//! `indirect` what the other article only reports.

mod altered;
mod indirect;
mod matching;
mod partial;
mod side;

pub(super) use side::Side;

use super::align::Aligner;
use super::{Edit, Overlap};
use crate::order::sort_by_key;
use crate::span::Span;
use indirect::Quoting;
use serde::{Deserialize, Serialize};

/// How a quotation differs from its counterpart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteChangeKind {
    /// Words stand for others, perhaps beside words added or left out.
    Substitution,
    /// The second has words that the first has not.
    Insertion,
    /// The first has words that the second has not.
    Deletion,
    /// One quotes a part of what the other does.
    Partial,
    /// One quotes what the other only reports.
    MadeIndirect,
    /// The same words are given to somebody else.
    Reattributed,
}

impl QuoteChangeKind {
    /// The word shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Substitution => "substitution",
            Self::Insertion => "insertion",
            Self::Deletion => "deletion",
            Self::Partial => "partial",
            Self::MadeIndirect => "made-indirect",
            Self::Reattributed => "reattributed",
        }
    }

    const fn mirrored(self) -> Self {
        match self {
            Self::Insertion => Self::Deletion,
            Self::Deletion => Self::Insertion,
            other => other,
        }
    }
}

/// One utterance that two articles quote differently.
#[derive(Clone, PartialEq, Debug)]
pub struct QuoteChange {
    /// What is different.
    pub kind: QuoteChangeKind,
    /// The quotation, or the words that report it, in the first article.
    pub a: Span,
    /// The same in the second.
    pub b: Span,
    /// The words that differ, in order. Empty where the words are the same.
    pub edits: Vec<Edit>,
}

impl QuoteChange {
    /// The same change with `a` and `b` exchanged.
    fn mirrored(&self) -> Self {
        Self {
            kind: self.kind.mirrored(),
            a: self.b,
            b: self.a,
            edits: self.edits.iter().map(Edit::mirrored).collect(),
        }
    }
}

/// The quotations that `a` and `b` have in common and quote differently, by their place in `a`.
/// `overlaps` are those of the two articles.
pub(super) fn quote_changes(
    aligner: &mut Aligner,
    a: &Side,
    b: &Side,
    overlaps: &[Overlap],
) -> Vec<QuoteChange> {
    let matched = matching::matches(aligner, a, b, overlaps);
    let mut changes: Vec<QuoteChange> = Vec::new();
    for found in &matched {
        changes.extend(altered::altered(aligner, a, b, found));
        changes.extend(altered::reattributed(a, b, found));
    }
    let (mut known_a, mut known_b) = (vec![false; a.quotes.len()], vec![false; b.quotes.len()]);
    for found in &matched {
        known_a[found.a] = true;
        known_b[found.b] = true;
    }
    partial::partial(a, b, overlaps, &mut known_a, &mut known_b, &mut changes);
    for (quoting, known) in [(Quoting::First, &known_a), (Quoting::Second, &known_b)] {
        indirect::made_indirect(aligner, (a, b), overlaps, quoting, known, &mut changes);
    }
    sort_by_key(&mut changes, |change| (change.a, change.b, change.kind));
    changes
}

/// `changes` of the articles in the other order.
pub(super) fn mirrored(changes: &[QuoteChange]) -> Vec<QuoteChange> {
    let mut mirrored: Vec<_> = changes.iter().map(QuoteChange::mirrored).collect();
    sort_by_key(&mut mirrored, |change| (change.a, change.b, change.kind));
    mirrored
}

#[cfg(test)]
mod tests;
