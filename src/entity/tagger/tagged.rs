//! What the model read of an article stands by paragraph too.

use super::features::{Cases, Observed};
use super::network::Sentence;
use crate::entity::Mention;

/// What is kept of a whole article.
#[derive(Default)]
pub(in crate::entity) struct TaggedArticle {
    pub(super) cases: Cases,
    /// For each head what the memory layer heard of the article.
    pub(super) about: Vec<f32>,
}

/// What is kept of a paragraph.
#[derive(Default)]
pub(in crate::entity) struct TaggedParagraph {
    pub(super) stage: Stage,
    /// The number of each word; empty before the first stage.
    pub(super) numbers: Vec<u32>,
    pub(super) seen: Observed,
    pub(super) sentences: Vec<Sentence>,
    /// Its names. Spans are counted from its start.
    pub(super) mentions: Vec<Mention>,
    /// Whether any of it was boilerplate when they were settled.
    pub(super) boilerplate: bool,
}

/// How far a paragraph is read, as the article is now.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Stage {
    /// What is observed of it may be otherwise now.
    #[default]
    Unread,
    /// The model is not asked yet.
    Observed,
    /// What the model says does not stand beside what the rules say yet.
    Answered,
    /// Its names are known.
    Settled,
}

impl TaggedParagraph {
    /// Takes note that the rules read the paragraph otherwise now.
    pub(in crate::entity) fn forget(&mut self) {
        self.stage = Stage::Unread;
    }
}
