//! Word alignment: which words of one sentence face which of another.
//!
//! Smith and Waterman (1981) over weighted terms. A local alignment, because a sentence may share a
//! clause with another and nothing else; and where words follow each other in both, that counts
//! beside the words themselves, so that a stray "the" far away is not chosen over the one in place.
//!
//! Most terms face none of the other sentence, so that the pairs of terms that do are few. Only they
//! are visited (sparse dynamic programming: Eppstein, Galil, Giancarlo and Italiano 1992), each with
//! one question for the best alignment that ends before it, and the cells between them never exist.

use super::facing::{Columns, Facing, facing_terms};
use super::fingerprint::Fingerprint;
use super::shared::Shared;
use std::ops::Range;

/// What it is worth that two matches follow each other on both sides.
const ADJACENT: i64 = Facing::units(0.12);
/// The cost of a term that another passage has taken: no alignment reaches across it.
const TAKEN: i64 = 1 << 40;

/// Terms of `a` that face terms of `b`, rising on both sides.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Alignment {
    /// Pairs of places, never empty once returned.
    pub matches: Vec<(usize, usize)>,
    /// What the matches are worth less what the gaps cost.
    pub gain: f32,
}

impl Alignment {
    /// The terms of `a` from the first match to the last.
    pub fn a(&self) -> Range<usize> {
        self.matches[0].0..self.matches[self.matches.len() - 1].0 + 1
    }

    /// The terms of `b` from the first match to the last.
    pub fn b(&self) -> Range<usize> {
        self.matches[0].1..self.matches[self.matches.len() - 1].1 + 1
    }
}

/// The terms of both articles that earlier passages have taken.
pub(super) struct Taken {
    pub a: Vec<bool>,
    pub b: Vec<bool>,
}

/// What two ranges may have in common at most.
#[derive(Default)]
pub(super) struct InCommon {
    /// How many terms face each other, and how many of them are content terms.
    pub matches: usize,
    pub content: usize,
    /// How many of those are no names, and how many follow punctuation.
    pub no_names: usize,
    pub items: usize,
    /// The gain.
    pub gain: f32,
}

/// Two terms that face each other, with the best alignment that ends with them.
#[derive(Clone, Copy)]
struct Match {
    row: u32,
    column: u32,
    /// What that alignment is worth less what its gaps cost.
    gain: i64,
    /// The match before it, as a place in the list, or [`NONE`].
    before: u32,
}

/// The two articles, and the memory that one alignment after the other uses.
pub(super) struct Aligner<'p> {
    pub a: &'p Fingerprint,
    pub b: &'p Fingerprint,
    pub shared: &'p Shared,
    terms_a: Vec<Facing>,
    terms_b: Vec<Facing>,
    columns: Columns,
    /// A range of `a`, and its terms as columns.
    noted: Range<usize>,
    noted_columns: Columns,
    /// For each row, and for each column, what it costs to leave out all before it.
    skipped_rows: Vec<i64>,
    skipped_columns: Vec<i64>,
    matches: Vec<Match>,
    ends: BestEnds,
}

impl<'p> Aligner<'p> {
    pub fn new(a: &'p Fingerprint, b: &'p Fingerprint, shared: &'p Shared) -> Self {
        Self {
            a,
            b,
            shared,
            terms_a: facing_terms(a, &shared.a),
            terms_b: facing_terms(b, &shared.b),
            columns: Columns::new(a.words.numbers.len(), a.stems.numbers.len()),
            noted: 0..0,
            noted_columns: Columns::new(a.words.numbers.len(), a.stems.numbers.len()),
            skipped_rows: Vec::new(),
            skipped_columns: Vec::new(),
            matches: Vec::new(),
            ends: BestEnds::default(),
        }
    }

    /// The best alignment inside two ranges of terms that neither holds nor crosses a taken term.
    /// None when they have nothing in common.
    pub fn local(
        &mut self,
        in_a: Range<usize>,
        in_b: Range<usize>,
        taken: &Taken,
    ) -> Option<Alignment> {
        let gap = |term: &Facing, taken: bool| if taken { TAKEN } else { term.gap() };
        skip(&mut self.skipped_rows, in_a.clone(), |at| {
            gap(&self.terms_a[at], taken.a[at])
        });
        skip(&mut self.skipped_columns, in_b.clone(), |at| {
            gap(&self.terms_b[at], taken.b[at])
        });
        self.align(in_a, in_b)
    }

    /// All that two ranges have in common in the same order: the heaviest common subsequence.
    /// None when that is nothing.
    pub fn whole(&mut self, in_a: Range<usize>, in_b: Range<usize>) -> Option<Alignment> {
        skip(&mut self.skipped_rows, in_a.clone(), |_| 0);
        skip(&mut self.skipped_columns, in_b.clone(), |_| 0);
        self.align(in_a, in_b)
    }

