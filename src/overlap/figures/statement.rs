//! The figures of one article, each with the statement it stands in.

use super::measure::Measure;
use super::verdict::stated;
use crate::article::Article;
use crate::order::{distinct, sort_by_number, sort_numbers};
use crate::overlap::fingerprint::Fingerprint;
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::quantities::{Quantity, QuantityKind};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Most figures of the same value that are looked through for one that measures the same.
const MOST_ALIKE: usize = 32;

/// The lengths of a year and a month in ISO 8601.
const LENGTH_OF_YEAR: usize = "2024".len();
const LENGTH_OF_MONTH: usize = "2024-12".len();

/// One figure and what it says.
#[derive(Clone, Debug)]
pub(in crate::overlap) struct Figure {
    pub quantity: Quantity,
    pub measure: Measure,
    /// The sentence that it stands in, as tokens.
    pub sentence: Range<usize>,
    /// Whether the text itself says that the figure is an old one: `up from 12`, `earlier put at 12`.
    pub superseded: bool,
    /// Whether it adds to another figure: `11 more bodies`, `another 11`.
    pub addition: bool,
    /// Whether it gives an amount in another currency: `€2.1m ($2.3m)`.
    pub conversion: bool,
    /// The year or month of which its sentence speaks, where that names one.
    pub period: Option<String>,
    /// The stems of the content words around it, once they are asked for.
    context: OnceLock<Vec<u64>>,
}

impl Figure {
    /// Whether it is the article's own last word on what it measures.
    pub fn stands(&self) -> bool {
        !self.superseded && !self.addition
    }

    /// Whether it is a share of a whole, like `half`, and not a percentage that was measured.
    pub fn is_share(&self) -> bool {
        let unit = self.quantity.unit.as_deref();
        unit == Some("percent") && self.quantity.low.is_some_and(|low| low % 25.0 == 0.0)
    }
}

/// The figures of one article, as they are kept beside its fingerprint.
#[derive(Clone, Debug, Default)]
pub(in crate::overlap) struct Statements {
    /// In order.
    all: Vec<Figure>,
    /// Their places, ordered by the value that is written.
    by_value: Vec<usize>,
    /// The key of what each measures, and its place, in order.
    by_measure: Vec<(u64, u32)>,
}

impl Statements {
    /// Reads the figures of `article`. Those in boilerplate are left out.
    pub fn of(article: &Article) -> Self {
        let mut read = Self::default();
        let quantities = article.quantities().iter();
        let tokens = quantities.clone().map(|one| article.tokens_in(one.span));
        let tokens: Vec<_> = tokens.collect();
        for (index, quantity) in quantities.enumerate() {
            if article.boilerplate_at(quantity.span).is_none() {
                let last = index.checked_sub(1).map_or(0, |last| tokens[last].end);
                let next = tokens.get(index + 1).map(|next| next.start);
                read.read(article, quantity, (last, &tokens[index], next));
            }
        }
        let mut by_value: Vec<usize> = (0..read.all.len()).collect();
        sort_by_number(&mut by_value, |at| {
            rank(stated(&read.all[*at].quantity).0.unwrap_or(0.0))
        });
        read.by_value = by_value;
        let keys = (0..).zip(&read.all);
        read.by_measure = keys
            .map(|(at, figure)| (figure.measure.key(), at))
            .collect();
        sort_numbers(&mut read.by_measure);
        read
    }

    /// Reads one figure: its tokens, where those of the one before end and those of the next begin.
    fn read(
        &mut self,
        article: &Article,
        quantity: &Quantity,
        (last, tokens, next): (usize, &Range<usize>, Option<usize>),
    ) {
        let sentences = article.sentences();
        let at = sentences.partition_point(|sentence| sentence.span.end <= quantity.span.start);
        let Some(sentence) = sentences.get(at) else {
            return;
        };
        let sentence = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let next = next.unwrap_or(sentence.end);
        let neighbours =
            last.clamp(sentence.start, tokens.start)..next.min(sentence.end).max(tokens.end);
        let mut measure = Measure::of(article, quantity, tokens, &neighbours);
        let before = |by: usize| match tokens.start.checked_sub(by) {
            Some(at) if at >= sentence.start => article.token_text(at),
            _ => "",
        };
        let from = matches!(before(1), "from") && matches!(before(2), "up" | "down");
        if from
            && quantity.unit.is_none()
            && let Some(last) = self.all.last()
            && last.sentence == sentence
        {
            measure = last.measure;
        }
        // "At earlier talks, and 12 people" says nothing of the 12.
        let clause = (neighbours.start..tokens.start).rev();
        let mut clause =
            clause.take_while(|&at| !matches!(article.token_text(at), "," | ";" | "and" | "but"));
        let superseded = from || clause.any(|at| is_earlier(article.token_text(at)));
        let behind = tokens.clone().chain([tokens.end]);
        let mut behind = behind.filter(|&at| at < sentence.end).skip(1);
        let more = behind.any(|at| {
            article.token_text(at) == "more"
                && (at + 1 >= sentence.end || article.token_text(at + 1) != "than")
        });
        let addition = matches!(before(1), "another" | "further" | "additional")
            || more
                && !article
                    .token_text(tokens.start)
                    .eq_ignore_ascii_case("more");
        let conversion = quantity.kind == QuantityKind::Money
            && before(1) == "("
            && last + 1 >= tokens.start
            && last > sentence.start;
        let period = period(article, &sentence).map(str::to_owned);
        self.all.push(Figure {
            quantity: quantity.clone(),
            measure,
            sentence,
            superseded,
            addition,
            conversion,
            period,
            context: OnceLock::new(),
        });
    }
}

