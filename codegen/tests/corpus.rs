//! The corpus of the fuzz target `schema`, and every case of `tests/ok` and `tests/err`.

#[path = "../../fuzz/targets/schema/check.rs"]
mod check;

use std::fs;
use std::path::Path;

#[test]
fn any_text_makes_code_or_errors_with_a_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../fuzz/corpus/schema", "tests/ok", "tests/err"];
    for folder in folders.map(|folder| root.join(folder)) {
        let entries = fs::read_dir(&folder).expect("the folder can be read");
        for path in entries.map(|entry| entry.expect("an entry can be read").path()) {
            if path.is_dir() || path.extension().is_some_and(|extension| extension != "toml") {
                continue;
            }
            // The fuzzer gives text alone to its target.
            if let Ok(text) = String::from_utf8(fs::read(&path).expect("a file can be read")) {
                println!("{}", path.display());
                check::check(&text);
            }
        }
    }
}
