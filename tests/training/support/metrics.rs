//! Figures of merit for classifiers.

/// Precision, recall and F1 from true positives, false positives and false negatives.
pub(crate) fn precision_recall(hit: usize, wrong: usize, missed: usize) -> (f64, f64, f64) {
    let precision = hit as f64 / (hit + wrong).max(1) as f64;
    let recall = hit as f64 / (hit + missed).max(1) as f64;
    let sum = precision + recall;
    (
        precision,
        recall,
        if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        },
    )
}

/// The mean of the classes' F1.
pub(crate) fn macro_f1(gold: &[usize], guess: &[usize], classes: usize) -> f64 {
    let of_class = |class: usize| {
        let count = |g: bool, p: bool| {
            gold.iter()
                .zip(guess)
                .filter(|(a, b)| ((**a == class) == g) && ((**b == class) == p))
                .count()
        };
        precision_recall(count(true, true), count(false, true), count(true, false)).2
    };
    (0..classes).map(of_class).sum::<f64>() / classes as f64
}
