//! The functions of a layer. Plain arithmetic in a fixed order, eight sums side by side: the compiler may
//! use vectors, and the result is the same whether it does or not.

use super::WIDTH;

/// Numbers that are added side by side.
const LANES: usize = 8;

/// The sum of `of` over `row`, whose length is a multiple of eight.
pub(super) fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    for chunk in row.chunks_exact(LANES) {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += of(*value);
        }
    }
    lanes.iter().sum()
}

/// The scalar product of two rows whose length is a multiple of eight.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for ((lane, x), y) in lanes.iter_mut().zip(a).zip(b) {
            *lane += x * y;
        }
    }
    lanes.iter().sum()
}

/// Adds `b` to `a`.
pub(super) fn add(a: &mut [f32], b: &[f32]) {
    for (a, b) in a.iter_mut().zip(b) {
        *a += b;
    }
}

/// Layer normalisation (Ba et al. 2016) of every row, with a scale and a shift for each number.
pub(super) fn normalise(rows: &mut [f32], scale: &[f32], shift: &[f32]) {
    /// As in the reference.
    const EPSILON: f32 = 1e-12;
    for row in rows.chunks_exact_mut(WIDTH) {
        let mean = sum(row, |value| value) / WIDTH as f32;
        let variance = sum(row, |value| (value - mean) * (value - mean)) / WIDTH as f32;
        let steepness = 1.0 / (variance + EPSILON).sqrt();
        for ((value, scale), shift) in row.iter_mut().zip(scale).zip(shift) {
            *value = (*value - mean) * steepness * scale + shift;
        }
    }
}

/// x·Φ(x) (Hendrycks & Gimpel 2016), with Φ by Abramowitz & Stegun 7.1.26 (error below 2·10⁻⁷).
pub(super) fn gelu(row: &mut [f32]) {
    for value in row.iter_mut() {
        let z = value.abs() * std::f32::consts::FRAC_1_SQRT_2;
        let t = 1.0 / (1.0 + 0.327_591_1 * z);
        let polynomial = t
            * (0.254_829_6
                + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
        let error_function = 1.0 - polynomial * exp(-z * z);
        *value = 0.5 * *value * (1.0 + error_function.copysign(*value));
    }
}

/// eˣ for x ≤ 0, relative error below 4·10⁻⁶ down to −40: a polynomial on the fraction, the exponent's bits for the rest.
/// Without a branch, so that it vectorises; `f32::exp` differs between systems.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the exponent lies between −126 and 0"
)]
pub(super) fn exp(x: f32) -> f32 {
    /// 1.5 · 2²³: a number this large has no binary places, so adding it rounds to a whole number.
    const TO_WHOLE: f32 = 12_582_912.0;
    let power = (x * std::f32::consts::LOG2_E).max(-126.0);
    let whole = (power + TO_WHOLE) - TO_WHOLE;
    let rest = power - whole;
    let polynomial = 1.0
        + rest
            * (std::f32::consts::LN_2
                + rest
                    * (0.240_226_5
                        + rest
                            * (0.055_504_11
                                + rest
                                    * (0.009_618_129
                                        + rest * (0.001_333_355_8 + rest * 0.000_154_035_3)))));
    f32::from_bits((((whole as i32) + 127) << 23) as u32) * polynomial
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_and_gelu_are_what_they_approximate() {
        for step in 0..4000_u16 {
            let x = -f32::from(step) * 0.01;
            let (ours, exact) = (exp(x), x.exp());
            assert!((ours - exact).abs() <= 4e-6 * exact, "exp({x})");
        }
        // Φ from tables: 1, −1, 2, 0.
        let mut values = [1.0_f32, -1.0, 2.0, 0.0];
        gelu(&mut values);
        for (ours, exact) in values.iter().zip([0.841_344_7, -0.158_655_3, 1.954_5, 0.0]) {
            assert!((ours - exact).abs() < 1e-4, "{ours} {exact}");
        }
    }
}
