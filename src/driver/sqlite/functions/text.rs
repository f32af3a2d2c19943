//! Text: padding, repeating, hashes.
//!
//! Lengths count characters, as Python's do. A negative length or count gives empty text.

use std::fmt::Write as _;

use md5::{Digest, Md5};
use rusqlite::functions::Context;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::{failed, integer, pure, text};

/// SQLite's own limit for the length of text.
const MOST_BYTES: usize = 1_000_000_000;

pub(super) fn register(connection: &Connection) -> Result<()> {
    pure(connection, "LPAD", 3, |context| pad(context, Side::Left))?;
    pure(connection, "RPAD", 3, |context| pad(context, Side::Right))?;
    pure(connection, "REPEAT", 2, |context| {
        let (Some(text), Some(count)) = (text(context.get_raw(0))?, integer(context, 1)?) else {
            return Ok(None);
        };
        let count = usize::try_from(count).unwrap_or(0);
        check_length(text.len().saturating_mul(count))?;
        Ok(Some(text.repeat(if text.is_empty() { 0 } else { count })))
    })?;
    pure(connection, "REVERSE", 1, |context| {
        Ok(text(context.get_raw(0))?.map(|text| text.chars().rev().collect::<String>()))
    })?;
    pure(connection, "queryset_join", 2, join)?;
    pure(connection, "MD5", 1, hash::<Md5>)?;
    pure(connection, "SHA1", 1, hash::<Sha1>)?;
    pure(connection, "SHA224", 1, hash::<Sha224>)?;
    pure(connection, "SHA256", 1, hash::<Sha256>)?;
    pure(connection, "SHA384", 1, hash::<Sha384>)?;
    pure(connection, "SHA512", 1, hash::<Sha512>)
}

