//! The lexicon: what is known by name before any text is read.
//!
//! `data/lexicon.bin` holds one finite-state map from folded names to entries, and a table of the
//! things named. `train/lexicon` writes it from the tables in `data/lexicon/`; [`mod@format`] is the
//! layout that both sides share. Loading copies the bytes once; looking up allocates nothing.

pub mod format;
mod names;
pub mod plain;

use super::Kind;
use super::data_file::{DataError, DataFault, DataFile};
use format::{Header, Roles};
use names::Names;
use std::fmt;

/// Names of countries, cities, peoples, organisations and persons, in a compact searchable form.
/// The default is empty: it knows nothing and refuses nothing.
#[derive(Default)]
pub struct Lexicon {
    names: Option<Names>,
    /// The things one after another, as in the file.
    records: Vec<u8>,
    /// Where each thing begins in `records`.
    starts: Vec<u32>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Lexicon({} things)", self.starts.len())
    }
}

/// What the lexicon says of one name: the parts it can play, and the thing it usually names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// The parts it can play in a text.
    pub roles: Roles,
    /// The thing it usually names, as a number for [`Lexicon::thing`].
    pub thing: Option<u32>,
}

/// One thing that the lexicon knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thing<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its usual name; empty when it has only one.
    pub name: &'a str,
    /// Its stable identifier, `iso3166:KP` or `geonames:1871859`; empty when it has none.
    pub id: &'a str,
    /// The thing that a people or a capital belongs to, its country, as a number for
    /// [`Lexicon::thing`].
    pub belongs_to: Option<u32>,
}

impl Lexicon {
    /// Reads `data/lexicon.bin`.
    ///
    /// # Errors
    /// When the bytes are not a lexicon of this version, or not all of them arrived unchanged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DataError> {
        Self::read(bytes).map_err(|fault| DataFile::Lexicon.error(fault))
    }

    fn read(bytes: &[u8]) -> Result<Self, DataFault> {
        let Header {
            names,
            records,
            count,
        } = Header::read(bytes)?;
        let names = Names::from_bytes(names).ok_or(DataFault::Damaged)?;
        // Every thing is read once here, so that no later look-up can fail.
        let mut starts = Vec::with_capacity(count);
        let mut at = 0;
        for _ in 0..count {
            starts.push(at as u32);
            let (_, length) = format::thing(&records[at..]).ok_or(DataFault::Damaged)?;
            at += length;
        }
        Ok(Self {
            names: Some(names),
            records: records.to_vec(),
            starts,
        })
    }

    /// What is known of `key`: folded words joined by one space.
    pub fn get(&self, key: &str) -> Entry {
        let mut walk = self.walk();
        if walk.step(key.as_bytes()) {
            walk.entry().unwrap_or_default()
        } else {
            Entry::default()
        }
    }

    /// The weights of evidence for a person, organisation, place and other, in sixteenths.
    pub(super) fn weights(&self, kind: u8, word: &str) -> Option<[i8; 4]> {
        let mut walk = self.walk();
        walk.step(&[format::CUE, kind]);
        walk.step(word.as_bytes());
        let bytes = walk.value()?.to_le_bytes();
        Some([bytes[0], bytes[1], bytes[2], bytes[3]].map(|byte| byte as i8))
    }

    /// Thing `number`, as an [`Entry`] names it.
    pub fn thing(&self, number: u32) -> Option<Thing<'_>> {
        let start = *self.starts.get(number as usize)?;
        let (thing, _) = format::thing(&self.records[start as usize..])?;
        Some(thing)
    }

    /// A walk along the names, from the empty one.
    pub fn walk(&self) -> Walk<'_> {
        let names = self.names.as_ref();
        Walk {
            at: names.map(|names| (names, names.root())),
            value: 0,
        }
    }
}

/// A position among the names of a [`Lexicon`], reached byte by byte.
pub struct Walk<'a> {
    at: Option<(&'a Names, usize)>,
    value: u64,
}

impl Walk<'_> {
    /// Follows `bytes`. False, and at an end for good, when no name goes on like that.
    pub fn step(&mut self, bytes: &[u8]) -> bool {
        let Some((names, mut node)) = self.at.take() else {
            return false;
        };
        for &byte in bytes {
            let Some((next, value)) = names.follow(node, byte) else {
                return false;
            };
            self.value = self.value.wrapping_add(value);
            node = next;
        }
        self.at = Some((names, node));
        true
    }

    /// What is known of the name that ends here, if one does.
    pub fn entry(&self) -> Option<Entry> {
        self.value().map(format::unpack)
    }

    fn value(&self) -> Option<u64> {
        let (names, node) = self.at?;
        names.end(node).map(|end| self.value.wrapping_add(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: &[u8] = include_bytes!("../../data/lexicon.bin");

    #[test]
    fn names_of_one_country_lead_to_one_thing() {
        let lexicon = Lexicon::from_bytes(BYTES).unwrap();
        let thing = |key: &str| lexicon.thing(lexicon.get(key).thing.unwrap()).unwrap();
        assert_eq!(thing("portugal").id, "iso3166:PT");
        assert_eq!(thing("uk"), thing("united kingdom"));
        assert_eq!(thing("lisbon").kind, Kind::Place);
        assert!(thing("lisbon").id.starts_with("geonames:"));
        assert_eq!(thing("portuguese").kind, Kind::Group);
        assert_eq!(lexicon.get("no such name"), Entry::default());
    }

    #[test]
    fn peoples_and_capitals_belong_to_their_country() {
        let lexicon = Lexicon::from_bytes(BYTES).unwrap();
        let thing = |key: &str| lexicon.thing(lexicon.get(key).thing.unwrap()).unwrap();
        let country = |key: &str| lexicon.thing(thing(key).belongs_to.unwrap()).unwrap();
        assert_eq!(country("portuguese").name, "Portugal");
        assert_eq!(country("lisbon"), thing("portugal"));
        assert_eq!(thing("portugal").belongs_to, None);
        assert_eq!(thing("porto").belongs_to, None);
    }

    #[test]
    fn an_empty_lexicon_knows_nothing() {
        assert_eq!(Lexicon::default().get("portugal"), Entry::default());
        assert!(Lexicon::default().thing(0).is_none());
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let fault = |bytes: &[u8]| Lexicon::from_bytes(bytes).unwrap_err().fault;
        assert_eq!(fault(b""), DataFault::Foreign);
        assert_eq!(fault(b"<!doctype html>"), DataFault::Foreign);
        for cut in [8, 12, 21, 1000, BYTES.len() / 2, BYTES.len() - 1] {
            assert_eq!(fault(&BYTES[..cut]), DataFault::Damaged, "cut at {cut}");
        }
        let mut later = BYTES.to_vec();
        later[4] = 99;
        assert_eq!(fault(&later), DataFault::Version(99));
        for at in (8..BYTES.len()).step_by(BYTES.len() / 40) {
            let mut flipped = BYTES.to_vec();
            flipped[at] ^= 1 << (at % 8);
            assert_eq!(fault(&flipped), DataFault::Damaged, "bit flipped at {at}");
        }
    }

    #[test]
    fn an_error_names_the_file_and_the_mend() {
        let said = |bytes: &[u8]| Lexicon::from_bytes(bytes).unwrap_err().to_string();
        assert_eq!(said(b""), "these bytes are not a wiremark lexicon");
        let mut later = BYTES.to_vec();
        later[4] = 99;
        assert_eq!(
            said(&later),
            "the lexicon has format 99, which this wiremark does not read; take the lexicon.bin of \
             the same release"
        );
    }
}
