//! Evidence: what speaks for each reading of a candidate that neither lexicon nor pattern decides.
//!
//! Every observation is a kind and a word; the lexicon holds its measured weight for each reading.
//! The weights add up, and the reading with the largest sum wins, or none does.

use super::Kind;
use super::candidates::{Candidate, Reading};
use super::lexicon::Lexicon;
use super::lexicon::format::Roles;
use super::words::Words;

/// The readings, in the order of the weights.
pub(super) const READINGS: [Kind; 4] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event];

/// Weights are kept in sixteenths.
const SCALE: f32 = 16.0;

/// The sums for each reading; "not a name" is nought.
pub(super) type Scores = [f32; 4];

/// The evidence on one name, from every place where it stands in an article.
#[derive(Clone, Copy, Default)]
pub(super) struct Evidence {
    own: Scores,
    context: Scores,
    count: f32,
}

impl Evidence {
    /// The evidence on `candidate` where it stands.
    pub(super) fn of(lexicon: &Lexicon, words: &Words, candidate: &Candidate) -> Self {
        let mut evidence = Self {
            count: 1.0,
            ..Self::default()
        };
        observe(words, candidate, |kind, word| {
            let Some(weights) = lexicon.weights(kind, word) else {
                return;
            };
            let around = matches!(kind, b'p' | b'q' | b'n' | b'm' | b'a');
            let scores = if around {
                &mut evidence.context
            } else {
                &mut evidence.own
            };
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += f32::from(weight) / SCALE;
            }
        });
        evidence
    }

    /// Adds what another place says. The sums are exact, in whatever order.
    pub(super) fn add(&mut self, other: &Self) {
        self.count += other.count;
        let (own, context) = (self.own.iter_mut(), self.context.iter_mut());
        let others = other.own.iter().chain(&other.context);
        for (score, other) in own.chain(context).zip(others) {
            *score += other;
        }
    }

    /// The sums. What a name is made of counts once; what stands around it says more in several
    /// places, though less each time, because an author repeats the same phrases.
    pub(super) fn scores(&self) -> Scores {
        let mut scores = self.own;
        for (score, context) in scores.iter_mut().zip(self.context) {
            *score = *score / self.count + context / self.count.sqrt();
        }
        scores
    }
}

/// The best reading and its share of the probability, when "not a name" is not likelier.
pub(super) fn best(scores: &Scores) -> Option<(Kind, f32)> {
    let total: f32 = 1.0 + scores.iter().map(|score| score.exp()).sum::<f32>();
    let (at, score) = scores
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(b.1))?;
    (*score > 0.0).then(|| (READINGS[at], score.exp() / total))
}

/// Hands every observation on `candidate` to `each`.
pub(super) fn observe(words: &Words, candidate: &Candidate, mut each: impl FnMut(u8, &str)) {
    let tokens = candidate.tokens.clone();
    let (first, last) = (tokens.start, tokens.end - 1);
    let (before, after) = (first.wrapping_sub(1), tokens.end);
    let single = first == last;

    each(b'f', words.folded(first));
    each(b'l', words.folded(last));
    if single {
        each(b'w', words.folded(first));
    }
    let ending = words.folded(last);
    if let Some((at, _)) = ending.char_indices().rev().nth(2) {
        each(b's', &ending[at..]);
    }
    each(b'p', words.folded(before));
    each(b'q', words.folded(first.wrapping_sub(2)));
    each(b'n', words.folded(after));
    each(b'm', words.folded(after + 1));

    each(b'g', "");
    let length = match tokens.len() {
        1 => "one",
        2 => "two",
        3 => "three",
        _ => "more",
    };
    each(b'g', length);
    let (head, tail) = (&words[first], &words[last]);
    let (previous, next) = (words.get(before), words.get(after));
    let holds = |word: Option<&super::words::Word>, role| word.is_some_and(|word| word.is(role));
    let all = |role| (first..=last).all(|at| words[at].is(role));
    let any = |role| (first..=last).any(|at| words[at].is(role));
    for (holds, name) in [
        (head.is(Roles::GIVEN), "first-given"),
        (tail.is(Roles::FAMILY), "last-family"),
        (
            !single && head.is(Roles::GIVEN) && tail.is(Roles::FAMILY),
            "given-family",
        ),
        (!single && head.is(Roles::FAMILY_FIRST), "family-first"),
        (
            single && !head.is(Roles::GIVEN | Roles::FAMILY | Roles::WORD),
            "one-unknown",
        ),
        (single && head.is(Roles::WORD), "one-word"),
        (!single && all(Roles::WORD), "all-words"),
        (!single && tail.is(Roles::WORD), "last-word"),
        (!single && head.is(Roles::WORD), "first-word"),
        (any(Roles::PARTICLE), "particle"),
        (any(Roles::ORGANISATION_HEAD), "organisation-head"),
        (any(Roles::PLACE_HEAD), "place-head"),
        (head.is(Roles::PLACE_LEAD), "place-lead"),
        (head.is(Roles::COMPASS), "compass"),
        (single && head.capitals, "one-capitals"),
        (!single && head.capitals, "first-capitals"),
        (head.start, "start"),
        (head.headline, "headline"),
    ] {
        if holds {
            each(b'g', name);
        }
    }
    for (holds, name) in [
        (candidate.titled, "titled"),
        (holds(previous, Roles::HONORIFIC), "after-honorific"),
        (holds(previous, Roles::TITLE), "after-title"),
        (holds(previous, Roles::FUNCTION), "after-function"),
        (holds(previous, Roles::SPEECH), "after-speech"),
        (previous.is_some_and(|word| word.capital), "after-capital"),
        (holds(next, Roles::SPEECH), "before-speech"),
        (holds(next, Roles::TITLE), "before-title"),
        (
            holds(next, Roles::ORGANISATION_HEAD),
            "before-organisation-head",
        ),
        (holds(next, Roles::PLACE_HEAD), "before-place-head"),
        (next.is_some_and(|word| word.capital), "before-capital"),
    ] {
        if holds {
            each(b'a', name);
        }
    }
    if let Reading::Open(Some(kind)) = candidate.reading {
        let listed = match kind {
            Kind::Place => "listed-place",
            Kind::Organisation => "listed-organisation",
            Kind::Group => "listed-group",
            _ => "listed-other",
        };
        each(b'g', listed);
    }
}
