//! Differences of style: what two passages write differently and a comparison takes for the same.

use super::fingerprint::Fingerprint;
use super::{Edit, Overlap};
use crate::article::Article;
use crate::span::Span;
use crate::text::fold::lower;
use serde::{Deserialize, Serialize};

/// What is written differently.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StyleKind {
    /// Capitals: "the Senate", "the senate".
    Case,
    /// Another spelling of the same word or figure: "programme", "program"; "per cent", "%".
    Spelling,
    /// Quotation marks: others, or on one side alone.
    Quotes,
}

/// One place that two passages write differently, and that is no edit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StyleDifference {
    /// What is written differently.
    pub kind: StyleKind,
    /// The word, or the marks before one, in `a`; empty where there are none.
    pub a: Span,
    /// The same in `b`.
    pub b: Span,
}

/// What `overlap` writes differently in the two articles, each given with its fingerprint, by its
/// place. Capitals at the start of a sentence are no matter of style.
pub fn style_differences(
    (a, print_a): (&Article, &Fingerprint),
    (b, print_b): (&Article, &Fingerprint),
    overlap: &Overlap,
) -> Vec<StyleDifference> {
    let ours = unedited(print_a, overlap.a, &overlap.edits, |edit| edit.a);
    let theirs = unedited(print_b, overlap.b, &overlap.edits, |edit| edit.b);
    let mut found = Vec::new();
    for (one, other) in ours.zip(theirs) {
        // Most words and what stands before them are the same to the letter.
        let (near_a, near_b) = (with_gap(a, print_a, one), with_gap(b, print_b, other));
        if near_a.is_some() && near_a == near_b {
            continue;
        }
        let marks_a = marks_before(a, print_a, one);
        let marks_b = marks_before(b, print_b, other);
        let no_marks = marks_a.is_empty() && marks_b.is_empty();
        if !no_marks && marks_a.of(a.text()) != marks_b.of(b.text()) {
            found.push(StyleDifference {
                kind: StyleKind::Quotes,
                a: marks_a,
                b: marks_b,
            });
        }
        let (span_a, span_b) = (print_a.terms[one].span, print_b.terms[other].span);
        let (word_a, word_b) = (span_a.of(a.text()), span_b.of(b.text()));
        let opens = |print: &Fingerprint, at: usize| {
            let unit = &print.units[print.unit_of[at] as usize];
            unit.terms.start == at
        };
        let kind = if word_a == word_b {
            continue;
        } else if lower(word_a) != lower(word_b) {
            StyleKind::Spelling
        } else if opens(print_a, one) || opens(print_b, other) {
            continue;
        } else {
            StyleKind::Case
        };
        found.push(StyleDifference {
            kind,
            a: span_a,
            b: span_b,
        });
    }
    found
}

/// The terms of a passage that no edit holds, in order: they face those of the other passage.
fn unedited<'p>(
    print: &'p Fingerprint,
    passage: Span,
    edits: &'p [Edit],
    side: impl Fn(&Edit) -> Span + 'p,
) -> impl Iterator<Item = usize> + 'p {
    print.terms_in(passage).filter(move |&at| {
        let word = print.terms[at].span;
        !edits.iter().any(|edit| side(edit).contains(word))
    })
}

/// The length of what stands between a term and the one before, and its text with that of the term.
/// None of the first.
fn with_gap<'t>(article: &'t Article, print: &Fingerprint, at: usize) -> Option<(u32, &'t [u8])> {
    let (before, word) = (print.terms[at.checked_sub(1)?].span, print.terms[at].span);
    let text = &article.text().as_bytes()[before.end as usize..word.end as usize];
    Some((word.start - before.end, text))
}

/// The quotation marks before a term: from the first to the last one between the term before and
/// this one, or an empty place before the term.
fn marks_before(article: &Article, print: &Fingerprint, at: usize) -> Span {
    let end = print.terms[at].span.start;
    let start = if at == 0 {
        0
    } else {
        print.terms[at - 1].span.end
    };
    // Most have a space before them.
    let text = article.text();
    if end == start + 1 && text.as_bytes()[start as usize] == b' ' {
        return Span::new(end, end);
    }
    let between = Span::new(start, end).of(text);
    let is_mark = |mark: char| matches!(mark, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'');
    let (Some(first), Some(last)) = (between.find(is_mark), between.rfind(is_mark)) else {
        return Span::new(end, end);
    };
    let width = between[last..].chars().next().map_or(0, char::len_utf8);
    Span::new(start + first as u32, start + (last + width) as u32)
}

#[cfg(test)]
mod tests {
    use super::StyleKind::{self, *};
    use super::*;
    use crate::overlap::{Comparison, Fingerprint};

    /// The kinds and texts of the style differences of the one overlap.
    fn styles<'t>(a: &'t str, b: &'t str) -> Vec<(StyleKind, &'t str, &'t str)> {
        let (a, b) = (Article::parse("a", a), Article::parse("b", b));
        let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
        let found = Comparison::of((&a, &print_a), (&b, &print_b)).overlaps;
        assert_eq!(found.len(), 1);
        let styles = style_differences((&a, &print_a), (&b, &print_b), &found[0]);
        let told = styles.iter();
        told.map(|style| (style.kind, style.a, style.b))
            .map(|(kind, one, other)| (kind, leaked(one.of(a.text())), leaked(other.of(b.text()))))
            .collect()
    }

    fn leaked(text: &str) -> &'static str {
        Box::leak(text.to_owned().into_boxed_str())
    }

    #[test]
    fn spelling_and_capitals_are_kept_as_style() {
        let a = "The programme of the Senate cut harbour taxes by 3 per cent, dockers said.";
        let b = "The program of the senate cut harbor taxes by 3%, dockers said.";
        assert_eq!(
            styles(a, b),
            [
                (Spelling, "programme", "program"),
                (Case, "Senate", "senate"),
                (Spelling, "harbour", "harbor"),
                (Spelling, "per cent", "%"),
            ]
        );
    }

    #[test]
    fn marks_that_one_version_drops_are_kept_as_style() {
        let a = "Inspectors called the tunnel “plainly unsafe” after finding eleven cracks.";
        let b = "Inspectors called the tunnel plainly unsafe after finding eleven cracks.";
        assert_eq!(styles(a, b), [(Quotes, "“", ""), (Quotes, "”", "")]);
    }

    #[test]
    fn the_same_words_have_no_style_differences() {
        let text = "Inspectors called the tunnel “plainly unsafe” after finding eleven cracks.";
        assert_eq!(styles(text, text), []);
    }
}
