//! Numerals: the value of digits, words and mixtures of both: `10,000`, `ten`, `1.2 million`, `two-thirds`.

mod compose;
mod digits;
mod vocabulary;
mod words;

use super::reader::Reader;
use super::tokens::TokenKind;
pub(crate) use vocabulary::TIME_UNITS;
#[cfg(test)]
use vocabulary::WORDS;

/// What a numeral stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumeralKind {
    /// `30`, `ten`, `1.2 million`.
    Cardinal,
    /// `third`, `21st`.
    Ordinal,
    /// A part of a whole: `half`, `two-thirds`, `one in five`.
    Share,
    /// A plural that leaves open how many: `thousands`, `several hundred`. At least its value.
    Open,
    /// `a couple of`: about its value.
    Loose,
}

/// One numeral: tokens `start` to `end`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Numeral<'a> {
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// What it stands for.
    pub kind: NumeralKind,
    /// Letters written onto its digits, when they are no scale: `km` in `5km`. Only the caller
    /// knows whether `m` is million or metres.
    pub attached: &'a str,
    /// The value is `mantissa * scale / divisor`: kept apart so that `1.2 million` is exact.
    mantissa: f64,
    divisor: f64,
    scale: f64,
}

impl Numeral<'_> {
    /// The number it stands for; always finite.
    pub(crate) fn value(&self) -> f64 {
        self.mantissa * self.scale / self.divisor
    }

    /// The number before its scale word: 1.2 in `1.2 million`.
    pub(crate) fn coefficient(&self) -> f64 {
        self.mantissa / self.divisor
    }

    /// The scale word: a million in `1.2 million`, else one.
    pub(crate) fn scale(&self) -> f64 {
        self.scale
    }

    /// The same number times `scale`.
    pub(crate) fn scaled(self, scale: f64) -> Self {
        Self {
            scale: self.scale * scale,
            ..self
        }
    }
}

/// Whether numbers are made of `word`.
#[cfg(test)]
pub(super) fn is_number_word(word: &str) -> bool {
    WORDS.get(word).is_some()
}

/// All words that numbers are made of.
#[cfg(test)]
pub(super) fn number_words() -> Vec<String> {
    WORDS.words().into_iter().map(|(word, _)| word).collect()
}

/// The numeral whose key word or digits are token `index`. It begins there, or before where `a`,
/// `several` or `half a` belong to it.
pub(crate) fn numeral<'a>(reader: &Reader<'a>, index: usize) -> Option<Numeral<'a>> {
    match reader.kind(index)? {
        TokenKind::Number => digits::digits(reader, index),
        TokenKind::Word => words::words(reader, index),
        _ => None,
    }
}

fn plain<'a>(start: usize, end: usize, mantissa: f64, scale: f64) -> Numeral<'a> {
    Numeral {
        start,
        end,
        kind: NumeralKind::Cardinal,
        attached: "",
        mantissa,
        divisor: 1.0,
        scale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    /// The value of the first numeral of `text`.
    fn value(text: &str) -> Option<f64> {
        let tokens = tokens(text);
        let reader = Reader::new(text, &tokens, 0..tokens.len());
        let found = (0..tokens.len()).find_map(|index| numeral(&reader, index))?;
        Some(found.value())
    }

    #[test]
    fn words_add_and_multiply() {
        assert_eq!(value("one hundred and twenty-three"), Some(123.0));
        assert_eq!(value("two hundred thousand"), Some(200_000.0));
        assert_eq!(
            value("three million four hundred thousand and five"),
            Some(3_400_005.0)
        );
        assert_eq!(value("nineteen"), Some(19.0));
        assert_eq!(value("a hundred and five"), Some(105.0));
        assert_eq!(value("five and six"), Some(5.0));
        assert_eq!(value("twenty five"), Some(25.0));
        assert_eq!(value("two dozen"), Some(24.0));
    }

    #[test]
    fn separators_group_or_divide() {
        assert_eq!(value("1,234,567.8"), Some(1_234_567.8));
        assert_eq!(value("1,20,000"), Some(120_000.0));
        assert_eq!(value("10'000"), Some(10_000.0));
        assert_eq!(value("4,5"), Some(4.5));
        assert_eq!(value("1.200.000,50"), Some(1_200_000.5));
        assert_eq!(value("1.2.3"), None);
    }

    #[test]
    fn more_digits_than_a_float_holds_make_no_number() {
        assert_eq!(value(&"9".repeat(15)), Some(999_999_999_999_999.0));
        assert_eq!(value(&"9".repeat(16)), None);
        assert_eq!(value(&format!("0.{}", "0".repeat(400))), None);
    }

    #[test]
    fn scales_are_exact() {
        assert_eq!(value("1.2 million"), Some(1_200_000.0));
        assert_eq!(value("4.35bn"), Some(4_350_000_000.0));
        assert_eq!(value("2.5 lakh crore"), Some(2_500_000_000_000.0));
        assert_eq!(value("three and a half million"), Some(3_500_000.0));
    }
}
