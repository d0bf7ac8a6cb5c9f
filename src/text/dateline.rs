//! The dateline: where and when a story was filed, and by which agency, at the head of its first
//! paragraph.
//!
//! Agencies write it in a few shapes: `WASHINGTON (AFP) -`, `KYIV, Ukraine (AP) —`,
//! `Seoul, Dec. 3 (Yonhap) --`, `MOSCOW, December 3. /TASS/.`, `ISLAMABAD:`, `(Example Wire) -`.
//! What they share is the order: places, a date, an agency between brackets or slashes, a dash or
//! colon. Any part may be missing, so a reading counts only if the rest proves it.

use super::tokens::{Token, TokenKind};
use super::view::{View, is_dash};
use crate::text::among::among;

/// The longest dateline, in tokens.
const LONGEST: usize = 28;

/// How many of `tokens`, the tokens of a paragraph of `text` or those that are left of it, are its
/// dateline. None: it has none.
pub(super) fn dateline(text: &str, tokens: &[Token]) -> Option<usize> {
    let view = View {
        text,
        tokens: &tokens[..tokens.len().min(LONGEST)],
    };
    if !view.capital(0) && view.word(0) != "(" {
        return None;
    }
    let (after_date_first, date_first) = date(view, 0);
    let place_end = if date_first {
        after_date_first
    } else {
        places(view, 0)?
    };
    let shouted = !date_first && place_end > 0 && view.all_capitals(0);
    let (date_end, dated) = if date_first {
        (place_end, true)
    } else {
        let comma = usize::from(matches!(view.word(place_end), "," | "."));
        match date(view, place_end + comma) {
            (end, true) => (end, true),
            _ => (place_end, false),
        }
    };
    let (agency_end, agency) = agency(view, date_end);
    let place = place_end > 0 && !date_first;
    let end = closing(view, agency_end);
    let closed = end > agency_end;
    let proven = match agency {
        Agency::Known => true,
        Agency::Bracketed => closed && (place || dated || is_dash(view.word(end - 1))),
        Agency::None if is_dash(view.word(agency_end)) => {
            closed && place && (dated || shouted) && view.spaced(agency_end)
        }
        Agency::None => closed && shouted && !is_label(view.word(0)) && place_end <= 4,
    };
    // A dateline repeated as a date, as sites print it: `Washington, Dec 3 (AFP) Dec 3, 2025`.
    let (repeated, again) = date(view, end);
    let end = if again && dated { repeated } else { end };
    (proven && end > 0).then_some(end)
}

/// Past the places: capitalised words with commas, slashes and hyphens among them.
fn places(view: View, from: usize) -> Option<usize> {
    let mut at = from;
    let mut words = 0;
    loop {
        if view.capital(at) && !view.is_month(at) {
            words += 1;
            at += 1;
            // A dotted abbreviation: `Calif.`, `St.`
            if view.word(at) == "." && !view.spaced(at) && matches!(view.word(at + 1), "," | "(") {
                at += 1;
            }
        } else if words == 0 {
            return (view.word(at) == "(").then_some(at);
        } else if among(view.word(at), ",|/|-|'|’") && view.capital(at + 1) {
            if view.is_month(at + 1) || view.is_weekday(at + 1) {
                return Some(at);
            }
            if view.word(at) != "," && view.spaced(at) {
                return Some(at);
            }
            at += 1;
        } else if among(view.word(at), "de|of|the|la|upon") && view.capital(at + 1) {
            at += 1;
        } else {
            // Longer than any list of places: prose that happens to begin with capitals.
            return (words <= 8).then_some(at);
        }
    }
}

/// Past a date, and whether there was one: `Dec. 16`, `16 December 2024`, `Monday, Dec 16`.
fn date(view: View, from: usize) -> (usize, bool) {
    let mut at = from;
    if view.is_weekday(at) {
        at += 1;
        at += usize::from(view.word(at) == ",");
    }
    if view.is_month(at) {
        at += 1;
        at += usize::from(view.word(at) == ".");
        if !view.is(at, TokenKind::Number) {
            return (from, false);
        }
        at += 1;
    } else if view.is(at, TokenKind::Number) && view.is_month(at + 1) {
        at += 2;
        at += usize::from(view.word(at) == "." && view.is(at + 1, TokenKind::Number));
    } else {
        return (from, false);
    }
    let year = at + usize::from(view.word(at) == ",");
    if view.is(year, TokenKind::Number) && view.word(year).len() == 4 {
        at = year + 1;
    }
    (at, true)
}

/// What stands where the agency does.
enum Agency {
    None,
    /// Something with a capital between brackets or slashes.
    Bracketed,
    /// The name of an agency between brackets or slashes.
    Known,
}

