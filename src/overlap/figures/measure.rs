//! What a figure measures: which figures of two articles can be compared at all.

use crate::article::Article;
use crate::overlap::hash;
use crate::overlap::words::{spelling, stem};
use crate::text::fold::fold;
use crate::text::quantities::{Quantity, QuantityKind};
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
    /// Reads what `quantity` of `article` measures. No word for a fate is looked for beyond
    /// `neighbours`, the tokens between the figures on either side.
    pub fn of(article: &Article, quantity: &Quantity, neighbours: &Range<usize>) -> Self {
        let unit = quantity.unit.as_deref().unwrap_or("");
        let named = unit_fate(unit);
        let fate = match quantity.kind {
            QuantityKind::Count if !is_measure(unit) => {
                named.or_else(|| fate(article, quantity, neighbours))
            }
            _ => None,
        };
        let anyone = named.is_some() || is_anyone(unit) || unit.is_empty() && fate.is_some();
        let counted = quantity.kind == QuantityKind::Count && !unit.is_empty();
        Self {
            kind: quantity.kind,
            anyone,
            telling: counted && !anyone && !is_measure(unit),
            unit: Some(group(unit))
                .filter(|unit| !unit.is_empty())
                .map(|unit| hash::of_word(&unit)),
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

/// The stem that stands for a unit and the words used for the same.
fn group(unit: &str) -> String {
    let folded = spelling(fold(unit));
    let usual = match &*folded {
        "troops" | "servicemen" | "fighters" | "personnel" | "recruits" => "soldiers",
        "houses" | "households" | "residences" => "homes",
        "firemen" => "firefighters",
        "countries" | "states" => "nations",
        "workers" | "staff" | "jobs" => "employees",
        other => other,
    };
    stem(usual).into_owned()
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

/// The fate that a word tells of.
fn fate_of(word: &str) -> Option<Fate> {
    Some(match word {
        "killed" | "kill" | "kills" | "killing" | "dead" | "died" | "die" | "dies" | "dying"
        | "death" | "deaths" | "fatalities" | "toll" | "lives" | "bodies" | "drowned"
        | "perished" | "slain" => Fate::Dead,
        "injured" | "injure" | "injures" | "injuring" | "injuries" | "wounded" | "wounding"
        | "wounds" | "hurt" | "hurting" | "treated" | "hospitalised" | "hospitalized" => {
            Fate::Injured
        }
        "missing" | "unaccounted" => Fate::Missing,
        "arrested" | "arrests" | "arresting" | "detained" | "detaining" | "custody" => {
            Fate::Arrested
        }
        "evacuated" | "displaced" | "homeless" | "evacuating" | "displacing" => Fate::Displaced,
        "rescued" | "rescuing" | "saved" | "saving" | "survived" | "survivors" | "pulled" => {
            Fate::Rescued
        }
        "aboard" | "board" => Fate::Aboard,
        _ => return None,
    })
}

/// What became of those whom `quantity` counts, from the nearest word that tells: right before the
/// figure (`killing 12`), behind it in its clause (`12 people were killed`), or before (`the toll
/// stood at 12`).
fn fate(article: &Article, quantity: &Quantity, neighbours: &Range<usize>) -> Option<Fate> {
    let tokens = article.tokens_in(quantity.span);
    const SHORTEST: usize = "die".len();
    let read = |at: usize| {
        let word = article.token_text(at);
        let long = word.len() >= SHORTEST;
        long.then(|| fate_of(&fold(word))).flatten()
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
