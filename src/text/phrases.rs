//! Noun phrases by the shape and order of their tokens: enough to find who a verb of speech belongs
//! to, without a grammar. A phrase is read away from a known edge, towards the front or the back,
//! until a word that cannot belong to it.

use super::parts::{Part, part};
use super::view::{View, is_dash};
use crate::text::among::among;
use std::ops::Range;

/// The longest phrase, in tokens.
const LONGEST: usize = 28;

/// The subject of the verb at `verb`: the phrase before it, past adverbs and what stands between
/// commas or brackets. Nothing before token `floor` is looked at. Articles at its front are left out.
pub(super) fn subject_before(view: View, floor: usize, verb: usize) -> Option<Range<usize>> {
    let lowest = floor.max(verb.saturating_sub(2 * LONGEST));
    let mut end = skip_adverbs_back(view, lowest, verb);
    if end > lowest && matches!(view.mark(end - 1), ',' | ')') {
        let open = if view.mark(end - 1) == ',' { ',' } else { '(' };
        let start = (lowest..end - 1).rev().find(|&at| view.mark(at) == open)?;
        let between = start + 1..end - 1;
        end = skip_adverbs_back(view, lowest, start);
        // `The head of the port, Ana Lima, said`: the name, not the office.
        let office = phrase_before(view, lowest, end);
        if open == ','
            && is_full_name(view, &between)
            && !office.is_some_and(|o| is_full_name(view, &o))
        {
            return Some(between);
        }
    }
    phrase_before(view, lowest, end)
}

/// Whether `phrase` is two to four capitalised words and nothing else.
fn is_full_name(view: View, phrase: &Range<usize>) -> bool {
    let named = |at| view.capital(at) && part(view, at) == Part::Nominal;
    (2..=4).contains(&phrase.len()) && phrase.clone().all(named)
}

fn skip_adverbs_back(view: View, floor: usize, from: usize) -> usize {
    let mut end = from;
    while end > floor {
        match part(view, end - 1) {
            Part::Adverb => end -= 1,
            Part::Calendar if end - 1 > floor && view.small(end - 2) => {
                end -= 1;
                if part(view, end - 1) == Part::Preposition {
                    end -= 1;
                }
            }
            _ => break,
        }
    }
    end
}

/// The noun phrase that ends before token `end`.
pub(super) fn phrase_before(view: View, floor: usize, end: usize) -> Option<Range<usize>> {
    let start = phrase_start(view, floor, end, true)?;
    trimmed(view, start..end)
}

fn phrase_start(view: View, floor: usize, end: usize, joined: bool) -> Option<usize> {
    let mut start = end;
    while start > floor && end - start < LONGEST {
        let before = start - 1;
        match part(view, before) {
            Part::Nominal if (start < end || !joined) && is_past(view, before) => break,
            Part::Nominal | Part::Possessive => start = before,
            Part::Calendar if part(view, start) == Part::Possessive && start < end => {
                start = before
            }
            Part::Tie if start < end && before > floor => start = before,
            Part::Pronoun if start == end => return Some(before),
            Part::Determiner => {
                start = before;
                if start == floor
                    || !matches!(
                        part(view, start - 1),
                        Part::Link | Part::Preposition | Part::And
                    )
                {
                    break;
                }
            }
            Part::Link if start < end && before > floor => start = before,
            Part::Preposition
                if start < end
                    && before > floor
                    && part(view, before - 1) == Part::Nominal
                    && !is_past(view, before - 1) =>
            {
                start = before;
            }
            Part::And if joined && start < end => {
                // Two subjects, if the first begins its clause; else two clauses.
                let Some(first) = phrase_start(view, floor, before, false) else {
                    break;
                };
                let begins = first == floor
                    || matches!(part(view, first - 1), Part::Conjunction | Part::Mark);
                if begins {
                    start = first;
                }
                break;
            }
            _ => break,
        }
    }
    // A phrase does not begin with what ties it to words before.
    while start < end
        && matches!(
            part(view, start),
            Part::Link | Part::Preposition | Part::And | Part::Tie | Part::Possessive
        )
    {
        start += 1;
    }
    (start < end).then_some(start)
}

/// A small word in the past tense that no noun follows: a verb, not part of a phrase.
fn is_past(view: View, at: usize) -> bool {
    let word = view.word(at);
    let describes = part(view, at + 1) == Part::Nominal && view.small(at + 1);
    word.len() > 4 && word.ends_with("ed") && view.small(at) && !describes
}

