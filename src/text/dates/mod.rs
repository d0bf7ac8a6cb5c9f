//! Dates and times.

mod clock;
mod numeric;
mod own_date;
mod relative;
mod value;
mod words;

use super::calendar::Day;
use super::reader::Reader;
use super::tokens::{Token, TokenKind};
use crate::span::Span;
pub(crate) use own_date::own_date;
use std::ops::Range;
use value::{Direction, Said, value};
use words::{DateWord, WORDS};
#[cfg(test)]
pub(in crate::text) use words::{date_words, is_date_word};
pub(in crate::text) use words::{is_month, is_weekday};

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
    /// The value in ISO 8601 as far as the text gives it: `2024-12-16`, `2022-02`, `--12-16`, `T18:00`,
    /// a week `2024-W50`, an interval `2024-12-14/2024-12-15`; a decade `199X` as in ISO 8601-2.
    pub value: Option<String>,
}

/// A date as its words say it: tokens `start` to `end` of its paragraph.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Reading {
    start: usize,
    end: usize,
    said: Said,
}

/// A date of a paragraph, before anybody knows on which day the article was filed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Dated {
    reading: Reading,
    direction: Direction,
}

impl Dated {
    /// Its words, as indices into the tokens of its paragraph.
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.reading.start..self.reading.end
    }

    /// The date, of a paragraph with these `tokens` that begins at byte `offset` of an article.
    ///
    /// Weekdays, `last month` and days without a year are resolved against the article's own date,
    /// `today`, where it is known.
    pub(crate) fn mention(&self, tokens: &[Token], offset: u32, today: Option<Day>) -> DateMention {
        let Reading { start, end, said } = self.reading;
        let span = tokens[start].span.cover(tokens[end - 1].span);
        DateMention {
            span: span.shifted(offset),
            kind: match said {
                Said::Time { .. } => DateKind::Time,
                _ => DateKind::Date,
            },
            value: value(said, self.direction, today),
        }
    }
}

/// The dates and times of a paragraph, whose `tokens` stand in `text`. Ordered, apart from each other.
pub(crate) fn dates(text: &str, tokens: &[Token]) -> Vec<Dated> {
    let mut read = Vec::new();
    scan(&Reader::new(text, tokens, 0..tokens.len()), &mut read);
    read
}

fn scan(reader: &Reader, read: &mut Vec<Dated>) {
    let range = reader.range();
    // The first token that no date holds yet, and no reference either.
    let mut floor = range.start;
    let mut index = range.start;
    while index < range.end {
        let found = match reader.kind(index) {
            Some(TokenKind::Number) => match numeric::number(reader, index) {
                numeric::Number::Date(reading) => Some(reading),
                numeric::Number::Reference(end) => {
                    index = end;
                    floor = end;
                    continue;
                }
                numeric::Number::Other => None,
            },
            Some(TokenKind::Word) if reader.is_date_word(index) => word(reader, index),
            _ => None,
        };
        match found.filter(|reading| reading.start >= floor) {
            Some(reading) => {
                let direction = if reading.said.lacks_year() {
                    direction(reader, reading.start)
                } else {
                    Direction::Past
                };
                read.push(Dated { reading, direction });
                floor = reading.end;
                index = reading.end.max(index + 1);
            }
            None => index += 1,
        }
    }
}

/// The date whose key word is token `index`.
fn word(reader: &Reader, index: usize) -> Option<Reading> {
    match WORDS.get(reader.word(index))? {
        DateWord::Month(_) | DateWord::ShortMonth(_) => numeric::month(reader, index),
        DateWord::Weekday(weekday) => relative::weekday(reader, index, weekday, false),
        DateWord::ShortWeekday(weekday) => relative::weekday(reader, index, weekday, true),
        DateWord::Relative(by) => relative::day(reader, index, by),
        DateWord::Ago => relative::ago(reader, index),
        DateWord::Period(period) => relative::period(reader, index, period),
        DateWord::Hour(hour) => Some(Reading {
            start: index,
            end: index + 1,
            said: Said::Time {
                hour,
                minute: 0,
                second: None,
                zone: "",
            },
        })
        .filter(|_| !reader.joins(index + 1)),
    }
}

/// Whether the words before a date speak of the future: `will vote on Thursday`.
fn direction(reader: &Reader, start: usize) -> Direction {
    let before = (1..=10)
        .map(|by| reader.lower_before(start, by))
        .take_while(|word| !matches!(&**word, b"" | b";" | b"\"" | b"said" | b"says" | b"told"));
    for word in before {
        match &*word {
            b"will" | b"shall" | b"'ll" | b"due" | b"scheduled" | b"expected" | b"expects"
            | b"plans" | b"planned" | b"upcoming" | b"slated" | b"until" => {
                return Direction::Future;
            }
            _ => {}
        }
    }
    Direction::Past
}
