//! Any text as a name and a value that come from outside.
#![no_main]

#[path = "names/check.rs"]
mod check;

use std::sync::LazyLock;

use check::Checker;

static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::new);

libfuzzer_sys::fuzz_target!(|text: &str| CHECKER.check(text));
