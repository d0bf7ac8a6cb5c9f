//! What tells the event of an article: when, who, and in which order of its kind.

use crate::article::Article;
use crate::order::{common, distinct};
use crate::overlap::filing::Filing;
use crate::overlap::fingerprint::{Fingerprint, Role};
use crate::overlap::hash;
use crate::overlap::numbering::{ABSENT, Numbering};
use crate::overlap::terms::Term;
use crate::span::Span;
use crate::text::calendar::Day;
use crate::text::dates::DateKind;
use crate::text::fold::{fold, lower};
use crate::text::quantities::QuantityKind;
use crate::text::tokens::TokenKind;

/// Sentences at the top of the story that say what happened and when.
const TOP: usize = 6;
/// Sentences at the very top that say what the story is about.
const LEAD: usize = 2;
/// How many days from that of filing a date may lie to be one of the event.
const RECENT: u64 = 6;
/// The least words of a quotation that nobody says twice by chance.
const LEAST_SAID: usize = 5;
/// Most quotations that are held against those of the other article.
const MOST_SAID: usize = 24;
/// The longest number of a tally, in digits.
const LONGEST_IN_TALLY: usize = 3;

/// What one article says of its event.
#[derive(Clone, Debug)]
pub(in crate::overlap) struct Account {
    /// The end of the top of the story, in bytes.
    pub top: u32,
    /// The weekdays that its top names or, where it names none, that of its filing: a bit for each, Monday
    /// first.
    pub weekdays: u8,
    /// The weekdays that the whole of it names.
    pub all_weekdays: u8,
    /// When it was filed.
    pub filed: Option<Filing>,
    /// The content stems of its headline and lead, in order.
    pub lead: Vec<u64>,
    /// The stems of the names, in order; in the whole article, and in its lead.
    pub names: Vec<u64>,
    pub names_of_lead: Vec<u64>,
    /// What is numbered in its lead, and which it is: the third quarter, the second round.
    pub numbered: Vec<(u64, u32)>,
    /// The scores and counts of votes in its top: the higher number, and in the lower half the other.
    pub tallies: Vec<u64>,
    /// The words of its first longer quotations.
    pub said: Vec<Vec<u64>>,
}

impl Account {
    /// Reads `article`, which `print` was made from.
    pub fn of(article: &Article, print: &Fingerprint) -> Self {
        let top = end_of_top(print, TOP);
        let lead = end_of_top(print, LEAD);
        let first = 0..print.terms.partition_point(|term| term.span.start < lead);
        let first = |tells: fn(&&Term) -> bool| {
            let told = first.clone().filter(|at| tells(&&print.terms[*at]));
            distinct(told.map(|at| print.stem(at)))
        };
        let (weekdays, all_weekdays) = weekdays(article, top);
        let quotations = article.quotations().iter();
        let said = quotations.map(|quotation| print.terms_in(quotation.span));
        Self {
            top,
            weekdays,
            all_weekdays,
            filed: Filing::of(article),
            lead: first(|term| term.content),
            names: names(print),
            names_of_lead: first(is_name),
            numbered: numbered(article, lead),
            tallies: tallies(article, top),
            said: said
                .filter(|terms| terms.len() >= LEAST_SAID)
                .take(MOST_SAID)
                .map(|terms| print.terms[terms].iter().map(|t| t.id).collect())
                .collect(),
        }
    }
}

/// Where the first sentences of a story end, headlines among them but not counted.
fn end_of_top(print: &Fingerprint, sentences: usize) -> u32 {
    let mut body = 0;
    let units = print.units.iter().take_while(|unit| {
        body += usize::from(unit.role != Role::Headline);
        body <= sentences
    });
    units.last().map_or(0, |last| last.span.end)
}

/// Whether a term is part of a name and tells it from others.
fn is_name(term: &&Term) -> bool {
    term.name && term.content
}

/// The stems of all names of an article, in order. Most names are met often, and only their stems are
/// sorted.
fn names(print: &Fingerprint) -> Vec<u64> {
    let mut is_met = vec![false; print.stems.numbers.len()];
    let terms = print.terms.iter().zip(&print.stems.of_term);
    for (_, stem) in terms.filter(|(term, _)| is_name(term)) {
        is_met[*stem as usize] = true;
    }
    let stems = print.stems.numbers.hashes.iter().zip(is_met);
    distinct(stems.filter_map(|(stem, is_met)| is_met.then_some(*stem)))
}

/// How many of the stems of names an article has.
pub(super) fn held(names: &[u64], words: &Numbering) -> usize {
    let held = names.iter().filter(|name| words.find(**name) != ABSENT);
    held.count()
}

