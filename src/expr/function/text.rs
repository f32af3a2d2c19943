//! Functions of text: `concat()`, `left()`, `lpad()`, `replace()`, hashes.
//!
//! `lower()`, `upper()` and `length()` are transforms, which lookups know by name.

use crate::context::{Merge, Merged};
use crate::expr::{Expr, Made, MadeWith, MadeWithTwo, Source, Term};
use crate::field::FieldValue;
use crate::kind::{Integer, IsText, IsWholeNumber, Text};
use crate::model::AllAre;
use crate::path::{NotNull, Nullability, Nullable};
use crate::state::{FunctionName, TextFunction};

fn text(function: TextFunction) -> FunctionName {
    FunctionName::Text(function)
}

macro_rules! of_text {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)*) => {
        impl<E: Source, V: FieldValue, N: Nullability> Expr<E, Text<V>, N> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> Expr<Made<E>, Text, N> {
                    self.call(text(TextFunction::$function))
                }
            )*
        }
    };
}

of_text! {
    /// Without the spaces at its ends. Other white space stays.
    ///
    /// Django: `Trim("name")`. SQL: `TRIM(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().filter(entry::headline.trim().exact("News")).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE TRIM("blog_entry"."headline") = ?"#
    /// );
    /// ```
    #[doc(alias = "Trim")]
    trim = Trim;

    /// Without the spaces at its beginning.
    ///
    /// Django: `LTrim("name")`. SQL: `LTRIM(…)`.
    #[doc(alias = "LTrim")]
    #[doc(alias = "trim_start")]
    ltrim = LTrim;

    /// Without the spaces at its end.
    ///
    /// Django: `RTrim("name")`. SQL: `RTRIM(…)`.
    #[doc(alias = "RTrim")]
    #[doc(alias = "trim_end")]
    rtrim = RTrim;

    /// Its characters from the last to the first.
    ///
    /// Django: `Reverse("name")`. SQL: `REVERSE(…)`, which is registered with each connection to SQLite.
    #[doc(alias = "Reverse")]
    reverse = Reverse;

    /// The MD5 hash of its bytes in UTF-8, as 32 hexadecimal digits.
    ///
    /// Django: `MD5("name")`. SQL: `MD5(…)`, which is registered with each connection to SQLite.
    #[doc(alias = "MD5")]
    md5 = Md5;

    /// The SHA-1 hash of its bytes in UTF-8, as 40 hexadecimal digits.
    ///
    /// PostgreSQL has it in the extension `pgcrypto`: `CREATE EXTENSION pgcrypto`.
    ///
    /// Django: `SHA1("name")`.
    ///
    /// | Database | SQL |
    /// | --- | --- |
    /// | SQLite | `SHA1(…)`, registered with each connection |
    /// | PostgreSQL | `ENCODE(DIGEST(…, 'sha1'), 'hex')` |
    /// | MySQL | `SHA1(…)` |
    #[doc(alias = "SHA1")]
    sha1 = Sha1;

    /// The SHA-224 hash of its bytes in UTF-8, as 56 hexadecimal digits.
    ///
    /// Django: `SHA224("name")`. SQL: as [`sha256()`](Self::sha256).
    #[doc(alias = "SHA224")]
    sha224 = Sha224;

    /// The SHA-256 hash of its bytes in UTF-8, as 64 hexadecimal digits.
    ///
    /// Django: `SHA256("name")`, which wants the extension `pgcrypto` on PostgreSQL.
    ///
    /// | Database | SQL |
    /// | --- | --- |
    /// | SQLite | `SHA256(…)`, registered with each connection |
    /// | PostgreSQL | `ENCODE(SHA256(CONVERT_TO(…, 'UTF8')), 'hex')` |
    /// | MySQL | `SHA2(…, 256)` |
    #[doc(alias = "SHA256")]
    sha256 = Sha256;

    /// The SHA-384 hash of its bytes in UTF-8, as 96 hexadecimal digits.
    ///
    /// Django: `SHA384("name")`. SQL: as [`sha256()`](Self::sha256).
    #[doc(alias = "SHA384")]
    sha384 = Sha384;

    /// The SHA-512 hash of its bytes in UTF-8, as 128 hexadecimal digits.
    ///
    /// Django: `SHA512("name")`. SQL: as [`sha256()`](Self::sha256).
    #[doc(alias = "SHA512")]
    sha512 = Sha512;
}

