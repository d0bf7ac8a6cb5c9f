//! Runs: stretches of capitalised words that may hold one name or several, as parts.
//!
//! "U.S. Secretary of State Antony Blinken" is one run; [`super::candidates`] cuts it.

use super::Kind;
use super::lexicon::format::Roles;
use super::lexicon::{Entry, Lexicon};
use super::words::Words;
use crate::text::among::among;
use std::ops::Range;

/// The longest second half of a given name: "un", "moon".
const LONGEST_SYLLABLE: usize = 4;

/// Longer runs are cut here: no name is as long, and cutting takes quadratic time.
const LONGEST_RUN: usize = 24;

/// The longest word that links two names between hyphens: "upon".
const LONGEST_LINK: usize = 4;

/// A part of a run: a name that the lexicon knows, or one word.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) tokens: Range<usize>,
    pub(super) roles: Roles,
    /// The parts that its last word can play: "Air Force" ends as "force" does.
    pub(super) ending: Roles,
    /// What the lexicon takes it for.
    pub(super) kind: Option<Kind>,
    /// Joined to the part before by "of", "for" and the like.
    pub(super) continues: bool,
    /// Joined to the part before by a hyphen.
    pub(super) hyphenated: bool,
}

impl Part {
    /// Whether the lexicon knows it and nothing else is likely.
    pub(super) fn is_certain(&self) -> bool {
        self.kind.is_some() && !self.roles.any(Roles::AMBIGUOUS)
    }

    pub(super) fn is(&self, role: Roles) -> bool {
        // A known name of several words plays no part that one of its words plays.
        self.tokens.len() == 1 && self.roles.any(role)
    }
}

/// The next run at or after token `from`, before token `end`, and where to go on.
pub(super) fn next_run(
    lexicon: &Lexicon,
    words: &Words,
    from: usize,
    end: usize,
    run: &mut Vec<Part>,
) -> usize {
    run.clear();
    let mut at = from;
    while at < end {
        if let Some(part) = part_at(lexicon, words, at, end, run) {
            at = part.tokens.end;
            run.push(part);
            break;
        }
        at += 1;
    }
    while run.len() < LONGEST_RUN
        && let Some((part_start, join)) = joined(words, at, end, run)
    {
        let Some(mut part) = part_at(lexicon, words, part_start, end, run) else {
            break;
        };
        part.continues = join == Join::Continues;
        part.hyphenated = join == Join::Hyphen;
        at = part.tokens.end;
        run.push(part);
        at = with_second_syllable(words, at, end, run);
    }
    at
}

/// "Kim Jong-un": after a family name that stands first, the given name may go on in lower case.
/// Returns where the run ends now.
fn with_second_syllable(words: &Words, at: usize, end: usize, run: &mut [Part]) -> usize {
    let [.., family, given] = run else { return at };
    let goes_on = family.is(Roles::FAMILY_FIRST)
        && given.kind.is_none()
        && at + 1 < end
        && words.reads(at, "-")
        && words[at].glued
        && words[at + 1].glued
        && words[at + 1].is_word
        && !words[at + 1].capital
        && words.folded(at + 1).len() <= LONGEST_SYLLABLE
        && !among(words.folded(at + 1), "led|run|born|made|era|own");
    if goes_on {
        given.tokens.end = at + 2;
        at + 2
    } else {
        at
    }
}

/// The part that begins with token `at`, when that token can stand in a name.
fn part_at(lexicon: &Lexicon, words: &Words, at: usize, end: usize, run: &[Part]) -> Option<Part> {
    let word = words.get(at)?;
    if let Some((stop, entry)) = word.name
        && stop as usize <= end
        && !word.counted
    {
        return Some(part(lexicon, words, at..stop as usize, entry));
    }
    // "al-Assad": the particle belongs to the name though it is in lower case.
    if !word.capital
        && word.is(Roles::PARTICLE)
        && words.reads(at + 1, "-")
        && words[at + 1].glued
        && words
            .get(at + 2)
            .is_some_and(|next| next.glued && next.capital && at + 2 < end)
    {
        return Some(part(lexicon, words, at..at + 3, Entry::default()));
    }
    if !word.capital || word.counted || word.is(Roles::CALENDAR.with(Roles::FUNCTION)) {
        return None;
    }
    let ends_name = Roles::ORGANISATION_HEAD
        .with(Roles::COMPANY_SUFFIX)
        .with(Roles::PLACE_HEAD)
        .with(Roles::FAMILY);
    if word.headline && word.is(Roles::WORD) {
        let goes_on = run
            .last()
            .is_some_and(|last| last.kind.is_some() || last.is(Roles::GIVEN));
        let is_given =
            word.is(Roles::GIVEN) && words.get(at + 1).is_some_and(|next| next.is(Roles::FAMILY));
        let belongs = is_given || goes_on && word.is(ends_name) || word.is(Roles::HONORIFIC);
        if !belongs {
            return None;
        }
    }
    let entry = Entry {
        thing: None,
        ..word.entry
    };
    Some(part(lexicon, words, at..at + 1, entry))
}

