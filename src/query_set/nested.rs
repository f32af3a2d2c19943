//! `nested()`: rows that serialize as a tree.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::row::{Loaded, Part};
use super::run::Rows;
use super::{Annotated, QuerySet, Stages};
use crate::context::Context;
use crate::decode::Cells;
use crate::error::Error;
use crate::model::Model;
use crate::serialize::{Extended, MoreEntries};

/// Rows are those of the shape `R`, as [`Nested`].
pub struct NestedRows<R> {
    rows: R,
    names: Arc<[String]>,
}

impl<R: Clone> Clone for NestedRows<R> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), names: Arc::clone(&self.names) }
    }
}

/// A row of [`nested()`](QuerySet::nested): a tuple that serializes as the map of its instance, in which
/// the other elements stand under their names.
///
/// It can be used like the tuple: `row.0`.
#[derive(Clone)]
pub struct Nested<T> {
    row: T,
    names: Arc<[String]>,
}

impl<T> Nested<T> {
    /// The row as a bare tuple.
    #[must_use]
    pub fn into_tuple(self) -> T {
        self.row
    }
}

impl<T> Deref for Nested<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.row
    }
}

impl<T: PartialEq> PartialEq for Nested<T> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<T: fmt::Debug> fmt::Debug for Nested<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.row, f)
    }
}

impl<M: Model, R: Rows<M>> Rows<M> for NestedRows<R> {
    type Row = Nested<R::Row>;
    type Raw = R::Raw;

    fn decode(&self) -> fn(&dyn Cells) -> Result<R::Raw, Error> {
        self.rows.decode()
    }

    fn holds(place: usize) -> bool {
        R::holds(place)
    }

    fn int(raw: &R::Raw, place: usize) -> Option<i64> {
        R::int(raw, place)
    }

    fn parts(&self) -> &[Part] {
        self.rows.parts()
    }

    fn finish(&self, raw: R::Raw, loaded: &mut Loaded) -> Self::Row {
        Nested { row: self.rows.finish(raw, loaded), names: Arc::clone(&self.names) }
    }
}

/// A tuple of which each element can be serialized by its place.
#[doc(hidden)]
pub trait SerializePlaces {
    fn serialize_place<S: Serializer>(&self, place: usize, serializer: S) -> Result<S::Ok, S::Error>;
}

macro_rules! places {
    ($([$($name:ident)*] $($place:literal)*;)*) => {
        $(
            impl<$($name: Serialize),*> SerializePlaces for ($($name,)*) {
                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn serialize_place<Ser: Serializer>(&self, place: usize, serializer: Ser) -> Result<Ser::Ok, Ser::Error> {
                    let ($($name,)*) = self;
                    match place {
                        $($place => $name.serialize(serializer),)*
                        _ => unreachable!("a row has a name for each element"),
                    }
                }
            }
        )*
    };
}

places! {
    [A B] 0 1;
    [A B C] 0 1 2;
    [A B C D] 0 1 2 3;
    [A B C D E] 0 1 2 3 4;
    [A B C D E F] 0 1 2 3 4 5;
    [A B C D E F G] 0 1 2 3 4 5 6;
    [A B C D E F G H] 0 1 2 3 4 5 6 7;
    [A B C D E F G H I] 0 1 2 3 4 5 6 7 8;
    [A B C D E F G H I J] 0 1 2 3 4 5 6 7 8 9;
    [A B C D E F G H I J K] 0 1 2 3 4 5 6 7 8 9 10;
    [A B C D E F G H I J K L] 0 1 2 3 4 5 6 7 8 9 10 11;
    [A B C D E F G H I J K L M] 0 1 2 3 4 5 6 7 8 9 10 11 12;
    [A B C D E F G H I J K L M N] 0 1 2 3 4 5 6 7 8 9 10 11 12 13;
    [A B C D E F G H I J K L M N O] 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14;
    [A B C D E F G H I J K L M N O P] 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15;
}

impl<T: SerializePlaces> Serialize for Nested<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Node { row: self, place: 0 }.serialize(serializer)
    }
}

