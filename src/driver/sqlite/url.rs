//! What a URL such as `sqlite:///var/lib/blog.db?mode=ro` says. Nothing is opened here.

use std::path::PathBuf;

use crate::error::Error;

/// The database that a URL names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// It lives in memory, as long as its pool.
    Memory,
    File {
        path: PathBuf,
        mode: Mode,
    },
}

/// What may be done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// `mode=ro`: it is only read.
    Read,
    /// `mode=rw`: it must exist.
    ReadWrite,
    /// `mode=rwc`, the default: it is created when it does not exist.
    Create,
}

impl Target {
    pub(super) fn parse(url: &str) -> Result<Self, Error> {
        let invalid = |reason: String| Error::InvalidUrl { url: url.to_owned(), reason };
        let rest = url.strip_prefix("sqlite:").ok_or_else(|| {
            invalid(
                "a SQLite URL begins with `sqlite:`, as in `sqlite://blog.db` or `sqlite::memory:`"
                    .to_owned(),
            )
        })?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        let (file, options) = rest.split_once('?').unwrap_or((rest, ""));

        let mut mode = Mode::Create;
        let mut memory = file == ":memory:";
        for option in options.split('&').filter(|option| !option.is_empty()) {
            match option.split_once('=').unwrap_or((option, "")) {
                ("mode", "ro") => mode = Mode::Read,
                ("mode", "rw") => mode = Mode::ReadWrite,
                ("mode", "rwc") => mode = Mode::Create,
                ("mode", "memory") => memory = true,
                ("mode", other) => {
                    return Err(invalid(format!(
                        "`mode={other}` is unknown; there are `ro`, `rw`, `rwc`, `memory`"
                    )));
                }
                (name, _) => return Err(invalid(format!("the option `{name}` is unknown; there is `mode`"))),
            }
        }
        if memory {
            return Ok(Self::Memory);
        }
        if file.is_empty() {
            return Err(invalid(
                "it names no file; write `sqlite::memory:` for a database in memory".to_owned(),
            ));
        }
        Ok(Self::File { path: decode(file).map_err(invalid)?.into(), mode })
    }

    /// The database as error messages name it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Memory => "sqlite::memory:".to_owned(),
            Self::File { path, .. } => format!("sqlite:{}", path.display()),
        }
    }
}

/// Decodes `%20` and the like.
fn decode(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
            let code = digits
                .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
                .and_then(|digits| u8::from_str_radix(digits, 16).ok())
                .ok_or("two hexadecimal digits must follow a `%`; write `%25` for a `%` in a file's name")?;
            bytes.push(code);
            rest = &after[2..];
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| "the file's name is not UTF-8".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, path: &str, mode: Mode) {
        let target = Target::parse(url).expect("the URL is right");
        assert_eq!(target, Target::File { path: path.into(), mode });
    }

    #[track_caller]
    fn check_refused(url: &str, expected: &str) {
        let error = Target::parse(url).expect_err("the URL is wrong");
        assert_eq!(error.to_string(), format!("`{url}` is not a database URL: {expected}"));
    }

    #[test]
    fn a_url_names_a_file_with_or_without_slashes() {
        check("sqlite:blog.db", "blog.db", Mode::Create);
        check("sqlite://data/blog.db", "data/blog.db", Mode::Create);
        check("sqlite:///var/blog.db", "/var/blog.db", Mode::Create);
        check("sqlite:/var/blog.db?mode=ro", "/var/blog.db", Mode::Read);
        check("sqlite://blog.db?mode=rw", "blog.db", Mode::ReadWrite);
        check("sqlite://my%20blog.db?mode=rwc", "my blog.db", Mode::Create);
    }

    #[test]
    fn a_database_in_memory_has_three_spellings() {
        for url in ["sqlite::memory:", "sqlite://:memory:", "sqlite://blog?mode=memory"] {
            assert_eq!(Target::parse(url).expect("the URL is right"), Target::Memory);
        }
    }

    #[test]
    fn what_is_wrong_in_a_url_is_said_with_what_is_right() {
        check_refused(
            "postgres://localhost/blog",
            "a SQLite URL begins with `sqlite:`, as in `sqlite://blog.db` or `sqlite::memory:`",
        );
        check_refused("sqlite:", "it names no file; write `sqlite::memory:` for a database in memory");
        check_refused("sqlite:a.db?mode=w", "`mode=w` is unknown; there are `ro`, `rw`, `rwc`, `memory`");
        check_refused("sqlite:a.db?cache=shared", "the option `cache` is unknown; there is `mode`");
        check_refused(
            "sqlite:100%.db",
            "two hexadecimal digits must follow a `%`; write `%25` for a `%` in a file's name",
        );
    }
}
