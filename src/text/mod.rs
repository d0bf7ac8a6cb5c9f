//! The readings of one text, each a file with one job.
//!
//! [`tokens`] and [`paragraphs`] read the string; everything else reads the tokens.

mod abbreviations;
pub(crate) mod among;
pub mod boilerplate;
pub(crate) mod calendar;
mod dateline;
pub mod dates;
mod facts;
pub mod fold;
mod known_words;
mod lists;
mod marks;
mod numerals;
pub mod paragraphs;
mod parts;
mod phrases;
mod pronouns;
pub mod quantities;
pub mod quotations;
mod reader;
mod references;
pub mod reported;
pub mod sentences;
mod speakers;
pub mod tokens;
pub(crate) mod verbs;
mod view;
pub(crate) mod word_table;
