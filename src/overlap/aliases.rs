//! Names of one thing: "DPRK" and "North Korea" count as the same word, "Moscow" as a relative of
//! "Russia".
//!
//! Who is named is another floor's knowledge: it comes as a list. Only the first word of a name takes
//! the stem of the thing. The others keep theirs, so that "the agency" still faces the last word of
//! the agency's name.

use super::hash;
use super::words::{spelling, stem};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::text::fold::fold;

/// A name in an article, and the usual name of the thing that it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alias<'n> {
    /// Where the name stands, in bytes.
    pub span: Span,
    /// The usual name.
    pub usual: &'n str,
    /// Whether it is the name of that very thing, not of its people or its capital.
    pub same: bool,
}

/// What an alias makes of the first word of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    start: u32,
    pub stem: u64,
    pub same: bool,
}

/// The aliases of one article, by their place.
#[derive(Debug, Default)]
pub(super) struct Aliases(Vec<Named>);

impl Aliases {
    pub fn new<'n>(aliases: impl IntoIterator<Item = Alias<'n>>) -> Self {
        let named = aliases.into_iter().map(|alias| Named {
            start: alias.span.start,
            stem: stem_of_name(alias.usual),
            same: alias.same,
        });
        let mut named: Vec<_> = named.collect();
        sort_by_number(&mut named, |named| u64::from(named.start));
        Self(named)
    }

    /// The alias whose first word begins at byte `start`.
    pub fn at(&self, start: u32) -> Option<Named> {
        let found = self.0.binary_search_by_key(&start, |named| named.start);
        found.ok().map(|index| self.0[index])
    }
}

/// The stem of a thing: for a name of one word that of the word, so that it also faces its
/// relatives where no name was seen in them.
fn stem_of_name(name: &str) -> u64 {
    let mut joined = String::new();
    for word in name.split_whitespace() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&stem(&spelling(fold(word))));
    }
    hash::of_word(&joined)
}
