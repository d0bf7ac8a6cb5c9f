//! From what is observed of the tokens to names.
//!
//! A paragraph keeps what its sentences answered, so that an edit asks about the sentences it touched,
//! and about those where the same words stand.

use super::decode::{Name, names};
use super::features::Observed;
use super::format::Model;
use super::tagged::Stage;
use crate::entity::read_article::{ReadArticle, ReadParagraph};
use crate::entity::words::Words;
use std::ops::Range;
use std::vec::IntoIter;

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

/// A sentence that stands again in an edited passage is found among so many of those that stood there.
const NEAR: usize = 16;

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
    /// How likely each tag of each token is, given all that, as logarithms.
    likely: Vec<Likely>,
    /// What is named. Tokens count from the first of the sentence.
    names: Vec<Name>,
}

/// A sentence, or a part of a long one, in which a name may be.
pub(super) struct Sentence {
    tokens: Range<usize>,
    /// The tokens that are asked about.
    open: Vec<usize>,
    /// The number of the word at each of them, counted from one; nought for what is no name.
    same: Vec<u32>,
    /// All that the first answer depends on.
    key: Vec<u8>,
    answer: Answer,
}

impl Sentence {
    /// The names in it.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        let start = self.tokens.start;
        self.answer.names.iter().map(move |name| Name {
            tokens: start + name.tokens.start..start + name.tokens.end,
            ..*name
        })
    }
}

/// The words of which it may have changed what they are in an article.
struct Changed {
    /// For each number of a word, counted from one, the place of its sums; nought for the others.
    places: Vec<u32>,
    /// What each of these words is to each head, all over the article. The first is no word.
    sums: Vec<[f32; KEPT]>,
    heads: usize,
}

impl Changed {
    /// Adds the words of a sentence.
    fn add(&mut self, sentence: &Sentence) {
        for &same in sentence.same.iter().filter(|same| **same > 0) {
            let place = &mut self.places[same as usize];
            if *place == 0 {
                *place = self.sums.len() as u32;
                self.sums.resize(self.sums.len() + self.heads, [0.0; KEPT]);
            }
        }
    }

    /// Whether a sentence has one of the words.
    fn meets(&self, sentence: &Sentence) -> bool {
        let mut same = sentence.same.iter();
        same.any(|&same| self.places[same as usize] > 0)
    }

    /// Hands over each of the words in a sentence, for each head: which share of the answer says what it
    /// is there, and where its sum stands.
    fn each(&self, sentence: &Sentence, mut each: impl FnMut(usize, usize)) {
        let open = sentence.open.len();
        for (at, &same) in sentence.same.iter().enumerate() {
            let place = self.places[same as usize] as usize;
            if place > 0 {
                (0..self.heads).for_each(|head| each(head * open + at, place + head));
            }
        }
    }
}

/// Finds the names in the sentences of an article, as far as they may have changed. `dropped` are the
/// paragraphs that are no more.
#[inline(never)]
pub(super) fn run(model: &Model, read: &mut ReadArticle, dropped: Vec<ReadParagraph>) {
    let changed = answer(model, read, dropped);
    let (mut everywhere, mut about) = (changed.sums.clone(), Vec::new());
    let mut is_beginning = true;
    for sentence in read.paragraphs.iter().flat_map(|it| &it.tagged.sentences) {
        let answer = &sentence.answer;
        if is_beginning {
            about.resize(answer.sums.len(), 0.0);
            add(&mut about, &answer.sums);
            is_beginning = about.last().is_some_and(|tokens| *tokens < BEGINNING);
        }
        changed.each(sentence, |share, place| {
            add(&mut everywhere[place], &answer.shares[share]);
            everywhere[place][TAGS] += 1.0;
        });
    }
    let about = told(model, &about);
    let is_told = read.tagged.about == about;
    for paragraph in &mut read.paragraphs {
        for sentence in &mut paragraph.tagged.sentences {
            if is_told && !changed.meets(sentence) {
                continue;
            }
            let Answer {
                elsewhere, likely, ..
            } = &mut sentence.answer;
            let mut elsewhere = std::mem::take(elsewhere);
            // Of which open tokens the answer is not what it was.
            let open = &sentence.open;
            let mut stale = vec![likely.is_empty(); open.len()];
            changed.each(sentence, |share, place| {
                let kept = in_other_places(&everywhere[place], &sentence.answer.shares[share]);
                if elsewhere[share] != kept {
                    elsewhere[share] = kept;
                    let at = share % open.len();
                    for near in near(open, at) {
                        stale[near] = true;
                    }
                }
            });
            sentence.answer.elsewhere = elsewhere;
            inform(model, sentence, &stale);
            if sentence.answer.about != about {
                sentence.answer.about.clone_from(&about);
                stale.fill(true);
            }
            if stale.contains(&true) {
                last(model, sentence, &stale);
                paragraph.tagged.stage = Stage::Answered;
            }
        }
    }
    read.tagged.about = about;
}

