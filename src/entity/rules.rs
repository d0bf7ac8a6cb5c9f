//! The first recogniser: lexicon, patterns and context, without a trained model.

use super::candidates::Reading;
use super::evidence::{Evidence, best, observe};
use super::lexicon::Lexicon;
use super::lexicon::format::Roles;
use super::read_article::{KnownCandidate, ReadArticle, ReadParagraph};
use super::words::Words;
use super::{Kind, Mention, Recogniser};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::among::among;
use crate::text::boilerplate::BoilerplateKind;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// How often a numbered law is one, and "the North" the country that was named before.
const NUMBERED_LAW: f32 = 0.9;
const BY_COMPASS: f32 = 0.6;

/// How often the name in a dateline, byline or notice of rights is the house that filed the story.
const FILED_BY: f32 = 0.95;

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

    /// Takes another lexicon into use.
    pub fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.lexicon = lexicon;
    }

    /// The candidates of `article` that only evidence decides, each with its observations: a letter
    /// for their kind, then a word. For the tool that measures the weights of evidence.
    pub fn undecided(&self, article: &Article) -> Vec<(Span, Vec<String>)> {
        let mut read = ReadArticle::default();
        read.revise(&self.lexicon, article);
        let mut undecided = Vec::new();
        for paragraph in &read.paragraphs {
            for KnownCandidate { candidate, .. } in &paragraph.candidates {
                if let Reading::Open(_) = candidate.reading {
                    let mut seen = Vec::new();
                    observe(&paragraph.words, candidate, |kind, word| {
                        seen.push(format!("{}{word}", kind as char));
                    });
                    let span = paragraph.words.span(&candidate.tokens);
                    undecided.push((span.shifted(paragraph.start), seen));
                }
            }
        }
        undecided
    }
}

impl Recogniser for RuleRecogniser {
    fn recognise(&self, article: &Article) -> Vec<Mention> {
        self.recognise_again(&mut ReadArticle::default(), article)
    }
}

impl RuleRecogniser {
    /// The same, faster where other articles have looked up its words, or it was `read` before an edit.
    pub(crate) fn recognise_again(
        &self,
        read: &mut ReadArticle,
        article: &Article,
    ) -> Vec<Mention> {
        self.read(read, article);
        read.mentions(|paragraph| &paragraph.ruled)
    }

    /// Finds the names of each paragraph. Returns the paragraphs that are no more.
    pub(super) fn read(&self, read: &mut ReadArticle, article: &Article) -> Vec<ReadParagraph> {
        let dropped = read.revise(&self.lexicon, article);
        let (readings, names) = readings(&read.paragraphs, article);
        let mut names = names.into_iter();
        for paragraph in &mut read.paragraphs {
            let ruled = ruled(paragraph, &readings, &mut names);
            if paragraph.ruled != ruled {
                paragraph.ruled = ruled;
                #[cfg(feature = "model")]
                paragraph.tagged.forget();
            }
        }
        dropped
    }
}

/// The names of a paragraph. `names` goes on with the number of the name of each open candidate.
fn ruled(
    paragraph: &ReadParagraph,
    readings: &[Option<(Kind, f32)>],
    names: &mut impl Iterator<Item = u32>,
) -> Vec<Mention> {
    let words = &paragraph.words;
    let mut mentions: Vec<Mention> = Vec::new();
    for KnownCandidate { candidate, .. } in &paragraph.candidates {
        let decided = match candidate.reading {
            Reading::Sure(kind, confidence) => Some((kind, confidence)),
            Reading::Open(guess) => {
                let read = names.next().and_then(|name| readings[name as usize]);
                read.map(|(kind, confidence)| match guess {
                    // The fourth reading stands for every kind that is neither person, body nor place.
                    Some(guess) if kind == Kind::Event && !is_main(guess) => (guess, confidence),
                    _ => (kind, confidence),
                })
            }
        };
        if let Some((kind, confidence)) = decided {
            mentions.push(Mention {
                span: words.span(&candidate.tokens),
                kind,
                confidence,
            });
        }
    }
    let laws = &paragraph.laws;
    mentions.retain(|mention| {
        let at = laws.partition_point(|law| words.span(law).end <= mention.span.start);
        let law = laws.get(at).map(|law| words.span(law));
        law.is_none_or(|law| !law.overlaps(mention.span))
    });
    mentions.extend(laws.iter().map(|law| Mention {
        span: words.span(law),
        kind: Kind::Law,
        confidence: NUMBERED_LAW,
    }));
    sort_by_key(&mut mentions, |mention| mention.span);
    mentions
}

/// What the whole article says of one name whose reading is open.
struct Named<'w> {
    /// Its first and its last word.
    ends: [&'w str; 2],
    evidence: Evidence,
    /// How it is read, where something else decides.
    decided: Option<(Kind, f32)>,
    /// Whether it is part of the name of a person.
    person: bool,
}

