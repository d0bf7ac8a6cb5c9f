//! A report in other forms than JSON: for a terminal, and as a page to open and print.

pub mod html;
mod segments;
#[cfg(feature = "cli")]
pub mod text;
