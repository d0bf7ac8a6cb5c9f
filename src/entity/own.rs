//! The newsroom's own names: what its people say of a name stands over what was read.
//!
//! A name of one's own is a line of a list that was loaded, or a correction made in place. It gives a
//! kind to what is spelled so, joins its spellings to one entity, parts it from what others it was
//! taken for, or says that it is no name at all.

use super::{Entity, EntityMention, Kind, Mention};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::fold::lower;
use crate::text::tokens::tokens;
use rustc_hash::FxHashMap;
use std::fmt;

/// A name as the newsroom knows it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct OwnName {
    /// The name to show.
    pub name: String,
    /// What it names; none for words that are no name.
    pub kind: Option<Kind>,
    /// Its other spellings, each of which is read like the name.
    pub aliases: Vec<String>,
    /// An identifier of the newsroom's, or of whoever keeps one.
    pub id: Option<String>,
}

impl OwnName {
    /// The kinds that a name can have.
    pub const KINDS: [Kind; 8] = [
        Kind::Person,
        Kind::Organisation,
        Kind::Place,
        Kind::Group,
        Kind::Event,
        Kind::Work,
        Kind::Law,
        Kind::Product,
    ];

    /// The word for a kind in a list of names that says of words that they are no name.
    pub const NO_NAME: &str = "none";

    /// The kind that a list calls `word`, or [`OwnName::NO_NAME`].
    ///
    /// # Errors
    /// When there is no such kind.
    pub fn kind_called(word: &str) -> Result<Option<Kind>, UnknownKind> {
        if word == Self::NO_NAME {
            return Ok(None);
        }
        let called = Self::KINDS.into_iter().find(|kind| kind.name() == word);
        called.map(Some).ok_or_else(|| UnknownKind(word.to_owned()))
    }

    fn spellings(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.aliases)
    }
}

/// A list of names has a kind that is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownKind(pub String);

impl UnknownKind {
    /// The reason in words, with the kinds that there are.
    pub fn message(&self) -> String {
        let kinds = OwnName::KINDS.map(Kind::name).join(", ");
        [
            "no kind of name is called \"",
            &self.0,
            "\"; take one of ",
            &kinds,
            ", or ",
            OwnName::NO_NAME,
            " for words that are no name",
        ]
        .concat()
    }
}

impl fmt::Display for UnknownKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message())
    }
}

impl std::error::Error for UnknownKind {}

/// Lists of own names, ready to be found in articles. Where two lists know one spelling, the later
/// one decides.
#[derive(Default)]
pub struct OwnNames {
    names: Vec<OwnName>,
    /// The name that has each spelling, and each in capitals.
    spellings: FxHashMap<String, usize>,
    /// How many tokens the longest spelling has that begins with each token.
    longest: FxHashMap<String, usize>,
}

/// So many letters must a name have before it is found in capitals too: "US" is not "us".
const LETTERS_IN_CAPITALS: usize = 4;

impl OwnNames {
    /// Takes `names` into use; a later one stands over an earlier one.
    pub fn new(names: Vec<OwnName>) -> Self {
        let mut own = Self::default();
        for (index, name) in names.iter().enumerate() {
            for written in name.spellings() {
                let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
                own.know(&written, str::to_owned, index);
                if written.chars().nth(LETTERS_IN_CAPITALS - 1).is_some() {
                    own.know(&written, in_capitals, index);
                }
            }
        }
        own.names = names;
        own
    }

    /// Keeps that name `index` is spelled so, under the key that `key` makes.
    fn know(&mut self, spelling: &str, key: fn(&str) -> String, index: usize) {
        let tokens = tokens(spelling);
        let Some(first) = tokens.first() else { return };
        let longest = self
            .longest
            .entry(key(first.span.of(spelling)))
            .or_insert(0);
        *longest = tokens.len().max(*longest);
        self.spellings.insert(key(spelling), index);
    }

    /// The mentions of `article`, once what the newsroom says of them is heard. One word of its own
    /// inside a longer name that was read stays part of that name.
    pub fn correct(&self, article: &Article, mentions: Vec<Mention>) -> Vec<Mention> {
        let found = self.find(article, &mentions);
        if found.is_empty() {
            return mentions;
        }
        let mut corrected = mentions;
        corrected.retain(|mention| found.iter().all(|(own, _)| !own.overlaps(mention.span)));
        corrected.extend(found.iter().filter_map(|&(span, index)| {
            Some(Mention {
                span,
                kind: self.names[index].kind?,
                confidence: 1.0,
            })
        }));
        sort_by_key(&mut corrected, |mention| mention.span.start);
        corrected
    }

