//! What a wrong schema is answered with. No rule of the schema is written here.

use std::cell::RefCell;
use std::fmt;

/// One mistake in a schema file, at the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Error {
    /// The file or directory, as the path given to the generator names it.
    pub file: String,
    /// Line and column, both from 1 and in characters; `None` for a file or directory as a whole.
    pub position: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some((line, column)) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

/// Every mistake of a run, sorted by file and position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(pub(crate) Vec<Error>);

impl Errors {
    /// The mistakes in the order of the files, then of the lines.
    pub fn iter(&self) -> impl Iterator<Item = &Error> {
        self.0.iter()
    }

    pub(crate) fn one(file: impl Into<String>, message: impl Into<String>, help: &str) -> Self {
        Errors(vec![Error {
            file: file.into(),
            position: None,
            message: message.into(),
            help: Some(help.to_owned()).filter(|help| !help.is_empty()),
        }])
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

/// One file of a schema, kept for turning offsets into lines.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
    /// Where lines end. Each field is asked for its line.
    line_ends: Vec<usize>,
}

impl Source {
    pub(crate) fn new(path: String, text: String) -> Self {
        let line_ends = text.match_indices('\n').map(|(at, _)| at).collect();
        Source { path, text, line_ends }
    }
}

/// Where something is written: a file by its index, and a byte in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pos {
    pub(crate) file: usize,
    pub(crate) offset: usize,
}

impl Pos {
    pub(crate) fn line(self, sources: &[Source]) -> usize {
        sources[self.file].line_ends.partition_point(|&end| end < self.offset) + 1
    }

    fn line_and_column(self, sources: &[Source]) -> (usize, usize) {
        let text = &sources[self.file].text;
        let before = &text[..text.floor_char_boundary(self.offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (self.line(sources), before[line_start..].chars().count() + 1)
    }
}

/// Collects mistakes, so that one run shows all of them.
#[derive(Debug, Default)]
pub(crate) struct Report {
    found: RefCell<Vec<(Pos, String, Option<String>)>>,
}

impl Report {
    pub(crate) fn error(&self, at: Pos, message: impl Into<String>) {
        self.push(at, message.into(), None);
    }

    pub(crate) fn error_help(&self, at: Pos, message: impl Into<String>, help: impl Into<String>) {
        self.push(at, message.into(), Some(help.into()));
    }

    /// For help that depends on whether a near name was found.
    pub(crate) fn error_maybe(&self, at: Pos, message: impl Into<String>, help: Option<String>) {
        self.push(at, message.into(), help);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Takes over the mistakes of a report on one part.
    pub(crate) fn append(&self, part: Report) {
        self.found.borrow_mut().append(&mut part.found.into_inner());
    }

    fn push(&self, at: Pos, message: String, help: Option<String>) {
        self.found.borrow_mut().push((at, message, help));
    }

    /// Sorts by file and position. A mistake in an abstract model is found once per model that
    /// inherits it, and shown once.
    pub(crate) fn into_errors(self, sources: &[Source]) -> Errors {
        let mut found = self.found.into_inner();
        found.sort();
        found.dedup();
        let errors = found.into_iter().map(|(at, message, help)| Error {
            file: sources[at.file].path.clone(),
            position: Some(at.line_and_column(sources)),
            message,
            help,
        });
        Errors(errors.collect())
    }
}
