//! Tokens together with their text: the small questions that every reader of tokens asks.

use super::tokens::{Token, TokenKind};
use super::word_table::WordSet;
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

    /// Whether there is something between token `index` and the one before: white space, as a rule.
    pub(super) fn spaced(self, index: usize) -> bool {
        match (index.checked_sub(1), self.tokens.get(index)) {
            (Some(before), Some(token)) => self.tokens[before].span.end < token.span.start,
            _ => true,
        }
    }

    /// Whether token `index` begins with a capital.
    pub(super) fn capital(self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    /// Whether token `index` begins with a small letter.
    pub(super) fn small(self, index: usize) -> bool {
        self.word(index).starts_with(char::is_lowercase)
    }

    /// Whether token `index` is in capitals throughout, two of them or more.
    pub(super) fn all_capitals(self, index: usize) -> bool {
        let word = self.word(index);
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
    }
}

/// Whether `word` is a dash or a hyphen that stands alone, or several.
pub(super) fn is_dash(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(dash) && characters.all(dash)
}

fn dash(character: char) -> bool {
    matches!(character, '-' | '‐'..='―' | '−')
}

/// Whether `word` names a month, whole or abbreviated, with a capital.
pub(super) fn is_month(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase()) && MONTHS.holds(word)
}

#[rustfmt::skip]
static MONTHS: WordSet = WordSet::new(&[
    "apr", "april", "aug", "august", "dec", "december",
    "feb", "february", "jan", "january", "jul", "july",
    "jun", "june", "mar", "march", "may", "nov",
    "november", "oct", "october", "sep", "sept", "september",
]);

/// Whether `word` names a day of the week, whole or abbreviated, with a capital.
pub(super) fn is_weekday(word: &str) -> bool {
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    capital
        && matches!(
            word,
            "Monday"
                | "Tuesday"
                | "Wednesday"
                | "Thursday"
                | "Friday"
                | "Saturday"
                | "Sunday"
                | "Mon"
                | "Tue"
                | "Tues"
                | "Wed"
                | "Thu"
                | "Thur"
                | "Thurs"
                | "Fri"
                | "Sat"
                | "Sun"
        )
}
