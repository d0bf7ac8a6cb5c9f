//! What the model is asked about: the stretches of two sentences that nothing has taken, cut to the
//! clauses that share a word; and one sentence against two neighbours.

use super::SAID;
use super::features::{Facing, Question, roles, with_headline};
use super::stems::{SentenceStems, SideStems, Stems, whole};
use crate::overlap::align::{Aligner, Taken};
use crate::overlap::fingerprint::{Fingerprint, Role};
use crate::overlap::memory::{Findings, What, bits};
use crate::overlap::select::share;
use std::cell::OnceCell;
use std::ops::Range;

/// The least content terms of a passage, and of one in articles about different events.
const LEAST_CONTENT: usize = 2;
const LEAST_CONTENT_OF_OTHERS: usize = 3;
/// The share of either of two neighbours that the one sentence must hold, by weight.
const LEAST_PART: f32 = 0.25;
/// In a text of so few sentences one has hardly a rival and nearly the same place as any other, which
/// says nothing for it: of the shorter of two sentences both must have this share, by weight.
const FEW_UNITS: usize = 4;
const LEAST_PART_OF_FEW: f32 = 0.5;
/// The most bytes between two neighbours: a paragraph break.
const WIDEST_GAP: u32 = 4;

/// Tells `ask` the questions about candidate pairs of sentences, which are in order, with what is known
/// of each. Those that share little are asked about where the articles report one event and both are free.
pub(super) fn asked(
    aligner: &Aligner,
    stems: &SentenceStems,
    (pairs, findings): (&[(u32, u32)], &mut [Findings]),
    same_event: bool,
    taken: &Taken,
    mut ask: impl FnMut(Question),
) {
    let (a, b) = (
        Openings::new(aligner.a, &stems.a, &taken.a),
        Openings::new(aligner.b, &stems.b, &taken.b),
    );
    let least = if same_event {
        LEAST_CONTENT
    } else {
        LEAST_CONTENT_OF_OTHERS
    };
    let mut ask = |found: Option<Question>| {
        if let Some(found) = found.filter(|found| found.content >= least) {
            ask(found);
        }
    };
    let free = |opening: Option<&Opening>| opening.is_some_and(|opening| !opening.said);
    let mut facing = Facing::new(aligner);
    // The first pair of the next sentence of `a` that may be with the same of `b`.
    let mut below = 0;
    for (place, &(one, other)) in pairs.iter().enumerate() {
        let known = &mut findings[place];
        if known.weak && !(same_event && free(a.of(one)) && free(b.of(other))) {
            continue;
        }
        ask(known.question(
            What::OneToOne,
            || [a.bits(one), b.bits(other)],
            || question(aligner, &mut facing, a.of(one), b.of(other)),
        ));
        // One sentence against two: the second is a candidate as well.
        let (next_a, next_b) = (one + 1, other + 1);
        if pairs.get(place + 1) == Some(&(one, next_b)) && follows(aligner.b, other) {
            let neighbour = findings[place + 1].neighbour(1, || [b.bits(other), b.bits(next_b)]);
            ask(findings[place].question(
                What::OneToTwo,
                || [a.bits(one), neighbour],
                || {
                    let found = question(aligner, &mut facing, a.of(one), b.of_two(other))?;
                    let whole = stems.a.of_stretch(&found.a);
                    let halves = [other, next_b].map(|unit| stems.b.of(unit as usize));
                    let mut halves = halves.into_iter();
                    let take_part = halves.all(|half| {
                        facing.join(aligner, whole, half);
                        takes_part(aligner, &facing, half)
                    });
                    take_part.then_some(found)
                },
            ));
        }
        while pairs.get(below).is_some_and(|pair| *pair < (next_a, other)) {
            below += 1;
        }
        if pairs.get(below) == Some(&(next_a, other)) && follows(aligner.a, one) {
            let neighbour = findings[below].neighbour(0, || [a.bits(one), a.bits(next_a)]);
            ask(findings[place].question(
                What::TwoToOne,
                || [neighbour, b.bits(other)],
                || {
                    let found = question(aligner, &mut facing, a.of_two(one), b.of(other))?;
                    let whole = stems.b.of_stretch(&found.b);
                    let halves = [one, next_a].map(|unit| stems.a.of(unit as usize));
                    let mut halves = halves.into_iter();
                    let take_part = halves.all(|half| {
                        facing.join(aligner, half, whole);
                        takes_part(aligner, &facing, half)
                    });
                    take_part.then_some(found)
                },
            ));
        }
    }
}

/// Whether the sentence after `unit` goes on where it ends: no headline ends there, and nothing that
/// is not the story stands between.
fn follows(print: &Fingerprint, unit: u32) -> bool {
    let (unit, next) = (&print.units[unit as usize], &print.units[unit as usize + 1]);
    unit.role != Role::Headline && next.span.start - unit.span.end <= WIDEST_GAP
}

/// Whether `half`, one of two sentences, is part of what is said: it shares something with the other
/// article's sentence that is no mere name.
fn takes_part(aligner: &Aligner, facing: &Facing, half: Stems) -> bool {
    facing.says_something(aligner) && facing.weight >= LEAST_PART * half.whole
}

