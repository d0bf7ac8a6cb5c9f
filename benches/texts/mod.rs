//! Two texts to compare: news-like prose in a vocabulary of our own, the same for the same seed.
//!
//! `texts.mjs` beside this file is the same generator for the browser, word for word. The second
//! text takes half of its paragraphs from the first, in another order and with a tenth of their
//! words edited, and is new in the other half. Only whole numbers decide, so that both write the same.

use serde_json::Value;

/// Sentences of a paragraph, at most.
const MOST_SENTENCES: u32 = 4;

/// The two texts, of about `words` words each.
#[allow(dead_code, reason = "not every bench compares two")]
pub fn texts(words: usize, seed: u32) -> [String; 2] {
    let [first, second] = versions(2, words, seed).try_into().unwrap_or_default();
    [first, second]
}

/// `count` versions of one story, of about `words` words each. Every other comes from the first.
pub fn versions(count: usize, words: usize, seed: u32) -> Vec<String> {
    let mut writer = Writer::new(seed);
    let first = writer.paragraphs(words);
    let mut versions = vec![story(&first)];
    for _ in 1..count {
        let mut second: Vec<String> = Vec::new();
        let mut reused: Vec<&String> = Vec::new();
        let mut count = 0;
        for paragraph in &first {
            if count < words / 2 {
                count += paragraph.split(' ').count();
                reused.push(paragraph);
            }
        }
        writer.shuffle(&mut reused);
        for paragraph in reused {
            second.push(writer.edited(paragraph));
        }
        second.extend(writer.paragraphs(words / 2));
        writer.shuffle(&mut second);
        versions.push(story(&second));
    }
    versions
}

fn story(paragraphs: &[String]) -> String {
    format!("{HEAD}{}", paragraphs.join("\n\n"))
}

/// Both are reports of one day, so that their quotes and figures are compared too.
const HEAD: &str = "NORHAVEN, Monday, May 4, 2026 - ";

/// Writes prose from random numbers.
struct Writer {
    vocabulary: Value,
    /// The state of mulberry32, a generator of 32 bits (T. Ettinger, public domain).
    state: u32,
}

impl Writer {
    fn new(seed: u32) -> Self {
        let vocabulary = serde_json::from_str(include_str!("vocabulary.json"));
        Self {
            vocabulary: vocabulary.expect("the vocabulary is JSON"),
            state: seed,
        }
    }

    /// A random number below `limit`.
    fn below(&mut self, limit: u32) -> u32 {
        self.state = self.state.wrapping_add(0x6d2b_79f5);
        let mut mixed = (self.state ^ self.state >> 15).wrapping_mul(self.state | 1);
        mixed ^= mixed.wrapping_add((mixed ^ mixed >> 7).wrapping_mul(mixed | 61));
        let number = mixed ^ mixed >> 14;
        ((u64::from(number) * u64::from(limit)) >> 32) as u32
    }

    /// A word of a list, the first ones more often, as in any language.
    fn word(&mut self, list: &str) -> String {
        let length = self.vocabulary[list].as_array().map_or(0, Vec::len) as u32;
        let place = self.below(length).min(self.below(length));
        self.entry(list, place)
    }

    /// A word made of two, each as likely as any other: most of them are rare.
    fn compound(&mut self, first: &str, second: &str) -> String {
        [first, second]
            .map(|list| {
                let length = self.vocabulary[list].as_array().map_or(0, Vec::len) as u32;
                let place = self.below(length);
                self.entry(list, place)
            })
            .concat()
    }

    fn entry(&self, list: &str, place: u32) -> String {
        let word = self.vocabulary[list][place as usize].as_str();
        word.expect("the vocabulary has the list").to_owned()
    }

    fn noun(&mut self) -> String {
        match self.below(4) {
            0 => self.compound("firsts", "seconds"),
            _ => self.word("nouns"),
        }
    }

    fn person(&mut self) -> String {
        self.word("given") + " " + &self.compound("beginnings", "surnames")
    }

    fn noun_phrase(&mut self) -> String {
        match self.below(6) {
            0 => self.compound("beginnings", "towns"),
            1 => format!("{} {}", 2 + self.below(900), self.word("units")),
            2 => self.word("determiners") + " " + &self.noun(),
            3 => self.word("determiners") + " " + &self.word("adjectives") + " " + &self.noun(),
            4 => self.word("determiners") + " " + &self.noun() + " of " + &self.noun(),
            _ => self.person(),
        }
    }

    fn clause(&mut self) -> String {
        let mut clause = self.noun_phrase() + " " + &self.word("verbs") + " " + &self.noun_phrase();
        for _ in 0..self.below(3) {
            clause = clause + " " + &self.word("prepositions") + " " + &self.noun_phrase();
        }
        match self.below(5) {
            0 => clause + " on " + &self.word("days"),
            1 => clause + " " + &self.word("adverbs"),
            _ => clause,
        }
    }

    fn sentence(&mut self) -> String {
        let mut sentence = self.clause();
        if self.below(3) > 0 {
            sentence = sentence + &self.word("connectors") + " " + &self.clause();
        }
        match self.below(5) {
            0 => format!(
                "“{},” {} {}.",
                capitalised(&sentence),
                self.person(),
                self.word("speech")
            ),
            1 => format!("{}, {} said.", capitalised(&sentence), self.person()),
            _ => capitalised(&sentence) + ".",
        }
    }

    /// Paragraphs of `words` words together.
    fn paragraphs(&mut self, words: usize) -> Vec<String> {
        let mut paragraphs = Vec::new();
        let mut count = 0;
        while count < words {
            let mut sentences = vec![self.sentence()];
            for _ in 0..self.below(MOST_SENTENCES) {
                sentences.push(self.sentence());
            }
            let paragraph = sentences.join(" ");
            count += paragraph.split(' ').count();
            paragraphs.push(paragraph);
        }
        paragraphs
    }

    /// `paragraph` with a tenth of its words replaced, left out or joined by another.
    fn edited(&mut self, paragraph: &str) -> String {
        let mut words = Vec::new();
        for word in paragraph.split(' ') {
            let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            if !plain || self.below(10) > 0 {
                words.push(word.to_owned());
                continue;
            }
            match self.below(4) {
                0 => {}
                1 => words.extend([word.to_owned(), self.word("adverbs")]),
                _ => words.push(self.noun()),
            }
        }
        words.join(" ")
    }

    /// Fisher and Yates's shuffle.
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

fn capitalised(sentence: &str) -> String {
    sentence[..1].to_uppercase() + &sentence[1..]
}
