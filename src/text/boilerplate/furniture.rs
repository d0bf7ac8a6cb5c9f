//! Furniture: advertisements, newsletters, sharing, comments, navigation.
//!
//! It speaks to the reader, where a story speaks about others: a command (`Sign up`, `Follow us`)
//! together with a medium (`newsletter`, `WhatsApp`) and a word that points at the reader or the page
//! (`our`, `your`, `here`). Or it is a row of buttons: a line made of nothing but their labels.

use super::BoilerplateKind;
use super::page::{Line, Page, begins_with, label, opening};
use super::shown::Alone;
use crate::text::among::among;
use crate::text::fold::lower;
use crate::text::tokens::TokenKind;
use crate::text::view::View;
use crate::text::word_table::{Lower, WordSet, WordTable};
use std::ops::Range;

/// How much of a paragraph is furniture by its own words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Furniture {
    /// Nothing.
    None,
    /// All of it, an advertisement.
    Advertisement,
    /// All of it.
    Whole,
    /// Its last sentence.
    LastSentence,
}

pub(super) fn mark(page: &mut Page) {
    mark_discussion(page);
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if line.taken {
            continue;
        }
        match line.shown.furniture {
            Furniture::None => {}
            Furniture::Advertisement => page.take(index, BoilerplateKind::Advertisement),
            Furniture::Whole => page.take(index, BoilerplateKind::Furniture),
            Furniture::LastSentence => {
                if let Some(last) = page.sentences(index).next_back() {
                    page.take_tokens(last, BoilerplateKind::Furniture);
                }
            }
        }
    }
}

/// How much of a paragraph is furniture.
pub(super) fn read(line: &Alone) -> Furniture {
    if line.words <= 12 && !line.prose {
        let opening = lower(opening(line.text, 80));
        let label = label(&opening);
        if is_advertisement(label) {
            return Furniture::Advertisement;
        }
        let counter = line.text.len() <= 6
            && line.words > 0
            && !line.stopped
            && (0..line.view.len()).all(|at| !line.view.is(at, TokenKind::Word));
        if counter || is_button(label) || is_row_of_buttons(line) {
            return Furniture::Whole;
        }
    }
    let appeals = |sentence: &Range<usize>| is_appeal(line.view, sentence);
    match line.sentences.split_last() {
        Some((last, others)) if appeals(last) => {
            if others.iter().all(appeals) {
                Furniture::Whole
            } else {
                Furniture::LastSentence
            }
        }
        _ => Furniture::None,
    }
}

/// The readers' comments: everything below their heading, when that stands after the story and no
/// story follows.
fn mark_discussion(page: &mut Page) {
    let prose = |line: &Line| line.shown.prose && line.shown.words >= LEAST_STORY;
    let Some(first) = page.lines.iter().position(prose) else {
        return;
    };
    let heading =
        (first + 1..page.lines.len()).find(|&index| page.lines[index].shown.heads_discussion);
    if let Some(heading) = heading {
        let (above, below) = page.lines.split_at(heading);
        let story = |lines: &[Line]| lines.iter().filter(|line| prose(line)).count();
        if story(below) <= story(above) {
            for index in heading..page.lines.len() {
                page.take(index, BoilerplateKind::Furniture);
            }
        }
    }
}

/// A paragraph of the story has more words; a comment may as well, but seldom has.
const LEAST_STORY: usize = 16;

/// Whether a paragraph may head the readers' comments.
pub(super) fn heads_discussion(line: &Alone) -> bool {
    if line.words > 14 || line.prose {
        return false;
    }
    let opening = lower(opening(line.text, 60));
    let opening = label(&opening);
    let counted = opening.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    is_one_of(
        opening,
        "comments|discussion|join the conversation|leave a reply|leave a comment",
    ) || counted.len() < opening.len()
        && begins_with(
            counted.trim_start(),
            &[
                "comments",
                "responses to",
                "response to",
                "thoughts on",
                "replies to",
            ],
        )
}

/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 24;