    /// Where own names stand in `article`, in order and apart from each other, and which they are.
    fn find(&self, article: &Article, mentions: &[Mention]) -> Vec<(Span, usize)> {
        let mut found: Vec<(Span, usize)> = Vec::new();
        if self.spellings.is_empty() {
            return found;
        }
        let (text, tokens) = (article.text(), article.tokens());
        let mut end = 0;
        for (place, token) in tokens.iter().enumerate() {
            let Some(longest) = under(&self.longest, token.span.of(text)) else {
                continue;
            };
            if token.span.start < end {
                continue;
            }
            let ends = tokens[place..].iter().take(longest).rev();
            let spans = ends.map(|last| token.span.cover(last.span));
            let mut known =
                spans.filter_map(|span| Some((span, under(&self.spellings, span.of(text))?)));
            let Some((span, index)) = known.next() else {
                continue;
            };
            let inside = |mention: &Mention| mention.span != span && mention.span.contains(span);
            if span == token.span && mentions.iter().any(inside) {
                continue;
            }
            end = span.end;
            found.push((span, index));
        }
        found
    }

    /// The entities, once what the newsroom says of their names is heard: its spellings of one name are
    /// one entity, and only what else was read as a part of that name stays with it.
    pub fn regroup(
        &self,
        articles: &[(&Article, &[Mention])],
        entities: Vec<Entity>,
    ) -> Vec<Entity> {
        if self.spellings.is_empty() {
            return entities;
        }
        let mut owned: Vec<Vec<EntityMention>> = vec![Vec::new(); self.names.len()];
        let mut ids: Vec<Option<String>> = vec![None; self.names.len()];
        let mut regrouped = Vec::new();
        for entity in entities {
            let spelled = |place: &EntityMention| {
                let (article, mentions) = articles[place.article];
                mentions[place.mention].span.of(article.text())
            };
            let of_own = |place: &EntityMention| self.spelled(spelled(place), entity.kind);
            let mut here: Vec<usize> = entity.mentions.iter().filter_map(of_own).collect();
            sort_by_key(&mut here, |index| *index);
            here.dedup();
            // "Oliveira" goes with the one "Maria Oliveira" that is meant here.
            let part_of = |place: &EntityMention| {
                let written = spelled(place);
                let mut wholes = here.iter().filter(|&&index| {
                    let mut names = self.names[index].spellings();
                    names.any(|name| name.split(' ').any(|word| word == written))
                });
                wholes.next().filter(|_| wholes.next().is_none()).copied()
            };
            let mut rest = Vec::new();
            for place in &entity.mentions {
                match of_own(place).or_else(|| part_of(place)) {
                    Some(index) => owned[index].push(*place),
                    None => rest.push(*place),
                }
            }
            match here[..] {
                [] => regrouped.push(entity),
                // The very thing that the lexicon knows.
                [only] if rest.is_empty() => ids[only] = entity.id,
                _ if rest.is_empty() => {}
                _ => regrouped.push(renamed(&entity, articles, rest)),
            }
        }
        for ((own, id), mut mentions) in self.names.iter().zip(ids).zip(owned) {
            let Some(kind) = own.kind.filter(|_| !mentions.is_empty()) else {
                continue;
            };
            sort_by_key(&mut mentions, |place| *place);
            let mut aliases = spellings(articles, &mentions);
            aliases.retain(|written| *written != own.name);
            regrouped.push(Entity {
                name: own.name.clone(),
                kind,
                id: own.id.clone().or(id),
                aliases,
                mentions,
            });
        }
        sort_by_key(&mut regrouped, |entity| entity.mentions[0]);
        regrouped
    }

    /// The own name of this kind that is spelled so.
    fn spelled(&self, written: &str, kind: Kind) -> Option<usize> {
        let index = under(&self.spellings, written)?;
        (self.names[index].kind == Some(kind)).then_some(index)
    }
}

/// The key of what is found in capitals alone, so that "apple" is no "Apple". No text has its first
/// character in a token.
fn in_capitals(spelling: &str) -> String {
    ["\n", &lower(spelling)].concat()
}

/// What `known` has for a text as it is, or because it is in capitals.
fn under(known: &FxHashMap<String, usize>, text: &str) -> Option<usize> {
    let exact = known.get(text).copied();
    exact.or_else(|| {
        let capitals = !text.contains(char::is_lowercase);
        let key = capitals.then(|| in_capitals(text))?;
        known.get(&key).copied()
    })
}

/// What is left of `entity` when only these of its mentions stay.
fn renamed(
    entity: &Entity,
    articles: &[(&Article, &[Mention])],
    mentions: Vec<EntityMention>,
) -> Entity {
    let mut aliases = spellings(articles, &mentions);
    let written = aliases.iter().position(|name| *name == entity.name);
    let name = match written {
        Some(place) => aliases.remove(place),
        // A name that the lexicon gave need not be written anywhere.
        None if entity.id.is_some() => entity.name.clone(),
        None => aliases.remove(0),
    };
    Entity {
        name,
        kind: entity.kind,
        id: entity.id.clone(),
        aliases,
        mentions,
    }
}

