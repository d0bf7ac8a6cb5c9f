//! Numbered laws: "resolutions 1718, 1874 and 2270", "Article 5".

use super::words::Words;
use crate::text::among::among;
use crate::text::tokens::TokenKind;
use std::ops::Range;

/// The numbered laws of a paragraph, as tokens from the word to the last number. Ordered.
pub(super) fn laws(words: &Words) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = words.tokens.start;
    while at < words.tokens.end {
        let end = if is_law_word(words, at) {
            numbers_end(words, at + 1)
        } else {
            None
        };
        match end {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn is_law_word(words: &Words, at: usize) -> bool {
    match words.folded(at) {
        "resolution" | "resolutions" => true,
        "article" | "articles" | "section" | "directive" | "regulation" => words[at].capital,
        _ => false,
    }
}

/// Where the numbers end that begin at token `at`, when one does: "1718, 1874 and 2270".
fn numbers_end(words: &Words, at: usize) -> Option<usize> {
    let is_number = |at: usize| {
        words.tokens.contains(&at)
            && words.token(at).kind == TokenKind::Number
            && !words[at].counted
    };
    let mut end = None;
    let mut next = at;
    while is_number(next) {
        end = Some(next + 1);
        next += 1;
        while among(words.folded(next), ",|and|or") {
            next += 1;
        }
    }
    end
}
