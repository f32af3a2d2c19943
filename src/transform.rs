//! Transforms: from one expression to another inside a path, as methods of [`Expr`].

use crate::expr::{Computed, Expr, Source};
use crate::field::FieldValue;
use crate::kind::{Date, DateTime, Integer};
use crate::state::{Node, Transform};

macro_rules! date_transforms {
    ($($kind:ident)*) => { $(date_transforms! { @kind $kind
        /// The year. Of a datetime, the year in UTC.
        ///
        /// Comparisons of it become comparisons with the first and last moment of the year, so that
        /// an index on the column is used.
        ///
        /// Django: `field__year`, `ExtractYear`.
        #[doc(alias = "ExtractYear")]
        year = Year;

        /// The month, from 1. Of a datetime, the month in UTC.
        ///
        /// Django: `field__month`, `ExtractMonth`.
        #[doc(alias = "ExtractMonth")]
        month = Month;

        /// The day of the month, from 1. Of a datetime, the day in UTC.
        ///
        /// Django: `field__day`, `ExtractDay`.
        #[doc(alias = "ExtractDay")]
        day = Day;
    })* };
    (@kind $kind:ident $($(#[$doc:meta])* $name:ident = $transform:ident;)*) => {
        impl<E: Source, T: FieldValue, N> Expr<E, $kind<T>, N> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> Expr<Computed<E::Model, E::Context>, Integer, N> {
                    Expr::computed(Node::Transform(Transform::$transform, Box::new(self.node())))
                }
            )*
        }
    };
}

date_transforms! { Date DateTime }
