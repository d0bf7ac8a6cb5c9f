//! Quantities: figures with their range, unit and hedge.

mod amount;
mod context;
mod counted;
mod hedges;
mod money;
mod ranges;
mod units;

use super::dates::Dated;
use super::numerals::NumeralKind;
use super::reader::Reader;
use super::references::reference_end;
use super::tokens::{Token, TokenKind};
use crate::span::Span;
use crate::text::fold::lower;
use amount::{Amount, Unit, amount};
use context::{after_old, follows_toll, is_age, is_in_name, is_population, speaks_of_score};
pub(in crate::text) use counted::is_plural;
use counted::{counted, counts_people};
use hedges::{Hedge, hedge_after, hedge_before};
use money::currency_at;
use ranges::{Pair, pair};
use units::{percent_at, unit_at};

/// What a quantity measures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuantityKind {
    /// Things that are counted or measured: `more than 10,000 troops`.
    Count,
    /// An amount of a currency; the unit is the ISO 4217 code where it is known.
    Money,
    /// Percent or percentage points.
    Percent,
    /// A place in an order: `third`.
    Ordinal,
}

/// One figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// The hedge, the figure and its unit.
    pub span: Span,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least it can be; none when open downwards (`up to 500`). Always finite.
    pub low: Option<f64>,
    /// The most it can be; none when open upwards (`more than 10,000`). Always finite.
    pub high: Option<f64>,
    /// What is counted: the head noun in lower case (`soldiers`), a unit of measure spelled out
    /// (`kilometres`, `percent`, `percentage points`), or an ISO 4217 code (`USD`); the word where
    /// countries share it (`pesos`).
    pub unit: Option<String>,
    /// Whether a hedge says that the figure is not exact.
    pub approximate: bool,
}

/// The quantities of a paragraph, whose `tokens` stand in `text` and whose `dates` are read. Ordered,
/// apart from each other and from the dates.
pub(crate) fn quantities(text: &str, tokens: &[Token], dates: &[Dated]) -> Vec<Quantity> {
    let mut scanner = Scanner {
        found: Vec::new(),
        others: None,
        floor: 0,
    };
    let reader = Reader::new(text, tokens, 0..tokens.len());
    // Dates cut a paragraph into stretches: no figure reaches over one.
    let mut start = 0;
    for date in dates.iter().map(Dated::tokens) {
        scanner.scan(&reader.until(date.start), start);
        start = date.end;
    }
    scanner.scan(&reader, start);
    scanner.found
}

impl Quantity {
    /// The same quantity, `by` bytes further on.
    pub(crate) fn shifted(&self, by: u32) -> Self {
        Self {
            span: self.span.shifted(by),
            ..self.clone()
        }
    }
}

/// Whether a unit of measure or money, a percent sign or a scale stands at token `index`.
pub(in crate::text) fn is_measure(reader: &Reader, index: usize) -> bool {
    percent_at(reader, index, "").is_some()
        || unit_at(reader, index, "").is_some()
        || currency_at(reader, index).is_some()
        || reader.says(index, "million|billion|crore|lakh|people")
}

/// What has been read of a paragraph so far.
struct Scanner {
    found: Vec<Quantity>,
    /// What was last counted, for `others`.
    others: Option<String>,
    /// The first token that no quantity and no date holds yet.
    floor: usize,
}

impl Scanner {
    /// Reads the figures from token `start` to the end of `reader`.
    fn scan(&mut self, reader: &Reader, start: usize) {
        self.floor = start;
        let mut index = start;
        while index < reader.range().end {
            let begins = match reader.kind(index) {
                Some(TokenKind::Number) => true,
                Some(TokenKind::Word) => reader.is_number_word(index),
                _ => false,
            };
            index = match begins.then(|| self.figure(reader, index)).flatten() {
                Some(next) => next.max(index + 1),
                None => index + 1,
            };
        }
    }

    /// Reads the figure at token `index`; the token to go on from.
    fn figure(&mut self, reader: &Reader, index: usize) -> Option<usize> {
        if let Some(end) = reference_end(reader, index) {
            return Some(end);
        }
        let first = amount(reader, index)?;
        if first.start < self.floor {
            return None;
        }
        if is_in_name(reader, &first) {
            return Some(first.end);
        }
        if let Some(end) = self.score(reader, &first) {
            return Some(end);
        }
        Some(match pair(reader, &first) {
            Pair::Range(low, high) => self.push(reader, low, Some(high)),
            Pair::Change(from, to) => {
                self.push_plain(reader, &from);
                self.push(reader, to, None)
            }
            Pair::None => self.push(reader, first, None),
        })
    }

