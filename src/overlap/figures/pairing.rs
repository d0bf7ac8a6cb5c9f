//! Which figures of two articles stand for each other.

use super::statement::{Figure, Figures};
use super::verdict::stated;
use crate::order::common;
use crate::overlap::{Edit, Overlap};
use crate::span::Span;
use crate::text::quantities::QuantityKind;

/// The least content words that two statements share outside aligned passages to be about one thing,
/// and the least share of those of the shorter.
const LEAST_CONTEXT: usize = 2;
const LEAST_CONTEXT_SHARE: f32 = 0.5;
/// The same for figures that are near each other: the greater is at most so many times the less, and
/// no small number. One is enough where nothing else is measured in their unit.
const NEAR: f64 = 1.25;
const COMPARABLE: f64 = 2.0;
const LEAST_NEAR: f64 = 10.0;
/// Most figures of the other article that are tried for one figure.
const MOST_TRIED: usize = 12;

/// A question about an item of either side, by their places.
pub(super) type Rule<'r> = &'r dyn Fn(usize, usize) -> bool;

/// Pairs of items that stand for each other in an aligned passage, by place, of so many in either
/// article that stand there: first those that are equal, wherever they stand; then those in one edit
/// that may stand for each other; then the next that are alike. `rules` say so of each.
pub(super) fn facing(
    overlap: &Overlap,
    (ours, theirs): (usize, usize),
    (span_a, span_b): (&dyn Fn(usize) -> Span, &dyn Fn(usize) -> Span),
    rules: [Rule; 3],
) -> Vec<(usize, usize)> {
    let mut a = items(overlap, ours, span_a, |edit| edit.a);
    let mut b = items(overlap, theirs, span_b, |edit| edit.b);
    let mut pairs = Vec::new();
    for (number, rule) in rules.into_iter().enumerate() {
        let in_one_edit = number == 1;
        for (x, one) in a.iter_mut().enumerate().filter(|(_, one)| one.free) {
            let found = b.iter_mut().enumerate().find(|(y, other)| {
                let same = one.edit.is_some() && one.edit == other.edit;
                other.free && (!in_one_edit || same) && rule(x, *y)
            });
            if let Some((y, other)) = found {
                (one.free, other.free) = (false, false);
                pairs.push((x, y));
            }
        }
    }
    pairs
}

/// What is known of an item while others stand for it.
struct Item {
    /// The edit that it stands in.
    edit: Option<usize>,
    /// Whether it stands for none yet.
    free: bool,
}

/// So many items of one side of `overlap`, which stand there.
fn items(
    overlap: &Overlap,
    count: usize,
    span: &dyn Fn(usize) -> Span,
    side: fn(&Edit) -> Span,
) -> Vec<Item> {
    let item = |at| {
        let mut edits = overlap.edits.iter();
        Item {
            edit: edits.position(|edit| side(edit).overlaps(span(at))),
            free: true,
        }
    };
    (0..count).map(item).collect()
}

/// Which figures of two articles are about one thing, as far as that was asked: for each of the first, a
/// bit for each of those that measure the same in the second, and whether it was asked.
#[derive(Default)]
pub(in crate::overlap) struct Asked(Vec<(u32, u32)>);

impl Asked {
    /// Whether figure `at` is about the same as the one at `place` among those that measure the same:
    /// as it was found, or as `find` finds it.
    fn again(&mut self, at: usize, place: u32, find: impl FnOnce() -> bool) -> bool {
        let (asked, found) = &mut self.0[at];
        let bit = 1 << place;
        if *asked & bit == 0 {
            *asked |= bit;
            *found |= if find() { bit } else { 0 };
        }
        *found & bit != 0
    }
}

