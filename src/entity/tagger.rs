//! The trained model: reads names in the light of what lexicon and rules say.
//!
//! `features` tells it of every token how it is written, what the lexicon knows of it and what the
//! rules take it for. `network` looks at the vectors of the words around, twice through a window,
//! and once more knowing what the same word was taken for elsewhere in the article. `decode` turns
//! the answer into names. Only words that may be in a name are asked about.

mod decode;
mod features;
mod format;
mod network;
mod tagged;

use super::data_file::{DataError, DataFile};
use super::lexicon::Lexicon;
use super::lexicon::format::Roles;
use super::read_article::{ReadArticle, ReadParagraph};
use super::rules::RuleRecogniser;
use super::words::Words;
use super::{Kind, Mention, Recogniser};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use features::{COUNT, Observed};
pub use features::{Token, observed};
use format::Model;
use network::Sentence;
use std::ops::Range;
use std::sync::Arc;
use tagged::Stage;
pub(super) use tagged::{TaggedArticle, TaggedParagraph};

/// Recognises names by lexicon and rules, and with them, where it has one, by a trained model.
#[derive(Default)]
pub struct Tagger {
    lexicon: Arc<Lexicon>,
    rules: RuleRecogniser,
    model: Option<Arc<Model>>,
}

impl Tagger {
    /// A recogniser that knows `lexicon`, and no model yet.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self {
            rules: RuleRecogniser::new(Arc::clone(&lexicon)),
            lexicon,
            model: None,
        }
    }

    /// Takes the bytes of `data/model.bin` into use.
    ///
    /// # Errors
    /// When the bytes are not a model of this version; what was in use stays so.
    pub fn load(&mut self, bytes: &[u8]) -> Result<(), DataError> {
        let read = Model::read(bytes, COUNT, network::TAGS);
        self.model = Some(Arc::new(
            read.map_err(|fault| DataFile::Model.error(fault))?,
        ));
        Ok(())
    }

    /// Takes the model into use that another recogniser has, without a copy.
    pub(crate) fn share(&mut self, other: &Self) {
        self.model.clone_from(&other.model);
    }

    /// Takes another lexicon into use, and keeps the model.
    pub fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.rules.set_lexicon(Arc::clone(&lexicon));
        self.lexicon = lexicon;
    }
}

impl Recogniser for Tagger {
    fn recognise(&self, article: &Article) -> Vec<Mention> {
        self.recognise_again(&mut ReadArticle::default(), article)
    }
}

impl Tagger {
    /// The same, faster where other articles have looked up its words, or it was `read` before an edit.
    pub(crate) fn recognise_again(
        &self,
        read: &mut ReadArticle,
        article: &Article,
    ) -> Vec<Mention> {
        let Some(model) = &self.model else {
            return self.rules.recognise_again(read, article);
        };
        let dropped = self.observe(read, article);
        network::run(model, read, dropped);
        for (paragraph, all) in read.paragraphs.iter_mut().zip(article.paragraphs()) {
            let boilerplate = article.boilerplate_at(all.span).is_some();
            let tagged = &mut paragraph.tagged;
            if tagged.stage != Stage::Settled || boilerplate || tagged.boilerplate {
                tagged.boilerplate = boilerplate;
                self.settle(model, article, paragraph);
            }
        }
        read.mentions(|paragraph| &paragraph.tagged.mentions)
    }