/// Past the agency: `(AFP)`, `(dpa-AFX)`, `/TASS/`, also after a comma or full stop.
fn agency(view: View, from: usize) -> (usize, Agency) {
    let mut at = from;
    at += usize::from(matches!(view.word(at), "." | ","));
    let close = match view.word(at) {
        "(" => ")",
        "[" => "]",
        "/" => "/",
        _ => return (from, Agency::None),
    };
    let inside = at + 1;
    for end in inside + 1..inside + 7 {
        if view.word(end) == close {
            let words = inside..end;
            let known = words.clone().any(|index| is_agency(view.word(index)));
            let named = words.clone().any(|index| view.capital(index));
            return match (known, named) {
                (true, _) => (end + 1, Agency::Known),
                (_, true) => (end + 1, Agency::Bracketed),
                _ => (from, Agency::None),
            };
        }
    }
    (from, Agency::None)
}

/// Past what closes a dateline: a dash or colon, or the full stop of `/TASS/.`
fn closing(view: View, from: usize) -> usize {
    let mut at = from;
    while is_dash(view.word(at)) || (at == from && matches!(view.word(at), ":" | ".")) {
        at += 1;
    }
    at
}

/// News agencies and broadcasters that sign datelines.
pub(super) fn is_agency(word: &str) -> bool {
    among(
        word,
        "AFP|AP|Reuters|REUTERS|dpa|DPA|Xinhua|Yonhap|Kyodo|UPI|ANI|PTI|IANS|TASS|Interfax|\
        Ukrinform|EFE|ANSA|AAP|CNN|VOA|RFE|BBC|Anadolu|AA|WAM|SPA|KUNA|IRNA|Bernama|Antara|MENAFN|\
        CNA|TNS|NPR|Bloomberg|Sputnik|RIA|PAP|APA|ATA|BTA|CTK|MTI|STT|TT|NTB|Ritzau|Belga|ANP|\
        Lusa|ANP/AFP|UNI|APP|BSS|PNA|KCNA|Jiji|NHK|Adnkronos|SANA|MAP|NAN|GNA|SABC|Agencies|\
        AGENCIES",
    )
}

/// Words in capitals before a colon that name a kind of story and no place.
fn is_label(word: &str) -> bool {
    among(
        word,
        "BREAKING|UPDATE|UPDATED|EXCLUSIVE|ANALYSIS|OPINION|FACTBOX|WATCH|VIDEO|LIVE|PHOTOS|READ|\
        MORE|NOTE|EDITORIAL|EXPLAINER|COMMENT|CORRECTION|FILE|RELATED|SEE|ALSO|URGENT|ALERT|\
        COPYRIGHT|SOURCE|CONTACT|WARNING|TIMELINE|FACT|INTERVIEW|REVIEW|PROFILE|QUOTE|DATE|BY|FROM",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    fn found(text: &str) -> Option<&str> {
        let tokens = tokens(text);
        let count = dateline(text, &tokens)?;
        Some(&text[..tokens[count - 1].span.end as usize])
    }

    #[test]
    fn datelines_of_many_houses() {
        for (text, expected) in [
            ("LISBON (AFP) - The river rose.", "LISBON (AFP) -"),
            ("LISBON (AFP): The river rose.", "LISBON (AFP):"),
            (
                "PORTO, Portugal (AP) — The river rose.",
                "PORTO, Portugal (AP) —",
            ),
            (
                "LISBON, March 3 (Reuters) - Rain fell.",
                "LISBON, March 3 (Reuters) -",
            ),
            ("Lisbon, Mar 3 (EFE).- Rain fell.", "Lisbon, Mar 3 (EFE).-"),
            (
                "LISBON/MADRID, March 3 (Reuters) - Rain",
                "LISBON/MADRID, March 3 (Reuters) -",
            ),
            (
                "Lisbon, Mar 3 (AFP) Mar 3, 2026",
                "Lisbon, Mar 3 (AFP) Mar 3, 2026",
            ),
            (
                "LISBON, March 3. /TASS/. Rain fell.",
                "LISBON, March 3. /TASS/.",
            ),
            (
                "LISBON. March 3 (Interfax) - Rain fell.",
                "LISBON. March 3 (Interfax) -",
            ),
            (
                "SAN JOSE, Calif. (AP) — Rain fell.",
                "SAN JOSE, Calif. (AP) —",
            ),
            ("LISBON — The river rose.", "LISBON —"),
            ("LISBON: The river rose.", "LISBON:"),
            ("(Example Wire) - The river rose.", "(Example Wire) -"),
            ("(MENAFN- Example) The river rose.", "(MENAFN- Example)"),
            (
                "Lisbon, 3 March 2026 – Rain fell.",
                "Lisbon, 3 March 2026 –",
            ),
            ("March 3 (UPI) -- Rain fell.", "March 3 (UPI) --"),
        ] {
            assert_eq!(found(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn prose_that_begins_with_capitals_is_no_dateline() {
        for text in [
            "Lisbon (pictured) is wet.",
            "The River Authority (RA) said on Monday that it rained.",
            "BREAKING: The river rose.",
            "NATO said: rain.",
            "Rain, said the mayor - who was wet - fell.",
            "EU-Portugal talks - again",
            "Ana Lima, Rui Costa and others (all from Porto) - left.",
            "(Rain fell on Monday.)",
            "It rained.",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
