//! What the model is asked about: the stretches of two sentences that nothing has taken, cut to the
//! clauses that share a word; and one sentence against two neighbours.

use super::SAID;
use super::features::{Facing, Question};
use super::stems::{SentenceStems, Stems};
use crate::overlap::align::{Aligner, Taken};
use crate::overlap::fingerprint::{Fingerprint, Role};
use crate::overlap::select::share;
use std::cell::OnceCell;
use std::ops::Range;

/// The least content terms of a passage.
const LEAST_CONTENT: usize = 3;
/// The share of either of two neighbours that the one sentence must hold, by weight.
const LEAST_PART: f32 = 0.25;
/// The most bytes between two neighbours: a paragraph break.
const WIDEST_GAP: u32 = 4;

/// The questions about candidate pairs of sentences, which are in order.
pub(super) fn asked(
    aligner: &Aligner,
    stems: &SentenceStems,
    pairs: &[(u32, u32)],
    taken: &Taken,
) -> Vec<Question> {
    let mut asked = Vec::new();
    for &(one, other) in pairs {
        let a = open(aligner.a, one..one + 1, &taken.a);
        let b = open(aligner.b, other..other + 1, &taken.b);
        asked.extend(question(aligner, stems, a, b));
        // One sentence against two: the second is a candidate as well.
        let (next_a, next_b) = (one + 1, other + 1);
        if pairs.binary_search(&(one, next_b)).is_ok() && follows(aligner.b, other) {
            let a = open(aligner.a, one..one + 1, &taken.a);
            let b = open(aligner.b, other..next_b + 1, &taken.b);
            asked.extend(question(aligner, stems, a, b).filter(|asked| {
                let own = OnceCell::new();
                let whole = stems.a.of_stretch(&asked.a, &own);
                [other, next_b].iter().all(|&unit| {
                    let half = stems.b.of(unit as usize);
                    takes_part(aligner, &Facing::between(aligner, whole, half), half)
                })
            }));
        }
        if pairs.binary_search(&(next_a, other)).is_ok() && follows(aligner.a, one) {
            let a = open(aligner.a, one..next_a + 1, &taken.a);
            let b = open(aligner.b, other..other + 1, &taken.b);
            asked.extend(question(aligner, stems, a, b).filter(|asked| {
                let own = OnceCell::new();
                let whole = stems.b.of_stretch(&asked.b, &own);
                [one, next_a].iter().all(|&unit| {
                    let half = stems.a.of(unit as usize);
                    takes_part(aligner, &Facing::between(aligner, half, whole), half)
                })
            }));
        }
    }
    asked
}

/// Whether the sentence after `unit` goes on where it ends: no headline ends there, and nothing that
/// is not the story stands between.
fn follows(print: &Fingerprint, unit: u32) -> bool {
    let (unit, next) = (&print.units[unit as usize], &print.units[unit as usize + 1]);
    unit.role != Role::Headline && next.span.start - unit.span.end <= WIDEST_GAP
}

/// Whether `half`, one of two sentences, is part of what is said: it shares something with the other
/// article's sentence that is no mere name.
fn takes_part(aligner: &Aligner, facing: &Facing, half: &Stems) -> bool {
    facing.says_something(aligner) && facing.weight >= LEAST_PART * half.whole
}

/// A stretch of one or two sentences, and whether it is said already.
type Stretch = Option<(Range<usize>, bool)>;

/// What is asked about some sentences of one article: all of them when they are said already, else
/// the longest stretch that is not. None of two neighbours that are not free as a whole.
fn open(print: &Fingerprint, units: Range<u32>, taken: &[bool]) -> Stretch {
    let (first, last) = (units.start as usize, units.end as usize - 1);
    let terms = print.units[first].terms.start..print.units[last].terms.end;
    let said = share(taken, &terms);
    if said == 0.0 || said >= SAID {
        return Some((terms, said > 0.0));
    }
    if first < last {
        return None;
    }
    let mut longest = terms.start..terms.start;
    let mut start = terms.start;
    for stretch in taken[terms].split(|taken| *taken) {
        if stretch.len() > longest.len() {
            longest = start..start + stretch.len();
        }
        start += stretch.len() + 1;
    }
    Some((longest, false))
}

/// The question about two stretches, cut to the clauses that share a word. None when they share too
/// little, or are said already on both sides.
fn question(aligner: &Aligner, stems: &SentenceStems, a: Stretch, b: Stretch) -> Option<Question> {
    let ((a, said_a), (b, said_b)) = (a?, b?);
    let at_top =
        |print: &Fingerprint, at: usize| print.units[print.unit_of[at] as usize].role != Role::Body;
    // What follows costs more than to see that nothing will be asked.
    if a.len().min(b.len()) < LEAST_CONTENT
        || said_a && said_b && !(at_top(aligner.a, a.start) && at_top(aligner.b, b.start))
    {
        return None;
    }
    let own = (OnceCell::new(), OnceCell::new());
    let (stems_a, stems_b) = (
        stems.a.of_stretch(&a, &own.0),
        stems.b.of_stretch(&b, &own.1),
    );
    let facing = Facing::between(aligner, stems_a, stems_b);
    if !facing.says_something(aligner) {
        return None;
    }
    let (mut first_a, mut last_a) = (usize::MAX, 0);
    let (mut first_b, mut last_b) = (usize::MAX, 0);
    for &(at_a, at_b) in &facing.pairs {
        let (at_a, at_b) = (at_a as usize, at_b as usize);
        (first_a, last_a) = (first_a.min(at_a), last_a.max(at_a));
        (first_b, last_b) = (first_b.min(at_b), last_b.max(at_b));
    }
    let a = clauses(aligner.a, &a, first_a..last_a + 1);
    let b = clauses(aligner.b, &b, first_b..last_b + 1);
    let facing = facing.cut(aligner, &a, &b);
    let question = Question::with(aligner, (a, b), facing, said_a || said_b);
    if said_a && said_b && !question.headline {
        return None;
    }
    let content = |print: &Fingerprint, range: &Range<usize>| {
        let terms = &print.terms[range.clone()];
        terms.iter().filter(|term| term.content).count()
    };
    let least = content(aligner.a, &question.a).min(content(aligner.b, &question.b));
    (least >= LEAST_CONTENT).then_some(question)
}

/// The clauses of a stretch that hold `terms`.
fn clauses(print: &Fingerprint, stretch: &Range<usize>, terms: Range<usize>) -> Range<usize> {
    let opens = |at: &usize| print.terms[*at].opens_clause;
    let start = (stretch.start..=terms.start).rev().find(opens);
    let end = (terms.end..stretch.end).find(opens);
    start.unwrap_or(stretch.start)..end.unwrap_or(stretch.end)
}
