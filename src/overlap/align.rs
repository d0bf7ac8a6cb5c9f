//! Word alignment: which words of one sentence face which of another.
//!
//! Smith and Waterman (1981) over weighted terms. A local alignment, because a sentence may share a
//! clause with another and nothing else; and where words follow each other in both, that counts
//! beside the words themselves, so that a stray "the" far away is not chosen over the one in place.

use super::fingerprint::Fingerprint;
use super::shared::Shared;
use super::terms::Term;
use std::ops::Range;

/// What a pair of relatives (`Russia`, `Russian`) is worth beside a pair of equals.
const RELATIVE: f32 = 0.6;
/// What it is worth that two matches follow each other on both sides.
const ADJACENT: f32 = 0.12;
/// What leaving any term out costs, and what it costs in addition for each unit of its weight.
const GAP: f32 = 0.06;
const GAP_BY_WEIGHT: f32 = 0.16;
/// The cost of a term that another passage has taken: no alignment reaches across it.
const TAKEN: f32 = f32::INFINITY;

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

/// One term as an alignment sees it.
#[derive(Clone, Copy)]
struct Facing {
    id: u64,
    /// None when it has no relatives.
    stem: Option<u64>,
    /// Whether the stem is that of a thing named here.
    alias: bool,
    weight: f32,
    gap: f32,
}

/// How the best alignment that ends at a cell came there.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Step {
    /// It begins here.
    #[default]
    Begin,
    /// The two terms face each other.
    Match,
    /// The term of `a` faces none.
    SkipA,
    /// The term of `b` faces none.
    SkipB,
}

/// What is remembered of a pair of terms, to trace an alignment back.
#[derive(Clone, Copy, Default)]
struct Cell {
    step: Step,
    /// Where the two terms face each other, whether the two before them do so as well.
    follows: bool,
}

/// The two articles, and the memory that one alignment after the other uses.
pub(super) struct Aligner<'p> {
    pub a: &'p Fingerprint,
    pub b: &'p Fingerprint,
    pub shared: &'p Shared,
    rows: Vec<Facing>,
    columns: Vec<Facing>,
    /// For the row above and the one at hand: the gain of the best alignment that ends at a cell,
    /// and of the best that ends with its two terms facing each other.
    best: [Vec<f32>; 2],
    matched: [Vec<f32>; 2],
    cells: Vec<Cell>,
}

