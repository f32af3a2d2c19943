//! Runs every case of `tests/err` and `tests/ok`. A case is a file, or a directory of files.
//!
//! `UPDATE=1 cargo test -p queryset-codegen` writes what is expected; read the difference.

use std::fs;
use std::path::{Path, PathBuf};

use queryset_codegen::{Generated, Generator};
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
fn a_right_schema_makes_these_files() {
    for case in cases("ok") {
        let schema = Schema::of(&case);
        for file in schema.run().files {
            let text = fs::read_to_string(&file).expect("it has been generated");
            if let Err(error) = syn::parse_file(&text) {
                panic!("{} is not Rust: {error}\n{text}", file.display());
            }
        }
        check_text(&case.with_extension("rs"), &schema.files().replace(&schema.directory(), "schema"));
    }
}

#[test]
fn generating_again_touches_no_file() {
    let schema = Schema::with("again", &[("blog.toml", BLOG), ("shop.toml", SHOP)]);
    let first = schema.run();
    assert_eq!(first.written, first.files);
    let files = schema.files();
    let times = |files: &[PathBuf]| -> Vec<_> {
        files
            .iter()
            .map(|file| fs::metadata(file).and_then(|file| file.modified()).expect("it is there"))
            .collect()
    };
    let before = times(&first.files);
    let second = schema.run();
    assert_eq!(second.files, first.files);
    assert_eq!((second.written, second.removed), (Vec::new(), Vec::new()));
    assert_eq!(times(&first.files), before);
    assert_eq!(schema.files(), files);
}

#[test]
fn only_a_file_that_differs_is_written() {
    let schema = Schema::with("differs", &[("blog.toml", BLOG), ("shop.toml", SHOP)]);
    schema.run();
    schema.write("shop.toml", &SHOP.replace("name", "title"));
    assert_eq!(schema.paths(&schema.run().written), ["schema/shop/product.rs"]);
}

#[test]
fn files_of_what_is_gone_are_removed() {
    let schema = Schema::with("gone", &[("blog.toml", BLOG), ("shop.toml", SHOP)]);
    schema.run();
    let other = schema.out_dir().join("schema/notes.txt");
    fs::write(&other, "not generated").expect("the target directory can be written");
    fs::remove_file(schema.root.join("schema/shop.toml")).expect("it is there");
    schema.write("blog.toml", "[models.Blog.fields]\nname = { type = \"text\" }\n");
    let generated = schema.run();
    assert_eq!(
        schema.paths(&generated.removed),
        ["schema/blog/entry.rs", "schema/shop/product.rs", "schema/shop.rs"]
    );
    assert_eq!(schema.paths(&generated.written), ["schema.rs", "schema/blog.rs", "schema/blog/blog.rs"]);
    assert!(!schema.out_dir().join("schema/shop").exists());
    assert!(other.exists(), "it belongs to someone else");
}

#[test]
fn a_mistake_leaves_the_earlier_files() {
    let schema = Schema::with("mistake", &[("blog.toml", BLOG), ("shop.toml", SHOP)]);
    schema.run();
    let files = schema.files();
    schema.write("blog.toml", &BLOG.replace("\"Blog\"", "\"Blgo\""));
    schema.write("shop.toml", &SHOP.replace("name", "title"));
    assert_eq!(schema.generator().run().expect_err("`Blgo` is no model").iter().count(), 1);
    assert_eq!(schema.files(), files);
}

#[test]
fn a_missing_directory_is_an_error() {
    let errors = Generator::new("tests/no such directory").run().expect_err("it does not exist");
    assert_eq!(errors.iter().count(), 1);
    assert!(errors.to_string().starts_with("tests/no such directory: the schema directory"));
}

const BLOG: &str = r#"
[models.Blog.fields]
name = { type = "text" }

[models.Entry.fields]
blog = { type = "foreign_key", to = "Blog", on_delete = "cascade" }
"#;

const SHOP: &str = r#"
[models.Product.fields]
name = { type = "text" }
"#;

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

    /// A schema directory with these files.
    fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("run").join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("schema")).expect("the target directory can be written");
        let schema = Schema { root };
        for (name, text) in files {
            schema.write(name, text);
        }
        schema
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.root.join("schema").join(name), text).expect("the target directory can be written");
    }

    #[track_caller]
    fn run(&self) -> Generated {
        match self.generator().run() {
            Ok(generated) => generated,
            Err(errors) => panic!("{}:\n{errors}", self.root.display()),
        }
    }

    /// Paths of generated files below the output directory.
    fn paths(&self, files: &[PathBuf]) -> Vec<String> {
        let below = files.iter().map(|file| file.strip_prefix(self.out_dir()).expect("it is below"));
        below.map(|path| path.to_string_lossy().replace('\\', "/")).collect()
    }

    /// All generated files in one text.
    fn files(&self) -> String {
        let mut paths = Vec::new();
        find_files(&self.out_dir(), &mut paths);
        paths.sort();
        let texts = paths.iter().map(|path| fs::read_to_string(path).expect("it is there"));
        self.paths(&paths).iter().zip(texts).map(|(path, text)| format!("// {path}\n{text}\n")).collect()
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

fn find_files(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("it is there") {
        let path = entry.expect("it is there").path();
        if path.is_dir() {
            find_files(&path, files);
        } else {
            files.push(path);
        }
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
