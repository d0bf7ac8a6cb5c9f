//! Quotations that the other article repeats without the marks.

use super::side::Side;
use super::{QuoteChange, QuoteChangeKind};
use crate::order::sort_by_key;
use crate::overlap::Overlap;
use crate::overlap::shared::{ABSENT, SharedSide};
use crate::span::Span;
use std::ops::Range;

/// The least share of a quotation's content words that reported speech must repeat, and the least
/// number of them: where the same speaker is named, where the sentences are aligned, and elsewhere.
const BY_SAME_SPEAKER: (f32, usize) = (0.25, 2);
const ALIGNED: (f32, usize) = (0.4, 3);
const ELSEWHERE: (f32, usize) = (0.6, 3);
/// Most places that one word leads to.
const MOST_LED_TO: usize = 16;
/// A sentence of which more than this share is quoted in the other article too is not reported.
const LEAST_QUOTED: f32 = 0.2;

/// Which article quotes what the other reports.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// The first.
    First,
    /// The second.
    Second,
}

/// One sentence of a quotation, and the words that report it.
struct Found {
    said: Span,
    reported: Span,
    /// How much of it is repeated, in 1/1024.
    share: usize,
}

/// Quotations of `quoter` that `reporter` repeats outside quotation marks. `quoted` says which terms
/// of `quoter` the other article quotes as well.
pub(super) fn made_indirect(
    (quoter, reporter): (&Side, &Side),
    shared: &SharedSide,
    overlaps: &[Overlap],
    quoting: Quoting,
    quoted: &[bool],
    changes: &mut Vec<QuoteChange>,
) {
    // For each quotation, where the passages that touch it stand in the other article.
    let mut aligned: Vec<Vec<Span>> = vec![Vec::new(); quoter.quotes.len()];
    for overlap in overlaps {
        let (here, there) = match quoting {
            Quoting::First => (overlap.a, overlap.b),
            Quoting::Second => (overlap.b, overlap.a),
        };
        for index in quoter.quotes_in(here) {
            aligned[index].push(there);
        }
    }
    let mut found: Vec<Found> = Vec::new();
    for (index, aligned) in aligned.iter().enumerate() {
        if quoter.quotes[index].0.scare {
            continue;
        }
        for (said, terms) in quoter.sentences(index) {
            let known = quoted[terms.clone()].iter().filter(|known| **known).count();
            if known as f32 <= LEAST_QUOTED * terms.len() as f32 {
                let sides = (quoter, reporter);
                let report = report(sides, shared, aligned, (index, &terms));
                found.extend(report.map(|(reported, share)| Found {
                    said,
                    reported,
                    share,
                }));
            }
        }
    }
    // One stretch of speech reports one sentence: the one it repeats most.
    sort_by_key(&mut found, |found| {
        (found.reported, usize::MAX - found.share, found.said)
    });
    found.dedup_by_key(|found| found.reported);
    changes.extend(found.into_iter().map(|found| {
        let (a, b) = match quoting {
            Quoting::First => (found.said, found.reported),
            Quoting::Second => (found.reported, found.said),
        };
        QuoteChange {
            kind: QuoteChangeKind::MadeIndirect,
            a,
            b,
            edits: Vec::new(),
        }
    }));
}

/// The words of `reporter` that report the sentence of `terms`, and which share of it they repeat.
/// `aligned` are the passages of `reporter` that are aligned with the quotation.
fn report(
    (quoter, reporter): (&Side, &Side),
    shared: &SharedSide,
    aligned: &[Span],
    (index, terms): (usize, &Range<usize>),
) -> Option<(Span, usize)> {
    let content: Vec<usize> = terms
        .clone()
        .filter(|term| quoter.print.terms[*term].content)
        .collect();
    // The places of its words in the other article, by sentence.
    let mut met: Vec<(u32, usize, usize)> = Vec::new();
    for &term in &content {
        let stem = shared.counterparts[quoter.print.stems.of_term[term] as usize];
        if stem == ABSENT {
            continue;
        }
        for &place in reporter.print.index.places(stem).iter().take(MOST_LED_TO) {
            if reporter.quote_at(place as usize).is_none() {
                met.push((reporter.print.unit_of[place as usize], term, place as usize));
            }
        }
    }
    sort_by_key(&mut met, |found| *found);
    let mut best: Option<(Span, usize)> = None;
    for group in met.chunk_by(|one, other| one.0 == other.0) {
        let repeated = group.chunk_by(|one, other| one.1 == other.1).count();
        let share = repeated as f32 / content.len() as f32;
        // Most stretches repeat too little, whoever speaks.
        if share < BY_SAME_SPEAKER.0 || repeated < BY_SAME_SPEAKER.1 {
            continue;
        }
        let places = group.iter().map(|(_, _, place)| *place);
        let (first, last) = (places.clone().min()?, places.max()?);
        let reported = reporter.print.span(&(first..last + 1));
        let quote = (quoter, index);
        let Some((least, number)) = threshold(quote, reporter, reported, aligned) else {
            continue;
        };
        let share_of = (share * 1024.0) as usize;
        if share >= least && repeated >= number && best.is_none_or(|best| best.1 < share_of) {
            best = Some((reported, share_of));
        }
    }
    best
}

/// How much of the quotation `said` a stretch of speech must repeat: None when it is nobody's speech,
/// or clearly somebody else's.
fn threshold(
    (quoter, index): (&Side, usize),
    reporter: &Side,
    reported: Span,
    aligned: &[Span],
) -> Option<(f32, usize)> {
    let quotation = quoter.quotes[index].0;
    let sentence = reporter.sentences_around(reported)?;
    let reports = reporter.article.reported();
    let first = reports.partition_point(|report| report.span.end <= reported.start);
    let report = reports
        .get(first)
        .filter(|report| report.span.overlaps(reported));
    if let Some(speaker) = quoter.speaker(quotation) {
        let other = report.and_then(|report| report.speaker);
        let other = other.map(|span| reporter.speaker_at(span));
        if other.is_some_and(|other| speaker.is_same(other))
            || reporter.has_speech(sentence) && speaker.is_named_in(reporter.article, sentence)
        {
            return Some(BY_SAME_SPEAKER);
        }
        if other.is_some_and(|other| speaker.is_other_person(other)) {
            return None;
        }
    }
    let aligned = aligned.iter().any(|passage| passage.overlaps(reported));
    match (aligned, report) {
        (true, _) => Some(ALIGNED),
        (false, Some(_)) => Some(ELSEWHERE),
        (false, None) => None,
    }
}
