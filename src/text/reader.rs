//! What the parsers of figures and dates share: a view of one paragraph's tokens.

use super::among::among;
use super::tokens::{Token, TokenKind};
use super::word_table::Lower;
use crate::span::Span;
use std::ops::Range;

/// The tokens of one paragraph. Indices are those of the article; outside the paragraph there is
/// nothing: no text, no kind, no neighbour.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    start: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], range: Range<usize>) -> Self {
        Self {
            text,
            tokens,
            start: range.start,
            end: range.end,
        }
    }

    /// The same tokens up to `end`.
    pub(crate) fn until(self, end: usize) -> Self {
        let end = end.clamp(self.start, self.end);
        Self { end, ..self }
    }

    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    fn token(&self, index: usize) -> Option<&'a Token> {
        (index >= self.start && index < self.end).then(|| &self.tokens[index])
    }

    pub(crate) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.token(index).map(|token| token.kind)
    }

    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
    }

    pub(crate) fn is_number(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Number)
    }

    /// The bytes of a token, empty outside the paragraph.
    pub(crate) fn bytes(&self, index: usize) -> &'a [u8] {
        let token = self.token(index);
        token.map_or(b"", |token| &self.text.as_bytes()[token.span.range()])
    }

    /// The text of a token, empty outside the paragraph.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        self.token(index)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The token `by` places before `index`, if the paragraph holds it.
    pub(crate) fn index_before(&self, index: usize, by: usize) -> Option<usize> {
        index.checked_sub(by).filter(|index| *index >= self.start)
    }

    /// The text of the token `by` places before `index`.
    pub(crate) fn word_before(&self, index: usize, by: usize) -> &'a str {
        index.checked_sub(by).map_or("", |index| self.word(index))
    }

    /// A token in lower case and without dots, empty outside the paragraph.
    pub(crate) fn lower(&self, index: usize) -> Lower {
        Lower::of_bytes(self.bytes(index))
    }

    /// The token `by` places before `index`, in lower case and without dots.
    pub(crate) fn lower_before(&self, index: usize, by: usize) -> Lower {
        let before = index.checked_sub(by);
        Lower::of_bytes(before.map_or(b"", |index| self.bytes(index)))
    }

    /// Whether token `index` is one of `list`, in whatever case and without dots.
    pub(crate) fn says(&self, index: usize, list: &str) -> bool {
        among(&*self.lower(index), list)
    }

    /// Whether the token `by` places before `index` is one of `list`.
    pub(crate) fn says_before(&self, index: usize, by: usize, list: &str) -> bool {
        among(&*self.lower_before(index, by), list)
    }

    /// Whether token `index` is one that numbers are made of.
    pub(crate) fn is_number_word(&self, index: usize) -> bool {
        self.token(index)
            .is_some_and(|token| token.facts.is_number_word())
    }

    /// Whether token `index` is a word that ends a noun phrase.
    pub(crate) fn ends_phrase(&self, index: usize) -> bool {
        self.token(index)
            .is_some_and(|token| token.facts.ends_phrase())
    }

    /// Whether token `index` is one that dates are made of.
    pub(crate) fn is_date_word(&self, index: usize) -> bool {
        self.token(index)
            .is_some_and(|token| token.facts.is_date_word())
    }

    /// Whether token `index` begins where the one before it ends.
    pub(crate) fn touches(&self, index: usize) -> bool {
        let token = self.token(index);
        index > self.start && token.is_some_and(|token| !token.facts.spaced())
    }

    /// Whether token `index` is a hyphen, a dash or a minus sign.
    pub(crate) fn is_dash(&self, index: usize) -> bool {
        let Some(token) = self.token(index) else {
            return false;
        };
        let shape = (token.facts.byte, token.span.len());
        shape == (b'-', 1)
            || token.kind == TokenKind::Mark
                && shape == (0, 3)
                && matches!(
                    self.bytes(index),
                    // U+2010 to U+2014, and U+2212
                    [0xe2, 0x80, 0x90..=0x94] | [0xe2, 0x88, 0x92]
                )
    }

    /// Whether token `index` is a dash without space on either side, as in `11-12`.
    pub(crate) fn joins(&self, index: usize) -> bool {
        self.is_dash(index) && self.touches(index) && self.touches(index + 1)
    }

    pub(crate) fn is_capitalised(&self, index: usize) -> bool {
        let token = self.token(index);
        token.is_some_and(|token| token.facts.capital())
    }

    /// Whether nothing, or the end of another sentence, or an opening mark stands before `index`.
    pub(crate) fn begins_sentence(&self, index: usize) -> bool {
        index <= self.start
            || matches!(
                self.word_before(index, 1),
                "." | "!"
                    | "?"
                    | ":"
                    | "\""
                    | "“"
                    | "‘"
                    | "'"
                    | "«"
                    | "„"
                    | "("
                    | "-"
                    | "–"
                    | "—"
                    | "•"
                    | "*"
            )
    }

    /// Token `index` without a dot after it, when one belongs to it: the place after `Dec` and after `Dec.`
    pub(crate) fn after_abbreviation(&self, index: usize) -> usize {
        let dot = index + 1;
        if self.word(dot) == "." && self.touches(dot) {
            dot + 1
        } else {
            dot
        }
    }

    /// From the first of `tokens` to the end of the last.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start]
            .span
            .cover(self.tokens[tokens.end - 1].span)
    }
}
