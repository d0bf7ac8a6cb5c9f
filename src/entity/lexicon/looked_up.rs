//! Look-ups that were made before. A text uses few words, each again and again, and after an edit it
//! uses the same; to find one in the lexicon takes a step for each of its letters.

use super::{Entry, Lexicon, Walk, format};
use fst::raw::CompiledAddr;
use rustc_hash::FxHashMap;

/// Most look-ups that are kept: the words of a few long articles. With one more, all are forgotten.
const MOST_KEPT: usize = 1 << 16;

/// What look-ups in one lexicon have led to. With another lexicon, begin anew.
#[derive(Default, Debug)]
pub struct LookedUp {
    found: FxHashMap<Vec<u8>, Found>,
    /// The bytes that are looked for.
    wanted: Vec<u8>,
}

/// What one look-up leads to.
#[derive(Clone, Copy, Debug)]
struct Found {
    value: Option<u64>,
    /// Where names go on with another word, if any does: the node, and the value up to there.
    goes_on: Option<(CompiledAddr, u64)>,
}

impl LookedUp {
    /// What is known of `word`, and a walk along the names that go on with another word behind it.
    pub(in crate::entity) fn word<'l>(
        &mut self,
        lexicon: &'l Lexicon,
        word: &str,
    ) -> (Option<Entry>, Option<Walk<'l>>) {
        let found = self.look_up(lexicon, &[word.as_bytes()]);
        let goes_on = found.goes_on.zip(lexicon.names.as_ref());
        let walk = goes_on.map(|((node, value), names)| Walk {
            at: Some((names, names.node(node))),
            value,
        });
        (found.value.map(format::unpack), walk)
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
