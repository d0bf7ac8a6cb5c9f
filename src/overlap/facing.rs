//! Terms as an alignment sees them, and which terms of a range face a given one.

use super::fingerprint::Fingerprint;
use super::shared::{ABSENT, SharedSide};

/// What a pair of relatives (`Russia`, `Russian`) is worth beside a pair of equals, in percent.
const RELATIVE: u32 = 60;
/// What leaving any term out costs, and what it costs in addition for each unit of its weight.
const GAP: u32 = Facing::units(0.06) as u32;
const GAP_BY_WEIGHT: u32 = 16;

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
    /// What it costs to leave the term out.
    gap: u32,
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

    /// Whether the other article has the word or a relative of it.
    pub const fn is_shared(&self) -> bool {
        // All bits of both are set where it has neither.
        self.word & self.stem != ABSENT
    }

    /// What it costs to leave the term out.
    pub const fn gap(&self) -> i64 {
        self.gap as i64
    }

    /// What it is worth at most that another faces it.
    pub const fn most(&self) -> i64 {
        self.weight as i64
    }

    /// What it is worth that the two face each other. None when they do not.
    pub fn worth(&self, other: &Self) -> Option<i64> {
        let weight = self.weight.min(other.weight);
        let relatives = self.stem == other.stem && self.stem != ABSENT;
        if self.is_same_word(other) || (relatives && self.alias && other.alias) {
            Some(i64::from(weight))
        } else {
            relatives.then(|| i64::from(weight * RELATIVE / 100))
        }
    }
}

/// The terms of one of the two articles.
pub(super) fn facing_terms(print: &Fingerprint, side: &SharedSide) -> Vec<Facing> {
    let terms = print.terms.iter().zip(&print.stems.of_term);
    let shared = side.words.iter().zip(&side.weights);
    let facing = terms.zip(shared).map(|((term, stem), (word, weight))| {
        let weight = Facing::units(*weight) as u32;
        Facing {
            word: *word,
            stem: if term.may_face() {
                side.stems[*stem as usize]
            } else {
                ABSENT
            },
            weight,
            gap: GAP + GAP_BY_WEIGHT * weight / 100,
            alias: term.alias,
        }
    });
    facing.collect()
}

/// Finds the columns that face a row, row after row. The columns are chained by word and by stem.
pub(super) struct Columns {
    words: Chains,
    stems: Chains,
    /// How many rows and columns there are.
    size: (usize, usize),
    found: Vec<u32>,
}

impl Columns {
    /// Makes ready for so many words and stems.
    pub fn new(words: usize, stems: usize) -> Self {
        Self {
            words: Chains::new(words),
            stems: Chains::new(stems),
            size: (0, 0),
            found: Vec::new(),
        }
    }

    /// Chains `columns`, which so many rows will ask for.
    pub fn chain(&mut self, rows: usize, columns: &[Facing]) {
        self.size = (rows, columns.len());
        self.words.clear(columns.len());
        self.stems.clear(columns.len());
        for (place, column) in columns.iter().enumerate().rev() {
            self.words.push(place, column.word);
            self.stems.push(place, column.stem);
        }
    }

    /// Whether any column faces `one`, where nothing has been asked yet.
    pub fn holds(&self, one: &Facing) -> bool {
        self.words.holds(one.word) || self.stems.holds(one.stem)
    }

    /// The columns that face `one` in row `row`, rising. Rows are asked in order.
    pub fn facing(&mut self, row: usize, one: &Facing) -> &[u32] {
        let (rows, columns) = self.size;
        let is_short = rows.max(columns) <= SHORT;
        let (expected, band) = if is_short {
            (row, SHORT)
        } else {
            (row * columns / rows, BAND)
        };
        let start = expected.saturating_sub(band) as u32;
        let end = (expected + band + 1) as u32;
        let mut word = self.words.first(one.word, start);
        let mut stem = self.stems.first(one.stem, start);
        self.found.clear();
        loop {
            let column = word.min(stem);
            // That of the end of a chain lies beyond all.
            if column >= end {
                break;
            }
            self.found.push(column);
            if word == column {
                word = self.words.after[column as usize];
            }
            if stem == column {
                stem = self.stems.after[column as usize];
            }
        }
        if is_short || self.found.len() <= MOST_FACING {
            return &self.found;
        }
        let middle = self.found.partition_point(|at| (*at as usize) < expected);
        let first = middle
            .saturating_sub(MOST_FACING / 2)
            .min(self.found.len() - MOST_FACING);
        &self.found[first..first + MOST_FACING]
    }
}

/// Chains of places by the number that stands there, each in order.
pub(super) struct Chains {
    /// For each number, its first place, counted from where those of this range are counted from; less
    /// where it has none.
    first: Vec<u32>,
    /// For each place, the next one with the same number, or [`Self::END`].
    after: Vec<u32>,
    /// Where the places of this range are counted from, and those of the next.
    base: u32,
    next_base: u32,
}

impl Chains {
    const END: u32 = u32::MAX;

    /// Makes ready for so many numbers.
    pub fn new(numbers: usize) -> Self {
        Self {
            first: vec![0; numbers],
            after: Vec::new(),
            base: 1,
            next_base: 1,
        }
    }

    /// Forgets all places, and makes ready for so many others: all that was written counts as less.
    pub fn clear(&mut self, places: usize) {
        self.base = self.next_base;
        if places >= (u32::MAX - self.base) as usize {
            self.first.fill(0);
            self.base = 1;
        }
        self.next_base = self.base + places as u32;
        if self.after.len() < places {
            self.after.resize(places, Self::END);
        }
    }

    /// Chains a place before all others. One whose number is [`ABSENT`] is never asked for.
    pub fn push(&mut self, place: usize, number: u32) {
        if let Some(first) = self.first.get_mut(number as usize) {
            self.after[place] = first.checked_sub(self.base).unwrap_or(Self::END);
            *first = self.base + place as u32;
        }
    }

    /// Takes the first place with `number` out of its chain.
    pub fn pop(&mut self, number: u32) -> Option<usize> {
        let first = self.first.get_mut(number as usize)?;
        let place = first.checked_sub(self.base)? as usize;
        *first = self.base.checked_add(self.after[place]).unwrap_or(0);
        Some(place)
    }

    /// Puts the place that was taken out last back into its chain.
    pub fn put_back(&mut self, place: usize, number: u32) {
        if let Some(first) = self.first.get_mut(number as usize) {
            *first = self.base + place as u32;
        }
    }

    fn holds(&self, number: u32) -> bool {
        let first = self.first.get(number as usize);
        first.is_some_and(|first| *first >= self.base)
    }

    /// The first place from `least` on with `number`, or [`Self::END`]. Those before it are forgotten.
    fn first(&mut self, number: u32, least: u32) -> u32 {
        let Some(first) = self.first.get_mut(number as usize) else {
            return Self::END;
        };
        let mut place = first.checked_sub(self.base).unwrap_or(Self::END);
        while place < least {
            place = self.after[place as usize];
            *first = self.base.checked_add(place).unwrap_or(0);
        }
        place
    }
}
