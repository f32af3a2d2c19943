//! Ranges, which PostgreSQL has: how they lie to each other, their bounds.

use std::marker::PhantomData;

use crate::context::{Merge, Merged, OnPostgres};
use crate::expr::{Expr, MadeOnPostgres, Source};
use crate::field::{Base, BoundBase, FieldValue, HasBounds};
use crate::kind::{self, Bool, Comparable, Date, DateTime, Decimal, Integer, Kind, KindOf};
use crate::literal::Takes;
use crate::model::AllAre;
use crate::operand::{Operand, Seen, With};
use crate::path::Nullable;
use crate::predicate::Q;
use crate::range::Range;
use crate::state::{LookupName, Node, RangePart, Right, Transform};

/// The type of the bounds of a range.
type BoundOf<R> = <<R as FieldValue>::Base as HasBounds>::Bound;

/// What is in a range of the Rust type `R`: one of its values, or another range.
pub struct InRange<R>(PhantomData<fn() -> R>);

impl<R: FieldValue> Kind for InRange<R> {
    type Value = R;
    type Sort = <R::Base as Base>::Sort;
}

/// Says that an expression of this kind may be in a range of the Rust type `R`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression is not in a `{R}`",
    label = "neither a value of its bounds nor such a range",
    note = "Django leaves it to the database, which refuses it"
)]
pub trait IsIn<R>: Kind {}

#[diagnostic::do_not_recommend]
impl<R: FieldValue> IsIn<R> for InRange<R> {}
#[diagnostic::do_not_recommend]
impl<R: FieldValue> IsIn<R> for kind::Range<R> {}

macro_rules! is_in {
    ($($kind:ident: $sort:ident;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue, U: FieldValue<Base: BoundBase<Sort = $sort<()>>>> IsIn<Range<U>> for $kind<T> {}
        )*
    };
}

