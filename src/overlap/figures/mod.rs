//! Differing figures: statements of two articles that report one event, with figures that disagree.
//!
//! `statement` reads the figures of one article and `measure` what they measure; `pairing` finds which
//! stand for each other, in aligned passages and in statements that are evidently about one thing;
//! `verdict` compares what they say, and this file says whether two that disagree are an update, or
//! come from two sources. A figure that the other article states anywhere agrees, and stays silent.

pub(super) mod measure;
mod pairing;
pub(super) mod statement;
pub(super) mod verdict;

use super::attribution::source_at;
use super::filing::Filing;
use super::{Overlap, OverlapKind};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::dates::{DateKind, DateMention};
pub(super) use pairing::Asked;
use pairing::{are_of_one_thing, evident, facing, is_near};
use serde::{Deserialize, Serialize};
use statement::{Figure, Figures};
use std::mem::swap;
use verdict::{is_open, stated, verdict};

/// How two figures differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberDifferenceKind {
    /// They cannot both be right.
    Disagree,
    /// Both can be right; one says more.
    Precision,
    /// They cannot both be right, and one is the later: by the day its article was filed, or because
    /// the text says so.
    Update,
    /// They cannot both be right, and the articles give them on the word of different sources.
    Source,
}

impl NumberDifferenceKind {
    /// The word shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagree => "disagree",
            Self::Precision => "precision",
            Self::Update => "update",
            Self::Source => "source",
        }
    }
}

/// Two figures or dates that stand for each other and differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberDifference {
    /// How they differ.
    pub kind: NumberDifferenceKind,
    /// The figure in the first article.
    pub a: Span,
    /// The figure in the second.
    pub b: Span,
}

/// The figures and dates that differ, by their place in the first article. `overlaps` are those of
/// the two, and `asked` is kept for when they are others.
pub(super) fn number_differences(
    ours: &Figures,
    theirs: &Figures,
    asked: &mut Asked,
    overlaps: &[Overlap],
) -> Vec<NumberDifference> {
    let (a, b) = (ours.article, theirs.article);
    let mut known = (vec![false; ours.all.len()], vec![false; theirs.all.len()]);
    let mut pairs = Vec::new();
    let mut differences = Vec::new();
    // What stands in other words says less of which figure stands for which.
    let closely = |close: bool| {
        let of_kind = move |overlap: &&Overlap| (overlap.kind != OverlapKind::Rewritten) == close;
        overlaps.iter().filter(of_kind)
    };
    for overlap in closely(true).chain(closely(false)) {
        dates_apart(a, b, overlap, &mut differences);
        let (in_a, in_b) = (ours.within(overlap.a), theirs.within(overlap.b));
        if in_a.is_empty() || in_b.is_empty() {
            continue;
        }
        let (one, other) = (&ours.all[in_a.clone()], &theirs.all[in_b.clone()]);
        let alike = |x: usize, y: usize| one[x].measure.agrees(&other[y].measure);
        let close = overlap.kind != OverlapKind::Rewritten;
        let fits = |x: usize, y: usize, loosely: bool| {
            let fresh = !known.0[in_a.start + x] && !known.1[in_b.start + y];
            let near = loosely && is_near(&one[x], &other[y]);
            let of_one_thing = || are_of_one_thing((ours, &one[x]), (theirs, &other[y]));
            one[x].period == other[y].period && (close || fresh && (near || of_one_thing()))
        };
        let may = |x: usize, y: usize| one[x].measure.may_agree(&other[y].measure);
        let found = facing(
            overlap,
            (one.len(), other.len()),
            (&|x| one[x].quantity.span, &|y| other[y].quantity.span),
            [
                &|x, y| stated(&one[x].quantity) == stated(&other[y].quantity) && may(x, y),
                &|x, y| may(x, y) && fits(x, y, true),
                &|x, y| alike(x, y) && fits(x, y, false),
            ],
        );
        for (x, y) in found {
            let (x, y) = (in_a.start + x, in_b.start + y);
            (known.0[x], known.1[y]) = (true, true);
            pairs.push((x, y));
        }
    }
    pairs.extend(evident(ours, theirs, asked, (&known.0, &known.1)));
    for (x, y) in pairs {
        differences.extend(compared(ours, x, theirs, y));
    }
    superseded(ours, theirs, |old, new| (old, new), &mut differences);
    superseded(theirs, ours, |old, new| (new, old), &mut differences);
    // What one of the texts says of the two is the last word.
    sort_by_key(&mut differences, |difference| {
        let update = difference.kind == NumberDifferenceKind::Update;
        (difference.a, difference.b, !update, difference.kind)
    });
    differences.dedup_by_key(|difference| (difference.a, difference.b));
    differences
}