impl<'p> Aligner<'p> {
    pub fn new(a: &'p Fingerprint, b: &'p Fingerprint, shared: &'p Shared) -> Self {
        Self {
            a,
            b,
            shared,
            rows: Vec::new(),
            columns: Vec::new(),
            best: Default::default(),
            matched: Default::default(),
            cells: Vec::new(),
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
        let (a, b) = (&self.shared.weight_a, &self.shared.weight_b);
        face(&mut self.rows, self.a, in_a.clone(), a, |at| {
            gap(a[at], taken.a[at])
        });
        face(&mut self.columns, self.b, in_b.clone(), b, |at| {
            gap(b[at], taken.b[at])
        });
        self.align(in_a.start, in_b.start)
    }

    /// All that two ranges have in common in the same order: the heaviest common subsequence.
    /// None when that is nothing.
    pub fn whole(&mut self, in_a: Range<usize>, in_b: Range<usize>) -> Option<Alignment> {
        let (a, b) = (&self.shared.weight_a, &self.shared.weight_b);
        face(&mut self.rows, self.a, in_a.clone(), a, |_| 0.0);
        face(&mut self.columns, self.b, in_b.clone(), b, |_| 0.0);
        self.align(in_a.start, in_b.start)
    }

    /// What it is worth that two terms face each other. None when they do not.
    pub fn worth(&self, at_a: usize, at_b: usize) -> Option<f32> {
        let one = Facing::new(&self.a.terms[at_a], self.shared.weight_a[at_a], 0.0);
        let other = Facing::new(&self.b.terms[at_b], self.shared.weight_b[at_b], 0.0);
        one.worth(&other)
    }

    /// Aligns the rows with the columns, which begin at these terms.
    fn align(&mut self, start_a: usize, start_b: usize) -> Option<Alignment> {
        if let Some(equal) = self.equal(start_a, start_b) {
            return Some(equal);
        }
        let width = self.columns.len() + 1;
        self.cells.clear();
        self.cells
            .resize((self.rows.len() + 1) * width, Cell::default());
        for line in self.best.iter_mut().chain(&mut self.matched) {
            line.clear();
            line.resize(width, 0.0);
        }
        let ([best_above, best], [matched_above, matched]) = (&mut self.best, &mut self.matched);
        let (mut highest, mut end) = (0.0, 0);
        for (row, one) in self.rows.iter().enumerate() {
            for (column, other) in self.columns.iter().enumerate() {
                let cell = (row + 1) * width + column + 1;
                let (mut gain, mut step) = (0.0, Step::Begin);
                let skip_a = best_above[column + 1] - one.gap;
                if skip_a > gain {
                    (gain, step) = (skip_a, Step::SkipA);
                }
                let skip_b = best[column] - other.gap;
                if skip_b > gain {
                    (gain, step) = (skip_b, Step::SkipB);
                }
                matched[column + 1] = 0.0;
                if let Some(worth) = one.worth(other) {
                    let apart = best_above[column] + worth;
                    let following = matched_above[column] + worth + ADJACENT;
                    let follows = matched_above[column] > 0.0 && following >= apart;
                    let facing = if follows { following } else { apart };
                    matched[column + 1] = facing;
                    self.cells[cell].follows = follows;
                    if facing >= gain {
                        (gain, step) = (facing, Step::Match);
                    }
                }
                best[column + 1] = gain;
                self.cells[cell].step = step;
                if gain > highest {
                    (highest, end) = (gain, cell);
                }
            }
            std::mem::swap(best_above, best);
            std::mem::swap(matched_above, matched);
        }
        let matches = self.trace(start_a, start_b, width, end);
        (!matches.is_empty()).then_some(Alignment {
            matches,
            gain: highest,
        })
    }

    /// The alignment of rows and columns that are the same words, none of them taken.
    fn equal(&self, start_a: usize, start_b: usize) -> Option<Alignment> {
        let faces = |(one, other): (&Facing, &Facing)| {
            one.id == other.id && one.gap < TAKEN && other.gap < TAKEN
        };
        let pairs = || self.rows.iter().zip(&self.columns);
        if self.rows.len() != self.columns.len() || !pairs().all(faces) {
            return None;
        }
        let worth = pairs().map(|(one, other)| one.weight.min(other.weight));
        let length = self.rows.len();
        Some(Alignment {
            matches: (0..length).map(|at| (start_a + at, start_b + at)).collect(),
            gain: worth.sum::<f32>() + ADJACENT * (length - 1) as f32,
        })
    }

    fn trace(
        &self,
        start_a: usize,
        start_b: usize,
        width: usize,
        end: usize,
    ) -> Vec<(usize, usize)> {
        let mut matches = Vec::new();
        let mut cell = end;
        let mut faces = false;
        loop {
            let Cell { step, follows } = self.cells[cell];
            if faces || step == Step::Match {
                matches.push((start_a + cell / width - 1, start_b + cell % width - 1));
                faces = follows;
                cell -= width + 1;
                continue;
            }
            match step {
                Step::SkipA => cell -= width,
                Step::SkipB => cell -= 1,
                Step::Begin | Step::Match => break,
            }
        }
        matches.reverse();
        matches
    }
}

impl Facing {
    fn new(term: &Term, weight: f32, gap: f32) -> Self {
        Self {
            id: term.id,
            stem: (term.content || term.alias).then_some(term.stem),
            alias: term.alias,
            weight,
            gap,
        }
    }

    fn is_alias_of(&self, other: &Self) -> bool {
        self.alias && other.alias && self.stem == other.stem
    }

    /// What it is worth that the two face each other. None when they do not.
    fn worth(&self, other: &Self) -> Option<f32> {
        let weight = self.weight.min(other.weight);
        let worth = if self.id == other.id || self.is_alias_of(other) {
            weight
        } else if self.stem.is_some() && self.stem == other.stem {
            weight * RELATIVE
        } else {
            return None;
        };
        (self.gap < TAKEN && other.gap < TAKEN).then_some(worth)
    }
}

/// Fills `side` with a range of terms.
fn face(
    side: &mut Vec<Facing>,
    print: &Fingerprint,
    terms: Range<usize>,
    weights: &[f32],
    gap: impl Fn(usize) -> f32,
) {
    side.clear();
    side.extend(terms.map(|at| Facing::new(&print.terms[at], weights[at], gap(at))));
}

fn gap(weight: f32, taken: bool) -> f32 {
    if taken {
        TAKEN
    } else {
        GAP + GAP_BY_WEIGHT * weight
    }
}
