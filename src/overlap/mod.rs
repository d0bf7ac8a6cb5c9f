//! What two articles share.
//!
//! An article is read once into a [`Fingerprint`]: folded words, sentences, and an index of stems. Two
//! fingerprints are compared in four steps, each a file: `verbatim` finds the runs of words they
//! share, `candidates` the pairs of sentences worth a look, `align` which words of such a pair face
//! each other, and `select` which passages stand. The plan of seeding, extending and filtering is
//! that of Sanchez-Perez, Sidorov and Gelbukh (2014).

mod aliases;
mod align;
mod attribution;
mod candidates;
mod continued;
pub mod corpus;
mod coverage;
mod edits;
mod event;
mod facing;
mod figures;
mod filing;
mod fingerprint;
mod hash;
mod known;
mod memory;
mod numbering;
mod passage;
mod passages;
mod queue;
mod quotes;
mod reorder;
mod restated;
pub mod rewritten;
mod select;
mod shared;
mod source;
mod style;
mod synonyms;
mod terms;
mod told;
mod unique;
mod verbatim;
mod vocabulary;
mod words;

pub use aliases::Alias;
pub use coverage::Coverage;
pub use figures::{NumberDifference, NumberDifferenceKind};
pub use fingerprint::Fingerprint;
pub use memory::Memory;
pub use quotes::{QuoteChange, QuoteChangeKind};
pub use source::{Compared, LikelySource, Reason, ReasonKind, likely_sources};
pub use style::{StyleDifference, StyleKind, style_differences};
pub use unique::unique;
pub(crate) use unique::{NOTHING_SHARED, shared_key};

use self::align::Aligner;
use self::figures::statement::Figures;
use self::passages::Passages;
use self::shared::Shared;
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::mem::swap;

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

/// Which of the two articles of a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Member {
    /// The one whose spans are called `a`.
    First,
    /// The one whose spans are called `b`.
    Second,
}

impl Member {
    /// The other article of the pair.
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
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
    /// Words that both have, elsewhere in the passage.
    Reorder,
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

impl Edit {
    /// The words in one of the two articles.
    pub const fn span(&self, member: Member) -> Span {
        match member {
            Member::First => self.a,
            Member::Second => self.b,
        }
    }

    /// Exchanges `a` and `b`.
    fn mirror(&mut self) {
        self.kind = match self.kind {
            EditKind::Insertion => EditKind::Deletion,
            EditKind::Deletion => EditKind::Insertion,
            other => other,
        };
        swap(&mut self.a, &mut self.b);
    }
}

/// A passage of one article aligned with a passage of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Overlap {
    /// How closely the passages agree.
    pub kind: OverlapKind,
    /// Whether the order crosses: the passage stands elsewhere in `b`.
    pub moved: bool,
    /// From 0 to 1. Verbatim: 1. Edited: the share of words that agree. Rewritten: how probable it
    /// is, as the model of [`rewritten`] judges, that both passages say the same.
    pub score: f32,
    /// The passage in the first article.
    pub a: Span,
    /// The passage in the second.
    pub b: Span,
    /// The differences, in the order of either passage but for words that are reordered. Empty when
    /// verbatim.
    pub edits: Vec<Edit>,
}

impl Overlap {
    /// The passage in one of the two articles.
    pub const fn span(&self, member: Member) -> Span {
        match member {
            Member::First => self.a,
            Member::Second => self.b,
        }
    }

    /// Exchanges `a` and `b`.
    fn mirror(&mut self) {
        swap(&mut self.a, &mut self.b);
        self.edits.iter_mut().for_each(Edit::mirror);
    }
}

/// Everything that two articles have in common, and how it differs.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// The passages that they share, ordered by their place in the first.
    pub overlaps: Vec<Overlap>,
    /// Whether they report one event, or only use the same language of neighbouring ones.
    pub same_event: bool,
    /// Utterances that they quote differently. None unless they report one event.
    pub quote_changes: Vec<QuoteChange>,
    /// Figures and dates that differ. None unless they report one event.
    pub number_differences: Vec<NumberDifference>,
    /// How much of the first is found in the second, and of the second in the first.
    coverage: (Coverage, Coverage),
}

impl Comparison {
    /// How much of one of the two articles is found in the other.
    pub const fn coverage(&self, member: Member) -> Coverage {
        match member {
            Member::First => self.coverage.0,
            Member::Second => self.coverage.1,
        }
    }

    /// Compares two articles, each with its own fingerprint. Exchanging them mirrors the result and
    /// changes nothing else.
    pub fn of(a: (&Article, &Fingerprint), b: (&Article, &Fingerprint)) -> Self {
        Self::again(&mut Memory::of_nothing(), a, b)
    }

    /// The same, faster where the last comparison of the two, after which one was edited, has left
    /// its `memory`. This one leaves its own.
    pub fn again(
        memory: &mut Memory,
        (a, print_a): (&Article, &Fingerprint),
        (b, print_b): (&Article, &Fingerprint),
    ) -> Self {
        // Every tie is broken by the order of the two articles, so that order is made their own.
        if print_a.ids().cmp(print_b.ids()) == Ordering::Greater {
            return Self::again(memory, (b, print_b), (a, print_a)).mirrored();
        }
        let shared = Shared::of(print_a, print_b);
        let mut aligner = Aligner::new(print_a, print_b, &shared);
        let mut passages = Passages::sure(&mut aligner, memory);
        let (ours, theirs) = (Figures::of(a, print_a), Figures::of(b, print_b));
        let mut overlaps = passages.overlaps(&aligner);
        let mut asked = figures::Asked::default();
        let differences = |asked: &mut _, overlaps: &_| {
            figures::number_differences(&ours, &theirs, asked, overlaps)
        };
        let mut number_differences = differences(&mut asked, &overlaps);
        // What only the model takes for the same statement is no evidence; but of one event, more
        // is said again.
        let same_event = event::same_event(&ours, &theirs, &overlaps, &number_differences);
        if passages.add_rewritten(&mut aligner, memory, same_event) {
            overlaps = passages.overlaps(&aligner);
            number_differences = differences(&mut asked, &overlaps);
        }
        let coverage = (
            Coverage::of(print_a, &overlaps, Member::First),
            Coverage::of(print_b, &overlaps, Member::Second),
        );
        if !same_event {
            return Self {
                overlaps,
                coverage,
                ..Self::default()
            };
        }
        Self {
            same_event: true,
            quote_changes: quotes::quote_changes(
                &mut aligner,
                &quotes::Side::new(a, print_a),
                &quotes::Side::new(b, print_b),
                &overlaps,
            ),
            number_differences,
            coverage,
            overlaps,
        }
    }

    /// The same comparison with the two articles exchanged.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.overlaps.iter_mut().for_each(Overlap::mirror);
        sort_by_key(&mut self.overlaps, |overlap| (overlap.a, overlap.b));
        quotes::mirror(&mut self.quote_changes);
        figures::mirror(&mut self.number_differences);
        swap(&mut self.coverage.0, &mut self.coverage.1);
        self
    }
}

/// The passages that `a` and `b` share, ordered by their place in `a`.
/// Exchanging the articles mirrors them and changes nothing else.
pub fn compare(a: &Article, b: &Article) -> Vec<Overlap> {
    Comparison::of((a, &Fingerprint::of(a)), (b, &Fingerprint::of(b))).overlaps
}

#[cfg(test)]
mod tests;
