//! Fuzzes `parallax_fuzz::pdf`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::pdf(data));
