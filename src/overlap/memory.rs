//! What one comparison of two articles leaves for the next, after one of them was edited.
//!
//! Most of the time goes into pairs of sentences, and a keystroke changes one sentence. What was found of
//! two sentences depends on nothing but their words, what those weigh between the articles, how many
//! sentences there are, and which of their words others have taken. All but the last goes into a key of
//! 64 bits for each sentence: where both keys are those of the last comparison, its finding is taken over.
//! What this comparison did not ask for is forgotten.

use super::align::Aligner;
use super::candidates::LastBest;
use super::fingerprint::{Fingerprint, Role, Unit};
use super::hash;
use super::passage::Passage;
use super::rewritten::Question;
use super::shared::SharedSide;
use std::mem::take;
use std::ops::Range;

/// What the last comparison found.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The keys of the sentences of either article.
    keys: [Vec<u64>; 2],
    /// The pairs of sentences, in order, and what was found of each.
    pairs: Vec<(u32, u32)>,
    findings: Vec<Findings>,
    best: LastBest,
    /// Whether there is no next comparison.
    forgets: bool,
}

/// What was found of two sentences. None where nobody has asked yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// Where the two begin; nowhere if nothing is to be remembered.
    places: Option<(usize, usize)>,
    keys: [u64; 2],
    /// Whether they share so little that only the model of rewritten passages looks at them.
    pub weak: bool,
    /// The passages that they make.
    passages: Vec<Remembered<Option<Box<Passage>>>>,
    /// What the model is asked about them.
    questions: Vec<Remembered<Option<Box<Question>>>>,
    /// How alike they are.
    pub likeness: Option<f32>,
}

/// What was found, with its places counted from those of the sentences.
#[derive(Clone, Debug)]
struct Remembered<T> {
    asked: Asked,
    found: T,
    /// Whether this comparison has asked.
    used: bool,
}

/// What is asked about two sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Asked {
    what: What,
    /// What else it depends on, in either article: mostly which terms are taken.
    beside: [u128; 2],
}

/// What may be asked about two sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// The passage that they propose: first, and when others have taken a part.
    First,
    Again,
    /// One of these with all its words aligned.
    Aligned,
    /// The passage that they make as a whole, in another order.
    Restated,
    /// Whether the model says that they are the same; the same of one against two neighbours.
    OneToOne,
    OneToTwo,
    TwoToOne,
}

/// Which of some terms are taken, a bit for each. A sentence has no more.
pub(super) fn bits(taken: &[bool], terms: &Range<usize>) -> u128 {
    let taken = taken[terms.clone()].iter();
    taken.fold(0, |bits, taken| bits << 1 | u128::from(*taken))
}

impl Memory {
    /// That of a comparison that no other follows.
    pub(super) fn of_nothing() -> Self {
        Self {
            forgets: true,
            ..Self::default()
        }
    }

    /// What either article's sentences shared the most with; nothing if there is no next comparison.
    pub(super) fn best(&mut self) -> Option<&mut LastBest> {
        (!self.forgets).then_some(&mut self.best)
    }

    /// What is known of each of these pairs of sentences, which are in order.
    pub(super) fn recall(&mut self, aligner: &Aligner, pairs: &[(u32, u32)]) -> Vec<Findings> {
        let mut findings: Vec<_> = pairs.iter().map(|_| Findings::default()).collect();
        if self.forgets {
            return findings;
        }
        let scope = [aligner.a.units.len() as u64, aligner.b.units.len() as u64];
        let keys = [
            keys(aligner.a, &aligner.shared.a, scope),
            keys(aligner.b, &aligner.shared.b, scope),
        ];
        let same = |side: usize, unit: u32| {
            let unit = unit as usize;
            self.keys[side].get(unit) == Some(&keys[side][unit])
        };
        let mut last = self.pairs.iter().zip(&mut self.findings).peekable();
        for (&(one, other), findings) in pairs.iter().zip(&mut findings) {
            while last.next_if(|(known, _)| **known < (one, other)).is_some() {}
            if let Some((_, known)) = last.next_if(|(known, _)| **known == (one, other))
                && same(0, one)
                && same(1, other)
            {
                *findings = take(known);
            }
            findings.keys = [keys[0][one as usize], keys[1][other as usize]];
            findings.places = Some((
                aligner.a.units[one as usize].terms.start,
                aligner.b.units[other as usize].terms.start,
            ));
        }
        self.keys = keys;
        findings
    }

    /// Keeps what was found of these pairs for the next comparison.
    pub(super) fn keep(&mut self, pairs: Vec<(u32, u32)>, mut findings: Vec<Findings>) {
        if !self.forgets {
            for findings in &mut findings {
                findings.passages.retain_mut(|known| take(&mut known.used));
                findings.questions.retain_mut(|known| take(&mut known.used));
            }
            (self.pairs, self.findings) = (pairs, findings);
        }
    }
}

