//! The desk: the articles in hand and everything known about them, kept up to date while they change.

use crate::article::Article;
use crate::entity::DataError;
use crate::entity::lexicon::Lexicon;
use crate::entity::own::{OwnName, OwnNames};
#[cfg(not(feature = "model"))]
use crate::entity::rules::RuleRecogniser as NameReader;
#[cfg(feature = "model")]
use crate::entity::tagger::Tagger as NameReader;
use crate::entity::{
    Entity, Kind, Mention, ReadArticle, as_resolved, outvoted, resolve, usual_names,
};
use crate::filled::filled;
use crate::order::sort_by_key;
use crate::overlap::{Alias, Comparison, Fingerprint, Memory};
use crate::report::{ArticleReport, EntityReport, PairReport, Report};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

/// Why the desk refused.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum DeskError {
    /// No article has this number.
    UnknownArticle(u32),
}

impl DeskError {
    /// The reason in words.
    pub fn message(&self) -> String {
        let Self::UnknownArticle(id) = self;
        filled("no article _ on this desk", &[i64::from(*id)])
    }
}

impl fmt::Display for DeskError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message())
    }
}

impl std::error::Error for DeskError {}

/// What one report leaves for the next.
pub(crate) type Kept<T> = Mutex<Option<T>>;

/// An article on the desk with what was found in it.
pub(crate) struct Entry {
    id: u32,
    pub(crate) article: Article,
    /// What was read of its paragraphs.
    read: ReadArticle,
    /// The names that were found in it.
    found: Vec<Mention>,
    /// The same, each of the kind that the articles agree on.
    pub(crate) mentions: Vec<Mention>,
    is_agreed: bool,
    /// All that the entities of the desk depend on here.
    names: String,
    /// What comparing needs to know of it. Empty until it is compared: an article alone never is.
    pub(crate) fingerprint: Fingerprint,
    is_comparable: bool,
    /// What the last report said of it, if it has not changed by itself since, and a number for all that
    /// it shared with the others.
    pub(crate) told: Kept<(u64, Arc<ArticleReport>)>,
}

impl Entry {
    /// Finds the names in the article.
    fn read(&mut self, reader: &mut Reader) {
        self.is_agreed = false;
        let mentions = reader
            .recogniser
            .recognise_again(&mut self.read, &self.article);
        self.found = reader.own.correct(&self.article, mentions);
    }

    /// Takes the names as the articles agree on them. Returns whether another thing may be named now.
    fn agree(&mut self, mentions: Vec<Mention>) -> bool {
        self.is_agreed = true;
        self.is_comparable = false;
        self.told = Kept::default();
        self.mentions = mentions;
        let names = as_resolved(&self.article, &self.mentions);
        let others = names != self.names;
        self.names = names;
        others
    }

    /// Finds what comparing needs to know of the article.
    fn make_comparable(&mut self, reader: &mut Reader) {
        if self.is_comparable {
            return;
        }
        self.is_comparable = true;
        let names = usual_names(&reader.lexicon, &self.article, &self.mentions);
        let aliases = names.iter().map(|name| Alias {
            span: name.span,
            usual: name.name,
            same: name.same,
        });
        let persons = self
            .mentions
            .iter()
            .filter(|mention| mention.kind == Kind::Person);
        self.fingerprint = Fingerprint::with_aliases(&self.article, aliases)
            .with_persons(persons.map(|mention| mention.span));
    }
}

/// What finds the names in articles.
#[derive(Default)]
struct Reader {
    lexicon: Arc<Lexicon>,
    recogniser: NameReader,
    own: OwnNames,
}

impl Reader {
    fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.recogniser.set_lexicon(Arc::clone(&lexicon));
        self.lexicon = lexicon;
    }
}

/// The comparison of one pair of articles, kept until one of the two changes.
pub(crate) struct Pair {
    ids: (u32, u32),
    pub(crate) comparison: Comparison,
    memory: Memory,
    /// What the report says of it, once it is asked for.
    pub(crate) told: OnceLock<PairReport>,
}

impl Pair {
    /// Two articles that are not compared yet.
    fn new(ids: (u32, u32)) -> Self {
        Self {
            ids,
            comparison: Comparison::default(),
            memory: Memory::default(),
            told: OnceLock::new(),
        }
    }
}

/// The live workspace. An edit re-reads the article it touches and compares only the pairs that
/// hold that article; everything else is kept.
#[derive(Default)]
pub struct Desk {
    reader: Reader,
    entries: Vec<Entry>,
    pairs: Vec<Pair>,
    /// What the articles name, once it is asked for.
    entities: OnceLock<Vec<Entity>>,
    /// What the last report said of them.
    pub(crate) named: Kept<Vec<Arc<EntityReport>>>,
    next: u32,
    annotates_only: bool,
}

