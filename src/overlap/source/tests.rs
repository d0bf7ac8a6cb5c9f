//! Short stories of one event, and which of them the others come from.

use super::ReasonKind::{self, *};
use super::{Compared, LikelySource, likely_sources};
use crate::article::Article;
use crate::overlap::{Comparison, Fingerprint};

fn sources(texts: &[&str]) -> Vec<LikelySource> {
    let articles: Vec<_> = texts.iter().map(|text| Article::parse("", text)).collect();
    let prints: Vec<_> = articles.iter().map(Fingerprint::of).collect();
    let read: Vec<_> = articles.iter().zip(&prints).collect();
    let mut found = Vec::new();
    for second in 0..texts.len() {
        for first in 0..second {
            found.push(((first, second), Comparison::of(read[first], read[second])));
        }
    }
    let compared: Vec<_> = found
        .iter()
        .map(|(articles, comparison)| Compared {
            articles: *articles,
            comparison,
        })
        .collect();
    likely_sources(&read, &compared)
}

/// The source of the one event of `texts`, and the kinds of its reasons, each once.
fn source(texts: &[&str]) -> Option<(usize, Vec<ReasonKind>)> {
    let found = sources(texts);
    assert!(found.len() <= 1, "{found:?}");
    let found = found.into_iter().next()?;
    assert!((0.0..1.0).contains(&found.confidence), "{found:?}");
    let mut kinds: Vec<_> = found.reasons.iter().map(|reason| reason.kind).collect();
    kinds.sort();
    kinds.dedup();
    Some((found.article, kinds))
}

const STORY: &str = "\
Firefighters in Skagen put out a blaze on Tuesday that had destroyed two warehouses at the fish market, \
leaving one guard with burns.

The fire began in a cold store shortly after midnight and spread along the quay, where forty trawlers \
were moored, before crews from three towns contained it.

“We were very lucky that the wind turned and carried the sparks out to sea,” fire chief Mette Holm said.

The market, which handles a fifth of the country's herring, will stay closed until the end of the month \
while engineers examine the quay.";

/// A part of it, with words left out.
const CUT: &str = "\
Firefighters in Skagen put out a blaze on Tuesday that had destroyed two warehouses at the fish market.

The fire began in a cold store shortly after midnight and spread along the quay before crews from three \
towns contained it.

The wind had turned and carried the sparks out to sea, fire chief Mette Holm said.";

fn filed(head: &str, story: &str) -> String {
    format!("{head}{story}")
}

#[test]
fn the_agency_that_others_credit_is_the_source() {
    let agency = filed("SKAGEN (Northwire) - ", STORY);
    let paper = format!("By Ida Lund and Northwire\n\n{CUT}");
    let radio = CUT.replace("Mette Holm said", "Mette Holm told Northwire");
    for texts in [
        [agency.as_str(), paper.as_str(), radio.as_str()],
        [paper.as_str(), radio.as_str(), agency.as_str()],
    ] {
        let (found, kinds) = source(&texts).expect("a source");
        assert_eq!(texts[found], agency);
        assert!(kinds.contains(&Credited), "{kinds:?}");
    }
    let [found] = sources(&[&agency, &radio]).try_into().expect("one event");
    let credited = found.reasons.iter().find(|reason| reason.kind == Credited);
    let credited = credited.expect("the credit");
    assert_eq!(credited.article, 1);
    assert_eq!(credited.a.unwrap().of(&agency), "Northwire");
    assert_eq!(credited.b.unwrap().of(&radio), "Northwire");
}

#[test]
fn a_whole_story_filed_by_an_agency_is_the_source_of_its_cut() {
    let agency = filed("SKAGEN (Northwire) - ", STORY);
    let (found, kinds) = source(&[CUT, &agency]).expect("a source");
    assert_eq!(found, 1);
    assert!(
        kinds.contains(&Agency) && kinds.contains(&QuotedWhole),
        "{kinds:?}"
    );
}

#[test]
fn what_was_filed_first_and_is_whole_is_the_source() {
    let first = filed("May 5, 2026\n\n", STORY);
    let second = filed("May 6, 2026\n\n", CUT);
    let (found, kinds) = source(&[&second, &first]).expect("a source");
    assert_eq!(found, 1);
    assert!(kinds.contains(&FiledEarlier), "{kinds:?}");
}

#[test]
fn two_copies_are_nobodys_source() {
    assert_eq!(source(&[STORY, STORY]), None);
    let agency = filed("SKAGEN (Northwire) - ", STORY);
    assert_eq!(source(&[&agency, &agency, &agency]), None);
}

#[test]
fn one_reason_alone_is_thin() {
    let first = filed("May 5, 2026\n\n", STORY);
    let second = filed("May 6, 2026\n\n", STORY);
    assert_eq!(source(&[&first, &second]), None);
}

#[test]
fn two_reporters_of_one_statement_do_not_derive_from_each_other() {
    let statement = "We will not accept a treaty that leaves the fishing grounds of our islands to the \
        trawlers of others, and we call on all parties to return to the table without delay.";
    let one = format!(
        "May 5, 2026\n\nThe premier of the Faroes rejected a draft pact on Tuesday after a night of talks in \
         Reykjavik that diplomats described as bitter.\n\n“{statement}” the premier said in a statement."
    );
    let other = format!(
        "May 6, 2026\n\nNordic capitals were scrambling to rescue their cod agreement after Torshavn walked \
         away on Tuesday, blaming its neighbours.\n\n“{statement}” its government leader wrote."
    );
    assert_eq!(source(&[&one, &other]), None);
}

#[test]
fn a_draft_put_together_from_two_agencies_is_not_their_source() {
    let other = "\
The guard who was hurt when two warehouses burned in Skagen on Tuesday had called the brigade himself, his \
employer said.

Insurers put the loss of herring and ice machines at nine million kroner, the largest since the storm flood.

Trawlers will land their catch at Hirtshals for a month, the harbour master told fishermen at a meeting.";
    let draft = format!("{STORY}\n\n{other}");
    assert!(source(&[STORY, other, &draft]).is_none_or(|(found, _)| found != 2));
}

#[test]
fn each_event_has_its_own_source() {
    let fire = filed("SKAGEN (Northwire) - ", STORY);
    let vote = "\
LISBON (Meridian Press) - Portugal's parliament voted on Friday to ban diesel buses from city centres by 2031, \
over protests from drivers.

The law passed by nine votes after a debate of eleven hours, and mayors have a year to draw the zones.

“It is the cleanest thing this chamber has ever done,” deputy Marta Nunes said.";
    let cut_vote = "\
Portugal's parliament voted on Friday to ban diesel buses from city centres by 2031.

The law passed by nine votes after a debate of eleven hours.

It was the cleanest thing the chamber had done, deputy Marta Nunes told Meridian Press.";
    let found = sources(&[&fire, vote, CUT, cut_vote]);
    let articles: Vec<_> = found.iter().map(|source| source.article).collect();
    assert_eq!(articles, [0, 1]);
    for source in &found {
        let other = source.article + 2;
        assert!(source.reasons.iter().all(|reason| reason.article == other));
    }
}

#[test]
fn articles_that_share_nothing_have_no_source() {
    assert_eq!(
        source(&[STORY, "Figs grow well on poor soil, gardeners have found."]),
        None
    );
    assert_eq!(source(&[STORY]), None);
    assert_eq!(source(&[]), None);
}
