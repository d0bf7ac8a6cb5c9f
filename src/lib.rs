//! wiremark compares the versions of a news story.
//!
//! [`Desk`](desk::Desk) is the live workspace: it holds the articles in hand, and its
//! [`report`](desk::Desk::report) says which passages they share, how their quotes and figures
//! changed, what only one of them says, and who is named. [`Article`](article::Article) is one text,
//! parsed once; everything above reads that parse.
//!
//! Offsets inside the crate are UTF-8 bytes; in a report they are UTF-16 code units. See [`span`].
//!
//! # Compare two versions
//!
//! ```
//! use wiremark::desk::Desk;
//!
//! let mut desk = Desk::new();
//! desk.add("Wire", "Ten countries agreed in Geneva on Monday to cut the emissions of cargo ships.");
//! desk.add("Ours", "Twelve countries agreed in Geneva on Monday to cut the emissions of cargo ships.");
//! let report = desk.report();
//! assert_eq!(report.overlaps.len(), 1);
//! assert_eq!(report.overlaps[0].edits.len(), 1); // "Ten" became "Twelve"
//! ```
//!
//! # Annotate a text
//!
//! Names are known from a lexicon, the project's `data/lexicon.bin`, which a program reads from disk or holds.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use wiremark::desk::Desk;
//!
//! let mut desk = Desk::annotating();
//! desk.load_lexicon(&std::fs::read("data/lexicon.bin")?)?;
//! desk.add("Wire", "The mayor of Oslo spoke on Monday.");
//! let report = desk.report();
//! assert_eq!(report.entities[0].name, "Oslo");
//! assert_eq!(report.entities[0].id.as_deref(), Some("geonames:3143244"));
//! # Ok(())
//! # }
//! ```
//!
//! # Follow a draft
//!
//! An edit reads again only what it touches; ask for a report after every one.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use wiremark::desk::Desk;
//!
//! let mut desk = Desk::new();
//! desk.add("Wire", "Mayor Ada Brenner said the repair would take six weeks.");
//! let draft = desk.add("Ours", "");
//! for text in ["Mayor Ada Brenner said", "Mayor Ada Brenner said the repair would take six weeks."] {
//!     desk.set_text(draft, text)?;
//! }
//! assert_eq!(desk.report().coverage[1][0], 1.0);
//! # Ok(())
//! # }
//! ```
//!
//! The same as programs: `examples/compare.rs`, `examples/annotate.rs`, `examples/live.rs`.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `cli` (on by default) | the command `wiremark`, with lexicon and model compiled in, and [`export`] for a terminal; includes `model` |
//! | `model` | `Desk::load_model`: names read with a trained model, `data/model.bin`, beside the lexicon |
//! | `wasm` | the door to JavaScript, for `wasm32-unknown-unknown` |
//!
//! As a library alone: `wiremark = { version = "0.1", default-features = false }`.

pub mod article;
pub mod desk;
pub mod entity;
pub mod export;
mod filled;
mod order;
pub mod overlap;
pub mod report;
pub mod span;
pub mod text;

#[cfg(feature = "wasm")]
mod wasm;
