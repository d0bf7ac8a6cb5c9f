//! From what is observed of the tokens to how likely each tag is.

use super::features::Observed;
use super::format::{Matrix, Model};
use crate::entity::words::Words;
use std::ops::Range;

/// How many tags there are: none, and the first and a further token of a name of four kinds.
pub(super) const TAGS: usize = 9;
/// How likely each tag is, as logarithms.
pub(super) type Likely = [f32; TAGS];

/// A window reaches so many tokens to either side.
const SIDE: usize = 2;
/// Longer sentences are read in parts.
const LONGEST: usize = 512;
/// What is kept of a word elsewhere: how likely each tag was, and whether it stands elsewhere.
const KEPT: usize = TAGS + 1;

/// The answer for each open token, as logarithms of probabilities; what is not open is no name.
pub(super) fn run(model: &Model, words: &Words, seen: &Observed) -> Vec<Likely> {
    let depth = model.word.columns;
    let mut network = Network {
        model,
        words,
        seen,
        typed: vec![0.0; seen.firsts.len() * depth],
        known: vec![false; seen.firsts.len()],
    };
    let count = words.article.tokens().len();
    let mut places = vec![u32::MAX; count];
    let mut last: Vec<f32> = Vec::new();
    let mut likely: Vec<Likely> = vec![[0.0; TAGS]; count];
    for part in parts(words) {
        network.read(part, &mut places, &mut last);
    }
    // What each word is, all over the article.
    let mut sums = vec![[0.0f32; KEPT]; seen.firsts.len()];
    for (at, likely) in likely.iter_mut().enumerate() {
        let Some(layer) = layer(&last, &places, depth, at) else {
            continue;
        };
        *likely = output(&model.tags, layer);
        if seen.is_upper(at) {
            let sum = &mut sums[seen.types[at] as usize];
            for (sum, share) in sum.iter_mut().zip(shares(likely)) {
                *sum += share;
            }
            sum[TAGS] += 1.0;
        }
    }
    let first = likely.clone();
    for part in parts(words) {
        for at in part.clone() {
            if !seen.open[at] {
                continue;
            }
            let mut hidden = model.memory.row(3 * (depth + KEPT)).to_vec();
            for near in at.saturating_sub(1).max(part.start)..part.end.min(at + 2) {
                let Some(layer) = layer(&last, &places, depth, near) else {
                    continue;
                };
                let place = near + 1 - at;
                let row = place * (depth + KEPT);
                model.memory.add(row, layer, &mut hidden);
                let kept = elsewhere(&sums[seen.types[near] as usize], &first[near]);
                if seen.is_upper(near) {
                    model.memory.add(row + depth, &kept, &mut hidden);
                }
            }
            relu(&mut hidden);
            model.again.add(0, &hidden, &mut likely[at]);
            let total = likely[at].iter().map(|it| it.exp()).sum::<f32>().ln();
            likely[at].iter_mut().for_each(|it| *it -= total);
        }
    }
    likely
}

/// The sentences, the longest in parts.
fn parts(words: &Words) -> impl Iterator<Item = Range<usize>> {
    words.article.sentences().iter().flat_map(|sentence| {
        let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let starts = (start..end).step_by(LONGEST);
        starts.map(move |start| start..end.min(start + LONGEST))
    })
}

/// What the other places of a word say, where there are any.
fn elsewhere(sum: &[f32; KEPT], here: &Likely) -> [f32; KEPT] {
    let others = sum[TAGS] - 1.0;
    let mut kept = [0.0; KEPT];
    if others > 0.5 {
        for (kept, (sum, here)) in kept.iter_mut().zip(sum.iter().zip(shares(here))) {
            *kept = (sum - here) / others;
        }
        kept[TAGS] = 1.0;
    }
    kept
}

fn shares(likely: &Likely) -> Likely {
    let highest = likely.iter().fold(f32::MIN, |a, &b| a.max(b));
    let mut shares = likely.map(|it| (it - highest).exp());
    let total: f32 = shares.iter().sum();
    shares.iter_mut().for_each(|it| *it /= total);
    shares
}

fn output(tags: &Matrix, layer: &[f32]) -> Likely {
    let mut likely = [0.0; TAGS];
    likely.copy_from_slice(tags.row(layer.len()));
    tags.add(0, layer, &mut likely);
    likely
}

fn relu(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

/// The last layer of token `at`, where it is open.
fn layer<'a>(last: &'a [f32], places: &[u32], depth: usize, at: usize) -> Option<&'a [f32]> {
    let place = places[at] as usize;
    (place != u32::MAX as usize).then(|| &last[place..place + depth])
}

struct Network<'a> {
    model: &'a Model,
    words: &'a Words<'a>,
    seen: &'a Observed,
    /// The share of each word in the first layer, by its number.
    typed: Vec<f32>,
    /// Which of them are known already.
    known: Vec<bool>,
}

impl Network<'_> {
    /// Appends the last layer of the open tokens of `part` to `last`, and notes where in `places`.
    fn read(&mut self, part: Range<usize>, places: &mut [u32], last: &mut Vec<f32>) {
        let depth = self.model.word.columns;
        let open = &self.seen.open[part.clone()];
        if !open.contains(&true) {
            return;
        }
        let mut layer = vec![0.0; part.len() * depth];
        for at in 0..part.len() {
            let near = at.saturating_sub(SIDE)..part.len().min(at + SIDE + 1);
            if open[near].contains(&true) {
                self.first(part.start + at, &mut layer[at * depth..][..depth]);
            }
        }
        for window in &self.model.windows {
            let before = std::mem::replace(&mut layer, vec![0.0; part.len() * depth]);
            for at in (0..part.len()).filter(|&at| open[at]) {
                let out = &mut layer[at * depth..][..depth];
                out.copy_from_slice(window.row(5 * depth));
                // The part of the window that lies in the sentence.
                let start = at.saturating_sub(SIDE);
                let end = part.len().min(at + SIDE + 1);
                let row = (start + SIDE - at) * depth;
                window.add(row, &before[start * depth..end * depth], out);
                relu(out);
                for (out, before) in out.iter_mut().zip(&before[at * depth..]) {
                    *out += before;
                }
            }
        }
        for at in (0..part.len()).filter(|&at| open[at]) {
            places[part.start + at] = last.len() as u32;
            last.extend_from_slice(&layer[at * depth..][..depth]);
        }
    }

    /// The first layer of token `at`.
    fn first(&mut self, at: usize, out: &mut [f32]) {
        let model = self.model;
        let number = self.seen.types[at] as usize;
        let typed = &mut self.typed[number * out.len()..][..out.len()];
        if !self.known[number] {
            self.known[number] = true;
            let mut vector = vec![0.0; model.vectors.columns];
            model.add_word(self.words.folded(at), &mut vector);
            model.word.add(0, &vector, typed);
        }
        out.copy_from_slice(typed);
        let always = [super::features::COUNT];
        let flags = self.seen.flags(at).iter().map(|&flag| flag as usize);
        for flag in flags.chain(always) {
            for (out, weight) in out.iter_mut().zip(model.features.row(flag)) {
                *out += weight;
            }
        }
        // A slope instead of nought below nought.
        out.iter_mut().for_each(|it| *it = it.max(0.1 * *it));
    }
}
