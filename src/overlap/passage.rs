//! A passage pair: an alignment with the text around it that belongs to it.

use super::align::{Aligner, Alignment, Taken};
use super::fingerprint::{Fingerprint, Unit};
use std::ops::Range;

/// Unaligned words at the edge of a sentence that go with the passage, however short it is.
const SHORT_EDGE: usize = 4;
/// The same, as a share of the passage.
const EDGE_SHARE: f32 = 0.3;
/// Unaligned words at the edge of a clause that go with the passage.
const CLAUSE_EDGE: usize = 2;

/// A passage of one article aligned with a passage of another.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Its terms in `a`.
    pub a: Range<usize>,
    /// Its terms in `b`.
    pub b: Range<usize>,
    /// Which terms face each other, rising on both sides.
    pub matches: Vec<(usize, usize)>,
    /// The gain of the alignment.
    pub gain: f32,
    /// The share of terms that agree: Dice (1945) over the longest common subsequence.
    pub agreement: f32,
    /// The same by weight, relatives counted.
    pub likeness: f32,
    /// How many content terms face each other.
    pub content: usize,
    /// How many of them are no names.
    pub common: usize,
}

impl Passage {
    /// Grows an alignment of two units to the passage that a reader would mark: to the ends of the
    /// sentences where little is left over, else to the nearest punctuation.
    pub fn around(
        aligner: &Aligner,
        units: (&Unit, &Unit),
        found: Alignment,
        taken: &Taken,
    ) -> Self {
        let (mut a, mut b) = (found.a(), found.b());
        let limit = |length: usize| SHORT_EDGE.max((length as f32 * EDGE_SHARE) as usize);
        let (limit_a, limit_b) = (limit(a.len()), limit(b.len()));

        let left_a = free_before(&taken.a, units.0.terms.start, a.start);
        let left_b = free_before(&taken.b, units.1.terms.start, b.start);
        let right_a = free_after(&taken.a, a.end, units.0.terms.end);
        let right_b = free_after(&taken.b, b.end, units.1.terms.end);
        if a.start - left_a <= limit_a && b.start - left_b <= limit_b {
            (a.start, b.start) = (left_a, left_b);
        } else {
            a.start = clause_start(aligner.a, left_a, a.start);
            b.start = clause_start(aligner.b, left_b, b.start);
        }
        if right_a - a.end <= limit_a && right_b - b.end <= limit_b {
            (a.end, b.end) = (right_a, right_b);
        } else {
            a.end = clause_end(aligner.a, a.end, right_a, units.0.terms.end);
            b.end = clause_end(aligner.b, b.end, right_b, units.1.terms.end);
        }
        Self::measured(aligner, a, b, found)
    }

    fn measured(aligner: &Aligner, a: Range<usize>, b: Range<usize>, found: Alignment) -> Self {
        let (mut equal, mut content, mut common, mut weight) = (0, 0, 0, 0.0);
        for &(at_a, at_b) in &found.matches {
            let (one, other) = (&aligner.a.terms[at_a], &aligner.b.terms[at_b]);
            equal += usize::from(one.id == other.id);
            let says = one.content && other.content;
            content += usize::from(says);
            common += usize::from(says && !one.name && !other.name);
            weight += aligner.worth(at_a, at_b).unwrap_or(0.0);
        }
        let whole: f32 = aligner.shared.weight_a[a.clone()].iter().sum::<f32>()
            + aligner.shared.weight_b[b.clone()].iter().sum::<f32>();
        Self {
            agreement: 2.0 * equal as f32 / (a.len() + b.len()) as f32,
            likeness: 2.0 * weight / whole,
            a,
            b,
            matches: found.matches,
            gain: found.gain,
            content,
            common,
        }
    }
}

/// The first term from which all up to `start` are free, not before `floor`.
fn free_before(taken: &[bool], floor: usize, start: usize) -> usize {
    let free = taken[floor..start]
        .iter()
        .rev()
        .take_while(|taken| !**taken);
    start - free.count()
}

/// One past the last term up to which all from `end` are free, not after `ceiling`.
fn free_after(taken: &[bool], end: usize, ceiling: usize) -> usize {
    let free = taken[end..ceiling].iter().take_while(|taken| !**taken);
    end + free.count()
}

/// Where the clause around `start` begins, when that is near.
fn clause_start(print: &Fingerprint, floor: usize, start: usize) -> usize {
    (floor.max(start.saturating_sub(CLAUSE_EDGE))..=start)
        .rev()
        .find(|&at| print.terms[at].opens_clause)
        .unwrap_or(start)
}

/// Where the clause around `end` ends, when that is near.
fn clause_end(print: &Fingerprint, end: usize, ceiling: usize, unit_end: usize) -> usize {
    (end..=ceiling.min(end + CLAUSE_EDGE))
        .find(|&at| at == unit_end || print.terms[at].opens_clause)
        .unwrap_or(end)
}
