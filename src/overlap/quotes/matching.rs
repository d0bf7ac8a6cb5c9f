//! Which quotations of two articles are one utterance.

use super::candidates::{Candidate, candidates};
use super::side::{Side, ids};
use crate::order::sort_by_key;
use crate::overlap::Overlap;
use crate::overlap::align::{Aligner, Taken};

/// The least share of words, of both quotations or of the shorter, that are in common where their
/// sentences are aligned.
const LEAST_AGREEMENT: f32 = 0.4;
const LEAST_HELD: f32 = 0.7;
/// The same where they are not, and the least content words in common; and the least words where only
/// one of them is a content word.
const LEAST_AGREEMENT_APART: f32 = 0.5;
const LEAST_HELD_APART: f32 = 0.8;
const LEAST_CONTENT_APART: usize = 2;
const LEAST_WORDS_APART: usize = 5;
/// The share of the words of a link that no better link may have taken.
const LEAST_FRESH: f32 = 0.6;

/// Two quotations that are one utterance, or parts of one.
pub(super) struct Link {
    pub a: usize,
    pub b: usize,
    /// The same words in both, as places of terms, rising on both sides.
    pub matches: Vec<(usize, usize)>,
    /// The share of words that agree.
    pub agreement: f32,
    content: usize,
}

/// One utterance: the links between the quotations that it is broken into on either side.
pub(super) type Utterance = Vec<Link>;

/// The utterances that both articles quote.
pub(super) fn utterances(
    aligner: &mut Aligner,
    a: &Side,
    b: &Side,
    overlaps: &[Overlap],
) -> Vec<Utterance> {
    let pairs = candidates(a, b, &aligner.shared.a, overlaps);
    let mut taken = Taken {
        a: vec![false; a.print.terms.len()],
        b: vec![false; b.print.terms.len()],
    };
    let links = pairs
        .iter()
        .filter_map(|pair| link(aligner, &taken, a, b, pair));
    let mut links: Vec<Link> = links.collect();
    sort_by_key(&mut links, |link| {
        let agreement = (link.agreement * 1024.0) as usize;
        (
            usize::MAX - link.matches.len(),
            usize::MAX - agreement,
            link.a,
            link.b,
        )
    });
    let mut of_quote = (vec![None; a.quotes.len()], vec![None; b.quotes.len()]);
    let mut utterances: Vec<Utterance> = Vec::new();
    for mut link in links {
        let all = link.matches.len();
        let fresh = |(x, y): &(usize, usize)| !taken.a[*x] && !taken.b[*y];
        let left = link.matches.iter().filter(|pair| fresh(pair)).count();
        let known = (of_quote.0[link.a], of_quote.1[link.b]);
        if left as f32 >= LEAST_FRESH * all as f32 {
            link.matches.retain(fresh);
            let utterance = match known {
                (Some(one), Some(other)) if one != other => continue,
                (Some(known), _) | (_, Some(known)) => known,
                (None, None) => {
                    utterances.push(Vec::new());
                    utterances.len() - 1
                }
            };
            (of_quote.0[link.a], of_quote.1[link.b]) = (Some(utterance), Some(utterance));
            for &(x, y) in &link.matches {
                (taken.a[x], taken.b[y]) = (true, true);
            }
            utterances[utterance].push(link);
        } else if repeats(a, b, &link, known, &utterances) {
            // An article says the same twice, in the headline and below.
            (of_quote.0[link.a], of_quote.1[link.b]) =
                (Some(utterances.len()), Some(utterances.len()));
            utterances.push(vec![link]);
        }
    }
    utterances
}

/// What links a pair of quotations, if it is close enough.
fn link(aligner: &mut Aligner, free: &Taken, a: &Side, b: &Side, pair: &Candidate) -> Option<Link> {
    let (one, other) = (a.quotes[pair.a].1.clone(), b.quotes[pair.b].1.clone());
    let (shorter, both) = (one.len().min(other.len()), one.len() + other.len());
    let agreement = |found: usize| 2.0 * found as f32 / both as f32;
    let close = |found: usize, content: usize| {
        let agreement = agreement(found);
        let held = found as f32 / shorter as f32;
        if pair.aligned {
            return pair.facing || agreement >= LEAST_AGREEMENT || held >= LEAST_HELD;
        }
        let alike = agreement >= LEAST_AGREEMENT_APART && content >= LEAST_CONTENT_APART;
        let much = held >= LEAST_HELD_APART || agreement >= LEAST_HELD;
        alike || much && content > 0 && found >= LEAST_WORDS_APART
    };
    // Most pairs have too few words in common, in whatever order.
    let most = aligner.in_common(&one, &other, free).matches;
    if !close(most, most) {
        return None;
    }
    let found = aligner.whole(one, other)?.matches;
    let terms = |(x, y): &(usize, usize)| (a.print.terms[*x], b.print.terms[*y]);
    let content = found.iter().filter(|pair| terms(pair).0.content).count();
    let same = |pair: &(usize, usize)| terms(pair).0.id == terms(pair).1.id;
    close(found.len(), content).then(|| Link {
        a: pair.a,
        b: pair.b,
        agreement: agreement(found.len()),
        matches: found.into_iter().filter(same).collect(),
        content,
    })
}

/// Whether one of two linked quotations is new, and the other is linked to the same words already.
fn repeats(
    a: &Side,
    b: &Side,
    link: &Link,
    known: (Option<usize>, Option<usize>),
    utterances: &[Utterance],
) -> bool {
    let same = |side: &Side, one: usize, other: usize| {
        ids(side.print, &side.quotes[one].1) == ids(side.print, &side.quotes[other].1)
    };
    link.content > 0
        && match known {
            (Some(known), None) => utterances[known]
                .iter()
                .any(|other| same(b, other.b, link.b)),
            (None, Some(known)) => utterances[known]
                .iter()
                .any(|other| same(a, other.a, link.a)),
            _ => false,
        }
}
