//! What the model learns from, wherever it was written down.

use wiremark::article::Article;
use wiremark::overlap::Fingerprint;
use wiremark::overlap::rewritten::Observation;

/// Two passages, and whether they say the same.
pub struct Example {
    /// What is observed of them.
    pub observation: Observation,
    /// Whether they say the same.
    pub same: bool,
    /// How much it counts.
    pub weight: f64,
}

/// An article and what comparing needs to know of it.
pub struct Read {
    /// The article.
    pub article: Article,
    /// Its fingerprint.
    pub print: Fingerprint,
}

impl Read {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let article = Article::parse("", text);
        let print = Fingerprint::of(&article);
        Self { article, print }
    }
}
