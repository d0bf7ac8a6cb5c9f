//! From what is observed of the tokens to names.
//!
//! What a sentence answered is remembered, so that an edit asks about the sentences it touched, and
//! about those where the same words stand.

use super::decode::{Name, names};
use super::features::Observed;
use super::format::Model;
use crate::entity::words::Words;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tags there are: none, and the first and a further token of a name of four kinds.
pub(super) const TAGS: usize = 9;
/// A number for each tag: how likely it is.
pub(super) type Likely = [f32; TAGS];

/// A window reaches so many tokens to either side.
const SIDE: usize = 2;
/// Longer sentences are read in parts.
const LONGEST: usize = 512;
/// What is kept of a word elsewhere: how likely each tag was, and whether it stands elsewhere.
const KEPT: usize = TAGS + 1;
/// What an article is about is said by its sentences up to so many tokens: so what is written further
/// down changes nothing that all sentences are told.
const BEGINNING: f32 = 1024.0;

/// How likely each tag is, as logarithms, of a token that is in no name.
const CLOSED: Likely = {
    let mut closed = [f32::NEG_INFINITY; TAGS];
    closed[0] = 0.0;
    closed
};

/// So many sentences are remembered at most.
const REMEMBERED: usize = 4096;

/// What was answered before: of each sentence, by its words and what was observed of them.
/// One that stands in the article twice has two answers.
pub(super) type Memory = FxHashMap<Vec<u8>, Vec<Answer>>;

/// What was answered of the open tokens of a sentence.
#[derive(Default)]
pub(super) struct Answer {
    /// What each tag weighs to each head without the memory, one head after the other.
    first: Vec<Likely>,
    /// The same as shares of one.
    shares: Vec<Likely>,
    /// For each of those what the memory layer sums up without knowing of other sentences.
    hidden: Vec<f32>,
    /// The same, knowing what the words are elsewhere.
    informed: Vec<f32>,
    /// For each head the sum of the first layer; last, of how many tokens.
    sums: Vec<f32>,
    /// For each head and open token what the word is elsewhere.
    elsewhere: Vec<[f32; KEPT]>,
    /// For each head what the memory layer hears of the article.
    about: Vec<f32>,
    /// What is named, given all that. Tokens count from the first of the sentence.
    names: Vec<Name>,
}

/// A sentence, or a part of a long one.
struct Part {
    tokens: Range<usize>,
    /// Which of the open tokens are in it.
    open: Range<usize>,
}

