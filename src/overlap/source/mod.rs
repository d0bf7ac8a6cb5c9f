//! Likely source: which of the articles that report one event the others most likely derive from.
//!
//! Every pair of an event is asked in both directions for evidence, as one asks of manuscripts which is
//! the copy (Lachmann): who is credited, what is whole in one and cut short in the other, what was filed
//! first. The evidence of one direction counts against the other. An article is called the source when
//! it stands out from all others, and for more than one reason unless it is credited; else nothing is
//! said. The weights are an editor's judgement, and the confidence follows them: it is no probability.

mod evidence;
mod house;

use super::{Comparison, Fingerprint, Member};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use evidence::Witness;
use serde::{Deserialize, Serialize};

/// The evidence, averaged over the other articles, under which nothing is said; and by how much it must
/// be more than that of the next.
const LEAST_EVIDENCE: f64 = 1.0;
const LEAST_LEAD: f64 = 0.5;
/// Evidence that makes the verdict as sure as not.
const EVEN_EVIDENCE: f64 = 1.5;

/// Why one article is taken for the source of another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// The other names its agency as where the story is from.
    Credited,
    /// It was filed earlier.
    FiledEarlier,
    /// It is filed by an agency, the other is not.
    Agency,
    /// It has nearly all that the other shares with anyone, and more.
    Contains,
    /// What the other changes in its sentences is, for the most part, to leave words out.
    Shortened,
    /// It quotes whole what the other cuts short or only reports.
    QuotedWhole,
}

impl ReasonKind {
    /// The word used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Credited => "credited",
            Self::FiledEarlier => "filed-earlier",
            Self::Agency => "agency",
            Self::Contains => "contains",
            Self::Shortened => "shortened",
            Self::QuotedWhole => "quoted-whole",
        }
    }
}

/// One reason, which concerns the source and one other article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// The other article.
    pub article: usize,
    /// Where it shows in the source.
    pub a: Option<Span>,
    /// Where it shows in the other article.
    pub b: Option<Span>,
}

/// The verdict on one event.
#[derive(Clone, PartialEq, Debug)]
pub struct LikelySource {
    /// The article that the others of its event most likely derive from.
    pub article: usize,
    /// From 0 to 1: how much evidence there is.
    pub confidence: f64,
    /// Why, by the article that it concerns.
    pub reasons: Vec<Reason>,
}

/// The comparison of two of several articles, the earlier one first.
#[derive(Clone, Copy)]
pub struct Compared<'c> {
    /// The articles, as indices.
    pub articles: (usize, usize),
    /// What they have in common.
    pub comparison: &'c Comparison,
}

impl Compared<'_> {
    /// The place of `article` in the pair, when it is in it.
    pub fn member(&self, article: usize) -> Option<Member> {
        if article == self.articles.0 {
            Some(Member::First)
        } else if article == self.articles.1 {
            Some(Member::Second)
        } else {
            None
        }
    }
}

/// The likely source of every event that two or more of `articles` report, where the evidence is
/// enough. `compared` holds every pair.
pub fn likely_sources(
    articles: &[(&Article, &Fingerprint)],
    compared: &[Compared],
) -> Vec<LikelySource> {
    let events = events(articles.len(), compared).into_iter();
    if events.len() == 0 {
        return Vec::new();
    }
    let witnesses: Vec<_> = articles.iter().map(Witness::of).collect();
    events
        .filter_map(|event| source_of(&event, &witnesses, compared))
        .collect()
}

/// The articles of each event that several report: those that a chain of same events ties together.
fn events(articles: usize, compared: &[Compared]) -> Vec<Vec<usize>> {
    let mut event_of: Vec<usize> = (0..articles).collect();
    for pair in compared {
        if pair.comparison.same_event {
            let (kept, joined) = (event_of[pair.articles.0], event_of[pair.articles.1]);
            for event in &mut event_of {
                if *event == joined {
                    *event = kept;
                }
            }
        }
    }
    let members = |event| (0..articles).filter(|&at| event_of[at] == event).collect();
    let events = (0..articles).map(members);
    events
        .filter(|event: &Vec<usize>| event.len() > 1)
        .collect()
}

fn source_of(
    event: &[usize],
    witnesses: &[Witness],
    compared: &[Compared],
) -> Option<LikelySource> {
    let inside: Vec<&Compared> = compared
        .iter()
        .filter(|pair| event.contains(&pair.articles.0) && event.contains(&pair.articles.1))
        .collect();
    // For each article, the evidence for it and against it, and the reasons for it.
    let mut standing = vec![(0.0, Vec::new()); witnesses.len()];
    let mut refuted = vec![false; witnesses.len()];
    for pair in &inside {
        let (first, second) = pair.articles;
        let (forth, why_first) = evidence::evidence((first, second), witnesses, pair, &inside);
        let (back, why_second) = evidence::evidence((second, first), witnesses, pair, &inside);
        standing[first].0 += forth - back;
        standing[second].0 += back - forth;
        standing[first].1.extend(why_first);
        standing[second].1.extend(why_second);
        refuted[first] |= back > forth;
        refuted[second] |= forth > back;
    }
    let others = (event.len() - 1) as f64;
    let of = |article: usize| standing[article].0 / others;
    let best = event
        .iter()
        .copied()
        .max_by(|&one, &other| of(one).total_cmp(&of(other)))?;
    let next = event
        .iter()
        .filter(|&&article| article != best)
        .map(|&article| of(article));
    let lead = of(best) - next.fold(f64::NEG_INFINITY, f64::max);
    let reasons: &Vec<Reason> = &standing[best].1;
    let enough = reasons
        .iter()
        .any(|reason| reason.kind == ReasonKind::Credited || reason.kind != reasons[0].kind);
    if refuted[best] || of(best) < LEAST_EVIDENCE || lead < LEAST_LEAD || !enough {
        return None;
    }
    let mut reasons = reasons.clone();
    sort_by_key(&mut reasons, |reason| (reason.article, reason.kind));
    Some(LikelySource {
        article: best,
        confidence: of(best) / (of(best) + EVEN_EVIDENCE),
        reasons,
    })
}

#[cfg(test)]
mod tests;
