//! Whether two articles report one event, or the second only recycles language of a neighbouring
//! one.
//!
//! Evidence of eight kinds is added up, and above nought it is one event: how much text the articles
//! share and how alike their leads are, the names, figures and quotations in common, when they were
//! filed and which days their tops speak of, and what cannot be of one event: another score, another
//! quarter. The weights are a reader's judgement. No one kind decides alone: a toll rises and is filed
//! a day later, and the formulae of a ministry stand word for word in the reports of two attacks.

pub(super) mod account;

use super::Overlap;
use super::figures::statement::{Figure, Figures};
use super::figures::verdict::{stated, verdict};
use super::figures::{NumberDifference, NumberDifferenceKind};
use super::fingerprint::Fingerprint;
use super::numbering::Numbering;
use crate::order::common;
use crate::span::Span;
use account::{Account, held, holds, likeness};

/// The share of the shorter article that two reports of one event are as likely to share as not, and
/// what a whole shared article is worth beyond that.
const EVEN_SHARE: f32 = 0.15;
const BY_SHARE: f32 = 5.0;

/// The same for the content words of headline and lead.
const EVEN_LEAD: f32 = 0.4;
const BY_LEAD: f32 = 5.0;

/// The same for the names, where both articles have some.
const EVEN_NAMES: f32 = 0.5;
const BY_NAMES: f32 = 2.0;
const LEAST_NAMES: usize = 2;
/// What it is worth that either lead names somebody or something that the other article never does.
const OTHER_NAMES: f32 = -1.0;

/// What days of the top in common are worth, or only neighbouring ones, or only others.
const SAME_DAYS: f32 = 1.2;
const NEXT_DAYS: f32 = -1.6;
const OTHER_DAYS: f32 = -2.4;
/// What it is worth that the articles were filed at most a day apart, two days, up to six, or more.
const FILED: [f32; 4] = [0.6, 0.0, -1.5, -4.0];

/// What each figure is worth that both state, a small number less, because many stories have it; and
/// each that is another in either: one of the top, a toll that may have grown, a detail. Not more than
/// so many of each kind count.
const SAME_FIGURE: f32 = 0.6;
const SAME_SMALL_FIGURE: f32 = 0.3;
const OTHER_FIGURE: f32 = -1.4;
const OTHER_TOLL: f32 = -0.15;
const OTHER_DETAIL: f32 = -0.5;
const MOST_FIGURES: f32 = 3.0;
/// The largest number that is small.
const SMALL: f64 = 12.0;
/// What it is worth that the articles state the same score or count of votes, or another.
const SAME_TALLY: f32 = 1.0;
const OTHER_TALLY: f32 = -2.5;
/// What it is worth that they number one thing differently: the third quarter, the second.
const OTHER_NUMBER: f32 = -2.5;
/// What a longer quotation in common is worth, word for word; and what it is worth that both articles
/// have several, or at least one, of which none is even an altered form of another.
const SAME_QUOTE: f32 = 1.5;
const OTHER_QUOTES: f32 = -0.8;
const OTHER_QUOTE: f32 = -0.4;
const LEAST_QUOTES: usize = 2;
const ALTERED: f32 = 0.7;

/// Whether two articles, given by their figures, report one event. They share `overlaps`, and
/// `differences` are the figures that would differ if they did.
pub(super) fn same_event(
    ours: &Figures,
    theirs: &Figures,
    overlaps: &[Overlap],
    differences: &[NumberDifference],
) -> bool {
    let (a, print_a) = (ours.article, ours.print);
    let (b, print_b) = (theirs.article, theirs.print);
    let (one, other) = (&print_a.told(a).account, &print_b.told(b).account);
    let share_a = share(
        print_a,
        overlaps.iter().map(|overlap| (overlap.a, overlap.score)),
    );
    let share_b = share(
        print_b,
        overlaps.iter().map(|overlap| (overlap.b, overlap.score)),
    );
    let evidence = [
        BY_SHARE * (share_a.max(share_b) - EVEN_SHARE),
        leads(one, other),
        names(
            (one, &print_a.stems.numbers),
            (other, &print_b.stems.numbers),
        ),
        days(one, other),
        figures(ours, theirs, (one.top, other.top), differences),
        tallies(one, other),
        numbers(one, other),
        quotes(one, other),
    ];
    evidence.iter().sum::<f32>() > 0.0
}

/// The share of the terms of `print` that stand in passages, each counted as far as its passage agrees.
fn share(print: &Fingerprint, passages: impl Iterator<Item = (Span, f32)>) -> f32 {
    let mut shared = vec![0.0_f32; print.terms.len()];
    for (span, score) in passages {
        for term in &mut shared[print.terms_in(span)] {
            *term = term.max(score);
        }
    }
    shared.iter().sum::<f32>() / shared.len().max(1) as f32
}

/// What the words of headline and lead say.
fn leads(a: &Account, b: &Account) -> f32 {
    let least = a.lead.len().min(b.lead.len()).max(1);
    BY_LEAD * (common(&a.lead, &b.lead) as f32 / least as f32 - EVEN_LEAD)
}

/// What the names say. Each account comes with the stems of all words of its article.
fn names((a, words_a): (&Account, &Numbering), (b, words_b): (&Account, &Numbering)) -> f32 {
    let share = |names: &[u64], words: &Numbering| {
        (names.len() >= LEAST_NAMES).then(|| held(names, words) as f32 / names.len() as f32)
    };
    let shares = (share(&a.names, words_b), share(&b.names, words_a));
    let shared = shares
        .0
        .zip(shares.1)
        .map_or(0.0, |(a, b)| BY_NAMES * (a.max(b) - EVEN_NAMES));
    let strangers = |names: &[u64], words: &Numbering| held(names, words) < names.len();
    let others = strangers(&a.names_of_lead, words_b) && strangers(&b.names_of_lead, words_a);
    shared + if others { OTHER_NAMES } else { 0.0 }
}

