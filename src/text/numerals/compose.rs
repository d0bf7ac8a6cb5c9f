//! What follows a number and makes another number of it: a scale, `and a half`, `out of ten`.

use super::digits::decimal;
use super::vocabulary::{NumberWord, TIME_UNITS, number_word};
use super::{Numeral, NumeralKind};
use crate::text::among::among;
use crate::text::reader::Reader;

/// Takes in the scale words that follow: `million`, `thousand crore`, `-billion`.
pub(super) fn with_scales<'a>(
    reader: &Reader<'a>,
    numeral: Numeral<'a>,
    after_digits: bool,
) -> Numeral<'a> {
    let mut numeral = numeral;
    // `hundred thousand million` is as long as it gets.
    for _ in 0..3 {
        let at = numeral.end + usize::from(reader.joins(numeral.end));
        let scale = match number_word(reader, at) {
            Some(NumberWord::Scale(scale)) => scale,
            Some(NumberWord::Many(scale)) if scale > 20.0 => scale,
            Some(NumberWord::ShortScale(scale)) if after_digits => scale,
            _ => return numeral,
        };
        numeral = numeral.scaled(scale);
        numeral.end = at + 1;
    }
    numeral
}

/// Takes in `and a half`, and a scale after it: `one and a half million`.
pub(super) fn with_half<'a>(reader: &Reader<'a>, numeral: Numeral<'a>) -> Numeral<'a> {
    let at = numeral.end;
    let follows = reader.says(at, "and") && reader.says(at + 1, "a") && reader.says(at + 2, "half");
    if !follows {
        return numeral;
    }
    let mut with = add_fraction(numeral, 0.5);
    with.end = at + 3;
    with_scales(reader, with, false)
}

pub(super) fn add_fraction<'a>(numeral: Numeral<'a>, part: f64) -> Numeral<'a> {
    Numeral {
        mantissa: numeral.mantissa + part * numeral.divisor,
        ..numeral
    }
}

/// `one in five`, `nine out of 10`: the share it is. Only with a whole that people mean as a
/// proportion, since `killed three in 24 hours` has the same shape.
pub(super) fn share_of_group<'a>(reader: &Reader<'a>, part: Numeral<'a>) -> Option<Numeral<'a>> {
    let tie = reader.lower(part.end);
    if !among(&*tie, "in|of|out") {
        return None;
    }
    let whole_at = match &*reader.lower(part.end + 1) {
        b"every" | b"of" => part.end + 2,
        _ if &*tie == b"in" => part.end + 1,
        _ => return None,
    };
    let whole = small_cardinal(reader, whole_at)?;
    let proportion = match &*tie {
        b"in" | b"of" => part.value() == 1.0 || whole == 10.0 || whole == 100.0,
        _ => whole <= 10.0 || whole == 100.0,
    };
    let time_follows =
        TIME_UNITS.holds(reader.word(whole_at + 1)) || reader.is_number(whole_at + 1);
    (proportion && !time_follows && part.scale == 1.0 && part.value() < whole).then(|| Numeral {
        end: whole_at + 1,
        kind: NumeralKind::Share,
        divisor: part.divisor * whole,
        ..part
    })
}

/// A whole number written as one token.
fn small_cardinal(reader: &Reader, index: usize) -> Option<f64> {
    if reader.is_number(index) {
        return match decimal(reader.word(index))? {
            (value, 1.0, "") if value <= 1000.0 => Some(value),
            _ => None,
        };
    }
    match number_word(reader, index)? {
        NumberWord::Small(value) | NumberWord::Tens(value) => Some(f64::from(value)),
        _ => None,
    }
}
