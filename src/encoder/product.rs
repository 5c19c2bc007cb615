//! y = x·Wᵀ + b in whole numbers: weights are stored in seven bits, rows of x become eight bits as they
//! come, each with a scale of its own.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix, QuantParams};
use rten_tensor::NdTensorView;

/// The greatest size of a stored weight. Two products of a byte and such a weight, added, fit sixteen
/// bits (2 · 255 · 63 < 2¹⁵), which is what the kernels without special instructions add them in.
pub(super) const GREATEST: i8 = 63;

/// What zero becomes in a row of x. One for all rows: `rten-gemm` 0.27 gets rows past the first tile wrong
/// where they differ.
const ZERO: u8 = 128;

/// One matrix with its bias.
pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    /// Of each output.
    scales: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
    /// The zero of every output's weights: none is shifted.
    zeros: Vec<i8>,
}

/// What multiplies (it stays on its thread), and room used from one product to the next.
#[derive(Default)]
pub(super) struct Spare {
    gemm: GemmExecutor<u8, i8, i32>,
    codes: Vec<u8>,
    steps: Vec<f32>,
    zeros: Vec<u8>,
    sums: Vec<i32>,
}

impl Linear {
    /// Weights by output, `inputs` each; a scale and a bias an output.
    pub(super) fn new(weights: &[i8], scales: Vec<f32>, bias: Vec<f32>, inputs: usize) -> Self {
        let gemm = GemmExecutor::<u8, i8, i32>::new();
        let view = NdTensorView::from_data([bias.len(), inputs], weights);
        Self {
            weights: gemm.prepack_b(view.transposed()),
            zeros: vec![0; bias.len()],
            scales,
            bias,
            inputs,
        }
    }

    /// The rows of x, one after another, into the rows of y.
    pub(super) fn apply(&self, x: &[f32], y: &mut Vec<f32>, spare: &mut Spare) {
        spare.quantise(x, self.inputs);
        let (rows, outputs) = (spare.steps.len(), self.bias.len());
        spare.sums.clear();
        spare.sums.resize(rows * outputs, 0);
        let codes = NdTensorView::from_data([rows, self.inputs], spare.codes.as_slice());
        let options = GemmOptions {
            a_quant: Some(QuantParams {
                zero_point: &spare.zeros,
            }),
            b_quant: Some(QuantParams {
                zero_point: &self.zeros,
            }),
            ..GemmOptions::default()
        };
        let (a, b) = (
            GemmInputA::Unpacked(codes),
            GemmInputB::Packed(&self.weights),
        );
        let done = spare.gemm.gemm(&mut spare.sums, a, b, options);
        debug_assert!(done.is_ok(), "the shapes were checked on reading");
        y.clear();
        for (sums, step) in spare.sums.chunks_exact(outputs).zip(&spare.steps) {
            let parts = sums.iter().zip(&self.scales).zip(&self.bias);
            y.extend(parts.map(|((sum, scale), bias)| *sum as f32 * (step * scale) + bias));
        }
    }
}

impl Spare {
    /// Rows of numbers as rows of bytes, and what one unit of each stands for.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and 255"
    )]
    fn quantise(&mut self, x: &[f32], inputs: usize) {
        self.codes.clear();
        self.steps.clear();
        for row in x.chunks_exact(inputs) {
            let greatest = row
                .iter()
                .fold(0.0_f32, |most, value| most.max(value.abs()));
            let step = (greatest / 127.0).max(1e-9);
            let units = 1.0 / step;
            let code = |value: &f32| (value * units + (f32::from(ZERO) + 0.5)) as u8;
            self.codes.extend(row.iter().map(code));
            self.steps.push(step);
        }
        self.zeros.clear();
        self.zeros.resize(self.steps.len(), ZERO);
    }
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "tests")]
mod tests {
    use super::*;
    use crate::stats::Rng;

    /// The product as it is written in the books, on the same bytes.
    fn reference(weights: &[i8], linear: &Linear, x: &[f32]) -> Vec<f32> {
        let mut spare = Spare::default();
        spare.quantise(x, linear.inputs);
        let rows = spare.codes.chunks_exact(linear.inputs).zip(&spare.steps);
        let of_row = |(codes, step): (&[u8], &f32)| {
            let outputs = weights.chunks_exact(linear.inputs);
            let sums = outputs.map(|weights| {
                let parts = codes.iter().zip(weights);
                parts
                    .map(|(code, weight)| (i32::from(*code) - 128) * i32::from(*weight))
                    .sum::<i32>()
            });
            let scaled = sums.zip(&linear.scales).zip(&linear.bias);
            scaled
                .map(|((sum, scale), bias)| sum as f32 * (step * scale) + bias)
                .collect::<Vec<f32>>()
        };
        rows.flat_map(of_row).collect()
    }

    /// Whatever kernel this processor has, sums are exact: also where every weight and every byte is as
    /// large as it can be, and for rows past the first tile.
    #[test]
    fn the_kernel_of_this_processor_gives_the_sums_of_the_books() {
        let mut rng = Rng::new(7);
        for (outputs, inputs, rows) in [(24, 16, 1), (384, 384, 5), (40, 1536, 70), (1152, 384, 9)]
        {
            for extreme in [false, true] {
                let weights: Vec<i8> = (0..outputs * inputs)
                    .map(|_| match rng.below(127) {
                        value if !extreme => value as i8 - GREATEST,
                        value if value % 2 == 0 => GREATEST,
                        _ => -GREATEST,
                    })
                    .collect();
                let x: Vec<f32> = (0..rows * inputs)
                    .map(|_| match rng.below(2001) {
                        value if !extreme => value as f32 / 1000.0 - 1.0,
                        value => f32::from(value as u16 % 3) - 1.0,
                    })
                    .collect();
                let scales = (0..outputs).map(|at| 0.001 + at as f32 * 1e-6).collect();
                let bias = (0..outputs).map(|at| at as f32 * 0.01).collect();
                let linear = Linear::new(&weights, scales, bias, inputs);
                let mut y = Vec::new();
                let mut spare = Spare::default();
                linear.apply(&x, &mut y, &mut spare);
                let exact = reference(&weights, &linear, &x);
                let kernel = spare.gemm.kernel_name();
                assert_eq!(y, exact, "{outputs}×{inputs}, {rows} rows: {kernel}");
            }
        }
    }
}
