//! Words whose loss changes what a quotation says. To quote a part is the custom of the trade; to leave
//! out "I do not think that" or ", but only if" is not.

use super::side::Side;
use crate::text::fold::fold;

/// A clause that limits what is said begins with the word that says so, perhaps after another: `but
/// only`, `and if`.
const OPENING: usize = 2;

/// Whether `words`, terms that `side` quotes and the quotation `quote` of `other` does not, limit or
/// turn round what is left, and the sentence around `quote` does not make up for them. Words that
/// deny tell only where they are `leading`: what stands behind is denied by itself.
pub(super) fn is_telling(
    (side, words): (&Side, &[usize]),
    (other, quote): (&Side, usize),
    leading: bool,
) -> bool {
    let around = other.sentences_around(other.quotes[quote].0.span);
    let made_up = |term: usize| {
        let id = side.print.terms[term].id;
        let mut terms = around.map_or(0..0, |around| other.print.terms_in(around));
        terms.any(|at| other.print.terms[at].id == id && other.quote_at(at).is_none())
    };
    let mut numbered = words.iter().enumerate();
    numbered.any(|(place, &term)| {
        let text = side.print.terms[term].span.of(side.article.text());
        let word = fold(text);
        let limits = place < OPENING && is_limit(&word);
        (limits || leading && is_denial(&word)) && !made_up(term)
    })
}

/// Words that deny or doubt what follows them.
fn is_denial(word: &str) -> bool {
    word.ends_with("n't")
        || matches!(
            word,
            "not"
                | "never"
                | "no"
                | "nobody"
                | "nothing"
                | "none"
                | "neither"
                | "hardly"
                | "cannot"
                | "maybe"
                | "perhaps"
                | "possibly"
                | "probably"
                | "allegedly"
                | "reportedly"
                | "apparently"
                | "almost"
                | "might"
                | "may"
                | "could"
                | "doubt"
                | "unlikely"
                | "supposedly"
        )
}

/// Words that limit what is said, before it or behind.
fn is_limit(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "unless"
            | "if"
            | "only"
            | "except"
            | "although"
            | "though"
            | "however"
            | "until"
            | "provided"
            | "despite"
    )
}
