//! The passages that wait to be chosen, the largest gain first.

use super::passage::Passage;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// A passage that waits for its turn.
pub(super) struct Waiting {
    pub passage: Passage,
    /// The units of both articles that it is a passage of.
    pub units: (u32, u32),
    /// How many passages of the two units were proposed before.
    pub rounds: u8,
}

/// Waiting passages, by their gain and then in the order of the text. What is ordered is small: whole
/// passages, moved about in a heap of thousands, would leave the processor's cache at every step.
#[derive(Default)]
pub(super) struct Queue {
    turns: BinaryHeap<Turn>,
    waiting: Vec<Option<Waiting>>,
}

impl Queue {
    /// Puts a passage in its place.
    pub fn push(&mut self, waiting: Waiting) {
        let place = (waiting.passage.a.start, waiting.passage.b.start);
        self.turns.push(Turn {
            gain: waiting.passage.gain,
            place: Reverse((place.0 as u32, place.1 as u32)),
            number: self.waiting.len() as u32,
        });
        self.waiting.push(Some(waiting));
    }

    /// Takes the first out.
    pub fn pop(&mut self) -> Option<Waiting> {
        let turn = self.turns.pop()?;
        self.waiting[turn.number as usize].take()
    }
}

/// When a passage has its turn.
struct Turn {
    gain: f32,
    place: Reverse<(u32, u32)>,
    /// Its place among those that wait, which says nothing of its turn.
    number: u32,
}

impl Ord for Turn {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_gain = self.gain.total_cmp(&other.gain);
        by_gain.then(self.place.cmp(&other.place))
    }
}

impl PartialOrd for Turn {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Turn {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Turn {}
