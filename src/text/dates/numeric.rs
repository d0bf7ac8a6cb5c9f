//! Dates that are written with a number or a month: `16 December 2024`, `2024-11-07`, `the 1990s`, `June`.

use super::Reading;
use super::clock::time_at;
use super::value::Said;
use super::words::{DateWord, WORDS, month_at};
use crate::text::among::among;
use crate::text::quantities::{is_measure, is_plural};
use crate::text::reader::Reader;
use crate::text::references::reference_end;
use crate::text::tokens::TokenKind;

/// What a number turns out to be.
pub(super) enum Number {
    Date(Reading),
    /// The name of a thing, or several, up to this token: `resolution 1874`.
    Reference(usize),
    Other,
}

/// What the number at token `index` is to a reader of dates.
pub(super) fn number(reader: &Reader, index: usize) -> Number {
    let word = reader.word(index);
    // Longer ones are neither days nor years.
    if word.len() > 12 {
        return Number::Other;
    }
    if let Some(end) = reference_end(reader, index) {
        return Number::Reference(end);
    }
    // A day, an hour or a year comes first in everything that follows.
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(digits, 1 | 2 | 4) || word.as_bytes().get(digits) == Some(&b',') {
        return Number::Other;
    }
    let reading = |start, end, said| Reading { start, end, said };
    if let Some((said, end)) = whole_date(reader, index) {
        return Number::Date(reading(index, end, said));
    }
    if let Some((said, end)) = day_and_month(reader, index) {
        return Number::Date(reading(index, end, said));
    }
    if let Some((said, end)) = time_at(reader, index) {
        return Number::Date(reading(index, end, said));
    }
    if let Some((said, end)) = century_or_decade(reader, index) {
        let article = reader.says_before(index, 1, "the");
        return Number::Date(reading(index - usize::from(article), end, said));
    }
    match year(reader, index) {
        Some((said, end)) => Number::Date(reading(period_start(reader, index), end, said)),
        None => Number::Other,
    }
}

/// The date whose month is token `index`: `Dec 16, 2024`, `February 2022`, `in June`.
pub(super) fn month(reader: &Reader, index: usize) -> Option<Reading> {
    let (month, after) = month_at(reader, index)?;
    let reading = |end, said| Reading {
        start: index,
        end,
        said,
    };
    if let Some((day, after_day)) = day_of_month(reader, after) {
        if let Some(last) = tied_day(reader, after_day) {
            let (year, end) = year_after(reader, after_day + 2);
            return Some(reading(
                end,
                Said::Days {
                    year,
                    month,
                    first: day,
                    last,
                },
            ));
        }
        let (year, end) = year_after(reader, after_day);
        return Some(reading(end, Said::Day { year, month, day }));
    }
    let start = period_start(reader, index);
    if let Some(year) = written_year(reader, after + usize::from(reader.word(after) == ",")) {
        let end = after + 1 + usize::from(reader.word(after) == ",");
        return Some(Reading {
            start,
            end,
            said: Said::Month {
                year: Some(year),
                month,
            },
        });
    }
    // `June last year`
    let by = match &*reader.lower(after) {
        b"last" => Some(-1),
        b"this" => Some(0),
        b"next" => Some(1),
        _ => None,
    };
    if let Some(by) = by.filter(|_| reader.says(after + 1, "year")) {
        return Some(Reading {
            start,
            end: after + 2,
            said: Said::MonthOfYear { by, month },
        });
    }
    stands_alone(reader, index).then_some(Reading {
        start,
        end: after,
        said: Said::Month { year: None, month },
    })
}

/// Whether a month without a number is one: names of people, verbs and the first words of a sentence
/// look alike.
fn stands_alone(reader: &Reader, index: usize) -> bool {
    if matches!(WORDS.get(reader.word(index)), Some(DateWord::ShortMonth(_))) {
        return false;
    }
    let before = reader.lower_before(index, 1);
    let preposition = among(
        &*before,
        "in|since|until|till|by|from|to|of|for|last|next|this|early|late|mid|during|before|after|\
        through|between|around|every",
    ) || reader.joins(index.saturating_sub(1));
    let determiner = among(&*before, "the|a|its|their|his|her");
    let name = reader.is_word(index + 1) && reader.is_capitalised(index + 1) && !preposition;
    match &*reader.lower(index) {
        b"may" | b"march" => preposition,
        b"april" | b"june" | b"august" => preposition || determiner,
        _ => !name,
    }
}

