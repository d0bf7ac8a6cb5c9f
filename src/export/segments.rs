//! Cuts a text where its layers change, so that spans that cross can be written as flat markup.

use crate::article::Article;
use crate::report::Report;
use crate::span::{Span, Utf16Span};

/// A stretch of text under one set of labels.
pub(super) struct Segment<'a> {
    /// The words.
    pub text: &'a str,
    /// Indices into the labels that the text was cut by, in their order.
    pub labels: Vec<usize>,
}

/// Cuts the text of `article` at both ends of every one of `spans`.
pub(super) fn segments<'a>(article: &'a Article, spans: &[Utf16Span]) -> Vec<Segment<'a>> {
    let spans: Vec<Span> = spans.iter().map(|span| article.bytes(*span)).collect();
    let text = article.text();
    let mut cuts: Vec<u32> = spans
        .iter()
        .flat_map(|span| [span.start, span.end])
        .collect();
    cuts.extend([0, text.len() as u32]);
    cuts.sort_unstable();
    cuts.dedup();

    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&label| spans[label].start);
    let mut waiting = order.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut found = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let here = Span::new(pair[0], pair[1]);
        open.retain(|&label| spans[label].end > here.start);
        while let Some(label) = waiting.next_if(|&label| spans[label].start <= here.start) {
            if spans[label].end > here.start {
                open.push(label);
            }
        }
        let mut labels = open.clone();
        labels.sort_unstable();
        found.push(Segment {
            text: here.of(text),
            labels,
        });
    }
    found
}

/// The passages of article `index` in the overlaps of `report`, each with the overlap's index.
pub(super) fn passages(report: &Report, index: usize) -> Vec<(Utf16Span, usize)> {
    let mut found = Vec::new();
    for (number, overlap) in report.overlaps.iter().enumerate() {
        for place in [overlap.a, overlap.b] {
            if place.article as usize == index {
                found.push((place.span, number));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_spans_are_cut_into_flat_segments() {
        let article = Article::parse("a", "one two 😀 three");
        let spans = [
            Utf16Span { start: 0, end: 7 },
            Utf16Span { start: 4, end: 10 },
        ];
        let found: Vec<_> = segments(&article, &spans)
            .into_iter()
            .map(|segment| (segment.text, segment.labels))
            .collect();
        assert_eq!(
            found,
            [
                ("one ", vec![0]),
                ("two", vec![0, 1]),
                (" 😀", vec![1]),
                (" three", vec![]),
            ]
        );
    }
}
