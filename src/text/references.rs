//! Numbers that name a thing and count nothing: `Article 5`, `resolutions 1718, 1874 and 2270`.

use super::reader::Reader;
use super::word_table::WordTable;

/// How sure a noun makes it that the number after it is its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    /// Always: `article 5`.
    Any,
    /// Only with a capital, because it is also a verb or counts things: `Train 500`, `train 500 soldiers`.
    Capital,
    /// Several numbers may follow: `articles 5, 6 and 7`.
    Plural,
}

/// The token after the numbers when the number at `index` is part of a name or a list of names.
pub(crate) fn reference_end(reader: &Reader, index: usize) -> Option<usize> {
    if !is_bare_integer(reader.word(index)) {
        return None;
    }
    let noun = noun_before(reader, index)?;
    let mut end = index + 1;
    if noun == Noun::Plural {
        while let Some(next) = next_of_list(reader, end) {
            end = next;
        }
    }
    Some(end)
}

fn noun_before(reader: &Reader, index: usize) -> Option<Noun> {
    let mut before = index.checked_sub(1)?;
    // `Resolution No. 1701`, `Article (5)`
    if matches!(reader.word(before), "." | "#" | "(") {
        before = before.checked_sub(1)?;
    }
    let word = reader.word(before);
    if matches!(
        word,
        "No" | "Nos" | "No." | "Nos." | "Nr" | "Nr." | "№" | "#"
    ) {
        return Some(Noun::Any);
    }
    if reader.word_before(index, 1) == "." {
        return None;
    }
    let noun = NOUNS.get(reader.word(before))?;
    let capital = reader.is_capitalised(before);
    (noun != Noun::Capital || capital && !word.ends_with('.')).then_some(noun)
}

/// The token after the next number of a list: past `, 1874` or `and 2270`.
fn next_of_list(reader: &Reader, end: usize) -> Option<usize> {
    let mut next = end;
    if reader.word(next) == "," {
        next += 1;
    }
    if reader.says(next, "and|or|to|through|&") || reader.is_dash(next) {
        next += 1;
    }
    (next > end && is_bare_integer(reader.word(next))).then_some(next + 1)
}

/// Names have no separators: `resolution 2270`, and never `resolution 2,270`.
fn is_bare_integer(word: &str) -> bool {
    !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}

static NOUNS: &WordTable<Noun> = &WordTable::new([
    ("airbus", Noun::Any),
    ("amendment", Noun::Capital),
    ("annex", Noun::Any),
    ("apartment", Noun::Any),
    ("apollo", Noun::Any),
    ("area", Noun::Capital),
    ("article", Noun::Any),
    ("articles", Noun::Plural),
    ("block", Noun::Capital),
    ("boeing", Noun::Any),
    ("bowl", Noun::Capital),
    ("building", Noun::Capital),
    ("bus", Noun::Capital),
    ("camp", Noun::Capital),
    ("category", Noun::Any),
    ("channel", Noun::Any),
    ("chapter", Noun::Any),
    ("chapters", Noun::Plural),
    ("class", Noun::Capital),
    ("clause", Noun::Any),
    ("clauses", Noun::Plural),
    ("column", Noun::Any),
    ("count", Noun::Capital),
    ("court", Noun::Capital),
    ("day", Noun::Capital),
    ("decree", Noun::Any),
    ("decrees", Noun::Plural),
    ("directive", Noun::Any),
    ("directives", Noun::Plural),
    ("district", Noun::Any),
    ("division", Noun::Capital),
    ("episode", Noun::Any),
    ("exhibit", Noun::Any),
    ("exit", Noun::Capital),
    ("expo", Noun::Any),
    ("flat", Noun::Capital),
    ("flight", Noun::Any),
    ("flights", Noun::Plural),
    ("formula", Noun::Any),
    ("game", Noun::Capital),
    ("gate", Noun::Capital),
    ("grade", Noun::Any),
    ("group", Noun::Capital),
    ("highway", Noun::Any),
    ("interstate", Noun::Any),
    ("iphone", Noun::Any),
    ("item", Noun::Any),
    ("lane", Noun::Capital),
    ("law", Noun::Any),
    ("laws", Noun::Plural),
    ("level", Noun::Any),
    ("line", Noun::Capital),
    ("lot", Noun::Capital),
    ("motorway", Noun::Any),
    ("number", Noun::Any),
    ("page", Noun::Any),
    ("pages", Noun::Plural),
    ("paragraph", Noun::Any),
    ("paragraphs", Noun::Plural),
    ("part", Noun::Capital),
    ("phase", Noun::Any),
    ("pier", Noun::Any),
    ("platform", Noun::Any),
    ("proposition", Noun::Any),
    ("protocol", Noun::Any),
    ("regulation", Noun::Any),
    ("regulations", Noun::Plural),
    ("resolution", Noun::Any),
    ("resolutions", Noun::Plural),
    ("room", Noun::Any),
    ("round", Noun::Capital),
    ("route", Noun::Any),
    ("rule", Noun::Capital),
    ("runway", Noun::Any),
    ("schedule", Noun::Capital),
    ("season", Noun::Capital),
    ("section", Noun::Any),
    ("sections", Noun::Plural),
    ("sector", Noun::Any),
    ("stage", Noun::Any),
    ("suite", Noun::Any),
    ("table", Noun::Capital),
    ("terminal", Noun::Any),
    ("title", Noun::Capital),
    ("tower", Noun::Capital),
    ("train", Noun::Capital),
    ("type", Noun::Any),
    ("unit", Noun::Capital),
    ("verse", Noun::Any),
    ("version", Noun::Any),
    ("volume", Noun::Any),
    ("ward", Noun::Any),
    ("week", Noun::Capital),
    ("windows", Noun::Capital),
    ("zone", Noun::Any),
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    fn end_after(text: &str, number: &str) -> Option<usize> {
        let tokens = tokens(text);
        let reader = Reader::new(text, &tokens, 0..tokens.len());
        let index = (0..tokens.len()).find(|index| reader.word(*index) == number);
        reference_end(&reader, index.unwrap())
    }

    #[test]
    fn a_plural_noun_takes_a_whole_list() {
        assert_eq!(
            end_after("resolutions 1718, 1874 and 2270.", "1718"),
            Some(6)
        );
        assert_eq!(end_after("Article 5 and 300 men", "5"), Some(2));
    }

    #[test]
    fn verbs_name_nothing() {
        assert_eq!(end_after("They train 500 soldiers", "500"), None);
        assert_eq!(end_after("Train 500 is late", "500"), Some(2));
        assert_eq!(end_after("at No. 10 today", "10"), Some(4));
        assert_eq!(end_after("the resolution 2,270", "2,270"), None);
    }
}
