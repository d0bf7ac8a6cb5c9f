//! What stands above the story: site headers, dates, bylines and the dateline; and the headings
//! between its sections.

use super::BoilerplateKind;
use super::credits::are_agencies;
use super::page::{Page, begins_with, opening};
use super::shown::Alone;
use crate::text::among::among;
use crate::text::dateline::{dateline, is_agency};
use crate::text::fold::lower;
use crate::text::parts::is_speech;
use crate::text::tokens::TokenKind;
use crate::text::view::{View, is_dash};
use std::ops::Range;

/// How many paragraphs of prose may carry a dateline: an editor's note may come first.
const DATELINED: usize = 2;

pub(super) fn mark(page: &mut Page) {
    let first = page.first_prose();
    let mut prose = 0;
    for index in 0..page.lines.len() {
        if page.lines[index].taken {
            continue;
        }
        let tokens = page.lines[index].tokens.clone();
        let head = index <= first || prose < DATELINED;
        prose += usize::from(page.lines[index].shown.prose);
        let mut start = tokens.start;
        if head {
            start = date_label(page.view, &tokens);
            if start > tokens.start {
                page.take_tokens(tokens.start..start, BoilerplateKind::DateHeader);
            }
            if let Some(count) = page
                .view
                .tokens
                .get(start..tokens.end)
                .and_then(|rest| dateline(page.view.text, rest))
            {
                page.take_tokens(start..start + count, BoilerplateKind::Dateline);
                start += count;
            }
        }
        if start >= tokens.end {
            page.lines[index].taken = true;
        } else if page.lines[index].shown.prose || start > tokens.start {
            continue;
        } else if page.lines[index].shown.date {
            page.take(index, BoilerplateKind::DateHeader);
        } else if page.lines[index].shown.byline || is_office(page, index) {
            page.take(index, BoilerplateKind::Byline);
        } else if index < first && is_site_header(page, index) {
            page.take(index, BoilerplateKind::SiteHeader);
        }
    }
    mark_names_beside_dates(page, first);
    mark_repeated(page);
    mark_site_suffix(page, first);
}

/// Past `date 2026-03-07` or `Published: March 7, 2026` at the head of a line that may go on.
fn date_label(view: View, tokens: &Range<usize>) -> usize {
    let label = view.word(tokens.start).to_ascii_lowercase();
    if !among(label.as_str(), "date|dated|published|updated|posted") {
        return tokens.start;
    }
    let mut end = tokens.start + 1;
    let mut figures = 0;
    while end < tokens.end && is_date_word(view, end) {
        figures += usize::from(view.is(end, TokenKind::Number));
        end += 1;
    }
    // What separates the date from what follows is not part of it: `2026-03-07 (Example)`.
    while end > tokens.start && view.is(end - 1, TokenKind::Mark) && end < tokens.end {
        end -= 1;
    }
    if figures >= 2 { end } else { tokens.start }
}

/// Whether a line is nothing but a date, with what sites write around it.
pub(super) fn is_date(line: &Alone) -> bool {
    let (view, tokens) = (line.view, 0..line.view.len());
    let fits = |at| is_date_word(view, at) || is_agency(view.word(at));
    if line.prose || tokens.len() > 30 || !tokens.clone().all(fits) {
        return false;
    }
    let words = |test: fn(&str) -> bool| tokens.clone().filter(|&at| test(view.word(at))).count();
    let figures = tokens
        .clone()
        .filter(|&at| view.is(at, TokenKind::Number))
        .count();
    let dotted = words(|word| word.len() >= 8 && word.split('.').count() == 3);
    let ago = words(|word| word.eq_ignore_ascii_case("ago"));
    figures > 0
        && (tokens.clone().any(|at| view.is_month(at)) || figures >= 3 || dotted > 0 || ago > 0)
}

/// Words that stand in a line that gives a date and nothing else.
fn is_date_word(view: View, at: usize) -> bool {
    let word = view.word(at);
    if view.is(at, TokenKind::Number) {
        return word.len() <= 10;
    }
    if view.is(at, TokenKind::Mark) {
        return is_dash(word)
            || matches!(word, "," | "." | ":" | "/" | "|" | "·" | "•" | "(" | ")");
    }
    view.is_month(at)
        || view.is_weekday(at)
        || among(
            word.to_ascii_lowercase().as_str(),
            "date|dated|published|updated|posted|modified|last|first|on|at|issued|created|time|gmt|\
            utc|est|edt|et|pst|pdt|pt|cet|cest|bst|ist|kst|jst|eet|eest|am|pm|a.m.|p.m.|h|hrs|\
            hours|hour|days|day|ago|min|mins|minutes|minute|read|t|z",
        )
}

