//! p-values adjusted for the number of tests made.

/// Benjamini–Hochberg adjusted p-values, in the order given: the smallest false discovery rate at
/// which each would still be called a difference.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = p.iter().copied().enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let tests = p.len();
    let mut adjusted = vec![1.0; tests];
    let mut smallest = 1.0_f64;
    for (above, (index, value)) in order.into_iter().enumerate() {
        let rank = tests - above;
        smallest = smallest.min(value * tests as f64 / rank as f64);
        if let Some(slot) = adjusted.get_mut(index) {
            *slot = smallest;
        }
    }
    adjusted
}
