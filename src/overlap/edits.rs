//! From aligned words to what is shown: the kind of an overlap and the edits inside it.

use super::align::Aligner;
use super::fingerprint::Fingerprint;
use super::passage::Passage;
use super::{Edit, EditKind, Overlap, OverlapKind, reorder};
use crate::span::Span;
use std::ops::Range;

/// The overlap that a passage makes.
pub(super) fn overlap(aligner: &Aligner, passage: &Passage, moved: bool) -> Overlap {
    let (a, b) = (aligner.a, aligner.b);
    let edits = between(aligner, (&passage.a, &passage.b), &passage.matches);
    let edits = reorder::joined(a, b, edits);
    Overlap {
        kind: if edits.is_empty() {
            OverlapKind::Verbatim
        } else if passage.is_rewritten() {
            OverlapKind::Rewritten
        } else {
            OverlapKind::Edited
        },
        moved,
        score: if passage.is_rewritten() {
            passage.probability
        } else {
            passage.agreement
        },
        a: a.span(&passage.a),
        b: b.span(&passage.b),
        edits,
    }
}

/// The overlaps of two articles that have the same words in the same order: their sentences.
pub(super) fn identical(a: &Fingerprint, b: &Fingerprint) -> Vec<Overlap> {
    let mut overlaps = Vec::new();
    let mut start = 0;
    while start < a.terms.len() {
        let end_a = a.units[a.unit_of[start] as usize].terms.end;
        let end_b = b.units[b.unit_of[start] as usize].terms.end;
        let terms = start..end_a.min(end_b);
        start = terms.end;
        overlaps.push(Overlap {
            kind: OverlapKind::Verbatim,
            moved: false,
            score: 1.0,
            a: a.span(&terms),
            b: b.span(&terms),
            edits: Vec::new(),
        });
    }
    overlaps
}

/// What changed between two ranges of terms, of which `matches` face each other, in order.
/// Neighbouring changes are one.
fn between(
    aligner: &Aligner,
    (in_a, in_b): (&Range<usize>, &Range<usize>),
    matches: &[(usize, usize)],
) -> Vec<Edit> {
    let (a, b) = (aligner.a, aligner.b);
    let mut edits = Vec::new();
    let (mut at_a, mut at_b) = (in_a.start, in_b.start);
    let equal = |pair: &&(usize, usize)| aligner.shared.is_same_word(pair.0, pair.1);
    let end = (in_a.end, in_b.end);
    for &(next_a, next_b) in matches.iter().filter(equal).chain([&end]) {
        let kind = match (at_a < next_a, at_b < next_b) {
            (true, true) => Some(EditKind::Substitution),
            (true, false) => Some(EditKind::Deletion),
            (false, true) => Some(EditKind::Insertion),
            (false, false) => None,
        };
        if let Some(kind) = kind {
            edits.push(Edit {
                kind,
                a: words(a, at_a..next_a, in_a.start),
                b: words(b, at_b..next_b, in_b.start),
            });
        }
        (at_a, at_b) = (next_a + 1, next_b + 1);
    }
    edits
}

/// The text of `terms`. When there are none, the place after the term before them, or the start of
/// the passage, whose first term is `first`.
fn words(print: &Fingerprint, terms: Range<usize>, first: usize) -> Span {
    if terms.is_empty() {
        let place = if terms.start > first {
            print.terms[terms.start - 1].span.end
        } else {
            print.terms[first].span.start
        };
        return Span::new(place, place);
    }
    print.terms[terms.start]
        .span
        .cover(print.terms[terms.end - 1].span)
}
