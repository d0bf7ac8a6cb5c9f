//! What part a word can play in a phrase, by a list of small words, its ending and its capital.

use super::dates::{is_month, is_weekday};
use super::known_words::{DATE, Known};
use super::view::{View, all_capitals};
use crate::span::Span;

/// What part a word can play in a phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// `the`, `his`, `several`.
    Determiner,
    /// `he`, `they`, `who`.
    Pronoun,
    /// `of`, `for`, `de`: ties two nouns.
    Link,
    /// Another preposition.
    Preposition,
    /// `and`.
    And,
    /// What begins another clause: `but`, `that`, `when`.
    Conjunction,
    /// What may stand between a subject and its verb: `also`, `has`, `later`.
    Adverb,
    /// A verb of speech.
    Speech,
    /// A weekday or month.
    Calendar,
    /// `'s` and the like.
    Possessive,
    /// A mark that ties words: a hyphen, an ampersand, the stop of `Mr.`
    Tie,
    /// Any other mark.
    Mark,
    /// Anything else: nouns, names, adjectives, and verbs that are not known.
    Nominal,
}

/// What part token `at` can play.
pub(super) fn part(view: View, at: usize) -> Part {
    let token = view.tokens.get(at);
    token.map_or(Part::Mark, |token| token.facts.part)
}

/// Whether token `at` is a verb of speech.
pub(super) fn is_speech(view: View, at: usize) -> bool {
    part(view, at) == Part::Speech
}

/// What part `mark` can play, with or without white space before and after it.
pub(super) fn part_of_mark(mark: &[u8], spaced: bool, spaced_after: bool) -> Part {
    let ties = match mark {
        b"&" => true,
        b"." => !spaced,
        // Two hyphens, U+2010 and U+2011, and the apostrophe U+2019.
        [b'-' | b'/' | b'\''] | [0xe2, 0x80, 0x90 | 0x91 | 0x99] => !spaced && !spaced_after,
        _ => false,
    };
    if ties { Part::Tie } else { Part::Mark }
}

/// What part the word at `span` can play, which is no acronym: `known` is what it is to the readings,
/// `small` says that it begins with a small letter.
pub(super) fn part_of_word(text: &str, span: Span, known: Known, small: bool) -> Part {
    let Known(listed, roles) = known;
    if small && roles & DATE == 0 {
        let long = span.len() > 4 && listed == Part::Nominal;
        let adverb = long && text.as_bytes()[span.range()].ends_with(b"ly");
        return if adverb { Part::Adverb } else { listed };
    }
    let word = span.of(text);
    if roles & DATE != 0 && (is_weekday(word) || is_month(word) && word != "May") {
        return Part::Calendar;
    }
    match listed {
        Part::Pronoun if word.len() > 1 && all_capitals(word) => Part::Nominal,
        // `De`, `Van`, `Al` belong to the name.
        Part::Link if !small && !is_preposition(word) => Part::Nominal,
        Part::Adverb
            if !small
                && !matches!(word, "Meanwhile" | "However" | "Later" | "Earlier" | "Also") =>
        {
            Part::Nominal
        }
        Part::Speech if !small => Part::Nominal,
        Part::Nominal if small && word.len() > 4 && word.ends_with("ly") => Part::Adverb,
        part => part,
    }
}

/// Whether a link is no particle of names.
fn is_preposition(link: &str) -> bool {
    link.eq_ignore_ascii_case("of") || link.eq_ignore_ascii_case("for")
}
