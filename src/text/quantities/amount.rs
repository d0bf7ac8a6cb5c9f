//! One amount: a sign, a currency, a numeral and the unit written right after it.

use super::QuantityKind;
use super::money::{currency_at, currency_before};
use super::units::{percent_at, unit_at};
use crate::text::numerals::{Numeral, NumeralKind, numeral};
use crate::text::reader::Reader;

/// A numeral with what stands directly around it.
#[derive(Clone, Copy)]
pub(super) struct Amount<'a> {
    pub numeral: Numeral<'a>,
    /// Its first token: the currency, the sign or the numeral.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// The unit, when it is one of measure or money.
    pub unit: Option<Unit>,
    /// Whether a minus stands before it.
    pub negative: bool,
}

/// A unit that means the same wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub name: &'static str,
    pub kind: QuantityKind,
}

impl Amount<'_> {
    /// The number, with its sign.
    pub(super) fn value(&self) -> f64 {
        let value = self.numeral.value();
        if self.negative { -value } else { value }
    }
}

/// The amount whose numeral has its digits or key word at token `index`.
pub(super) fn amount<'a>(reader: &Reader<'a>, index: usize) -> Option<Amount<'a>> {
    let mut numeral = numeral(reader, index)?;
    let mut start = numeral.start;
    let mut end = numeral.end;
    let mut unit = None;
    let mut negative = false;
    let money = |name| Unit {
        name,
        kind: QuantityKind::Money,
    };
    if matches!(numeral.kind, NumeralKind::Ordinal) {
        return Some(Amount {
            numeral,
            start,
            end,
            unit,
            negative,
        });
    }
    if let Some((code, at)) = currency_before(reader, numeral.start) {
        unit = Some(money(code));
        start = at;
        if !numeral.attached.is_empty() {
            numeral = numeral.scaled(money_scale(numeral.attached)?);
            numeral.attached = "";
        } else if matches!(reader.word(end), "m" | "b" | "M" | "B") {
            numeral = numeral.scaled(money_scale(reader.word(end))?);
            end += 1;
        }
    } else if numeral.attached.is_empty()
        && let Some((code, after)) = currency_at(reader, end)
    {
        unit = Some(money(code));
        end = after;
    } else if matches!(numeral.attached, "m" | "M")
        && (super::counted::is_plural(reader.word(end)) || currency_at(reader, end).is_some())
    {
        // `3m people`, `5m euros`
        numeral = numeral.scaled(1e6);
        numeral.attached = "";
        if let Some((code, after)) = currency_at(reader, end) {
            unit = Some(money(code));
            end = after;
        }
    } else if let Some((name, after)) = percent_at(reader, end, numeral.attached) {
        let kind = QuantityKind::Percent;
        unit = Some(Unit { name, kind });
        end = after;
    } else if let Some((name, after)) = unit_at(reader, end, numeral.attached) {
        let kind = QuantityKind::Count;
        unit = Some(Unit { name, kind });
        end = after;
    } else if !numeral.attached.is_empty() {
        // `5G`, `737s`: a name.
        return None;
    }
    if let Some(sign) = start.checked_sub(1) {
        let is_minus = matches!(reader.word(sign), "-" | "−" | "–")
            && reader.touches(start)
            && !reader.touches(sign);
        if is_minus || reader.says(sign, "minus") {
            negative = true;
            start = sign;
        }
    }
    Some(Amount {
        numeral,
        start,
        end,
        unit,
        negative,
    })
}

/// The amount that begins at token `index`, perhaps with a currency first or an article: where a
/// range goes on.
pub(super) fn amount_from<'a>(reader: &Reader<'a>, index: usize) -> Option<Amount<'a>> {
    (index..index + 4).find_map(|at| amount(reader, at).filter(|amount| amount.start == index))
}

/// Scales that copy writes after an amount of money.
fn money_scale(letters: &str) -> Option<f64> {
    Some(match letters {
        "m" | "M" => 1e6,
        "b" | "B" => 1e9,
        "t" | "T" => 1e12,
        _ => return None,
    })
}
