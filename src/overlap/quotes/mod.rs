//! Changed quotes: the same utterance, quoted differently in two articles that report one event.
//!
//! `candidates` are the pairs of quotations worth a look, and `matching` says which are one utterance,
//! which either article may break in two. `changes` says of each which words differ and whether the
//! speaker does, once `style` has put aside what is only written differently, and `cut` what is left
//! out at the edges as every reporter does. `indirect` finds what the other article only reports.

mod candidates;
mod changes;
mod cut;
mod indirect;
mod matching;
mod side;
mod style;

pub(super) use side::Side;

use super::align::Aligner;
use super::{Edit, Member, Overlap};
use crate::order::sort_by_key;
use crate::span::Span;
use indirect::{Quoting, made_indirect};
use serde::{Deserialize, Serialize};
use std::mem::swap;

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
    /// One quotes a part of what the other does, without words that limit it.
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
    /// The quotation, or the words that report it, in one of the two articles.
    pub const fn span(&self, member: Member) -> Span {
        match member {
            Member::First => self.a,
            Member::Second => self.b,
        }
    }

    /// Exchanges `a` and `b`.
    fn mirror(&mut self) {
        self.kind = self.kind.mirrored();
        swap(&mut self.a, &mut self.b);
        self.edits.iter_mut().for_each(Edit::mirror);
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
    let utterances = matching::utterances(aligner, a, b, overlaps);
    let mut changes: Vec<QuoteChange> = Vec::new();
    let mut quoted = (
        vec![false; a.print.terms.len()],
        vec![false; b.print.terms.len()],
    );
    for utterance in &utterances {
        changes::changes(a, b, utterance, &mut changes);
        for (in_a, in_b) in utterance.iter().flat_map(|link| &link.matches) {
            (quoted.0[*in_a], quoted.1[*in_b]) = (true, true);
        }
    }
    let shared = aligner.shared;
    let (first, second) = (Quoting::First, Quoting::Second);
    made_indirect((a, b), &shared.a, overlaps, first, &quoted.0, &mut changes);
    made_indirect((b, a), &shared.b, overlaps, second, &quoted.1, &mut changes);
    sort_by_key(&mut changes, |change| (change.a, change.b, change.kind));
    changes
}

/// Makes of `changes` those of the articles in the other order.
pub(super) fn mirror(changes: &mut Vec<QuoteChange>) {
    changes.iter_mut().for_each(QuoteChange::mirror);
    sort_by_key(changes, |change| (change.a, change.b, change.kind));
}
