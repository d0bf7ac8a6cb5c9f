//! The first recogniser: lexicon, patterns and context, without a trained model.

use super::lexicon::Lexicon;
use super::{Mention, Recogniser};
use crate::article::Article;
use std::sync::Arc;

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
}

impl Recogniser for RuleRecogniser {
    fn recognise(&self, article: &Article) -> Vec<Mention> {
        let _ = (&self.lexicon, article);
        Vec::new()
    }
}
