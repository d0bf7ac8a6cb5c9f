//! Which passages stand: the best match of every stretch of text, kept from either side.

use super::align::{Aligner, Taken};
use super::continued;
use super::fingerprint::{Fingerprint, Unit};
use super::memory::{Findings, What, bits};
use super::passage::Passage;
use super::queue::{Queue, Waiting};
use super::restated;
use std::ops::Range;

/// A stretch is free, or taken, when this share of it is.
const NEARLY: f32 = 0.8;
/// How often one pair of sentences may be aligned again around what others have taken.
const MOST_ROUNDS: u8 = 4;

/// The least that makes a passage worth showing.
const LEAST_CONTENT: usize = 3;
/// So many words in a row, or nearly, are a copy that one content word less makes worth showing.
const LONG_COPY: usize = 10;
/// Names alone are no passage, for two stories may be about the same people; a list of them is.
const LEAST_COMMON: usize = 2;
const LEAST_ITEMS: usize = 3;
/// The gain that a passage needs. A headline, or any sentence that takes part as a whole, says more
/// than a phrase out of the middle of two long ones.
const LEAST_GAIN: f32 = 3.9;
const LEAST_GAIN_OF_WHOLE: f32 = 2.4;
/// The share of a sentence that makes it a whole.
const WHOLE: f32 = 0.75;
/// The agreement of a sentence that needs no gain.
const AGREEMENT_OF_COPY: f32 = 0.8;
/// In longer articles more pairs of sentences are alike by chance: the gain they need grows with the
/// logarithm of their number (Karlin and Altschul 1990), from this number of pairs on.
const FEW_PAIRS: f32 = 400.0;
const GAIN_BY_PAIRS: f32 = 0.5;
const LEAST_LIKENESS: f32 = 0.42;
/// The passages of the candidate pairs of units that stand together, in no order.
/// Also the terms that they take. `findings` belong to the pairs.
pub(super) fn select(
    aligner: &mut Aligner,
    pairs: &[(u32, u32)],
    findings: &mut [Findings],
) -> (Vec<Passage>, Taken) {
    let mut taken = Taken {
        a: vec![false; aligner.a.terms.len()],
        b: vec![false; aligner.b.terms.len()],
    };
    let mut queue = Queue::default();
    for (&units, known) in pairs.iter().zip(&mut *findings) {
        if known.weak {
            continue;
        }
        // Nothing is taken yet.
        let proposed = known.passage(
            What::First,
            || [0; 2],
            || Some(propose(aligner, units, &taken, 0)?.passage),
        );
        if let Some(passage) = proposed {
            queue.push(Waiting {
                passage,
                units,
                rounds: 0,
            });
        }
    }
    let mut chosen = Vec::new();
    while let Some(next) = queue.pop() {
        let Ok(place) = pairs.binary_search(&next.units) else {
            continue;
        };
        let known = &mut findings[place];
        let share_a = share(&taken.a, &next.passage.a);
        let share_b = share(&taken.b, &next.passage.b);
        let free = share_a == 0.0 && share_b == 0.0;
        let repeats = share_a >= NEARLY && share_b == 0.0 || share_b >= NEARLY && share_a == 0.0;
        if free || (repeats && next.passage.may_repeat()) {
            taken.a[next.passage.a.clone()].fill(true);
            taken.b[next.passage.b.clone()].fill(true);
            chosen.push(known.aligned(next.passage, |passage| passage.realigned(aligner)));
        }
        // What is left of the two sentences may share something more: a clause that moved.
        if next.rounds < MOST_ROUNDS
            && enough_left(aligner, next.units, &taken)
            && let Some(passage) = known.passage(
                What::Again,
                || {
                    let (a, b) = (&aligner.a.units, &aligner.b.units);
                    let (a, b) = (&a[next.units.0 as usize], &b[next.units.1 as usize]);
                    [bits(&taken.a, &a.terms), bits(&taken.b, &b.terms)]
                },
                || Some(propose(aligner, next.units, &taken, next.rounds + 1)?.passage),
            )
        {
            queue.push(Waiting {
                passage,
                units: next.units,
                rounds: next.rounds + 1,
            });
        }
    }
    add_restated(aligner, pairs, findings, &mut taken, &mut chosen);
    continued::add(aligner, &mut taken, &mut chosen);
    (chosen, taken)
}

