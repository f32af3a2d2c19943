//! Generates the typed models of [`queryset`](https://docs.rs/queryset) from schema files, in a
//! build script:
//!
//! ```no_run
//! queryset_codegen::generate("schema");
//! ```
//!
//! Files are read and checked, resolved to a [graph of models](model), and rendered to Rust. When
//! one file has a mistake, nothing is written, and all mistakes are shown.

mod constant;
mod diagram;
mod doc;
mod error;
pub mod kind;
pub mod model;
mod name;
mod output;
mod read;
mod render;
mod resolve;
mod schema;

use std::path::{Path, PathBuf};

pub use error::{Error, Errors};
use error::{Pos, Report, Source};
use model::Schema;

/// Generates the models of all `*.toml` files in `directory` into `$OUT_DIR/queryset`.
///
/// For a build script: tells cargo to run it again when the directory changes, shows every mistake
/// as an error of the build, and then ends the process.
///
/// # Panics
///
/// When `OUT_DIR` is not set, which cargo does for every build script.
pub fn generate(directory: impl AsRef<Path>) {
    generate_to(directory, "queryset");
}

/// As [`generate`], into `$OUT_DIR/name`: for a second schema beside the first one.
///
/// `queryset::include_schema!("name")` brings its models in. Models with arrays and ranges are one, where a
/// service runs on other databases than PostgreSQL, too.
///
/// # Panics
///
/// When `OUT_DIR` is not set, which cargo does for every build script.
pub fn generate_to(directory: impl AsRef<Path>, name: &str) {
    let directory = directory.as_ref();
    // Cargo would run the script on each build for a path that does not exist.
    if directory.is_dir() {
        println!("cargo::rerun-if-changed={}", shown(directory));
    }
    let out_dir = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for a build script");
    let generator = Generator::new(directory).out_dir(Path::new(&out_dir).join(name));
    if let Err(errors) = generator.run() {
        for error in errors.iter() {
            // Cargo shows only the lines that carry the prefix.
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
        }
        std::process::exit(1);
    }
}

/// The Rust files of schema files that are given as texts, each under its name (`blog.toml`): their
/// paths below the output directory, and their texts. Nothing is read or written.
///
/// For tools that have no directory: editors, fuzzers.
///
/// # Errors
///
/// Every mistake in the schema.
///
/// # Example
///
/// ```
/// let blog = "[models.Blog.fields]\nname = { type = \"text\" }\n";
/// let files = queryset_codegen::render([("blog.toml", blog)]).unwrap();
/// assert_eq!(files[2].0, "schema/blog/blog.rs");
///
/// let wrong = queryset_codegen::render([("blog.toml", blog.replace("text", "txet"))]).unwrap_err();
/// assert!(wrong.to_string().starts_with("blog.toml:2:17: "));
/// ```
pub fn render<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> Result<Vec<(String, String)>, Errors> {
    let report = Report::default();
    let files = files.into_iter().map(|(path, text)| Source::new(path.into(), text.into()));
    let sources: Vec<Source> = files.collect();
    for (file, source) in sources.iter().enumerate() {
        check_source(source, file, &report);
    }
    resolve_sources(&sources, report).map(|schema| render::render(&schema))
}

/// Generates models outside a build script: for tests and tools.
#[derive(Clone, Debug)]
pub struct Generator {
    directory: PathBuf,
    out_dir: PathBuf,
}

/// What a run has made.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Generated {
    /// Every generated file.
    pub files: Vec<PathBuf>,
    /// Those that were written: new ones, and those whose text differed.
    pub written: Vec<PathBuf>,
    /// Files of an earlier run that no schema file makes any more; they are gone.
    pub removed: Vec<PathBuf>,
}

