//! What a date says, and what day that is once the article's own date is known.

use super::words::Period;
use crate::filled::filled;
use crate::text::calendar::Day;

/// What the words of a date say, before the article's own date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// `Dec 16, 2024`, or without the year.
    Day {
        year: Option<i64>,
        month: u8,
        day: u8,
    },
    /// Days of one month: `May 3-5`.
    Days {
        year: Option<i64>,
        month: u8,
        first: u8,
        last: u8,
    },
    /// `February 2022`, or without the year.
    Month {
        year: Option<i64>,
        month: u8,
    },
    /// `June last year`: so many years from the article's own.
    MonthOfYear {
        by: i64,
        month: u8,
    },
    Year(i64),
    Years(i64, i64),
    /// `the 1990s`, by the year it begins with.
    Decade(i64),
    /// `the 18th century`, by its number.
    Century(i64),
    Quarter {
        year: i64,
        quarter: u8,
    },
    Weekday {
        weekday: u8,
        direction: Direction,
    },
    /// So many days, weeks, months or years from the article's own date.
    Shift {
        period: Period,
        by: i64,
    },
    /// A time of day: hour, minute, second, offset from UTC.
    Time {
        hour: u8,
        minute: u8,
        second: Option<u8>,
        zone: &'static str,
    },
    /// A date whose value the words leave open.
    Open,
}

impl Said {
    /// Whether the words around it must tell which year is meant.
    pub(super) fn lacks_year(self) -> bool {
        matches!(
            self,
            Self::Day { year: None, .. }
                | Self::Days { year: None, .. }
                | Self::Month { year: None, .. }
        )
    }
}

/// Which of the days that share a name is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    /// The article's own day or the latest before it, as news of the past says `on Monday`.
    Past,
    /// The article's own day or the first after it: `will vote on Thursday`.
    Future,
    /// `last Tuesday`: before the article's own day.
    Last,
    /// `next Friday`: after the article's own day.
    Next,
}

/// The value in ISO 8601, as far as words and the article's own date, `today`, give it. Decades and
/// centuries have the X of ISO 8601-2.
pub(super) fn value(said: Said, direction: Direction, today: Option<Day>) -> Option<String> {
    match said {
        Said::Day { year, month, day } => {
            let year = year.or_else(|| nearest_year(month, day, direction, today));
            match year {
                Some(year) => Day::new(year, month, day).map(written),
                None => Some(filled("--__-__", &[month.into(), day.into()])),
            }
        }
        Said::Days {
            year,
            month,
            first,
            last,
        } => {
            let year = year.or_else(|| nearest_year(month, first, direction, today))?;
            let (first, last) = (Day::new(year, month, first)?, Day::new(year, month, last)?);
            Some(between(first, last))
        }
        Said::Month { year, month } => {
            let year = year.or_else(|| month_year(month, direction, today));
            Some(match year {
                Some(year) => filled("____-__", &[year, month.into()]),
                None => filled("--__", &[month.into()]),
            })
        }
        Said::MonthOfYear { by, month } => {
            let (year, _, _) = today?.civil();
            Some(filled("____-__", &[year + by, month.into()]))
        }
        Said::Year(year) => Some(filled("____", &[year])),
        Said::Years(first, last) => Some(filled("____/____", &[first, last])),
        Said::Decade(year) => Some(filled("___X", &[year / 10])),
        Said::Century(number) => Some(filled("__XX", &[number - 1])),
        Said::Quarter { year, quarter } => {
            let last = i64::from(quarter * 3);
            Some(filled("____-__/____-__", &[year, last - 2, year, last]))
        }
        Said::Weekday { weekday, direction } => {
            Some(written(on_weekday(weekday, direction, today?)))
        }
        Said::Shift { period, by } => shift(period, by, today?),
        Said::Time {
            hour,
            minute,
            second,
            zone,
        } => {
            let (hour, minute) = (hour.into(), minute.into());
            let time = match second {
                Some(second) => filled("T__:__:__", &[hour, minute, second.into()]),
                None => filled("T__:__", &[hour, minute]),
            };
            Some(time + zone)
        }
        Said::Open => None,
    }
}

fn written(day: Day) -> String {
    let (year, month, day) = day.civil();
    filled("____-__-__", &[year, month.into(), day.into()])
}

/// A stretch of days, by its first and its last.
fn between(first: Day, last: Day) -> String {
    written(first) + "/" + &written(last)
}

/// The year that brings a day without one nearest to the article's own date, on the side it speaks of.
fn nearest_year(month: u8, day: u8, direction: Direction, today: Option<Day>) -> Option<i64> {
    let today = today?;
    let (this_year, _, _) = today.civil();
    let days = (this_year - 1..=this_year + 1).filter_map(|year| Day::new(year, month, day));
    let future = matches!(direction, Direction::Future | Direction::Next);
    let nearest = days
        .filter(|day| !future || *day >= today)
        .min_by_key(|day| day.distance(today))?;
    Some(nearest.civil().0)
}

/// The year of a month named alone: the latest such month, or the next one.
fn month_year(month: u8, direction: Direction, today: Option<Day>) -> Option<i64> {
    let (year, this_month, _) = today?.civil();
    Some(match direction {
        Direction::Past => year - i64::from(month > this_month),
        Direction::Future => year + i64::from(month < this_month),
        Direction::Last => year - i64::from(month >= this_month),
        Direction::Next => year + i64::from(month <= this_month),
    })
}

fn on_weekday(weekday: u8, direction: Direction, today: Day) -> Day {
    let back = i64::from((today.weekday() + 7 - weekday) % 7);
    let forward = i64::from((weekday + 7 - today.weekday()) % 7);
    today.plus(match direction {
        Direction::Past => -back,
        Direction::Future => forward,
        Direction::Last => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        Direction::Next => {
            if forward == 0 {
                7
            } else {
                forward
            }
        }
    })
}

fn shift(period: Period, by: i64, today: Day) -> Option<String> {
    let (year, month, _) = today.civil();
    Some(match period {
        Period::Day | Period::Night => written(today.plus(by)),
        Period::Week => {
            let (year, week) = today.plus(by * 7).week();
            filled("____-W__", &[year, week])
        }
        Period::Weekend => {
            // The coming one from Friday on, else the one just past.
            let weekday = i64::from(today.weekday());
            let saturday = if weekday >= 5 {
                6 - weekday
            } else {
                -1 - weekday
            };
            let saturday = today.plus(saturday + by * 7);
            between(saturday, saturday.plus(1))
        }
        Period::Month => {
            let (year, month) = add_months(year, month, by);
            filled("____-__", &[year, month.into()])
        }
        Period::Quarter => {
            let (year, month) = add_months(year, month, by * 3);
            return value(
                Said::Quarter {
                    year,
                    quarter: (month - 1) / 3 + 1,
                },
                Direction::Past,
                None,
            );
        }
        Period::Year => filled("____", &[year + by]),
        Period::Century | Period::Decade | Period::Season => return None,
    })
}

fn add_months(year: i64, month: u8, by: i64) -> (i64, u8) {
    let months = year * 12 + i64::from(month) - 1 + by;
    (months.div_euclid(12), (months.rem_euclid(12) + 1) as u8)
}
