//! Plagdet: how well reused passages were detected, from 0 to 1 (Potthast, Stein, Barrón-Cedeño and
//! Rosso, COLING 2010).
//!
//! Precision and recall are macro averages over detections and cases, each measured in characters of
//! both documents together; granularity is how many detections a detected case was cut into. Plagdet
//! is F1 over log2(1 + granularity).

use std::ops::Range;

/// Two passages of a pair of documents, in characters: a case that is known, or a detection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passages {
    /// In the suspicious document.
    pub a: Range<u32>,
    /// In the source.
    pub b: Range<u32>,
}

impl Passages {
    /// Whether the two have characters in common on either side.
    pub fn meets(&self, other: &Self) -> bool {
        common(&self.a, &other.a) > 0 && common(&self.b, &other.b) > 0
    }

    /// The share of the characters of both passages that lie in those of `others` that meet them.
    fn share_in(&self, others: &[Self]) -> f64 {
        let meeting = || others.iter().filter(|other| self.meets(other));
        let inside = covered(&self.a, meeting().map(|other| &other.a))
            + covered(&self.b, meeting().map(|other| &other.b));
        f64::from(inside) / (self.a.len() + self.b.len()) as f64
    }
}

/// What is known of one pair of documents, and what was detected in it.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    /// The cases. None of an unrelated pair.
    pub cases: Vec<Passages>,
    /// The detections.
    pub detections: Vec<Passages>,
}

/// The figures of a set of pairs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// Known cases.
    pub cases: usize,
    /// Detections.
    pub detections: usize,
    /// Pairs without a case in which something was detected.
    pub false_alarms: usize,
    /// The mean share of a detection that is in cases.
    pub precision: f64,
    /// The mean share of a case that is in detections.
    pub recall: f64,
    /// The mean number of detections of a detected case; 1 when none is detected.
    pub granularity: f64,
}

impl Score {
    /// The score of a set of pairs.
    pub fn of<'p>(pairs: impl IntoIterator<Item = &'p Pair>) -> Self {
        let mut precision = Mean::default();
        let mut recall = Mean::default();
        let mut granularity = Mean::default();
        let mut false_alarms = 0;
        for pair in pairs {
            for detection in &pair.detections {
                precision.add(detection.share_in(&pair.cases));
            }
            for case in &pair.cases {
                recall.add(case.share_in(&pair.detections));
                let meeting = pair.detections.iter().filter(|other| case.meets(other));
                let meeting = meeting.count();
                if meeting > 0 {
                    granularity.add(meeting as f64);
                }
            }
            false_alarms += usize::from(pair.cases.is_empty() && !pair.detections.is_empty());
        }
        Self {
            cases: recall.count,
            detections: precision.count,
            false_alarms,
            precision: precision.value(),
            recall: recall.value(),
            granularity: granularity.value().max(1.0),
        }
    }

    /// The one figure that they make together.
    pub fn plagdet(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 {
            return 0.0;
        }
        2.0 * self.precision * self.recall / sum / (1.0 + self.granularity).log2()
    }
}

/// A mean in the making.
#[derive(Default)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    /// The mean; 0 of nothing.
    fn value(&self) -> f64 {
        self.sum / self.count.max(1) as f64
    }
}

/// How many characters two ranges have in common.
fn common(one: &Range<u32>, other: &Range<u32>) -> u32 {
    one.end
        .min(other.end)
        .saturating_sub(one.start.max(other.start))
}

/// How many characters of `range` lie in at least one of `others`.
fn covered<'r>(range: &Range<u32>, others: impl Iterator<Item = &'r Range<u32>>) -> u32 {
    let mut others: Vec<_> = others.collect();
    others.sort_by_key(|other| other.start);
    let mut sum = 0;
    let mut left = range.clone();
    for other in others {
        sum += common(&left, other);
        left.start = left.start.max(other.end.min(left.end));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(a: Range<u32>, b: Range<u32>) -> Passages {
        Passages { a, b }
    }

    fn score(cases: Vec<Passages>, detections: Vec<Passages>) -> Score {
        Score::of([&Pair { cases, detections }])
    }

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn what_is_found_exactly_scores_one() {
        let case = passages(0..100, 50..150);
        let score = score(vec![case.clone()], vec![case]);
        assert!(close(score.plagdet(), 1.0));
        assert_eq!(score.false_alarms, 0);
    }

    #[test]
    fn nothing_found_scores_nothing() {
        let score = score(vec![passages(0..100, 0..100)], Vec::new());
        assert!(close(score.plagdet(), 0.0) && close(score.granularity, 1.0));
    }

    #[test]
    fn precision_and_recall_count_characters_of_both_sides() {
        // 50 of 100 and 100 of 100 characters of the case; 50 of 100 and 100 of 300 of the detection.
        let score = score(
            vec![passages(0..100, 0..100)],
            vec![passages(50..150, 0..300)],
        );
        assert!(close(score.recall, 150.0 / 200.0));
        assert!(close(score.precision, 150.0 / 400.0));
        assert!(close(score.plagdet(), 0.5));
    }

    #[test]
    fn a_case_cut_in_two_costs_granularity_alone() {
        let score = score(
            vec![passages(0..100, 0..100)],
            vec![passages(0..50, 0..50), passages(50..100, 50..100)],
        );
        assert!(close(score.precision, 1.0) && close(score.recall, 1.0));
        assert!(close(score.granularity, 2.0));
        assert!(close(score.plagdet(), 1.0 / 3.0_f64.log2()));
    }

    #[test]
    fn detections_of_one_place_count_once() {
        let score = score(
            vec![passages(0..100, 0..100)],
            vec![passages(0..60, 0..100), passages(40..80, 0..100)],
        );
        assert!(close(score.recall, 180.0 / 200.0));
    }

    #[test]
    fn a_passage_that_meets_a_case_on_one_side_alone_is_wrong() {
        let score = score(
            vec![passages(0..100, 0..100)],
            vec![passages(0..100, 500..600)],
        );
        assert!(close(score.precision, 0.0) && close(score.recall, 0.0));
    }

    #[test]
    fn averages_are_over_cases_and_detections_of_all_pairs() {
        let case = passages(0..100, 0..100);
        let pairs = [
            Pair {
                cases: vec![case.clone(), passages(200..300, 200..300)],
                detections: vec![case.clone()],
            },
            Pair {
                cases: Vec::new(),
                detections: vec![case],
            },
        ];
        let score = Score::of(&pairs);
        assert!(close(score.recall, 0.5) && close(score.precision, 0.5));
        assert_eq!(
            (score.cases, score.detections, score.false_alarms),
            (2, 2, 1)
        );
    }
}
