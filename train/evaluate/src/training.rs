//! What is observed in a corpus, for the programs that measure weights and train the model.

use crate::corpus::Document;
use std::sync::Arc;
use wiremark::article::Article;
use wiremark::entity::lexicon::Lexicon;
use wiremark::entity::rules::RuleRecogniser;
use wiremark::entity::tagger::observed;

/// One candidate a line: its tag in the corpus (`O` for none), then what is observed.
pub fn evidence(recogniser: &RuleRecogniser, documents: &[Document]) {
    for document in documents {
        let article = Article::parse("", &document.text);
        for (span, observed) in recogniser.undecided(&article) {
            let gold = document
                .names
                .iter()
                .find(|(range, _)| *range == span.range());
            let overlaps = document.names.iter().any(|(range, _)| {
                range.start < span.end as usize && (span.start as usize) < range.end
            });
            let tag = match gold {
                Some((_, kind)) => kind,
                None if overlaps => "PART",
                None => "O",
            };
            println!("{tag}\t{}", observed.join("\t"));
        }
    }
}

/// One token a line: the line of the corpus it comes from, whether it begins the corpus' token, its
/// word, whether the model is asked about it, and its features. Empty lines between sentences,
/// `-DOCSTART-` before documents.
pub fn features(lexicon: &Arc<Lexicon>, documents: &[Document]) {
    let mut out = String::new();
    for document in documents {
        let article = Article::parse("", &document.text);
        out += "-DOCSTART-\n";
        for sentence in observed(lexicon, &article) {
            for token in sentence {
                let after = document
                    .tokens
                    .partition_point(|it| it.0 <= token.span.start);
                let (start, line) = document.tokens[after.saturating_sub(1)];
                let begins = u8::from(start == token.span.start);
                let open = u8::from(token.open);
                let features = token.features.iter().map(u8::to_string).collect::<Vec<_>>();
                let features = features.join(" ");
                out += &format!("{line}\t{begins}\t{}\t{open}\t{features}\n", token.word);
            }
            out.push('\n');
        }
    }
    print!("{out}");
}
