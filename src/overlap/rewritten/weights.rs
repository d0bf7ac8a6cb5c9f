//! The weights of the model, written by `train/rewritten`; its README is their card.

use super::Features;

/// The odds, as a logarithm, before anything is observed.
pub(super) const BIAS: f32 = -4.256;
/// What each feature adds to them.
#[rustfmt::skip]
pub(super) const WEIGHTS: Features = [
    0.581, // held by the one that holds less
    0.361, // held by the one that holds more
    -0.243, // both held
    2.099, // shared weight
    2.031, // rarest shared word
    1.022, // shared common words
    -0.767, // equal among shared
    1.101, // names shared
    -0.917, // names against names
    2.253, // numbers shared
    0.388, // numbers against numbers
    -1.250, // numbers more
    -0.068, // negated once
    -0.436, // in order
    -0.843, // adjacent
    0.645, // shorter by longer
    -0.025, // length
    -0.034, // dense
    -0.265, // headline
    2.655, // headline and lead
    4.167, // better than rivals
    1.081, // neighbours alike
    0.039, // neighbours aligned
    2.740, // at the same place
    -0.356, // said already
    0.172, // articles alike
    1.144, // one event
];
