//! Runs every case of `tests/err` and `tests/ok`. A case is a file, or a directory of files.
//!
//! `UPDATE=1 cargo test -p queryset-codegen` writes what is expected; read the difference.

use std::fs;
use std::path::{Path, PathBuf};

use queryset_codegen::Generator;
use similar_asserts::assert_eq;

#[test]
fn a_wrong_schema_shows_every_mistake() {
    let cases = cases("err");
    assert!(cases.len() >= 45, "only {} cases", cases.len());
    for case in cases {
        let schema = Schema::of(&case);
        let shown = match schema.generator().run() {
            Ok(_) => panic!("{} has no mistake", case.display()),
            Err(errors) => format!("{errors}\n").replace(&schema.directory(), "schema"),
        };
        check_text(&case.with_extension("txt"), &shown);
        assert!(!schema.out_dir().exists(), "{} left files behind", case.display());
    }
}

#[test]
fn a_right_schema_has_no_mistakes() {
    for case in cases("ok") {
        let schema = Schema::of(&case);
        if let Err(errors) = schema.generator().run() {
            panic!("{}:\n{errors}", case.display());
        }
    }
}

#[test]
fn a_missing_directory_is_an_error() {
    let errors = Generator::new("tests/no such directory").run().expect_err("it does not exist");
    assert_eq!(errors.iter().count(), 1);
    assert!(errors.to_string().starts_with("tests/no such directory: the schema directory"));
}

/// A copy of a case, as the schema directory that it stands for.
struct Schema {
    root: PathBuf,
}

impl Schema {
    fn of(case: &Path) -> Self {
        let name = case.file_stem().expect("a case has a name");
        let kind = case.parent().and_then(Path::file_name).expect("a case is in a directory");
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(kind).join(name);
        let _ = fs::remove_dir_all(&root);
        let schema = root.join("schema");
        fs::create_dir_all(&schema).expect("the target directory can be written");
        let copy = |from: &Path, to: &str| {
            fs::copy(from, schema.join(to)).expect("the target directory can be written");
        };
        if case.is_dir() {
            for entry in fs::read_dir(case).expect("the case can be read") {
                let path = entry.expect("the case can be read").path();
                copy(&path, &path.file_name().expect("a file has a name").to_string_lossy());
            }
        } else {
            copy(case, "blog.toml");
        }
        Schema { root }
    }

    fn generator(&self) -> Generator {
        Generator::new(self.root.join("schema")).out_dir(self.out_dir())
    }

    fn directory(&self) -> String {
        self.root.join("schema").to_string_lossy().into_owned()
    }

    fn out_dir(&self) -> PathBuf {
        self.root.join("out")
    }
}

/// Every case in a directory of `tests`, sorted.
fn cases(kind: &str) -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind);
    let mut cases: Vec<_> = fs::read_dir(&directory)
        .expect("the directory of cases can be read")
        .map(|entry| entry.expect("the directory of cases can be read").path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|end| end == "toml"))
        .collect();
    cases.sort();
    cases
}

#[track_caller]
fn check_text(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, actual).expect("the expected text can be written");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(expected, actual, "{}", path.display());
}
