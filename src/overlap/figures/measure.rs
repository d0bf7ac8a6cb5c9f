//! What a figure measures: which figures of two articles can be compared at all.

use crate::article::Article;
use crate::overlap::hash;
use crate::overlap::words::{spelling, stem};
use crate::text::fold::fold;
use crate::text::quantities::{Quantity, QuantityKind};
use crate::text::tokens::TokenKind;
use crate::text::word_table::WordTable;
use std::ops::Range;

/// What became of the people that a figure counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::overlap) enum Fate {
    /// Killed, dead, lost their lives.
    Dead,
    /// Wounded or hurt.
    Injured,
    /// Not found.
    Missing,
    /// In custody.
    Arrested,
    /// Driven from their homes.
    Displaced,
    /// Brought to safety.
    Rescued,
    /// On board of what carries them.
    Aboard,
}

/// How far before and behind a figure, in tokens, the word for a fate may stand.
const BEFORE: usize = 10;
const BEHIND: usize = 8;

/// The key of figures that count people, whoever they are: the number of no word.
const PEOPLE: u64 = 1;

/// What one figure measures.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::overlap) struct Measure {
    kind: QuantityKind,
    /// A number for the stem of what is counted; none where the text does not say.
    unit: Option<u64>,
    /// Whether the unit is a word for people, whoever they are.
    anyone: bool,
    /// Whether the unit alone tells much of what is counted: `villages`, and not people, days or euros.
    pub telling: bool,
    /// What became of those counted.
    pub fate: Option<Fate>,
}

impl Measure {
    /// Reads what `quantity` of `article`, of these tokens, measures. No word for a fate is looked for
    /// beyond `neighbours`, the tokens between the figures on either side.
    pub fn of(
        article: &Article,
        quantity: &Quantity,
        tokens: &Range<usize>,
        neighbours: &Range<usize>,
    ) -> Self {
        let unit = quantity.unit.as_deref().unwrap_or("");
        let named = unit_fate(unit);
        let fate = match quantity.kind {
            QuantityKind::Count if !is_measure(unit) => {
                named.or_else(|| fate(article, tokens, neighbours))
            }
            _ => None,
        };
        let anyone = named.is_some() || is_anyone(unit) || unit.is_empty() && fate.is_some();
        let counted = quantity.kind == QuantityKind::Count && !unit.is_empty();
        Self {
            kind: quantity.kind,
            anyone,
            telling: counted && !anyone && !is_measure(unit),
            unit: group(unit),
            fate,
        }
    }

    /// Whether the two figures measure one thing, as far as their own words tell: the same unit, or
    /// people of whom the same became.
    pub fn agrees(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.kind != QuantityKind::Ordinal
            && self.fits_fate(other)
            && (self.unit == other.unit && self.unit.is_some()
                || self.kind == QuantityKind::Count && self.anyone && other.anyone)
    }

    /// A number that all figures have in common that measure one thing.
    pub fn key(&self) -> u64 {
        if self.anyone {
            PEOPLE
        } else {
            self.unit.unwrap_or_default()
        }
    }

    /// The same for two figures that face each other, where one of them may leave its unit to the
    /// reader, or name another group of people.
    pub fn may_agree(&self, other: &Self) -> bool {
        let counts = self.kind == QuantityKind::Count && other.kind == QuantityKind::Count;
        let left_out = self.unit.is_none() || other.unit.is_none();
        let same_fate = self.fate.is_some() && self.fate == other.fate;
        self.agrees(other) || counts && self.fits_fate(other) && (left_out || same_fate)
    }

    fn fits_fate(&self, other: &Self) -> bool {
        self.fate == other.fate || (self.fate.is_none() || other.fate.is_none()) && !self.anyone
    }
}

/// A number for the stem of a unit and of the words used for the same; none for no unit.
fn group(unit: &str) -> Option<u64> {
    let folded = spelling(fold(unit));
    let usual = match &*folded {
        "troops" | "servicemen" | "fighters" | "personnel" | "recruits" => "soldiers",
        "houses" | "households" | "residences" => "homes",
        "firemen" => "firefighters",
        "countries" | "states" => "nations",
        "workers" | "staff" | "jobs" => "employees",
        "" => return None,
        other => other,
    };
    Some(hash::of_word(&stem(usual)))
}

/// Words for people, whoever they are.
fn is_anyone(unit: &str) -> bool {
    matches!(
        unit,
        "people"
            | "person"
            | "persons"
            | "others"
            | "victims"
            | "casualties"
            | "residents"
            | "inhabitants"
    )
}