/// Pairs of figures in statements that no aligned passage holds and that are evidently about one
/// thing: the only toll that both articles give, or one unit in the same context.
pub(super) fn evident(
    a: &Figures,
    b: &Figures,
    asked: &mut Asked,
    known: (&[bool], &[bool]),
) -> Vec<(usize, usize)> {
    asked.0.resize(a.all.len(), (0, 0));
    let mut pairs = Vec::new();
    let mut taken = known.1.to_vec();
    for (at, one) in a.all.iter().enumerate() {
        if known.0[at] || !one.stands() {
            continue;
        }
        let period = &one.period;
        let others = b.measuring(&one.measure).zip(0..).filter(|(at, _)| {
            let other = &b.all[*at];
            let unknown = period.is_none() || other.period.is_none();
            let of_one_time = *period == other.period || unknown && is_near(one, other);
            !taken[*at] && other.stands() && of_one_time
        });
        let mut tried = others.take(MOST_TRIED).peekable();
        if tried.peek().is_none() {
            continue;
        }
        let only = is_only(a, one, period) && is_only(b, one, period);
        let found = tried.find(|&(other, place)| {
            let of_one_thing = || are_of_one_thing((a, one), (b, &b.all[other]));
            only || asked.again(at, place, of_one_thing)
        });
        drop(tried);
        if let Some((other, _)) = found {
            taken[other] = true;
            pairs.push((at, other));
        }
    }
    pairs
}

/// Whether an article gives, for a period, one toll only of the fate that `figure` tells of.
fn is_only(figures: &Figures, figure: &Figure, period: &Option<String>) -> bool {
    let fate = figure.measure.fate;
    if fate.is_none() {
        return false;
    }
    let alike = figures
        .measuring(&figure.measure)
        .map(|at| &figures.all[at]);
    let mut tolls = alike
        .filter(|other| other.stands() && other.measure.fate == fate && other.period == *period);
    let Some(first) = tolls.next() else {
        return false;
    };
    tolls.all(|toll| stated(&toll.quantity) == stated(&first.quantity))
}

/// Whether two figures in one unit are evidently about one thing: by what became of those they count,
/// if they are near each other, or by the words around them.
pub(super) fn are_of_one_thing(
    (a, one): (&Figures, &Figure),
    (b, other): (&Figures, &Figure),
) -> bool {
    is_near(one, other) && one.measure.fate.is_some() || same_context((a, one), (b, other))
}

/// Whether two figures are so near that they are probably two counts of one thing.
pub(super) fn is_near(one: &Figure, other: &Figure) -> bool {
    let counted = one.quantity.kind == QuantityKind::Count;
    let large = |figure: &Figure| stated(&figure.quantity).0 >= Some(LEAST_NEAR);
    is_within(one, other, NEAR) && (!counted || large(one) || large(other))
}

/// Whether the sentences of two figures share enough words: fewer where the figures are near, or
/// where both articles measure nothing else in a unit that tells much by itself.
fn same_context((a, one): (&Figures, &Figure), (b, other): (&Figures, &Figure)) -> bool {
    let (ours, theirs) = (a.context(one), b.context(other));
    let (shared, least) = (common(ours, theirs), ours.len().min(theirs.len()));
    let near = is_near(one, other);
    if shared >= LEAST_CONTEXT && (near || shared as f32 >= LEAST_CONTEXT_SHARE * least as f32) {
        return true;
    }
    let comparable = one.measure.telling && is_within(one, other, COMPARABLE);
    let only_in = |figures: &Figures| figures.measuring(&one.measure).take(2).count() == 1;
    let without_names = || common(&a.words_around(one, false), &b.words_around(other, false));
    (near && shared > 0 || comparable)
        && only_in(a)
        && only_in(b)
        && (near && shared > 0 || without_names() > 0)
}

/// Whether the greater of two figures is at most so many times the less.
fn is_within(one: &Figure, other: &Figure, times: f64) -> bool {
    let (one, other) = (stated(&one.quantity).0, stated(&other.quantity).0);
    one.zip(other)
        .is_some_and(|(one, other)| one.max(other) <= one.min(other) * times)
}
