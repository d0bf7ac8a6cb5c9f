//! What speaks for one article being the source of another.

use super::house::{credit, houses};
use super::{Compared, Reason, ReasonKind};
use crate::article::Article;
use crate::order::sort_by_number;
use crate::overlap::{
    Comparison, EditKind, Fingerprint, Member, OverlapKind, QuoteChange, QuoteChangeKind,
};
use crate::span::Span;
use crate::text::boilerplate::BoilerplateKind;
use crate::text::dates::DateKind;
use std::ops::Range;

/// The weights of the evidence.
const CREDITED: f64 = 3.0;
const FILED_EARLIER: f64 = 1.5;
const AGENCY: f64 = 0.8;
const CONTAINS: f64 = 1.5;
/// The same where no third article shows that the text went round: it may have been added to.
const CONTAINS_ALONE: f64 = 0.5;
const SHORTENED: f64 = 0.7;
/// For each quotation, up to a number of them.
const QUOTED_WHOLE: f64 = 0.6;
const MOST_QUOTED: usize = 2;

/// The least share of what an article tells in its own words, not in those of others, that another has
/// too, for either to be a copy. Two reporters who quote one statement share its words, and no more.
const LEAST_NARRATION: f64 = 0.4;
/// The share of what an article shares with anyone that its source has.
const NEARLY_ALL: f64 = 0.9;
/// How much more of it the source covers than it covers of the source.
const LEAST_MORE: f64 = 0.15;
/// The share of one article in another that shows text going round.
const GOES_ROUND: f64 = 0.3;
/// The least letters that edits take out to show shortening, and how many times as many as they add.
const LEAST_LETTERS: u32 = 60;
const TIMES_MORE: u32 = 2;

/// One article, with what is asked of it again for every other.
pub(super) struct Witness<'t> {
    article: &'t Article,
    print: &'t Fingerprint,
    /// The names under which it can be credited, each with its place where the article bears it.
    houses: Vec<(Vec<String>, Option<Span>)>,
    /// The agencies that filed it.
    filed_by: Vec<Vec<String>>,
    /// Before each term, and at the end, how many terms the article tells in its own words, outside
    /// quotations, and their letters.
    told: Vec<(u32, u32)>,
}

impl<'t> Witness<'t> {
    pub fn of(&(article, print): &(&'t Article, &'t Fingerprint)) -> Self {
        let mut own = vec![true; print.terms.len()];
        for quotation in article.quotations() {
            own[print.terms_in(quotation.span)].fill(false);
        }
        let mut told = Vec::with_capacity(own.len() + 1);
        let mut before = (0, 0);
        told.push(before);
        for (term, own) in print.terms.iter().zip(own) {
            if own {
                before = (before.0 + 1, before.1 + u32::from(term.letters));
            }
            told.push(before);
        }
        let houses = houses(article);
        let borne = houses.iter().filter(|(_, place)| place.is_some());
        Self {
            article,
            print,
            filed_by: borne.map(|(name, _)| name.clone()).collect(),
            houses,
            told,
        }
    }

    /// Where the article bears the name of the agency that filed it.
    fn agency(&self) -> Option<Span> {
        self.houses.iter().find_map(|(_, place)| *place)
    }
}

