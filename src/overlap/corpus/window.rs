//! Windows: a range of sentences of either document, compared as bags of words.
//!
//! Who rewrites moves words from one sentence to the next, so that sentences match badly where
//! passages match well. A window counts the words that its sides have in common, whatever their
//! order, each as often as both have it; its edges move while that pays.

use super::Profile;
use super::bags::Bags;
use std::ops::Range;

/// How often all four edges are tried. Three rounds are rarely needed.
const ROUNDS: usize = 8;

/// How often each stem stands on either side of a window: memory that one window after the other
/// uses, all zero between them.
#[derive(Default)]
pub(super) struct Counts(Vec<[u32; 2]>);

/// A range of sentences of either document.
pub(super) struct Window<'w> {
    bags: &'w Bags<'w>,
    counts: &'w mut Counts,
    /// The sentences, never none.
    pub units: [Range<usize>; 2],
    /// The weight of the words that both sides have.
    pub common: f64,
}

/// One of the two ends of a range.
#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

impl<'w> Window<'w> {
    pub fn new(bags: &'w Bags<'w>, units: [Range<usize>; 2], counts: &'w mut Counts) -> Self {
        counts.0.resize(bags.weights.len(), [0; 2]);
        let mut window = Self {
            bags,
            counts,
            units,
            common: 0.0,
        };
        for side in 0..2 {
            window.count(side, window.units[side].clone());
        }
        window
    }

    /// What the words of both sides weigh.
    fn weight(&self) -> f64 {
        let weight = |side: usize| {
            let side_of = &self.bags.sides[side];
            side_of.weight(&side_of.terms(&self.units[side]))
        };
        weight(0) + weight(1)
    }

    /// The Dice coefficient of the two bags, from 0 to 1.
    pub fn likeness(&self) -> f64 {
        2.0 * self.common / self.weight().max(f64::MIN_POSITIVE)
    }

    /// What the words in common weigh beyond a share of all.
    pub fn gain(&self, density: f64) -> f64 {
        2.0 * self.common - density * self.weight()
    }

    /// Moves the edges, one after the other, to where the gain is highest, until none moves.
    pub fn climb(&mut self, profile: &Profile) {
        for _ in 0..ROUNDS {
            let before = self.units.clone();
            for side in 0..2 {
                self.move_edge(side, Edge::End, profile);
                self.move_edge(side, Edge::Start, profile);
            }
            if self.units == before {
                break;
            }
        }
    }

    fn move_edge(&mut self, side: usize, edge: Edge, profile: &Profile) {
        let origin = self.units[side].clone();
        let mut best = (self.gain(profile.density), origin.clone());
        for forward in [true, false] {
            for step in 1..=profile.reach {
                let Some(units) = self.moved(side, &origin, edge, forward, step) else {
                    break;
                };
                self.move_to(side, units.clone());
                let gain = self.gain(profile.density);
                if gain > best.0 {
                    best = (gain, units);
                }
            }
            self.move_to(side, origin.clone());
        }
        self.move_to(side, best.1);
    }

    /// `units` with an edge moved by `step`; nothing where the text or the window ends.
    fn moved(
        &self,
        side: usize,
        units: &Range<usize>,
        edge: Edge,
        forward: bool,
        step: usize,
    ) -> Option<Range<usize>> {
        let moved = |at: usize| {
            if forward {
                Some(at + step)
            } else {
                at.checked_sub(step)
            }
        };
        let units = match edge {
            Edge::Start => moved(units.start)?..units.end,
            Edge::End => units.start..moved(units.end)?,
        };
        let last = self.bags.sides[side].sentences();
        (units.start < units.end && units.end <= last).then_some(units)
    }

    /// Changes one side to a range that overlaps or touches the one it has.
    fn move_to(&mut self, side: usize, units: Range<usize>) {
        let old = std::mem::replace(&mut self.units[side], units.clone());
        self.count(side, units.start..old.start.min(units.end));
        self.count(side, old.end.max(units.start)..units.end);
        self.discount(side, old.start..units.start.min(old.end));
        self.discount(side, units.end.max(old.start)..old.end);
    }

    fn count(&mut self, side: usize, units: Range<usize>) {
        if units.is_empty() {
            return;
        }
        let words = &self.bags.sides[side];
        for stem in words.stems(words.terms(&units)) {
            let counts = &mut self.counts.0[stem];
            if counts[side] < counts[1 - side] {
                self.common += self.bags.weights[stem];
            }
            counts[side] += 1;
        }
    }

    fn discount(&mut self, side: usize, units: Range<usize>) {
        if units.is_empty() {
            return;
        }
        let words = &self.bags.sides[side];
        for stem in words.stems(words.terms(&units)) {
            let counts = &mut self.counts.0[stem];
            counts[side] -= 1;
            if counts[side] < counts[1 - side] {
                self.common -= self.bags.weights[stem];
            }
        }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        for side in 0..2 {
            self.discount(side, self.units[side].clone());
        }
    }
}
