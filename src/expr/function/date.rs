//! Functions of dates and times: `now()`, `trunc_month()` and the like.
//!
//! The parts of dates (`year()`, `hour()`, …), `date()` and `time()` are transforms, which lookups know
//! by name.

use crate::expr::{Computed, Expr, Made, Source};
use crate::field::FieldValue;
use crate::kind::{Date, DateTime, Kind, Time};
use crate::model::Model;
use crate::path::NotNull;
use crate::state::{FunctionName, Node, Transform, TruncUnit};
use crate::value::ValueType;
use crate::zone::AtZone;

/// The moment at which the statement runs, by the clock of the database.
///
/// SQLite counts milliseconds, the others microseconds.
///
/// Django: `Now()`.
///
/// | Database | SQL |
/// | --- | --- |
/// | SQLite | `STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')` |
/// | PostgreSQL | `STATEMENT_TIMESTAMP()` |
/// | MySQL | `CURRENT_TIMESTAMP(6)` |
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let published = Entry::objects().filter(entry::published_at.lte(now())).count(&db).await?;
/// # let _ = published;
/// # Ok(()) });
/// ```
#[doc(alias = "Now")]
#[doc(alias = "CURRENT_TIMESTAMP")]
pub fn now<M: Model>() -> Expr<Computed<M>, DateTime, NotNull> {
    Expr::computed(Node::function(FunctionName::Now, Vec::new(), DateTime::<jiff::Timestamp>::TYPE))
}

/// What dates and datetimes are cut to: units of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateUnit {
    /// The first of January.
    Year,
    /// The first day of the quarter.
    Quarter,
    /// The first day of the month.
    Month,
    /// The Monday of the week.
    Week,
    /// The day: a datetime's midnight.
    Day,
}

/// What datetimes and times of day are cut to: units of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// The full hour.
    Hour,
    /// The full minute.
    Minute,
    /// The full second.
    Second,
}

/// Says that expressions of the kind `K` are cut to this unit.
#[diagnostic::on_unimplemented(
    message = "a `{K}` expression is not cut to a `{Self}`",
    label = "not a unit of `{K}`",
    note = "dates are cut to a `DateUnit`, times of day to a `TimeUnit`, datetimes to both",
    note = "Django raises ValueError: Cannot truncate DateField 'pub_date' to DateTimeField."
)]
pub trait Unit<K> {
    #[doc(hidden)]
    fn unit(self) -> Truncation;
}

/// A unit as the query state has it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Truncation(TruncUnit);

impl Truncation {
    pub(crate) fn of(self, node: Node) -> Node {
        Node::Transform(Transform::Trunc(self.0), Box::new(node))
    }
}

impl DateUnit {
    fn truncation(self) -> Truncation {
        Truncation(match self {
            Self::Year => TruncUnit::Year,
            Self::Quarter => TruncUnit::Quarter,
            Self::Month => TruncUnit::Month,
            Self::Week => TruncUnit::Week,
            Self::Day => TruncUnit::Day,
        })
    }
}

impl TimeUnit {
    fn truncation(self) -> Truncation {
        Truncation(match self {
            Self::Hour => TruncUnit::Hour,
            Self::Minute => TruncUnit::Minute,
            Self::Second => TruncUnit::Second,
        })
    }
}

macro_rules! units {
    ($($unit:ident $units:ident: $($kind:ident)*;)*) => {
        $(
            #[doc = concat!("The types of values that are cut to a `", stringify!($unit), "`.")]
            pub(crate) const $units: &[ValueType] = &[$(<$kind as Kind>::TYPE),*];
        )*

        $($(
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue> Unit<$kind<T>> for $unit {
                fn unit(self) -> Truncation {
                    self.truncation()
                }
            }
        )*)*
    };
}

