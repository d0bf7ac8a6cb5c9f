//! Numbers written in words.

use super::compose::{share_of_group, with_half, with_scales};
use super::vocabulary::{NumberWord, TIME_UNITS, number_word};
use super::{Numeral, NumeralKind, plain};
use crate::text::among::among;
use crate::text::reader::Reader;
use crate::text::tokens::TokenKind;

/// The number whose key word is token `index`.
pub(super) fn words<'a>(reader: &Reader<'a>, index: usize) -> Option<Numeral<'a>> {
    match number_word(reader, index)? {
        NumberWord::Small(_) | NumberWord::Tens(_) => {
            let numeral = cardinal(reader, index, index, 0.0)?;
            if let Some(share) = parts(reader, numeral) {
                return Some(share);
            }
            if let Some(ordinal) = compound_ordinal(reader, numeral) {
                return Some(ordinal);
            }
            let numeral = with_half(reader, numeral);
            Some(share_of_group(reader, numeral).unwrap_or(numeral))
        }
        NumberWord::Scale(scale) => scale_alone(reader, index, scale),
        NumberWord::Many(base) => many(reader, index, base),
        NumberWord::Couple => couple(reader, index),
        NumberWord::Half => half(reader, index),
        NumberWord::Part(denominator) => part(reader, index, denominator),
        NumberWord::Ordinal(place) => ordinal(reader, index, place),
        NumberWord::ShortScale(_) | NumberWord::Parts(_) => None,
    }
}

/// Number words from token `at` on, added to `start_value`: `two hundred and fifty thousand`.
fn cardinal<'a>(
    reader: &Reader<'a>,
    start: usize,
    at: usize,
    start_value: f64,
) -> Option<Numeral<'a>> {
    let mut total = 0.0;
    let mut current = start_value;
    // What was added last decides what may follow: tens take units, hundreds take anything smaller.
    let mut room = if start_value == 0.0 {
        f64::INFINITY
    } else {
        start_value
    };
    let mut end = at;
    let mut scale_so_far = f64::INFINITY;
    loop {
        let mut next = end;
        if end > at || start_value > 0.0 {
            // `twenty-one`; `one hundred and five`
            if reader.joins(end) || (room >= 100.0 && reader.says(end, "and")) {
                next = end + 1;
            }
        }
        match number_word(reader, next) {
            Some(NumberWord::Small(value))
                if (value < 10 && room > 9.0 && value > 0) || room >= 100.0 =>
            {
                current += f64::from(value);
                room = 0.0;
            }
            Some(NumberWord::Tens(value)) if room >= 100.0 => {
                current += f64::from(value);
                room = 10.0;
            }
            Some(NumberWord::Scale(scale)) if next == end || reader.joins(end) => {
                if scale == 100.0 && current < 100.0 {
                    current *= 100.0;
                    room = 100.0;
                } else if scale >= 1000.0 && scale < scale_so_far && current > 0.0 {
                    total += current * scale;
                    current = 0.0;
                    room = scale;
                    scale_so_far = scale;
                } else if scale == 12.0 && total == 0.0 {
                    current *= 12.0;
                    end = next + 1;
                    break;
                } else {
                    break;
                }
            }
            _ => break,
        }
        end = next + 1;
    }
    let value = total + current;
    // A round number of millions keeps its scale apart, so that a range can lend it: `two to three million`.
    let scale = if current == 0.0 && scale_so_far.is_finite() && total % scale_so_far == 0.0 {
        scale_so_far
    } else {
        1.0
    };
    (end > at || start_value > 0.0).then(|| plain(start, end, value / scale, scale))
}

