//! Word lists: which words say little, and which are one word in two spellings.

use crate::text::word_table::WordTable;
use std::borrow::Cow;

/// Words that hold a sentence together and say nothing alone, folded.
/// They align, but they never make two passages alike.
#[rustfmt::skip]
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "across", "after", "again", "against", "ago", "all", "along", "already",
    "also", "although", "am", "amid", "among", "an", "and", "another", "any", "anyone", "anything",
    "are", "around", "as", "at", "away", "back", "be", "because", "been", "before", "being",
    "below", "between", "both", "but", "by", "came", "can", "cannot", "come", "could", "did", "do",
    "does", "doing", "done", "down", "during", "each", "either", "else", "even", "ever", "every",
    "few", "for", "from", "further", "get", "give", "go", "going", "gone", "got", "had", "has",
    "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how",
    "however", "i", "if", "in", "including", "into", "is", "it", "its", "itself", "just", "least",
    "less", "like", "made", "make", "many", "may", "me", "meanwhile", "might", "mine", "more",
    "most", "much", "must", "my", "myself", "near", "neither", "never", "no", "nor", "not",
    "nothing", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "others",
    "our", "ours", "out", "over", "own", "per", "put", "quite", "rather", "s", "same", "shall",
    "she", "should", "since", "so", "some", "something", "still", "such", "t", "take", "than",
    "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they",
    "this", "those", "though", "through", "thus", "to", "together", "too", "toward", "towards",
    "under", "until", "up", "upon", "us", "very", "was", "we", "well", "were", "what", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within",
    "without", "would", "yet", "you", "your", "yours",
];

/// Words of the trade, folded: those of attribution, of the calendar, and of the
/// formulae that every agency uses ("told reporters on condition of anonymity"). They count a
/// fraction of any other word.
#[rustfmt::skip]
pub(super) const STOCK_WORDS: &[&str] = &[
    "accord", "according", "add", "added", "adding", "adds", "afternoon", "agency", "anonymity",
    "april", "asked", "august", "authorised", "authorities", "authority", "authorized", "call",
    "called", "comment", "commented", "condition", "confirmed", "contributed", "day", "days",
    "december", "declined", "denied", "editing", "evening", "expected", "february", "first",
    "friday", "great", "immediately", "interview", "january", "journalists", "july", "june", "know",
    "known", "last", "late", "later", "long", "march", "media", "monday", "month", "months",
    "morning", "new", "news", "next", "night", "noted", "november", "number", "october", "official",
    "officials", "people", "person", "president", "press", "public", "publicly", "remarks",
    "report", "reported", "reportedly", "reporter", "reporters", "reporting", "reports", "request",
    "requested", "respond", "responded", "said", "saturday", "saw", "say", "saying", "says",
    "second", "see", "seen", "september", "source", "sources", "speak", "speaking", "spoke",
    "spokesman", "spokesperson", "spokeswoman", "state", "stated", "statement", "statements",
    "states", "sunday", "tell", "telling", "think", "thought", "thursday", "time", "times", "today",
    "told", "tuesday", "two", "united", "use", "used", "want", "way", "wednesday", "week",
    "weekend", "weeks", "went", "work", "world", "wrote", "year", "years", "yesterday",
];

/// Words whose British and American spellings no rule connects: the folded form, and the one it
/// counts as.
static SPELLINGS: &WordTable<&str> = &WordTable::new([
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("cheque", "check"),
    ("grey", "gray"),
    ("judgement", "judgment"),
    ("kerb", "curb"),
    ("mum", "mom"),
    ("plough", "plow"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("sceptics", "skeptics"),
    ("tyre", "tire"),
    ("tyres", "tires"),
]);

/// Numbers that news copy writes out.
pub(super) const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Words that turn a statement into its opposite, folded.
pub(super) const NEGATIONS: &[&str] = &[
    "barely", "cannot", "denied", "denies", "deny", "fail", "failed", "fails", "hardly", "neither",
    "never", "no", "nobody", "none", "nor", "not", "nothing", "refuse", "refused", "refuses",
    "reject", "rejected", "rejects", "unable", "without",
];

/// How much a word says by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Holds a sentence together.
    Function,
    /// Belongs to the trade and to the calendar.
    Stock,
    /// Anything else.
    Content,
}

