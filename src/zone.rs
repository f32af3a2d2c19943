//! [`Zone`]: a time zone, for what a moment is by the clocks there.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

use crate::error::{Error, nearest};
use crate::expr::{Expr, Made, Source};
use crate::field::FieldValue;
use crate::kind;
use crate::path::NotNull;
use crate::state::{Node, Transform};

/// The zones that are built into this crate, so that the same ones exist on every machine.
pub(crate) static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone of the IANA database: `Europe/Oslo`.
///
/// It is what [`Expr::at_zone`] takes. Names are checked when it is made, against the database that is
/// built into this crate; PostgreSQL and MySQL then use their own.
///
/// Django: `zoneinfo.ZoneInfo`.
///
/// # Example
///
/// ```
/// use queryset::Zone;
///
/// # fn main() -> Result<(), queryset::Error> {
/// let oslo = Zone::new("Europe/Oslo")?;
/// let paris: Zone = "europe/paris".parse()?;
/// assert_eq!((oslo.name(), paris.name()), ("Europe/Oslo", "Europe/Paris"));
/// let mistake = Zone::new("Europe/Olso").unwrap_err();
/// assert_eq!(mistake.to_string(), "`Europe/Olso` is not a time zone; did you mean `Europe/Oslo`?");
/// # Ok(()) }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    name: Arc<str>,
    zone: TimeZone,
}

impl Zone {
    /// The zone of this name, in upper or lower case.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownZone`], with the nearest name there is.
    pub fn new(name: &str) -> Result<Self, Error> {
        let found = ZONES.get(name).ok();
        let known = found.and_then(|zone| Some(Self { name: zone.iana_name()?.into(), zone: zone.clone() }));
        known.ok_or_else(|| {
            let all: Vec<String> = ZONES.available().map(|name| name.to_string()).collect();
            Error::UnknownZone { name: name.to_owned(), nearest: nearest(name, &all) }
        })
    }

    /// A zone that no database knows.
    #[cfg(all(test, feature = "mysql"))]
    pub(crate) fn nowhere() -> Self {
        Self { name: "Nowhere/Else".into(), zone: TimeZone::UTC }
    }

    /// Its name: `Europe/Oslo`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What clocks in UTC show when those of the zone show `local`, up to where databases end.
    pub(crate) fn to_utc(&self, local: DateTime) -> DateTime {
        to_utc(local, &self.zone)
    }
}

/// What clocks in UTC show when those of `zone` show `local`, up to where databases end.
pub(crate) fn to_utc(local: DateTime, zone: &TimeZone) -> DateTime {
    let first = jiff::civil::date(1, 1, 1).at(0, 0, 0, 0);
    convert(local, zone, &TimeZone::UTC).map_or(DateTime::MAX, |utc| utc.max(first))
}

/// What the clocks of `to` show when those of `from` show `local`.
///
/// A local time that comes twice, or not at all, is taken as Python takes it, with `fold=0`.
pub(crate) fn convert(local: DateTime, from: &TimeZone, to: &TimeZone) -> Result<DateTime, jiff::Error> {
    match from.to_timestamp(local) {
        Ok(moment) => Ok(to.to_datetime(moment)),
        // A timestamp ends a day before datetimes do, and no clock is changed on that day.
        Err(_) => {
            let offset = |zone: &TimeZone| i64::from(zone.to_offset(Timestamp::MAX).seconds());
            local.checked_add(SignedDuration::from_secs(offset(to) - offset(from)))
        }
    }
}

impl FromStr for Zone {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::new(name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// A datetime by the clocks of a zone: what [`Expr::at_zone`] gives.
///
/// It has the parts of a datetime, and is cut to them. It is the same moment as before, so it has no
/// lookups of its own.
pub struct AtZone<E, N = NotNull, T = Timestamp> {
    node: Node,
    types: PhantomData<fn() -> (E, N, T)>,
}

impl<E, N, T> AtZone<E, N, T> {
    pub(crate) fn node(&self) -> &Node {
        &self.node
    }
}

impl<E, N, T> Clone for AtZone<E, N, T> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), types: PhantomData }
    }
}

impl<E, N, T> fmt::Debug for AtZone<E, N, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.node, f)
    }
}

