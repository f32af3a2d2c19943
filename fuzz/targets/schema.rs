//! Any text as a schema file.
#![no_main]

#[path = "schema/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::check(text));
