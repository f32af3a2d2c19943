//! [`Url`]: what of a database URL is checked and shown before sqlx reads it.

use super::Server;
use crate::error::Error;

/// The URL of a database on a server.
pub(in crate::driver) struct Url<'u>(&'u str);

impl<'u> Url<'u> {
    /// Checks the scheme and the names of the options: sqlx overlooks an option that it does not
    /// know, and a misspelt `sslmode` must not pass unseen.
    pub(in crate::driver) fn new<DB: Server>(url: &'u str, options: &[&str]) -> Result<Self, Error> {
        let this = Self(url);
        let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
        if !DB::SCHEMES.contains(&scheme) {
            return Err(this.invalid(format!("it must begin with `{}://`", DB::SCHEMES[0])));
        }
        let query = url.split_once('?').map_or("", |(_, query)| query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let key = pair.split_once('=').map_or(pair, |(key, _)| key);
            let known = options.contains(&key)
                || key.strip_prefix("options[").is_some_and(|_| options.contains(&"options"));
            if !known {
                return Err(this.invalid(format!("it has an option `{key}`; there are {}", list(options))));
            }
        }
        Ok(this)
    }

    /// The error for a URL that sqlx refuses.
    pub(in crate::driver) fn refused(&self, error: sqlx::Error) -> Error {
        self.invalid(super::innermost(error).to_string())
    }

    fn invalid(&self, reason: String) -> Error {
        Error::InvalidUrl { url: self.without_password(), reason }
    }

    /// The URL as it may be shown. What is malformed may hide a password anywhere between the
    /// scheme and the last `@`, so all of that goes but the user's name; options go as well.
    fn without_password(&self) -> String {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("", self.0));
        let rest = match rest.rsplit_once('@') {
            Some((secret, rest)) => {
                let user = secret.split([':', '/', '?', '@']).next().unwrap_or_default();
                format!("{user}@{rest}")
            }
            None => rest.to_owned(),
        };
        let rest = rest.split('?').next().unwrap_or_default();
        if scheme.is_empty() { rest.to_owned() } else { format!("{scheme}://{rest}") }
    }
}

/// A database as messages name it.
pub(in crate::driver) fn shown(
    scheme: &str,
    user: &str,
    host: &str,
    port: u16,
    database: Option<&str>,
) -> String {
    format!("{scheme}://{user}@{host}:{port}/{}", database.unwrap_or_default())
}

fn list(options: &[&str]) -> String {
    format!("`{}`", options.join("`, `"))
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[track_caller]
    fn check_shown(url: &str, expected: &str) {
        assert_eq!(Url(url).without_password(), expected);
    }

    #[test]
    fn a_password_is_never_shown() {
        check_shown("postgres://ann:secret@db:5432/blog", "postgres://ann@db:5432/blog");
        check_shown("postgres://ann:se/c?r@et@db/blog", "postgres://ann@db/blog");
        check_shown("postgres://ann@db/blog?password=secret", "postgres://ann@db/blog");
        check_shown("postgres://db/blog", "postgres://db/blog");
        check_shown("ann:secret@db", "ann@db");
    }
}
