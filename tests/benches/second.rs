//! Milliseconds a sentence of 27 pieces to the second reader, one thread, shares of words included; beside the
//! matrix products of the same three layers alone, in 32-bit numbers: the least that a plain reading would take.
//!
//! ```text
//! RAYON_NUM_THREADS=1 cargo bench --no-default-features --features second-reader --bench second
//! ```

#![expect(clippy::print_stdout, reason = "the program's result")]
#![expect(clippy::indexing_slicing, reason = "a bench of fixed shapes")]

use std::hint::black_box;
use std::time::Instant;

use parallax::encoder::{Encoder, LAYERS, WIDTH};
use parallax::score::second::SecondReader;
use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::NdTensorView;

/// 27 pieces each, the marks of beginning and end included.
const SENTENCES: [&str; 4] = [
    "The council voted late on Monday to close two of its five libraries, a step that the mayor called painful but needed.",
    "Officials said the storm had torn the roofs off dozens of houses along the coast and left thousands of people without power.",
    "Critics of the plan say that it would cost far more than promised and that nobody has explained who is going to pay.",
    "The company, which makes parts for wind turbines, reported a small profit for the first time since it was founded.",
];
const RUNS: usize = 60;

/// The fastest of many short runs, in milliseconds: other work on the machine does not count.
fn fastest(mut work: impl FnMut()) -> f64 {
    let run = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..RUNS)
        .map(|_| run(&mut work))
        .fold(f64::INFINITY, f64::min)
}

/// The products of one stretch of `rows` pieces: four of the width of a state, two four times as wide, by layer.
fn products(rows: usize) -> impl FnMut() {
    let wide = 4 * WIDTH;
    let gemm = GemmExecutor::<f32, f32, f32>::new();
    let shapes = [
        (WIDTH, WIDTH),
        (WIDTH, WIDTH),
        (WIDTH, WIDTH),
        (WIDTH, WIDTH),
        (WIDTH, wide),
        (wide, WIDTH),
    ];
    let weights = shapes.map(|(inputs, outputs)| {
        let numbers = vec![0.5_f32; inputs * outputs];
        gemm.prepack_b(NdTensorView::from_data(
            [inputs, outputs],
            numbers.as_slice(),
        ))
    });
    let x = vec![0.5_f32; rows * wide];
    let mut y = vec![0.0_f32; rows * wide];
    move || {
        for _ in 0..LAYERS {
            for ((inputs, outputs), weights) in shapes.iter().zip(&weights) {
                let view = NdTensorView::from_data([rows, *inputs], &x[..rows * inputs]);
                let done = gemm.gemm(
                    &mut y[..rows * outputs],
                    GemmInputA::Unpacked(view),
                    GemmInputB::Packed(weights),
                    GemmOptions::default(),
                );
                assert!(done.is_ok(), "the shapes fit");
            }
        }
        black_box(&y);
    }
}

fn main() {
    let start = Instant::now();
    let (Ok(encoder), Ok(reader)) = (Encoder::shipped(), SecondReader::shipped()) else {
        println!("this build has no second reader");
        return;
    };
    println!(
        "weights and heads read in {:.1} ms, once (at most 60)",
        start.elapsed().as_secs_f64() * 1e3
    );
    let pieces = SENTENCES.map(|text| encoder.pieces(text, &[]).len() + 2);
    let all: usize = pieces.iter().sum();
    let mean = all as f64 / pieces.len() as f64;
    let eight = [SENTENCES, SENTENCES].concat();
    let read = fastest(|| drop(black_box(reader.sentences(&eight)))) / eight.len() as f64;
    let plain = fastest(products(2 * all)) / eight.len() as f64;
    println!(
        "{read:.2} ms a sentence of {mean:.1} pieces, eight at once (at most 2.5); the products alone in 32-bit \
         numbers {plain:.2} ms; ratio {:.2}",
        read / plain
    );
}