/// `queryset_join(array, delimiter)`: the texts of a JSON array as one. There is no text of no texts.
fn join(context: &Context<'_>) -> Result<Option<String>> {
    let (Some(array), Some(delimiter)) = (text(context.get_raw(0))?, text(context.get_raw(1))?) else {
        return Ok(None);
    };
    let texts: Vec<String> = serde_json::from_str(&array).map_err(|error| failed(error.to_string()))?;
    check_length(texts.iter().map(|text| text.len() + delimiter.len()).sum())?;
    Ok((!texts.is_empty()).then(|| texts.join(&delimiter)))
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// `LPAD(text, length, fill)`: text that is too long is cut at its end, on both sides.
fn pad(context: &Context<'_>, side: Side) -> Result<Option<String>> {
    let (Some(text), Some(length), Some(fill)) =
        (text(context.get_raw(0))?, integer(context, 1)?, text(context.get_raw(2))?)
    else {
        return Ok(None);
    };
    let length = usize::try_from(length).unwrap_or(0);
    let missing = length.saturating_sub(text.chars().count());
    if missing == 0 {
        return Ok(Some(text.chars().take(length).collect()));
    }
    check_length(text.len().saturating_add(if fill.is_empty() { 0 } else { missing }))?;
    let filling = fill.chars().cycle().take(missing);
    Ok(Some(match side {
        Side::Left => filling.chain(text.chars()).collect(),
        Side::Right => text.chars().chain(filling).collect(),
    }))
}

fn check_length(bytes: usize) -> Result<()> {
    if bytes > MOST_BYTES { Err(failed(format!("the text would have {bytes} bytes"))) } else { Ok(()) }
}

/// The digest of text in UTF-8, or of bytes, in hexadecimal digits.
fn hash<D: Digest>(context: &Context<'_>) -> Result<Option<String>> {
    let digest = match context.get_raw(0) {
        ValueRef::Blob(bytes) => D::digest(bytes),
        value => match text(value)? {
            Some(text) => D::digest(text.as_bytes()),
            None => return Ok(None),
        },
    };
    let mut digits = String::with_capacity(digest.len() * 2);
    for byte in &digest {
        write!(digits, "{byte:02x}").expect("a String takes all text");
    }
    Ok(Some(digits))
}

#[cfg(test)]
mod tests {
    use crate::driver::sqlite::functions::tests::{check_all, check_error};

    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn results_are_those_of_django() {
        check_all(&[
            ("LPAD('abc', 5, 'xy')", "text xyabc"),
            ("LPAD('abc', 9, 'xy')", "text xyxyxyabc"),
            ("LPAD('abc', 2, 'xy')", "text ab"),
            ("LPAD('abc', 3, 'xy')", "text abc"),
            ("LPAD('', 3, 'x')", "text xxx"),
            ("LPAD('abc', 5, '')", "text abc"),
            ("LPAD('åse', 5, 'ø')", "text øøåse"),
            ("LPAD(NULL, 5, 'x')", "null"),
            ("LPAD('abc', NULL, 'x')", "null"),
            ("LPAD('abc', 5, NULL)", "null"),
            ("LPAD('abc', 0, 'x')", "text "),
            ("RPAD('abc', 5, 'xy')", "text abcxy"),
            ("RPAD('abc', 9, 'xy')", "text abcxyxyxy"),
            ("RPAD('abc', 2, 'xy')", "text ab"),
            ("RPAD('abc', 5, '')", "text abc"),
            ("RPAD('åse', 5, 'ø')", "text åseøø"),
            ("RPAD(NULL, 5, 'x')", "null"),
            ("REPEAT('ab', 3)", "text ababab"),
            ("REPEAT('ab', 0)", "text "),
            ("REPEAT('ab', -2)", "text "),
            ("REPEAT(NULL, 2)", "null"),
            ("REPEAT('ab', NULL)", "null"),
            ("REVERSE('abcø')", "text øcba"),
            ("REVERSE('')", "text "),
            ("REVERSE(NULL)", "null"),
            ("MD5('Åse')", "text 6300a17baca99fa592bbea79ffc4f0f4"),
            ("MD5('')", "text d41d8cd98f00b204e9800998ecf8427e"),
            ("MD5(NULL)", "null"),
            ("SHA1('Åse')", "text 3d31b4d987fe08364fe8db89644ce97c44e19932"),
            ("SHA224('Åse')", "text 1230d5d4d123c9f1aa3aca45edd7c382b5521a415b78b07e08cc2938"),
            ("SHA256('Åse')", "text ee6c7ded7a9c529285bc1913605f4791a5f6e7bd263f06682951d931ddf305cd"),
            (
                "SHA384('Åse')",
                "text ef6ae78a5cecce7f7377feedf56046ad5bc12db0e0c47c47c1b2ea0f693169289ecc06d96395f1dfc66f20a2ab3ab944",
            ),
            (
                "SHA512('Åse')",
                "text c0c3021167e34c59fe036dbced176b3c1562c16ef16c2a0cb87d031e41cda89962568896fa45a6aec776ec4e9888a4034323540b8997fbf8a6813519b3eb1063",
            ),
            ("SHA512(NULL)", "null"),
        ]);
    }

    #[test]
    fn a_negative_length_gives_empty_text_as_on_postgresql() {
        // Django's function takes it for a Python slice.
        check_all(&[("LPAD('abc', -1, 'x')", "text "), ("RPAD('abc', -1, 'x')", "text ")]);
    }

    #[test]
    fn bytes_are_hashed_as_they_are() {
        check_all(&[("MD5(x'ff') = MD5('\u{ff}')", "int 0"), ("MD5(x'6162') = MD5('ab')", "int 1")]);
    }

    #[test]
    fn text_that_would_not_fit_is_an_error_not_a_crash() {
        check_error("REPEAT('abc', 9223372036854775807)", "the text would have 18446744073709551615 bytes");
        check_error("LPAD('', 2000000000, 'x')", "the text would have 2000000000 bytes");
        check_all(&[("REPEAT('', 9223372036854775807)", "text "), ("RPAD('a', 2000000000, '')", "text a")]);
    }
}