impl<E: Source, V: FieldValue, N: Nullability> Expr<E, Text<V>, N> {
    /// Its first characters; all of it, where it is shorter.
    ///
    /// A number below 1 is refused before anything is sent, as in Django; one of a column is left to
    /// the database.
    ///
    /// Django: `Left("name", 3)`. SQL: `LEFT(…)`, on SQLite `SUBSTR(…, 1, 3)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let initials: Vec<String> = Blog::objects().values_list(blog::name.left(1)).flat().all(&db).await?;
    /// assert_eq!(initials, ["B"]);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Left")]
    pub fn left<T>(&self, characters: T) -> Expr<MadeWith<E, T>, Text, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(text(TextFunction::Left), characters)
    }

    /// Its last characters; all of it, where it is shorter.
    ///
    /// A number below 1 is refused before anything is sent, as in Django; one of a column is left to
    /// the database.
    ///
    /// Django: `Right("name", 3)`. SQL: `RIGHT(…)`, on SQLite `SUBSTR(…, -3, 3)`.
    #[doc(alias = "Right")]
    pub fn right<T>(&self, characters: T) -> Expr<MadeWith<E, T>, Text, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(text(TextFunction::Right), characters)
    }

    /// It from the character at `position` on; the first one is at 1. Empty where it is shorter.
    ///
    /// A position below 1 is refused before anything is sent, as in Django.
    ///
    /// Django: `Substr("name", 3)`. SQL: `SUBSTRING(…)`, on SQLite `SUBSTR(…)`.
    #[doc(alias = "Substr")]
    #[doc(alias = "substring")]
    pub fn substr<T>(&self, position: T) -> Expr<MadeWith<E, T>, Text, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(text(TextFunction::Substr), position)
    }

    /// It, so many times one after the other: empty for 0.
    ///
    /// A negative number is refused before anything is sent, as in Django; one of a column gives empty
    /// text.
    ///
    /// Django: `Repeat("name", 2)`. SQL: `REPEAT(…)`, which is registered with each connection to SQLite.
    #[doc(alias = "Repeat")]
    pub fn repeat<T>(&self, times: T) -> Expr<MadeWith<E, T>, Text, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(text(TextFunction::Repeat), times)
    }

    /// It, filled up at its beginning to a length in characters; cut at its end, where it is longer.
    ///
    /// A negative length is refused before anything is sent, as in Django.
    ///
    /// Django: `LPad("name", 10, Value("*"))`, where the filling is a space by default. SQL: `LPAD(…)`,
    /// which is registered with each connection to SQLite.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let number = entry::rating.cast::<kind::Text>().lpad(3, "0");
    /// let rows: Vec<Option<String>> = Entry::objects().values_list(number).flat().all(&db).await?;
    /// assert_eq!(rows[0].as_deref(), Some("005"));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "LPad")]
    #[doc(alias = "pad_start")]
    pub fn lpad<T, U>(
        &self,
        length: T,
        fill: U,
    ) -> Expr<MadeWithTwo<E, T, U>, Text, <N::Or<T::Null> as Nullability>::Or<U::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        U: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        E::Context: Merge<T::Context>,
        Merged<E::Context, T::Context>: Merge<U::Context>,
    {
        self.call_with_two(text(TextFunction::LPad), (length, fill))
    }

    /// It, filled up at its end to a length in characters; cut at its end, where it is longer.
    ///
    /// A negative length is refused before anything is sent, as in Django.
    ///
    /// Django: `RPad("name", 10, Value("*"))`, where the filling is a space by default. SQL: `RPAD(…)`,
    /// which is registered with each connection to SQLite.
    #[doc(alias = "RPad")]
    #[doc(alias = "pad_end")]
    pub fn rpad<T, U>(
        &self,
        length: T,
        fill: U,
    ) -> Expr<MadeWithTwo<E, T, U>, Text, <N::Or<T::Null> as Nullability>::Or<U::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        U: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        E::Context: Merge<T::Context>,
        Merged<E::Context, T::Context>: Merge<U::Context>,
    {
        self.call_with_two(text(TextFunction::RPad), (length, fill))
    }

    /// It and `other` behind it. `NULL` counts as empty text, so that the outcome is never `NULL`.
    ///
    /// Several calls add one after the other. A number is converted first, by
    /// [`cast()`](Expr::cast); text of your own before a field is a [`value()`](crate::value).
    ///
    /// Django: `Concat("name", Value(" "), "alias")`.
    ///
    /// | Database | SQL |
    /// | --- | --- |
    /// | SQLite, PostgreSQL | `COALESCE(…, '') \|\| COALESCE(…, '')` |
    /// | MySQL | `CONCAT_WS('', …, …)` |
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let title = entry::blog().name.concat(": ").concat(entry::headline);
    /// let titles: Vec<String> = Entry::objects().values_list(title).flat().all(&db).await?;
    /// assert!(titles[0].starts_with("Beatles Blog: "));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Concat")]
    #[doc(alias = "ConcatPair")]
    #[doc(alias = "||")]
    pub fn concat<T>(&self, other: T) -> Expr<MadeWith<E, T>, Text, NotNull>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(text(TextFunction::Concat), other)
    }

    /// So many of its characters from `position` on; the first one is at 1.
    ///
    /// A position below 1 and a negative length are refused before anything is sent.
    ///
    /// Django: `Substr("name", 2, 3)`. SQL: `SUBSTRING(…)`, on SQLite `SUBSTR(…)`.
    #[doc(alias = "Substr")]
    #[doc(alias = "substring")]
    pub fn substr_len<T, U>(
        &self,
        position: T,
        length: U,
    ) -> Expr<MadeWithTwo<E, T, U>, Text, <N::Or<T::Null> as Nullability>::Or<U::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        U: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
        Merged<E::Context, T::Context>: Merge<U::Context>,
    {
        self.call_with_two(text(TextFunction::Substr), (position, length))
    }

    /// It with `replacement` wherever `text` is in it. Case counts; an empty `text` is nowhere.
    ///
    /// Django: `Replace("name", Value("o"), Value("0"))`, where the replacement is empty by default.
    /// SQL: `REPLACE(…)`.
    #[doc(alias = "Replace")]
    pub fn replace<T, U>(
        &self,
        text: T,
        replacement: U,
    ) -> Expr<MadeWithTwo<E, T, U>, Text, <N::Or<T::Null> as Nullability>::Or<U::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        U: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        E::Context: Merge<T::Context>,
        Merged<E::Context, T::Context>: Merge<U::Context>,
    {
        self.call_with_two(FunctionName::Text(TextFunction::Replace), (text, replacement))
    }

    /// The position in it at which `text` first stands: 1 is the first character, 0 is nowhere.
    ///
    /// MySQL compares by the collation, which mostly ignores case.
    ///
    /// Django: `StrIndex("name", Value("o"))`. SQL: `INSTR(…)`, on PostgreSQL `STRPOS(…)`.
    #[doc(alias = "StrIndex")]
    #[doc(alias = "instr")]
    #[doc(alias = "position")]
    pub fn str_index<T>(&self, text: T) -> Expr<MadeWith<E, T>, Integer, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsText>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(FunctionName::Text(TextFunction::StrIndex), text)
    }

    /// The number of its first character: its code point, on MySQL its bytes as a number, which are
    /// the same for ASCII. Of empty text it is 0, on SQLite `None`.
    ///
    /// Django: `Ord("name")`. SQL: `UNICODE(…)` on SQLite, `ASCII(…)` on PostgreSQL, `ORD(…)` on MySQL.
    #[doc(alias = "Ord")]
    #[must_use]
    pub fn ord(&self) -> Expr<Made<E>, Integer, Nullable> {
        self.call(text(TextFunction::Ord))
    }
}

impl<E: Source, I: FieldValue, N: Nullability> Expr<E, Integer<I>, N> {
    /// The character that has this number, as text.
    ///
    /// Django: `Chr("code")`. SQL: `CHAR(…)` on SQLite, `CHR(…)` on PostgreSQL, `CHAR(… USING utf32)` on
    /// MySQL.
    #[doc(alias = "Chr")]
    #[must_use]
    pub fn chr(&self) -> Expr<Made<E>, Text, N> {
        self.call(text(TextFunction::Chr))
    }
}
