//! A headline and the sentence that it stands for.
//!
//! A headline says what its sentence says in fewer words and another order, so that its words are
//! looked for wherever they stand in the sentence.

use super::align::Aligner;
use super::fingerprint::{Role, Unit};
use super::passage::Passage;

/// The share of the weight of a headline that its sentence must hold.
const LEAST_HELD: f32 = 0.4;
/// What it costs, by weight, that a word of the headline is not in the sentence.
const ABSENT: f32 = 0.3;
/// What it is worth beforehand that the sentence is the lead.
const GAIN_OF_LEAD: f32 = 1.0;

/// The passage that a headline makes with a sentence. None when not exactly one of the two units is
/// a headline, or when the sentence says something else.
pub(super) fn passage(aligner: &mut Aligner, units: (&Unit, &Unit)) -> Option<Passage> {
    let first = units.0.role == Role::Headline;
    if first == (units.1.role == Role::Headline) {
        return None;
    }
    let (a, b) = (units.0.terms.clone(), units.1.terms.clone());
    let (words, others) = if first { (&a, &b) } else { (&b, &a) };
    let (mut held, mut whole, mut content, mut common) = (0.0, 0.0, 0, 0);
    for word in words.clone() {
        let pair = |other| if first { (word, other) } else { (other, word) };
        let (print, weights) = if first {
            (aligner.a, &aligner.shared.weight_a)
        } else {
            (aligner.b, &aligner.shared.weight_b)
        };
        if !print.terms[word].content {
            continue;
        }
        whole += weights[word];
        let best = others
            .clone()
            .filter_map(|other| {
                let (at_a, at_b) = pair(other);
                let name = aligner.a.terms[at_a].name || aligner.b.terms[at_b].name;
                Some((aligner.worth(at_a, at_b)?, name))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((worth, name)) = best {
            held += worth;
            content += 1;
            common += usize::from(!name);
        }
    }
    if held < LEAST_HELD * whole {
        return None;
    }
    let lead = units.0.role == Role::Lead || units.1.role == Role::Lead;
    let gain = held - ABSENT * (whole - held) + if lead { GAIN_OF_LEAD } else { 0.0 };
    Some(Passage {
        headline: true,
        gain,
        likeness: held / whole,
        content,
        common,
        ..Passage::spanning(aligner, a, b)?
    })
}
