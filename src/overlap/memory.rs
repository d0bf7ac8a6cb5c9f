//! What one comparison of two articles leaves for the next, after one of them was edited.
//!
//! Most of the time goes into pairs of sentences, and a keystroke changes one sentence. What was found of
//! two sentences depends on nothing but their words, what those weigh between the articles, and how many
//! sentences there are. All that goes into a key of 64 bits for each sentence: where both keys are those
//! of the last comparison, its finding is taken over. What this comparison did not ask for is forgotten.

use super::align::Aligner;
use super::fingerprint::{Fingerprint, Role, Unit};
use super::hash;
use super::passage::Passage;
use super::shared::SharedSide;
use crate::order::sort_by_key;

/// What the last comparison found, by the keys of the two sentences.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    findings: Vec<Findings>,
    /// Whether there is no next comparison.
    forgets: bool,
}

/// What was found of two sentences of which nothing is taken. None where nobody has asked yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    keys: (u64, u64),
    /// Where the two begin; nowhere if nothing is to be remembered.
    places: Option<(usize, usize)>,
    /// Whether they share so little that only the model of rewritten passages looks at them.
    pub weak: bool,
    /// The passage that they propose.
    pub proposed: Remembered,
    /// The passage that they make as a whole, in another order.
    pub restated: Remembered,
    /// How alike they are.
    pub likeness: Option<f32>,
}

/// A passage, or that there is none, with its places counted from those of the sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Remembered(Option<Option<Box<Passage>>>);

impl Memory {
    /// That of a comparison that no other follows.
    pub(super) fn of_nothing() -> Self {
        Self {
            forgets: true,
            ..Self::default()
        }
    }

    /// What is known of each of these pairs of sentences.
    pub(super) fn recall(&mut self, aligner: &Aligner, pairs: &[(u32, u32)]) -> Vec<Findings> {
        if self.forgets {
            return vec![Findings::default(); pairs.len()];
        }
        let scope = [aligner.a.units.len() as u64, aligner.b.units.len() as u64];
        let keys_a = keys(aligner.a, &aligner.shared.a, scope);
        let keys_b = keys(aligner.b, &aligner.shared.b, scope);
        let mut last = std::mem::take(&mut self.findings);
        let findings = pairs.iter().map(|&(one, other)| {
            let (one, other) = (one as usize, other as usize);
            let keys = (keys_a[one], keys_b[other]);
            let known = last.binary_search_by_key(&keys, |findings| findings.keys);
            let known = known.map(|at| {
                // The list must stay in order.
                let taken = Findings {
                    keys,
                    ..Findings::default()
                };
                std::mem::replace(&mut last[at], taken)
            });
            Findings {
                keys,
                places: Some((
                    aligner.a.units[one].terms.start,
                    aligner.b.units[other].terms.start,
                )),
                ..known.unwrap_or_default()
            }
        });
        findings.collect()
    }

    /// Keeps what was found for the next comparison.
    pub(super) fn keep(&mut self, mut findings: Vec<Findings>) {
        if !self.forgets {
            sort_by_key(&mut findings, |findings| findings.keys);
            self.findings = findings;
        }
    }
}

impl Findings {
    /// The passage that `slot` remembers, or that `find` finds.
    pub fn passage(
        &mut self,
        slot: fn(&mut Self) -> &mut Remembered,
        find: impl FnOnce() -> Option<Passage>,
    ) -> Option<Passage> {
        let Some((a, b)) = self.places else {
            return find();
        };
        match &slot(self).0 {
            Some(known) => Some(known.as_ref()?.placed(|at| at + a, |at| at + b)),
            None => {
                let found = find();
                let passage = found.as_ref();
                let remembered = passage.map(|found| found.placed(|at| at - a, |at| at - b));
                slot(self).0 = Some(remembered.map(Box::new));
                found
            }
        }
    }
}

/// For each sentence, a number for everything that its findings depend on.
fn keys(print: &Fingerprint, side: &SharedSide, scope: [u64; 2]) -> Vec<u64> {
    let key = |unit: &Unit| {
        let role = match unit.role {
            Role::Headline => 0,
            Role::Lead => 1,
            Role::Body => 2,
        };
        let next = print.terms.get(unit.terms.end);
        let opens = next.is_none_or(|term| term.opens_clause);
        let mut key = hash::of_numbers(scope.into_iter().chain([role, u64::from(opens)]));
        for at in unit.terms.clone() {
            let term = &print.terms[at];
            let flags = [
                term.content,
                term.name,
                term.alias,
                term.number,
                term.negation,
                term.opens_clause,
            ];
            let flags = flags
                .iter()
                .fold(0, |bits, flag| bits << 1 | u64::from(*flag));
            let weights = u64::from(side.weights[at].to_bits()) << 32;
            for number in [
                term.id,
                term.stem,
                weights | u64::from(term.weight.to_bits()),
                flags,
            ] {
                key = hash::mixed(key ^ number);
            }
        }
        key
    };
    print.units.iter().map(key).collect()
}
