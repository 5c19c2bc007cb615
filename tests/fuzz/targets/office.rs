//! Fuzzes `parallax_fuzz::office`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::office(data));
