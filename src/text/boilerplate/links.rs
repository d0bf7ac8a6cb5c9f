//! Links to other stories.
//!
//! Below the story sites list headlines: lines without a stop, several together, after the last
//! paragraph of prose. Inside it a link gives itself away by its first words (`Read more: ...`).

use super::BoilerplateKind;
use super::page::{Page, begins_with, from_letter, label, opening};
use super::shown::Alone;

pub(super) fn mark(page: &mut Page) {
    mark_inside(page);
    mark_headed(page);
    mark_tail(page);
    mark_above(page);
}

/// Lines that lead elsewhere.
fn mark_inside(page: &mut Page) {
    for index in 0..page.lines.len() {
        if page.lines[index].shown.leads_elsewhere {
            page.take(index, BoilerplateKind::RelatedLinks);
        }
    }
}

/// `READ ALSO: ...`
pub(super) fn leads_elsewhere(line: &Alone) -> bool {
    if line.words > if line.prose { 20 } else { 30 } {
        return false;
    }
    let opening = from_letter(opening(line.text, 40));
    begins_with(
        opening,
        &[
            "read more",
            "read also",
            "also read",
            "read next",
            "read |",
            "see also",
            "related:",
            "related story",
            "related article",
            "related coverage",
            "watch:",
            "watch |",
            "watch more",
            "video:",
            "listen:",
            "more on this story",
            "don't miss",
            "don’t miss",
            "read the full story",
            "click here to read",
            "must read",
            "explained |",
            "in pictures:",
            "in photos:",
        ],
    )
}

/// A heading over links (`Most read`), and the lines below it until prose begins again. If hardly any
/// does, everything below is links with their teasers.
fn mark_headed(page: &mut Page) {
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if !line.shown.heads_links {
            continue;
        }
        let below = &page.lines[index + 1..];
        let story = below
            .iter()
            .filter(|line| line.shown.prose && line.shown.words >= 20 && !line.taken)
            .count();
        let open = below.iter().filter(|line| !line.taken).count();
        let end = if story * 3 < open {
            page.lines.len()
        } else {
            let prose = below.iter().position(|line| line.shown.prose);
            prose.map_or(page.lines.len(), |prose| index + 1 + prose)
        };
        for line in index..end {
            page.take(line, BoilerplateKind::RelatedLinks);
        }
    }
}

pub(super) fn heads_links(line: &Alone) -> bool {
    if line.prose || line.words > 8 {
        return false;
    }
    let opening = label(opening(line.text, 40));
    begins_with(
        opening,
        &[
            "related",
            "more from",
            "more on",
            "more stories",
            "more news",
            "most read",
            "most popular",
            "most viewed",
            "most recent",
            "trending",
            "popular now",
            "recommended",
            "you may also like",
            "you might also like",
            "you may like",
            "editor's picks",
            "editors' picks",
            "editor’s picks",
            "editors’ picks",
            "top stories",
            "latest news",
            "latest stories",
            "latest headlines",
            "other news",
            "other stories",
            "also in the news",
            "around the web",
            "from the web",
            "up next",
            "next article",
            "previous article",
            "further reading",
            "read next",
            "in other news",
            "what to read next",
        ],
    )
}

/// Lines left over after the story: two or more, most of them without a stop, are a list of links.
fn mark_tail(page: &mut Page) {
    let end = page.prose_end();
    if end == 0 {
        return;
    }
    let tail: Vec<usize> = (end..page.lines.len())
        .filter(|&index| !page.lines[index].taken)
        .collect();
    let follows_other = (end..page.lines.len()).any(|index| page.lines[index].taken);
    let stopped = tail
        .iter()
        .filter(|&&index| page.lines[index].shown.stopped)
        .count();
    if (tail.len() >= 2 || follows_other) && stopped * 2 <= tail.len() {
        for index in tail {
            page.take(index, BoilerplateKind::RelatedLinks);
        }
    }
}

/// More short lines than this above the story are links; fewer are its headline, deck and summary.
const MOST_ABOVE: usize = 6;

/// A long list of headlines above the story, but for the last two lines: its own headline and deck.
fn mark_above(page: &mut Page) {
    let above: Vec<usize> = (0..page.first_prose())
        .filter(|&index| !page.lines[index].taken)
        .collect();
    if above.len() > MOST_ABOVE && page.prose_end() > 0 {
        for &index in &above[..above.len() - 2] {
            page.take(index, BoilerplateKind::RelatedLinks);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn headlines_below_the_story_are_links() {
        let links = "Bakers of the old town strike\nMuseum shows lost maps\nWhy do bees sleep?";
        check(&[(format!("{STORY}\n\n{links}"), "related links", links)]);
        let links = format!("Most read\n\n{links}");
        check(&[(format!("{STORY}\n\n{links}"), "related links", &links)]);
    }

    #[test]
    fn teasers_under_a_heading_are_links_too() {
        let links = "More from Europe\nBakers of the old town strike\nThey want flour to be cheaper by May.\n\
                     Museum shows lost maps\nNobody has seen them since the fire.";
        check(&[(format!("{STORY}\n\n{links}"), "related links", links)]);
    }

    #[test]
    fn a_link_inside_the_story_leads_elsewhere() {
        let link = "READ MORE: Bakers of the old town strike";
        check(&[(
            STORY.replacen("\n\n", &format!("\n\n{link}\n\n"), 1),
            "related links",
            link,
        )]);
    }

    #[test]
    fn a_long_list_above_the_story_is_links_but_for_the_headline() {
        let links =
            "Bakers strike\nMuseum shows maps\nBees sleep\nBoats race\nSchools open\nTrains stop";
        let text = format!("{links}\nRiver rises again\nForty houses under water\n\n{STORY}");
        check(&[(text, "related links", links)]);
    }

    #[test]
    fn one_line_that_was_cut_off_stays() {
        assert_eq!(marked(&format!("{STORY}\n\nThe bridge will be")), []);
    }
}