    /// What two ranges may have in common at most, beside what is taken of `b`: as if every word could
    /// face every other. One range of `a` is asked about after the other.
    pub fn in_common(
        &mut self,
        in_a: &Range<usize>,
        in_b: &Range<usize>,
        taken: &Taken,
    ) -> InCommon {
        if self.noted != *in_a {
            self.noted = in_a.clone();
            self.noted_columns.chain(0, &self.terms_a[in_a.clone()]);
        }
        let mut common = InCommon::default();
        let mut gain = 0;
        let mut last = usize::MAX;
        let terms = in_b.clone().zip(&self.terms_b[in_b.clone()]);
        for ((at, one), taken) in terms.zip(&taken.b[in_b.clone()]) {
            if *taken || !self.noted_columns.holds(one) {
                continue;
            }
            let term = &self.b.terms[at];
            gain += one.most();
            if at == last.wrapping_add(1) {
                gain += ADJACENT;
            }
            last = at;
            common.matches += 1;
            if term.content {
                common.content += 1;
                common.no_names += usize::from(!term.name);
                common.items += usize::from(term.opens_clause);
            }
        }
        common.gain = Facing::weight(gain);
        common
    }

    /// Tells every pair of terms of two ranges that face each other, row by row, and what that is
    /// worth.
    pub fn each_facing(
        &mut self,
        in_a: Range<usize>,
        in_b: Range<usize>,
        mut tell: impl FnMut(usize, usize, f32),
    ) {
        let (rows, columns) = (&self.terms_a[in_a.clone()], &self.terms_b[in_b.clone()]);
        self.columns.chain(rows.len(), columns);
        for (row, one) in rows.iter().enumerate().filter(|(_, one)| one.is_shared()) {
            for &column in self.columns.facing(row, one) {
                if let Some(worth) = one.worth(&columns[column as usize]) {
                    let worth = Facing::weight(worth);
                    tell(in_a.start + row, in_b.start + column as usize, worth);
                }
            }
        }
    }

    /// What it is worth that two terms face each other. None when they do not.
    pub fn worth(&self, at_a: usize, at_b: usize) -> Option<f32> {
        let worth = self.terms_a[at_a].worth(&self.terms_b[at_b])?;
        Some(Facing::weight(worth))
    }

    /// Aligns two ranges, whose gaps are known.
    fn align(&mut self, in_a: Range<usize>, in_b: Range<usize>) -> Option<Alignment> {
        if let Some(equal) = self.equal(&in_a, &in_b) {
            return Some(equal);
        }
        let (rows, columns) = (&self.terms_a[in_a.clone()], &self.terms_b[in_b.clone()]);
        let free = |skipped: &[i64], at: usize| skipped[at + 1] - skipped[at] < TAKEN;
        self.matches.clear();
        self.ends.clear(columns.len());
        self.columns.chain(rows.len(), columns);
        let mut highest = (i64::MIN, usize::MAX);
        for (row, one) in rows.iter().enumerate() {
            if !one.is_shared() || !free(&self.skipped_rows, row) {
                continue;
            }
            let first = self.matches.len();
            for &column in self.columns.facing(row, one) {
                let Some(worth) = one.worth(&columns[column as usize]) else {
                    continue;
                };
                if !free(&self.skipped_columns, column as usize) {
                    continue;
                }
                let skipped = self.skipped_rows[row] + self.skipped_columns[column as usize];
                let (mut gain, mut before) = (0, NONE);
                let end = self.ends.before(column);
                if end.measure > skipped {
                    (gain, before) = (end.measure - skipped, end.place);
                }
                let end = self.ends.last_before(column);
                if let Some(neighbour) = self.matches.get(end as usize)
                    && neighbour.row + 1 == row as u32
                    && neighbour.gain + ADJACENT >= gain
                {
                    (gain, before) = (neighbour.gain + ADJACENT, end);
                }
                gain += worth;
                if gain > highest.0 {
                    highest = (gain, self.matches.len());
                }
                self.matches.push(Match {
                    row: row as u32,
                    column,
                    gain,
                    before,
                });
            }
            // Only now, because two matches of one row never follow each other.
            for place in first..self.matches.len() {
                let Match { column, gain, .. } = self.matches[place];
                let skipped =
                    self.skipped_rows[row + 1] + self.skipped_columns[column as usize + 1];
                let end = End {
                    measure: gain + skipped,
                    row: row as u32,
                    place: place as u32,
                };
                self.ends.add(column, end);
            }
        }
        let (gain, end) = highest;
        (end < self.matches.len()).then(|| Alignment {
            matches: self.trace(in_a.start, in_b.start, end),
            gain: Facing::weight(gain),
        })
    }

    /// The alignment of ranges that are the same words, none of them taken.
    fn equal(&self, in_a: &Range<usize>, in_b: &Range<usize>) -> Option<Alignment> {
        let length = in_a.len();
        if length != in_b.len() || length == 0 {
            return None;
        }
        let pairs = || {
            let columns = &self.terms_b[in_b.clone()];
            self.terms_a[in_a.clone()].iter().zip(columns)
        };
        let taken = self.skipped_rows[length] >= TAKEN || self.skipped_columns[length] >= TAKEN;
        if taken || !pairs().all(|(one, other)| one.is_same_word(other)) {
            return None;
        }
        let worth: i64 = pairs().filter_map(|(one, other)| one.worth(other)).sum();
        Some(Alignment {
            matches: in_a.clone().zip(in_b.clone()).collect(),
            gain: Facing::weight(worth + ADJACENT * (length as i64 - 1)),
        })
    }

