//! Which quotations of two articles are one utterance.

use super::side::{Side, contiguous, ids};
use crate::order::sort_by;
use crate::overlap::Overlap;
use crate::overlap::align::Aligner;
use crate::span::Span;
use std::ops::Range;

/// The least share of words that two quotations have in common to be one utterance.
const LEAST_AGREEMENT: f32 = 0.4;

/// Two quotations that are one utterance.
pub(super) struct Match {
    pub(super) a: usize,
    pub(super) b: usize,
    agreement: f32,
}

/// The pairs of quotations inside one overlap that agree enough, or that face each other in it: the
/// best of each.
pub(super) fn matches(
    aligner: &mut Aligner,
    a: &Side,
    b: &Side,
    overlaps: &[Overlap],
) -> Vec<Match> {
    let mut found = Vec::new();
    for overlap in overlaps {
        for in_a in a.quotes_in(overlap.a) {
            for in_b in b.quotes_in(overlap.b) {
                let (one, other) = (&a.quotes[in_a], &b.quotes[in_b]);
                let Some(agreement) = agreement(aligner, &one.1, &other.1) else {
                    continue;
                };
                if contiguous(a.print, &one.1, b.print, &other.1) && one.1.len() != other.1.len() {
                    continue;
                }
                if agreement >= LEAST_AGREEMENT || face(overlap, one.0.span, other.0.span) {
                    found.push(Match {
                        a: in_a,
                        b: in_b,
                        agreement,
                    });
                }
            }
        }
    }
    mutual(found, a, b)
}

/// The share of words that two ranges of terms have in common, in order.
fn agreement(aligner: &mut Aligner, a: &Range<usize>, b: &Range<usize>) -> Option<f32> {
    let found = aligner.whole(a.clone(), b.clone());
    let equal = found.map_or(0, |found| {
        let (one, other) = (&aligner.a.terms, &aligner.b.terms);
        let equal = found.matches.iter();
        equal.filter(|(x, y)| one[*x].id == other[*y].id).count()
    });
    let all = a.len() + b.len();
    (all > 0).then(|| 2.0 * equal as f32 / all as f32)
}

/// Whether one edit of the overlap holds both quotations whole, so that they stand for each other.
fn face(overlap: &Overlap, a: Span, b: Span) -> bool {
    let inside = |edit: Span, quote: Span| {
        // The marks of the quotation are no words of the edit.
        edit.overlaps(quote) && edit.start <= quote.start + 4 && quote.end <= edit.end + 4
    };
    let mut edits = overlap.edits.iter();
    edits.any(|edit| inside(edit.a, a) && inside(edit.b, b))
}

/// Keeps the best match of each quotation, where it is the best of both. Where an article says the
/// same twice, in the headline and below, both stand.
fn mutual(mut found: Vec<Match>, a: &Side, b: &Side) -> Vec<Match> {
    sort_by(&mut found, |one, other| {
        let by_agreement = other.agreement.total_cmp(&one.agreement);
        by_agreement.then((one.a, one.b).cmp(&(other.a, other.b)))
    });
    let mut best_of_a: Vec<Option<usize>> = vec![None; a.quotes.len()];
    let mut best_of_b: Vec<Option<usize>> = vec![None; b.quotes.len()];
    let repeats = |side: &Side, first: usize, second: usize| {
        ids(side.print, &side.quotes[first].1) == ids(side.print, &side.quotes[second].1)
    };
    found.retain(|pair| match (best_of_a[pair.a], best_of_b[pair.b]) {
        (None, None) => {
            best_of_a[pair.a] = Some(pair.b);
            best_of_b[pair.b] = Some(pair.a);
            true
        }
        (Some(best), None) if best != pair.b && repeats(b, best, pair.b) => {
            best_of_b[pair.b] = Some(pair.a);
            true
        }
        (None, Some(best)) if best != pair.a && repeats(a, best, pair.a) => {
            best_of_a[pair.a] = Some(pair.b);
            true
        }
        _ => false,
    });
    found
}
