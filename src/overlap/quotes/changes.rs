//! What differs between the two forms of one utterance: the words, what is cut, or the speaker.

use super::cut::is_telling;
use super::matching::{Link, Utterance};
use super::side::Side;
use super::style::is_style;
use super::{QuoteChange, QuoteChangeKind};
use crate::order::sort_by_key;
use crate::overlap::{Edit, EditKind};
use crate::span::Span;
use crate::text::quotations::Quotation;

/// The least words of a quotation that tell who says it: a phrase in a headline is everybody's.
const LEAST_ATTRIBUTED: usize = 4;
/// The least share of words in common of an utterance that is given to somebody else.
const LEAST_AGREEMENT_ATTRIBUTED: f32 = 0.6;

/// The words of an utterance on one side: the terms of its quotations, in order.
struct Words<'s, 't> {
    side: &'s Side<'t>,
    quotes: Vec<usize>,
    terms: Vec<usize>,
    /// For each term, whether its sentence has a match.
    told: Vec<bool>,
}

impl<'s, 't> Words<'s, 't> {
    /// The terms of `quotes`; those `matched`, which rise, stand in the other article too.
    fn new(side: &'s Side<'t>, mut quotes: Vec<usize>, matched: &[usize]) -> Self {
        sort_by_key(&mut quotes, |quote| *quote);
        quotes.dedup();
        let (mut terms, mut told) = (Vec::new(), Vec::new());
        for quote in &quotes {
            let quoted = side.quotes[*quote].1.clone();
            let unit = |term: &usize| side.print.unit_of[*term];
            terms.extend(quoted.clone());
            for part in terms[terms.len() - quoted.len()..].chunk_by(|a, b| unit(a) == unit(b)) {
                let next = matched.partition_point(|term| *term < part[0]);
                let held = matched.get(next) <= part.last() && next < matched.len();
                told.resize(told.len() + part.len(), held);
            }
        }
        Self {
            told,
            side,
            quotes,
            terms,
        }
    }

    /// The words from place `start` to `end` whose sentences are in both articles: to leave out a
    /// whole sentence changes nothing.
    fn between(&self, start: usize, end: usize) -> Vec<usize> {
        let places = (start..end).filter(|place| self.told[*place]);
        places.map(|place| self.terms[place]).collect()
    }

    /// Whether a quotation ends between the words before place `start` and after place `end`.
    fn breaks(&self, start: usize, end: usize) -> bool {
        let quote = |place: usize| {
            self.terms
                .get(place)
                .and_then(|term| self.side.quote_at(*term))
        };
        start.checked_sub(1).and_then(quote) != quote(end)
    }

    /// The place of a term.
    fn place(&self, term: usize) -> usize {
        self.terms.partition_point(|other| *other < term)
    }

    /// The quotation that the words between places `start` and `end` stand in, or before which.
    fn quote(&self, start: usize, end: usize) -> usize {
        let place = if start < end {
            start
        } else {
            start.saturating_sub(1)
        };
        let term = self.terms[place.min(self.terms.len() - 1)];
        self.side.quote_at(term).unwrap_or(self.quotes[0])
    }

    /// The text of `words`; where there are none, the place behind the term before place `start`.
    fn span(&self, words: &[usize], start: usize) -> Span {
        let terms = &self.side.print.terms;
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => terms[*first].span.cover(terms[*last].span),
            _ => {
                let at = match start.checked_sub(1) {
                    Some(before) => terms[self.terms[before]].span.end,
                    None => terms[self.terms[0]].span.start,
                };
                Span::new(at, at)
            }
        }
    }
}

/// One change of the words, with the quotations it stands in.
struct Change {
    a: usize,
    b: usize,
    /// None where telling words are cut at an edge.
    edit: Option<Edit>,
}

/// The changes of one utterance.
pub(super) fn changes(a: &Side, b: &Side, utterance: &Utterance, found: &mut Vec<QuoteChange>) {
    if let [link] = utterance.as_slice()
        && link.matches.len() == a.quotes[link.a].1.len()
        && link.matches.len() == b.quotes[link.b].1.len()
    {
        // Most utterances are quoted word for word.
        found.extend(reattributed(a, b, link));
        return;
    }
    let matches = rising(utterance);
    let matched = |of: fn(&(usize, usize)) -> usize| matches.iter().map(of).collect::<Vec<_>>();
    let quotes = |of: fn(&Link) -> usize| utterance.iter().map(of).collect::<Vec<_>>();
    let ours = Words::new(a, quotes(|link| link.a), &matched(|pair| pair.0));
    let theirs = Words::new(b, quotes(|link| link.b), &matched(|pair| pair.1));
    let changed = changed(&ours, &theirs, &matches);
    for link in utterance {
        let here = changed
            .iter()
            .filter(|change| (change.a, change.b) == (link.a, link.b));
        let edits: Vec<Edit> = here.clone().filter_map(|change| change.edit).collect();
        let kind = match edits.first() {
            Some(first) if edits.iter().all(|edit| edit.kind == first.kind) => match first.kind {
                EditKind::Substitution | EditKind::Reorder => QuoteChangeKind::Substitution,
                EditKind::Insertion => QuoteChangeKind::Insertion,
                EditKind::Deletion => QuoteChangeKind::Deletion,
            },
            Some(_) => QuoteChangeKind::Substitution,
            None if here.count() > 0 => QuoteChangeKind::Partial,
            None => {
                found.extend(reattributed(a, b, link));
                continue;
            }
        };
        let links = |same: &dyn Fn(&&Link) -> bool| utterance.iter().filter(same).count();
        let whole_a = links(&|other| other.a == link.a) == 1;
        let whole_b = links(&|other| other.b == link.b) == 1;
        let held = |of: fn(&(usize, usize)) -> usize| link.matches.iter().map(of);
        found.push(QuoteChange {
            kind,
            a: extent(a, link.a, whole_a, held(|pair| pair.0)),
            b: extent(b, link.b, whole_b, held(|pair| pair.1)),
            edits,
        });
        found.extend(reattributed(a, b, link));
    }
}

