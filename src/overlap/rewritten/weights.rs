//! The weights of the model, written by `train/rewritten`.

use super::Features;

/// The odds, as a logarithm, before anything is observed.
pub(super) const BIAS: f32 = -5.183;
/// What each feature adds to them.
pub(super) const WEIGHTS: Features = [
    0.564,  // held by the one that holds less
    1.143,  // held by the one that holds more
    -0.160, // both held
    2.155,  // shared weight
    2.257,  // shared common words
    -0.285, // equal among shared
    1.044,  // names shared
    -1.065, // names against names
    1.510,  // numbers shared
    0.639,  // numbers against numbers
    -1.112, // numbers more
    -0.235, // negated once
    -0.185, // in order
    -0.167, // adjacent
    0.923,  // shorter by longer
    0.291,  // length
    0.369,  // dense
    -0.070, // headline
    1.879,  // headline and lead
    3.672,  // better than rivals
    0.401,  // neighbours alike
    1.907,  // at the same place
    0.615,  // said already
    0.426,  // articles alike
    2.271,  // one event
];
