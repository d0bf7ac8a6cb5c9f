//! Seeds: pairs of sentences that are alike, and the chains that they make.
//!
//! Both are those of Sanchez-Perez, Sidorov and Gelbukh (2014): two sentences are a seed when the
//! cosine and the Dice coefficient of their words are high enough, and a chain is a set of seeds with
//! no wide gap on either side.

use super::Profile;
use crate::order::{sort_by_number, sort_numbers};
use crate::overlap::fingerprint::Fingerprint;
use crate::overlap::shared::Shared;
use std::cmp::Ordering;

/// How often seeds are split on one side and then on the other. Text that is not made to annoy needs
/// four turns.
const TURNS: usize = 16;

/// A pair of sentences that are alike: one of either document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Seed(pub [usize; 2]);

/// The words of a sentence with their weights, ordered by stem.
type Bag = Vec<(u64, f64)>;

/// The seeds among `candidates`.
pub(super) fn seeds(
    a: &Fingerprint,
    b: &Fingerprint,
    shared: &Shared,
    candidates: impl Iterator<Item = Seed>,
    profile: &Profile,
) -> Vec<Seed> {
    let in_a = bags(a, &shared.a.weights);
    let in_b = bags(b, &shared.b.weights);
    candidates
        .filter(|Seed([one, other])| {
            let (cosine, dice) = likeness(&in_a[*one], &in_b[*other]);
            cosine > profile.seed_cosine && dice > profile.seed_dice
        })
        .collect()
}

/// The bag of every sentence.
fn bags(print: &Fingerprint, weights: &[f32]) -> Vec<Bag> {
    let mut bags = vec![Bag::new(); print.units.len()];
    // By stem, so that every bag is in order.
    let mut stems: Vec<_> = print
        .stems
        .numbers
        .hashes
        .iter()
        .copied()
        .zip(0..)
        .collect();
    sort_numbers(&mut stems);
    for (stem, number) in stems {
        for &term in print.index.places(number) {
            let bag = &mut bags[print.unit_of[term as usize] as usize];
            let weight = f64::from(weights[term as usize]);
            match bag.last_mut() {
                Some(last) if last.0 == stem => last.1 += weight,
                _ => bag.push((stem, weight)),
            }
        }
    }
    bags
}

/// The cosine of two bags, and the Dice coefficient of their vocabularies.
fn likeness(one: &Bag, other: &Bag) -> (f64, f64) {
    let (mut product, mut common) = (0.0, 0);
    let (mut at_one, mut at_other) = (0, 0);
    while at_one < one.len() && at_other < other.len() {
        let (left, right) = (one[at_one], other[at_other]);
        let order = left.0.cmp(&right.0);
        if order == Ordering::Equal {
            product += left.1 * right.1;
            common += 1;
        }
        at_one += usize::from(order != Ordering::Greater);
        at_other += usize::from(order != Ordering::Less);
    }
    let length = |bag: &Bag| {
        bag.iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f64>()
            .sqrt()
    };
    let cosine = product / (length(one) * length(other)).max(f64::MIN_POSITIVE);
    let dice = f64::from(2 * common) / (one.len() + other.len()).max(1) as f64;
    (cosine, dice)
}

/// The chains that seeds make when no more than `gap` sentences without one may lie between two of
/// them on either side.
pub(super) fn chains(seeds: Vec<Seed>, gap: usize) -> Vec<Vec<Seed>> {
    let mut chains = Vec::new();
    // What is left to split, on which side, and on how many sides it held together since it was.
    let mut left = vec![(seeds, 0, 0, 0)];
    while let Some((seeds, side, held, turn)) = left.pop() {
        if seeds.is_empty() {
            continue;
        }
        if held == 2 || turn == TURNS {
            chains.push(seeds);
            continue;
        }
        let parts = split(seeds, side, gap);
        let held = if parts.len() == 1 { held + 1 } else { 0 };
        left.extend(
            parts
                .into_iter()
                .map(|part| (part, 1 - side, held, turn + 1)),
        );
    }
    chains
}

/// Splits seeds where the gap on one side is too wide.
fn split(mut seeds: Vec<Seed>, side: usize, gap: usize) -> Vec<Vec<Seed>> {
    sort_by_number(&mut seeds, |seed| seed.0[side] as u64);
    let mut parts: Vec<Vec<Seed>> = Vec::new();
    for seed in seeds {
        let near = |last: &Seed| seed.0[side] - last.0[side] <= gap + 1;
        match parts.last_mut() {
            Some(part) if part.last().is_some_and(near) => part.push(seed),
            _ => parts.push(vec![seed]),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosine_and_dice_are_those_of_the_books() {
        let one = vec![(1, 1.0), (2, 2.0)];
        let other = vec![(2, 2.0), (3, 1.0), (4, 2.0)];
        let (cosine, dice) = likeness(&one, &other);
        assert!((cosine - 4.0 / (5.0_f64.sqrt() * 3.0)).abs() < 1e-12);
        assert!((dice - 2.0 / 5.0).abs() < 1e-12);
        assert_eq!(likeness(&Bag::new(), &other), (0.0, 0.0));
    }

    #[test]
    fn chains_break_at_a_gap_on_either_side() {
        let seeds = [[0, 10], [1, 11], [3, 12], [4, 40], [9, 41]].map(Seed);
        let mut found = chains(seeds.to_vec(), 2);
        found.sort_by_key(|chain| chain[0].0);
        assert_eq!(
            found,
            [
                vec![Seed([0, 10]), Seed([1, 11]), Seed([3, 12])],
                vec![Seed([4, 40])],
                vec![Seed([9, 41])]
            ]
        );
    }

    #[test]
    fn a_part_that_one_side_frees_is_split_again_on_the_other() {
        // By the first side all are near; by the second there are two groups, and the first of
        // them has a gap on the first side once the other is gone.
        let seeds = [[0, 0], [2, 50], [4, 50], [6, 1]].map(Seed);
        assert_eq!(chains(seeds.to_vec(), 2).len(), 3);
    }
}