    /// Finds what the model is told of each paragraph. Returns the paragraphs that are no more.
    fn observe(&self, read: &mut ReadArticle, article: &Article) -> Vec<ReadParagraph> {
        // The words of long gone versions add up.
        if read.tagged.cases.len() > 2 * article.tokens().len() + MOST_FORMER_WORDS {
            *read = ReadArticle::default();
        }
        let dropped = self.rules.read(read, article);
        let cases = &mut read.tagged.cases;
        for ReadParagraph { words, tagged, .. } in &dropped {
            cases.count(words, &tagged.numbers, -1);
        }
        for ReadParagraph { words, tagged, .. } in &mut read.paragraphs {
            if tagged.numbers.is_empty() {
                tagged.numbers = cases.numbers(words);
                cases.count(words, &tagged.numbers, 1);
            }
        }
        let changed = cases.changed();
        for paragraph in &mut read.paragraphs {
            let tagged = &mut paragraph.tagged;
            if tagged.stage == Stage::Unread || changed && cases.differ(&tagged.numbers) {
                tagged.seen = Observed::of(
                    &self.lexicon,
                    &article.text()[paragraph.start as usize..],
                    &paragraph.words,
                    &paragraph.ruled,
                    (cases, &tagged.numbers),
                );
                tagged.stage = Stage::Observed;
            }
        }
        cases.told();
        dropped
    }

    /// Makes names of what the model answered on a paragraph, and of what the rules say of it.
    fn settle(&self, model: &Model, article: &Article, paragraph: &mut ReadParagraph) {
        let ReadParagraph {
            start,
            words,
            ruled,
            tagged,
            ..
        } = paragraph;
        tagged.stage = Stage::Settled;
        tagged.mentions.clear();
        for name in tagged.sentences.iter().flat_map(Sentence::names) {
            let (span, kind) = (words.span(&complete(words, name.tokens)), KINDS[name.kind]);
            let rule = ruled.get(ruled.partition_point(|rule| rule.span < span));
            let agreed = rule.is_some_and(|rule| {
                let same = rule.kind == kind || !is_main(rule.kind) && !is_main(kind);
                rule.span == span && same && rule.confidence >= SURE
            });
            tagged.mentions.push(Mention {
                span,
                kind,
                confidence: model.confidence(name.kind, agreed, name.share),
            });
        }
        let boilerplate = |span: Span| {
            tagged.boilerplate && article.boilerplate_at(span.shifted(*start)).is_some()
        };
        settle(
            &self.lexicon,
            words,
            &boilerplate,
            &mut tagged.mentions,
            ruled,
        );
    }
}

/// So many words that an article had before, and has no more, are told from each other.
const MOST_FORMER_WORDS: usize = 1 << 14;

/// The kinds the model tells apart; the last stands for every other one.
const KINDS: [Kind; 4] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event];

/// The kinds that are measured one by one.
fn is_main(kind: Kind) -> bool {
    KINDS[..3].contains(&kind)
}

/// What the rules are sure of.
const SURE: f32 = 0.9;

/// A name that the model is less sure of gives way to one in it that the lexicon lists. In corpora that
/// the model was not trained on, the wider name is right more often than the listed one where its tags
/// are likely by .4 or more, which makes it sure by .16 to .32.
const DOUBTED: f32 = 0.25;

/// How sure a name is when the model reads it otherwise than the lexicon.
const DISPUTED: f32 = 0.7;

