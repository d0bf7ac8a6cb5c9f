//! The weights of the model, written by `train/rewritten`; its README is their card.

use super::Features;

/// The odds, as a logarithm, before anything is observed.
pub(super) const BIAS: f32 = -5.018;
/// What each feature adds to them.
#[rustfmt::skip]
pub(super) const WEIGHTS: Features = [
    0.314, // held by the one that holds less
    0.966, // held by the one that holds more
    -0.610, // both held
    2.253, // shared weight
    2.284, // shared common words
    -0.279, // equal among shared
    1.094, // names shared
    -1.098, // names against names
    1.620, // numbers shared
    0.584, // numbers against numbers
    -1.163, // numbers more
    -0.334, // negated once
    -0.217, // in order
    -0.150, // adjacent
    0.910, // shorter by longer
    0.301, // length
    0.396, // dense
    -0.086, // headline
    1.846, // headline and lead
    3.510, // better than rivals
    0.301, // neighbours alike
    1.917, // at the same place
    0.645, // said already
    0.356, // articles alike
    2.175, // one event
];