/// The figures of one article beside its text.
#[derive(Clone, Copy)]
pub(in crate::overlap) struct Figures<'t> {
    pub article: &'t Article,
    pub print: &'t Fingerprint,
    /// In order.
    pub all: &'t [Figure],
    by_value: &'t [usize],
    by_measure: &'t [(u64, u32)],
}

impl<'t> Figures<'t> {
    /// The figures of `article`, which `print` was made from.
    pub fn of(article: &'t Article, print: &'t Fingerprint) -> Self {
        let read = &print.told(article).statements;
        Self {
            article,
            print,
            all: &read.all,
            by_value: &read.by_value,
            by_measure: &read.by_measure,
        }
    }

    /// The figures whose spans lie in `passage`, as places.
    pub fn within(&self, passage: Span) -> Range<usize> {
        let all = &self.all;
        let start = all.partition_point(|figure| figure.quantity.span.start < passage.start);
        let end = all.partition_point(|figure| figure.quantity.span.end <= passage.end);
        start..end.max(start)
    }

    /// The figures up to `end`, in bytes.
    pub fn until(&self, end: u32) -> &'t [Figure] {
        &self.all[self.within(Span::new(0, end))]
    }

    /// The figures here that measure the same as `measure`, in order: the first of many.
    pub fn measuring<'f>(&'f self, measure: &'f Measure) -> impl Iterator<Item = usize> + 'f {
        let wanted = measure.key();
        let first = self.by_measure.partition_point(|(key, _)| *key < wanted);
        let alike = self.by_measure[first..].iter().take(MOST_ALIKE);
        let places = alike.map(|(_, at)| *at as usize);
        places.filter(|at| self.all[*at].measure.agrees(measure))
    }

    /// The figures here that say the same as `figure` of another article.
    pub fn equals<'f>(&'f self, figure: &'f Figure) -> impl Iterator<Item = usize> + 'f {
        let equal = self.of_value(figure);
        equal.filter(|at| self.all[*at].measure.agrees(&figure.measure))
    }

    /// Whether a figure here says the same as `figure` of another article, or may: its unit is left to
    /// the reader.
    pub fn states(&self, figure: &Figure) -> bool {
        let mut equal = self.of_value(figure);
        equal.any(|at| self.all[at].measure.may_agree(&figure.measure))
    }

    /// The figures here of the same value as `figure`.
    fn of_value<'f>(&'f self, figure: &Figure) -> impl Iterator<Item = usize> + 'f {
        let value = stated(&figure.quantity);
        let low = value.0.unwrap_or(0.0);
        let first = self
            .by_value
            .partition_point(|at| stated(&self.all[*at].quantity).0.unwrap_or(0.0) < low);
        let alike = self.by_value[first..].iter().copied().take(MOST_ALIKE);
        alike.filter(move |at| stated(&self.all[*at].quantity) == value)
    }

    /// The words of the sentence that a figure stands in, folded.
    pub fn words(&self, figure: &Figure) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        let tokens = figure.sentence.clone();
        tokens.map(|at| fold(self.article.token_text(at)))
    }

    /// The stems of the content words of the sentence that a figure stands in, without the figure.
    pub fn context<'f>(&self, figure: &'f Figure) -> &'f [u64] {
        let found = || self.words_around(figure, true);
        figure.context.get_or_init(found)
    }

    /// The same on request without names.
    pub fn words_around(&self, figure: &Figure, with_names: bool) -> Vec<u64> {
        let terms = self.print.terms_in(stretch(self.article, &figure.sentence));
        let telling = terms.filter(|at| {
            let term = &self.print.terms[*at];
            let named = with_names || !term.name;
            term.content && named && !figure.quantity.span.contains(term.span)
        });
        distinct(telling.map(|at| self.print.stem(at)))
    }
}

/// The text of `tokens`, which are not none.
fn stretch(article: &Article, tokens: &Range<usize>) -> Span {
    let all = article.tokens();
    Span::new(all[tokens.start].span.start, all[tokens.end - 1].span.end)
}

/// The year or month of which a sentence speaks, where it names one.
fn period<'t>(article: &'t Article, sentence: &Range<usize>) -> Option<&'t str> {
    let dates = article.dates();
    let sentence = stretch(article, sentence);
    let start = dates.partition_point(|date| date.span.start < sentence.start);
    let mut inside = dates[start..]
        .iter()
        .take_while(|date| sentence.contains(date.span));
    inside.find_map(|date| {
        let value = date.value.as_deref()?;
        let long = matches!(value.len(), LENGTH_OF_YEAR | LENGTH_OF_MONTH);
        (long && !value.starts_with('-') && !value.contains(['W', 'T', '/'])).then_some(value)
    })
}

/// A number that is ordered as `value` is.
fn rank(value: f64) -> u64 {
    let bits = value.to_bits();
    if value.is_sign_negative() {
        !bits
    } else {
        bits | 1 << 63
    }
}

/// Words that say of a figure that another has taken its place.
fn is_earlier(word: &str) -> bool {
    const SHORTEST: usize = "earlier".len();
    // Few words begin as one of them does.
    word.len() >= SHORTEST
        && matches!(
            word.as_bytes()[0] | 0x20,
            b'e' | b'p' | b'i' | b'o' | 0x80..
        )
        && matches!(
            &*fold(word),
            "earlier" | "previously" | "initially" | "originally"
        )
}