impl Desk {
    /// An empty desk that knows no names yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty desk that reads its articles and compares none: for a folder of unrelated ones.
    pub fn annotating() -> Self {
        Self {
            annotates_only: true,
            ..Self::default()
        }
    }

    /// Takes the bytes of `data/lexicon.bin` into use and reads every article again with it.
    ///
    /// # Errors
    /// When the bytes are not a lexicon of this version; the desk stays as it was.
    pub fn load_lexicon(&mut self, bytes: &[u8]) -> Result<(), DataError> {
        self.reader
            .set_lexicon(Arc::new(Lexicon::from_bytes(bytes)?));
        self.read_again(true);
        Ok(())
    }

    /// Takes the bytes of `data/model.bin` into use and reads every article again with it. It makes
    /// use of the lexicon, which may be loaded before or after.
    ///
    /// # Errors
    /// When the bytes are not a model of this version; the desk stays as it was.
    #[cfg(feature = "model")]
    pub fn load_model(&mut self, bytes: &[u8]) -> Result<(), DataError> {
        self.reader.recogniser.load(bytes)?;
        self.read_again(true);
        Ok(())
    }

    /// Knows names as `other` does, by its lexicon and its model, and keeps no copy of them: for several
    /// desks at once. Reads every article again.
    pub fn share_names(&mut self, other: &Self) {
        self.reader.set_lexicon(Arc::clone(&other.reader.lexicon));
        #[cfg(feature = "model")]
        self.reader.recogniser.share(&other.reader.recogniser);
        self.read_again(true);
    }

    /// Takes the newsroom's own names into use, instead of those before, and reads every article again.
    /// They stand over lexicon, rules and model; a later one stands over an earlier one.
    pub fn set_own_names(&mut self, names: Vec<OwnName>) {
        self.reader.own = OwnNames::new(names);
        self.read_again(false);
    }

    /// Reads every article again: other names are known now. `anew`: by another lexicon or model.
    #[inline(never)]
    fn read_again(&mut self, anew: bool) {
        self.entities.take();
        for entry in &mut self.entries {
            if anew {
                entry.read = ReadArticle::default();
            }
            entry.read(&mut self.reader);
        }
        // Names that were unknown may be names of one thing now.
        self.agree_and_compare();
    }

    /// Puts an article at the end of the desk and returns its number, which no other article of
    /// this desk ever has.
    pub fn add(&mut self, name: &str, text: &str) -> u32 {
        let id = self.next;
        self.next += 1;
        let mut entry = Entry {
            id,
            article: Article::parse(name, text),
            read: ReadArticle::default(),
            found: Vec::new(),
            mentions: Vec::new(),
            is_agreed: false,
            names: String::new(),
            fingerprint: Fingerprint::default(),
            is_comparable: false,
            told: Kept::default(),
        };
        entry.read(&mut self.reader);
        self.entries.push(entry);
        self.entities.take();
        self.agree_and_compare();
        id
    }

    /// Gives article `id` a new text.
    ///
    /// # Errors
    /// When no article has that number.
    pub fn set_text(&mut self, id: u32, text: &str) -> Result<(), DeskError> {
        let index = self.index(id)?;
        let entry = &mut self.entries[index];
        if entry.article.text() != text {
            entry.article = entry.article.revise(text);
            entry.read(&mut self.reader);
            self.agree_and_compare();
        }
        Ok(())
    }

    /// Gives article `id` a new name.
    ///
    /// # Errors
    /// When no article has that number.
    pub fn rename(&mut self, id: u32, name: &str) -> Result<(), DeskError> {
        let index = self.index(id)?;
        let entry = &mut self.entries[index];
        entry.article.rename(name);
        entry.told = Kept::default();
        Ok(())
    }

    /// Takes article `id` off the desk.
    ///
    /// # Errors
    /// When no article has that number.
    pub fn remove(&mut self, id: u32) -> Result<(), DeskError> {
        let index = self.index(id)?;
        self.entries.remove(index);
        self.pairs
            .retain(|pair| pair.ids.0 != id && pair.ids.1 != id);
        // Articles and entities are told by their places, which have changed.
        self.entities.take();
        for pair in &mut self.pairs {
            pair.told.take();
        }
        self.agree_and_compare();
        Ok(())
    }

