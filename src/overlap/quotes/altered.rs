//! What differs between two matched quotations: the words, or the speaker.

use super::matching::Match;
use super::side::Side;
use super::{QuoteChange, QuoteChangeKind};
use crate::article::Article;
use crate::overlap::align::Aligner;
use crate::overlap::{EditKind, edits};
use crate::span::Span;
use crate::text::fold::fold;

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
        EditKind::Substitution => QuoteChangeKind::Substitution,
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

/// A change of speaker, where both are named and the names have no word in common.
pub(super) fn reattributed(a: &Side, b: &Side, found: &Match) -> Option<QuoteChange> {
    let (one, other) = (a.quotes[found.a].0, b.quotes[found.b].0);
    let names_a = names(a.article, one.speaker?);
    let names_b = names(b.article, other.speaker?);
    let said = a.quotes[found.a].1.len().min(b.quotes[found.b].1.len());
    let apart = said >= LEAST_ATTRIBUTED && !names_a.iter().any(|name| names_b.contains(name));
    (apart && !names_a.is_empty() && !names_b.is_empty()).then(|| QuoteChange {
        kind: QuoteChangeKind::Reattributed,
        a: one.span,
        b: other.span,
        edits: Vec::new(),
    })
}

/// The capitalised words of a speaker, folded.
fn names(article: &Article, speaker: Span) -> Vec<String> {
    article.tokens()[article.tokens_in(speaker)]
        .iter()
        .map(|token| token.span.of(article.text()))
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(|word| fold(word).into_owned())
        .collect()
}
