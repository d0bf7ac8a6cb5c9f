//! Candidates: runs cut into the stretches that may each be one name, with what is sure of them.

use super::Kind;
use super::lexicon::Lexicon;
use super::lexicon::format::Roles;
use super::runs::{Part, next_run};
use super::words::Words;
use std::ops::Range;

/// How often a name that only one reading fits is right.
const KNOWN: f32 = 0.95;
/// The same for a name read by its last or first word: "ministry", "university of".
const BY_PATTERN: f32 = 0.85;

/// A stretch that may be one name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) tokens: Range<usize>,
    pub(super) reading: Reading,
    /// A title or a "Mr" stands before it.
    pub(super) titled: bool,
}

/// What is sure of a candidate.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Reading {
    /// The lexicon or a pattern decides.
    Sure(Kind, f32),
    /// The evidence decides; the lexicon may have a guess.
    Open(Option<Kind>),
}

/// The candidates of a paragraph, in order and apart from each other.
pub(super) fn candidates(lexicon: &Lexicon, words: &Words) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut run = Vec::new();
    for sentence in words.sentences() {
        let mut at = sentence.start;
        while at < sentence.end {
            at = next_run(lexicon, words, at, sentence.end, &mut run);
            let (titled, run) = without_office(words, without_weak_start(words, &run));
            cut(words, run, titled, &mut found);
        }
    }
    found
}

/// The run without a first word that is capitalised only because a sentence begins with it.
fn without_weak_start<'a>(words: &Words, run: &'a [Part]) -> &'a [Part] {
    let [first, rest @ ..] = run else { return run };
    let begins = words[first.tokens.start].start;
    if !begins || first.kind.is_some() || !first.is(Roles::WORD) || first.is(Roles::HONORIFIC) {
        return run;
    }
    let Some(second) = rest.first() else {
        // One word: a person named before may still be meant.
        let may_be_name = first.is(Roles::FAMILY | Roles::GIVEN);
        return if may_be_name { run } else { rest };
    };
    let is_person = first.is(Roles::GIVEN) && second.is(Roles::FAMILY);
    let is_title = first.is(Roles::TITLE | Roles::EVENT_LEAD);
    let has_head = rest.last().is_some_and(|last| head(last).is_some())
        || rest.iter().any(|part| part.continues);
    let is_body = has_head && !first.is(Roles::TITLE_MODIFIER) && !second.is_certain();
    if is_person || is_title || is_body || second.hyphenated {
        run
    } else {
        rest
    }
}

/// The run without the rest of a title, and whether there was one: "Secretary of State Jane Roe".
fn without_office<'a>(words: &Words, run: &'a [Part]) -> (bool, &'a [Part]) {
    let [first, rest @ ..] = run else {
        return (false, run);
    };
    let at = first.tokens.start;
    let holds_office = at >= 2 && words.reads(at - 1, "of") && words[at - 2].is(Roles::TITLE);
    if holds_office && first.kind.is_none() && first.is(Roles::WORD) && !rest.is_empty() {
        (true, rest)
    } else {
        (false, run)
    }
}

/// The kind of name that ends with `part`.
fn head(part: &Part) -> Option<Kind> {
    if part.kind.is_some_and(|kind| kind != Kind::Organisation) {
        return None;
    }
    [
        (Roles::COMPANY_SUFFIX, Kind::Organisation),
        (Roles::ORGANISATION_HEAD, Kind::Organisation),
        (Roles::PLACE_HEAD, Kind::Place),
        (Roles::EVENT_HEAD, Kind::Event),
        (Roles::LAW_HEAD, Kind::Law),
    ]
    .into_iter()
    .find_map(|(role, kind)| part.ending.any(role).then_some(kind))
}

/// The kind of name that `part` begins when it goes on with "of".
fn lead(part: &Part) -> Option<Kind> {
    [
        (Roles::ORGANISATION_LEAD, Kind::Organisation),
        (Roles::PLACE_LEAD, Kind::Place),
        (Roles::EVENT_LEAD, Kind::Event),
        (Roles::LAW_LEAD, Kind::Law),
    ]
    .into_iter()
    .find_map(|(role, kind)| part.is(role).then_some(kind))
}

fn is_title(part: &Part) -> bool {
    part.kind.is_none() && part.is(Roles::TITLE | Roles::HONORIFIC)
}

fn span(run: &[Part]) -> Range<usize> {
    run[0].tokens.start..run[run.len() - 1].tokens.end
}