/// What speaks for `source` being the source of `other`: its weight, and the reasons.
pub(super) fn evidence(
    (source, other): (usize, usize),
    witnesses: &[Witness],
    pair: &Compared,
    event: &[&Compared],
) -> (f64, Vec<Reason>) {
    let mut found = Evidence {
        other,
        weight: 0.0,
        reasons: Vec::new(),
    };
    let (Some(member), true) = (pair.member(source), pair.comparison.same_event) else {
        return (0.0, Vec::new());
    };
    let (one, copy) = (&witnesses[source], &witnesses[other]);
    let (article, told) = (one.article, copy.article);
    if let Some((a, b)) = credited(one, copy) {
        found.add(CREDITED, ReasonKind::Credited, a, Some(b));
    } else if !copies(copy, one, pair.comparison, member.other()) {
        return (0.0, Vec::new());
    }
    if filed_earlier(article, told) {
        found.add(FILED_EARLIER, ReasonKind::FiledEarlier, None, None);
    }
    if copy.agency().is_none()
        && let Some(agency) = one.agency()
    {
        found.add(AGENCY, ReasonKind::Agency, Some(agency), None);
    }
    let covered = |member| pair.comparison.coverage(member).share();
    if covered(member.other()) >= covered(member) + LEAST_MORE
        && contains(copy.print, (source, other), event)
    {
        let goes_round = event.iter().any(|third| {
            third.member(source).is_none()
                && third
                    .member(other)
                    .is_some_and(|member| third.comparison.coverage(member).share() >= GOES_ROUND)
        });
        let weight = if goes_round { CONTAINS } else { CONTAINS_ALONE };
        found.add(weight, ReasonKind::Contains, None, None);
    }
    if let Some((a, b)) = shortened(pair.comparison, member) {
        found.add(SHORTENED, ReasonKind::Shortened, Some(a), Some(b));
    }
    let whole = quoted_whole(article, told, pair.comparison, member);
    if let Some(&(a, b)) = whole.first() {
        let weight = QUOTED_WHOLE * whole.len().min(MOST_QUOTED) as f64;
        found.add(weight, ReasonKind::QuotedWhole, Some(a), Some(b));
    }
    (found.weight, found.reasons)
}

struct Evidence {
    other: usize,
    weight: f64,
    reasons: Vec<Reason>,
}

impl Evidence {
    fn add(&mut self, weight: f64, kind: ReasonKind, a: Option<Span>, b: Option<Span>) {
        self.weight += weight;
        self.reasons.push(Reason {
            kind,
            article: self.other,
            a,
            b,
        });
    }
}

/// Where the agency of `source` stands in it, if it does, and where `other` gives it the credit.
fn credited(source: &Witness, other: &Witness) -> Option<(Option<Span>, Span)> {
    let mut houses = source.houses.iter();
    houses.find_map(|(house, place)| {
        let own = other.filed_by.contains(house);
        let credit = credit(other.article, house).filter(|_| !own)?;
        Some((*place, credit))
    })
}

/// Whether enough of what `copy`, which is `member` of the pair, tells in its own words stands in the
/// other, and not as the words of a third.
fn copies(copy: &Witness, source: &Witness, found: &Comparison, member: Member) -> bool {
    let mut shared: Vec<Range<usize>> = Vec::new();
    for overlap in &found.overlaps {
        let theirs = source.print.terms_in(overlap.span(member.other()));
        let own = source.told[theirs.end].0 - source.told[theirs.start].0;
        if overlap.kind != OverlapKind::Rewritten && 2 * own as usize >= theirs.len() {
            shared.push(copy.print.terms_in(overlap.span(member)));
        }
    }
    sort_by_number(&mut shared, |terms| terms.start as u64);
    let letters = |place: usize| copy.told[place].1;
    let (mut both, mut counted) = (0, 0);
    for terms in shared {
        let from = counted.max(terms.start);
        counted = counted.max(terms.end);
        both += letters(counted) - letters(from.min(counted));
    }
    let whole = letters(copy.print.terms.len());
    f64::from(both) >= LEAST_NARRATION * f64::from(whole)
}

/// Whether one was filed on an earlier day, or at an earlier time of the same day.
fn filed_earlier(one: &Article, other: &Article) -> bool {
    let (Some(day), Some(other_day)) = (one.filed(), other.filed()) else {
        return false;
    };
    let time = |article| time_filed(article).unwrap_or_default();
    let ((hour, zone), (other_hour, other_zone)) = (time(one), time(other));
    let known = !hour.is_empty() && !other_hour.is_empty() && zone == other_zone;
    day < other_day || day == other_day && known && hour < other_hour
}

