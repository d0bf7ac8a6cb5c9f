//! Tokens: words as in Unicode Standard Annex #29, with the conventions of news copy.
//!
//! Three things differ from the annex. A possessive is a token of its own (`Russia` `'s`), because
//! names and comparisons end before it. The dots of an acronym belong to it (`U.S.`). White space is
//! no token.
//!
//! White space also cuts the text into chunks that the annex's rules never cross. Chunks of plain
//! ASCII, nine in ten, are cut by a small table; the others by `unicode-segmentation`. A property
//! test holds the two equal.

use super::abbreviations::is_acronym;
use super::facts::{Facts, find_out};
use super::marks::is_elision;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, possibly with digits, apostrophes and dots inside: `war`, `don't`, `U.S.`, `F16`.
    Word,
    /// Begins with a digit: `2270`, `10,000`, `3.4`.
    Number,
    /// A possessive ending, `'s` or a bare apostrophe after an s.
    Possessive,
    /// Anything else that shows: punctuation and symbols.
    Mark,
}

/// One token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// What the readings ask about it.
    pub(super) facts: Facts,
}

impl Token {
    const fn new(span: Span, kind: TokenKind) -> Self {
        Self {
            span,
            kind,
            facts: Facts::NONE,
        }
    }

    /// Whether it begins with a capital.
    pub(crate) fn begins_with_capital(&self) -> bool {
        self.facts.capital()
    }

    /// The same token, `by` bytes further on.
    pub(crate) const fn shifted(self, by: u32) -> Self {
        Self {
            span: self.span.shifted(by),
            ..self
        }
    }
}

/// The tokens of `text`, in order and apart from each other.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = cut(text);
    find_out(text, &mut tokens);
    tokens
}

/// The tokens of `text`, of which nothing but their kind is known yet.
fn cut(text: &str) -> Vec<Token> {
    let mut tokenizer = Tokenizer {
        text,
        found: Vec::with_capacity(text.len() / 5),
        quote_open: false,
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut held = 0;
        let chunk = bytes[start..].iter().map(|byte| class::of(*byte));
        for class in chunk.take_while(|class| *class != class::GAP) {
            held |= class;
            at += 1;
        }
        // The chunk ends here, and the next one begins behind the gap.
        let end = at;
        at += 1;
        match held {
            0 => {}
            // Nothing but letters: no rule applies.
            class::LETTER => {
                let word = Token::new(Span::from(start..end), TokenKind::Word);
                tokenizer.found.push(word);
            }
            _ if held & class::HIGH == 0 => ascii_pieces(&bytes[start..end], |piece| {
                let span = Span::from(start + piece.start..start + piece.end);
                let first = bytes[start + piece.start];
                match class::of(first) {
                    class::LETTER => tokenizer.push_word(span, TokenKind::Word),
                    class::DIGIT => tokenizer.push_word(span, TokenKind::Number),
                    _ => tokenizer.push_mark(span, char::from(first)),
                }
            }),
            _ => {
                for (offset, piece) in text[start..end].split_word_bound_indices() {
                    if let Some(first) = piece.chars().find(|c| !is_joiner(*c))
                        && !first.is_whitespace()
                        && !first.is_control()
                    {
                        let from = start + offset;
                        tokenizer.push(Span::from(from..from + piece.len()), first);
                    }
                }
            }
        }
    }
    tokenizer.found
}

/// The word-break classes of the annex that matter in ASCII, as bits so that a rule is one test.
mod class {
    pub const LETTER: u8 = 1;
    pub const DIGIT: u8 = 2;
    pub const UNDERSCORE: u8 = 4;
    /// Whatever a word goes on with, unless a rule says otherwise.
    pub const WORD: u8 = LETTER | DIGIT | UNDERSCORE;
    /// Joins two letters.
    pub const BETWEEN_LETTERS: u8 = 8;
    /// Joins two digits.
    pub const BETWEEN_DIGITS: u8 = 16;

    /// White space and control characters, which part chunks.
    pub const GAP: u8 = 32;
    /// A byte of a character beyond ASCII.
    pub const HIGH: u8 = 64;
    /// Any other mark: a piece of its own.
    const OTHER: u8 = 128;

    pub const fn of(byte: u8) -> u8 {
        OF[byte as usize]
    }

    static OF: [u8; 256] = {
        let mut table = [HIGH; 256];
        let mut byte = 0;
        while byte < 128 {
            table[byte as usize] = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => LETTER,
                b'0'..=b'9' => DIGIT,
                b'_' => UNDERSCORE,
                b'.' | b'\'' => BETWEEN_LETTERS | BETWEEN_DIGITS,
                b':' => BETWEEN_LETTERS,
                b',' | b';' => BETWEEN_DIGITS,
                ..=b' ' | 0x7F => GAP,
                _ => OTHER,
            };
            byte += 1;
        }
        table
    };
}

/// Cuts `chunk`, ASCII without white space, where the annex does.
fn ascii_pieces(chunk: &[u8], mut piece: impl FnMut(std::ops::Range<usize>)) {
    let of = |at: usize| chunk.get(at).map_or(0, |byte| class::of(*byte));
    let mut at = 0;
    while at < chunk.len() {
        let start = at;
        let mut last = of(at);
        at += 1;
        if last & class::WORD != 0 {
            loop {
                let next = of(at);
                if next & class::WORD != 0 {
                    last = next;
                    at += 1;
                    continue;
                }
                let after = of(at + 1);
                let joined = last & after;
                let joins = (joined & class::LETTER != 0 && next & class::BETWEEN_LETTERS != 0)
                    || (joined & class::DIGIT != 0 && next & class::BETWEEN_DIGITS != 0);
                if !joins {
                    break;
                }
                last = after;
                at += 2;
            }
        }
        piece(start..at);
    }
}

