//! A passage pair: an alignment with the text around it that belongs to it.

use super::align::{Aligner, Alignment, Taken};
use super::fingerprint::{Fingerprint, Unit};
use super::memory::Placed;
use std::ops::Range;

/// Unaligned words that go with a passage up to the end of its sentence, however short it is, and
/// as a share of it.
const SHORT_EDGE: usize = 4;
const SHORT_EDGE_SHARE: f32 = 0.3;
/// The same where both sides have words left, so that those of one may stand for those of the
/// other; as long as the passage then still agrees this much.
const REPLACED_EDGE: usize = 12;
const AGREEMENT_OF_REPLACED: f32 = 0.5;
/// Unaligned words that go with it up to the nearest punctuation: where only one side has them, and
/// where both do.
const ADDED_IN_CLAUSE: usize = 2;
const REPLACED_IN_CLAUSE: usize = 6;

/// Matches that dangle where they stand apart at the end of an alignment.
const LOOSE_END: usize = 2;
/// So many words that stand for others beside them do not set them apart.
const REPLACED_BESIDE_END: usize = 2;

/// The least agreement of a passage that repeats on one side what is aligned already.
const LEAST_AGREEMENT_REPEATED: f32 = 0.65;

/// The least agreement of an edited passage; under it, it is rewritten.
const LEAST_AGREEMENT: f32 = 0.5;

/// A passage of one article aligned with a passage of another.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Its terms in `a`.
    pub a: Range<usize>,
    /// Its terms in `b`.
    pub b: Range<usize>,
    /// Which terms face each other, rising on both sides.
    pub matches: Vec<(usize, usize)>,
    /// Whether it is a headline with its sentence.
    pub headline: bool,
    /// The gain of the alignment.
    pub gain: f32,
    /// The share of terms that agree: Dice (1945) over the longest common subsequence.
    pub agreement: f32,
    /// The same by weight, relatives counted, before the passage grew.
    pub likeness: f32,
    /// How probable it is that both sides say the same, as the model of rewritten passages judges.
    /// Only asked where the words are others.
    pub probability: f32,
    /// How many content terms face each other.
    pub content: usize,
    /// How many of them are no names.
    pub common: usize,
    /// How many of them follow punctuation: the items of a list.
    pub items: usize,
}

impl Placed for Passage {
    fn placed(&self, in_a: impl Fn(usize) -> usize, in_b: impl Fn(usize) -> usize) -> Self {
        let matches = self.matches.iter();
        Self {
            a: in_a(self.a.start)..in_a(self.a.end),
            b: in_b(self.b.start)..in_b(self.b.end),
            matches: matches.map(|&(a, b)| (in_a(a), in_b(b))).collect(),
            ..*self
        }
    }
}

impl Passage {
    /// Grows an alignment of two units to the passage that a reader would mark: to the ends of the
    /// sentences where little is left over, else to the nearest punctuation.
    pub fn around(
        aligner: &mut Aligner,
        units: (&Unit, &Unit),
        mut found: Alignment,
        taken: &Taken,
    ) -> Self {
        cut_loose_ends(aligner, &mut found.matches);
        let core = (found.a(), found.b());
        let whole = (
            free_around(&taken.a, &units.0.terms, &core.0),
            free_around(&taken.b, &units.1.terms, &core.1),
        );
        let replaced = grown(aligner, units, &core, &whole, REPLACED_EDGE);
        let short = grown(aligner, units, &core, &whole, 0);
        let (a, b) = if replaced == short || agrees(aligner, &replaced) {
            replaced
        } else {
            short
        };
        Self::measured(aligner, (a, b), core, found)
    }

    /// The passage that two ranges make as they are. None when they have no word in common.
    pub fn spanning(aligner: &mut Aligner, a: Range<usize>, b: Range<usize>) -> Option<Self> {
        let found = aligner.whole(a.clone(), b.clone())?;
        let ranges = (a, b);
        Some(Self::measured(aligner, ranges.clone(), ranges, found))
    }

    /// Whether the words are others: it agrees too little to be called edited.
    pub fn is_rewritten(&self) -> bool {
        self.agreement < LEAST_AGREEMENT
    }

    /// Whether it may stand where one side of it is aligned already: a headline says again what its
    /// sentence says, and anything else must be all but the same.
    pub fn may_repeat(&self) -> bool {
        self.headline || self.agreement >= LEAST_AGREEMENT_REPEATED
    }

