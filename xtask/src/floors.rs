//! The figures that the seed articles must reach. A change may raise a floor, never lower one.

use std::collections::BTreeMap;

/// The scorer's figures by name. A figure without a value does not apply.
pub type Figures = BTreeMap<String, Option<f64>>;

/// Each figure with its floor, from 0 to 1.
const FLOORS: [(&str, f64); 4] = [
    ("overlap.same.precision", 0.94),
    ("overlap.same.recall.verbatim", 1.0),
    ("overlap.same.recall.near_verbatim", 0.85),
    ("entities.PER+ORG+LOC.F1", 0.85),
];

/// One line for each figure that is below its floor or missing.
pub fn below(figures: &Figures) -> Vec<String> {
    FLOORS
        .iter()
        .filter_map(
            |(name, floor)| match figures.get(*name).copied().flatten() {
                Some(figure) if figure >= *floor => None,
                Some(figure) => Some(format!("    {name} is {figure:.3}, its floor {floor:.3}")),
                None => Some(format!("    {name} is missing, its floor {floor:.3}")),
            },
        )
        .collect()
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
}