    /// The matches of the alignment that ends with the match at place `end`.
    fn trace(&self, start_a: usize, start_b: usize, end: usize) -> Vec<(usize, usize)> {
        let chain = |end: u32| {
            std::iter::successors(Some(&self.matches[end as usize]), |found| {
                self.matches.get(found.before as usize)
            })
        };
        let mut matches = Vec::with_capacity(chain(end as u32).count());
        matches.extend(chain(end as u32).map(|found| {
            (
                start_a + found.row as usize,
                start_b + found.column as usize,
            )
        }));
        matches.reverse();
        matches
    }
}

/// Adds up what it costs to leave terms out: for each of `terms`, and for their end, all before it.
fn skip(skipped: &mut Vec<i64>, terms: Range<usize>, gap: impl Fn(usize) -> i64) {
    let mut sum = 0;
    skipped.clear();
    skipped.push(0);
    skipped.extend(terms.map(|at| {
        sum += gap(at);
        sum
    }));
}

/// For every column, the best match that ends before it: prefix maxima (a tree as that of Fenwick
/// 1994). Of equals the one in the first row stands, and in that row the last.
#[derive(Default)]
struct BestEnds {
    tree: Vec<End>,
    /// For each column, the last match in the one before it, or [`NONE`].
    last: Vec<u32>,
}

/// The end of an alignment.
#[derive(Clone, Copy)]
struct End {
    /// The gain, and the cost of leaving out all up to here: what is left of it further on is less
    /// the cost of leaving out all up to there.
    measure: i64,
    row: u32,
    /// The match, as a place in the list.
    place: u32,
}

/// No match.
const NONE: u32 = u32::MAX;

impl End {
    /// That of no alignment.
    const NONE: Self = Self {
        measure: i64::MIN,
        row: NONE,
        place: NONE,
    };

    const fn is_better_than(&self, other: &Self) -> bool {
        self.measure > other.measure || (self.measure == other.measure && self.row < other.row)
    }
}

impl BestEnds {
    fn clear(&mut self, columns: usize) {
        self.tree.clear();
        self.tree.resize(columns + 1, End::NONE);
        self.last.clear();
        self.last.resize(columns + 1, NONE);
    }

    /// The best end before `column`, whose measure is the least where there is none.
    fn before(&self, column: u32) -> End {
        let mut best = End::NONE;
        let mut node = column as usize;
        while node > 0 {
            if self.tree[node].is_better_than(&best) {
                best = self.tree[node];
            }
            node &= node - 1;
        }
        best
    }

    /// The last match in the column before `column`, or [`NONE`].
    fn last_before(&self, column: u32) -> u32 {
        self.last[column as usize]
    }

    /// Adds an end to `column`. Rows, and in a row columns, come in order.
    fn add(&mut self, column: u32, end: End) {
        let mut node = column as usize + 1;
        self.last[node] = end.place;
        while node < self.tree.len() {
            if !self.tree[node].is_better_than(&end) {
                self.tree[node] = end;
            }
            node += node & node.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use proptest::prelude::*;

    fn words(most: usize) -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "the", "of", "harbour", "harbours", "minister", "Lima", "rescued", "saved", "7",
            "seven", "bridge", "told", "Norway",
        ]);
        prop::collection::vec(word, 1..most).prop_map(|words| words.join(" "))
    }

    fn each_facing_is_found(a: &str, b: &str) {
        let [a, b] = [a, b].map(|text| Fingerprint::of(&Article::parse("", text)));
        let shared = Shared::of(&a, &b);
        let mut aligner = Aligner::new(&a, &b, &shared);
        // More than one range in a row: nothing of the one may be left in the next.
        for start in [0, a.terms.len() / 2] {
            let (in_a, in_b) = (
                start..a.terms.len(),
                start.min(b.terms.len())..b.terms.len(),
            );
            let mut found = Vec::new();
            aligner.each_facing(in_a.clone(), in_b.clone(), |at_a, at_b, worth| {
                found.push((at_a, at_b, Some(worth)));
            });
            let mut expected = Vec::new();
            for at_a in in_a.clone() {
                for at_b in in_b.clone() {
                    let worth = aligner.worth(at_a, at_b);
                    expected.extend(worth.map(|worth| (at_a, at_b, Some(worth))));
                }
            }
            assert_eq!(found, expected);
            let taken = Taken {
                a: vec![false; a.terms.len()],
                b: vec![false; b.terms.len()],
            };
            let most = aligner.in_common(&in_a, &in_b, &taken);
            if let Some(best) = aligner.local(in_a, in_b, &taken) {
                assert!(best.gain <= most.gain, "{} of {}", best.gain, most.gain);
                assert!(best.matches.len() <= most.matches);
            }
        }
    }

    proptest! {
        #[test]
        fn all_that_face_each_other_are_found(a in words(30), b in words(30)) {
            each_facing_is_found(&a, &b);
        }
    }
}
