//! Acronyms that a text defines: "International Atomic Energy Agency (IAEA)".

use super::Mention;
use super::spelled::Spelled;
use crate::article::Article;
use crate::text::among::among;

/// The pairs of mentions, by their places in `mentions`, of which the first is a full name and the
/// second its acronym, or the other way round, with brackets around the second.
pub(super) fn defined(article: &Article, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let text = article.text();
    let mut found = Vec::new();
    for (first, pair) in mentions.windows(2).enumerate() {
        let between = &text[pair[0].span.end as usize..pair[1].span.start as usize];
        let after = text[pair[1].span.end as usize..].starts_with(')');
        if between.trim() != "(" || !after || pair[0].kind != pair[1].kind {
            continue;
        }
        let (one, other) = (
            Spelled::of(article, &pair[0]),
            Spelled::of(article, &pair[1]),
        );
        if is_acronym_of(&other.words, &one.words) {
            found.push((first, first + 1));
        } else if is_acronym_of(&one.words, &other.words) {
            found.push((first + 1, first));
        }
    }
    found
}

/// The first letters of `words`, small ones left out.
pub(super) fn initials(words: &[String]) -> String {
    let main = words.iter().filter(|word| !is_small(word));
    main.filter_map(|word| word.chars().next()).collect()
}

fn is_acronym_of(short: &[String], full: &[String]) -> bool {
    let [short] = short else { return false };
    let all = full.iter().filter_map(|word| word.chars().next());
    full.len() > 1 && (initials(full) == *short || all.collect::<String>() == *short)
}

fn is_small(word: &str) -> bool {
    among(word, "of|the|for|and|on|in|de")
}