/// What the days that the stories speak of and those of their filing say.
fn days(a: &Account, b: &Account) -> f32 {
    let filed = a
        .filed
        .zip(b.filed)
        .and_then(|(a, b)| a.distance(b))
        .map(|days| match days {
            0 | 1 => FILED[0],
            2 => FILED[1],
            3..=6 => FILED[2],
            _ => FILED[3],
        });
    let after = |days: u8| days << 1 | days >> 6;
    let next = after(a.weekdays) & b.weekdays | after(b.weekdays) & a.weekdays;
    let spoken = if a.weekdays == 0 || b.weekdays == 0 {
        0.0
    } else if a.weekdays & b.all_weekdays != 0 || b.weekdays & a.all_weekdays != 0 {
        SAME_DAYS
    } else if filed.is_none_or(|filed| filed >= FILED[1]) && next != 0 {
        NEXT_DAYS
    } else {
        OTHER_DAYS
    };
    // A weekday in common tells nothing of two weeks.
    match filed {
        Some(filed) if filed < FILED[1] => filed + spoken.min(0.0),
        filed => filed.unwrap_or(0.0) + spoken,
    }
}

/// What the figures say: those of the tops that both articles state, those that measure one thing and
/// cannot both be right, and `differences`, which stand for each other anywhere.
fn figures(a: &Figures, b: &Figures, top: (u32, u32), differences: &[NumberDifference]) -> f32 {
    let (tops_a, tops_b) = (a.until(top.0), b.until(top.1));
    let mut same = Vec::new();
    let mut others: Vec<&Figure> = Vec::new();
    for figure in tops_a {
        if b.equals(figure).next().is_some() {
            same.push(figure);
        } else if tops_b
            .iter()
            .any(|other| disagree((a, figure), (b, other)) && a.equals(other).next().is_none())
        {
            others.push(figure);
        }
    }
    // Those that stand in both tops are counted already.
    same.extend(tops_b.iter().filter(|figure| {
        let mut equals = a.equals(figure).peekable();
        equals.peek().is_some() && equals.all(|at| at >= tops_a.len())
    }));
    let same = same.into_iter().map(|figure| {
        let (value, _) = stated(&figure.quantity);
        let small = value.is_none_or(|value| value <= SMALL) || figure.is_share();
        if small {
            SAME_SMALL_FIGURE
        } else {
            SAME_FIGURE
        }
    });
    let top_others = others.len();
    for difference in differences {
        if difference.kind != NumberDifferenceKind::Precision {
            others.extend(&a.all[a.within(difference.a)]);
        }
    }
    let said_before = |index: usize| {
        let mut before = others[..index].iter();
        before.any(|other| {
            stated(&other.quantity) == stated(&others[index].quantity)
                && other.measure.agrees(&others[index].measure)
        })
    };
    let other = (0..others.len())
        .filter(|&index| !said_before(index))
        .map(|index| match others[index].measure.fate {
            Some(_) => OTHER_TOLL,
            None if index < top_others => OTHER_FIGURE,
            None => OTHER_DETAIL,
        });
    same.sum::<f32>().min(MOST_FIGURES * SAME_FIGURE)
        + other.sum::<f32>().max(MOST_FIGURES * OTHER_FIGURE)
}

/// Whether two figures measure one thing and cannot both be right.
fn disagree((a, one): (&Figures, &Figure), (b, other): (&Figures, &Figure)) -> bool {
    let figures = (
        (&one.quantity, a.article.text()),
        (&other.quantity, b.article.text()),
    );
    one.measure.agrees(&other.measure)
        && verdict(figures.0, figures.1) == Some(NumberDifferenceKind::Disagree)
}

/// What scores and counts of votes say.
fn tallies(a: &Account, b: &Account) -> f32 {
    if a.tallies.is_empty() || b.tallies.is_empty() {
        0.0
    } else if common(&a.tallies, &b.tallies) == 0 {
        OTHER_TALLY
    } else {
        SAME_TALLY
    }
}

/// What is numbered differently.
fn numbers(a: &Account, b: &Account) -> f32 {
    let differs = a.numbered.iter().any(|(word, number)| {
        let mut same = b
            .numbered
            .iter()
            .filter(|(other, _)| other == word)
            .peekable();
        same.peek().is_some() && same.all(|(_, other)| other != number)
    });
    if differs { OTHER_NUMBER } else { 0.0 }
}

/// What the longer quotations say.
fn quotes(a: &Account, b: &Account) -> f32 {
    let any = |alike: fn(&[u64], &[u64]) -> bool| {
        let mut ours = a.said.iter();
        ours.any(|one| b.said.iter().any(|other| alike(one, other)))
    };
    let many = a.said.len() >= LEAST_QUOTES && b.said.len() >= LEAST_QUOTES;
    if any(|one, other| holds(one, other) || holds(other, one)) {
        SAME_QUOTE
    } else if a.said.is_empty()
        || b.said.is_empty()
        || any(|one, other| likeness(one, other) >= ALTERED)
    {
        0.0
    } else if many {
        OTHER_QUOTES
    } else {
        OTHER_QUOTE
    }
}
