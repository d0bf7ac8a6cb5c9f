//! Short lists of words, each written as one text: `in|since|by`.
//!
//! A `match` on strings is a comparison for each of them, in code that every reader downloads, and
//! there were a thousand of them. Here a list is text, and one loop walks them all. What is asked of
//! every word of an article is no matter for it: that has a [`super::word_table`], or a `match`.

/// Whether `word` is one of `list`.
pub(crate) fn among(word: impl AsRef<[u8]>, list: &str) -> bool {
    stands_in(word.as_ref(), list.as_bytes())
}

#[inline(never)]
fn stands_in(word: &[u8], list: &[u8]) -> bool {
    list.split(|byte| *byte == b'|')
        .any(|listed| listed == word)
}
