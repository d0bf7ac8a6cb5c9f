//! Names of months, weekdays and time zones.

use crate::text::reader::Reader;
use crate::text::word_table::WordTable;

/// What a word says about a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum DateWord {
    /// A month, 1 to 12, by its full name.
    Month(u8),
    /// A month by an abbreviation, which needs a number beside it: `Dec. 16`.
    ShortMonth(u8),
    /// A weekday, 1 for Monday to 7.
    Weekday(u8),
    /// An abbreviated weekday.
    ShortWeekday(u8),
    /// Days from the article's own: `yesterday` is -1.
    Relative(i64),
    /// `ago`.
    Ago,
    /// `week`, `month`, `year`, `weekend`, `quarter`: told apart by the words before it.
    Period(Period),
    /// `noon` or `midnight`, by its hour.
    Hour(u8),
}

/// A stretch of the calendar that `last`, `this` and `next` move about in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Period {
    Day,
    Night,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Century,
    Decade,
    Season,
}

pub(super) static WORDS: &WordTable<DateWord> = {
    use DateWord::{Ago, Hour, Month, Relative, ShortMonth, ShortWeekday, Weekday};
    &WordTable::new([
        ("afternoon", DateWord::Period(Period::Day)),
        ("ago", Ago),
        ("apr", ShortMonth(4)),
        ("april", Month(4)),
        ("aug", ShortMonth(8)),
        ("august", Month(8)),
        ("autumn", DateWord::Period(Period::Season)),
        ("century", DateWord::Period(Period::Century)),
        ("dec", ShortMonth(12)),
        ("decade", DateWord::Period(Period::Decade)),
        ("december", Month(12)),
        ("evening", DateWord::Period(Period::Day)),
        ("feb", ShortMonth(2)),
        ("february", Month(2)),
        ("fri", ShortWeekday(5)),
        ("friday", Weekday(5)),
        ("jan", ShortMonth(1)),
        ("january", Month(1)),
        ("jul", ShortMonth(7)),
        ("july", Month(7)),
        ("jun", ShortMonth(6)),
        ("june", Month(6)),
        ("mar", ShortMonth(3)),
        ("march", Month(3)),
        ("may", Month(5)),
        ("midday", Hour(12)),
        ("midnight", Hour(0)),
        ("mon", ShortWeekday(1)),
        ("monday", Weekday(1)),
        ("month", DateWord::Period(Period::Month)),
        ("morning", DateWord::Period(Period::Day)),
        ("night", DateWord::Period(Period::Night)),
        ("noon", Hour(12)),
        ("nov", ShortMonth(11)),
        ("november", Month(11)),
        ("oct", ShortMonth(10)),
        ("october", Month(10)),
        ("quarter", DateWord::Period(Period::Quarter)),
        ("sat", ShortWeekday(6)),
        ("saturday", Weekday(6)),
        ("sep", ShortMonth(9)),
        ("sept", ShortMonth(9)),
        ("september", Month(9)),
        ("spring", DateWord::Period(Period::Season)),
        ("summer", DateWord::Period(Period::Season)),
        ("sun", ShortWeekday(7)),
        ("sunday", Weekday(7)),
        ("thu", ShortWeekday(4)),
        ("thur", ShortWeekday(4)),
        ("thurs", ShortWeekday(4)),
        ("thursday", Weekday(4)),
        ("today", Relative(0)),
        ("tomorrow", Relative(1)),
        ("tonight", Relative(0)),
        ("tue", ShortWeekday(2)),
        ("tues", ShortWeekday(2)),
        ("tuesday", Weekday(2)),
        ("wed", ShortWeekday(3)),
        ("wednesday", Weekday(3)),
        ("week", DateWord::Period(Period::Week)),
        ("weekend", DateWord::Period(Period::Weekend)),
        ("winter", DateWord::Period(Period::Season)),
        ("year", DateWord::Period(Period::Year)),
        ("yesterday", Relative(-1)),
    ])
};

/// Whether dates are made of `word`.
#[cfg(test)]
pub(in crate::text) fn is_date_word(word: &str) -> bool {
    WORDS.get(word).is_some()
}

/// All words that dates are made of.
#[cfg(test)]
pub(in crate::text) fn date_words() -> Vec<String> {
    WORDS.words().into_iter().map(|(word, _)| word).collect()
}

/// Whether `word` names a month, whole or abbreviated, with a capital.
pub(in crate::text) fn is_month(word: &str) -> bool {
    let month = matches!(
        WORDS.get(word),
        Some(DateWord::Month(_) | DateWord::ShortMonth(_))
    );
    month && word.starts_with(|first: char| first.is_ascii_uppercase())
}

/// Whether `word` names a day of the week, whole or abbreviated, with a capital and small letters.
pub(in crate::text) fn is_weekday(word: &str) -> bool {
    let weekday = matches!(
        WORDS.get(word),
        Some(DateWord::Weekday(_) | DateWord::ShortWeekday(_))
    );
    weekday
        && matches!(word.as_bytes(), [b'A'..=b'Z', rest @ ..] if rest.iter().all(u8::is_ascii_lowercase))
}

/// The month named at token `index`, and the token after it and its dot.
pub(super) fn month_at(reader: &Reader, index: usize) -> Option<(u8, usize)> {
    if !reader.is_date_word(index) || !reader.is_capitalised(index) {
        return None;
    }
    match WORDS.get(reader.word(index))? {
        DateWord::Month(month) => Some((month, index + 1)),
        DateWord::ShortMonth(month) => Some((month, reader.after_abbreviation(index))),
        _ => None,
    }
}

/// The time zone at token `index` as ISO 8601 writes it, empty when the text leaves the offset open
/// (`ET` is two of them), and the token after it.
pub(super) fn zone_at(reader: &Reader, index: usize) -> Option<(&'static str, usize)> {
    let word = reader.word(index);
    if reader.says(index, "local") && reader.says(index + 1, "time") {
        return Some(("", index + 2));
    }
    let offset = match word {
        "GMT" | "UTC" | "Z" => "Z",
        "EST" => "-05:00",
        "EDT" => "-04:00",
        "CDT" => "-05:00",
        "MST" => "-07:00",
        "MDT" => "-06:00",
        "PST" => "-08:00",
        "PDT" => "-07:00",
        "BST" | "CET" | "MEZ" => "+01:00",
        "CEST" | "MESZ" | "EET" | "SAST" => "+02:00",
        "EEST" | "MSK" => "+03:00",
        "IST" => "+05:30",
        "PKT" => "+05:00",
        "JST" | "KST" => "+09:00",
        "ACST" => "+09:30",
        "AEST" => "+10:00",
        "AEDT" => "+11:00",
        "AWST" | "HKT" | "SGT" => "+08:00",
        "NZST" => "+12:00",
        "NZDT" => "+13:00",
        "ET" | "CT" | "MT" | "PT" | "CST" => "",
        _ => return None,
    };
    Some((offset, index + 1))
}
