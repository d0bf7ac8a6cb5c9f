//! The same statement in other words and another order: a headline with the sentence that it stands
//! for, or a sentence that was turned round.
//!
//! Where the order is lost, words are looked for wherever they stand. That finds more by chance than
//! an alignment does, so it is asked only of whole sentences, and more of their words must be there.

use super::align::{Aligner, Taken};
use super::fingerprint::{Role, Unit};
use super::passage::Passage;
use super::terms::Term;
use std::ops::Range;

/// The share of the weight of a headline that its sentence must hold.
const LEAST_HELD_OF_HEADLINE: f32 = 0.4;
/// The share of the weight of two sentences that each must hold of the other: where they share
/// nothing else, and where they share a clause in order.
pub(super) const LEAST_HELD: f32 = 0.55;
pub(super) const LEAST_HELD_BESIDE_CLAUSE: f32 = 0.7;
/// The content terms that two sentences must have in common.
const LEAST_CONTENT: usize = 5;
/// What it costs, by weight, that a word is not in the other sentence.
const ABSENT: f32 = 0.3;
/// What it is worth beforehand that a headline is that of the lead.
const GAIN_OF_LEAD: f32 = 1.0;

/// What one sentence holds of the content of another.
struct Held {
    /// The weight of the content terms that it holds, and of all.
    weight: f32,
    whole: f32,
    /// How many it holds, and how many of them are no names.
    content: usize,
    common: usize,
}

/// The passage that a headline makes with its sentence. None when not exactly one of the two units
/// is a headline, or when the sentence says something else.
pub(super) fn headline(aligner: &mut Aligner, units: (&Unit, &Unit)) -> Option<Passage> {
    let (a, b) = (units.0.terms.clone(), units.1.terms.clone());
    let held = match (units.0.role, units.1.role) {
        (Role::Headline, Role::Headline) => return None,
        (Role::Headline, _) => held(aligner, &a, &b).0,
        (_, Role::Headline) => held(aligner, &a, &b).1,
        _ => return None,
    };
    if held.weight < LEAST_HELD_OF_HEADLINE * held.whole {
        return None;
    }
    let lead = units.0.role == Role::Lead || units.1.role == Role::Lead;
    let gain = held.weight - ABSENT * (held.whole - held.weight);
    Some(Passage {
        headline: true,
        gain: gain + if lead { GAIN_OF_LEAD } else { 0.0 },
        likeness: held.weight / held.whole,
        content: held.content,
        common: held.common,
        ..Passage::spanning(aligner, a, b)?
    })
}

/// The passage that two whole sentences make which say the same and of which nothing is taken. None when either holds less than
/// `least_held` of the weight of the other.
pub(super) fn sentences(
    aligner: &mut Aligner,
    units: (&Unit, &Unit),
    taken: &Taken,
    least_held: f32,
) -> Option<Passage> {
    let (a, b) = (units.0.terms.clone(), units.1.terms.clone());
    if aligner.in_common(&a, &b, taken).content < LEAST_CONTENT {
        return None;
    }
    let (one, other) = held(aligner, &a, &b);
    let least = one.content.min(other.content);
    let alike = [&one, &other]
        .iter()
        .all(|held| held.weight >= least_held * held.whole);
    if !alike || least < LEAST_CONTENT {
        return None;
    }
    let weight = one.weight.min(other.weight);
    let absent = one.whole + other.whole - one.weight - other.weight;
    Some(Passage {
        gain: weight - ABSENT * absent,
        likeness: (one.weight + other.weight) / (one.whole + other.whole),
        content: least,
        common: one.common.min(other.common),
        ..Passage::spanning(aligner, a, b)?
    })
}

/// What `b` holds of the content of `a`, and `a` of the content of `b`.
fn held(aligner: &mut Aligner, a: &Range<usize>, b: &Range<usize>) -> (Held, Held) {
    let mut facing_a: Vec<Facing> = vec![None; a.len()];
    let mut facing_b: Vec<Facing> = vec![None; b.len()];
    let (terms_a, terms_b) = (&aligner.a.terms, &aligner.b.terms);
    aligner.each_facing(a.clone(), b.clone(), |at_a, at_b, worth| {
        let name = terms_a[at_a].name || terms_b[at_b].name;
        for facing in [&mut facing_a[at_a - a.start], &mut facing_b[at_b - b.start]] {
            if facing.is_none_or(|(heaviest, _)| worth >= heaviest) {
                *facing = Some((worth, name));
            }
        }
    });
    let shared = aligner.shared;
    (
        added_up(&terms_a[a.clone()], &shared.a.weights[a.clone()], &facing_a),
        added_up(&terms_b[b.clone()], &shared.b.weights[b.clone()], &facing_b),
    )
}

/// The heaviest that faces a term, and whether either is a name.
type Facing = Option<(f32, bool)>;

/// Adds up the content terms, each with its weight and with what faces it.
fn added_up(terms: &[Term], weights: &[f32], facing: &[Facing]) -> Held {
    let mut held = Held {
        weight: 0.0,
        whole: 0.0,
        content: 0,
        common: 0,
    };
    for ((term, whole), facing) in terms.iter().zip(weights).zip(facing) {
        if !term.content {
            continue;
        }
        held.whole += whole;
        if let Some((weight, name)) = facing {
            held.weight += weight;
            held.content += 1;
            held.common += usize::from(!name);
        }
    }
    held
}