    /// Adds a figure with its hedge and its noun; the token after it.
    fn push(&mut self, reader: &Reader, first: Amount, second: Option<Amount>) -> usize {
        let last = second.unwrap_or(first);
        let (mut low, mut high) = (first.value(), last.value());
        let unit = last.unit.or(first.unit);
        let mut start = first.start;
        let mut end = last.end;
        if second.is_some() && reader.says_before(start, 1, "between|from") {
            start -= 1;
        }
        let mut hedge = match first.numeral.kind {
            NumeralKind::Open => Some(Hedge::AtLeast),
            NumeralKind::Loose => Some(Hedge::About),
            _ => None,
        };
        if first.numeral.kind == NumeralKind::Ordinal {
            self.add(
                reader,
                start..end,
                QuantityKind::Ordinal,
                (Some(low), Some(high)),
                None,
                false,
            );
            return end;
        }
        if let Some((before, at)) = hedge_before(reader, start, last.numeral.end)
            && at >= self.floor
        {
            hedge = Some(before);
            start = at;
        }
        if let Some((after, at)) = hedge_after(reader, end) {
            hedge = Some(after);
            end = at;
        }
        let mut kind = unit.map_or(QuantityKind::Count, |unit| unit.kind);
        let mut name = unit.map(|unit| unit.name.to_owned());
        if first.numeral.kind == NumeralKind::Share && unit.is_none() {
            kind = QuantityKind::Percent;
            (low, high) = (low * 100.0, high * 100.0);
            name = Some("percent".to_owned());
        } else if unit.is_none() {
            let (noun, after) = self.noun(reader, start, end, &last);
            end = end.max(after);
            name = noun;
            if let Some((after, at)) = hedge_after(reader, end) {
                hedge = Some(after);
                end = at;
            }
        } else if matches!(unit, Some(Unit { name: "years", .. })) {
            end = after_old(reader, end);
        }
        let range = match hedge {
            Some(Hedge::AtLeast) => (Some(low), None),
            Some(Hedge::AtMost) => (None, Some(high)),
            _ => (Some(low.min(high)), Some(high.max(low))),
        };
        self.add(reader, start..end, kind, range, name, hedge.is_some());
        end
    }

    /// Adds an amount as it stands.
    fn push_plain(&mut self, reader: &Reader, amount: &Amount) {
        let kind = amount.unit.map_or(QuantityKind::Count, |unit| unit.kind);
        let name = amount.unit.map(|unit| unit.name.to_owned());
        let value = Some(amount.value());
        self.add(
            reader,
            amount.start..amount.end,
            kind,
            (value, value),
            name,
            false,
        );
    }

    fn add(
        &mut self,
        reader: &Reader,
        tokens: std::ops::Range<usize>,
        kind: QuantityKind,
        (low, high): (Option<f64>, Option<f64>),
        unit: Option<String>,
        approximate: bool,
    ) {
        self.floor = tokens.end;
        self.found.push(Quantity {
            span: reader.span(tokens),
            kind,
            low,
            high,
            unit,
            approximate,
        });
    }

    /// What a figure without a unit of measure counts, and the token after the words that say so.
    fn noun(
        &mut self,
        reader: &Reader,
        start: usize,
        end: usize,
        last: &Amount,
    ) -> (Option<String>, usize) {
        let of = usize::from(reader.says_before(start, 1, "of"));
        if reader.says_before(start, 1 + of, "magnitude")
            || reader.joins(end) && reader.says(end + 1, "magnitude")
        {
            let after = if reader.joins(end) { end + 2 } else { end };
            return (Some("magnitude".to_owned()), after);
        }
        if is_age(reader, start, end, last) {
            return (Some("years".to_owned()), end);
        }
        let singular = last.value() == 1.0;
        if let Some(counted) = counted(reader, end, singular) {
            let noun = lower(reader.word(counted.head));
            let refers_back = matches!(noun.as_str(), "others");
            let noun = match &self.others {
                Some(counted) if refers_back => counted.clone(),
                _ => noun,
            };
            self.others = Some(noun.clone());
            return (Some(noun), counted.end);
        }
        if counts_people(reader, start, end) {
            self.others = Some("people".to_owned());
            return (Some("people".to_owned()), end);
        }
        if follows_toll(reader, start) {
            return (Some("deaths".to_owned()), end);
        }
        if is_population(reader, start, end) {
            return (Some("people".to_owned()), end);
        }
        (None, end)
    }

    /// Two whole numbers tied by a dash that are no range: `won 3-1`, `voted 52-48`. Each is a figure.
    fn score(&mut self, reader: &Reader, first: &Amount) -> Option<usize> {
        let dash = first.end;
        let plain = |amount: &Amount| {
            amount.unit.is_none()
                && amount.end == amount.start + 1
                && amount.numeral.kind == NumeralKind::Cardinal
                && amount.value() < 1000.0
        };
        if !(plain(first) && reader.joins(dash) && reader.is_number(dash + 1)) {
            return None;
        }
        let second = amount(reader, dash + 1).filter(plain)?;
        let descends = second.value() <= first.value();
        if !descends && !speaks_of_score(reader, first.start, second.end) {
            return None;
        }
        for side in [first, &second] {
            let value = Some(side.value());
            let unit = Some("score".to_owned());
            self.add(
                reader,
                side.start..side.end,
                QuantityKind::Count,
                (value, value),
                unit,
                false,
            );
        }
        Some(second.end)
    }
}