/// Takes over from the rules what the model does not tell apart or never saw: the kind of what is
/// neither person, body nor place; laws and products; all that stands in boilerplate; and what the
/// lexicon lists under no other name, as countries, which keep their kind also when they act.
#[inline(never)]
fn settle(
    lexicon: &Lexicon,
    words: &Words,
    boilerplate: &dyn Fn(Span) -> bool,
    mentions: &mut Vec<Mention>,
    ruled: &[Mention],
) {
    let laws: Vec<Span> = ruled
        .iter()
        .filter(|rule| rule.kind == Kind::Law)
        .map(|rule| rule.span)
        .collect();
    let unseen = |span| boilerplate(span) || meets(&laws, span);
    let mut left: Vec<Span> = Vec::new();
    mentions.retain(|mention| {
        let leave = unseen(mention.span);
        if leave {
            left.push(mention.span);
        }
        !leave && !is_title(words, mention.span)
    });
    let mut added = Vec::new();
    for rule in ruled {
        let listed = is_listed(lexicon, words, rule);
        let first = mentions.partition_point(|it| it.span.end <= rule.span.start);
        let beside = mentions[first..]
            .iter_mut()
            .take_while(|it| it.span.start < rule.span.end);
        let mut found = false;
        for mention in beside {
            found = true;
            let wider = mention.span != rule.span && mention.span.contains(rule.span);
            let split = wider && splits_title(words, rule.span, mention.span);
            if listed && wider && (split || mention.confidence < DOUBTED) {
                *mention = Mention {
                    confidence: DISPUTED,
                    ..rule.clone()
                };
            } else if split {
                mention.span = rule.span;
            } else if mention.span == rule.span && listed {
                if mention.kind != rule.kind && (is_main(mention.kind) || is_main(rule.kind)) {
                    mention.confidence = DISPUTED;
                }
                mention.kind = rule.kind;
            } else if mention.kind == Kind::Event && !is_main(rule.kind) {
                mention.kind = rule.kind;
            }
        }
        let taken = rule.kind == Kind::Product || unseen(rule.span) || meets(&left, rule.span);
        if !found && (listed || taken) {
            added.push(Mention {
                confidence: if taken { rule.confidence } else { DISPUTED },
                ..rule.clone()
            });
        }
    }
    if !added.is_empty() {
        mentions.append(&mut added);
        sort_by_key(mentions, |mention| mention.span);
    }
}

/// Whether one of `spans`, which are in order and apart from each other, overlaps `span`.
fn meets(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|it| it.end <= span.start);
    spans.get(next).is_some_and(|it| it.overlaps(span))
}

/// The tokens of a name without the words behind it that only lead on: "of" in "Velmora Bank of".
fn complete(words: &Words, mut tokens: Range<usize>) -> Range<usize> {
    let leads_on = |at: usize| !words[at].capital && words[at].is(Roles::FUNCTION);
    while tokens.len() > 1 && leads_on(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// Whether nothing but titles stands there, and a name or one more title after them: "Maj. Gen." before
/// a name.
fn is_title(words: &Words, span: Span) -> bool {
    let mut tokens = words.tokens_in(span);
    let dot = |at: usize| words.get(at).is_some() && words.folded(at) == ".";
    let title = |at: usize| words[at].is(Roles::TITLE | Roles::TITLE_MODIFIER);
    let next = tokens.end + usize::from(dot(tokens.end));
    words.get(next).is_some_and(|word| word.capital) && tokens.all(|at| title(at) || dot(at))
}

/// Whether a name that goes on after `ruled` ends within a title: "EU High" in "EU High
/// Representative".
fn splits_title(words: &Words, ruled: Span, name: Span) -> bool {
    let after = words.tokens_in(ruled).end;
    let end = words.tokens_in(name).end;
    let title = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|it| it.capital && it.is(Roles::TITLE | Roles::TITLE_MODIFIER))
    };
    ruled.start == name.start && after < end && (after..=end).all(title)
}

/// Whether the lexicon knows the whole name, and as nothing but this one country, people or body.
fn is_listed(lexicon: &Lexicon, words: &Words, mention: &Mention) -> bool {
    let tokens = words.tokens_in(mention.span);
    let Some((end, entry)) = words[tokens.start].name else {
        return false;
    };
    let thing = entry.thing.and_then(|number| lexicon.thing(number));
    end as usize == tokens.end
        && !entry.roles.any(Roles::AMBIGUOUS)
        && thing.is_some_and(|thing| thing.kind == mention.kind)
}

#[cfg(test)]
mod tests {
    use super::super::data_file::DataFault;
    use super::*;
    use crate::entity::lexicon::format::checksum;

    const LEXICON: &[u8] = include_bytes!("../../data/lexicon.bin");
    const MODEL: &[u8] = include_bytes!("../../data/model.bin");

