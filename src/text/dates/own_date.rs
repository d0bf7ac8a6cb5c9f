//! The article's own date: from its date header or its dateline.

use super::Reading;
use super::value::{Direction, Said};
use crate::article::Article;
use crate::text::calendar::Day;

/// How many lines a page may have above its story.
const FIRST_LINES: usize = 8;

/// How far into a line a date is still the head of it: `Washington, Dec 16 (AFP) Dec 16, 2024`.
const HEAD: usize = 12;

/// The first whole date that stands at the head of one of the first lines.
pub(super) fn own_date(article: &Article, read: &[(Reading, Direction)]) -> Option<Day> {
    let lines = article.paragraphs().iter().take(FIRST_LINES);
    let ends: Vec<(usize, usize)> = lines
        .map(|line| (line.tokens.start as usize, line.tokens.end as usize))
        .collect();
    read.iter().find_map(|(reading, _)| {
        let Said::Day {
            year: Some(year),
            month,
            day,
        } = reading.said
        else {
            return None;
        };
        let (start, _) = ends
            .iter()
            .find(|(start, end)| (*start..*end).contains(&reading.start))?;
        (reading.start - start < HEAD)
            .then(|| Day::new(year, month, day))
            .flatten()
    })
}
