//! The first recogniser: lexicon, patterns and context, without a trained model.

use super::candidates::{Candidate, Reading, candidates};
use super::evidence::{Evidence, best, observe};
use super::laws::laws;
use super::lexicon::format::Roles;
use super::lexicon::{Lexicon, LookedUp};
use super::words::Words;
use super::{Kind, Mention, Recogniser};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::among::among;
use crate::text::boilerplate::BoilerplateKind;
use rustc_hash::{FxHashMap, FxHashSet};
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
        let words = Words::new(&self.lexicon, &mut LookedUp::default(), article);
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
        self.recognise_again(&mut LookedUp::default(), article)
    }
}

impl RuleRecogniser {
    /// The same, faster where other articles, or this one before an edit, have looked up its words.
    pub(crate) fn recognise_again(
        &self,
        looked_up: &mut LookedUp,
        article: &Article,
    ) -> Vec<Mention> {
        let words = Words::new(&self.lexicon, looked_up, article);
        self.read(looked_up, &words)
    }

    /// The mentions among `words`, in order.
    pub(super) fn read(&self, looked_up: &mut LookedUp, words: &Words) -> Vec<Mention> {
        let article = words.article;
        let candidates = candidates(&self.lexicon, words);
        let names: Vec<String> = candidates
            .iter()
            .map(|candidate| match candidate.reading {
                Reading::Open(_) => name(words, &candidate.tokens),
                Reading::Sure(..) => String::new(),
            })
            .collect();
        let named = || candidates.iter().zip(names.iter().map(String::as_str));
        let readings = Readings::of((&self.lexicon, looked_up), words, named);
        let mut mentions: Vec<Mention> = Vec::new();
        for (candidate, name) in named() {
            let decided = match candidate.reading {
                Reading::Sure(kind, confidence) => Some((kind, confidence)),
                Reading::Open(guess) => readings.decide(candidate, name, guess),
            };
            if let Some((kind, confidence)) = decided {
                mentions.push(Mention {
                    span: span(article, &candidate.tokens),
                    kind,
                    confidence,
                });
            }
        }
        let laws = laws(words);
        mentions.retain(|mention| {
            let at = laws.partition_point(|law| span(article, law).end <= mention.span.start);
            laws.get(at)
                .is_none_or(|law| !span(article, law).overlaps(mention.span))
        });
        mentions.extend(laws.iter().map(|law| Mention {
            span: span(article, law),
            kind: Kind::Law,
            confidence: NUMBERED_LAW,
        }));
        sort_by_key(&mut mentions, |mention| mention.span);
        mentions
    }
}

fn span(article: &Article, tokens: &Range<usize>) -> Span {
    let all = article.tokens();
    all[tokens.start].span.cover(all[tokens.end - 1].span)
}

/// What the whole article says of each name whose reading is open.
struct Readings<'w> {
    /// The evidence on each name, folded.
    evidence: FxHashMap<&'w str, Evidence>,
    /// The words of the names of persons.
    persons: FxHashSet<&'w str>,
    /// Who filed the story, by dateline, byline or notice of rights.
    agencies: FxHashSet<&'w str>,
    /// The first words of the names of countries and regions that begin with a point of the compass.
    compass: FxHashSet<&'w str>,
}

impl<'w> Readings<'w> {
    /// Reads the candidates, each with its name, folded, where its reading is open.
    fn of<C: Iterator<Item = (&'w Candidate, &'w str)>>(
        (lexicon, looked_up): (&Lexicon, &mut LookedUp),
        words: &'w Words,
        candidates: impl Fn() -> C,
    ) -> Self {
        let mut evidence: FxHashMap<&str, Evidence> = FxHashMap::default();
        for (candidate, name) in candidates() {
            if let Reading::Open(_) = candidate.reading {
                evidence
                    .entry(name)
                    .or_default()
                    .add((lexicon, looked_up), words, candidate);
            }
        }
        let filed_by = candidates().filter(|(candidate, _)| {
            matches!(candidate.reading, Reading::Open(_)) && files(words, &candidate.tokens)
        });
        let agencies = filed_by.map(|(_, name)| name).collect();
        let mut persons = FxHashSet::default();
        let mut compass = FxHashSet::default();
        for (candidate, name) in candidates() {
            let several = candidate.tokens.len() > 1;
            if several
                && let Reading::Sure(Kind::Place, _) = candidate.reading
                && words[candidate.tokens.start].is(Roles::COMPASS)
            {
                compass.insert(words.folded(candidate.tokens.start));
            }
            if several
                && let Reading::Open(_) = candidate.reading
                && let Some(evidence) = evidence.get(name)
                && let Some((Kind::Person, _)) = best(&evidence.scores())
            {
                persons.insert(words.folded(candidate.tokens.start));
                persons.insert(words.folded(candidate.tokens.end - 1));
            }
        }
        Self {
            evidence,
            persons,
            agencies,
            compass,
        }
    }

    fn decide(
        &self,
        candidate: &Candidate,
        name: &str,
        guess: Option<Kind>,
    ) -> Option<(Kind, f32)> {
        if self.compass.contains(name) {
            return Some((Kind::Place, BY_COMPASS));
        }
        if self.agencies.contains(name) {
            return Some((Kind::Organisation, FILED_BY));
        }
        let mut scores = self.evidence.get(name)?.scores();
        if candidate.tokens.len() == 1 && self.persons.contains(name) {
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

/// Whether a name is that of the house whose story this is: alone between the brackets of a dateline or
/// credit, `(Northwire)`, or one word in a byline or notice of rights, `Copyright 2025 Havenblad`. There
/// a person is named in full.
fn files(words: &Words, tokens: &Range<usize>) -> bool {
    let place = span(words.article, tokens);
    let stretch = words.article.boilerplate_at(place);
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
