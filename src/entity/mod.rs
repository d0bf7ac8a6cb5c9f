//! Who is named: mentions in one article, and entities over all of them.
//!
//! A [`Recogniser`] reads one article and finds mentions; [`resolve`] decides which mentions, over
//! all articles, name one entity. Dates and quantities are the text layer's; this layer only gives
//! them their place among the mentions.

mod acronyms;
mod agreement;
mod candidates;
mod data_file;
mod evidence;
mod laws;
pub mod lexicon;
pub mod own;
mod read_article;
mod resolve;
pub mod rules;
mod runs;
mod spelled;
#[cfg(feature = "model")]
pub mod tagger;
mod usual;
mod words;

use crate::article::Article;
use crate::span::Span;
pub use agreement::outvoted;
pub use data_file::{DataError, DataFault, DataFile};
pub(crate) use read_article::ReadArticle;
pub(crate) use resolve::as_resolved;
pub use resolve::resolve;
use serde::{Deserialize, Serialize};
pub use usual::{UsualName, usual_names};

/// What a mention names. The names are the words shown to people.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A human being.
    Person,
    /// A body with a name: a state organ, company, party, agency, team.
    Organisation,
    /// A country, city, region, sea, building. Countries and capitals also when they act.
    Place,
    /// A nationality, religion or political persuasion.
    Group,
    /// A war, summit, tournament, storm.
    Event,
    /// A book, film, newspaper as a work.
    Work,
    /// A treaty, act or resolution.
    Law,
    /// A thing that is made: a weapon, vehicle, drug.
    Product,
    /// A day or longer.
    Date,
    /// A time of day.
    Time,
    /// An amount of a currency.
    Money,
    /// Percent or percentage points.
    Percent,
    /// Things that are counted or measured.
    Quantity,
    /// A place in an order.
    Ordinal,
}

impl Kind {
    /// The word shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Work => "work",
            Self::Law => "law",
            Self::Product => "product",
            Self::Date => "date",
            Self::Time => "time",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Quantity => "quantity",
            Self::Ordinal => "ordinal",
        }
    }
}

/// One span that names an entity.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// Where it stands: whole tokens, without article, title or possessive.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// From 0 to 1: how often a mention read with such evidence is right.
    pub confidence: f32,
}

/// Finds the mentions of one article. The seam behind which a trained model takes its place.
pub trait Recogniser {
    /// The persons, organisations, places, groups, events, works, laws and products that `article`
    /// names. Ordered, apart from each other.
    fn recognise(&self, article: &Article) -> Vec<Mention>;
}

/// A mention of an entity in one of several articles.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct EntityMention {
    /// Which article, as an index into the slice that was resolved.
    pub article: usize,
    /// Which of that article's mentions.
    pub mention: usize,
}

/// One thing named, over all articles.
#[derive(Clone, PartialEq, Debug)]
pub struct Entity {
    /// Its fullest or most usual name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// A stable identifier where the lexicon has one: `iso3166:KP`, `geonames:1871859`.
    pub id: Option<String>,
    /// Every other way it is named in these articles, the commonest first.
    pub aliases: Vec<String>,
    /// Where it is named, in order.
    pub mentions: Vec<EntityMention>,
}
