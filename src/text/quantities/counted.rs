//! What a figure counts: the head of the noun phrase after it, found without a tagger.
//!
//! English helps: what is counted is plural, and a plural subject is never followed by a verb in -s.
//! So the head is the first plural word, or the last of several in a row (`seven weapons systems`).

use crate::text::numerals::numeral;
use crate::text::reader::Reader;
use crate::text::tokens::TokenKind;
use crate::text::word_table::WordSet;

/// How many words may stand between a figure and the head: `12 nuclear weapons-capable F-35 jets`.
const REACH: usize = 10;

/// What a figure counts.
#[derive(Clone, Copy)]
pub(super) struct Counted {
    /// The token of the noun.
    pub head: usize,
    /// The token after the figure's own words: past the noun, unless another figure stands between,
    /// as in `six of the nine judges`.
    pub end: usize,
}

/// What is counted by a figure that ends before `start`. Only one thing can be `singular`.
pub(super) fn counted(reader: &Reader, start: usize, singular: bool) -> Option<Counted> {
    let (from, shared) = noun_phrase(reader, start);
    let head = head(reader, from, singular)?;
    let end = if shared { start } else { head + 1 };
    Some(Counted { head, end })
}

/// Where the noun phrase after a figure begins, and whether it belongs to another figure as well.
fn noun_phrase(reader: &Reader, start: usize) -> (usize, bool) {
    let mut index = start;
    if reader.says(index, "of") {
        index += 1;
        while reader.says(index, DETERMINERS) {
            index += 1;
        }
        if let Some(inner) = numeral(reader, index) {
            return (inner.end, true);
        }
    }
    (index, false)
}

/// The head of the noun phrase that begins at token `index`.
fn head(reader: &Reader, index: usize, singular: bool) -> Option<usize> {
    // A hyphen ties the figure to its noun: `a 12-member panel`.
    if reader.joins(index) {
        return (reader.is_word(index + 1) && !reader.says(index + 1, "strong"))
            .then_some(index + 1);
    }
    let mut last_word = None;
    for at in index..index + REACH {
        match reader.kind(at) {
            None => break,
            Some(TokenKind::Possessive) => {
                last_word = None;
                continue;
            }
            Some(TokenKind::Mark) => {
                if reader.joins(at)
                    || (is_quote(reader.word(at)) && at > index && !closes(reader, at))
                {
                    continue;
                }
                if at == index && is_quote(reader.word(at)) {
                    continue;
                }
                break;
            }
            Some(TokenKind::Number) => {
                // Part of a name: `F-35 jets`, `Boeing 737 planes`.
                if at > index && (reader.touches(at) || reader.is_capitalised(at - 1)) {
                    continue;
                }
                break;
            }
            Some(TokenKind::Word) => {}
        }
        let word = reader.word(at);
        if reader.ends_phrase(at) {
            break;
        }
        let modifies = reader.joins(at + 1) || reader.kind(at + 1) == Some(TokenKind::Possessive);
        if modifies {
            continue;
        }
        if !continues(reader, at + 1) && reader.says(at, STATES) {
            return Some(at);
        }
        let next = at + 1;
        let compound = is_plural(reader.word(next)) && !reader.ends_phrase(next);
        if is_plural(word) && !compound {
            return Some(at);
        }
        // A people or a group without a plural: `12 Taliban were killed`, `thousands of Chinese`.
        let ends = !continues(reader, at + 1) && !reader.is_number(at + 1);
        if at == index && reader.is_capitalised(at) && ends {
            return Some(at);
        }
        if word.ends_with("ed") && last_word.is_some() {
            break;
        }
        last_word = Some(at);
    }
    if singular { last_word } else { None }
}

/// Whether the noun phrase may go on at `at`.
fn continues(reader: &Reader, at: usize) -> bool {
    reader.is_word(at) && !reader.ends_phrase(at)
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "”" | "‘" | "’" | "'")
}

/// Whether a quote mark belongs to the word before it.
fn closes(reader: &Reader, at: usize) -> bool {
    reader.touches(at) && !reader.touches(at + 1)
}

/// Whether `word` looks like a plural noun.
pub(in crate::text) fn is_plural(word: &str) -> bool {
    if IRREGULAR.holds(word) {
        return true;
    }
    let Some(stem) = word.strip_suffix('s') else {
        // `policemen`, `townspeople`
        let compound = |ending| word.len() > 4 && word.ends_with(ending);
        return compound("men") || compound("people");
    };
    if !word.starts_with(char::is_alphabetic) || stem.len() < 2 {
        return false;
    }
    // `MPs` is a plural; `gas`, `US`, `glass`, `virus` and `crisis` are none.
    let is_initials = stem.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_singular = stem.len() < 3
        || ["s", "u", "si"].iter().any(|ending| stem.ends_with(ending))
        || NOT_PLURAL.holds(word);
    is_initials || !is_singular
}

/// What a casualty report counts without a noun: `killing 19`, `19 were wounded`.
pub(super) fn counts_people(reader: &Reader, start: usize, end: usize) -> bool {
    let mut after = end;
    while reader.says(
        after,
        "were|was|are|is|had|have|has|been|being|be|still|also|more",
    ) {
        after += 1;
        if after > end + 4 {
            break;
        }
    }
    if reader.says(after, FATES) {
        return true;
    }
    (1..=3).any(|by| {
        reader.says_before(start, by, FATES)
            && (1..by).all(|between| reader.kind(start - between) == Some(TokenKind::Word))
    })
}

/// Words before a noun that say which, not how many.
const DETERMINERS: &str = "all|her|his|its|my|our|the|their|these|those|your";

/// People counted by what befell them: `19 dead`.
const STATES: &str = "dead|homeless|injured|missing|wounded";

/// What happens to people in the news, in the forms that stand beside a bare figure.
const FATES: &str = "\
    abducted|abducting|arrested|arresting|arrests|dead|detained|detaining|died|displaced|\
    displacing|drowned|evacuated|executed|hospitalised|hospitalized|hurt|hurting|injure|injured|\
    injures|injuring|kidnapped|kill|killed|killing|kills|missing|perished|rescued|rescuing|\
    wounded|wounding|wounds";

/// What follows a hyphen without being counted: `one-off`, `two-way`.
pub(super) const TIES: &str = "and|based|faced|fold|handed|off|on|sided|time|to|way";

/// Plurals without -s, or with one that a singular might have.
static IRREGULAR: &WordSet = &WordSet::of([
    "aircraft",
    "cattle",
    "children",
    "crew",
    "feet",
    "fish",
    "folk",
    "geese",
    "gurus",
    "hindus",
    "men",
    "menus",
    "mice",
    "people",
    "personnel",
    "police",
    "sheep",
    "spacecraft",
    "staff",
    "teeth",
    "women",
    "zulus",
]);

/// Words in -s that are no plural nouns.
static NOT_PLURAL: &WordSet = &WordSet::of([
    "alas",
    "always",
    "besides",
    "christmas",
    "debris",
    "does",
    "goes",
    "hers",
    "overseas",
    "perhaps",
    "says",
    "sometimes",
    "tennis",
    "texas",
    "theirs",
    "towards",
]);
