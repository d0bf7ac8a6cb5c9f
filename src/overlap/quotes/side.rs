//! The quotations of one article, as they are compared.

use crate::article::Article;
use crate::overlap::attribution::Speaker;
use crate::overlap::fingerprint::Fingerprint;
use crate::span::Span;
use crate::text::quantities::Quantity;
use crate::text::quotations::Quotation;
use crate::text::reported::Reported;
use crate::text::verbs::is_speech_verb;
use std::ops::Range;

/// The quotations of one article, as the terms between the marks.
pub(in crate::overlap) struct Side<'t> {
    pub(super) article: &'t Article,
    pub(super) print: &'t Fingerprint,
    pub(super) quotes: Vec<(&'t Quotation, Range<usize>)>,
    /// For each term up to the last in a quotation, that quotation and one more; 0 outside.
    quote_of: Vec<u32>,
}

impl<'t> Side<'t> {
    /// Reads the quotations of `article`, which `print` was made from.
    pub fn new(article: &'t Article, print: &'t Fingerprint) -> Self {
        let quotes = article.quotations().iter();
        let quotes = quotes.map(|quotation| (quotation, print.terms_in(quotation.span)));
        let quotes: Vec<_> = quotes.filter(|(_, terms)| !terms.is_empty()).collect();
        let last = quotes.last().map_or(0, |(_, terms)| terms.end);
        let mut quote_of = Vec::with_capacity(last);
        for (number, (_, terms)) in (1..).zip(&quotes) {
            quote_of.resize(terms.start, 0);
            quote_of.resize(terms.end, number);
        }
        Self {
            article,
            print,
            quotes,
            quote_of,
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

    /// Who says a quotation, where the text tells.
    pub(super) fn speaker(&self, quotation: &Quotation) -> Option<Speaker<'t>> {
        Some(self.speaker_at(quotation.speaker?))
    }

    /// The source that `span` names.
    pub(super) fn speaker_at(&self, span: Span) -> Speaker<'t> {
        Speaker {
            article: self.article,
            print: self.print,
            span,
        }
    }

    /// The quotation that a term stands in.
    pub(super) fn quote_at(&self, term: usize) -> Option<usize> {
        Some(self.quote_of.get(term)?.checked_sub(1)? as usize)
    }

    /// Whether a quotation holds a quantity of the same value and unit.
    pub(super) fn holds_quantity(&self, quote: usize, same: &Quantity) -> bool {
        let span = self.quotes[quote].0.span;
        let quantities = self.article.quantities();
        let start = quantities.partition_point(|quantity| quantity.span.end <= span.start);
        let inside = quantities[start..].iter();
        let mut inside = inside.take_while(|quantity| quantity.span.start < span.end);
        inside.any(|quantity| {
            (quantity.low, quantity.high, &quantity.unit) == (same.low, same.high, &same.unit)
        })
    }

    /// The sentences that `span` touches.
    pub(super) fn sentences_around(&self, span: Span) -> Option<Span> {
        let sentences = self.article.sentences();
        let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let last = sentences.partition_point(|sentence| sentence.span.start < span.end);
        let last = sentences.get(last.checked_sub(1)?)?;
        Some(sentences.get(first)?.span.cover(last.span))
    }

    /// The reported speech that `span` touches.
    pub(super) fn report_at(&self, span: Span) -> Option<&'t Reported> {
        let reports = self.article.reported();
        let next = reports.partition_point(|report| report.span.end <= span.start);
        reports
            .get(next)
            .filter(|report| report.span.overlaps(span))
    }

    /// Whether a verb of speech stands in `span`, outside quotation marks.
    pub(super) fn has_speech(&self, span: Span) -> bool {
        let mut terms = self.print.terms_in(span);
        terms.any(|term| {
            let word = self.print.terms[term].span.of(self.article.text());
            self.quote_at(term).is_none() && is_speech_verb(word)
        })
    }

    /// Whether the next words after byte `place` follow marks that say that some are left out.
    pub(super) fn has_ellipsis_at(&self, place: u32) -> bool {
        let behind = &self.article.text()[place as usize..];
        let marks = behind.split(char::is_alphanumeric).next().unwrap_or("");
        marks.contains('…') || marks.contains("...") || marks.contains(". . .")
    }
}

/// The words of a range of terms.
pub(super) fn ids(print: &Fingerprint, terms: &Range<usize>) -> Vec<u64> {
    print.terms[terms.clone()].iter().map(|t| t.id).collect()
}
