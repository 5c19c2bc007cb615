//! Fuzzes `parallax_fuzz::table`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| parallax_fuzz::table(data));
