//! All that is learned from and measured on.

use crate::example::Example;
use crate::{pairs, stories};
use std::path::Path;

/// Every so many stories of `pairs.tsv` one is held out.
const HELD_OUT: usize = 5;
/// With how many of the following stories each is compared as unrelated.
const UNRELATED: usize = 4;
/// The stories of `tests/stories` that may be learned from.
const STORIES: [&str; 2] = ["ferry", "verdict"];

/// Examples by where they come from.
pub struct Corpus {
    /// The sentences of each story of `pairs.tsv`, all against all.
    pairs: Vec<Example>,
    /// Those written to mislead.
    misleading: Vec<Example>,
    /// What is asked about the versions of stories: those of `tests/stories` and those of `stories`.
    stories: Vec<Example>,
    /// The same of stories held out.
    stories_held_out: Vec<Example>,
    /// What is asked about articles of different stories.
    unrelated: Vec<Example>,
    /// As `pairs`, of the stories held out.
    pub held_out: Vec<Example>,
    /// As `misleading`, of the stories held out.
    misleading_held_out: Vec<Example>,
}

impl Corpus {
    /// Reads everything.
    ///
    /// # Errors
    /// When a file is missing or not as it should be.
    pub fn read() -> Result<Self, String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = here.join("pairs.tsv");
        let text = std::fs::read_to_string(&path);
        let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
        let written = pairs::read(&text)?;
        let mut corpus = Self {
            pairs: Vec::new(),
            misleading: Vec::new(),
            stories: Vec::new(),
            stories_held_out: Vec::new(),
            unrelated: Vec::new(),
            held_out: Vec::new(),
            misleading_held_out: Vec::new(),
        };
        for (index, story) in written.iter().enumerate() {
            let another = |step: usize| &written[(index + step) % written.len()];
            let (pairs, misleading) = if index % HELD_OUT == 0 {
                (&mut corpus.held_out, &mut corpus.misleading_held_out)
            } else {
                (&mut corpus.pairs, &mut corpus.misleading)
            };
            pairs.extend(story.examples());
            misleading.extend(story.different(another(1)));
            for step in 1..=UNRELATED {
                corpus.unrelated.extend(story.unlike(another(step)));
            }
        }
        let folder = here.join("../../tests/stories");
        let [one, other] = STORIES.map(|name| stories::read(&folder.join(name)));
        let (one, other) = (one?, other?);
        corpus.stories = one.examples();
        corpus.stories.extend(other.examples());
        corpus.unrelated.extend(one.unlike(&other));
        let marked = stories::marked(&here.join("stories"))?;
        for (index, story) in marked.iter().enumerate() {
            if index % HELD_OUT == 0 {
                corpus.stories_held_out.extend(story.examples());
            } else {
                corpus.stories.extend(story.examples());
            }
            corpus
                .unrelated
                .extend(story.unlike(&marked[(index + 1) % marked.len()]));
        }
        Ok(corpus)
    }

    /// What is learned from.
    pub fn training(&self) -> Vec<&Example> {
        let parts = [
            &self.pairs,
            &self.misleading,
            &self.stories,
            &self.unrelated,
        ];
        parts.into_iter().flatten().collect()
    }

    /// The parts by their names in the card.
    pub fn parts(&self) -> [(&'static str, &[Example]); 7] {
        [
            ("pairs", &self.pairs),
            ("pairs, held out", &self.held_out),
            ("misleading pairs", &self.misleading),
            ("misleading pairs, held out", &self.misleading_held_out),
            ("stories", &self.stories),
            ("stories, held out", &self.stories_held_out),
            ("unrelated articles", &self.unrelated),
        ]
    }
}