/// `two-thirds`, `one fifth`, `three quarters`.
fn parts<'a>(reader: &Reader<'a>, numerator: Numeral<'a>) -> Option<Numeral<'a>> {
    let at = numerator.end + usize::from(reader.joins(numerator.end));
    let one = numerator.value() == 1.0;
    let denominator = match number_word(reader, at)? {
        NumberWord::Parts(denominator) if !one => denominator,
        NumberWord::Part(denominator) if one => denominator,
        NumberWord::Ordinal(denominator) if one && denominator > 2 => denominator,
        NumberWord::Half if one => 2,
        _ => return None,
    };
    Some(of_scale(
        reader,
        Numeral {
            end: at + 1,
            kind: NumeralKind::Share,
            divisor: f64::from(denominator),
            ..numerator
        },
    ))
}

/// `twenty-first`.
fn compound_ordinal<'a>(reader: &Reader<'a>, tens: Numeral<'a>) -> Option<Numeral<'a>> {
    if !reader.joins(tens.end) {
        return None;
    }
    let place = match number_word(reader, tens.end + 1)? {
        NumberWord::Ordinal(place) if place < 10 => place,
        _ => return None,
    };
    (tens.value() % 10.0 == 0.0 && tens.value() > 0.0).then(|| Numeral {
        end: tens.end + 2,
        kind: NumeralKind::Ordinal,
        mantissa: tens.value() + f64::from(place),
        scale: 1.0,
        ..tens
    })
}

/// `a hundred`, `several thousand`, `a few dozen`.
fn scale_alone<'a>(reader: &Reader<'a>, index: usize, scale: f64) -> Option<Numeral<'a>> {
    let before = reader.lower_before(index, 1);
    match &*before {
        b"a" | b"an" | b"every" | b"per" => {
            let start = index - usize::from(matches!(&*before, b"a" | b"an"));
            if scale < 100.0 {
                return Some(plain(start, index + 1, scale, 1.0));
            }
            let first = if scale == 100.0 { 100.0 } else { 0.0 };
            let numeral = if first > 0.0 {
                cardinal(reader, start, index + 1, first)?
            } else {
                plain(start, index + 1, 1.0, scale)
            };
            Some(with_half(reader, with_scales(reader, numeral, false)))
        }
        b"several" | b"few" => {
            let article = reader.says_before(index, 2, "a");
            let numeral = plain(index - 1 - usize::from(article), index + 1, 2.0, scale);
            Some(Numeral {
                kind: NumeralKind::Open,
                ..with_scales(reader, numeral, false)
            })
        }
        _ => None,
    }
}

/// `thousands`, `tens of thousands`, `several hundreds`. A plural stands for at least one of its
/// kind, and for two after `several`.
fn many<'a>(reader: &Reader<'a>, index: usize, base: f64) -> Option<Numeral<'a>> {
    let several = reader.says_before(index, 1, "several");
    let mut numeral = Numeral {
        kind: NumeralKind::Open,
        ..plain(
            index - usize::from(several),
            index + 1,
            if several { 2.0 } else { 1.0 },
            base,
        )
    };
    let of = reader.says(index + 1, "of");
    if of && let Some(NumberWord::Many(scale)) = number_word(reader, index + 2) {
        if scale > base {
            numeral = numeral.scaled(scale);
            numeral.end = index + 3;
        }
    } else if !of && reader.says(index, "tens|scores") {
        // `he scores`
        return None;
    }
    Some(numeral)
}

/// `a couple of officers`, `a couple of dozen tents`.
fn couple<'a>(reader: &Reader<'a>, index: usize) -> Option<Numeral<'a>> {
    let is_figure =
        reader.says_before(index, 1, "a") && reader.says(index + 1, "of|hundred|dozen|thousand");
    if !is_figure {
        return None;
    }
    let of = usize::from(reader.says(index + 1, "of"));
    let mut numeral = plain(index - 1, index + 1 + of, 2.0, 1.0);
    numeral = with_scales(reader, numeral, false);
    numeral.kind = NumeralKind::Loose;
    Some(numeral)
}

