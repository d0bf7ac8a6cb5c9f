//! Dates that count from the article's own: `on Monday`, `yesterday`, `earlier this month`, `two days ago`.

use super::Reading;
use super::numeric::month;
use super::value::{Direction, Said};
use super::words::{Period, month_at};
use crate::text::numerals::{NumeralKind, numeral};
use crate::text::reader::Reader;

/// The date that begins with the weekday at token `index`, with what stands around it: `last Tuesday`,
/// `Sunday, March 3, 2024`, `Sunday night`.
pub(super) fn weekday(reader: &Reader, index: usize, weekday: u8, short: bool) -> Option<Reading> {
    if !reader.is_capitalised(index) {
        return None;
    }
    let after = if short {
        reader.after_abbreviation(index)
    } else {
        index + 1
    };
    if let Some(full) = with_day(reader, index, after) {
        return Some(full);
    }
    // `The Sun`, `Sat on a chair`: these two are dates only beside a day of the month.
    if short
        && (weekday >= 6 || reader.begins_sentence(index) || reader.word_before(index, 1) == "The")
    {
        return None;
    }
    let (start, direction) = match &*reader.lower_before(index, 1) {
        b"last" => (index - 1, Some(Direction::Last)),
        b"next" => (index - 1, Some(Direction::Next)),
        b"this" | b"coming" => (index - 1, Some(Direction::Future)),
        _ => (index, None),
    };
    let direction = direction.unwrap_or_else(|| super::direction(reader, start));
    let part_of_day = reader.says(after, "morning|afternoon|evening|night|noon|lunchtime");
    Some(Reading {
        start,
        end: after + usize::from(part_of_day),
        said: Said::Weekday { weekday, direction },
    })
}

/// A weekday with its day of the month: the day of the month says more.
fn with_day(reader: &Reader, index: usize, after: usize) -> Option<Reading> {
    let at = after + usize::from(reader.word(after) == ",");
    let at = at + usize::from(reader.says(at, "the"));
    let dated = if reader.is_number(at) {
        match super::numeric::number(reader, at) {
            super::numeric::Number::Date(reading) => Some(reading),
            _ => None,
        }
    } else {
        month_at(reader, at).and_then(|_| month(reader, at))
    }?;
    matches!(dated.said, Said::Day { .. } | Said::Days { .. }).then_some(Reading {
        start: index,
        ..dated
    })
}

/// `today`, `yesterday`, `tomorrow`; not `USA Today`.
pub(super) fn day(reader: &Reader, index: usize, by: i64) -> Option<Reading> {
    let name = reader.is_capitalised(index) && !reader.begins_sentence(index);
    (!name && !is_possessed(reader, index)).then_some(Reading {
        start: index,
        end: index + 1,
        said: Said::Shift {
            period: Period::Day,
            by,
        },
    })
}

/// `Russia Today's` aside, a day may own things: `today's vote`.
fn is_possessed(reader: &Reader, index: usize) -> bool {
    reader.joins(index + 1) && !reader.is_word(index + 2)
}

/// `two days ago`, `10 years ago`, `a month ago`. The hours and minutes of `two hours ago` name no day.
pub(super) fn ago(reader: &Reader, index: usize) -> Option<Reading> {
    let unit = reader.index_before(index, 1)?;
    let (period, factor) = match &*reader.lower(unit) {
        b"day" | b"days" => (Period::Day, 1),
        b"week" | b"weeks" => (Period::Week, 1),
        b"month" | b"months" => (Period::Month, 1),
        b"year" | b"years" => (Period::Year, 1),
        b"decade" | b"decades" => (Period::Year, 10),
        b"century" | b"centuries" => (Period::Year, 100),
        _ => return None,
    };
    let before = reader.index_before(unit, 1)?;
    if reader.says(before, "a|one") {
        return Some(shifted(before, index + 1, period, -factor));
    }
    let (start, number) = (1..=4).rev().find_map(|by| {
        let at = reader.index_before(unit, by)?;
        let number = numeral(reader, at)?;
        let fits = number.end == unit && number.start <= at && number.kind == NumeralKind::Cardinal;
        fits.then_some((number.start, number.value()))
    })?;
    // Whole numbers that a calendar can hold; anything else is a date without a value.
    if number.fract() != 0.0 || !(0.0..=9999.0).contains(&number) {
        return Some(Reading {
            start,
            end: index + 1,
            said: Said::Open,
        });
    }
    let mut reading = shifted(start, index + 1, period, -(number as i64) * factor);
    if period == Period::Week {
        // So many weeks ago is a day, where `last week` is a week.
        reading.said = Said::Shift {
            period: Period::Day,
            by: -(number as i64) * 7,
        };
    }
    Some(reading)
}

fn shifted(start: usize, end: usize, period: Period, by: i64) -> Reading {
    Reading {
        start,
        end,
        said: Said::Shift { period, by },
    }
}

/// `last week`, `earlier this month`, `over the weekend`, `the third quarter of 2023`, `the last decade`.
pub(super) fn period(reader: &Reader, index: usize, period: Period) -> Option<Reading> {
    let before = reader.index_before(index, 1)?;
    if reader.joins(index + 1) {
        // `a last-minute`, `this year-end`
        return None;
    }
    let by = match &*reader.lower(before) {
        b"last" | b"past" | b"previous" => -1,
        b"this" => 0,
        b"next" | b"coming" => 1,
        b"the" if period == Period::Weekend => 0,
        _ if period == Period::Quarter => return quarter(reader, index),
        _ => return None,
    };
    // `the past week` and `the last decade` are spans, not dates of the calendar.
    let spans = reader.says_before(before, 1, "the") && by == -1 && period != Period::Weekend;
    let mut start = before;
    if reader.says_before(start, 1, "earlier|later|early|late|mid") {
        start -= 1;
    } else if spans {
        return None;
    }
    let period = if period == Period::Weekend && by < 0 && !reader.says(before, "past") {
        // On a Monday `last weekend` is the one just past, as `the weekend` is.
        return Some(shifted(start, index + 1, period, 0));
    } else {
        period
    };
    let by = if period == Period::Day { 0 } else { by };
    Some(shifted(start, index + 1, period, by))
}

/// `the third quarter of 2023`.
fn quarter(reader: &Reader, index: usize) -> Option<Reading> {
    let ordinal = reader.index_before(index, 1)?;
    let quarter = match &*reader.lower(ordinal) {
        b"first" | b"1st" => 1,
        b"second" | b"2nd" => 2,
        b"third" | b"3rd" => 3,
        b"fourth" | b"4th" | b"final" | b"last" => 4,
        _ => return None,
    };
    let of = index + usize::from(reader.says(index + 1, "of")) + 1;
    let year: i64 = reader
        .word(of)
        .parse()
        .ok()
        .filter(|year| (1900..=2100).contains(year))?;
    let article = usize::from(reader.says_before(ordinal, 1, "the"));
    Some(Reading {
        start: ordinal - article,
        end: of + 1,
        said: Said::Quarter { year, quarter },
    })
}
