//! Whom a pronoun before a verb of speech stands for: the last person, or the last group, named
//! before it.

use super::parts::{Part, is_speech, part};
use super::phrases::{phrase_after, subject_before};
use super::tokens::TokenKind;
use super::view::View;
use crate::text::among::among;
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
    let speaker = latest(speaker, last_reporter(view, subject.start, number));
    if number == Number::Several {
        // What the sentence before is about, if it is about several.
        let topic = phrase_after(view, previous.start, previous.end);
        let topic = topic.filter(|topic| is_several(view, topic));
        return latest(topic, speaker);
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
        Number::Person => !is_several(view, speaker) && !is_thing(view, speaker),
        Number::Thing => !is_several(view, speaker),
    }
}

/// The later of two phrases.
fn latest(a: Option<Range<usize>>, b: Option<Range<usize>>) -> Option<Range<usize>> {
    a.into_iter().chain(b).max_by_key(|phrase| phrase.start)
}

/// How far back, in tokens, indirect speech is looked for, and in how many places.
const REPORTED: (usize, usize) = (120, 5);

/// The last who is reported to have said something, in their words or not, before token `to`.
fn last_reporter(view: View, to: usize, number: Number) -> Option<Range<usize>> {
    let lowest = to.saturating_sub(REPORTED.0);
    let verbs = (lowest..to).rev().filter(|&at| is_speech(view, at));
    verbs
        .take(REPORTED.1)
        .filter_map(|verb| subject_before(view, lowest, verb))
        .find(|subject| part(view, subject.start) != Part::Pronoun && fits(view, subject, number))
}

/// Whether a phrase is about a document or body, by its first noun.
fn is_thing(view: View, phrase: &Range<usize>) -> bool {
    among(
        head(view, phrase),
        "statement|document|report|letter|agency|ministry|government|department|company|release|\
        text|resolution|page|paper|newspaper|army|police|military|office|study|court|group|\
        communique|declaration|article|post|message|note|bank",
    )
}

/// The noun that a phrase is about: the last before `of`, `for` and the like.
fn head<'a>(view: View<'a>, phrase: &Range<usize>) -> &'a str {
    let ties = |at: &usize| matches!(part(view, *at), Part::Link | Part::Preposition | Part::Mark);
    let end = phrase.clone().find(ties).unwrap_or(phrase.end);
    view.word(end.saturating_sub(1))
}

/// Whether a phrase names several: joined by `and`, or its first noun is a plural.
fn is_several(view: View, phrase: &Range<usize>) -> bool {
    let head = head(view, phrase);
    let plural =
        head.ends_with('s') && !head.ends_with("ss") && head.starts_with(char::is_lowercase);
    let joined = phrase.clone().any(|at| part(view, at) == Part::And);
    plural || joined || among(head, "police|people|allies|Signatories|Officials|Experts")
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
            && matches!(gap(view, start), b"" | b" ")
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

/// What stands between token `at`, not the first, and the one before.
fn gap(view: View<'_>, at: usize) -> &[u8] {
    let gap = view.tokens[at - 1].span.end as usize..view.tokens[at].span.start as usize;
    &view.text.as_bytes()[gap]
}

/// Whether token `at` is the first of a sentence or paragraph.
fn begins_sentence(view: View, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let gap = gap(view, at);
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
    among(
        word,
        "North|South|East|West|New|United|European|Saudi|Great|Los|San|Hong|Sri|Middle|Union|\
        Nations|States|Kingdom|Korea|Zealand|Ministry|Minister|Ministers|Department|Council|Bank|\
        House|Court|Party|University|Group|Security|Office|Agency|Committee|Commission|Republic|\
        Street|City|National|International|Army|Force|Forces|Charter|Resolution|War|World|Act|\
        Treasury|Foreign|Defense|Defence|State|White|Supreme|Prime|President|Company|Corp|Inc|\
        Times|Post|News|Press|Representative|Representatives|Secretary|Oblast|Region|River|Gulf|\
        Sea|Images|Photo|Getty|Airport|Hospital|School|Park|Island|Islands",
    )
}
