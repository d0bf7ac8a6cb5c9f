//! Collects names and writes them in the layout of [`wiremark::entity::lexicon::format`].

use std::collections::BTreeMap;
use wiremark::entity::Kind;
use wiremark::entity::lexicon::Entry;
use wiremark::entity::lexicon::format::{
    BELONGS, CUE, MAGIC, Roles, VERSION, checksum, kind_number, pack,
};
use wiremark::entity::lexicon::plain::push_plain;
use wiremark::text::fold::fold;
use wiremark::text::tokens::tokens;

/// The lexicon while it is put together.
#[derive(Default)]
pub struct Names {
    entries: BTreeMap<Vec<u8>, Entry>,
    weights: BTreeMap<Vec<u8>, u64>,
    things: Vec<Named>,
}

/// A thing that is named.
struct Named {
    kind: Kind,
    /// Empty when it has only one and nothing belongs to it.
    name: String,
    id: String,
    /// The thing that it belongs to, by its place among the things.
    belongs_to: Option<u32>,
}

/// The form under which a name is looked up: its tokens, folded and without accents, joined by one
/// space.
fn key(name: &str) -> String {
    let mut key = String::new();
    for token in tokens(name) {
        if !key.is_empty() {
            key.push(' ');
        }
        push_plain(&mut key, &fold(token.span.of(name)));
    }
    key
}

impl Names {
    /// Adds a thing and its names, the usual one first, and returns its number. A name that already
    /// stands for another thing keeps its meaning; a thing that has no other is left out.
    pub fn thing<'a>(
        &mut self,
        kind: Kind,
        id: &str,
        names: impl IntoIterator<Item = &'a str>,
        ambiguous: bool,
    ) -> Option<u32> {
        let number = self.things.len() as u32;
        let names: Vec<&str> = names.into_iter().collect();
        let usual = if names.len() > 1 { names[0] } else { "" };
        for name in names {
            if self.things.len() == number as usize {
                self.things.push(Named {
                    kind,
                    name: usual.to_owned(),
                    id: id.to_owned(),
                    belongs_to: None,
                });
            }
            let entry = self.entries.entry(key(name).into_bytes()).or_default();
            if entry.thing.is_some() {
                continue;
            }
            entry.thing = Some(number);
            if ambiguous {
                entry.roles = entry.roles | Roles::AMBIGUOUS;
            }
            // "US" and "WHO" are names, "us" and "who" are not.
            let letters = name.chars().filter(|letter| letter.is_alphabetic());
            if name.len() <= 6 && letters.clone().all(char::is_uppercase) {
                entry.roles = entry.roles | Roles::CAPITALS;
            }
            if name.starts_with(char::is_lowercase) {
                entry.roles = entry.roles | Roles::LOWER;
            }
        }
        (self.things.len() > number as usize).then_some(number)
    }

    /// Says that a thing belongs to a country, whose usual name is kept for it.
    pub fn belongs(&mut self, thing: u32, country: u32, usual: &str) {
        self.things[thing as usize].belongs_to = Some(country);
        self.things[country as usize].name = usual.to_owned();
    }

    /// Lets `word` play `role`.
    pub fn role(&mut self, word: &str, role: Roles) {
        let entry = self.entries.entry(key(word).into_bytes()).or_default();
        entry.roles = entry.roles | role;
    }

    /// Adds evidence: its kind and word, and its weights for person, organisation, place and other.
    pub fn evidence(&mut self, kind: u8, word: &str, weights: [i8; 4]) {
        let key = [&[CUE, kind], word.as_bytes()].concat();
        let bytes = weights.map(|weight| weight as u8);
        self.weights
            .insert(key, u64::from(u32::from_le_bytes(bytes)));
    }

    /// The file.
    pub fn into_bytes(self) -> Result<Vec<u8>, String> {
        let (order, numbers) = self.order();
        let mut values = self.weights;
        values.extend(self.entries.into_iter().map(|(key, entry)| {
            let thing = entry.thing.map(|thing| numbers[thing as usize]);
            (key, pack(Entry { thing, ..entry }))
        }));
        let names = fst::raw::Fst::from_iter_map(values).map_err(|error| error.to_string())?;
        let names = names.as_bytes();
        let mut records = Vec::new();
        for thing in order.iter().map(|&thing| &self.things[thing]) {
            let Named { kind, name, id, .. } = thing;
            let length = |text: &str| {
                u8::try_from(text.len()).map_err(|_| format!("{text}: longer than 255 bytes"))
            };
            let number = kind_number(*kind).ok_or_else(|| format!("{name}: not a name's kind"))?;
            let belongs = thing.belongs_to.map_or(0, |_| BELONGS);
            records.extend([number | belongs, length(name)?, length(id)?]);
            records.extend(name.bytes().chain(id.bytes()));
            if let Some(country) = thing.belongs_to {
                let country = numbers[country as usize];
                let country = u16::try_from(country)
                    .map_err(|_| format!("{name}: belongs to thing {country}, beyond 65,535"))?;
                records.extend(country.to_le_bytes());
            }
        }
        let mut body = (names.len() as u32).to_le_bytes().to_vec();
        body.extend((order.len() as u32).to_le_bytes());
        body.extend(names);
        body.extend(records);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        Ok(bytes)
    }

    /// The things in the order of their first key, and the place of each in it. Numbers that rise
    /// with the keys share their beginnings in the map, which makes it a third smaller.
    fn order(&self) -> (Vec<usize>, Vec<u32>) {
        let mut order = Vec::with_capacity(self.things.len());
        let mut numbers = vec![u32::MAX; self.things.len()];
        for thing in self.entries.values().filter_map(|entry| entry.thing) {
            let number = &mut numbers[thing as usize];
            if *number == u32::MAX {
                *number = order.len() as u32;
                order.push(thing as usize);
            }
        }
        (order, numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremark::entity::lexicon::Lexicon;

    #[test]
    fn what_is_written_is_read() {
        let mut names = Names::default();
        names.thing(
            Kind::Place,
            "iso3166:XX",
            ["Ruritania", "N. Ruritania"],
            false,
        );
        names.thing(Kind::Organisation, "", ["Ruritania Bank", "RB"], true);
        names.role("reading", Roles::WORD);
        names.evidence(b'p', "in", [-8, 0, 20, 0]);
        let lexicon = Lexicon::from_bytes(&names.into_bytes().unwrap()).unwrap();
        let entry = lexicon.get("n ruritania");
        assert_eq!(
            lexicon.thing(entry.thing.unwrap()).unwrap().id,
            "iso3166:XX"
        );
        assert!(lexicon.get("rb").roles.any(Roles::CAPITALS));
        assert!(lexicon.get("rb").roles.any(Roles::AMBIGUOUS));
        assert!(lexicon.get("reading").roles.any(Roles::WORD));
        assert_eq!(lexicon.get("reading").thing, None);
    }
}