/// `2024-11-07`, `16.12.2024`, `16/12/2024`.
fn whole_date(reader: &Reader, index: usize) -> Option<(Said, usize)> {
    let word = reader.word(index);
    if reader.touches(index)
        && !matches!(
            reader.word_before(index, 1),
            "(" | "\"" | "“" | "[" | ":" | ">"
        )
    {
        return None;
    }
    let mut parts = word.split('.');
    if word.len() > 4
        && let (Some(day), Some(month), Some(year), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
    {
        let said = day_said(whole(year, 4)?, whole(month, 2)?, whole(day, 2)?)?;
        return Some((said, index + 1));
    }
    let separator = reader.word(index + 1);
    let tied = reader.touches(index + 1)
        && reader.touches(index + 2)
        && reader.touches(index + 3)
        && reader.word(index + 3) == separator
        && reader.touches(index + 4);
    if !tied {
        return None;
    }
    let (first, second, third) = (word, reader.word(index + 2), reader.word(index + 4));
    // `2024-11-07T18:00` keeps its T with the day.
    let third = third.split(['T', 't']).next()?;
    let said = match separator {
        "-" | "/" if first.len() == 4 => {
            day_said(whole(first, 4)?, whole(second, 2)?, whole(third, 2)?)?
        }
        "/" | "-" => {
            let (a, b, year) = (whole(first, 2)?, whole(second, 2)?, whole(third, 4)?);
            // Day first or month first? Only a number above twelve tells.
            match (a > 12, b > 12) {
                (true, false) => day_said(year, b, a)?,
                (false, true) => day_said(year, a, b)?,
                (false, false) if a == b => day_said(year, a, b)?,
                (false, false) => Said::Open,
                (true, true) => return None,
            }
        }
        _ => return None,
    };
    Some((said, index + 5))
}

fn day_said(year: i64, month: i64, day: i64) -> Option<Said> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let valid = year >= 1000 && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(Said::Day {
        year: Some(year),
        month,
        day,
    })
}

