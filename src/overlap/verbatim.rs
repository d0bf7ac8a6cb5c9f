//! Verbatim runs: the longest stretches of words that two articles have in common.
//!
//! Greedy String Tiling (Wise 1993) over an index of shingles, made linear: a run is looked for only
//! where the last one ended, so that a sentence repeated ten thousand times is walked once.

use super::fingerprint::Fingerprint;
use super::hash;
use super::numbering::{ABSENT, Numbering};
use super::shared::{Shared, SharedSide, is_same};
use super::vocabulary::Places;
use crate::order::sort_by_number;

/// Terms of a shingle.
const SHINGLE: usize = 4;

/// Most places of the other article where one shingle is tried, the nearest first.
const MOST_TRIED: usize = 8;

/// A run of terms that both articles have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Run {
    pub a: usize,
    pub b: usize,
    pub length: usize,
}

/// The runs of two articles, apart from each other on both sides, longest first.
pub(super) fn runs(a: &Fingerprint, b: &Fingerprint, shared: &Shared) -> Vec<Run> {
    let (side_a, side_b) = (Side(a, &shared.a), Side(b, &shared.b));
    let index = Shingles::of(&side_b);
    let mut found = Vec::new();
    let mut floor = 0;
    let mut next = 0;
    while next + SHINGLE <= a.terms.len() {
        let place = next;
        next += 1;
        let Some(shingle) = side_a.shingle(place) else {
            continue;
        };
        let longest = nearest(a, b, place, index.places(shingle))
            .map(|start| extended(shared, place, start, floor))
            .max_by_key(|run| run.length);
        if let Some(run) = longest
            && run.length >= SHINGLE
        {
            // The next run may begin inside this one, but not before it: each term is walked a
            // bounded number of times.
            floor = run.a + 1;
            next = run.a + run.length;
            found.push(run);
        }
    }
    tiled(found, a.terms.len(), b.terms.len())
}

/// An article beside another.
struct Side<'p>(&'p Fingerprint, &'p SharedSide);

impl Side<'_> {
    /// A hash of the terms in a row that begin at `place`, if the other article has all their words and
    /// they say something.
    fn shingle(&self, place: usize) -> Option<u64> {
        let says = |at: usize| self.0.terms[at].content;
        match self.1.words[place..place + SHINGLE] {
            [a, b, c, d] if a.max(b).max(c).max(d) != ABSENT => {
                let pair = |one: u32, other: u32| u64::from(one) << 32 | u64::from(other);
                let says = (place..place + SHINGLE).any(says);
                says.then(|| hash::mixed(hash::mixed(hash::mixed(pair(a, b)) ^ pair(c, d))))
            }
            _ => None,
        }
    }
}

/// Shingles (Broder 1997): every [`SHINGLE`] terms in a row of one article that the other may have too.
struct Shingles {
    numbers: Numbering,
    /// Where they begin, by their number.
    places: Places,
}

impl Shingles {
    fn of(side: &Side) -> Self {
        let places = (side.0.terms.len() + 1).saturating_sub(SHINGLE);
        // Half of an article is in the other, or less.
        let mut numbers = Numbering::with_room(places / 2);
        let mut shingles = Vec::with_capacity(places);
        for place in 0..places {
            shingles.push(match side.shingle(place) {
                Some(hash) => numbers.number(hash),
                None => ABSENT,
            });
        }
        Self {
            places: Places::of(&shingles, numbers.len()),
            numbers,
        }
    }

    /// Where a shingle begins, in order.
    fn places(&self, hash: u64) -> &[u32] {
        match self.numbers.find(hash) {
            ABSENT => &[],
            number => self.places.with(number),
        }
    }
}

/// The places of `b` among `entries` that lie about as far into it as `place` does into `a`.
fn nearest<'p>(
    a: &Fingerprint,
    b: &Fingerprint,
    place: usize,
    entries: &'p [u32],
) -> impl Iterator<Item = usize> + 'p {
    let expected = (place as u64 * b.terms.len() as u64 / a.terms.len().max(1) as u64) as u32;
    let middle = entries.partition_point(|start| *start < expected);
    let first = middle
        .saturating_sub(MOST_TRIED / 2)
        .min(entries.len().saturating_sub(MOST_TRIED));
    entries[first..]
        .iter()
        .take(MOST_TRIED)
        .map(|start| *start as usize)
}

/// The maximal run through a shared place, beginning at `floor` or later.
fn extended(shared: &Shared, at_a: usize, at_b: usize, floor: usize) -> Run {
    let (a, b) = (&shared.a.words, &shared.b.words);
    let same = |(one, other): &(&u32, &u32)| is_same(**one, **other);
    let before = a[floor.min(at_a)..at_a].iter().rev();
    let back = before.zip(b[..at_b].iter().rev()).take_while(same).count();
    let ahead = a[at_a..].iter().zip(&b[at_b..]).take_while(same).count();
    Run {
        a: at_a - back,
        b: at_b - back,
        length: back + ahead,
    }
}

/// Lays the runs out longest first. What is left of a run beside those laid before it stays when it
/// is long enough.
fn tiled(mut found: Vec<Run>, length_a: usize, length_b: usize) -> Vec<Run> {
    sort_by_number(&mut found, |run| run.b as u64);
    sort_by_number(&mut found, |run| run.a as u64);
    sort_by_number(&mut found, |run| u64::MAX - run.length as u64);
    let mut taken_a = vec![false; length_a];
    let mut taken_b = vec![false; length_b];
    let mut laid = Vec::new();
    for run in found {
        let mut start = 0;
        for offset in 0..=run.length {
            let free = offset < run.length && !taken_a[run.a + offset] && !taken_b[run.b + offset];
            if free {
                continue;
            }
            if offset - start >= SHINGLE {
                laid.push(Run {
                    a: run.a + start,
                    b: run.b + start,
                    length: offset - start,
                });
                taken_a[run.a + start..run.a + offset].fill(true);
                taken_b[run.b + start..run.b + offset].fill(true);
            }
            start = offset + 1;
        }
    }
    laid
}
