//! Corpora of one token and tag a line, put back together as text.

use std::ops::Range;

/// A name in a document: its bytes, and `PER`, `ORG`, `LOC` or `MISC`.
pub type Gold = (Range<usize>, String);

/// One document.
#[derive(Default)]
pub struct Document {
    /// Sentences, one a line.
    pub text: String,
    /// The names, in order.
    pub names: Vec<Gold>,
    /// Where each token of the corpus begins, and its line, counted from nought.
    pub tokens: Vec<(u32, u32)>,
}

/// The documents of a file in BIO notation; one without `-DOCSTART-` lines is one document.
pub fn read(file: &str) -> Vec<Document> {
    let mut documents = vec![Document::default()];
    for (number, line) in file.lines().enumerate() {
        let mut columns = line.split('\t');
        let (word, tag) = (columns.next().unwrap_or(""), columns.next().unwrap_or("O"));
        let document = documents.last_mut().expect("there is always one");
        if word == "-DOCSTART-" {
            if !document.text.is_empty() {
                documents.push(Document::default());
            }
        } else if word.is_empty() {
            if !document.text.is_empty() && !document.text.ends_with('\n') {
                document.text.push('\n');
            }
        } else {
            document.push(word, tag);
            let start = document.text.len() - word.len();
            document.tokens.push((start as u32, number as u32));
        }
    }
    documents
}

impl Document {
    fn push(&mut self, word: &str, tag: &str) {
        if !self.text.is_empty() && !self.is_glued(word) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(word);
        let end = self.text.len();
        match tag.split_once('-') {
            Some(("I", _)) if !self.names.is_empty() => {
                self.names.last_mut().expect("not empty").0.end = end;
            }
            Some((_, kind)) => self.names.push((start..end, kind.to_owned())),
            None => {}
        }
    }

    /// Whether `word` follows without a space.
    fn is_glued(&self, word: &str) -> bool {
        const CLOSING: [&str; 16] = [
            ".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "...", "”", "’", "-",
        ];
        let ends = |ending: &str| self.text.ends_with(ending);
        CLOSING.contains(&word)
            || self.text.ends_with(['\n', '(', '[', '“', '‘', '$', '-'])
            || ends("’") && matches!(word, "s" | "t" | "re" | "ve" | "ll")
    }
}
