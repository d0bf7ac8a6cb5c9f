//! What two articles share.

use crate::article::Article;
use crate::span::Span;
use serde::{Deserialize, Serialize};

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

/// The passages that `a` and `b` share, ordered by their place in `a`.
pub fn compare(a: &Article, b: &Article) -> Vec<Overlap> {
    let _ = (a, b);
    Vec::new()
}
