//! Forms of text: those of Django's validators.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use regex::Regex;

/// The patterns of schemas that were used, which are compiled once.
static PATTERNS: LazyLock<Mutex<HashMap<&'static str, Regex>>> = LazyLock::new(Mutex::default);

/// Whether a pattern of a schema is found in the text.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    let mut known = PATTERNS.lock().unwrap_or_else(PoisonError::into_inner);
    let regex = known
        .entry(pattern)
        .or_insert_with(|| Regex::new(pattern).expect("the generator has checked the pattern"));
    regex.is_match(text)
}

/// Letters and digits of a name in the DNS, with those of other alphabets.
const LETTER: &str = r"a-z\x{a1}-\x{ffff}0-9";

/// A label does not begin or end with a hyphen, and has 63 characters at most.
fn label() -> String {
    format!("[{LETTER}](?:[{LETTER}-]{{0,61}}[{LETTER}])?")
}

/// The last label of a domain has no digits.
fn domain() -> String {
    let letter = r"a-z\x{a1}-\x{ffff}";
    let top = format!(r"\.(?:[{letter}][{letter}-]{{0,61}}[{letter}]|xn--[a-z0-9]{{1,59}})");
    let label = label();
    format!(r"{label}(?:\.{label})*{top}")
}

fn regex(pattern: &str) -> Regex {
    Regex::new(&format!("(?i){pattern}")).expect("it is written here")
}

pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

pub(super) fn is_email(text: &str) -> bool {
    static USER: LazyLock<Regex> = LazyLock::new(|| {
        let atom = "[-!#$%&'*+/=?^_`{}|~0-9A-Z]+";
        let quoted = r#""(?:[\x01-\x08\x0b\x0c\x0e-\x1f!#-\[\]-\x7f]|\\[\x01-\x09\x0b\x0c\x0e-\x7f])*""#;
        regex(&format!(r"\A(?:{atom}(?:\.{atom})*|{quoted})\z"))
    });
    static DOMAIN: LazyLock<Regex> = LazyLock::new(|| regex(&format!(r"\A{}\z", domain())));
    let Some((user, domain)) = text.rsplit_once('@') else { return false };
    if text.chars().count() > 320 || !USER.is_match(user) {
        return false;
    }
    let address = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    domain == "localhost"
        || DOMAIN.is_match(domain)
        || address.is_some_and(|address| address.parse::<std::net::IpAddr>().is_ok())
}

pub(super) fn is_url(text: &str) -> bool {
    static URL: LazyLock<Regex> = LazyLock::new(|| {
        let number = "(?:0|25[0-5]|2[0-4][0-9]|1[0-9]?[0-9]?|[1-9][0-9]?)";
        let ipv4 = format!(r"{number}(?:\.{number}){{3}}");
        let user = r"(?:[^\s:@/]+(?::[^\s:@/]*)?@)?";
        regex(&format!(
            r"\A(?:https?|ftps?)://{user}(?:{ipv4}|\[(?P<ipv6>[0-9a-f:.]+)\]|(?P<host>{}\.?|localhost))(?::[0-9]{{1,5}})?(?:[/?#][^\s]*)?\z",
            domain()
        ))
    });
    if text.chars().count() > 2048 || text.contains(['\t', '\r', '\n']) {
        return false;
    }
    let Some(found) = URL.captures(text) else { return false };
    let is_ipv6 = |found: regex::Match<'_>| found.as_str().parse::<std::net::Ipv6Addr>().is_ok();
    found.name("ipv6").is_none_or(is_ipv6) && found.name("host").is_none_or(|host| host.len() <= 253)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_django() {
        for right in ["a@b.co", "\"a!b\"@example.com", "x.y+z@localhost", "me@[127.0.0.1]", "a@münchen.de"] {
            assert!(is_email(right), "{right}");
        }
        for wrong in [
            "",
            "a",
            "a@",
            "@b.co",
            "a b@c.de",
            "a@b",
            "a@-b.co",
            "a@b.c-",
            "a@b.c1",
            "a..b@c.de",
            "a@[::zz]",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn urls_are_those_of_django() {
        let right = [
            "http://example.com",
            "HTTPS://me:secret@example.com:8000/a?b#c",
            "ftp://127.0.0.1/",
            "http://[::1]:80/",
            "http://localhost",
            "http://example.com./",
        ];
        for right in right {
            assert!(is_url(right), "{right}");
        }
        let wrong = [
            "",
            "example.com",
            "mailto://a.de",
            "http://",
            "http://a",
            "http://a b.de",
            "http://[::zz]/",
            "http://-a.de",
            "http://999.1.1.1",
            "http://a.de\n",
        ];
        for wrong in wrong {
            assert!(!is_url(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_pattern_is_found_anywhere() {
        assert!(matches("^a+$", "aaa") && !matches("^a+$", "ab") && matches("b", "abc"));
    }
}
