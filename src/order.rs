//! Sorting through one routine.
//!
//! The standard library's sort is compiled anew for every type and key, at five to fifteen kilobytes
//! each, which would be a quarter of what a reader downloads. Here are one of our own, which compares
//! through a pointer, for lists that are short or sorted seldom, and its only instance, of numbers, for
//! those that are neither.

use std::cmp::Ordering;

/// Sorts `items` by `key`. Items with equal keys keep their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts `items` by a comparison. Equal items keep their order.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = |a: usize, b: usize| compare(&items[a], &items[b]);
    if (1..items.len()).all(|next| sorted(next - 1, next) != Ordering::Greater) {
        return;
    }
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort_places(&mut order, &sorted);
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(
        order
            .iter()
            .filter_map(|&place| slots[place as usize].take()),
    );
}

/// Sorts `items` by a number. Items with equal numbers keep their order.
pub(crate) fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, u32)> = items.iter().map(number).zip(0..).collect();
    sort_numbers(&mut order);
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(
        order
            .iter()
            .filter_map(|&(_, place)| slots[place as usize].take()),
    );
}

/// Sorts numbers, each with a place that breaks ties.
#[inline(never)]
pub(crate) fn sort_numbers(numbers: &mut [(u64, u32)]) {
    numbers.sort_unstable();
}

/// Numbers in order, each once.
pub(crate) fn distinct(numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    // The words of a sentence, as a rule.
    let mut all = Vec::with_capacity(numbers.size_hint().1.unwrap_or_default().min(32));
    all.extend(numbers.map(|number| (number, 0)));
    sort_numbers(&mut all);
    all.dedup();
    all.into_iter().map(|(number, _)| number).collect()
}

/// How many numbers two lists, each in order, have in common: those of the first, where it has some
/// more than once.
pub(crate) fn common(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut there, mut shared) = (0, 0, 0);
    while at < one.len() && there < other.len() {
        let (number, counterpart) = (one[at], other[there]);
        shared += usize::from(number == counterpart);
        at += usize::from(number <= counterpart);
        if number > counterpart {
            // One list may be much the longer.
            there += 1;
            if other.len() > 8 * one.len() {
                there += other[there..].partition_point(|other| *other < number);
            }
        }
    }
    shared
}

/// Orders places by what stands there. Runs of one, two, four and so on are merged, each with the next;
/// equals keep their order.
#[inline(never)]
fn sort_places(places: &mut Vec<u32>, compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut merged = Vec::with_capacity(places.len());
    let mut length = 1;
    while length < places.len() {
        for runs in places.chunks(2 * length) {
            let (mut first, mut second) = runs.split_at(length.min(runs.len()));
            while let ([a, rest_a @ ..], [b, rest_b @ ..]) = (first, second) {
                if compare(*a as usize, *b as usize) == Ordering::Greater {
                    merged.push(*b);
                    second = rest_b;
                } else {
                    merged.push(*a);
                    first = rest_a;
                }
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
        }
        std::mem::swap(places, &mut merged);
        merged.clear();
        length *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec(0_u8..8, 0..40)) {
            let mut ours: Vec<(u8, usize)> = items.into_iter().zip(0..).collect();
            let (mut theirs, mut again) = (ours.clone(), ours.clone());
            sort_by_key(&mut ours, |item| item.0);
            sort_by_number(&mut again, |item| u64::from(item.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(again, theirs);
        }
    }
}
