//! What differs between two matched quotations: the words, or the speaker.

use super::matching::Match;
use super::side::Side;
use super::{QuoteChange, QuoteChangeKind};
use crate::overlap::align::Aligner;
use crate::overlap::attribution::{is_named_in, other_persons};
use crate::overlap::{EditKind, edits};
use crate::span::Span;
use crate::text::quotations::Quotation;

/// The least words of a quotation that tell who says it: a phrase in a headline is everybody's.
const LEAST_ATTRIBUTED: usize = 4;

/// The change of words between two matched quotations, if there is any.
pub(super) fn altered(
    aligner: &mut Aligner,
    a: &Side,
    b: &Side,
    found: &Match,
) -> Option<QuoteChange> {
    let (one, other) = (&a.quotes[found.a], &b.quotes[found.b]);
    let pairs = aligner.whole(one.1.clone(), other.1.clone());
    let pairs = pairs.map(|found| found.matches).unwrap_or_default();
    let edits = edits::between(a.print, b.print, (&one.1, &other.1), &pairs);
    let first = edits.first()?.kind;
    let kind = match first {
        _ if edits.iter().any(|edit| edit.kind != first) => QuoteChangeKind::Substitution,
        EditKind::Substitution | EditKind::Reorder => QuoteChangeKind::Substitution,
        EditKind::Insertion => QuoteChangeKind::Insertion,
        EditKind::Deletion => QuoteChangeKind::Deletion,
    };
    Some(QuoteChange {
        kind,
        a: one.0.span,
        b: other.0.span,
        edits,
    })
}

/// A change of speaker, where both articles name a person in the sentence of the quotation, and the
/// two are clearly not the same. A pronoun may stand for anybody.
pub(super) fn reattributed(a: &Side, b: &Side, found: &Match) -> Option<QuoteChange> {
    let (one, other) = (a.quotes[found.a].0, b.quotes[found.b].0);
    let (named_a, named_b) = (named_beside(a, one)?, named_beside(b, other)?);
    let said = a.quotes[found.a].1.len().min(b.quotes[found.b].1.len());
    let speakers = (
        (a.article, a.print, one.speaker?),
        (b.article, b.print, other.speaker?),
    );
    let apart = said >= LEAST_ATTRIBUTED
        && other_persons(speakers.0, speakers.1)
        && !is_named_in(speakers.0, (b.article, named_b))
        && !is_named_in(speakers.1, (a.article, named_a));
    apart.then(|| QuoteChange {
        kind: QuoteChangeKind::Reattributed,
        a: one.span,
        b: other.span,
        edits: Vec::new(),
    })
}

/// The sentences of a quotation, if its speaker is named there.
fn named_beside(side: &Side, quotation: &Quotation) -> Option<Span> {
    let sentences = side.article.sentences();
    let first = sentences.partition_point(|sentence| sentence.span.end <= quotation.span.start);
    let last = sentences.partition_point(|sentence| sentence.span.start < quotation.span.end);
    let around = sentences
        .get(first)?
        .span
        .cover(sentences.get(last.checked_sub(1)?)?.span);
    around.contains(quotation.speaker?).then_some(around)
}
