//! Sentences through which a copy goes on.
//!
//! A sentence of few words is no overlap by itself: "The company will not appeal." stands in many
//! stories. Where the sentence before it, or after it, is shared, it is the same run of words.

use super::align::{Aligner, Taken};
use super::fingerprint::Fingerprint;
use super::passage::Passage;
use std::ops::Range;

/// The agreement of a passage that a copy can go on from.
const LEAST_AGREEMENT: f32 = 0.5;

/// Adds the sentences next to chosen passages that both articles have word for word, as far as they
/// go on.
pub(super) fn add(aligner: &mut Aligner, taken: &mut Taken, chosen: &mut Vec<Passage>) {
    let mut at = 0;
    while at < chosen.len() {
        let passage = &chosen[at];
        if passage.agreement >= LEAST_AGREEMENT {
            let (a, b) = (passage.a.clone(), passage.b.clone());
            let before = sentence_before(aligner.a, &a).zip(sentence_before(aligner.b, &b));
            let after = sentence_after(aligner.a, &a).zip(sentence_after(aligner.b, &b));
            for (next_a, next_b) in before.into_iter().chain(after) {
                let free = !taken.a[next_a.clone()].contains(&true)
                    && !taken.b[next_b.clone()].contains(&true);
                if free
                    && same_words(aligner, &next_a, &next_b)
                    && let Some(next) = Passage::spanning(aligner, next_a.clone(), next_b.clone())
                {
                    taken.a[next_a].fill(true);
                    taken.b[next_b].fill(true);
                    chosen.push(next);
                }
            }
        }
        at += 1;
    }
}

/// The sentence that ends where `terms`, which begin a sentence, begin.
fn sentence_before(print: &Fingerprint, terms: &Range<usize>) -> Option<Range<usize>> {
    let unit = print.unit_of[terms.start] as usize;
    let opens = print.units[unit].terms.start == terms.start;
    let before = unit.checked_sub(1).filter(|_| opens)?;
    Some(print.units[before].terms.clone())
}

/// The sentence that begins where `terms`, which end a sentence, end.
fn sentence_after(print: &Fingerprint, terms: &Range<usize>) -> Option<Range<usize>> {
    let unit = print.unit_of[terms.end - 1] as usize;
    let closes = print.units[unit].terms.end == terms.end;
    let after = print.units.get(unit + 1).filter(|_| closes)?;
    Some(after.terms.clone())
}

/// Whether two sentences have the same words, one of which says something.
fn same_words(aligner: &Aligner, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (a, b) = (&aligner.a.terms[a.clone()], &aligner.b.terms[b.clone()]);
    a.iter()
        .map(|term| term.id)
        .eq(b.iter().map(|term| term.id))
        && a.iter().any(|term| term.content)
}
