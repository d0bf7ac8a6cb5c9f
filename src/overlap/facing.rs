//! Terms as an alignment sees them, and which terms of a range face a given one.

use super::fingerprint::Fingerprint;
use super::shared::{ABSENT, SharedSide};

/// What a pair of relatives (`Russia`, `Russian`) is worth beside a pair of equals, in percent.
const RELATIVE: i64 = 60;
/// What leaving any term out costs, and what it costs in addition for each unit of its weight.
const GAP: i64 = Facing::units(0.06);
const GAP_BY_WEIGHT: i64 = 16;

/// Ranges up to this length are aligned without any limit.
const SHORT: usize = 96;
/// In longer ones a term faces only those near the place where it is expected: so many to either
/// side (the band of Sakoe and Chiba 1978), and of those the nearest so many.
const BAND: usize = 256;
const MOST_FACING: usize = 16;

/// One term as an alignment sees it. Weights are whole numbers, so that sums are exact and ties are
/// ties on every machine.
#[derive(Clone, Copy)]
pub(super) struct Facing {
    /// The same for the same word in both articles; [`ABSENT`] where the other lacks it.
    word: u32,
    /// The same for relatives; [`ABSENT`] when it has none.
    stem: u32,
    /// In 1/4096.
    weight: u32,
    /// Whether the stem is that of a thing named here.
    alias: bool,
}

impl Facing {
    /// A weight in whole units.
    pub const fn units(weight: f32) -> i64 {
        (weight * 4096.0 + 0.5) as i64
    }

    /// A weight of whole units.
    pub const fn weight(units: i64) -> f32 {
        units as f32 / 4096.0
    }

    /// Whether the two are one word.
    pub const fn is_same_word(&self, other: &Self) -> bool {
        self.word == other.word && self.word != ABSENT
    }

    /// What it costs to leave the term out.
    pub const fn gap(&self) -> i64 {
        GAP + GAP_BY_WEIGHT * self.weight as i64 / 100
    }

    /// What it is worth that the two face each other. None when they do not.
    pub fn worth(&self, other: &Self) -> Option<i64> {
        let weight = i64::from(self.weight.min(other.weight));
        let relatives = self.stem == other.stem && self.stem != ABSENT;
        if self.is_same_word(other) || (relatives && self.alias && other.alias) {
            Some(weight)
        } else {
            relatives.then_some(weight * RELATIVE / 100)
        }
    }
}

/// The terms of one of the two articles.
pub(super) fn facing_terms(print: &Fingerprint, side: &SharedSide) -> Vec<Facing> {
    let terms = print.terms.iter().enumerate();
    terms
        .map(|(at, term)| Facing {
            word: side.words[print.words.of_term[at] as usize],
            stem: if term.content || term.alias {
                side.stems[print.stems.of_term[at] as usize]
            } else {
                ABSENT
            },
            weight: Facing::units(side.weights[at]) as u32,
            alias: term.alias,
        })
        .collect()
}

/// Finds the columns that face a row, row after row. The columns are chained by word and by stem, as
/// in a hash table; they join the chains when the band of the rows reaches them.
#[derive(Default)]
pub(super) struct Columns {
    words: Chains,
    stems: Chains,
    /// How many rows and columns there are, and how many columns are chained.
    size: (usize, usize),
    chained: usize,
    found: Vec<u32>,
}

impl Columns {
    /// Makes ready for another range.
    pub fn clear(&mut self, rows: usize, columns: usize) {
        self.words.clear();
        self.stems.clear();
        self.size = (rows, columns);
        self.chained = 0;
    }

    /// The columns that face `one` in row `row`, rising. Rows are asked in order.
    pub fn facing(&mut self, row: usize, one: &Facing, columns: &[Facing]) -> &[u32] {
        let (expected, band, most) = if self.size.0.max(self.size.1) <= SHORT {
            (row, SHORT, SHORT)
        } else {
            (row * self.size.1 / self.size.0, BAND, MOST_FACING)
        };
        let end = columns.len().min(expected + band + 1);
        for column in &columns[self.chained.min(end)..end] {
            self.words.push(column.word);
            self.stems.push(column.stem);
        }
        self.chained = self.chained.max(end);
        let start = expected.saturating_sub(band) as u32;
        self.found.clear();
        let same_word = |column: &u32| columns[*column as usize].word == one.word;
        let same_stem = |column: &u32| {
            let column = &columns[*column as usize];
            column.stem == one.stem && !one.is_same_word(column)
        };
        let by_word = self.words.of(one.word).take_while(|at| *at >= start);
        self.found.extend(by_word.filter(same_word));
        let by_stem = self.stems.of(one.stem).take_while(|at| *at >= start);
        for column in by_stem.filter(same_stem) {
            let place = self.found.partition_point(|found| *found > column);
            self.found.insert(place, column);
        }
        self.found.reverse();
        let middle = self.found.partition_point(|at| (*at as usize) < expected);
        let first = middle
            .saturating_sub(most / 2)
            .min(self.found.len().saturating_sub(most));
        &self.found[first..self.found.len().min(first + most)]
    }
}

/// Chains of places by the low bits of a number, the last place first.
struct Chains {
    /// For each value of the bits, the last place with it and one more; 0 where there is none.
    last: [u32; Self::BUCKETS],
    /// For each place, the one before it with the same bits, and one more.
    before: Vec<u32>,
}

impl Default for Chains {
    fn default() -> Self {
        Self {
            last: [0; Self::BUCKETS],
            before: Vec::new(),
        }
    }
}

impl Chains {
    const BUCKETS: usize = 64;

    fn clear(&mut self) {
        self.last = [0; Self::BUCKETS];
        self.before.clear();
    }

    /// Chains the next place. One whose number is [`ABSENT`] is never asked for.
    fn push(&mut self, number: u32) {
        let last = &mut self.last[number as usize % Self::BUCKETS];
        self.before.push(*last);
        if number != ABSENT {
            *last = self.before.len() as u32;
        }
    }

    /// The places that may have `number`, falling.
    fn of(&self, number: u32) -> impl Iterator<Item = u32> + '_ {
        let last = if number == ABSENT {
            0
        } else {
            self.last[number as usize % Self::BUCKETS]
        };
        let next = |place: &u32| Some(self.before[*place as usize]);
        let places = last.checked_sub(1);
        std::iter::successors(places, move |place| next(place)?.checked_sub(1))
    }
}
