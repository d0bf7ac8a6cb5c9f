//! Verbatim runs: the longest stretches of words that two articles have in common.
//!
//! Greedy String Tiling (Wise 1993) over an index of shingles, made linear: a run is looked for only
//! where the last one ended, so that a sentence repeated ten thousand times is walked once.

use super::fingerprint::{Fingerprint, SHINGLE};
use crate::order::sort_by_number;

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
pub(super) fn runs(a: &Fingerprint, b: &Fingerprint) -> Vec<Run> {
    let mut found = Vec::new();
    let mut floor = 0;
    let mut next = 0;
    for (place, entries) in entries_of_b(a, b).into_iter().enumerate() {
        if place < next || entries.is_empty() {
            continue;
        }
        let longest = nearest(a, b, place, entries)
            .map(|start| extended(a, b, place, start, floor))
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

/// For each place of `a`, the entries of `b` with the shingle that begins there.
fn entries_of_b<'b>(a: &Fingerprint, b: &'b Fingerprint) -> Vec<&'b [(u64, u32)]> {
    let mut found: Vec<&[_]> = vec![&[]; a.terms.len()];
    let mut entries: &[(u64, u32)] = &[];
    let mut rest = &b.shingles[..];
    for &(hash, place) in &a.shingles {
        if entries.first().is_none_or(|entry| entry.0 != hash) {
            let below = rest.iter().take_while(|entry| entry.0 < hash).count();
            rest = &rest[below..];
            let equal = rest.iter().take_while(|entry| entry.0 == hash).count();
            (entries, rest) = rest.split_at(equal);
        }
        found[place as usize] = entries;
    }
    found
}

/// The places of `b` among `entries` that lie about as far into it as `place` does into `a`.
fn nearest<'p>(
    a: &Fingerprint,
    b: &Fingerprint,
    place: usize,
    entries: &'p [(u64, u32)],
) -> impl Iterator<Item = usize> + 'p {
    let expected = (place as u64 * b.terms.len() as u64 / a.terms.len().max(1) as u64) as u32;
    let middle = entries.partition_point(|&(_, start)| start < expected);
    let first = middle
        .saturating_sub(MOST_TRIED / 2)
        .min(entries.len().saturating_sub(MOST_TRIED));
    entries[first..]
        .iter()
        .take(MOST_TRIED)
        .map(|&(_, start)| start as usize)
}

/// The maximal run through a shared place, beginning at `floor` or later.
fn extended(a: &Fingerprint, b: &Fingerprint, at_a: usize, at_b: usize, floor: usize) -> Run {
    let room = (at_a - floor.min(at_a)).min(at_b);
    let same = |back: &usize| a.terms[at_a - back].id == b.terms[at_b - back].id;
    let back = (1..=room).take_while(same).count();
    let ahead = a.terms[at_a..]
        .iter()
        .zip(&b.terms[at_b..])
        .take_while(|(one, other)| one.id == other.id)
        .count();
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
