//! Passages that say the same in other words, as a small model judges them.
//!
//! A logistic regression over what is observed of two passages: which words they share and how rare
//! those are, whether the order, the names, the numbers and the negations agree, how long they are
//! and what their neighbours do. `train/rewritten` fits the weights and writes them to `weights`,
//! with a card beside them.

mod context;
mod features;
mod questions;
mod stems;
mod weights;

use super::Comparison;
use super::align::{Aligner, Taken};
use super::candidates;
use super::fingerprint::Fingerprint;
use super::memory::{Findings, Memory};
use super::passage::Passage;
use super::passages::Passages;
use super::select;
use super::shared::Shared;
use super::verbatim;
use crate::article::Article;
use crate::order::sort_by;
use crate::span::Span;
use context::Context;
pub(super) use features::Question;
use features::features;
pub use features::{FEATURES, Features};
use std::ops::Range;
use stems::SentenceStems;

/// A passage is said already when this share of it is aligned with another.
const SAID: f32 = 0.8;

/// The least odds, as a logarithm, of a passage that is shown: as likely as not. Articles that do not
/// report one event have more in common by chance than is said again.
const LEAST_ODDS: f32 = 0.0;
const LEAST_ODDS_OF_OTHERS: f32 = 2.0;
/// What a passage needs more that is aligned with another already: hardly anything is said three times.
const LEAST_ODDS_OF_SAID: f32 = 1.0;

/// What the model is told about two passages, and where they stand. For training.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The passage in the first article.
    pub a: Span,
    /// The passage in the second.
    pub b: Span,
    /// How many sentences the longer article has.
    pub sentences: usize,
    /// What is observed.
    pub features: Features,
}

/// Everything that the model is asked about two articles. For training.
pub fn observations(
    (a, print_a): (&Article, &Fingerprint),
    (b, print_b): (&Article, &Fingerprint),
) -> Vec<Observation> {
    let shared = Shared::of(print_a, print_b);
    let mut aligner = Aligner::new(print_a, print_b, &shared);
    let mut passages = Passages::sure(&mut aligner, &mut Memory::default());
    let same_event = Comparison::of((a, print_a), (b, print_b)).same_event;
    passages.questions(&aligner, same_event)
}

/// What the model is told about two sentences of two articles, however little they share, as if
/// nothing were aligned. For training. None when a span holds no word.
pub fn observation(
    (a, span_a): (&Fingerprint, Span),
    (b, span_b): (&Fingerprint, Span),
    same_event: bool,
) -> Option<Observation> {
    let shared = Shared::of(a, b);
    let pairs = candidates::candidates(a, b, &shared, &verbatim::runs(a, b, &shared), None).pairs;
    let aligner = Aligner::new(a, b, &shared);
    let (in_a, in_b) = (a.terms_in(span_a), b.terms_in(span_b));
    if in_a.is_empty() || in_b.is_empty() {
        return None;
    }
    let mut findings = Memory::default().recall(&aligner, &pairs);
    let stems = SentenceStems::new(&aligner);
    let question = Question::new(&aligner, &stems, (in_a, in_b), false);
    let context = Context::new(&aligner, &stems, &pairs, &mut findings, same_event, &[]);
    Some(observed(&aligner, &context, &question))
}

/// Everything that the model is asked beside what is taken.
pub(super) fn questions(
    aligner: &Aligner,
    pairs: &[(u32, u32)],
    findings: &mut [Findings],
    same_event: bool,
    (taken, chosen): (&Taken, &[Passage]),
) -> Vec<Observation> {
    let stems = SentenceStems::new(aligner);
    let context = Context::new(aligner, &stems, pairs, findings, same_event, chosen);
    let mut observations = Vec::new();
    questions::asked(
        aligner,
        &stems,
        (pairs, findings),
        same_event,
        taken,
        |question| {
            observations.push(observed(aligner, &context, &question));
        },
    );
    observations
}