/// `By Ana Lima, Example Wire`, `Written by Ana Lima`, `Agence France-Presse`.
pub(super) fn is_byline(line: &Alone) -> bool {
    if line.prose || line.words > 18 {
        return false;
    }
    let (view, tokens) = (line.view, 0..line.view.len());
    if line.words <= 6 && are_agencies(view, &tokens) {
        return true;
    }
    let opening = opening(line.text, 32);
    if begins_with(opening, &["reporting from"]) {
        return true;
    }
    let led = begins_with(
        opening,
        &[
            "written by",
            "story by",
            "reported by",
            "report by",
            "text by",
            "words by",
            "analysis by",
            "author",
        ],
    );
    let start = if led {
        2
    } else if begins_with(opening, &["by"]) {
        1
    } else {
        return false;
    };
    let start = start + usize::from(view.word(start) == ":");
    let names = (start..tokens.end).filter(|&at| view.is(at, TokenKind::Word));
    let mut count = 0;
    for at in names {
        let word = view.word(at);
        let ties = among(
            word,
            "and|in|for|of|at|the|with|from|de|van|von|der|al|el|bin|correspondent|staff|writer|\
            writers|reporter|reporters|editor|contributor|dpa",
        );
        if !view.capital(at) && !ties {
            return false;
        }
        count += usize::from(view.capital(at));
    }
    (1..=12).contains(&count)
}

/// `Diplomatic correspondent, Example News`: what an author is, on a line of its own above the story.
fn is_office(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    let office = |at| {
        among(
            page.view.word(at),
            "correspondent|Correspondent|reporter|Reporter|editor|Editor|writer|Writer",
        )
    };
    let verb = |at| is_speech(page.view, at);
    line.shown.words <= 7
        && !line.shown.stopped
        && index < page.first_prose()
        && page.view.capital(line.tokens.start)
        && line.tokens.clone().any(office)
        && !line.tokens.clone().any(verb)
        && index > 0
        && page.lines[index - 1].shown.words <= 5
}

/// The name or motto of a site: a web address beside a dash, or a path (`Home > World > Europe`).
fn is_site_header(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    let view = page.view;
    if line.shown.words > 12 || line.shown.stopped {
        return false;
    }
    let tokens = line.tokens.clone();
    let separates = |at: usize| {
        view.spaced(at)
            && (is_dash(view.word(at))
                || matches!(view.word(at), "|" | "·" | "•" | "»" | ">" | "›" | "/"))
    };
    let path = tokens
        .clone()
        .filter(|&at| among(view.word(at), ">|»|›"))
        .count();
    if path >= 2 || (path == 1 && line.shown.words <= 4) {
        return true;
    }
    let address = tokens.clone().find(|&at| is_web_address(view.word(at)));
    if let Some(at) = address {
        let beside = separates(at + 1) || (at > tokens.start && separates(at - 1));
        return line.shown.words <= 2 || beside;
    }
    // The name of a section above the headline.
    line.shown.words <= 2
        && index + 1 < page.first_prose()
        && among(
            lower(opening(line.text, 24)).as_str(),
            "world|world news|news|politics|business|sport|sports|europe|asia|africa|americas|\
            middle east|international|opinion|economy|markets|technology|tech|science|health|\
            culture|entertainment|lifestyle|environment|climate|defense|defence|top stories|\
            latest|latest news|national|local",
        )
}

fn is_web_address(word: &str) -> bool {
    let Some((name, domain)) = word.rsplit_once('.') else {
        return false;
    };
    name.len() > 2
        && among(
            domain.to_ascii_lowercase().as_str(),
            "com|org|net|info|news|tv|eu|uk|de|fr|in|io|au|ca|ie",
        )
}

/// A bare name directly above or below a byline or date is the author's.
fn mark_names_beside_dates(page: &mut Page, first: usize) {
    for index in 1..first.min(page.lines.len()) {
        let line = &page.lines[index];
        let names = line
            .tokens
            .clone()
            .all(|at| page.view.capital(at) || page.view.is(at, TokenKind::Mark));
        let beside =
            page.lines[index - 1].taken || page.lines.get(index + 1).is_some_and(|next| next.taken);
        if !line.taken
            && (2..=4).contains(&line.shown.words)
            && names
            && !line.shown.stopped
            && beside
        {
            // The headline may be as short; one line above must be left for it.
            let headline = page.lines[..index].iter().any(|line| !line.taken);
            if headline {
                page.take(index, BoilerplateKind::Byline);
            }
        }
    }
}

/// A short line that comes again belongs to the site; the first time it may be the headline.
fn mark_repeated(page: &mut Page) {
    let mut seen = rustc_hash::FxHashSet::default();
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if (2..=10).contains(&line.shown.words)
            && !line.shown.stopped
            && !seen.insert(line.text)
            && !line.taken
        {
            page.take(index, BoilerplateKind::SiteHeader);
        }
    }
}

