//! The weights of the model, written by `train/rewritten`.

use super::Features;

/// The odds, as a logarithm, before anything is observed.
pub(super) const BIAS: f32 = -3.555;
/// What each feature adds to them.
pub(super) const WEIGHTS: Features = [
    0.207,  // held by the one that holds less
    0.589,  // held by the one that holds more
    -0.494, // both held
    1.598,  // shared weight
    1.762,  // shared common words
    -0.066, // equal among shared
    0.973,  // names shared
    -0.949, // names against names
    1.219,  // numbers shared
    0.079,  // numbers against numbers
    -1.242, // numbers more
    -0.173, // negated once
    -0.000, // in order
    -0.400, // adjacent
    0.640,  // shorter by longer
    0.053,  // length
    0.347,  // dense
    0.246,  // headline
    1.385,  // headline and lead
    3.699,  // better than rivals
    0.704,  // neighbours alike
    1.088,  // at the same place
    0.684,  // said already
    0.342,  // articles alike
    1.897,  // one event
];
/// The least odds of a passage that is shown.
pub(super) const THRESHOLD: f32 = 0.000;