/// How each name of an article whose reading is open is read, and the number of the name of each
/// candidate that is open.
fn readings(
    paragraphs: &[ReadParagraph],
    article: &Article,
) -> (Vec<Option<(Kind, f32)>>, Vec<u32>) {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut all: Vec<Named> = Vec::new();
    let mut names = Vec::new();
    // The first words of the names of countries and regions that begin with a point of the compass.
    let mut compass: Vec<&str> = Vec::new();
    for ReadParagraph {
        start,
        words,
        candidates,
        ..
    } in paragraphs
    {
        for known in candidates {
            let tokens = &known.candidate.tokens;
            let ends = [words.folded(tokens.start), words.folded(tokens.end - 1)];
            match known.candidate.reading {
                Reading::Open(_) => {
                    let number = *numbers.entry(&known.name).or_insert(all.len() as u32);
                    names.push(number);
                    if number as usize == all.len() {
                        all.push(Named {
                            ends,
                            evidence: Evidence::default(),
                            decided: None,
                            person: false,
                        });
                    }
                    let named = &mut all[number as usize];
                    named.evidence.add(&known.evidence);
                    if files(article, *start, words, tokens) {
                        named.decided = Some((Kind::Organisation, FILED_BY));
                    }
                }
                Reading::Sure(Kind::Place, _)
                    if tokens.len() > 1 && words[tokens.start].is(Roles::COMPASS) =>
                {
                    compass.push(ends[0]);
                }
                Reading::Sure(..) => {}
            }
        }
    }
    for first in compass {
        if let Some(&number) = numbers.get(first) {
            all[number as usize].decided = Some((Kind::Place, BY_COMPASS));
        }
    }
    for at in 0..all.len() {
        let Named { ends, evidence, .. } = &all[at];
        let ends = ends.map(|end| numbers.get(end).copied());
        // The name of one word is its own first and last.
        let several = ends != [Some(at as u32); 2];
        if several && let Some((Kind::Person, _)) = best(&evidence.scores()) {
            for end in ends.into_iter().flatten() {
                all[end as usize].person = true;
            }
        }
    }
    let readings = all.iter().map(|named| {
        named.decided.or_else(|| {
            let mut scores = named.evidence.scores();
            if named.person {
                scores[0] += NAMED_BEFORE;
            }
            best(&scores)
        })
    });
    (readings.collect(), names)
}

/// Whether a name is that of the house whose story this is: alone between the brackets of a dateline or
/// credit, `(Northwire)`, or one word in a byline or notice of rights, `Copyright 2025 Havenblad`. There
/// a person is named in full.
fn files(article: &Article, start: u32, words: &Words, tokens: &Range<usize>) -> bool {
    let place = words.span(tokens).shifted(start);
    let stretch = article.boilerplate_at(place);
    let Some(stretch) = stretch.filter(|stretch| stretch.span.contains(place)) else {
        return false;
    };
    let before = words.folded(tokens.start.wrapping_sub(1));
    match stretch.kind {
        BoilerplateKind::Dateline | BoilerplateKind::Credit => {
            before == "(" && words.reads(tokens.end, ")")
        }
        BoilerplateKind::Byline | BoilerplateKind::Copyright if tokens.len() == 1 => {
            let year = before.len() == 4 && before.bytes().all(|byte| byte.is_ascii_digit());
            year || among(before, "copyright|©|by|and")
        }
        _ => false,
    }
}

fn is_main(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
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
    fn the_agency_of_a_dateline_is_an_organisation_wherever_it_is_named() {
        let found = found(
            "BERGEN (Fjordwire) - The ferry line was sold on Monday to a fund from Oslo.\n\n\
             The sale was first reported by Fjordwire.",
        );
        let named = found.iter().filter(|name| *name == "O Fjordwire");
        assert_eq!(named.count(), 2, "{found:?}");
    }

    #[test]
    fn the_house_of_a_byline_or_notice_is_an_organisation_wherever_it_is_named() {
        let story = "The ferry line was sold on Monday to a fund from Oslo, its owner told Fjordblad.\n\n\
                     Nobody lost work, and the boats go on as they did.";
        for page in [
            format!("{story}\n\nCopyright 2025 Fjordblad. All rights reserved."),
            format!("Ferry line sold\n\nBy Tova Lindqvist and Fjordblad\n\n{story}"),
        ] {
            let found = found(&page);
            let named = found.iter().filter(|name| *name == "O Fjordblad");
            assert_eq!(named.count(), 2, "{found:?}");
        }
    }

    #[test]
    fn an_office_with_of_is_a_title() {
        assert_eq!(
            found("Secretary of State Jane Whitcombe saw Storm Agnes pass."),
            ["P Jane Whitcombe", "E Storm Agnes"]
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
    fn numbered_resolutions_are_laws_beside_the_body_that_passed_them() {
        assert_eq!(
            found("It breaks UN Security Council resolutions 242, 338 and 1701."),
            ["O UN Security Council", "L resolutions 242, 338 and 1701"]
        );
    }

    #[test]
    fn the_south_is_the_country_that_was_named() {
        let text = "Talks with South Sudan failed. The rebels blamed the South for it.";
        assert_eq!(found(text), ["P South Sudan", "P South"]);
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
