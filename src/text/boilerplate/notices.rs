//! Notices: copyright, terms of use, disclaimers.
//!
//! They close the page. The search goes up from the end and stops at the first paragraph of the
//! story; above that only a line counts that begins with the copyright sign, or with words that no
//! story has. A paragraph that begins
//! with a notice is one throughout; a paragraph of the story may end with one.

use super::BoilerplateKind;
use super::page::{Page, begins_with, from_letter, holds, opening};
use super::shown::Alone;
use crate::text::fold::lower;

pub(super) fn mark(page: &mut Page) {
    let mut in_tail = true;
    for index in (0..page.lines.len()).rev() {
        let line = &page.lines[index];
        if line.taken {
            continue;
        }
        if line.shown.notice {
            page.take(index, BoilerplateKind::Copyright);
            continue;
        }
        if !in_tail {
            continue;
        }
        let story = line.shown.prose;
        let notices: Vec<_> = page.sentences(index).collect();
        let is_notice = |sentence: &std::ops::Range<usize>| {
            let text = page.text_of(sentence);
            is_signed(text) || is_notice(&lower(text))
        };
        // Sentences between notices are their small print.
        let Some(first) = notices.iter().position(is_notice) else {
            in_tail = !story;
            continue;
        };
        if first == 0 {
            page.take(index, BoilerplateKind::Copyright);
        } else {
            let tokens = notices[first].start..page.lines[index].tokens.end;
            page.take_tokens(tokens, BoilerplateKind::Copyright);
            in_tail = false;
        }
    }
}

/// Whether a text begins like the signature of its owner: the sign or word of copyright, then a year
/// or a name. `Copyright law` is neither.
fn is_signed(text: &str) -> bool {
    let signs = ["©", "(c)", "(C)", "℗", "Copyright", "COPYRIGHT"];
    let Some(rest) = signs.iter().find_map(|sign| text.strip_prefix(sign)) else {
        return false;
    };
    let rest = rest.trim_start_matches(['(', 'c', 'C', ')', '©', ' ', ',', ':', '\u{a0}']);
    rest.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
}

/// Whether a paragraph is a notice wherever it stands.
pub(super) fn is_sure(line: &Alone) -> bool {
    if line.words <= 25 && is_signed(line.text) {
        return true;
    }
    if line.words > 60 {
        return false;
    }
    let opening = from_letter(opening(line.text, 400));
    if begins_with(
        opening,
        &["disclaimer", "legal disclaimer", "all rights reserved"],
    ) {
        return true;
    }
    // Each of the phrases holds one of these words, and few paragraphs do.
    let mut tokens = line.view.tokens.iter();
    tokens.any(|token| token.facts.tells_notice())
        && holds(
            &lower(opening),
            &[
                "story has not been edited by",
                "from a syndicated feed",
                "wire agency feed",
                "may not be published, broadcast",
            ],
        )
}

/// Whether a sentence, in lower case, speaks of rights in the text it stands under.
fn is_notice(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    begins_with(
        sentence,
        &[
            "all rights reserved",
            "all contents ©",
            "disclaimer",
            "legal disclaimer",
            "terms of use",
            "terms of service",
            "terms and conditions",
            "privacy policy",
            "this material may not be",
            "reproduction in whole or in part",
            "unauthorized reproduction",
            "this website uses cookies",
            "distributed by",
            "provided by syndigate",
            "released under",
            "republished with permission",
        ],
    ) || holds(
        sentence,
        &[
            "rights reserved",
            "may not be published, broadcast",
            "may not copy, reproduce",
            "without the prior written consent of",
            "without the express permission of",
            "has not been edited by",
            "from a syndicated feed",
            "wire agency feed",
            "article was first published",
            "article originally appeared",
            "republish this article",
            "without warranty of any kind",
        ],
    ) || holds(
        sentence,
        &[
            "may not be reproduced",
            "prior written permission",
            "written consent",
            "intellectual property rights",
            "auto-generated from",
            "views expressed",
            "opinions expressed",
            "originally published",
            "creative commons",
            "for informational purposes only",
            "registered trademark",
        ],
    ) && holds(
        sentence,
        &["this ", "you ", "our ", "content", "material", "owned by"],
    ) && !holds(sentence, &[" said", " told "])
}

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn notices_close_the_page() {
        for notice in [
            "© 2026 Example Wire",
            "Copyright 2026 Example Wire. All rights reserved.",
            "(c) 2026 Example Wire",
            "This material may not be published, broadcast, rewritten or redistributed.",
            "All rights reserved. Parts of this page belong to others. You may not reproduce them \
             without the prior written consent of the Example Wire.",
            "(Except for the headline, this story has not been edited by our staff.)",
        ] {
            check(&[(format!("{STORY}\n\n{notice}"), "copyright", notice)]);
        }
    }

    #[test]
    fn the_last_paragraph_may_end_with_one() {
        let notice = "All rights reserved.";
        check(&[(format!("{STORY} {notice}"), "copyright", notice)]);
    }

    #[test]
    fn a_story_about_rights_goes_on_after_them() {
        let text =
            format!("He pleaded for intellectual property rights on Monday in Porto.\n\n{STORY}");
        assert_eq!(marked(&text), []);
    }
}
