//! Dates and times.

use crate::article::Article;
use crate::span::Span;

/// Whether a mention names a day or longer, or a time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateKind {
    /// A day, month, year, weekday, or a span of them.
    Date,
    /// A time of day.
    Time,
}

/// One date or time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateMention {
    /// The words that name it.
    pub span: Span,
    /// Date or time.
    pub kind: DateKind,
    /// The value in ISO 8601 as far as the text gives it: `2024-12-16`, `2022-02`, `--12-16`, `T18:00`.
    pub value: Option<String>,
}

/// The dates and times of an article whose tokens are read. Ordered, apart from each other.
pub fn dates(_article: &Article) -> Vec<DateMention> {
    Vec::new()
}