/// The matches of all links of an utterance, as far as they rise on both sides.
fn rising(utterance: &Utterance) -> Vec<(usize, usize)> {
    let mut matches: Vec<(usize, usize)> = Vec::new();
    for link in utterance {
        matches.extend(&link.matches);
    }
    sort_by_key(&mut matches, |pair| *pair);
    let mut reached = None;
    matches.retain(|(_, other)| {
        let rises = reached.is_none_or(|reached| *other > reached);
        reached = if rises { Some(*other) } else { reached };
        rises
    });
    matches
}

/// The words that differ between the matches, without those that are only written differently.
fn changed(ours: &Words, theirs: &Words, matches: &[(usize, usize)]) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    for next in 0..=matches.len() {
        let (to_a, to_b) = match matches.get(next) {
            Some((x, y)) => (ours.place(*x), theirs.place(*y)),
            None => (ours.terms.len(), theirs.terms.len()),
        };
        let words_a = ours.between(from_a, to_a);
        let words_b = theirs.between(from_b, to_b);
        let kind = match (words_a.is_empty(), words_b.is_empty()) {
            (true, true) => None,
            (false, false) => Some(EditKind::Substitution),
            (true, false) => Some(EditKind::Insertion),
            (false, true) => Some(EditKind::Deletion),
        };
        if let Some(kind) = kind
            && let quotes = (ours.quote(from_a, to_a), theirs.quote(from_b, to_b))
            && !is_style(
                (ours.side, &words_a, quotes.0),
                (theirs.side, &words_b, quotes.1),
            )
        {
            let change = |edit| Change {
                a: quotes.0,
                b: quotes.1,
                edit,
            };
            let at_edge = next == 0
                || next == matches.len()
                || ours.breaks(from_a, to_a)
                || theirs.breaks(from_b, to_b);
            let edit = Edit {
                kind,
                a: ours.span(&words_a, from_a),
                b: theirs.span(&words_b, from_b),
            };
            let cut = match kind {
                EditKind::Substitution | EditKind::Reorder => None,
                EditKind::Deletion => Some((ours.side, &words_a, theirs.side, quotes.1, edit.b)),
                EditKind::Insertion => Some((theirs.side, &words_b, ours.side, quotes.0, edit.a)),
            };
            match cut {
                Some((side, words, other, quote, place))
                    if at_edge || other.has_ellipsis_at(place.start) =>
                {
                    let told = is_telling((side, words), (other, quote), next < matches.len());
                    changes.extend(told.then(|| change(None)));
                }
                _ => changes.push(change(Some(edit))),
            }
        }
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
    changes
}

/// The text of a quotation where it is one utterance with the other, else that of the words it shares.
fn extent(side: &Side, quote: usize, whole: bool, held: impl Iterator<Item = usize>) -> Span {
    let (quotation, terms) = &side.quotes[quote];
    let (first, last) = held.fold((terms.end, terms.start), |(first, last), term| {
        (first.min(term), last.max(term))
    });
    if whole || first > last {
        quotation.span
    } else {
        side.print.span(&(first..last + 1))
    }
}

/// A change of speaker, where both articles name a person in the sentence of the quotation, and the
/// two are clearly not the same. A pronoun may stand for anybody.
fn reattributed(a: &Side, b: &Side, link: &Link) -> Option<QuoteChange> {
    let (one, other) = (a.quotes[link.a].0, b.quotes[link.b].0);
    let (named_a, named_b) = (named_beside(a, one)?, named_beside(b, other)?);
    let (speaker_a, speaker_b) = (a.speaker(one)?, b.speaker(other)?);
    let apart = link.matches.len() >= LEAST_ATTRIBUTED
        && link.agreement >= LEAST_AGREEMENT_ATTRIBUTED
        && speaker_a.is_other_person(speaker_b)
        && !speaker_a.is_named_in(b.article, named_b)
        && !speaker_b.is_named_in(a.article, named_a);
    apart.then(|| QuoteChange {
        kind: QuoteChangeKind::Reattributed,
        a: one.span,
        b: other.span,
        edits: Vec::new(),
    })
}

/// The sentences of a quotation, if its speaker is named there.
fn named_beside(side: &Side, quotation: &Quotation) -> Option<Span> {
    let around = side.sentences_around(quotation.span)?;
    around.contains(quotation.speaker?).then_some(around)
}
