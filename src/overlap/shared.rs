//! Which words and stems two articles share, and how much each word weighs between them.

use super::fingerprint::Fingerprint;
pub(super) use super::numbering::ABSENT;
use super::numbering::Numbering;
use super::vocabulary::Vocabulary;

/// One article beside another.
pub(super) struct SharedSide {
    /// For each term, what a match of it is worth; for a term whose stem the other lacks, what it
    /// costs to leave it out.
    pub weights: Vec<f32>,
    /// For each term, a number that both articles have for its word, or [`ABSENT`].
    pub words: Vec<u32>,
    /// The same for each stem.
    pub stems: Vec<u32>,
    /// For each of its stems, the number that the other article has for it, or [`ABSENT`].
    pub counterparts: Vec<u32>,
}

/// The join of two vocabularies.
pub(super) struct Shared {
    pub a: SharedSide,
    pub b: SharedSide,
    /// Whether the two have the same words in the same order.
    pub identical: bool,
}

impl Shared {
    /// Joins the vocabularies of two articles.
    pub fn of(a: &Fingerprint, b: &Fingerprint) -> Self {
        let words = join(&a.words.numbers, &b.words.numbers);
        let stems = join(&a.stems.numbers, &b.stems.numbers);
        let units = a.units.len() + b.units.len();
        let words_a = of_terms(&a.words, &own_numbers(&words.0));
        let words_b = of_terms(&b.words, &words.1);
        Self {
            identical: words_a == words_b && !words_a.contains(&ABSENT),
            a: SharedSide {
                weights: weights(a, b, &stems.0, units),
                words: words_a,
                stems: own_numbers(&stems.0),
                counterparts: stems.0,
            },
            b: SharedSide {
                weights: weights(b, a, &stems.1, units),
                words: words_b,
                stems: stems.1.clone(),
                counterparts: stems.1,
            },
        }
    }

    /// Whether a term of the one article and a term of the other are one word. Their numbers lie closer
    /// together than the terms.
    #[inline]
    pub fn is_same_word(&self, at_a: usize, at_b: usize) -> bool {
        is_same(self.a.words[at_a], self.b.words[at_b])
    }
}

/// Whether two such numbers are those of one word.
pub(super) const fn is_same(one: u32, other: u32) -> bool {
    one == other && one != ABSENT
}

/// For each number of either vocabulary, that of the other, or [`ABSENT`].
fn join(a: &Numbering, b: &Numbering) -> (Vec<u32>, Vec<u32>) {
    let of_a: Vec<u32> = a.hashes.iter().map(|hash| b.find(*hash)).collect();
    let mut of_b = vec![ABSENT; b.len()];
    for (own, other) in (0..).zip(&of_a) {
        if let Some(of_b) = of_b.get_mut(*other as usize) {
            *of_b = own;
        }
    }
    (of_a, of_b)
}

/// What `numbers` says of the word of each term.
fn of_terms(words: &Vocabulary, numbers: &[u32]) -> Vec<u32> {
    let words = words.of_term.iter();
    words.map(|word| numbers[*word as usize]).collect()
}

/// The numbers themselves, where the other article has the word too.
fn own_numbers(counterparts: &[u32]) -> Vec<u32> {
    let numbers = (0..).zip(counterparts);
    numbers
        .map(|(own, other)| if *other == ABSENT { ABSENT } else { own })
        .collect()
}

/// The weights of the terms of `one`. Two articles of so many units together have the stems of `one`
/// in both, or in `one` alone.
fn weights(one: &Fingerprint, other: &Fingerprint, counterparts: &[u32], units: usize) -> Vec<f32> {
    let mut rarities = Rarities::new(units);
    let found = one.index.units.iter().zip(counterparts);
    let rarities: Vec<f32> = found
        .map(|(found, counterpart)| {
            let there = other.index.units.get(*counterpart as usize);
            rarities.of((found + there.unwrap_or(&0)) as usize)
        })
        .collect();
    let terms = one.terms.iter().zip(&one.stems.of_term);
    terms
        .map(|(term, stem)| {
            if term.content {
                term.weight() * rarities[*stem as usize]
            } else {
                term.weight()
            }
        })
        .collect()
}

/// How much it says that a stem stands in so many sentences, of so many.
struct Rarities {
    units: f32,
    /// By the number of sentences; 0 where nobody has asked.
    known: Vec<f32>,
}

impl Rarities {
    fn new(units: usize) -> Self {
        Self {
            units: (units as f32).max(8.0),
            known: vec![0.0; units + 1],
        }
    }

    /// The inverse document frequency (Sparck Jones 1972) of a stem that stands in `found` sentences: 1
    /// for two of them, and never under a quarter, because a passage in the words that the whole story
    /// uses is still a passage. In steps of 1/1024: the last bit of a logarithm differs from one machine
    /// to the next, and must not decide between two alignments.
    fn of(&mut self, found: usize) -> f32 {
        let known = &mut self.known[found];
        if *known == 0.0 {
            let rarity = (self.units / (found as f32).max(2.0)).ln() / (self.units / 2.0).ln();
            *known = (rarity.clamp(0.25, 1.0) * 1024.0).round() / 1024.0;
        }
        *known
    }
}
