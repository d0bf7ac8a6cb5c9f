//! Copies: passages taken over word for word, with edges exact to the word.

use super::Profile;
use super::bags::Bags;
use super::window::{Counts, Window};
use crate::order::sort_by_number;
use crate::overlap::verbatim::Run;
use std::ops::Range;

/// The share of the words in common, by weight, that a copy must hold of the window around it.
/// Otherwise it is part of a passage that goes on in other words.
const LEAST_OF_WINDOW: f64 = 0.75;

/// A passage that is the same in both documents, as terms of either.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Copy(pub [Range<usize>; 2]);

/// The copies that `runs` make, in the order of the first document.
pub(super) fn copies(
    bags: &Bags,
    runs: &[Run],
    counts: &mut Counts,
    profile: &Profile,
) -> Vec<Copy> {
    let mut copies = chains(runs, profile);
    copies.retain(|copy| {
        let sides = [0, 1].map(|side| bags.sides[side].units(&copy.0[side]));
        let mut window = Window::new(bags, sides, counts);
        window.climb(profile);
        weight(bags, copy) >= LEAST_OF_WINDOW * window.common
    });
    copies
}

/// For each sentence on one side, whether a copy touches it.
pub(super) fn copied(bags: &Bags, copies: &[Copy], side: usize) -> Vec<bool> {
    let document = &bags.sides[side];
    let mut copied = vec![false; document.sentences()];
    for copy in copies {
        copied[document.units(&copy.0[side])].fill(true);
    }
    copied
}

/// What the words of a copy weigh.
pub(super) fn weight(bags: &Bags, copy: &Copy) -> f64 {
    let [a, b] = [0, 1].map(|side| bags.sides[side].weight(&copy.0[side]));
    a.min(b)
}

/// Runs that follow each other closely in both documents, together long enough for a copy.
fn chains(runs: &[Run], profile: &Profile) -> Vec<Copy> {
    let mut runs = runs.to_vec();
    sort_by_number(&mut runs, |run| run.a as u64);
    // Each with the number of its terms that are the same.
    let mut chains: Vec<(Copy, usize)> = Vec::new();
    for run in runs {
        let near = |(Copy([a, b]), _): &(Copy, usize)| {
            let ahead = b.end..=b.end + profile.copy_gap;
            run.a - a.end <= profile.copy_gap && ahead.contains(&run.b)
        };
        match chains.last_mut() {
            Some(last) if near(last) => {
                last.0.0[0].end = run.a + run.length;
                last.0.0[1].end = run.b + run.length;
                last.1 += run.length;
            }
            _ => {
                let terms = [run.a, run.b].map(|start| start..start + run.length);
                chains.push((Copy(terms), run.length));
            }
        }
    }
    let copied = |(Copy([a, b]), same): &(Copy, usize)| {
        let length = a.len().max(b.len()) as f64;
        *same >= profile.copy && *same as f64 >= profile.copied * length
    };
    let copies = chains.into_iter().filter(copied);
    copies.map(|(copy, _)| copy).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(a: usize, b: usize, length: usize) -> Run {
        Run { a, b, length }
    }

    #[test]
    fn runs_with_a_word_changed_between_them_are_one_copy() {
        let runs = [run(121, 221, 30), run(100, 200, 20)];
        let profile = Profile::default();
        assert_eq!(chains(&runs, &profile), [Copy([100..151, 200..251])]);
    }

    #[test]
    fn runs_apart_or_crossed_are_not() {
        let profile = Profile::default();
        assert_eq!(chains(&[run(0, 0, 20), run(20, 90, 25)], &profile), []);
        assert_eq!(chains(&[run(0, 50, 20), run(21, 20, 25)], &profile), []);
        assert_eq!(chains(&[run(0, 0, 39)], &profile), []);
    }
}