/// The names of an article, in order.
#[inline(never)]
pub(super) fn run(model: &Model, memory: &mut Memory, words: &Words, seen: &Observed) -> Vec<Name> {
    let mut network = Network {
        model,
        words,
        seen,
        open: Vec::new(),
    };
    // The number of the word at each open token; nought for what is no name.
    let mut same: Vec<usize> = Vec::new();
    // What each word is to each head, all over the article.
    let heads = model.heads.len();
    let mut everywhere = vec![[0.0f32; KEPT]; (seen.firsts.len() + 1) * heads];
    let mut sums: Vec<f32> = Vec::new();
    let mut sentences: Vec<(Part, Vec<u8>, Answer)> = Vec::new();
    for tokens in parts(words) {
        let before = same.len();
        for at in tokens.clone().filter(|&at| seen.open[at]) {
            network.open.push(at);
            let upper = seen.is_upper(at);
            same.push(if upper {
                seen.types[at] as usize + 1
            } else {
                0
            });
        }
        let part = Part {
            tokens,
            open: before..same.len(),
        };
        if part.open.is_empty() {
            continue;
        }
        let key = network.key(&part.tokens);
        let known = memory.get_mut(&key).and_then(Vec::pop);
        let answer = known.unwrap_or_else(|| network.first(&part));
        for (head, shares) in answer.shares.chunks_exact(part.open.len()).enumerate() {
            for (share, same) in shares.iter().zip(&same[before..]) {
                let sum = &mut everywhere[same * heads + head];
                add(sum, share);
                sum[TAGS] += 1.0;
            }
        }
        sums.resize(answer.sums.len(), 0.0);
        if sums.last().is_some_and(|&tokens| tokens < BEGINNING) {
            add(&mut sums, &answer.sums);
        }
        sentences.push((part, key, answer));
    }
    everywhere[..heads].fill([0.0; KEPT]);
    let about = network.about(&sums);
    if memory.len() + sentences.len() > REMEMBERED {
        memory.clear();
    }
    let mut found = Vec::new();
    let mut elsewhere = Vec::new();
    for (part, key, mut answer) in sentences {
        elsewhere.clear();
        for (head, shares) in answer.shares.chunks_exact(part.open.len()).enumerate() {
            for (share, same) in shares.iter().zip(&same[part.open.clone()]) {
                elsewhere.push(in_other_places(&everywhere[same * heads + head], share));
            }
        }
        let informed = answer.elsewhere == elsewhere;
        if !informed {
            answer.elsewhere.clone_from(&elsewhere);
            network.inform(&part, &mut answer);
        }
        if !informed || answer.about != about {
            answer.about.clone_from(&about);
            network.last(&part, &mut answer);
        }
        let start = part.tokens.start;
        found.extend(answer.names.iter().map(|name| Name {
            tokens: start + name.tokens.start..start + name.tokens.end,
            ..*name
        }));
        memory.entry(key).or_default().push(answer);
    }
    found
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
#[inline(never)]
fn in_other_places(sum: &[f32; KEPT], here: &Likely) -> [f32; KEPT] {
    let others = sum[TAGS] - 1.0;
    let mut kept = [0.0; KEPT];
    if others > 0.5 {
        for (kept, (sum, here)) in kept.iter_mut().zip(sum.iter().zip(here)) {
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
    /// The tokens that are asked about.
    open: Vec<usize>,
}

impl Network<'_> {
    /// All that the first answer on a sentence depends on.
    fn key(&self, part: &Range<usize>) -> Vec<u8> {
        let tokens = &self.words.article.tokens()[part.clone()];
        let text = self.words.span(part).of(self.words.article.text());
        let flags = self.seen.flags_of(part);
        let mut key = Vec::with_capacity(text.len() + flags.len() + 4 * tokens.len());
        for (token, &open) in tokens.iter().zip(&self.seen.open[part.clone()]) {
            let token = (token.span.end - token.span.start) << 1 | u32::from(open);
            key.extend_from_slice(&token.to_le_bytes());
        }
        key.extend_from_slice(text.as_bytes());
        key.extend_from_slice(flags);
        key
    }

    /// What the heads say of a sentence alone.
    #[inline(never)]
    fn first(&self, part: &Part) -> Answer {
        let start = part.tokens.start;
        let open = &self.seen.open[part.tokens.clone()];
        let width = self.model.vectors.columns;
        let reach = |at: usize, side| at.saturating_sub(side)..open.len().min(at + side + 1);
        let near: Vec<bool> = (0..open.len())
            .map(|at| open[reach(at, SIDE)].contains(&true))
            .collect();
        let mut vectors = vec![0.0; open.len() * width];
        for (at, vector) in vectors.chunks_exact_mut(width).enumerate() {
            if near[at] {
                let word = self.words.folded(start + at);
                self.model.add_word(word, vector);
            }
        }
        let tokens = near.iter().filter(|near| **near).count() as f32;
        let mut answer = Answer::default();
        for head in &self.model.heads {
            let depth = head.word.columns;
            let mut layer = vec![0.0; open.len() * depth];
            for at in (0..open.len()).filter(|&at| near[at]) {
                let out = &mut layer[at * depth..][..depth];
                head.word.add(0, &vectors[at * width..][..width], out);
                let always = [super::features::COUNT];
                let flags = self.seen.flags(start + at).iter();
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
            around.iter_mut().for_each(|it| *it /= tokens);
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
                answer.shares.push(shares(&first));
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
        answer.sums.push(tokens);
        answer
    }

    /// For each head what the memory layer hears of an article, given the sums of the first layer.
    fn about(&self, sums: &[f32]) -> Vec<f32> {
        let mut about = Vec::new();
        let Some((tokens, mut sums)) = sums.split_last() else {
            return about;
        };
        for head in &self.model.heads {
            let (sum, others) = sums.split_at(head.word.columns);
            sums = others;
            let mean: Vec<f32> = sum.iter().map(|sum| sum / tokens).collect();
            let heard = about.len();
            about.resize(heard + head.article.columns, 0.0);
            head.article.add(0, &mean, &mut about[heard..]);
        }
        about
    }

    /// What the memory layer sums up, once it is known what each word is elsewhere.
    #[inline(never)]
    fn inform(&self, part: &Part, answer: &mut Answer) {
        answer.informed.clone_from(&answer.hidden);
        let open = &self.open[part.open.clone()];
        let mut layers = &mut answer.informed[..];
        for (head, elsewhere) in self
            .model
            .heads
            .iter()
            .zip(answer.elsewhere.chunks(open.len()))
        {
            for (at, &token) in open.iter().enumerate() {
                let (layer, others) = layers.split_at_mut(head.memory.columns);
                layers = others;
                for near in at.saturating_sub(1)..open.len().min(at + 2) {
                    let place = open[near] + 1;
                    if place.abs_diff(token + 1) <= 1 {
                        let row = (place - token) * (head.word.columns + KEPT);
                        let row = row + head.word.columns;
                        head.memory.add(row, &elsewhere[near], layer);
                    }
                }
            }
        }
    }

    /// What the heads say together, once it is known what the article is about.
    #[inline(never)]
    fn last(&self, part: &Part, answer: &mut Answer) {
        let open = &self.open[part.open.clone()];
        let heads = &self.model.heads;
        // What is not open is no name.
        let mut likely = vec![CLOSED; part.tokens.len()];
        for &at in open {
            likely[at - part.tokens.start] = [0.0; TAGS];
        }
        let (mut layers, mut about) = (&answer.informed[..], &answer.about[..]);
        let mut first = answer.first.iter();
        let mut layer = Vec::new();
        for head in heads {
            let (heard, others) = about.split_at(head.memory.columns);
            about = others;
            for (at, first) in open.iter().zip(&mut first) {
                let (informed, others) = layers.split_at(heard.len());
                layers = others;
                layer.clear();
                layer.extend_from_slice(informed);
                add(&mut layer, heard);
                relu(&mut layer);
                let mut first = *first;
                head.again.add(0, &layer, &mut first);
                add(&mut likely[at - part.tokens.start], &shares(&first));
            }
        }
        for &at in open {
            let likely = &mut likely[at - part.tokens.start];
            *likely = likely.map(|share| (share / heads.len() as f32).max(1e-9).ln());
        }
        answer.names = names(&likely);
    }
}