impl<E: Source, T: FieldValue, N> Expr<E, kind::DateTime<T>, N> {
    /// The datetime by the clocks of a zone, for its parts: `year()`, `date()`, `hour()`, …
    ///
    /// SQLite uses the zones that are built into this crate, PostgreSQL its own. MySQL and MariaDB use
    /// the tables that `mariadb-tzinfo-to-sql` loads, and leave moments that no `TIMESTAMP` of theirs
    /// can hold in UTC, as under Django: those before 1970 and, in many versions, after 2037. A zone
    /// that such a database does not know is [`Error::ZoneNotLoaded`].
    ///
    /// A comparison of a `year()` is one with the first and the last moment of the year in the zone.
    ///
    /// Django: `timezone.activate(zone)`, `ExtractYear("published_at", tzinfo=zone)`. SQL: `AT TIME
    /// ZONE`, on MySQL `CONVERT_TZ`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # fn main() -> Result<(), Error> {
    /// let oslo = queryset::Zone::new("Europe/Oslo")?;
    /// let query = Entry::objects().filter(entry::published_at.at_zone(&oslo).hour().lt(6));
    /// assert_eq!(
    ///     query.values_list(entry::id).sql::<Postgres>()?,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE EXTRACT(HOUR FROM ("blog_entry"."published_at" AT TIME ZONE 'Europe/Oslo')) < $1"#
    /// );
    /// # Ok(()) }
    /// ```
    #[doc(alias = "tzinfo")]
    #[doc(alias = "AT TIME ZONE")]
    #[must_use]
    pub fn at_zone(&self, zone: &Zone) -> AtZone<E, N, T> {
        AtZone { node: Node::AtZone(zone.clone(), Box::new(self.node())), types: PhantomData }
    }
}

macro_rules! parts {
    ($($name:ident -> $out:ident = $transform:ident;)*) => {
        impl<E: Source, N, T> AtZone<E, N, T> {
            $(
                #[doc = concat!("As `", stringify!($name), "()` of a datetime, by the clocks of the zone.")]
                ///
                #[doc = concat!("Django: `field__", stringify!($name), "`, with the zone activated.")]
                #[must_use]
                pub fn $name(&self) -> Expr<Made<E>, kind::$out, N> {
                    Expr::computed(Node::Transform(Transform::$transform, Box::new(self.node.clone())))
                }
            )*
        }
    };
}

parts! {
    year -> Integer = Year;
    iso_year -> Integer = IsoYear;
    month -> Integer = Month;
    day -> Integer = Day;
    week -> Integer = Week;
    week_day -> Integer = WeekDay;
    iso_week_day -> Integer = IsoWeekDay;
    quarter -> Integer = Quarter;
    hour -> Integer = Hour;
    minute -> Integer = Minute;
    second -> Integer = Second;
    date -> Date = Date;
    time -> Time = Time;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_utc(zone: &str, local: &str, expected: &str) {
        let zone = Zone::new(zone).expect("a zone");
        let utc = zone.to_utc(local.parse().expect("a datetime"));
        assert_eq!(utc.to_string(), expected);
    }

    // As `datetime.replace(tzinfo=ZoneInfo(…)).astimezone(UTC)` of Python has it.
    #[test]
    fn local_times_are_those_of_python() {
        check_utc("Europe/Oslo", "2024-01-01T00:00:00", "2023-12-31T23:00:00");
        check_utc("Asia/Kolkata", "2024-12-31T23:59:59.999999", "2024-12-31T18:29:59.999999");
        check_utc("Europe/Oslo", "2024-03-31T02:30:00", "2024-03-31T01:30:00");
        check_utc("Europe/Oslo", "2024-10-27T02:30:00", "2024-10-27T00:30:00");
        // Samoa left out a day.
        check_utc("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00");
        check_utc("UTC", "2024-05-06T07:08:09", "2024-05-06T07:08:09");
    }

    #[test]
    fn time_ends_where_databases_end() {
        check_utc("America/New_York", "9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999999");
        check_utc("Asia/Tokyo", "9999-12-31T23:59:59", "9999-12-31T14:59:59");
        check_utc("Asia/Tokyo", "0001-01-01T00:00:00", "0001-01-01T00:00:00");
    }

    #[test]
    fn a_zone_has_a_name_of_the_database() {
        for name in ["", "Europe", "+02:00", "Oslo", "Europe/Oslo'; --", "CEST"] {
            let error = Zone::new(name).expect_err("not a zone").to_string();
            assert!(error.starts_with(&format!("`{name}` is not a time zone")), "{error}");
        }
        assert_eq!(Zone::new("america/new_york").expect("a zone").name(), "America/New_York");
        assert_eq!(Zone::new("utc").expect("a zone").name(), "UTC");
    }
}
