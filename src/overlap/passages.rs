//! The passages of two articles: first those whose words say enough, then those that the model of
//! rewritten passages takes in.

use super::align::{Aligner, Taken};
use super::candidates::{self, Candidates};
use super::memory::{Findings, Memory};
use super::passage::Passage;
use super::rewritten::Observation;
use super::{Overlap, edits, rewritten, select, verbatim};
use crate::order::sort_by_key;

/// The passages found so far.
pub(super) struct Passages {
    /// In no order.
    chosen: Vec<Passage>,
    /// The terms that they take.
    taken: Taken,
    /// The pairs of sentences worth a look, in order.
    pairs: Vec<(u32, u32)>,
    /// What is known of each.
    findings: Vec<Findings>,
}

impl Passages {
    /// Those whose words say enough, found with what the last comparison remembers.
    pub fn sure(aligner: &mut Aligner, memory: &mut Memory) -> Self {
        let (a, b) = (aligner.a, aligner.b);
        let Candidates { pairs, weak } = if aligner.shared.identical {
            Candidates::default()
        } else {
            let runs = verbatim::runs(a, b, aligner.shared);
            candidates::candidates(a, b, aligner.shared, &runs, memory.best())
        };
        let mut findings = memory.recall(aligner, &pairs);
        for (findings, weak) in findings.iter_mut().zip(weak) {
            findings.weak = weak;
        }
        let (chosen, taken) = select::select(aligner, &pairs, &mut findings);
        Self {
            chosen,
            taken,
            pairs,
            findings,
        }
    }

    /// Adds those that say the same in other words; more is said again of one event. What was found is
    /// kept for the next comparison. Whether anything of what is shown is changed.
    pub fn add_rewritten(
        &mut self,
        aligner: &mut Aligner,
        memory: &mut Memory,
        same_event: bool,
    ) -> bool {
        let sure = self.chosen.len();
        let mut findings = std::mem::take(&mut self.findings);
        let (chosen, taken) = (&mut self.chosen, &mut self.taken);
        rewritten::add(
            aligner,
            &self.pairs,
            &mut findings,
            same_event,
            taken,
            chosen,
        );
        memory.keep(std::mem::take(&mut self.pairs), findings);
        chosen.len() > sure || chosen.iter().any(Passage::is_rewritten)
    }

    /// What the model of rewritten passages would be asked.
    pub fn questions(&mut self, aligner: &Aligner, same_event: bool) -> Vec<Observation> {
        let findings = &mut self.findings;
        let known = (&self.taken, &self.chosen[..]);
        rewritten::questions(aligner, &self.pairs, findings, same_event, known)
    }

    /// What is shown of them, ordered by their place in the first article.
    pub fn overlaps(&mut self, aligner: &Aligner) -> Vec<Overlap> {
        let (a, b) = (aligner.a, aligner.b);
        let mut overlaps = if aligner.shared.identical {
            edits::identical(a, b)
        } else {
            sort_by_key(&mut self.chosen, |passage| {
                (passage.a.start, passage.b.start)
            });
            let moved = select::moved(&self.chosen, b.terms.len());
            let passages = self.chosen.iter().zip(moved);
            passages
                .map(|(passage, moved)| edits::overlap(aligner, passage, moved))
                .collect()
        };
        sort_by_key(&mut overlaps, |overlap| (overlap.a, overlap.b));
        overlaps
    }
}
