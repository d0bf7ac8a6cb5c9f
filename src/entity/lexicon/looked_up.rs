//! Look-ups that were made before. A text uses few words, each again and again, and after an edit it
//! uses the same; to find one in the lexicon takes a step for each of its letters.

use super::plain::push_plain;
use super::{Entry, Lexicon, Walk, format};
use crate::text::fold::fold;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Most look-ups that are kept: the words of a few long articles. With one more, all are forgotten.
const MOST_KEPT: usize = 1 << 16;

/// What look-ups in one lexicon have led to. With another lexicon, begin anew.
#[derive(Default, Debug)]
pub struct LookedUp {
    /// Where each word stands in `words`, as it is written.
    places: FxHashMap<Box<str>, u32>,
    words: Vec<Word>,
    /// The values of what is no single word of a text.
    values: FxHashMap<Box<[u8]>, Option<u64>>,
    /// The bytes that are looked for.
    wanted: Vec<u8>,
}

/// What is the same of a word wherever it is written like this.
#[derive(Debug)]
pub(in crate::entity) struct Word {
    /// Folded and without accents, where that is not what is written.
    plain: Option<String>,
    /// What is known of it.
    pub entry: Option<Entry>,
    /// Whether any letter is in upper case; and whether it has two characters, and all its letters are.
    pub capital: bool,
    pub capitals: bool,
    /// Where names go on with another word, if any does: the node, and the value up to there.
    goes_on: Option<(usize, u64)>,
}

impl Word {
    /// The word, folded and without accents.
    pub fn plain<'w>(&'w self, written: &'w str) -> &'w str {
        self.plain.as_deref().unwrap_or(written)
    }

    /// A walk along the names in `lexicon` that go on with another word behind this one.
    pub fn walk<'l>(&self, lexicon: &'l Lexicon) -> Option<Walk<'l>> {
        let (node, value) = self.goes_on?;
        Some(Walk {
            at: Some((lexicon.names.as_ref()?, node)),
            value,
        })
    }
}

impl LookedUp {
    /// What is known of a word, as it is written.
    pub(in crate::entity) fn word(&mut self, lexicon: &Lexicon, written: &str) -> &Word {
        let place = match self.places.get(written) {
            Some(place) => *place,
            None => self.read(lexicon, written),
        };
        &self.words[place as usize]
    }

    /// Reads a word that was not looked up before, and tells its place.
    fn read(&mut self, lexicon: &Lexicon, written: &str) -> u32 {
        if self.words.len() >= MOST_KEPT {
            self.words.clear();
            self.places.clear();
        }
        let plain = match fold(written) {
            folded if !folded.is_ascii() => {
                let mut plain = String::with_capacity(folded.len());
                push_plain(&mut plain, &folded);
                Some(plain)
            }
            Cow::Borrowed(_) => None,
            Cow::Owned(folded) => Some(folded),
        };
        let mut walk = lexicon.walk();
        walk.step(plain.as_deref().unwrap_or(written).as_bytes());
        let entry = walk.entry();
        walk.step(b" ");
        let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
        let word = Word {
            plain,
            entry,
            capital: written.chars().any(char::is_uppercase),
            capitals: written.chars().nth(1).is_some() && letters.all(char::is_uppercase),
            goes_on: walk.at.map(|(_, node)| (node, walk.value)),
        };
        let place = self.words.len() as u32;
        self.words.push(word);
        self.places.insert(written.into(), place);
        place
    }

    /// What is known of `key`: folded words joined by one space.
    pub(in crate::entity) fn entry(&mut self, lexicon: &Lexicon, key: &str) -> Entry {
        let value = self.look_up(lexicon, &[key.as_bytes()]);
        value.map(format::unpack).unwrap_or_default()
    }

    /// The weights of evidence for a person, organisation, place and other, in sixteenths.
    pub(in crate::entity) fn weights(
        &mut self,
        lexicon: &Lexicon,
        kind: u8,
        word: &str,
    ) -> Option<[i8; 4]> {
        let key = [&[format::CUE, kind], word.as_bytes()];
        let bytes = self.look_up(lexicon, &key)?.to_le_bytes();
        Some([bytes[0], bytes[1], bytes[2], bytes[3]].map(|byte| byte as i8))
    }

    fn look_up(&mut self, lexicon: &Lexicon, wanted: &[&[u8]]) -> Option<u64> {
        self.wanted.clear();
        for part in wanted {
            self.wanted.extend_from_slice(part);
        }
        if let Some(value) = self.values.get(self.wanted.as_slice()) {
            return *value;
        }
        let mut walk = lexicon.walk();
        walk.step(&self.wanted);
        let value = walk.value();
        if self.values.len() >= MOST_KEPT {
            self.values.clear();
        }
        self.values.insert(self.wanted.as_slice().into(), value);
        value
    }
}
