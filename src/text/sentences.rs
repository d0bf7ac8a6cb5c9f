//! Sentences.

use super::tokens::Token;
use std::ops::Range;

/// The sentences of one paragraph, as ranges of `tokens`, the paragraph's tokens in `text`.
/// Together they hold every token once, in order.
pub fn sentences(_text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let whole = std::iter::once(0..tokens.len());
    whole.filter(|range| !range.is_empty()).collect()
}
