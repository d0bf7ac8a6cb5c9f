//! Times of day: `18:00 GMT`, `9 a.m.`, `7.30pm`, `1500 GMT`.

use super::value::Said;
use super::words::zone_at;
use crate::text::reader::Reader;

/// The time whose first number is token `index`, and the token after it.
pub(super) fn time_at(reader: &Reader, index: usize) -> Option<(Said, usize)> {
    let word = reader.word(index);
    let digits = word
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(word.len());
    let (number, suffix) = word.split_at(digits);
    if number.len() > 5
        || number.is_empty()
        || (reader.touches(index)
            && !matches!(reader.word_before(index, 1), "(" | "–" | "-" | "“" | "\""))
    {
        return None;
    }
    let mut end = index + 1;
    let mut minute = 0;
    let mut second = None;
    let mut hour: u8;
    let mut sure = false;
    if suffix.is_empty()
        && reader.word(end) == ":"
        && reader.touches(end)
        && reader.touches(end + 1)
    {
        hour = two_digits(number)?;
        let (minutes, meridiem) = split_meridiem(reader.word(end + 1));
        minute = exactly_two(minutes)?;
        end += 2;
        sure = true;
        if meridiem.is_empty()
            && reader.word(end) == ":"
            && reader.touches(end)
            && reader.touches(end + 1)
        {
            second = Some(exactly_two(reader.word(end + 1))?);
            end += 2;
        }
        if let Some(after_noon) = meridiem_of(meridiem) {
            hour = twelve_hours(hour, after_noon)?;
        } else if !meridiem.is_empty() {
            return None;
        }
        // `1:2:3:4` and `10:15-score` are something else.
        if reader.word(end) == ":" && reader.touches(end) && reader.touches(end + 1) {
            return None;
        }
    } else {
        let (hours, minutes) = number.split_once('.').unwrap_or((number, ""));
        if hours.len() == 4 && minutes.is_empty() && suffix.is_empty() {
            // `1500 GMT`
            let (zone, after) = zone_at(reader, end).filter(|(zone, _)| !zone.is_empty())?;
            let (hour, minute) = (two_digits(&hours[..2])?, two_digits(&hours[2..])?);
            return valid(hour, minute, None, zone, after);
        }
        hour = two_digits(hours)?;
        if !minutes.is_empty() {
            minute = exactly_two(minutes)?;
        }
        if !suffix.is_empty() {
            hour = twelve_hours(hour, meridiem_of(suffix)?)?;
            sure = true;
        } else if minutes.is_empty() && reader.says(end, "o'clock") || reader.word(end) == "o’clock"
        {
            return Some((Said::Open, end + 1));
        }
    }
    if split_meridiem(reader.word(end - 1)).1.is_empty()
        && let Some((after_noon, after)) = spaced_meridiem(reader, end)
    {
        hour = twelve_hours(hour, after_noon)?;
        end = after;
        sure = true;
    }
    let mut zone = "";
    if let Some((offset, after)) = zone_at(reader, end) {
        // `18.30 GMT`
        sure |= number.contains('.');
        zone = offset;
        end = if sure { after } else { end };
    }
    if !sure {
        return None;
    }
    valid(hour, minute, second, zone, end)
}

fn valid(
    hour: u8,
    minute: u8,
    second: Option<u8>,
    zone: &'static str,
    end: usize,
) -> Option<(Said, usize)> {
    let valid = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60);
    valid.then_some((
        Said::Time {
            hour,
            minute,
            second,
            zone,
        },
        end,
    ))
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

fn exactly_two(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| two_digits(text)).flatten()
}

/// `30pm` as `30` and `pm`.
fn split_meridiem(word: &str) -> (&str, &str) {
    word.split_at(
        word.find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(word.len()),
    )
}

/// Whether a suffix means after noon.
fn meridiem_of(suffix: &str) -> Option<bool> {
    match suffix {
        "am" | "AM" | "a.m" | "a.m." => Some(false),
        "pm" | "PM" | "p.m" | "p.m." => Some(true),
        _ => None,
    }
}

/// `a.m.`, `PM`, and `p.m` with its dot apart, as a word of its own.
fn spaced_meridiem(reader: &Reader, index: usize) -> Option<(bool, usize)> {
    let word = reader.word(index);
    let after_noon = match &*reader.lower(index) {
        b"am" if word != "Am" => false,
        b"pm" if word != "Pm" => true,
        _ => return None,
    };
    Some((after_noon, index + 1))
}

fn twelve_hours(hour: u8, after_noon: bool) -> Option<u8> {
    (1..=12)
        .contains(&hour)
        .then_some(hour % 12 + if after_noon { 12 } else { 0 })
}
