//! What is found out about each token once, when it is cut, so that no reading looks it up again.

use super::known_words::{BEGINS, DATE, ENDS, KNOWN_WORDS, Known, NUMBER, RIGHTS};
use super::parts::{Part, part_of_mark, part_of_word};
use super::tokens::{Token, TokenKind};

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
/// The roles of a known word stand above these, from this bit on.
const ROLES: u8 = 3;

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
        self.has_role(NUMBER)
    }

    /// Whether it is a word that dates are made of.
    pub(super) fn is_date_word(self) -> bool {
        self.has_role(DATE)
    }

    /// Whether it is a word that ends a noun phrase.
    pub(super) fn ends_phrase(self) -> bool {
        self.has_role(ENDS)
    }

    /// Whether it is a word that notices of rights are known by.
    pub(super) fn tells_notice(self) -> bool {
        self.has_role(RIGHTS)
    }

    /// Whether it is a word that, with its capital, begins a sentence and no name.
    pub(super) fn begins_sentences(self) -> bool {
        self.has_role(BEGINS)
    }

    fn has_role(self, role: u8) -> bool {
        self.flags & (role << ROLES) != 0
    }
}

/// Finds out about all of `tokens`, which are those of one paragraph of `text`.
pub(super) fn find_out(text: &str, tokens: &mut [Token]) {
    let mut spaced = true;
    for at in 0..tokens.len() {
        let token = tokens[at];
        let next = tokens.get(at + 1);
        let spaced_after = next.is_none_or(|next| token.span.end < next.span.start);
        tokens[at].facts = of(text, token, spaced, spaced_after);
        spaced = spaced_after;
    }
}

fn of(text: &str, token: Token, spaced: bool, spaced_after: bool) -> Facts {
    let word = &text.as_bytes()[token.span.range()];
    let [first, ..] = *word else {
        return Facts::NONE;
    };
    // Marks have no case.
    let (capital, small) = match token.kind {
        TokenKind::Possessive | TokenKind::Mark => (false, false),
        _ if first.is_ascii() => (first.is_ascii_uppercase(), first.is_ascii_lowercase()),
        TokenKind::Word | TokenKind::Number => {
            let first = token.span.of(text).chars().next().unwrap_or_default();
            (first.is_uppercase(), first.is_lowercase())
        }
    };
    let mut flags = 0;
    for (flag, holds) in [(SPACED, spaced), (CAPITAL, capital), (SMALL, small)] {
        flags |= if holds { flag } else { 0 };
    }
    let part = match token.kind {
        TokenKind::Word => {
            let known = known(word);
            flags |= known.1 << ROLES;
            part_of_word(text, token.span, known, small)
        }
        TokenKind::Number => Part::Nominal,
        TokenKind::Possessive => Part::Possessive,
        TokenKind::Mark => part_of_mark(word, spaced, spaced_after),
    };
    Facts {
        part,
        byte: if word.len() == 1 { first } else { 0 },
        flags,
    }
}

/// What `word` is to the readings as it is written here.
fn known(word: &[u8]) -> Known {
    let Known(part, roles) = KNOWN_WORDS
        .get_bytes(word)
        .unwrap_or(Known(Part::Nominal, 0));
    if word.ends_with(b".") {
        // An acronym is no small word, `U.S.` is not `us`; but the `A.` of a name ends a phrase.
        return Known(Part::Nominal, roles & ENDS);
    }
    // With a small letter it begins nothing; in capitals throughout it may be part of a name.
    if roles & BEGINS != 0 && !is_capitalised(word) {
        return Known(part, roles & !BEGINS);
    }
    Known(part, roles)
}

/// Whether `word` has a capital and then small letters only.
fn is_capitalised(word: &[u8]) -> bool {
    matches!(word, [b'A'..=b'Z', rest @ ..] if rest.iter().all(u8::is_ascii_lowercase))
}
