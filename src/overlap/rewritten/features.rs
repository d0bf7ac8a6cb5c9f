//! What the model is told about two passages.
//!
//! Every feature is the same when the passages are exchanged, lies about between 0 and 1, and is
//! made by addition, multiplication and division alone, so that it has the same last bit everywhere.

use super::context::Context;
use super::stems::{SentenceStems, Stems};
use crate::overlap::align::Aligner;
use crate::overlap::facing::Chains;
use crate::overlap::fingerprint::{Fingerprint, Role};
use crate::overlap::memory::Placed;
use std::ops::Range;

/// What the features are called, in their order.
pub const FEATURES: [&str; 27] = [
    "held by the one that holds less",
    "held by the one that holds more",
    "both held",
    "shared weight",
    "rarest shared word",
    "shared common words",
    "equal among shared",
    "names shared",
    "names against names",
    "numbers shared",
    "numbers against numbers",
    "numbers more",
    "negated once",
    "in order",
    "adjacent",
    "shorter by longer",
    "length",
    "dense",
    "headline",
    "headline and lead",
    "better than rivals",
    "neighbours alike",
    "neighbours aligned",
    "at the same place",
    "said already",
    "articles alike",
    "one event",
];

/// The features of two passages, in the order of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// Two passages that may say the same.
#[derive(Clone, Debug)]
pub(in crate::overlap) struct Question {
    /// Their terms.
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// Whether one of them is aligned with another passage already.
    pub said: bool,
    /// Whether one is a headline and the other too, or the lead of a story: they may be aligned with others.
    pub headline: bool,
    /// How many content terms the one has that has fewer.
    pub content: usize,
    /// What is observed of them by themselves.
    features: Features,
}

impl Question {
    /// Asks about two passages, of which one may be said already.
    pub(super) fn new(
        aligner: &Aligner,
        stems: &SentenceStems,
        (a, b): (Range<usize>, Range<usize>),
        said: bool,
    ) -> Self {
        let mut facing = Facing::new(aligner);
        facing.join(aligner, stems.a.of_stretch(&a), stems.b.of_stretch(&b));
        Self::with(aligner, (a, b), &facing, said)
    }

    /// The same where it is known which of their terms face each other.
    pub(super) fn with(
        aligner: &Aligner,
        (a, b): (Range<usize>, Range<usize>),
        facing: &Facing,
        said: bool,
    ) -> Self {
        let roles = roles(aligner, &a, &b);
        let headline = with_headline(roles);
        let one_headline = (roles.0 == Role::Headline) != (roles.1 == Role::Headline);
        let counts = (Counts::of(aligner.a, &a), Counts::of(aligner.b, &b));
        Self {
            said,
            headline,
            content: counts.0.content.min(counts.1.content) as usize,
            features: observed(aligner, facing, &counts, (one_headline, headline)),
            a,
            b,
        }
    }
}

impl Placed for Question {
    fn placed(&self, in_a: impl Fn(usize) -> usize, in_b: impl Fn(usize) -> usize) -> Self {
        Self {
            a: in_a(self.a.start)..in_a(self.a.end),
            b: in_b(self.b.start)..in_b(self.b.end),
            ..*self
        }
    }
}

/// What the sentences are in which two passages begin.
pub(super) fn roles(aligner: &Aligner, a: &Range<usize>, b: &Range<usize>) -> (Role, Role) {
    let role = |print: &Fingerprint, at: usize| print.units[print.unit_of[at] as usize].role;
    (role(aligner.a, a.start), role(aligner.b, b.start))
}

/// Whether of two such one is a headline and the other too, or the lead of a story.
pub(super) const fn with_headline(roles: (Role, Role)) -> bool {
    matches!(
        roles,
        (Role::Headline, Role::Lead | Role::Headline) | (Role::Lead, Role::Headline)
    )
}

/// Which content terms of two passages are relatives, wherever they stand.
pub(super) struct Facing {
    /// The terms of `a` and of `b`, in the order of `a`.
    pub pairs: Vec<(u32, u32)>,
    /// What they are worth.
    pub weight: f32,
    /// What all content terms of either passage are worth.
    pub whole: (f32, f32),
    /// Where the stems of `b` stand.
    chains: Chains,
}

