//! Hands a report over piece by piece: what did not change since the last one is the same JavaScript
//! object. Making an object costs more than finding what it says, and a keystroke changes few.

use super::json::plain;
use crate::report::{
    ArticleReport, EntityReport, NumberDifferenceReport, OverlapReport, QuoteChangeReport, Report,
};
use js_sys::{Array, Reflect};
use serde::Serialize;
use std::mem::take;
use std::sync::Arc;
use wasm_bindgen::JsValue;

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
                self.articles.update(take(&mut report.articles), same)?,
            ),
            (
                "entities",
                self.entities.update(take(&mut report.entities), same)?,
            ),
            (
                "overlaps",
                self.overlaps.update(take(&mut report.overlaps), same)?,
            ),
            (
                "quoteChanges",
                self.quote_changes
                    .update(take(&mut report.quote_changes), PartialEq::eq)?,
            ),
            (
                "numberDifferences",
                self.number_differences
                    .update(take(&mut report.number_differences), PartialEq::eq)?,
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
    /// counted from the start or from the end, keeps its object.
    fn update(&mut self, items: Vec<T>, same: fn(&T, &T) -> bool) -> Result<Array, JsValue> {
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
                None => plain(item)?,
            };
            objects.set(index as u32, object);
        }
        // The caller may do with its list what it likes.
        let handed = objects.slice(0, objects.length());
        *self = Self { items, objects };
        Ok(handed)
    }
}

/// Whether two say the same. Most are one and the same.
fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}
