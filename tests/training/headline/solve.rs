//! Penalised logistic regression by limited-memory BFGS.

use std::collections::VecDeque;

/// One example: its features (position, value) and the probability it should get.
pub(crate) struct Example {
    pub(crate) terms: Vec<(usize, f64)>,
    pub(crate) target: f64,
}

/// What is minimised: logistic loss plus `½ Σ hold (w − start)²`. An infinite hold fixes the weight.
pub(crate) struct Problem {
    pub(crate) examples: Vec<Example>,
    pub(crate) start: Vec<f64>,
    pub(crate) hold: Vec<f64>,
}

const STEPS: usize = 300;
const MEMORY: usize = 8;
const CLOSE_ENOUGH: f64 = 1e-7;

impl Problem {
    fn loss(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let mut gradient = vec![0.0; weights.len()];
        let mut loss = 0.0;
        for example in &self.examples {
            let z: f64 = example
                .terms
                .iter()
                .map(|(i, value)| weights[*i] * value)
                .sum();
            loss += z.max(0.0) + (-z.abs()).exp().ln_1p() - example.target * z;
            let error = 1.0 / (1.0 + (-z).exp()) - example.target;
            for (i, value) in &example.terms {
                gradient[*i] += error * value;
            }
        }
        for (i, hold) in self.hold.iter().enumerate() {
            if hold.is_infinite() {
                gradient[i] = 0.0;
                continue;
            }
            let off = weights[i] - self.start[i];
            loss += 0.5 * hold * off * off;
            gradient[i] += hold * off;
        }
        (loss, gradient)
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], what: &[f64], times: f64) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += times * what;
    }
}

/// The direction of descent from the gradient and the last steps.
fn direction(gradient: &[f64], past: &VecDeque<(Vec<f64>, Vec<f64>)>) -> Vec<f64> {
    let mut d: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut kept = Vec::new();
    for (step, change) in past.iter().rev() {
        let share = dot(step, &d) / dot(step, change);
        add(&mut d, change, -share);
        kept.push(share);
    }
    if let Some((step, change)) = past.back() {
        let scale = dot(step, change) / dot(change, change);
        for value in &mut d {
            *value *= scale;
        }
    }
    for ((step, change), share) in past.iter().zip(kept.into_iter().rev()) {
        let back = dot(change, &d) / dot(step, change);
        add(&mut d, step, share - back);
    }
    d
}

/// The weights with the least loss.
pub(crate) fn minimise(problem: &Problem) -> Vec<f64> {
    let mut weights = problem.start.clone();
    let (mut loss, mut gradient) = problem.loss(&weights);
    let mut past = VecDeque::new();
    for round in 0..STEPS {
        let d = direction(&gradient, &past);
        let slope = dot(&d, &gradient);
        let mut length = if round == 0 {
            1.0 / dot(&d, &d).sqrt()
        } else {
            1.0
        };
        let (next, next_loss, next_gradient) = loop {
            let next: Vec<f64> = weights
                .iter()
                .zip(&d)
                .map(|(w, d)| w + length * d)
                .collect();
            let (next_loss, next_gradient) = problem.loss(&next);
            if next_loss <= loss + 1e-4 * length * slope || length < 1e-12 {
                break (next, next_loss, next_gradient);
            }
            length *= 0.5;
        };
        let step: Vec<f64> = next.iter().zip(&weights).map(|(a, b)| a - b).collect();
        let change: Vec<f64> = next_gradient
            .iter()
            .zip(&gradient)
            .map(|(a, b)| a - b)
            .collect();
        let done = loss - next_loss < CLOSE_ENOUGH * loss.abs();
        if dot(&step, &change) > 1e-12 {
            past.push_back((step, change));
            if past.len() > MEMORY {
                past.pop_front();
            }
        }
        (weights, loss, gradient) = (next, next_loss, next_gradient);
        if done {
            break;
        }
    }
    weights
}
