//! Resolution: which mentions, over all articles, name one entity.
//!
//! Mentions that read alike are one name; names that mean one thing are joined, carefully: two
//! entities too many can be seen and joined by the reader, one too few hides somebody.

mod organisations;
mod persons;
mod union;

use super::lexicon::Lexicon;
use super::spelled::Spelled;
use super::{Entity, EntityMention, Kind, Mention};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::text::among::among;
use crate::text::fold::fold;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use union::Union;

/// One way of naming somebody or something, with all mentions that read so.
struct Name {
    kind: Kind,
    /// The folded words, without hyphens: `kim jong un`.
    words: Vec<String>,
    /// The thing that the lexicon knows by this name, when it is of this kind.
    thing: Option<u32>,
    /// A short name of a person or region means what it means in one article.
    article: Option<usize>,
    mentions: Vec<EntityMention>,
}

impl Name {
    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// Decides which mentions name one entity. `articles` pairs each article with its mentions.
/// Every mention ends in exactly one entity; entities stand in the order of their first mention.
pub fn resolve(lexicon: &Lexicon, articles: &[(&Article, &[Mention])]) -> Vec<Entity> {
    let names = names(lexicon, articles);
    let mut union = Union::new(names.len());
    join_things(&names, &mut union);
    persons::join(lexicon, &names, &mut union);
    organisations::join(lexicon, articles, &names, &mut union);
    join_compass(lexicon, &names, &mut union);
    entities(lexicon, articles, &names, &mut union)
}

/// All that [`resolve`] reads of an article and its mentions: while that of every article is as it was,
/// so are the entities.
pub(crate) fn as_resolved(article: &Article, mentions: &[Mention]) -> String {
    let text = article.text();
    let mut read = String::new();
    let mut last = 0;
    for Mention { span, kind, .. } in mentions {
        // A full name and its acronym: all that is read of the words around.
        if text[last..span.start as usize].trim() == "(" {
            read.push('(');
        }
        read.push_str(kind.name());
        last = span.start as usize;
        for token in &article.tokens()[article.tokens_in(*span)] {
            let end = token.span.end as usize;
            read.push('\n');
            read.push_str(&text[last..end]);
            last = end;
        }
        read.push_str(if text[last..].starts_with(')') {
            "\n)"
        } else {
            "\n;"
        });
    }
    read
}

fn names(lexicon: &Lexicon, articles: &[(&Article, &[Mention])]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut known: FxHashMap<(Kind, Cow<str>, Option<usize>), usize> = FxHashMap::default();
    for (index, (article, mentions)) in articles.iter().enumerate() {
        for (number, mention) in mentions.iter().enumerate() {
            let place = EntityMention {
                article: index,
                mention: number,
            };
            // What is written alike in one article need not be read again. No words have this scope.
            let written = Cow::Borrowed(mention.span.of(article.text()));
            let written = (mention.kind, written, Some(articles.len() + index));
            if let Some(&name) = known.get(&written) {
                names[name].mentions.push(place);
                continue;
            }
            let Spelled { key, words } = Spelled::of(article, mention);
            // What a lone surname or "the North" means depends on the article.
            let short = mention.kind == Kind::Person && words.len() == 1 || is_compass(&words);
            let scope = short.then_some(index);
            let name = *known
                .entry((mention.kind, Cow::Owned(words.join(" ")), scope))
                .or_insert_with(|| {
                    let thing = lexicon.get(&key).thing.filter(|_| !is_compass(&words));
                    let thing = thing.filter(|&thing| {
                        let thing = lexicon.thing(thing);
                        thing.is_some_and(|thing| thing.kind == mention.kind)
                    });
                    names.push(Name {
                        kind: mention.kind,
                        words,
                        thing,
                        article: scope,
                        mentions: Vec::new(),
                    });
                    names.len() - 1
                });
            names[name].mentions.push(place);
            known.insert(written, name);
        }
    }
    names
}

/// Names of one thing in the lexicon are one: "DPRK", "N. Korea".
fn join_things(names: &[Name], union: &mut Union) {
    let mut first: FxHashMap<u32, usize> = FxHashMap::default();
    for (index, name) in names.iter().enumerate() {
        if let Some(thing) = name.thing {
            union.join(*first.entry(thing).or_insert(index), index);
        }
    }
}

fn is_compass(words: &[String]) -> bool {
    matches!(words, [only] if among(only.as_str(), "north|south|east|west"))
}

/// "the North", where one country or region of that name is mentioned: North Korea.
fn join_compass(lexicon: &Lexicon, names: &[Name], union: &mut Union) {
    for (index, name) in names.iter().enumerate() {
        if name.kind != Kind::Place || !is_compass(&name.words) {
            continue;
        }
        let meant = names.iter().enumerate().filter(|(_, full)| {
            full.kind == Kind::Place
                && full.words.len() == 2
                && full.words[0] == name.words[0]
                && is_country(lexicon, full)
                && full
                    .mentions
                    .iter()
                    .any(|place| Some(place.article) == name.article)
        });
        if let Some(meant) = only(meant.map(|(meant, _)| union.root(meant))) {
            union.join(meant, index);
        }
    }
}

fn is_country(lexicon: &Lexicon, name: &Name) -> bool {
    let thing = name.thing.and_then(|thing| lexicon.thing(thing));
    thing.is_some_and(|thing| thing.id.starts_with("iso3166:") && !thing.id.contains('-'))
}

/// The one item of `items`, all equal; none when two differ.
fn only(mut items: impl Iterator<Item = usize>) -> Option<usize> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

fn entities(
    lexicon: &Lexicon,
    articles: &[(&Article, &[Mention])],
    names: &[Name],
    union: &mut Union,
) -> Vec<Entity> {
    let mut groups: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for index in 0..names.len() {
        groups.entry(union.root(index)).or_default().push(index);
    }
    let mut entities: Vec<Entity> = groups
        .into_values()
        .map(|group| entity(lexicon, articles, names, &group))
        .collect();
    sort_by_key(&mut entities, |entity| entity.mentions[0]);
    entities
}

fn entity(
    lexicon: &Lexicon,
    articles: &[(&Article, &[Mention])],
    names: &[Name],
    group: &[usize],
) -> Entity {
    let mut mentions: Vec<_> = group
        .iter()
        .flat_map(|&name| names[name].mentions.iter().copied())
        .collect();
    sort_by_key(&mut mentions, |mention| *mention);
    let kind = names[group[0]].kind;
    let thing = group
        .iter()
        .find_map(|&name| names[name].thing)
        .and_then(|thing| lexicon.thing(thing));
    let mut written = spellings(articles, &mentions);
    // Persons and bodies are best named in full; anything else as it is named most.
    if matches!(kind, Kind::Person | Kind::Organisation) {
        sort_by_key(&mut written, |(text, _)| {
            Reverse(text.split_whitespace().count())
        });
    }
    let usual = thing.map_or("", |thing| thing.name);
    let name = if usual.is_empty() {
        written[0].0.to_owned()
    } else {
        usual.to_owned()
    };
    let aliases = written.into_iter().map(|(text, _)| text);
    Entity {
        id: thing
            .map(|thing| thing.id.to_owned())
            .filter(|id| !id.is_empty()),
        aliases: aliases
            .filter(|&text| text != name)
            .map(str::to_owned)
            .collect(),
        name,
        kind,
        mentions,
    }
}

/// The ways in which `mentions` are written, the commonest first, one for each folded form.
fn spellings<'a>(
    articles: &[(&'a Article, &[Mention])],
    mentions: &[EntityMention],
) -> Vec<(&'a str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    for place in mentions {
        let (article, all) = articles[place.article];
        let text = all[place.mention].span.of(article.text());
        let at = *places.entry(fold(text).into_owned()).or_insert_with(|| {
            found.push((text, 0));
            found.len() - 1
        });
        found[at].1 += 1;
        // "Pyongyang" rather than the "PYONGYANG" of a dateline.
        if found[at].0.chars().nth(4).is_some() && is_all_capitals(found[at].0) {
            found[at].0 = text;
        }
    }
    sort_by_key(&mut found, |(_, count)| Reverse(*count));
    found
}

fn is_all_capitals(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Recogniser;
    use crate::entity::rules::RuleRecogniser;
    use std::sync::Arc;

    /// The entities of `texts`: the name, the identifier, and how often each is mentioned.
    fn resolved(texts: &[&str]) -> Vec<(String, String, usize)> {
        let bytes = include_bytes!("../../data/lexicon.bin");
        let lexicon = Arc::new(Lexicon::from_bytes(bytes).unwrap());
        let recogniser = RuleRecogniser::new(Arc::clone(&lexicon));
        let articles: Vec<_> = texts.iter().map(|text| Article::parse("", text)).collect();
        let mentions: Vec<_> = articles
            .iter()
            .map(|article| recogniser.recognise(article))
            .collect();
        let pairs: Vec<_> = articles
            .iter()
            .zip(mentions.iter().map(Vec::as_slice))
            .collect();
        resolve(&lexicon, &pairs)
            .into_iter()
            .map(|entity| {
                (
                    entity.name,
                    entity.id.unwrap_or_default(),
                    entity.mentions.len(),
                )
            })
            .collect()
    }

    fn named(name: &str, id: &str, count: usize) -> (String, String, usize) {
        (name.to_owned(), id.to_owned(), count)
    }

    #[test]
    fn one_country_under_three_names_in_two_articles() {
        let entities = resolved(&[
            "Envoys from the UK met in Lisbon.",
            "Britain and the United Kingdom.",
        ]);
        assert_eq!(entities[0], named("United Kingdom", "iso3166:GB", 3));
        assert_eq!(entities.len(), 2);
    }

    #[test]
    fn a_surname_joins_the_one_person_who_bears_it() {
        let entities = resolved(&[
            "President Maria Oliveira spoke. Later Oliveira left.",
            "Oliveira said no.",
        ]);
        assert_eq!(entities, [named("Maria Oliveira", "", 3)]);
    }

    #[test]
    fn two_persons_with_one_surname_stay_two() {
        let entities =
            resolved(&["President Maria Oliveira met Dr. Paulo Oliveira. Oliveira smiled."]);
        let counts: Vec<_> = entities.iter().map(|entity| entity.2).collect();
        assert_eq!(counts, [1, 1, 1]);
    }

    #[test]
    fn brackets_define_an_acronym() {
        let entities =
            resolved(&["The Lisbon Harbour Safety Agency (LHSA) met. The LHSA said so."]);
        assert_eq!(entities, [named("Lisbon Harbour Safety Agency", "", 3)]);
    }

    #[test]
    fn a_family_name_that_stands_first_names_the_person() {
        let text = "Prime Minister Han Duck-soo resigned. Han had served a year.";
        assert_eq!(resolved(&[text]), [named("Han Duck-soo", "", 2)]);
    }

    #[test]
    fn a_people_is_not_its_country() {
        assert_eq!(resolved(&["Kenya sent aid. Kenyan doctors came."]).len(), 2);
    }
}
