//! What the words around a figure say about it: that it is a name, an age, a score, a toll.

use super::amount::Amount;
use super::counted::{TIES, counted, counts_people};
use crate::text::among::among;
use crate::text::numerals::NumeralKind;
use crate::text::reader::Reader;
use crate::text::tokens::TokenKind;

/// Whether the figure is part of a name or an address, or no figure at all: `F-35`, `COVID-19`, `24/7`,
/// `Group of Seven`, `Formula One`, `no one`.
pub(super) fn is_in_name(reader: &Reader, amount: &Amount) -> bool {
    let (start, end) = (amount.start, amount.end);
    let index = amount.numeral.start;
    if reader.touches(start) && !amount.negative {
        let glue = reader.word_before(start, 1);
        let opens = matches!(
            glue,
            "(" | "["
                | "\""
                | "“"
                | "‘"
                | "'"
                | "„"
                | "«"
                | ">"
                | "<"
                | "≥"
                | "≤"
                | "~"
                | "≈"
                | "…"
                | "+"
        );
        let dash_after_space = reader.is_dash(start - 1) && !reader.touches(start - 1);
        // `10%-15%` and `$5-$10` were read as ranges; a long dash opens a clause.
        let after_dash =
            matches!(glue, "–" | "—") && !reader.is_capitalised(start.saturating_sub(2));
        // `alert(1)` is code, and `(12 miles)` is none.
        let in_code = matches!(glue, "(" | "[")
            && reader.touches(start - 1)
            && reader
                .word_before(start, 2)
                .ends_with(char::is_alphanumeric);
        if in_code || !(opens || dash_after_space || after_dash || ends_prefix(reader, start)) {
            return true;
        }
    }
    // `24/7`, `18:30`, `1.5.2`, `info@7.org`
    if reader.touches(end)
        && among(reader.word(end), "/|:|@|_|=|&|#")
        && reader.touches(end + 1)
        && amount.unit.is_none()
    {
        return true;
    }
    // A chain of dashes is a code or a telephone number: `030-555-1234`.
    if reader.joins(end)
        && reader.is_number(end + 1)
        && reader.joins(end + 2)
        && reader.is_number(end + 3)
    {
        return true;
    }
    if reader.is_number(index) {
        is_spaced_code(reader, amount) || is_model(reader, amount)
    } else {
        is_named_word(reader, amount)
    }
}

/// Prefixes that a figure may follow with a hyphen: `sub-5`, `mid-40`, `near-20`.
fn ends_prefix(reader: &Reader, start: usize) -> bool {
    reader.is_dash(start - 1) && reader.says_before(start, 2, "sub|near|plus|under|over|all|a")
}

