//! Verbs of speech: what stands between a speaker and what was said.

use super::known_words::{KNOWN_WORDS, Known};
use super::parts::Part;

/// Whether `word` is a verb that reports speech, in small letters and in a form that news copy uses.
pub(crate) fn is_speech_verb(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && matches!(KNOWN_WORDS.get(word), Some(Known(Part::Speech, _)))
}
