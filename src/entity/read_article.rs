//! What is read of an article stands by paragraph, so that an edit reads only the one it touched.

use super::Mention;
use super::candidates::{Candidate, Reading, candidates};
use super::evidence::Evidence;
use super::laws::laws;
use super::lexicon::Lexicon;
#[cfg(feature = "model")]
use super::tagger::{TaggedArticle, TaggedParagraph};
use super::words::{BESIDE, Words};
use crate::article::Article;
use std::ops::Range;
use std::sync::Arc;

/// What a recogniser read of an article, for it to go on from after an edit. Another recogniser, or one
/// that knows another lexicon or model now, begins anew.
#[derive(Default)]
pub(crate) struct ReadArticle {
    pub(super) paragraphs: Vec<ReadParagraph>,
    #[cfg(feature = "model")]
    pub(super) tagged: TaggedArticle,
}

/// What was read of a paragraph. Tokens are those of its words; spans are counted from its start.
pub(super) struct ReadParagraph {
    /// Where it begins in the article, in bytes.
    pub start: u32,
    pub words: Words,
    pub candidates: Vec<KnownCandidate>,
    pub laws: Vec<Range<usize>>,
    /// The names by the rules, which depend on the whole article.
    pub ruled: Vec<Mention>,
    #[cfg(feature = "model")]
    pub tagged: TaggedParagraph,
}

/// A candidate, and what was found out about it.
pub(super) struct KnownCandidate {
    pub candidate: Candidate,
    /// Its words, folded, where its reading is open.
    pub name: String,
    /// What its words and those beside it say, where its reading is open.
    pub evidence: Evidence,
}

impl ReadArticle {
    /// Reads the paragraphs that are new since the last time, and those so near to them that their words
    /// say something about the names there. Returns those that are no more.
    pub(super) fn revise(&mut self, lexicon: &Lexicon, article: &Article) -> Vec<ReadParagraph> {
        let parsed = article.parsed();
        let (old, new) = (self.paragraphs.len(), parsed.len());
        let fewer = old.min(new);
        let same = |at: usize, place: usize| {
            Arc::ptr_eq(&self.paragraphs[at].words.parsed, &parsed[place].1)
        };
        let mut before = (0..fewer).take_while(|&at| same(at, at)).count();
        let after = (1..=fewer - before).take_while(|&at| same(old - at, new - at));
        let mut after = after.count();
        let mut dropped = Vec::new();
        if before < old.max(new) {
            let tokens = |place: usize| parsed[place].1.tokens.len();
            let mut near = 0;
            while before > 0 && near < BESIDE {
                before -= 1;
                near += tokens(before);
            }
            near = 0;
            while after > 0 && near < BESIDE {
                near += tokens(new - after);
                after -= 1;
            }
            let kept = self.paragraphs.split_off(old - after);
            dropped = self.paragraphs.split_off(before);
            for place in before..new - after {
                let paragraph = ReadParagraph::new(lexicon, article, place);
                self.paragraphs.push(paragraph);
            }
            self.paragraphs.extend(kept);
        }
        for (paragraph, (span, _)) in self.paragraphs.iter_mut().zip(parsed) {
            paragraph.start = span.start;
        }
        dropped
    }

    /// The names that `of` has for each paragraph, where they stand in the article.
    pub(super) fn mentions(&self, of: fn(&ReadParagraph) -> &[Mention]) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for paragraph in &self.paragraphs {
            mentions.extend(of(paragraph).iter().map(|mention| Mention {
                span: mention.span.shifted(paragraph.start),
                ..*mention
            }));
        }
        mentions
    }
}

impl ReadParagraph {
    fn new(lexicon: &Lexicon, article: &Article, place: usize) -> Self {
        let words = Words::new(lexicon, article, place);
        let known = candidates(lexicon, &words).into_iter().map(|candidate| {
            let (name, evidence) = match candidate.reading {
                Reading::Open(_) => (
                    name(&words, &candidate.tokens),
                    Evidence::of(lexicon, &words, &candidate),
                ),
                Reading::Sure(..) => Default::default(),
            };
            KnownCandidate {
                candidate,
                name,
                evidence,
            }
        });
        Self {
            start: 0,
            candidates: known.collect(),
            laws: laws(&words),
            words,
            ruled: Vec::new(),
            #[cfg(feature = "model")]
            tagged: TaggedParagraph::default(),
        }
    }
}

/// The words of `tokens`, folded.
fn name(words: &Words, tokens: &Range<usize>) -> String {
    let mut name = String::new();
    for at in tokens.clone() {
        name.push_str(words.folded(at));
        name.push(' ');
    }
    name.pop();
    name
}