/// Digits in groups that make no number: `030 5550 1234`.
fn is_spaced_code(reader: &Reader, amount: &Amount) -> bool {
    let bare = |at: usize| {
        reader.is_number(at) && reader.word(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    let index = amount.numeral.start;
    if !bare(index) {
        return false;
    }
    let leading_zero = reader.word(index).len() > 1 && reader.word(index).starts_with('0');
    leading_zero || bare(index + 1) || index > 0 && bare(index - 1)
}

/// A number after a name, without anything that it could count: `Boeing 737`, `Sputnik 5`.
fn is_model(reader: &Reader, amount: &Amount) -> bool {
    let start = amount.start;
    let word = reader.word(amount.numeral.start);
    amount.unit.is_none()
        && amount.numeral.end == amount.numeral.start + 1
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && start > reader.range().start
        && reader.kind(start - 1) == Some(TokenKind::Word)
        && reader.is_capitalised(start - 1)
        && !reader.begins_sentence(start - 1)
        && !counts_people(reader, start, amount.end)
        && counted(reader, amount.end, false).is_none()
}

/// A number word that counts nothing: `no one`, `one of the suspects`, and with a capital inside a
/// sentence a name, `the Group of Seven`.
fn is_named_word(reader: &Reader, amount: &Amount) -> bool {
    let start = amount.numeral.start;
    // `two-time champion`, `a three-way race`
    if reader.joins(amount.end) && reader.says(amount.end + 1, TIES) {
        return true;
    }
    let key = reader.lower(start);
    let counts = amount.unit.is_some() || counted(reader, amount.end, true).is_some();
    // `net zero`, `zero tolerance`; `trillions-of-dollars`
    if &*key == b"zero" && (!counts || reader.says_before(start, 1, "net|ground"))
        || amount.numeral.kind == NumeralKind::Open && reader.joins(amount.end)
    {
        return true;
    }
    if &*key == b"one" && amount.numeral.end == start + 1 {
        let before = reader.lower_before(start, 1);
        let pronoun = reader.says(
            amount.end,
            "another|of|who|that|or|in|to|can|could|should|would|must|is|was|thing|day|way|side|\
            hand|time",
        ) || among(
            &*before,
            "no|any|every|some|each|this|that|which|another|the|a",
        ) || reader.joins(amount.end)
            || !counts;
        if pronoun {
            return true;
        }
    }
    let capital = reader.is_capitalised(start) && !reader.begins_sentence(start);
    // In a headline every word has a capital, and a hedge or a noun shows that something is counted.
    let headline = reader.is_capitalised(start.saturating_sub(1))
        && counted(reader, amount.end, false)
            .is_some_and(|counted| reader.is_capitalised(counted.head));
    capital && !headline && amount.numeral.kind != NumeralKind::Open
}

/// Whether an age is told without its unit: `Anna Schmidt, 34,`, `Schmidt (34)`, `aged 17`, `at the age of 91`.
pub(super) fn is_age(reader: &Reader, start: usize, end: usize, amount: &Amount) -> bool {
    if amount.value() > 120.0 || amount.numeral.kind != NumeralKind::Cardinal {
        return false;
    }
    let (first, second) = (reader.lower_before(start, 1), reader.lower_before(start, 2));
    let of_age = match (&*first, &*second) {
        (b"aged" | b"ages", _) | (_, b"aged" | b"ages") | (b"of", b"age") => return true,
        // `She was 70.`, `dies at 91`
        (b"age" | b"turned" | b"turns" | b"turning", _)
        | (b"was" | b"is", b"he" | b"she" | b"who")
        | (b"at", b"dies" | b"died" | b"dead") => true,
        _ => false,
    };
    if of_age && counted(reader, end, false).is_none() {
        return true;
    }
    let (before, after) = (reader.word_before(start, 1), reader.word(end));
    let set_apart = before == "," && among(after, ",|.|;") || before == "(" && after == ")";
    set_apart
        && reader.is_number(amount.numeral.start)
        && reader.is_capitalised(start.saturating_sub(2))
}

/// The end of `-old` after an age: `45-year-old`, `45 years old`.
pub(super) fn after_old(reader: &Reader, end: usize) -> usize {
    let at = end + usize::from(reader.joins(end));
    match &*reader.lower(at) {
        b"old" => at + 1,
        b"olds" => at + 1,
        b"of" if reader.says(at + 1, "age") => at + 2,
        _ => end,
    }
}

/// Whether the words before a bare figure speak of a toll: `the death toll rose to 45`.
pub(super) fn follows_toll(reader: &Reader, start: usize) -> bool {
    (1..=8)
        .take_while(|by| !matches!(reader.word_before(start, *by), "." | ";" | ""))
        .any(|by| reader.says_before(start, by, "toll|tolls"))
}

/// Whether a bare figure is a number of inhabitants: `a population of 12,000`, `its 12 million population`.
pub(super) fn is_population(reader: &Reader, start: usize, end: usize) -> bool {
    reader.says(end, "population|inhabitants")
        || (1..=4).any(|by| reader.says_before(start, by, "population"))
}

/// Whether the words around two tied figures speak of a result: `lost 1-3`, `a 2-3 defeat`.
pub(super) fn speaks_of_score(reader: &Reader, start: usize, end: usize) -> bool {
    let is_result = |word: &[u8]| {
        among(
            word,
            "won|win|wins|beat|beats|lost|lose|loses|drew|draw|defeat|victory|lead|led|score|\
            scored|vote|votes|voted|loss|ruled|decision|ruling|trailed|down|margin",
        )
    };
    (1..=4).any(|by| is_result(&reader.lower_before(start, by))) || is_result(&reader.lower(end))
}
