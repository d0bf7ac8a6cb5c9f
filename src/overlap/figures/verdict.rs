//! How two figures for one thing agree.

use super::NumberDifferenceKind;
use crate::text::among::among;
use crate::text::fold::lower;
use crate::text::quantities::Quantity;

/// How far from its value a hedged figure may lie: "about 300" is 270 to 330.
const HEDGE: f64 = 0.1;
/// How many times its value an open figure may stand for: nobody writes "more than 10,000" of 25,000.
const OPEN: f64 = 2.0;
/// The same for "dozens", "hundreds", "thousands", which say no more than the number of digits.
const LOOSE: f64 = 10.0;
/// The most that rounding may change a figure, as a share of it, and the least that is rounded
/// unless a fraction is: the reporter who counts 12 does not write 10.
const ROUNDED: f64 = 0.05;
const LEAST_ROUNDED: f64 = 100.0;

/// How `one` of the text `text_a` and `other` of `text_b` differ. None when they agree: `at least 12`,
/// `about 12` and `12` do.
pub(in crate::overlap) fn verdict(
    (one, text_a): (&Quantity, &str),
    (other, text_b): (&Quantity, &str),
) -> Option<NumberDifferenceKind> {
    let (words_a, words_b) = (one.span.of(text_a), other.span.of(text_b));
    if stated(one) == stated(other) {
        let beyond = is_beyond(one, words_a) != is_beyond(other, words_b);
        return beyond.then_some(NumberDifferenceKind::Precision);
    }
    let (a, b) = (range(one, words_a), range(other, words_b));
    let meet = a.0 <= b.1 && b.0 <= a.1;
    // "At least 12" and "at least 17" count the same way, and one of the counts is not the other.
    let counted_alike = is_open(one) && is_open(other) && hedge(words_a) == hedge(words_b);
    Some(if meet && !counted_alike || is_rounding(one, other) {
        NumberDifferenceKind::Precision
    } else {
        NumberDifferenceKind::Disagree
    })
}

/// The values that are written, without what a hedge makes of them.
pub(in crate::overlap) fn stated(quantity: &Quantity) -> (Option<f64>, Option<f64>) {
    let Quantity { low, high, .. } = quantity;
    (low.or(*high), high.or(*low))
}

/// Whether one end is left open.
pub(super) fn is_open(quantity: &Quantity) -> bool {
    quantity.low.is_none() || quantity.high.is_none()
}

/// Whether the hedge rules out the value that is written: `more than 180`, and not `at least 180`.
fn is_beyond(quantity: &Quantity, words: &str) -> bool {
    quantity.high.is_none() && among(&*hedge(words), "more|over|above|exceeding")
}

/// The first word of a hedge.
fn hedge(words: &str) -> String {
    let mut all = words.split(' ');
    lower(all.next().unwrap_or(""))
}

/// The values that a figure, written in these words, can have.
fn range(quantity: &Quantity, words: &str) -> (f64, f64) {
    match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high && quantity.approximate => {
            let (near, far) = (low * (1.0 - HEDGE), low * (1.0 + HEDGE));
            (near.min(far), near.max(far))
        }
        (Some(low), Some(high)) => (low, high),
        (Some(low), None) => {
            let times = if words.bytes().any(|byte| byte.is_ascii_digit()) {
                OPEN
            } else if is_loose(words) {
                LOOSE
            } else {
                OPEN
            };
            (low, low.max(low * times))
        }
        (None, high) => (f64::NEG_INFINITY, high.unwrap_or(f64::INFINITY)),
    }
}

/// Whether the words are a plural that names no number: `dozens of people`.
fn is_loose(words: &str) -> bool {
    const LOOSELY: [&str; 8] = [
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "tens",
        "several",
    ];
    let mut all = words.split(' ');
    all.any(|word| LOOSELY.iter().any(|loose| word.eq_ignore_ascii_case(loose)))
}

/// Whether one figure is the other, rounded: `$2.3 million` of $2.34 million, `61 percent` of 61.4.
fn is_rounding(one: &Quantity, other: &Quantity) -> bool {
    let value = |quantity: &Quantity| quantity.low.filter(|_| quantity.low == quantity.high);
    let (Some(a), Some(b)) = (value(one), value(other)) else {
        return false;
    };
    let rounds = |coarse: f64, fine: f64| {
        let mut step = 1.0;
        if coarse.fract() == 0.0 && fine.fract() == 0.0 {
            while coarse % (step * 10.0) == 0.0 && step < coarse.abs() {
                step *= 10.0;
            }
        }
        let fraction = fine.fract() != 0.0 && coarse.fract() == 0.0;
        (fraction || coarse.abs() >= LEAST_ROUNDED)
            && (coarse - fine).abs() <= step / 2.0
            && (coarse - fine).abs() <= coarse.abs() * ROUNDED
    };
    rounds(a, b) || rounds(b, a)
}
