//! Differences that house style makes and no editor wants to hear of: hyphens, figures in words, and
//! clarifications in brackets, which tell the reader themselves that they are not the speaker's words.

use super::side::Side;
use crate::text::quantities::Quantity;

/// The words of one side that differ, as terms, and the quotation that they stand in.
pub(super) type Differing<'s, 't> = (&'s Side<'t>, &'s [usize], usize);

/// Whether the words that differ stand for the same.
pub(super) fn is_style((a, words_a, quote_a): Differing, (b, words_b, quote_b): Differing) -> bool {
    is_bracketed(a, words_a)
        || is_bracketed(b, words_b)
        || letters(a, words_a) == letters(b, words_b)
        || quantity(a, words_a).is_some_and(|one| b.holds_quantity(quote_b, one))
        || quantity(b, words_b).is_some_and(|one| a.holds_quantity(quote_a, one))
}

/// The letters and digits of `words`, in lower case.
fn letters(side: &Side, words: &[usize]) -> String {
    let texts = words
        .iter()
        .map(|term| side.print.terms[*term].span.of(side.article.text()));
    let letters = texts
        .flat_map(str::chars)
        .filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether `words` stand between brackets.
fn is_bracketed(side: &Side, words: &[usize]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let text = side.article.text();
    let before = &text[..side.print.terms[*first].span.start as usize];
    let behind = &text[side.print.terms[*last].span.end as usize..];
    before.ends_with(['[', '(']) && behind.starts_with([']', ')'])
}

/// The quantity that `words` are a part of.
fn quantity<'t>(side: &Side<'t>, words: &[usize]) -> Option<&'t Quantity> {
    let span = side.print.terms[*words.first()?].span;
    let quantities = side.article.quantities();
    let next = quantities.partition_point(|quantity| quantity.span.end <= span.start);
    let last = side.print.terms[*words.last()?].span;
    let quantity = quantities.get(next)?;
    (quantity.span.contains(span) && quantity.span.contains(last)).then_some(quantity)
}
