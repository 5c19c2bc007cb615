//! Fuzzes `parallax_fuzz::compare`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::compare(data));
