//! Fuzzes `parallax_fuzz::zip`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::zip(data));