impl Facing {
    /// Of none yet.
    pub fn new(aligner: &Aligner) -> Self {
        Self {
            pairs: Vec::new(),
            weight: 0.0,
            whole: (0.0, 0.0),
            chains: Chains::new(aligner.a.stems.numbers.len()),
        }
    }

    /// Joins the stems of two ranges, in the place of those that were joined before.
    pub fn join(&mut self, aligner: &Aligner, a: Stems, b: Stems) {
        self.chain(b);
        // Weights are whole numbers of small units, so that they add up to the same in any order.
        let mut weight = 0.0;
        self.pairs.clear();
        for (stem, at_a) in a.terms {
            if let Some(place) = self.chains.pop(*stem) {
                let at_b = b.terms[place].1;
                self.pairs.push((*at_a, at_b));
                let worth = aligner.worth(*at_a as usize, at_b as usize);
                weight += worth.unwrap_or_default();
            }
        }
        self.weight = weight;
        self.whole = (a.whole, b.whole);
    }

    /// Chains the stems of a range that is held against several.
    pub fn chain(&mut self, stems: Stems) {
        self.chains.clear(stems.terms.len());
        for (place, (stem, _)) in stems.terms.iter().enumerate().rev() {
            self.chains.push(place, *stem);
        }
    }

    /// How alike `a`, which is chained, and `b` are.
    #[inline(never)]
    pub fn likeness_to(&mut self, aligner: &Aligner, a: Stems, b: Stems) -> f32 {
        let mut weight = 0.0;
        self.pairs.clear();
        for (stem, at_b) in b.terms {
            if let Some(place) = self.chains.pop(*stem) {
                let at_a = a.terms[place].1;
                self.pairs.push((*stem, place as u32));
                let worth = aligner.worth(at_a as usize, *at_b as usize);
                weight += worth.unwrap_or_default();
            }
        }
        for (stem, place) in self.pairs.drain(..).rev() {
            self.chains.put_back(place as usize, stem);
        }
        self.weight = weight;
        self.whole = (a.whole, b.whole);
        self.likeness()
    }

    /// Whether enough is shared to ask: two sentences may name the same people and share nothing else.
    pub fn says_something(&self, aligner: &Aligner) -> bool {
        self.pairs.iter().any(|&(at_a, at_b)| {
            !is_name(aligner.a, at_a as usize) && !is_name(aligner.b, at_b as usize)
        })
    }

    /// The terms from the first to the last that faces another, in either article.
    pub fn ranges(&self) -> Option<(Range<usize>, Range<usize>)> {
        let ((first, _), (last, _)) = (self.pairs.first()?, self.pairs.last()?);
        let (mut start, mut end) = (u32::MAX, 0);
        for (_, at_b) in &self.pairs {
            (start, end) = (start.min(*at_b), end.max(*at_b + 1));
        }
        let range = |start: u32, end: u32| start as usize..end as usize;
        Some((range(*first, *last + 1), range(start, end)))
    }

    /// The share of the weight of both that is shared: Dice (1945).
    pub fn likeness(&self) -> f32 {
        2.0 * self.weight / (self.whole.0 + self.whole.1).max(1.0)
    }
}

/// Whether a term is part of a name: also the first word of a sentence before one, where the capital
/// alone does not say so.
fn is_name(print: &Fingerprint, at: usize) -> bool {
    let unit = &print.units[print.unit_of[at] as usize].terms;
    print.terms[at].name || (unit.start == at && unit.len() > 1 && print.terms[at + 1].name)
}

/// How many terms of a passage are of a kind.
struct Counts {
    content: f32,
    names: f32,
    numbers: f32,
    negations: u16,
}

impl Counts {
    fn of(print: &Fingerprint, terms: &Range<usize>) -> Self {
        let kinds = print.kinds(terms);
        Self {
            content: kinds.content.into(),
            names: kinds.names.into(),
            numbers: kinds.numbers.into(),
            negations: kinds.negations,
        }
    }
}

/// Where the features stand that depend on what is around the passages.
const RIVALS: usize = 20;
const NEIGHBOURS: usize = 21;
const SETTLED: usize = 22;
const PLACE: usize = 23;
const SAID: usize = 24;
const ARTICLES: usize = 25;
const ONE_EVENT: usize = 26;