/// A stretch of one or two sentences that is asked about.
struct Opening<'s> {
    terms: Range<usize>,
    /// Whether it is said already.
    said: bool,
    /// Whether the headline or the lead may be in it.
    at_top: bool,
    stems: Stems<'s>,
}

/// What is asked about the sentences of one article, once it is asked for.
struct Openings<'s> {
    print: &'s Fingerprint,
    stems: &'s SideStems<'s>,
    taken: &'s [bool],
    of_one: Vec<OnceCell<Option<Opening<'s>>>>,
    of_two: Vec<OnceCell<Option<Opening<'s>>>>,
    bits: OnceCell<Vec<u128>>,
}

impl<'s> Openings<'s> {
    fn new(print: &'s Fingerprint, stems: &'s SideStems<'s>, taken: &'s [bool]) -> Self {
        let none = || print.units.iter().map(|_| OnceCell::new()).collect();
        Self {
            print,
            stems,
            taken,
            of_one: none(),
            of_two: none(),
            bits: OnceCell::new(),
        }
    }

    /// Which terms of a sentence are taken. Only a memory asks.
    fn bits(&self, unit: u32) -> u128 {
        let all = self.bits.get_or_init(|| {
            let units = self.print.units.iter();
            units.map(|unit| bits(self.taken, &unit.terms)).collect()
        });
        all[unit as usize]
    }

    /// What is asked about a sentence: all of it when it is said already, else the longest stretch that
    /// is not.
    fn of(&self, unit: u32) -> Option<&Opening<'s>> {
        let find = || self.find(unit as usize, unit as usize);
        self.of_one[unit as usize].get_or_init(find).as_ref()
    }

    /// The same of a sentence and the next: none when they are not free as a whole.
    fn of_two(&self, unit: u32) -> Option<&Opening<'s>> {
        let find = || self.find(unit as usize, unit as usize + 1);
        self.of_two[unit as usize].get_or_init(find).as_ref()
    }

    fn find(&self, first: usize, last: usize) -> Option<Opening<'s>> {
        let units = &self.print.units;
        let mut terms = units[first].terms.start..units[last].terms.end;
        let said = share(self.taken, &terms);
        let whole = said == 0.0 || said >= SAID;
        if !whole {
            if first < last {
                return None;
            }
            terms = longest_free(self.taken, terms);
        }
        // What is shorter says nothing by itself.
        (terms.len() >= LEAST_CONTENT).then(|| Opening {
            said: whole && said > 0.0,
            at_top: units[first].role != Role::Body,
            stems: if whole && first == last {
                self.stems.of(first)
            } else {
                self.stems.of_stretch(&terms)
            },
            terms,
        })
    }
}

/// The longest stretch of `terms` of which nothing is taken.
fn longest_free(taken: &[bool], terms: Range<usize>) -> Range<usize> {
    let mut longest = terms.start..terms.start;
    let mut start = terms.start;
    for stretch in taken[terms].split(|taken| *taken) {
        if stretch.len() > longest.len() {
            longest = start..start + stretch.len();
        }
        start += stretch.len() + 1;
    }
    longest
}

/// The question about two stretches, cut to the clauses that share a word. None when they share too
/// little, or are said already on both sides. `facing` is where their words are joined.
fn question(
    aligner: &Aligner,
    facing: &mut Facing,
    a: Option<&Opening>,
    b: Option<&Opening>,
) -> Option<Question> {
    let (a, b) = (a?, b?);
    let (both, either) = (a.said && b.said, a.said || b.said);
    if both && !(a.at_top && b.at_top) {
        return None;
    }
    facing.join(aligner, a.stems, b.stems);
    let few = aligner.a.units.len().min(aligner.b.units.len()) <= FEW_UNITS;
    let shorter = facing.whole.0.min(facing.whole.1);
    if !facing.says_something(aligner) || few && facing.weight < LEAST_PART_OF_FEW * shorter {
        return None;
    }
    let (in_a, in_b) = facing.ranges()?;
    let in_a = clauses(aligner.a, &a.terms, in_a);
    let in_b = clauses(aligner.b, &b.terms, in_b);
    if both && !with_headline(roles(aligner, &in_a, &in_b)) {
        return None;
    }
    if in_a != a.terms {
        facing.whole.0 = whole(aligner.a, &aligner.shared.a, &in_a);
    }
    if in_b != b.terms {
        facing.whole.1 = whole(aligner.b, &aligner.shared.b, &in_b);
    }
    Some(Question::with(aligner, (in_a, in_b), facing, either))
}

/// The clauses of a stretch that hold `terms`.
fn clauses(print: &Fingerprint, stretch: &Range<usize>, terms: Range<usize>) -> Range<usize> {
    let opens = |at: &usize| print.terms[*at].opens_clause;
    let start = (stretch.start..=terms.start).rev().find(opens);
    let end = (terms.end..stretch.end).find(opens);
    start.unwrap_or(stretch.start)..end.unwrap_or(stretch.end)
}