/// Adds the pairs of whole sentences that nothing has taken and that say the same in another order.
fn add_restated(
    aligner: &mut Aligner,
    pairs: &[(u32, u32)],
    findings: &mut [Findings],
    taken: &mut Taken,
    chosen: &mut Vec<Passage>,
) {
    let (a, b) = (aligner.a, aligner.b);
    let mut found = Queue::default();
    for (&units, known) in pairs.iter().zip(findings) {
        if known.weak {
            continue;
        }
        let (unit_a, unit_b) = (&a.units[units.0 as usize], &b.units[units.1 as usize]);
        if share(&taken.a, &unit_a.terms) == 0.0
            && share(&taken.b, &unit_b.terms) == 0.0
            && let Some(passage) = known.passage(
                What::Restated,
                || [0; 2],
                || restated::sentences(aligner, (unit_a, unit_b), taken, restated::LEAST_HELD),
            )
            && stands(aligner, (unit_a, unit_b), &passage)
        {
            found.push(Waiting {
                passage,
                units,
                rounds: 0,
            });
        }
    }
    while let Some(Waiting { passage, .. }) = found.pop() {
        if share(&taken.a, &passage.a) == 0.0 && share(&taken.b, &passage.b) == 0.0 {
            taken.a[passage.a.clone()].fill(true);
            taken.b[passage.b.clone()].fill(true);
            chosen.push(passage);
        }
    }
}

/// Whether two units have words left for another passage.
fn enough_left(aligner: &Aligner, units: (u32, u32), taken: &Taken) -> bool {
    let left = |print: &Fingerprint, unit: u32, taken: &[bool]| {
        let terms = print.units[unit as usize].terms.clone();
        let free = terms.filter(|&at| print.terms[at].content && !taken[at]);
        free.count() >= LEAST_CONTENT
    };
    left(aligner.a, units.0, &taken.a) && left(aligner.b, units.1, &taken.b)
}

/// The best passage of two units beside what is taken.
fn propose(aligner: &mut Aligner, units: (u32, u32), taken: &Taken, rounds: u8) -> Option<Waiting> {
    let (a, b) = (aligner.a, aligner.b);
    let (unit_a, unit_b) = (&a.units[units.0 as usize], &b.units[units.1 as usize]);
    let waiting = |passage| Waiting {
        passage,
        units,
        rounds,
    };
    if rounds == 0
        && let Some(passage) = restated::headline(aligner, (unit_a, unit_b))
        && stands(aligner, (unit_a, unit_b), &passage)
    {
        return Some(waiting(passage));
    }
    if !may_stand(aligner, (unit_a, unit_b), taken) {
        return None;
    }
    let found = aligner.local(unit_a.terms.clone(), unit_b.terms.clone(), taken)?;
    let mut passage = Passage::around(aligner, (unit_a, unit_b), found, taken);
    let left_out = passage.a != unit_a.terms || passage.b != unit_b.terms;
    if rounds == 0
        && left_out
        && passage.agreement < 1.0
        && let Some(sentences) = restated::sentences(
            aligner,
            (unit_a, unit_b),
            taken,
            restated::LEAST_HELD_BESIDE_CLAUSE,
        )
    {
        passage = sentences;
    }
    stands(aligner, (unit_a, unit_b), &passage).then(|| waiting(passage))
}

/// Whether any passage of two units may be worth showing. Most pairs share a few words and no more, and
/// to say so costs a small part of aligning them.
fn may_stand(aligner: &mut Aligner, units: (&Unit, &Unit), taken: &Taken) -> bool {
    let most = aligner.in_common(&units.0.terms, &units.1.terms, taken);
    let least_content = LEAST_CONTENT - usize::from(most.matches >= LONG_COPY);
    if most.content < least_content || (most.no_names < LEAST_COMMON && most.items < LEAST_ITEMS) {
        return false;
    }
    let both = units.0.terms.len() + units.1.terms.len();
    let least_of_copy = 0.5 * AGREEMENT_OF_COPY * WHOLE * both as f32;
    most.matches as f32 + 0.5 >= least_of_copy
        || most.gain >= LEAST_GAIN_OF_WHOLE + gain_by_chance(aligner)
}