/// How the figure at place `x` of one article differs from the one at `y` of the other.
fn compared(ours: &Figures, x: usize, theirs: &Figures, y: usize) -> Option<NumberDifference> {
    let (one, other) = (&ours.all[x], &theirs.all[y]);
    let (a, b) = (ours.article, theirs.article);
    let kind = verdict((&one.quantity, a.text()), (&other.quantity, b.text()))?;
    let converted = one.conversion && other.conversion;
    let stated = stated(&one.quantity) != stated(&other.quantity);
    let elsewhere = theirs.states(one) || ours.states(other);
    if converted || stated && elsewhere || !one.stands() || !other.stands() {
        return None;
    }
    let (a_span, b_span) = (one.quantity.span, other.quantity.span);
    let sources = source_at(a, ours.print, a_span).zip(source_at(b, theirs.print, b_span));
    let kind = match kind {
        NumberDifferenceKind::Disagree if is_update(ours, one, theirs, other) => {
            NumberDifferenceKind::Update
        }
        // "At least 23" leaves room for 34, and is the older count all the same.
        NumberDifferenceKind::Precision
            if one.measure.fate.is_some()
                && (is_open(&one.quantity) || is_open(&other.quantity))
                && stated
                && is_update(ours, one, theirs, other) =>
        {
            NumberDifferenceKind::Update
        }
        NumberDifferenceKind::Disagree
            if sources.is_some_and(|(one, other)| one.is_apart(other)) =>
        {
            NumberDifferenceKind::Source
        }
        kind => kind,
    };
    Some(NumberDifference {
        kind,
        a: a_span,
        b: b_span,
    })
}

/// Whether one of two figures is the later: its article was filed later, or one of the statements,
/// and not the other, says that a toll has changed, or both say of what hour they are.
fn is_update(ours: &Figures, one: &Figure, theirs: &Figures, other: &Figure) -> bool {
    let filed = Filing::of(ours.article).zip(Filing::of(theirs.article));
    let later = filed
        .and_then(|(a, b)| a.distance(b))
        .is_some_and(|days| days > 0);
    let toll = one.measure.fate.is_some() || other.measure.fate.is_some();
    let says = |figures: &Figures, figure: &Figure, cue: fn(&str) -> bool| {
        figures.words(figure).any(|word| cue(&word))
    };
    let changed = says(ours, one, is_change) != says(theirs, other, is_change);
    later || toll && changed || as_of(ours, one) && as_of(theirs, other)
}

/// Words that say of a toll that it was another before.
fn is_change(word: &str) -> bool {
    matches!(
        word,
        "rose"
            | "rises"
            | "risen"
            | "rising"
            | "climbed"
            | "climbs"
            | "climbing"
            | "jumped"
            | "revised"
            | "updated"
            | "grew"
            | "increased"
    )
}

/// Whether the sentence of a figure says of what hour it is: `as of Tuesday`.
fn as_of(figures: &Figures, figure: &Figure) -> bool {
    let mut words = figures.words(figure);
    let mut last = words.next();
    words.any(|word| {
        let found = word == "of" && last.as_deref() == Some("as");
        last = Some(word);
        found
    })
}

/// Figures of `ours` that the other article gives as the old ones, beside those that took their
/// place: `15 people, up from 12`.
fn superseded(
    ours: &Figures,
    theirs: &Figures,
    sides: fn(Span, Span) -> (Span, Span),
    differences: &mut Vec<NumberDifference>,
) {
    for old in theirs.all.iter().filter(|figure| figure.superseded) {
        let mut same = ours.equals(old).map(|at| &ours.all[at]);
        let mut others = theirs.all.iter();
        let new = others.find(|new| {
            new.stands()
                && new.sentence == old.sentence
                && new.measure.agrees(&old.measure)
                && stated(&new.quantity) != stated(&old.quantity)
        });
        if let Some(same) = same.find(|figure| figure.stands())
            && let Some(new) = new
            && !ours.states(new)
        {
            let (a, b) = sides(same.quantity.span, new.quantity.span);
            differences.push(NumberDifference {
                kind: NumberDifferenceKind::Update,
                a,
                b,
            });
        }
    }
}

/// Days of one aligned passage that differ.
fn dates_apart(a: &Article, b: &Article, overlap: &Overlap, found: &mut Vec<NumberDifference>) {
    let ours = within(a.dates(), overlap.a);
    let theirs = within(b.dates(), overlap.b);
    if ours.is_empty() || theirs.is_empty() {
        return;
    }
    let days = |x: usize, y: usize| day(&ours[x]).zip(day(&theirs[y]));
    let both_days: pairing::Rule = &|x, y| days(x, y).is_some();
    let pairs = facing(
        overlap,
        (ours.len(), theirs.len()),
        (&|x| ours[x].span, &|y| theirs[y].span),
        [
            &|x, y| ours[x].value == theirs[y].value,
            both_days,
            both_days,
        ],
    );
    for (x, y) in pairs {
        if days(x, y).is_some_and(|(one, other)| one != other) {
            found.push(NumberDifference {
                kind: NumberDifferenceKind::Disagree,
                a: ours[x].span,
                b: theirs[y].span,
            });
        }
    }
}

/// The dates that lie in `passage`.
fn within(dates: &[DateMention], passage: Span) -> &[DateMention] {
    let start = dates.partition_point(|date| date.span.start < passage.start);
    let end = dates.partition_point(|date| date.span.end <= passage.end);
    &dates[start..end.max(start)]
}

/// The day that a date names, if it names a single one.
fn day(date: &DateMention) -> Option<&str> {
    const WHOLE_DAY: usize = "2024-12-16".len();
    let value = date
        .value
        .as_deref()
        .filter(|_| date.kind == DateKind::Date)?;
    (value.len() == WHOLE_DAY && !value.contains(['X', 'W', '/'])).then_some(value)
}

/// Makes of `differences` those of the articles in the other order.
pub(super) fn mirror(differences: &mut Vec<NumberDifference>) {
    for difference in differences.iter_mut() {
        swap(&mut difference.a, &mut difference.b);
    }
    sort_by_key(differences, |difference| (difference.a, difference.b));
}
