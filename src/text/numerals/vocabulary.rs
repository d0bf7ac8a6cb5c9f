//! Number words and what they mean.

use crate::text::reader::Reader;
use crate::text::word_table::{WordSet, WordTable};

/// What a word says about a number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum NumberWord {
    /// Below twenty.
    Small(u8),
    Tens(u8),
    /// Multiplies what stands before it.
    Scale(f64),
    /// Only after digits: `5 bn`.
    ShortScale(f64),
    /// Leaves open how many: `thousands`. After a number it is a scale: `5 crores`.
    Many(f64),
    Couple,
    Half,
    /// `quarter`: a fourth part.
    Part(u8),
    /// `thirds`.
    Parts(u8),
    Ordinal(u8),
}

/// Spans of time that figures measure.
pub(crate) static TIME_UNITS: &WordSet = &WordSet::of([
    "centuries",
    "century",
    "day",
    "days",
    "decade",
    "decades",
    "hour",
    "hours",
    "minute",
    "minutes",
    "month",
    "months",
    "second",
    "seconds",
    "week",
    "weeks",
    "year",
    "years",
]);

/// What the word at token `index` says about a number.
pub(super) fn number_word(reader: &Reader, index: usize) -> Option<NumberWord> {
    let known = reader.is_number_word(index);
    known.then(|| WORDS.get(reader.word(index))).flatten()
}

pub(super) static WORDS: &WordTable<NumberWord> = {
    use NumberWord::{Couple, Half, Many, Ordinal, Part, Parts, Scale, ShortScale, Small, Tens};
    &WordTable::new([
        ("billion", Scale(1e9)),
        ("billions", Many(1e9)),
        ("bn", ShortScale(1e9)),
        ("couple", Couple),
        ("cr", ShortScale(1e7)),
        ("crore", Scale(1e7)),
        ("crores", Many(1e7)),
        ("dozen", Scale(12.0)),
        ("dozens", Many(12.0)),
        ("eight", Small(8)),
        ("eighteen", Small(18)),
        ("eighteenth", Ordinal(18)),
        ("eighth", Ordinal(8)),
        ("eighths", Parts(8)),
        ("eightieth", Ordinal(80)),
        ("eighty", Tens(80)),
        ("eleven", Small(11)),
        ("eleventh", Ordinal(11)),
        ("fifteen", Small(15)),
        ("fifteenth", Ordinal(15)),
        ("fifth", Ordinal(5)),
        ("fifths", Parts(5)),
        ("fiftieth", Ordinal(50)),
        ("fifty", Tens(50)),
        ("first", Ordinal(1)),
        ("five", Small(5)),
        ("fortieth", Ordinal(40)),
        ("forty", Tens(40)),
        ("four", Small(4)),
        ("fourteen", Small(14)),
        ("fourteenth", Ordinal(14)),
        ("fourth", Ordinal(4)),
        ("fourths", Parts(4)),
        ("half", Half),
        ("hundred", Scale(100.0)),
        ("hundreds", Many(100.0)),
        ("hundredth", Ordinal(100)),
        ("lac", Scale(1e5)),
        ("lakh", Scale(1e5)),
        ("lakhs", Many(1e5)),
        ("million", Scale(1e6)),
        ("millions", Many(1e6)),
        ("mln", ShortScale(1e6)),
        ("mn", ShortScale(1e6)),
        ("nine", Small(9)),
        ("nineteen", Small(19)),
        ("nineteenth", Ordinal(19)),
        ("ninety", Tens(90)),
        ("ninth", Ordinal(9)),
        ("ninths", Parts(9)),
        ("one", Small(1)),
        ("quarter", Part(4)),
        ("quarters", Parts(4)),
        ("scores", Many(20.0)),
        ("second", Ordinal(2)),
        ("seven", Small(7)),
        ("seventeen", Small(17)),
        ("seventeenth", Ordinal(17)),
        ("seventh", Ordinal(7)),
        ("sevenths", Parts(7)),
        ("seventieth", Ordinal(70)),
        ("seventy", Tens(70)),
        ("six", Small(6)),
        ("sixteen", Small(16)),
        ("sixteenth", Ordinal(16)),
        ("sixth", Ordinal(6)),
        ("sixths", Parts(6)),
        ("sixtieth", Ordinal(60)),
        ("sixty", Tens(60)),
        ("ten", Small(10)),
        ("tens", Many(10.0)),
        ("tenth", Ordinal(10)),
        ("tenths", Parts(10)),
        ("third", Ordinal(3)),
        ("thirds", Parts(3)),
        ("thirteen", Small(13)),
        ("thirteenth", Ordinal(13)),
        ("thirtieth", Ordinal(30)),
        ("thirty", Tens(30)),
        ("thousand", Scale(1e3)),
        ("thousands", Many(1e3)),
        ("three", Small(3)),
        ("tn", ShortScale(1e12)),
        ("trillion", Scale(1e12)),
        ("trillions", Many(1e12)),
        ("twelfth", Ordinal(12)),
        ("twelve", Small(12)),
        ("twentieth", Ordinal(20)),
        ("twenty", Tens(20)),
        ("two", Small(2)),
        ("zero", Small(0)),
    ])
};
