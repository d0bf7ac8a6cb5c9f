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
    let mut rest = list;
    // What is longer than the rest of the list is not asked for any more.
    while rest.len() >= word.len() {
        let (head, tail) = rest.split_at(word.len());
        if head == word && matches!(tail, [] | [b'|', ..]) {
            return true;
        }
        match rest.iter().position(|byte| *byte == b'|') {
            Some(end) => rest = &rest[end + 1..],
            None => return false,
        }
    }
    false
}
