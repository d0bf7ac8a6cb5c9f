//! Tokens: words as in Unicode Standard Annex #29, with the conventions of news copy.
//!
//! Three things differ from the annex. A possessive is a token of its own (`Russia` `'s`), because
//! names and comparisons end before it. The dots of an acronym belong to it (`U.S.`). White space is
//! no token.

use super::abbreviations::is_acronym;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, possibly with digits, apostrophes and dots inside: `war`, `don't`, `U.S.`, `F16`.
    Word,
    /// Begins with a digit: `2270`, `10,000`, `3.4`.
    Number,
    /// A possessive ending, `'s` or a bare apostrophe after an s.
    Possessive,
    /// Anything else that shows: punctuation and symbols.
    Mark,
}

/// One token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order and apart from each other.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 5);
    for (start, piece) in text.split_word_bound_indices() {
        let Some(first) = piece.chars().find(|c| !is_joiner(*c)) else {
            continue;
        };
        if first.is_whitespace() || first.is_control() {
            continue;
        }
        let span = Span::from(start..start + piece.len());
        if first.is_alphanumeric() {
            push_word(&mut found, text, span, first);
        } else {
            push_mark(&mut found, text, span, first);
        }
    }
    found
}

/// Characters that shape their neighbours and show nothing themselves.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

fn push_word(found: &mut Vec<Token>, text: &str, span: Span, first: char) {
    let kind = if first.is_numeric() {
        TokenKind::Number
    } else {
        TokenKind::Word
    };
    let word = span.of(text);
    for ending in ["'s", "’s", "'S", "’S"] {
        if word.len() > ending.len() && word.ends_with(ending) {
            let cut = span.end - ending.len() as u32;
            found.push(Token {
                span: Span::new(span.start, cut),
                kind,
            });
            found.push(Token {
                span: Span::new(cut, span.end),
                kind: TokenKind::Possessive,
            });
            return;
        }
    }
    found.push(Token { span, kind });
}

fn push_mark(found: &mut Vec<Token>, text: &str, span: Span, first: char) {
    if let Some(last) = found.last_mut()
        && last.span.end == span.start
        && last.kind == TokenKind::Word
    {
        let word = last.span.of(text);
        if first == '.' && is_acronym(word) {
            last.span.end = span.end;
            return;
        }
    }
    found.push(Token {
        span,
        kind: TokenKind::Mark,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect()
    }

    #[test]
    fn a_possessive_stands_alone() {
        assert_eq!(words("Russia’s war"), ["Russia", "’s", "war"]);
        assert_eq!(words("the EU's"), ["the", "EU", "'s"]);
    }

    #[test]
    fn dots_of_an_acronym_belong_to_it() {
        assert_eq!(words("the U.S. said."), ["the", "U.S.", "said", "."]);
        assert_eq!(words("N. Korea"), ["N.", "Korea"]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(words("10,000 or 3.4%"), ["10,000", "or", "3.4", "%"]);
    }
}
