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

/// The two articles, and the memory that one alignment after the other uses.
pub(super) struct Aligner<'p> {
    pub a: &'p Fingerprint,
    pub b: &'p Fingerprint,
    pub shared: &'p Shared,
    gaps_a: Vec<f32>,
    gaps_b: Vec<f32>,
    best: Vec<f32>,
    matched: Vec<f32>,
    steps: Vec<Step>,
    follows: Vec<bool>,
}

/// How the best alignment that ends at a cell came there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It begins here.
    Begin,
    /// The two terms face each other.
    Match,
    /// The term of `a` faces none.
    SkipA,
    /// The term of `b` faces none.
    SkipB,
}

impl<'p> Aligner<'p> {
    pub fn new(a: &'p Fingerprint, b: &'p Fingerprint, shared: &'p Shared) -> Self {
        Self {
            a,
            b,
            shared,
            gaps_a: Vec::new(),
            gaps_b: Vec::new(),
            best: Vec::new(),
            matched: Vec::new(),
            steps: Vec::new(),
            follows: Vec::new(),
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
        let shared = self.shared;
        self.gaps_a.clear();
        self.gaps_a
            .extend(in_a.clone().map(|at| gap(shared.weight_a[at], taken.a[at])));
        self.gaps_b.clear();
        self.gaps_b
            .extend(in_b.clone().map(|at| gap(shared.weight_b[at], taken.b[at])));
        self.align(in_a, in_b)
    }

    /// All that two ranges have in common in the same order: the heaviest common subsequence.
    /// None when that is nothing.
    pub fn whole(&mut self, in_a: Range<usize>, in_b: Range<usize>) -> Option<Alignment> {
        self.gaps_a.clear();
        self.gaps_a.resize(in_a.len(), 0.0);
        self.gaps_b.clear();
        self.gaps_b.resize(in_b.len(), 0.0);
        self.align(in_a, in_b)
    }

    fn align(&mut self, in_a: Range<usize>, in_b: Range<usize>) -> Option<Alignment> {
        let (rows, columns) = (in_a.len() + 1, in_b.len() + 1);
        self.best.clear();
        self.best.resize(rows * columns, 0.0);
        self.matched.clear();
        self.matched.resize(rows * columns, 0.0);
        self.steps.clear();
        self.steps.resize(rows * columns, Step::Begin);
        self.follows.clear();
        self.follows.resize(rows * columns, false);
        let (mut highest, mut end) = (0.0, 0);
        for row in 1..rows {
            let at_a = in_a.start + row - 1;
            let gap_a = self.gaps_a[row - 1];
            for column in 1..columns {
                let at_b = in_b.start + column - 1;
                let gap_b = self.gaps_b[column - 1];
                let cell = row * columns + column;
                let corner = cell - columns - 1;
                let (mut best, mut step) = (0.0, Step::Begin);
                let skip_a = self.best[cell - columns] - gap_a;
                if skip_a > best {
                    (best, step) = (skip_a, Step::SkipA);
                }
                let skip_b = self.best[cell - 1] - gap_b;
                if skip_b > best {
                    (best, step) = (skip_b, Step::SkipB);
                }
                if gap_a < TAKEN
                    && gap_b < TAKEN
                    && let Some(worth) = self.worth(at_a, at_b)
                {
                    let apart = self.best[corner] + worth;
                    let following = self.matched[corner] + worth + ADJACENT;
                    let follows = self.matched[corner] > 0.0 && following >= apart;
                    let matched = if follows { following } else { apart };
                    self.matched[cell] = matched;
                    self.follows[cell] = follows;
                    if matched >= best {
                        (best, step) = (matched, Step::Match);
                    }
                }
                self.best[cell] = best;
                self.steps[cell] = step;
                if best > highest {
                    (highest, end) = (best, cell);
                }
            }
        }
        let matches = self.trace(in_a.start, in_b.start, columns, end);
        (!matches.is_empty()).then_some(Alignment {
            matches,
            gain: highest,
        })
    }

    fn trace(
        &self,
        start_a: usize,
        start_b: usize,
        columns: usize,
        end: usize,
    ) -> Vec<(usize, usize)> {
        let mut matches = Vec::new();
        let mut cell = end;
        let mut in_match = false;
        loop {
            if in_match {
                matches.push((start_a + cell / columns - 1, start_b + cell % columns - 1));
                in_match = self.follows[cell];
                cell -= columns + 1;
                continue;
            }
            match self.steps[cell] {
                Step::Begin => break,
                Step::Match => in_match = true,
                Step::SkipA => cell -= columns,
                Step::SkipB => cell -= 1,
            }
        }
        matches.reverse();
        matches
    }

    /// What it is worth that two terms face each other. None when they do not.
    pub fn worth(&self, at_a: usize, at_b: usize) -> Option<f32> {
        let (one, other) = (&self.a.terms[at_a], &self.b.terms[at_b]);
        let weight = self.shared.weight_a[at_a].min(self.shared.weight_b[at_b]);
        if one.id == other.id {
            Some(weight)
        } else if relatives(one, other) {
            Some(weight * RELATIVE)
        } else {
            None
        }
    }
}

/// Whether two different words are of one family.
fn relatives(one: &Term, other: &Term) -> bool {
    one.stem == other.stem && one.content && other.content
}

fn gap(weight: f32, taken: bool) -> f32 {
    if taken {
        TAKEN
    } else {
        GAP + GAP_BY_WEIGHT * weight
    }
}
