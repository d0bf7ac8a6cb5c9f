//! Which quotations of two articles are worth aligning.

use super::side::Side;
use crate::order::sort_by_key;
use crate::overlap::Overlap;
use crate::overlap::shared::{ABSENT, SharedSide};
use crate::span::Span;

/// Most places that one word leads to, and most quotations that are kept for one.
const MOST_LED_TO: usize = 16;
const MOST_KEPT: usize = 4;

/// Two quotations that may be one utterance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub a: usize,
    pub b: usize,
    /// Whether their sentences are aligned.
    pub aligned: bool,
    /// Whether an edit of those sentences replaces the one by the other, whole.
    pub facing: bool,
}

/// The pairs of quotations in aligned passages, and those that share rare words wherever they stand.
pub(super) fn candidates(
    a: &Side,
    b: &Side,
    shared: &SharedSide,
    overlaps: &[Overlap],
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for overlap in overlaps {
        for in_a in a.quotes_in(overlap.a) {
            for in_b in b.quotes_in(overlap.b) {
                let spans = (a.quotes[in_a].0.span, b.quotes[in_b].0.span);
                found.push(Candidate {
                    a: in_a,
                    b: in_b,
                    aligned: true,
                    facing: face(overlap, spans.0, spans.1),
                });
            }
        }
    }
    for in_a in 0..a.quotes.len() {
        for in_b in sharing(a, in_a, b, shared) {
            found.push(Candidate {
                a: in_a,
                b: in_b,
                aligned: false,
                facing: false,
            });
        }
    }
    sort_by_key(&mut found, |pair| {
        (pair.a, pair.b, !pair.facing, !pair.aligned)
    });
    found.dedup_by_key(|pair| (pair.a, pair.b));
    found
}

/// Whether one edit replaces the one quotation by the other, whole.
fn face(overlap: &Overlap, a: Span, b: Span) -> bool {
    let inside = |edit: Span, quote: Span| {
        // The marks of the quotation are no words of the edit.
        edit.overlaps(quote) && edit.start <= quote.start + 4 && quote.end <= edit.end + 4
    };
    let mut edits = overlap.edits.iter();
    edits.any(|edit| inside(edit.a, a) && inside(edit.b, b))
}

/// The quotations of `b` that share the most content words with one of `a`.
fn sharing(a: &Side, quote: usize, b: &Side, shared: &SharedSide) -> Vec<usize> {
    let mut met: Vec<(usize, usize)> = Vec::new();
    for term in a.quotes[quote].1.clone() {
        let stem = shared.counterparts[a.print.stems.of_term[term] as usize];
        if !a.print.terms[term].content || stem == ABSENT {
            continue;
        }
        let mut last = None;
        for &place in b.print.index.places(stem).iter().take(MOST_LED_TO) {
            let Some(other) = b
                .quote_at(place as usize)
                .filter(|other| last != Some(*other))
            else {
                continue;
            };
            last = Some(other);
            match met.iter_mut().find(|(known, _)| *known == other) {
                Some((_, count)) => *count += 1,
                None => met.push((other, 1)),
            }
        }
    }
    sort_by_key(&mut met, |(other, count)| (usize::MAX - count, *other));
    met.into_iter()
        .take(MOST_KEPT)
        .map(|(other, _)| other)
        .collect()
}
