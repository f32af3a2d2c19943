//! Transforms: from one expression to another inside a path, as methods of [`Expr`].
//!
//! They chain, and everything that follows is of their own kind: `entry::pub_date.year().gte(2005)`,
//! `entry::headline.lower().length().lt(10)`.

mod own;

pub use self::own::Transform;
use crate::context::{Merge, OnPostgres};
use crate::expr::{Expr, Made, MadeOnPostgres, Source};
use crate::field::FieldValue;
use crate::kind::{Date, DateTime, Duration, Integer, Kind, Number, Text, Time};
use crate::state::{self, Node};

macro_rules! transforms {
    ($($kind:ident)* { $($(#[$doc:meta])* $name:ident -> $out:ty = $transform:ident;)* }) => {
        transforms! { @each [$($kind)*] { $($(#[$doc])* $name -> $out = $transform;)* } }
    };
    (@each [$kind:ident $($rest:ident)*] $methods:tt) => {
        transforms! { @kind $kind $methods }
        transforms! { @each [$($rest)*] $methods }
    };
    (@each [] $methods:tt) => {};
    (@kind $kind:ident { $($(#[$doc:meta])* $name:ident -> $out:ty = $transform:ident;)* }) => {
        impl<E: Source, T: FieldValue, N> Expr<E, $kind<T>, N> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> Expr<Made<E>, $out, N> {
                    Expr::computed(Node::Transform(state::Transform::$transform, Box::new(self.node())))
                }
            )*
        }
    };
}

transforms! { Date DateTime {
    /// The year. Of a datetime, the year in UTC.
    ///
    /// Comparisons of it become comparisons with the first and last moment of the year, so that an
    /// index on the column is used.
    ///
    /// Django: `field__year`, `ExtractYear`.
    #[doc(alias = "ExtractYear")]
    year -> Integer = Year;

    /// The year of the ISO week: the week belongs to the year that has its Thursday.
    ///
    /// Django: `field__iso_year`, `ExtractIsoYear`.
    #[doc(alias = "ExtractIsoYear")]
    iso_year -> Integer = IsoYear;

    /// The month, from 1. Of a datetime, the month in UTC.
    ///
    /// Django: `field__month`, `ExtractMonth`.
    #[doc(alias = "ExtractMonth")]
    month -> Integer = Month;

    /// The day of the month, from 1. Of a datetime, the day in UTC.
    ///
    /// Django: `field__day`, `ExtractDay`.
    #[doc(alias = "ExtractDay")]
    day -> Integer = Day;

    /// The ISO week, from 1 to 53: weeks begin on Monday, and the first one has the year's first
    /// Thursday.
    ///
    /// Django: `field__week`, `ExtractWeek`.
    #[doc(alias = "ExtractWeek")]
    week -> Integer = Week;

    /// The day of the week, from 1 for Sunday to 7 for Saturday.
    ///
    /// Django: `field__week_day`, `ExtractWeekDay`.
    #[doc(alias = "ExtractWeekDay")]
    week_day -> Integer = WeekDay;

    /// The day of the week, from 1 for Monday to 7 for Sunday.
    ///
    /// Django: `field__iso_week_day`, `ExtractIsoWeekDay`.
    #[doc(alias = "ExtractIsoWeekDay")]
    iso_week_day -> Integer = IsoWeekDay;

    /// The quarter of the year, from 1 to 4.
    ///
    /// Django: `field__quarter`, `ExtractQuarter`.
    #[doc(alias = "ExtractQuarter")]
    quarter -> Integer = Quarter;
} }

transforms! { DateTime Time {
    /// The hour, from 0 to 23. Of a datetime, the hour in UTC.
    ///
    /// Django: `field__hour`, `ExtractHour`.
    #[doc(alias = "ExtractHour")]
    hour -> Integer = Hour;

    /// The minute, from 0 to 59.
    ///
    /// Django: `field__minute`, `ExtractMinute`.
    #[doc(alias = "ExtractMinute")]
    minute -> Integer = Minute;

    /// The whole second, from 0 to 59.
    ///
    /// Django: `field__second`, `ExtractSecond`.
    #[doc(alias = "ExtractSecond")]
    second -> Integer = Second;
} }

macro_rules! parts_of_durations {
    ($($(#[$doc:meta])* $name:ident = $transform:ident;)*) => {
        impl<E: Source, T: FieldValue, N> Expr<E, Duration<T>, N>
        where
            E::Context: Merge<OnPostgres>,
        {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(
                    &self,
                ) -> Expr<MadeOnPostgres<E>, Integer, N> {
                    Expr::computed(Node::Transform(state::Transform::$transform, Box::new(self.node())))
                }
            )*
        }
    };
}

parts_of_durations! {
    /// The whole days of the duration.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `ExtractDay("span")`.
    #[doc(alias = "ExtractDay")]
    day = Day;

    /// The whole hours beside the days of the duration.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `ExtractHour("span")`.
    #[doc(alias = "ExtractHour")]
    hour = Hour;

    /// The whole minutes beside the hours of the duration.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `ExtractMinute("span")`.
    #[doc(alias = "ExtractMinute")]
    minute = Minute;

    /// The whole seconds beside the minutes of the duration.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `ExtractSecond("span")`.
    #[doc(alias = "ExtractSecond")]
    second = Second;
}

transforms! { DateTime {
    /// The date, in UTC.
    ///
    /// Django: `field__date`, `TruncDate`.
    #[doc(alias = "TruncDate")]
    date -> Date = Date;

    /// The time of day, in UTC.
    ///
    /// Django: `field__time`, `TruncTime`.
    #[doc(alias = "TruncTime")]
    time -> Time = Time;
} }

transforms! { Text {
    /// In lower case. SQLite changes ASCII letters only, as in Django.
    ///
    /// Django: `field__lower`, `Lower`.
    #[doc(alias = "Lower")]
    lower -> Text = Lower;

    /// In upper case. SQLite changes ASCII letters only, as in Django.
    ///
    /// Django: `field__upper`, `Upper`.
    #[doc(alias = "Upper")]
    upper -> Text = Upper;

    /// Its length in characters.
    ///
    /// Django: `field__length`, `Length`.
    #[doc(alias = "Length")]
    length -> Integer = Length;
} }

impl<E: Source, T: FieldValue, N> Expr<E, Text<T>, N>
where
    E::Context: Merge<OnPostgres>,
{
    /// Without accents. What it is compared with loses its accents, too.
    ///
    /// Databases: PostgreSQL, with the extension `unaccent`: without it it is
    /// [`Error::MissingExtension`](crate::Error::MissingExtension). With another `Db` the query does not
    /// compile.
    ///
    /// Django: `field__unaccent`. SQL: `UNACCENT(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let found = Author::objects().filter(author::name.unaccent().icontains("René")).values_list(author::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_author"."id" FROM "blog_author" WHERE UPPER(UNACCENT("blog_author"."name")) LIKE UPPER(('%' || REPLACE(REPLACE(REPLACE(UNACCENT($1), '!', '!!'), '%', '!%'), '_', '!_')) || '%') ESCAPE '!'"#
    /// );
    /// ```
    #[must_use]
    pub fn unaccent(&self) -> Expr<MadeOnPostgres<E>, Text, N> {
        Expr::computed(Node::Transform(state::Transform::Unaccent, Box::new(self.node())))
    }
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// Without its sign.
    ///
    /// Django: `field__abs`, `Abs`.
    #[doc(alias = "Abs")]
    pub fn abs(&self) -> Expr<Made<E>, K, N>
    where
        K: Number,
    {
        Expr::computed(Node::Transform(state::Transform::Abs, Box::new(self.node())))
    }
}