fn part(lexicon: &Lexicon, words: &Words, tokens: Range<usize>, entry: Entry) -> Part {
    let thing = entry.thing.and_then(|number| lexicon.thing(number));
    Part {
        ending: words[tokens.end - 1].entry.roles,
        tokens,
        roles: entry.roles,
        kind: thing.map(|thing| thing.kind),
        continues: false,
        hyphenated: false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Plain,
    Hyphen,
    Continues,
}

/// Where the next part of `run`, which ends before token `at`, would begin, and how it is joined.
fn joined(words: &Words, at: usize, end: usize, run: &[Part]) -> Option<(usize, Join)> {
    let last = run.last()?;
    let word = words.get(at).filter(|_| at < end)?;
    if word.capital || word.name.is_some() {
        return (!word.is(Roles::FUNCTION) || word.name.is_some()).then_some((at, Join::Plain));
    }
    let next_is_capital = |index: usize| index < end && words[index].capital;
    match words.folded(at) {
        // "Lt. Gen. Smith", "St. Louis", "Mr. Brown"; not the end of a sentence.
        "." if word.glued
            && last.is(Roles::TITLE
                | Roles::HONORIFIC
                | Roles::PLACE_LEAD
                | Roles::TITLE_MODIFIER)
            && words.folded(at - 1).len() <= 5
            && next_is_capital(at + 1) =>
        {
            Some((at + 1, Join::Plain))
        }
        "-" | "–"
            if word.glued && at + 1 < end && words[at + 1].glued && next_is_capital(at + 1) =>
        {
            Some((at + 1, Join::Hyphen))
        }
        // "Tehreek-e-Insaf", "Stratford-upon-Avon".
        "-" if at + 3 < end
            && words[at..at + 4].iter().all(|word| word.glued)
            && words.reads(at + 2, "-")
            && words[at + 3].capital
            && words.folded(at + 1).len() <= LONGEST_LINK =>
        {
            Some((at + 3, Join::Plain))
        }
        "&" if next_is_capital(at + 1) => Some((at + 1, Join::Plain)),
        // "Food and Drug Administration", "Workers' Party", "Governor's Office".
        "and" | "'s" | "'" if is_plain(words, last) && leads_to_head(words, at + 1, end) => {
            Some((at + 1, Join::Plain))
        }
        "of" | "for" | "on" | "against" => continued(words, at + 1, end, last),
        // "Ministry of Trade and Industry", once the name goes on.
        "and" if run.len() >= 2 && run.iter().any(|part| part.continues) => {
            let next = words.get(at + 1)?;
            let plain = next.capital && next.is(Roles::WORD) && next.name.is_none();
            (at + 1 < end && plain && last.is(Roles::WORD)).then_some((at + 1, Join::Continues))
        }
        _ if word.is(Roles::PARTICLE) && last.kind.is_none() => {
            let mut next = at + 1;
            while next < end.min(at + 3) && words[next].is(Roles::PARTICLE) && !words[next].capital
            {
                next += 1;
            }
            if words.reads(next, "-")
                && next + 1 < end
                && words[next].glued
                && words[next + 1].glued
            {
                next += 1;
            }
            next_is_capital(next).then_some((next, Join::Plain))
        }
        _ => None,
    }
}

/// Whether `part` is an ordinary word, and neither a name nor a title.
fn is_plain(words: &Words, part: &Part) -> bool {
    let person = Roles::GIVEN | Roles::FAMILY;
    part.kind.is_none()
        && part.is(Roles::WORD)
        && !part.is(person)
        && !words[part.tokens.start].start
}

/// Whether the next few words are capitalised ordinary ones, of which the last ends the name of a
/// body.
fn leads_to_head(words: &Words, at: usize, end: usize) -> bool {
    for index in at..end.min(at + 4) {
        let word = &words[index];
        if !word.capital || !word.is(Roles::WORD) {
            return false;
        }
        if word.is(Roles::ORGANISATION_HEAD) {
            return true;
        }
    }
    false
}

/// After "of": goes on when the part before can lead a name that does.
fn continued(words: &Words, at: usize, end: usize, last: &Part) -> Option<(usize, Join)> {
    let leads = Roles::ORGANISATION_LEAD | Roles::EVENT_LEAD | Roles::LAW_LEAD | Roles::PLACE_LEAD;
    if !last.is(leads) {
        return None;
    }
    let next = if words.reads(at, "the") { at + 1 } else { at };
    (next < end && words[next].capital).then_some((next, Join::Continues))
}
