//! Positions in a text, and the map between the two ways of counting them.
//!
//! Inside the crate every offset counts UTF-8 bytes ([`Span`]). At every door, JavaScript and JSON
//! alike, it counts UTF-16 code units ([`Utf16Span`]). The two types never convert but through
//! [`OffsetMap`], so that they cannot be mixed up.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of a text in UTF-8 bytes. Both ends lie on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The same span as a `usize` range, for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span, `by` bytes further on.
    pub const fn shifted(self, by: u32) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}

impl From<Range<usize>> for Span {
    /// Texts longer than 4 GiB are refused where they enter, so the offsets fit.
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }
}

/// A half-open range of a text in UTF-16 code units, as JavaScript counts.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize,
)]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Bytes between two checkpoints of an [`OffsetMap`]: small enough to scan in nanoseconds, large
/// enough that the map is a sixteenth of the text.
const STRIDE: usize = 64;

/// Converts between byte and UTF-16 offsets of one text.
///
/// Pure ASCII needs no table. Otherwise the map keeps a running count every 64 bytes and counts the
/// rest on demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// Code units that begin before byte `i * STRIDE`; empty when the text is ASCII.
    checkpoints: Vec<u32>,
}

/// Code units that begin in `bytes`: one for each character, two above the Basic Multilingual Plane.
fn units(bytes: &[u8]) -> u32 {
    if bytes.is_ascii() {
        return bytes.len() as u32;
    }
    bytes
        .iter()
        .map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0))
        .sum()
}

impl OffsetMap {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut count = 0;
        let checkpoints = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let before = count;
                count += units(chunk);
                before
            })
            .collect();
        Self { checkpoints }
    }

    /// The UTF-16 offset of byte `offset` of `text`, the text the map was made from.
    pub fn utf16(&self, text: &str, offset: u32) -> u32 {
        if self.checkpoints.is_empty() {
            return offset;
        }
        let offset = offset as usize;
        let block = (offset / STRIDE).min(self.checkpoints.len() - 1);
        self.checkpoints[block] + units(&text.as_bytes()[block * STRIDE..offset])
    }

    /// The byte offset of UTF-16 offset `offset` of `text`. Inside a surrogate pair it is the start
    /// of the character; past the end it is the end.
    pub fn byte(&self, text: &str, offset: u32) -> u32 {
        if self.checkpoints.is_empty() {
            return offset.min(text.len() as u32);
        }
        let block = self.checkpoints.partition_point(|&count| count <= offset) - 1;
        let mut count = self.checkpoints[block];
        let mut at = block * STRIDE;
        while !text.is_char_boundary(at) {
            at += 1;
        }
        for character in text[at..].chars() {
            let next = count + character.len_utf16() as u32;
            if next > offset {
                break;
            }
            count = next;
            at += character.len_utf8();
        }
        at as u32
    }

    /// A byte span as a UTF-16 span.
    pub fn utf16_span(&self, text: &str, span: Span) -> Utf16Span {
        Utf16Span {
            start: self.utf16(text, span.start),
            end: self.utf16(text, span.end),
        }
    }

    /// A UTF-16 span as a byte span.
    pub fn byte_span(&self, text: &str, span: Utf16Span) -> Span {
        Span::new(self.byte(text, span.start), self.byte(text, span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_character_boundary_round_trips(text in "\\PC{0,300}") {
            let map = OffsetMap::new(&text);
            let mut expected = 0;
            for (at, character) in text.char_indices() {
                prop_assert_eq!(map.utf16(&text, at as u32), expected);
                prop_assert_eq!(map.byte(&text, expected), at as u32);
                expected += character.len_utf16() as u32;
            }
            prop_assert_eq!(map.utf16(&text, text.len() as u32), expected);
            prop_assert_eq!(map.byte(&text, expected), text.len() as u32);
        }
    }

    #[test]
    fn the_middle_of_a_surrogate_pair_is_the_start_of_its_character() {
        let text = "a😀b";
        let map = OffsetMap::new(text);
        assert_eq!(map.byte(text, 2), 1);
        assert_eq!(map.byte(text, 3), 5);
        assert_eq!(map.byte(text, 99), 6);
    }
}