/// The noun phrase that begins at token `start`, read up to `ceiling`. A plain noun before a comma
/// gives way to the name behind it: `the mayor, Ana Lima`.
pub(super) fn phrase_after(view: View, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST).min(view.len());
    let mut end = start;
    while end < ceiling {
        match part(view, end) {
            Part::Nominal if end > start && is_past(view, end) => break,
            Part::Nominal | Part::Determiner => end += 1,
            Part::Possessive if end > start => end += 1,
            Part::Calendar if part(view, end + 1) == Part::Possessive => end += 2,
            Part::Pronoun if end == start => {
                end += 1;
                break;
            }
            Part::Tie if end > start && end + 1 < ceiling => end += 1,
            Part::Link | Part::And
                if end > start
                    && end + 1 < ceiling
                    && matches!(
                        part(view, end + 1),
                        Part::Nominal | Part::Determiner | Part::Link
                    ) =>
            {
                end += 1;
            }
            _ => break,
        }
    }
    if end == start {
        return None;
    }
    let named = (start..end).any(|at| view.capital(at));
    if !named
        && view.mark(end) == ','
        && view.capital(end + 1)
        && part(view, end + 1) == Part::Nominal
        && let Some(name) = phrase_after(view, end + 1, ceiling)
    {
        return Some(name);
    }
    trimmed(view, start..end.min(ceiling))
}

/// `phrase` without articles in front and stops behind; None when nothing is left.
fn trimmed(view: View, phrase: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = phrase;
    let article =
        |at| part(view, at) == Part::Determiner && among(view.word(at), "the|The|a|A|an|An");
    while start < end && article(start) {
        start += 1;
    }
    while start < end && matches!(part(view, end - 1), Part::Tie | Part::Mark) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether `according to` stands at token `at`.
pub(super) fn is_according_to(view: View, at: usize) -> bool {
    view.word(at).eq_ignore_ascii_case("according") && view.word(at + 1) == "to"
}

/// Whether token `at` is a dash or comma, which may stand between a quotation and its speaker.
pub(super) fn separates(view: View, at: usize) -> bool {
    view.mark(at) == ',' || is_dash(view.word(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    fn text_of<'a>(view: View<'a>, range: Option<Range<usize>>) -> &'a str {
        range.map_or("", |range| {
            let end = view.tokens[range.end - 1].span.end;
            &view.text[view.tokens[range.start].span.start as usize..end as usize]
        })
    }

    #[test]
    fn subjects_before_a_verb() {
        for (text, expected) in [
            ("the mayor of Porto said", "mayor of Porto"),
            ("On Monday Ana Lima also said", "Ana Lima"),
            ("Ana Lima, the mayor of Porto, said", "Ana Lima"),
            ("Ana Lima (pictured) said", "Ana Lima"),
            ("The head of the port, Ana Lima, said", "Ana Lima"),
            ("Ana Lima, Port Authority, said", "Ana Lima"),
            ("Da Costa said", "Da Costa"),
            ("Ten towns and the county said", "Ten towns and the county"),
            ("The bridge collapsed and officials said", "officials"),
            (
                "Signatories of Monday's letter said",
                "Signatories of Monday's letter",
            ),
            (
                "Port Authority spokeswoman Maj. Ana Lima has said",
                "Port Authority spokeswoman Maj. Ana Lima",
            ),
            ("after which she said", "she"),
            (
                "officials from the ministry later said",
                "officials from the ministry",
            ),
            ("but the U.S. Army said", "U.S. Army"),
            ("said", ""),
        ] {
            let tokens = tokens(text);
            let view = View {
                text,
                tokens: &tokens,
            };
            let found = subject_before(view, 0, tokens.len() - 1);
            assert_eq!(text_of(view, found), expected, "{text}");
        }
    }

    #[test]
    fn subjects_after_a_verb() {
        for (text, expected) in [
            ("Ana Lima, a spokeswoman for the port.", "Ana Lima"),
            ("the mayor, Ana Lima, on Monday", "Ana Lima"),
            (
                "a spokesman for the ministry of health.",
                "spokesman for the ministry of health",
            ),
            ("the Port Authority on Monday", "Port Authority"),
            ("Lima Monday", "Lima"),
            ("in a statement", ""),
        ] {
            let tokens = tokens(text);
            let view = View {
                text,
                tokens: &tokens,
            };
            let found = phrase_after(view, 0, tokens.len());
            assert_eq!(text_of(view, found), expected, "{text}");
        }
    }
}
