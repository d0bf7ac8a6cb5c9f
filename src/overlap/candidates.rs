//! Which sentences of two articles are worth aligning.

use super::fingerprint::Fingerprint;
use super::hash;
use super::shared::{ABSENT, Shared, SharedSide};
use super::verbatim::Run;
use super::vocabulary::Places;
use std::cmp::Ordering;
use std::ops::Range;

/// Most sentences of the other article that are kept for one sentence.
const MOST_KEPT: usize = 4;
/// Most sentences of the other article that one word leads to, the nearest first: what is said in
/// the words of every sentence is found by its place, and the time stays linear.
const MOST_LED_TO: usize = 16;
/// Least weight of the words that two sentences share, for their words to say enough, and for the
/// model of rewritten passages to be asked.
const LEAST_WEIGHT: f32 = 1.2;
const LEAST_WEIGHT_TO_ASK: f32 = 0.5;

/// What the units of two articles shared the most with when they were compared last, for the next time.
pub(super) type LastBest = [Vec<Best>; 2];

/// The units that share the most with one, and a number for all that this depends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    key: u64,
    /// Each twice, and one more where the pair is weak; [`ABSENT`] where there are no more.
    units: [u32; MOST_KEPT],
}

/// Pairs of units that are worth a look.
#[derive(Default)]
pub(super) struct Candidates {
    /// In order.
    pub pairs: Vec<(u32, u32)>,
    /// Which of them share so little that only the model of rewritten passages looks at them.
    pub weak: Vec<bool>,
}

impl Candidates {
    /// The pairs that share enough.
    pub fn strong(self) -> impl Iterator<Item = (u32, u32)> {
        let pairs = self.pairs.into_iter().zip(self.weak);
        pairs.filter_map(|(pair, weak)| (!weak).then_some(pair))
    }
}

/// The pairs of units that share a run or enough rare words, in order. Asked from either side, so
/// that a sentence split in two finds both halves, and a headline its lead. What was found `last` is taken
/// over where it still holds.
pub(super) fn candidates(
    a: &Fingerprint,
    b: &Fingerprint,
    shared: &Shared,
    runs: &[Run],
    last: Option<&mut LastBest>,
) -> Candidates {
    // The second number of a pair is the unit twice, and one more where the pair is weak.
    let mut pairs = Vec::with_capacity(MOST_KEPT * (a.units.len() + b.units.len()));
    for run in runs {
        units_of_run(a, b, run, &mut pairs);
    }
    let [last_a, last_b] = match last {
        Some([a, b]) => [Some(a), Some(b)],
        None => [None, None],
    };
    best_of_each(a, &shared.a, b, last_a, |one, other| {
        pairs.push((one, other));
    });
    best_of_each(b, &shared.b, a, last_b, |one, other| {
        pairs.push((other >> 1, one << 1 | other & 1));
    });
    // By the unit of `b`, and then by that of `a`, where equals keep their order.
    let pairs = in_order(&pairs, b.units.len(), |pair| pair.1 >> 1);
    let mut pairs = in_order(&pairs, a.units.len(), |pair| pair.0);
    pairs.dedup_by(|next, kept| {
        let same = next.0 == kept.0 && next.1 >> 1 == kept.1 >> 1;
        if same {
            kept.1 &= next.1;
        }
        same
    });
    Candidates {
        weak: pairs.iter().map(|pair| pair.1 & 1 == 1).collect(),
        pairs: pairs.iter().map(|pair| (pair.0, pair.1 >> 1)).collect(),
    }
}

/// Orders pairs by one of their units, of which there are so many.
fn in_order(
    pairs: &[(u32, u32)],
    units: usize,
    unit: impl Fn(&(u32, u32)) -> u32,
) -> Vec<(u32, u32)> {
    let unit_of_pairs: Vec<u32> = pairs.iter().map(unit).collect();
    let places = Places::of(&unit_of_pairs, units);
    let places = places.all().iter();
    places.map(|place| pairs[*place as usize]).collect()
}

/// The pairs of units that a run passes through.
fn units_of_run(a: &Fingerprint, b: &Fingerprint, run: &Run, pairs: &mut Vec<(u32, u32)>) {
    let mut offset = 0;
    while offset < run.length {
        let unit_a = a.unit_of[run.a + offset];
        let unit_b = b.unit_of[run.b + offset];
        pairs.push((unit_a, unit_b << 1));
        let left_a = a.units[unit_a as usize].terms.end - run.a;
        let left_b = b.units[unit_b as usize].terms.end - run.b;
        offset = left_a.min(left_b);
    }
}

/// A number for all that the candidates of a unit depend on but for its place and the numbers of units:
/// what its words weigh, and where the other article has them.
fn key(one: &Fingerprint, side: &SharedSide, other: &[u64], terms: Range<usize>) -> u64 {
    terms.fold(0, |key, at| {
        let stem = side.counterparts[one.stems.of_term[at] as usize];
        if stem == ABSENT || !one.terms[at].content {
            return key;
        }
        let weight = u64::from(side.weights[at].to_bits());
        hash::mixed(hash::mixed(key ^ weight) ^ other[stem as usize])
    })
}

