//! Tables of words, made at compile time: sets, and maps from words to what they mean.
//!
//! Nearly every word of a text is in no table, so the first question is whether any listed word with
//! its first letter has its length and its last letter; it costs one look into a few hundred bytes.
//! A listed word is kept as two whole numbers, so that comparing words is comparing numbers.

use std::ops::{Deref, Range};

/// The longest word that is looked up, in bytes. Listed ones are shorter.
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
        if word.len() > LONGEST {
            return Self::packed([0; 2], 0);
        }
        // Only an acronym has dots, and then its last letter has one.
        if word.ends_with(b".") {
            return Self::undotted(word);
        }
        Self::packed(halves(word).map(lower_case), word.len())
    }

    fn packed([low, high]: [u64; 2], length: usize) -> Self {
        let mut bytes = [0; LONGEST];
        bytes[..8].copy_from_slice(&low.to_le_bytes());
        bytes[8..].copy_from_slice(&high.to_le_bytes());
        Self { bytes, length }
    }

    fn undotted(word: &[u8]) -> Self {
        let mut lower = Self::packed([0; 2], 0);
        for byte in word.iter().filter(|byte| **byte != b'.') {
            lower.bytes[lower.length] = byte.to_ascii_lowercase();
            lower.length += 1;
        }
        lower
    }

    fn key(&self) -> Key {
        Key(halves(&self.bytes))
    }
}

impl Deref for Lower {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// The bytes of a word, at most sixteen, and zeros after them: read in a few large steps, the last of
/// which may overlap the one before.
fn halves(word: &[u8]) -> [u64; 2] {
    fn number<const N: usize>(word: &[u8], at: usize) -> u64 {
        let mut bytes = [0; 8];
        bytes[..N].copy_from_slice(&word[at..at + N]);
        u64::from_le_bytes(bytes)
    }
    let length = word.len();
    match length {
        0 => [0; 2],
        1..4 => {
            let middle = length / 2;
            let first = number::<1>(word, 0) | number::<1>(word, middle) << (8 * middle);
            [first | number::<1>(word, length - 1) << (8 * (length - 1)), 0]
        }
        4..8 => {
            let last = number::<4>(word, length - 4) << (8 * (length - 4));
            [number::<4>(word, 0) | last, 0]
        }
        8 => [number::<8>(word, 0), 0],
        _ => {
            let last = number::<8>(word, length - 8) >> (8 * (LONGEST - length));
            [number::<8>(word, 0), last]
        }
    }
}

/// Eight bytes with the capital letters of ASCII among them made small, all at once.
const fn lower_case(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 0xff;
    let seven_bits = bytes & (EACH * 0x7f);
    let from_a = seven_bits + EACH * (0x80 - b'A' as u64);
    let past_z = seven_bits + EACH * (0x7f - b'Z' as u64);
    let capital = (from_a ^ past_z) & !bytes & (EACH * 0x80);
    bytes | capital >> 2
}

/// A listed word: its bytes, and zeros after them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key([u64; 2]);

impl Key {
    const NONE: Self = Self([0; 2]);

    const fn listed(word: &str) -> Self {
        let word = word.as_bytes();
        let mut key = Self::NONE;
        let mut at = 0;
        while at < word.len() {
            key.0[at / 8] |= (word[at] as u64) << (8 * (at % 8));
            at += 1;
        }
        key
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

    /// The entries where a word in lower case may stand.
    fn candidates(&self, lower: &Lower) -> Range<usize> {
        if !self.may_hold(lower) {
            return 0..0;
        }
        let (start, end) = self.runs[letters(lower).0];
        start.into()..end.into()
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

/// A sorted list of words, each with what it means.
pub(crate) struct Table<E: ?Sized> {
    index: Index,
    entries: E,
}

/// A map from words to what they mean.
pub(crate) type WordTable<V> = Table<[(Key, V)]>;

/// A set of words.
pub(crate) type WordSet = WordTable<()>;

impl WordSet {
    /// A set of `words`, lower case, in the order of their bytes.
    pub(crate) const fn of<const N: usize>(words: [&str; N]) -> Table<[(Key, ()); N]> {
        let mut entries = [("", ()); N];
        let mut place = 0;
        while place < N {
            entries[place].0 = words[place];
            place += 1;
        }
        WordTable::new(entries)
    }

    /// Whether `word` is listed, in whatever case it is written and with or without the dots of an
    /// acronym.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

impl<V: Copy> WordTable<V> {
    /// A table of `entries`, lower case, in the order of their bytes.
    pub(crate) const fn new<const N: usize>(entries: [(&str, V); N]) -> Table<[(Key, V); N]> {
        let mut index = Index::EMPTY;
        let mut keyed = [(Key::NONE, entries[0].1); N];
        let mut place = 0;
        let mut before = "";
        while place < N {
            let (word, meaning) = entries[place];
            index.add(place, word, before);
            keyed[place] = (Key::listed(word), meaning);
            before = word;
            place += 1;
        }
        Table {
            index,
            entries: keyed,
        }
    }

    /// Whether a word of this shape may be listed: false for nearly all that are not.
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        self.index.may_hold(word)
    }

    /// What `word` means, in whatever case it is written and with or without the dots of an acronym.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        if !self.may_hold(word.as_bytes()) && !word.ends_with('.') {
            return None;
        }
        self.get_lower(&Lower::of(word))
    }

    /// What the word `lower` means.
    pub(crate) fn get_lower(&self, lower: &Lower) -> Option<V> {
        let candidates = &self.entries[self.index.candidates(lower)];
        let key = lower.key();
        let entry = candidates.iter().find(|(listed, _)| *listed == key);
        entry.map(|(_, meaning)| *meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_its_words_and_no_others() {
        static TABLE: &WordTable<u8> = &WordTable::new([("four", 4), ("ten", 10), ("two", 2)]);
        static SET: &WordSet = &WordSet::of(["four", "ten", "two"]);
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
    fn lower_reads_words_of_every_length() {
        let word = "ABCDEFGHIJKLMNOP";
        for length in 0..=word.len() {
            let lower = word[..length].to_ascii_lowercase();
            assert_eq!(&*Lower::of(&word[..length]), lower.as_bytes());
        }
        let odd = "[Z@É-\u{7f}z`{";
        assert_eq!(&*Lower::of(odd), odd.to_ascii_lowercase().as_bytes());
    }

    #[test]
    fn lower_drops_dots_and_gives_up_on_long_words() {
        assert_eq!(&*Lower::of("p.m."), b"pm");
        assert!(Lower::of("antidisestablishmentarianism").is_empty());
    }
}
