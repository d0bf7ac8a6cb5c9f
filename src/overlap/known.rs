//! What is known of a word before any article is read: how much it says by itself, whether it is a
//! number or a negation, and who its relatives are. The lists stand in `words` and `synonyms`; here they
//! become one table, made once and asked once for each distinct word of an article.

use super::hash;
use super::numbering::{ABSENT, Numbering};
use super::synonyms::MEANINGS;
use super::words::{
    Class, FUNCTION_WORDS, NEGATIONS, NUMBERS, STOCK_WORDS, is_plain, spelling, stem,
    stripped_plain,
};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// How much it says by itself.
    pub class: Class,
    /// Whether it is a number, in digits or written out.
    pub number: bool,
    /// Whether it turns what is said into its opposite.
    pub negation: bool,
    /// The hash that it shares with its relatives: those of its stem and its synonyms.
    pub stem: u64,
}

/// What is known of `word`, which is folded and in its one spelling, and its hash.
pub(super) fn known(word: &str) -> (u64, Known) {
    known_plain(word, is_plain(word))
}

/// The same where it is known whether the word is of small letters from `a` to `z` alone.
pub(super) fn known_plain(word: &str, plain: bool) -> (u64, Known) {
    let stripped = if plain { stripped_plain(word) } else { word };
    let (hash, stem) = hash::of_word_and_start(word, stripped.len());
    let lists = &*LISTED;
    let listed = lists.words.find(hash);
    if listed != ABSENT {
        return (hash, lists.known[listed as usize]);
    }
    let known = Known {
        class: Class::Content,
        number: !plain && word.starts_with(|first: char| first.is_ascii_digit()),
        negation: !plain && word.ends_with("n't"),
        stem: lists.related(stem),
    };
    (hash, known)
}

/// The class of a folded word.
pub(super) fn class(word: &str) -> Class {
    known(word).1.class
}

/// The words of all lists.
struct Listed {
    words: Numbering,
    /// By the number of the word.
    known: Vec<Known>,
    /// The stems of the words that have synonyms.
    stems: Numbering,
    /// For each of them, the line that all words with this stem are in, or [`ABSENT`].
    lines: Vec<u32>,
}

static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut listed = Listed {
        words: Numbering::default(),
        known: Vec::new(),
        stems: Numbering::default(),
        lines: Vec::new(),
    };
    for (line, meaning) in (0..).zip(MEANINGS) {
        for word in meaning.split(' ') {
            let stem = hash::of_word(&stem(&spelling(Cow::Borrowed(word))));
            let number = listed.stems.number(stem) as usize;
            match listed.lines.get_mut(number) {
                Some(other) if *other != line => *other = ABSENT,
                Some(_) => {}
                None => listed.lines.push(line),
            }
        }
    }
    for (line, meaning) in (0..).zip(MEANINGS) {
        for word in meaning.split(' ') {
            listed.known(&spelling(Cow::Borrowed(word))).stem = of_line(line);
        }
    }
    for (words, class) in [
        (STOCK_WORDS, Class::Stock),
        (FUNCTION_WORDS, Class::Function),
    ] {
        for word in words {
            listed.known(word).class = class;
        }
    }
    for word in NUMBERS {
        listed.known(word).number = true;
    }
    for word in NEGATIONS {
        listed.known(word).negation = true;
    }
    listed
});

impl Listed {
    /// The entry of a word, which is made where there is none.
    fn known(&mut self, word: &str) -> &mut Known {
        let number = self.words.number(hash::of_word(word)) as usize;
        if number == self.known.len() {
            self.known.push(Known {
                class: Class::Content,
                number: false,
                negation: false,
                stem: self.related(hash::of_word(&stem(word))),
            });
        }
        &mut self.known[number]
    }

    /// The hash that the words with this stem share with their synonyms.
    fn related(&self, stem: u64) -> u64 {
        let line = self.lines.get(self.stems.find(stem) as usize);
        let line = line.filter(|line| **line != ABSENT);
        line.map_or(stem, |line| of_line(*line))
    }
}

/// The hash of the words of a line of synonyms.
fn of_line(line: u32) -> u64 {
    hash::of_numbers([u64::from(line)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relatives(word: &str) -> u64 {
        known(word).1.stem
    }

    #[test]
    fn the_lists_tell_words_apart() {
        assert_eq!(class("the"), Class::Function);
        assert_eq!(class("spokesman"), Class::Stock);
        assert_eq!(class("harbour"), Class::Content);
        for (word, number, negation) in [
            ("seven", true, false),
            ("700", true, false),
            ("never", false, true),
            ("don't", false, true),
            ("harbour", false, false),
        ] {
            let (_, known) = known(word);
            assert_eq!((known.number, known.negation), (number, negation), "{word}");
        }
    }

    #[test]
    fn synonyms_are_relatives_and_opposites_are_not() {
        assert_eq!(relatives("rescued"), relatives("saved"));
        assert_eq!(relatives("vessels"), relatives("ship"));
        assert_eq!(relatives("seven"), relatives("7"));
        assert_ne!(relatives("rise"), relatives("fall"));
        assert_ne!(relatives("win"), relatives("lose"));
        assert_ne!(relatives("plane"), relatives("plan"));
    }
}