/// Units of time, length and weight: nobody's fate.
fn is_measure(unit: &str) -> bool {
    matches!(
        unit,
        "seconds"
            | "minutes"
            | "hours"
            | "days"
            | "nights"
            | "weeks"
            | "months"
            | "years"
            | "metres"
            | "kilometres"
            | "miles"
            | "feet"
            | "tonnes"
            | "tons"
            | "kilograms"
            | "degrees"
            | "magnitude"
            | "score"
            | "times"
    )
}

/// The fate that a unit itself names: `12 deaths`.
fn unit_fate(unit: &str) -> Option<Fate> {
    match unit {
        "deaths" | "dead" | "fatalities" | "death" | "bodies" => Some(Fate::Dead),
        "injuries" | "injured" | "wounded" => Some(Fate::Injured),
        "missing" => Some(Fate::Missing),
        "arrests" | "arrested" => Some(Fate::Arrested),
        "survivors" => Some(Fate::Rescued),
        _ => None,
    }
}

/// The words that tell of a fate.
static FATES: &WordTable<Fate> = &WordTable::new([
    ("aboard", Fate::Aboard),
    ("arrested", Fate::Arrested),
    ("arresting", Fate::Arrested),
    ("arrests", Fate::Arrested),
    ("board", Fate::Aboard),
    ("bodies", Fate::Dead),
    ("custody", Fate::Arrested),
    ("dead", Fate::Dead),
    ("death", Fate::Dead),
    ("deaths", Fate::Dead),
    ("detained", Fate::Arrested),
    ("detaining", Fate::Arrested),
    ("die", Fate::Dead),
    ("died", Fate::Dead),
    ("dies", Fate::Dead),
    ("displaced", Fate::Displaced),
    ("displacing", Fate::Displaced),
    ("drowned", Fate::Dead),
    ("dying", Fate::Dead),
    ("evacuated", Fate::Displaced),
    ("evacuating", Fate::Displaced),
    ("fatalities", Fate::Dead),
    ("homeless", Fate::Displaced),
    ("hospitalised", Fate::Injured),
    ("hospitalized", Fate::Injured),
    ("hurt", Fate::Injured),
    ("hurting", Fate::Injured),
    ("injure", Fate::Injured),
    ("injured", Fate::Injured),
    ("injures", Fate::Injured),
    ("injuries", Fate::Injured),
    ("injuring", Fate::Injured),
    ("kill", Fate::Dead),
    ("killed", Fate::Dead),
    ("killing", Fate::Dead),
    ("kills", Fate::Dead),
    ("lives", Fate::Dead),
    ("missing", Fate::Missing),
    ("perished", Fate::Dead),
    ("pulled", Fate::Rescued),
    ("rescued", Fate::Rescued),
    ("rescuing", Fate::Rescued),
    ("saved", Fate::Rescued),
    ("saving", Fate::Rescued),
    ("slain", Fate::Dead),
    ("survived", Fate::Rescued),
    ("survivors", Fate::Rescued),
    ("toll", Fate::Dead),
    ("treated", Fate::Injured),
    ("unaccounted", Fate::Missing),
    ("wounded", Fate::Injured),
    ("wounding", Fate::Injured),
    ("wounds", Fate::Injured),
]);

/// What became of those whom the figure of these tokens counts, from the nearest word that tells: right before the
/// figure (`killing 12`), behind it in its clause (`12 people were killed`), or before (`the toll
/// stood at 12`).
fn fate(article: &Article, tokens: &Range<usize>, neighbours: &Range<usize>) -> Option<Fate> {
    let read = |at: usize| {
        if article.tokens()[at].kind != TokenKind::Word {
            return None;
        }
        let word = article.token_text(at);
        FATES.get(word).or_else(|| {
            let folded = (!word.is_ascii()).then(|| fold(word))?;
            FATES.get(&folded)
        })
    };
    let before = neighbours.start.max(tokens.start.saturating_sub(BEFORE))..tokens.start;
    let behind = tokens.end..neighbours.end.min(tokens.end + BEHIND);
    let ends = |at: &usize| {
        matches!(
            article.token_text(*at),
            "," | ";" | ":" | "and" | "but" | "—"
        )
    };
    if let Some(last) = before.clone().next_back()
        && let Some(fate) = read(last)
    {
        return Some(fate);
    }
    let mut behind = behind.take_while(|at| !ends(at));
    let inside = tokens.clone().find_map(read);
    inside.or_else(|| behind.find_map(read)).or_else(|| {
        before
            .rev()
            .take_while(|at| article.token_text(*at) != ";")
            .find_map(read)
    })
}
