//! The first recogniser: lexicon, patterns and context, without a trained model.

use super::candidates::{Candidate, Reading, candidates};
use super::evidence::{Scores, best, observe, weigh};
use super::lexicon::Lexicon;
use super::words::Words;
use super::{Kind, Mention, Recogniser};
use crate::article::Article;
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Added to the weight for a person when a single word is part of the name of one in the article.
const NAMED_BEFORE: f32 = 4.0;

/// Recognises names by lexicon, pattern and context.
#[derive(Default, Debug)]
pub struct RuleRecogniser {
    lexicon: Arc<Lexicon>,
}

impl RuleRecogniser {
    /// A recogniser that knows `lexicon`.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon }
    }

    /// The candidates of `article` that only evidence decides, each with its observations: a letter
    /// for their kind, then a word. For the tool that measures the weights of evidence.
    pub fn undecided(&self, article: &Article) -> Vec<(Span, Vec<String>)> {
        let words = Words::new(&self.lexicon, article);
        let open = candidates(&self.lexicon, &words).into_iter();
        open.filter(|candidate| matches!(candidate.reading, Reading::Open(_)))
            .map(|candidate| {
                let mut seen = Vec::new();
                observe(&words, &candidate, |kind, word| {
                    seen.push(format!("{}{word}", kind as char));
                });
                (span(article, &candidate.tokens), seen)
            })
            .collect()
    }
}

impl Recogniser for RuleRecogniser {
    fn recognise(&self, article: &Article) -> Vec<Mention> {
        let words = Words::new(&self.lexicon, article);
        let candidates = candidates(&self.lexicon, &words);
        let readings = Readings::of(&self.lexicon, &words, &candidates);
        let mut mentions: Vec<Mention> = Vec::new();
        for candidate in &candidates {
            let decided = match candidate.reading {
                Reading::Sure(kind, confidence) => Some((kind, confidence)),
                Reading::Open(guess) => readings.decide(&words, candidate, guess),
            };
            if let Some((kind, confidence)) = decided {
                mentions.push(Mention {
                    span: span(article, &candidate.tokens),
                    kind,
                    confidence,
                });
            }
        }
        mentions
    }
}

fn span(article: &Article, tokens: &Range<usize>) -> Span {
    let all = article.tokens();
    all[tokens.start].span.cover(all[tokens.end - 1].span)
}

/// What the whole article says of each name whose reading is open.
struct Readings {
    /// For each name, folded: the sums of its scores, and how often it stands.
    scores: FxHashMap<String, (Scores, f32)>,
    /// The words of the names of persons.
    persons: FxHashMap<String, ()>,
}

impl Readings {
    fn of(lexicon: &Lexicon, words: &Words, candidates: &[Candidate]) -> Self {
        let mut scores: FxHashMap<String, (Scores, f32)> = FxHashMap::default();
        for candidate in candidates {
            if let Reading::Open(_) = candidate.reading {
                let found = weigh(lexicon, words, candidate);
                let (sums, count) = scores.entry(name(words, &candidate.tokens)).or_default();
                for (sum, score) in sums.iter_mut().zip(found) {
                    *sum += score;
                }
                *count += 1.0;
            }
        }
        let mut persons = FxHashMap::default();
        for candidate in candidates {
            let several = candidate.tokens.len() > 1;
            if several
                && let Reading::Open(_) = candidate.reading
                && let Some((sums, count)) = scores.get(&name(words, &candidate.tokens))
                && let Some((Kind::Person, _)) = best(&sums.map(|sum| sum / count))
            {
                persons.insert(words.folded(candidate.tokens.start).to_owned(), ());
                persons.insert(words.folded(candidate.tokens.end - 1).to_owned(), ());
            }
        }
        Self { scores, persons }
    }

    fn decide(
        &self,
        words: &Words,
        candidate: &Candidate,
        guess: Option<Kind>,
    ) -> Option<(Kind, f32)> {
        let name = name(words, &candidate.tokens);
        let (sums, count) = self.scores.get(&name)?;
        let mut scores = sums.map(|sum| sum / count);
        if candidate.tokens.len() == 1 && self.persons.contains_key(&name) {
            scores[0] += NAMED_BEFORE;
        }
        let (kind, confidence) = best(&scores)?;
        match guess {
            // The fourth reading stands for every kind that is neither person, body nor place.
            Some(guess) if kind == Kind::Event && !is_main(guess) => Some((guess, confidence)),
            _ => Some((kind, confidence)),
        }
    }
}

fn is_main(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
}

/// The words of `tokens`, folded.
fn name(words: &Words, tokens: &Range<usize>) -> String {
    let mut name = String::new();
    for at in tokens.clone() {
        name.push_str(words.folded(at));
        name.push(' ');
    }
    name.pop();
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recogniser() -> RuleRecogniser {
        let bytes = include_bytes!("../../data/lexicon.bin");
        RuleRecogniser::new(Arc::new(Lexicon::from_bytes(bytes).unwrap()))
    }

    /// What is found in `text`, each name with the first letter of its kind.
    fn found(text: &str) -> Vec<String> {
        let article = Article::parse("", text);
        let mentions = recogniser().recognise(&article);
        mentions
            .iter()
            .map(|mention| {
                let kind = format!("{:?}", mention.kind);
                format!("{} {}", &kind[..1], mention.span.of(text))
            })
            .collect()
    }

    #[test]
    fn titles_and_possessives_stay_outside_a_name() {
        assert_eq!(
            found(
                "Norwegian Foreign Minister Ingrid Halvorsen met Canada’s Lt. Gen. Paul Tremblay."
            ),
            [
                "G Norwegian",
                "P Ingrid Halvorsen",
                "P Canada",
                "P Paul Tremblay"
            ]
        );
    }

    #[test]
    fn a_country_inside_the_name_of_a_body_belongs_to_it() {
        assert_eq!(
            found(
                "Officials at the U.S. Department of Energy and the French Finance Ministry agreed."
            ),
            ["O U.S. Department of Energy", "O French Finance Ministry"]
        );
    }

    #[test]
    fn the_first_word_of_a_sentence_is_not_a_name_for_its_capital() {
        assert_eq!(found("Experts disagreed. Meanwhile prices rose."), [""; 0]);
    }

    #[test]
    fn capitals_of_a_headline_do_not_make_one_name() {
        assert_eq!(
            found("Rivers Rise After Heavy Rain Hits Portugal and Spain"),
            ["P Portugal", "P Spain"]
        );
    }

    #[test]
    fn a_name_seen_in_full_helps_to_read_its_short_form() {
        let names = found("Tova Lindqvist runs the shop. The roof leaked. Lindqvist paid for it.");
        assert_eq!(names, ["P Tova Lindqvist", "P Lindqvist"]);
    }

    #[test]
    fn pronouns_and_abbreviations_are_told_apart_by_case() {
        assert_eq!(found("They told us who came."), [""; 0]);
        assert_eq!(found("The WHO warned the US."), ["O WHO", "P US"]);
    }

    #[test]
    fn odd_texts_get_an_answer() {
        for text in [
            "",
            ".",
            "A",
            "-",
            "of of of",
            "Ministry of",
            "al-",
            "Mr.",
            "X-",
            "St. St. St.",
        ] {
            found(text);
        }
        found(&"A".repeat(1 << 20));
        found(&"Kim ".repeat(50_000));
        found(&"BANK OF ".repeat(20_000));
        found(&"U.S.-".repeat(20_000));
    }
}
