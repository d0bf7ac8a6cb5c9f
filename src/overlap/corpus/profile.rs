//! What the corpus profile asks of a passage.

/// The measures of the corpus profile. [`Profile::default`] holds those that were tuned on one half
/// of the PAN 2013 training corpus; `cargo xtask eval overlap` reports both halves.
///
/// Weights are those of the words as both documents use them: 1 for a content word that only two
/// sentences have, down to a quarter for one that every sentence has.
#[derive(Clone, PartialEq, Debug)]
pub struct Profile {
    /// Least cosine of the bags of words of two sentences that make a seed, from 0 to 1.
    pub seed_cosine: f64,
    /// Least Dice coefficient of the vocabularies of two sentences that make a seed, from 0 to 1.
    pub seed_dice: f64,
    /// Most sentences without a seed inside a passage, on either side.
    pub gap: usize,
    /// What growing a passage must bring: the least share of the added words, by weight, that the
    /// other side has too. From 0 to 1.
    pub density: f64,
    /// How many sentences ahead the edge of a passage looks.
    pub reach: usize,
    /// Least Dice coefficient of the bags of words of a passage, from 0 to 1.
    pub likeness: f64,
    /// Least weight of the words that the sides of a passage have in common.
    pub common: f64,
    /// Least length of a copy, in words.
    pub copy: usize,
    /// Most words that differ between two runs of one copy, on either side.
    pub copy_gap: usize,
    /// Least share of a copy that is word for word the same, from 0 to 1.
    pub copied: f64,
    /// Beside a copy, what [`Profile::likeness`] is otherwise: who copies, copies throughout.
    pub likeness_beside_copy: f64,
    /// Least share of the words of a summary, by weight, that the whole source has, from 0 to 1.
    pub summary: f64,
    /// How far above chance that share must be. Chance is the share in the rest of the document,
    /// and 1 would be certainty.
    pub summary_above_chance: f64,
    /// Least weight of the words of a summary that the source has beyond those asked for.
    pub summary_gain: f64,
    /// How many times longer than its summary a source is at least.
    pub summary_ratio: f64,
    /// Least share of the sentences of a summary that are like one of the source, from 0 to 1.
    pub summary_alike: f64,
    /// Most of a summary that one passage of the source explains, from 0 to 1.
    pub summary_explained: f64,
    /// Least length of a passage on either side, in characters.
    pub length: usize,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            seed_cosine: 0.28,
            seed_dice: 0.23,
            gap: 6,
            density: 0.4,
            reach: 3,
            likeness: 0.35,
            common: 7.0,
            copy: 40,
            copy_gap: 8,
            copied: 0.9,
            likeness_beside_copy: 0.6,
            summary: 0.5,
            summary_above_chance: 0.45,
            summary_gain: 6.0,
            summary_ratio: 3.0,
            summary_alike: 0.4,
            summary_explained: 0.5,
            length: 150,
        }
    }
}