/// A number of at most `digits` digits, all of them when it is a year.
fn whole(text: &str, digits: usize) -> Option<i64> {
    let fits = if digits == 4 {
        text.len() == 4
    } else {
        (1..=digits).contains(&text.len())
    };
    (fits && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// `16 December 2024`, `3rd of May`, `16-18 December`.
fn day_and_month(reader: &Reader, index: usize) -> Option<(Said, usize)> {
    let (first, mut at) = day_of_month(reader, index)?;
    let last = if reader.joins(at) || reader.says(at, "and|to") {
        let (last, after) = day_of_month(reader, at + 1)?;
        at = after;
        Some(last)
    } else {
        None
    };
    at += usize::from(reader.says(at, "of"));
    at += usize::from(reader.joins(at));
    let (month, after) = month_at(reader, at)?;
    // `Police charged 12 May protesters` is rarer than `12 May`.
    let (year, end) = match reader
        .joins(after)
        .then(|| written_year(reader, after + 1))
        .flatten()
    {
        Some(year) => (Some(year), after + 2),
        None => year_after(reader, after),
    };
    Some(match last {
        Some(last) => (
            Said::Days {
                year,
                month,
                first,
                last,
            },
            end,
        ),
        None => (
            Said::Day {
                year,
                month,
                day: first,
            },
            end,
        ),
    })
}

/// A day of the month at token `index`, and the token after it.
fn day_of_month(reader: &Reader, index: usize) -> Option<(u8, usize)> {
    let word = reader.word(index);
    // No longer than `31st`.
    if word.len() > 4 {
        return None;
    }
    let digits = match word.as_bytes() {
        [.., b's', b't'] | [.., b'n' | b'r', b'd'] | [.., b't', b'h'] => &word[..word.len() - 2],
        _ => word,
    };
    let day = whole(digits, 2)?;
    // `Dec 16:30` and `May 3%` are no days.
    let other = reader.touches(index + 1) && among(reader.word(index + 1), ":|%|/");
    ((1..=31).contains(&day) && !other).then_some((day as u8, index + 1))
}

/// The day that a dash ties to the one before token `index`: 18 in `Dec 16-18`.
fn tied_day(reader: &Reader, index: usize) -> Option<u8> {
    let (day, _) = reader
        .joins(index)
        .then(|| day_of_month(reader, index + 1))
        .flatten()?;
    Some(day)
}

/// A year after a day and month, perhaps after a comma; the token after it, or `index`.
fn year_after(reader: &Reader, index: usize) -> (Option<i64>, usize) {
    let at = index + usize::from(reader.word(index) == ",");
    match written_year(reader, at) {
        Some(year) => (Some(year), at + 1),
        None => (None, index),
    }
}

/// A year of four digits at token `index`.
fn written_year(reader: &Reader, index: usize) -> Option<i64> {
    let year = whole(reader.word(index), 4)?;
    (1000..=2999).contains(&year).then_some(year)
}

/// `the 1990s`, `the 18th century`.
fn century_or_decade(reader: &Reader, index: usize) -> Option<(Said, usize)> {
    let word = reader.word(index);
    if let Some(year) = word.strip_suffix('s').and_then(|digits| whole(digits, 4)) {
        return (year % 10 == 0).then_some((Said::Decade(year), index + 1));
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = whole(digits, 2)?;
    let at = index + 1 + usize::from(reader.joins(index + 1));
    let is_century = digits.len() < word.len()
        && (1..=30).contains(&number)
        && reader.says(at, "century|centuries");
    is_century.then_some((Said::Century(number), at + 1))
}

/// A year alone, or two of them: `in 2014`, `2023-24`, `2010-2015`.
fn year(reader: &Reader, index: usize) -> Option<(Said, usize)> {
    let year = written_year(reader, index)?;
    if reader.touches(index) && !may_touch(reader, index) {
        return None;
    }
    // `mid-2022` is `mid 2022`.
    let hyphen = usize::from(reader.touches(index) && reader.is_dash(index - 1));
    let before = reader.lower_before(index, 1 + hyphen);
    let in_time = among(
        &*before,
        "in|since|by|until|from|before|after|late|early|mid|during",
    );
    let modern = (1800..=2100).contains(&year);
    if !(modern || (in_time && (1000..=2100).contains(&year))) {
        return None;
    }
    let end = index + 1;
    if reader.joins(end) {
        if let Some(last) =
            whole(reader.word(end + 1), 4).filter(|last| *last > year && *last <= 2100)
        {
            return Some((Said::Years(year, last), end + 2));
        }
        // `2023-24`, `1569-70`, `1914-8`
        let short = reader.word(end + 1);
        let base = if short.len() == 1 { 10 } else { 100 };
        if let Some(last) = whole(short, 2).filter(|last| year % base < *last) {
            return Some((Said::Years(year, year - year % base + last), end + 2));
        }
        if reader.is_number(end + 1) {
            return None;
        }
    }
    if counts(reader, index, &before, in_time) {
        return None;
    }
    Some((Said::Year(year), end))
}

/// Marks that a year may touch: brackets, quotes, and the hyphen of `mid-2022`.
fn may_touch(reader: &Reader, index: usize) -> bool {
    match reader.word_before(index, 1) {
        "(" | "[" | "\"" | "“" | "‘" | "'" | "’" | "©" | "–" | "—" => true,
        "-" => reader.says_before(index, 2, "mid|early|late|pre|post|the"),
        "/" => reader
            .index_before(index, 2)
            .is_some_and(|at| whole(reader.word(at), 4).is_some()),
        _ => false,
    }
}

/// Whether four digits count something after all: `1900 metres`, `about 2000 people`, `$2000`.
fn counts(reader: &Reader, index: usize, before: &[u8], in_time: bool) -> bool {
    let after = index + 1;
    if among(reader.word_before(index, 1), "$|€|£|₹|¥|Rs|Rs.|USD|EUR") {
        return true;
    }
    let tied = among(reader.word(after), "/|:|@") && reader.touches(after);
    // `in 2016 days of rain` is a year; `by 2000 percent` is none.
    let unit = tied || !among(before, "in|since|during") && is_measure(reader, after);
    let hedged = among(
        before,
        "than|about|nearly|almost|some|over|least|roughly|approximately",
    );
    let named = in_time
        || reader.kind(index.wrapping_sub(1)) == Some(TokenKind::Mark)
        || among(
            before,
            "the|its|their|his|her|a|of|this|to|and|or|between|for|back|ending|year|spring|summer|\
            autumn|fall|winter",
        );
    let counted = is_plural(reader.word(after)) && !reader.is_capitalised(after) && !named;
    unit || hedged || counted
}

/// Where the words that say which part of a year or month begin: `early 2023`, `mid-2022`, `late March`.
fn period_start(reader: &Reader, index: usize) -> usize {
    let Some(mut at) = reader.index_before(index, 1) else {
        return index;
    };
    if reader.joins(at) {
        match reader.index_before(at, 1) {
            Some(before) => at = before,
            None => return index,
        }
    }
    if reader.says(at, "early|late|mid") {
        at
    } else {
        index
    }
}
