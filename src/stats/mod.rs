//! Intervals and effect sizes. Numbers only; knows nothing of text.
