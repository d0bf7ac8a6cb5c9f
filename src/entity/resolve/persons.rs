//! Persons: "Kim Jong Un" and later "Kim"; "Donald J. Trump" and "Donald Trump".
//!
//! A short name is joined to the one full name that it can be short for, in its own article if
//! there is one, or else in any. Where two persons fit, it stays apart.

use super::union::Union;
use super::{Name, only};
use crate::entity::Kind;
use crate::entity::lexicon::Lexicon;
use crate::entity::lexicon::format::Roles;
use rustc_hash::FxHashMap;

/// With more bearers than this a name says too little to join anything by, and looking at all of
/// them for each mention would take quadratic time.
const MOST_BEARERS: usize = 32;

pub(super) fn join(lexicon: &Lexicon, names: &[Name], union: &mut Union) {
    let is_person = |name: &&Name| name.kind == Kind::Person;
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut by_ends: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| is_person(name)) {
        if let [first, .., last] = name.words.as_slice() {
            by_word.entry(first).or_default().push(index);
            if first != last {
                by_word.entry(last).or_default().push(index);
            }
            // A middle name or initial more or less is the same person.
            let same = *by_ends.entry((first, last)).or_insert(index);
            if is_initials_apart(&names[same], name) {
                union.join(same, index);
            }
        }
    }
    for (index, name) in names.iter().enumerate().filter(|(_, name)| is_person(name)) {
        let bearers = by_word.get(name.last());
        let Some(full) = bearers.filter(|full| full.len() <= MOST_BEARERS) else {
            continue;
        };
        for fits in [is_surname_of, is_given_name_of] {
            let candidates = || {
                full.iter()
                    .filter(|&&full| fits(lexicon, name, &names[full]))
            };
            let here = candidates().filter(|&&full| shares_article(name, &names[full]));
            let meant = only(here.map(|&full| union.root(full))).or_else(|| {
                let nobody_here = !candidates().any(|&full| shares_article(name, &names[full]));
                let anywhere = candidates().map(|&full| union.root(full));
                if nobody_here { only(anywhere) } else { None }
            });
            if let Some(meant) = meant {
                union.join(meant, index);
            }
            if candidates().next().is_some() {
                break;
            }
        }
    }
}

fn shares_article(a: &Name, b: &Name) -> bool {
    let in_b = |article| {
        let at = b.mentions.partition_point(|place| place.article < article);
        b.mentions
            .get(at)
            .is_some_and(|place| place.article == article)
    };
    a.article
        .map_or_else(|| a.mentions.iter().any(|place| in_b(place.article)), in_b)
}

/// Whether two names with the same ends differ only by what stands between them in one of them.
fn is_initials_apart(a: &Name, b: &Name) -> bool {
    a.words.len() == 2 || b.words.len() == 2 || a.words == b.words
}

/// "Ryder" or "von der Leyen" at the end of a full name; "Kim" before it where families do that.
fn is_surname_of(lexicon: &Lexicon, name: &Name, full: &Name) -> bool {
    let (short, long) = (&name.words, &full.words);
    if short.len() >= long.len() {
        return false;
    }
    let family_first = lexicon.get(&long[0]).roles.any(Roles::FAMILY_FIRST)
        && !lexicon.get(full.last()).roles.any(Roles::FAMILY)
        || long.len() == 3 && lexicon.get(&long[0]).roles.any(Roles::FAMILY_FIRST);
    long.ends_with(short) && !(family_first && short.len() == 1)
        || family_first && short.len() == 1 && long[0] == short[0]
}

/// A given name alone, as of royalty, players and children.
fn is_given_name_of(_: &Lexicon, name: &Name, full: &Name) -> bool {
    name.words.len() == 1 && full.words.len() > 1 && full.words[0] == name.words[0]
}
