//! Which figures of two articles stand for each other.

use super::statement::{Figure, Figures};
use super::verdict::stated;
use crate::overlap::{Edit, Overlap};
use crate::span::Span;

/// The least content words that two statements share outside aligned passages to be about one thing,
/// and the least share of those of the shorter.
const LEAST_CONTEXT: usize = 2;
const LEAST_CONTEXT_SHARE: f32 = 0.5;
/// Most figures of the other article that are tried for one figure.
const MOST_TRIED: usize = 12;
/// Most figures of an article that are looked at outside aligned passages, the first ones: no story has
/// more, and in a list that has, one figure is not evidently another.
const MOST_LOOKED_AT: usize = 400;

/// Pairs of items that stand for each other in an aligned passage, by place: first those that are
/// `equal`, wherever they stand; then those in one edit that `may` stand for each other; then the next
/// that are `alike`.
pub(super) fn facing(
    overlap: &Overlap,
    (ours, theirs): (&[Span], &[Span]),
    equal: impl Fn(usize, usize) -> bool,
    may: impl Fn(usize, usize) -> bool,
    alike: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let edit_of = |span: Span, side: fn(&Edit) -> Span| {
        let mut edits = overlap.edits.iter();
        edits.position(|edit| side(edit).overlaps(span))
    };
    let in_edit_a: Vec<_> = ours
        .iter()
        .map(|span| edit_of(*span, |edit| edit.a))
        .collect();
    let in_edit_b: Vec<_> = theirs
        .iter()
        .map(|span| edit_of(*span, |edit| edit.b))
        .collect();
    let one_edit = |a: usize, b: usize| in_edit_a[a].is_some() && in_edit_a[a] == in_edit_b[b];
    let mut free = (vec![true; ours.len()], vec![true; theirs.len()]);
    let mut pairs = Vec::new();
    let rules: [&dyn Fn(usize, usize) -> bool; 3] =
        [&equal, &|a, b| one_edit(a, b) && may(a, b), &alike];
    for rule in rules {
        for a in 0..ours.len() {
            let mut others = (0..theirs.len()).filter(|b| free.1[*b]);
            if free.0[a]
                && let Some(b) = others.find(|b| rule(a, *b))
            {
                (free.0[a], free.1[b]) = (false, false);
                pairs.push((a, b));
            }
        }
    }
    pairs
}

/// Pairs of figures in statements that no aligned passage holds and that are evidently about one
/// thing: the only toll that both articles give, or one unit in the same context.
pub(super) fn evident(a: &Figures, b: &Figures, known: (&[bool], &[bool])) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut taken = known.1.to_vec();
    for (at, one) in unknown(a, known.0) {
        let period = a.period(one);
        let free = unknown(b, known.1).filter(|(at, other)| {
            !taken[*at] && one.measure.agrees(&other.measure) && period == b.period(other)
        });
        let only = is_only(a, one, period) && is_only(b, one, period);
        let mut tried = free.take(MOST_TRIED);
        let found = tried.find(|(_, other)| only || same_context((a, one), (b, other)));
        if let Some((other, _)) = found {
            taken[other] = true;
            pairs.push((at, other));
        }
    }
    pairs
}

/// The first figures of an article that stand and are not `known`, with their places.
fn unknown<'f>(
    figures: &'f Figures,
    known: &'f [bool],
) -> impl Iterator<Item = (usize, &'f Figure<'f>)> {
    let all = figures.all.iter().enumerate();
    all.filter(|(at, figure)| !known[*at] && figure.stands())
        .take(MOST_LOOKED_AT)
}

/// Whether an article gives, for a period, one toll only of the fate that `figure` tells of.
fn is_only(figures: &Figures, figure: &Figure, period: Option<&str>) -> bool {
    let fate = figure.measure.fate;
    let mut tolls = figures.all.iter().take(MOST_LOOKED_AT).filter(|other| {
        other.stands()
            && other.measure.fate == fate
            && other.measure.agrees(&figure.measure)
            && figures.period(other) == period
    });
    let Some(first) = tolls.next().filter(|_| fate.is_some()) else {
        return false;
    };
    tolls.all(|toll| stated(toll.quantity) == stated(first.quantity))
}

/// Whether the sentences of two figures share enough words.
fn same_context((a, one): (&Figures, &Figure), (b, other): (&Figures, &Figure)) -> bool {
    let (one, other) = (a.context(one), b.context(other));
    let shared = one
        .iter()
        .filter(|stem| other.binary_search(stem).is_ok())
        .count();
    let least = one.len().min(other.len());
    shared >= LEAST_CONTEXT && shared as f32 >= LEAST_CONTEXT_SHARE * least as f32
}
