//! Quotations that are cut short.

use super::side::{Side, contiguous, ids};
use super::{QuoteChange, QuoteChangeKind};
use crate::overlap::Overlap;

/// A quotation is wholly there in parts when the parts hold this share of it.
const NEARLY_ALL: f32 = 0.9;

/// Quotations of which the other article quotes a part. A quotation that the other article breaks
/// in two and still quotes whole is not changed.
pub(super) fn partial(
    a: &Side,
    b: &Side,
    overlaps: &[Overlap],
    known_a: &mut [bool],
    known_b: &mut [bool],
    changes: &mut Vec<QuoteChange>,
) {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for overlap in overlaps {
        for in_a in a.quotes_in(overlap.a) {
            for in_b in b.quotes_in(overlap.b) {
                let (one, other) = (&a.quotes[in_a].1, &b.quotes[in_b].1);
                let fresh = !known_a[in_a] || !known_b[in_b];
                let part = one.len() != other.len() && contiguous(a.print, one, b.print, other);
                if fresh && part && !parts.contains(&(in_a, in_b)) {
                    parts.push((in_a, in_b));
                }
            }
        }
    }
    for &(in_a, in_b) in &parts {
        let (one, other) = (&a.quotes[in_a], &b.quotes[in_b]);
        let (longer, held): (usize, usize) = if one.1.len() > other.1.len() {
            let held = parts.iter().filter(|part| part.0 == in_a);
            (one.1.len(), held.map(|part| b.quotes[part.1].1.len()).sum())
        } else {
            let held = parts.iter().filter(|part| part.1 == in_b);
            (
                other.1.len(),
                held.map(|part| a.quotes[part.0].1.len()).sum(),
            )
        };
        let whole = held as f32 >= longer as f32 * NEARLY_ALL;
        let fresh = !known_a[in_a] && !known_b[in_b];
        if !whole && fresh && is_cut(a, in_a, b, in_b) {
            changes.push(QuoteChange {
                kind: QuoteChangeKind::Partial,
                a: one.0.span,
                b: other.0.span,
                edits: Vec::new(),
            });
        }
    }
    for (in_a, in_b) in parts {
        known_a[in_a] = true;
        known_b[in_b] = true;
    }
}

/// Whether the shorter of two quotations stands in the longer one word for word, and is cut out of
/// the middle of a sentence: to leave out whole sentences changes nothing.
fn is_cut(a: &Side, in_a: usize, b: &Side, in_b: usize) -> bool {
    let (one, other) = (&a.quotes[in_a].1, &b.quotes[in_b].1);
    let (short, long, long_print) = if one.len() < other.len() {
        (ids(a.print, one), other, b.print)
    } else {
        (ids(b.print, other), one, a.print)
    };
    let words = ids(long_print, long);
    let mut places = words.windows(short.len()).enumerate();
    let Some((place, _)) = places.find(|(_, window)| *window == short) else {
        return false;
    };
    let start = long.start + place;
    let end = start + short.len();
    let begins = |term: usize| {
        let mut units = long_print.units.iter();
        units.any(|unit| unit.terms.start == term)
    };
    !((start == long.start || begins(start)) && (end == long.end || begins(end)))
}
