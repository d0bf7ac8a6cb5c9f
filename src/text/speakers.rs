//! Speakers: who says a quotation.
//!
//! News copy attributes in few ways: behind (`“...,” the mayor said`, `said Ana Lima, the mayor`), in
//! front (`The mayor said: “...”`, `according to Lima, “...”`), or once for several quotations of a
//! sentence or paragraph. A quotation's *frame* is what its sentences hold besides quotations; the
//! attribution is looked for there first, then inherited.

use super::parts::{Part, is_speech, part};
use super::phrases::{is_according_to, phrase_after, phrase_before, separates, subject_before};
use super::pronouns::resolved;
use super::view::View;
use std::ops::Range;

/// A quotation and the words around it, as token indices.
#[derive(Clone, Debug)]
pub(super) struct Framed {
    /// From the opening mark to past the closing one.
    pub(super) quoted: Range<usize>,
    /// The words of its first sentence before it, up to the quotation before.
    pub(super) before: Range<usize>,
    /// The words of its last sentence behind it, up to the next quotation.
    pub(super) behind: Range<usize>,
    /// The sentence before its first; empty if there is none.
    pub(super) previous: Range<usize>,
    /// The first of its sentences and the last, as indices.
    pub(super) sentences: (usize, usize),
    /// Its paragraph, as an index; the first one if it runs over several.
    pub(super) paragraph: usize,
}

/// What the text says about the speaker of one quotation.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Attribution {
    /// The words that name the speaker.
    pub(super) speaker: Option<Range<usize>>,
    /// Whether the text attributes it at all, if only to a pronoun that stands for nobody named.
    pub(super) attributed: bool,
    /// Whether the verb of speech stands right beside the quotation.
    pub(super) beside: bool,
}

/// Who says each of `quotations`, which stand in order.
pub(super) fn attributions(view: View, quotations: &[Framed]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::with_capacity(quotations.len());
    let mut speakers: Vec<Range<usize>> = Vec::new();
    for quotation in quotations {
        let (subject, beside) = match stated(view, quotation) {
            Some(stated) => (Some(stated.subject), stated.beside),
            None => (None, false),
        };
        // In front of the quotation or behind: a pronoun looks back from where it stands.
        let speaker = subject
            .clone()
            .and_then(|subject| resolved(view, subject, &speakers, &quotation.previous));
        if let Some(speaker) = &speaker {
            speakers.push(speaker.clone());
        }
        found.push(Attribution {
            attributed: subject.is_some(),
            beside,
            speaker,
        });
    }
    inherit(quotations, &mut found);
    found
}

/// The subject of an attribution, and whether its verb stands right beside the quotation.
struct Stated {
    subject: Range<usize>,
    beside: bool,
}

fn stated(view: View, quotation: &Framed) -> Option<Stated> {
    let beside = |subject| Stated {
        subject,
        beside: true,
    };
    let apart = |subject| Stated {
        subject,
        beside: false,
    };
    let behind = || right_behind(view, quotation).map(beside);
    let before = || in_front(view, quotation);
    // A comma, or a mark that took its place, announces an attribution.
    let close = quotation.quoted.end - 1;
    let announced = matches!(
        view.mark(close - 1),
        ',' | '?' | '!' | '…' | '—' | '–' | '-'
    ) || view.mark(quotation.behind.start) == ',' && !quotation.behind.is_empty();
    let first = if announced {
        behind().or_else(before)
    } else {
        before().or_else(behind)
    };
    first.or_else(|| trailing(view, quotation).map(apart))
}

