//! Paragraphs: the unit that is parsed, cached and painted.

use crate::span::Span;

/// The paragraphs of `text`: its lines, without those that hold only white space. Surrounding white
/// space is left out. Lines end with LF, CR, CR LF, or U+2028 and U+2029.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let lead = line.len() - line.trim_start().len();
            found.push(Span::from(start + lead..start + lead + trimmed.len()));
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_paragraphs_and_blank_ones_are_not() {
        let text = "One.\r\n\r\n  Two. \n\u{a0}\nThree.";
        let found: Vec<_> = paragraphs(text).iter().map(|p| p.of(text)).collect();
        assert_eq!(found, ["One.", "Two.", "Three."]);
    }
}
