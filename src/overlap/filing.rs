//! When an article was filed, as far as its head tells.

use crate::article::Article;
use crate::text::calendar::Day;

/// Any leap year: that of days whose year nobody gives.
const SOME_YEAR: i64 = 2000;

/// The day an article was filed. Datelines leave out the year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filing {
    year: Option<i64>,
    month: u8,
    day: u8,
}

impl Filing {
    /// The article's own date, or that of its dateline.
    pub fn of(article: &Article) -> Option<Self> {
        if let Some((year, month, day)) = article.filed().map(Day::civil) {
            return Some(Self {
                year: Some(year),
                month,
                day,
            });
        }
        let mut dates = article.dates().iter();
        let dated = dates.find(|date| article.boilerplate_at(date.span).is_some())?;
        let (month, day) = dated
            .value
            .as_deref()?
            .strip_prefix("--")?
            .split_once('-')?;
        Some(Self {
            year: None,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        })
    }

    /// How many days lie between the two. A year that only one has is that of both.
    pub fn distance(self, other: Self) -> Option<u64> {
        let year = self.year.or(other.year).unwrap_or(SOME_YEAR);
        let day = |filing: Self| Day::new(filing.year.unwrap_or(year), filing.month, filing.day);
        Some(day(self)?.distance(day(other)?))
    }
}
