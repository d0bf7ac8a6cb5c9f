//! Folding: the form under which two spellings count as the same word.

use std::borrow::Cow;

/// `word` in lower case, with straight quotes, plain hyphens, and without the dots of an acronym.
/// Borrows when nothing changes.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b'.')
    {
        return Cow::Borrowed(word);
    }
    let dotted = word.ends_with('.') && word.len() > 1;
    // Most words beside these have a capital and nothing else.
    if word.is_ascii() && !dotted && !word.contains('`') {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '‘' | '’' | 'ʼ' | '′' | '`' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' | '″' => folded.push('"'),
            '‐'..='―' | '−' => folded.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '.' if dotted => {}
            _ => folded.extend(character.to_lowercase()),
        }
    }
    Cow::Owned(folded)
}

/// `text` in lower case and otherwise as it is. That of the standard library also knows the two small
/// sigmas of Greek, for more code than a page should download.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    for character in text.chars() {
        lower.extend(character.to_lowercase());
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_quotes_dashes_and_acronym_dots_fold() {
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("Don’t"), "don't");
        assert_eq!(fold("–"), "-");
        assert_eq!(fold("3.4"), "3.4");
        assert!(matches!(fold("plain"), Cow::Borrowed(_)));
    }
}
