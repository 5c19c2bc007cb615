//! How well a score ranks.

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