/// Whether `label` is one of `list`. Most lines are too long for a label, and the lists are long too.
fn is_one_of(label: &str, list: &str) -> bool {
    debug_assert!(list.split('|').all(|label| label.len() <= LONGEST_LABEL));
    label.len() <= LONGEST_LABEL && among(label, list)
}

fn is_advertisement(label: &str) -> bool {
    is_one_of(
        label,
        "ad|ads|advertisement|advertisements|advertising|advert|sponsored|sponsored content|\
        promoted|promoted content|paid content|paid post|partner content|advertisement feature|\
        scroll to continue",
    ) || begins_with(
        label,
        &[
            "advertisement - scroll",
            "advertisement. scroll",
            "story continues below",
            "story continues after",
            "article continues below",
            "article continues after",
            "continue reading below",
            "continues below advertisement",
            "content continues below",
            "this advertisement has not loaded",
        ],
    )
}

/// Labels of buttons and counters that stand alone on their line.
fn is_button(label: &str) -> bool {
    is_one_of(
        label,
        "comments|comment|menu|search|home|log in|login|sign in|sign up|register|subscribe|\
        subscribe now|share|share this|print|save|follow|listen|read more|show more|load more|\
        see more|view more|more|next|previous|close|back to top|skip to content|\
        skip to main content|skip to navigation|loading|copy link|link copied|text size|toggle|\
        donate|newsletter|newsletters|breaking news|live|watch live|play|video|gallery|photos|\
        leave a comment|leave a reply|add a comment|view comments|post a comment|no comments|\
        listen to this article|share this article|share this story|report an error|end|\
        recommended stories|in this article",
    ) || begins_with(
        label,
        &[
            "tags",
            "topics",
            "filed under",
            "our standards",
            "listen to article",
            "reading time",
        ],
    ) || label.strip_suffix("comments").is_some_and(is_count)
        || label.strip_suffix("min read").is_some_and(is_count)
        || label.strip_suffix("minute read").is_some_and(is_count)
        || label.strip_suffix("shares").is_some_and(is_count)
        || label.strip_suffix("views").is_some_and(is_count)
}

fn is_count(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// `Share Facebook Twitter WhatsApp Email`
fn is_row_of_buttons(line: &Alone) -> bool {
    let mut media = 0;
    for at in 0..line.view.len() {
        if line.view.is(at, TokenKind::Mark) {
            continue;
        }
        let word = line.view.word(at);
        if is_medium(word) {
            media += 1;
        } else if !is_listed(word, ROW) {
            return false;
        }
    }
    media >= 1 && !line.stopped
}

/// Whether `word` is one of `list`, in whatever case. An acronym is no word of a site: `U.S.` is not `us`.
fn is_listed(word: &str, list: &str) -> bool {
    !word.ends_with('.') && among(&*Lower::of(word), list)
}

fn is_medium(word: &str) -> bool {
    MEDIA.holds(word) && !word.ends_with('.')
}

/// How a word that begins an appeal is used elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Command {
    /// It hardly begins a sentence of a story.
    Plain,
    /// Prose may well begin with it: `we`, `this`.
    Prose,
}

/// Whether a sentence asks the reader for something that a site wants.
fn is_appeal(view: View, sentence: &Range<usize>) -> bool {
    if sentence.len() > 60 {
        return false;
    }
    let first = sentence.clone().find(|&at| view.is(at, TokenKind::Word));
    let Some(first) = first.filter(|&at| at <= sentence.start + 2) else {
        return false;
    };
    let word = view.word(first);
    let Some(command) = COMMANDS.get(word).filter(|_| !word.ends_with('.')) else {
        return false;
    };
    let count = |listed: &dyn Fn(&str) -> bool| {
        let words = sentence.clone().map(|at| view.word(at));
        words.filter(|word| listed(word)).count()
    };
    let media = count(&is_medium);
    // Prose may well say `we` or `this`; only a plain command is enough with one witness.
    let plain = command == Command::Plain;
    if media == 0 && !plain {
        return false;
    }
    let site = count(&|word| is_listed(word, SITE));
    let reader = count(&|word| is_listed(word, READER));
    media >= 1 && (site + reader >= if plain { 1 } else { 2 }) || plain && site >= 2
}