    fn tagger() -> Tagger {
        let mut tagger = Tagger::new(Arc::new(Lexicon::from_bytes(LEXICON).unwrap()));
        tagger.load(MODEL).unwrap();
        tagger
    }

    /// What is found in `text`, each name with its kind.
    fn found(text: &str) -> Vec<String> {
        let mentions = tagger().recognise(&Article::parse("", text));
        let name = |it: &Mention| format!("{} {}", it.kind.name(), it.span.of(text));
        mentions.iter().map(name).collect()
    }

    #[test]
    fn the_model_is_the_one_of_the_card() {
        let card = include_str!("../../train/tagger/README.md");
        let sum = format!("{:08x}", checksum(MODEL));
        assert!(card.contains(&sum), "the card does not name {sum}");
    }

    #[test]
    fn a_body_that_no_list_knows_is_read_from_what_stands_around_it() {
        let text = "Shares of Velmora rose after Brightwell Kessler agreed to buy the drug maker.";
        assert_eq!(found(text)[0], "organisation Velmora");
    }

    #[test]
    fn countries_and_peoples_keep_their_kind_when_they_act() {
        let text = "The DPRK warned Seoul on Monday. North Korean officials met in Pyongyang.";
        assert_eq!(
            found(text),
            [
                "place DPRK",
                "place Seoul",
                "group North Korean",
                "place Pyongyang"
            ]
        );
    }

    /// What becomes of `name` in `text` when the model reads a body there that is so sure.
    fn settled(text: &str, name: &str, confidence: f32) -> Vec<String> {
        let article = Article::parse("", text);
        let lexicon = Arc::new(Lexicon::from_bytes(LEXICON).unwrap());
        let ruled = RuleRecogniser::new(Arc::clone(&lexicon)).recognise(&article);
        let words = Words::new(&lexicon, &article, 0);
        let start = text.find(name).unwrap();
        let mut mentions = vec![Mention {
            span: Span::new(start as u32, (start + name.len()) as u32),
            kind: Kind::Organisation,
            confidence,
        }];
        settle(&lexicon, &words, &|_| false, &mut mentions, &ruled);
        let names = mentions.iter().map(|it| it.span.of(text).to_owned());
        names.collect()
    }

    #[test]
    fn a_listed_name_stands_against_a_wider_one_that_is_doubted() {
        let text = "The ministers and the European Union Tide said this in a statement.";
        let wide = "European Union Tide";
        for (confidence, kept) in [(0.2, "European Union"), (0.3, wide)] {
            assert_eq!(settled(text, wide, confidence), [kept], "{confidence}");
        }
    }

    #[test]
    fn no_name_ends_within_a_title() {
        for (text, wide, name) in [
            (
                "They met the OECD Deputy Secretary of it.",
                "OECD Deputy",
                "OECD",
            ),
            (
                "They met Velmora Bank Chief Executive Ana Roe.",
                "Velmora Bank Chief",
                "Velmora Bank",
            ),
        ] {
            assert_eq!(settled(text, wide, 0.8)[0], name);
        }
    }

    #[test]
    fn no_name_ends_with_a_word_that_leads_on() {
        let text = "The owner, Aldgate Shipping of London, said it would cooperate.";
        let names = found(text);
        assert!(!names.iter().any(|name| name.ends_with(" of")), "{names:?}");
    }

    #[test]
    fn titles_alone_are_no_names() {
        let text = "Rear Adm. Jane Poe and Maj. Gen. Ana Roe spoke.";
        assert_eq!(found(text), ["person Jane Poe", "person Ana Roe"]);
    }

    #[test]
    fn without_a_model_the_rules_answer() {
        let lexicon = Arc::new(Lexicon::from_bytes(LEXICON).unwrap());
        let article = Article::parse("", "Tova Lindqvist met the mayor of Porto.");
        let rules = RuleRecogniser::new(Arc::clone(&lexicon)).recognise(&article);
        assert_eq!(Tagger::new(lexicon).recognise(&article), rules);
        assert_eq!(rules.len(), 2);
    }