/// The one spelling that stands for the British and the American one of a folded word. It need not
/// be a word itself (`wise` becomes `wize`): it is only ever compared with others of its kind.
pub(super) fn spelling(word: Cow<'_, str>) -> Cow<'_, str> {
    respelled(&word).map_or(word, Cow::Owned)
}

/// The same where it is another spelling.
pub(super) fn respelled(word: &str) -> Option<String> {
    respelled_plain(word, plain_letters(word)?)
}

/// The same of a word of small letters from `a` to `z` alone, which are these.
pub(super) fn respelled_plain(word: &str, letters: u32) -> Option<String> {
    /// As a rule a letter or two of `our` are missing.
    const OUR: u32 = letter(b'o') | letter(b'u') | letter(b'r');
    if word.len() < 4 {
        return None;
    }
    if let Some(other) = SPELLINGS.get(word) {
        return Some(other.to_owned());
    }
    // At least three letters must stand before the ending: `rise` and `selling` are left alone.
    let mut endings = spelled_endings(word.as_bytes()).iter();
    let changed = endings.find_map(|(from, to)| {
        let start = without_ending(word, from, 3)?;
        Some([start, to].concat())
    });
    // `labour`, `favourite`, `neighbours`; but not `fourth`, nor `four` and its like.
    let known = changed.as_deref().unwrap_or(word);
    if letters & OUR == OUR
        && let Some(at) = known.as_bytes().windows(3).position(|part| part == b"our")
        && at >= 2
        && !known[at + 3..].starts_with('t')
    {
        return Some([&known[..at], "or", &known[at + 3..]].concat());
    }
    changed
}

/// The British endings of words that end as this one does, and the American ones.
const fn spelled_endings(word: &[u8]) -> &'static [(&'static str, &'static str)] {
    match word {
        [.., b'n', b's'] => &[("isations", "izations")],
        [.., b'r', b's'] => &[
            ("isers", "izers"),
            ("vellers", "velers"),
            ("sellors", "selors"),
        ],
        [.., b'e', b's'] => &[
            ("ises", "izes"),
            ("tres", "ters"),
            ("ogues", "ogs"),
            ("ences", "enses"),
        ],
        [.., b'o', b'n'] => &[("isation", "ization")],
        [.., b'n', b'g'] => &[
            ("ising", "izing"),
            ("ysing", "yzing"),
            ("celling", "celing"),
            ("velling", "veling"),
            ("belling", "beling"),
            ("delling", "deling"),
        ],
        [.., b'e', b'd'] => &[
            ("ised", "ized"),
            ("ysed", "yzed"),
            ("celled", "celed"),
            ("velled", "veled"),
            ("belled", "beled"),
            ("delled", "deled"),
            ("nalled", "naled"),
        ],
        [.., b'e', b'r'] => &[("iser", "izer"), ("veller", "veler")],
        [.., b'o', b'r'] => &[("sellor", "selor")],
        [.., b's', b'e'] => &[("ise", "ize"), ("yse", "yze")],
        [.., b'r', b'e'] => &[("tre", "ter")],
        [.., b'u', b'e'] => &[("ogue", "og")],
        [.., b'c', b'e'] => &[("ence", "ense")],
        _ => &[],
    }
}

/// The part of a folded word that its inflections and its nearest relatives share: `Russia` and
/// `Russian`, `withdraw` and `withdrawing`, `three` and `3`. Cruder than a stemmer of the language
/// (Porter 1980), on purpose: it only decides which words of two aligned passages face each other.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    if let Some(value) = NUMBERS.iter().position(|number| *number == word) {
        return Cow::Owned(value.to_string());
    }
    Cow::Borrowed(stripped(word))
}

/// The same of a word that is no number.
pub(super) fn stripped(word: &str) -> &str {
    if is_plain(word) {
        stripped_plain(word)
    } else {
        word
    }
}

