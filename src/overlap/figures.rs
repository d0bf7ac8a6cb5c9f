//! Differing figures: statements of two articles that report one event, with figures that disagree.
//!
//! Figures are compared where they stand for each other: in passages that are aligned. Equal figures,
//! however hedged, stay silent; ranges that meet differ only in precision; ranges apart disagree, or
//! are an update where the articles were filed on different days.

use super::Overlap;
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::dates::{DateKind, DateMention};
use crate::text::quantities::{Quantity, QuantityKind};
use serde::{Deserialize, Serialize};

/// How far from its value a hedged figure may lie: "about 300" is 270 to 330.
const HEDGE: f64 = 0.1;

/// How two figures differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberDifferenceKind {
    /// They cannot both be right.
    Disagree,
    /// Both can be right; one says more.
    Precision,
    /// They cannot both be right, and the articles were filed on different days.
    Update,
}

impl NumberDifferenceKind {
    /// The word shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagree => "disagree",
            Self::Precision => "precision",
            Self::Update => "update",
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

impl NumberDifference {
    /// The same difference with `a` and `b` exchanged.
    fn mirrored(&self) -> Self {
        Self {
            kind: self.kind,
            a: self.b,
            b: self.a,
        }
    }
}

/// The figures and dates that differ, by their place in `a`. `overlaps` are those of the articles.
pub(super) fn number_differences(
    a: &Article,
    b: &Article,
    overlaps: &[Overlap],
) -> Vec<NumberDifference> {
    let later = match (a.filed(), b.filed()) {
        (Some(a), Some(b)) => a.distance(b) > 0,
        _ => false,
    };
    let mut found = Vec::new();
    for overlap in overlaps {
        let ours = within(a.quantities(), overlap.a, |quantity| quantity.span);
        let theirs = within(b.quantities(), overlap.b, |quantity| quantity.span);
        for (one, other) in facing(ours, theirs, overlap, |x| x.span, counts_alike) {
            found.extend(compared(one, other).map(|kind| (kind, one.span, other.span)));
        }
        let ours = within(a.dates(), overlap.a, |date| date.span);
        let theirs = within(b.dates(), overlap.b, |date| date.span);
        for (one, other) in facing(ours, theirs, overlap, |x| x.span, |_, _| true) {
            if other_days(one, other) {
                found.push((NumberDifferenceKind::Disagree, one.span, other.span));
            }
        }
    }
    let mut differences: Vec<_> = found
        .into_iter()
        .map(|(kind, a, b)| NumberDifference {
            kind: if later && kind == NumberDifferenceKind::Disagree {
                NumberDifferenceKind::Update
            } else {
                kind
            },
            a,
            b,
        })
        .collect();
    sort_by_key(&mut differences, |difference| (difference.a, difference.b));
    differences.dedup();
    differences
}

/// The items of a sorted list whose spans lie in `passage`.
fn within<T>(items: &[T], passage: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let start = items.partition_point(|item| span(item).start < passage.start);
    let end = items.partition_point(|item| span(item).end <= passage.end);
    &items[start..end.max(start)]
}

/// Pairs of items that stand for each other in an aligned passage: both in one edit, or, where no
/// edit holds them, the next that is alike.
fn facing<'t, T>(
    ours: &'t [T],
    theirs: &'t [T],
    overlap: &Overlap,
    span: impl Fn(&T) -> Span,
    alike: impl Fn(&T, &T) -> bool,
) -> Vec<(&'t T, &'t T)> {
    let mut used = vec![false; theirs.len()];
    let mut pairs = Vec::new();
    let edit_of = |span: Span, side: fn(&super::Edit) -> Span| {
        let mut edits = overlap.edits.iter();
        edits.position(|edit| side(edit).overlaps(span))
    };
    for one in ours {
        let edit = edit_of(span(one), |edit| edit.a);
        let same_edit = |other: &T| edit.is_some() && edit == edit_of(span(other), |edit| edit.b);
        let free = |index: &usize| !used[*index];
        let chosen = (0..theirs.len())
            .filter(free)
            .find(|&index| same_edit(&theirs[index]) && alike(one, &theirs[index]))
            .or_else(|| {
                let mut rest = (0..theirs.len()).filter(free);
                rest.find(|&index| alike(one, &theirs[index]))
            });
        if let Some(index) = chosen {
            used[index] = true;
            pairs.push((one, &theirs[index]));
        }
    }
    pairs
}