/// Tells `keep` for each unit of `one` the units of `other` that share the most with it: each twice, and
/// one more where the pair is weak.
fn best_of_each(
    one: &Fingerprint,
    side: &SharedSide,
    other: &Fingerprint,
    mut last: Option<&mut Vec<Best>>,
    mut keep: impl FnMut(u32, u32),
) {
    let scope = hash::of_numbers([one.units.len() as u64, other.units.len() as u64]);
    if let Some(last) = &mut last {
        let nothing = Best {
            key: 0,
            units: [ABSENT; MOST_KEPT],
        };
        last.resize(one.units.len(), nothing);
    }
    let mut sums = vec![0.0f32; other.units.len()];
    // Those that share something with the sentence in hand, in no order; behind them, anything.
    let mut touched = vec![0; other.units.len() + 1];
    let mut count = 0;
    let mut best: Vec<(f32, u32)> = Vec::with_capacity(MOST_KEPT + 1);
    // For each stem of `other`, how many of its places lie before the one that is expected, which only
    // moves on.
    let mut middles = vec![0; other.stems.numbers.len()];
    for (index, unit) in one.units.iter().enumerate() {
        let expected = index * other.units.len() / one.units.len();
        let mut remembered = last.as_mut().map(|last| &mut last[index]);
        if let Some(last) = &mut remembered {
            let key = hash::mixed(scope ^ key(one, side, other.index.keys(), unit.terms.clone()));
            if last.key == key {
                let known = last.units.iter().take_while(|unit| **unit != ABSENT);
                known.for_each(|unit| keep(index as u32, *unit));
                continue;
            }
            **last = Best {
                key,
                units: [ABSENT; MOST_KEPT],
            };
        }
        for at in unit.terms.clone() {
            let stem = side.counterparts[one.stems.of_term[at] as usize];
            if stem == ABSENT || !one.terms[at].content {
                continue;
            }
            let mut units = other.index.units_of_places(stem);
            // Most words lead to few sentences, and all of them are asked.
            if units.len() > MOST_LED_TO {
                let middle = &mut middles[stem as usize];
                while units
                    .get(*middle)
                    .is_some_and(|unit| (*unit as usize) < expected)
                {
                    *middle += 1;
                }
                let least = middle.saturating_sub(MOST_LED_TO / 2);
                let first = least.min(units.len() - MOST_LED_TO);
                units = &units[first..first + MOST_LED_TO];
            }
            let weight = side.weights[at];
            let mut last = ABSENT;
            for &unit in units {
                if unit == last {
                    continue;
                }
                last = unit;
                let sum = &mut sums[unit as usize];
                touched[count] = unit;
                count += usize::from(*sum == 0.0);
                *sum += weight;
            }
        }
        // The heaviest first, and of equals the nearest.
        let before = |left: (f32, u32), right: (f32, u32)| {
            let distance = |unit: u32| (unit as usize).abs_diff(expected);
            let by_place = distance(left.1).cmp(&distance(right.1));
            let by_place = by_place.then(left.1.cmp(&right.1));
            right.0.total_cmp(&left.0).then(by_place) == Ordering::Less
        };
        for &unit in &touched[..std::mem::take(&mut count)] {
            let found = (std::mem::take(&mut sums[unit as usize]), unit);
            // Most are lighter than all that are kept.
            let full = best.get(MOST_KEPT - 1);
            if found.0 >= full.map_or(LEAST_WEIGHT_TO_ASK, |last| last.0) {
                let place = best.partition_point(|&kept| before(kept, found));
                if place < MOST_KEPT {
                    best.insert(place, found);
                    best.truncate(MOST_KEPT);
                }
            }
        }
        for (place, (weight, unit)) in best.drain(..).enumerate() {
            let unit = unit << 1 | u32::from(weight < LEAST_WEIGHT);
            keep(index as u32, unit);
            if let Some(last) = &mut remembered {
                last.units[place] = unit;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use proptest::prelude::*;

    fn sentences() -> impl Strategy<Value = Vec<String>> {
        let word = prop::sample::select(vec![
            "harbour", "minister", "rescued", "bridge", "ferry", "engine", "smoke", "treaty",
        ]);
        let sentence = prop::collection::vec(word, 1..5);
        let sentence = sentence.prop_map(|words| format!("They {}.", words.join(" ")));
        prop::collection::vec(sentence, 2..14)
    }

    proptest! {
        #[test]
        fn what_is_remembered_is_what_would_be_found(
            a in sentences(), b in sentences(), one in 0_usize..14, other in 0_usize..14
        ) {
            let mut moved = b.clone();
            moved.swap(one % b.len(), other % b.len());
            let print = |sentences: &[String]| Fingerprint::of(&Article::parse("", &sentences.join(" ")));
            let a = print(&a);
            let mut last = LastBest::default();
            for sentences in [&b, &moved, &b] {
                let b = print(sentences);
                let shared = Shared::of(&a, &b);
                let found = candidates(&a, &b, &shared, &[], Some(&mut last));
                let fresh = candidates(&a, &b, &shared, &[], None);
                prop_assert_eq!((found.pairs, found.weak), (fresh.pairs, fresh.weak));
            }
        }
    }
}
