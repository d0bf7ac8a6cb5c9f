//! Logistic regression, fitted by Newton's method with a ridge: the same input gives the same
//! weights.

use crate::example::Example;
use std::fmt;
use wiremark::overlap::rewritten::{FEATURES, logarithm};

/// The bias first, then a weight for each feature.
pub type Weights = [f64; FEATURES.len() + 1];

const SIZE: usize = FEATURES.len() + 1;
/// How strongly weights are drawn to nought: they are measured on few examples.
const RIDGE: f64 = 2.0;
const ROUNDS: usize = 30;
const HALVINGS: i32 = 20;

/// The odds, as a logarithm, that the passages of an example say the same.
pub fn odds(weights: &Weights, example: &Example) -> f64 {
    let prior = -f64::from(logarithm(example.observation.sentences));
    let row = row(example);
    prior + row.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>()
}

fn row(example: &Example) -> [f64; SIZE] {
    let mut row = [1.0; SIZE];
    for (cell, feature) in row[1..].iter_mut().zip(example.observation.features) {
        *cell = f64::from(feature);
    }
    row
}

/// The weights under which the examples are likeliest.
pub fn fit(examples: &[&Example]) -> Weights {
    let mut weights = [0.0; SIZE];
    for _ in 0..ROUNDS {
        let mut slope = [0.0; SIZE];
        let mut curve = [[0.0; SIZE]; SIZE];
        for at in 1..SIZE {
            slope[at] = -RIDGE * weights[at];
            curve[at][at] = RIDGE;
        }
        curve[0][0] = 1e-6;
        for example in examples {
            let probability = 1.0 / (1.0 + (-odds(&weights, example)).exp());
            let error = f64::from(u8::from(example.same)) - probability;
            let spread = example.weight * probability * (1.0 - probability);
            let row = row(example);
            for one in 0..SIZE {
                slope[one] += example.weight * error * row[one];
                for other in 0..SIZE {
                    curve[one][other] += spread * row[one] * row[other];
                }
            }
        }
        // A full step may overshoot: it is halved until it leads upwards.
        let step = solved(curve, slope);
        let height = likelihood(&weights, examples);
        let halved = |times: i32| {
            let mut next = weights;
            for (weight, step) in next.iter_mut().zip(step) {
                *weight += step / 2_f64.powi(times);
            }
            next
        };
        let next = (0..HALVINGS)
            .map(halved)
            .find(|next| likelihood(next, examples) > height);
        let Some(next) = next else {
            break;
        };
        weights = next;
    }
    weights
}

/// The logarithm of how likely the examples are, less what the ridge takes.
fn likelihood(weights: &Weights, examples: &[&Example]) -> f64 {
    let of_example = |example: &&Example| {
        let odds = odds(weights, example);
        let towards = if example.same { odds } else { -odds };
        -example.weight * (towards.min(0.0).abs() + (-towards.abs()).exp().ln_1p())
    };
    let ridge: f64 = weights[1..].iter().map(|weight| weight * weight).sum();
    examples.iter().map(of_example).sum::<f64>() - RIDGE * ridge / 2.0
}

/// Solves a system of linear equations whose matrix is positive definite (Gauss).
fn solved(mut matrix: [[f64; SIZE]; SIZE], mut right: [f64; SIZE]) -> [f64; SIZE] {
    for pivot in 0..SIZE {
        for below in pivot + 1..SIZE {
            let factor = matrix[below][pivot] / matrix[pivot][pivot];
            let upper = matrix[pivot];
            for (cell, above) in matrix[below].iter_mut().zip(upper) {
                *cell -= factor * above;
            }
            right[below] -= factor * right[pivot];
        }
    }
    for pivot in (0..SIZE).rev() {
        let known: f64 = (pivot + 1..SIZE)
            .map(|at| matrix[pivot][at] * right[at])
            .sum();
        right[pivot] = (right[pivot] - known) / matrix[pivot][pivot];
    }
    right
}

/// How the model does on some examples where what is as likely as not is accepted.
pub struct Figures {
    right: usize,
    found: usize,
    same: usize,
    all: usize,
}

impl Figures {
    /// Asks the model.
    pub fn of(weights: &Weights, examples: &[Example]) -> Self {
        let mut figures = Self {
            right: 0,
            found: 0,
            same: 0,
            all: examples.len(),
        };
        for example in examples {
            let accepted = odds(weights, example) >= 0.0;
            figures.found += usize::from(accepted);
            figures.same += usize::from(example.same);
            figures.right += usize::from(accepted && example.same);
        }
        figures
    }

    /// The share of what is accepted that says the same.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of what says the same that is accepted.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.same.max(1) as f64
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            found, same, all, ..
        } = self;
        if *same == 0 {
            return write!(out, "{found} of {all} wrongly accepted");
        }
        let (precision, recall) = (self.precision(), self.recall());
        write!(
            out,
            "precision {precision:.3}, recall {recall:.3} ({same} of {all} say the same)"
        )
    }
}
