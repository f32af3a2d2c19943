//! Frames: how far a window reaches.

use std::ops::{RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};

use crate::path::{NotNull, Nullability, Nullable};

/// The frame that a window has when none was asked for: it is never empty.
#[derive(Clone, Copy, Debug)]
pub struct DefaultFrame;

/// A frame that was asked for by `rows()` or `range()`: it may be empty.
#[derive(Clone, Copy, Debug)]
pub struct Framed;

/// [`DefaultFrame`] or [`Framed`].
pub trait FrameState: 'static {
    /// Whether a value out of the frame may be `NULL` because there is no row in it.
    type Null: Nullability;
}

impl FrameState for DefaultFrame {
    type Null = NotNull;
}

impl FrameState for Framed {
    type Null = Nullable;
}

/// Says that a window has a frame that rows can be left out of.
#[diagnostic::on_unimplemented(
    message = "`exclusion()` leaves rows out of a frame, and this window has none",
    label = "call `rows(…)` or `range(…)` first",
    note = "`exclusion` is an argument of `RowRange` and `ValueRange` in Django"
)]
pub trait HasFrame {}

#[diagnostic::do_not_recommend]
impl HasFrame for Framed {}

/// Says that a window has no frame, for functions that look at the whole partition.
#[diagnostic::on_unimplemented(
    message = "this function looks at the whole partition, and the window has a frame",
    label = "leave `rows(…)` or `range(…)` out",
    note = "Django leaves it to the database: MariaDB refuses it, the others ignore the frame"
)]
pub trait TakesNoFrame {}

#[diagnostic::do_not_recommend]
impl TakesNoFrame for DefaultFrame {}

/// The first and the last row of a frame: `-1..=1`, `0..`, `..=0`, `..`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a frame",
    label = "neither `-1..=1`, `0..`, `..=0` nor `..`",
    note = "a frame has its end in it: `..=2`, not `..3`; before the row are negative numbers",
    note = "Django raises ValueError: start argument must be an integer, zero, or None"
)]
pub trait FrameBounds {
    #[doc(hidden)]
    fn bounds(self) -> (Option<i64>, Option<i64>);
}

#[diagnostic::do_not_recommend]
impl FrameBounds for RangeInclusive<i64> {
    fn bounds(self) -> (Option<i64>, Option<i64>) {
        (Some(*self.start()), Some(*self.end()))
    }
}

#[diagnostic::do_not_recommend]
impl FrameBounds for RangeFrom<i64> {
    fn bounds(self) -> (Option<i64>, Option<i64>) {
        (Some(self.start), None)
    }
}

#[diagnostic::do_not_recommend]
impl FrameBounds for RangeToInclusive<i64> {
    fn bounds(self) -> (Option<i64>, Option<i64>) {
        (None, Some(self.end))
    }
}

#[diagnostic::do_not_recommend]
impl FrameBounds for RangeFull {
    fn bounds(self) -> (Option<i64>, Option<i64>) {
        (None, None)
    }
}
