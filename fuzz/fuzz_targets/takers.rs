#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cbm_workbench_fuzz::takers(bytes));
