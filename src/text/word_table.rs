//! Tables of words, made at compile time: sets, and maps from words to what they mean.
//!
//! The words of a table stand in groups, by first letter and length, so that a word is held against
//! few or none. A listed word is kept as two whole numbers: comparing words is comparing numbers.

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
        Self::of_bytes(word.as_bytes())
    }

    pub(crate) fn of_bytes(word: &[u8]) -> Self {
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
}

impl Deref for Lower {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// The bytes of a word, at most sixteen, and zeros after them: read in large steps, of which the last
/// may overlap the one before.
fn halves(word: &[u8]) -> [u64; 2] {
    let length = word.len();
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        let rest = last.checked_shr(8 * (LONGEST - length) as u32);
        return [first, rest.unwrap_or(0)];
    }
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return [
            u64::from(first) | (u64::from(last) << (8 * (length - 4))),
            0,
        ];
    }
    let bytes = word.iter().rev();
    [
        bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)),
        0,
    ]
}

/// Eight bytes with the capital letters of ASCII among them made small, all at once.
const fn lower_case(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 0xff;
    let seven_bits = bytes & (EACH * 0x7f);
    let from_a = seven_bits + EACH * (0x80 - b'A' as u64);
    let past_z = seven_bits + EACH * (0x7f - b'Z' as u64);
    let capital = (from_a ^ past_z) & !bytes & (EACH * 0x80);
    bytes | (capital >> 2)
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

/// How many groups of words a table has: one for each first letter, modulo 32, and each length.
const GROUPS: usize = 32 * LONGEST;

/// Where the words of a table stand, by their group.
struct Index {
    /// The first entry of each group; the next group begins where it ends.
    starts: [u16; GROUPS + 1],
}

impl Index {
    /// The entries of the group that `word` would be in, in whatever case it is written.
    fn group(&self, word: &[u8]) -> Range<usize> {
        if word.is_empty() || word.len() >= LONGEST {
            return 0..0;
        }
        let group = group(word);
        self.starts[group].into()..self.starts[group + 1].into()
    }
}

/// The number of a word's group. Case does not change it: lower and upper case letters differ by 32.
const fn group(word: &[u8]) -> usize {
    (word[0] & 31) as usize * LONGEST + word.len()
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

/// A list of words, each with what it means.
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
    /// A table of `entries`, lower case, in the order of their bytes, which is checked here.
    pub(crate) const fn new<const N: usize>(entries: [(&str, V); N]) -> Table<[(Key, V); N]> {
        // How many words each group has, one place further on; then where each begins.
        let mut starts = [0; GROUPS + 1];
        let mut place = 0;
        while place < N {
            let word = entries[place].0.as_bytes();
            assert!(!word.is_empty() && word.len() < LONGEST);
            assert!(place == 0 || precedes(entries[place - 1].0.as_bytes(), word));
            starts[group(word) + 1] += 1;
            place += 1;
        }
        let mut group_number = 0;
        while group_number < GROUPS {
            starts[group_number + 1] += starts[group_number];
            group_number += 1;
        }
        let mut next = starts;
        let mut keyed = [(Key::NONE, entries[0].1); N];
        place = 0;
        while place < N {
            let (word, meaning) = entries[place];
            let next = &mut next[group(word.as_bytes())];
            keyed[*next as usize] = (Key::listed(word), meaning);
            *next += 1;
            place += 1;
        }
        Table {
            index: Index { starts },
            entries: keyed,
        }
    }

    /// What `word` means, in whatever case it is written and with or without the dots of an acronym.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        self.get_bytes(word.as_bytes())
    }

    /// The same of the bytes of a word.
    pub(crate) fn get_bytes(&self, word: &[u8]) -> Option<V> {
        if word.ends_with(b".") {
            let lower = Lower::of_bytes(word);
            return self.find(self.index.group(&lower), Key(halves(&lower)));
        }
        let group = self.index.group(word);
        if group.is_empty() {
            return None;
        }
        self.find(group, Key(halves(word).map(lower_case)))
    }

    fn find(&self, group: Range<usize>, key: Key) -> Option<V> {
        let mut group = self.entries[group].iter();
        let entry = group.find(|(listed, _)| *listed == key);
        entry.map(|(_, meaning)| *meaning)
    }

    /// All words, with what they mean.
    #[cfg(test)]
    pub(crate) fn words(&self) -> Vec<(String, V)> {
        let word = |key: &Key| {
            let bytes = key.0.map(u64::to_le_bytes).concat();
            let end = bytes.iter().position(|byte| *byte == 0);
            String::from_utf8(bytes[..end.unwrap_or(LONGEST)].to_vec()).expect("a word")
        };
        let entries = self.entries.iter();
        entries
            .map(|(key, meaning)| (word(key), *meaning))
            .collect()
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
