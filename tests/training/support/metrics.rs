//! Figures of merit for classifiers.

/// The area under the ROC curve: how often a positive outranks a negative.
pub(crate) fn auc(scores: &[f64], positive: &[bool]) -> f64 {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    let mut rank_sum = 0.0;
    let mut at = 0;
    while at < order.len() {
        let tied = order[at..]
            .iter()
            .take_while(|&&i| scores[i].total_cmp(&scores[order[at]]).is_eq())
            .count();
        let rank = 0.5f64.mul_add(tied as f64 + 1.0, at as f64);
        rank_sum += rank
            * order[at..at + tied]
                .iter()
                .filter(|&&i| positive[i])
                .count() as f64;
        at += tied;
    }
    let yes = positive.iter().filter(|&&p| p).count() as f64;
    let no = positive.len() as f64 - yes;
    (rank_sum - yes * (yes + 1.0) / 2.0) / (yes * no)
}

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
