//! The corpus of the fuzz target `names`.

#[path = "../../../fuzz/targets/names/check.rs"]
mod check;

use std::fs;
use std::path::Path;

use self::check::Checker;

#[test]
fn any_name_is_refused_or_makes_a_query_that_runs() {
    let checker = Checker::new();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/names");
    let mut count = 0;
    for entry in fs::read_dir(corpus).expect("the folder can be read") {
        let path = entry.expect("an entry can be read").path();
        // The fuzzer gives text alone to its target.
        if let Ok(text) = String::from_utf8(fs::read(&path).expect("a file can be read")) {
            println!("{}", path.display());
            checker.check(&text);
            count += 1;
        }
    }
    assert!(count >= 50, "only {count} names");
}