/// `“...,” the mayor said`, `“...,” said the mayor`, `“...”, according to the mayor`.
fn right_behind(view: View, quotation: &Framed) -> Option<Range<usize>> {
    let Range { start, end } = quotation.behind;
    let start = start + usize::from(start < end && separates(view, start));
    if start >= end {
        return None;
    }
    if let Some(source) = according_to(view, start, end) {
        return Some(source);
    }
    let reach = end.min(start + 30);
    let verb = (start..reach).find(|&at| is_speech(view, at))?;
    if verb == start {
        let subject = (verb + 1..reach).find(|&at| part(view, at) != Part::Adverb)?;
        return phrase_after(view, subject, end);
    }
    let subject = subject_before(view, start, verb)?;
    let articles = subject.start - start;
    (articles <= 1 && (articles == 0 || part(view, start) == Part::Determiner)).then_some(subject)
}

/// `The mayor said “...”`, `according to the mayor, “...”`, `The mayor: “...”`.
fn in_front(view: View, quotation: &Framed) -> Option<Stated> {
    let Range { start, end } = quotation.before;
    if start >= end {
        return None;
    }
    let lowest = start.max(end.saturating_sub(60));
    let verbs = (lowest..end).rev().filter(|&at| is_speech(view, at));
    for verb in verbs.take(3) {
        let subject = if view.word(verb).ends_with("ing") {
            phrase_after(view, start, verb)
        } else {
            subject_before(view, start, verb)
        };
        if let Some(subject) = subject {
            let words = (verb + 1..end)
                .filter(|&at| part(view, at) != Part::Mark)
                .count();
            return Some(Stated {
                subject,
                beside: words <= 2,
            });
        }
    }
    let source = (lowest..end).find_map(|at| according_to(view, at, end));
    let source = source.or_else(|| {
        let labelled = view.mark(end - 1) == ':';
        let label = labelled
            .then(|| phrase_before(view, start, end - 1))
            .flatten()?;
        (label.start <= start + 1).then_some(label)
    });
    source.map(|subject| Stated {
        subject,
        beside: true,
    })
}

/// `..., the mayor said.` at the end of the sentence; `...: mayor` at the end of a headline.
fn trailing(view: View, quotation: &Framed) -> Option<Range<usize>> {
    let Range { start, end } = quotation.behind;
    let lowest = start.max(end.saturating_sub(40));
    for at in (lowest..end).rev() {
        match view.mark(at) {
            ',' => {
                if let Some(source) = according_to(view, at + 1, end) {
                    return Some(source);
                }
                let reach = end.min(at + 12);
                if let Some(verb) = (at + 1..reach).find(|&at| is_speech(view, at))
                    && let Some(subject) = subject_before(view, at + 1, verb)
                    && subject.start <= at + 2
                {
                    return Some(subject);
                }
            }
            ':' if end - at <= 7 && at + 1 < end && view.mark(end - 1) != '.' => {
                return view.capital(at + 1).then_some(at + 1..end);
            }
            _ => {}
        }
    }
    None
}

/// The source named by `according to` at token `at`.
fn according_to(view: View, at: usize, ceiling: usize) -> Option<Range<usize>> {
    is_according_to(view, at)
        .then(|| phrase_after(view, at + 2, ceiling))
        .flatten()
}

/// Gives quotations without an attribution of their own that of a neighbour: in the same sentence,
/// or, for whole sentences of speech, in the same paragraph or the one before.
fn inherit(quotations: &[Framed], found: &mut [Attribution]) {
    let alone = |quotation: &Framed| quotation.before.is_empty() && quotation.behind.len() <= 1;
    for index in 1..quotations.len() {
        let (earlier, this) = (&quotations[index - 1], &quotations[index]);
        let near = earlier.sentences.1 == this.sentences.0
            || alone(this) && this.paragraph <= earlier.paragraph + 1;
        if !found[index].attributed && near {
            found[index] = Attribution {
                beside: alone(this),
                ..found[index - 1].clone()
            };
        }
    }
    for index in (1..quotations.len()).rev() {
        let (this, later) = (&quotations[index - 1], &quotations[index]);
        let near = this.sentences.1 == later.sentences.0
            || alone(this) && this.paragraph == later.paragraph;
        if !found[index - 1].attributed && near {
            found[index - 1] = Attribution {
                beside: alone(this),
                ..found[index].clone()
            };
        }
    }
}