/// Asks about the sentences of the paragraphs that are new or observed anew, but for those that stood
/// there before. Returns the words of all these, and of the sentences that are no more.
fn answer(model: &Model, read: &mut ReadArticle, dropped: Vec<ReadParagraph>) -> Changed {
    let mut changed = Changed {
        places: vec![0; read.tagged.cases.len() + 1],
        sums: vec![[0.0; KEPT]],
        heads: model.heads.len(),
    };
    let dropped = dropped.into_iter().flat_map(|it| it.tagged.sentences);
    let mut dropped = dropped.collect::<Vec<_>>().into_iter();
    dropped.as_slice().iter().for_each(|it| changed.add(it));
    for ReadParagraph { words, tagged, .. } in &mut read.paragraphs {
        if tagged.stage != Stage::Observed {
            continue;
        }
        tagged.stage = Stage::Answered;
        let mut before = std::mem::take(&mut tagged.sentences).into_iter();
        before.as_slice().iter().for_each(|it| changed.add(it));
        let network = Network {
            model,
            words,
            seen: &tagged.seen,
        };
        for tokens in parts(words) {
            let open: Vec<usize> = tokens.clone().filter(|&at| network.seen.open[at]).collect();
            if open.is_empty() {
                continue;
            }
            let same = open.iter().map(|&at| {
                let upper = network.seen.is_upper(at);
                if upper { tagged.numbers[at] + 1 } else { 0 }
            });
            let key = network.key(&tokens);
            let known = known(&mut before, &key).or_else(|| known(&mut dropped, &key));
            let sentence = Sentence {
                same: same.collect(),
                answer: known.unwrap_or_else(|| network.first(&tokens)),
                tokens,
                open,
                key,
            };
            changed.add(&sentence);
            tagged.sentences.push(sentence);
        }
    }
    changed
}

/// What was answered of the sentence with this key, if it is among the next of `before`.
fn known(before: &mut IntoIter<Sentence>, key: &[u8]) -> Option<Answer> {
    let mut near = before.as_slice().iter().take(NEAR);
    let at = near.position(|sentence| sentence.key == key)?;
    before.nth(at).map(|sentence| sentence.answer)
}

/// The sentences, the longest in parts.
fn parts(words: &Words) -> impl Iterator<Item = Range<usize>> {
    words.sentences().flat_map(|Range { start, end }| {
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

/// For each head what the memory layer hears of an article, given the sums of the first layer.
fn told(model: &Model, sums: &[f32]) -> Vec<f32> {
    let mut about = Vec::new();
    let Some((tokens, mut sums)) = sums.split_last() else {
        return about;
    };
    for head in &model.heads {
        let (sum, others) = sums.split_at(head.word.columns);
        sums = others;
        let mean: Vec<f32> = sum.iter().map(|sum| sum / tokens).collect();
        let heard = about.len();
        about.resize(heard + head.article.columns, 0.0);
        head.article.add(0, &mean, &mut about[heard..]);
    }
    about
}

/// The places in `open` of a token and of those beside it.
fn near(open: &[usize], at: usize) -> impl Iterator<Item = usize> {
    let beside = at.saturating_sub(1)..open.len().min(at + 2);
    beside.filter(move |&near| open[near].abs_diff(open[at]) <= 1)
}

/// What the memory layer sums up of the stale tokens, once it is known what each word is elsewhere.
#[inline(never)]
fn inform(model: &Model, sentence: &mut Sentence, stale: &[bool]) {
    let Sentence { open, answer, .. } = sentence;
    answer.informed.resize(answer.hidden.len(), 0.0);
    let mut start = 0;
    for (head, elsewhere) in model.heads.iter().zip(answer.elsewhere.chunks(open.len())) {
        for at in 0..open.len() {
            let layer = start..start + head.memory.columns;
            start = layer.end;
            if stale[at] {
                let informed = &mut answer.informed[layer.clone()];
                informed.copy_from_slice(&answer.hidden[layer]);
                for near in near(open, at) {
                    let row = (open[near] + 1 - open[at]) * (head.word.columns + KEPT);
                    let row = row + head.word.columns;
                    head.memory.add(row, &elsewhere[near], informed);
                }
            }
        }
    }
}

/// What the heads say together of the stale tokens, once it is known what the article is about.
#[inline(never)]
fn last(model: &Model, sentence: &mut Sentence, stale: &[bool]) {
    let Sentence {
        tokens,
        open,
        answer,
        ..
    } = sentence;
    // What is not open is no name.
    answer.likely.resize(tokens.len(), CLOSED);
    let heads = model.heads.len();
    let mut layer = Vec::new();
    for at in (0..open.len()).filter(|&at| stale[at]) {
        let mut sum = [0.0; TAGS];
        let (mut start, mut about) = (0, &answer.about[..]);
        for (number, head) in model.heads.iter().enumerate() {
            let (heard, others) = about.split_at(head.memory.columns);
            about = others;
            layer.clear();
            layer.extend_from_slice(&answer.informed[start + at * heard.len()..][..heard.len()]);
            start += open.len() * heard.len();
            add(&mut layer, heard);
            relu(&mut layer);
            let mut first = answer.first[number * open.len() + at];
            head.again.add(0, &layer, &mut first);
            add(&mut sum, &shares(&first));
        }
        answer.likely[open[at] - tokens.start] =
            sum.map(|share| (share / heads as f32).max(1e-9).ln());
    }
    answer.names = names(&answer.likely);
}

/// A model, and a paragraph that it is asked about.
struct Network<'a> {
    model: &'a Model,
    words: &'a Words,
    seen: &'a Observed,
}

impl Network<'_> {
    /// All that the first answer on a sentence depends on.
    fn key(&self, tokens: &Range<usize>) -> Vec<u8> {
        let mut key = Vec::new();
        for at in tokens.clone() {
            let word = self.words.folded(at).as_bytes();
            let head = (word.len() as u32) << 1 | u32::from(self.seen.open[at]);
            key.extend_from_slice(&head.to_le_bytes());
            key.extend_from_slice(word);
        }
        key.extend_from_slice(self.seen.flags_of(tokens));
        key
    }

    /// What the heads say of a sentence alone.
    #[inline(never)]
    fn first(&self, tokens: &Range<usize>) -> Answer {
        let start = tokens.start;
        let open = &self.seen.open[tokens.clone()];
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
        answer.elsewhere = vec![[0.0; KEPT]; answer.shares.len()];
        answer
    }
}
