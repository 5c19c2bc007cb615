//! Logistic regression over sparse features with a quadratic penalty, fitted by L-BFGS. Deterministic.

/// One example: features (position, value) and its class.
pub(crate) struct Example {
    pub(crate) features: Vec<(usize, f32)>,
    pub(crate) class: usize,
    /// How much it counts.
    pub(crate) weight: f64,
}

/// A fitted model: for every feature one weight a class, then one bias a class.
pub(crate) struct Model {
    classes: usize,
    weights: Vec<f64>,
}

impl Model {
    /// Fits `classes` classes over `size` features; `penalty(feature)` multiplies half the square of
    /// its weights, in units of the mean loss.
    pub(crate) fn fit(
        examples: &[Example],
        size: usize,
        classes: usize,
        penalty: &dyn Fn(usize) -> f64,
    ) -> Self {
        let mut weights = vec![0.0; (size + 1) * classes];
        let penalties: Vec<f64> = (0..size)
            .flat_map(|f| std::iter::repeat_n(penalty(f), classes))
            .collect();
        let total: f64 = examples.iter().map(|e| e.weight).sum();
        minimise(&mut weights, 250, |w, gradient| {
            loss(examples, classes, size, &penalties, total, w, gradient)
        });
        Self { classes, weights }
    }

    /// The weight of one feature for one class.
    pub(crate) fn weight(&self, feature: usize, class: usize) -> f64 {
        self.weights[feature * self.classes + class]
    }

    /// The bias of one class.
    pub(crate) fn bias(&self, class: usize) -> f64 {
        self.weights[self.weights.len() - self.classes + class]
    }

    /// The probabilities of the classes.
    pub(crate) fn probabilities(&self, features: &[(usize, f32)]) -> Vec<f64> {
        softmax(&scores(&self.weights, self.classes, features))
    }
}

fn scores(weights: &[f64], classes: usize, features: &[(usize, f32)]) -> Vec<f64> {
    let mut scores = weights[weights.len() - classes..].to_vec();
    for &(feature, value) in features {
        for (score, weight) in scores.iter_mut().zip(&weights[feature * classes..]) {
            *score += weight * f64::from(value);
        }
    }
    scores
}

fn softmax(scores: &[f64]) -> Vec<f64> {
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

fn loss(
    examples: &[Example],
    classes: usize,
    size: usize,
    penalties: &[f64],
    total: f64,
    w: &[f64],
    gradient: &mut [f64],
) -> f64 {
    let mut value = 0.0;
    gradient.fill(0.0);
    for example in examples {
        let probabilities = softmax(&scores(w, classes, &example.features));
        let share = example.weight / total;
        value -= share * probabilities[example.class].max(1e-300).ln();
        for (class, probability) in probabilities.iter().enumerate() {
            let error = share * (probability - f64::from(u8::from(class == example.class)));
            for &(feature, x) in &example.features {
                gradient[feature * classes + class] += error * f64::from(x);
            }
            gradient[size * classes + class] += error;
        }
    }
    for ((g, weight), penalty) in gradient.iter_mut().zip(w).zip(penalties) {
        value += 0.5 * penalty * weight * weight;
        *g += penalty * weight;
    }
    value
}

/// How much each feature tells the classes apart: the largest log ratio of its share in one class to its
/// share in the others, kept within `limits`. Weights of telling features deserve a smaller penalty (Wang &
/// Manning 2012).
pub(crate) fn strength(
    examples: &[Example],
    size: usize,
    classes: usize,
    limits: (f64, f64),
) -> Vec<f64> {
    let mut counts = vec![vec![1.0_f64; classes]; size];
    for example in examples {
        for &(feature, value) in &example.features {
            counts[feature][example.class] += f64::from(u8::from(value > 0.0));
        }
    }
    let totals: Vec<f64> = (0..classes)
        .map(|class| counts.iter().map(|count| count[class]).sum())
        .collect();
    let all: f64 = totals.iter().sum();
    let ratio = |count: &[f64], class: usize| {
        let own = count[class] / totals[class];
        let others = (count.iter().sum::<f64>() - count[class]) / (all - totals[class]);
        (own / others).ln().abs()
    };
    let strongest = |count: &Vec<f64>| (0..classes).map(|c| ratio(count, c)).fold(0.0, f64::max);
    counts
        .iter()
        .map(|count| strongest(count).clamp(limits.0, limits.1))
        .collect()
}

/// Minimises a smooth function from `w` on by L-BFGS with backtracking.
fn minimise(w: &mut Vec<f64>, steps: usize, mut f: impl FnMut(&[f64], &mut [f64]) -> f64) {
    const MEMORY: usize = 8;
    let mut gradient = vec![0.0; w.len()];
    let mut value = f(w, &mut gradient);
    let mut pairs: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..steps {
        let direction = descent(&gradient, &pairs);
        let slope = dot(&direction, &gradient);
        if slope > -1e-12 {
            break;
        }
        let mut step = if pairs.is_empty() {
            1.0 / dot(&gradient, &gradient).sqrt().max(1.0)
        } else {
            1.0
        };
        let mut next_gradient = vec![0.0; w.len()];
        let (next, next_value) = loop {
            let next: Vec<f64> = w
                .iter()
                .zip(&direction)
                .map(|(w, d)| w + step * d)
                .collect();
            let next_value = f(&next, &mut next_gradient);
            if next_value <= value + 1e-4 * step * slope || step < 1e-10 {
                break (next, next_value);
            }
            step *= 0.5;
        };
        let s: Vec<f64> = next.iter().zip(w.iter()).map(|(a, b)| a - b).collect();
        let y: Vec<f64> = next_gradient
            .iter()
            .zip(&gradient)
            .map(|(a, b)| a - b)
            .collect();
        let done = (value - next_value).abs() < 1e-7 * value.abs().max(1e-9);
        *w = next;
        gradient = next_gradient;
        value = next_value;
        if done {
            break;
        }
        if dot(&s, &y) > 1e-14 {
            pairs.push((s, y));
            if pairs.len() > MEMORY {
                pairs.remove(0);
            }
        }
    }
}

fn descent(gradient: &[f64], pairs: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut q: Vec<f64> = gradient.to_vec();
    let mut alphas = Vec::new();
    for (s, y) in pairs.iter().rev() {
        let alpha = dot(s, &q) / dot(y, s);
        add(&mut q, -alpha, y);
        alphas.push(alpha);
    }
    if let Some((s, y)) = pairs.last() {
        let scale = dot(s, y) / dot(y, y);
        for x in &mut q {
            *x *= scale;
        }
    }
    for ((s, y), alpha) in pairs.iter().zip(alphas.iter().rev()) {
        let beta = dot(y, &q) / dot(y, s);
        add(&mut q, alpha - beta, s);
    }
    for x in &mut q {
        *x = -*x;
    }
    q
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn add(a: &mut [f64], factor: f64, b: &[f64]) {
    for (x, y) in a.iter_mut().zip(b) {
        *x += factor * y;
    }
}
