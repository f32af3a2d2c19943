//! Whether `DJANGO.md` tells the truth: each line that claims something names what proves it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::areas;
use crate::case::Verdict;

const PAGE: &str = include_str!("../../DJANGO.md");

#[test]
fn every_line_of_the_page_is_proven() {
    let cases: BTreeMap<&str, Verdict> =
        areas::cases().into_iter().map(|case| (case.id, case.verdict)).collect();
    let wrong: Vec<String> =
        rows().filter_map(|row| Some(format!("{row}: {}", wrong(row, &cases)?))).collect();
    assert!(wrong.is_empty(), "in DJANGO.md:\n{}", wrong.join("\n"));
}

/// The lines of the tables, without their heads.
fn rows() -> impl Iterator<Item = &'static str> {
    let lines = PAGE.lines().filter(|line| line.starts_with("| "));
    lines.filter(|line| !line.starts_with("| ---") && !line.starts_with("| Django |"))
}

/// What is wrong with a line.
fn wrong(row: &str, cases: &BTreeMap<&str, Verdict>) -> Option<String> {
    let row = row.replace(r"\|", "");
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    let [_, here, proof] = cells[..] else { return Some("not three cells".to_owned()) };
    let proofs: Vec<&str> = proof.split('`').skip(1).step_by(2).collect();
    match (here.contains("*to come*"), proofs.is_empty()) {
        (true, false) => return Some("is to come, and has a proof".to_owned()),
        (false, true) => return Some("has no proof".to_owned()),
        _ => {}
    }
    proofs.into_iter().find(|proof| !holds(proof, cases)).map(|proof| format!("`{proof}` does not prove it"))
}

/// Whether there is such a proof; that it passes is said by its own test.
fn holds(proof: &str, cases: &BTreeMap<&str, Verdict>) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Some((module, test)) = proof.split_once("::") {
        let file = root.join("tests/integration").join(module).with_extension("rs");
        let text = std::fs::read_to_string(file).unwrap_or_default();
        return text.contains(&format!("\nfn {test}("));
    }
    if proof.contains('/') {
        return root.join("ui-tests/fail").join(proof).with_extension("rs").is_file();
    }
    matches!(cases.get(proof), Some(Verdict::Ported(_) | Verdict::CompileError(_)))
}
