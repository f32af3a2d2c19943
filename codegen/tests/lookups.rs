//! The lookups and transforms of each kind, as the library has them.
//!
//! The library's own tests compare `tests/lookups.txt` with its table. `UPDATE=1 cargo test -p
//! queryset-codegen` writes it.

use std::path::Path;

use queryset_codegen::kind::Kind;

#[test]
fn each_kind_has_these_lookups_and_transforms() {
    let actual: String = Kind::ALL.into_iter().map(describe).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lookups.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &actual).expect("the expected text can be written");
        return;
    }
    similar_asserts::assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), actual);
}

fn describe(kind: Kind) -> String {
    let transforms = kind.transforms().iter().map(|transform| {
        let output = kind.transformed(transform).expect("it is one of its own");
        format!("  {transform}: {output:?}\n")
    });
    let transforms: String = transforms.collect();
    format!("{kind:?}: {}\n{transforms}", kind.lookups().join(" "))
}
