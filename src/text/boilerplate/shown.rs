//! What a paragraph shows by itself, wherever it stands.
//!
//! Most signs of boilerplate need no look at the page around them. They are read once, with the tokens
//! of the paragraph, and kept while edits leave it alone; only what depends on the place is asked anew.

use super::furniture::{self, Furniture};
use super::{captions, headers, links, notices};
use crate::text::tokens::{Token, TokenKind};
use crate::text::view::View;
use std::ops::Range;

/// A paragraph with fewer words, even if it ends with a stop, may be a heading or a link.
const LEAST_PROSE: usize = 8;
/// A paragraph with more words is prose, even if its stop is missing.
const SURELY_PROSE: usize = 30;

/// One paragraph, alone.
pub(super) struct Alone<'a> {
    /// Its tokens; all of them.
    pub(super) view: View<'a>,
    /// From its first token to the end of its last.
    pub(super) text: &'a str,
    /// Its sentences, as ranges of its tokens.
    pub(super) sentences: &'a [Range<usize>],
    /// How many words and figures it has.
    pub(super) words: usize,
    /// Whether it ends with a stop, apart from quotes and brackets.
    pub(super) stopped: bool,
    /// Whether it reads like a paragraph of a story: whole sentences, not a heading.
    pub(super) prose: bool,
}

/// What a paragraph shows by itself.
#[derive(PartialEq, Debug)]
pub(crate) struct Shown {
    /// How many words and figures it has.
    pub(super) words: usize,
    /// Whether it ends with a stop, apart from quotes and brackets.
    pub(super) stopped: bool,
    /// Whether it reads like a paragraph of a story: whole sentences, not a heading.
    pub(super) prose: bool,
    /// Whether it is an advertisement or furniture.
    pub(super) furniture: Furniture,
    /// Whether it may head the readers' comments.
    pub(super) heads_discussion: bool,
    /// Whether it is a notice wherever it stands.
    pub(super) notice: bool,
    /// Whether it is a caption.
    pub(super) caption: bool,
    /// Whether it leads to another story.
    pub(super) leads_elsewhere: bool,
    /// Whether it may head links to other stories.
    pub(super) heads_links: bool,
    /// Whether it is nothing but a date.
    pub(super) date: bool,
    /// Whether it says who wrote the story.
    pub(super) byline: bool,
}

impl Shown {
    /// Reads a paragraph: its text, the tokens in it and its sentences, as ranges of these.
    pub(crate) fn read(text: &str, tokens: &[Token], sentences: &[Range<usize>]) -> Self {
        let alone = alone(View { text, tokens }, sentences);
        Self {
            words: alone.words,
            stopped: alone.stopped,
            prose: alone.prose,
            furniture: furniture::read(&alone),
            heads_discussion: furniture::heads_discussion(&alone),
            notice: notices::is_sure(&alone),
            caption: captions::is_caption(&alone),
            leads_elsewhere: links::leads_elsewhere(&alone),
            heads_links: links::heads_links(&alone),
            date: headers::is_date(&alone),
            byline: headers::is_byline(&alone),
        }
    }
}

fn alone<'a>(view: View<'a>, sentences: &'a [Range<usize>]) -> Alone<'a> {
    let all = 0..view.len();
    let text = match (view.tokens.first(), view.tokens.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span).of(view.text),
        _ => "",
    };
    let kinds = view.tokens.iter().map(|token| token.kind);
    let words = kinds
        .filter(|kind| matches!(kind, TokenKind::Word | TokenKind::Number))
        .count();
    let last = all
        .rev()
        .find(|&at| !matches!(view.mark(at), '"' | '\'' | '”' | '’' | '»' | ')' | ']'))
        .map_or('\0', |at| view.mark(at));
    let asked = matches!(last, '?' | '？' | '؟');
    let full = matches!(last, '.' | '…' | '!' | '。' | '！' | '۔' | '।');
    let wide = || text.chars().any(|c| c > '\u{2e80}');
    // Headlines ask; they seldom take a full stop.
    let ends = full || sentences.len() > 1;
    Alone {
        view,
        text,
        sentences,
        words,
        stopped: full || asked,
        prose: words >= SURELY_PROSE || ends && (words >= LEAST_PROSE || wide()),
    }
}