/// Whether two figures measure the same thing.
fn counts_alike(one: &Quantity, other: &Quantity) -> bool {
    one.kind == other.kind
        && one.kind != QuantityKind::Ordinal
        && (one.kind == QuantityKind::Count || one.unit == other.unit)
}

/// How two figures for the same thing differ. None when they agree.
fn compared(one: &Quantity, other: &Quantity) -> Option<NumberDifferenceKind> {
    if (one.low, one.high) == (other.low, other.high) {
        return None;
    }
    let (a, b) = (range(one), range(other));
    Some(if a.0 <= b.1 && b.0 <= a.1 {
        NumberDifferenceKind::Precision
    } else {
        NumberDifferenceKind::Disagree
    })
}

/// The values that a figure can have.
fn range(quantity: &Quantity) -> (f64, f64) {
    match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high && quantity.approximate => {
            (low * (1.0 - HEDGE), high * (1.0 + HEDGE))
        }
        (low, high) => (
            low.unwrap_or(f64::NEG_INFINITY),
            high.unwrap_or(f64::INFINITY),
        ),
    }
}

/// Whether two dates, each a whole day, are different ones.
fn other_days(one: &DateMention, other: &DateMention) -> bool {
    const WHOLE_DAY: usize = "2024-12-16".len();
    let day = |date: &DateMention| {
        let value = date.value.clone().filter(|_| date.kind == DateKind::Date)?;
        (value.len() == WHOLE_DAY && !value.contains(['X', 'W', '/'])).then_some(value)
    };
    matches!((day(one), day(other)), (Some(one), Some(other)) if one != other)
}

/// `differences` of the articles in the other order.
pub(super) fn mirrored(differences: &[NumberDifference]) -> Vec<NumberDifference> {
    let mut mirrored: Vec<_> = differences.iter().map(NumberDifference::mirrored).collect();
    sort_by_key(&mut mirrored, |difference| (difference.a, difference.b));
    mirrored
}

#[cfg(test)]
mod tests {
    use super::NumberDifferenceKind::{self, *};
    use crate::article::Article;
    use crate::overlap::{Comparison, Fingerprint};

    const FACTS: &str = "Fire destroyed the covered market of Porto on Friday, and the city closed the \
        streets around it while crews searched the ruins for survivors.";

    fn kinds(a: &str, b: &str) -> Vec<NumberDifferenceKind> {
        filed(["", ""], a, b)
    }

    /// The differences between two reports that share their facts, each under its date.
    fn filed(dates: [&str; 2], a: &str, b: &str) -> Vec<NumberDifferenceKind> {
        let report = |date: &str, text: &str| format!("{date}\n\n{FACTS}\n\n{text}");
        let a = Article::parse("a", &report(dates[0], a));
        let b = Article::parse("b", &report(dates[1], b));
        let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
        let found = Comparison::of((&a, &print_a), (&b, &print_b));
        let differences = found.number_differences.iter();
        differences.map(|difference| difference.kind).collect()
    }

    #[test]
    fn equal_figures_are_silent_however_they_are_written() {
        let a = "Twelve people were treated for burns at two hospitals in the city.";
        let b = "A dozen people were treated for burns at 2 hospitals in the city.";
        assert_eq!(kinds(a, b), []);
    }

    #[test]
    fn figures_that_cannot_both_be_right_disagree() {
        let a = "At least 12 people were treated for burns at hospitals in the city.";
        let b = "Nine people were treated for burns at hospitals in the city.";
        assert_eq!(kinds(a, b), [Disagree]);
    }

    #[test]
    fn ranges_that_meet_differ_in_precision() {
        let a = "The market drew more than 10,000 visitors a day before the fire.";
        let b = "The market drew 11,000 to 12,000 visitors a day before the fire.";
        assert_eq!(kinds(a, b), [Precision]);
    }

    #[test]
    fn a_figure_filed_later_is_an_update() {
        let a = "Officials said 12 people were treated for burns at two hospitals.";
        let b = "Officials said 19 people were treated for burns at two hospitals.";
        assert_eq!(filed(["May 8, 2026", "May 9, 2026"], a, b), [Update]);
    }

    #[test]
    fn days_that_differ_disagree() {
        let a = "The council of Porto will vote on the new market hall on 14 June 2026.";
        let b = "The council of Porto will vote on the new market hall on 16 June 2026.";
        assert_eq!(kinds(a, b), [Disagree]);
    }
}