/// What is observed of a question, and of what is around it.
pub(super) fn features(aligner: &Aligner, context: &Context, question: &Question) -> Features {
    let mut features = question.features;
    let place = (
        question.a.start as f32 / aligner.a.terms.len() as f32,
        question.b.start as f32 / aligner.b.terms.len() as f32,
    );
    features[RIVALS] -= context.rival(aligner, question);
    (features[NEIGHBOURS], features[SETTLED]) = context.neighbours(aligner, question);
    features[PLACE] = 1.0 - (place.0 - place.1).abs();
    features[SAID] = f32::from(u8::from(question.said));
    features[ARTICLES] = context.articles;
    features[ONE_EVENT] = context.same_event;
    features
}

/// What is observed of two passages by themselves. Each comes with its counts, and both with whether one
/// is a headline and whether they are headline and lead.
fn observed(
    aligner: &Aligner,
    facing: &Facing,
    (one, other): &(Counts, Counts),
    (one_headline, headline): (bool, bool),
) -> Features {
    let (a, b) = (aligner.a, aligner.b);
    let held = (
        facing.weight / facing.whole.0.max(0.25),
        facing.weight / facing.whole.1.max(0.25),
    );
    let (mut common, mut equal, mut names, mut numbers) = (0.0, 0.0, 0.0, 0.0);
    let (mut rising, mut adjacent) = (0.0, 0.0);
    let mut last: Option<(usize, usize)> = None;
    let mut rarest = 0.0_f32;
    for &(at_a, at_b) in &facing.pairs {
        let (at_a, at_b) = (at_a as usize, at_b as usize);
        rarest = rarest.max(aligner.worth(at_a, at_b).unwrap_or_default());
        let (left, right) = (&a.terms[at_a], &b.terms[at_b]);
        let (name, number) = (
            is_name(a, at_a) || is_name(b, at_b),
            left.number && right.number,
        );
        names += f32::from(u8::from(name));
        numbers += f32::from(u8::from(number));
        common += f32::from(u8::from(!name && !number));
        equal += f32::from(u8::from(left.id == right.id));
        if let Some((last_a, last_b)) = last {
            rising += f32::from(u8::from(at_b > last_b));
            adjacent += f32::from(u8::from(at_a - last_a <= 2 && at_b.abs_diff(last_b) <= 2));
        }
        last = Some((at_a, at_b));
    }
    let shared = facing.pairs.len() as f32;
    let steps = (shared - 1.0).max(1.0);
    let flag = |holds: bool| f32::from(u8::from(holds));
    let names_left = (one.names - names).min(other.names - names).max(0.0);
    let numbers_left = (one.numbers - numbers, other.numbers - numbers);
    let clash = numbers_left.0.min(numbers_left.1).max(0.0);
    [
        held.0.min(held.1),
        held.0.max(held.1),
        held.0 * held.1,
        saturated(facing.weight, 2.0),
        rarest,
        saturated(common, 2.0),
        equal / shared.max(1.0),
        names / one.names.min(other.names).max(1.0),
        saturated(names_left, 1.0),
        saturated(numbers, 1.0),
        saturated(clash, 1.0),
        saturated((numbers_left.0 - numbers_left.1).abs(), 1.0),
        flag((one.negations + other.negations) % 2 == 1),
        rising / steps,
        adjacent / steps,
        one.content.min(other.content) / one.content.max(other.content).max(1.0),
        saturated(one.content.min(other.content), 8.0),
        density(facing, aligner),
        flag(one_headline),
        flag(headline),
        facing.likeness(),
        // What is around them is not known yet.
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ]
}

/// From 0 towards 1 as `count` grows; one half at `middle`.
fn saturated(count: f32, middle: f32) -> f32 {
    count / (count + middle)
}

/// What is shared, as a share of all from the first shared word to the last: on the side where it is
/// more scattered.
fn density(facing: &Facing, aligner: &Aligner) -> f32 {
    let Some((a, b)) = facing.ranges() else {
        return 0.0;
    };
    let content = (aligner.a.kinds(&a).content, aligner.b.kinds(&b).content);
    let most = content.0.max(content.1);
    facing.pairs.len() as f32 / most.max(1) as f32
}