/// What is remembered of a question, or what `find` finds.
fn remembered<T>(all: &mut Vec<Remembered<T>>, asked: Asked, find: impl FnOnce() -> T) -> &T {
    let known = all.iter().position(|known| known.asked == asked);
    let place = known.unwrap_or_else(|| {
        let found = find();
        all.push(Remembered {
            asked,
            found,
            used: true,
        });
        all.len() - 1
    });
    let known = &mut all[place];
    known.used = true;
    &known.found
}

/// What has places in two articles.
pub(super) trait Placed {
    /// The same with its places in `a` and `b` counted otherwise.
    fn placed(&self, in_a: impl Fn(usize) -> usize, in_b: impl Fn(usize) -> usize) -> Self;
}

/// What is remembered in `all`, with places counted from `places`, or what `find` finds. Nothing is
/// remembered without them.
fn known_or<T: Placed>(
    places: Option<(usize, usize)>,
    all: &mut Vec<Remembered<Option<Box<T>>>>,
    (what, beside): (What, impl FnOnce() -> [u128; 2]),
    find: impl FnOnce() -> Option<T>,
) -> Option<T> {
    let Some((a, b)) = places else {
        return find();
    };
    let asked = Asked {
        what,
        beside: beside(),
    };
    let known = remembered(all, asked, || {
        let found = find()?;
        Some(Box::new(found.placed(|at| at - a, |at| at - b)))
    });
    Some(known.as_ref()?.placed(|at| at + a, |at| at + b))
}

impl Findings {
    /// The passage that is remembered, or that `find` finds. `beside` says which terms are taken.
    pub fn passage(
        &mut self,
        what: What,
        beside: impl FnOnce() -> [u128; 2],
        find: impl FnOnce() -> Option<Passage>,
    ) -> Option<Passage> {
        known_or(self.places, &mut self.passages, (what, beside), find)
    }

    /// `passage`, one of theirs, with all its words aligned, as `align` does it.
    pub fn aligned(&mut self, passage: Passage, align: impl FnOnce(Passage) -> Passage) -> Passage {
        let Some((a, b)) = self.places else {
            return align(passage);
        };
        let range = |range: &Range<usize>, start: usize| {
            ((range.start - start) as u128) << 64 | (range.end - start) as u128
        };
        let words = [range(&passage.a, a), range(&passage.b, b)];
        let align = || Some(align(passage.clone()));
        match self.passage(What::Aligned, || words, align) {
            // It may be known from another passage of the same words, which has another gain.
            Some(Passage {
                matches, agreement, ..
            }) => Passage {
                matches,
                agreement,
                ..passage
            },
            None => passage,
        }
    }

    /// What the model is asked, remembered or as `find` finds it.
    pub fn question(
        &mut self,
        what: What,
        beside: impl FnOnce() -> [u128; 2],
        find: impl FnOnce() -> Option<Question>,
    ) -> Option<Question> {
        known_or(self.places, &mut self.questions, (what, beside), find)
    }

    /// What questions depend on that are also about a neighbour of one of the sentences, on `side`: the
    /// neighbour, of which this is known, and which terms are taken of both.
    pub fn neighbour(&self, side: usize, taken: impl FnOnce() -> [u128; 2]) -> u128 {
        if self.places.is_none() {
            return 0;
        }
        let halves = taken().map(|bits| [bits as u64, (bits >> 64) as u64]);
        let taken = hash::of_numbers(halves.into_iter().flatten());
        u128::from(self.keys[side]) << 64 | u128::from(taken)
    }
}

/// For each sentence, a number for everything that its findings depend on.
fn keys(print: &Fingerprint, side: &SharedSide, scope: [u64; 2]) -> Vec<u64> {
    let scope = hash::of_numbers(scope);
    let own = print.keys.get_or_init(|| own_keys(print));
    let keys = print.units.iter().zip(own).map(|(unit, own)| {
        let weights = side.weights[unit.terms.clone()].iter();
        weights.fold(hash::mixed(scope ^ own), |key, weight| {
            hash::mixed(key ^ u64::from(weight.to_bits()))
        })
    });
    keys.collect()
}

/// For each sentence, a number for what it is by itself.
fn own_keys(print: &Fingerprint) -> Vec<u64> {
    let key = |unit: &Unit| {
        let role = match unit.role {
            Role::Headline => 0,
            Role::Lead => 1,
            Role::Body => 2,
        };
        let next = print.terms.get(unit.terms.end);
        let opens = next.is_none_or(|term| term.opens_clause);
        let mut key = hash::of_numbers([role, u64::from(opens)]);
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
            let weight = u64::from(term.weight().to_bits()) << 32;
            for number in [term.id, print.stem(at), weight | flags] {
                key = hash::mixed(key ^ number);
            }
        }
        key
    };
    print.units.iter().map(key).collect()
}