/// What a row of buttons holds besides media.
const ROW: &str = "\
    and|article|by|comment|copy|follow|friends|it|link|more|on|or|pin|print|save|send|share|\
    story|this|to|tweet|us|via|with|x|your";

/// Where a site wants to be read and followed.
#[rustfmt::skip]
static MEDIA: &WordSet = &WordSet::of([
    "account", "alerts", "app", "apps", "bluesky", "briefing", "browser", "bulletin", "cookies",
    "digest", "e-mail", "email", "facebook", "flipboard", "homepage", "inbox", "instagram",
    "javascript", "journalism", "linkedin", "mastodon", "membership", "messenger", "newsletter",
    "newsletters", "notifications", "paywall", "pinterest", "podcast", "podcasts", "reddit",
    "subscriber", "subscribers", "subscription", "telegram", "threads", "tiktok", "twitter", "viber",
    "website", "whatsapp", "whatsapp's", "youtube",
]);

/// Whom an appeal speaks to.
const READER: &str = "you're|your|you’re";

/// What an appeal speaks of.
const SITE: &str = "\
    channel|click|daily|delivered|download|free|here|latest|our|register|sign|stories|subscribe|\
    updates|us";

/// What an appeal begins with.
#[rustfmt::skip]
static COMMANDS: &WordTable<Command> = {
    use Command::{Plain, Prose};
    &WordTable::new([
        ("already", Plain), ("become", Plain), ("catch", Plain), ("check", Plain), ("click", Plain),
        ("comment", Plain), ("contact", Plain), ("donate", Plain), ("download", Plain),
        ("enable", Plain), ("enter", Plain), ("find", Plain), ("follow", Plain), ("for", Prose),
        ("get", Plain), ("have", Prose), ("install", Plain), ("join", Plain), ("keep", Prose),
        ("leave", Prose), ("like", Prose), ("listen", Plain), ("log", Plain), ("never", Plain),
        ("please", Plain), ("read", Plain), ("receive", Plain), ("register", Plain), ("send", Plain),
        ("share", Plain), ("sign", Plain), ("stay", Plain), ("subscribe", Plain), ("support", Prose),
        ("tap", Plain), ("thank", Plain), ("this", Prose), ("to", Prose), ("want", Plain),
        ("watch", Plain), ("we", Prose), ("you", Prose), ("your", Prose),
    ])
};

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn lines_that_speak_to_the_reader() {
        for (line, kind) in [
            ("ADVERTISEMENT", "advertisement"),
            ("Story continues below", "advertisement"),
            ("Sign up for our daily newsletter.", "furniture"),
            (
                "Follow us on Telegram and WhatsApp for the latest.",
                "furniture",
            ),
            (
                "Subscribe to the Example Briefing, free in your inbox every morning.",
                "furniture",
            ),
            ("Share Facebook Twitter WhatsApp Email", "furniture"),
            ("3 min read", "furniture"),
            ("12 comments", "furniture"),
        ] {
            check(&[(
                STORY.replacen("\n\n", &format!("\n\n{line}\n\n"), 1),
                kind,
                line,
            )]);
        }
    }

    #[test]
    fn comments_of_readers_are_furniture() {
        let comments = "2 responses to “River rises”\n\n1. So much water.\n\nReply";
        check(&[(format!("{STORY}\n\n{comments}"), "furniture", comments)]);
    }

    #[test]
    fn a_story_may_speak_of_media() {
        for sentence in [
            "Follow the river to its source, and you will find a village without email.",
            "Support for the newsletter of the river authority has grown since the flood.",
            "We will read the newsletter, the mayor said.",
        ] {
            assert_eq!(marked(&format!("{STORY}\n\n{sentence}")), [], "{sentence}");
        }
    }
}
