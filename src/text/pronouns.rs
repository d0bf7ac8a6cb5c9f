//! Whom a pronoun before a verb of speech stands for: the last person, or the last group, named
//! before it.

use super::phrases::{Part, part, phrase_after};
use super::tokens::TokenKind;
use super::view::View;
use std::ops::Range;

/// How far back, in tokens, a pronoun reaches: some five paragraphs.
const REACH: usize = 400;

/// What a pronoun asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    /// `he`, `she`, `I`: a person.
    Person,
    /// `they`, `we`: several.
    Several,
    /// `it`: a body or a document.
    Thing,
}

/// The phrase that `subject` names: itself, or what its pronoun stands for. `speakers` are the
/// speakers found before it, in order; `previous` is the sentence before its own.
pub(super) fn resolved(
    view: View,
    subject: Range<usize>,
    speakers: &[Range<usize>],
    previous: &Range<usize>,
) -> Option<Range<usize>> {
    if subject.len() != 1 || part(view, subject.start) != Part::Pronoun {
        return Some(subject);
    }
    let word = view.word(subject.start);
    let number = match () {
        () if is_any(word, &["he", "she", "I", "him", "who"]) => Number::Person,
        () if is_any(word, &["they", "we", "them", "us"]) => Number::Several,
        () => Number::Thing,
    };
    let before = speakers
        .iter()
        .rev()
        .take_while(|speaker| speaker.end + REACH > subject.start);
    let speaker = before
        .filter(|speaker| speaker.end <= subject.start)
        .find(|speaker| fits(view, speaker, number))
        .cloned();
    if number == Number::Several {
        // What the sentence before is about, if it is about several.
        let topic = phrase_after(view, previous.start, previous.end);
        let topic = topic.filter(|topic| is_several(view, topic));
        return topic
            .into_iter()
            .chain(speaker)
            .max_by_key(|phrase| phrase.start);
    }
    if number == Number::Thing {
        return speaker;
    }
    // Somebody named since, if a sentence begins with the name; names in passing do not count.
    let lowest = subject.start.saturating_sub(REACH);
    let since = speaker.as_ref().map_or(lowest, |speaker| speaker.end);
    last_person(view, since.max(lowest), subject.start, true)
        .or(speaker)
        .or_else(|| last_person(view, lowest, subject.start, false))
}

fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Whether `speaker` can be meant by a pronoun of `number`.
fn fits(view: View, speaker: &Range<usize>, number: Number) -> bool {
    match number {
        Number::Several => is_several(view, speaker),
        Number::Person => view.capital(speaker.end - 1) && !is_several(view, speaker),
        Number::Thing => !is_several(view, speaker),
    }
}

/// Whether a phrase names several: joined by `and`, or its first noun is a plural.
fn is_several(view: View, phrase: &Range<usize>) -> bool {
    let head_end = phrase
        .clone()
        .find(|&at| matches!(part(view, at), Part::Link | Part::Preposition | Part::Mark))
        .unwrap_or(phrase.end);
    let head = view.word(head_end.saturating_sub(1));
    let plural =
        head.ends_with('s') && !head.ends_with("ss") && view.small(head_end.saturating_sub(1));
    let joined = phrase.clone().any(|at| part(view, at) == Part::And);
    plural
        || joined
        || matches!(
            head,
            "police" | "people" | "allies" | "Signatories" | "Officials" | "Experts"
        )
}

/// The last full name between two tokens: two to four capitalised words, none of them the beginning
/// of a place or the end of an organisation. With `first`, only one that a sentence begins with.
fn last_person(view: View, from: usize, to: usize, first: bool) -> Option<Range<usize>> {
    let mut end = to;
    while end > from {
        if !is_name_word(view, end - 1) {
            end -= 1;
            continue;
        }
        let mut start = end - 1;
        while start > from
            && is_name_word(view, start - 1)
            && view.tokens[start].span.start - view.tokens[start - 1].span.end <= 1
        {
            start -= 1;
        }
        let named =
            (2..=4).contains(&(end - start)) && !(start..end).any(|at| is_no_person(view.word(at)));
        if named && (!first || begins_sentence(view, start)) {
            return Some(start..end);
        }
        end = start;
    }
    None
}

/// Whether token `at` is the first of a sentence or paragraph.
fn begins_sentence(view: View, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let gap = view.tokens[before].span.end as usize..view.tokens[at].span.start as usize;
    let gap = &view.text.as_bytes()[gap];
    gap.contains(&b'\n')
        || !gap.is_empty() && matches!(view.word(before), "." | "!" | "?" | "”" | "\"" | "…" | ")")
}

fn is_name_word(view: View, at: usize) -> bool {
    view.is(at, TokenKind::Word)
        && view.capital(at)
        && part(view, at) == Part::Nominal
        && (!view.all_capitals(at) || view.word(at).ends_with('.'))
}

/// Words that begin the names of places and end those of organisations.
fn is_no_person(word: &str) -> bool {
    matches!(
        word,
        "North"
            | "South"
            | "East"
            | "West"
            | "New"
            | "United"
            | "European"
            | "Saudi"
            | "Great"
            | "Los"
            | "San"
            | "Hong"
            | "Sri"
            | "Middle"
            | "Union"
            | "Nations"
            | "States"
            | "Kingdom"
            | "Korea"
            | "Zealand"
            | "Ministry"
            | "Minister"
            | "Ministers"
            | "Department"
            | "Council"
            | "Bank"
            | "House"
            | "Court"
            | "Party"
            | "University"
            | "Group"
            | "Security"
            | "Office"
            | "Agency"
            | "Committee"
            | "Commission"
            | "Republic"
            | "Street"
            | "City"
            | "National"
            | "International"
            | "Army"
            | "Force"
            | "Forces"
            | "Charter"
            | "Resolution"
            | "War"
            | "World"
            | "Act"
            | "Treasury"
            | "Foreign"
            | "Defense"
            | "Defence"
            | "State"
            | "White"
            | "Supreme"
            | "Prime"
            | "President"
            | "Company"
            | "Corp"
            | "Inc"
            | "Times"
            | "Post"
            | "News"
            | "Press"
            | "Representative"
            | "Representatives"
            | "Secretary"
            | "Oblast"
            | "Region"
            | "River"
            | "Gulf"
            | "Sea"
            | "Airport"
            | "Hospital"
            | "School"
            | "Park"
            | "Island"
            | "Islands"
    )
}
