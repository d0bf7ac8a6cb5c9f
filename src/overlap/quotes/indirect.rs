//! Quotations that the other article repeats without the marks.

use super::side::Side;
use super::{QuoteChange, QuoteChangeKind};
use crate::order::{sort_by_key, sort_numbers};
use crate::overlap::Overlap;
use crate::overlap::shared::{ABSENT, SharedSide};
use crate::span::Span;
use std::ops::Range;

/// The least share of a quotation's content words that reported speech must repeat, and the least
/// number of them: where the same speaker is named, where the sentences are aligned, and elsewhere.
const BY_SAME_SPEAKER: (f32, usize) = (0.25, 3);
/// The share of a short quotation where the same speaker is named, of which two words are enough.
const SHORT_BY_SAME_SPEAKER: (f32, usize) = (0.34, 2);
/// The same where the sentences are aligned as well: one word is enough.
const ALIGNED_BY_SAME_SPEAKER: (f32, usize) = (0.2, 1);
const ALIGNED: (f32, usize) = (0.4, 3);
const ELSEWHERE: (f32, usize) = (0.6, 3);
/// How many words a figure in digits counts for: who repeats it speaks of the same.
const WEIGHT_OF_FIGURE: usize = 2;
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
    /// From the first word repeated to the last, and the whole of what is reported around them.
    words: Span,
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
    let mut found: Vec<Found> = Vec::new();
    // For each quotation, the passages of the other article that it is aligned with.
    let mut aligned: Vec<Vec<Span>> = vec![Vec::new(); quoter.quotes.len()];
    for overlap in overlaps {
        let (here, there) = match quoting {
            Quoting::First => (overlap.a, overlap.b),
            Quoting::Second => (overlap.b, overlap.a),
        };
        for quote in quoter.quotes_in(here) {
            aligned[quote].push(there);
        }
    }
    let mut met = Vec::new();
    for (index, aligned) in aligned.iter().enumerate() {
        if quoter.quotes[index].0.scare {
            continue;
        }
        for (said, terms) in quoter.sentences(index) {
            let known = quoted[terms.clone()].iter().filter(|known| **known).count();
            if known as f32 <= LEAST_QUOTED * terms.len() as f32 {
                let sentence = (index, said, &terms);
                found.extend(report(
                    (quoter, reporter),
                    shared,
                    aligned,
                    sentence,
                    &mut met,
                ));
            }
        }
    }
    // One stretch of speech reports one sentence: the one it repeats most.
    sort_by_key(&mut found, |found| {
        (found.words, usize::MAX - found.share, found.said)
    });
    found.dedup_by_key(|found| found.words);
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

/// Where `reporter` reports the sentence `said` of a quotation, of these terms. `met` is where the places
/// of its words in the other article are put, by sentence and by word.
fn report(
    (quoter, reporter): (&Side, &Side),
    shared: &SharedSide,
    aligned: &[Span],
    (index, said, terms): (usize, Span, &Range<usize>),
    met: &mut Vec<(u64, u32)>,
) -> Option<Found> {
    let content = || {
        let terms = terms.clone();
        terms.filter(|term| quoter.print.terms[*term].content)
    };
    met.clear();
    for term in content() {
        let stem = shared.counterparts[quoter.print.stems.of_term[term] as usize];
        if stem == ABSENT {
            continue;
        }
        for &place in reporter.print.index.places(stem).iter().take(MOST_LED_TO) {
            if reporter.quote_at(place as usize).is_none() {
                let unit = u64::from(reporter.print.unit_of[place as usize]);
                met.push((unit << 32 | term as u64, place));
            }
        }
    }
    sort_numbers(met);
    let weight = |term: usize| {
        let start = quoter.print.terms[term].span.start as usize;
        if quoter.article.text().as_bytes()[start].is_ascii_digit() {
            WEIGHT_OF_FIGURE
        } else {
            1
        }
    };
    let all: usize = content().map(weight).sum();
    let mut best: Option<Found> = None;
    for group in met.chunk_by(|one, other| one.0 >> 32 == other.0 >> 32) {
        let words = group.chunk_by(|one, other| one.0 == other.0);
        let repeated: usize = words
            .map(|places| weight(places[0].0 as u32 as usize))
            .sum();
        // Most sentences repeat too little, whoever speaks, or less than another.
        let share = repeated * 1024 / all;
        let enough = |least: (f32, usize)| share as f32 >= least.0 * 1024.0 && repeated >= least.1;
        let more = best.as_ref().is_none_or(|best| best.share < share);
        let least_of_all = if aligned.is_empty() {
            by_same_speaker(repeated)
        } else {
            ALIGNED_BY_SAME_SPEAKER
        };
        if !more || !enough(least_of_all) {
            continue;
        }
        let places = group.iter().map(|(_, place)| *place as usize);
        let (first, last) = (places.clone().min()?, places.max()?);
        let words = reporter.print.span(&(first..last + 1));
        let Some(least) = least((quoter, index), reporter, (words, repeated), aligned) else {
            continue;
        };
        if enough(least) {
            best = Some(Found {
                said,
                words,
                reported: reporter
                    .report_at(words)
                    .map_or(words, |report| report.span.cover(words)),
                share,
            });
        }
    }
    best
}

/// How much of a quotation, whose sentences are `aligned` with these passages, a stretch of speech must
/// repeat. None when it is nobody's speech,
/// or clearly somebody else's.
fn least(
    (quoter, index): (&Side, usize),
    reporter: &Side,
    (reported, repeated): (Span, usize),
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
            let aligned = aligned.iter().any(|there| there.overlaps(reported));
            return Some(if aligned {
                ALIGNED_BY_SAME_SPEAKER
            } else {
                by_same_speaker(repeated)
            });
        }
        if other.is_some_and(|other| speaker.is_other_person(other)) {
            return None;
        }
    }
    let aligned = aligned.iter().any(|there| there.overlaps(reported));
    match (aligned, report) {
        (true, _) => Some(ALIGNED),
        (false, Some(_)) => Some(ELSEWHERE),
        (false, None) => None,
    }
}

/// How much the same speaker must repeat, where it is so many words: less than anybody else.
const fn by_same_speaker(repeated: usize) -> (f32, usize) {
    if repeated < BY_SAME_SPEAKER.1 {
        SHORT_BY_SAME_SPEAKER
    } else {
        BY_SAME_SPEAKER
    }
}
