//! Reads the tables: tab-separated, with a heading, `|` between the names of one thing.
//!
//! The order below decides what a name means that stands in two tables: the first has it.

use crate::writer::Names;
use std::collections::BTreeMap;
use std::path::Path;
use wiremark::entity::Kind;
use wiremark::entity::lexicon::format::Roles;

/// All tables of the folder `tables`.
pub fn read(tables: &Path) -> Result<Names, String> {
    let mut names = Names::default();
    let countries = countries(&mut names, &tables.join("countries.tsv"))?;
    for (table, kind) in [
        ("places", Kind::Place),
        ("organisations", Kind::Organisation),
        ("groups", Kind::Group),
        ("events", Kind::Event),
        ("laws", Kind::Law),
        ("products", Kind::Product),
    ] {
        for row in rows(&tables.join(format!("{table}.tsv")))? {
            let all = row.names(0, 1);
            names.thing(kind, "", all, row.is_ambiguous(2));
        }
    }
    for row in rows(&tables.join("cities.tsv"))? {
        let id = format!("geonames:{}", row.field(0));
        let city = names.thing(Kind::Place, &id, row.names(1, 2), row.is_ambiguous(5));
        if let Some(city) = city
            && let Some(country) = countries.get(row.field(3))
            && country.capital == row.field(1)
        {
            names.belongs(city, country.thing, &country.name);
        }
    }
    for row in rows(&tables.join("regions.tsv"))? {
        let id = format!("iso3166:{}", row.field(0));
        names.thing(Kind::Place, &id, row.names(1, 2), row.is_ambiguous(3));
    }
    for row in rows(&tables.join("seen_names.tsv"))? {
        let kind = match row.field(0) {
            "organisation" => Kind::Organisation,
            "place" => Kind::Place,
            other => return Err(format!("seen_names.tsv: unknown kind {other}")),
        };
        names.thing(kind, "", [row.field(1)], false);
    }
    roles(&mut names, tables)?;
    evidence(&mut names, &tables.join("evidence.tsv"))?;
    Ok(names)
}

/// A country that others belong to.
struct Country {
    thing: u32,
    name: String,
    capital: String,
}

/// Adds the countries and their peoples. Returns the countries by their ISO 3166 code.
fn countries(names: &mut Names, table: &Path) -> Result<BTreeMap<String, Country>, String> {
    let rows = rows(table)?;
    let mut countries = BTreeMap::new();
    for row in &rows {
        let id = format!("iso3166:{}", row.field(0));
        if let Some(thing) = names.thing(Kind::Place, &id, row.names(1, 2), false) {
            let country = Country {
                thing,
                name: row.field(1).to_owned(),
                capital: row.field(4).to_owned(),
            };
            countries.insert(row.field(0).to_owned(), country);
        }
    }
    for row in &rows {
        let people = names.thing(Kind::Group, "", split(row.field(3)), false);
        if let Some(people) = people
            && let Some(country) = countries.get(row.field(0))
        {
            names.belongs(people, country.thing, &country.name);
        }
    }
    Ok(countries)
}

fn roles(names: &mut Names, tables: &Path) -> Result<(), String> {
    for (table, role) in [
        ("words", Roles::WORD),
        ("given_names", Roles::GIVEN),
        ("family_names", Roles::FAMILY),
        ("family_first", Roles::FAMILY_FIRST),
    ] {
        for row in rows(&tables.join(format!("{table}.tsv")))? {
            names.role(row.field(0), role);
        }
    }
    for row in rows(&tables.join("roles.tsv"))? {
        let role = Roles::named(row.field(1))
            .ok_or_else(|| format!("roles.tsv: unknown role {}", row.field(1)))?;
        names.role(row.field(0), role);
    }
    Ok(())
}

/// The weights that `evidence.py` measured.
fn evidence(names: &mut Names, table: &Path) -> Result<(), String> {
    for row in rows(table)? {
        let kind = *row.field(0).as_bytes().first().unwrap_or(&b'?');
        let mut weights = [0; 4];
        for (at, weight) in weights.iter_mut().enumerate() {
            let text = row.field(2 + at);
            *weight = text
                .parse()
                .map_err(|_| format!("evidence.tsv: {text} is not a weight"))?;
        }
        names.evidence(kind, row.field(1), weights);
    }
    Ok(())
}

/// One line of a table.
struct Row(Vec<String>);

impl Row {
    /// Column `index`; empty when the line ends before it.
    fn field(&self, index: usize) -> &str {
        self.0.get(index).map_or("", String::as_str)
    }

    /// The name of column `name` and those of column `others`.
    fn names(&self, name: usize, others: usize) -> impl Iterator<Item = &str> {
        [self.field(name)]
            .into_iter()
            .chain(split(self.field(others)))
    }

    fn is_ambiguous(&self, column: usize) -> bool {
        self.field(column) == "ambiguous"
    }
}

fn split(names: &str) -> impl Iterator<Item = &str> {
    names.split('|').filter(|name| !name.is_empty())
}

fn rows(table: &Path) -> Result<Vec<Row>, String> {
    let text =
        std::fs::read_to_string(table).map_err(|error| format!("{}: {error}", table.display()))?;
    let lines = text.lines().skip(1).filter(|line| !line.is_empty());
    Ok(lines
        .map(|line| Row(line.split('\t').map(str::to_owned).collect()))
        .collect())
}
