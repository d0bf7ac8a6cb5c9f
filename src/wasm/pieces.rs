//! Hands a report over piece by piece: what did not change since the last one is the same JavaScript
//! object. Making an object costs more than finding what it says, and a keystroke changes few.

use super::json::{plain, plain_rest};
use crate::report::{
    ArticleReport, EntityReport, NumberDifferenceReport, OverlapReport, QuoteChangeReport, Report,
};
use js_sys::{Array, Reflect};
use serde::Serialize;
use std::mem::take;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

/// The lists of the report that was handed over last.
#[derive(Default)]
pub(super) struct HandedOver {
    articles: Pieces<Arc<ArticleReport>>,
    entities: Pieces<Arc<EntityReport>>,
    overlaps: Pieces<Arc<OverlapReport>>,
    quote_changes: Pieces<QuoteChangeReport>,
    number_differences: Pieces<NumberDifferenceReport>,
}

impl HandedOver {
    /// `report` as the plain object of the contract.
    pub fn hand_over(&mut self, mut report: Report) -> Result<JsValue, JsValue> {
        let lists = [
            (
                "articles",
                self.articles
                    .update(take(&mut report.articles), same, changed)?,
            ),
            (
                "entities",
                self.entities
                    .update(take(&mut report.entities), same, anew)?,
            ),
            (
                "overlaps",
                self.overlaps
                    .update(take(&mut report.overlaps), same, anew)?,
            ),
            (
                "quoteChanges",
                self.quote_changes
                    .update(take(&mut report.quote_changes), PartialEq::eq, anew)?,
            ),
            (
                "numberDifferences",
                self.number_differences.update(
                    take(&mut report.number_differences),
                    PartialEq::eq,
                    anew,
                )?,
            ),
        ];
        // What is left is small.
        let object = plain(&report)?;
        for (name, list) in lists {
            Reflect::set(&object, &name.into(), &list)?;
        }
        Ok(object)
    }
}

/// One list, and the object of each of its items.
struct Pieces<T> {
    items: Vec<T>,
    objects: Array,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            objects: Array::new(),
        }
    }
}

impl<T: Serialize> Pieces<T> {
    /// Takes the list as it is now and returns its objects. An item that stands where it stood,
    /// counted from the start or from the end, keeps its object. `make` makes the others.
    fn update(
        &mut self,
        items: Vec<T>,
        same: fn(&T, &T) -> bool,
        make: impl Fn(&Self, usize, &T) -> Result<JsValue, JsValue>,
    ) -> Result<Array, JsValue> {
        let objects = Array::new_with_length(items.len() as u32);
        for (index, item) in items.iter().enumerate() {
            let from_end = (self.items.len() + index).checked_sub(items.len());
            let mut places = [Some(index), from_end].into_iter().flatten();
            let known = places.find(|&place| {
                let known = self.items.get(place);
                known.is_some_and(|known| same(known, item))
            });
            let object = match known {
                Some(place) => self.objects.get(place as u32),
                None => make(self, index, item)?,
            };
            objects.set(index as u32, object);
        }
        // The caller may do with its list what it likes.
        let handed = objects.slice(0, objects.length());
        *self = Self { items, objects };
        Ok(handed)
    }
}

/// An object for an item, whatever stood there.
fn anew<T: Serialize>(_: &Pieces<T>, _: usize, item: &T) -> Result<JsValue, JsValue> {
    plain(item)
}

/// An object for an article. Its longest lists begin with the objects with which they began before, as
/// far as they say the same: behind an edit all offsets are others, before it none.
fn changed(
    before: &Pieces<Arc<ArticleReport>>,
    index: usize,
    now: &Arc<ArticleReport>,
) -> Result<JsValue, JsValue> {
    let Some(last) = before.items.get(index) else {
        return plain(now);
    };
    let mentions = alike(&now.mentions, &last.mentions);
    let quantities = alike(&now.quantities, &last.quantities);
    let object = plain_rest(now, &[0, mentions, 0, 0, quantities])?;
    let last = before.objects.get(index as u32);
    for (name, kept) in [("mentions", mentions), ("quantities", quantities)] {
        let name = name.into();
        let (begin, end) = (Reflect::get(&last, &name)?, Reflect::get(&object, &name)?);
        let begin = begin.unchecked_into::<Array>().slice(0, kept as u32);
        Reflect::set(
            &object,
            &name,
            &begin.concat(&end.unchecked_into::<Array>()),
        )?;
    }
    Ok(object)
}

/// With how many items both lists begin.
fn alike<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let pairs = one.iter().zip(other);
    pairs.take_while(|(one, other)| one == other).count()
}

/// Whether two say the same. Most are one and the same.
fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}
