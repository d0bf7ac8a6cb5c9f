//! The stems of sentences, in the order in which those of two articles are joined.

use crate::order::sort_numbers;
use crate::overlap::align::Aligner;
use crate::overlap::fingerprint::Fingerprint;
use crate::overlap::shared::{ABSENT, SharedSide};
use std::cell::OnceCell;
use std::ops::Range;

/// The content terms of a range whose stem the other article has, by that stem.
pub(super) struct Stems {
    pub terms: Vec<(u64, u32)>,
    /// What all content terms of the range weigh.
    pub whole: f32,
}

impl Stems {
    /// Those of a range of the article that `print` was made from.
    pub fn of(print: &Fingerprint, shared: &SharedSide, range: &Range<usize>) -> Self {
        let mut terms = Vec::with_capacity(range.len());
        for at in counted(print, range) {
            let stem = shared.stems[print.stems.of_term[at] as usize];
            if stem != ABSENT {
                terms.push((u64::from(stem), at as u32));
            }
        }
        sort_numbers(&mut terms);
        Self {
            terms,
            whole: whole(print, shared, range),
        }
    }
}

/// The terms of a range that may face others.
fn counted(print: &Fingerprint, range: &Range<usize>) -> impl Iterator<Item = usize> {
    let terms = range.clone().zip(&print.terms[range.clone()]);
    let counted = terms.filter(|(_, term)| term.content || term.alias);
    counted.map(|(at, _)| at)
}

/// What they weigh.
pub(super) fn whole(print: &Fingerprint, shared: &SharedSide, range: &Range<usize>) -> f32 {
    counted(print, range).fold(0.0, |sum, at| sum + shared.weights[at])
}

/// The stems of the sentences of two articles, each read once: most are held against several.
pub(super) struct SentenceStems<'p> {
    pub a: SideStems<'p>,
    pub b: SideStems<'p>,
}

impl<'p> SentenceStems<'p> {
    /// Those of the two articles of `aligner`, once they are asked for.
    pub fn new(aligner: &Aligner<'p>) -> Self {
        Self {
            a: SideStems::new(aligner.a, &aligner.shared.a),
            b: SideStems::new(aligner.b, &aligner.shared.b),
        }
    }
}

/// Those of one article.
pub(super) struct SideStems<'p> {
    print: &'p Fingerprint,
    shared: &'p SharedSide,
    of_units: Vec<OnceCell<Stems>>,
}

impl<'p> SideStems<'p> {
    fn new(print: &'p Fingerprint, shared: &'p SharedSide) -> Self {
        Self {
            print,
            shared,
            of_units: print.units.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// The stems of a sentence.
    pub fn of(&self, unit: usize) -> &Stems {
        let terms = &self.print.units[unit].terms;
        self.of_units[unit].get_or_init(|| Stems::of(self.print, self.shared, terms))
    }

    /// The stems of a stretch of sentences.
    pub fn of_stretch(&self, stretch: &Range<usize>) -> Stems {
        let unit = self.print.unit_of[stretch.start] as usize;
        if stretch.end > self.print.units[unit].terms.end {
            return Stems::of(self.print, self.shared, stretch);
        }
        let inside = |(_, at): &&(u64, u32)| stretch.contains(&(*at as usize));
        Stems {
            terms: self.of(unit).terms.iter().filter(inside).copied().collect(),
            whole: whole(self.print, self.shared, stretch),
        }
    }
}