/// The same of a word of small letters from `a` to `z` alone.
pub(super) fn stripped_plain(word: &str) -> &str {
    /// The letters of a stem.
    const FEWEST: usize = 4;
    if word.len() <= FEWEST {
        return word;
    }
    let mut endings = endings(word.as_bytes()).iter();
    let Some(stem) = endings.find_map(|ending| without_ending(word, ending, FEWEST)) else {
        return word;
    };
    // `planned` and `plan`, `cutting` and `cut`.
    let bytes = stem.as_bytes();
    let doubled = bytes[stem.len() - 1] == bytes[stem.len() - 2];
    &stem[..stem.len() - usize::from(doubled)]
}

/// What inflection and derivation add to words that end as this one does, the longest first.
const fn endings(word: &[u8]) -> &'static [&'static str] {
    match word {
        [.., b'n', b's'] => &["ations", "ians", "ions", "ans", "s"],
        [.., b't', b's'] => &["ments", "s"],
        [.., b'g', b's'] => &["ings", "s"],
        [.., b'l', b's'] => &["als", "s"],
        [.., b'e', b's'] => &["ies", "es", "s"],
        [.., b'r', b's'] => &["ers", "ors", "s"],
        [.., b's'] => &["s"],
        [.., b'o', b'n'] => &["ation", "ion"],
        [.., b'a', b'n'] => &["ian", "an"],
        [.., b'n', b't'] => &["ment"],
        [.., b'l', b'y'] => &["ingly", "ally", "ly", "y"],
        [.., b'y'] => &["y"],
        [.., b'c', b'e'] => &["ance", "ence", "e"],
        [.., b'e'] => &["e"],
        [.., b'n', b'g'] => &["ing"],
        [.., b'e', b'd'] => &["ied", "ed"],
        [.., b'a', b'l'] => &["ial", "al"],
        [.., b'a'] => &["ia", "a"],
        [.., b'e', b'r'] => &["er"],
        [.., b'o', b'r'] => &["or"],
        [.., b'i', b'c'] => &["ic"],
        _ => &[],
    }
}

/// Whether a word is of small letters from `a` to `z` alone.
pub(super) fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The letters of such a word, a bit for each. None of another word.
pub(super) fn plain_letters(word: &str) -> Option<u32> {
    let mut letters = word.bytes();
    letters.try_fold(0, |letters, byte| {
        byte.is_ascii_lowercase().then(|| letters | letter(byte))
    })
}

const fn letter(byte: u8) -> u32 {
    1 << (byte - b'a')
}

/// `word` without an ending that it has, where it leaves `least` letters.
fn without_ending<'w>(word: &'w str, ending: &str, least: usize) -> Option<&'w str> {
    let left = word.len().checked_sub(ending.len())?;
    if left < least {
        return None;
    }
    // From the front: the last letters are mostly known to be the same.
    let mut letters = word.as_bytes()[left..].iter().zip(ending.as_bytes());
    letters
        .all(|(one, other)| one == other)
        .then(|| &word[..left])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_spelling(a: &str, b: &str) -> bool {
        spelling(Cow::Borrowed(a)) == spelling(Cow::Borrowed(b))
    }

    #[test]
    fn british_and_american_spellings_are_one() {
        for (british, american) in [
            ("organisation", "organization"),
            ("labour", "labor"),
            ("neighbouring", "neighboring"),
            ("centre", "center"),
            ("defence", "defense"),
            ("travelled", "traveled"),
            ("programme", "program"),
            ("analysed", "analyzed"),
        ] {
            assert!(one_spelling(british, american), "{british} {american}");
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [
            ("four", "for"),
            ("fourth", "forth"),
            ("filling", "filing"),
            ("rise", "rice"),
        ] {
            assert!(!one_spelling(one, other), "{one} {other}");
        }
    }

    #[test]
    fn relatives_share_a_stem() {
        for (one, other) in [
            ("russia", "russian"),
            ("korea", "korean"),
            ("withdraw", "withdrawing"),
            ("three", "3"),
            ("plan", "planned"),
            ("ministers", "minister"),
        ] {
            assert_eq!(stem(one), stem(other));
        }
        assert_ne!(stem("international"), stem("internal"));
    }
}