impl Generator {
    /// A generator for the `*.toml` files in `directory`.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        let directory = directory.into();
        let out_dir = directory.join("generated");
        Generator { directory, out_dir }
    }

    /// Writes to `path`, which belongs to the generator: other `*.rs` files in it are removed.
    #[must_use]
    pub fn out_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.out_dir = path.into();
        self
    }

    /// Reads and checks the schema, without generating.
    ///
    /// # Errors
    ///
    /// Every mistake in the schema.
    pub fn resolve(&self) -> Result<Schema, Errors> {
        let report = Report::default();
        let sources = self.read(&report)?;
        resolve_sources(&sources, report)
    }

    /// Generates. Nothing is written when there is a mistake.
    ///
    /// # Errors
    ///
    /// Every mistake in the schema, or what kept a file from being written.
    pub fn run(&self) -> Result<Generated, Errors> {
        let schema = self.resolve()?;
        output::write(&self.out_dir, &render::render(&schema))
    }

    /// The texts of all schema files, sorted by name.
    fn read(&self, report: &Report) -> Result<Vec<Source>, Errors> {
        let directory = shown(&self.directory);
        let entries = std::fs::read_dir(&self.directory).map_err(|error| {
            Errors::one(&directory, format!("the schema directory cannot be read: {error}"), "")
        })?;
        let mut paths: Vec<_> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .filter(|path| !file_name(path).starts_with('.'))
            .collect();
        paths.sort();
        if paths.is_empty() {
            let help = "write one for each app, such as `blog.toml`";
            return Err(Errors::one(directory, "the directory has no schema files", help));
        }
        let mut sources = Vec::new();
        for path in paths {
            let bytes = std::fs::read(&path).map_err(|error| {
                Errors::one(shown(&path), format!("the file cannot be read: {error}"), "")
            })?;
            let file = sources.len();
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(error) => {
                    let offset = error.utf8_error().valid_up_to();
                    let at = Pos { file, offset };
                    report.error_help(at, "the file is not UTF-8 from here on", "save it as UTF-8");
                    String::from_utf8_lossy(&error.as_bytes()[..offset]).into_owned()
                }
            };
            let source = Source::new(shown(&path), text);
            check_source(&source, file, report);
            sources.push(source);
        }
        Ok(sources)
    }
}

/// The model graph of schema files; every mistake in them, where there is one.
fn resolve_sources(sources: &[Source], report: Report) -> Result<Schema, Errors> {
    let mut files = Vec::new();
    let mut readable = report.is_empty();
    for (index, source) in sources.iter().enumerate() {
        let (table, mistakes) = toml::de::DeTable::parse_recoverable(&source.text);
        for mistake in &mistakes {
            let offset = mistake.span().map_or(0, |span| span.start);
            let message = mistake.message().replace('\n', ", ").replace("`, `", "` or `");
            report.error(Pos { file: index, offset }, message);
        }
        if mistakes.is_empty() {
            let app = app_name(&source.path);
            files.push(schema::File::read(app, index, table.get_ref(), &report));
        } else {
            readable = false;
        }
    }
    // A file that cannot be read would make every name in it unknown to the others.
    let schema = readable.then(|| resolve::resolve(&files, sources, &report)).flatten();
    match schema {
        Some(schema) => Ok(schema),
        None => Err(report.into_errors(sources)),
    }
}

/// Checks what a schema file is called, and how it begins.
fn check_source(source: &Source, file: usize, report: &Report) {
    if source.text.starts_with('\u{feff}') {
        report.error_help(
            Pos { file, offset: 0 },
            "the file starts with a byte order mark",
            "save it as UTF-8 without one",
        );
    }
    check_app_name(&source.path, file, report);
}

/// The name of a file is the name of an app and of a Rust module.
fn check_app_name(path: &str, file: usize, report: &Report) {
    let app = app_name(path);
    let plain = app.starts_with(|first: char| first.is_ascii_lowercase())
        && app.chars().all(|other| other.is_ascii_lowercase() || other.is_ascii_digit() || other == '_')
        && !app.contains("__")
        && !app.ends_with('_');
    if !plain {
        let at = Pos { file, offset: 0 };
        let better = name::snake(&app);
        report.error_help(
            at,
            format!("`{app}` is not a name for an app, which is a Rust module"),
            format!("rename the file to `{better}.toml`"),
        );
    } else if app == "queryset" {
        report.error_help(
            Pos { file, offset: 0 },
            "`queryset` is the name of this library, which an app would hide",
            "rename the file",
        );
    }
}

fn app_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name).to_owned()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A path as messages show it: with `/` on every system.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