/// Whether a passage of two units is worth showing.
fn stands(aligner: &Aligner, units: (&Unit, &Unit), passage: &Passage) -> bool {
    let copied = passage.agreement >= AGREEMENT_OF_COPY && passage.matches.len() >= LONG_COPY;
    let least_content = LEAST_CONTENT - usize::from(copied);
    if passage.content < least_content
        || (passage.common < LEAST_COMMON && passage.items < LEAST_ITEMS)
        || passage.likeness < LEAST_LIKENESS
    {
        return false;
    }
    let whole_a = passage.a.len() as f32 >= WHOLE * units.0.terms.len() as f32;
    let whole_b = passage.b.len() as f32 >= WHOLE * units.1.terms.len() as f32;
    // A sentence that comes back whole is no chance, however common its words are here.
    if whole_a && whole_b && passage.agreement >= AGREEMENT_OF_COPY {
        return true;
    }
    let least = if whole_a || whole_b {
        LEAST_GAIN_OF_WHOLE
    } else {
        LEAST_GAIN
    };
    passage.gain >= least + gain_by_chance(aligner)
}

/// The gain that some pair of sentences of the two articles has by chance.
fn gain_by_chance(aligner: &Aligner) -> f32 {
    let pairs = aligner.a.units.len() as f32 * aligner.b.units.len() as f32;
    GAIN_BY_PAIRS * (pairs / FEW_PAIRS).max(1.0).ln()
}

/// The share of `terms` that is taken.
pub(super) fn share(taken: &[bool], terms: &Range<usize>) -> f32 {
    let count = taken[terms.clone()].iter().filter(|taken| **taken).count();
    count as f32 / terms.len() as f32
}

/// Which of the passages, ordered by their place in `a`, stand elsewhere in `b`: all but the
/// heaviest chain that rises on both sides (Fredman 1975, weighted by terms).
pub(super) fn moved(passages: &[Passage], length_b: usize) -> Vec<bool> {
    // chains.best(p): the heaviest chain whose last passage begins at or before term p of b.
    let mut chains = HeaviestChains::new(length_b + 1);
    let mut before = Vec::with_capacity(passages.len());
    for (number, passage) in (1..).zip(passages) {
        let (weight, last) = chains.best(passage.b.start);
        before.push(last);
        let weight = weight + (passage.a.len() + passage.b.len()) as u32;
        chains.add(passage.b.start, (weight, number));
    }
    let mut moved = vec![true; passages.len()];
    let mut link = chains.best(length_b).1;
    while let Some(index) = link.checked_sub(1) {
        moved[index as usize] = false;
        link = before[index as usize];
    }
    moved
}

/// A chain of passages: its weight, and one more than the place of its last passage. Small, because
/// there is room for one at every term.
type Chain = (u32, u32);

/// Prefix maxima (a Fenwick tree): the heaviest chain that ends at or before a place.
struct HeaviestChains {
    tree: Vec<Chain>,
}

impl HeaviestChains {
    fn new(places: usize) -> Self {
        Self {
            tree: vec![(0, 0); places + 1],
        }
    }

    fn best(&self, place: usize) -> Chain {
        let mut best = (0, 0);
        let mut node = place + 1;
        while node > 0 {
            if self.tree[node].0 > best.0 {
                best = self.tree[node];
            }
            node &= node - 1;
        }
        best
    }

    fn add(&mut self, place: usize, chain: Chain) {
        let mut node = place + 1;
        while node < self.tree.len() {
            if chain.0 > self.tree[node].0 {
                self.tree[node] = chain;
            }
            node += node & node.wrapping_neg();
        }
    }
}