/// One element of a row, with those that belong to it. The element at place 0 is the instance.
struct Node<'r, T> {
    row: &'r Nested<T>,
    place: usize,
}

impl<T> Node<'_, T> {
    /// The name of the element at a place, in the row.
    fn name(&self, place: usize) -> Option<&str> {
        place.checked_sub(1).map(|at| &*self.row.names[at])
    }

    /// What an element is called here, where it belongs to this one: its path goes on from this one's.
    fn name_below(&self, place: usize) -> Option<&str> {
        let name = self.name(place)?;
        let rest = |of: Option<&str>| match of {
            None => Some(name),
            Some(of) => name.strip_prefix(of)?.strip_prefix("__"),
        };
        let own = rest(self.name(self.place))?;
        let nearer = |other: usize| rest(self.name(other)).is_some_and(|other| other.len() < own.len());
        let nearest = !(0..=self.row.names.len()).any(nearer);
        nearest.then_some(own)
    }
}

impl<T: SerializePlaces> Serialize for Node<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.row.row.serialize_place(self.place, Extended::new(serializer, self))
    }
}

impl<T: SerializePlaces> MoreEntries for Node<'_, T> {
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        for place in 1..=self.row.names.len() {
            if let Some(name) = self.name_below(place) {
                map.serialize_entry(name, &Node { row: self.row, place })?;
            }
        }
        Ok(())
    }
}

/// Says that rows are instances with something beside them.
#[diagnostic::on_unimplemented(
    message = "`nested()` puts what stands beside an instance into its map, and nothing does in these rows",
    label = "not rows of `annotate()`, `select_related()` or `prefetch_related()`",
    note = "instances serialize as maps by themselves, and so do the rows of `values()`"
)]
pub trait HasElements {
    #[doc(hidden)]
    fn element_names(&self) -> Arc<[String]>;
}

#[diagnostic::do_not_recommend]
impl<B, T> HasElements for Annotated<B, T> {
    fn element_names(&self) -> Arc<[String]> {
        let mut names: Vec<String> = Vec::new();
        for name in self.names().iter() {
            // Expressions without a name are all called alike, and a map has each key once.
            let same = names.iter().filter(|other| other.trim_end_matches(char::is_numeric) == name).count();
            names.push(if same == 0 { name.clone() } else { format!("{name}{}", same + 1) });
        }
        names.into()
    }
}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Rows that serialize as trees: the map of the instance, in which what stands beside it has the
    /// names of its relations and annotations. Call it last.
    ///
    /// A relation that goes on from another one is put into that one: with `author` and
    /// `author__hometown`, the town is in the author. [`to_attr()`](crate::Prefetch::to_attr) gives a
    /// prefetch another name, and [`named!`](crate::named) an annotation; those without one are called
    /// `expression` or `aggregate`, a second one `aggregate2`.
    ///
    /// Django: what serializers of Django REST framework are written for.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entries = Entry::objects().only(entry::headline).order_by(entry::id).prefetch_related(
    ///     prefetch(entry::authors(), Author::objects().only(author::name)),
    /// );
    /// let blogs = Blog::objects()
    ///     .only(blog::name)
    ///     .prefetch_related(prefetch(blog::entry(), entries.nested()).to_attr("entries"))
    ///     .nested()
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!(
    ///     serde_json::to_value(&blogs).unwrap(),
    ///     serde_json::json!([{
    ///         "id": 1,
    ///         "name": "Beatles Blog",
    ///         "entries": [
    ///             { "id": 1, "headline": "Yesterday", "authors": [] },
    ///             { "id": 2, "headline": "Help!", "authors": [] },
    ///         ],
    ///     }])
    /// );
    /// # Ok(()) });
    /// ```
    pub fn nested(self) -> QuerySet<M, NestedRows<R>, S, X>
    where
        R: HasElements,
    {
        let names = self.rows.element_names();
        let QuerySet { state, rows, stage } = self;
        QuerySet { state, rows: NestedRows { rows, names }, stage }
    }
}
