//! Passages: the windows that chains of seeds make, apart from each other.

use super::Profile;
use super::bags::Bags;
use super::seeds::{Seed, chains};
use super::window::{Counts, Window};
use crate::order::sort_by;
use std::ops::Range;

/// A range of sentences of either document that say the same.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Passage {
    /// The sentences.
    pub units: [Range<usize>; 2],
    /// The weight of the words that both have.
    pub common: f64,
    /// The Dice coefficient of their words, from 0 to 1.
    pub likeness: f64,
    /// What the words in common weigh beyond what was asked.
    gain: f64,
}

/// The passages that seeds make. No two share a sentence, and none holds one that is `taken`, by side.
pub(super) fn passages(
    bags: &Bags,
    seeds: Vec<Seed>,
    taken: [Vec<bool>; 2],
    counts: &mut Counts,
    profile: &Profile,
) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut left = vec![(seeds, profile.gap)];
    while let Some((seeds, gap)) = left.pop() {
        for chain in chains(seeds, gap) {
            let mut window = Window::new(bags, [0, 1].map(|side| range(&chain, side)), counts);
            window.climb(profile);
            let likeness = window.likeness();
            if likeness < profile.likeness {
                // What does not hold together is looked at in smaller parts.
                left.extend(gap.checked_sub(1).map(|smaller| (chain, smaller)));
            } else if window.common >= profile.common {
                found.push(Passage {
                    units: window.units.clone(),
                    common: window.common,
                    likeness,
                    gain: window.gain(profile.density),
                });
            }
        }
    }
    apart(found, taken)
}

/// From the first to the last sentence of a chain on one side.
fn range(chain: &[Seed], side: usize) -> Range<usize> {
    let places = chain.iter().map(|seed| seed.0[side]);
    let (first, last) = places.fold((usize::MAX, 0), |(first, last), place| {
        (first.min(place), last.max(place))
    });
    first..last + 1
}

/// The passages with the highest gain first, each cut back to the sentences that no earlier one has
/// taken; those that one was laid across are left out.
fn apart(mut found: Vec<Passage>, mut taken: [Vec<bool>; 2]) -> Vec<Passage> {
    sort_by(&mut found, |one, other| other.gain.total_cmp(&one.gain));
    found.retain_mut(|passage| {
        let [in_a, in_b] = &passage.units;
        let (Some(in_a), Some(in_b)) = (free(in_a, &taken[0]), free(in_b, &taken[1])) else {
            return false;
        };
        taken[0][in_a.clone()].fill(true);
        taken[1][in_b.clone()].fill(true);
        passage.units = [in_a, in_b];
        true
    });
    found
}

/// `units` cut back to what is not taken, unless that is nothing or in more than one piece.
fn free(units: &Range<usize>, taken: &[bool]) -> Option<Range<usize>> {
    let free = |unit: &usize| !taken[*unit];
    let first = units.clone().find(free)?;
    let last = units.clone().rev().find(free)?;
    let whole = !taken[first..=last].contains(&true);
    whole.then_some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_cut_off_and_never_crossed() {
        let taken = [true, false, false, true, false];
        assert_eq!(free(&(0..3), &taken), Some(1..3));
        assert_eq!(free(&(1..4), &taken), Some(1..3));
        assert_eq!(free(&(1..5), &taken), None);
        assert_eq!(free(&(3..4), &taken), None);
    }
}
