//! What stands around two passages: their rivals and their neighbours.

use super::features::{Facing, Question};
use super::stems::SentenceStems;
use crate::order::sort_numbers;
use crate::overlap::align::Aligner;
use crate::overlap::fingerprint::Fingerprint;
use crate::overlap::memory::Findings;
use crate::overlap::passage::Passage;

/// How alike the candidate pairs of sentences of two articles are.
pub(super) struct Context {
    /// The candidate pairs in order, as one number each.
    pairs: Vec<u64>,
    /// The likeness of each.
    likeness: Vec<f32>,
    /// For each sentence of either article, its two best candidates: likeness and the other sentence.
    best_a: Vec<[(f32, u32); 2]>,
    best_b: Vec<[(f32, u32); 2]>,
    /// The pairs of sentences that share a passage already, in order.
    settled: Vec<(u64, u32)>,
    /// The share of the stems of the article with fewer that the other has too.
    pub articles: f32,
    /// Whether the articles report one event, as 0 or 1.
    pub same_event: f32,
}

impl Context {
    /// Looks at the candidate pairs of sentences, which are in order, with what is known of each.
    pub fn new(
        aligner: &Aligner,
        stems: &SentenceStems,
        pairs: &[(u32, u32)],
        findings: &mut [Findings],
        same_event: bool,
        chosen: &[Passage],
    ) -> Self {
        let nobody = [(0.0, u32::MAX); 2];
        let mut context = Self {
            pairs: pairs.iter().map(|&pair| as_number(pair)).collect(),
            likeness: Vec::with_capacity(pairs.len()),
            best_a: vec![nobody; aligner.a.units.len()],
            best_b: vec![nobody; aligner.b.units.len()],
            settled: settled(aligner, chosen),
            articles: shared_stems(aligner),
            same_event: f32::from(u8::from(same_event)),
        };
        let mut facing = Facing::new(aligner);
        let mut chained = u32::MAX;
        for (&(one, other), known) in pairs.iter().zip(findings) {
            let (at_a, at_b) = (one as usize, other as usize);
            let likeness = || {
                if chained != one {
                    facing.chain(stems.a.of(at_a));
                    chained = one;
                }
                facing.likeness_to(aligner, stems.a.of(at_a), stems.b.of(at_b))
            };
            let likeness = *known.likeness.get_or_insert_with(likeness);
            context.likeness.push(likeness);
            // What is left of two sentences beside a passage that both share is not about that passage.
            if !context.is_settled(one, other) {
                keep(&mut context.best_a[at_a], likeness, other);
                keep(&mut context.best_b[at_b], likeness, one);
            }
        }
        context
    }

    /// The likeness of the best candidate that either passage has outside the other.
    pub fn rival(&self, aligner: &Aligner, question: &Question) -> f32 {
        let (in_a, in_b) = units(aligner, question);
        let beyond = |best: &[(f32, u32); 2], own: &[usize; 2]| {
            let outside = |rival: &&(f32, u32)| {
                let unit = rival.1 as usize;
                unit < own[0] || unit > own[1]
            };
            best.iter().find(outside).map_or(0.0, |rival| rival.0)
        };
        let of_a = (in_a[0]..=in_a[1]).map(|unit| beyond(&self.best_a[unit], &in_b));
        let of_b = (in_b[0]..=in_b[1]).map(|unit| beyond(&self.best_b[unit], &in_a));
        of_a.chain(of_b).fold(0.0, f32::max)
    }

    /// Whether two sentences share a passage already.
    fn is_settled(&self, one: u32, other: u32) -> bool {
        let pair = (u64::from(one), other);
        self.settled.binary_search(&pair).is_ok()
    }

    /// The likeness of the sentences before and after the two passages: of the pair that is more. And
    /// how many of the two pairs share a passage, as a share.
    pub fn neighbours(&self, aligner: &Aligner, question: &Question) -> (f32, f32) {
        let (in_a, in_b) = units(aligner, question);
        let before = in_a[0].checked_sub(1).zip(in_b[0].checked_sub(1));
        let after = Some((in_a[1] + 1, in_b[1] + 1));
        let around = || before.into_iter().chain(after);
        let settled = around().filter(|&(one, other)| self.is_settled(one as u32, other as u32));
        let settled = settled.count() as f32 / 2.0;
        let likeness = |pair: (usize, usize)| {
            let pair = as_number((pair.0 as u32, pair.1 as u32));
            let found = self.pairs.binary_search(&pair);
            found.map_or(0.0, |index| self.likeness[index])
        };
        (around().map(likeness).fold(0.0, f32::max), settled)
    }
}

/// The first and last sentence of either passage.
fn units(aligner: &Aligner, question: &Question) -> ([usize; 2], [usize; 2]) {
    let of = |print: &Fingerprint, terms: &std::ops::Range<usize>| {
        [terms.start, terms.end - 1].map(|at| print.unit_of[at] as usize)
    };
    (of(aligner.a, &question.a), of(aligner.b, &question.b))
}

/// The pairs of sentences that share a passage already, in order.
fn settled(aligner: &Aligner, chosen: &[Passage]) -> Vec<(u64, u32)> {
    let mut settled = Vec::new();
    for passage in chosen {
        let [in_a, in_b] = [(aligner.a, &passage.a), (aligner.b, &passage.b)]
            .map(|(print, terms)| print.unit_of[terms.start]..=print.unit_of[terms.end - 1]);
        for one in in_a {
            settled.extend(in_b.clone().map(|other| (u64::from(one), other)));
        }
    }
    sort_numbers(&mut settled);
    settled
}

fn as_number((one, other): (u32, u32)) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

fn keep(best: &mut [(f32, u32); 2], likeness: f32, unit: u32) {
    if likeness > best[0].0 {
        *best = [(likeness, unit), best[0]];
    } else if likeness > best[1].0 {
        best[1] = (likeness, unit);
    }
}

/// The share of the stems of the article with fewer that the other has too.
fn shared_stems(aligner: &Aligner) -> f32 {
    let (a, b) = (&aligner.a.index.units, &aligner.b.index.units);
    let count = |units: &[u32]| units.iter().filter(|units| **units > 0).count();
    let counterparts = a.iter().zip(&aligner.shared.a.counterparts);
    let shared = counterparts.filter(|(units, other)| {
        let there = b.get(**other as usize);
        **units > 0 && there.is_some_and(|there| *there > 0)
    });
    shared.count() as f32 / count(a).min(count(b)).max(1) as f32
}