/// The time of day in the dateline or date header: `T18:00` and the zone.
fn time_filed(article: &Article) -> Option<(&str, &str)> {
    const MINUTES: usize = "T18:00".len();
    let mut dates = article.dates().iter();
    let filed = dates.find(|date| {
        let stretch = article
            .boilerplate_at(date.span)
            .map(|stretch| stretch.kind);
        let head = matches!(
            stretch,
            Some(BoilerplateKind::DateHeader | BoilerplateKind::Dateline)
        );
        head && date.kind == DateKind::Time
    })?;
    filed.value.as_deref()?.split_at_checked(MINUTES)
}

/// Whether `source` has nearly all that `other`, which `print` was made from, shares with any article
/// of the event.
fn contains(print: &Fingerprint, (source, other): (usize, usize), event: &[&Compared]) -> bool {
    let mut shared = vec![false; print.terms.len()];
    let mut in_source = shared.clone();
    for pair in event {
        let Some(member) = pair.member(other) else {
            continue;
        };
        for overlap in &pair.comparison.overlaps {
            let terms = print.terms_in(overlap.span(member));
            if pair.member(source).is_some() {
                in_source[terms.clone()].fill(true);
            }
            shared[terms].fill(true);
        }
    }
    let count = |terms: &[bool]| terms.iter().filter(|held| **held).count() as f64;
    count(&in_source) >= NEARLY_ALL * count(&shared)
}

/// The edited passage that leaves the most words of the source out, where edits do so far more often
/// than they add any.
fn shortened(found: &Comparison, member: Member) -> Option<(Span, Span)> {
    let (mut removed, mut added) = (0, 0);
    let mut most = (0, None);
    for overlap in &found.overlaps {
        if overlap.kind != OverlapKind::Edited {
            continue;
        }
        let one_sided = [EditKind::Insertion, EditKind::Deletion];
        let edits = || {
            overlap
                .edits
                .iter()
                .filter(|edit| one_sided.contains(&edit.kind))
        };
        let here: u32 = edits().map(|edit| edit.span(member).len()).sum();
        removed += here;
        added += edits()
            .map(|edit| edit.span(member.other()).len())
            .sum::<u32>();
        if here > most.0 {
            most = (
                here,
                Some((overlap.span(member), overlap.span(member.other()))),
            );
        }
    }
    most.1
        .filter(|_| removed >= LEAST_LETTERS && removed >= TIMES_MORE * added)
}

/// The quotations of the source that the other cuts short or only reports, each with its counterpart.
fn quoted_whole(
    source: &Article,
    other: &Article,
    found: &Comparison,
    member: Member,
) -> Vec<(Span, Span)> {
    let is_quoted = |article: &Article, span: Span| {
        let mut quotations = article.quotations().iter();
        quotations.any(|quotation| quotation.span.overlaps(span))
    };
    let whole = |change: &&QuoteChange| {
        let (ours, theirs) = (change.span(member), change.span(member.other()));
        let edits = |kind| change.edits.iter().filter(move |edit| edit.kind == kind);
        let (out, back) = match member {
            Member::First => (EditKind::Deletion, EditKind::Insertion),
            Member::Second => (EditKind::Insertion, EditKind::Deletion),
        };
        match change.kind {
            QuoteChangeKind::Partial => ours.len() > theirs.len(),
            QuoteChangeKind::Insertion | QuoteChangeKind::Deletion => {
                edits(out).count() > 0 && edits(back).count() == 0
            }
            QuoteChangeKind::MadeIndirect => is_quoted(source, ours) && !is_quoted(other, theirs),
            QuoteChangeKind::Substitution | QuoteChangeKind::Reattributed => false,
        }
    };
    let changes = found.quote_changes.iter().filter(whole);
    changes
        .map(|change| (change.span(member), change.span(member.other())))
        .collect()
}
