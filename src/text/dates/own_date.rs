//! The article's own date: from its date header or its dateline.

use super::Dated;
use super::value::Said;
use crate::text::calendar::Day;

/// How many lines a page may have above its story.
const FIRST_LINES: usize = 8;

/// How far into a line a date is still the head of it: `Washington, Dec 16 (AFP) Dec 16, 2024`.
const HEAD: usize = 12;

/// The first whole date that stands at the head of one of the first lines. `lines` are the dates of
/// each.
pub(crate) fn own_date<'a>(lines: impl Iterator<Item = &'a [Dated]>) -> Option<Day> {
    lines.take(FIRST_LINES).flatten().find_map(|dated| {
        let Said::Day {
            year: Some(year),
            month,
            day,
        } = dated.reading.said
        else {
            return None;
        };
        (dated.reading.start < HEAD)
            .then(|| Day::new(year, month, day))
            .flatten()
    })
}
