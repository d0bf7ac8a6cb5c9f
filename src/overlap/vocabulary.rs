//! The vocabulary of an article: its distinct words, or stems, under small numbers, and where they
//! stand.

use super::hash;
use super::numbering::{ABSENT, Numbering};
use super::terms::Term;
use std::ops::Range;
use std::sync::OnceLock;

/// The distinct words of an article, or their stems.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// Their numbers.
    pub numbers: Numbering,
    /// For each term, that of its word.
    pub of_term: Vec<u32>,
}

/// Places, ordered by the number that stands there, and each number's by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Where the places of a number begin; those of the next one begin where they end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Places {
    /// Those of so many numbers, by counting them. Places with [`ABSENT`] are left out.
    pub fn of(numbers: &[u32], count: usize) -> Self {
        let mut starts = vec![0; count + 2];
        for number in numbers {
            if let Some(start) = starts.get_mut(number.wrapping_add(2) as usize) {
                *start += 1;
            }
        }
        starts[1] = 0;
        for number in 2..starts.len() {
            starts[number] += starts[number - 1];
        }
        let mut places = vec![0; starts[count + 1] as usize];
        // Each start moves on to where the next one is.
        for (place, number) in (0..).zip(numbers) {
            if *number != ABSENT {
                let next = &mut starts[*number as usize + 1];
                places[*next as usize] = place;
                *next += 1;
            }
        }
        Self { starts, places }
    }

    /// All of them, ordered.
    pub fn all(&self) -> &[u32] {
        &self.places
    }

    /// Where `number` stands, in order.
    pub fn with(&self, number: u32) -> &[u32] {
        &self.places[self.entries(number)]
    }

    fn entries(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        self.starts[number] as usize..self.starts[number + 1] as usize
    }
}

/// The inverted index: for each stem, by its number, where it stands as a content term.
#[derive(Clone, Debug, Default)]
pub(super) struct InvertedIndex {
    places: Places,
    /// For each of the places, its unit.
    units_of_places: Vec<u32>,
    /// For each stem, in how many units it stands.
    pub units: Vec<u32>,
    /// For each stem, a number for the units in which it stands, once a memory has asked.
    keys: OnceLock<Vec<u64>>,
}

impl InvertedIndex {
    /// Orders the content terms by stem, and by place.
    pub fn of(terms: &[Term], stems: &Vocabulary, unit_of: &[u32]) -> Self {
        let content = terms.iter().zip(&stems.of_term);
        let content = content.map(|(term, stem)| if term.content { *stem } else { ABSENT });
        let content: Vec<u32> = content.collect();
        let places = Places::of(&content, stems.numbers.len());
        let mut units_of_places = Vec::with_capacity(places.places.len());
        let mut units = vec![0; stems.numbers.len()];
        for (stem, units) in (0..).zip(&mut units) {
            let mut last = ABSENT;
            for place in places.with(stem) {
                let unit = unit_of[*place as usize];
                *units += u32::from(last != unit);
                last = unit;
                units_of_places.push(unit);
            }
        }
        Self {
            places,
            units_of_places,
            units,
            keys: OnceLock::new(),
        }
    }

    /// For each stem, a number for the units in which it stands.
    pub fn keys(&self) -> &[u64] {
        self.keys.get_or_init(|| {
            let stems = 0..self.units.len() as u32;
            let key = |stem| {
                let units = self.units_of_places(stem).iter();
                units.fold(0, |key, unit| hash::mixed(key ^ (u64::from(*unit) + 1)))
            };
            stems.map(key).collect()
        })
    }

    /// Where `stem` stands, in order.
    pub fn places(&self, stem: u32) -> &[u32] {
        self.places.with(stem)
    }

    /// The unit of each of these places.
    pub fn units_of_places(&self, stem: u32) -> &[u32] {
        &self.units_of_places[self.places.entries(stem)]
    }
}
