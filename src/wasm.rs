//! The door to JavaScript. It converts and forwards, and holds no analysis.

mod json;
mod pieces;

use crate::article::Article;
use crate::desk::Desk;
use crate::entity::own::OwnName;
use crate::overlap::{Comparison, Fingerprint};
use crate::span::Span;
use pieces::HandedOver;
use wasm_bindgen::prelude::*;

/// Smaller than the allocator of the standard library, and no slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A desk, as JavaScript sees it. Articles are named by the number that `add` gave them.
#[wasm_bindgen(js_name = Desk)]
#[derive(Default)]
pub struct JsDesk {
    desk: Desk,
    handed_over: HandedOver,
}

#[wasm_bindgen(js_class = Desk)]
impl JsDesk {
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    pub fn new() -> JsDesk {
        JsDesk::default()
    }

    /// Hands over the lexicon, the bytes of `lexicon.bin`.
    ///
    /// # Errors
    /// When the bytes are not a lexicon of this version.
    #[wasm_bindgen(js_name = loadLexicon)]
    pub fn load_lexicon(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        let done = self.desk.load_lexicon(bytes);
        done.map_err(|error| JsError::new(&error.message()))
    }

    /// Hands over the model, the bytes of `model.bin`.
    ///
    /// # Errors
    /// When the bytes are not a model of this version.
    #[cfg(feature = "model")]
    #[wasm_bindgen(js_name = loadModel)]
    pub fn load_model(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        let done = self.desk.load_model(bytes);
        done.map_err(|error| JsError::new(&error.message()))
    }

    /// Knows names as another desk does, by its lexicon and its model, without a copy of them.
    #[wasm_bindgen(js_name = shareNames)]
    pub fn share_names(&mut self, other: &JsDesk) {
        self.desk.share_names(&other.desk);
    }

    /// Takes the newsroom's own names into use, instead of those before. Four lines for each: the name,
    /// the word for its kind, its identifier or nothing, and its other spellings, with tabs between them.
    ///
    /// # Errors
    /// When a kind is none; the desk stays as it was.
    #[wasm_bindgen(js_name = setOwnNames)]
    pub fn set_own_names(&mut self, list: &str) -> Result<(), JsError> {
        let mut names = Vec::new();
        let mut lines = list.lines();
        while let Some(name) = lines.next() {
            let kind = OwnName::kind_called(lines.next().unwrap_or_default())
                .map_err(|error| JsError::new(&error.message()))?;
            let id = lines.next().filter(|id| !id.is_empty());
            let aliases = lines.next().unwrap_or_default().split('\t');
            names.push(OwnName {
                name: name.to_owned(),
                kind,
                id: id.map(str::to_owned),
                aliases: aliases.map(str::to_owned).collect(),
            });
        }
        self.desk.set_own_names(names);
        Ok(())
    }

    /// Puts an article at the end of the desk and returns its number.
    pub fn add(&mut self, name: &str, text: &str) -> u32 {
        self.desk.add(name, text)
    }

    /// Gives article `id` a new text.
    ///
    /// # Errors
    /// When no article has that number.
    #[wasm_bindgen(js_name = setText)]
    pub fn set_text(&mut self, id: u32, text: &str) -> Result<(), JsError> {
        let done = self.desk.set_text(id, text);
        done.map_err(|error| JsError::new(&error.message()))
    }

    /// Gives article `id` a new name.
    ///
    /// # Errors
    /// When no article has that number.
    pub fn rename(&mut self, id: u32, name: &str) -> Result<(), JsError> {
        let done = self.desk.rename(id, name);
        done.map_err(|error| JsError::new(&error.message()))
    }

    /// Takes article `id` off the desk.
    ///
    /// # Errors
    /// When no article has that number.
    pub fn remove(&mut self, id: u32) -> Result<(), JsError> {
        let done = self.desk.remove(id);
        done.map_err(|error| JsError::new(&error.message()))
    }

    /// The report, as the plain object of the contract `wiremark/1`. Parts that are as they were in
    /// the report before are the same objects: they are to be read, not changed.
    ///
    /// # Errors
    /// Never in practice; the conversion to JavaScript could in theory refuse.
    pub fn report(&mut self) -> Result<JsValue, JsValue> {
        self.handed_over.hand_over(self.desk.report())
    }
}

/// Where the sentences of a text stand, of any text and without a desk or a lexicon: the start and
/// the end of each in turn, in UTF-16 code units.
#[wasm_bindgen]
pub fn sentences(text: &str) -> Vec<u32> {
    let article = Article::parse("", text);
    let spans = article
        .sentences()
        .iter()
        .map(|sentence| article.utf16(sentence.span));
    spans.flat_map(|span| [span.start, span.end]).collect()
}

/// What two texts share and what differs in it, of any texts and without a desk or a lexicon. Five
/// numbers for each finding: what it is (the `OverlapKind`, 3 for a changed quote, 4 for figures
/// that differ), its start and end in the first text, and the same in the second, in UTF-16 code units.
#[wasm_bindgen]
pub fn compare(first: &str, second: &str) -> Vec<u32> {
    let (a, b) = (Article::parse("", first), Article::parse("", second));
    let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
    let found = Comparison::of((&a, &print_a), (&b, &print_b));
    let mut numbers = Vec::new();
    let mut tell = |what: u32, in_a: Span, in_b: Span| {
        let (in_a, in_b) = (a.utf16(in_a), b.utf16(in_b));
        numbers.extend([what, in_a.start, in_a.end, in_b.start, in_b.end]);
    };
    for overlap in &found.overlaps {
        tell(overlap.kind as u32, overlap.a, overlap.b);
    }
    for change in &found.quote_changes {
        tell(3, change.a, change.b);
    }
    for difference in &found.number_differences {
        tell(4, difference.a, difference.b);
    }
    numbers
}