units! {
    DateUnit DATE_UNITS: Date DateTime;
    TimeUnit TIME_UNITS: DateTime Time;
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    fn cut_to(&self, unit: TruncUnit) -> Expr<Made<E>, K, N> {
        Expr::computed(Truncation(unit).of(self.node()))
    }

    /// The first day of its year; of a datetime the midnight at which it begins, in UTC.
    ///
    /// Django: `TruncYear("pub_date")`.
    #[doc(alias = "TruncYear")]
    pub fn trunc_year(&self) -> Expr<Made<E>, K, N>
    where
        DateUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Year)
    }

    /// The first day of its quarter; of a datetime the midnight at which it begins, in UTC.
    ///
    /// Django: `TruncQuarter("pub_date")`.
    #[doc(alias = "TruncQuarter")]
    pub fn trunc_quarter(&self) -> Expr<Made<E>, K, N>
    where
        DateUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Quarter)
    }

    /// The first day of its month; of a datetime the midnight at which it begins, in UTC.
    ///
    /// Django: `TruncMonth("pub_date")`.
    ///
    /// | Database | SQL of a date |
    /// | --- | --- |
    /// | SQLite | `django_date_trunc('month', …, NULL, NULL)`, registered with each connection |
    /// | PostgreSQL | `CAST(DATE_TRUNC('month', …) AS date)` |
    /// | MySQL | `CAST(DATE_FORMAT(…, '%Y-%m-01') AS DATE)` |
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let by_month: Vec<(jiff::civil::Date, i64)> = Entry::objects()
    ///     .values_list(entry::pub_date.trunc_month())
    ///     .annotate(entry::id.count())
    ///     .all(&db)
    ///     .await?;
    /// # let _ = by_month;
    /// # Ok(()) });
    /// ```
    #[doc(alias = "TruncMonth")]
    pub fn trunc_month(&self) -> Expr<Made<E>, K, N>
    where
        DateUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Month)
    }

    /// The Monday of its week; of a datetime the midnight at which that begins, in UTC.
    ///
    /// Django: `TruncWeek("pub_date")`.
    #[doc(alias = "TruncWeek")]
    pub fn trunc_week(&self) -> Expr<Made<E>, K, N>
    where
        DateUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Week)
    }

    /// Its day; of a datetime the midnight at which it begins, in UTC. [`date()`](Expr::date) gives the
    /// day as a date.
    ///
    /// Django: `TruncDay("published_at")`.
    #[doc(alias = "TruncDay")]
    pub fn trunc_day(&self) -> Expr<Made<E>, K, N>
    where
        DateUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Day)
    }

    /// The hour in which it is, without minutes and seconds. By the clocks of UTC, unless it was taken
    /// [`at_zone()`](Expr::at_zone).
    ///
    /// Django: `TruncHour("published_at")`.
    #[doc(alias = "TruncHour")]
    pub fn trunc_hour(&self) -> Expr<Made<E>, K, N>
    where
        TimeUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Hour)
    }

    /// The minute in which it is, without seconds.
    ///
    /// Django: `TruncMinute("published_at")`.
    #[doc(alias = "TruncMinute")]
    pub fn trunc_minute(&self) -> Expr<Made<E>, K, N>
    where
        TimeUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Minute)
    }

    /// The second in which it is, without a fraction.
    ///
    /// Django: `TruncSecond("published_at")`.
    #[doc(alias = "TruncSecond")]
    pub fn trunc_second(&self) -> Expr<Made<E>, K, N>
    where
        TimeUnit: Unit<K>,
    {
        self.cut_to(TruncUnit::Second)
    }

    /// It, cut to a unit that is known when the program runs.
    ///
    /// Django: `Trunc("pub_date", "month")`.
    #[doc(alias = "Trunc")]
    pub fn trunc<U: Unit<K>>(&self, unit: U) -> Expr<Made<E>, K, N> {
        Expr::computed(unit.unit().of(self.node()))
    }
}

macro_rules! cut_at_zone {
    ($($name:ident = $unit:ident;)*) => {
        impl<E: Source, N, T: FieldValue> AtZone<E, N, T> {
            $(
                #[doc = concat!("As `", stringify!($name), "()` of a datetime, by the clocks of the zone. It is a moment, as before.")]
                ///
                #[doc = concat!("Django: `Trunc", stringify!($unit), "(…, tzinfo=zone)`.")]
                #[must_use]
                pub fn $name(&self) -> Expr<Made<E>, DateTime<T>, N> {
                    Expr::computed(Truncation(TruncUnit::$unit).of(self.node().clone()))
                }
            )*

            /// It, cut to a unit that is known when the program runs, by the clocks of the zone.
            ///
            /// Django: `Trunc(…, "month", tzinfo=zone)`.
            #[must_use]
            pub fn trunc<U: Unit<DateTime<T>>>(&self, unit: U) -> Expr<Made<E>, DateTime<T>, N> {
                Expr::computed(unit.unit().of(self.node().clone()))
            }
        }
    };
}

cut_at_zone! {
    trunc_year = Year;
    trunc_quarter = Quarter;
    trunc_month = Month;
    trunc_week = Week;
    trunc_day = Day;
    trunc_hour = Hour;
    trunc_minute = Minute;
    trunc_second = Second;
}
