//! A passage pair: an alignment with the text around it that belongs to it.

use super::align::{Aligner, Alignment, Taken};
use super::fingerprint::{Fingerprint, Role, Unit};
use std::ops::Range;

/// Unaligned words that go with a passage up to the end of its sentence, however short it is.
const SHORT_EDGE: usize = 4;
/// The same as a share of the passage: where only one side has words left, and where both do, so
/// that the words of one stand for those of the other.
const ADDED_SHARE: f32 = 0.3;
const REPLACED_SHARE: f32 = 0.8;
/// Unaligned words that go with it up to the nearest punctuation, in the same two cases.
const ADDED_IN_CLAUSE: usize = 2;
const REPLACED_IN_CLAUSE: usize = 6;

/// Matches that dangle where they stand apart at the end of an alignment.
const LOOSE_END: usize = 2;

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
        mut found: Alignment,
        taken: &Taken,
    ) -> Self {
        cut_loose_ends(aligner, &mut found.matches);
        let core = (found.a(), found.b());
        let (mut a, mut b) = core.clone();
        let whole_a = free_around(&taken.a, &units.0.terms, &a);
        let whole_b = free_around(&taken.b, &units.1.terms, &b);
        if (units.0.role == Role::Headline) != (units.1.role == Role::Headline) {
            // A headline says what its sentence says, in fewer words.
            (a, b) = (whole_a, whole_b);
        } else {
            let length = a.len().min(b.len());
            let clause_a = clause_around(aligner.a, &whole_a, &a, &units.0.terms);
            let clause_b = clause_around(aligner.b, &whole_b, &b, &units.1.terms);
            if within_sentence(a.start - whole_a.start, b.start - whole_b.start, length) {
                (a.start, b.start) = (whole_a.start, whole_b.start);
            } else if within_clause(a.start - clause_a.start, b.start - clause_b.start) {
                (a.start, b.start) = (clause_a.start, clause_b.start);
            }
            if within_sentence(whole_a.end - a.end, whole_b.end - b.end, length) {
                (a.end, b.end) = (whole_a.end, whole_b.end);
            } else if within_clause(clause_a.end - a.end, clause_b.end - b.end) {
                (a.end, b.end) = (clause_a.end, clause_b.end);
            }
        }
        Self::measured(aligner, (a, b), core, found)
    }

    /// Faces all words of the passage, those that it grew by too.
    pub fn realigned(mut self, aligner: &mut Aligner) -> Self {
        if let Some(found) = aligner.whole(self.a.clone(), self.b.clone()) {
            self.matches = found.matches;
            self.agreement = agreement(aligner, &self.a, &self.b, &self.matches);
        }
        self
    }

    /// `likeness` is that of the `core` where one side is a headline and of all else otherwise.
    fn measured(
        aligner: &Aligner,
        (a, b): (Range<usize>, Range<usize>),
        core: (Range<usize>, Range<usize>),
        found: Alignment,
    ) -> Self {
        let (mut content, mut common, mut weight) = (0, 0, 0.0);
        for &(at_a, at_b) in &found.matches {
            let (one, other) = (&aligner.a.terms[at_a], &aligner.b.terms[at_b]);
            let says = one.content && other.content;
            content += usize::from(says);
            common += usize::from(says && !one.name && !other.name);
            weight += aligner.worth(at_a, at_b).unwrap_or(0.0);
        }
        let whole: f32 = aligner.shared.weight_a[core.0].iter().sum::<f32>()
            + aligner.shared.weight_b[core.1].iter().sum::<f32>();
        Self {
            agreement: agreement(aligner, &a, &b, &found.matches),
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

/// The share of terms that agree.
fn agreement(
    aligner: &Aligner,
    a: &Range<usize>,
    b: &Range<usize>,
    matches: &[(usize, usize)],
) -> f32 {
    let equal = matches
        .iter()
        .filter(|(one, other)| aligner.a.terms[*one].id == aligner.b.terms[*other].id);
    2.0 * equal.count() as f32 / (a.len() + b.len()) as f32
}

/// Takes away a word or two that dangle at either end, where no clause begins or ends with them.
fn cut_loose_ends(aligner: &Aligner, matches: &mut Vec<(usize, usize)>) {
    let breaks = |at: &usize| {
        let ((a, b), (next_a, next_b)) = (matches[at - 1], matches[*at]);
        next_a > a + 1 || next_b > b + 1
    };
    let (first, last) = (matches[0], matches[matches.len() - 1]);
    let opens =
        |print: &Fingerprint, at: usize| at == print.terms.len() || print.terms[at].opens_clause;
    let at_start = opens(aligner.a, first.0) && opens(aligner.b, first.1);
    let at_end = opens(aligner.a, last.0 + 1) && opens(aligner.b, last.1 + 1);
    let start = (1..matches.len())
        .find(breaks)
        .filter(|&at| !at_start && at <= LOOSE_END);
    let end = (1..matches.len()).rev().find(breaks).filter(|&at| {
        !at_end && matches.len() - at <= LOOSE_END && start.is_none_or(|start| start < at)
    });
    matches.truncate(end.unwrap_or(matches.len()));
    matches.drain(..start.unwrap_or(0));
}

/// Whether what is left over up to the ends of two sentences, in terms, goes with a passage.
fn within_sentence(left_a: usize, left_b: usize, length: usize) -> bool {
    let (less, more) = (left_a.min(left_b), left_a.max(left_b));
    let share = |share: f32| (length as f32 * share) as usize;
    let replaced = less > 0 && more <= 2 * less + 2 && more <= share(REPLACED_SHARE);
    more <= SHORT_EDGE || more <= share(ADDED_SHARE) || replaced
}

/// Whether what is left over up to the ends of two clauses, in terms, goes with a passage.
fn within_clause(left_a: usize, left_b: usize) -> bool {
    let (less, more) = (left_a.min(left_b), left_a.max(left_b));
    more <= ADDED_IN_CLAUSE || (less > 0 && more <= REPLACED_IN_CLAUSE)
}

/// The free terms of `unit` around `terms`.
fn free_around(taken: &[bool], unit: &Range<usize>, terms: &Range<usize>) -> Range<usize> {
    let before = taken[unit.start..terms.start].iter().rev();
    let after = taken[terms.end..unit.end].iter();
    terms.start - before.take_while(|taken| !**taken).count()
        ..terms.end + after.take_while(|taken| !**taken).count()
}

/// The terms of `whole` around `terms` up to the nearest punctuation.
fn clause_around(
    print: &Fingerprint,
    whole: &Range<usize>,
    terms: &Range<usize>,
    unit: &Range<usize>,
) -> Range<usize> {
    let opens = |at: &usize| *at == unit.end || print.terms[*at].opens_clause;
    (whole.start..=terms.start)
        .rev()
        .find(opens)
        .unwrap_or(terms.start)..(terms.end..=whole.end).find(opens).unwrap_or(terms.end)
}
