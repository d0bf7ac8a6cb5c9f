//! wiremark compares the versions of a news story.
//!
//! [`Desk`](desk::Desk) is the live workspace: it holds the articles in hand, and its
//! [`report`](desk::Desk::report) says which passages they share, how their quotes and figures
//! changed, what only one of them says, and who is named. [`Article`](article::Article) is one text,
//! parsed once; everything above reads that parse.
//!
//! Offsets inside the crate are UTF-8 bytes; in a report they are UTF-16 code units. See [`span`].

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
