//! Lists inside one paragraph: `1. Rain 2. Snow`. Their items are sentences, with or without stops.

use super::tokens::TokenKind;
use super::view::View;

/// An item of a list inside a paragraph: `1.`, `2)`, `3.)`, `a.`, `•`.
pub(super) struct List {
    mark: ListMark,
    /// What stands after the number: `.`, `)` or `.)`; empty after a bullet.
    style: [bool; 2],
    /// The first token after the mark.
    pub(super) body: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ListMark {
    Number(u32),
    Letter(u8),
    Bullet(char),
}

impl List {
    /// The item whose mark begins at token `at`.
    pub(super) fn at(view: View, at: usize) -> Option<List> {
        let word = view.word(at);
        let first = word.chars().next()?;
        if matches!(first, '•' | '⁃' | '‣' | '◦' | '▪' | '●' | '■') {
            let mut body = at + 1;
            if view.is(body, TokenKind::Number) && view.word(body + 1) == "." {
                body += 2;
            }
            return Some(List {
                mark: ListMark::Bullet(first),
                style: [false; 2],
                body,
            });
        }
        let bytes = word.as_bytes();
        let (mark, dotted) = match bytes {
            [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => {
                (ListMark::Number(word.parse().ok()?), false)
            }
            [letter @ b'a'..=b'z'] => (ListMark::Letter(*letter), false),
            [letter @ b'a'..=b'z', b'.'] => (ListMark::Letter(*letter), true),
            _ => return None,
        };
        let mut body = at + 1;
        let mut style = [dotted, false];
        if !dotted && view.word(body) == "." && !view.spaced(body) {
            style[0] = true;
            body += 1;
        }
        if view.word(body) == ")" && !view.spaced(body) {
            style[1] = true;
            body += 1;
        }
        // The mark stands apart from its item, which begins like a sentence.
        let stands = style != [false; 2] && view.spaced(body) && body < view.len();
        stands.then_some(List { mark, style, body })
    }

    /// The item at token `at`, if it is the one that follows this.
    pub(super) fn next(&self, view: View, at: usize) -> Option<List> {
        if at == 0 || !view.spaced(at) {
            return None;
        }
        let next = List::at(view, at)?;
        let follows = match (self.mark, next.mark) {
            (ListMark::Number(a), ListMark::Number(b)) => b == a + 1,
            (ListMark::Letter(a), ListMark::Letter(b)) => b == a + 1,
            (ListMark::Bullet(a), ListMark::Bullet(b)) => a == b,
            _ => false,
        };
        (follows && next.style == self.style).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    #[test]
    fn items_count_up_in_one_style() {
        for (text, at, follows) in [
            ("1. rain 2. snow", 3, true),
            ("1. rain 3. snow", 3, false),
            ("1. rain 2) snow", 3, false),
            ("a) rain b) snow", 3, true),
            ("• rain • snow", 2, true),
        ] {
            let tokens = tokens(text);
            let view = View {
                text,
                tokens: &tokens,
            };
            let first = List::at(view, 0).expect("a list");
            assert_eq!(first.next(view, at).is_some(), follows, "{text}");
        }
    }

    #[test]
    fn figures_and_initials_begin_no_list() {
        for text in ["1 house", "12.5 metres", "A. Lima", "1.", "2026. The end"] {
            let tokens = tokens(text);
            let view = View {
                text,
                tokens: &tokens,
            };
            assert!(List::at(view, 0).is_none(), "{text}");
        }
    }
}
