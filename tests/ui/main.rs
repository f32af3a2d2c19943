//! Programs that must not compile, with the message that a user sees, and their correct twins.

mod twins;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler whose words are in the `.stderr` files.
const RUSTC: &str = "1.95.0";

#[test]
fn mistakes_do_not_compile() {
    if let Some(other) = other_compiler() {
        assert!(
            std::env::var_os("CI").is_none(),
            "the .stderr files are those of rustc {RUSTC}, and this is {other}: accept new ones with TRYBUILD=overwrite"
        );
        eprintln!("not run: the .stderr files are those of rustc {RUSTC}, and this is {other}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui-tests/fail/*/*.rs");
}

#[test]
fn each_mistake_has_a_twin_of_the_same_name() {
    assert_eq!(names("ui-tests/fail"), names("ui-tests/pass"));
}

#[test]
fn each_twin_is_compiled() {
    let listed = include_str!("twins.rs");
    for path in names("ui-tests/pass") {
        let path = format!("\"../../ui-tests/pass/{}\"", path.display());
        assert!(listed.contains(&path), "tests/ui/twins.rs does not name {path}");
    }
}

#[test]
fn messages_are_short_and_whole() {
    for path in
        files("ui-tests/fail").into_iter().filter(|path| path.extension().is_some_and(|end| end == "stderr"))
    {
        let text = std::fs::read_to_string(&path).expect("the file was listed");
        let shown = path.display();
        assert!(!text.contains("full name") && !text.contains("long-type"), "{shown} cuts a type short");
        assert!(text.lines().count() <= 25, "{shown} has more than 25 lines");
        let longest = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::len).max();
        assert!(longest.unwrap_or_default() <= 120, "{shown} has a type of more than 120 characters");
    }
}

/// The version of the compiler, when it is not the one of the `.stderr` files.
fn other_compiler() -> Option<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output =
        Command::new(rustc).arg("--version").output().expect("rustc runs, for this test was compiled");
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text.split_whitespace().nth(1).unwrap_or_default().to_owned();
    (version != RUSTC).then_some(version)
}

fn names(folder: &str) -> BTreeSet<PathBuf> {
    let rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let inside = |path: PathBuf| path.strip_prefix(folder).expect("it was listed there").to_owned();
    files(folder).into_iter().filter(rust).map(inside).collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = |path: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        entries.map(|entry| entry.expect("the folder can be read").path()).collect()
    };
    entries(Path::new(folder)).iter().filter(|path| path.is_dir()).flat_map(|path| entries(path)).collect()
}
