//! Tokens together with their text: the small questions that every reader of tokens asks.

use super::dates::{is_month, is_weekday};
use super::tokens::{Token, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// Tokens and the text that they stand in. An index past the end is answered with "nothing there".
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> View<'a> {
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    /// The text from the first to the last of `tokens`, which are not empty.
    pub(super) fn span(self, tokens: &Range<usize>) -> Span {
        let (first, last) = (self.tokens[tokens.start], self.tokens[tokens.end - 1]);
        first.span.cover(last.span)
    }

    /// The text of token `index`, empty past the end.
    pub(super) fn word(self, index: usize) -> &'a str {
        match self.tokens.get(index) {
            Some(token) => token.span.of(self.text),
            None => "",
        }
    }

    /// Whether token `index` is there and of `kind`.
    pub(super) fn is(self, index: usize, kind: TokenKind) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.kind == kind)
    }

    /// The first character of token `index`; the null character past the end.
    pub(super) fn first(self, index: usize) -> char {
        let Some(token) = self.tokens.get(index) else {
            return '\0';
        };
        match self.text.as_bytes().get(token.span.start as usize) {
            Some(byte) if byte.is_ascii() => char::from(*byte),
            _ => self.word(index).chars().next().unwrap_or_default(),
        }
    }

    /// The only character of token `index`; the null character when it has several, or past the end.
    pub(super) fn mark(self, index: usize) -> char {
        let Some(token) = self.tokens.get(index) else {
            return '\0';
        };
        // A character has four bytes at most.
        if token.facts.byte != 0 || token.span.len() > 4 {
            return char::from(token.facts.byte);
        }
        let mut characters = token.span.of(self.text).chars();
        match (characters.next(), characters.next()) {
            (Some(mark), None) => mark,
            _ => '\0',
        }
    }

    /// Whether there is something between token `index` and the one before: white space, as a rule.
    pub(super) fn spaced(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        index == 0 || token.is_none_or(|token| token.facts.spaced())
    }

    /// Whether token `index` begins with a capital.
    pub(super) fn capital(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        token.is_some_and(|token| token.facts.capital())
    }

    /// Whether token `index` begins with a small letter.
    pub(super) fn small(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        token.is_some_and(|token| token.facts.small())
    }

    /// Whether token `index`, with its capital, begins a sentence and no name.
    pub(super) fn begins_sentences(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        token.is_some_and(|token| token.facts.begins_sentences())
    }

    /// Whether token `index` names a month, whole or abbreviated, with a capital.
    pub(super) fn is_month(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        token.is_some_and(|token| token.facts.is_date_word() && is_month(token.span.of(self.text)))
    }

    /// Whether token `index` names a day of the week, whole or abbreviated, with a capital.
    pub(super) fn is_weekday(self, index: usize) -> bool {
        let token = self.tokens.get(index);
        token
            .is_some_and(|token| token.facts.is_date_word() && is_weekday(token.span.of(self.text)))
    }

    /// Whether token `index` is in capitals throughout, two of them or more.
    pub(super) fn all_capitals(self, index: usize) -> bool {
        all_capitals(self.word(index))
    }
}

/// Whether `word` is in capitals throughout, two of them or more.
pub(super) fn all_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

/// Whether `word` is a dash or a hyphen that stands alone, or several.
pub(super) fn is_dash(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(dash) && characters.all(dash)
}

fn dash(character: char) -> bool {
    matches!(character, '-' | '‐'..='―' | '−')
}
