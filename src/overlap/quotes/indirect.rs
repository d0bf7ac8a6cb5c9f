//! Quotations that the other article repeats without the marks.

use super::side::Side;
use super::{QuoteChange, QuoteChangeKind};
use crate::order::sort_by_key;
use crate::overlap::Overlap;
use crate::overlap::align::Aligner;
use crate::span::Span;

/// The least share of a quotation's words that reported speech must repeat.
const LEAST_REPEATED: f32 = 0.4;
/// The least content words that reported speech must repeat.
const LEAST_REPEATED_CONTENT: usize = 3;

/// Which article quotes what the other reports.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// The first.
    First,
    /// The second.
    Second,
}

/// Quotations of one article that the other repeats outside quotation marks.
pub(super) fn made_indirect(
    aligner: &mut Aligner,
    (a, b): (&Side, &Side),
    overlaps: &[Overlap],
    quoting: Quoting,
    known: &[bool],
    changes: &mut Vec<QuoteChange>,
) {
    let (quoter, reporter) = match quoting {
        Quoting::First => (a, b),
        Quoting::Second => (b, a),
    };
    let mut found: Vec<(Span, usize, Span)> = Vec::new();
    for overlap in overlaps {
        let (here, there) = match quoting {
            Quoting::First => (overlap.a, overlap.b),
            Quoting::Second => (overlap.b, overlap.a),
        };
        let passage = reporter.print.terms_in(there);
        for index in quoter.quotes_in(here).filter(|index| !known[*index]) {
            if quoter.quotes[index].0.scare {
                continue;
            }
            for (said, terms) in quoter.sentences(index) {
                let matches = match quoting {
                    Quoting::First => aligner.whole(terms.clone(), passage.clone()),
                    Quoting::Second => aligner.whole(passage.clone(), terms.clone()),
                };
                let matches = matches.map(|found| found.matches).unwrap_or_default();
                let repeated: Vec<usize> = matches
                    .into_iter()
                    .map(|(first, second)| match quoting {
                        Quoting::First => (first, second),
                        Quoting::Second => (second, first),
                    })
                    .filter(|(said, reported)| {
                        quoter.print.terms[*said].content && !reporter.is_quoted(*reported)
                    })
                    .map(|(_, reported)| reported)
                    .collect();
                let words = quoter.print.terms[terms].iter();
                let share = repeated.len() as f32 / words.filter(|t| t.content).count() as f32;
                if repeated.len() >= LEAST_REPEATED_CONTENT && share >= LEAST_REPEATED {
                    let words = repeated[0]..repeated[repeated.len() - 1] + 1;
                    found.push((said, repeated.len(), reporter.print.span(&words)));
                }
            }
        }
    }
    // One utterance is reported once: where it is repeated most.
    sort_by_key(&mut found, |(said, repeated, span)| {
        (*said, usize::MAX - repeated, *span)
    });
    found.dedup_by_key(|(said, _, _)| *said);
    changes.extend(found.into_iter().map(|(said, _, reported)| {
        let (a, b) = match quoting {
            Quoting::First => (said, reported),
            Quoting::Second => (reported, said),
        };
        QuoteChange {
            kind: QuoteChangeKind::MadeIndirect,
            a,
            b,
            edits: Vec::new(),
        }
    }));
}