/// The ways in which `mentions` are written, in their order.
fn spellings(articles: &[(&Article, &[Mention])], mentions: &[EntityMention]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for place in mentions {
        let (article, all) = articles[place.article];
        let written = all[place.mention].span.of(article.text());
        if found.iter().all(|other| other != written) {
            found.push(written.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;

    fn own(name: &str, kind: Option<Kind>, aliases: &[&str]) -> OwnName {
        OwnName {
            name: name.to_owned(),
            kind,
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            id: None,
        }
    }

    /// The entities of `texts` as name, kind, and the words of their mentions.
    fn named(texts: &[&str], names: Vec<OwnName>) -> Vec<String> {
        let mut desk = Desk::new();
        desk.load_lexicon(include_bytes!("../../data/lexicon.bin"))
            .unwrap();
        for text in texts {
            desk.add("", text);
        }
        desk.set_own_names(names);
        let report = desk.report();
        let entities = report.entities.iter().enumerate();
        entities
            .map(|(index, entity)| {
                let mentions = report.articles.iter().flat_map(|article| &article.mentions);
                let here = mentions.filter(|mention| mention.entity == Some(index as u32));
                let words: Vec<_> = here.map(|mention| mention.text.as_str()).collect();
                let kind = entity.kind.name();
                format!("{} ({kind}): {}", entity.name, words.join(", "))
            })
            .collect()
    }

    #[test]
    fn a_name_that_nobody_knows_is_found_wherever_it_stands() {
        let text = "Shares of brightwater rose. BRIGHTWATER’S board met brightwaters.";
        let list = vec![own("brightwater", Some(Kind::Organisation), &[])];
        assert_eq!(
            named(&[text], list),
            ["brightwater (organisation): brightwater, BRIGHTWATER"]
        );
    }

    #[test]
    fn a_name_of_another_kind_wins_over_what_was_read() {
        let text = "Lisbon won the cup in Porto.";
        let list = vec![own("Lisbon", Some(Kind::Organisation), &[])];
        assert_eq!(
            named(&[text], list),
            ["Lisbon (organisation): Lisbon", "Porto (place): Porto"]
        );
    }

    #[test]
    fn words_that_are_no_name_are_left_alone() {
        assert_eq!(
            named(&["Lisbon won in Porto."], vec![own("Lisbon", None, &[])]),
            ["Porto (place): Porto"]
        );
    }

    #[test]
    fn one_word_inside_a_longer_name_stays_part_of_it() {
        let text = "President Maria Lisbon spoke in Lisbon.";
        let list = vec![own("Lisbon", Some(Kind::Event), &[])];
        assert_eq!(
            named(&[text], list),
            [
                "Maria Lisbon (person): Maria Lisbon",
                "Lisbon (event): Lisbon"
            ]
        );
    }

    #[test]
    fn spellings_of_one_name_are_one_entity_over_all_articles() {
        let list = vec![own("Porto", Some(Kind::Place), &["Oporto", "Invicta"])];
        assert_eq!(
            named(&["Oporto slept.", "Invicta woke. Porto ate."], list),
            ["Porto (place): Oporto, Invicta, Porto"]
        );
    }

    #[test]
    fn a_name_is_parted_from_what_it_was_taken_for() {
        let text = "Envoys from the UK met in Britain.";
        assert_eq!(
            named(&[text], Vec::new()),
            ["United Kingdom (place): UK, Britain"]
        );
        let list = vec![own("Britain", Some(Kind::Place), &[])];
        assert_eq!(
            named(&[text], list),
            ["United Kingdom (place): UK", "Britain (place): Britain"]
        );
    }

    #[test]
    fn a_surname_goes_with_the_own_name_that_it_was_read_with() {
        let text = "President Maria Oliveira spoke. Oliveira left.";
        let list = vec![own("Maria Oliveira", Some(Kind::Person), &[])];
        assert_eq!(
            named(&[text], list),
            ["Maria Oliveira (person): Maria Oliveira, Oliveira"]
        );
    }

    #[test]
    fn the_later_of_two_lists_decides() {
        let list = vec![
            own("Lisbon", Some(Kind::Person), &[]),
            own("Lisbon", Some(Kind::Work), &[]),
        ];
        assert_eq!(named(&["Lisbon shone."], list), ["Lisbon (work): Lisbon"]);
    }

    #[test]
    fn odd_names_do_no_harm() {
        let list = vec![
            own("", Some(Kind::Person), &["  ", "\u{0}", "ß", "İ"]),
            own("’s", Some(Kind::Person), &[]),
        ];
        let found = named(&["Maria’s ß SS i̇ İ \u{0} x"], list);
        assert!(found.len() < 8, "{found:?}");
    }

    #[test]
    fn an_unknown_kind_is_named_with_those_there_are() {
        assert_eq!(OwnName::kind_called("none"), Ok(None));
        assert_eq!(OwnName::kind_called("person"), Ok(Some(Kind::Person)));
        let refusal = OwnName::kind_called("boat").unwrap_err().to_string();
        assert!(refusal.contains("boat") && refusal.contains("organisation"));
    }
}
