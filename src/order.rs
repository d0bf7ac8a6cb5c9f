//! Sorting through one routine.
//!
//! The standard library's sort is compiled anew for every type and key, at five to fifteen kilobytes
//! each, which would be a quarter of what a reader downloads. Lists that are short or sorted seldom
//! go through here; the hot ones, of numbers, keep the standard sort.

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

/// Orders places by what stands there; the only instance of the sort.
fn sort_places(places: &mut [u32], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_unstable_by(|&a, &b| compare(a as usize, b as usize).then(a.cmp(&b)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec(0_u8..8, 0..40)) {
            let mut ours: Vec<(u8, usize)> = items.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