    /// Faces all words of the passage, those that it grew by too.
    pub fn realigned(mut self, aligner: &mut Aligner) -> Self {
        if let Some(found) = aligner.whole(self.a.clone(), self.b.clone()) {
            self.matches = found.matches;
            self.agreement = agreement(aligner, &self.a, &self.b, &self.matches);
        }
        self
    }

    /// `core` is what was aligned before it grew.
    fn measured(aligner: &Aligner, (a, b): Ranges, core: Ranges, found: Alignment) -> Self {
        let (mut content, mut common, mut items, mut weight) = (0, 0, 0, 0.0);
        for &(at_a, at_b) in &found.matches {
            let (one, other) = (&aligner.a.terms[at_a], &aligner.b.terms[at_b]);
            let says = one.content && other.content;
            content += usize::from(says);
            items += usize::from(says && one.opens_clause && other.opens_clause);
            common += usize::from(says && !one.name && !other.name);
            weight += aligner.worth(at_a, at_b).unwrap_or(0.0);
        }
        let whole: f32 = aligner.shared.a.weights[core.0].iter().sum::<f32>()
            + aligner.shared.b.weights[core.1].iter().sum::<f32>();
        Self {
            agreement: agreement(aligner, &a, &b, &found.matches),
            likeness: 2.0 * weight / whole,
            a,
            b,
            matches: found.matches,
            headline: false,
            probability: 1.0,
            gain: found.gain,
            content,
            common,
            items,
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
        .filter(|(one, other)| aligner.shared.is_same_word(*one, *other));
    2.0 * equal.count() as f32 / (a.len() + b.len()) as f32
}

/// Takes away a word or two that dangle at either end, where no clause begins or ends with them.
fn cut_loose_ends(aligner: &Aligner, matches: &mut Vec<(usize, usize)>) {
    let breaks = |at: &usize| {
        let ((a, b), (next_a, next_b)) = (matches[at - 1], matches[*at]);
        let (gap_a, gap_b) = (next_a - a - 1, next_b - b - 1);
        let replaced = gap_a > 0 && gap_b > 0 && gap_a.max(gap_b) <= REPLACED_BESIDE_END;
        gap_a + gap_b > 0 && !replaced
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

/// The terms of a passage in either article.
type Ranges = (Range<usize>, Range<usize>);

/// `core`, grown at either end: over `whole` where what is left over is short, or up to `replaced`
/// terms on both sides; else to the nearest punctuation.
fn grown(
    aligner: &Aligner,
    units: (&Unit, &Unit),
    core: &Ranges,
    whole: &Ranges,
    replaced: usize,
) -> Ranges {
    let (mut a, mut b) = core.clone();
    let clause_a = clause_around(aligner.a, &whole.0, &a, &units.0.terms);
    let clause_b = clause_around(aligner.b, &whole.1, &b, &units.1.terms);
    let share = (a.len().min(b.len()) as f32 * SHORT_EDGE_SHARE) as usize;
    let limits = (SHORT_EDGE.max(share), replaced);
    let in_clause = (ADDED_IN_CLAUSE, REPLACED_IN_CLAUSE);
    if belong((a.start - whole.0.start, b.start - whole.1.start), limits) {
        (a.start, b.start) = (whole.0.start, whole.1.start);
    } else if belong(
        (a.start - clause_a.start, b.start - clause_b.start),
        in_clause,
    ) {
        (a.start, b.start) = (clause_a.start, clause_b.start);
    }
    if belong((whole.0.end - a.end, whole.1.end - b.end), limits) {
        (a.end, b.end) = (whole.0.end, whole.1.end);
    } else if belong((clause_a.end - a.end, clause_b.end - b.end), in_clause) {
        (a.end, b.end) = (clause_a.end, clause_b.end);
    }
    (a, b)
}

/// Whether so many terms left over in either article go with a passage: up to the first limit, or
/// up to the second where both have some.
fn belong(left: (usize, usize), (added, replaced): (usize, usize)) -> bool {
    let (less, more) = (left.0.min(left.1), left.0.max(left.1));
    more <= added || (less > 0 && more <= replaced)
}

/// Whether two ranges agree well enough to be one passage.
fn agrees(aligner: &mut Aligner, (a, b): &Ranges) -> bool {
    let found = aligner.whole(a.clone(), b.clone());
    found.is_some_and(|found| agreement(aligner, a, b, &found.matches) >= AGREEMENT_OF_REPLACED)
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