    #[test]
    fn the_model_alone_finds_names_too() {
        let mut tagger = Tagger::default();
        tagger.load(MODEL).unwrap();
        let text = "The prime minister, Tova Lindqvist, spoke in Porto on Monday.";
        let mentions = tagger.recognise(&Article::parse("", text));
        assert_eq!(mentions[0].span.of(text), "Tova Lindqvist");
        assert_eq!(mentions[0].kind, Kind::Person);
    }

    /// One recogniser reads every version of an article that is edited, and another article between.
    #[test]
    fn what_is_remembered_changes_no_answer() {
        let tagger = tagger();
        let (mut read, mut other) = (ReadArticle::default(), ReadArticle::default());
        let mut article = Article::parse("", "");
        let mut text = "Velmora beat Arlen United 2-1 in Porto.\n\nTova Lindqvist scored twice. \
            Arlen lost at home.\n\nThe mayor of Arlen, Per Porto, was there with Lindqvist.\n"
            .to_owned();
        let mut answers = Vec::new();
        for edit in [
            "",
            "Tova ",
            " beat",
            "Velmora",
            "Per ",
            "scored twice. ",
            "Arlen",
        ] {
            text = text.replacen(edit, "", usize::from(!edit.is_empty()));
            article = article.revise(&text);
            let again = tagger.recognise_again(&mut read, &article);
            assert_eq!(again, tagger.recognise(&article), "{text}");
            answers.push(again);
            let between = Article::parse("", &text.replace("Porto", "Velmora"));
            let again = tagger.recognise_again(&mut other, &between);
            assert_eq!(again, tagger.recognise(&between), "{text}");
        }
        answers.dedup();
        assert!(answers.len() > 4, "the edits change what is read");
    }

    #[test]
    fn odd_texts_get_an_answer() {
        let tagger = tagger();
        for text in ["", ".", "A", "\u{301}", "É", "'s", "AAAA", "北京 ÀÉ ß"] {
            tagger.recognise(&Article::parse("", text));
        }
        for long in [
            "A ".repeat(5000),
            "Ab".repeat(50_000),
            "Ana a ".repeat(3000),
        ] {
            let mentions = tagger.recognise(&Article::parse("", &long));
            let apart = |pair: &[Mention]| pair[0].span.end <= pair[1].span.start;
            assert!(mentions.windows(2).all(apart));
        }
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let read = |bytes: &[u8]| Tagger::default().load(bytes).map_err(|error| error.fault);
        assert_eq!(read(b""), Err(DataFault::Foreign));
        assert_eq!(read(LEXICON), Err(DataFault::Foreign));
        for cut in [4, 8, 12, 20, 100_000, MODEL.len() - 1] {
            assert_eq!(read(&MODEL[..cut]), Err(DataFault::Damaged), "cut at {cut}");
        }
        let mut later = MODEL.to_vec();
        later[4] = 99;
        assert_eq!(read(&later), Err(DataFault::Version(99)));
        for at in (8..MODEL.len()).step_by(MODEL.len() / 40) {
            let mut flipped = MODEL.to_vec();
            flipped[at] ^= 1 << (at % 8);
            assert_eq!(read(&flipped), Err(DataFault::Damaged), "bit {at}");
        }
    }

    /// Bytes with a right checksum whose parts do not fit each other.
    #[test]
    fn parts_that_do_not_fit_are_refused() {
        for at in 12..16 {
            let mut bytes = MODEL.to_vec();
            bytes[at] ^= 1;
            let sum = checksum(&bytes[12..]);
            bytes[8..12].copy_from_slice(&sum.to_le_bytes());
            let read = Tagger::default().load(&bytes).map_err(|error| error.fault);
            assert_eq!(read, Err(DataFault::Damaged), "byte {at}");
        }
    }
}
