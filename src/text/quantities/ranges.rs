//! Two amounts that belong together: a range, or a change from one to the other.

use super::amount::{Amount, amount_from};
use super::counted::counted;
use crate::text::numerals::NumeralKind;
use crate::text::reader::Reader;

/// What an amount makes with the one after it.
pub(super) enum Pair<'a> {
    /// Nothing.
    None,
    /// `11,000 to 12,000`, `between 3 and 5 percent`, `2-3 million`.
    Range(Amount<'a>, Amount<'a>),
    /// `rose from 3 to 5 percent`: two figures.
    Change(Amount<'a>, Amount<'a>),
}

/// What `first` makes with the amount after it. What is written once, at the end, holds for both:
/// the unit, and the scale of `2 to 3 million`.
pub(super) fn pair<'a>(reader: &Reader<'a>, first: &Amount<'a>) -> Pair<'a> {
    let Some(second) = second(reader, first) else {
        return Pair::None;
    };
    if first.unit.is_some() && second.unit.is_some() && first.unit != second.unit {
        return Pair::None;
    }
    let mut first = *first;
    let lends_scale = first.numeral.scale() == 1.0
        && second.numeral.scale() > 1.0
        && first.numeral.value() < second.numeral.coefficient();
    if lends_scale {
        first.numeral = first.numeral.scaled(second.numeral.scale());
    }
    // `from 3 to 5 percent`, and with the larger first `by 83 to 17 percent`.
    let from = reader.says_before(first.start, 1, "from");
    let change = reader.says(first.end, "to")
        && (first.value() >= second.value()
            || from && !speaks_of_range(reader, first.start)
            || rises_by(reader, &first, &second));
    if change {
        first.unit = first.unit.or(second.unit);
        return Pair::Change(first, second);
    }
    if first.value() < second.value() {
        Pair::Range(first, second)
    } else {
        Pair::None
    }
}

/// `rose by 1,204 to 98,000`: a step and where it led. Where only the second has a unit or a noun,
/// it is a range: `by 2 to 3 percent`.
fn rises_by(reader: &Reader, first: &Amount, second: &Amount) -> bool {
    let shares_unit = first.unit.is_none()
        && (second.unit.is_some() || counted(reader, second.end, false).is_some());
    reader.says_before(first.start, 1, "by") && !shares_unit
}

/// The amount tied to `first` by `to`, `or`, a dash, or by `and` after `between`.
fn second<'a>(reader: &Reader<'a>, first: &Amount<'a>) -> Option<Amount<'a>> {
    let connects = match &*reader.lower(first.end) {
        b"to" | b"or" => true,
        // `between the ages of eight and 14`
        b"and" => (1..=4).any(|by| reader.says_before(first.start, by, "between")),
        _ => reader.joins(first.end),
    };
    let cardinal = |amount: &Amount| {
        matches!(
            amount.numeral.kind,
            NumeralKind::Cardinal | NumeralKind::Share
        )
    };
    if !connects || !cardinal(first) {
        return None;
    }
    amount_from(reader, first.end + 1).filter(|second| cardinal(second) && !second.negative)
}

/// Whether a `from` before token `start` opens a range: `range from 40 to 60`, `aged from 5 to 12`.
fn speaks_of_range(reader: &Reader, start: usize) -> bool {
    (2..=4).any(|by| {
        reader.says_before(
            start,
            by,
            "range|ranged|ranges|ranging|vary|varied|varies|varying|anything|anywhere|aged|ages|\
            estimates|between",
        )
    })
}