is_in! {
    Integer: Integer;
    Decimal: Integer;
    Date: Date;
    DateTime: DateTime;
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue<Base: BoundBase>> Takes<Range<T>> for InRange<Range<T>> {}

macro_rules! bounds_take {
    ($($bound:ty: $($value:ty)*;)*) => {
        $($(#[diagnostic::do_not_recommend] impl Takes<$value> for InRange<Range<$bound>> {})*)*
    };
}

bounds_take! {
    i32: i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
    i64: i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
    rust_decimal::Decimal: i8 i16 i32 i64 isize u8 u16 u32 u64 usize rust_decimal::Decimal;
    jiff::civil::Date: jiff::civil::Date;
    jiff::civil::DateTime: jiff::civil::DateTime jiff::Timestamp;
    jiff::Timestamp: jiff::Timestamp;
}

#[cfg(feature = "time")]
bounds_take! {
    time::Date: time::Date;
    time::OffsetDateTime: time::OffsetDateTime;
}

#[cfg(feature = "chrono")]
bounds_take! {
    chrono::NaiveDate: chrono::NaiveDate;
    chrono::DateTime<chrono::Utc>: chrono::DateTime<chrono::Utc>;
}

impl<E: Source, R: FieldValue<Base: HasBounds>, N> Expr<E, kind::Range<R>, N> {
    /// True where `value` is in it, or all of another range.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__contains=5`, `ages__contains=NumericRange(4, 6)`. SQL: `@>`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::Range;
    /// use queryset::demo::on_postgres::booking::{Room, room};
    ///
    /// let found = Room::objects().order_by(()).filter(room::seats.contains(8)).values_list(room::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "booking_room"."id" FROM "booking_room" WHERE "booking_room"."seats" @> CAST($1 AS integer)"#
    /// );
    /// let found = Room::objects().order_by(()).filter(room::seats.contains(Range::new(4, 8))).values_list(room::id);
    /// assert_eq!(
    ///     found.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "booking_room"."id" FROM "booking_room" WHERE "booking_room"."seats" @> CAST($1 AS int4range)"#
    /// );
    /// ```
    pub fn contains<V>(
        &self,
        value: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, InRange<R>, Models: AllAre<E::Model>, Kind: IsIn<R>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        Q::lookup(LookupName::ContainsItems, self.node(), Right::One(value.operand()))
    }
}

impl<E: Source, R: FieldValue<Base: HasBounds>, N> Expr<E, kind::Range<R>, N> {
    fn lies<V>(
        &self,
        name: LookupName,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        Q::lookup(name, self.node(), Right::One(range.operand()))
    }

    /// True where all of it is in `range`.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__contained_by=NumericRange(0, 15)`. SQL: `<@`.
    pub fn contained_by<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::ContainedBy, range)
    }

    /// True where a value is in both.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__overlap=NumericRange(8, 12)`. SQL: `&&`.
    pub fn overlap<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::Overlap, range)
    }

    /// True where all of it is less than all of `range`.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__fully_lt=NumericRange(11, 15)`. SQL: `<<`.
    pub fn fully_lt<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::FullyLt, range)
    }

    /// True where all of it is greater than all of `range`.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__fully_gt=NumericRange(11, 15)`. SQL: `>>`.
    pub fn fully_gt<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::FullyGt, range)
    }

    /// True where none of its values is less than all of `range`.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__not_lt=NumericRange(0, 15)`. SQL: `&>`.
    pub fn not_lt<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::NotLt, range)
    }

    /// True where none of its values is greater than all of `range`.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__not_gt=NumericRange(3, 10)`. SQL: `&<`.
    pub fn not_gt<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::NotGt, range)
    }

    /// True where the two have a bound in common, and no value.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__adjacent_to=NumericRange(20, 21)`. SQL: `-|-`.
    pub fn adjacent_to<V>(
        &self,
        range: V,
    ) -> Q<E::Model, Merged<With<E, V::Context>, OnPostgres>, Seen<E, V::Depth>>
    where
        V: Operand<E::Model, kind::Range<R>, Models: AllAre<E::Model>, Kind: Comparable<kind::Range<R>>>,
        E::Context: Merge<V::Context>,
        With<E, V::Context>: Merge<OnPostgres>,
    {
        self.lies(LookupName::AdjacentTo, range)
    }
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $part:ident;)*) => {
        impl<E: Source, R: FieldValue, N> Expr<E, kind::Range<R>, N>
        where
            E::Context: Merge<OnPostgres>,
        {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> Expr<MadeOnPostgres<E>, Bool, N> {
                    let part = Transform::RangePart(RangePart::$part);
                    Expr::computed(Node::Transform(part, Box::new(self.node())))
                }
            )*
        }
    };
}

parts! {
    /// Whether it has no value.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__isempty`. SQL: `ISEMPTY(…)`.
    isempty = IsEmpty;

    /// Whether its lower bound belongs to it.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__lower_inc`. SQL: `LOWER_INC(…)`.
    lower_inc = LowerInc;

    /// Whether it has no lower bound.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__lower_inf`. SQL: `LOWER_INF(…)`.
    lower_inf = LowerInf;

    /// Whether its upper bound belongs to it.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__upper_inc`. SQL: `UPPER_INC(…)`.
    upper_inc = UpperInc;

    /// Whether it has no upper bound.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__upper_inf`. SQL: `UPPER_INF(…)`.
    upper_inf = UpperInf;
}

impl<E: Source, R: FieldValue<Base: HasBounds>, N> Expr<E, kind::Range<R>, N>
where
    E::Context: Merge<OnPostgres>,
{
    /// Its lower bound: `None` where there is none, and of the empty range.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__startswith`. SQL: `LOWER(…)`.
    #[must_use]
    #[doc(alias = "lower")]
    pub fn startswith(&self) -> Expr<MadeOnPostgres<E>, KindOf<BoundOf<R>>, Nullable> {
        Expr::computed(Node::Transform(Transform::RangeStart, Box::new(self.node())))
    }

    /// Its upper bound: `None` where there is none, and of the empty range.
    ///
    /// Databases: PostgreSQL.
    ///
    /// Django: `ages__endswith`. SQL: `UPPER(…)`.
    #[must_use]
    #[doc(alias = "upper")]
    pub fn endswith(&self) -> Expr<MadeOnPostgres<E>, KindOf<BoundOf<R>>, Nullable> {
        Expr::computed(Node::Transform(Transform::RangeEnd, Box::new(self.node())))
    }
}
