//! What part a word can play in a phrase, by a list of small words, its ending and its capital.

use super::dates::{is_month, is_weekday};
use super::verbs::is_speech_verb;
use super::view::{View, all_capitals};
use super::word_table::{Lower, WordTable};

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

/// What part the mark `word` can play, with or without white space before and after it.
pub(super) fn part_of_mark(word: &str, spaced: bool, spaced_after: bool) -> Part {
    let tied = !spaced && (word == "." || !spaced_after);
    match word {
        "&" => Part::Tie,
        "-" | "‐" | "‑" | "/" | "." | "'" | "’" if tied => Part::Tie,
        _ => Part::Mark,
    }
}

/// What part `word` can play: `lower` in lower case, `small` if it begins with a small letter, and
/// `date` if dates are made of it.
pub(super) fn part_of_word(word: &str, lower: &Lower, small: bool, date: bool) -> Part {
    let acronym = word.ends_with('.');
    let calendar = date || acronym;
    if calendar && (is_weekday(word) || is_month(word) && word != "May") {
        return Part::Calendar;
    }
    // An acronym is no small word: `U.S.` is not `us`.
    let listed = SMALL_WORDS.get_lower(lower).filter(|_| !acronym);
    match listed {
        Some(Part::Pronoun) if word.len() > 1 && all_capitals(word) => Part::Nominal,
        // `De`, `Van`, `Al` belong to the name.
        Some(Part::Link) if !small && !matches!(&**lower, b"of" | b"for") => Part::Nominal,
        Some(Part::Adverb)
            if !small
                && !matches!(word, "Meanwhile" | "However" | "Later" | "Earlier" | "Also") =>
        {
            Part::Nominal
        }
        Some(part) => part,
        None if small && is_speech_verb(word) => Part::Speech,
        None if small && word.len() > 4 && word.ends_with("ly") => Part::Adverb,
        None => Part::Nominal,
    }
}

#[rustfmt::skip]
static SMALL_WORDS: &WordTable<Part> = {
    use Part::*;
    &WordTable::new([
        ("a", Determiner), ("about", Preposition), ("according", Conjunction), ("across", Preposition),
        ("after", Preposition), ("again", Adverb), ("against", Preposition), ("al", Link),
        ("all", Determiner), ("also", Adverb), ("although", Conjunction), ("amid", Conjunction),
        ("among", Preposition), ("an", Determiner), ("and", And), ("another", Determiner),
        ("are", Adverb), ("as", Conjunction), ("at", Preposition), ("away", Adverb), ("back", Adverb),
        ("be", Adverb), ("because", Conjunction), ("been", Adverb), ("before", Preposition),
        ("being", Adverb), ("between", Preposition), ("bin", Link), ("both", Determiner),
        ("but", Conjunction), ("by", Preposition), ("can", Adverb), ("could", Adverb), ("da", Link),
        ("de", Link), ("den", Link), ("der", Link), ("despite", Conjunction), ("di", Link),
        ("did", Adverb), ("do", Adverb), ("does", Adverb), ("dos", Link), ("down", Adverb),
        ("du", Link), ("during", Preposition), ("each", Determiner), ("earlier", Adverb), ("el", Link),
        ("even", Adverb), ("following", Conjunction), ("for", Link), ("from", Preposition),
        ("further", Adverb), ("had", Adverb), ("has", Adverb), ("have", Adverb), ("he", Pronoun),
        ("her", Determiner), ("here", Adverb), ("him", Pronoun), ("his", Determiner),
        ("how", Conjunction), ("however", Adverb), ("i", Pronoun), ("ibn", Link), ("if", Conjunction),
        ("in", Preposition), ("into", Preposition), ("is", Adverb), ("it", Pronoun),
        ("its", Determiner), ("just", Adverb), ("la", Link), ("later", Adverb), ("le", Link),
        ("many", Determiner), ("may", Adverb), ("me", Pronoun), ("meanwhile", Adverb),
        ("might", Adverb), ("must", Adverb), ("my", Determiner), ("near", Preposition),
        ("never", Adverb), ("no", Determiner), ("nor", Conjunction), ("not", Adverb), ("now", Adverb),
        ("of", Link), ("off", Adverb), ("often", Adverb), ("on", Preposition), ("once", Adverb),
        ("only", Adverb), ("or", Conjunction), ("our", Determiner), ("out", Adverb),
        ("over", Preposition), ("per", Preposition), ("several", Determiner), ("she", Pronoun),
        ("should", Adverb), ("since", Conjunction), ("so", Conjunction), ("some", Determiner),
        ("still", Adverb), ("than", Conjunction), ("that", Conjunction), ("the", Determiner),
        ("their", Determiner), ("them", Pronoun), ("then", Adverb), ("there", Adverb),
        ("therefore", Adverb), ("these", Determiner), ("they", Pronoun), ("this", Determiner),
        ("those", Determiner), ("though", Conjunction), ("through", Preposition), ("to", Preposition),
        ("today", Adverb), ("too", Adverb), ("under", Preposition), ("until", Conjunction),
        ("up", Adverb), ("us", Pronoun), ("van", Link), ("via", Preposition), ("von", Link),
        ("was", Adverb), ("we", Pronoun), ("were", Adverb), ("what", Conjunction),
        ("when", Conjunction), ("where", Conjunction), ("whether", Conjunction), ("which", Pronoun),
        ("while", Conjunction), ("who", Pronoun), ("why", Conjunction), ("will", Adverb),
        ("with", Preposition), ("within", Preposition), ("without", Preposition), ("would", Adverb),
        ("yesterday", Adverb), ("yet", Conjunction), ("you", Pronoun), ("your", Determiner),
    ])
};
