//! The quotations of one article, as they are compared.

use crate::article::Article;
use crate::overlap::fingerprint::Fingerprint;
use crate::span::Span;
use crate::text::quotations::Quotation;
use std::ops::Range;

/// The quotations of one article, as the terms between the marks.
pub(in crate::overlap) struct Side<'t> {
    pub(super) article: &'t Article,
    pub(super) print: &'t Fingerprint,
    pub(super) quotes: Vec<(&'t Quotation, Range<usize>)>,
}

impl<'t> Side<'t> {
    /// Reads the quotations of `article`, which `print` was made from.
    pub fn new(article: &'t Article, print: &'t Fingerprint) -> Self {
        let quotes = article.quotations().iter();
        let quotes = quotes.map(|quotation| (quotation, print.terms_in(quotation.span)));
        Self {
            article,
            print,
            quotes: quotes.filter(|(_, terms)| !terms.is_empty()).collect(),
        }
    }

    /// The quotations that share text with `span`, as indices.
    pub(super) fn quotes_in(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = self
            .quotes
            .partition_point(|(quotation, _)| quotation.span.end <= span.start);
        let rest = self.quotes[first..].iter();
        let inside = rest.take_while(move |(quotation, _)| quotation.span.start < span.end);
        (first..).zip(inside).map(|(index, _)| index)
    }

    /// The sentences of a quotation: each with its text, the whole quotation's where it has one
    /// sentence only, and its terms.
    pub(super) fn sentences(&self, quote: usize) -> Vec<(Span, Range<usize>)> {
        let (quotation, terms) = &self.quotes[quote];
        let units = self.print.unit_of[terms.start]..self.print.unit_of[terms.end - 1] + 1;
        if units.len() == 1 {
            return vec![(quotation.span, terms.clone())];
        }
        let units = units.map(|unit| &self.print.units[unit as usize].terms);
        let parts = units.map(|unit| unit.start.max(terms.start)..unit.end.min(terms.end));
        parts.map(|part| (self.print.span(&part), part)).collect()
    }

    /// Whether a term stands inside a quotation.
    pub(super) fn is_quoted(&self, term: usize) -> bool {
        let next = self.quotes.partition_point(|(_, terms)| terms.end <= term);
        let quote = self.quotes.get(next);
        quote.is_some_and(|(_, terms)| terms.contains(&term))
    }
}

/// The words of a range of terms.
pub(super) fn ids(print: &Fingerprint, terms: &Range<usize>) -> Vec<u64> {
    print.terms[terms.clone()].iter().map(|t| t.id).collect()
}

/// Whether the shorter range of terms stands in the longer one, word for word.
pub(super) fn contiguous(
    a: &Fingerprint,
    in_a: &Range<usize>,
    b: &Fingerprint,
    in_b: &Range<usize>,
) -> bool {
    let (one, other) = (ids(a, in_a), ids(b, in_b));
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !short.is_empty() && long.windows(short.len()).any(|window| window == short)
}
