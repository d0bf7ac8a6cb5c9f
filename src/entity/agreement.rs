//! Agreement: a name is one thing in all versions of a story.
//!
//! A mention that is not sure takes the kind for which all mentions of its name, in all articles, have
//! the most confidence together. What is sure stays as it is, so that two things of one name stay two;
//! and one word that is read as a place here and as a body there stays both, as a city and its team do.

use super::{Kind, Mention};
use crate::article::Article;
use crate::order::sort_by_number;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// From this confidence on a mention stays what it was read as.
const SURE: f32 = 0.9;

/// How many kinds there are.
const KINDS: usize = Kind::Ordinal as usize + 1;

/// A mention, and where it is.
struct Read<'a> {
    written: &'a str,
    kind: Kind,
    confidence: f32,
    place: (usize, usize),
}

/// The mentions that the other mentions of their name outvote: the article and the mention in it, by
/// their places in `articles`, and the kind to take. It does not depend on the order of the articles.
pub fn outvoted(articles: &[(&Article, &[Mention])]) -> Vec<((usize, usize), Kind)> {
    let mut all = Vec::new();
    for (at, (article, mentions)) in articles.iter().enumerate() {
        all.extend(mentions.iter().enumerate().map(|(mention, it)| Read {
            written: it.span.of(article.text()),
            kind: it.kind,
            confidence: it.confidence,
            place: (at, mention),
        }));
    }
    sort_by_number(&mut all, |it| number(it.written));
    let mut outvoted = Vec::new();
    for alike in all.chunk_by(|a, b| a.written == b.written) {
        if alike.iter().all(|it| it.kind == alike[0].kind) {
            continue;
        }
        let votes = votes(alike);
        let most = alike.iter().map(|it| (votes[it.kind as usize], it.kind));
        let Some((most, kind)) = most.max() else {
            continue;
        };
        let loses = |it: &&Read| {
            it.confidence < SURE
                && votes[it.kind as usize] < most
                && !may_be_both(it.written, it.kind, kind)
        };
        outvoted.extend(alike.iter().filter(loses).map(|it| (it.place, kind)));
    }
    outvoted
}

/// A number for a name, to bring equal names together faster than by their letters.
fn number(written: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(written.as_bytes());
    hasher.finish()
}

/// The confidence that each kind has together, in thousandths: sums of whole numbers do not depend on
/// their order.
fn votes(alike: &[Read]) -> [u32; KINDS] {
    let mut votes = [0; KINDS];
    for it in alike {
        votes[it.kind as usize] += (it.confidence * 1000.0) as u32;
    }
    votes
}

/// Whether a name may well be a thing of both kinds: one word for a place and for a body of it.
fn may_be_both(written: &str, one: Kind, other: Kind) -> bool {
    let place_or_body = |kind| matches!(kind, Kind::Place | Kind::Organisation);
    place_or_body(one) && place_or_body(other) && !written.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// What becomes of the mentions of two articles, each a name with a kind and a confidence.
    fn agreed(articles: [&[(&str, Kind, f32)]; 2]) -> Vec<Kind> {
        let read = articles.map(|names| {
            let mut text = String::new();
            let mut mentions = Vec::new();
            for &(name, kind, confidence) in names {
                let start = text.len();
                text.push_str(name);
                let span = Span::new(start as u32, text.len() as u32);
                text.push_str(". ");
                mentions.push(Mention {
                    span,
                    kind,
                    confidence,
                });
            }
            (Article::parse("", &text), mentions)
        });
        let [(a, in_a), (b, in_b)] = &read;
        let mut kinds = [in_a, in_b].map(|all| all.iter().map(|it| it.kind).collect::<Vec<_>>());
        for ((article, mention), kind) in outvoted(&[(a, in_a), (b, in_b)]) {
            kinds[article][mention] = kind;
        }
        kinds.concat()
    }

    use Kind::{Event, Organisation, Person, Place};

    #[test]
    fn what_is_not_sure_is_what_the_name_is_elsewhere() {
        let kinds = agreed([
            &[("Clean Tides", Event, 0.3)],
            &[("Clean Tides", Organisation, 0.95)],
        ]);
        assert_eq!(kinds, [Organisation, Organisation]);
    }

    #[test]
    fn many_that_doubt_outvote_one_that_doubts_a_little_less() {
        let kinds = agreed([
            &[("Velmora", Person, 0.4), ("Velmora", Organisation, 0.3)],
            &[("Velmora", Organisation, 0.3)],
        ]);
        assert_eq!(kinds, [Organisation; 3]);
    }

    #[test]
    fn what_is_sure_stays() {
        let kinds = agreed([
            &[("Jordan", Person, 0.95)],
            &[("Jordan", Place, 0.95), ("Jordan", Place, 0.95)],
        ]);
        assert_eq!(kinds, [Person, Place, Place]);
    }

    #[test]
    fn a_city_and_its_team_stay_two() {
        let kinds = agreed([
            &[("Lisbon", Organisation, 0.5)],
            &[("Lisbon", Place, 0.95), ("Red Harbour", Place, 0.5)],
        ]);
        assert_eq!(kinds, [Organisation, Place, Place]);
        let kinds = agreed([
            &[("Red Harbour", Organisation, 0.6)],
            &[("Red Harbour", Place, 0.5)],
        ]);
        assert_eq!(kinds, [Organisation, Organisation]);
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter() {
        let one: &[_] = &[("Tarn Water", Place, 0.4), ("Tarn Water", Event, 0.4)];
        let other: &[_] = &[("Tarn Water", Organisation, 0.5)];
        let there = agreed([one, other]);
        let back = agreed([other, one]);
        assert_eq!(there[0], back[1]);
        assert!(there.iter().all(|kind| *kind == there[0]));
    }
}
