//! From what is observed of the tokens to how likely each tag is.
//!
//! What a sentence answers is remembered, so that an edit asks about the sentences it touched, and
//! about those where the same words stand.

use super::features::Observed;
use super::format::Model;
use crate::entity::words::Words;
use rustc_hash::FxHashMap;
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

/// So many sentences are remembered at most.
const REMEMBERED: usize = 4096;

/// What was answered before: of each sentence, by its words and what was observed of them.
pub(super) type Memory = FxHashMap<Vec<u8>, Answer>;

/// What was answered of the open tokens of a sentence.
#[derive(Default)]
pub(super) struct Answer {
    /// How likely each tag is to each head without the memory, one head after the other.
    first: Vec<Likely>,
    /// For each of those what the memory layer sums up without knowing of other sentences.
    hidden: Vec<f32>,
    /// For each head the sum of the first layer, and of how many tokens.
    sums: Vec<f32>,
    tokens: f32,
    /// For each head and open token what the word is elsewhere.
    elsewhere: Vec<[f32; KEPT]>,
    /// For each head what the memory layer hears of the article.
    about: Vec<f32>,
    /// How likely each tag is, given all that.
    likely: Vec<Likely>,
}

/// The answer for each open token, as logarithms of probabilities; what is not open is no name.
#[inline(never)]
pub(super) fn run(
    model: &Model,
    memory: &mut Memory,
    words: &Words,
    seen: &Observed,
) -> Vec<Likely> {
    let network = Network { model, words, seen };
    let heads = model.heads.len();
    // What each word is to each head, all over the article.
    let mut everywhere = vec![[0.0f32; KEPT]; seen.firsts.len() * heads];
    // The sum of the first layer of each head, and of how many tokens.
    let mut sums: Vec<f32> = Vec::new();
    let mut tokens = 0.0;
    let mut sentences: Vec<(Range<usize>, Vec<u8>, Answer)> = Vec::new();
    for part in parts(words).filter(|part| seen.open[part.clone()].contains(&true)) {
        let key = network.key(&part);
        let answer = memory.remove(&key).unwrap_or_else(|| network.first(&part));
        for (head, first) in network.by_head(&part, &answer.first) {
            for (at, likely) in first.filter(|it| seen.is_upper(it.0)) {
                let sum = &mut everywhere[seen.types[at] as usize * heads + head];
                add(sum, &shares(likely));
                sum[TAGS] += 1.0;
            }
        }
        sums.resize(answer.sums.len(), 0.0);
        add(&mut sums, &answer.sums);
        tokens += answer.tokens;
        sentences.push((part, key, answer));
    }
    let about = network.about(&sums, tokens);
    let mut likely = vec![[0.0; TAGS]; seen.open.len()];
    if memory.len() + sentences.len() > REMEMBERED {
        memory.clear();
    }
    for (part, key, mut answer) in sentences {
        let mut elsewhere = Vec::with_capacity(answer.first.len());
        for (head, first) in network.by_head(&part, &answer.first) {
            elsewhere.extend(first.map(|(at, likely)| {
                let sum = &everywhere[seen.types[at] as usize * heads + head];
                in_other_places(sum, likely, seen.is_upper(at))
            }));
        }
        if answer.elsewhere != elsewhere || answer.about != about {
            answer.elsewhere = elsewhere;
            answer.about.clone_from(&about);
            network.last(&part, &mut answer);
        }
        for (at, row) in network.open(&part).zip(&answer.likely) {
            likely[at] = *row;
        }
        memory.insert(key, answer);
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

/// What the other places of a word say, where there are any; nought for what is no name.
#[inline(never)]
fn in_other_places(sum: &[f32; KEPT], here: &Likely, is_upper: bool) -> [f32; KEPT] {
    let others = sum[TAGS] - 1.0;
    let mut kept = [0.0; KEPT];
    if is_upper && others > 0.5 {
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

/// Adds `values` to `sums`. Like others here it is kept out of line, where its loop is unrolled once:
/// the page's code is 1 kB smaller for it.
#[inline(never)]
fn add(sums: &mut [f32], values: &[f32]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

#[inline(never)]
fn relu(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

struct Network<'a> {
    model: &'a Model,
    words: &'a Words<'a>,
    seen: &'a Observed,
}

impl Network<'_> {
    /// All that the first answer on a sentence depends on.
    fn key(&self, part: &Range<usize>) -> Vec<u8> {
        let mut key = Vec::with_capacity(part.len() * 16);
        for at in part.clone() {
            key.extend_from_slice(self.words.folded(at).as_bytes());
            // No letter has these bytes in UTF-8, and no feature these numbers.
            key.push(0xFE + u8::from(self.seen.open[at]));
            key.extend_from_slice(self.seen.flags(at));
            key.push(0xFE);
        }
        key
    }

    /// The open tokens of a sentence.
    fn open(&self, part: &Range<usize>) -> impl Iterator<Item = usize> {
        part.clone().filter(|&at| self.seen.open[at])
    }

    /// Each head, with what it says of each open token.
    fn by_head<'b>(
        &'b self,
        part: &'b Range<usize>,
        first: &'b [Likely],
    ) -> impl Iterator<Item = (usize, impl Iterator<Item = (usize, &'b Likely)>)> {
        let count = first.len() / self.model.heads.len();
        let heads = first.chunks_exact(count).enumerate();
        heads.map(|(head, first)| (head, self.open(part).zip(first)))
    }

    /// What the heads say of a sentence alone.
    #[inline(never)]
    fn first(&self, part: &Range<usize>) -> Answer {
        let open = &self.seen.open[part.clone()];
        let width = self.model.vectors.columns;
        let reach = |at: usize, side| at.saturating_sub(side)..open.len().min(at + side + 1);
        let near: Vec<bool> = (0..open.len())
            .map(|at| open[reach(at, SIDE)].contains(&true))
            .collect();
        let mut vectors = vec![0.0; open.len() * width];
        for (at, vector) in vectors.chunks_exact_mut(width).enumerate() {
            if near[at] {
                let word = self.words.folded(part.start + at);
                self.model.add_word(word, vector);
            }
        }
        let mut answer = Answer {
            tokens: near.iter().filter(|near| **near).count() as f32,
            ..Answer::default()
        };
        for head in &self.model.heads {
            let depth = head.word.columns;
            let mut layer = vec![0.0; open.len() * depth];
            for at in (0..open.len()).filter(|&at| near[at]) {
                let out = &mut layer[at * depth..][..depth];
                head.word.add(0, &vectors[at * width..][..width], out);
                let always = [super::features::COUNT];
                let flags = self.seen.flags(part.start + at).iter();
                for flag in flags.map(|&flag| flag as usize).chain(always) {
                    add(out, head.features.row(flag));
                }
                // A slope instead of nought below nought.
                out.iter_mut().for_each(|it| *it = it.max(0.1 * *it));
            }
            let mut sum = vec![0.0; depth];
            layer
                .chunks_exact(depth)
                .for_each(|layer| add(&mut sum, layer));
            let mut around = vec![0.0; depth];
            head.sentence.add(0, &sum, &mut around);
            around.iter_mut().for_each(|it| *it /= answer.tokens);
            answer.sums.extend(sum);
            for (number, window) in head.windows.iter().enumerate() {
                let before = std::mem::replace(&mut layer, vec![0.0; open.len() * depth]);
                for at in (0..open.len()).filter(|&at| open[at]) {
                    let out = &mut layer[at * depth..][..depth];
                    out.copy_from_slice(window.row(5 * depth));
                    // The part of the window that lies in the sentence.
                    let reach = reach(at, SIDE);
                    let row = (reach.start + SIDE - at) * depth;
                    window.add(row, &before[reach.start * depth..reach.end * depth], out);
                    if number > 0 {
                        add(out, &around);
                    }
                    relu(out);
                    add(out, &before[at * depth..]);
                }
            }
            for at in (0..open.len()).filter(|&at| open[at]) {
                let row = |at: usize| &layer[at * depth..][..depth];
                let mut first = [0.0; TAGS];
                first.copy_from_slice(head.tags.row(depth));
                head.tags.add(0, row(at), &mut first);
                answer.first.push(first);
                let hidden = answer.hidden.len();
                answer
                    .hidden
                    .extend_from_slice(head.memory.row(3 * (depth + KEPT)));
                for near in reach(at, 1).filter(|&near| open[near]) {
                    let place = (near + 1 - at) * (depth + KEPT);
                    head.memory
                        .add(place, row(near), &mut answer.hidden[hidden..]);
                }
            }
        }
        answer
    }

    /// For each head what the memory layer hears of an article, given the sums of the first layer.
    fn about(&self, sums: &[f32], tokens: f32) -> Vec<f32> {
        let mut about = Vec::new();
        let mut sums = sums;
        for head in &self.model.heads {
            let Some((sum, others)) = sums.split_at_checked(head.word.columns) else {
                break;
            };
            sums = others;
            let mut heard = vec![0.0; head.article.columns];
            head.article.add(0, sum, &mut heard);
            about.extend(heard.iter().map(|it| it / tokens));
        }
        about
    }

    /// What the heads say together, once it is known what each word is elsewhere.
    #[inline(never)]
    fn last(&self, part: &Range<usize>, answer: &mut Answer) {
        let open: Vec<usize> = self.open(part).collect();
        let heads = &self.model.heads;
        let mut sums = vec![[0.0; TAGS]; open.len()];
        let (mut hidden, mut about) = (&answer.hidden[..], &answer.about[..]);
        for (number, head) in heads.iter().enumerate() {
            let (depth, width) = (head.word.columns, head.memory.columns);
            let elsewhere = &answer.elsewhere[number * open.len()..];
            let first = &answer.first[number * open.len()..];
            let (heard, others) = about.split_at(width);
            about = others;
            for (at, sum) in sums.iter_mut().enumerate() {
                let (before, others) = hidden.split_at(width);
                hidden = others;
                let mut layer = before.to_vec();
                for near in at.saturating_sub(1)..open.len().min(at + 2) {
                    let place = open[near] + 1;
                    if place.abs_diff(open[at] + 1) <= 1 {
                        let row = (place - open[at]) * (depth + KEPT) + depth;
                        head.memory.add(row, &elsewhere[near], &mut layer);
                    }
                }
                add(&mut layer, heard);
                relu(&mut layer);
                let mut likely = first[at];
                head.again.add(0, &layer, &mut likely);
                for (sum, share) in sum.iter_mut().zip(shares(&likely)) {
                    *sum += share / heads.len() as f32;
                }
            }
        }
        answer.likely = sums;
        for likely in &mut answer.likely {
            *likely = likely.map(|share| share.max(1e-9).ln());
        }
    }
}
