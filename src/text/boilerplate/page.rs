//! The page: the paragraphs of an article with what the families of boilerplate ask about them.

use super::{Boilerplate, BoilerplateKind};
use crate::article::{Article, Passage};
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::tokens::TokenKind;
use crate::text::view::View;
use std::ops::Range;

/// One paragraph.
pub(super) struct Line<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// Its tokens, as indices into the article's.
    pub(super) tokens: Range<usize>,
    /// Its sentences, as indices into the article's.
    sentences: Range<usize>,
    /// How many words and figures it has.
    pub(super) words: usize,
    /// Whether it ends with a stop, apart from quotes and brackets.
    pub(super) stopped: bool,
    /// Whether it reads like a paragraph of a story: whole sentences, not a heading.
    pub(super) prose: bool,
    /// Whether all of it is boilerplate.
    pub(super) taken: bool,
}

impl<'a> Line<'a> {
    /// Its first `limit` bytes or a few less.
    pub(super) fn opening(&self, limit: usize) -> &'a str {
        let mut end = limit.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }
}

/// A paragraph with fewer words, even if it ends with a stop, may be a heading or a link.
const LEAST_PROSE: usize = 8;
/// A paragraph with more words is prose, even if its stop is missing.
const SURELY_PROSE: usize = 30;

/// The paragraphs of an article, and what has been found in them so far.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article,
    pub(super) view: View<'a>,
    pub(super) lines: Vec<Line<'a>>,
    found: Vec<Boilerplate>,
}

impl<'a> Page<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let view = View {
            text: article.text(),
            tokens: article.tokens(),
        };
        let sentences = article.sentences();
        let mut next = 0;
        let lines = article.paragraphs().iter().map(|paragraph| {
            let first = next;
            let inside = |sentence: &Passage| sentence.tokens.start < paragraph.tokens.end;
            while sentences.get(next).is_some_and(inside) {
                next += 1;
            }
            line(view, paragraph, first..next)
        });
        let lines = lines.collect();
        Self {
            article,
            view,
            lines,
            found: Vec::new(),
        }
    }

    /// The first line of prose that is not boilerplate; the number of lines if there is none.
    pub(super) fn first_prose(&self) -> usize {
        let story = |line: &Line| line.prose && !line.taken;
        self.lines
            .iter()
            .position(story)
            .unwrap_or(self.lines.len())
    }

    /// Past the last line of prose that is not boilerplate; 0 if there is none.
    pub(super) fn prose_end(&self) -> usize {
        let story = |line: &Line| line.prose && !line.taken;
        self.lines
            .iter()
            .rposition(story)
            .map_or(0, |last| last + 1)
    }

    /// Takes all of line `index`.
    #[inline(never)]
    pub(super) fn take(&mut self, index: usize, kind: BoilerplateKind) {
        if !self.lines[index].taken {
            self.lines[index].taken = true;
            self.take_tokens(self.lines[index].tokens.clone(), kind);
        }
    }

    /// Takes `tokens`, part of a line or all of it.
    pub(super) fn take_tokens(&mut self, tokens: Range<usize>, kind: BoilerplateKind) {
        let span = self.view.tokens[tokens.start]
            .span
            .cover(self.view.tokens[tokens.end - 1].span);
        self.found.push(Boilerplate { span, kind });
    }

    /// The sentences of line `index`, as ranges of tokens.
    pub(super) fn sentences(
        &self,
        index: usize,
    ) -> impl DoubleEndedIterator<Item = Range<usize>> + 'a {
        let sentences = self.article.sentences()[self.lines[index].sentences.clone()].iter();
        sentences.map(|sentence| sentence.tokens.start as usize..sentence.tokens.end as usize)
    }

    /// The text from the first of `tokens` to the end of the last.
    pub(super) fn text_of(&self, tokens: &Range<usize>) -> &'a str {
        let start = self.view.tokens[tokens.start].span.start;
        let end = self.view.tokens[tokens.end - 1].span.end;
        Span::new(start, end).of(self.view.text)
    }

    /// What was found, in order and apart; neighbours of one kind are one stretch.
    pub(super) fn stretches(mut self) -> Vec<Boilerplate> {
        sort_by_key(&mut self.found, |stretch| stretch.span);
        let mut stretches: Vec<Boilerplate> = Vec::with_capacity(self.found.len());
        for next in self.found {
            match stretches.last_mut() {
                Some(last) if next.span.start < last.span.end => {
                    last.span = last.span.cover(next.span);
                }
                Some(last) if last.kind == next.kind => {
                    let between = &self.view.text[last.span.end as usize..next.span.start as usize];
                    if between.trim().is_empty() {
                        last.span = last.span.cover(next.span);
                    } else {
                        stretches.push(next);
                    }
                }
                _ => stretches.push(next),
            }
        }
        stretches
    }
}

fn line<'a>(view: View<'a>, paragraph: &Passage, sentences: Range<usize>) -> Line<'a> {
    let tokens = paragraph.tokens.start as usize..paragraph.tokens.end as usize;
    let kinds = view.tokens[tokens.clone()].iter().map(|token| token.kind);
    let words = kinds
        .filter(|kind| matches!(kind, TokenKind::Word | TokenKind::Number))
        .count();
    let mut closers = tokens.clone().rev();
    let last = closers
        .find(|&at| !matches!(view.mark(at), '"' | '\'' | '”' | '’' | '»' | ')' | ']'))
        .map_or('\0', |at| view.mark(at));
    let asked = matches!(last, '?' | '？' | '؟');
    let full = matches!(last, '.' | '…' | '!' | '。' | '！' | '۔' | '।');
    let text = paragraph.span.of(view.text);
    let wide = || text.chars().any(|c| c > '\u{2e80}');
    // Headlines ask; they seldom take a full stop.
    let ends = full || sentences.len() > 1;
    let prose = words >= SURELY_PROSE || ends && (words >= LEAST_PROSE || wide());
    Line {
        text,
        tokens,
        sentences,
        words,
        stopped: full || asked,
        prose,
        taken: false,
    }
}

/// `text` from its first letter or figure on.
#[inline(never)]
pub(super) fn from_letter(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// `text` from its first letter or figure to its last.
#[inline(never)]
pub(super) fn label(text: &str) -> &str {
    from_letter(text).trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Whether `text` begins with one of `phrases`, in whatever case, and there with a whole word.
#[inline(never)]
pub(super) fn begins_with(text: &str, phrases: &[&str]) -> bool {
    let Some(first) = text.bytes().next() else {
        return false;
    };
    let begun = |phrase: &str| phrase.as_bytes()[0] == first.to_ascii_lowercase();
    phrases.iter().any(|phrase| {
        begun(phrase)
            && text
                .split_at_checked(phrase.len())
                .is_some_and(|(head, rest)| {
                    head.eq_ignore_ascii_case(phrase) && !rest.starts_with(char::is_alphanumeric)
                })
    })
}

/// Whether `text` holds one of `phrases`.
#[inline(never)]
pub(super) fn holds(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}
