//! What is found out about each token once, when it is cut, so that no reading looks it up again.

use super::dates::is_date_word;
use super::numerals::is_number_word;
use super::parts::{Part, part_of_mark, part_of_word};
use super::tokens::{Token, TokenKind};
use super::word_table::Lower;

/// What a token is, apart from its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Facts {
    /// The part it can play in a phrase.
    pub(super) part: Part,
    /// Its only byte; 0 when it has several. It tells the marks of ASCII apart.
    pub(super) byte: u8,
    flags: u8,
}

/// Nothing stands right before it: it is the first of its paragraph, or white space is there.
const SPACED: u8 = 1;
/// It begins with a capital.
const CAPITAL: u8 = 2;
/// It begins with a small letter.
const SMALL: u8 = 4;
/// It is a word that numbers are made of.
const NUMERAL: u8 = 8;
/// It is a word that dates are made of.
const DATE: u8 = 16;

impl Facts {
    /// Of a token that nobody has looked at yet.
    pub(super) const NONE: Self = Self {
        part: Part::Mark,
        byte: 0,
        flags: 0,
    };

    /// Whether nothing stands right before it.
    pub(super) fn spaced(self) -> bool {
        self.flags & SPACED != 0
    }

    /// Whether it begins with a capital.
    pub(super) fn capital(self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it begins with a small letter.
    pub(super) fn small(self) -> bool {
        self.flags & SMALL != 0
    }

    /// Whether it is a word that numbers are made of.
    pub(super) fn is_number_word(self) -> bool {
        self.flags & NUMERAL != 0
    }

    /// Whether it is a word that dates are made of.
    pub(super) fn is_date_word(self) -> bool {
        self.flags & DATE != 0
    }
}

/// Finds out about all of `tokens`, which are those of one paragraph of `text`.
pub(super) fn find_out(text: &str, tokens: &mut [Token]) {
    let mut spaced = true;
    for at in 0..tokens.len() {
        let token = tokens[at];
        let next = tokens.get(at + 1);
        let spaced_after = next.is_none_or(|next| token.span.end < next.span.start);
        let word = token.span.of(text);
        tokens[at].facts = of(word, token.kind, spaced, spaced_after);
        spaced = spaced_after;
    }
}

fn of(word: &str, kind: TokenKind, spaced: bool, spaced_after: bool) -> Facts {
    let first = word.chars().next().unwrap_or_default();
    let small = first.is_lowercase();
    let mut flags = u8::from(spaced) * SPACED
        | u8::from(first.is_uppercase()) * CAPITAL
        | u8::from(small) * SMALL;
    let part = match kind {
        TokenKind::Word => {
            let lower = Lower::of(word);
            let numeral = is_number_word(word, &lower);
            let date = is_date_word(word, &lower);
            flags |= u8::from(numeral) * NUMERAL | u8::from(date) * DATE;
            part_of_word(word, &lower, small, date)
        }
        TokenKind::Number => Part::Nominal,
        TokenKind::Possessive => Part::Possessive,
        TokenKind::Mark => part_of_mark(word, spaced, spaced_after),
    };
    Facts {
        part,
        byte: match word.as_bytes() {
            [byte] => *byte,
            _ => 0,
        },
        flags,
    }
}
