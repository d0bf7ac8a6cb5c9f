//! What the parsers of figures and dates share: a view of one paragraph's tokens, and tables of words.

use super::tokens::{Token, TokenKind};
use crate::span::Span;
use std::ops::{Deref, Range};

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
        Lower::of(self.word(index))
    }

    /// The token `by` places before `index`, in lower case and without dots.
    pub(crate) fn lower_before(&self, index: usize, by: usize) -> Lower {
        Lower::of(self.word_before(index, by))
    }

    /// Whether token `index` begins where the one before it ends.
    pub(crate) fn touches(&self, index: usize) -> bool {
        index > self.start
            && self
                .token(index)
                .is_some_and(|token| token.span.start == self.tokens[index - 1].span.end)
    }

    /// Whether token `index` is a hyphen, a dash or a minus sign.
    pub(crate) fn is_dash(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Mark)
            && matches!(
                self.word(index).as_bytes(),
                // U+2010 to U+2014, and U+2212
                b"-" | [0xe2, 0x80, 0x90..=0x94] | [0xe2, 0x88, 0x92]
            )
    }

    /// Whether token `index` is a dash without space on either side, as in `11-12`.
    pub(crate) fn joins(&self, index: usize) -> bool {
        self.is_dash(index) && self.touches(index) && self.touches(index + 1)
    }

    pub(crate) fn is_capitalised(&self, index: usize) -> bool {
        let mut letters = self.word(index).chars();
        letters.next().is_some_and(char::is_uppercase)
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

/// The longest word that any table holds.
const LONGEST: usize = 16;

/// A word in lower case without its dots; empty when it is longer than any word that is listed.
#[derive(Clone, Copy)]
pub(crate) struct Lower {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Lower {
    pub(crate) fn of(word: &str) -> Self {
        let word = word.as_bytes();
        let mut lower = Self {
            bytes: [0; LONGEST],
            length: 0,
        };
        if word.len() > LONGEST {
            return lower;
        }
        // Only an acronym has dots, and then its last letter has one.
        if word.ends_with(b".") {
            for byte in word.iter().filter(|byte| **byte != b'.') {
                lower.bytes[lower.length] = byte.to_ascii_lowercase();
                lower.length += 1;
            }
        } else {
            lower.length = word.len();
            lower.bytes[..word.len()].copy_from_slice(word);
            lower.bytes.make_ascii_lowercase();
        }
        lower
    }
}

impl Deref for Lower {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// A table from words to what they mean, made at compile time.
///
/// Nearly every word of a text is in no table, so the first question is whether any listed word has
/// its first letter, last letter and length; it costs one look into two kilobytes.
pub(crate) struct WordTable<V: 'static> {
    entries: &'static [(&'static str, V)],
    /// For each pair of first and last byte, modulo 32: a bit for each length that occurs.
    shapes: [u16; 1024],
    /// For each first byte, modulo 32: its first entry and the one after its last.
    runs: [(u8, u8); 32],
}

impl<V: Copy> WordTable<V> {
    /// A table of `entries`, lower case, in the order of their bytes, which is checked here.
    pub(crate) const fn new(entries: &'static [(&'static str, V)]) -> Self {
        assert!(entries.len() <= u8::MAX as usize);
        let mut shapes = [0; 1024];
        let mut runs = [(0, 0); 32];
        let mut index = 0;
        while index < entries.len() {
            let word = entries[index].0.as_bytes();
            assert!(word.len() < LONGEST);
            if index > 0 {
                assert!(
                    precedes(entries[index - 1].0.as_bytes(), word),
                    "out of order"
                );
            }
            shapes[shape(word)] |= 1 << word.len();
            let run = &mut runs[(word[0] & 31) as usize];
            if run.1 == 0 {
                run.0 = index as u8;
            }
            index += 1;
            run.1 = index as u8;
        }
        Self {
            entries,
            shapes,
            runs,
        }
    }

    /// Whether a word of this shape may be listed: false for nearly all that are not.
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        !word.is_empty()
            && word.len() < LONGEST
            && self.shapes[shape(word)] & (1 << word.len()) != 0
    }

    /// What `word` means, in whatever case it is written and with or without the dots of an acronym.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        if !self.may_hold(word.as_bytes()) && !word.ends_with('.') {
            return None;
        }
        let lower = Lower::of(word);
        if !self.may_hold(&lower) {
            return None;
        }
        let (start, end) = self.runs[(lower[0] & 31) as usize];
        self.entries[start as usize..end as usize]
            .iter()
            .find(|(entry, _)| entry.as_bytes() == &*lower)
            .map(|(_, meaning)| *meaning)
    }

    /// Whether `word` is listed.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// Case does not change it: lower and upper case letters differ by 32.
const fn shape(word: &[u8]) -> usize {
    (word[0] & 31) as usize * 32 + (word[word.len() - 1] & 31) as usize
}

const fn precedes(a: &[u8], b: &[u8]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() {
        if a[index] != b[index] {
            return a[index] < b[index];
        }
        index += 1;
    }
    a.len() < b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_its_words_and_no_others() {
        static TABLE: WordTable<u8> = WordTable::new(&[("four", 4), ("ten", 10), ("two", 2)]);
        assert_eq!(TABLE.get("Ten"), Some(10));
        assert_eq!(TABLE.get("toe"), None);
        assert!(TABLE.may_hold(b"TWO"));
        assert!(!TABLE.may_hold(b"the"));
        assert!(!TABLE.may_hold(b""));
    }

    #[test]
    fn lower_drops_dots_and_gives_up_on_long_words() {
        assert_eq!(&*Lower::of("p.m."), b"pm");
        assert!(Lower::of("antidisestablishmentarianism").is_empty());
    }
}