/// Cuts `run` into candidates. `titled`: a title stands before it.
fn cut(words: &Words, run: &[Part], titled: bool, found: &mut Vec<Candidate>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    let mut push = |run: &[Part], reading| {
        found.push(Candidate {
            tokens: span(run),
            reading,
            titled,
        });
    };
    if let [only] = run {
        match only.kind {
            // "Lord Halifax" is no town.
            Some(Kind::Place) if titled && only.is(Roles::FAMILY | Roles::GIVEN) => {
                push(run, Reading::Open(only.kind));
            }
            Some(kind) if only.is_certain() => push(run, Reading::Sure(kind, KNOWN)),
            None if is_site(words, &only.tokens) => {
                push(run, Reading::Sure(Kind::Organisation, BY_PATTERN));
            }
            guess if titled || !is_part_of_title(only) => push(run, Reading::Open(guess)),
            _ => {}
        }
        return;
    }
    // "Ministry of Defence", "Republic of Korea".
    if let Some(at) = (1..run.len()).find(|&at| run[at].continues) {
        let kind = lead(&run[at - 1]).unwrap_or(Kind::Organisation);
        let stop = name_end(run, at);
        push(&run[..stop], Reading::Sure(kind, BY_PATTERN));
        cut(words, &run[stop..], false, found);
        return;
    }
    // "Hurricane Agnes", "Operation Desert Wind".
    if first.is(Roles::EVENT_LEAD) && first.kind.is_none() && !titled {
        push(run, Reading::Sure(Kind::Event, BY_PATTERN));
        return;
    }
    // "Golden Valley Bank", but a person may follow: "Defence Ministry spokesman Igor Petrov".
    if let Some(kind) = head(last)
        && !run.iter().all(is_part_of_title)
        && !(titled && last.is(Roles::FAMILY))
    {
        push(run, Reading::Sure(kind, BY_PATTERN));
        return;
    }
    if let Some(title) = run[..run.len() - 1].iter().rposition(is_title) {
        let start = title_start(run, title);
        cut(words, &run[..start], false, found);
        cut(words, &run[title + 1..], true, found);
        return;
    }
    // "President" at the end: "U.S. Vice President", "U.S. Defense officials".
    if is_part_of_title(last) && !titled && !last.is(Roles::FAMILY) {
        let start = title_start(run, run.len() - 1);
        cut(words, &run[..start], false, found);
        return;
    }
    if run
        .iter()
        .all(|part| part.kind.is_none() && is_part_of_title(part))
    {
        return;
    }
    // "Russian Vladimir Petrov": a people stands apart; so does a known name of several words.
    if let Some(at) = run.iter().position(stands_apart) {
        cut(words, &run[..at], titled, found);
        cut(words, &run[at..=at], false, found);
        cut(words, &run[at + 1..], false, found);
        return;
    }
    // "US-China": two names about a hyphen.
    if let Some(at) = (1..run.len())
        .find(|&at| run[at].hyphenated && run[at].is_certain() && run[at - 1].is_certain())
    {
        cut(words, &run[..at], titled, found);
        cut(words, &run[at..], false, found);
        return;
    }
    push(run, Reading::Open(first.kind.or(last.kind)));
}

fn is_part_of_title(part: &Part) -> bool {
    part.kind.is_none() && part.is(Roles::TITLE | Roles::TITLE_MODIFIER | Roles::HONORIFIC)
}

/// Whether `tokens` read as the address of a site, which names its owner: "Example.com".
fn is_site(words: &Words, tokens: &Range<usize>) -> bool {
    let name = words.folded(tokens.start);
    let ends = [".com", ".org", ".net"].iter();
    tokens.len() == 1 && ends.into_iter().any(|end| name.ends_with(end))
}

fn stands_apart(part: &Part) -> bool {
    part.is_certain() && (part.kind == Some(Kind::Group) || part.tokens.len() > 1)
}

/// Where the title that ends with part `title` begins: "Deputy Prime Minister".
fn title_start(run: &[Part], title: usize) -> usize {
    let before = run[..title].iter().rev();
    title - before.take_while(|part| is_part_of_title(part)).count()
}

/// Where a name that goes on at part `at` ends: before a title.
fn name_end(run: &[Part], at: usize) -> usize {
    let after = (at + 1..run.len()).find(|&part| !run[part].continues && is_title(&run[part]));
    after.map_or(run.len(), |title| title_start(run, title).max(at + 1))
}
