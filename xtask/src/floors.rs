//! The figures that the seed articles must reach. A change may raise a floor, never lower one.

use std::collections::BTreeMap;

/// The scorer's figures by name. A figure without a value does not apply.
pub type Figures = BTreeMap<String, Option<f64>>;

/// Each figure with its floor, from 0 to 1.
const FLOORS: [(&str, f64); 14] = [
    ("overlap.same.precision", 0.95),
    ("overlap.same.recall.verbatim", 1.0),
    ("overlap.same.recall.near_verbatim", 0.94),
    ("overlap.same.recall.rewritten", 0.65),
    ("overlap.label_accuracy", 0.85),
    ("overlap.same_event_accuracy", 1.0),
    ("entities.PER+ORG+LOC.F1", 0.93),
    ("clusters.b3.F1", 0.93),
    ("quote_change.recall.altered", 1.0),
    ("quote_change.recall.made_indirect", 1.0),
    ("sentences.boundary.F1", 0.98),
    ("quotations.recall", 1.0),
    ("boilerplate.P", 0.95),
    ("boilerplate.R", 0.95),
];

/// One line for each figure that is below its floor or missing.
pub fn below(figures: &Figures) -> Vec<String> {
    let low = |name: &str, floor: f64| value(figures, name).is_none_or(|figure| figure < floor);
    FLOORS
        .into_iter()
        .filter(|(name, floor)| low(name, *floor))
        .map(|(name, floor)| line(figures, name, floor))
        .collect()
}

/// One line for each figure that has a floor and a name with one of these starts.
pub fn lines(figures: &Figures, starts: &[&str]) -> Vec<String> {
    FLOORS
        .into_iter()
        .filter(|(name, _)| starts.iter().any(|start| name.starts_with(start)))
        .map(|(name, floor)| line(figures, name, floor))
        .collect()
}

fn line(figures: &Figures, name: &str, floor: f64) -> String {
    match value(figures, name) {
        Some(figure) => format!("{name} is {figure:.3}, its floor {floor:.3}"),
        None => format!("{name} is missing, its floor {floor:.3}"),
    }
}

fn value(figures: &Figures, name: &str) -> Option<f64> {
    figures.get(name).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_at_its_floor_passes_and_one_below_or_missing_is_named() {
        let mut figures: Figures = FLOORS
            .iter()
            .map(|(name, floor)| ((*name).to_owned(), Some(*floor)))
            .collect();
        assert!(below(&figures).is_empty());
        figures.insert("overlap.same.precision".to_owned(), Some(0.9));
        figures.remove("entities.PER+ORG+LOC.F1");
        let lines = below(&figures);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].contains("overlap.same.precision is 0.900"));
        assert!(lines[1].contains("entities.PER+ORG+LOC.F1 is missing"));
    }

    #[test]
    fn figures_are_listed_by_the_start_of_their_name() {
        let figures = Figures::from([("boilerplate.P".to_owned(), Some(0.5))]);
        assert_eq!(
            lines(&figures, &["boilerplate."]),
            [
                "boilerplate.P is 0.500, its floor 0.950",
                "boilerplate.R is missing, its floor 0.950"
            ]
        );
    }
}