/// Characters that shape their neighbours and show nothing themselves.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// Turns the pieces of the annex into tokens.
struct Tokenizer<'a> {
    text: &'a str,
    found: Vec<Token>,
    /// Whether a single quotation mark has been opened: then `s'` may close it.
    quote_open: bool,
}

impl Tokenizer<'_> {
    /// Takes the next piece, whose first visible character is `first`.
    fn push(&mut self, span: Span, first: char) {
        // Dashes and quotation marks, the most frequent beyond ASCII, need no look at the tables.
        if matches!(first, '‐'..='‧') || !first.is_alphanumeric() {
            self.push_mark(span, first);
        } else if first.is_numeric() {
            self.push_word(span, TokenKind::Number);
        } else {
            self.push_word(span, TokenKind::Word);
        }
    }

    fn push_word(&mut self, span: Span, kind: TokenKind) {
        let word = span.of(self.text);
        if self.touches(span)
            && let Some((quote, before)) = self.found.split_last_mut()
            && is_apostrophe(quote.span.of(self.text))
        {
            let follows = |before: &Token| before.span.end == quote.span.start;
            if !before.last().is_some_and(follows) {
                self.quote_open |= !is_elision(word);
            } else if matches!(word, "s" | "S") {
                // `U.S.'s`, `1990's`, `(EU)'s`: the annex leaves the apostrophe apart.
                quote.span.end = span.end;
                quote.kind = TokenKind::Possessive;
                return;
            }
        }
        let cut = span.end - possessive_ending(word);
        if cut == span.end || cut == span.start {
            self.found.push(Token::new(span, kind));
            return;
        }
        let ending = Span::new(cut, span.end);
        self.found
            .push(Token::new(Span::new(span.start, cut), kind));
        self.found.push(Token::new(ending, TokenKind::Possessive));
    }

    fn push_mark(&mut self, span: Span, first: char) {
        let mut kind = TokenKind::Mark;
        if self.touches(span)
            && let Some(last) = self.found.last_mut()
            && last.kind == TokenKind::Word
        {
            let word = last.span.of(self.text);
            if first == '.' && is_acronym(word) {
                last.span.end = span.end;
                return;
            }
            if matches!(first, '\'' | '’')
                && word.ends_with(['s', 'S', 'z', 'x'])
                && !self.quote_open
            {
                kind = TokenKind::Possessive;
            }
        }
        self.quote_open |= first == '‘';
        self.found.push(Token::new(span, kind));
    }

    /// Whether the last token ends where `span` begins.
    fn touches(&self, span: Span) -> bool {
        self.found
            .last()
            .is_some_and(|last| last.span.end == span.start)
    }
}

fn is_apostrophe(word: &str) -> bool {
    matches!(word, "'" | "’")
}

/// The length in bytes of the `'s` that `word` ends with, or 0.
fn possessive_ending(word: &str) -> u32 {
    match word.as_bytes() {
        [.., b'\'', b's' | b'S'] => 2,
        // The apostrophe U+2019.
        [.., 0xe2, 0x80, 0x99, b's' | b'S'] => 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect()
    }

    /// Each row is a text whose tokens are set apart by `|`.
    #[test]
    fn words_of_news_copy() {
        for row in [
            "Russia|’s| war",
            "the| EU|'s",
            "the| U.S.| said|.",
            "the| U.S.|'s| ally",
            "N.| Korea",
            "J.K.| Lima|,| Ph.D.|,| at| 6| a.m.",
            "10,000| or| 3.4|%",
            "$|1.2bn| in| the| 1990|'s",
            "O'Neil| and| d’Arc| don't",
            "the| boys|'| game",
            "rock| '|n|'| roll",
            "see| example.com|.",
            "(|EU|)|'s",
            "‘|The| girls|’| left",
            "Mr|.| Lima",
            "co|-|operate",
            "naïve| cafe\u{301}|’s",
            "a|😀|b",
            "Kim|\u{200b}",
            "北|京",
        ] {
            let text = row.replace('|', "");
            let expected: Vec<&str> = row.split('|').map(str::trim_start).collect();
            let expected: Vec<&str> = expected.into_iter().filter(|w| *w != "\u{200b}").collect();
            assert_eq!(words(&text), expected);
        }
    }

    #[test]
    fn a_bare_apostrophe_is_a_possessive_unless_a_quote_is_open() {
        let kind = |text: &str| {
            let found = tokens(text);
            let mark = found.iter().rev().find(|t| is_apostrophe(t.span.of(text)));
            mark.map(|token| token.kind)
        };
        assert_eq!(kind("the boys' game"), Some(TokenKind::Possessive));
        assert_eq!(
            kind("in the '90s the boys’ game"),
            Some(TokenKind::Possessive)
        );
        assert_eq!(kind("'we are boys' they said"), Some(TokenKind::Mark));
        assert_eq!(kind("‘We are boys’ they said"), Some(TokenKind::Mark));
    }

    proptest! {
        #[test]
        fn the_ascii_table_equals_the_annex(chunk in "[!-~]{0,24}") {
            let mut pieces = Vec::new();
            ascii_pieces(chunk.as_bytes(), |piece| pieces.push(&chunk[piece]));
            prop_assert_eq!(pieces, chunk.split_word_bounds().collect::<Vec<_>>());
        }

        #[test]
        fn white_space_never_joins_what_it_parts(text in "[a1é北.' \n_😀:,]{0,40}") {
            let whole: Vec<&str> = text.split_word_bounds().filter(|p| !p.trim().is_empty()).collect();
            let mut chunks = Vec::new();
            for chunk in text.split([' ', '\n']) {
                chunks.extend(chunk.split_word_bounds());
            }
            prop_assert_eq!(whole, chunks);
        }
    }
}
