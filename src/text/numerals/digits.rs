//! Numbers written in digits, and the words that multiply them.

use super::compose::{add_fraction, share_of_group, with_half, with_scales};
use super::{Numeral, NumeralKind, plain};
use crate::text::reader::Reader;

/// The number that begins with the digits at token `index`.
pub(super) fn digits<'a>(reader: &Reader<'a>, index: usize) -> Option<Numeral<'a>> {
    let word = reader.word(index);
    let (mantissa, divisor, attached) = decimal(word)?;
    let mut numeral = Numeral {
        divisor,
        ..plain(index, index + 1, mantissa, 1.0)
    };
    match attached {
        "" => {}
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => {
            numeral.kind = NumeralKind::Ordinal;
            return (divisor == 1.0).then_some(numeral);
        }
        _ => match attached_scale(attached) {
            Some(scale) => numeral.scale = scale,
            None => {
                numeral.attached = attached;
                return Some(numeral);
            }
        },
    }
    if reader.touches(numeral.end)
        && let Some(part) = vulgar_fraction(reader.word(numeral.end))
    {
        numeral = add_fraction(numeral, part);
        numeral.end += 1;
    }
    let numeral = with_half(reader, with_scales(reader, numeral, true));
    Some(share_of_group(reader, numeral).unwrap_or(numeral))
}

/// The mantissa, divisor and rest of a word that begins with digits. `None` when its separators make
/// no number, or it has more digits than a figure of the news, or than a float holds exactly.
pub(super) fn decimal(word: &str) -> Option<(f64, f64, &str)> {
    if let Some(value) = plain_digits(word) {
        return Some((value, 1.0, ""));
    }
    if let Some(part) = vulgar_fraction(word) {
        return Some((part, 1.0, ""));
    }
    let end = word
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’')))
        .unwrap_or(word.len());
    let written = word[..end].trim_end_matches(['.', ',', '\'', '’']);
    let groups = written.split(['.', ',', '\'', '’']);
    let count = groups.clone().count();
    let last = groups.clone().next_back()?;
    let separator = written
        .find(['.', ',', '\'', '’'])
        .map(|at| written[at..].chars().next());
    let same = separator.is_none_or(|first| {
        let first = first.unwrap_or(',');
        written
            .matches(['.', ',', '\'', '’'])
            .all(|mark| mark.starts_with(first))
    });
    let last_mark = written[..written.len() - last.len()].chars().next_back();
    // `1.5`, `1,000.5`, and the decimal comma of `4,50`; a comma before three digits groups thousands.
    let is_decimal = match last_mark {
        Some('.') => count == 2 || !same,
        Some(',') => (count == 2 && last.len() != 3) || !same,
        _ => false,
    };
    let whole_groups = if is_decimal { count - 1 } else { count };
    let grouped = groups
        .clone()
        .take(whole_groups)
        .enumerate()
        .all(|(place, group)| {
            let is_last = place + 1 == whole_groups;
            // Groups before the last hold three digits, or two in Indian copy: `1,20,000`.
            match place {
                0 if whole_groups == 1 => !group.is_empty(),
                0 => (1..=3).contains(&group.len()),
                _ if is_last => group.len() == 3,
                _ => group.len() == 2 || group.len() == 3,
            }
        });
    if !grouped || last.is_empty() {
        return None;
    }
    let mut mantissa: u64 = 0;
    let mut significant = 0;
    for digit in written.bytes().filter(u8::is_ascii_digit) {
        mantissa = mantissa
            .checked_mul(10)?
            .checked_add(u64::from(digit - b'0'))?;
        significant += u32::from(mantissa > 0);
        if significant > 15 {
            return None;
        }
    }
    let decimals = if is_decimal { last.len() } else { 0 };
    if decimals > 15 {
        return None;
    }
    let rest = &word[written.len()..];
    let rest = rest.trim_start_matches(['.', ',']);
    Some((mantissa as f64, 10_f64.powi(decimals as i32), rest))
}

/// The value of a short word that is nothing but digits, as most figures are.
fn plain_digits(word: &str) -> Option<f64> {
    let mut value: u32 = 0;
    for byte in word.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value.checked_mul(10)?.checked_add((byte - b'0').into())?;
    }
    (!word.is_empty()).then_some(value.into())
}

fn vulgar_fraction(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        _ => return None,
    })
}

/// Scales written onto digits. `m` is left to the caller.
fn attached_scale(letters: &str) -> Option<f64> {
    Some(match letters {
        "k" | "K" => 1e3,
        "mn" | "mln" | "mio" => 1e6,
        "bn" | "BN" | "Bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}