    /// The articles, in order.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = &Article> {
        self.entries.iter().map(|entry| &entry.article)
    }

    /// Everything known about the articles.
    pub fn report(&self) -> Report {
        Report::of(self)
    }

    /// Whether this desk compares its articles.
    pub(crate) fn compares(&self) -> bool {
        !self.annotates_only && self.entries.len() > 1
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The pairs as indices into [`Desk::entries`], the earlier article first.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize, &Pair)> {
        let place = |id| self.entries.iter().position(|entry| entry.id == id);
        self.pairs
            .iter()
            .filter_map(move |pair| Some((place(pair.ids.0)?, place(pair.ids.1)?, pair)))
    }

    /// What the articles name.
    pub(crate) fn entities(&self) -> &[Entity] {
        self.entities.get_or_init(|| {
            let entries = self.entries.iter();
            let named = entries.map(|entry| (&entry.article, entry.mentions.as_slice()));
            let named = named.collect::<Vec<_>>();
            let entities = resolve(&self.reader.lexicon, &named);
            self.reader.own.regroup(&named, entities)
        })
    }

    fn index(&self, id: u32) -> Result<usize, DeskError> {
        self.entries
            .iter()
            .position(|entry| entry.id == id)
            .ok_or(DeskError::UnknownArticle(id))
    }

    /// Lets the articles agree on what their names are, and compares those anew that were read again or
    /// now have others, with every other.
    fn agree_and_compare(&mut self) {
        let entries = self.entries.iter();
        let found = entries.map(|entry| (&entry.article, entry.found.as_slice()));
        let outvoted = outvoted(&found.collect::<Vec<_>>());
        let mut changed = Vec::new();
        for (place, entry) in self.entries.iter_mut().enumerate() {
            let mut mentions = entry.found.clone();
            for ((_, mention), kind) in outvoted.iter().filter(|it| it.0.0 == place) {
                mentions[*mention].kind = *kind;
            }
            if !entry.is_agreed || entry.mentions != mentions {
                changed.push(place);
                if entry.agree(mentions) {
                    self.entities.take();
                }
            }
        }
        for second in 0..self.entries.len() {
            for first in 0..second {
                if changed.contains(&first) || changed.contains(&second) {
                    self.compare(first, second);
                }
            }
        }
        // Entries stand in the order of their numbers, so this is the order of the desk.
        sort_by_key(&mut self.pairs, |pair| pair.ids);
    }

    /// Compares two entries anew, of which the first stands before the second.
    fn compare(&mut self, first: usize, second: usize) {
        if self.annotates_only {
            return;
        }
        for place in [first, second] {
            self.entries[place].make_comparable(&mut self.reader);
        }
        let (a, b) = (&self.entries[first], &self.entries[second]);
        let ids = (a.id, b.id);
        let known = self.pairs.iter().position(|pair| pair.ids == ids);
        let place = known.unwrap_or_else(|| {
            self.pairs.push(Pair::new(ids));
            self.pairs.len() - 1
        });
        let pair = &mut self.pairs[place];
        pair.told.take();
        pair.comparison = Comparison::again(
            &mut pair.memory,
            (&a.article, &a.fingerprint),
            (&b.article, &b.fingerprint),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_article_is_an_error_that_names_it() {
        let mut desk = Desk::new();
        let id = desk.add("a", "One.");
        desk.remove(id).unwrap();
        assert_eq!(
            desk.set_text(id, "Two."),
            Err(DeskError::UnknownArticle(id))
        );
    }

    /// The kinds of the mentions that are written so, in every article.
    fn kinds(desk: &Desk, written: &str) -> Vec<Kind> {
        let entries = desk.entries.iter();
        let mentions = entries.flat_map(|it| it.mentions.iter().map(|name| (&it.article, name)));
        let alike = mentions.filter(|(article, name)| name.span.of(article.text()) == written);
        alike.map(|(_, name)| name.kind).collect()
    }

    #[cfg(feature = "model")]
    #[test]
    fn articles_agree_on_a_name_and_part_again() {
        let mut desk = Desk::new();
        desk.load_lexicon(include_bytes!("../data/lexicon.bin"))
            .unwrap();
        desk.load_model(include_bytes!("../data/model.bin"))
            .unwrap();
        let read = include_str!("../www/samples/harbour/coastline-radio.txt");
        let others = [
            include_str!("../www/samples/harbour/northwire.txt"),
            include_str!("../www/samples/harbour/havenblad.txt"),
        ];
        desk.add("Coastline Radio", read);
        let alone = kinds(&desk, "Clean Tides");
        let others = others.map(|text| desk.add("", text));
        let together = kinds(&desk, "Clean Tides");
        assert!(together.len() > alone.len());
        assert!(together.iter().all(|kind| *kind == together[0]));
        assert_ne!(
            alone[0], together[0],
            "an article alone reads it otherwise, or nothing was agreed on"
        );
        for other in others {
            desk.remove(other).unwrap();
        }
        assert_eq!(kinds(&desk, "Clean Tides"), alone);
    }
}
