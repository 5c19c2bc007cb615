//! Makes `assets/encoder/weights.bin` from the published weights.

mod make;
mod safetensors;
mod vocabulary;

pub(crate) use make::run;
