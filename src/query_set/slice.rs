//! `limit()`, `offset()`, `slice()`, `nth()`.

use std::ops::{Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};

use super::{Limited, Offset, QuerySet, Sliced, Stages, Whole};
use crate::context::Context;
use crate::model::Model;

/// Says that no limit was set; `L` is the slice with one.
#[diagnostic::on_unimplemented(
    message = "this query set has a limit already",
    label = "`limit()` sets it once",
    note = "to take a part of a slice, write `slice(a..b)`, which counts from the start of the slice as in Django"
)]
pub trait CutLimit<L> {}

#[diagnostic::do_not_recommend]
impl CutLimit<Limited> for Whole {}
#[diagnostic::do_not_recommend]
impl CutLimit<Sliced> for Offset {}

/// Says that no offset was set; `L` is the slice with one.
#[diagnostic::on_unimplemented(
    message = "this query set has an offset already",
    label = "`offset()` sets it once",
    note = "to take a part of a slice, write `slice(a..b)`, which counts from the start of the slice as in Django"
)]
pub trait CutOffset<L> {}

#[diagnostic::do_not_recommend]
impl CutOffset<Offset> for Whole {}
#[diagnostic::do_not_recommend]
impl CutOffset<Sliced> for Limited {}

/// A range of rows: `2..5`, `..5`, `2..`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a range of rows",
    label = "write `2..5`, `..5` or `2..`",
    note = "bounds count from the first row, and there is no step; Django raises TypeError: QuerySet indices must be integers or slices"
)]
pub trait SliceRange {
    /// The first row, and the one after the last.
    #[doc(hidden)]
    fn bounds(self) -> (u64, Option<u64>);
}

#[diagnostic::do_not_recommend]
impl SliceRange for Range<u64> {
    fn bounds(self) -> (u64, Option<u64>) {
        (self.start, Some(self.end))
    }
}

#[diagnostic::do_not_recommend]
impl SliceRange for RangeTo<u64> {
    fn bounds(self) -> (u64, Option<u64>) {
        (0, Some(self.end))
    }
}

#[diagnostic::do_not_recommend]
impl SliceRange for RangeFrom<u64> {
    fn bounds(self) -> (u64, Option<u64>) {
        (self.start, None)
    }
}

#[diagnostic::do_not_recommend]
impl SliceRange for RangeInclusive<u64> {
    fn bounds(self) -> (u64, Option<u64>) {
        (*self.start(), Some(self.end().saturating_add(1)))
    }
}

#[diagnostic::do_not_recommend]
impl SliceRange for RangeToInclusive<u64> {
    fn bounds(self) -> (u64, Option<u64>) {
        (0, Some(self.end.saturating_add(1)))
    }
}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// At most `rows` rows.
    ///
    /// Django: `queryset[:rows]`. SQL: `LIMIT`.
    pub fn limit<L: 'static>(mut self, rows: u64) -> QuerySet<M, R, S::WithSlice<L>, X>
    where
        S::Slice: CutLimit<L>,
    {
        self.state.limit = Some(rows);
        self.restage()
    }

    /// Leaves out the first `rows` rows.
    ///
    /// Django: `queryset[rows:]`. SQL: `OFFSET`.
    #[doc(alias = "skip")]
    pub fn offset<L: 'static>(mut self, rows: u64) -> QuerySet<M, R, S::WithSlice<L>, X>
    where
        S::Slice: CutOffset<L>,
    {
        self.state.offset = rows;
        self.restage()
    }

    /// The rows of a range. Of a slice, the rows of a range of the slice.
    ///
    /// Django: `queryset[a:b]`. SQL: `LIMIT` and `OFFSET`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().order_by(entry::id).values_list(entry::id).slice(10..20).slice(2..6);
    /// assert_sql!(query, r#"SELECT "blog_entry"."id" FROM "blog_entry" ORDER BY "blog_entry"."id" ASC LIMIT ? OFFSET ?"#);
    /// ```
    pub fn slice(mut self, range: impl SliceRange) -> QuerySet<M, R, S::WithSlice<Sliced>, X> {
        let (start, end) = range.bounds();
        self.state.slice(start, end);
        self.restage()
    }
}
