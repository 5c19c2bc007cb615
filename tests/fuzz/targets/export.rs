//! Fuzzes `parallax_fuzz::export`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::export(data));