fn observed(aligner: &Aligner, context: &Context, question: &Question) -> Observation {
    Observation {
        a: aligner.a.span(&question.a),
        b: aligner.b.span(&question.b),
        sentences: sentences(aligner),
        features: features(aligner, context, question),
    }
}

/// How many sentences the longer of two articles has.
fn sentences(aligner: &Aligner) -> usize {
    aligner.a.units.len().max(aligner.b.units.len())
}

/// The odds, as a logarithm, that two passages say the same. Each sentence has about one that says
/// the same, among all of the other article: the more there are, the less likely is any.
fn odds(features: &Features, sentences: usize) -> f32 {
    let prior = weights::BIAS - logarithm(sentences);
    let observed = features.iter().zip(&weights::WEIGHTS);
    observed.fold(prior, |sum, (feature, weight)| sum + feature * weight)
}

/// The natural logarithm in steps of 1/1024: its last bit differs from one machine to the next.
pub fn logarithm(number: usize) -> f32 {
    ((number.max(1) as f32).ln() * 1024.0).round() / 1024.0
}

/// The probability that belongs to odds. The exponential is that of compound interest, which has the
/// same last bit on every machine.
fn probability(odds: f32) -> f32 {
    const SQUARINGS: i32 = 10;
    let mut power = (1.0 - f64::from(odds) / f64::from(1 << SQUARINGS)).max(0.0);
    for _ in 0..SQUARINGS {
        power *= power;
    }
    (1.0 / (1.0 + power)) as f32
}

/// Whether a passage stands in both places that a question is about.
fn meet(passage: &Passage, question: &Question) -> bool {
    let meet =
        |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    meet(&passage.a, &question.a) && meet(&passage.b, &question.b)
}

/// Adds to the passages that stand already those which the model takes for the same statement, the
/// likeliest first.
pub(super) fn add(
    aligner: &mut Aligner,
    pairs: &[(u32, u32)],
    findings: &mut [Findings],
    same_event: bool,
    taken: &mut Taken,
    chosen: &mut Vec<Passage>,
) {
    let stems = SentenceStems::new(aligner);
    let context = Context::new(aligner, &stems, pairs, findings, same_event, chosen);
    let sentences = sentences(aligner);
    let least = if same_event {
        LEAST_ODDS
    } else {
        LEAST_ODDS_OF_OTHERS
    };
    let judged = |aligner: &Aligner, question: &Question| {
        odds(&features(aligner, &context, question), sentences)
    };
    for passage in chosen.iter_mut().filter(|passage| passage.is_rewritten()) {
        let terms = (passage.a.clone(), passage.b.clone());
        let question = Question::new(aligner, &stems, terms, false);
        passage.probability = probability(judged(aligner, &question));
    }
    let mut found: Vec<(f32, Question)> = Vec::new();
    questions::asked(
        aligner,
        &stems,
        (pairs, findings),
        same_event,
        taken,
        |question| {
            let odds = judged(aligner, &question);
            if odds >= least {
                found.push((odds, question));
            }
        },
    );
    sort_by(&mut found, |one, other| other.0.total_cmp(&one.0));
    for (mut odds, mut question) in found {
        let free = |share: f32| share == 0.0;
        let share_a = select::share(&taken.a, &question.a);
        let share_b = select::share(&taken.b, &question.b);
        if !(free(share_a) && free(share_b)) {
            let repeats = free(share_a) && share_b >= SAID || free(share_b) && share_a >= SAID;
            let known = || chosen.iter().any(|passage| meet(passage, &question));
            if !repeats && (!question.headline || known()) {
                continue;
            }
            if !question.said {
                question.said = true;
                odds = judged(aligner, &question);
            }
        }
        let more = if question.said && !question.headline {
            LEAST_ODDS_OF_SAID
        } else {
            0.0
        };
        if odds < least + more {
            continue;
        }
        if let Some(mut passage) =
            Passage::spanning(aligner, question.a.clone(), question.b.clone())
        {
            taken.a[question.a].fill(true);
            taken.b[question.b].fill(true);
            passage.probability = probability(odds);
            chosen.push(passage);
        }
    }
}
