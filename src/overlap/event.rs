//! Whether two articles report one event, or the second only recycles language of a neighbouring
//! one.
//!
//! Three kinds of evidence are added up: how much text they share, on which days they were filed,
//! and which days the tops of their stories speak of. The weights are a reader's judgement: a story
//! filed days later is another event unless nearly all of its text is the same, and one that opens on
//! another weekday is probably another event.

use super::fingerprint::Fingerprint;
use super::{Overlap, shared_share};
use crate::article::Article;
use crate::text::dates::DateKind;
use std::collections::BTreeSet;

/// Sentences at the top of the story that say what happened and when.
const TOP: usize = 6;

/// The share of the shorter article that two reports of one event are as likely to share as not.
const EVEN_SHARE: f32 = 0.22;
/// What a whole shared article is worth beyond that.
const BY_SHARE: f32 = 6.0;
/// What days of the top in common, or none in common, are worth.
const SAME_DAYS: f32 = 1.2;
const OTHER_DAYS: f32 = -1.6;
/// What dates of filing are worth that are at most one day apart, or more than two.
const FILED_TOGETHER: f32 = 0.6;
const FILED_APART: f32 = -2.5;

/// Whether `a` and `b`, which share `overlaps`, report one event.
pub(super) fn same_event(
    (a, print_a): (&Article, &Fingerprint),
    (b, print_b): (&Article, &Fingerprint),
    overlaps: &[Overlap],
) -> bool {
    let share = shared_share(print_a, overlaps.iter().map(|overlap| overlap.a));
    let share = share.max(shared_share(
        print_b,
        overlaps.iter().map(|overlap| overlap.b),
    ));
    BY_SHARE * (share - EVEN_SHARE) + days(a, b) + filing(a, b) > 0.0
}

/// What the days that the stories open with say.
fn days(a: &Article, b: &Article) -> f32 {
    let (a, b) = (weekdays(a), weekdays(b));
    if a.is_empty() || b.is_empty() {
        0.0
    } else if a.is_disjoint(&b) {
        OTHER_DAYS
    } else {
        SAME_DAYS
    }
}

/// The weekdays that the top of a story names, Monday first.
fn weekdays(article: &Article) -> BTreeSet<usize> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let story = article.sentences().iter().filter(|sentence| {
        let stretch = article.boilerplate_at(sentence.span);
        !stretch.is_some_and(|stretch| stretch.span.contains(sentence.span))
    });
    let top: Vec<_> = story.take(TOP).map(|sentence| sentence.span).collect();
    let mut found = BTreeSet::new();
    for date in article.dates() {
        if date.kind == DateKind::Date && top.iter().any(|span| span.contains(date.span)) {
            let words = date.span.of(article.text()).to_lowercase();
            found.extend(NAMES.iter().position(|name| words.contains(name)));
        }
    }
    found
}

/// What the dates of filing say.
fn filing(a: &Article, b: &Article) -> f32 {
    match (a.filed(), b.filed()) {
        (Some(a), Some(b)) => match a.distance(b) {
            0 | 1 => FILED_TOGETHER,
            2 => 0.0,
            _ => FILED_APART,
        },
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::overlap::{Comparison, Fingerprint};

    fn same_event(a: &str, b: &str) -> bool {
        let (a, b) = (Article::parse("a", a), Article::parse("b", b));
        let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
        Comparison::of((&a, &print_a), (&b, &print_b)).same_event
    }

    const STRIKE: &str = "Dockers in Antwerp walked out on Monday over a plan to cut night shifts. \
        The union said 800 workers had joined.\n\nThe port, one of the largest in Europe, has seen \
        three strikes this year over pay and hours.";

    #[test]
    fn an_edited_report_is_of_the_same_event() {
        let edited = "Dock workers in Antwerp walked out on Monday over a plan to cut night shifts, and \
            the union said 800 workers joined.\n\nTalks are to go on, the port said.";
        assert!(same_event(STRIKE, edited));
    }

    #[test]
    fn background_taken_from_another_day_is_not_the_same_event() {
        let later = "Antwerp's dockers voted on Thursday to accept a pay deal that ends months of \
            dispute. The vote was close.\n\nManagers had offered four percent and a review of the \
            roster, which the union called a first step.\n\nThe port, one of the largest in Europe, \
            has seen three strikes this year over pay and hours.";
        assert!(!same_event(STRIKE, later));
    }

    #[test]
    fn unrelated_stories_are_not_the_same_event() {
        let other =
            "Figs grow well on poor soil, gardeners in Wales have found after two dry summers.";
        assert!(!same_event(STRIKE, other));
    }
}
