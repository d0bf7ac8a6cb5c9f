//! Tables of words, made at compile time: sets, and maps from words to what they mean.
//!
//! Nearly every word of a text is in no table, so the first question is whether any listed word with
//! its first letter has its length and its last letter; it costs one look into a few hundred bytes.

use std::ops::{Deref, Range};

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

/// Where the words of a sorted list stand, by their first letter.
struct Index {
    /// For each first byte, modulo 32: a bit for each length that occurs.
    lengths: [u16; 32],
    /// And one for each last byte, modulo 32.
    lasts: [u32; 32],
    /// And its first entry and the one after its last.
    runs: [(u8, u8); 32],
}

impl Index {
    const EMPTY: Self = Self {
        lengths: [0; 32],
        lasts: [0; 32],
        runs: [(0, 0); 32],
    };

    /// Adds entry `place`. Entries are lower case and come in the order of their bytes, which is
    /// checked here.
    const fn add(&mut self, place: usize, word: &str, before: &str) {
        let word = word.as_bytes();
        assert!(word.len() < LONGEST && place < u8::MAX as usize);
        assert!(precedes(before.as_bytes(), word), "out of order");
        let (first, last) = letters(word);
        self.lengths[first] |= 1 << word.len();
        self.lasts[first] |= 1 << last;
        let run = &mut self.runs[first];
        if run.1 == 0 {
            run.0 = place as u8;
        }
        run.1 = place as u8 + 1;
    }

    /// Whether a word of this shape may be listed: false for nearly all that are not.
    fn may_hold(&self, word: &[u8]) -> bool {
        if word.is_empty() || word.len() >= LONGEST {
            return false;
        }
        let (first, last) = letters(word);
        self.lengths[first] >> word.len() & 1 != 0 && self.lasts[first] >> last & 1 != 0
    }

    /// `word` as it may be listed, without case and the dots of an acronym, and the entries where it may
    /// stand.
    fn candidates(&self, word: &str) -> Option<(Lower, Range<usize>)> {
        if !self.may_hold(word.as_bytes()) && !word.ends_with('.') {
            return None;
        }
        let lower = Lower::of(word);
        if !self.may_hold(&lower) {
            return None;
        }
        let (start, end) = self.runs[letters(&lower).0];
        Some((lower, start.into()..end.into()))
    }
}

/// The first and the last byte of a word, modulo 32. Case does not change them: lower and upper case
/// letters differ by 32.
const fn letters(word: &[u8]) -> (usize, usize) {
    (
        (word[0] & 31) as usize,
        (word[word.len() - 1] & 31) as usize,
    )
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

/// A set of words.
pub(crate) struct WordSet {
    words: &'static [&'static str],
    index: Index,
}

impl WordSet {
    /// A set of `words`, lower case, in the order of their bytes.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut index = Index::EMPTY;
        let mut place = 0;
        let mut before = "";
        while place < words.len() {
            index.add(place, words[place], before);
            before = words[place];
            place += 1;
        }
        Self { words, index }
    }

    /// Whether `word` is listed, in whatever case it is written and with or without the dots of an
    /// acronym.
    pub(crate) fn holds(&self, word: &str) -> bool {
        let candidates = self.index.candidates(word);
        candidates.is_some_and(|(lower, run)| {
            let mut words = self.words[run].iter();
            words.any(|listed| listed.as_bytes() == &*lower)
        })
    }
}

/// A map from words to what they mean.
pub(crate) struct WordTable<V: 'static> {
    entries: &'static [(&'static str, V)],
    index: Index,
}

impl<V: Copy> WordTable<V> {
    /// A table of `entries`, lower case, in the order of their bytes.
    pub(crate) const fn new(entries: &'static [(&'static str, V)]) -> Self {
        let mut index = Index::EMPTY;
        let mut place = 0;
        let mut before = "";
        while place < entries.len() {
            index.add(place, entries[place].0, before);
            before = entries[place].0;
            place += 1;
        }
        Self { entries, index }
    }

    /// Whether a word of this shape may be listed: false for nearly all that are not.
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        self.index.may_hold(word)
    }

    /// What `word` means, in whatever case it is written and with or without the dots of an acronym.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        let (lower, run) = self.index.candidates(word)?;
        let mut entries = self.entries[run].iter();
        let entry = entries.find(|(entry, _)| entry.as_bytes() == &*lower);
        entry.map(|(_, meaning)| *meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_its_words_and_no_others() {
        static TABLE: WordTable<u8> = WordTable::new(&[("four", 4), ("ten", 10), ("two", 2)]);
        static SET: WordSet = WordSet::new(&["four", "ten", "two"]);
        assert_eq!(TABLE.get("Ten"), Some(10));
        assert_eq!(TABLE.get("toe"), None);
        for word in ["four", "Ten", "TWO", "toe", "fur", "", "ten!", "tenths"] {
            assert_eq!(SET.holds(word), TABLE.get(word).is_some(), "{word}");
        }
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