/// `half a million`, `half a dozen`, `half an hour`, `half of the voters`; not `the second half`.
fn half<'a>(reader: &Reader<'a>, index: usize) -> Option<Numeral<'a>> {
    let share = Numeral {
        kind: NumeralKind::Share,
        divisor: 2.0,
        ..plain(index, index + 1, 1.0, 1.0)
    };
    match &*reader.lower(index + 1) {
        b"a" | b"an" => {
            let after = reader.lower(index + 2);
            if let Some(NumberWord::Scale(scale)) = number_word(reader, index + 2) {
                return Some(Numeral {
                    end: index + 3,
                    kind: NumeralKind::Cardinal,
                    ..share.scaled(scale)
                });
            }
            (TIME_UNITS.holds(reader.word(index + 2))
                || among(&*after, "percentage|percent|per|mile|point"))
            .then_some(Numeral {
                end: index + 2,
                kind: NumeralKind::Cardinal,
                ..share
            })
        }
        b"of" | b"the" | b"its" | b"their" | b"his" | b"her" | b"our" | b"all" => {
            // `the other half of`, `the first half of`
            let named =
                reader.says_before(index, 1, "other|second|first|latter|better|this|last|the")
                    || reader.is_number_word(index.wrapping_sub(1));
            (!named).then(|| of_scale(reader, share))
        }
        // `about half said no`
        _ => reader
            .says_before(index, 1, "about|around|nearly|almost|roughly|than|least")
            .then_some(share)
            .filter(|_| !reader.joins(index + 1)),
    }
}

/// `a quarter of`, `a third of a million`, `fell by almost a third`.
fn part<'a>(reader: &Reader<'a>, index: usize, denominator: u8) -> Option<Numeral<'a>> {
    let is_share = reader.says_before(index, 1, "a")
        && (reader.says(index + 1, "of")
            || !reader.is_word(index + 1)
                && !reader.joins(index + 1)
                && reader.says_before(index, 2, "by|almost|nearly|about|than|to|roughly"));
    is_share.then(|| {
        of_scale(
            reader,
            Numeral {
                kind: NumeralKind::Share,
                divisor: f64::from(denominator),
                ..plain(index - 1, index + 1, 1.0, 1.0)
            },
        )
    })
}

/// A share of a number is a number: `a quarter of a million`.
fn of_scale<'a>(reader: &Reader<'a>, share: Numeral<'a>) -> Numeral<'a> {
    let of_one = reader.says(share.end, "of") && reader.says(share.end + 1, "a");
    match number_word(reader, share.end + 2) {
        Some(NumberWord::Scale(scale)) if of_one => Numeral {
            end: share.end + 3,
            kind: NumeralKind::Cardinal,
            ..share.scaled(scale)
        },
        _ => share,
    }
}

/// `the third attack`, `finished fourth`; `a third of` is a share.
fn ordinal<'a>(reader: &Reader<'a>, index: usize, place: u8) -> Option<Numeral<'a>> {
    if let Some(share) = (place > 2).then(|| part(reader, index, place)).flatten() {
        return Some(share);
    }
    let before = reader.lower_before(index, 1);
    let after_determiner = reader.kind(index.wrapping_sub(1)) == Some(TokenKind::Possessive)
        || among(
            &*before,
            "the|a|an|his|her|its|their|our|my|your|this|that|every|for",
        );
    let is_place = match place {
        // `first` and `second` are more often an adverb and a moment.
        1 => after_determiner && !matches!(&*before, b"for"),
        2 => after_determiner && reader.is_word(index + 1) || reader.joins(index + 1),
        _ => true,
    };
    // `the second-largest city`, but `a third-party app`
    let ranks = !reader.joins(index + 1)
        || reader.lower(index + 2).ends_with(b"est")
        || reader.says(index + 2, "placed|ranked|seeded|most|ever|quarter|year");
    (is_place && ranks).then(|| Numeral {
        kind: NumeralKind::Ordinal,
        ..plain(index, index + 1, f64::from(place), 1.0)
    })
}
