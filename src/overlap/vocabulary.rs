//! The vocabulary of an article: its distinct words, or stems, under small numbers, and where they
//! stand. What is counted by word then needs neither a hash nor a sort of all terms.

use super::hash;
use super::terms::Term;
use crate::order::sort_hashes;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

/// The distinct hashes of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// In order. The number of a word is its place here.
    pub hashes: Vec<u64>,
    /// For each term, the number of its word.
    pub of_term: Vec<u32>,
}

impl Vocabulary {
    /// Numbers `hashes`, one for each term.
    pub fn of(hashes: impl Iterator<Item = u64>) -> Self {
        // A third of the words of a short article are new; a table that grows is filled again.
        let expected = hashes.size_hint().0 / 3;
        let mut met: FxHashMap<u64, u32> =
            FxHashMap::with_capacity_and_hasher(expected, FxBuildHasher);
        let mut distinct = Vec::new();
        let number = |hash| {
            *met.entry(hash).or_insert_with(|| {
                let next = distinct.len() as u32;
                distinct.push((hash, next));
                next
            })
        };
        let mut of_term: Vec<u32> = hashes.map(number).collect();
        sort_hashes(&mut distinct);
        let mut ordered = vec![0; distinct.len()];
        for (number, (_, first)) in (0..).zip(&distinct) {
            ordered[*first as usize] = number;
        }
        for number in &mut of_term {
            *number = ordered[*number as usize];
        }
        Self {
            hashes: distinct.into_iter().map(|(hash, _)| hash).collect(),
            of_term,
        }
    }
}

/// The inverted index: for each stem, by its number, where it stands as a content term.
#[derive(Clone, Debug, Default)]
pub(super) struct InvertedIndex {
    /// Where the places of a stem begin; those of the next one begin where they end.
    starts: Vec<u32>,
    places: Vec<u32>,
    /// For each of the places, its unit.
    units_of_places: Vec<u32>,
    /// For each stem, in how many units it stands.
    pub units: Vec<u32>,
}

impl InvertedIndex {
    /// Orders the content terms by stem, and by place, by counting them.
    pub fn of(terms: &[Term], stems: &Vocabulary, unit_of: &[u32]) -> Self {
        let content = || {
            let all = (0..).zip(terms).zip(&stems.of_term);
            all.filter(|((_, term), _)| term.content)
                .map(|((place, _), stem)| (place, *stem as usize))
        };
        let mut starts = vec![0; stems.hashes.len() + 1];
        for (_, stem) in content() {
            starts[stem + 1] += 1;
        }
        for stem in 1..starts.len() {
            starts[stem] += starts[stem - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; starts[stems.hashes.len()] as usize];
        let mut units_of_places = places.clone();
        let mut units = vec![0; stems.hashes.len()];
        for (place, stem) in content() {
            let at = &mut next[stem];
            let unit = unit_of[place as usize];
            let is_first = *at == starts[stem];
            if is_first || units_of_places[*at as usize - 1] != unit {
                units[stem] += 1;
            }
            places[*at as usize] = place;
            units_of_places[*at as usize] = unit;
            *at += 1;
        }
        Self {
            starts,
            places,
            units_of_places,
            units,
        }
    }

    /// Where `stem` stands, in order.
    pub fn places(&self, stem: u32) -> &[u32] {
        &self.places[self.entries(stem)]
    }

    /// The unit of each of these places.
    pub fn units_of_places(&self, stem: u32) -> &[u32] {
        &self.units_of_places[self.entries(stem)]
    }

    fn entries(&self, stem: u32) -> Range<usize> {
        let stem = stem as usize;
        self.starts[stem] as usize..self.starts[stem + 1] as usize
    }
}

/// Shingles (Broder 1997): every `length` terms in a row, as a hash and the place of the first, in
/// order. Those that hold no content term are left out.
pub(super) fn shingles(terms: &[Term], length: usize) -> Vec<(u64, u32)> {
    let windows = (0..).zip(terms.windows(length));
    let telling = windows.filter(|(_, window)| window.iter().any(|term| term.content));
    let hashed = telling.map(|(place, window)| {
        let ids = window.iter().map(|term| term.id);
        (hash::of_numbers(ids), place)
    });
    let mut found: Vec<_> = hashed.collect();
    sort_hashes(&mut found);
    found
}