/// `Headline | Example Times`: the name of the site behind the headline.
fn mark_site_suffix(page: &mut Page, first: usize) {
    let Some(index) =
        (0..first.min(3)).find(|&index| index < page.lines.len() && !page.lines[index].taken)
    else {
        return;
    };
    let (view, tokens) = (page.view, page.lines[index].tokens.clone());
    let bar = tokens
        .clone()
        .rev()
        .find(|&at| view.spaced(at) && (view.word(at) == "|" || is_dash(view.word(at))));
    let Some(bar) = bar.filter(|&bar| bar >= tokens.start + 2 && bar + 1 < tokens.end) else {
        return;
    };
    let name = bar + 1..tokens.end;
    let capitals = name
        .clone()
        .all(|at| view.capital(at) || view.is(at, TokenKind::Mark));
    let medium = name.clone().any(|at| {
        is_web_address(view.word(at))
            || among(
                view.word(at),
                "News|Times|Post|Herald|Tribune|Journal|Guardian|Press|Daily|Telegraph|Online|TV|\
                Radio|Today|Chronicle|Gazette|Star|Mail|Observer|Standard|Monitor|Review",
            )
    });
    let known = medium || are_agencies(view, &name);
    if name.len() <= 5 && capitals && (view.word(bar) == "|" || known) {
        page.take_tokens(bar..tokens.end, BoilerplateKind::SiteHeader);
    }
}

/// Headings between sections: a short line without a stop, alone between two paragraphs of prose, or
/// any line between dashes or stars.
pub(super) fn mark_sections(page: &mut Page) {
    let (first, end) = (page.first_prose(), page.prose_end());
    for index in first + 1..end.saturating_sub(1) {
        let line = &page.lines[index];
        if line.taken || line.shown.prose || line.shown.words > 10 {
            continue;
        }
        let view = page.view;
        let (start, last) = (line.tokens.start, line.tokens.end - 1);
        let decorated =
            is_ornament(view.word(start)) && is_ornament(view.word(last)) && start < last;
        let story = |line: &super::page::Line| line.shown.prose && !line.taken;
        let above = page.lines[..index].iter().rev().find(|line| !line.taken);
        let below = page.lines[index + 1..].iter().find(|line| !line.taken);
        let alone = above.is_some_and(story) && below.is_some_and(story);
        let quoted = matches!(view.word(start), "'" | "‘" | "“" | "\"") && line.shown.words <= 6;
        let plain = line.shown.words <= 8
            && (view.capital(start) || quoted)
            && (!line.shown.stopped || view.word(last) == "?")
            && !line.text.ends_with([':', ',', ';']);
        let bare = line.shown.words == 0;
        if decorated || bare || (alone && plain) {
            page.take(index, BoilerplateKind::SectionHeader);
        }
    }
}

fn is_ornament(word: &str) -> bool {
    is_dash(word) || among(word, "*|#|=|_|~|•|[|]|+")
}

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn lines_above_the_story() {
        for (line, kind) in [
            ("date 2026-03-03", "date header"),
            ("Published: March 3, 2026 10:15 GMT", "date header"),
            ("Tuesday, 3 March 2026", "date header"),
            ("03.03.2026", "date header"),
            ("By Ana Lima, Example Wire", "byline"),
            ("BY ANA LIMA AND RUI COSTA", "byline"),
            ("Agence France-Presse", "byline"),
            ("LISBON, March 3 (AFP)", "dateline"),
            ("Home > World > Europe", "site header"),
            ("ExampleTimes.com | News", "site header"),
        ] {
            check(&[(
                format!("River rises once again\n{line}\n\n{STORY}"),
                kind,
                line,
            )]);
        }
    }

    #[test]
    fn a_date_and_a_dateline_may_lead_the_first_paragraph() {
        let text = format!("date 2026-03-03 (MENAFN- Example) {STORY}");
        let expected = [
            ("date header", "date 2026-03-03".into()),
            ("dateline", "(MENAFN- Example)".into()),
        ];
        assert_eq!(marked(&text), expected);
        check(&[
            (
                format!("LISBON (dpa-AFX) - {STORY}"),
                "dateline",
                "LISBON (dpa-AFX) -",
            ),
            (
                format!("River rises | Example Times\n\n{STORY}"),
                "site header",
                "| Example Times",
            ),
        ]);
    }

    #[test]
    fn headings_stand_alone_between_prose() {
        for heading in [
            "- Water in the streets -",
            "Water in the streets",
            "***",
            "What comes next?",
        ] {
            let text = STORY.replacen("\n\n", &format!("\n\n{heading}\n\n"), 1);
            check(&[(text, "section header", heading)]);
        }
        let list = STORY.replacen("\n\n", "\n\nForty houses\nTwo bridges\nOne school\n\n", 1);
        assert_eq!(marked(&list), []);
    }

    #[test]
    fn headlines_stay() {
        for line in [
            "By land and by sea, rain comes",
            "Rain - and more rain",
            "In 2026, 40 houses, 2 bridges",
        ] {
            assert_eq!(marked(&format!("{line}\n\n{STORY}")), [], "{line}");
        }
    }
}
