//! The weights as the source file that ships.

use crate::regression::Weights;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use wiremark::overlap::rewritten::FEATURES;

/// Where the file lies.
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/overlap/rewritten/weights.rs")
}

/// The text of the file.
pub fn of(weights: &Weights) -> String {
    let mut source = format!(
        "//! The weights of the model, written by `train/rewritten`; its README is their card.\n\n\
         use super::Features;\n\n\
         /// The odds, as a logarithm, before anything is observed.\n\
         pub(super) const BIAS: f32 = {:.3};\n\
         /// What each feature adds to them.\n\
         #[rustfmt::skip]\n\
         pub(super) const WEIGHTS: Features = [\n",
        weights[0]
    );
    for (weight, feature) in weights[1..].iter().zip(FEATURES) {
        let _ = writeln!(source, "    {weight:.3}, // {feature}");
    }
    source + "];\n"
}

/// The numbers in the text of such a file.
#[cfg(test)]
pub fn numbers(source: &str) -> Vec<f64> {
    let words = source.split([' ', ',', ';', '\n']);
    words
        .filter(|word| word.contains('.'))
        .filter_map(|word| word.parse().ok())
        .collect()
}
