//! The figures that are reported.

/// Area under the ROC curve: how often a positive scores above a negative, ties by half.
pub(crate) fn auc(scores: &[f64], positive: &[bool]) -> f64 {
    let mut order: Vec<(f64, bool)> = scores
        .iter()
        .copied()
        .zip(positive.iter().copied())
        .collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut sum) = (0.0, 0.0);
    for tie in order.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let positives = tie.iter().filter(|(_, positive)| *positive).count() as f64;
        let negatives = tie.len() as f64 - positives;
        sum += positives * (below + negatives / 2.0);
        below += negatives;
    }
    sum / (below * (scores.len() as f64 - below))
}

/// Pearson's correlation.
pub(crate) fn pearson(x: &[f64], y: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mx, my) = (mean(x), mean(y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        xy += (a - mx) * (b - my);
        xx += (a - mx).powi(2);
        yy += (b - my).powi(2);
    }
    xy / (xx * yy).sqrt()
}

/// Share of the values for which `is` holds, in per cent.
pub(crate) fn percent(values: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    100.0 * values.iter().filter(|v| is(**v)).count() as f64 / values.len().max(1) as f64
}
