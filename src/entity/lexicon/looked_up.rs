//! Look-ups that were made before. A text uses few words, each again and again, and after an edit it
//! uses the same; to find one in the lexicon takes a step for each of its letters.

use super::plain::push_plain;
use super::{Entry, Lexicon, Walk, format};
use crate::text::fold::fold;
use fst::raw::CompiledAddr;
use rustc_hash::FxHashMap;

/// Most look-ups that are kept: the words of a few long articles. With one more, all are forgotten.
const MOST_KEPT: usize = 1 << 16;

/// What look-ups in one lexicon have led to. With another lexicon, begin anew.
#[derive(Default, Debug)]
pub struct LookedUp {
    words: FxHashMap<Box<str>, Word>,
    found: FxHashMap<Vec<u8>, Found>,
    /// The bytes that are looked for.
    wanted: Vec<u8>,
}

/// What is the same of a word wherever it is written like this.
#[derive(Debug)]
pub(in crate::entity) struct Word {
    /// Folded and without accents.
    pub plain: Box<str>,
    /// What is known of it.
    pub entry: Option<Entry>,
    /// Whether any letter is in upper case; and whether it has two characters, and all its letters are.
    pub capital: bool,
    pub capitals: bool,
    goes_on: Option<(CompiledAddr, u64)>,
}

impl Word {
    /// A walk along the names in `lexicon` that go on with another word behind this one.
    pub fn walk<'l>(&self, lexicon: &'l Lexicon) -> Option<Walk<'l>> {
        let (node, value) = self.goes_on?;
        let names = lexicon.names.as_ref()?;
        Some(Walk {
            at: Some((names, names.node(node))),
            value,
        })
    }
}

/// What one look-up leads to.
#[derive(Clone, Copy, Debug)]
struct Found {
    value: Option<u64>,
    /// Where names go on with another word, if any does: the node, and the value up to there.
    goes_on: Option<(CompiledAddr, u64)>,
}

impl LookedUp {
    /// What is known of a word, as it is written.
    pub(in crate::entity) fn word(&mut self, lexicon: &Lexicon, written: &str) -> &Word {
        if !self.words.contains_key(written) {
            if self.words.len() >= MOST_KEPT {
                self.words.clear();
            }
            let word = self.read(lexicon, written);
            self.words.insert(written.into(), word);
        }
        &self.words[written]
    }

    fn read(&mut self, lexicon: &Lexicon, written: &str) -> Word {
        let mut plain = String::new();
        push_plain(&mut plain, &fold(written));
        let found = self.look_up(lexicon, &[plain.as_bytes()]);
        let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
        Word {
            plain: plain.into(),
            entry: found.value.map(format::unpack),
            capital: written.chars().any(char::is_uppercase),
            capitals: written.chars().nth(1).is_some() && letters.all(char::is_uppercase),
            goes_on: found.goes_on,
        }
    }

    /// What is known of `key`: folded words joined by one space.
    pub(in crate::entity) fn entry(&mut self, lexicon: &Lexicon, key: &str) -> Entry {
        let value = self.look_up(lexicon, &[key.as_bytes()]).value;
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
        let bytes = self.look_up(lexicon, &key).value?.to_le_bytes();
        Some([bytes[0], bytes[1], bytes[2], bytes[3]].map(|byte| byte as i8))
    }

    fn look_up(&mut self, lexicon: &Lexicon, wanted: &[&[u8]]) -> Found {
        self.wanted.clear();
        for part in wanted {
            self.wanted.extend_from_slice(part);
        }
        if let Some(found) = self.found.get(&self.wanted) {
            return *found;
        }
        let mut walk = lexicon.walk();
        walk.step(&self.wanted);
        let value = walk.value();
        walk.step(b" ");
        let found = Found {
            value,
            goes_on: walk.at.map(|(_, node)| (node.addr(), walk.value)),
        };
        if self.found.len() >= MOST_KEPT {
            self.found.clear();
        }
        self.found.insert(self.wanted.clone(), found);
        found
    }
}
