//! The weights of the model, written by `train/rewritten`.

use super::Features;

/// The odds, as a logarithm, before anything is observed.
pub(super) const BIAS: f32 = -1.811;
/// What each feature adds to them.
pub(super) const WEIGHTS: Features = [
    -0.266, // held by the one that holds less
    0.146,  // held by the one that holds more
    -1.188, // both held
    1.634,  // shared weight
    1.852,  // shared common words
    -0.291, // equal among shared
    0.879,  // names shared
    -1.590, // names against names
    1.521,  // numbers shared
    0.043,  // numbers against numbers
    -1.435, // numbers more
    -0.170, // negated once
    -0.431, // in order
    -0.587, // adjacent
    0.529,  // shorter by longer
    -0.061, // length
    0.476,  // dense
    0.084,  // headline
    1.445,  // headline and lead
    3.121,  // better than rivals
    0.388,  // neighbours alike
    0.957,  // at the same place
    0.908,  // said already
    1.028,  // articles alike
];
/// The least odds of a passage that is shown.
pub(super) const THRESHOLD: f32 = 0.000;