/// The weekdays that a story speaks of up to `end`, and those of the whole of it.
fn weekdays(article: &Article, end: u32) -> (u8, u8) {
    let filed = article.filed();
    let (mut at_top, mut all) = (0, 0);
    for date in article.dates() {
        let furniture = article.boilerplate_at(date.span);
        let in_story = !furniture.is_some_and(|stretch| stretch.span.contains(date.span));
        if date.kind != DateKind::Date || !in_story {
            continue;
        }
        let mut found = named_days(&lower(date.span.of(article.text())));
        let day = date.value.as_deref().and_then(day);
        let recent = |day: &Day| filed.is_none_or(|filed| filed.distance(*day) <= RECENT);
        found |= day.filter(recent).map_or(0, bit);
        all |= found;
        if date.span.end <= end {
            at_top |= found;
        }
    }
    let or_filed = |found: u8| match found {
        0 => filed.map_or(0, bit),
        found => found,
    };
    (or_filed(at_top), or_filed(all))
}

/// The bit of a day's weekday.
fn bit(day: Day) -> u8 {
    1 << (day.weekday() - 1)
}

/// The weekdays that are named in these words.
fn named_days(words: &str) -> u8 {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let mut found = 0;
    // Most dates name none.
    if words.contains("day") {
        let named = NAMES.iter().position(|name| words.contains(name));
        found |= named.map_or(0, |day| 1 << day);
    }
    if words.contains("weekend") {
        found |= 1 << 5 | 1 << 6;
    }
    found
}

/// The day that a value in ISO 8601 names.
fn day(value: &str) -> Option<Day> {
    let mut parts = value.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The ordinals up to `end`, each with the word that it numbers.
fn numbered(article: &Article, end: u32) -> Vec<(u64, u32)> {
    let quantities = article.quantities().iter();
    let lead = quantities.take_while(|quantity| quantity.span.end <= end);
    let ordinals = lead.filter(|quantity| quantity.kind == QuantityKind::Ordinal);
    ordinals
        .filter_map(|quantity| {
            let next = article.tokens_in(quantity.span).end;
            let next = next + usize::from(article.tokens().get(next)?.kind == TokenKind::Mark);
            let word = article.tokens().get(next)?.span.of(article.text());
            Some((hash::of_word(&fold(word)), quantity.low? as u32))
        })
        .collect()
}

/// The pairs of numbers up to `end` that are a score or a count of votes: `3-1`, `61 to 38`.
fn tallies(article: &Article, end: u32) -> Vec<u64> {
    let tokens = article.tokens();
    let dates = article.dates();
    let in_date = |token: Span| {
        let next = dates.partition_point(|date| date.span.end <= token.start);
        dates
            .get(next)
            .is_some_and(|date| date.span.overlaps(token))
    };
    let in_range = |one: Span, other: Span| {
        let quantities = article.quantities();
        let next = quantities.partition_point(|quantity| quantity.span.end <= one.start);
        let quantity = quantities.get(next);
        quantity
            .is_some_and(|quantity| quantity.span.overlaps(one) && quantity.span.overlaps(other))
    };
    let number = |at: usize| {
        let token = tokens[at];
        let word = token.span.of(article.text());
        let short = token.kind == TokenKind::Number && word.len() <= LONGEST_IN_TALLY;
        short.then(|| word.parse::<u32>().ok()).flatten()
    };
    let top = Span::new(0, end);
    let last = article.tokens_in(top).end;
    let found = (2..last)
        .filter(|&at| matches!(article.token_text(at - 1), "-" | "–" | "to"))
        .filter(|&at| at < 3 || article.token_text(at - 3) != "from")
        .filter(|&at| !in_date(tokens[at].span) && !in_range(tokens[at - 2].span, tokens[at].span))
        .filter_map(|at| {
            let (one, other) = (number(at - 2)?, number(at)?);
            Some(u64::from(one.max(other)) << 32 | u64::from(one.min(other)))
        });
    distinct(found)
}

/// Whether the words of one quotation hold those of another.
pub(super) fn holds(longer: &[u64], shorter: &[u64]) -> bool {
    longer
        .windows(shorter.len())
        .any(|window| window == shorter)
}

/// The share of words that two quotations have in common, in whatever order (Dice 1945).
pub(super) fn likeness(one: &[u64], other: &[u64]) -> f32 {
    let (one_words, other_words) = (
        distinct(one.iter().copied()),
        distinct(other.iter().copied()),
    );
    let shared = common(&one_words, &other_words);
    2.0 * shared as f32 / (one_words.len() + other_words.len()) as f32
}
